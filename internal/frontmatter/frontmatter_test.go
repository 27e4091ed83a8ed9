package frontmatter

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

const sample = `# a comment that stays
title = "A"   # and this one
'odd key' = 1

[mail]
from = "x"
text = """
[quote.signoff]
not a table
"""

[[quote]]
org = "One"
[[quote]]
org = "Two"
list = ["a", { b = "c" }]
a.b = 2
`

func TestPositionsOfKeysAndValues(t *testing.T) {
	d, diags := Parse("f.toml", []byte(sample))
	if d == nil {
		t.Fatal(diags)
	}
	for path, want := range map[string]string{
		"title": "f.toml:2:1", `"odd key"`: "f.toml:3:1", "mail": "f.toml:5:2", "mail.text": "f.toml:7:1", "quote[0].org": "f.toml:13:1",
		"quote[1].org": "f.toml:15:1", "quote[1]": "f.toml:14:3", "quote[1].list[0]": "f.toml:16:9", "quote[1].list[1].b": "f.toml:16:16", "quote[1].a.b": "f.toml:17:3",
	} {
		e, ok := d.Lookup(path)
		if !ok {
			t.Errorf("%s is not found", path)
		} else if got := d.At(e.Key.Start).String(); got != want {
			t.Errorf("%s at %s, want %s", path, got, want)
		}
	}
	if got := d.At(d.InString("mail.text", len("[quote.signoff]\nnot"))).String(); got != "f.toml:9:4" {
		t.Errorf("inside a string: %s", got)
	}
}

// A value stands behind whatever space there is, and a header in whatever marks.
func TestPositionsBehindSpaceAndMarks(t *testing.T) {
	d, diags := Parse("f.toml", []byte("a =\t1\nb\t= \t \"x\"\n [ 'odd room' . \"deep\" ] # here\nc=true\n"))
	if d == nil {
		t.Fatal(diags)
	}
	for path, want := range map[string]string{
		"a": "1:5 1", "b": "2:7 \"x\"", `"odd room".deep.c`: "4:3 true",
	} {
		e, ok := d.Lookup(path)
		if got := d.At(e.Value.Start).String() + " " + string(d.Src[e.Value.Start:e.Value.End]); !ok || got != "f.toml:"+want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
}

func TestInStringWalksEscapes(t *testing.T) {
	d, diags := Parse("f", []byte(`a = "x\ty\u00e9z"`))
	if d == nil {
		t.Fatal(diags)
	}
	// decoded: x TAB y é z; é has two bytes
	if got := d.InString("a", len("x\tyé")); d.Src[got] != 'z' {
		t.Errorf("offset %d is %q, want z", got, d.Src[got])
	}
}

func TestSetKeepsEveryOtherByte(t *testing.T) {
	d, diags := Parse("f.toml", []byte(sample))
	if d == nil {
		t.Fatal(diags)
	}
	for _, c := range []struct{ table, key, value, old, new string }{
		{"", "title", `"B"`, `title = "A"`, `title = "B"`},
		{"", "added", `2026-01-02T03:04:05Z`, "'odd key' = 1\n", "'odd key' = 1\nadded = 2026-01-02T03:04:05Z\n"},
		{"quote[0]", "by", `"x"`, "org = \"One\"\n", "org = \"One\"\nby = \"x\"\n"},
		{"quote[1]", "org", `"Zwei"`, `org = "Two"`, `org = "Zwei"`},
		{"mail", "from", `"y # z"`, `from = "x"`, `from = "y # z"`},
	} {
		out, err := d.Set(c.table, c.key, c.value)
		if err != nil {
			t.Errorf("%s.%s: %v", c.table, c.key, err)
			continue
		}
		if want := strings.Replace(sample, c.old, c.new, 1); string(out) != want {
			t.Errorf("%s.%s:\n%s", c.table, c.key, out)
		}
	}
	for _, c := range []struct{ table, key, value string }{
		{"", "title", "\"a\"\nb = 1"}, {"nowhere", "a", "1"}, {"", "mail", "1"}, {"", "x", "not toml"}, {"", "x", ""},
	} {
		if out, err := d.Set(c.table, c.key, c.value); err == nil {
			t.Errorf("setting %v was accepted:\n%s", c, out)
		}
	}
}

func TestSetKeepsCarriageReturns(t *testing.T) {
	d, diags := Split("f.md", []byte("+++\r\na = 1\r\n+++\r\nbody\r\n"))
	if d == nil {
		t.Fatal(diags)
	}
	out, err := d.Set("", "b", "2")
	if err != nil {
		t.Fatal(err)
	}
	if want := "+++\r\na = 1\r\nb = 2\r\n+++\r\nbody\r\n"; string(out) != want {
		t.Errorf("%q", out)
	}
}

func TestFenceInsideAStringIsNoFence(t *testing.T) {
	d, diags := Split("f.md", []byte("+++\na = \"\"\"\n+++\n\"\"\"\n+++\nbody"))
	if d == nil {
		t.Fatal(diags)
	}
	if got := string(d.Src[d.Body.Start:d.Body.End]); got != "body" {
		t.Errorf("body %q", got)
	}
}

// The decoder and the parser that gives positions have to see the same keys.
func FuzzParse(f *testing.F) {
	f.Add(sample)
	f.Add("a = [1, 2.5, 1979-05-27T07:32:00Z, \"x\\u00e9\"]\n[b]\n'c d'.e = {f = true}\n")
	if data, err := os.ReadFile("../../templates/init/pressroom.toml"); err == nil {
		f.Add(string(data))
	}
	f.Fuzz(func(t *testing.T, src string) {
		d, diags := Parse("f", []byte(src))
		if d == nil {
			if !diags.HasErrors() {
				t.Fatal("neither a document nor an error")
			}
			return
		}
		var visit func(path string, v any)
		visit = func(path string, v any) {
			if path != "" {
				if _, ok := d.Lookup(path); !ok {
					t.Fatalf("decoded %s has no position", path)
				}
			}
			switch v := v.(type) {
			case map[string]any:
				for k, e := range v {
					visit(Join(path, k), e)
				}
			case []map[string]any:
				for i, e := range v {
					visit(Index(path, i), e)
				}
			}
		}
		visit("", d.Tree())
	})
}

func FuzzSet(f *testing.F) {
	f.Add(sample, "title", "B")
	f.Add("a = 1\r\n[b]\r\n", "c", "d")
	f.Fuzz(func(t *testing.T, src, key, text string) {
		d, _ := Parse("f", []byte(src))
		if d == nil {
			return
		}
		value := `"` + strings.Map(func(r rune) rune {
			if r < ' ' || r == '"' || r == '\\' || r == 0x7f {
				return -1
			}
			return r
		}, text) + `"`
		out, err := d.Set("", key, value)
		if err != nil {
			return
		}
		var before, after, v map[string]any
		if _, err := toml.Decode(src, &before); err != nil {
			t.Fatal(err)
		}
		if _, err := toml.Decode(string(out), &after); err != nil {
			t.Fatalf("the edited file does not decode: %v\n%s", err, out)
		}
		if _, err := toml.Decode("v = "+value, &v); err != nil {
			t.Fatal(err)
		}
		if before == nil {
			before = map[string]any{}
		}
		before[key] = v["v"]
		if !reflect.DeepEqual(before, after) {
			t.Fatalf("more than %s changed:\n%s\n%s", key, src, out)
		}
	})
}
