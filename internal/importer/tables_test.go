package importer

import (
	"testing"

	"pressroom/internal/expect"
)

// TestTheWordsThatAreKnown writes down every list of words that is known here.
func TestTheWordsThatAreKnown(t *testing.T) {
	t.Parallel()
	expect.File(t, "words.golden.txt", expect.Lists(
		expect.List{Name: "quarters", Words: quarters},
		expect.List{Name: "between two ways to reach somebody", Words: betweenReach},
		expect.List{Name: "letters behind a name", Words: postNominals},
		expect.List{Name: "reach", Words: reachWords},
		expect.List{Name: "of an organisation", Words: ofOrg},
		expect.List{Name: "behind a surname", Words: nameSuffix},
		expect.List{Name: "stated by", Words: statedBy},
		expect.List{Name: "published", Words: published},
		expect.List{Name: "behind a hyphen", Words: afterHyphen},
		expect.List{Name: "without a hyphen", Words: hyphenless},
		expect.List{Name: "before names", Words: beforeName},
	))
}
