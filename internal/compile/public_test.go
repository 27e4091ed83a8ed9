package compile

import (
	"strings"
	"testing"
	"time"
)

// The page of a release and the one that it was before name the feeds of its language,
// where they are seen from there.
func TestAPublicPageNamesTheFeedsOfItsLanguage(t *testing.T) {
	in := input(t, us, front+"+++\nThe report is out.\n", "+++\nheadline = \"I\"\n+++\nEl informe.\n")
	now, err := in.PublicPage("es")
	if err != nil {
		t.Fatal(err)
	}
	before, err := in.EarlierPage("es", time.Date(2026, 7, 26, 9, 0, 0, 0, time.UTC), "I")
	if err != nil {
		t.Fatal(err)
	}
	for root, page := range map[string][]byte{"": now, "../": before} {
		for _, want := range []string{
			`<link rel="alternate" type="application/atom+xml" title="Atom" href="` + root + `feed.atom?language=es">`,
			`<link rel="alternate" type="application/rss+xml" title="RSS" href="` + root + `feed.rss?language=es">`,
		} {
			if strings.Count(string(page), want) != 1 {
				t.Errorf("the page lacks %s:\n%.900s", want, page)
			}
		}
	}
}
