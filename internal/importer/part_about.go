package importer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// What stands below the copy: boilerplates, under a heading or running on from one, and
// notes to editors.

func isAbout(p prose.Para) bool {
	if !prose.AboutLine.MatchString(p.Text) || p.Bullet != "" {
		return false
	}
	words := len(strings.Fields(p.Text))
	return p.Level > 0 && words < 12 || words < 9 && !strings.HasSuffix(p.Text, ".") && startsUpperAfterFirst(p.Text) ||
		aboutSentence.MatchString(p.Text) || aboutRunsOn(p.Text) || aboutTwice(p.Text)
}

// aboutRunsOn tells a boilerplate whose heading runs on into its text: what the heading
// names is what the text is about.
func aboutRunsOn(s string) bool {
	m := aboutRun.FindStringSubmatch(s)
	if m == nil {
		return false
	}
	for _, w := range strings.Fields(m[1]) {
		if prose.StartsUpper(w) && utf8.RuneCountInString(w) > 2 && prose.WordIn(m[2][:min(len(m[2]), 200)], strings.Trim(w, ",;")) {
			return true
		}
	}
	return false
}

var aboutRun = pattern.New(`^(?:About|Acerca de|Sobre|À propos d[eu’']|Über|Over|Informazioni su)\s([^.:–—]{2,60}?)(?:\.|` +
	`\s[–—-])\s(\p{Lu}.{20,})$`)

// startsUpperAfterFirst tells "About Open Harbor" from "About twenty people came".
func startsUpperAfterFirst(s string) bool {
	f := strings.Fields(s)
	for _, w := range f[1:] {
		if r, _ := utf8.DecodeRuneInString(strings.Trim(w, "“«\"")); unicode.IsUpper(r) || unicode.IsDigit(r) {
			return true
		}
	}
	return len(f) > 1 && (f[1] == "us" || f[1] == "uns" || f[1] == "nosotros")
}

var aboutSentence = pattern.New(`^(?:About|Acerca de|Sobre|À propos d[eu’']|Über|Over)\s[^.:]{2,60}:\s[^“"«„]`)

// signedBelow tells lines of which the first is a name, and the last what somebody can be reached by, with an office or a body
// between at most: whom to ask, below what is told of an organisation.
func (d *draft) signedBelow(list []prose.Para) bool {
	for i, p := range list[:min(len(list), mostSignedLines)] {
		text := writtenOut([]prose.Para{p})[0].Text
		switch reach := prose.HasReach([]string{text}); {
		case p.Table != "", p.Level > 0, strings.Contains(text, "\n"), len(strings.Fields(text)) > wordsOfSigned, strings.HasSuffix(text, "."),
			i == 0 && (reach || !prose.LooksLikeName(text) || !d.Somebody(text)):
			return false
		case reach:
			return true
		}
	}
	return false
}

// Such lines are no more and no longer.
const (
	mostSignedLines = 5
	wordsOfSigned   = 8
)

// about takes a boilerplate with its heading.
func (d *draft) about(list []prose.Para) int {
	first := list[0]
	if aboutSentence.MatchString(first.Text) || aboutRunsOn(first.Text) || aboutTwice(first.Text) {
		d.Boilerplate = append(d.Boilerplate, first)
		return 1
	}
	first.Level = 0
	first.Marks = []prose.Mark{{From: 0, To: len(first.Text), Strong: true}}
	d.Boilerplate = append(d.Boilerplate, first)
	n := 1
	for n < len(list) && !isAbout(list[n]) && !isLabel(list[n], prose.ContactLine) && !isLabel(list[n], notesLine) && list[n].Level == 0 &&
		!d.reaches(list[n:]) && !prose.IsEndMark(list[n].Text) && !(n > 1 && d.signedBelow(list[n:])) {
		if n > 1 && prose.HasOpening(list[n].Text) && prose.StartsWithQuote(list[n].Text) {
			break
		}
		d.Boilerplate = append(d.Boilerplate, list[n])
		n++
	}
	return n
}

func (d *draft) noteBlock(list []prose.Para) int {
	loc := notesLine.FindStringIndex(list[0].Text)
	d.dropped = append(d.dropped, list[0].Text[:loc[1]])
	rest := loc[1] + len(list[0].Text[loc[1]:]) - len(strings.TrimLeft(list[0].Text[loc[1]:], " ,:*"))
	if p := list[0].Part(rest, len(list[0].Text)); p.Text != "" {
		d.notes = append(d.notes, p)
	}
	n := 1
	for n < len(list) && !isAbout(list[n]) && !isLabel(list[n], prose.ContactLine) && !d.reaches(list[n:]) &&
		!prose.IsEndMark(list[n].Text) {
		d.notes = append(d.notes, list[n])
		n++
	}
	return n
}
