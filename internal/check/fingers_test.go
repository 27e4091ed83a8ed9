package check

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// What is said of each slip of the list when one letter around it is missing, or stands
// twice: where it begins to be one, and where it ends.
func TestWhereASlipBeginsAndEnds(t *testing.T) {
	var b strings.Builder
	for _, e := range entries(t, "slips.txt") {
		if e.slot != "body" && e.slot != "quote" && e.slot != "headline" || len(e.text) > 120 {
			continue
		}
		text := strings.Replace(e.text, caret, "", 1)
		fmt.Fprintf(&b, "=== %s\n%s", e.name, expect.Slips(text, expect.Letters, func(s string) string {
			changed := e
			changed.text = s
			src, _ := changed.source()
			var said []string
			for _, found := range look(t, src) {
				said = append(said, fmt.Sprintf("%s [%s]", found.Message, found.Rule))
			}
			return strings.ReplaceAll(strings.Join(said, " / "), "\n", "⏎")
		}))
	}
	expect.File(t, "fingers.golden.txt", b.String())
}
