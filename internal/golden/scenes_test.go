package golden

import (
	"cmp"
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/expect"
	"pressroom/internal/render/pdf"
	"pressroom/internal/scenes"
)

// What the PDF of each scene shows that the first does not, and where; those in scripts that its own fonts lack are
// shown by the whole release.
func TestScenesInPDF(t *testing.T) {
	var b strings.Builder
	first := ""
	for _, s := range scenes.All(t) {
		if s.Version.Language == "ar" {
			continue
		}
		data, err := pdf.Render(s.Release, s.Version, s.Phase, s.Assets, nil, nil)
		if err != nil {
			t.Fatalf("%s: %v", s.Name, err)
		}
		told, err := readPDF(data)
		if err != nil {
			t.Fatalf("%s: %v", s.Name, err)
		}
		fmt.Fprintf(&b, "##### %s\n%s", s.Name, expect.Changed(first, told))
		first = cmp.Or(first, told)
	}
	golden(t, "scenes.pdf.txt", b.String())
}
