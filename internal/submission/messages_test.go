package submission

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/expect"
	"pressroom/internal/release"
)

// What a partner's words become, and what the form says of them.
func TestWhatBecomesOfWords(t *testing.T) {
	long := strings.Repeat("word ", MaxText/5)
	var b strings.Builder
	for _, c := range []struct {
		name string
		in   Words
	}{
		{"nothing", Words{}},
		{"all of it", Words{Org: "River Alliance", Speaker: "Ana Ruiz", Title: "chair", Text: "We asked. Nobody answered.", Link: "https://river.example/a", Style: Styles[1]}},
		{"an attribution beside a speaker", Words{Org: "O", Speaker: "S", Attribution: "said a member", Text: "Yes."}},
		{"marks around it all", Words{Org: "O", Speaker: "S", Text: "“Yes, and now.”"}},
		{"marks of each kind", Words{Org: "O", Speaker: "S", Text: `He said "no" -- and 'maybe'... ("yes")`}},
		{"an address in the words", Words{Org: "O", Speaker: "S", Text: "See https://a.example and www.b.example"}},
		{"braces", Words{Org: "O", Speaker: "S", Text: "Use {said} here."}},
		{"no full stop", Words{Org: "O", Speaker: "S", Text: "And then"}},
		{"a link that is none", Words{Org: "O", Speaker: "S", Text: "A.", Link: "river.example"}},
		{"a link of another kind", Words{Org: "O", Speaker: "S", Text: "A.", Link: "javascript:alert(1)"}},
		{"a style that is none", Words{Org: "O", Speaker: "S", Text: "A.", Style: "loud"}},
		{"as long as may be", Words{Org: "O", Speaker: "S", Text: strings.TrimSpace(long)}},
		{"longer", Words{Org: "O", Speaker: "S", Text: long + "and more of it"}},
		{"much longer", Words{Org: "O", Speaker: "S", Text: strings.Repeat(long, 5)}},
		{"long lines", Words{Org: strings.Repeat("o", maxLine), Speaker: strings.Repeat("s", maxLine+1), Title: strings.Repeat("t", maxLine+2), Attribution: strings.Repeat("a", maxLine+3), Text: "A."}},
	} {
		fmt.Fprintf(&b, "=== %s\n", c.name)
		for _, tag := range []string{"en", "fr"} {
			w, problems := Clean(c.in, catalogue(t, tag))
			shown := w
			if len(shown.Text) > 200 {
				shown.Text = fmt.Sprintf("%s… (%d)", shown.Text[:40], len(shown.Text))
			}
			fmt.Fprintf(&b, "%s: %s words %d\n", tag, expect.Given(shown), w.Count())
			for _, p := range append(problems, w.Advice(5)...) {
				fmt.Fprintf(&b, "  %s (advice %v): %s\n", p.Field, p.Advice, p.Message)
			}
		}
	}
	expect.File(t, "words.golden.txt", b.String())
}

// How words stand in the front matter, and come back out of it.
func TestHowWordsAreWritten(t *testing.T) {
	var b strings.Builder
	for _, style := range Styles {
		w := Words{Org: "River Alliance", Speaker: "Ana Ruiz", Title: "chair", Text: "We *asked*. Nobody answered.\n\n1. Not once.", Style: style}
		q := w.Quote("river")
		fmt.Fprintf(&b, "=== %s\n%s\nback: %s\n", style, TOML(q, "river-alliance"), expect.Given(FromQuote(q)))
		other := w
		other.Link = "https://a.example"
		if !w.Same(other) {
			t.Error("a link makes other words")
		}
		for _, change := range []func(*Words){
			func(w *Words) { w.Speaker += "x" }, func(w *Words) { w.Title += "x" }, func(w *Words) { w.Org += "x" },
			func(w *Words) { w.Text += "x" }, func(w *Words) { w.Attribution += "x" },
		} {
			other := w
			if change(&other); w.Same(other) {
				t.Errorf("%v is the same as %v", other, w)
			}
		}
	}
	for _, q := range []*release.Quote{
		{Org: "O", Attribution: "said a member", Style: release.StyleSaid, Text: "We will wait."},
		{Org: "O", Speaker: "S", Style: release.StyleSaid, Text: "We will {said}, wait."},
		{Org: "O", Speaker: "S", Style: release.StyleDash, Text: "a\\*b"},
		{Org: "O", Speaker: "S", Style: release.StyleSaid, Text: "One. {said} Two. Three."},
		{Org: "O", Speaker: "S", Style: release.StyleBlock, Text: "[a](https://b.example)"},
	} {
		fmt.Fprintf(&b, "=== %s\n%s\nback: %s\n", q.Text, TOML(q, ""), expect.Given(FromQuote(q)))
	}
	expect.File(t, "written.golden.txt", b.String())
}
