package compile

import (
	"strings"
	"testing"

	"pressroom/internal/release"
)

func TestASmallPictureIsToldAtItsPlace(t *testing.T) {
	at := func() release.Position { return release.Position{File: "x.md", Line: 7} }
	for name, c := range map[string]struct {
		width, height int
		told          bool
	}{
		"an icon":                 {24, 24, true},
		"half a column's width":   {400, 300, true},
		"nearly a column's width": {623, 480, true},
		"a column's width":        {624, 300, false},
		"a tall one":              {300, 624, false},
	} {
		f := file{key: "media/pier.png", name: "media/pier.png", what: "picture", rule: "media", at: at}
		got := small(f, release.Asset{Width: c.width, Height: c.height}).Error()
		if strings.Contains(got, "x.md:7") != c.told {
			t.Errorf("%s: %q", name, got)
		}
	}
	logo := file{key: "logo.png", name: "logo.png", what: "logo", rule: "logo", at: at}
	if got := small(logo, release.Asset{Width: 24, Height: 24}); len(got) > 0 {
		t.Errorf("a logo: %v", got)
	}
}
