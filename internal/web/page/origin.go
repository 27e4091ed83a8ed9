package page

import (
	"net/http"
	"net/netip"
	"net/url"
	"strings"
)

// Origin is what a browser says of where a form was filled in.
type Origin int

// What it can say.
const (
	Ours    Origin = iota // on a page of ours, or by a program that is no browser
	Unsaid                // nothing that can be relied on
	Foreign               // on a page of another site
)

// From tells where a form was filled in. Behind a proxy that does not hand on Host,
// the public address is the one that browsers name. "null" is what they name where
// they are told to name nothing.
func (s *Site) From(r *http.Request) Origin {
	origin := r.Header.Get("Origin")
	switch r.Header.Get("Sec-Fetch-Site") {
	case "same-origin", "none":
		return Ours
	case "":
		if origin == "" || s.ours(r, origin) {
			return Ours
		}
		return Unsaid
	}
	if s.ours(r, origin) {
		return Ours
	}
	return Foreign
}

func (s *Site) ours(r *http.Request, origin string) bool {
	o, err := url.Parse(origin)
	if err != nil || o.Host == "" {
		return false
	}
	public, err := url.Parse(s.PublicURL)
	return strings.EqualFold(o.Host, r.Host) || err == nil && s.PublicURL != "" &&
		strings.EqualFold(o.Host, public.Host) && strings.EqualFold(o.Scheme, public.Scheme)
}

// Base is the path of the public address, without a slash at its end: addresses in
// pages begin with it.
func (s *Site) Base() string {
	u, err := url.Parse(s.PublicURL)
	if err != nil {
		return ""
	}
	return strings.TrimRight(u.EscapedPath(), "/")
}

// Host is the address that a request came from: what a proxy that is believed says,
// or who has connected.
func (s *Site) Host(r *http.Request) string {
	at, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	addr := at.Addr().Unmap().WithZone("")
	if !s.believed(addr) {
		return addr.String()
	}
	// Each proxy adds at the end whom it heard from: the last that is none of ours
	// is who asked.
	list := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for i := len(list) - 1; i >= 0; i-- {
		said, err := netip.ParseAddr(strings.TrimSpace(list[i]))
		if err != nil {
			break
		}
		addr = said.Unmap().WithZone("")
		if !s.believed(addr) {
			break
		}
	}
	return addr.String()
}

func (s *Site) believed(a netip.Addr) bool {
	for _, p := range s.Proxies {
		if p.Contains(a) {
			return true
		}
	}
	return false
}

// Secure tells whether a request came over TLS, as far as can be known here.
func (s *Site) Secure(r *http.Request) bool {
	if r.TLS != nil {
		return true
	}
	if at, err := netip.ParseAddrPort(r.RemoteAddr); err == nil && s.believed(at.Addr().Unmap()) {
		return strings.EqualFold(r.Header.Get("X-Forwarded-Proto"), "https")
	}
	u, err := url.Parse(s.PublicURL)
	return err == nil && u.Scheme == "https" && strings.EqualFold(u.Host, r.Host)
}
