package frontmatter

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// A key that is read in the place of another, or that stands twice, is spoken of where it
// stands, whatever is wrong with what it holds.
func TestWhatIsWrongUnderAKeyThatIsMeant(t *testing.T) {
	var b strings.Builder
	for _, value := range []string{
		"7", "7.5", "true", "\"false\"", "\"TRUE\"", "\"a, b\"", "\"2026-12-03\"", "2026-12-03", "[\"a\", 1]", "[1, \"a\"]", "[]", "{ x = 1 }", "[{ x = 1 }, { x = 2 }]", "[{ x = 1 }, 2]",
		"\"a\\u2028b\"", "\"a\tb\"", "\"\\u0085\"", "\"\"\"\n two\n\"\"\"", "\"" + strings.Repeat("x", 98) + "\"", "\"" + strings.Repeat("x", 99) + "\"",
	} {
		for _, read := range []struct {
			name string
			do   func(root *Table) any
		}{
			{"string", func(r *Table) any { return r.String("lamps") }},
			{"line", func(r *Table) any { return r.Line("lamps") }},
			{"bool", func(r *Table) any { return r.Bool("lamps", true) }},
			{"int", func(r *Table) any { return r.Int("lamps", 5) }},
			{"strings", func(r *Table) any { return r.Strings("lamps") }},
			{"time", func(r *Table) any { at, ok := r.Time("lamps"); return fmt.Sprint(at, ok) }},
			{"table", func(r *Table) any {
				if table := r.Table("lamps"); table != nil {
					return table.Path() + fmt.Sprint(table.Keys(), table.At("x"), table.Here())
				}
				return "none"
			}},
			{"tables", func(r *Table) any {
				var all []string
				for _, table := range r.Tables("lamps") {
					all = append(all, table.Path()+" "+table.At("x").String())
				}
				return all
			}},
			{"places", func(r *Table) any {
				r.ErrorWithin("lamps", 2, "rule", "within")
				r.Errorf("lamps", "rule", "not told twice")
				return fmt.Sprint(r.Written("lamps"), r.At("lamps"), r.ValueAt("lamps"), r.Within("lamps", 500), r.Within("none", 1), r.ElementAt("lamps", 1), r.InString("lamps", 3), r.Faulty("lamps"), r.Has("lamps"))
			}},
		} {
			d, diags := Parse("x.toml", []byte("kind = 1\nLamp_s = "+value+"\n"))
			if d == nil {
				t.Fatalf("%s: %v", value, diags)
			}
			root := d.Root()
			root.Expect(Shape{Keys: []string{"kind", "lamps"}})
			fmt.Fprintf(&b, "%.40s as %s: %s\n", value, read.name, inUTC(fmt.Sprint(read.do(root))))
			for _, found := range d.Diagnostics()[1:] {
				fmt.Fprintf(&b, "  %s\n", found)
			}
		}
	}
	expect.File(t, "alias.golden.txt", b.String())
}

// Of two keys that one may be a slip of, the same is named each time.
func TestTheKeyThatIsNamedIsTheSameEachTime(t *testing.T) {
	for range 30 {
		d, diags := Split("x.md", []byte("+++\nhead = 1\nheal = 2\nheap = 3\nhear = 4\nheax = 5\n+++\n"))
		if d == nil {
			t.Fatal(diags)
		}
		root := d.Root()
		for _, key := range []string{"head", "heal", "heap", "hear"} {
			root.Int(key, 0)
		}
		root.Done(nil)
		if got := root.Report().Error(); !strings.Contains(got, "did you mean head?") {
			t.Fatal(got)
		}
	}
}

// A key in capitals is read in the place of the one that is meant.
func TestAKeyInCapitalsIsTheOneThatIsMeant(t *testing.T) {
	for _, written := range []string{"HEADLINE", "Head-Line", "HEAD_LINE", "\"HEAD LINE\"", "H_E_A_D_LINE", "H-E-A-D-LINE", "\"H E A D LINE\""} {
		d, diags := Split("x.md", []byte("+++\n"+written+" = \"The boat is back\"\n+++\n"))
		if d == nil {
			t.Fatal(diags)
		}
		root := d.Root()
		root.Expect(Shape{Keys: []string{"headline"}})
		if got := root.String("headline"); got != "The boat is back" {
			t.Errorf("%s: read as %q: %v", written, got, root.Report())
		}
	}
}

// A key is meant by its letters, whatever stands between them.
func TestAKeyIsMeantByItsLetters(t *testing.T) {
	s := Shape{Keys: []string{"v_a_t_id", "e-mail", "p o box"}, Also: map[string]string{"post": "e-mail", "letterbox": "p o box"}}
	for key, want := range map[string]string{
		"vatid": "v_a_t_id", "VAT-ID": "v_a_t_id", "V A T ID": "v_a_t_id", "v_a_t_id": "v_a_t_id", "Email": "e-mail", "e mail": "e-mail",
		"E_Mail": "e-mail", "emial": "e-mail",
		"POBox": "p o box", "p_o-box": "p o box", "Letter-Box": "p o box", "letter box": "p o box", "POST": "e-mail", "vat": "", "quay": "",
	} {
		if got := s.Meant(key); got != want {
			t.Errorf("%q means %q, want %q", key, got, want)
		}
	}
}
