package newsroom

import (
	"encoding/xml"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"pressroom/internal/publication"
	"pressroom/internal/release"
)

// What search engines read of a newsroom: all its pages (https://www.sitemaps.org/protocol.html), and
// apart from them the news of the last two days
// (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap).
const (
	mostInSitemap = 50_000
	mostInNews    = 1_000
	newsFor       = 48 * time.Hour

	sitemapSpace = "http://www.sitemaps.org/schemas/sitemap/0.9"
	newsSpace    = "http://www.google.com/schemas/sitemap-news/0.9"
	pageSpace    = "http://www.w3.org/1999/xhtml"
)

type sitemap struct {
	XMLName xml.Name     `xml:"urlset"`
	Space   string       `xml:"xmlns,attr"`
	Other   string       `xml:"xmlns:xhtml,attr,omitempty"`
	News    string       `xml:"xmlns:news,attr,omitempty"`
	Pages   []sitemapURL `xml:"url"`
}

type sitemapURL struct {
	Address   string         `xml:"loc"`
	Modified  string         `xml:"lastmod,omitempty"` // W3C date and time, UTC
	Languages []sitemapOther `xml:"xhtml:link"`
	News      *sitemapNews   `xml:"news:news"`
}

// sitemapOther is the same release in one of its languages.
type sitemapOther struct {
	Rel      string `xml:"rel,attr"`
	Language string `xml:"hreflang,attr"`
	Address  string `xml:"href,attr"`
}

type sitemapNews struct {
	Name     string `xml:"news:publication>news:name"`
	Language string `xml:"news:publication>news:language"`
	Since    string `xml:"news:publication_date"`
	Title    string `xml:"news:title"`
}

// sitemapped answers with all pages of releases, the newest first, after the lists that lead
// to them: of all, and of each topic.
func (n *Newsroom) sitemapped(w http.ResponseWriter, r *http.Request) {
	x, base := n.reader.Index(), n.base(r)
	a, err := n.shelf.take("sitemap "+strconv.Itoa(x.Number)+" "+base, func() (*answer, error) {
		out := sitemap{Space: sitemapSpace, Other: pageSpace, Pages: []sitemapURL{listIn(base+"/", x.Releases)}}
		if len(x.Topics()) > 0 {
			out.Pages = append(out.Pages, listIn(base+"/topics", x.Releases))
		}
		for _, t := range x.Topics() {
			out.Pages = append(out.Pages, listIn(base+"/"+part{topic: t}.address("", "", 1), t.Releases))
		}
		for _, p := range x.Releases {
			modified := p.Modified(p.Since).UTC().Format(time.RFC3339)
			for i := range p.Versions {
				out.Pages = append(out.Pages, sitemapURL{
					Address: pageAt(base, &p.Versions[i]), Modified: modified, Languages: inLanguages(base, p),
				})
			}
		}
		out.Pages = out.Pages[:min(len(out.Pages), mostInSitemap)]
		return out.answer()
	})
	if err != nil {
		n.Broken(w, err)
		return
	}
	a.write(w, r, http.StatusOK)
}

// listIn is the list of some releases, which is another whenever one of them is.
func listIn(address string, all []*publication.Release) sitemapURL {
	out := sitemapURL{Address: address}
	var last time.Time
	for _, p := range all {
		if m := p.Modified(p.Since).UTC(); m.After(last) {
			last, out.Modified = m, m.Format(time.RFC3339)
		}
	}
	return out
}

// newsSitemapped answers with what became public within two days, without what was withdrawn.
func (n *Newsroom) newsSitemapped(w http.ResponseWriter, r *http.Request) {
	now := time.Now
	if n.Now != nil {
		now = n.Now
	}
	x, base, since := n.reader.Index(), n.base(r), now().Add(-newsFor).Truncate(time.Hour)
	a, err := n.shelf.take("news "+strconv.Itoa(x.Number)+" "+since.Format(time.RFC3339)+" "+base, func() (*answer, error) {
		out := sitemap{Space: sitemapSpace, News: newsSpace, Pages: []sitemapURL{}}
		for _, p := range x.Releases {
			if a := p.Amendment(); p.Since.Before(since) || a != nil && a.Grade == release.GradeWithdrawal {
				continue
			}
			for i := range p.Versions {
				if len(out.Pages) == mostInNews {
					break
				}
				v := &p.Versions[i]
				out.Pages = append(out.Pages, sitemapURL{
					Address: pageAt(base, v),
					News:    &sitemapNews{n.issuer.Name, v.Language, p.Since.UTC().Format(time.RFC3339), v.Headline},
				})
			}
		}
		return out.answer()
	})
	if err != nil {
		n.Broken(w, err)
		return
	}
	a.write(w, r, http.StatusOK)
}

func (s sitemap) answer() (*answer, error) {
	data, err := xml.MarshalIndent(s, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("writing the sitemap: %w", err)
	}
	return newAnswer("application/xml; charset=utf-8", append([]byte(xml.Header), data...)), nil
}

// inLanguages are a release's pages in all its languages; none where there is only one.
func inLanguages(base string, p *publication.Release) []sitemapOther {
	if len(p.Versions) < 2 {
		return nil
	}
	var out []sitemapOther
	for i := range p.Versions {
		out = append(out, sitemapOther{"alternate", p.Versions[i].Language, pageAt(base, &p.Versions[i])})
	}
	return out
}

// pageAt is the whole address of a version's page.
func pageAt(base string, v *publication.Version) string {
	return base + "/" + (&url.URL{Path: address(v)}).EscapedPath()
}

// base is what the addresses of the newsroom begin with: as the world sees it, or as whoever asks does.
func (n *Newsroom) base(r *http.Request) string {
	if n.PublicURL != "" {
		return n.PublicURL
	}
	return "http://" + r.Host + n.Base()
}
