package newsroom

import (
	"bytes"
	"html/template"

	"pressroom/internal/language"
	"pressroom/internal/publication"
	"pressroom/internal/release"
	"pressroom/internal/terms"
)

// view is what the template of the list sees, and of the page that says that there is
// none.
type view struct {
	Language, Title, Text string
	Titled                string // language of the title, where that is not the page's; "" where it is
	Organization          release.Organization
	Mark                  template.HTML // its logo, or its name
	Style                 template.CSS
	Comma                 string
	Say                   map[string]string
	Feed, RSS, JSON, Back string // feeds of the list, the first in Atom
	Newer, Older          string
	Search                *searchForm // nil where nothing can be searched
	Found                 string      // how much was found; "" where nobody looked
	Choices               []choice
	Topics                []topicLink
	AllTopics             bool // there are more of them, on a page of their own
	Entries               []entry
	Contacts              []contact
}

type choice struct {
	Language, Name, Href, HrefLang string
	Current                        bool
}

type topicLink struct {
	Name, Language, Href string
	Count                int // of its releases
}

type entry struct {
	Language, Headline, Summary, Day, Instant, Href string
	Others                                          []choice
	Became                                          []string // what was said of it since it went out
	// Where it was found: its headline and a part of it, with what was found, and the name
	// of its language.
	Marked, Excerpt []terms.Piece
	Tongue          string
}

// searchForm is that of the search, with what was typed.
type searchForm struct{ Action, Query, Language string }

type contact struct {
	publication.Contact
	Tel template.URL
}

// sample has one of everything that a template can show.
var sample = view{
	Title: "x", Titled: "x", Topics: []topicLink{{}}, AllTopics: true, Text: "x",
	Feed: "x", RSS: "x", JSON: "x", Back: "x", Newer: "x", Older: "x", Choices: []choice{{}, {Current: true}},
	Search: &searchForm{"x", "x", "x"}, Found: "x",
	Entries: []entry{
		{Others: []choice{{}}, Became: []string{"x"}, Summary: "x"},
		{Marked: []terms.Piece{{}, {Found: true}}, Excerpt: []terms.Piece{{}, {Found: true}}, Tongue: "x"},
	},
	Contacts: []contact{{Contact: publication.Contact{Name: "x", Role: "x", Org: "x", Phone: "x", Dial: "x", Email: "x", Hours: "x"}}},
}

// compose fills in what all pages have.
func (n *Newsroom) compose(v view, cat *language.Catalogue) (*answer, error) {
	v.Language, v.Organization, v.Mark, v.Style, v.Comma = cat.Tag, n.issuer, n.Mark, n.style, cat.ListComma()
	label := language.ContactLabel
	if len(v.Contacts) > 1 {
		label = language.ContactsLabel
	}
	v.Say = map[string]string{
		"contacts": cat.Say(label), "also": cat.Say(language.AvailableIn), "all": cat.Newsroom(language.AllReleases),
		"languages": cat.Newsroom(language.EveryLanguage), "newer": cat.Newsroom(language.NewerReleases),
		"older": cat.Newsroom(language.OlderReleases), "feed": cat.Newsroom(language.FeedOfReleases),
		"topics": cat.Search(language.TopicsLabel), "all_topics": cat.Search(language.AllTopics), "search": cat.Search(language.SearchLabel),
	}
	var b bytes.Buffer
	if err := n.list.Execute(&b, v); err != nil {
		return nil, err
	}
	return newAnswer("text/html; charset=utf-8", b.Bytes()), nil
}
