package newsroom

import (
	"encoding/xml"
	"strings"
	"testing"
	"time"

	"pressroom/internal/publication"
	"pressroom/internal/release"
)

// readRSS is an RSS feed as those that read it have it, by the names of their namespaces.
type readRSS struct {
	XMLName xml.Name `xml:"rss"`
	Version string   `xml:"version,attr"`
	Channel struct {
		// Of the feed's own address and of the newsroom's.
		Links []struct {
			XMLName xml.Name
			Href    string `xml:"href,attr"`
			Rel     string `xml:"rel,attr"`
			Type    string `xml:"type,attr"`
			Text    string `xml:",chardata"`
		} `xml:"link"`
		Title       string `xml:"title"`
		Description string `xml:"description"`
		Language    string `xml:"language"`
		Built       string `xml:"lastBuildDate"`
		Items       []struct {
			Title       string   `xml:"title"`
			Link        string   `xml:"link"`
			Description string   `xml:"description"`
			Topics      []string `xml:"category"`
			Published   string   `xml:"pubDate"`
			Language    string   `xml:"http://purl.org/dc/elements/1.1/ language"`
			GUID        struct {
				Is   string `xml:",chardata"`
				Link string `xml:"isPermaLink,attr"`
			} `xml:"guid"`
		} `xml:"item"`
	} `xml:"channel"`
}

func (s *stage) rssAt(address string) readRSS {
	s.Helper()
	r := s.ask("GET", address)
	if r.StatusCode != 200 || r.Header.Get("Content-Type") != "application/rss+xml; charset=utf-8" || r.Header.Get("Cache-Control") != "no-cache" || r.Header.Get("ETag") == "" {
		s.Fatalf("%s: %d %v", address, r.StatusCode, r.Header)
	}
	var f readRSS
	s.must(xml.Unmarshal([]byte(s.body(r)), &f))
	return f
}

// What the specification of RSS 2.0 asks for is there, once each, in the feeds of all
// languages and of one.
func TestRSSSaysWhatItsSpecificationAsksFor(t *testing.T) {
	s := newStage(t, "https://press.example/news")
	if f := s.rssAt("/news/feed.rss"); f.Version != "2.0" || f.Channel.Title == "" || f.Channel.Description == "" || len(f.Channel.Items) != 0 {
		t.Errorf("of nothing: %+v", f)
	}
	s.lifted("report", t0)
	for asked, want := range map[string]struct{ home, page, tongue string }{
		"":             {"https://press.example/news/", "https://press.example/news/report", "en"},
		"?language=es": {"https://press.example/news/?language=es", "https://press.example/news/report.es", "es"},
	} {
		f := s.rssAt("/news/feed.rss" + asked)
		c := f.Channel
		if c.Language != want.tongue || c.Built != "Sun, 26 Jul 2026 16:00:00 +0000" || !strings.HasPrefix(c.Title, "Harbor & Co – ") {
			t.Errorf("%q: %+v", asked, c)
		}
		var home, self []string
		for _, l := range c.Links {
			if l.XMLName.Space == "" {
				home = append(home, l.Text)
			} else {
				self = append(self, l.XMLName.Space+" "+l.Rel+" "+l.Type+" "+l.Href)
			}
		}
		own := "http://www.w3.org/2005/Atom self application/rss+xml https://press.example/news/feed.rss" + asked
		if len(home) != 1 || home[0] != want.home || len(self) != 1 || self[0] != own {
			t.Errorf("%q: the newsroom %q, itself %q", asked, home, self)
		}
		if len(c.Items) != 1 {
			t.Fatalf("%q: %+v", asked, c.Items)
		}
		i := c.Items[0]
		if i.Link != want.page || i.GUID.Is != want.page || i.GUID.Link != "true" || i.Language != want.tongue || len(i.Topics) != 1 || i.Topics[0] != "harbor" {
			t.Errorf("%q: %+v", asked, i)
		}
		if at, err := time.Parse(time.RFC1123Z, i.Published); err != nil || !at.Equal(t0) || !strings.HasPrefix(i.Title, "Headline of report") || !strings.HasPrefix(i.Description, "Summary of report") {
			t.Errorf("%q: %+v, %v", asked, i, err)
		}
	}
}

// RFC 4287 knows a category by its term and wants the feed's own address in it.
func TestAtomNamesTopicsAndItself(t *testing.T) {
	s := newStage(t, "https://press.example/news")
	s.lifted("report", t0)
	got := s.body(s.ask("GET", "/news/feed.atom?language=es"))
	for _, want := range []string{
		`<feed xml:lang="es" xmlns="http://www.w3.org/2005/Atom">`, `<category term="harbor"></category>`, `<entry xml:lang="es">`,
		`<link href="https://press.example/news/feed.atom?language=es" rel="self" type="application/atom+xml"></link>`,
		`<link href="https://press.example/news/?language=es" rel="alternate" type="text/html"></link>`,
	} {
		if strings.Count(got, want) != 1 {
			t.Errorf("it has %d times %s:\n%s", strings.Count(got, want), want, got)
		}
	}
}

// A language in which nothing is public is no address, in any form, and what is embargoed
// makes it none.
func TestAFeedInALanguageOfNothingIsNoAddress(t *testing.T) {
	s := newStage(t, "")
	s.lifted("report", t0)
	for _, form := range []string{"atom", "rss", "json"} {
		for asked, status := range map[string]int{"": 200, "?language=": 200, "?language=es": 200, "?language=de": 404, "?language=e%00": 404, "?page=2": 404} {
			if r := s.ask("GET", "/feed."+form+asked); r.StatusCode != status {
				t.Errorf("/feed.%s%s: %d", form, asked, r.StatusCode)
			}
		}
	}
}

// The list names all feeds, in its head for programs and below it for people.
func TestTheListNamesItsFeeds(t *testing.T) {
	s := newStage(t, "https://press.example/news")
	s.lifted("report", t0)
	got := s.body(s.ask("GET", "/news/?language=es"))
	for name, kind := range map[string]string{"Atom": "application/atom+xml", "RSS": "application/rss+xml", "JSON": "application/feed+json"} {
		href := "feed." + strings.ToLower(name) + "?language=es"
		if !strings.Contains(got, `<link rel="alternate" type="`+kind+`" title="`+name+`" href="`+href+`">`) || !strings.Contains(got, `<a href="`+href+`">`+name+`</a>`) {
			t.Errorf("%s is not named:\n%s", href, got)
		}
	}
}

// A description is a piece of a page for those who read RSS, and plain text in the other feeds.
func TestMarksInADescriptionStayMarks(t *testing.T) {
	s := newStage(t, "https://press.example")
	s.words = ": 3 < 4 & <b>5</b>"
	s.lifted("report", t0)
	if got := s.rssAt("/feed.rss").Channel.Items[0].Description; got != "Summary of report: 3 &lt; 4 &amp; &lt;b&gt;5&lt;/b&gt;" {
		t.Errorf("RSS: %q", got)
	}
	if got := s.body(s.ask("GET", "/feed.atom")); !strings.Contains(got, `<summary type="text">Summary of report: 3 &lt; 4 &amp; &lt;b&gt;5&lt;/b&gt;</summary>`) {
		t.Errorf("Atom:\n%s", got)
	}
}

// What became of a release stands in its item, as in the other feeds.
func TestRSSSaysWhatBecameOfARelease(t *testing.T) {
	s := newStage(t, "https://press.example")
	s.lifted("report", t0)
	s.amended(release.GradeCorrection, "Nine, not eight.", publication.Earlier)
	c := s.rssAt("/feed.rss").Channel
	if i := c.Items[0]; !strings.HasPrefix(i.Description, "Corrected: ") || !strings.Contains(i.Description, "<br>Nine, not eight.<br>Summary of report") || i.GUID.Is != "https://press.example/report" {
		t.Errorf("%+v", i)
	}
	if c.Built != "Sun, 26 Jul 2026 17:00:00 +0000" || c.Items[0].Published != "Sun, 26 Jul 2026 16:00:00 +0000" {
		t.Errorf("built %s, published %s", c.Built, c.Items[0].Published)
	}
}
