package check

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"pressroom/internal/contacts"
	"pressroom/internal/diagnostic"
	"pressroom/internal/expect"
	"pressroom/internal/release"
)

// entry is one text of the lists in testdata.
type entry struct {
	name, slot, text string
	want             []string // "severity rule: part"
}

// entries reads a list of testdata.
func entries(t *testing.T, file string) []entry {
	t.Helper()
	data, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	var out []entry
	for _, part := range strings.Split(string(data), "\n== ")[1:] {
		head, rest, _ := strings.Cut(part, "\n")
		name, slot, ok := strings.Cut(strings.TrimSuffix(head, "]"), " [")
		if !ok {
			t.Fatalf("%q names no slot", head)
		}
		e := entry{name: name, slot: slot}
		lines := strings.Split(rest, "\n")
		for i, l := range lines {
			if want, ok := strings.CutPrefix(l, "=> "); ok {
				e.want = append(e.want, want)
				lines[i] = "\x00"
			}
		}
		e.text = strings.Trim(strings.ReplaceAll(strings.Join(lines, "\n"), "\x00", ""), "\n")
		out = append(out, e)
	}
	return out
}

const caret = "‸"

// source is a release in order but for what stands in one slot, and where the caret
// of that slot stood.
func (e entry) source() (src string, at diagnostic.Position) {
	slots := map[string]string{
		"body": "The port agreed.", "headline": "Port of Marlow to publish all tests", "subhead": "By the end of August",
		"dateline": "MARLOW, Mass.",
		"notes":    "The letter is public.", "boilerplate": "The coalition has eleven members.",
		"quote":   "We asked twice. {said} Nobody answered.",
		"caption": "The ninth pier", "alt": "A pier", "phone": "+1 555 0142", "zone": "America/New_York", "to": `["press"]`,
		"when": "date = 2026-07-20", "extra": "", "media": "",
	}
	slots[e.slot] = e.text
	if e.slot == "media" {
		slots["body"] = e.text
	}
	quoted := func(key string) string { return key + " = '''" + slots[key] + "'''\n" }
	var b strings.Builder
	b.WriteString("+++\n" + quoted("headline") + quoted("subhead") + quoted("dateline") + slots["when"] + "\n")
	b.WriteString("timezone = '" + slots["zone"] + "'\nto = " + slots["to"] + "\n")
	b.WriteString(slots["extra"] + "\n" + quoted("notes") + quoted("boilerplate"))
	fmt.Fprintf(&b, "[[contact]]\nname = 'Dana Whitlock'\nphone = '%s'\n", slots["phone"])
	fmt.Fprintf(&b, "[[quote]]\norg = 'Open Harbor'\nspeaker = 'Ana Ruiz'\ntext = '''%s'''\n", slots["quote"])
	fmt.Fprintf(&b, "[[media]]\nfile = 'media/pier nine.jpg'\nalt = '%s'\ncaption = '%s'\n", slots["alt"], slots["caption"])
	b.WriteString("+++\n" + slots["body"] + "\n")
	before, after, found := strings.Cut(b.String(), caret)
	if found {
		at = diagnostic.At("releases/x.md", []byte(before), len(before))
	}
	return before + after, at
}

// look is what is said about an entry.
func look(t *testing.T, src string) diagnostic.List {
	t.Helper()
	sources := []release.Source{{Name: "releases/x.md", Data: []byte(src)}}
	settings := release.Settings{Organization: release.Organization{Name: "Open Harbor", Language: "en"}}
	r, diags := release.Read("x", sources, settings)
	if r == nil {
		return diags
	}
	book, faults := contacts.Read([]contacts.File{
		{Name: "contacts/press.csv", Data: []byte("email,region\nana@paper.example,west\n")},
		{Name: "contacts/empty.csv", Data: []byte("email\n")},
		{Name: "contacts/segments.toml", Data: []byte("[segment.far-away]\nwhere = 'region == \"east\"'\n")},
	})
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	v := Release(Subject{Release: r, Book: book, Now: time.Date(2026, 7, 20, 10, 0, 0, 0, time.UTC)})
	return append(diags, v.Warned()...).Sort()
}

func TestEverySlipIsNamedAtItsPlace(t *testing.T) {
	for _, e := range entries(t, "slips.txt") {
		t.Run(e.name, func(t *testing.T) {
			src, at := e.source()
			if at.Line == 0 || len(e.want) == 0 {
				t.Fatal("the entry shows no place or says nothing")
			}
			got := look(t, src)
			if len(got) != len(e.want) {
				t.Fatalf("%d findings instead of %d at %s:\n%v", len(got), len(e.want), at, got)
			}
			for i, want := range e.want {
				head, part, _ := strings.Cut(want, ": ")
				if d := got[i]; d.Position != at || d.Severity.String()+" "+d.Rule != head || !strings.Contains(d.Message, part) {
					t.Errorf("at %s wanted %s, got:\n%s", at, want, d)
				}
			}
		})
	}
}

// What is said of each slip from its first letter to its last, and what an editor writes in
// its stead.
func TestWhatIsSaidOfEverySlip(t *testing.T) {
	var b strings.Builder
	told := func(name string, e entry) {
		src, _ := e.source()
		fmt.Fprintf(&b, "=== %s\n", name)
		for _, d := range look(t, src) {
			fmt.Fprintf(&b, "%s\n", d)
			if d.Instead != (diagnostic.Instead{}) {
				fmt.Fprintf(&b, "  instead of %q: %q, or %q\n", d.Instead.Old, d.Instead.New, d.Instead.Or)
			}
		}
	}
	for _, e := range entries(t, "slips.txt") {
		told(e.name, e)
	}
	for _, text := range []string{
		"{ said}", "{said }", "{Said}", "{SAID}", "{ Said }", "{{said}}", "{{ Said }}", "[said]", "(said)", "{ SAID }", "{said}}", "{{said }",
	} {
		for _, slot := range []string{"quote", "body", "notes"} {
			told(slot+" "+text, entry{slot: slot, text: "We asked twice. " + text + " Nobody answered."})
		}
	}
	for _, text := range []string{
		"{quote \"open-harbor\"}", "{ quote \"open-harbor\" }", "{  quote “open-harbor”}", "{quotes}", "{ quotes }", "{{quotes}", "{quotes}}", "a {quotes} b", "{ {quotes} }",
	} {
		for _, slot := range []string{"body", "notes", "headline"} {
			told(slot+" "+text, entry{slot: slot, text: text})
		}
	}
	expect.File(t, "said.golden.txt", b.String())
}

// One mark of what is still to be written does not hide another before it.
func TestEveryPlaceToBeFilledIsNamed(t *testing.T) {
	for text, want := range map[string]string{
		"XXX words, TK words, and XXX again.": "23:1 XXX, 23:12 TK, 23:26 XXX",
		"A [CHECK XXX] and a TODO.":           "23:10 XXX, 23:21 TODO",
	} {
		src, _ := entry{slot: "body", text: text}.source()
		var got []string
		for _, d := range look(t, src) {
			word, _, _ := strings.Cut(d.Message, " ")
			got = append(got, fmt.Sprintf("%d:%d %s", d.Line, d.Column, word))
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s: %s", text, strings.Join(got, ", "))
		}
	}
}

func TestNothingIsSaidOfWhatIsInOrder(t *testing.T) {
	for _, e := range entries(t, "sound.txt") {
		t.Run(e.name, func(t *testing.T) {
			if src, _ := e.source(); len(look(t, src)) > 0 {
				t.Errorf("%v", look(t, src))
			}
		})
	}
}
