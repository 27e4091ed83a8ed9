package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
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
func (d *Copy) dialogue(list []prose.Para) {
	way, ok := dialogues[d.Base()]
	if !ok {
		return
	}
	for i := range list {
		p := &list[i]
		dash := opensByDash.FindStringSubmatchIndex(p.Text)
		if dash == nil && p.Bullet == "" && (d.Base() == "pl" || d.nordic()) {
			dash = opensWithin.FindStringSubmatchIndex(p.Text)
		}
		item := p.Bullet == "-" && dash == nil
		if p.Level > 0 || p.Table != "" || prose.LongPara(p.Text) || p.Bullet != "" && !item || dash == nil && !item {
			continue
		}
		from := 0
		if dash != nil {
			from = dash[2]
		}
		at := d.phrasing(way[0]).FindStringIndex(p.Text[from:])
		if at == nil || prose.HasOpening(p.Text[:from+at[0]]) || prose.WordsIn(p.Text[from:from+at[0]]) <= 2 {
			continue
		}
		end := from + at[0]
		if strings.ContainsAny(p.Text[end:end+1], "!?") {
			end++
		}
		clause := end + len(prose.FirstSentence(p.Text[end:], d.Cat))
		if way[1] != "" {
			if m := d.phrasing(way[1]).FindStringIndex(p.Text[end+2:]); m != nil {
				clause = end + 2 + m[0]
			}
		}
		told := strings.TrimLeft(p.Text[end:clause], " ,–—-")
		if _, ok := d.Said(told); !ok && !d.phrasing(`(?i)^(?:{verb}) (?:(?:{pronoun})\b|\p{Lu})`).MatchString(told) {
			continue
		}
		p.Bullet = ""
		d.inMarksNow(p, from, end, clause, way[1])
	}
}

// inMarksNow writes the marks: about the words up to end, and about what goes on behind the clause.
func (d *Copy) inMarksNow(p *prose.Para, from, end, clause int, again string) {
	rest := p.Part(clause, len(p.Text))
	lead := 0
	if again != "" {
		lead = len(d.phrasing(`^` + again).FindString(p.Text[clause:]))
	}
	words, told := p.Part(from, end), p.Part(end, clause)
	out := prose.Para{Text: "“", Quoted: p.Quoted, Place: p.Place, Tight: p.Tight, Aside: p.Aside}
	if ahead := strings.LastIndexAny(p.Text[:from], ".!?"); ahead >= 0 {
		before := p.Part(0, ahead+1)
		before.Quoted, before.Place, before.Tight, before.Aside = out.Quoted, out.Place, out.Tight, out.Aside
		out = before
		out.Text += " “"
	}
	out.Join("", words)
	if told.Text = strings.TrimRight(told.Text, " "); strings.HasPrefix(told.Text, ",") {
		out.Join("”", told)
	} else {
		out.Join("” ", told)
	}
	switch {
	case lead > 0:
		rest = p.Part(clause+lead, len(p.Text))
		out.Join(". “", rest)
		out.Text += "”"
	case rest.Text != "" && again == "" && !d.isPronoun(rest.Text) && len(d.verbPlaces(rest.Text)) == 0:
		out.Join(" “", rest)
		out.Text += "”"
	case rest.Text != "":
		out.Join(" ", rest)
	}
	*p = out
}
