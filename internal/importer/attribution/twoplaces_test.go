package attribution

import (
	"testing"

	"pressroom/internal/importer/prose"
)

func TestTwoNamesJoinedByOrAreNoDateline(t *testing.T) {
	t.Parallel()
	if _, ok := prose.DatelineEnd("MARLOW or HARWELL, March 19, 2026 -- Today the mills have moved."); ok {
		t.Error("is one")
	}
}
