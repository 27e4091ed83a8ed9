package importer

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// wholes are what becomes of many sources, whole, one below the other.
type wholes struct {
	b     strings.Builder
	count int
	alone map[string][]string // the lines that a beginning has alone
}

// add writes one down: its file, and what is told that the file does not say. Of a source that
// begins as others do, the lines are left out that the beginning alone has; with a minus those
// that are no more.
func (w *wholes) add(t *testing.T, name string, r *Result, begins, source string) {
	t.Helper()
	w.count++
	fmt.Fprintf(&w.b, "=== %s\n", name)
	now := lines(r)
	var usual []string
	if begins != "" && strings.HasPrefix(source, begins) {
		usual = w.ofAlone(t, begins)
	}
	for _, l := range usual {
		if !slices.Contains(now, l) {
			fmt.Fprintf(&w.b, "- %s\n", l)
		}
	}
	for _, l := range now {
		if !slices.Contains(usual, l) {
			fmt.Fprintf(&w.b, "%s\n", l)
		}
	}
}

// ofAlone are the lines of a beginning alone.
func (w *wholes) ofAlone(t *testing.T, begins string) []string {
	t.Helper()
	if found, ok := w.alone[begins]; ok {
		return found
	}
	r, err := Import("release.txt", []byte(begins), Options{Today: today, Email: "press@office.example"})
	if err != nil {
		t.Fatal(err)
	}
	if w.alone == nil {
		w.alone = make(map[string][]string)
	}
	w.alone[begins] = lines(r)
	return w.alone[begins]
}

// lines are those of an import that say something.
func lines(r *Result) []string {
	md := string(r.Markdown)
	out := strings.FieldsFunc(md, func(c rune) bool { return c == '\n' })
	for _, u := range r.Unsure {
		if !strings.Contains(md, u) && !strings.HasPrefix(u, "quote ") {
			out = append(out, "told: "+u)
		}
	}
	return out
}

// hold compares all with the golden file of the test; some of them alone it does not.
func (w *wholes) hold(t *testing.T, all int) {
	t.Helper()
	if w.count == all {
		expect.File(t, strings.ToLower(strings.Replace(t.Name(), "TestWild", "wild-", 1))+".golden.txt", w.b.String())
	}
}

// The sources that other tests look at in places, whole.
func TestFoundWhole(t *testing.T) {
	t.Parallel()
	var all wholes
	list := slices.Concat(found, kinds)
	for _, l := range list {
		r := textOrPage(t, l.source)
		begins := ""
		for _, opening := range []string{copyOnly, deutsch, francais, head} {
			if strings.HasPrefix(l.source, opening) {
				begins = opening
			}
		}
		all.add(t, l.name, r, begins, l.source)
	}
	expect.File(t, "found.golden.txt", all.b.String())
}

// attributed is the copy of a release, and whose quotes are found in it.
type attributed struct {
	name, body string
	quotes     []string
}

// attributedWholes tries each below one beginning, and holds all that is made of it in a golden file.
func attributedWholes(t *testing.T, golden string, all []attributed) {
	t.Helper()
	w := wholes{}
	for _, c := range all {
		source := tollHead + c.body
		r, err := Import("in.md", []byte(source), Options{Today: today, Email: "press@office.example"})
		if err != nil {
			t.Fatal(err)
		}
		t.Run(c.name, func(t *testing.T) { compare(t, r, c.quotes) })
		w.add(t, c.name, r, tollHead, source)
	}
	expect.File(t, golden, w.b.String())
}
