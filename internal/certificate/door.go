package certificate

import (
	"net"
	"net/http"
	"net/url"
	"strings"
)

// ours tells whether a name, with a port or without, is the host's.
func (k *Keeper) ours(name string) bool {
	if host, _, err := net.SplitHostPort(name); err == nil {
		name = host
	}
	return strings.EqualFold(strings.TrimSuffix(name, "."), k.host)
}

// keepTLS is for how long, in seconds, browsers that were here come back by TLS alone
// (RFC 6797).
const keepTLS = "max-age=15552000"

// Only answers for the host alone: under another name, 421 (RFC 9110 section 15.5.20).
func (k *Keeper) Only(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Strict-Transport-Security", keepTLS)
		if !k.ours(r.Host) {
			k.misdirected(w)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// Plain is what answers without TLS: the authority's challenges, and everything else
// with the way to public, the https:// address of the pages, whatever is asked for.
func (k *Keeper) Plain(public string) http.Handler {
	authority := k.host
	if u, err := url.Parse(public); err == nil && u.Host != "" {
		authority = u.Host
	}
	challenges := k.manager.HTTPHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "https://"+authority+r.URL.RequestURI(), http.StatusPermanentRedirect)
	}))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !k.ours(r.Host) {
			k.misdirected(w)
			return
		}
		challenges.ServeHTTP(w, r)
	})
}

func (k *Keeper) misdirected(w http.ResponseWriter) {
	w.Header().Set("Cache-Control", "no-store")
	http.Error(w, "this server answers for "+k.host+" alone", http.StatusMisdirectedRequest)
}
