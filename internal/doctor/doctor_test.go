package doctor

import (
	"context"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"net"
	"strings"
	"testing"
	"time"

	"pressroom/internal/ledger"
	"pressroom/internal/listen"
	"pressroom/internal/mail"
	"pressroom/internal/sandbox"
	"pressroom/internal/smtp"
	"pressroom/internal/workspace"
)

// zone is what DNS says.
type zone map[string][]string

func (z zone) LookupTXT(_ context.Context, name string) ([]string, error) {
	if v, ok := z["TXT "+name]; ok {
		if v[0] == "!" {
			return nil, errors.New("server misbehaving")
		}
		return v, nil
	}
	return nil, &net.DNSError{Err: "no such host", Name: name, IsNotFound: true}
}

func (z zone) LookupMX(_ context.Context, name string) ([]*net.MX, error) {
	if v, ok := z["MX "+name]; ok {
		return []*net.MX{{Host: v[0]}}, nil
	}
	return nil, &net.DNSError{Err: "no such host", Name: name, IsNotFound: true}
}

func (z zone) LookupHost(_ context.Context, host string) ([]string, error) { return z["A "+host], nil }

func (z zone) LookupAddr(_ context.Context, a string) ([]string, error) { return z["PTR "+a], nil }

func signer(t *testing.T) *mail.Signer {
	t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	s, err := mail.NewSigner("press.org.uk", "sel", string(pem.EncodeToMemory(&pem.Block{Type: "RSA PRIVATE KEY", Bytes: x509.MarshalPKCS1PrivateKey(key)})))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// patient is a workspace where all is well.
func patient(t *testing.T) (*Patient, zone) {
	t.Helper()
	server, err := sandbox.Listen(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(server.Close)
	s := signer(t)
	_, record := s.Record()
	z := zone{
		"TXT press.org.uk": {"v=spf1 include:mail.example ~all"}, "TXT sel._domainkey.press.org.uk": {strings.Replace(record, "; k=rsa", ";k=rsa ", 1)},
		"TXT _dmarc.press.org.uk": {"v=DMARC1; p=reject"}, "MX press.org.uk": {"mx.press.org.uk."},
	}
	p := &Patient{Dialer: &smtp.Dialer{Address: server.Address}, Signer: s, Resolver: z, Workers: 1, Inbox: func(context.Context) error { return nil }, Clock: func() (bool, error) { return true, nil }}
	p.Settings.Mail = workspace.Mail{From: "Press <press@news.press.org.uk>", ReturnPath: "bounces@press.org.uk", Connections: 8, DKIM: workspace.DKIM{Domain: "press.org.uk", Selector: "sel"}}
	p.Settings.Server = workspace.Server{PublicURL: "https://press.org.uk", Listen: ":8080"}
	p.Settings.Organization.Address, p.Settings.Privacy = "1 Pier Street, Marlow", "https://press.org.uk/privacy"
	return p, z
}

func find(list []Finding, subject string) string {
	for _, f := range list {
		if f.Subject == subject {
			return string(f.Level) + ": " + f.Text + " → " + f.Fix
		}
	}
	return ""
}

func TestAHealthyPatient(t *testing.T) {
	p, _ := patient(t)
	for _, f := range Examine(context.Background(), p) {
		if f.Level == Failure || f.Level == Warning && f.Subject != "TLS" {
			t.Errorf("%+v", f)
		}
	}
}

func TestWhatIsWrongAndWhatToPublish(t *testing.T) {
	for name, c := range map[string]struct {
		change  func(p *Patient, z zone)
		subject string
		want    []string
	}{
		"no SPF":                   {func(_ *Patient, z zone) { delete(z, "TXT press.org.uk") }, "SPF", []string{"warning", "publish TXT press.org.uk"}},
		"two SPF records":          {func(_ *Patient, z zone) { z["TXT press.org.uk"] = []string{"v=spf1 ~all", "v=spf1 -all"} }, "SPF", []string{"failure", "2 SPF records"}},
		"anybody may send":         {func(_ *Patient, z zone) { z["TXT press.org.uk"] = []string{"v=spf1 +all"} }, "SPF", []string{"warning", "anybody"}},
		"no DKIM record":           {func(_ *Patient, z zone) { delete(z, "TXT sel._domainkey.press.org.uk") }, "DKIM", []string{"failure", "publish TXT sel._domainkey.press.org.uk", "v=DKIM1; k=rsa; p=MII"}},
		"another key":              {func(_ *Patient, z zone) { z["TXT sel._domainkey.press.org.uk"] = []string{"v=DKIM1; p=AAAA"} }, "DKIM", []string{"failure", "another key"}},
		"DNS is away":              {func(_ *Patient, z zone) { z["TXT sel._domainkey.press.org.uk"] = []string{"!"} }, "DKIM", []string{"warning", "misbehaving"}},
		"the second relay is dead": {func(p *Patient, _ zone) { p.Fallback = &smtp.Dialer{Address: "127.0.0.1:1"} }, "second relay", []string{"warning", "127.0.0.1:1 cannot be used", "mail.fallback"}},
		"the second relay answers": {func(p *Patient, _ zone) { p.Fallback = p.Dialer }, "second relay", []string{"ok", "answers"}},
		"its clock is ahead": {func(p *Patient, _ zone) {
			p.Clock = nil
			skew := time.Hour
			p.Skew = &skew
		}, "clock", []string{"warning", "1h0m0s ahead of the database's"}},
		"a worker's clock is behind": {func(p *Patient, _ zone) {
			p.Clock = nil
			skew := -time.Second
			p.Skew, p.Wrong = &skew, []ledger.AtWork{{ID: "w1", Skew: -time.Minute}}
		}, "clock", []string{"ok", "agrees"}},
		"unsigned": {func(p *Patient, _ zone) { p.Signer = nil }, "DKIM", []string{"warning", "unsigned"}},
		"no DMARC": {func(_ *Patient, z zone) { delete(z, "TXT _dmarc.press.org.uk") }, "DMARC", []string{"warning", "publish TXT _dmarc.press.org.uk"}},
		"nothing agrees": {func(p *Patient, _ zone) {
			p.Settings.Mail.DKIM.Domain, p.Settings.Mail.ReturnPath = "other.org.uk", "b@other.org.uk"
		}, "DMARC", []string{"failure", "belongs to news.press.org.uk"}},
		"strict agreement": {func(_ *Patient, z zone) {
			z["TXT _dmarc.press.org.uk"] = []string{"v=DMARC1; p=reject; adkim=s; aspf=s"}
		}, "DMARC", []string{"failure"}},
		"no MX":                {func(_ *Patient, z zone) { delete(z, "MX press.org.uk") }, "return path", []string{"warning", "MX record"}},
		"nobody reads bounces": {func(p *Patient, _ zone) { p.Inbox = nil }, "bounces", []string{"warning", "[inbox]"}},
		"inbox broken":         {func(p *Patient, _ zone) { p.Inbox = func(context.Context) error { return errors.New("no login") } }, "inbox", []string{"failure", "no login"}},
		"server away":          {func(p *Patient, _ zone) { p.Dialer.Address = "127.0.0.1:1" }, "mail server", []string{"failure", "cannot be used"}},
		"no links":             {func(p *Patient, _ zone) { p.Settings.Server.PublicURL = "" }, "one-click unsubscribe", []string{"warning", "RFC 8058"}},
		"clock":                {func(p *Patient, _ zone) { p.Clock = func() (bool, error) { return false, nil } }, "clock", []string{"warning", "NTP"}},
		"disk":                 {func(p *Patient, _ zone) { p.Free = func() (uint64, error) { return 5 << 20, nil } }, "disk", []string{"warning", "5 MB"}},
		"few files":            {func(p *Patient, _ zone) { p.Files = listen.Files(256, 8, false) }, "open files", []string{"warning", "256 files", "LimitNOFILE="}},
		"nobody delivers":      {func(p *Patient, _ zone) { p.Workers, p.Ahead = 0, 2 }, "worker", []string{"failure", "2 mailings due or to go out later"}},
		"nobody's address":     {func(p *Patient, _ zone) { p.Settings.Mail.From = "press@pressroom.invalid" }, "sender", []string{"failure"}},
	} {
		t.Run(name, func(t *testing.T) {
			p, z := patient(t)
			c.change(p, z)
			got := find(Examine(context.Background(), p), c.subject)
			for _, w := range c.want {
				if !strings.Contains(got, w) {
					t.Errorf("%s: %q, want %q in it", c.subject, got, w)
				}
			}
		})
	}
}

func TestLimitsOfRelays(t *testing.T) {
	p, _ := patient(t)
	e := &exam{Patient: p}
	p.Dialer = &smtp.Dialer{Address: "smtp.office365.com:587"}
	e.limits(workspace.Mail{Connections: 8})
	if got := find(e.out, "rate"); !strings.Contains(got, "mail.rate = 30") {
		t.Error(got)
	}
	if got := find(e.out, "connections"); !strings.Contains(got, "mail.connections = 3") {
		t.Error(got)
	}
	e.out = nil
	e.limits(workspace.Mail{Connections: 2, Rate: 20})
	if Worst(e.out) != OK {
		t.Error(e.out)
	}
	p.Dialer = &smtp.Dialer{Address: "email-smtp.eu-west-1.amazonaws.com:587"}
	e.limits(workspace.Mail{Connections: 8})
	if got := find(e.out, "rate"); !strings.Contains(got, "sixty times") {
		t.Error(got)
	}
}

// TestWhatEveryMailHasToSay: where who mails is by post, and what becomes of addresses.
func TestWhatEveryMailHasToSay(t *testing.T) {
	p, _ := patient(t)
	p.Settings.Organization.Address, p.Settings.Privacy = "", ""
	found := Examine(context.Background(), p)
	for subject, want := range map[string]string{
		"postal address": "warning: no mail says where you are by post → set organization.address",
		"privacy notice": "warning: no mail says where it is told what you do with addresses → set organization.privacy, as in https://example.org/privacy",
	} {
		if got := find(found, subject); got != want {
			t.Errorf("%s: %q", subject, got)
		}
	}
}
