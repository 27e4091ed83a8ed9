package importer

import (
	"cmp"
	"fmt"
	"strings"
	"testing"
	"time"

	"pressroom/internal/expect"
	"pressroom/internal/language"
	"pressroom/internal/release"
)

// given are the contacts of a draft, and what was said beside them.
func (d *draft) given() string {
	var b strings.Builder
	for _, c := range d.contacts {
		fmt.Fprintf(&b, "[%s | %s | %s | %s | %s | %s]", c.name, c.role, c.org, c.phone, c.email, c.hours)
	}
	for _, of := range [][]string{d.dropped, d.letterhead, d.unsure} {
		fmt.Fprintf(&b, " %q", of)
	}
	for _, n := range d.notes {
		fmt.Fprintf(&b, " note %q", n.text)
	}
	return b.String()
}

// readsLines are what is asked of the lines of a source, and what it says of them. An empty line
// ends a paragraph; one that begins with "# " is a heading, with "| " a table, with "- " of a list.
var readsLines = map[string]func(d *draft, list []para) string{
	"contacts": func(d *draft, list []para) string {
		d.contacts, d.letterhead = nil, nil
		return fmt.Sprintf("%d %s", d.contactBlock(list), d.given())
	},
	"twice": func(d *draft, list []para) string {
		d.letterhead = nil
		for _, p := range list {
			d.addContacts([]string{p.text})
		}
		return d.given()
	},
	"table": func(d *draft, list []para) string {
		return fmt.Sprintf("%q %v", tableOfContacts(list[0].table), tableAsks(list[0].table))
	},
	"kept":  func(d *draft, list []para) string { return fmt.Sprintf("%q", keptLines(list[0].text)) },
	"signs": func(d *draft, list []para) string { return fmt.Sprint(d.signs(list)) },
	"off":   func(d *draft, list []para) string { d.contacts = nil; return fmt.Sprint(d.signsOff(list)) },
	"about": func(d *draft, list []para) string {
		return fmt.Sprint(isAbout(list[0]), aboutRunsOn(list[0].text), aboutTwice(list[0].text))
	},
	"end": func(d *draft, list []para) string {
		d.boilerplate = nil
		return fmt.Sprint(d.about(list), shownParas(d.boilerplate))
	},
	"notes": func(d *draft, list []para) string {
		d.letterhead = nil
		return fmt.Sprint(d.noteBlock(list), d.given())
	},
	"seams": func(d *draft, list []para) string { return shownParas(unflat(list)) },
	"parted": func(d *draft, list []para) string {
		return fmt.Sprintf("%q", parted(strings.Repeat("The rope is long and old. ", 20)+list[0].text))
	},
	"crumbs": func(d *draft, list []para) string {
		d.letterhead = nil
		kept := d.crumbs(list)
		return fmt.Sprintf("%s %q", shownParas(kept), d.letterhead)
	},
	"day": func(d *draft, list []para) string {
		d.letterhead, d.contacts = nil, nil
		i := 0
		took := d.dayLine(list, &i)
		return fmt.Sprintf("%v %d %s %s", took, i, dayOf(d.day), d.given())
	},
	"named": func(d *draft, list []para) string {
		d.letterhead = nil
		for _, p := range list {
			d.noteDay(p.text)
		}
		return fmt.Sprintf("%s %q %q %q", dayOf(d.day), d.twice, d.noDay, d.unsure)
	},
	"copy": func(d *draft, list []para) string {
		d.body = list
		d.dayInCopy()
		return dayOf(d.day)
	},
	"head": func(d *draft, list []para) string {
		d.letterhead, d.headline = []string{list[0].text}, para{text: "Ropes"}
		d.dayAtHead()
		return dayOf(d.day)
	},
	"place": func(d *draft, list []para) string {
		d.dateline = para{}
		d.placeOfDay(list[0])
		return d.dateline.text
	},
	"times": func(d *draft, list []para) string {
		placed(list)
		d.letterhead, d.dateline = nil, para{}
		left := d.takeTimes(list)
		d.settleTime()
		at := "none"
		if !d.at.IsZero() {
			at = d.at.Format(time.RFC3339) + " " + d.zone
		}
		return fmt.Sprintf("%s timed %v at once %v day %s lines %q unsure %q left%s", at, d.timed, d.immediate, dayOf(d.day), d.releaseLines, d.unsure,
			shownParas(left))
	},
	"issuer": func(d *draft, list []para) string {
		d.contacts, d.letterhead, d.boilerplate, d.known = nil, nil, nil, nil
		d.body = list
		return d.issuer()
	},
	"of two": func(d *draft, list []para) string {
		d.contacts, d.letterhead, d.body = []contact{{name: "Bo Lind"}, {name: "Cy Otter", org: list[0].text}}, nil, list[1:]
		d.boilerplate = []para{{text: "About Tidewell"}, {text: "About Quayside"}, {text: "About The Ropewalk"}}
		return d.issuer()
	},
	"meets": func(d *draft, list []para) string {
		d.known = nil
		d.meetAppointed(list[0].text)
		d.meetHeaded(list[0].text)
		return expect.Given(d.known)
	},
	"meets again": func(d *draft, list []para) string {
		d.known = []speaker{
			{name: "Ana Ruiz", title: "keeper"}, {name: "Bo Lind", org: "Tidewell"}, {name: "Cy Otter", org: release.Unknown},
		}
		d.meetAppointed(list[0].text)
		d.meetHeaded(list[0].text)
		return expect.Given(d.known)
	},
	"reaches": func(d *draft, list []para) string { return fmt.Sprint(d.reaches(list)) },
	"menu": func(d *draft, list []para) string {
		return fmt.Sprint(menuEntry(list), listed(list), navigation(list))
	},
	"unopened": func(d *draft, list []para) string { return fmt.Sprint(d.unopenedBehind(list[0])) + d.quoted() },
	"states": func(d *draft, list []para) string {
		from, who, ok := d.makesStatement(list[0].text, list[len(list)-1].text)
		return fmt.Sprint(from, " ", sure(who, ok))
	},
	"tells": func(d *draft, list []para) string {
		for _, p := range list[:len(list)-1] {
			d.pieces = append(d.pieces, piece{para: p, quote: -1})
		}
		out := fmt.Sprint(d.behindTelling(list, len(list)-1)) + d.quoted()
		for _, p := range d.pieces {
			out += fmt.Sprintf(" %q", p.para.text)
		}
		return fmt.Sprint(out, " ", d.running)
	},
	"just named": func(d *draft, list []para) string {
		d.since = keptText(list) + " "
		return whose(d.justNamed(speaker{name: "whoever spoke"}))
	},
	"means": func(d *draft, list []para) string {
		for _, name := range []string{"Ida Fox", "Bo Li", "Cy Otter", "Mia Farrell"} {
			d.known = append([]speaker{{name: name, ok: true}}, d.known...)
		}
		d.since = keptText(list)
		return whose(d.meant()) + "; " + whose(d.meant())
	},
	"new subject":    func(d *draft, list []para) string { d.since = " " + keptText(list) + " "; return sure(d.newSubject()) },
	"day and issuer": func(d *draft, list []para) string { return d.dayAndIssuer(list) },
	"kind":           func(d *draft, list []para) string { return kindLabel.ReplaceAllString(list[0].text, "…") },
	"called":         func(d *draft, list []para) string { d.body = list; return d.firstCalled("union") },
	"listed":         func(d *draft, list []para) string { d.body = list; return fmt.Sprint(d.listed()) },
	"columns": func(d *draft, list []para) string {
		return fmt.Sprintf("%q", inColumns(strings.Split(list[0].text, "\n")))
	},
	"footer": func(d *draft, list []para) string {
		list[0].marks = []mark{{href: "https://a.example"}}
		kept, told := withoutFooter(list)
		return shownParas(kept) + fmt.Sprintf(" %q", told)
	},
	"credited": func(d *draft, list []para) string {
		caption, credit := Credited(list[0].text)
		return fmt.Sprintf("%q %q", caption, credit)
	},
	"wordpress": func(d *draft, list []para) string { return fmt.Sprintf("%q", paragraphed(list[0].text)) },
	"copyfirst": func(d *draft, list []para) string {
		return fmt.Sprint(copyFirst(list[:len(list)-1], list[len(list)-1].text))
	},
	"excerpt": func(d *draft, list []para) string { return excerpt(list[0].text) },
}

// quoted are the quotes of a draft.
func (d *draft) quoted() (out string) {
	for _, q := range d.quotes {
		out += fmt.Sprintf(" %s | %s | %s | %s | %s | %s | %s", q.Speaker, q.Title, q.Org, q.Style, q.Attribution, q.Text, q.Unsure)
	}
	return out
}

// keptText are paragraphs as one text.
func keptText(list []para) string {
	var texts []string
	for _, p := range list {
		texts = append(texts, p.text)
	}
	return strings.Join(texts, "\n\n")
}

func dayOf(t time.Time) string {
	if t.IsZero() {
		return "no day"
	}
	return t.Format("2006-01-02")
}

// parasOf are the paragraphs of a text of these tests.
func parasOf(text string) (list []para) {
	for _, block := range strings.Split(text, "\n\n") {
		p := para{text: block}
		switch {
		case strings.HasPrefix(block, "# "):
			p = para{text: block[2:], level: 1}
		case strings.HasPrefix(block, "| "):
			p = para{table: block}
		case strings.HasPrefix(block, "- "):
			p = para{text: block[2:], bullet: "-"}
		case strings.HasPrefix(block, "^ "):
			p = para{text: block[2:], tight: true}
		}
		list = append(list, p)
	}
	return list
}

// Lines that lie at the edge of what is taken for a contact, a day, a time, a boilerplate or an
// issuer. Each text of the file stands below who is asked of it, and in which language.
func TestLinesAtTheEdge(t *testing.T) {
	t.Parallel()
	got, err := expect.Apart("testdata/edges-of-lines.txt", func(name, text string) string {
		of, lang, _ := strings.Cut(name, "/")
		if lang == "" {
			lang = "en"
		}
		reader := readsLines[of]
		if reader == nil {
			t.Fatalf("nobody reads %q", name)
		}
		return reader(copied(lang), parasOf(strings.TrimSuffix(text, "\n")))
	})
	if err != nil {
		t.Fatal(err)
	}
	expect.File(t, "edges-of-lines.golden.txt", got)
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
		list := []para{{text: c.before + told}, {text: "“We are glad to see the old quay open for all.”"}}
		d.pieces = []piece{{para: list[0], quote: -1}}
		if got := d.behindTelling(list, 1); got != c.want {
			t.Errorf("behind %d bytes: %v", len(list[0].text), got)
		}
		d = copied("fr")
		d.since = strings.Repeat("Le port attend. ", len(c.before)/15) + "Paul Morel a expliqué le projet."
		if got := d.justNamed(speaker{}); got.ok != c.want {
			t.Errorf("named behind %d bytes: %v", len(c.before), got)
		}
	}
}

// What is named right before words is nobody where it is the place, or a firm that speaks or issues the release.
func TestAPlaceOrAFirmThatIsJustNamedIsNobody(t *testing.T) {
	t.Parallel()
	about := []para{{text: "About Rives Douces"}, {text: "Rives Douces makes rope."}}
	for what, c := range map[string]struct {
		d    *draft
		name string
	}{
		"somebody":      {&draft{}, "Paul Morel"},
		"the place":     {&draft{dateline: para{text: "Rive Vieille, le 2 juin –"}}, ""},
		"with contact":  {&draft{contacts: []contact{{org: "Rive Vieille"}}}, ""},
		"with a voice":  {&draft{known: []speaker{{name: "Ana Ruiz", org: "Rive Vieille"}, {name: "Jean Petit", org: "Quai Neuf"}}}, ""},
		"of the issuer": {&draft{boilerplate: about}, ""},
	} {
		c.d.lang, c.d.cat, c.d.today = "fr", language.Of("fr"), today
		called := map[string]string{"somebody": "Paul Morel", "of the issuer": "Rives Douces"}[what]
		c.d.since = cmp.Or(called, "Rive Vieille") + " a expliqué le projet."
		if got := c.d.justNamed(speaker{}); got.name != c.name {
			t.Errorf("%s: %q", what, got.name)
		}
	}
}

// An address to which words of a line lead stands in it like one that is written out.
func TestALinkIsHowSomebodyIsReached(t *testing.T) {
	t.Parallel()
	for _, href := range []string{"", "mailto:dana@tidewell.example"} {
		list := []para{{text: "For questions write to us"}, {text: "Dana Whitlock", tight: true}}
		for i := range list {
			list[i].marks = []mark{{from: 0, to: len(list[i].text), href: href}}
		}
		if got := drafted("en").reaches(list[:1]); got != (href != "") {
			t.Errorf("%q: the line reaches somebody: %v", href, got)
		}
		list[0].text = "Contact"
		if got := menuEntry(list); got != (href == "") {
			t.Errorf("%q: the line is of a menu: %v", href, got)
		}
	}
}
