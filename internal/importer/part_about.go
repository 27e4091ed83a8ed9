package importer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/pattern"
)

// What stands below the copy: boilerplates, under a heading or running on from one, and
// notes to editors.

func isAbout(p para) bool {
	if !aboutLine.MatchString(p.text) || p.bullet != "" {
		return false
	}
	words := len(strings.Fields(p.text))
	return p.level > 0 && words < 12 || words < 9 && !strings.HasSuffix(p.text, ".") && startsUpperAfterFirst(p.text) ||
		aboutSentence.MatchString(p.text) || aboutRunsOn(p.text) || aboutTwice(p.text)
}

// aboutRunsOn tells a boilerplate whose heading runs on into its text: what the heading
// names is what the text is about.
func aboutRunsOn(s string) bool {
	m := aboutRun.FindStringSubmatch(s)
	if m == nil {
		return false
	}
	for _, w := range strings.Fields(m[1]) {
		if startsUpper(w) && utf8.RuneCountInString(w) > 2 && wordIn(m[2][:min(len(m[2]), 200)], strings.Trim(w, ",;")) {
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

// about takes a boilerplate with its heading.
func (d *draft) about(list []para) int {
	first := list[0]
	if aboutSentence.MatchString(first.text) || aboutRunsOn(first.text) || aboutTwice(first.text) {
		d.boilerplate = append(d.boilerplate, first)
		return 1
	}
	first.level = 0
	first.marks = []mark{{from: 0, to: len(first.text), strong: true}}
	d.boilerplate = append(d.boilerplate, first)
	n := 1
	for n < len(list) && !isAbout(list[n]) && !isLabel(list[n], contactLine) && !isLabel(list[n], notesLine) && list[n].level == 0 &&
		!d.reaches(list[n:]) && !isEndMark(list[n].text) {
		if n > 1 && hasOpening(list[n].text) && startsWithQuote(list[n].text) {
			break
		}
		d.boilerplate = append(d.boilerplate, list[n])
		n++
	}
	return n
}

func (d *draft) noteBlock(list []para) int {
	loc := notesLine.FindStringIndex(list[0].text)
	d.dropped = append(d.dropped, list[0].text[:loc[1]])
	rest := loc[1] + len(list[0].text[loc[1]:]) - len(strings.TrimLeft(list[0].text[loc[1]:], " ,:*"))
	if p := list[0].part(rest, len(list[0].text)); p.text != "" {
		d.notes = append(d.notes, p)
	}
	n := 1
	for n < len(list) && !isAbout(list[n]) && !isLabel(list[n], contactLine) && !d.reaches(list[n:]) &&
		!isEndMark(list[n].text) {
		d.notes = append(d.notes, list[n])
		n++
	}
	return n
}
