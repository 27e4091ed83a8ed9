package frontmatter

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pressroom/internal/diagnostic"
)

const slipped = `+++
headline: "A
to = [“x”, "y";
[contact]
name` + "\u00a0" + `= B
at = 2026-12-03 9:00 PST
[[contact]]
text = """one
two
[[quote]
file = "media\photo.jpg"
say = "he "said" so",
+++
Body {{x}}
`

func TestAFileWithSlipsIsReadAsItWasMeant(t *testing.T) {
	d, diags := Recover("f.md", []byte(slipped))
	if d == nil {
		t.Fatal(diags)
	}
	root := d.Root()
	contacts, quotes := root.Tables("contact"), root.Tables("quote")
	if len(contacts) != 2 || len(quotes) != 1 {
		t.Fatalf("%d contacts, %d quotes:\n%s", len(contacts), len(quotes), d.Src)
	}
	for what, c := range map[string][2]string{
		"headline": {root.String("headline"), "A"}, "list": {strings.Join(root.Strings("to"), " "), "x y"},
		"name": {contacts[0].String("name"), "B"}, "long text": {contacts[1].String("text"), "one\ntwo"},
		"path": {quotes[0].String("file"), "media/photo.jpg"}, "inner marks": {quotes[0].String("say"), `he "said" so`},
		"body": {string(d.Src[d.Body.Start:d.Body.End]), "Body {{x}}\n"},
	} {
		if c[0] != c[1] {
			t.Errorf("%s: %q, want %q", what, c[0], c[1])
		}
	}
	if at, ok := contacts[0].Time("at"); !ok || at.UTC().Hour() != 17 {
		t.Errorf("time %v", at)
	}
	if got := d.At(d.Body.Start + len("Body ")).String(); got != "f.md:14:6" {
		t.Errorf("the body's place is %s", got)
	}
	var lines []int
	for _, f := range d.Diagnostics() {
		lines = append(lines, f.Line)
	}
	if len(lines) != 9 {
		t.Errorf("slips on lines %v:\n%v", lines, d.Diagnostics())
	}
	if split, found := Split("f.md", []byte(slipped)); split != nil || len(found) != len(lines) {
		t.Errorf("a file with slips can be edited, or its errors are others: %v", found)
	}
}

// Files of the largest size, made of what has a scanner look ahead again and again,
// are answered, with a bounded number of errors. The benchmark below says how fast.
func TestTheLargestFilesOfSlipsAreAnswered(t *testing.T) {
	for name, src := range worst() {
		t.Run(name, func(t *testing.T) {
			d, diags := Recover("f.md", []byte(src))
			if d != nil {
				diags = d.Diagnostics()
			}
			if !diags.HasErrors() || len(diags) > maxFaults+maxRounds+2 {
				t.Errorf("%d diagnostics", len(diags))
			}
		})
	}
}

func worst() map[string]string {
	out := make(map[string]string)
	for name, c := range map[string][2]string{
		"marks": {"", `"`}, "texts that nothing closes": {"", "a = \"\"\"x\n"}, "curly texts": {"", "a = “““x\n"},
		"marks in a line": {"a = ", `"a"x`}, "a list in a line": {"a = [", `"a"x,`}, "apostrophes in a list": {"a = [", `'a'x,`},
		"curly marks in a list": {"a = [", `“a”x`}, "keys in a line": {"", `a="b" `}, "sentences": {"", "Some words here.\n"},
		"brackets": {"", "["}, "lists in lists": {"a = ", "["}, "headers that go nowhere": {"", "[[a\n"}, "empty lines": {"a = \n", "\n"},
		"marks over empty lines": {"a = \"\"\"x\n", "\"\n\n\n"}, "odd spaces": {"", "\u00a0"},
		"colons": {"", "a: \n"}, "dashes": {"a:\n", "- b\n"},
		"backslashes": {"a = \"", `\ `}, "texts over lines": {"", "a = \"b\nc\n"}, "braces": {"", "a = {\n"},
		"colons over empty lines": {"", "a:\n\n\n"}, "fences that are none": {"", "++\na = 1\n"},
	} {
		out[name] = "+++\n" + c[0] + strings.Repeat(c[1], (maxSize-30)/len(c[1]))
	}
	return out
}

func BenchmarkRecoverTheWorst(b *testing.B) {
	for name, src := range worst() {
		b.Run(strings.ReplaceAll(name, " ", "-"), func(b *testing.B) {
			for b.Loop() {
				Recover("f.md", []byte(src))
			}
		})
	}
}

// A file is never refused without a place, and what is read of one with slips has
// its places in the file.
func FuzzRecover(f *testing.F) {
	f.Add(slipped)
	f.Add("---\na: b\nc:\n  - d\n---\ntext")
	f.Add("\ufeff\n+++\na = 'b's\n''' \n++\n")
	f.Add("+++\na = (\"b\", 12/3/26\n[x\n[[y]\nz = \"\"c\"\"\"\n")
	f.Fuzz(func(t *testing.T, src string) {
		d, diags := Recover("f", []byte(src))
		split, found := Split("f", []byte(src))
		if (split == nil) != found.HasErrors() {
			t.Fatalf("document %v, errors %v", split != nil, found)
		}
		if d == nil {
			if !diags.HasErrors() {
				t.Fatal("neither a document nor an error")
			}
			return
		}
		if slips := len(d.Diagnostics())+len(d.spaced) > 0; slips != (split == nil) {
			t.Fatalf("slips %v, but the file reads: %v", d.Diagnostics(), split != nil)
		}
		lines := strings.Split(src, "\n")
		check := func(p diagnostic.Position) {
			if p.Line < 1 || p.Line > len(lines) || p.Column < 1 || p.Column > utf8.RuneCountInString(lines[p.Line-1])+1 {
				t.Fatalf("no such place: %v", p)
			}
		}
		for _, f := range d.Diagnostics() {
			check(f.Position)
		}
		for _, e := range d.entries {
			check(d.At(e.Key.Start))
			check(d.At(e.Value.End))
		}
	})
}
