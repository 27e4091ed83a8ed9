package importer

import (
	"fmt"
	"testing"

	"pressroom/internal/expect"
	"pressroom/internal/importer/attribution"
	"pressroom/internal/importer/prose"
)

// copied is a draft in a language with a text of which phrases are held against.
func copied(lang string, text ...string) *draft {
	d := drafted(lang)
	d.Headline = prose.Para{Text: "Ropewalk opens its doors to schools", Level: 1}
	d.Dateline = prose.Para{Text: "MARLOW, Mass. —"}
	for _, t := range text {
		d.Body = append(d.Body, prose.Para{Text: t})
	}
	d.Contacts = []prose.Contact{{Name: "Dana Whitlock", Org: "Quayside", Email: "dana@quayside.example"}}
	d.Letterhead = []string{"Lamplight"}
	d.Known = []attribution.Speaker{
		{Name: "Tom Reed", Ok: true},
		{Name: "Mia Reed", Ok: true},
		{Name: "Rosa Farrell", Title: "keeper", Org: "Quayside", Ok: true},
	}
	d.Boilerplate = []prose.Para{{Text: "About Tidewell"}, {Text: "Tidewell makes rope."}}
	return d
}

// readsPeople are the readers of phrases that name somebody: each takes what stands before a comma
// and what stands behind it.
var readsPeople = map[string]func(d *draft, head, rest string) string{
	"officeLine":   func(d *draft, head, rest string) string { return fmt.Sprint(officeLine(head)) },
	"hangs":        func(d *draft, head, rest string) string { return fmt.Sprint(hangs(head, rest)) },
	"address":      func(d *draft, head, rest string) string { return address(head) },
	"cleanPart":    func(d *draft, head, rest string) string { return cleanPart(head) },
	"contactParts": func(d *draft, head, rest string) string { return fmt.Sprintf("%q", contactParts(head)) },
	"forWhom":      func(d *draft, head, rest string) string { return forWhom(head) },
	"pageAlone":    func(d *draft, head, rest string) string { return fmt.Sprint(pageAlone(head)) },
	"fieldLink":    func(d *draft, head, rest string) string { return fieldLink(head) },
	"mayBeTimed": func(d *draft, head, rest string) string {
		return fmt.Sprint(mayBeTimed(prose.Para{Text: head}), prose.IsTimeLine(head))
	},
	"isDateLine": func(d *draft, head, rest string) string { return fmt.Sprint(isDateLine(head, d.Lang)) },
	"style": func(d *draft, head, rest string) string {
		w := &wordReader{names: map[string]string{"known": "heading 2"}}
		w.style(head)
		return expect.Given(w.st)
	},
	"linked": func(d *draft, head, rest string) string {
		return linkedReach(prose.Para{Text: "Ask " + head + " of us", Marks: []prose.Mark{{From: 4, To: 4 + len(head), Href: rest}}})
	},
	"officeFirst": func(d *draft, head, rest string) string { return d.officeFirst(head + rest) },
}

// Phrases that lie at the edge of what is taken for a name, an office and an organisation. Each line
// of the file says which reader is asked, in which language, and what stands before and behind a
// comma; the text that they are held against stands in the file too.
func TestPhrasesAtTheEdge(t *testing.T) {
	t.Parallel()
	expect.File(t, "edges-of-people.golden.txt", expect.Phrases(t, "testdata/edges-of-people.txt", readsPeople,
		func(reads func(d *draft, head, rest string) string, lang string, text []string, head, rest string) string {
			return reads(copied(lang, text...), head, rest)
		}))
}
