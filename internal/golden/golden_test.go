// Package golden holds one invented release that uses every key and part, compiled
// in four languages, both phases and both layouts, and the golden files that say
// what a reader sees of it. The package is tests alone.
//
//	go test ./internal/golden            # compares
//	go test ./internal/golden -update    # writes the golden files anew: read what changed
//
// Fonts and hyphenation patterns lie in the workspace under testdata, so that no
// machine's own change a line.
package golden

import (
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"pressroom/internal/compile"
	"pressroom/internal/draft"
	"pressroom/internal/expect"
	"pressroom/internal/release"
	"pressroom/internal/workspace"
)

// slug is the release's.
const slug = "open-late"

// variants are every language in both phases and both layouts.
var variants = func() (all []variant) {
	for _, language := range []string{"en", "es", "ja", "ar"} {
		for _, layout := range []release.Layout{release.LayoutUS, release.LayoutUK} {
			for _, phase := range []release.Phase{release.PhaseAdvance, release.PhaseRelease} {
				all = append(all, variant{language, phase, layout})
			}
		}
	}
	return all
}()

type variant struct {
	language string
	phase    release.Phase
	layout   release.Layout
}

func (v variant) String() string {
	return v.language + "-" + string(v.phase) + "-" + string(v.layout)
}

func (v variant) of() release.Variant { return release.Variant{Phase: v.phase, Language: v.language} }

// nameless is the revision of all releases here: else each word and each template changed
// every file.
const nameless = "the-name-of-it"

// loaded is the release as its workspace has it, in the us layout: its embargo ends
// on an afternoon that is the next day in UTC.
var loaded = sync.OnceValues(func() (*compile.Input, error) {
	w, err := workspace.Open("testdata/workspace")
	if err != nil {
		return nil, err
	}
	text, err := draft.New(w).Read(slug)
	if err != nil {
		return nil, err
	}
	if text.Input == nil {
		return nil, text.Findings
	}
	text.Input.Release.Revision = nameless
	return text.Input, nil
})

// input is the release in a layout. In the uk one it is set for noon in London.
func input(t testing.TB, layout release.Layout) *compile.Input {
	t.Helper()
	in, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	if layout == release.LayoutUS {
		return in
	}
	london, err := time.LoadLocation("Europe/London")
	if err != nil {
		t.Fatal(err)
	}
	other, rel := *in, *in.Release
	rel.Issuer.Layout = layout
	rel.Zone, rel.Timing.At = london, time.Date(2027, 6, 8, 12, 0, 0, 0, london)
	other.Release = &rel
	return &other
}

// artefacts are those compiled so far, so that each is once.
var artefacts sync.Map

// one compiles an artefact.
func one(t testing.TB, v variant, f compile.Format) []byte {
	t.Helper()
	type key struct {
		v variant
		f compile.Format
	}
	in := input(t, v.layout)
	compiled, _ := artefacts.LoadOrStore(key{v, f}, sync.OnceValues(func() ([]byte, error) { return in.One(f, v.of()) }))
	data, err := compiled.(func() ([]byte, error))()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// golden compares with a file under testdata/golden.
func golden(t *testing.T, name, got string) {
	t.Helper()
	expect.File(t, "golden/"+name, got)
}

// each runs a check for every variant.
func each(t *testing.T, check func(t *testing.T, v variant)) {
	for _, v := range variants {
		t.Run(v.String(), func(t *testing.T) {
			t.Parallel()
			check(t, v)
		})
	}
}

func TestText(t *testing.T) {
	each(t, func(t *testing.T, v variant) { golden(t, v.String()+".txt", string(one(t, v, compile.Text))) })
}

func TestPage(t *testing.T) {
	each(t, func(t *testing.T, v variant) {
		golden(t, v.String()+".html", page(input(t, v.layout), one(t, v, compile.Web)))
	})
}

// page is a page without what its templates and pictures hold already.
func page(in *compile.Input, data []byte) string {
	s := string(data)
	for _, name := range []string{"web/page.css", "web/page.js"} {
		s = strings.Replace(s, strings.TrimSpace(in.Templates[name]), "["+name+"]", 1)
	}
	return withoutData(s)
}

// The fonts that set the release must be those of its workspace: with another
// machine's own, its lines would break elsewhere.
func TestNoFontOfTheMachineIsUsed(t *testing.T) {
	in := input(t, release.LayoutUS)
	if len(in.Fonts) == 0 {
		t.Fatal("no font was found for Arabic and Japanese")
	}
	for _, f := range in.Fonts {
		for _, font := range []string{f.Regular.Name, f.Bold.Name} {
			if !strings.HasPrefix(font, "Golden") {
				t.Errorf("the font for %q is %s; add the characters that it has to the subsets in testdata/workspace/templates/fonts", f.Script, font)
			}
		}
	}
	for _, lang := range in.Release.Languages() {
		own, err := os.ReadFile("testdata/workspace/templates/hyphenation/hyph_" + lang + ".dic")
		if err != nil || string(own) != string(in.Patterns[lang]) {
			t.Errorf("the patterns that divide words in %s are not those of the workspace: %v", lang, err)
		}
	}
}
