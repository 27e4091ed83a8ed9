package importer

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// TestTheWordsThatAreKnown writes down every list of words by which names, titles and
// organisations are told apart.
func TestTheWordsThatAreKnown(t *testing.T) {
	var b strings.Builder
	put := func(name string, words map[string]bool) {
		fmt.Fprintf(&b, "%s: %s\n", name, strings.Join(slices.Sorted(maps.Keys(words)), " "))
	}
	for _, list := range []struct {
		name  string
		words map[string]bool
	}{
		{"quarters", quarters},
		{"between two ways to reach somebody", betweenReach},
		{"letters behind a name", postNominals},
	} {
		put(list.name, list.words)
	}
	expect.File(t, "words.golden.txt", b.String())
}
