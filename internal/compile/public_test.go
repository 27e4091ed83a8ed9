package compile

import (
	"strings"
	"testing"
	"time"
)

// The page of a release leads to others of the same topics, each of them once.
func TestAPublicPageLeadsToItsTopics(t *testing.T) {
	const topics = "topics = [\"night & work\", \"水\", \"&\", \"Night–Work\"]\n[[contact]]"
	page, err := input(t, us, strings.Replace(front, "[[contact]]", topics, 1)+"+++\nOut.\n").PublicPage("en")
	if err != nil {
		t.Fatal(err)
	}
	const want = `<p>Topics <a href="topics/night-work">night &amp; work</a> <a href="topics/%E6%B0%B4">水</a></p>`
	if strings.Count(string(page), want) != 1 || strings.Count(string(page), `href="topics/`) != 2 {
		t.Errorf("the page lacks %s:\n%s", want, page)
	}
	if page, err = input(t, us, front+"+++\nOut.\n").PublicPage("en"); err != nil || strings.Contains(string(page), "opics") {
		t.Errorf("of none, %v:\n%s", err, page)
	}
}

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
