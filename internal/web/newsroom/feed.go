package newsroom

import (
	"cmp"
	"encoding/json"
	"fmt"
	"net/http"
	"path"
	"slices"
	"strings"
	"time"

	"pressroom/internal/publication"
	"pressroom/internal/release"
)

// inFeed is how many releases a feed holds, the newest.
const inFeed = 50

// feed answers with the newest releases, of all or of a topic: with language=es those that are written in that
// language, as the list does, and with none or an empty one all, each in the newsroom's
// language where it is written in that. A language in which nothing is public is no address,
// so that nobody subscribes to what stays empty by a slip.
func (n *Newsroom) feed(w http.ResponseWriter, r *http.Request) {
	x := n.reader.Index()
	p, ok := n.asked(r, x)
	if !ok || p.number != 1 {
		n.missing(w, r, x)
		return
	}
	base := n.base(r)
	form := path.Ext(r.URL.Path)
	a, err := n.shelf.take("feed"+form+" "+p.key(x)+" "+base, func() (*answer, error) {
		f := n.newFeed(x, p, base)
		switch form {
		case ".json":
			return f.json()
		case ".rss":
			return f.rss()
		}
		return f.atom()
	})
	if err != nil {
		n.Broken(w, err)
		return
	}
	a.write(w, r, http.StatusOK)
}

// newsFeed is what feeds of all kinds say.
type newsFeed struct {
	title, home      string
	self             func(ending string) string
	language, issuer string
	updated          time.Time
	entries          []feedEntry
}

type feedEntry struct {
	url, title, summary, language string
	since, modified               time.Time
	topics                        []string
}

func (n *Newsroom) newFeed(x *publication.Index, p part, base string) *newsFeed {
	tag := cmp.Or(p.language, n.Language)
	cat := n.Languages.ForReader(tag)
	f := &newsFeed{
		title:    n.issuer.Name + " – " + p.name(cat),
		home:     base + "/" + p.address("", p.language, 1),
		self:     func(ending string) string { return base + "/" + p.address("feed"+ending, p.language, 1) },
		language: tag, issuer: n.issuer.Name,
		updated: time.Unix(0, 0).UTC(), // of one that holds nothing yet
	}
	list := p.releases(x)
	for _, p := range list[:min(len(list), inFeed)] {
		v := version(p, tag)
		modified := p.Modified(p.Since).UTC()
		title, summary := n.said(p, v)
		f.entries = append(f.entries, feedEntry{
			pageAt(base, v), title, summary, v.Language, p.Since.UTC(), modified, p.Topics,
		})
		if modified.After(f.updated) {
			f.updated = modified
		}
	}
	return f
}

// became is what was said of a release since it went out, and the sentence that says why,
// in a version's language.
func (n *Newsroom) became(p *publication.Release, v *publication.Version) []string {
	a := p.Amendment()
	if a == nil {
		return nil
	}
	zone, err := time.LoadLocation(p.Zone)
	if err != nil {
		zone = time.UTC
	}
	lines := []string{a.Says(n.Languages.ForReader(v.Language), zone), a.Sentences[v.Language]}
	return slices.DeleteFunc(lines, func(s string) bool { return s == "" })
}

// said are a version's headline and summary, after the word for what became of the release
// and the sentence that says so.
func (n *Newsroom) said(p *publication.Release, v *publication.Version) (title, summary string) {
	a := p.Amendment()
	if a == nil {
		return v.Headline, v.Summary
	}
	lines := n.became(p, v)
	if a.Grade == release.GradeWithdrawal { // its headline is the word itself
		return v.Headline, strings.Join(lines, " ")
	}
	if v.Summary != "" {
		lines = append(lines, v.Summary)
	}
	return a.Subject(n.Languages.ForReader(v.Language), v.Headline), strings.Join(lines, "\n")
}

// jsonFeed is JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), whose items must
// be there even where there are none.
type jsonFeed struct {
	Version     string     `json:"version"`
	Title       string     `json:"title"`
	HomePageURL string     `json:"home_page_url"`
	FeedURL     string     `json:"feed_url"`
	Language    string     `json:"language"`
	Authors     []jsonName `json:"authors"`
	Items       []jsonItem `json:"items"`
}

type jsonName struct {
	Name string `json:"name"`
}

type jsonItem struct {
	ID            string   `json:"id"`
	URL           string   `json:"url"`
	Title         string   `json:"title"`
	ContentText   string   `json:"content_text"`
	DatePublished string   `json:"date_published"`
	DateModified  string   `json:"date_modified,omitempty"`
	Language      string   `json:"language"`
	Tags          []string `json:"tags,omitempty"`
}

func (f *newsFeed) json() (*answer, error) {
	out := jsonFeed{
		Version: "https://jsonfeed.org/version/1.1", Title: f.title, HomePageURL: f.home, FeedURL: f.self(".json"), Language: f.language,
		Authors: []jsonName{{f.issuer}}, Items: []jsonItem{},
	}
	for _, e := range f.entries {
		modified := ""
		if !e.modified.Equal(e.since) {
			modified = e.modified.Format(time.RFC3339)
		}
		out.Items = append(out.Items, jsonItem{
			e.url, e.url, e.title, e.summary, e.since.Format(time.RFC3339), modified, e.language, e.topics,
		})
	}
	data, err := json.MarshalIndent(out, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("writing the feed: %w", err)
	}
	return newAnswer(jsonType+"; charset=utf-8", data), nil
}
