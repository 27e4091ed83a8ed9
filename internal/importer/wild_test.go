package importer

import (
	_ "embed"
	"encoding/xml"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"

	"pressroom/internal/importer/attribution"
	"pressroom/internal/importer/prose"
)

// What releases look like in the wild: each source with what is to be read in it.
//
//go:embed testdata/wild-voices.txt
var wildVoices string

//go:embed testdata/wild-whose.txt
var wildWhose string

//go:embed testdata/wild-parts.txt
var wildParts string

//go:embed testdata/wild-midway.txt
var wildMidway string

//go:embed testdata/wild-initials.txt
var wildInitials string

//go:embed testdata/wild-officials.txt
var wildOfficials string

//go:embed testdata/wild-fronts.txt
var wildFronts string

//go:embed testdata/wild-heads.txt
var wildHeads string

// wild is one of them. Of the ways that "//" divides in what is wanted, each will do.
type wild struct {
	name, lang, form, source string
	want                     []string // "key: value"
}

// wildOpenings are what @head stands for, by the language.
func wildOpenings() map[string]string {
	heads := make(map[string]string)
	for _, part := range strings.Split(wildHeads, "=== ")[1:] {
		lang, text, _ := strings.Cut(part, "\n")
		heads[lang] = strings.TrimSpace(text)
	}
	return heads
}

// wildLayouts reads a list: a heading "=== name | language | form", the source, and
// behind "--- want" what is wanted. @head stands for the opening of a release.
func wildLayouts(t *testing.T, list string) []wild {
	t.Helper()
	heads := wildOpenings()
	var out []wild
	for _, part := range strings.Split("\n"+list, "\n=== ")[1:] {
		heading, rest, _ := strings.Cut(part, "\n")
		source, want, ok := strings.Cut(rest, "\n--- want\n")
		fields := strings.Split(heading+" | text", " | ")
		if !ok || len(fields) < 3 {
			t.Fatalf("%q is no layout", heading)
		}
		w := wild{name: fields[0], lang: fields[1], form: fields[2], source: source, want: strings.Split(strings.TrimSpace(want), "\n")}
		if rest, ok := strings.CutPrefix(source, "@head\n"); ok {
			w.source = heads[w.lang] + "\n\n" + rest
		}
		out = append(out, w)
	}
	return out
}

// data is the source in its form.
func (w wild) data(t *testing.T) (name string, data []byte) {
	t.Helper()
	switch w.form {
	case "docx":
		var b strings.Builder
		for _, p := range strings.Split(w.source, "\n\n") {
			b.WriteString("<w:p><w:r><w:t>")
			if err := xml.EscapeText(&b, []byte(p)); err != nil {
				t.Fatal(err)
			}
			b.WriteString("</w:t></w:r></w:p>")
		}
		return "release.docx", document(t, b.String(), "")
	case "html", "eml", "md":
		return "release." + w.form, []byte(w.source)
	}
	return "release.txt", []byte(w.source)
}

func TestWildVoices(t *testing.T) { tryWild(t, wildVoices, 110) }

// TestWildWhose: whose an office or a team is, and who speaks where the clause alone does not tell.
func TestWildWhose(t *testing.T) { tryWild(t, wildWhose, 55) }

func TestWildParts(t *testing.T) { tryWild(t, wildParts, 50) }

// TestWildMidway: words within a sentence that says whose they are, and whose offices have words that read as names.
func TestWildMidway(t *testing.T) { tryWild(t, wildMidway, 30) }

// TestWildInitials: organisations by their initials, statements above which no verb says whose they are, people by a nickname.
func TestWildInitials(t *testing.T) { tryWild(t, wildInitials, 14) }

// TestWildOfficials: whoever holds a public office speaks for no association.
func TestWildOfficials(t *testing.T) { tryWild(t, wildOfficials, 10) }

// TestWildFronts: headline and day in front matter, beside each other, and below what a page has above them.
func TestWildFronts(t *testing.T) { tryWild(t, wildFronts, 9) }

func tryWild(t *testing.T, list string, least int) {
	t.Helper()
	layouts := wildLayouts(t, list)
	if len(layouts) < least {
		t.Errorf("%d layouts", len(layouts))
	}
	var all wholes
	heads := wildOpenings()
	for _, w := range layouts {
		t.Run(w.name, func(t *testing.T) {
			name, data := w.data(t)
			r, err := Import(name, data, Options{Today: today, Language: w.lang, Email: "press@office.example"})
			if err != nil {
				t.Fatal(err)
			}
			w.check(t, r)
			if w.form == "text" {
				nothingGone(t, w.source, r)
			}
			all.add(t, w.name, r, heads[w.lang], w.source)
		})
	}
	all.hold(t, len(layouts))
}

// check holds a result against what is wanted.
func (w wild) check(t *testing.T, r *Result) {
	t.Helper()
	md := string(r.Markdown)
	file := frontOf(t, md)
	var quotes, contacts []string
	quoted := false
	for _, line := range w.want {
		key, value, _ := strings.Cut(line, ":")
		value = strings.TrimSpace(value)
		switch key {
		case "quote":
			quotes, quoted = append(quotes, value), true
		case "none":
			quoted = true
		case "contact":
			contacts = append(contacts, value)
		case "day":
			if got, _ := file["date"].(time.Time); got.Format("2006-01-02") != value {
				t.Errorf("the day is %v, not %s\n%s", file["date"], value, md)
			}
		case "headline", "subhead", "dateline":
			if file[key] != value {
				t.Errorf("%s is %q\n%s", key, file[key], md)
			}
		case "has":
			has(value)(t, md)
		case "lacks":
			lacks(value)(t, md)
		case "told":
			if !strings.Contains(strings.Join(r.Unsure, "\n"), value) {
				t.Errorf("%q is not told: %q\n%s", value, r.Unsure, md)
			}
		case "inorder":
			inOrder(t, md, strings.Split(value, " ~ "))
		default:
			t.Errorf("what is %q?", line)
		}
	}
	if quoted {
		same(t, "quotes", quotes, saidBy(r), md)
	}
	if contacts != nil {
		same(t, "contacts", contacts, reached(file), md)
	}
}

// frontOf is the front matter of a file.
func frontOf(t *testing.T, md string) map[string]any {
	t.Helper()
	out := make(map[string]any)
	head, _, _ := strings.Cut(strings.TrimPrefix(md, "+++\n"), "\n+++\n")
	if _, err := toml.Decode(head, &out); err != nil {
		t.Fatalf("%v\n%s", err, md)
	}
	return out
}

// saidBy is who says what, as the lists have it.
func saidBy(r *Result) []string {
	var out []string
	for _, q := range r.Quotes {
		out = append(out, q.Speaker+" | "+q.Title+" | "+q.Org)
	}
	return out
}

// reached is how the contacts of a file can be reached, as the lists have it.
func reached(file map[string]any) []string {
	var out []string
	list, _ := file["contact"].([]map[string]any)
	for _, c := range list {
		text := func(key string) string { s, _ := c[key].(string); return s }
		out = append(out, strings.Join([]string{text("name"), text("org"), text("phone"), text("email")}, " | "))
	}
	return out
}

// same holds a list against what is wanted, of which a title that is not given is not
// looked at.
func same(t *testing.T, what string, want, got []string, md string) {
	t.Helper()
	ok := len(want) == len(got)
	for i := 0; ok && i < len(want); i++ {
		one := false
		for _, way := range strings.Split(want[i], " // ") {
			one = one || sameLine(way, got[i], what == "quotes")
		}
		ok = one
	}
	if !ok {
		t.Errorf("%s:\n%s\nwant:\n%s\n%s", what, strings.Join(got, "\n"), strings.Join(want, "\n"), md)
	}
}

func sameLine(want, got string, titled bool) bool {
	w, g := strings.Split(want, "|"), strings.Split(got, "|")
	if len(w) != len(g) {
		return false
	}
	for i := range w {
		if a, b := strings.TrimSpace(w[i]), strings.TrimSpace(g[i]); a != b && (a != "" || !titled || i != 1) {
			return false
		}
	}
	return true
}

// inOrder holds that a text has these words, one behind the other.
func inOrder(t *testing.T, text string, words []string) {
	t.Helper()
	at := 0
	for _, w := range words {
		i := strings.Index(text[at:], w)
		if i < 0 {
			t.Errorf("%q does not stand behind what is before it:\n%s", w, text)
			return
		}
		at += i + len(w)
	}
}

var dayAfterWire = regexp.MustCompile(`(\(\p{Lu}+\))--\p{L}+ \d+, \d{4}--`)

// nothingGone holds that each word of a source stands in the file or in what is told, but
// for the labels that a release writes itself.
func nothingGone(t *testing.T, source string, r *Result) {
	t.Helper()
	there := make(map[string]bool)
	for _, w := range word.FindAllString(string(r.Markdown)+"\n"+strings.Join(r.Unsure, "\n"), -1) {
		there[strings.TrimRight(w, "’'")] = true
	}
	paras, _, err := read("release.txt", []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range unflat(paras) {
		s := p.Text + p.Table
		if prose.LabelLine.MatchString(s) || prose.IsEndMark(s) || isDateLine(s, r.Language) || extLine.MatchString(s) {
			continue
		}
		for _, label := range []interface{ FindString(string) string }{prose.ContactLine, prose.ReachLine, notesLine, dayLabel, contactLabel} {
			s = strings.TrimPrefix(s, label.FindString(s))
		}
		if prose.ReachLine.MatchString(p.Text) {
			s = reachedBehind(p.Text)
		}
		if contactInLine.MatchString(s) && prose.ImmediateLine.MatchString(s) {
			s = contactInLine.ReplaceAllString(s, " ")
		}
		if prose.HasReach([]string{despelt(s)}) { // the labels of what somebody can be reached by, wherever they stand
			s = partLabel.ReplaceAllString(oneLetter.ReplaceAllString(despelt(s), "$1$2"), " ")
		}
		s = dayAfterWire.ReplaceAllString(s, "$1 ") // the file has it as its date
		if prose.ContactLine.MatchString(p.Text) {
			s = (&draft{Copy: attribution.Copy{Lang: r.Language}, day: today}).withoutDay(s)
		}
		for _, w := range word.FindAllString(s, -1) {
			if w = strings.TrimRight(w, "’'"); !there[w] {
				t.Errorf("%q is lost, of: %s\n%s", w, p.Text, r.Markdown)
			}
		}
	}
}
