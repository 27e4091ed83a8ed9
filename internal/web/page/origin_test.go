package page

import (
	"net/http"
	"net/http/httptest"
	"net/netip"
	"testing"
)

// TestWhereAFormIsFrom is what browsers, and proxies before us, make of a form.
func TestWhereAFormIsFrom(t *testing.T) {
	for name, c := range map[string]struct {
		public, host, origin, fetch string
		want                        Origin
	}{
		"a browser on our page":                            {"", "press.example", "https://press.example", "same-origin", Ours},
		"an older one":                                     {"", "press.example", "https://press.example", "", Ours},
		"no browser":                                       {"", "press.example", "", "", Ours},
		"typed into the address":                           {"", "press.example", "", "none", Ours},
		"a proxy that does not hand on Host":               {"https://press.example/news", "127.0.0.1:8026", "https://press.example", "", Ours},
		"the same, and a browser that says more":           {"https://press.example", "127.0.0.1:8026", "https://press.example", "same-origin", Ours},
		"another scheme":                                   {"https://press.example", "127.0.0.1:8026", "http://press.example", "", Unsaid},
		"another port":                                     {"https://press.example", "127.0.0.1:8026", "https://press.example:444", "", Unsaid},
		"nothing said":                                     {"https://press.example", "press.example", "null", "", Unsaid},
		"nothing said, on our page":                        {"https://press.example", "press.example", "null", "same-origin", Ours},
		"another site, and a browser that does not say so": {"https://press.example", "press.example", "https://evil.example", "", Unsaid},
		"another site":                                     {"https://press.example", "press.example", "https://evil.example", "cross-site", Foreign},
		"another site, which hides":                        {"https://press.example", "press.example", "null", "cross-site", Foreign},
		"a neighbor":                                       {"https://press.example", "press.example", "https://shop.press.example", "same-site", Foreign},
	} {
		s := New("Harbor", "en", nil)
		s.PublicURL = c.public
		r := httptest.NewRequest(http.MethodPost, "/", nil)
		r.Host = c.host
		for header, value := range map[string]string{"Origin": c.origin, "Sec-Fetch-Site": c.fetch} {
			if value != "" {
				r.Header.Set(header, value)
			}
		}
		if got := s.From(r); got != c.want {
			t.Errorf("%s: %d, not %d", name, got, c.want)
		}
	}
}

// TestWhoAsksBehindProxies: only those that are believed say who asks.
func TestWhoAsksBehindProxies(t *testing.T) {
	s := New("Harbor", "en", nil)
	s.Proxies = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8"), netip.MustParsePrefix("10.1.0.0/16"), netip.MustParsePrefix("2001:db8::/32")}
	for name, c := range map[string]struct{ from, said, want string }{
		"a stranger says what they like":   {"203.0.113.9:1", "192.0.2.1", "203.0.113.9"},
		"one proxy":                        {"127.0.0.1:1", "192.0.2.1", "192.0.2.1"},
		"a stranger put something before":  {"127.0.0.1:1", "198.51.100.7, 192.0.2.1", "192.0.2.1"},
		"two proxies":                      {"127.0.0.1:1", "192.0.2.1, 10.1.2.3", "192.0.2.1"},
		"what is no address":               {"127.0.0.1:1", "<script>", "127.0.0.1"},
		"nothing said":                     {"127.0.0.1:1", "", "127.0.0.1"},
		"a proxy by the newer protocol":    {"[2001:db8::1]:1", "2001:db9::5", "2001:db9::5"},
		"an older address in a newer form": {"[::ffff:127.0.0.1]:1", "192.0.2.1", "192.0.2.1"},
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.RemoteAddr = c.from
		if c.said != "" {
			r.Header.Set("X-Forwarded-For", c.said)
		}
		if got := s.Host(r); got != c.want {
			t.Errorf("%s: %s, not %s", name, got, c.want)
		}
	}
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	r.RemoteAddr = "127.0.0.1:1"
	r.Header.Set("X-Forwarded-Proto", "https")
	if !s.Secure(r) {
		t.Error("the proxy's TLS is not known")
	}
	r.RemoteAddr = "203.0.113.9:1"
	if s.Secure(r) {
		t.Error("a stranger is believed")
	}
}
