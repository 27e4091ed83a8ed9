package golden

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"pressroom/internal/compile"
	"pressroom/internal/release"
)

// pagesOfStress is how many pages the list has to fill when all of it is set: with
// PRESSROOM_FULL=1. Else each release is set in one of the ways.
const pagesOfStress = 150

// The list of what can break a page is set in all ways, and every page looked at.
func TestPagesUnderStress(t *testing.T) {
	full := os.Getenv("PRESSROOM_FULL") != ""
	pages := make(chan int, len(stressList)*len(settings()))
	t.Run("releases", func(t *testing.T) {
		for i, s := range stressList {
			for j, how := range settings() {
				if !full && j != i%len(settings()) {
					continue
				}
				t.Run(s.name+"/"+how.String(), func(t *testing.T) {
					t.Parallel()
					in := stressWorkspace(t, s, how)
					data, err := in.One(compile.PDF, release.Variant{Phase: release.PhaseAdvance, Language: in.Release.Main().Language})
					if err != nil {
						t.Fatal(err)
					}
					d, err := drawn(data)
					if err != nil {
						t.Fatal(err)
					}
					pages <- len(d.pages)
					lookAt(t, in, d)
				})
			}
		}
	})
	close(pages)
	sum := 0
	for n := range pages {
		sum += n
	}
	if least := pagesOfStress; full && sum < least || sum < least/10 {
		t.Errorf("%d pages of stress", sum)
	}
	t.Logf("%d pages", sum)
}

// lookAt says what is wrong with the pages of a release.
func lookAt(t *testing.T, in *compile.Input, d *document) {
	t.Helper()
	const most = 12 // of a document's faults
	v := in.Release.Main()
	texts := append(sourceTexts(v.Copy()), sourceTexts(v.Boilerplate)...)
	inText := len(texts) // what follows has commas behind it
	texts = append(append(texts, sourceTexts(v.Notes)...), v.Headline, v.Subhead, in.Release.ReleaseLine(v.Catalogue(), release.PhaseAdvance))
	texts = append(texts, in.Release.SignatoryNames(v.Catalogue())...)
	for _, c := range in.Release.PublicContacts(false, "en") {
		texts = append(texts, c.Name, c.Role, c.Phone, c.Email, c.Hours)
	}
	faults := slices.Concat(d.faults(), d.skips(), d.cuts(sourceWords(texts)), d.ladders(), d.strayMarks(), d.strayCaptions(), d.edges(), d.dividedFigures())
	var all strings.Builder
	for _, block := range d.blocks() {
		for _, p := range block {
			all.WriteString(p.text)
		}
		all.WriteByte(' ')
	}
	shown, words := read(all.String()), sourceWords([]string{all.String()})
	for i, text := range texts {
		if !strings.Contains(shown, read(text)) {
			faults = append(faults, fmt.Sprintf("lost: %q", text))
		}
		for w := range sourceWords([]string{text}) {
			if i < inText && !words[w] && !strings.ContainsAny(text, "/`{") {
				faults = append(faults, fmt.Sprintf("not a word of its own: %q", w))
			}
		}
	}
	for i, f := range faults {
		if i == most {
			t.Errorf("and %d more", len(faults)-most)
			break
		}
		t.Error(f)
	}
}

// read is a text without what only says how it is set: spaces, the places for hyphens.
func read(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, s)
}
