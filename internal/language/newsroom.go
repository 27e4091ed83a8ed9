package language

import (
	"maps"

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

// newsroomPlaces are all of them; none has a place that is filled in.
var newsroomPlaces = map[NewsroomPhrase][]string{
	NewsroomTitle: nil, AllReleases: nil, NothingYet: nil, EveryLanguage: nil, OlderReleases: nil, NewerReleases: nil,
	NoPageTitle: nil, NoPageText: nil, FeedOfReleases: nil,
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
	r.c.newsroom = maps.Clone(r.c.newsroom)
	if r.c.newsroom == nil {
		r.c.newsroom = make(map[NewsroomPhrase]string)
	}
	allOf(r, t, "newsroom", r.c.newsroom, r.shown().newsroom, newsroomPlaces)
}
