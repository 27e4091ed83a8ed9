package golden

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/compile"
	"pressroom/internal/draft"
	"pressroom/internal/workspace"
)

// stressed is a release that is out of the ordinary in one way. Its words are drawn
// from a list, always the same ones.
type stressed struct {
	name     string
	language string // "" for English
	issuer   string // "" for one of usual length
	url      string
	headline string
	front    string // further lines of its front matter
	body     func(w *words) string
	patterns []byte // that divide its words; nil for a few rules
}

// stressList is every kind of release that has broken a page, or could.
var stressList = slices.Concat(stressKinds, stressFurther)

var stressKinds = []stressed{
	{name: "a-short-one", body: func(w *words) string { return w.paragraph(20) }},
	{
		name: "long-issuer", issuer: "The Standing Conference of Independent River, Harbor and Estuary Trusts of the Northern Coast",
		body: func(w *words) string { return w.paragraphs(24) },
	},
	{
		name: "longest-issuer", issuer: "Landesarbeitsgemeinschaft der Wasserversorgungsunternehmen und Abwasserzweckverbände e. V., Bezirksgruppe Nordwestdeutschland und angrenzende Inseln",
		url:  "https://www.landesarbeitsgemeinschaft-der-wasserversorgungsunternehmen.example/presse/mitteilungen/uebersicht",
		body: func(w *words) string { return w.paragraphs(14) },
	},
	{
		name: "long-headline", headline: "Fourteen harbor towns and the unions of their ports ask for one timetable of ferries, one fare and one office that answers the telephone after six in the evening, and say that they will wait no longer than the first of May for a reply in writing",
		front: `subhead = "A plan of forty pages names every pier, every boat and every hour, and what each of them would cost the towns, the ports and those who travel"`,
		body:  func(w *words) string { return w.paragraphs(5) },
	},
	{
		name: "long-words", language: "de", headline: "Hochwasserrückhaltebeckenbewirtschaftungsvereinbarungsentwurf liegt aus",
		body: func(w *words) string {
			return "Der Trinkwasserschutzgebietsausweisungsverfahrensbeschleunigungsausschuss tagt am Dienstag. " + w.paragraph(60) +
				" Die Fischereiberechtigungsscheinverlängerungsgebührenordnung bleibt. " + w.paragraph(60) + "\n\n## Sturmflutschadensbeseitigungsfinanzierungsgesetzgebungsverfahren\n\n" + w.paragraphs(4)
		},
	},
	{
		name: "numbers-in-seven-columns", body: func(w *words) string {
			return w.paragraph(60) + "\n\n" + w.table([]string{"Municipality", "Appropriation", "Disbursement", "Reimbursement", "Redistribution", "Difference", "Responsibility"}, 14, func(r, c int) string {
				if c == 0 {
					return w.name()
				}
				return fmt.Sprintf("$%d,%03d,%03d.%02d", 10+w.below(90), w.below(1000), w.below(1000), w.below(100))
			}) + "\n" + w.paragraphs(3)
		},
	},
	{
		name: "twelve-columns", body: func(w *words) string {
			head := strings.Fields("Pier January February March April May June July August September October November")
			return w.paragraphs(2) + "\n\n" + w.table(head, 30, func(r, c int) string {
				if c == 0 {
					return w.name()
				}
				return fmt.Sprint(1000 + w.below(90000))
			}) + "\n" + w.paragraphs(3)
		},
	},
	{
		name: "twenty-two-columns", body: func(w *words) string {
			var head []string
			for i := range 22 {
				head = append(head, fmt.Sprintf("Measurement%d", i+1))
			}
			return w.paragraph(40) + "\n\n" + w.table(head, 5, func(r, c int) string { return fmt.Sprintf("%d,%03d.%02d", w.below(900), w.below(1000), w.below(100)) }) + "\n" + w.paragraphs(2)
		},
	},
	{
		name: "tables-of-text", body: func(w *words) string {
			return w.paragraph(40) + "\n\n" + w.table([]string{"Town", "What is asked", "Answer", "By when"}, 12, func(r, c int) string {
				return []string{w.name(), w.sentence(14), w.sentence(6), "May 3"}[c]
			}) + "\n" + w.table([]string{"No.", "Reason", "Amount in dollars"}, 9, func(r, c int) string {
				return []string{fmt.Sprint(r + 1), w.sentence(22), fmt.Sprintf("%d,%03d", w.below(999), w.below(1000))}[c]
			}) + "\n" + w.paragraphs(2)
		},
	},
	{
		name: "row-higher-than-a-page", body: func(w *words) string {
			return w.paragraphs(3) + "\n\n" + w.table([]string{"Kind", "Text"}, 3, func(r, c int) string {
				return []string{"Minutes " + w.name(), w.paragraph(60 + 900*(r%2))}[c]
			}) + "\n" + w.paragraphs(2)
		},
	},
	{
		name: "table-over-pages", body: func(w *words) string {
			return w.paragraphs(4) + "\n\n" + w.table([]string{"Sample", "Place", "Date", "Lead, µg/l"}, 110, func(r, c int) string {
				return []string{fmt.Sprintf("S-%04d", r), w.name() + " " + w.word(), "2027-03-09", fmt.Sprintf("%d.%d", w.below(40), w.below(10))}[c]
			}) + "\n" + w.paragraphs(2)
		},
	},
	{
		name: "tables-in-lists-and-quotations", body: func(w *words) string {
			table := w.table([]string{"Pier", "Depth", "Note"}, 3, func(r, c int) string { return []string{w.name(), "12.5 m", w.sentence(7)}[c] })
			indented := func(s, by string) string { return by + strings.ReplaceAll(strings.TrimSpace(s), "\n", "\n"+by) + "\n" }
			return w.paragraph(30) + "\n\n1. " + w.sentence(12) + "\n\n" + indented(table, "   ") + "\n2. " + w.sentence(20) + "\n\n> " + w.sentence(20) + "\n>\n" + indented(table, "> ") + "\n" + w.paragraphs(2)
		},
	},
	{
		name: "addresses-in-a-table", body: func(w *words) string {
			long := "https://records.quayside.example/" + strings.Repeat("harbor/samples/of/every/pier/", 7) + "index.html?year=2027&kind=all#part-4"
			return w.paragraph(30) + " " + long + " " + w.paragraph(30) + "\n\n| What | Where |\n|---|---|\n| Records | <" + long + "> |\n| Notes | [" + w.sentence(4) + "](" + long + ") |\n\n- <" + long + ">\n\n" + w.paragraphs(2)
		},
	},
	{
		name: "long-lists", body: func(w *words) string {
			var b strings.Builder
			b.WriteString(w.paragraph(40) + "\n\n")
			for i := range 110 {
				fmt.Fprintf(&b, "%d. %s\n", i+1, w.sentence(4+w.below(18)))
			}
			b.WriteString("\n" + w.paragraph(20) + "\n\n")
			for i := range 6 {
				fmt.Fprintf(&b, "%d. %s\n", i+9996, w.sentence(9))
			}
			return b.String()
		},
	},
	{
		name: "nested-lists", body: func(w *words) string {
			var b strings.Builder
			b.WriteString(w.paragraph(40) + "\n\n")
			for range 4 {
				for level := range 5 {
					mark := "- "
					if level%2 == 1 {
						mark = "1. "
					}
					b.WriteString(strings.Repeat("    ", level) + mark + w.sentence(6+w.below(20)) + "\n")
				}
				b.WriteString("    - " + w.sentence(8) + "\n\n      " + w.sentence(30) + "\n\n")
			}
			return b.String() + w.paragraph(40)
		},
	},
	{
		name: "code", body: func(w *words) string {
			return w.paragraph(30) + " `a  code  span` and `" + strings.Repeat("without_a_space_", 9) + "`.\n\n```\nfunc main() {\n\tfmt.Println(\"" + w.sentence(24) + "\")\n\tif x {\n\t\treturn\n\t}\n}\n```\n\n    indented " + w.sentence(20) + "\n      deeper\n\n" + w.paragraphs(3)
		},
	},
	{
		name: "separators", body: func(w *words) string {
			return "First\u2028second\u2029third, a\ttab, soft\u00adhyphen\u00aded, no\u00a0break, thin\u2009space, zero\u200bwidth. " + w.paragraph(40) + "\n\n| a\tb | c\u2028d |\n|---|---|\n| e | f\u2029g |\n\n" + w.paragraphs(2)
		},
	},
	{
		name: "hebrew-names", body: func(w *words) string {
			return "The towns of חיפה 2019 and the group in Akko (קבוצת הנמל, 14 members), with אגודת הדייגים: 3 boats, met on Monday. They write to נמל (see https://haifa.example/2019) and to עכו, 12-14 Quay Street. " +
				w.paragraph(60) + "\n\nקבוצת הנמל של חיפה (Harbor Group Ltd., 2019) ביקשה את 1,204 הדגימות מן Port of Marlow עד 3.5.2027, ראו https://haifa.example/a?b=1.\n\n- חיפה 2019 and more\n- more and חיפה (2019)\n\n" + w.paragraphs(3)
		},
	},
	{
		name: "many-signatories", front: signatoryLines(130), body: func(w *words) string { return w.paragraphs(4) },
	},
	{
		name: "headings-that-skip", body: func(w *words) string {
			var b strings.Builder
			for i, level := range []int{4, 2, 5, 3, 6, 2} {
				fmt.Fprintf(&b, "%s %s\n\n%s", strings.Repeat("#", level), w.sentence(6+7*(i%3)), w.paragraphs(2))
			}
			return b.String()
		},
	},
	{
		name: "pictures", front: pictureLines("wide", "tall", "dot", "small", "photo"), body: func(w *words) string {
			var b strings.Builder
			for _, p := range []string{"wide", "tall", "dot", "small", "photo"} {
				b.WriteString(w.paragraphs(3) + "![](media/" + p + ".png)\n\n")
			}
			return b.String() + w.paragraph(30)
		},
	},
	{
		name: "picture-at-the-foot", front: pictureLines("photo", "square"), body: func(w *words) string {
			return w.paragraphs(8) + "![](media/square.png)\n\n" + w.paragraphs(6) + "![](media/photo.png)\n\n" + w.paragraphs(3)
		},
	},
	{
		name: "many-quotations", front: quotationLines(26), body: func(w *words) string { return w.paragraphs(2) + "{{quotes}}\n\n" + w.paragraphs(2) },
	},
	{
		name: "quotations-in-quotations", body: func(w *words) string {
			return w.paragraph(30) + "\n\n> " + w.paragraph(50) + "\n>\n> > " + w.paragraph(30) + "\n>\n> - " + w.sentence(9) + "\n> - " + w.sentence(20) + "\n\n" + w.paragraphs(3)
		},
	},
	{
		name: "german", language: "de", headline: "Verbände verlangen Auskunft über die Wasserqualität", body: func(w *words) string { return w.paragraphs(18) },
	},
	{
		name: "spanish", language: "es", headline: "Los pueblos de la costa piden los resultados de los análisis", body: func(w *words) string { return w.paragraphs(18) },
	},
	{
		name: "figures", body: func(w *words) string {
			var b strings.Builder
			for range 40 {
				fmt.Fprintf(&b, "%s %d million people, %d percent of $%d billion, on May %d at %d p.m. (see page %d). ", w.sentence(1+w.below(9)), 1+w.below(90), w.below(100), w.below(90), 1+w.below(28), 1+w.below(11), w.below(400))
			}
			return b.String() + "\n\n" + w.paragraphs(2)
		},
	},
	{
		name: "many-contacts", front: contactLines(9), body: func(w *words) string { return w.paragraphs(6) },
	},
	{
		name: "rules-and-short-parts", body: func(w *words) string {
			var b strings.Builder
			for range 9 {
				b.WriteString("## " + w.sentence(3) + "\n\n" + w.sentence(12) + "\n\n---\n\n- " + w.word() + "\n- " + w.word() + "\n\n")
			}
			return b.String()
		},
	},
}

func signatoryLines(n int) string {
	w := &words{seed: 7, from: vocabulary["en"]}
	var names []string
	for i := range n {
		names = append(names, fmt.Sprintf("%q", w.name()+" "+w.title([]string{"union", "garden trust", "association for clean water and fair work on the coast", "co-op"}[i%4])))
	}
	return "signatories = [" + strings.Join(names, ", ") + "]"
}

func pictureLines(names ...string) string {
	var b strings.Builder
	for _, n := range names {
		fmt.Fprintf(&b, "[[media]]\nfile = \"media/%s.png\"\nalt = \"A field of one color, called %s\"\ncaption = \"What is called %s, seen from the water on the day that the record begins\"\ncredit = \"A. Body\"\nrights = \"free\"\n", n, n, n)
	}
	return b.String()
}

func quotationLines(n int) string {
	w := &words{seed: 9, from: vocabulary["en"]}
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "[[quote]]\nid = \"q%d\"\norg = %q\nspeaker = %q\ntitle = \"director\"\nstyle = %q\ntext = \"\"\"%s\"\"\"\n",
			i, w.name()+" Trust", w.name()+" "+w.name(), []string{"dash", "lead-in", "block"}[i%3], w.paragraph(20+w.below(60)))
	}
	return b.String()
}

func contactLines(n int) string {
	w := &words{seed: 11, from: vocabulary["en"]}
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "[[contact]]\nname = %q\nrole = \"officer for %s\"\nphone = \"+1 555 01%02d\"\nemail = \"%s@quayside.example\"\nhours = \"9 a.m. to 5 p.m. and on call\"\n",
			w.name()+" "+w.name(), w.sentence(3), i, w.word()+"."+w.word()+"."+w.word())
	}
	return b.String()
}

// The pictures that releases name: width and height in pixels.
var stressPictures = map[string][2]int{"wide": {1600, 120}, "tall": {120, 1600}, "dot": {24, 24}, "small": {300, 200}, "photo": {1200, 800}, "square": {1000, 1000}}

// setting is how a workspace prints.
type setting struct {
	paper, layout string
	justify       bool
}

func (s setting) String() string {
	if s.justify {
		return s.paper + "-" + s.layout + "-justified"
	}
	return s.paper + "-" + s.layout
}

func settings() (list []setting) {
	for _, paper := range []string{"letter", "a4"} {
		for _, layout := range []string{"us", "uk"} {
			list = append(list, setting{paper, layout, false}, setting{paper, layout, true})
		}
	}
	return list
}

// stressWorkspace writes one release into a workspace of its own.
func stressWorkspace(t testing.TB, s stressed, how setting) *compile.Input {
	t.Helper()
	dir := t.TempDir()
	write := func(name string, data []byte) {
		t.Helper()
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	or := func(s, otherwise string) string {
		if s == "" {
			return otherwise
		}
		return s
	}
	lang := or(s.language, "en")
	write("pressroom.toml", fmt.Appendf(nil, "[organization]\nid = \"quayside\"\nname = %q\nurl = %q\nlanguage = \"en\"\nlanguages = [\"he\", \"ko\"]\ntimezone = \"America/New_York\"\nlayout = %q\nboilerplate = \"**About us.** We keep [the record](https://quayside.example).\"\n[pdf]\npaper = %q\njustify = %v\n",
		or(s.issuer, "Quayside Record"), or(s.url, "https://quayside.example"), how.layout, how.paper, how.justify))
	front := s.front
	if !strings.Contains(front, "[[contact]]") {
		front += "\n[[contact]]\nname = \"Odile Brandt\"\nphone = \"+1 555 0123\"\nemail = \"odile@quayside.example\"\n"
	}
	w := &words{seed: uint32(len(s.name)) * 2654435761, from: vocabulary[lang]}
	write("releases/stress.md", fmt.Appendf(nil, "+++\nheadline = %q\nembargo = 2027-06-08T17:30:00-04:00\ntimezone = \"America/New_York\"\ndateline = \"FENWICK\"\nlanguage = %q\n%s\n+++\n%s",
		or(s.headline, "A release that is out of the ordinary"), lang, front, s.body(w)))
	if s.patterns == nil {
		s.patterns = []byte("UTF-8\n" + patterns)
	}
	write("templates/hyphenation/hyph_"+lang+".dic", s.patterns)
	for name, size := range stressPictures {
		var b bytes.Buffer
		img := image.NewPaletted(image.Rect(0, 0, size[0], size[1]), color.Palette{color.RGBA{120, 140, 160, 255}})
		if err := png.Encode(&b, img); err != nil {
			t.Fatal(err)
		}
		write("releases/media/"+name+".png", b.Bytes())
	}
	ws, err := workspace.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	text, err := draft.New(ws).Read("stress")
	if err != nil {
		t.Fatal(err)
	}
	if text.Input == nil {
		t.Fatal(text.Findings)
	}
	return text.Input
}

// patterns divide words between a consonant and a vowel after another vowel: enough
// for lines that have to end somewhere.
var patterns = func() string {
	var b strings.Builder
	for _, v := range "aeiouäöüáéíóú" {
		for _, c := range "bcdfghklmnprstvwz" {
			for _, n := range "aeiouäöü" {
				fmt.Fprintf(&b, "%c1%c%c\n", v, c, n)
			}
			for _, d := range "bdfgklmnpstvwz" {
				fmt.Fprintf(&b, "%c%c1%c\n", v, c, d)
			}
		}
	}
	return b.String()
}()
