package importer

import (
	_ "embed"
	"testing"
)

// Whom to ask, where nothing but spaces stands between what they are and who they are, and where the signs
// between them mislead.
//
//go:embed testdata/wild-between.txt
var wildBetween string

func TestWildBetween(t *testing.T) { tryWild(t, wildBetween, 25) }

// Days of release that stand beside other words, and days that are none.
//
//go:embed testdata/wild-dated.txt
var wildDated string

func TestWildDated(t *testing.T) { tryWild(t, wildDated, 14) }

// Eastern Time is no French word.
func TestEasternTimeTellsNoLanguage(t *testing.T) {
	for source, want := range map[string]string{
		"EMBARGOED UNTIL NOON ET DECEMBER 8, 2026\n\nNew pillow makes snoring worse\n\nMARLOW – People snored more.\n": "en",
		"Les bateaux et les quais\n\nMARLOW – Bateaux et quais.\n":                                                     "fr",
	} {
		r, err := Import("release.txt", []byte(source), Options{Today: today, Email: "press@office.example"})
		if err != nil || r.Language != want {
			t.Errorf("%q is %s, %v", source, r.Language, err)
		}
	}
}
