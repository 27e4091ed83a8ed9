package html

import (
	"strings"
	"testing"

	"pressroom/internal/release"
	"pressroom/templates"
)

// Long words have places for hyphens where a telephone's lines are short, and what
// programs read of the page has none.
func TestLongWordsAreDividedWhereLinesAreShort(t *testing.T) {
	divide := func(text string, least int) string {
		if len(text) < least {
			return text
		}
		return text[:9] + "\u00ad" + text[9:]
	}
	word := func(n int) string { return strings.Repeat("o", n) }
	text := func(n int) []release.Inline { return []release.Inline{&release.Text{S: word(n)}} }
	v := &release.Version{Language: "de", Headline: word(NarrowWord), Subhead: word(NarrowWord - 1), Body: []release.Block{
		&release.Paragraph{Inlines: text(longWord - 1)}, &release.Paragraph{Inlines: text(longWord)},
		&release.Heading{Level: 2, Inlines: text(NarrowWord + 1)},
		&release.Table{Head: [][]release.Inline{text(NarrowWord + 2)}},
		&release.Paragraph{Inlines: []release.Inline{&release.Link{Href: "https://x.example/" + word(40), Children: text(NarrowWord + 3)}}},
	}}
	set := templates.Defaults(nil)
	r := &release.Release{Versions: []*release.Version{v}}
	data, err := Render(r, v, release.PhaseRelease, nil, divide, Templates{Page: set["web/page.html"]})
	if err != nil {
		t.Fatal(err)
	}
	divided := func(n int) string { return divide(word(n), 0) }
	mustHave(t, string(data), "<h1>"+divided(NarrowWord)+"</h1>", "<title>"+word(NarrowWord)+"</title>", `content="`+word(NarrowWord)+`"`,
		`"headline":"`+word(NarrowWord)+`"`, `<p class="subhead">`+word(NarrowWord-1)+"<", "<p>"+word(longWord-1)+"<", "<p>"+divided(longWord)+"<",
		"<h2>"+divided(NarrowWord+1)+"<", `<th scope="col">`+divided(NarrowWord+2)+"<", word(40)+`">`+word(NarrowWord+3)+"<")
}

func TestHeadingsThatSkipALevelAreClosedUp(t *testing.T) {
	heading := func(level int) release.Block {
		return &release.Heading{Level: level, Inlines: []release.Inline{&release.Text{S: "h"}}}
	}
	page := render(t, "en", &release.Release{}, release.PhaseRelease, nil, heading(4), heading(2), heading(5), heading(3), heading(6))
	mustHave(t, page, "<h2>h</h2>\n<h2>h</h2>\n<h3>h</h3>\n<h3>h</h3>\n<h4>h</h4>")
}

// What is typed reads from left to right in every language, unless it begins otherwise.
func TestCodeRunsAsItIsTyped(t *testing.T) {
	mustHave(t, render(t, "ar", &release.Release{}, release.PhaseRelease, nil, &release.Code{Text: "curl https://x.example"}, &release.Code{Text: "أمر x"}),
		`<pre dir="ltr">curl`, "<pre>أمر")
	mustHave(t, render(t, "en", &release.Release{}, release.PhaseRelease, nil, &release.Code{Text: "curl"}), "<pre>curl")
}

// Who hears a table hears nothing of a heading that is empty, as that above the names of
// its rows is.
func TestAnEmptyHeadOfAColumnIsNone(t *testing.T) {
	in := func(s string) []release.Inline {
		if s == "" {
			return nil
		}
		return []release.Inline{&release.Text{S: s}}
	}
	table := &release.Table{Head: [][]release.Inline{in(""), in("Lead")}, Rows: [][][]release.Inline{{in("North"), in("much")}}}
	page := render(t, "en", &release.Release{}, release.PhaseRelease, nil, table)
	mustHave(t, page, `<thead><tr><td></td><th scope="col">Lead</th></tr></thead>`)
}

func TestManySignatoriesStandInColumns(t *testing.T) {
	names := func(n int) *release.Release {
		r := &release.Release{}
		for range n {
			r.Signatories = append(r.Signatories, "Quay Trust")
		}
		return r
	}
	for n, want := range map[int]bool{release.NamesInColumns - 1: false, release.NamesInColumns: true} {
		page := render(t, "en", names(n), release.PhaseRelease, nil)
		if got := strings.Contains(page, `<ul class="columns"><li>Quay Trust</li>`); got != want {
			t.Errorf("%d names in columns: %v", n, got)
		}
	}
}
