package frontmatter

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// written are files in which the same is written in different ways.
var written = []string{
	"+++\na = 1\nto = [\"x\", \"y\"]\n[[quote]]\norg = \"One\"\n[[quote]]\norg = \"Two\"\n[[quote]]\norg = \"Three\"\n+++\nBody\n",
	"+++\na = 1 # of all\n# of to\nto = [ # some\n  \"x\", # of x\n  # of y\n  \"y\",\n]\n\n# far\n\n# of one\n[[quote]] # one\norg = \"One\" # its org\n# behind one\n\n[[media]]\nfile = \"m\"\n# of two\n[[quote]]\norg = \"Two\"\n[quote.signoff]\nby = \"b\"\n# of the end\n+++\n",
	"\ufeff+++\r\nto = [\r\n\t\"x\",\r\n\t\"y\"\r\n]\r\na = 1\r\n\r\n[[quote]]\r\norg = \"One\"\r\n\r\n\r\n[[quote]]\r\norg = \"Two\"\r\n+++\r\n",
	"+++\nquote = [{ org = \"One\" }, { org = \"Two\", text = \"t\" }]\nto = []\na = 1\n+++\n",
	"+++\nquote = [\n  { org = \"One\" }, # one\n  { org = \"Two\" },\n]\nto = [ \"x\" ]\n+++\n",
	"+++\nquote = []\nquotes = { order = \"lot\", lot = \"1\" }\nto = [\"x\",\"y\",]\n+++\n",
	"+++\n[quotes]\norder = \"lot\" # why\n\n[[quote]]\n  org = \"One\"\n[quote.signoff]\n  by = \"b\"\n[[media]]\n[[quote]]\norg = \"Two\"\n+++",
	"+++\nquotes.order = \"lot\"\n\"to\" = ['x', \"\"\"y\"\"\"]\na = \"\"\"\n# no comment\n[[quote]]\n\"\"\"\n+++\n",
	"+++\nto = [\"a\", \"x\", \"b\", \"c\", \"y\", \"d\", \"e\"]\n+++\n",
	"+++\nto = [\n\"a\", \"x\",\n\"b\", \"c\",\n\"y\", \"d\", # of d\n\"e\"\n]\n+++\n",
	"+++\n+++\n",
	"+++\n\n\n# only this\n\n+++\nBody",
}

// changes are those that a form and a list make in a file.
var changes = []struct {
	name string
	do   func(d *Document) ([]byte, error)
}{
	{"add a quote", func(d *Document) ([]byte, error) {
		return d.Add("quote", []Pair{{"org", `"New"`}, {"text", "\"\"\"\na\n\"\"\""}})
	}},
	{"add nothing", func(d *Document) ([]byte, error) { return d.Add("media", nil) }},
	{"add what is none", func(d *Document) ([]byte, error) { return d.Add("quote", []Pair{{"org", "="}}) }},
	{"take out quote 0", func(d *Document) ([]byte, error) { return d.Remove("quote", 0) }},
	{"take out quote 1", func(d *Document) ([]byte, error) { return d.Remove("quote", 1) }},
	{"take out quote 2", func(d *Document) ([]byte, error) { return d.Remove("quote", 2) }},
	{"take out quote -1", func(d *Document) ([]byte, error) { return d.Remove("quote", -1) }},
	{"swap 0", func(d *Document) ([]byte, error) { return d.Swap("quote", 0) }},
	{"swap 1", func(d *Document) ([]byte, error) { return d.Swap("quote", 1) }},
	{"swap -1", func(d *Document) ([]byte, error) { return d.Swap("quote", -1) }},
	{"unset a", func(d *Document) ([]byte, error) { return d.Unset("", "a") }},
	{"unset to", func(d *Document) ([]byte, error) { return d.Unset("", "to") }},
	{"unset order", func(d *Document) ([]byte, error) { return d.Unset("quotes", "order") }},
	{"unset org", func(d *Document) ([]byte, error) { return d.Unset(Index("quote", 1), "org") }},
	{"set a", func(d *Document) ([]byte, error) { return d.Set("", "a", "2") }},
	{"set new", func(d *Document) ([]byte, error) { return d.Set("", "new", `"n"`) }},
	{"set lot", func(d *Document) ([]byte, error) { return d.Set("quotes", "lot", `"2"`) }},
	{"set text", func(d *Document) ([]byte, error) { return d.Set(Index("quote", 1), "text", "\"\"\"\na\nb\"\"\"") }},
	{"set what is none", func(d *Document) ([]byte, error) { return d.Set("", "a", "=") }},
	{"become b", func(d *Document) ([]byte, error) { return d.Become("", "a", "b", `"now"`) }},
	{"become to", func(d *Document) ([]byte, error) { return d.Become("", "a", "to", `"now"`) }},
	{"become a b", func(d *Document) ([]byte, error) { return d.Become("", "a", "a b", "1") }},
	{"to none", func(d *Document) ([]byte, error) { return d.SetList("", "to", nil) }},
	{"to y", func(d *Document) ([]byte, error) { return d.SetList("", "to", []string{"y"}) }},
	{"to x", func(d *Document) ([]byte, error) { return d.SetList("", "to", []string{"x"}) }},
	{"to x y z", func(d *Document) ([]byte, error) { return d.SetList("", "to", []string{"x", "y", "z"}) }},
	{"to z x", func(d *Document) ([]byte, error) { return d.SetList("", "to", []string{"z", "x"}) }},
	{"topics n", func(d *Document) ([]byte, error) { return d.SetList("", "topics", []string{"n"}) }},
	{"append", func(d *Document) ([]byte, error) { return d.Append("quote", "org = \"New\"\n") }},
	{"append a table", func(d *Document) ([]byte, error) { return d.AppendTable("notice", "text = \"n\"\n") }},
	{"add a table to quote 1", func(d *Document) ([]byte, error) { return d.AddTable(Index("quote", 1), "signoff", "by = \"x\"\n") }},
}

// What each change makes of each file: the lines that are others, or why it is not made.
func TestWhatChangesMakeOfFiles(t *testing.T) {
	var b strings.Builder
	for _, src := range written {
		d, diags := Split("f.md", []byte(src))
		if d == nil {
			t.Fatalf("%q: %v", src, diags)
		}
		tellChanges(&b, d)
	}
	expect.File(t, "changes.golden.txt", b.String())
}

func tellChanges(b *strings.Builder, d *Document) {
	src := string(d.Src)
	fmt.Fprintf(b, "=== %q, %d quotes\n", src, d.Len("quote"))
	for _, c := range changes {
		out, err := c.do(d)
		switch {
		case err != nil:
			fmt.Fprintf(b, "%s: %v\n", c.name, err)
		case string(out) == src:
			fmt.Fprintf(b, "%s: as it is\n", c.name)
		default:
			fmt.Fprintf(b, "%s:\n%s", c.name, strings.ReplaceAll(strings.ReplaceAll(expect.Changed(src, string(out)), "\r", "␍"), "\t", "␉"))
		}
	}
}

// The same in a file of settings, which begins with its first key and ends with its last.
func TestWhatChangesMakeOfSettings(t *testing.T) {
	var b strings.Builder
	for _, src := range []string{
		"quote = [{ org = \"One\" }, { org = \"Two\", text = \"t\" }]\na = 1", "a = 1", "", "\n", "# alone", "[[quote]]\norg = \"One\"", "[[quote]]\n[[quote]]\n# of the end",
		"# of one\n[[quote]]\norg = \"One\"\n\n\n[[quote]]\norg = \"Two\"\n\n\n", "to = [\"x\"]\n[quotes]\norder = \"lot\"", "quotes = { order = \"lot\" }", "[[quote]]\r\norg = \"One\"\r\n[[quote]]\r\na = 1",
		"  to = [\"x\" , \"y\"] # of to\n  a = 1 \t# of a\n", "to = [\n  \"x\",\n  \"y\" ]\n[\"quotes\"]\n'order' = \"lot\"\n", "a = 1\n[ quotes ]\norder = \"x\"\n[[ quote ]]\norg = \"One\"\n[[ quote ]] # two\n[ quote . signoff ]\nby = \"b\"\n",
		"to = [ # none\n]\na = 1\n\n# between\n\n[[quote]]\na = 1\n# of a\n\n# far\n[[quote]]\n# of two\na = 2\n", "quote = [\r\n  { org = \"One\" },\r\n\t{ org = \"Two\" }\r\n]\r\n", "quotes.order = \"lot\"\nquotes.local = true\na = 1\n", "['quotes']\norder = \"lot\"\n[\"quote\".x]\na = 1\n",
		"quotes = {}\nquote = []\n", "quotes = { }\nquote = [{}]\n",
		"to = [[\"x\"], {b = \"]\"}, 'y,']\n",
		"#", "\r\n", "quote = [{ org = \"One\" }, { org = \"Two\", text = \"t\" }]\nquote.signoff = 1", "\ta = 1 # of a\n\tto = ['x'] # of to\n", "to = [['x'], # of x\n  {b = \"]\"}, # of b\n  \"y\",\n]\n",
		"[[quote]]\norg = \"One\"\n[[quote]]\norg = \"Two\"\n[media]\na = 1\n[quote.signoff]\nby = \"b\"\n", "[[quote]]\norg = \"One\"\n# of it\n \t\n\t# of two\n[[quote]]\norg = \"Two\"\n",
	} {
		d, diags := Parse("f.toml", []byte(src))
		if d == nil {
			t.Fatalf("%q: %v", src, diags)
		}
		tellChanges(&b, d)
	}
	expect.File(t, "settings.golden.txt", b.String())
}

// Any of a list's elements can be taken out, however they stand.
func TestAnyElementsAreTakenOut(t *testing.T) {
	all := []string{"a", "b", "c", "d"}
	for _, src := range []string{
		`["a", "b", "c", "d"]`, `["a","b","c","d",]`, "[\n\"a\",\n\"b\",\n\"c\",\n\"d\"\n]", "[\"a\", \"b\",\n  \"c\", \"d\"]", "[ \"a\", # of a\n\"b\", \"c\", # of c\n\"d\" ]",
	} {
		d, diags := Split("f.md", []byte("+++\nto = "+src+"\n+++\n"))
		if d == nil {
			t.Fatal(diags)
		}
		for set := range 1 << len(all) {
			want := []string{}
			for i, s := range all {
				if set&(1<<i) != 0 {
					want = append(want, s)
				}
			}
			for _, want := range [][]string{want, append(want, "new")} {
				out, err := d.SetList("", "to", want)
				if err != nil {
					t.Errorf("%s to %v: %v", src, want, err)
					continue
				}
				now, _ := Split("f.md", out)
				if got := now.Root().Strings("to"); fmt.Sprint(got) != fmt.Sprint(want) || strings.Count(string(out), "# of") != strings.Count(src, "# of") {
					t.Errorf("%s to %v: %s", src, want, out)
				}
			}
		}
	}
}

// A further key goes behind the last of its table, as the others there are written, and a
// text of several lines takes the file's line ends.
func TestWhereAFurtherKeyGoes(t *testing.T) {
	for _, c := range []struct{ src, table, key, value, want string }{
		{"q.order = \"lot\"\na = 1\n", "q", "lot", "2", "q.order = \"lot\"\nq.lot = 2\na = 1\n"},
		{"qa.b = 1\nq.order = \"lot\"\n[z]\nqb = 1\n", "q", "lot", "2", "qa.b = 1\nq.order = \"lot\"\nq.lot = 2\n[z]\nqb = 1\n"},
		{"[q1]\na = 1\n\n[z]\nb = 1\n", "q1", "c", "2", "[q1]\na = 1\nc = 2\n\n[z]\nb = 1\n"},
		{"a = 1\r\nb = 2\r\n", "", "a", "\"\"\"\r\nx\r\ny\nz\"\"\"", "a = \"\"\"\r\nx\r\ny\r\nz\"\"\"\r\nb = 2\r\n"},
		{"a = 1\r\nb = 2", "", "c", "3", "a = 1\r\nb = 2\r\nc = 3"},
	} {
		d, diags := Parse("f.toml", []byte(c.src))
		if d == nil {
			t.Fatal(diags)
		}
		if got, err := d.Set(c.table, c.key, c.value); err != nil || string(got) != c.want {
			t.Errorf("%q became %q (%v), want %q", c.src, got, err, c.want)
		}
	}
	of, _ := Parse("f.toml", []byte("order = 1\n[q]\norder = 2\n"))
	if got, err := of.Become("q", "order", "sort", "3"); err != nil || string(got) != "order = 1\n[q]\nsort = 3\n" {
		t.Errorf("a key of a table became %q (%v)", got, err)
	}
	d, _ := Parse("f.toml", []byte("[[mp3]]\na = 1\n"))
	if got, err := d.AddTable("mp3[0]", "cover", "b = 2\n"); err != nil || string(got) != "[[mp3]]\na = 1\n\n[mp3.cover]\nb = 2\n" && string(got) != "[[mp3]]\na = 1\n[mp3.cover]\nb = 2\n" {
		t.Errorf("a table whose name has a figure became %q (%v)", got, err)
	}
}
