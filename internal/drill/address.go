package drill

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"path"
	"slices"
	"strings"

	"pressroom/internal/publication"
	"pressroom/internal/release"
)

// MadeUp is a name that nothing bears: as long as another, of letters and digits where
// that has such, and always the same for it.
func MadeUp(name string) string {
	sum := sha256.Sum256([]byte("drill\n" + name))
	stock := []byte(hex.EncodeToString(sum[:]))
	out := []byte(name)
	for i, b := range out {
		if b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' {
			out[i] = stock[i%len(stock)]
		}
	}
	if len(out) > 0 && out[0] != '.' {
		if out[0] = 'q'; string(out) == name {
			out[0] = 'z'
		}
	}
	return string(out)
}

// guess is an address, and the part of it that is made up in the one beside it.
type guess struct {
	address, name string
	kind          Kind
}

func (g guess) control() string { return strings.ReplaceAll(g.address, g.name, MadeUp(g.name)) }

// endings are those of every form that there is, of pages that are built into a folder,
// and of copies that people make.
var endings = []string{
	"", "/", ".pdf", ".txt", ".docx", ".json", ".eml", ".html", ".htm", ".md", ".xml", ".atom", ".zip", ".email.html", ".embargoed.html",
	".embargoed.pdf", ".embargoed.txt", ".embargoed.email.html", ".embargoed", ".draft", "-draft", "-final", "-embargoed", ".bak", "~",
	"/index.html", "/media/", "/files/", ".png", ".jpg",
}

// places are folders in which people leave things that a web server hands out.
var places = []string{
	"", "build/", "releases/", "media/", "files/", "news/", "press/", "downloads/", "documents/", "uploads/", "static/", "assets/", "public/",
	"pdf/", "wp-content/uploads/", "drafts/", "embargo/", "embargoed/", "preview/", "thumbnails/", ".pressroom/", "quotes/", "advance/",
	"log/",
}

// left are the endings of what is left in such folders.
var left = []string{"", "/", ".html", ".pdf", ".txt", ".docx", ".md", ".embargoed.html", ".embargoed.pdf", ".email.html"}

// search is the first word of the address at which words are looked for. What tells of the
// release there is seen with the lists.
const search = "search"

// all are the addresses that are asked for, each once.
func (s *survey) all() []guess {
	var out []guess
	seen := make(map[string]bool)
	add := func(kind Kind, address, name string) {
		if address = "/" + strings.TrimLeft(address, "/"); !seen[address] && name != "" && !s.Public(strings.TrimPrefix(address, "/")) {
			seen[address] = true
			out = append(out, guess{address, name, kind})
		}
	}
	for _, address := range Addresses(s.Listing) {
		add(Shown, address, s.Slug)
	}
	for _, v := range s.Listing.Versions {
		for _, e := range endings {
			add(Shown, s.Slug+"."+v.Language+e, s.Slug)
		}
	}
	for _, e := range endings {
		add(Shown, s.Slug+e, s.Slug)
		add(Shown, strings.ToUpper(s.Slug)+e, strings.ToUpper(s.Slug))
	}
	for _, place := range places {
		for _, e := range left {
			add(Shown, place+s.Slug+e, s.Slug)
			add(Shown, place+s.Slug+"/"+s.Slug+e, s.Slug)
		}
	}
	for _, word := range s.Reserved {
		add(Shown, word+"/"+s.Slug, s.Slug)
		if word != search { // what it finds are words of what is public, which may be those of the name
			add(Shown, word+"?q="+s.Slug, s.Slug)
		}
	}
	for _, t := range s.Listing.Topics {
		slug := release.TopicSlug(t)
		if s.Public("topics/"+slug) || url.PathEscape(slug) != slug { // the name of another's page, or one that none can be made up for
			continue
		}
		for _, rest := range []string{"", "/", "/feed.atom", "/feed.rss", "/feed.json"} {
			add(Shown, "topics/"+slug+rest, slug)
		}
	}
	for _, f := range s.Listing.Files {
		name := path.Base((&url.URL{Path: f.Address}).EscapedPath())
		for _, place := range places {
			add(Shown, place+name, stem(name))
		}
	}
	for _, g := range s.rolled() {
		add(Guessed, g.address, g.name)
	}
	return out
}

// Addresses are those of a release: of its forms in every language, and of its files.
func Addresses(l publication.Listing) []string {
	var out []string
	for _, v := range l.Versions {
		for _, f := range v.Forms {
			out = append(out, (&url.URL{Path: f.Address}).EscapedPath())
		}
	}
	for _, f := range l.Files {
		out = append(out, (&url.URL{Path: f.Address}).EscapedPath())
	}
	return out
}

func stem(name string) string { return strings.TrimSuffix(name, path.Ext(name)) }

// ways are the manners in which an address is asked for, beside GET.
func (s *survey) ways(g guess) []question {
	return []question{
		{method: "HEAD", address: g.address},
		{method: "OPTIONS", address: g.address},
		{method: "GET", address: g.address, headers: []string{"Range", "bytes=0-99"}},
		{method: "GET", address: g.address, headers: []string{"If-None-Match", "*"}},
		{method: "GET", address: g.address, headers: []string{"If-Modified-Since", "Thu, 01 Jan 2009 00:00:00 GMT"}},
		{method: "GET", address: g.address, headers: []string{"Accept-Encoding", "gzip, br"}},
		{method: "GET", address: g.address, headers: []string{"Accept-Language", "es"}},
		{method: "GET", address: g.address, host: "localhost"},
		{method: "GET", address: g.address, host: "127.0.0.1"},
		{method: "GET", address: g.address, host: "www." + s.base.Hostname()},
		{method: "GET", address: g.address + "?download=1"},
		{method: "GET", address: "/" + g.address},
	}
}

// addresses asks for all of them, and for those that the release will have in every way.
func (s *survey) addresses(ctx context.Context) {
	certain := Addresses(s.Listing)
	for _, g := range s.all() {
		if ctx.Err() != nil {
			return
		}
		s.hold(ctx, g, question{method: "GET", address: g.address})
		if !slices.Contains(certain, strings.TrimPrefix(g.address, "/")) {
			continue
		}
		for _, q := range s.ways(g) {
			s.hold(ctx, g, q)
		}
	}
}

// hold asks, and takes down in what the answer differs.
func (s *survey) hold(ctx context.Context, g guess, q question) {
	control := q
	control.address = strings.ReplaceAll(q.address, g.name, MadeUp(g.name))
	said := s.pair(ctx, q, control, g.name, MadeUp(g.name))
	if said == "" {
		return
	}
	fix := "take away what answers there: until the instant nobody but the program itself may"
	if g.kind == Guessed {
		fix = "take away what lies there, and give files names that do not follow from one another"
	}
	s.fault(g.kind, fix, "%s does not answer as %s, which cannot exist: %s", q, control.address, said)
}
