// Package newsroom is what everybody reads: the list of releases, of all and of each topic, each
// release in its languages and forms, its files, feeds, and the search.
//
// All of it comes from what publication says is public, and nothing from the folder. An
// address that shows nothing has one answer, whatever is scheduled: it is looked up among
// what is public and nowhere else. Every answer may be kept by a cache and has to be
// asked for anew each time, so that what becomes public is there at once, and no time in
// a header tells when that will be.
package newsroom

import (
	"errors"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"pressroom/internal/blob"
	"pressroom/internal/fetches"
	"pressroom/internal/language"
	"pressroom/internal/publication"
	"pressroom/internal/release"
	"pressroom/internal/render/html"
	"pressroom/internal/seal"
	"pressroom/internal/search"
	"pressroom/internal/web/page"
	"pressroom/templates"
)

// robots keeps programs away from links that are somebody's own.
const robots = `User-agent: *
Disallow: /quote/
Disallow: /leave/
Disallow: /undo/
Disallow: /details/
Disallow: /me/
Disallow: /advance/
Disallow: /search?
`

// Newsroom is the public pages.
type Newsroom struct {
	*page.Site
	reader *publication.Reader
	issuer release.Organization
	style  template.CSS
	list   *template.Template
	shelf  shelf
	turns  page.Queue // of searches
	// Mark is what stands above the pages: the organization's name, or its logo.
	Mark template.HTML
	// Key is the public half of the key with which the press office signs, in PEM; nil
	// where it signs nothing.
	Key []byte
	// Searched is where words are found in what is public; nil where nothing can be searched.
	Searched *search.Index
	// Now is the clock that is told at /.well-known/pressroom-clock, so that others see
	// whether it is right, and whether somebody in front answers by himself; nil for none.
	Now func() time.Time
	// Moved is where an address of before leads to now, with its query where it had one; ""
	// for none that is known. nil where nothing was moved here.
	Moved func(address string) string
	// Counted is told of each fetch of a page or file of a release, and nothing of whoever
	// asked for it; nil where nobody counts.
	Counted func(f fetches.Fetch, zone string)
}

// New returns the public pages of an organization. pageStyle is the style sheet of the
// pages of releases, and own are the templates of the list.
func New(site *page.Site, reader *publication.Reader, issuer release.Organization, pageStyle string, own templates.Set) (*Newsroom, error) {
	site.Robots = robots
	if site.PublicURL != "" {
		site.Robots += "Sitemap: " + site.PublicURL + "/sitemap.xml\nSitemap: " + site.PublicURL + "/news-sitemap.xml\n"
	}
	n := &Newsroom{Site: site, reader: reader, issuer: issuer, turns: page.NewQueue(searchesAtOnce), Mark: html.Mark(issuer, nil)}
	n.style = template.CSS(pageStyle + own["web/newsroom.css"] + html.Brand(issuer.Color))
	var err error
	if n.list, err = page.Whole("newsroom.html", own["web/newsroom.html"]); err != nil {
		return nil, fmt.Errorf("template web/newsroom.html: %w", err)
	}
	// What it names and there is not shows before anybody is answered.
	if _, err := n.compose(sample, n.Languages.ForReader(n.Language)); err != nil {
		return nil, fmt.Errorf("template web/newsroom.html: %w", err)
	}
	return n, nil
}

// Routes adds the addresses of the newsroom: all that are nobody else's.
func (n *Newsroom) Routes(mux *http.ServeMux) {
	mux.HandleFunc("GET /feed.atom", n.feed)
	mux.HandleFunc("GET /feed.rss", n.feed)
	mux.HandleFunc("GET /feed.json", n.feed)
	mux.HandleFunc("GET /topics", n.topics)
	mux.HandleFunc("GET /topics/{topic}", n.topic)
	mux.HandleFunc("GET /topics/{topic}/{feed}", n.topicFeed)
	if n.Searched != nil {
		mux.HandleFunc("GET /search", n.search)
	}
	mux.HandleFunc("GET /sitemap.xml", n.sitemapped)
	mux.HandleFunc("GET /news-sitemap.xml", n.newsSitemapped)
	if n.Key != nil {
		a := newAnswer(seal.Type, n.Key)
		mux.HandleFunc("GET /"+seal.Address, func(w http.ResponseWriter, r *http.Request) { a.write(w, r, http.StatusOK) })
	}
	if n.Now != nil {
		mux.HandleFunc("GET /.well-known/pressroom-clock", n.clock(http.StatusOK))
		mux.HandleFunc("GET /.well-known/pressroom-clock/missing", n.clock(http.StatusNotFound))
	}
	mux.HandleFunc("GET /{address...}", n.show)
}

// clock answers with the time, and with the headers that every page has.
func (n *Newsroom) clock(status int) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		now := n.Now().UTC().Format(time.RFC3339Nano) + "\n"
		newAnswer("text/plain; charset=utf-8", []byte(now)).write(w, r, status)
	}
}

// show answers for every address that is no other's.
func (n *Newsroom) show(w http.ResponseWriter, r *http.Request) {
	x := n.reader.Index()
	address := strings.TrimPrefix(r.URL.Path, "/")
	if address == "" {
		if r.URL.RawQuery == "" || !n.forward(w, r, x) {
			n.showList(w, r, x)
		}
		return
	}
	place, ok := x.At(address)
	if !ok {
		if !n.forward(w, r, x) {
			n.missing(w, r, x)
		}
		return
	}
	a, err := n.place(r, place)
	if err != nil {
		n.broken(w, err)
		return
	}
	h := w.Header()
	h.Set("Content-Security-Policy", policyOf(place))
	if !place.Form.Page && !shown(place.Form.Type) {
		h.Set("Content-Disposition", "attachment")
	}
	if n.PublicURL != "" && !place.Earlier {
		h.Set("Link", "<"+n.PublicURL+"/"+(&url.URL{Path: place.Form.Address}).EscapedPath()+`>; rel="canonical"`)
	}
	a.write(w, r, http.StatusOK)
	n.count(r, place)
}

// count counts what was handed out.
func (n *Newsroom) count(r *http.Request, at publication.Place) {
	if n.Counted == nil || !fetches.Counts(r) {
		return
	}
	f := fetches.Fetch{Slug: at.Release.Slug, Form: at.Kind(), Robot: fetches.Robot(r.UserAgent())}
	if at.Version != nil {
		f.Language = at.Version.Language
	}
	n.Counted(f, at.Release.Zone)
}

// forward leads from an address of before to what it leads to now, if that is public:
// what is not answers as what does not exist.
func (n *Newsroom) forward(w http.ResponseWriter, r *http.Request, x *publication.Index) bool {
	if n.Moved == nil {
		return false
	}
	from := r.URL.Path
	if r.URL.RawQuery != "" {
		from += "?" + r.URL.RawQuery
	}
	to := strings.TrimPrefix(n.Moved(from), "/")
	if _, ok := x.At(to); !ok {
		return false
	}
	w.Header().Set("Cache-Control", "no-cache")
	http.Redirect(w, r, n.Base()+"/"+(&url.URL{Path: to}).EscapedPath(), http.StatusMovedPermanently)
	return true
}

// broken says that something of what is public is damaged, and never hands out other
// bytes than were stored.
func (n *Newsroom) broken(w http.ResponseWriter, err error) {
	if damage := (*blob.DamagedError)(nil); errors.As(err, &damage) {
		err = damage
	}
	n.Broken(w, err)
}

// place is what an address shows.
func (n *Newsroom) place(r *http.Request, at publication.Place) (*answer, error) {
	digest := at.Release.Digest(at.Form.Artefact)
	return n.shelf.take(digest+" "+at.Form.Type, func() (*answer, error) {
		data, err := n.reader.Read(r.Context(), at.Release.Pass, at.Release, at.Form.Artefact)
		if err != nil {
			return nil, err
		}
		a := newAnswer(at.Form.Type, data)
		a.hidden = at.Earlier
		return a, nil
	})
}

// missing is the one answer for what is not public.
func (n *Newsroom) missing(w http.ResponseWriter, r *http.Request, x *publication.Index) {
	a, err := n.shelf.take("missing "+strconv.Itoa(x.Number), func() (*answer, error) {
		cat := n.Languages.ForReader(n.Language)
		return n.compose(view{
			Title: cat.Newsroom(language.NoPageTitle), Text: cat.Newsroom(language.NoPageText), Back: n.Base() + "/",
			Search: n.searchForm(n.Base()+"/", ""), Contacts: contacts(x.Releases, n.Language),
		}, cat)
	})
	if err != nil {
		n.Broken(w, err)
		return
	}
	w.Header().Set("Content-Security-Policy", listPolicy)
	a.write(w, r, http.StatusNotFound)
}
