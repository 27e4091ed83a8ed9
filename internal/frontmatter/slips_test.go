package frontmatter

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// What is said of each slip and how the file is read in spite of it: the statements of
// testdata/slips.txt between two that are right, each in a file of its own.
func TestWhatIsSaidOfSlips(t *testing.T) {
	src, err := os.ReadFile("testdata/slips.txt")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, slip := range strings.Split(strings.ReplaceAll(string(src), "\n---\n", "\n\x00"), "\x00") {
		b.WriteString(told("boat.md", "+++\nkind = \"boat\"\n"+slip+"length = 12\n+++\nBody.\n", slip))
	}
	expect.File(t, "slips.golden.txt", b.String())
}

// told is what is said of a file and how it is read.
func told(name, src, shown string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "=== %s", shown)
	d, diags := Recover(name, []byte(src))
	if d != nil {
		diags = d.Diagnostics()
	}
	for _, found := range diags {
		fmt.Fprintln(&b, found)
	}
	if d == nil {
		b.WriteString("not read\n\n")
		return b.String()
	}
	for line := range strings.Lines(string(d.Src[d.Front.Start:d.Front.End])) {
		if line != "kind = \"boat\"\n" && line != "length = 12\n" {
			b.WriteString("  " + line)
		}
	}
	fmt.Fprintf(&b, "%s\n\n", treeSaid(d.Tree()))
	return b.String()
}

// The fences around the front matter, and what stands in their place.
func TestWhatIsSaidOfFences(t *testing.T) {
	var b strings.Builder
	for _, src := range []string{
		"+++\na = 1\n+++\nBody.\n", "+++\na = 1\n+++", "+++\na = 1\n", "+++\na = 1\n\nBody.\n\nMore of it.\n", "a = 1\n+++\nBody.\n", "Body alone.\n", "",
		"---\na: 1\nb: two words\n---\nBody.\n", "++\na = 1\n++\nBody.\n", "++++\na = 1\n++++\nBody.\n", "+ + +\na = 1\n+ + +\nBody.\n",
		"===\na = 1\n===\nBody.\n", "\n\n+++\na = 1\n+++\nBody.\n", "\ufeff+++\na = 1\n+++\nBody.\n", "+++ toml\na = 1\n+++\nBody.\n",
		"+++\na = 1\n---\nBody.\n", "+++\na = 1\n+++ \t\nBody.\n", "# A heading\n\n+++\na = 1\n+++\nBody.\n", "```\n+++\na = 1\n+++\n```\n",
		"+++\n+++\nBody.\n", "+++\na = \"\xff\"\n+++\nBody.\n", "+++\na = \"\x00\"\n+++\nBody.\n", "+++\na = 1\n+++\n\xff\n", "+++\na = \"\ufffe\"\n+++\n", "+++\na = \"\uffff\"\n+++\n",
		"+++\na = \"\U0001fffe\"\n+++\n", "+++\na = \"\ufdcf\ufdd0\"\n+++\n", "+++\na = \"\ufdef\"\n+++\n", "+++\na = \"\ufdf0\ufffd\"\n+++\n", "\xff\xfe+\x00+\x00",
	} {
		b.WriteString(told("x.md", src, fmt.Sprintf("%q\n", src)))
	}
	expect.File(t, "fences.golden.txt", b.String())
}

// What is too large or too deep is refused before the parsers see it.
func TestWhatIsSaidOfTooMuch(t *testing.T) {
	var b strings.Builder
	for _, c := range []struct{ name, src string }{
		{"as many keys as may be", keys(maxKeys)},
		{"one more", keys(maxKeys + 1)},
		{"as deep as may be", "a = " + strings.Repeat("[", maxNesting) + strings.Repeat("]", maxNesting) + "\n"},
		{"shallow, and closed many times", "a = [" + strings.Repeat("[[]], ", maxNesting) + "]\n"},
		{"deeper, with others closed between", "a = " + strings.Repeat("[[], ", maxNesting+1) + strings.Repeat("]", maxNesting+1) + "\n"},
		{"more dots over several keys", "a" + strings.Repeat(".b", maxDotted-1) + " = 1\nc" + strings.Repeat(".d", maxDotted-1) + " = 1\n"},
		{"deeper", "a = " + strings.Repeat("[", maxNesting+1) + strings.Repeat("]", maxNesting+1) + "\n"},
		{"as many dots as may be", "a" + strings.Repeat(".b", maxDotted-1) + " = 1\n"},
		{"one dot more", "a" + strings.Repeat(".b", maxDotted) + " = 1\n"},
		{"as large as may be", "a = \"" + strings.Repeat("x", maxSize-20) + "\"\n"},
		{"larger", "a = \"" + strings.Repeat("x", maxSize) + "\"\n"},
	} {
		d, diags := Split("x.md", []byte("+++\n"+c.src+"+++\n"))
		fmt.Fprintf(&b, "=== %s: read %v\n%v\n", c.name, d != nil, diags.Error())
	}
	expect.File(t, "limits.golden.txt", b.String())
}

func keys(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "k%d = 1\n", i)
	}
	return b.String()
}

const shelf = `name = 7
line = "two\nlines"
tabs = " a\tb "
open = "true"
lamps = "six"
seats = 6.5
doors = 4
wide = "yes"
tags = "a, b"
more = ["a", 2, ["b"]]
none = []
day = "2026-12-03"
hour = "3 December 2026, 9 p.m. EST"
never = "one day"
when = 2026-12-03T09:00:00Z
room = 1
[hall]
a = 1
[[hall.row]]
b = 2
[[lone]]
c = 3
[[lone]]
c = 4
[single]
d = 5
[[list]]
e = 6
`

// A reader of tables asks for one kind and the file has another: what is said, and
// what is read in spite of it.
func TestWhatIsSaidOfWrongKinds(t *testing.T) {
	d, diags := Parse("shelf.toml", []byte(shelf))
	if d == nil {
		t.Fatal(diags)
	}
	root := d.Root()
	var b strings.Builder
	read := func(what string, v any) { fmt.Fprintf(&b, "%s: %#v\n", what, v) }
	read("name", root.String("name"))
	read("line", root.Line("line"))
	read("tabs", root.Line("tabs"))
	read("open", root.Bool("open", false))
	read("doors as true or false", root.Bool("doors", true))
	read("absent, else true", root.Bool("absent", true))
	read("lamps", root.Int("lamps", 1))
	read("seats", root.Int("seats", 2))
	read("doors", root.Int("doors", 3))
	read("absent, else 9", root.Int("absent", 9))
	read("tags", root.Strings("tags"))
	read("more", root.Strings("more"))
	read("none", root.Strings("none"))
	for _, key := range []string{"day", "hour", "never", "when", "absent"} {
		at, ok := root.Time(key)
		read(key, fmt.Sprint(at, ok))
	}
	read("room as a table", root.Table("room") != nil)
	read("lone as one table", root.Table("lone") != nil)
	hall := root.Table("hall")
	read("keys of hall", hall.Keys())
	for _, key := range []string{"single", "list", "absent", "wide"} {
		read(key+" as tables", len(root.Tables(key)))
	}
	for _, row := range hall.Tables("row") {
		read("a row at "+row.Here().String()+", "+row.Path(), row.Int("b", 0))
	}
	read("written", root.Written("tags"))
	read("places", fmt.Sprint(root.At("tags"), root.ValueAt("tags"), root.ElementAt("more", 1), root.InString("line", 4), root.Within("line", 1), root.Within("absent", 1)))
	root.Errorf("absent", "rule", "%s is missing", "absent")
	root.ErrorWithin("line", 4, "rule", "in the second line")
	root.ErrorWithin("line", 5, "rule", "said once of a key")
	read("faulty", fmt.Sprint(root.Faulty("line"), root.Faulty("tags"), root.Faulty("doors")))
	hall.Done(func(key string) string { return "say " + key + " elsewhere" })
	root.Done(nil)
	fmt.Fprintf(&b, "\n%v\n", d.Diagnostics().Error())
	expect.File(t, "kinds.golden.txt", b.String())
}

// Edits that would change more than they say are refused, with the reason.
func TestWhatIsSaidOfEdits(t *testing.T) {
	d, diags := Split("x.md", []byte("+++\na = 1\nlist = [{b = 1}]\n[c]\nd = 2\n[[e]]\nf = 3\n+++\nBody.\n"))
	if d == nil {
		t.Fatal(diags)
	}
	var b strings.Builder
	edit := func(what string, out []byte, err error) {
		fmt.Fprintf(&b, "=== %s\n%s", what, out)
		if err != nil {
			fmt.Fprintf(&b, "error: %v\n", err)
		}
	}
	for _, c := range [][3]string{
		{"", "a", "2"},
		{"", "z", `"new"`},
		{"c", "d", "[1, 2]"},
		{"c", "x y", "1"},
		{"e[0]", "g", "true"},
		{"e[1]", "g", "true"},
		{"", "c", "1"},
		{"", "a", "x"},
		{"", "a", ""},
		{"", "a", "1\nq = 2"},
		{"", "a", "\"\"\"x\"\"\"\nq = 2"},
		{"list[0]", "b", "2"},
		{"list[0]", "n", "2"},
		{"list[0]", "with-hyphen", "\"x\""},
	} {
		out, err := d.Set(c[0], c[1], c[2])
		edit("set "+strings.Join(c[:], " | "), out, err)
	}
	for _, c := range [][3]string{
		{"", "e", "f = 4\n"},
		{"", "new", "g = 1\n"},
		{"", "a", "g = 1\n"},
		{"", "c", "g = 1\n"},
		{"", "x", "no toml"},
		{"", "x", "[y]\n"},
		{"e[0]", "deep", "h = 1\n"},
		{"e[3]", "deep", "h = 1\n"},
		{"c", "deep", "h = 1\n"},
		{"list[0]", "deep", "h = 1\n"},
		{"c", "d", "h = 1\n"},
		{"c", "deep", "no toml"},
	} {
		if c[0] == "" {
			out, err := d.Append(c[1], c[2])
			edit("append "+c[1]+" | "+c[2], out, err)
			out, err = d.AppendTable(c[1], c[2])
			edit("append table "+c[1]+" | "+c[2], out, err)
			continue
		}
		out, err := d.AddTable(c[0], c[1], c[2])
		edit("add table "+strings.Join(c[:], " | "), out, err)
	}
	for _, name := range []string{"a", "c", "e", "list", "none", "c.d"} {
		out, err := d.Add(name, []Pair{{"b", "7"}, {"two words", "\"x\""}})
		edit("add to "+name, out, err)
	}
	out, err := d.Add("e", []Pair{{"b", "no toml"}})
	edit("add what is no TOML", out, err)
	for _, s := range []string{"", "plain", "with \"marks\"", "two\nlines", "two\r\nlines", "back\\slash", "tab\t", "bell\x07", "three \"\"\" marks\nand more", "ends in a mark\n\"", "del\x7f"} {
		fmt.Fprintf(&b, "=== quoted %q\n%s\n", s, Quote(s))
	}
	expect.File(t, "edits.golden.txt", b.String())
}

func TestWhatIsSetKeepsTheEndsOfLines(t *testing.T) {
	for src, want := range map[string]string{
		"+++\r\n+++\r\nBody.\r\n": "+++\r\nk = 1\r\n+++\r\nBody.\r\n", "+++\n+++\n": "+++\nk = 1\n+++\n", "+++\na = 1\r\nb = 2\n+++\n": "+++\na = 1\r\nb = 2\nk = 1\n+++\n",
		"+++\r\na = 1\r\n[c]\r\nd = 2\r\n+++\r\n": "+++\r\na = 1\r\nk = 1\r\n[c]\r\nd = 2\r\n+++\r\n", "+++\n\n# remark\n+++\n": "+++\nk = 1\n\n# remark\n+++\n",
	} {
		d, diags := Split("x.md", []byte(src))
		if d == nil {
			t.Fatal(diags)
		}
		if got, err := d.Set("", "k", "1"); err != nil || string(got) != want {
			t.Errorf("%q became %q (%v), want %q", src, got, err, want)
		}
	}
}
