package attribution

import (
	"cmp"
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/expect"
	"pressroom/internal/importer/prose"
	"pressroom/internal/language"
	"pressroom/internal/release"
)

// readsLines are what is asked of the lines of a source, and what it says of them. An empty line
// ends a paragraph; one that begins with "# " is a heading, with "| " a table, with "- " of a list.
var readsLines = map[string]func(d *Copy, list []prose.Para) string{
	"issuer": func(d *Copy, list []prose.Para) string {
		d.Contacts, d.Letterhead, d.Boilerplate, d.Known = nil, nil, nil, nil
		d.Body = list
		return d.Issuer()
	},
	"of two": func(d *Copy, list []prose.Para) string {
		d.Contacts, d.Letterhead, d.Body = []prose.Contact{{Name: "Bo Lind"}, {Name: "Cy Otter", Org: list[0].Text}}, nil, list[1:]
		d.Boilerplate = []prose.Para{{Text: "About Tidewell"}, {Text: "About Quayside"}, {Text: "About The Ropewalk"}}
		return d.Issuer()
	},
	"meets": func(d *Copy, list []prose.Para) string {
		d.Known = nil
		d.meetAppointed(list[0].Text)
		d.meetHeaded(list[0].Text)
		return expect.Given(d.Known)
	},
	"meets again": func(d *Copy, list []prose.Para) string {
		d.Known = []Speaker{
			{Name: "Ana Ruiz", Title: "keeper"}, {Name: "Bo Lind", Org: "Tidewell"}, {Name: "Cy Otter", Org: release.Unknown},
		}
		d.meetAppointed(list[0].Text)
		d.meetHeaded(list[0].Text)
		return expect.Given(d.Known)
	},
	"unopened": func(d *Copy, list []prose.Para) string { return fmt.Sprint(d.unopenedBehind(list[0])) + d.quoted() },
	"states": func(d *Copy, list []prose.Para) string {
		from, who, ok := d.makesStatement(list[0].Text, list[len(list)-1].Text)
		return fmt.Sprint(from, " ", sure(who, ok))
	},
	"tells": func(d *Copy, list []prose.Para) string {
		for _, p := range list[:len(list)-1] {
			d.Pieces = append(d.Pieces, Piece{Para: p, Quote: -1})
		}
		out := fmt.Sprint(d.behindTelling(list, len(list)-1)) + d.quoted()
		for _, p := range d.Pieces {
			out += fmt.Sprintf(" %q", p.Para.Text)
		}
		return fmt.Sprint(out, " ", d.running)
	},
	"just named": func(d *Copy, list []prose.Para) string {
		d.since = keptText(list) + " "
		return whose(d.justNamed(Speaker{Name: "whoever spoke"}))
	},
	"means": func(d *Copy, list []prose.Para) string {
		for _, name := range []string{"Ida Fox", "Bo Li", "Cy Otter", "Mia Farrell"} {
			d.Known = append([]Speaker{{Name: name, Ok: true}}, d.Known...)
		}
		d.since = keptText(list)
		return whose(d.meant()) + "; " + whose(d.meant())
	},
	"new subject": func(d *Copy, list []prose.Para) string {
		d.since = " " + keptText(list) + " "
		return sure(d.newSubject())
	},
	"called": func(d *Copy, list []prose.Para) string { d.Body = list; return d.firstCalled("union") },
	"listed": func(d *Copy, list []prose.Para) string { d.Body = list; return fmt.Sprint(d.listed()) },
}

// quoted are the quotes of a draft.
func (d *Copy) quoted() (out string) {
	for _, q := range d.Quotes {
		out += fmt.Sprintf(" %s | %s | %s | %s | %s | %s | %s", q.Speaker, q.Title, q.Org, q.Style, q.Attribution, q.Text, q.Unsure)
	}
	return out
}

// keptText are paragraphs as one text.
func keptText(list []prose.Para) string {
	var texts []string
	for _, p := range list {
		texts = append(texts, p.Text)
	}
	return strings.Join(texts, "\n\n")
}

// parasOf are the paragraphs of a text of these tests.
func parasOf(text string) []prose.Para { return shorthand(expect.Blocks(text, "\n\n")) }

// shorthand are paragraphs that are written so.
func shorthand(blocks []expect.Block) (out []prose.Para) {
	for _, b := range blocks {
		out = append(out, prose.Para{Text: b.Text, Table: b.Table, Bullet: b.Bullet, Level: b.Level, Tight: b.Tight})
	}
	return out
}

// A text that is longer than any sentence is not looked at for who speaks.
func TestALongTextTellsOfNobody(t *testing.T) {
	t.Parallel()
	const told = "Ana Ruiz, director of River Alliance, welcomed the news."
	for _, c := range []struct {
		before string
		want   bool
	}{{"", true}, {strings.Repeat("The quay is old. ", 1000), false}} {
		d := copied("en")
		list := []prose.Para{{Text: c.before + told}, {Text: "“We are glad to see the old quay open for all.”"}}
		d.Pieces = []Piece{{Para: list[0], Quote: -1}}
		if got := d.behindTelling(list, 1); got != c.want {
			t.Errorf("behind %d bytes: %v", len(list[0].Text), got)
		}
		d = copied("fr")
		d.since = strings.Repeat("Le port attend. ", len(c.before)/15) + "Paul Morel a expliqué le projet."
		if got := d.justNamed(Speaker{}); got.Ok != c.want {
			t.Errorf("named behind %d bytes: %v", len(c.before), got)
		}
	}
}

// What is named right before words is nobody where it is the place, or a firm that speaks or issues the release.
func TestAPlaceOrAFirmThatIsJustNamedIsNobody(t *testing.T) {
	t.Parallel()
	about := []prose.Para{{Text: "About Rives Douces"}, {Text: "Rives Douces makes rope."}}
	for what, c := range map[string]struct {
		d    *Copy
		name string
	}{
		"somebody":      {&Copy{}, "Paul Morel"},
		"the place":     {&Copy{Dateline: prose.Para{Text: "Rive Vieille, le 2 juin –"}}, ""},
		"with contact":  {&Copy{Contacts: []prose.Contact{{Org: "Rive Vieille"}}}, ""},
		"with a voice":  {&Copy{Known: []Speaker{{Name: "Ana Ruiz", Org: "Rive Vieille"}, {Name: "Jean Petit", Org: "Quai Neuf"}}}, ""},
		"of the issuer": {&Copy{Boilerplate: about}, ""},
	} {
		c.d.Lang, c.d.Cat, c.d.Today = "fr", language.Of("fr"), today
		called := map[string]string{"somebody": "Paul Morel", "of the issuer": "Rives Douces"}[what]
		c.d.since = cmp.Or(called, "Rive Vieille") + " a expliqué le projet."
		if got := c.d.justNamed(Speaker{}); got.Name != c.name {
			t.Errorf("%s: %q", what, got.Name)
		}
	}
}

// Lines that lie at the edge of what is taken for a contact, a day, a time, a boilerplate or an
// issuer. Each text of the file stands below who is asked of it, and in which language.
func TestLinesAtTheEdge(t *testing.T) {
	t.Parallel()
	expect.File(t, "edges-of-lines.golden.txt", expect.Lines(t, "testdata/edges-of-lines.txt", readsLines,
		func(reads func(d *Copy, list []prose.Para) string, lang, text string) string {
			return reads(copied(lang), parasOf(text))
		}))
}
