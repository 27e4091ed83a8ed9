package attribution

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// TestFurtherWordsThatAreKnown writes down the lists of words that TestTheWordsThatAreKnown does not.
func TestFurtherWordsThatAreKnown(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	for _, list := range []struct {
		name  string
		words map[string]bool
	}{
		{"speaks at", speaksAt},
		{"leadership", leadership},
		{"firms", firms},
		{"nations", nations},
		{"fields of a leader", fields},
		{"leaders", leaders},
		{"committees", committees},
		{"several", several},
		{"other bodies", otherBodies},
		{"their turn", theirTurn},
		{"works together", worksTogether},
		{"subordinate", subordinate},
		{"authors too", authorToo},
		{"no trade", noTrade},
		{"units", units},
		{"fields of work", fieldsOfWork},
		{"words of fields", fieldWords},
		{"before places", beforePlace},
		{"labels", labels},
		{"over", overWords},
		{"and", ands},
		{"and of two", andOfTwo},
		{"begins a clause", beginsClause},
	} {
		b.WriteString(list.name + ": " + strings.Join(slices.Sorted(maps.Keys(list.words)), " ") + "\n")
	}
	expect.File(t, "further-words.golden.txt", b.String())
}
