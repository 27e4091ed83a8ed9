package workspace

import (
	"net"
	"net/mail"
	"net/netip"
	"net/url"
	"strings"
	"time"

	"pressroom/internal/frontmatter"
)

// DefaultDesk is where the desk listens that no setting names.
const DefaultDesk = "127.0.0.1:8025"

// Server is where the program listens.
type Server struct {
	Listen    string         // for what is public; "" for nowhere
	PublicURL string         // under which the world sees Listen, without a slash at its end
	Desk      string         // a loopback address, for what only the lead may see
	Proxies   []netip.Prefix // whose X-Forwarded-For and X-Forwarded-Proto are believed
	ACME      ACME           // with a host name Listen is TLS's
}

// Database says where the database is.
type Database struct {
	URL string // postgres://…; "" for SQLite in the workspace
}

// Inbox is where bounces, complaints and answers arrive.
type Inbox struct {
	IMAP         string // imaps://user@host/FOLDER
	Maildir      string
	PasswordFile string
	Every        time.Duration
}

// Notify is whom to tell what became of a mailing.
type Notify struct {
	Email   []string
	Webhook string
	// Headlines has what is not public yet named: in what the lead is told, in what serve
	// prints and in logs. Otherwise a number stands in the place of names and headlines.
	Headlines bool
}

func (s *Settings) server(t *frontmatter.Table) {
	if v := t.Line("desk"); v != "" {
		s.Server.Desk = v
		if host, _, err := net.SplitHostPort(v); err != nil || !isLoopback(host) {
			t.Errorf("desk", "server", "desk must be an address of this machine alone, as in 127.0.0.1:8025")
		}
	}
	if v := t.Line("listen"); v != "" {
		s.Server.Listen = v
		if !isAddress(v) {
			t.Errorf("listen", "server", "listen is an address with a port, as in :8080")
		}
	}
	if v := t.Line("public_url"); v != "" {
		u, err := url.Parse(v)
		if err != nil || u.Scheme != "https" && (u.Scheme != "http" || !isLoopback(u.Hostname())) || u.Hostname() == "" || u.RawQuery != "" ||
			u.Fragment != "" {
			t.Errorf("public_url", "server", "public_url is the https:// address under which the world sees this server, as in "+
				"https://press.example.org")
		}
		s.Server.PublicURL = strings.TrimRight(v, "/")
	}
	s.certificate(t)
	s.Server.Proxies = proxies(t)
	t.Done(nil)
}

// proxies are those whose word on who asks is taken: addresses, or networks.
func proxies(t *frontmatter.Table) []netip.Prefix {
	var all []netip.Prefix
	for i, v := range t.Strings("proxies") {
		p, err := netip.ParsePrefix(v)
		if a, aerr := netip.ParseAddr(v); aerr == nil {
			p, err = netip.PrefixFrom(a.Unmap(), a.Unmap().BitLen()), nil
		}
		if err != nil {
			t.Errorf("proxies", "server", "proxies[%d] = %q is no address; write those of the web servers in front, as in [\"127.0.0.1\", "+
				"\"10.1.0.0/16\"]", i, v)
			continue
		}
		all = append(all, p)
	}
	return all
}

// isAddress tells whether somebody can listen at it: a port, with a host or without.
func isAddress(v string) bool {
	_, _, err := net.SplitHostPort(v)
	return err == nil
}

func isLoopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

func (s *Settings) database(t *frontmatter.Table) {
	if v := t.Line("url"); v != "" {
		s.Database.URL = v
		checkServer(t, "url", v, []string{"postgres", "postgresql"}, "postgres://user@host/database",
			"PRESSROOM_DATABASE_URL, PGPASSWORD or ~/.pgpass")
	}
	t.Done(nil)
}

func (s *Settings) inbox(t *frontmatter.Table) {
	i := &s.Inbox
	if v := t.Line("imap"); v != "" {
		i.IMAP = v
		checkServer(t, "imap", v, []string{"imap", "imaps"}, "imaps://user@host/INBOX", "PRESSROOM_IMAP_PASSWORD or password_file")
	}
	i.Maildir, i.PasswordFile = t.Line("maildir"), t.Line("password_file")
	if i.IMAP != "" && i.Maildir != "" {
		t.Errorf("maildir", "inbox", "either imap or maildir, not both")
	}
	duration(t, "every", &i.Every, 10*time.Second, 24*time.Hour)
	t.Done(nil)
}

func (s *Settings) notify(t *frontmatter.Table) {
	n := &s.Notify
	switch v, _ := t.Raw("email"); v.(type) {
	case nil:
	case string:
		n.Email = []string{t.Line("email")}
	default:
		n.Email = t.Strings("email")
	}
	for i, a := range n.Email {
		if _, err := mail.ParseAddress(a); err != nil {
			t.Report().Errorf(t.ElementAt("email", i), "address", "%q is no address", a)
		}
	}
	if v := t.Line("webhook"); v != "" {
		n.Webhook = v
		if u, err := url.Parse(v); err != nil || u.Scheme != "https" && (u.Scheme != "http" || !isLoopback(u.Hostname())) || u.Hostname() == "" {
			t.Errorf("webhook", "notify", "webhook is an https:// address")
		}
	}
	n.Headlines = t.Bool("headlines", false)
	t.Done(nil)
}
