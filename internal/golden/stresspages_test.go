package golden

import (
	"os"
	"testing"

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
