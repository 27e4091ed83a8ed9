package text

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/expect"
	"pressroom/internal/scenes"
)

// What a text says of each scene, and what it says otherwise in a mail.
func TestScenes(t *testing.T) {
	var b strings.Builder
	for _, s := range scenes.All(t) {
		plain := string(Render(s.Release, s.Version, s.Phase, nil))
		fmt.Fprintf(&b, "##### %s\n%s", s.Name, plain)
		if mail := string(Render(s.Release, s.Version, s.Phase, s.Enclosed)); mail != plain {
			fmt.Fprintf(&b, "##### %s, in a mail\n%s", s.Name, expect.Changed(plain, mail))
		}
	}
	expect.File(t, "scenes.golden.txt", b.String())
}
