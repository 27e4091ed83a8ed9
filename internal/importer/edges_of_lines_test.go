package importer

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pressroom/internal/expect"
	"pressroom/internal/importer/prose"
)

// given are the contacts of a draft, and what was said beside them.
func (d *draft) given() string {
	var b strings.Builder
	for _, c := range d.Contacts {
		fmt.Fprintf(&b, "[%s | %s | %s | %s | %s | %s]", c.Name, c.Role, c.Org, c.Phone, c.Email, c.Hours)
	}
	for _, of := range [][]string{d.dropped, d.Letterhead, d.Unsure} {
		fmt.Fprintf(&b, " %q", of)
	}
	for _, n := range d.notes {
		fmt.Fprintf(&b, " note %q", n.Text)
	}
	return b.String()
}

// readsLines are what is asked of the lines of a source, and what it says of them. An empty line
// ends a paragraph; one that begins with "# " is a heading, with "| " a table, with "- " of a list.
var readsLines = map[string]func(d *draft, list []prose.Para) string{
	"contacts": func(d *draft, list []prose.Para) string {
		d.Contacts, d.Letterhead = nil, nil
		return fmt.Sprintf("%d %s", d.contactBlock(list), d.given())
	},
	"twice": func(d *draft, list []prose.Para) string {
		d.Letterhead = nil
		for _, p := range list {
			d.addContacts([]string{p.Text})
		}
		return d.given()
	},
	"table": func(d *draft, list []prose.Para) string {
		return fmt.Sprintf("%q %v", tableOfContacts(list[0].Table), tableAsks(list[0].Table))
	},
	"kept":  func(d *draft, list []prose.Para) string { return fmt.Sprintf("%q", keptLines(list[0].Text)) },
	"signs": func(d *draft, list []prose.Para) string { return fmt.Sprint(d.signs(list)) },
	"off":   func(d *draft, list []prose.Para) string { d.Contacts = nil; return fmt.Sprint(d.signsOff(list)) },
	"about": func(d *draft, list []prose.Para) string {
		return fmt.Sprint(isAbout(list[0]), aboutRunsOn(list[0].Text), aboutTwice(list[0].Text))
	},
	"end": func(d *draft, list []prose.Para) string {
		d.Boilerplate = nil
		return fmt.Sprint(d.about(list), shownParas(d.Boilerplate))
	},
	"notes": func(d *draft, list []prose.Para) string {
		d.Letterhead = nil
		return fmt.Sprint(d.noteBlock(list), d.given())
	},
	"seams": func(d *draft, list []prose.Para) string { return shownParas(unflat(list)) },
	"parted": func(d *draft, list []prose.Para) string {
		return fmt.Sprintf("%q", parted(strings.Repeat("The rope is long and old. ", 20)+list[0].Text))
	},
	"crumbs": func(d *draft, list []prose.Para) string {
		d.Letterhead = nil
		kept := d.crumbs(list)
		return fmt.Sprintf("%s %q", shownParas(kept), d.Letterhead)
	},
	"day": func(d *draft, list []prose.Para) string {
		d.Letterhead, d.Contacts = nil, nil
		i := 0
		took := d.dayLine(list, &i)
		return fmt.Sprintf("%v %d %s %s", took, i, dayOf(d.day), d.given())
	},
	"named": func(d *draft, list []prose.Para) string {
		d.Letterhead = nil
		for _, p := range list {
			d.noteDay(p.Text)
		}
		return fmt.Sprintf("%s %q %q %q", dayOf(d.day), d.twice, d.noDay, d.Unsure)
	},
	"copy": func(d *draft, list []prose.Para) string {
		d.Body = list
		d.dayInCopy()
		return dayOf(d.day)
	},
	"head": func(d *draft, list []prose.Para) string {
		d.Letterhead, d.Headline = []string{list[0].Text}, prose.Para{Text: "Ropes"}
		d.dayAtHead()
		return dayOf(d.day)
	},
	"place": func(d *draft, list []prose.Para) string {
		d.Dateline = prose.Para{}
		d.placeOfDay(list[0])
		return d.Dateline.Text
	},
	"times": func(d *draft, list []prose.Para) string {
		prose.Placed(list)
		d.Letterhead, d.Dateline = nil, prose.Para{}
		left := d.takeTimes(list)
		d.settleTime()
		at := "none"
		if !d.at.IsZero() {
			at = d.at.Format(time.RFC3339) + " " + d.zone
		}
		return fmt.Sprintf("%s timed %v at once %v day %s lines %q unsure %q left%s", at, d.timed, d.immediate, dayOf(d.day), d.releaseLines, d.Unsure,
			shownParas(left))
	},
	"reaches": func(d *draft, list []prose.Para) string { return fmt.Sprint(d.reaches(list)) },
	"menu": func(d *draft, list []prose.Para) string {
		return fmt.Sprint(menuEntry(list), listed(list), navigation(list))
	},
	"day and issuer": func(d *draft, list []prose.Para) string { return d.dayAndIssuer(list) },
	"kind":           func(d *draft, list []prose.Para) string { return kindLabel.ReplaceAllString(list[0].Text, "…") },
	"columns": func(d *draft, list []prose.Para) string {
		return fmt.Sprintf("%q", inColumns(strings.Split(list[0].Text, "\n")))
	},
	"footer": func(d *draft, list []prose.Para) string {
		list[0].Marks = []prose.Mark{{Href: "https://a.example"}}
		kept, told := withoutFooter(list)
		return shownParas(kept) + fmt.Sprintf(" %q", told)
	},
	"credited": func(d *draft, list []prose.Para) string {
		caption, credit := Credited(list[0].Text)
		return fmt.Sprintf("%q %q", caption, credit)
	},
	"wordpress": func(d *draft, list []prose.Para) string { return fmt.Sprintf("%q", paragraphed(list[0].Text)) },
	"copyfirst": func(d *draft, list []prose.Para) string {
		return fmt.Sprint(copyFirst(list[:len(list)-1], list[len(list)-1].Text))
	},
	"excerpt": func(d *draft, list []prose.Para) string { return excerpt(list[0].Text) },
}

func dayOf(t time.Time) string {
	if t.IsZero() {
		return "no day"
	}
	return t.Format("2006-01-02")
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

// Lines that lie at the edge of what is taken for a contact, a day, a time, a boilerplate or an
// issuer. Each text of the file stands below who is asked of it, and in which language.
func TestLinesAtTheEdge(t *testing.T) {
	t.Parallel()
	expect.File(t, "edges-of-lines.golden.txt", expect.Lines(t, "testdata/edges-of-lines.txt", readsLines,
		func(reads func(d *draft, list []prose.Para) string, lang, text string) string {
			return reads(copied(lang), parasOf(text))
		}))
}

// An address to which words of a line lead stands in it like one that is written out.
func TestALinkIsHowSomebodyIsReached(t *testing.T) {
	t.Parallel()
	for _, href := range []string{"", "mailto:dana@tidewell.example"} {
		list := []prose.Para{{Text: "For questions write to us"}, {Text: "Dana Whitlock", Tight: true}}
		for i := range list {
			list[i].Marks = []prose.Mark{{From: 0, To: len(list[i].Text), Href: href}}
		}
		if got := drafted("en").reaches(list[:1]); got != (href != "") {
			t.Errorf("%q: the line reaches somebody: %v", href, got)
		}
		list[0].Text = "Contact"
		if got := menuEntry(list); got != (href == "") {
			t.Errorf("%q: the line is of a menu: %v", href, got)
		}
	}
}
