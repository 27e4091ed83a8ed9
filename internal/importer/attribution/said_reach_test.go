package attribution

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

func TestHowFarATextIsReadForWhoSpeaks(t *testing.T) {
	half := strings.Repeat("x", mostSpoken/2)
	for _, c := range []struct{ last, kept int }{{0, 3}, {1, 2}} {
		d := &Copy{Body: []prose.Para{{Text: half}, {Text: half}, {Text: strings.Repeat("y", c.last)}}}
		rest := d.outOfReach()
		if len(d.Body) != c.kept || len(rest) != 3-c.kept {
			t.Errorf("%d bytes too many: %d paragraphs are read and %d are not", c.last, len(d.Body), len(rest))
		}
	}
}
