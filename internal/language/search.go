package language

import "pressroom/internal/frontmatter"

// SearchPhrase names a phrase of what leads to releases in the newsroom, as its file does:
// topics and the search. A count stands after a colon, so that no word has to agree with it.
type SearchPhrase string

// The phrases of it. searchPlaces has what they take.
const (
	TopicsLabel  SearchPhrase = "topics"
	AllTopics    SearchPhrase = "all_topics"
	SearchLabel  SearchPhrase = "search"
	HowToSearch  SearchPhrase = "how"
	Found        SearchPhrase = "found"
	NothingFound SearchPhrase = "nothing"
)

var searchPlaces = map[SearchPhrase][]string{
	TopicsLabel: nil, AllTopics: nil, SearchLabel: nil, HowToSearch: nil, Found: {"n"}, NothingFound: nil,
}

// Search is a phrase of what leads to releases with its arguments put in: in the catalogue's
// language, in English where that has none.
func (c *Catalogue) Search(p SearchPhrase, args ...any) string {
	return orEnglish(c, func(c *Catalogue) map[SearchPhrase]string { return c.search }, searchPlaces, p, args)
}

func (r *reader) search(t *frontmatter.Table) {
	allOf(r, t, "search", &r.c.search, r.shown().search, searchPlaces)
}
