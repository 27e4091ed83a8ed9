package language

import (
	"maps"
	"slices"

	"pressroom/internal/frontmatter"
)

// NewsroomPhrase names a phrase of the public pages, as its file does. They stand on
// pages alone, so that no font of ours needs their characters.
type NewsroomPhrase string

// The phrases of the newsroom.
const (
	NewsroomTitle  NewsroomPhrase = "title"
	AllReleases    NewsroomPhrase = "all"
	NothingYet     NewsroomPhrase = "empty"
	EveryLanguage  NewsroomPhrase = "languages" // the list is not narrowed to one
	OlderReleases  NewsroomPhrase = "older"
	NewerReleases  NewsroomPhrase = "newer"
	NoPageTitle    NewsroomPhrase = "missing_title"
	NoPageText     NewsroomPhrase = "missing_text"
	FeedOfReleases NewsroomPhrase = "feed"
)

var newsroomPhrases = []NewsroomPhrase{
	NewsroomTitle, AllReleases, NothingYet, EveryLanguage, OlderReleases, NewerReleases, NoPageTitle, NoPageText, FeedOfReleases,
}

// Newsroom is a phrase of the public pages: in the catalogue's language, in English
// where that has none.
func (c *Catalogue) Newsroom(p NewsroomPhrase) string {
	if s, ok := c.newsroom[p]; ok {
		return s
	}
	return Of("en").newsroom[p]
}

func (r *reader) newsroom(t *frontmatter.Table) {
	// The table is whole, or lies over one that is.
	over := r.over
	r.over = over && !slices.Contains(r.c.Lacks, "newsroom")
	defer func() { r.over = over }()
	r.c.newsroom = maps.Clone(r.c.newsroom)
	if r.c.newsroom == nil {
		r.c.newsroom = make(map[NewsroomPhrase]string)
	}
	for _, p := range newsroomPhrases {
		s := r.c.newsroom[p]
		r.text(t, string(p), &s, r.shown().newsroom[p])
		r.c.newsroom[p] = s
	}
}
