package markup

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// sources are those of testdata/markups.txt, each below a line with its file's name and what is
// shown by it.
func sources(t testing.TB) (all []struct{ file, title, text string }) {
	t.Helper()
	data, err := os.ReadFile("testdata/markups.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, section := range strings.Split("\n"+string(data), "\n=== ")[1:] {
		title, text, _ := strings.Cut(section, "\n")
		file, title, ok := strings.Cut(title, " | ")
		if !ok {
			t.Fatalf("%q has no name", title)
		}
		all = append(all, struct{ file, title, text string }{file, title, text})
	}
	return all
}

// Each source as Markdown, whole, and what was left out of it, stands in the golden file.
func TestEachMarkupIsWrittenAsMarkdown(t *testing.T) {
	var b strings.Builder
	for _, s := range sources(t) {
		markdown, left, ok := Markdown(s.file, s.text)
		fmt.Fprintf(&b, "=== %s | %s, %t\n%s\n", s.file, s.title, ok, markdown)
		for _, l := range left {
			fmt.Fprintf(&b, "left out: %q\n", l)
		}
	}
	expect.File(t, "markdown.golden.txt", b.String())
}

// A text that is longer than any release is not looked at.
func TestALongTextIsNotLookedAt(t *testing.T) {
	const begins = "h1. A headline\n\n"
	text := begins + strings.Repeat("a", longest-len(begins))
	if _, _, ok := Markdown("a.txt", text); !ok {
		t.Error("the longest is not read")
	}
	if markdown, left, ok := Markdown("a.textile", text+"a"); ok || markdown != "" || left != nil {
		t.Error("a longer one is read")
	}
}

// Signs that are opened again and again, and never closed, are written in one going over.
func TestSignsWithoutEndAreSoonWritten(t *testing.T) {
	t.Parallel()
	for _, ending := range []string{".adoc", ".wiki", ".rst", ".textile", ".bbcode"} {
		for _, sign := range []string{
			"[quote, a]\n____\n", "[quote, b]\na\n", "= a\n", "a\n", ":a: b\n", "[[", "{{", "'''", "''", "==", "[[file:", "<ref>", "[http://a ",
			"`a <b", "|| ", "..\n  a", "a\n==\n", ".. note::\n  a\n", "\"a\":http://", "bq. a\n", "!a.png(", "[quote]", "[b]", "[url=a]",
		} {
			if _, _, ok := Markdown("a"+ending, strings.Repeat(sign, longest/4/len(sign))); !ok {
				t.Errorf("%s, %q: not read", ending, sign)
			}
		}
	}
}

// Whatever a text is, it is written in a bounded time, and no longer than it can become.
func FuzzMarkdown(f *testing.F) {
	for _, s := range sources(f) {
		f.Add(s.file, s.text)
	}
	f.Fuzz(func(t *testing.T, name, text string) {
		markdown, _, ok := Markdown(name, text)
		if !ok && markdown != "" {
			t.Errorf("%q of a text that is in none", markdown)
		}
		if len(markdown) > 10*len(text)+100 {
			t.Errorf("%d bytes of %d", len(markdown), len(text))
		}
	})
}
