package frontmatter

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// Files at the edge of what is one, and all that is known of what they hold.
func TestAllThatIsKnownOfAFile(t *testing.T) {
	var b strings.Builder
	for _, src := range []string{
		"Body\n", "", "+++\n", "+++\na = '''\n+++\n'''\nb = 1\n+++\nBody\n", "+++\na = \"\"\"\n+++\n\"\"\"\n+++\n", "+++\na = 'x' # '\n+++\n'\n", "+++\na = \"'\"\n+++\n'\n",
		"+++\n'a' = 1\n\"b c\" = 2\n[ 'd' ]\ne = 3\n[[ \"f\" ]] # of f\ng = 4\n+++\n", "+++\na = 1\n[[row]]\n[[row]]\nb = 2\n[row.deep]\n[hall]\n[[hall.row]]\nc = 3\n+++\n", "+++\nrow = [{ b = 1 }, 2]\nhall = [[{ c = 1 }]]\n+++\n",
	} {
		d, diags := Split("f.md", []byte(src))
		fmt.Fprintf(&b, "=== %q\n", src)
		if d == nil {
			fmt.Fprintf(&b, "%v\n", diags)
			continue
		}
		fmt.Fprintf(&b, "%s\nbody %q, the end at %s, before the beginning %s\n", treeSaid(d.Tree()), src[d.Body.Start:d.Body.End], d.At(len(src)+9), d.At(-3))
		for _, path := range []string{"", "hall", "row[0]", "row[1]", "row[2]", "row[-1]", "row[x]", "row", "hall.row[0]", "a"} {
			fmt.Fprintf(&b, "within %q %v\n", path, d.Within(path))
		}
	}
	const many = "m = 1\nk = 1\nz = 1\na = 1\nq = 1\nb = 1\nx = 1\nc = 1\nw = 1\nd = 1\nv = 1\n[[row]]\nn = 1\n[[row]]\nn = 2\n[[row]]\nn = 3\n[hall]\n[[hall.row]]\nn = 4\n[[hall.row]]\nn = 5\n[one]\nn = 6\n"
	d, diags := Parse("f.toml", []byte(many))
	if d == nil {
		t.Fatal(diags)
	}
	root := d.Root()
	fmt.Fprintln(&b, "keys", root.Keys())
	fmt.Fprintln(&b, "the row", root.Table("row").Int("n", 0), "of the hall", root.Table("hall").Table("row").Int("n", 0), "one", root.Table("one").Int("n", 0), "none", root.Table("none") == nil)
	for _, r := range root.Tables("row") {
		fmt.Fprintln(&b, "a row", r.Path(), r.Int("n", 0))
	}
	root.Done(func(string) string { return "" })
	for _, found := range d.Diagnostics() {
		fmt.Fprintln(&b, expect.Given(found))
	}
	s := Shape{Keys: []string{"to_do", "press-contact", "headline"}}
	for _, key := range []string{"to do", "to-do", "todo", "TO_DO", "press contact", "press_contact", "PressContact", "HEADLIN", "Headlime", "h-e-a-d-l-i-n-e", "h_e_a_d_l_i_n_e", "H E A D L I N E", "x"} {
		fmt.Fprintf(&b, "%q means %q\n", key, s.Meant(key))
	}
	expect.File(t, "whole.golden.txt", b.String())
}

// A file may be as large as may be, and what is wrong in its bytes is not put right in it.
func TestTheBytesOfAFile(t *testing.T) {
	front := "+++\na = 1\n+++\n"
	for size, read := range map[int]bool{maxSize: true, maxSize + 1: false} {
		if d, diags := Split("f.md", []byte(front+strings.Repeat("x", size-len(front)))); (d != nil) != read {
			t.Errorf("%d bytes: read %t, %v", size, d != nil, diags)
		}
	}
	src := []byte("+++\na = \"\xff\x00\"\n+++\nBody \xfe\n")
	was := bytes.Clone(src)
	if Recover("f.md", src); !bytes.Equal(src, was) {
		t.Errorf("%q became %q", was, src)
	}
	if m := Mends("f.md", []byte("+++\na = \"x\n+++\n\xff")); m != nil {
		t.Errorf("of a file that is not UTF-8 %v is offered", m)
	}
	d, _ := Split("f.md", []byte(front))
	for _, value := range []string{"[\"\",\n1]", "\"\"\n", "1\r"} {
		if out, err := d.Set("", "a", value); err == nil {
			t.Errorf("%q is set: %q", value, out)
		}
	}
}

// What is said of settings, which have no fences and as many keys as one likes, and of keys
// that are meant for others which are there, or not.
func TestWhatIsSaidOfSettings(t *testing.T) {
	var b strings.Builder
	for _, src := range []string{"a = 1\nb = x\n", "\ufeffa = 1\nb = x\n", "\ufeffa = 1\n", "a = 1\na = 2\nc = 99999999999999999999\n", "headlin = \"a\"\n", "headlin = \"a\"\nheadline = \"b\"\n", "zzz = 1\n", "\n\"", "a = 1\n\"b", "\"b\" = x\n"} {
		fmt.Fprintf(&b, "=== %q\n", src)
		d, diags := Parse("f.toml", []byte(src))
		if d != nil {
			root := d.Root()
			root.Expect(Shape{Keys: []string{"a", "b", "headline"}})
			diags = d.Diagnostics()
			fmt.Fprintln(&b, treeSaid(d.Tree()))
		}
		for _, found := range diags {
			fmt.Fprintln(&b, expect.Given(found))
		}
	}
	expect.File(t, "said.golden.txt", b.String())
}

// Of a table that stands twice but may not, each is told, though the second has a slip too.
func TestEachOfTheTablesThatStandOnceIsTold(t *testing.T) {
	d, diags := Recover("x.md", []byte("+++\n[[lone]]\na = 1\n[[lone] x\na = 2\n+++\n"))
	if d == nil {
		t.Fatal(diags)
	}
	before := len(d.Diagnostics())
	d.Root().Table("lone")
	if got, want := placed(d.Diagnostics()[before:]), "2:3 lone stands once, so it takes one bracket; write [lone] [type]\n"+
		"4:3 lone stands once, so it takes one bracket; write [lone] [type]"; got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// A key in whose statement something slipped is faulty: nothing more is said of its value.
func TestAKeyWithASlipIsFaulty(t *testing.T) {
	d, diags := Recover("x.md", []byte("+++\nlamps = \"six\nseats = \"two\"\n[[lone] x\na = 1\n[[lone]]\na = 2\n+++\n"))
	if d == nil {
		t.Fatal(diags)
	}
	root := d.Root()
	if !root.Faulty("lamps") || root.Faulty("seats") {
		t.Errorf("lamps %t, seats %t", root.Faulty("lamps"), root.Faulty("seats"))
	}
	before := len(d.Diagnostics())
	root.Int("lamps", 1)
	if got := len(d.Diagnostics()) - before; got != 0 {
		t.Errorf("%d more are said of it: %v", got, d.Diagnostics())
	}
	root.Table("lone")
	if got := len(d.Diagnostics()) - before; got != 1 {
		t.Errorf("%d are said of the two tables, want 1: %v", got, d.Diagnostics())
	}
}
