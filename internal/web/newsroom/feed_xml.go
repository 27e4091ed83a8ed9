package newsroom

import (
	"encoding/xml"
	"fmt"
	"html"
	"strings"
	"time"

	"github.com/gorilla/feeds"
)

// atomFeed is Atom (RFC 4287): feeds.AtomFeed with what that leaves out of it. A field here
// stands in the place of the one of its name there.
type atomFeed struct {
	Tongue string `xml:"xml:lang,attr"`
	*feeds.AtomFeed
	Link    []feeds.AtomLink
	Entries []atomEntry `xml:"entry"`
}

type atomEntry struct {
	Tongue string `xml:"xml:lang,attr"`
	*feeds.AtomEntry
	Category []atomCategory `xml:"category"`
}

type atomCategory struct {
	Term string `xml:"term,attr"`
}

const (
	atomSpace = "http://www.w3.org/2005/Atom"
	atomType  = "application/atom+xml"
	rssType   = "application/rss+xml"
	jsonType  = "application/feed+json"
)

func (f *newsFeed) atom() (*answer, error) {
	out := atomFeed{
		Tongue: f.language,
		AtomFeed: &feeds.AtomFeed{
			Xmlns: atomSpace, Title: f.title, Id: f.self(".atom"), Updated: f.updated.Format(time.RFC3339),
			Author: &feeds.AtomAuthor{AtomPerson: feeds.AtomPerson{Name: f.issuer}},
		},
		Link: []feeds.AtomLink{{Href: f.home, Rel: "alternate", Type: "text/html"}, {Href: f.self(".atom"), Rel: "self", Type: atomType}},
	}
	for _, e := range f.entries {
		entry := atomEntry{Tongue: e.language, AtomEntry: &feeds.AtomEntry{
			Title: e.title, Id: e.url, Updated: e.modified.Format(time.RFC3339), Published: e.since.Format(time.RFC3339),
			Links:   []feeds.AtomLink{{Href: e.url, Rel: "alternate", Type: "text/html"}},
			Summary: &feeds.AtomSummary{Content: e.summary, Type: "text"},
		}}
		for _, t := range e.topics {
			entry.Category = append(entry.Category, atomCategory{t})
		}
		out.Entries = append(out.Entries, entry)
	}
	return inXML(atomType, out)
}

// rssFeed is RSS 2.0 (https://www.rssboard.org/rss-specification): feeds.RssFeedXml with the
// address of the feed itself, as the best practices of its board have it, with all topics
// of an item, and with the language of each (dc:language), which may be another than the
// channel's.
type rssFeed struct {
	XMLName xml.Name `xml:"rss"`
	Version string   `xml:"version,attr"`
	Atom    string   `xml:"xmlns:atom,attr"`
	Core    string   `xml:"xmlns:dc,attr"`
	Channel rssChannel
}

type rssChannel struct {
	*feeds.RssFeed
	Self  rssLink   `xml:"atom:link"`
	Items []rssItem `xml:"item"`
}

type rssLink struct {
	Href string `xml:"href,attr"`
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
}

type rssItem struct {
	*feeds.RssItem
	Category []string `xml:"category"`
	Tongue   string   `xml:"dc:language"`
}

func (f *newsFeed) rss() (*answer, error) {
	channel := rssChannel{
		RssFeed: &feeds.RssFeed{
			Title: f.title, Link: f.home, Description: f.title, Language: f.language, LastBuildDate: f.updated.Format(time.RFC1123Z),
			Docs: "https://www.rssboard.org/rss-specification",
		},
		Self: rssLink{f.self(".rss"), "self", rssType},
	}
	for _, e := range f.entries {
		channel.Items = append(channel.Items, rssItem{
			RssItem: &feeds.RssItem{
				Title: e.title, Link: e.url, Description: asPage(e.summary), Guid: &feeds.RssGuid{Id: e.url, IsPermaLink: "true"},
				PubDate: e.since.Format(time.RFC1123Z),
			},
			Category: e.topics, Tongue: e.language,
		})
	}
	return inXML(rssType, rssFeed{Version: "2.0", Atom: atomSpace, Core: "http://purl.org/dc/elements/1.1/", Channel: channel})
}

// asPage is a text as what RSS takes descriptions for: a piece of a page.
func asPage(text string) string { return strings.ReplaceAll(html.EscapeString(text), "\n", "<br>") }

// inXML is the answer that a feed is.
func inXML(kind string, feed any) (*answer, error) {
	data, err := xml.MarshalIndent(feed, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("writing the feed: %w", err)
	}
	return newAnswer(kind+"; charset=utf-8", append([]byte(xml.Header), data...)), nil
}
