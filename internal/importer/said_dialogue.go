package importer

import (
	"strings"

	"pressroom/internal/pattern"
)

// In some languages words that are said begin with a dash in the place of a mark, and end at the clause
// that says whose they are: "– Lamporna lyser, säger Anna Ruiz", "– Lampy świecą – mówi Anna Ruiz. – Wszędzie".

// opensByDash is such a dash with the first word behind it.
var opensByDash = pattern.New(`^(?:[–—―]|--?)[ \x{00a0}]?([\p{Lu}\d«“"'’])`)

// opensWithin is such a dash behind a sentence, as Polish has it: "Anna Ruiz się cieszy. – Lampy świecą".
var opensWithin = pattern.New(`[\p{L}\d)][.!?] [–—-] (\p{Lu})`)

// dialogues are how a clause begins behind words that began with a dash, by the language, and how words
// begin behind the clause.
var dialogues = map[string][2]string{
	"sv": {`[,!?…] (?:{verb})[ ,]`, ``},
	"da": {`[,!?…] (?:{verb})[ ,]`, ``},
	"nb": {`[,!?…] (?:{verb})[ ,]`, ``},
	"fr": {`[,!?…] (?:{verb})[ ,]`, ``},
	"pl": {` [–—-] (?:{verb})[ ,]`, `(?:[.,]? [–—-] )`},
	"es": {` ?[–—-] ?(?:{verb})[ ,]`, `(?:[–—-][.,:]? ?|[.,:] ?[–—-] ?)`},
	"pt": {`,? ?[–—-] ?(?:{verb})[ ,]`, `(?: [–—-] ?|[.,:] ?[–—-] ?)`},
}

// dialogue writes marks about such words, where a clause says whose they are.
func (d *draft) dialogue(list []para) {
	way, ok := dialogues[d.base()]
	if !ok {
		return
	}
	for i := range list {
		p := &list[i]
		dash := opensByDash.FindStringSubmatchIndex(p.text)
		if dash == nil && p.bullet == "" && (d.base() == "pl" || d.nordic()) {
			dash = opensWithin.FindStringSubmatchIndex(p.text)
		}
		item := p.bullet == "-" && dash == nil
		if p.level > 0 || p.table != "" || longPara(p.text) || p.bullet != "" && !item || dash == nil && !item {
			continue
		}
		from := 0
		if dash != nil {
			from = dash[2]
		}
		at := d.phrasing(way[0]).FindStringIndex(p.text[from:])
		if at == nil || hasOpening(p.text[:from+at[0]]) || wordsIn(p.text[from:from+at[0]]) <= 2 {
			continue
		}
		end := from + at[0]
		if strings.ContainsAny(p.text[end:end+1], "!?") {
			end++
		}
		clause := end + len(firstSentence(p.text[end:], d.cat))
		if way[1] != "" {
			if m := d.phrasing(way[1]).FindStringIndex(p.text[end+2:]); m != nil {
				clause = end + 2 + m[0]
			}
		}
		told := strings.TrimLeft(p.text[end:clause], " ,–—-")
		if _, ok := d.said(told); !ok && !d.phrasing(`(?i)^(?:{verb}) (?:(?:{pronoun})\b|\p{Lu})`).MatchString(told) {
			continue
		}
		p.bullet = ""
		d.inMarksNow(p, from, end, clause, way[1])
	}
}

// inMarksNow writes the marks: about the words up to end, and about what goes on behind the clause.
func (d *draft) inMarksNow(p *para, from, end, clause int, again string) {
	rest := p.part(clause, len(p.text))
	lead := 0
	if again != "" {
		lead = len(d.phrasing(`^` + again).FindString(p.text[clause:]))
	}
	words, told := p.part(from, end), p.part(end, clause)
	out := para{text: "“", quoted: p.quoted, place: p.place, tight: p.tight, aside: p.aside}
	if ahead := strings.LastIndexAny(p.text[:from], ".!?"); ahead >= 0 {
		before := p.part(0, ahead+1)
		before.quoted, before.place, before.tight, before.aside = out.quoted, out.place, out.tight, out.aside
		out = before
		out.text += " “"
	}
	out.join("", words)
	if told.text = strings.TrimRight(told.text, " "); strings.HasPrefix(told.text, ",") {
		out.join("”", told)
	} else {
		out.join("” ", told)
	}
	switch {
	case lead > 0:
		rest = p.part(clause+lead, len(p.text))
		out.join(". “", rest)
		out.text += "”"
	case rest.text != "" && again == "" && !d.isPronoun(rest.text) && len(d.verbPlaces(rest.text)) == 0:
		out.join(" “", rest)
		out.text += "”"
	case rest.text != "":
		out.join(" ", rest)
	}
	*p = out
}
