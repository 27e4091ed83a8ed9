package assist

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pressroom/internal/contacts"
	"pressroom/internal/expect"
	"pressroom/internal/frontmatter"
	"pressroom/internal/release"
)

const own = `+++
headline = "The levee held, and those who built it say that nobody has paid for it since the spring"
date = 2026-07-20
embargo = 2026-07-26T09:00:00
advance_at = 2026-07-25T09:00:00Z
release_at = "hold" # or a time
to = ["national", "water"]
advance = [ 'water' ]
language = "en"
organization = "quay"
timezone = "Europe/Madrid"
signatories = [
	"marsh", "Quay Alliance", "nobody"
]
lift_note = true
boilerplate = """
Who we are.
"""

[quotes]
unsigned = "warn"

[[quote]]
id = "tide"
org = "Quay Alliance"
speaker = "Ada Lund"
text = '''It held.'''
style = "dash"
[[quote]]
  org = "marsh"
[[media]]
file = "media/levee.jpg"
[[cover]]
id = "west"
to = ["water"]
phase = "advance"
[[contact]]
name = 'Dana'
public = false
+++
Words.

{{quote "tide"}} {{ quote "marsh" }}
{{quote "none"}}

  ## Why
# What # came
####### none
Later {{ti
  {{ma}}
{{quotes}} {{
`

const translation = `+++
headline = "El dique"
[[quote]]
id = "tide"
text = "Aguantó."
[[cover]]
id = ""
[[media]]
alt = "a"
+++
{{quote "tide"}} {{quote "marsh"}}
{{
`

// half are files as they look while they are being written.
var half = []string{
	"", "+++", "+++\n", "\ufeff+++\r\nhead\r\n+++\r\n", "++\nheadline = \"x\"", "+++\nto = [\"a", "+++\nto = [\"a\", [\"b\"], {c = \"d\"}]\n+++\n",
	"+++\ntext = \"\"\"a\nb\n+++\nWords", "+++\nheadline = 'it\n+++\n", "+++\nheadline = \"a\\\"b\\\n+++\n", "+++\nto = [ # some\n\"a\" # [\n]\n+++\n",
	"+++\n\t[[qu\n+++\n{{", "+++\nto = [\n+++\n", "+++\n= \"x\"\n x = \n+++\n", "+++\ntimezone = Eu, As\n+++\n",
	"+++\n[[contact]]\nname = \"Dana\"\n\n+++\n# One\n## Two\n#\n", "+++\nx = { a = 1 }\ny = 2\nz = ]\nw = \"a\"\n+++\n", "+++\ntext = \"\"\"\"\"\"\nnotes = \"a\"\n+++\n",
	"+++\n[\tquotes\t]\norder = \"\"\n[[ quote ]]\nid = \"tide\"\n+++\n", "+++\nembargo = 2026-07-26\nzones = [\"Asia/Tokyo\"]\n+++\n",
	"+++\nnotes = '{{quote \"tide\"}}'\n[[quote]]\nid = \"tide\"\norg = \"x\"\n+++\n", "+++\nto = [\"water", "+++\nto = [\"water\"",
	"+++\r\nheadline = \"a\" \r\n[[signatory]]\r\norg = \"\"\r\n[[quote]]\r\nid = \"tide\"\r\n+++\r\n{{quote \"tide\"}}",
}

func given(t *testing.T) Facts {
	t.Helper()
	f := facts(t)
	book, diags := contacts.Read([]contacts.File{
		{Name: "contacts/national.csv", Data: []byte("email,name,beats,timezone\nana@tide.example,Ana,water,Europe/Madrid\nbo@tide.example,Bo,law,Europe/Madrid\ncy@tide.example,Cy,law,\ndi@tide.example,Di,law,Asia/Tokyo\n")},
		{Name: "contacts/local.csv", Data: []byte("email,name\nana@tide.example,Ana\n")},
		{Name: "contacts/segments.toml", Data: []byte("[segment.water]\nwhere = '\"water\" in beats'\n")},
	})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	f.Book, f.Settings.Orgs[0].URL = book, "https://quay.example"
	return f
}

// span shows a stretch of a text.
func span(src []byte, sp frontmatter.Span) string {
	return fmt.Sprintf("%d-%d %.30q", sp.Start, sp.End, src[sp.Start:sp.End])
}

// places tells something of each place of a text, as often as it is something else.
func places(text Text, said func(offset int) string) string {
	var b strings.Builder
	last := "\x00"
	seen := make(map[string]string)
	u := NewUnits(text.Src)
	for offset := range len(text.Src) + 1 {
		if offset < len(text.Src) && !utf8.RuneStart(text.Src[offset]) {
			continue
		}
		now := said(offset)
		if now == last {
			continue
		}
		last = now
		line, unit := u.Of(offset)
		at := fmt.Sprintf("%d:%d", line+1, unit+1)
		if first := seen[now]; first != "" && len(now) > 30 {
			now = "as at " + first
		} else {
			seen[now] = at
		}
		fmt.Fprintf(&b, "%s %s\n", at, now)
	}
	return b.String()
}

// texts are a release, its translation, and what is being written.
func texts() []Text {
	out := []Text{
		{Name: "releases/levee.md", Src: []byte(own)},
		{Name: "releases/levee.es.md", Src: []byte(translation), Translation: true, Main: []byte(own)},
	}
	for _, src := range half {
		out = append(out, Text{Name: "releases/half.md", Src: []byte(src)})
	}
	return out
}

// What can stand at each place, told by the difference from what could at the one before.
func TestWhatCanStandAtEachPlace(t *testing.T) {
	f := given(t)
	var b strings.Builder
	keys, lists := make(map[string]string), make(map[string]string)
	for _, text := range texts() {
		fmt.Fprintf(&b, "=== %.40q\n", text.Src)
		b.WriteString(places(text, func(offset int) string {
			var out, names []string
			where := ""
			for _, c := range Complete(text, f, offset) {
				where = span(text.Src, c.Span)
				if c.Kind == Value && !strings.Contains(`"'`, string(text.Src[c.Span.Start-1])) {
					where = fmt.Sprintf("%d", c.Span.Start)
				}
				what := fmt.Sprintf("%s %s: %q", c.Kind, c.Label, c.Insert[:c.Caret]+"¦"+c.Insert[c.Caret:])
				if c.Kind != Value {
					keys[what] = c.Detail
				} else if c.Detail != "" {
					what += " (" + c.Detail + ")"
				}
				if c.Kind == Key && c.Insert == c.Label && c.Caret == len(c.Insert) {
					names = append(names, c.Label)
					continue
				}
				out = append(out, what)
			}
			if len(out) == 0 && len(names) == 0 {
				return "nothing"
			}
			if len(names) > 0 {
				out = append(out, strings.Join(names, " "))
			}
			list := strings.Join(out, "\n\t")
			if first := lists[list]; first != "" && first != where && len(list) > 120 {
				return where + " the same as at " + first
			}
			lists[list] = where
			return where + "\n\t" + list
		}))
	}
	b.WriteString("=== what keys and tables are for\n")
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		fmt.Fprintf(&b, "%s: %s\n", key, keys[key])
	}
	expect.File(t, "places.golden.txt", b.String())
}

// What is known of what stands at each place, and where it is set.
func TestWhatIsKnownOfEachPlace(t *testing.T) {
	f := given(t)
	var b strings.Builder
	for _, text := range texts() {
		fmt.Fprintf(&b, "=== %.40q\n", text.Src)
		b.WriteString(places(text, func(offset int) string {
			said, at := Hover(text, f, offset)
			out := "nothing"
			if said != "" {
				out = fmt.Sprintf("%s: %q", span(text.Src, at), said)
			}
			if p, ok := Define(text, f, offset); ok {
				out += fmt.Sprintf(", set at %s:%d:%d", p.File, p.Line, p.Column)
			}
			return out
		}))
	}
	expect.File(t, "known.golden.txt", b.String())
}

func TestWhatIsInEachText(t *testing.T) {
	var b strings.Builder
	for _, text := range texts() {
		fmt.Fprintf(&b, "=== %.40q\n", text.Src)
		var tell func(list []Symbol, depth string)
		tell = func(list []Symbol, depth string) {
			for _, s := range list {
				fmt.Fprintf(&b, "%s%s %q, heading %t: %s, named at %s\n", depth, s.Name, s.Detail, s.Heading, span(text.Src, s.Span), span(text.Src, s.At))
				tell(s.Within, depth+"\t")
			}
		}
		tell(Outline(text), "")
	}
	expect.File(t, "outline.golden.txt", b.String())
}

// What is found in files with something wrong in them, the stretch that it is about, and
// what is written in its stead.
func TestWhatIsWrittenInTheStead(t *testing.T) {
	settings := given(t).Settings
	var b strings.Builder
	for _, src := range append([]string{
		own, "+++\nheadlin = \"x\"\n  title = \"x\" \n+++\nWords.\n", "+++\nheadline = “x”\nsubhead = ‘y’\n[quote]\norg = \"y\"\n[[quote]]\norg = \"z\"\n+++\n",
		"+++\nlanguage = 'Español'\ntimezone = \"America/New_York\"\nembargo = 2026-11-01T01:30:00\n+++\n", "+++\nheadline = x\ndate = 20 July 2026\nto = national\n+++\n",
		"+++\nheadline = \"x\nsubhead = \"y\"\n+++\nBody\n", "+++\nnaïve-key = 1\n😀 = 2\n" + strings.Repeat("long", 20) + " = 3\n+++\n",
		"+++\nto = [\"a\" \"b\"]\nheadline: \"x\"\n+++\n", "+++\n[[quote]]\nstyle = \"dashes\"\n[quotes]\nunsigned = \"wait\"\n+++\n",
	}, half...) {
		fmt.Fprintf(&b, "=== %.60q\n", src)
		text := Text{Name: "releases/levee.md", Src: []byte(src)}
		_, found := release.Read("levee", []release.Source{{Name: text.Name, Data: text.Src}}, settings)
		fixer := NewFixer(text)
		for _, d := range found {
			fmt.Fprintf(&b, "%s\n\tabout %s\n", d, span(text.Src, At(text.Src, d)))
			for _, fix := range fixer.Fixes(d) {
				got, err := Apply(text.Src, fix)
				if err != nil {
					t.Errorf("%s: %v", d, err)
				}
				fmt.Fprintf(&b, "\t%s: %.140q\n", fix.Title, got)
			}
		}
	}
	expect.File(t, "instead.golden.txt", b.String())
}

func TestHowTheValueOfEachKeyIsWritten(t *testing.T) {
	var b strings.Builder
	for _, key := range slices.Sorted(maps.Keys(about)) {
		table, name, _ := strings.Cut(key, ".")
		form, choices := Takes(table, name)
		fmt.Fprintf(&b, "%s: %s %q; %s\n", key, form, choices, About(table, name))
		for _, w := range words[key] {
			fmt.Fprintf(&b, "\t%s: %s\n", w[0], w[1])
		}
	}
	fmt.Fprintf(&b, "zones %q\nwithout lists %q\n", Zones(given(t)), Zones(Facts{}))
	fmt.Fprintf(&b, "a key that there is not: %q\n", About("quote", "headline"))
	expect.File(t, "keys.golden.txt", b.String())
}

// An instant is shown in zones whose clocks differ.
func TestTheZonesInWhichAnInstantIsShown(t *testing.T) {
	f := given(t)
	for _, c := range []struct{ own, office, want string }{
		{"Europe/Madrid", "America/New_York", "Europe/Madrid UTC America/New_York"},
		{"Europe/Madrid", "Europe/Paris", "Europe/Madrid UTC Asia/Tokyo"},
		{"UTC", "UTC", "UTC Europe/Madrid Asia/Tokyo"},
		{"Europe/London", "", "Europe/London UTC Europe/Madrid"},
		{"Africa/Abidjan", "Nowhere/Town", "Africa/Abidjan Europe/Madrid Asia/Tokyo"},
	} {
		zone, err := time.LoadLocation(c.own)
		if err != nil {
			t.Fatal(err)
		}
		f.Settings.Organization.Timezone = c.office
		var got []string
		for _, z := range three(f, zone) {
			got = append(got, z.String())
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("of %s, with an office in %q: %v, want %s", c.own, c.office, got, c.want)
		}
	}
	winter := Facts{Now: time.Date(2027, 1, 8, 12, 0, 0, 0, time.UTC)}
	if got := fmt.Sprint(three(winter, time.UTC)); got != "[UTC America/New_York Asia/Tokyo]" {
		t.Errorf("of nobody in winter: %s", got)
	}
	f = Facts{Now: now}
	if got := fmt.Sprint(three(f, time.UTC)); got != "[UTC America/New_York Europe/London]" {
		t.Errorf("of nobody: %s", got)
	}
}

func TestUnitsAtTheEndsOfLines(t *testing.T) {
	const text = "a😀\xff\n\nb"
	u := NewUnits([]byte(text))
	var got []string
	for unit := -1; unit <= 8; unit++ {
		got = append(got, fmt.Sprintf("%d/%d/%d/%d", u.Byte(unit), u.Offset(0, unit), u.Offset(1, unit), u.Offset(2, unit)))
	}
	const want = "[0/0/7/8 0/0/7/8 1/1/7/9 1/1/7/9 5/5/7/9 6/6/7/9 7/6/7/9 8/6/7/9 9/6/7/9 9/6/7/9]"
	if fmt.Sprint(got) != want {
		t.Errorf("%v, want %s", got, want)
	}
	for _, c := range [][4]int{{-1, 0, 0, 0}, {0, 0, 0, 0}, {5, 0, 3, 3}, {6, 0, 4, 4}, {7, 1, 0, 5}, {8, 2, 0, 6}, {9, 2, 1, 7}, {10, 2, 1, 7}} {
		line, unit := u.Of(c[0])
		if line != c[1] || unit != c[2] || u.Whole(c[0]) != c[3] {
			t.Errorf("byte %d is %d:%d, unit %d of all; want %v", c[0], line, unit, u.Whole(c[0]), c[1:])
		}
	}
	for _, c := range [][3]int{{0, 1, 0}, {1, 1, 0}, {1, 2, 1}, {1, 3, 5}, {1, 9, 6}, {2, 1, 7}, {2, 5, 7}, {3, 1, 8}, {3, 2, 9}, {3, 9, 9}, {4, 1, 9}, {9, 9, 9}} {
		if got := Offset([]byte(text), c[0], c[1]); got != c[2] {
			t.Errorf("%d:%d is byte %d, want %d", c[0], c[1], got, c[2])
		}
	}
}

func TestAFixIsWrittenIntoItsOwnText(t *testing.T) {
	edit := func(from, to int, text string) Edit { return Edit{frontmatter.Span{Start: from, End: to}, text} }
	for _, c := range []struct {
		edits []Edit
		want  string
	}{
		{nil, "abcd"},
		{[]Edit{edit(0, 1, "x"), edit(1, 1, "y"), edit(3, 4, "")}, "xybc"},
		{[]Edit{edit(4, 4, "!")}, "abcd!"},
		{[]Edit{edit(0, 2, "x"), edit(1, 3, "y")}, ""},
		{[]Edit{edit(3, 2, "x")}, ""},
		{[]Edit{edit(0, 5, "x")}, ""},
	} {
		got, err := Apply([]byte("abcd"), Fix{"Write x", c.edits})
		if string(got) != c.want || (err != nil) != (c.want == "") {
			t.Errorf("%v: %q, %v", c.edits, got, err)
		}
		if err != nil && err.Error() != `"Write x" is about another text` {
			t.Error(err)
		}
	}
}
