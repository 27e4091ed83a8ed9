package golden

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/compile"
	"pressroom/internal/release"
)

// The most that spaces between words may be widened in justified text: 95 in a hundred
// of them, and where a hyphen could help, as parts of the natural space.
const (
	mostOfThem = 1.8
	anyOfThem  = 2.2
)

// Justified text of two thousand words has even spaces, with the patterns that Debian
// has for its language.
func TestJustifiedSpaces(t *testing.T) {
	if os.Getenv("PRESSROOM_PEERS") == "" {
		t.Skip("SKIPPED, NOT TESTED: PRESSROOM_PEERS is not set, and this needs the packages hyphen-de, hyphen-es and hyphen-en-us")
	}
	for lang, file := range map[string]string{"de": "hyph_de_DE.dic", "es": "hyph_es_ES.dic", "en": "hyph_en_US.dic"} {
		t.Run(lang, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join("/usr/share/hyphen", file))
			if err != nil {
				t.Fatal(err)
			}
			s := stressed{name: "justified", language: lang, body: func(w *words) string { return w.paragraphs(34) }, patterns: data}
			in := stressWorkspace(t, s, setting{"a4", "uk", true})
			pdf, err := in.One(compile.PDF, release.Variant{Phase: release.PhaseRelease, Language: lang})
			if err != nil {
				t.Fatal(err)
			}
			d, err := drawn(pdf)
			if err != nil {
				t.Fatal(err)
			}
			spaces := d.spaces()
			slices.Sort(spaces)
			if len(spaces) < 1500 {
				t.Fatalf("%d spaces", len(spaces))
			}
			at := func(percent int) float64 { return spaces[len(spaces)*percent/100] }
			t.Logf("%d spaces: 50%% under %.2f, 95%% under %.2f, the widest %.2f", len(spaces), at(50), at(95), spaces[len(spaces)-1])
			if at(95) > mostOfThem {
				t.Errorf("95%% of the spaces are under %.2f, not %.1f", at(95), mostOfThem)
			}
			if last := spaces[len(spaces)-1]; last > anyOfThem {
				t.Errorf("a space is %.2f times as wide as it should be", last)
			}
		})
	}
}

// spaces are those between words of justified lines, as parts of the one that the font
// has: of lines that reach the column's right end.
func (d *document) spaces() (list []float64) {
	const column, natural = 408, 0.25 // the latter of the size: the space that the font has
	var line []box
	flush := func() {
		if n := len(line); n > 2 && line[n-1].right > line[0].left+column-8 {
			for i := 1; i < n; i++ {
				size := (line[i].top - line[i].bottom) / 0.9
				list = append(list, (line[i].left-line[i-1].right)/(size*natural))
			}
		}
		line = nil
	}
	for _, b := range d.boxes {
		if b.kind != wordBox || b.running || strings.TrimSpace(b.text) == "" {
			continue
		}
		if len(line) > 0 && (line[0].baseline != b.baseline || line[0].page != b.page) {
			flush()
		}
		line = append(line, b)
	}
	flush()
	return list
}
