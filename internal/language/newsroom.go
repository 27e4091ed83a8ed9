package language

import "pressroom/internal/frontmatter"

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
	return orEnglish(c, func(c *Catalogue) map[NewsroomPhrase]string { return c.newsroom }, newsroomPlaces, p, nil)
}

func (r *reader) newsroom(t *frontmatter.Table) {
	allOf(r, t, "newsroom", &r.c.newsroom, r.shown().newsroom, newsroomPlaces)
}
