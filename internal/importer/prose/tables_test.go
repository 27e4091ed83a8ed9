package prose

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
		{"company", CompanyWords},
		{"public offices", PublicOffices},
		{"ranks", Ranks},
		{"of", OfWord},
		{"company's ending", CompanySuffix},
		{"connectors", OrgConnectors},
		{"leading", Leading},
		{"titles", TitleWords},
		{"modifiers", TitleModifiers},
		{"departments", Departments},
		{"organisation's ending", OrgTails},
		{"descriptors", Descriptors},
		{"particles", Particles},
		{"honorifics", Honorifics},
		{"desks", desks},
		{"openings of a sentence", SentenceOpening},
		{"further openings", Opening},
		{"nobody's own", General},
		{"behind an office", BehindOffice},
		{"never names", neverNames},
	} {
		put(list.name, list.words)
	}
	expect.File(t, "words.golden.txt", b.String())
}
