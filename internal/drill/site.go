package drill

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"html"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"pressroom/internal/release"
)

// ClockAddress is where the server tells its time, below its pages: with the headers of
// every other page, and under MissingClock with the status of what is not there. Whoever
// keeps one of them where it is said that it has to be asked for anew keeps all.
const (
	ClockAddress = "/.well-known/pressroom-clock"
	MissingClock = ClockAddress + "/missing"
)

// mostApart is how far two clocks may be from each other.
const mostApart = 2 * time.Second

// connect sees whether the server answers, and whether a browser would take its
// certificate; and learns which headers are different in every answer.
func (s *survey) connect(ctx context.Context) bool {
	first, err := s.asker.ask(ctx, question{method: "GET", address: "/" + MadeUp(s.Slug)})
	if err != nil {
		if wrong := certificate(err); wrong != "" {
			s.fault(Certificate, "get one for this name, from an authority that browsers know", "%s", wrong)
		} else if ctx.Err() == nil {
			s.fault(Unanswered, "start it, and let it be reached from here", "it does not answer: %v", err)
		}
		return false
	}
	second := s.ours(ctx, question{method: "GET", address: "/" + MadeUp(s.Slug)})
	if second == nil {
		return false
	}
	s.unsteady = make(map[string]bool)
	for h := range unite(first.header, second.header) {
		if !slices.Equal(first.header[h], second.header[h]) && !slices.Contains(hopByHop, h) {
			s.unsteady[h] = true
			s.tally.Unsteady = append(s.tally.Unsteady, h)
		}
	}
	slices.Sort(s.tally.Unsteady)
	if first.status != http.StatusNotFound {
		s.fault(Unanswered, "let it hand every address on to pressroom serve",
			"what cannot exist answers with status %d: whether something is there cannot be told here", first.status)
	}
	s.validity()
	return true
}

// certificate says what is wrong with the one of a server, "" if it is something else.
func certificate(err error) string {
	var name x509.HostnameError
	var unknown x509.UnknownAuthorityError
	var invalid x509.CertificateInvalidError
	var wrong *tls.CertificateVerificationError
	switch {
	case errors.As(err, &name):
		return "the certificate is for another name: " + name.Error()
	case errors.As(err, &unknown):
		return "nobody whom browsers know has signed the certificate: " + unknown.Error()
	case errors.As(err, &invalid):
		return "the certificate does not hold: " + invalid.Error()
	case errors.As(err, &wrong):
		return "the certificate does not hold: " + wrong.Error()
	}
	return ""
}

// expiresSoon is how long a certificate has to hold, at least, beyond the instant.
const expiresSoon = 14 * 24 * time.Hour

// validity looks at how long the certificate holds.
func (s *survey) validity() {
	if s.base.Scheme != "https" {
		return
	}
	until := s.asker.expiry()
	if until.IsZero() {
		return
	}
	after := s.Now()
	if s.At.After(after) {
		after = s.At
	}
	s.tally.Certificate = until.UTC().Format(time.RFC3339)
	if until.Before(after.Add(expiresSoon)) {
		s.fault(Certificate, "renew it", "the certificate holds until %s only", until.UTC().Format(time.RFC3339))
	}
}

// caches sees whether somebody in front answers by itself with what it has kept, and
// whether the server's clock is this one's.
func (s *survey) caches(ctx context.Context) {
	for i, address := range []string{ClockAddress, MissingClock} {
		status := []int{http.StatusOK, http.StatusNotFound}[i]
		first, second := s.told(ctx, address), s.told(ctx, address)
		if first == nil || second == nil {
			continue
		}
		if age := second.age; age != "" && age != "0" {
			s.cached(status, "an Age of "+age+" seconds")
		}
		if first.at.Equal(second.at) {
			s.cached(status, "the same time twice")
			continue // what it told is no clock's
		}
		s.clock("the server's clock", second.at, second)
		if !second.date.IsZero() {
			s.clock("the clock of whoever answers there", second.date, second)
		}
	}
}

// told is what a server says of the time.
type told struct {
	at, date      time.Time // the program's, and that of whoever has answered, to the second
	age           string
	after, before time.Time // by this machine's clock, when it was asked and answered
}

// told asks for it; nil where there was no answer, or one of another program.
func (s *survey) told(ctx context.Context, address string) *told {
	t := &told{after: s.Now()}
	a := s.ours(ctx, question{method: "GET", address: address})
	if a == nil {
		return nil
	}
	t.before, t.age = s.Now(), a.header.Get("Age")
	var err error
	if t.at, err = time.Parse(time.RFC3339Nano, strings.TrimSpace(string(a.body))); err != nil {
		return nil
	}
	if date, err := http.ParseTime(a.header.Get("Date")); err == nil {
		t.date = date.Add(500 * time.Millisecond) // told to the second: the middle of it
	}
	return t
}

func (s *survey) cached(status int, why string) {
	s.fault(Cached, "have it heed Cache-Control: no-cache (nginx: no proxy_ignore_headers, no Expires of its own)",
		"answers with status %d are kept by somebody in front, who does not ask anew: %s. At the instant the page would be late", status, why)
}

// clock holds one that was read between two moments of this machine's against that.
func (s *survey) clock(whose string, at time.Time, t *told) {
	off := time.Duration(0)
	switch {
	case at.Before(t.after):
		off = at.Sub(t.after)
	case at.After(t.before):
		off = at.Sub(t.before)
	}
	if off.Abs() > mostApart {
		s.fault(Clock, "set the clocks by a time service, as with timedatectl set-ntp true", "%s is %s", whose, Apart(off))
	}
}

// Apart says how far a clock is from this machine's.
func Apart(off time.Duration) string {
	if off < 0 {
		return off.Abs().Round(100*time.Millisecond).String() + " behind this machine's"
	}
	return off.Round(100*time.Millisecond).String() + " ahead of this machine's"
}

// tellers are the addresses that tell of many releases.
func (s *survey) tellers() []string {
	out := []string{
		"/", "/feed.atom", "/feed.rss", "/feed.json", "/sitemap.xml", "/news-sitemap.xml", "/robots.txt", "/topics", "/search", "/verify",
		"/index.html", "/rss", "/rss.xml", "/atom.xml", "/feed", "/feed.xml", "/sitemap.txt", "/sitemap_index.xml", "/log", "/media-kit",
		"/?page=1", "/archive", "/.well-known/pressroom-key", "/search?q=" + url.QueryEscape(s.Slug),
	}
	for _, v := range s.Listing.Versions {
		for _, list := range []string{"/", "/feed.atom", "/feed.json", "/feed.rss"} {
			out = append(out, list+"?language="+url.QueryEscape(v.Language))
		}
		out = append(out, "/search?q="+url.QueryEscape(v.Headline), "/search?q="+url.QueryEscape(strings.Join(strings.Fields(v.Headline), `" "`)))
	}
	for _, t := range s.Listing.Topics {
		for _, name := range []string{t, release.TopicSlug(t)} {
			for _, rest := range []string{"", "/feed.atom", "/feed.rss", "/feed.json"} {
				out = append(out, "/topics/"+url.PathEscape(name)+rest)
			}
		}
	}
	return out
}

// lists looks whether one of them tells of the release. What was asked for is taken out:
// a page of results may repeat it.
func (s *survey) lists(ctx context.Context) {
	for _, address := range s.tellers() {
		q := question{method: "GET", address: address}
		a := s.ours(ctx, q)
		if a == nil {
			continue
		}
		if what := s.tells(a, address); what != "" {
			s.fault(Listed, "take away what answers there, or what was made ahead", "%s tells of the release: %s", q, what)
		}
	}
}

// tells says with which words an answer tells of the release, "" with none.
func (s *survey) tells(a *answer, asked string) string {
	text := html.UnescapeString(string(a.body) + "\n" + fmt.Sprint(a.header))
	if u, err := url.Parse(asked); err == nil {
		for _, values := range u.Query() {
			for _, v := range values {
				text = strings.ReplaceAll(text, v, "")
			}
		}
		text = strings.ReplaceAll(text, asked, "")
	}
	for _, v := range s.Listing.Versions {
		if v.Headline != "" && !slices.Contains(s.Headlines, v.Headline) && strings.Contains(text, v.Headline) {
			return "its headline"
		}
	}
	if standsIn(text, "/"+s.Slug) || standsIn(text, `"`+s.Slug) {
		return "its address"
	}
	return ""
}

// standsIn tells whether a name stands in a text, and not as the beginning of another.
func standsIn(text, name string) bool {
	for rest := text; ; {
		_, after, found := strings.Cut(rest, name)
		if !found {
			return false
		}
		if after == "" || !strings.ContainsRune("abcdefghijklmnopqrstuvwxyz0123456789-", rune(after[0])) {
			return true
		}
		rest = after
	}
}

// links sees whether a closed link shows a button that opens it, or words of the release.
func (s *survey) links(ctx context.Context) {
	for _, link := range s.Closed {
		address := link
		if u, err := url.Parse(link); err == nil && u.Host != "" {
			address = "/" + strings.TrimLeft(strings.TrimPrefix(u.EscapedPath(), strings.TrimRight(s.base.EscapedPath(), "/")), "/")
		}
		a := s.ours(ctx, question{method: "GET", address: address})
		if a == nil {
			continue
		}
		s.tally.Links++
		short := address[:min(len(address), 16)] + "…"
		switch what := s.tells(a, address); {
		case what != "":
			s.fault(Link, "close it", "the link %s is closed, and shows of the release %s", short, what)
		case a.status == http.StatusOK && bytes.Contains(a.body, []byte("<button")):
			s.fault(Link, "close it", "the link %s is closed, and shows the button that opens it", short)
		case a.status >= 300 && a.status < 400 && strings.Contains(a.header.Get("Location"), s.Slug):
			s.fault(Link, "close it", "the link %s is closed, and leads to the release", short)
		}
	}
}
