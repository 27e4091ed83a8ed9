package docx

import (
	"errors"
	"strings"
	"testing"
	"time"

	"pressroom/internal/language"
	"pressroom/internal/release"
)

// full has room for so many bytes.
type full int

func (f *full) Write(p []byte) (int, error) {
	if *f -= full(len(p)); *f < 0 {
		return 0, errors.New("no room")
	}
	return len(p), nil
}

// A document that cannot be written says so, whether its parts have no room or only its end.
func TestADocumentThatHasNoRoom(t *testing.T) {
	t.Parallel()
	r, v := &release.Release{}, &release.Version{Language: "en", Headline: "Lamps"}
	r.Versions = []*release.Version{v}
	whole, err := Render(r, v, release.PhaseRelease, nil)
	if err != nil {
		t.Fatal(err)
	}
	const want = "writing the Word document: no room"
	for _, room := range []int{0, 5000, len(whole) - 1, len(whole)} {
		w, left := &writer{b: &strings.Builder{}, r: r, v: v, phase: release.PhaseRelease, cat: v.Catalogue()}, full(room)
		w.release()
		err := w.write(&left)
		if (err == nil) != (room == len(whole)) || err != nil && err.Error() != want {
			t.Errorf("in %d of %d bytes: %v", room, len(whole), err)
		}
	}
}

// What stands outside of the text is escaped as what stands in it is.
func TestHeadsAndPropertiesAreEscaped(t *testing.T) {
	t.Parallel()
	r := &release.Release{Issuer: release.Organization{Name: "Marlow & Sons"}, Reference: "R<1>", Revision: "2&3"}
	r.Timing.At = time.Date(2027, 6, 8, 17, 30, 0, 0, time.FixedZone("R&T", 3600))
	v := &release.Version{Language: "x&y", Headline: "Lamps & quays"}
	w := &writer{r: r, v: v, phase: release.PhaseAdvance, cat: language.Of("en")}
	for text, parts := range map[string][]string{
		w.laterHeader(): {">Marlow &amp; Sons<", "R&amp;T"},
		w.core(): {
			">Lamps &amp; quays<", ">Marlow &amp; Sons<", ">x&amp;y<", ">R&lt;1&gt;<", ">2&amp;3<",
		},
	} {
		for _, part := range parts {
			if !strings.Contains(text, part) {
				t.Errorf("no %s in\n%s", part, text)
			}
		}
	}
}
