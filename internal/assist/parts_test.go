package assist

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/contacts"
	"pressroom/internal/diagnostic"
	"pressroom/internal/frontmatter"
)

// Of rows in several lists the way leads to one of the list's own.
func TestTheWayToAListLeadsIntoItsFile(t *testing.T) {
	book, diags := contacts.Read([]contacts.File{
		{Name: "contacts/local-press.csv", Data: []byte("email,name\nana@tide.example,Ana Ruiz\n")},
		{Name: "contacts/local.csv", Data: []byte("email,name\nana@tide.example,Ana Ruiz\njan@tide.example,Jan Osten\n")},
		{Name: "contacts/segments.toml", Data: []byte("[segment.far]\nwhere = 'name == \"Jan Osten\"'\n")},
	})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	f := facts(t)
	f.Book = book
	for name, want := range map[string]Place{
		"local": {"contacts/local.csv", 3, 1}, "local-press": {"contacts/local-press.csv", 2, 1},
		"far": {"contacts/segments.toml", 1, 10}, "press": {},
	} {
		if got, ok := audienceAt(f, name); got != want || ok != (want != Place{}) {
			t.Errorf("%s is set at %v, want %v", name, got, want)
		}
	}
}

// What can stand in a key that many tables have, and what stands there.
func TestKeysOfTheSameKindInEachTable(t *testing.T) {
	f := facts(t)
	for _, c := range []struct{ table, key, label, said string }{
		{"[[media]]", "file", "media/levee.jpg", ""},
		{"[[document]]", "file", "media/levee.jpg", ""},
		{"[[quote]]", "org", "Quay Alliance", "Quay Alliance (quay)"},
		{"[[contact]]", "org", "Quay Alliance", "Quay Alliance (quay)"},
		{"[[signatory]]", "org", "Quay Alliance", "Quay Alliance (quay)"},
		{"", "organization", "quay", "Quay Alliance (quay)"},
		{"", "signatories", "Quay Alliance", "Quay Alliance (quay)"},
		{"", "to", "water", "1 journalist\nwhere \"water\" in beats"},
		{"", "advance", "water", "1 journalist\nwhere \"water\" in beats"},
		{"[[cover]]", "to", "water", "1 journalist\nwhere \"water\" in beats"},
		{"", "timezone", "Asia/Tokyo", "now Mon 20 July 2026, 19:00 JST"},
		{"", "zones", "Asia/Tokyo", "now Mon 20 July 2026, 19:00 JST"},
	} {
		for _, sign := range []string{" = ", "\t=\t", "="} {
			text, offset := at("+++\n" + c.table + "\n" + c.key + sign + "\"¦" + c.label + "\"\n+++\n")
			found := false
			for _, o := range Complete(text, f, offset) {
				found = found || o.Label == c.label
			}
			said, _ := Hover(text, f, offset)
			if !found || said != c.said {
				t.Errorf("%s %s%s: offered %t, said %q, want %q", c.table, c.key, sign, found, said, c.said)
			}
			offset -= len(sign) + 1
			about, sp := Hover(text, f, offset)
			if got := string(text.Src[sp.Start:sp.End]); got != c.key || about != About(strings.Trim(c.table, "[]"), c.key) {
				t.Errorf("%s %s%s: %q is about %q", c.table, c.key, sign, about, got)
			}
		}
	}
}

// The words of a quote are told without the blanks around them.
func TestTheWordsOfAQuoteAreToldAlone(t *testing.T) {
	for text, want := range map[string]string{
		`"It held."`: "Ana Ruiz, Rivers Trust\nIt held.", "\"\"\"\nIt held.\nAll of it.\n\"\"\"": "Ana Ruiz, Rivers Trust\nIt held.\nAll of it.",
		`"  It held. "`: "Ana Ruiz, Rivers Trust\nIt held.", `""`: "Ana Ruiz, Rivers Trust",
	} {
		src := "+++\n[[quote]]\nid = \"tide\"\nspeaker = \"Ana Ruiz\"\norg = \"Rivers Trust\"\ntext = " + text + "\n+++\n{{quote \"ti¦de\"}}\n"
		doc, offset := at(src)
		if got, _ := Hover(doc, facts(t), offset); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// A heading has a name; the signs alone make none.
func TestAHeadingHasAName(t *testing.T) {
	for line, want := range map[string]string{
		"## Why": "Why", "##  Why \t\r": "Why", "#": "", "# ": "", "## \t\r": "", "##\r": "",
		"##Why": "", "###### Six": "Six", "####### Seven": "", "Why #": "", "": "",
	} {
		src := []byte("Words.\n" + line + "\nMore.")
		var got []string
		for _, s := range headings(src, 0) {
			got = append(got, s.Name)
			if s.Span != (frontmatter.Span{Start: 7, End: len(src)}) || string(src[s.At.Start:s.At.End]) != line {
				t.Errorf("%q: %+v", line, s)
			}
		}
		if len(got) != min(1, len(want)) || strings.Join(got, "") != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
	if got := Outline(Text{Src: []byte("+++")}); len(got) != 1 || got[0].At.End != 3 || got[0].Span.End != 3 {
		t.Errorf("%+v", got)
	}
}

// A finding about the whole file is shown at its first line, and has nothing to be written.
func TestAFindingAboutTheWholeFile(t *testing.T) {
	for src, want := range map[string]int{"": 0, "\nlamps": 0, "lamps": 5, "lamps\nquays": 5} {
		if got := At([]byte(src), diagnostic.Diagnostic{}); got != (frontmatter.Span{End: want}) {
			t.Errorf("%q: %v", src, got)
		}
	}
}

// What is to be written is told in sixty characters.
func TestWhatIsToBeWrittenIsToldInShort(t *testing.T) {
	for text, want := range map[string]string{
		"the lamps":             "Write the lamps",
		"the\n  lamps ":         "Write the lamps",
		strings.Repeat("é", 60): "Write " + strings.Repeat("é", 60),
		strings.Repeat("é", 61): "Write " + strings.Repeat("é", 60) + "…",
	} {
		d := diagnostic.Diagnostic{Position: diagnostic.Position{Line: 1, Column: 1}, Instead: diagnostic.Instead{Old: "old", New: text}}
		fixes := NewFixer(Text{Src: []byte("old")}).Fixes(d)
		if len(fixes) != 1 || fixes[0].Title != want || fmt.Sprint(fixes[0].Edits) != fmt.Sprint([]Edit{{frontmatter.Span{End: 3}, text}}) {
			t.Errorf("%q: %+v", text, fixes)
		}
	}
}

// A character takes two units from U+10000 on.
func TestACharacterOfTwoUnits(t *testing.T) {
	for c, want := range map[string]int{"a": 1, "é": 1, "\uffff": 1, "\U00010000": 2, "😀": 2, "\U0010ffff": 2} {
		u := NewUnits([]byte(c))
		if got := u.Whole(len(c)); got != want || u.Byte(want) != len(c) || u.Offset(0, want) != len(c) || want == 2 && u.Byte(1) != 0 {
			t.Errorf("%+q has %d units, want %d", c, got, want)
		}
	}
}

// The rest of a line ends before what ends the line, and a place behind the text is its end.
func TestWhereALineAndATextEnd(t *testing.T) {
	for src, want := range map[string]string{
		"a  lamps \t\r\nx": "  lamps", "a  lamps\r\nx": "  lamps", "a  lamps": "  lamps", "a \t \r\nx": "", "a lamps \n": " lamps",
	} {
		sp := At([]byte(src), diagnostic.Diagnostic{Position: diagnostic.Position{Line: 1, Column: 2}})
		if got := src[sp.Start:sp.End]; got != want {
			t.Errorf("%q: %q, want %q", src, got, want)
		}
	}
	f := facts(t)
	for _, src := range []string{"+++\n", "+++\nhead", "+++\nlanguage = \"", "+++\n+++\n{{", ""} {
		text := Text{Name: "releases/x.md", Src: []byte(src)}
		want := fmt.Sprint(Complete(text, f, len(src)))
		if got := fmt.Sprint(Complete(text, f, len(src)+9)); got != want {
			t.Errorf("behind %q stands %s, want %s", src, got, want)
		}
		if got := fmt.Sprint(Complete(text, f, -9)); got != "[]" {
			t.Errorf("before %q stands %s", src, got)
		}
	}
}
