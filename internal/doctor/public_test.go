package doctor

import (
	"context"
	"crypto/x509"
	"crypto/x509/pkix"
	"errors"
	"fmt"
	"net"
	"strings"
	"syscall"
	"testing"
	"time"

	"pressroom/internal/listen"
)

// secured is a patient that ends TLS itself, and where all is well with it.
func secured(t *testing.T) (*Patient, zone) {
	t.Helper()
	p, z := patient(t)
	now := time.Date(2026, 7, 26, 9, 0, 0, 0, time.UTC)
	kept := &x509.Certificate{
		Raw: []byte("ours"), DNSNames: []string{"press.org.uk"}, Issuer: pkix.Name{Organization: []string{"Harbor Trust"}},
		NotBefore: now.AddDate(0, 0, -30), NotAfter: now.AddDate(0, 0, 60),
	}
	z["A press.org.uk"] = []string{"192.0.2.7", "2001:db8::7"}
	p.Certificate = &Certificate{
		Host: "press.org.uk", Listen: ":443", Plain: ":80", Kept: kept, Now: now,
		Mine: func() ([]net.Addr, error) {
			return []net.Addr{&net.IPNet{IP: net.ParseIP("192.0.2.7")}, &net.IPNet{IP: net.ParseIP("2001:db8::7")}}, nil
		},
		Answers: func(_ context.Context, address string) (*x509.Certificate, error) {
			if address != "press.org.uk:443" {
				return nil, fmt.Errorf("%s is asked", address)
			}
			return kept, nil
		},
		Open: func(string) error { return nil },
	}
	return p, z
}

func TestTheCertificateAndTheWayToIt(t *testing.T) {
	silent := func(p *Patient) {
		p.Certificate.Answers = func(context.Context, string) (*x509.Certificate, error) {
			return nil, &net.OpError{Op: "dial", Err: syscall.ECONNREFUSED}
		}
	}
	for name, c := range map[string]struct {
		change  func(p *Patient, z zone)
		subject string
		want    []string
	}{
		"the name leads here":      {func(*Patient, zone) {}, "host name", []string{"ok", "192.0.2.7, 2001:db8::7, this machine"}},
		"the port answers":         {func(*Patient, zone) {}, "port", []string{"ok", "press.org.uk:443 answers, with the certificate that is kept"}},
		"the certificate is young": {func(*Patient, zone) {}, "certificate", []string{"ok", "for press.org.uk from Harbor Trust, since 2026-06-26, until 2026-09-24"}},
		"the name leads nowhere":   {func(_ *Patient, z zone) { delete(z, "A press.org.uk") }, "host name", []string{"failure", "leads nowhere", "publish an A"}},
		"one address is another's": {func(_ *Patient, z zone) { z["A press.org.uk"] = []string{"192.0.2.7", "198.51.100.4"} }, "host name", []string{"warning", "is 198.51.100.4, which is no address of this machine", "behind a router"}},
		"another program answers": {func(p *Patient, _ zone) {
			p.Certificate.Kept = &x509.Certificate{Raw: []byte("another"), NotAfter: p.Certificate.Now.AddDate(0, 1, 0)}
		}, "port", []string{"failure", "another certificate, for press.org.uk"}},
		"a firewall": {func(p *Patient, _ zone) {
			p.Certificate.Answers = func(context.Context, string) (*x509.Certificate, error) { return nil, errors.New("i/o timeout") }
		}, "port", []string{"warning", "does not answer: i/o timeout", "firewall"}},
		"nobody serves": {func(p *Patient, _ zone) { silent(p) }, "port", []string{"warning", "nobody answers", ":443 and :80 can be opened", "start pressroom serve"}},
		"no right to open it": {func(p *Patient, _ zone) {
			silent(p)
			p.Certificate.Open = func(a string) error {
				if a == ":80" {
					return &listen.PortError{Address: a, Program: "/opt/pressroom", Err: syscall.EACCES}
				}
				return nil
			}
		}, "port", []string{"failure", ":80 may not be opened", "setcap cap_net_bind_service=+ep /opt/pressroom"}},
		"none yet":             {func(p *Patient, _ zone) { p.Certificate.Kept = nil }, "certificate", []string{"warning", "there is none for press.org.uk yet"}},
		"it ends soon":         {func(p *Patient, _ zone) { p.Certificate.Kept.NotAfter = p.Certificate.Now.AddDate(0, 0, 13) }, "certificate", []string{"warning", "13 days are left"}},
		"it ends in two weeks": {func(p *Patient, _ zone) { p.Certificate.Kept.NotAfter = p.Certificate.Now.AddDate(0, 0, 14) }, "certificate", []string{"ok"}},
		"it has ended":         {func(p *Patient, _ zone) { p.Certificate.Kept.NotAfter = p.Certificate.Now.AddDate(0, 0, -1) }, "certificate", []string{"failure", "it has ended"}},
	} {
		t.Run(name, func(t *testing.T) {
			p, z := secured(t)
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
