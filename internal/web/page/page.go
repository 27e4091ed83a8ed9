// Package page is what all public pages share: their head and layout, the headers
// of every answer, what is said where a link opens nothing, how often and how many
// at once may post, and how a form of a stranger is read.
//
// Each reader's pages are a package of their own, which adds its routes to a Site.
package page

import (
	"cmp"
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"log/slog"
	"net/http"
	"net/netip"
	"strings"

	"pressroom/internal/language"
	"pressroom/internal/wording"
)

//go:embed pages
var files embed.FS

// Site is what the pages of one server share.
type Site struct {
	Organization string
	Language     string // of pages that belong to nobody
	Languages    *language.Set
	Log          *slog.Logger
	WriteTo      string         // an address at which the press office reads mail; "" for none
	PublicURL    string         // under which the world sees it, as in https://press.example/news; "" if it does not
	Proxies      []netip.Prefix // whose X-Forwarded-For and X-Forwarded-Proto are believed
	// Limits bounds how often somebody posts; Posts is for what changes or mails
	// something, so many at once.
	Limits Limits
	Posts  Queue
	Robots string // robots.txt; "" keeps programs away from everything
}

// postsAtWork is how many posts are worked on at once: the database takes one at a
// time, and has delivery to serve.
const postsAtWork = 16

// New returns a site of an organization. Pages that belong to nobody are in the
// language of the tag.
func New(organization, tag string, log *slog.Logger) *Site {
	return &Site{Organization: organization, Language: tag, Log: log, Posts: NewQueue(postsAtWork)}
}

// Pages are those of one reader.
type Pages interface {
	// Routes adds their addresses.
	Routes(mux *http.ServeMux)
}

// Handler serves the pages of some readers. A GET changes nothing: programs open
// links before people do.
func (s *Site) Handler(readers ...Pages) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /style.css", PublicStyle)
	for _, p := range readers {
		p.Routes(mux)
	}
	mux.HandleFunc("GET /robots.txt", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, cmp.Or(s.Robots, "User-agent: *\nDisallow: /\n"))
	})
	mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { s.Unknown(w) })
	return headers(s.below(mux))
}

// PublicStyle is the style of all public pages.
func PublicStyle(w http.ResponseWriter, r *http.Request) { Static(w, r, files, "pages/public.css") }

// below takes the path of the public address off, which some proxies hand on and
// others do not.
func (s *Site) below(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		base := s.Base()
		if base != "" && r.URL.EscapedPath() == base { // addresses in pages are relative to the slash
			http.Redirect(w, r, base+"/", http.StatusMovedPermanently)
			return
		}
		if base != "" && strings.HasPrefix(r.URL.EscapedPath(), base+"/") {
			http.StripPrefix(base, next).ServeHTTP(w, r)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// Static hands out a file that is the same for everybody.
func Static(w http.ResponseWriter, r *http.Request, from fs.FS, name string) {
	w.Header().Set("Cache-Control", "max-age=3600")
	http.ServeFileFS(w, r, from, name)
}

// headers are set on every answer.
func headers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		// The address of a page is for nobody else. With no-referrer browsers would not
		// say either that a form is from here.
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		h.Set("X-Robots-Tag", "noindex")
		next.ServeHTTP(w, r)
	})
}

const policy = "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"

// Parse reads a reader's templates, beside those that all share. The first file
// given is the page.
func Parse(from fs.FS, names ...string) *template.Template {
	t := template.New(names[0][strings.LastIndex(names[0], "/")+1:]).Funcs(template.FuncMap{"diff": wording.Words, "direction": direction})
	template.Must(t.ParseFS(files, "pages/*.html"))
	return template.Must(t.ParseFS(from, names...))
}

// Whole reads the template of a page that brings its own head.
func Whole(name, source string) (*template.Template, error) {
	return template.New(name).Funcs(template.FuncMap{"direction": direction}).Parse(source)
}

// direction is that in which a language is written, as HTML says it.
func direction(tag string) string {
	if language.RightToLeft(tag) {
		return "rtl"
	}
	return "ltr"
}

// Show writes a page. Its head is out when something goes wrong on the way.
func (s *Site) Show(w http.ResponseWriter, status int, t *template.Template, view any) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	if err := t.Execute(w, view); err != nil && s.Log != nil {
		s.Log.Warn("writing a page", "error", err)
	}
}

// View is what a page shows that says something and has one button at most.
type View struct {
	Site                          *Site
	Language, Title, Text, Button string
	Tongues                       Tongues
}

// Tongues are the languages that a page can be switched to.
type Tongues struct {
	Label, Now string
	All        []Tongue
}

// Tongue is one of them.
type Tongue struct {
	Tag, Name, URL string
	Now            bool
}

// SayPage is the page of a View.
var SayPage = Parse(files, "pages/say.html")

// NoButton is for pages that only say something.
const NoButton language.PagePhrase = ""

// Say shows a page of fixed phrases in a reader's language, in which masked stands
// for whoever it is about.
func (s *Site) Say(w http.ResponseWriter, status int, tag string, title, text, button language.PagePhrase, masked string) {
	if tag == "" {
		tag = s.Language
	}
	cat := s.Languages.ForReader(tag)
	v := View{Site: s, Language: cat.Tag, Title: cat.Page(title), Text: cat.Page(text, masked)}
	if button != NoButton {
		v.Button = cat.Page(button)
	}
	s.Show(w, status, SayPage, v)
}

// Unknown says that a link is not valid, and whom to write to. It does not say why: that
// would help only those who guess.
func (s *Site) Unknown(w http.ResponseWriter) {
	cat := s.Languages.ForReader(s.Language)
	s.Show(w, http.StatusNotFound, SayPage, View{
		Site: s, Language: cat.Tag, Title: cat.Page(language.BadLinkTitle),
		Text: cat.Page(language.BadLinkText) + s.WriteUs(cat, s.Organization, s.WriteTo),
	})
}

// WriteUs says to whom questions go, after a sentence; "" where that is not known, or where
// the language has no words for it.
func (s *Site) WriteUs(cat *language.Catalogue, name, address string) string {
	if address == "" || !cat.Whole(false) {
		return ""
	}
	return cat.Gap() + cat.Portal("gone_write", "asker", name, "address", address)
}

// Broken says that something went wrong here, and keeps for the log what.
func (s *Site) Broken(w http.ResponseWriter, err error) {
	if s.Log != nil {
		s.Log.Error("serving a page", "error", err)
	}
	cat, _ := s.Languages.ForPartner(false, s.Language)
	http.Error(w, cat.Portal("broken"), http.StatusInternalServerError)
}

// TooMany says that somebody posts too often, in the language of the site.
func (s *Site) TooMany(w http.ResponseWriter) { s.TooManyIn(w, "") }

// TooManyIn is TooMany in a reader's language.
func (s *Site) TooManyIn(w http.ResponseWriter, tag string) {
	w.Header().Set("Retry-After", "60")
	s.Say(w, http.StatusTooManyRequests, tag, language.TooManyTitle, language.TooManyText, NoButton, "")
}
