package assist

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pressroom/internal/contacts"
	"pressroom/internal/diagnostic"
	"pressroom/internal/frontmatter"
	"pressroom/internal/release"
)

var now = time.Date(2026, 7, 20, 10, 0, 0, 0, time.UTC)

func facts(t *testing.T) Facts {
	t.Helper()
	book, diags := contacts.Read([]contacts.File{
		{Name: "contacts/national.csv", Data: []byte("email,name,beats,timezone\nana@tide.example,Ana,water,Europe/Madrid\nbo@tide.example,Bo,law,Europe/Madrid\n")},
		{Name: "contacts/segments.toml", Data: []byte("[segment.water]\nwhere = '\"water\" in beats'\n")},
	})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return Facts{
		Settings: release.Settings{
			Organization: release.Organization{Name: "River Union", Timezone: "America/New_York"},
			Orgs:         []release.Org{{ID: "quay", Name: "Quay Alliance"}, {ID: "marsh", Name: "Marsh Trust"}},
		},
		Book: book, Files: []string{"media/levee.jpg"}, Now: now,
	}
}

// at is a text in which ¦ marks the cursor.
func at(src string) (Text, int) {
	offset := strings.Index(src, "¦")
	return Text{Name: "releases/levee.md", Src: []byte(strings.Replace(src, "¦", "", 1))}, offset
}

func labels(list []Completion) (out []string) {
	for _, c := range list {
		out = append(out, c.Label)
	}
	return out
}

func TestWhatCanStandAtAPlace(t *testing.T) {
	f := facts(t)
	for _, c := range []struct{ name, src, want, not string }{
		{"a key of the release", "+++\nheadline = \"x\"\n¦\n+++\n", "subhead embargo [[quote]] [quotes]", "headline speaker"},
		{"a key half written", "+++\nhead¦\n+++\n", "headline", "speaker"},
		{"a key of a quote", "+++\n[[quote]]\norg = \"x\"\n¦\n+++\n", "speaker text [[media]]", "org headline"},
		{"a key before its value", "+++\n[[quote]]\nspe¦ = \"x\"\n+++\n", "speaker", "[[media]]"},
		{"a list in a list", "+++\nto = [\"¦\"]\n+++\n", "national water", ""},
		{"one that is there already", "+++\nto = [\"national\", \"¦\"]\n+++\n", "water", "national"},
		{"a list over lines", "+++\nto = [\n  \"national\",\n  \"¦\"\n]\n+++\n", "water", "national"},
		{"a list that is not closed", "+++\nto = [\"¦\n+++\n", "national water", ""},
		{"an organization", "+++\n[[quote]]\norg = \"Q¦\"\n+++\n", "Quay Alliance", ""},
		{"its id", "+++\norganization = \"¦\"\n+++\n", "quay marsh", ""},
		{"a language", "+++\nlanguage = \"¦\"\n+++\n", "en es", "xx"},
		{"a zone of the readers first", "+++\ntimezone = ¦\n+++\n", "America/New_York Europe/Madrid", ""},
		{"a file", "+++\n[[media]]\nfile = \"¦\"\n+++\n", "media/levee.jpg", ""},
		{"a word of a few", "+++\n[quotes]\nunsigned = \"¦\"\n+++\n", "refuse leave-out warn", ""},
		{"today", "+++\ndate = ¦\n+++\n", "2026-07-20", ""},
		{"a table", "+++\n[[¦\n+++\n", "[[quote]] [[contact]] [quotes]", "headline"},
		{"a marker", "+++\n[[quote]]\nid = \"tide\"\n[[quote]]\norg=\"Quay Alliance\"\n+++\nWords.\n\n{{¦\n", "tide quay-alliance quotes", ""},
		{"nothing in words", "+++\nheadline = \"x\"\n+++\nWor¦ds\n", "", "headline tide"},
		{"nothing above it", "¦+++\n+++\n", "", "headline"},
		{"nothing in an empty file", "¦", "", "headline"},
	} {
		got := labels(offered(c.src, f))
		for _, want := range strings.Fields(strings.ReplaceAll(c.want, "Quay Alliance", "Quay_Alliance")) {
			if !slices.Contains(got, strings.ReplaceAll(want, "_A", " A")) {
				t.Errorf("%s: %q is not among %v", c.name, want, got)
			}
		}
		for _, not := range strings.Fields(c.not) {
			if slices.Contains(got, not) {
				t.Errorf("%s: %q is offered: %v", c.name, not, got)
			}
		}
	}
}

// offered is Complete where ¦ stands.
func offered(src string, f Facts) []Completion {
	t, offset := at(src)
	return Complete(t, f, offset)
}

func TestWhatIsChosenStandsWhereItBelongs(t *testing.T) {
	f := facts(t)
	for _, c := range []struct{ src, label, want string }{
		{"+++\nto = ¦\n+++\n", "water", "+++\nto = [\"water\"¦]\n+++\n"},
		{"+++\nto = [¦]\n+++\n", "water", "+++\nto = [\"water\"¦]\n+++\n"},
		{"+++\nto = [\"wa¦\"]\n+++\n", "water", "+++\nto = [\"water¦\"]\n+++\n"},
		{"+++\nhea¦\n+++\n", "headline", "+++\nheadline = \"¦\"\n+++\n"},
		{"+++\nhea¦ = \"x\"\n+++\n", "headline", "+++\nheadline¦ = \"x\"\n+++\n"},
		{"+++\n[[qu¦\n+++\n", "[[quote]]", "+++\n[[quote]]\n¦\n+++\n"},
		{"+++\nlift_note = t¦\n+++\n", "true", "+++\nlift_note = true¦\n+++\n"},
		{"+++\n[[quote]]\nid=\"tide\"\n+++\n{{ti¦}}\n", "tide", "+++\n[[quote]]\nid=\"tide\"\n+++\n{{quote \"tide\"}}¦\n"},
		{
			"+++\n[[quote]]\nid = 5\n[[quote]]\nid = 5\nid = \"tide\"\n+++\n{{ti¦}}\n", "tide",
			"+++\n[[quote]]\nid = 5\n[[quote]]\nid = 5\nid = \"tide\"\n+++\n{{quote \"tide\"}}¦\n",
		},
	} {
		text, offset := at(c.src)
		list := Complete(text, f, offset)
		i := slices.IndexFunc(list, func(o Completion) bool { return o.Label == c.label })
		if i < 0 {
			t.Errorf("%q: %q is not among %v", c.src, c.label, labels(list))
			continue
		}
		o := list[i]
		got := string(text.Src[:o.Span.Start]) + o.Insert[:o.Caret] + "¦" + o.Insert[o.Caret:] + string(text.Src[o.Span.End:])
		// The cursor stands behind the value, whether within the brackets or behind them.
		if strings.ReplaceAll(got, "¦", "") != strings.ReplaceAll(c.want, "¦", "") {
			t.Errorf("%q becomes %q, want %q", c.src, got, c.want)
		}
	}
}

func TestAnInstantIsShownInThreeZones(t *testing.T) {
	text, offset := at("+++\nembargo = 2026-07-2¦6T09:00:00\n+++\n")
	said, sp := Hover(text, facts(t), offset)
	const want = "Sun 26 July 2026, 09:00 EDT\nSun 26 July 2026, 13:00 UTC\nSun 26 July 2026, 15:00 CEST"
	if said != want || string(text.Src[sp.Start:sp.End]) != "2026-07-26T09:00:00" {
		t.Errorf("%q at %q", said, text.Src[sp.Start:sp.End])
	}
}

func TestWhatStandsAtAPlace(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"+++\nto = [\"wat¦er\"]\n+++\n", "1 journalist\nwhere \"water\" in beats"},
		{"+++\nto = [\"nation¦al\"]\n+++\n", "2 journalists"},
		{"+++\nhead¦line = \"x\"\n+++\n", "what happened, in one line"},
		{"+++\n[[qu¦ote]]\n+++\n", "a quote, with whose words it is"},
		{"+++\n[[quote]]\norg = \"qu¦ay\"\n+++\n", "Quay Alliance (quay)"},
		{"+++\n[[quote]]\nid = \"tide\"\nspeaker = \"Ada\"\norg = \"quay\"\ntext = \"It held.\"\n+++\n{{quote \"ti¦de\"}}\n", "Ada, quay\nIt held."},
		{"+++\nrelease_at = \"ho¦ld\"\n+++\n", "goes out at pressroom go"},
		{"+++\nembargo = 2026-11-01T0¦1:30:00\n+++\n", "in America/New_York the clock shows 01:30 twice that day; write 2026-11-01T01:30:00-04:00 or 2026-11-01T01:30:00-05:00"},
		{"+++\n+++\nwo¦rds\n", ""},
	} {
		text, offset := at(c.src)
		if got, _ := Hover(text, facts(t), offset); got != c.want {
			t.Errorf("%q: %q, want %q", c.src, got, c.want)
		}
	}
}

func TestTheWayToWhatIsNamed(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"+++\nto = [\"wat¦er\"]\n+++\n", "contacts/segments.toml:1"},
		{"+++\nto = [\"nation¦al\"]\n+++\n", "contacts/national.csv:2"},
		{"+++\n[[quote]]\nid = \"tide\"\n+++\n{{quote \"ti¦de\"}}\n", "releases/levee.md:2"},
		{"+++\nto = [\"nobo¦dy\"]\n+++\n", ":0"},
		{"+++\nhead¦line = \"water\"\n+++\n", ":0"},
	} {
		text, offset := at(c.src)
		p, ok := Define(text, facts(t), offset)
		if got := fmt.Sprintf("%s:%d", p.File, p.Line); got != c.want || ok != (p.Line > 0) {
			t.Errorf("%q: %s, want %s", c.src, got, c.want)
		}
	}
	text, offset := at("+++\n[[quote]]\nid = \"ti¦de\"\n+++\n")
	text.Name, text.Translation, text.Main = "releases/levee.es.md", true, []byte("+++\n\n[[quote]]\nid = \"tide\"\n+++\n")
	if p, _ := Define(text, facts(t), offset); p != (Place{"releases/levee.md", 3, 1}) {
		t.Errorf("%+v", p)
	}
}

func TestTheOutlineHoldsKeysTablesAndHeadings(t *testing.T) {
	text, _ := at("+++\nheadline = \"A levee\"\nto = [\"a\", \"b\"]\n[[quote]]\nid = \"tide\"\n+++\nWords.\n\n## Why\n\nMore.\n¦")
	var b strings.Builder
	var write func(list []Symbol, depth string)
	write = func(list []Symbol, depth string) {
		for _, s := range list {
			if s.At.Start < s.Span.Start || s.At.End > s.Span.End {
				t.Errorf("the name of %s stands outside it", s.Name)
			}
			fmt.Fprintf(&b, "%s%s %s\n", depth, s.Name, s.Detail)
			write(s.Within, depth+" ")
		}
	}
	write(Outline(text), "")
	const want = "Front matter \n headline A levee\n to [\"a\", \"b\"]\n [[quote]] tide\nWhy \n"
	if b.String() != want {
		t.Errorf("%s", b.String())
	}
}

// Beside a key stands as much of its value as a message quotes of a word.
func TestTheOutlineShowsHowAValueBegins(t *testing.T) {
	long := strings.Repeat("é", 61)
	for src, want := range map[string]string{
		"headline = \"" + long[2:] + "\"":             long[2:],
		"headline = \"" + long + "\"":                 long[2:] + "…",
		"to = [\"a\", \"" + long + "\"]":              "[\"a\", \"" + long[:2*(60-7)] + "…",
		"headline = \"\"\"\nA  levee\n for all\"\"\"": "A levee for all",
	} {
		front := Outline(Text{Name: "releases/x.md", Src: []byte("+++\n" + src + "\n+++\nBody.\n")})[0]
		if len(front.Within) != 1 || front.Within[0].Detail != want {
			t.Errorf("%s: %+v", src, front.Within)
		}
	}
}

func TestWhatIsWrongIsPutRight(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"a key", "+++\nheadlin = \"x\"\ndate = 2026-07-20\n+++\nWords.\n", "+++\nheadline = \"x\"\ndate = 2026-07-20\n+++\nWords.\n"},
		{"another word for one", "+++\ntitle = \"x\"\n+++\n", "+++\nheadline = \"x\"\n+++\n"},
		{"curly marks", "+++\nheadline = “x”\n+++\n", "+++\nheadline = \"x\"\n+++\n"},
		{
			"one bracket", "+++\nheadline = \"x\"\n[quote]\norg = \"y\"\n[[quote]]\norg = \"z\"\n+++\n",
			"+++\nheadline = \"x\"\n[[quote]]\norg = \"y\"\n[[quote]]\norg = \"z\"\n+++\n",
		},
		{"a language", "+++\nlanguage = \"Español\"\n+++\n", "+++\nlanguage = \"es\"\n+++\n"},
		{
			"an hour that is there twice", "+++\ntimezone = \"America/New_York\"\nembargo = 2026-11-01T01:30:00\n+++\n",
			"+++\ntimezone = \"America/New_York\"\nembargo = 2026-11-01T01:30:00-04:00\n+++\n",
		},
	} {
		text := Text{Name: "releases/levee.md", Src: []byte(c.src)}
		_, found := release.Read("levee", []release.Source{{Name: text.Name, Data: text.Src}}, release.Settings{})
		fixer := NewFixer(text)
		var texts []string
		for _, d := range found {
			for _, fix := range fixer.Fixes(d) {
				got, err := Apply(text.Src, fix)
				if err != nil {
					t.Errorf("%s: %v", c.name, err)
				}
				texts = append(texts, string(got))
			}
		}
		if !slices.Contains(texts, c.want) {
			t.Errorf("%s: %q\noffered %q\nfound %v", c.name, c.want, texts, found)
		}
	}
}

func TestAFixOfAnotherTextIsNotMade(t *testing.T) {
	d := diagnostic.Diagnostic{Position: diagnostic.Position{File: "f", Line: 3, Column: 1}, Instead: diagnostic.Instead{Old: "old", New: "new"}}
	if fixes := NewFixer(Text{Src: []byte("+++\n+++\ngold")}).Fixes(d); len(fixes) != 0 {
		t.Errorf("%v", fixes)
	}
	if _, err := Apply([]byte("x"), Fix{Edits: []Edit{{Span: frontmatter.Span{Start: 0, End: 9}}}}); err == nil {
		t.Error("a stretch outside the text is written over")
	}
}

func TestEveryKeyIsExplained(t *testing.T) {
	tables := []string{""}
	for _, k := range release.Keys("", false) {
		if release.Several(k) || isTable(k) {
			tables = append(tables, k)
		}
	}
	for _, table := range tables {
		keys := release.Keys(table, false)
		if len(keys) == 0 {
			t.Errorf("%q has no keys", table)
		}
		for _, k := range append(keys, release.Keys(table, true)...) {
			if About(table, k) == "" {
				t.Errorf("nothing is said of %s in %q", k, table)
			}
		}
	}
}

func TestUnitsCountAsEditorsDo(t *testing.T) {
	u := NewUnits([]byte("a😀é\nb\r\n\n終"))
	for _, c := range [][3]int{{0, 0, 0}, {1, 0, 1}, {5, 0, 3}, {7, 0, 4}, {8, 1, 0}, {11, 2, 0}, {12, 3, 0}, {15, 3, 1}} {
		if line, unit := u.Of(c[0]); line != c[1] || unit != c[2] {
			t.Errorf("byte %d is %d:%d, want %d:%d", c[0], line, unit, c[1], c[2])
		}
		if got := u.Offset(c[1], c[2]); got != c[0] {
			t.Errorf("%d:%d is byte %d, want %d", c[1], c[2], got, c[0])
		}
	}
	for _, c := range [][2]int{{0, 0}, {1, 1}, {5, 3}, {7, 4}, {8, 5}, {11, 8}, {15, 10}} {
		if got := u.Whole(c[0]); got != c[1] {
			t.Errorf("byte %d is unit %d, want %d", c[0], got, c[1])
		}
	}
	if u.Byte(2) != 1 || u.Byte(3) != 5 || u.Byte(99) != 15 || u.Byte(-1) != 0 {
		t.Errorf("%d %d %d %d", u.Byte(2), u.Byte(3), u.Byte(99), u.Byte(-1))
	}
	for _, c := range [][3]int{{0, 2, 1}, {0, 99, 7}, {99, 0, 15}, {-1, 5, 0}} { // within a character, behind a line, behind all, before it
		if got := u.Offset(c[0], c[1]); got != c[2] {
			t.Errorf("%d:%d is byte %d, want %d", c[0], c[1], got, c[2])
		}
	}
}

// Whatever is being written, nothing panics, and what is offered lies in the text.
func FuzzAssist(f *testing.F) {
	for _, src := range []string{
		"+++\nto = [\"a", "+++\n[[quote]]\ntext = \"\"\"\n\"\"\"\"\n+++\n{{quote \"", "+++\r\nheadline = 'x'\r\n+++\r\n## h\r\n", "+++\nembargo = 2026-07-26T09:00:00\n+++",
		"+++\na = \"\\", "+++", "", "+++\n[[", "\xff\xfe+++\n=\n",
	} {
		for _, offset := range []int{0, 5, 12, len(src)} {
			f.Add(src, offset)
		}
	}
	book, _ := contacts.Read(nil)
	facts := Facts{Book: book, Now: now}
	f.Fuzz(func(t *testing.T, src string, offset int) {
		text := Text{Name: "releases/levee.md", Src: []byte(src)}
		inside := func(sp frontmatter.Span) {
			if sp.Start < 0 || sp.End < sp.Start || sp.End > len(src) {
				t.Fatalf("%v lies outside %q", sp, src)
			}
		}
		offset = max(0, min(offset, len(src)))
		for _, c := range Complete(text, facts, offset) {
			inside(c.Span)
			if c.Caret < 0 || c.Caret > len(c.Insert) {
				t.Fatalf("the cursor stands outside %q", c.Insert)
			}
		}
		_, sp := Hover(text, facts, offset)
		inside(sp)
		Define(text, facts, offset)
		for _, s := range Outline(text) {
			inside(s.Span)
		}
		_, found := release.Read("levee", []release.Source{{Name: text.Name, Data: text.Src}}, release.Settings{})
		fixer := NewFixer(text)
		for _, d := range found {
			inside(At(text.Src, d))
			for _, fix := range fixer.Fixes(d) {
				if _, err := Apply(text.Src, fix); err != nil {
					t.Fatal(err)
				}
			}
		}
	})
}

// A table is called by what says most of it, whichever of its keys that is.
func TestTablesAreCalledByWhatTheyHave(t *testing.T) {
	keys := []string{"id", "name", "speaker", "org", "file", "title", "email", "phone"}
	for i := range keys {
		src := "+++\nheadline = \"H\"\n[[quote]]\n"
		for _, key := range keys[i:] {
			src += key + " = \"the " + key + "\"\n"
		}
		want := "the " + keys[i]
		if keys[i] == "phone" {
			want = ""
		}
		front := Outline(Text{Name: "releases/x.md", Src: []byte(src + "+++\nBody.\n")})[0]
		if len(front.Within) != 2 || front.Within[1].Detail != want {
			t.Errorf("%s first: %+v, want %q", keys[i], front.Within, want)
		}
	}
}
