package workspace

import (
	"net/mail"
	"net/netip"
	"net/url"
	"strings"

	"golang.org/x/net/idna"

	"pressroom/internal/frontmatter"
)

// ACME says from whom the certificate of the public pages is had, where the program
// ends TLS itself.
type ACME struct {
	Host      string // in ASCII; "" where a web server in front ends TLS
	Directory string // of the authority; "" for Let's Encrypt
	Root      string // a file of certificates that the authority's address is trusted by; "" for the system's
	Email     string // at which the authority may write; "" for none
	Plain     string // where connections without TLS are taken, to be sent on
}

// certificate reads the keys about it. With a host name, what listens where it is not
// said, and under which address the world sees it, follow.
func (s *Settings) certificate(t *frontmatter.Table) {
	a := &s.Server.ACME
	name := t.Line("acme")
	a.Directory, a.Root, a.Email, a.Plain = t.Line("acme_directory"), t.Line("acme_root"), t.Line("acme_email"), t.Line("listen_plain")
	if name == "" {
		for _, key := range []string{"acme_directory", "acme_root", "acme_email", "listen_plain"} {
			if t.Line(key) != "" {
				t.Errorf(key, "server", `%s belongs to acme, the host name whose certificate is had: write acme = "press.example.org" too`, key)
			}
		}
		return
	}
	host, err := idna.Lookup.ToASCII(strings.TrimSuffix(name, "."))
	if _, ip := netip.ParseAddr(name); err != nil || ip == nil || !strings.Contains(host, ".") || strings.ContainsAny(host, ":/ _*") {
		t.Errorf("acme", "server", `acme is the host name that the world knows this server by, as in "press.example.org", without https:// `+
			"and port")
		return
	}
	a.Host = host
	if u, err := url.Parse(a.Directory); a.Directory != "" && (err != nil || u.Scheme != "https" || u.Host == "") {
		t.Errorf("acme_directory", "server", "acme_directory is the https:// address of the authority's ACME directory")
	}
	if _, err := mail.ParseAddress(a.Email); a.Email != "" && (err != nil || strings.ContainsAny(a.Email, "<> ")) {
		t.Errorf("acme_email", "server", "acme_email is an address alone, as in press@example.org")
	}
	if s.Server.Listen == "" {
		s.Server.Listen = ":443"
	}
	if a.Plain == "" {
		a.Plain = ":80"
	} else if !isAddress(a.Plain) {
		t.Errorf("listen_plain", "server", "listen_plain is an address with a port, as in :80")
	}
	public, err := url.Parse(s.Server.PublicURL)
	switch {
	case s.Server.PublicURL == "":
		s.Server.PublicURL = "https://" + host
	case err == nil && (public.Scheme != "https" || !strings.EqualFold(public.Hostname(), host)):
		t.Errorf("public_url", "server", "public_url is at %s, and the certificate is for %s; let it begin with https://%s, or take it out",
			public.Host, host, host)
	}
}
