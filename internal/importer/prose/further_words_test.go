package prose

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
		{"public bodies", PublicBody},
		{"joins offices", JoinsOffice},
		{"press desks", DeskWords},
		{"for the press", ForThePress},
		{"Dutch offices", DutchOffice},
		{"mailboxes", Mailboxes},
		{"bodies", Bodies},
		{"no name", noName},
		{"within names", withinNames},
		{"joined to a name", joinedArticle},
		{"before a family's name", beforeFamily},
	} {
		b.WriteString(list.name + ": " + strings.Join(slices.Sorted(maps.Keys(list.words)), " ") + "\n")
	}
	expect.File(t, "further-words.golden.txt", b.String())
}
