package attribution

import (
	"testing"
)

// Words to be spoken may have spaces around them.
func TestSpokenWordsWithSpacesAroundThem(t *testing.T) {
	q, ok := Spoken("  “We wait for it,” said Ana Ruiz, director of River Alliance. \n\n “And we sing.”  ", "en")
	if !ok || q.Text != "We wait for it, {said}\n\nAnd we sing." {
		t.Errorf("%t, %q", ok, q.Text)
	}
}
