package newsroom

import (
	"context"
	"encoding/xml"
	"slices"
	"strings"
	"testing"
	"time"

	"pressroom/internal/publication"
	"pressroom/internal/release"
)

// readSitemap is a sitemap as those that read it have it, by the names of their namespaces.
type readSitemap struct {
	XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	Pages   []struct {
		Address  string `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 loc"`
		Modified string `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 lastmod"`
		Others   []struct {
			Language string `xml:"hreflang,attr"`
			Address  string `xml:"href,attr"`
		} `xml:"http://www.w3.org/1999/xhtml link"`
		News *struct {
			Name     string `xml:"http://www.google.com/schemas/sitemap-news/0.9 publication>name"`
			Language string `xml:"http://www.google.com/schemas/sitemap-news/0.9 publication>language"`
			Since    string `xml:"http://www.google.com/schemas/sitemap-news/0.9 publication_date"`
			Title    string `xml:"http://www.google.com/schemas/sitemap-news/0.9 title"`
		} `xml:"http://www.google.com/schemas/sitemap-news/0.9 news"`
	} `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 url"`
}

// sitemapAt is one, and the addresses in it.
func (s *stage) sitemapAt(address string) (m readSitemap, pages []string) {
	s.Helper()
	r := s.ask("GET", address)
	if r.StatusCode != 200 || r.Header.Get("Content-Type") != "application/xml; charset=utf-8" || r.Header.Get("Cache-Control") != "no-cache" {
		s.Errorf("%s: %d %v", address, r.StatusCode, r.Header)
	}
	s.must(xml.Unmarshal([]byte(s.body(r)), &m))
	for _, p := range m.Pages {
		pages = append(pages, p.Address)
	}
	return m, pages
}

func TestSitemapsHaveWhatIsPublicAndNothingElse(t *testing.T) {
	s := newStage(t, "https://press.example/news")
	s.news.Now = func() time.Time { return s.now }
	topics, topic := "https://press.example/news/topics", "https://press.example/news/topics/harbor"
	list, page, spanish := "https://press.example/news/", "https://press.example/news/report", "https://press.example/news/report.es"
	if _, got := s.sitemapAt("/news/sitemap.xml"); !slices.Equal(got, []string{list}) {
		t.Errorf("of nothing: %q", got)
	}
	if _, got := s.sitemapAt("/news/news-sitemap.xml"); got != nil {
		t.Errorf("news of nothing: %q", got)
	}
	s.lifted("report", t0)
	s.scheduled("secret", t0.Add(time.Hour))
	s.now = t0.Add(2 * time.Hour) // no clock opens it
	s.must(s.reader.Refresh(context.Background()))
	all, got := s.sitemapAt("/news/sitemap.xml")
	if !slices.Equal(got, []string{list, topics, topic, page, spanish}) || all.Pages[0].Modified != "2026-07-26T16:00:00Z" || all.Pages[2].Modified != "2026-07-26T16:00:00Z" || all.Pages[4].Modified != "2026-07-26T16:00:00Z" {
		t.Fatalf("%+v", all)
	}
	if o := all.Pages[3].Others; len(o) != 2 || o[0].Language != "en" || o[0].Address != page || o[1].Language != "es" || o[1].Address != spanish {
		t.Errorf("its languages: %+v", o)
	}
	news, got := s.sitemapAt("/news/news-sitemap.xml")
	if !slices.Equal(got, []string{page, spanish}) {
		t.Fatalf("news: %q", got)
	}
	n := news.Pages[1].News
	if n == nil || n.Name != "Harbor & Co" || n.Language != "es" || n.Since != "2026-07-26T16:00:00Z" || n.Title != "Headline of report.es" {
		t.Errorf("%+v", n)
	}

	s.now = t0.Add(48*time.Hour + time.Minute) // within the hour
	if _, got := s.sitemapAt("/news/news-sitemap.xml"); len(got) != 2 {
		t.Errorf("news after two days: %q", got)
	}
	s.now = t0.Add(50 * time.Hour)
	if _, got := s.sitemapAt("/news/news-sitemap.xml"); got != nil {
		t.Errorf("news of before: %q", got)
	}
	if _, got := s.sitemapAt("/news/sitemap.xml"); len(got) != 5 {
		t.Errorf("after two days: %q", got)
	}
}

func TestWhatWasWithdrawnIsNoNews(t *testing.T) {
	s := newStage(t, "https://press.example/news")
	s.news.Now = func() time.Time { return s.now }
	s.lifted("report", t0)
	s.amended(release.GradeWithdrawal, "None of it is so.", publication.Withdrawn)
	all, got := s.sitemapAt("/news/sitemap.xml")
	if len(got) != 2 || all.Pages[1].Modified != "2026-07-26T17:00:00Z" || all.Pages[1].Others != nil {
		t.Errorf("%+v", all)
	}
	if _, got := s.sitemapAt("/news/news-sitemap.xml"); got != nil {
		t.Errorf("news: %q", got)
	}
}

func TestRobotsAreToldWhereTheSitemapsAre(t *testing.T) {
	for public, want := range map[string]int{"": 0, "https://press.example/news": 2} {
		s := newStage(t, public)
		got := s.body(s.ask("GET", s.news.Base()+"/robots.txt"))
		if n := strings.Count(got, "Sitemap: https://press.example/news/"); n != want {
			t.Errorf("%q: %d\n%s", public, n, got)
		}
	}
}
