package frontmatter

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

const edited = `+++
headline = "A"   # first
[[quote]]   # one
org = "One"
text = """
[quote.signoff]
+++
not a table"""  # after
[[quote]]
org = "Two"

# before the media
[[media]]
file = "x"
+++
body
`

func TestAppendKeepsEveryOtherByte(t *testing.T) {
	for name, src := range map[string]string{
		"as it is": edited, "carriage returns": strings.ReplaceAll(edited, "\n", "\r\n"), "no quote yet": "+++\nheadline = \"A\"\n+++\nbody",
		"nothing": "+++\n+++\n", "a blank line at the end": "+++\na = 1\n\n+++\nx", "byte order mark": "\ufeff+++\na = 1\n+++\n",
	} {
		d, diags := Split("f.md", []byte(src))
		if d == nil {
			t.Fatalf("%s: %v", name, diags)
		}
		out, err := d.Append("quote", "org = \"Three\"\ntext = "+Quote("a\n\nb \\ \"c\"")+"\n[quote.signoff]\nby = \"x\"\n")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		onlyAdded(t, name, d, src, out)
	}
}

func TestAddTableGoesIntoTheRightOne(t *testing.T) {
	for name, src := range map[string]string{"as it is": edited, "carriage returns": strings.ReplaceAll(edited, "\n", "\r\n")} {
		for i, org := range []string{"One", "Two"} {
			d, _ := Split("f.md", []byte(src))
			out, err := d.AddTable(Index("quote", i), "signoff", "by = \"x\"\n")
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			onlyAdded(t, name, d, src, out)
			after, diags := Split("f.md", out)
			if after == nil {
				t.Fatal(diags)
			}
			q := after.Tree()["quote"].([]map[string]any)[i]
			if q["org"] != org || !reflect.DeepEqual(q["signoff"], map[string]any{"by": "x"}) {
				t.Errorf("%s: %v", name, q)
			}
			if _, err := after.AddTable(Index("quote", i), "signoff", "by = \"y\"\n"); err == nil {
				t.Errorf("%s: a second one was accepted", name)
			}
		}
	}
}

func TestTablesThatCannotBeAdded(t *testing.T) {
	d, _ := Split("f.md", []byte("+++\nquote = [{org = \"x\"}]\n+++\n"))
	if out, err := d.Append("quote", "org = \"y\"\n"); err == nil {
		t.Errorf("an inline array got a table:\n%s", out)
	}
	d, _ = Split("f.md", []byte(edited))
	for _, keys := range []string{"org = ", "a = 1\n[[quote]]\nb = 2\n", "a = 1\n[other]\nb = 2\n", "a = 1\n+++\n"} {
		if out, err := d.Append("quote", keys); err == nil {
			t.Errorf("%q was accepted:\n%s", keys, out)
		}
	}
	for _, parent := range []string{"", "quote[7]", "nowhere"} {
		if _, err := d.AddTable(parent, "signoff", "a = 1\n"); err == nil {
			t.Errorf("a table was put into %q", parent)
		}
	}
}

// onlyAdded checks that the new file is the old one with one stretch put in.
func onlyAdded(t *testing.T, name string, d *Document, src string, out []byte) {
	t.Helper()
	n := 0
	for n < len(src) && n < len(out) && src[n] == out[n] {
		n++
	}
	m := 0
	for m < len(src)-n && src[len(src)-1-m] == out[len(out)-1-m] {
		m++
	}
	if n+m != len(src) {
		t.Errorf("%s: something else changed:\n%s", name, out)
	}
	if strings.Contains(src, "\r\n") && strings.Count(src, "\n") == strings.Count(src, "\r\n") && bytes.Count(out, []byte("\n")) != bytes.Count(out, []byte("\r\n")) {
		t.Errorf("%s: mixed line ends:\n%q", name, out)
	}
}

func FuzzAppend(f *testing.F) {
	f.Add(edited, "x {said} \"y\"\n\\n", "é\u2028")
	f.Add("+++\r\na = 1\r\n+++\r\n", "a\nb", "")
	f.Fuzz(func(t *testing.T, src, words, by string) {
		d, _ := Split("f.md", []byte(src))
		if d == nil {
			return
		}
		words, by = strings.ToValidUTF8(words, ""), strings.ToValidUTF8(by, "")
		block := "text = " + Quote(words) + "\n[quote.signoff]\nby = " + Quote(by) + "\n"
		out, err := d.Append("quote", block)
		if err != nil {
			return
		}
		after, diags := Split("f.md", out)
		if after == nil {
			t.Fatalf("the edited file does not read: %v\n%s", diags, out)
		}
		onlyAdded(t, "fuzz", d, src, out)
		quotes := after.Tree()["quote"].([]map[string]any)
		last := quotes[len(quotes)-1]
		clean := func(s string) string { return strings.ReplaceAll(s, "\r\n", "\n") }
		if clean(last["text"].(string)) != clean(words) || clean(last["signoff"].(map[string]any)["by"].(string)) != clean(by) {
			t.Fatalf("other words: %q %v", words, last)
		}
		var before map[string]any
		if _, err := toml.Decode(src[d.Front.Start:d.Front.End], &before); err != nil {
			t.Fatal(err)
		}
		n := 0
		if have, ok := before["quote"].([]map[string]any); ok {
			n = len(have)
		}
		if n != len(quotes)-1 {
			t.Fatalf("%d quotes became %d", n, len(quotes))
		}
		with, err := d.AddTable(Index("quote", 0), "signoff", "by = "+Quote(by)+"\n")
		if err != nil {
			return
		}
		onlyAdded(t, "fuzz", d, src, with)
	})
}

// A string full of fences was once read again from its beginning at each of them.
func BenchmarkFencesInAString(b *testing.B) {
	src := []byte("+++\na = \"\"\"" + strings.Repeat("\n+++", 120_000) + "\"\"\"\n+++\n")
	for b.Loop() {
		if d, diags := Split("f.md", src); d == nil {
			b.Fatal(diags)
		}
	}
}
