package workspace

import (
	"net/mail"
	"net/url"
	"strings"
	"time"

	"pressroom/internal/diagnostic"
	"pressroom/internal/frontmatter"
	"pressroom/internal/language"
	"pressroom/internal/release"
)

// SettingsFile is the name of the file with the workspace's settings.
const SettingsFile = "pressroom.toml"

// Settings are the workspace's settings, every one with its default.
type Settings struct {
	release.Settings
	Mail     Mail
	Server   Server
	Database Database
	Inbox    Inbox
	Notify   Notify
	Embargo  Embargo
	Dispatch Dispatch
	// Users are those who come into the press office from elsewhere; none for nobody.
	Users []User
	OIDC  OIDC // by which they come in beside mailed codes; without an issuer there is none

	// Privacy is the https:// address of the organization's privacy notice, which every
	// mail names; "" for none.
	Privacy string

	on []string // languages that are used though no speaker has read them
}

// Unnamed is the name of an organization that the settings do not name.
const Unnamed = "Press office"

// ParseSettings reads pressroom.toml.
func ParseSettings(name string, data []byte) (Settings, diagnostic.List) {
	s := Settings{
		Mail:   defaultMail,
		Server: Server{Desk: DefaultDesk},
		Inbox:  Inbox{Every: time.Minute}, Embargo: Embargo{Keep: keepFor}, Dispatch: Dispatch{Undo: undoWithin},
	}
	s.Organization = release.Organization{Name: Unnamed, Language: "en", Layout: release.LayoutUS}
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
	for name, read := range map[string]func(*frontmatter.Table){
		"server": s.server, "database": s.database, "inbox": s.inbox,
		"notify": s.notify, "pdf": s.pdf, "embargo": s.embargo, "dispatch": s.dispatch, "oidc": s.oidc,
	} {
		if t := root.Table(name); t != nil {
			read(t)
		}
	}
	for _, t := range root.Tables("org") {
		o := s.org(t)
		if !release.ValidSlug(o.ID) {
			t.Errorf("id", "org", "an org needs an id of small letters, digits and hyphens")
		}
		if o.Name == "" {
			t.Errorf("name", "org", "an org needs a name")
		}
		t.Done(nil)
		s.Orgs = append(s.Orgs, o)
	}
	s.users(root.Tables("user"))
	root.Done(nil)
	s.reachable(root)
	s.Mail.Linked = s.Server.PublicURL != ""
	if s.Mail.From == "" {
		s.Mail.From = (&mail.Address{Name: s.Organization.Name, Address: "press@" + s.domain()}).String()
	}
	return s, doc.Diagnostics().Sort()
}

// Zone is the zone of the organization, UTC where it has none.
func (s *Settings) Zone() *time.Location {
	if zone, err := time.LoadLocation(s.Organization.Timezone); err == nil {
		return zone
	}
	return time.UTC
}

// org reads one organisation of the coalition.
func (s *Settings) org(t *frontmatter.Table) release.Org {
	o := release.Org{
		ID: t.Line("id"), Name: t.Line("name"), URL: t.Line("url"), Logo: t.Line("logo"), Region: t.Line("region"),
		Boilerplate: t.String("boilerplate"),
	}
	switch v, _ := t.Raw("contact"); v.(type) {
	case nil:
	case string:
		o.Contact = []string{t.Line("contact")}
	default:
		o.Contact = t.Strings("contact")
	}
	for i, a := range o.Contact {
		if _, err := mail.ParseAddress(a); err != nil {
			t.Report().Errorf(t.ElementAt("contact", i), "address", `%q is no address; write "ana@river.example" or "Ana Ruiz <ana@river.example>"`,
				a)
		}
	}
	if v := t.Line("language"); v != "" {
		tag, err := language.Canonical(v)
		if err != nil {
			t.Errorf("language", "language", "%v", err)
		}
		o.Language = tag
	}
	if v := t.Line("timezone"); v != "" {
		if _, err := time.LoadLocation(v); err != nil || v == "Local" {
			t.Errorf("timezone", "timezone", "%q is no time zone; write an IANA name such as America/Los_Angeles", v)
		}
		o.Timezone = v
	}
	if p := t.Table("press"); p != nil {
		pc := release.ReadPressContact(p)
		p.Done(nil)
		o.Press = &pc
	}
	return o
}

// reachable finds links that would lead nobody anywhere: real mail with the address
// of this machine alone in it.
func (s *Settings) reachable(root *frontmatter.Table) {
	public, err := url.Parse(s.Server.PublicURL)
	if err != nil || s.Server.PublicURL == "" || !isLoopback(public.Hostname()) || s.Mail.SMTP == Sandbox {
		return
	}
	server, err := url.Parse(s.Mail.SMTP)
	if err == nil && !isLoopback(server.Hostname()) {
		root.Report().Errorf(root.At("server"), "server", "mail leaves through %s, and public_url is an address of this machine alone: "+
			"nobody could follow the links in it; set the https:// address, or take public_url out", server.Hostname())
	}
}

// domain is that of the organisation's web address, or one that cannot exist.
func (s *Settings) domain() string {
	if u, err := url.Parse(s.Organization.URL); err == nil && u.Hostname() != "" {
		return strings.TrimPrefix(u.Hostname(), "www.")
	}
	return "pressroom.invalid"
}

func (s *Settings) organization(t *frontmatter.Table) {
	o := &s.Organization
	o.ID = t.Line("id")
	if v := t.Line("name"); v != "" {
		o.Name = v
	}
	if v := t.Line("color"); v != "" {
		if _, _, _, ok := release.ParseColor(v); !ok {
			t.Errorf("color", "color", `color is written as "#0b5a76", not %q`, v)
		}
		o.Color = v
	}
	o.URL, o.Logo, o.Address = t.Line("url"), t.Line("logo"), t.Line("address")
	if s.Privacy = t.Line("privacy"); s.Privacy != "" {
		if u, err := url.Parse(s.Privacy); err != nil || u.Scheme != "https" || u.Hostname() == "" {
			t.Errorf("privacy", "organization", "privacy is the https:// address of your privacy notice, as in https://example.org/privacy")
		}
	}
	o.Boilerplate = t.String("boilerplate")
	if v := t.Line("language"); v != "" {
		tag, err := language.Canonical(v)
		if err != nil {
			t.Errorf("language", "language", "%v", err)
		} else {
			o.Language = tag
		}
	}
	for i, v := range t.Strings("languages") {
		tag, err := language.Canonical(v)
		if err != nil {
			t.Report().Errorf(t.ElementAt("languages", i), "language", "%v", err)
			continue
		}
		s.on = append(s.on, tag)
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

func (s *Settings) pdf(t *frontmatter.Table) {
	p := &s.Print
	p.Paper, p.Justify = release.Paper(t.Line("paper")), t.Bool("justify", false)
	if p.Paper != "" && p.Paper != release.Letter && p.Paper != release.A4 {
		t.Errorf("paper", "paper", `paper is "letter" or "a4", not %q`, string(p.Paper))
	}
	t.Done(nil)
}
