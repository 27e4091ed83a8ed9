package workspace

import (
	"net"
	"net/mail"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"pressroom/internal/diagnostic"
	"pressroom/internal/frontmatter"
	"pressroom/internal/language"
	"pressroom/internal/release"
)

// SettingsFile is the name of the file with the workspace's settings.
const SettingsFile = "pressroom.toml"

// Sandbox is the address of the server inside the program.
const Sandbox = "sandbox:"

// Settings are the workspace's settings, every one with its default.
type Settings struct {
	release.Settings
	Mail   Mail
	Server Server
}

// Mail is how mail leaves.
type Mail struct {
	From         string // an RFC 5322 address, with a name or without
	ReplyTo      string
	SMTP         string // sandbox:, smtp://user@host:587 or smtps://…
	TLS          string // "verify": where offered, and certificates must hold; "off"
	CAFile       string // PEM: further authorities that certificates may come from
	PasswordFile string
	Connections  int
	Rate         int // messages a minute, 0 for no limit
	Grace        time.Duration
	Attach       string // auto, always, never
}

// Server is where the program listens.
type Server struct{ Desk string }

// ParseSettings reads pressroom.toml.
func ParseSettings(name string, data []byte) (Settings, diagnostic.List) {
	s := Settings{
		Mail:   Mail{SMTP: Sandbox, TLS: "verify", Connections: 8, Grace: 15 * time.Minute, Attach: "auto"},
		Server: Server{Desk: "127.0.0.1:8025"},
	}
	s.Organization = release.Organization{Name: "Press office", Language: "en", Layout: release.LayoutUS}
	doc, diags := frontmatter.Parse(name, data)
	if doc == nil {
		return s, diags
	}
	root := doc.Root()
	if t := root.Table("organization"); t != nil {
		s.organization(t)
	}
	if t := root.Table("mail"); t != nil {
		s.mail(t)
	}
	if t := root.Table("server"); t != nil {
		if v := t.Line("desk"); v != "" {
			s.Server.Desk = v
			if host, _, err := net.SplitHostPort(v); err != nil || !isLoopback(host) {
				t.Errorf("desk", "server", "desk must be an address of this machine alone, as in 127.0.0.1:8025")
			}
		}
		t.Done(nil)
	}
	for _, t := range root.Tables("org") {
		o := release.Org{ID: t.Line("id"), Name: t.Line("name"), URL: t.Line("url"), Logo: t.Line("logo"), Region: t.Line("region"), Contact: t.Line("contact")}
		if !release.ValidSlug(o.ID) {
			t.Errorf("id", "org", "an org needs an id of small letters, digits and hyphens")
		}
		if o.Name == "" {
			t.Errorf("name", "org", "an org needs a name")
		}
		t.Done(nil)
		s.Orgs = append(s.Orgs, o)
	}
	root.Done(nil)
	if s.Mail.From == "" {
		s.Mail.From = (&mail.Address{Name: s.Organization.Name, Address: "press@" + s.domain()}).String()
	}
	return s, doc.Diagnostics().Sort()
}

// domain is that of the organisation's web address, or one that cannot exist.
func (s *Settings) domain() string {
	if u, err := url.Parse(s.Organization.URL); err == nil && u.Hostname() != "" {
		return strings.TrimPrefix(u.Hostname(), "www.")
	}
	return "pressroom.invalid"
}

func isLoopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

func (s *Settings) organization(t *frontmatter.Table) {
	o := &s.Organization
	o.ID = t.Line("id")
	if v := t.Line("name"); v != "" {
		o.Name = v
	}
	o.URL, o.Logo, o.Address = t.Line("url"), t.Line("logo"), t.Line("address")
	o.Boilerplate = t.String("boilerplate")
	if v := t.Line("language"); v != "" {
		tag, err := language.Canonical(v)
		if err != nil {
			t.Errorf("language", "language", "%v", err)
		} else {
			o.Language = tag
		}
	}
	if v := t.Line("timezone"); v != "" {
		if _, err := time.LoadLocation(v); err != nil || v == "Local" {
			t.Errorf("timezone", "timezone", "%q is no time zone; write an IANA name such as America/Los_Angeles", v)
		}
		o.Timezone = v
	}
	if v := t.Line("layout"); v != "" {
		o.Layout = release.Layout(v)
		if o.Layout != release.LayoutUS && o.Layout != release.LayoutUK {
			t.Errorf("layout", "layout", `layout is "us" or "uk", not %q`, v)
		}
	}
	t.Done(nil)
}

func (s *Settings) mail(t *frontmatter.Table) {
	m := &s.Mail
	for key, field := range map[string]*string{"from": &m.From, "reply_to": &m.ReplyTo} {
		*field = t.Line(key)
		if *field == "" {
			continue
		}
		if _, err := mail.ParseAddress(*field); err != nil {
			t.Errorf(key, "address", "%s must be an address, as in Press office <press@example.org>", key)
		}
	}
	if v := t.Line("smtp"); v != "" {
		m.SMTP = v
		if v != Sandbox {
			u, err := url.Parse(v)
			_, hasPassword := "", false
			if err == nil && u.User != nil {
				_, hasPassword = u.User.Password()
			}
			switch {
			case err != nil || u.Scheme != "smtp" && u.Scheme != "smtps" || u.Hostname() == "":
				t.Errorf("smtp", "smtp", "smtp is sandbox:, smtp://user@host:587 or smtps://user@host")
			case hasPassword:
				t.Errorf("smtp", "secret", "no passwords in this file; set PRESSROOM_SMTP_PASSWORD or password_file")
			}
		}
	}
	if v := t.Line("tls"); v != "" {
		if m.TLS = v; v != "verify" && v != "off" {
			t.Errorf("tls", "tls", `tls is "verify" or "off", not %q`, v)
		}
	}
	m.CAFile, m.PasswordFile = t.Line("ca_file"), t.Line("password_file")
	if m.Connections = t.Int("connections", m.Connections); m.Connections < 1 || m.Connections > 100 {
		t.Errorf("connections", "mail", "connections is a number from 1 to 100")
	}
	if m.Rate = t.Int("rate", 0); m.Rate < 0 {
		t.Errorf("rate", "mail", "rate is messages a minute; 0 for no limit")
	}
	if v := t.Line("grace"); v != "" {
		d, err := time.ParseDuration(v)
		if err != nil || d < time.Minute || d > 7*24*time.Hour {
			t.Errorf("grace", "mail", `grace is a time such as "15m" or "2h", at least one minute`)
		} else {
			m.Grace = d
		}
	}
	if v := t.Line("attach"); v != "" {
		if m.Attach = v; v != "auto" && v != "always" && v != "never" {
			t.Errorf("attach", "mail", `attach is "auto", "always" or "never", not %q`, v)
		}
	}
	t.Done(nil)
}

// SMTPPassword is the password for the mail server: from the environment, else
// from the file that the settings name (relative to the workspace), else "".
func (w *Workspace) SMTPPassword() (string, error) {
	if v := os.Getenv("PRESSROOM_SMTP_PASSWORD"); v != "" {
		return v, nil
	}
	name := w.Settings.Mail.PasswordFile
	if name == "" {
		return "", nil
	}
	if !filepath.IsAbs(name) {
		name = filepath.Join(w.Dir, name)
	}
	data, err := readLimited(name, 4096)
	return strings.TrimSpace(string(data)), err
}
