package workspace

import (
	"net/mail"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"pressroom/internal/contacts"
	"pressroom/internal/frontmatter"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Sandbox is the address of the server inside the program.
const Sandbox = "sandbox:"

// Mail is how mail leaves. It holds no secret: those come from each machine's
// environment, or from files that are named here.
type Mail struct {
	From         string // an RFC 5322 address, with a name or without
	ReplyTo      string
	ReturnPath   string // of the envelope, with +ID before the @: where bounces go; "" for From
	SMTP         string // sandbox:, smtp://user@host:587 or smtps://…
	Auth         string // auto, plain, login, cram-md5, oauthbearer, xoauth2
	TLS          string // "verify": where offered, and certificates must hold; "require"; "off"
	CAFile       string // PEM: further authorities that certificates may come from
	CertFile     string // PEM: the certificate that this client shows
	KeyFile      string // PEM: its key
	PasswordFile string
	// Fallback is a second relay, like SMTP, which only resume --fallback uses; ""
	// if there is none.
	Fallback             string
	FallbackPasswordFile string
	TokenFile            string // of OAuth 2; read again for every connection
	Connections          int
	PerDomain            int           // connections at once to one recipient domain, 0 for no limit
	Rate                 int           // messages a minute, 0 for no limit
	Grace                time.Duration // how late a mailing may begin or go on unasked
	Window               time.Duration // how long a delivery is tried
	Attach               string        // auto, always, never
	Linked               bool          // what is public has an address that the world sees
	AttachLimit          int           // bytes that the attachments of a message may take as they are mailed
	AttachLimitAdvance   int           // the same, of advance copies
	DKIM                 DKIM
}

// DKIM is how messages are signed (RFC 6376). Domain is "" where they are not.
type DKIM struct {
	Domain, Selector string
	KeyFile          string // PEM, PKCS #1 or #8: RSA or Ed25519
}

var defaultMail = Mail{
	SMTP: Sandbox, Auth: "auto", TLS: "verify", Connections: 8, Grace: 15 * time.Minute, Window: 24 * time.Hour, Attach: "auto",
	AttachLimit: 2 << 20, AttachLimitAdvance: 10 << 20,
}

var authWays = []string{"auto", "plain", "login", "cram-md5", "oauthbearer", "xoauth2"}

func (s *Settings) mail(t *frontmatter.Table) {
	m := &s.Mail
	m.addresses(t)
	if v := t.Line("smtp"); v != "" {
		m.SMTP = v
		if v != Sandbox {
			checkServer(t, "smtp", v, []string{"smtp", "smtps"}, "sandbox:, smtp://user@host:587 or smtps://user@host",
				"PRESSROOM_SMTP_PASSWORD or password_file")
		}
	}
	if m.Fallback, m.FallbackPasswordFile = t.Line("fallback"), t.Line("fallback_password_file"); m.Fallback != "" {
		checkServer(t, "fallback", m.Fallback, []string{"smtp", "smtps"}, "smtp://user@host:587 or smtps://user@host",
			"PRESSROOM_FALLBACK_PASSWORD or fallback_password_file")
	}
	oneOf(t, "tls", &m.TLS, "verify", "require", "off")
	oneOf(t, "auth", &m.Auth, authWays...)
	m.CAFile, m.PasswordFile, m.TokenFile = t.Line("ca_file"), t.Line("password_file"), t.Line("token_file")
	m.CertFile, m.KeyFile = t.Line("cert_file"), t.Line("key_file")
	if (m.CertFile == "") != (m.KeyFile == "") {
		t.Errorf("cert_file", "mail", "a client certificate needs both cert_file and key_file")
	}
	if m.Connections = t.Int("connections", m.Connections); m.Connections < 1 || m.Connections > 100 {
		t.Errorf("connections", "mail", "connections is a number from 1 to 100")
	}
	if m.PerDomain = t.Int("per_domain", 0); m.PerDomain < 0 {
		t.Errorf("per_domain", "mail", "per_domain is how many connections may mail one domain at once; 0 for no limit")
	}
	if m.Rate = t.Int("rate", 0); m.Rate < 0 {
		t.Errorf("rate", "mail", "rate is messages a minute; 0 for no limit")
	}
	duration(t, "grace", &m.Grace, time.Minute, 7*24*time.Hour)
	duration(t, "window", &m.Window, time.Minute, 7*24*time.Hour)
	oneOf(t, "attach", &m.Attach, "auto", "always", "never")
	size(t, "attach_limit", &m.AttachLimit)
	size(t, "attach_limit_advance", &m.AttachLimitAdvance)
	if d := t.Table("dkim"); d != nil {
		m.dkim(d)
	}
	t.Done(nil)
}

// Attaches tells whether a journalist gets files with their mail in a phase: the
// release as PDF, and what else goes with it. auto links what has a public address, and
// attaches what has none: advance copies, and all where nobody sees the server.
func (m Mail) Attaches(j *contacts.Journalist, phase release.Phase) bool {
	if j.Attachments != nil {
		return *j.Attachments
	}
	return m.Attach == "always" || m.Attach == "auto" && (phase == release.PhaseAdvance || !m.Linked)
}

func (m *Mail) addresses(t *frontmatter.Table) {
	for key, field := range map[string]*string{"from": &m.From, "reply_to": &m.ReplyTo} {
		*field = t.Line(key)
		if *field == "" {
			continue
		}
		if _, err := mail.ParseAddress(*field); err != nil {
			t.Errorf(key, "address", "%s must be an address, as in Press office <press@example.org>", key)
		}
	}
	if m.ReturnPath = t.Line("return_path"); m.ReturnPath == "" {
		return
	}
	if a, err := mail.ParseAddress(m.ReturnPath); err != nil || a.Address != m.ReturnPath || strings.Contains(m.ReturnPath, "+") {
		t.Errorf("return_path", "address", "return_path must be a bare address without +, as in bounces@example.org; mail to "+
			"bounces+anything@ has to arrive there")
	}
}

func (m *Mail) dkim(t *frontmatter.Table) {
	d := &m.DKIM
	d.Domain, d.Selector, d.KeyFile = strings.ToLower(t.Line("domain")), t.Line("selector"), t.Line("key_file")
	if d.Domain == "" {
		t.Errorf("domain", "dkim", "dkim needs the domain that signs, as in example.org")
	}
	if d.Selector == "" {
		t.Errorf("selector", "dkim", "dkim needs a selector: the name before ._domainkey. in DNS")
	}
	for key, v := range map[string]string{"domain": d.Domain, "selector": d.Selector} {
		if strings.ContainsAny(v, " ;/@") {
			t.Errorf(key, "dkim", "%q is no %s", v, key)
		}
	}
	t.Done(nil)
}

// checkServer checks the address of a server that is logged in to.
func checkServer(t *frontmatter.Table, key, v string, schemes []string, forms, secret string) {
	u, err := url.Parse(v)
	if err != nil || !slices.Contains(schemes, u.Scheme) || u.Hostname() == "" {
		t.Errorf(key, key, "%s is %s", key, forms)
		return
	}
	if _, has := u.User.Password(); u.User != nil && has {
		t.Errorf(key, "secret", "no passwords in this file; set %s", secret)
	}
}

// oneOf reads a word that is one of a few; without it the field keeps its value.
func oneOf(t *frontmatter.Table, key string, field *string, words ...string) {
	v := t.Line(key)
	if v == "" {
		return
	}
	*field = v
	if !slices.Contains(words, v) {
		t.Errorf(key, "mail", `%s is "%s", not %q`, key, strings.Join(words, `" or "`), v)
	}
}

// duration reads a length of time; without it the field keeps its value.
func duration(t *frontmatter.Table, key string, field *time.Duration, least, most time.Duration) {
	v := t.Line(key)
	if v == "" {
		return
	}
	d, err := time.ParseDuration(v)
	if err != nil || d < least || d > most {
		t.Errorf(key, "time", `%s is a time such as "15m" or "2h", from %s to %s`, key, short(least), short(most))
		return
	}
	*field = d
}

// largestMail is what attachments may be allowed to take: hardly a server takes more.
const largestMail = 100 << 20

var sizePattern = pattern.New(`^(\d{1,9})\s*([KM]i?B)$`)

// size reads a number of bytes as "2MiB" or "500kB"; without it the field keeps its
// value. MB and kB are taken for MiB and KiB.
func size(t *frontmatter.Table, key string, field *int) {
	v := t.Line(key)
	if v == "" {
		return
	}
	n := -1
	if m := sizePattern.FindStringSubmatch(strings.Replace(v, "k", "K", 1)); m != nil {
		n, _ = strconv.Atoi(m[1]) // at most nine digits
		n <<= map[byte]int{'K': 10, 'M': 20}[m[2][0]]
	}
	if n < 0 || n > largestMail {
		t.Errorf(key, "size", `%s is how much attachments may take, such as "2MiB" or "500KiB", at most 100MiB`, key)
		return
	}
	*field = n
}

// short is a duration without its zeros: 1m instead of 1m0s.
func short(d time.Duration) string {
	s := d.String()
	if strings.HasSuffix(s, "m0s") {
		s = s[:len(s)-2]
	}
	if strings.HasSuffix(s, "h0m") {
		s = s[:len(s)-2]
	}
	return s
}
