package doctor

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/url"
	"slices"
	"strings"
	"syscall"
	"time"

	"pressroom/internal/certificate"
	"pressroom/internal/listen"
	"pressroom/internal/wording"
	"pressroom/internal/workspace"
)

// public looks whether the world reaches the public pages.
func (e *exam) public() {
	s := e.Settings.Server
	if s.PublicURL == "" {
		e.add(Warning, "one-click unsubscribe", "set server.listen and server.public_url",
			"mails have no link to leave the list; large mailbox services ask for one (RFC 8058)")
		return
	}
	if u, err := url.Parse(s.PublicURL); err == nil && u.Scheme == "https" && s.Listen == "" {
		e.add(Warning, "public pages", "set server.listen and let your web server pass "+s.PublicURL+" on to it",
			"server.public_url is set, and pressroom serve listens nowhere")
		return
	}
	e.add(OK, "public pages", "", "%s", s.PublicURL)
}

// unpublished names what went out and cannot be read by everybody.
func (e *exam) unpublished() {
	if n := len(e.Unpublished); n > 0 && e.Settings.Server.Listen != "" {
		e.add(Warning, "newsroom", "bring each in as long out, with pressroom import --published FILE under another name",
			"%s went out before there were public pages, and %s none: %s", wording.Count(n, "release"), hasOrHave(n),
			wording.Some(e.Unpublished, 10))
	}
}

func hasOrHave(n int) string {
	if n == 1 {
		return "has"
	}
	return "have"
}

// Certificate is what is known of that of the public pages, and how the rest is found
// out.
type Certificate struct {
	Host          string            // that it is for
	Listen, Plain string            // where TLS is taken, and where connections without it
	Kept          *x509.Certificate // which the database has; nil for none yet
	Now           time.Time
	Mine          func() ([]net.Addr, error) // addresses of this machine
	// Answers is the certificate with which whoever listens at an address answers for the
	// host; an error that is syscall.ECONNREFUSED where nobody does.
	Answers func(ctx context.Context, address string) (*x509.Certificate, error)
	// Open opens an address and closes it again.
	Open func(address string) error
}

// OfCertificate gathers what is examined of it.
func OfCertificate(ctx context.Context, k *certificate.Keeper, s workspace.Server, now time.Time) (*Certificate, error) {
	kept, err := k.Kept(ctx)
	if err != nil {
		return nil, err
	}
	return &Certificate{
		Host: k.Host(), Listen: s.Listen, Plain: s.ACME.Plain, Kept: kept, Now: now, Mine: net.InterfaceAddrs,
		Answers: func(ctx context.Context, address string) (*x509.Certificate, error) {
			return answers(ctx, address, k.Host())
		},
		Open: func(address string) error {
			l, err := listen.Open(address)
			if err != nil {
				return err
			}
			return l.Close()
		},
	}, nil
}

// answers shakes hands, and looks whose hand it was: whether it can be trusted is the
// question.
func answers(ctx context.Context, address, host string) (*x509.Certificate, error) {
	d := tls.Dialer{Config: &tls.Config{ServerName: host, InsecureSkipVerify: true}}
	conn, err := d.DialContext(ctx, "tcp", address)
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	return conn.(*tls.Conn).ConnectionState().PeerCertificates[0], nil
}

// certificate looks whether the host's name leads here, whether the ports answer or can
// be opened, and how old the certificate is.
func (e *exam) certificate() {
	c := e.Certificate
	if c == nil {
		return
	}
	if e.leadsHere(c) {
		e.ports(c)
	}
	e.age(c)
}

func (e *exam) leadsHere(c *Certificate) bool {
	const subject = "host name"
	ctx, cancel := context.WithTimeout(e.ctx, lookupTime)
	defer cancel()
	found, err := e.Resolver.LookupHost(ctx, c.Host)
	var de *net.DNSError
	if err != nil && (!errors.As(err, &de) || !de.IsNotFound) {
		e.add(Warning, subject, "", "%s could not be looked up: %v", c.Host, err)
		return true
	}
	if len(found) == 0 {
		e.add(Failure, subject, "publish an A (or AAAA) record for "+c.Host+" with the address of this machine",
			"%s leads nowhere: no certificate can be had, and no link in a mail opens", c.Host)
		return false
	}
	mine, err := c.Mine()
	if err != nil {
		e.add(Warning, subject, "", "%s is %s; the addresses of this machine cannot be told: %v", c.Host, strings.Join(found, ", "), err)
		return true
	}
	var elsewhere []string
	for _, one := range found {
		ip := net.ParseIP(one)
		if !slices.ContainsFunc(mine, func(a net.Addr) bool { n, ok := a.(*net.IPNet); return ok && n.IP.Equal(ip) }) {
			elsewhere = append(elsewhere, one)
		}
	}
	if len(elsewhere) == 0 {
		e.add(OK, subject, "", "%s is %s, this machine", c.Host, strings.Join(found, ", "))
		return true
	}
	e.add(Warning, subject, "if it should be this machine, publish its address; behind a router or on several machines all is well "+
		"where ports 80 and 443 of that address lead to one of them", "%s is %s, which is no address of this machine", c.Host,
		strings.Join(elsewhere, ", "))
	return true
}

// ports looks who answers under the name, and where nobody does, whether this program
// could.
func (e *exam) ports(c *Certificate) {
	const subject = "port"
	_, port, err := net.SplitHostPort(c.Listen)
	if err != nil {
		return
	}
	address := net.JoinHostPort(c.Host, port)
	ctx, cancel := context.WithTimeout(e.ctx, lookupTime)
	defer cancel()
	got, err := c.Answers(ctx, address)
	switch {
	case err == nil && c.Kept != nil && got.Equal(c.Kept):
		e.add(OK, subject, "", "%s answers, with the certificate that is kept here", address)
		return
	case err == nil:
		e.add(Failure, subject, "let ports 80 and 443 of that name lead to the machine that runs pressroom serve, and have nothing else "+
			"listen there", "%s answers with another certificate, for %s: another program listens there", address, named(got))
		return
	case !errors.Is(err, syscall.ECONNREFUSED):
		e.add(Warning, subject, "open ports 80 and 443 in the firewall, and start pressroom serve", "%s does not answer: %v", address, err)
		return
	}
	for _, own := range []string{c.Listen, c.Plain} {
		if err := c.Open(own); err != nil {
			e.add(Failure, subject, "", "nobody answers at %s, and %v", address, err)
			return
		}
	}
	e.add(Warning, subject, "start pressroom serve, and keep it running", "nobody answers at %s; %s and %s can be opened", address, c.Listen,
		c.Plain)
}

// named is whom a certificate is for.
func named(c *x509.Certificate) string {
	if len(c.DNSNames) > 0 {
		return strings.Join(c.DNSNames, ", ")
	}
	if c.Subject.CommonName != "" {
		return c.Subject.CommonName
	}
	return "nobody"
}

func (e *exam) age(c *Certificate) {
	const subject = "certificate"
	if c.Kept == nil {
		e.add(Warning, subject, "start pressroom serve; it asks for one at once, and says what keeps it from getting one",
			"there is none for %s yet", c.Host)
		return
	}
	left := c.Kept.NotAfter.Sub(c.Now)
	until := fmt.Sprintf("for %s from %s, since %s, until %s", c.Host, issuer(c.Kept), c.Kept.NotBefore.UTC().Format(time.DateOnly),
		c.Kept.NotAfter.UTC().Format(time.DateOnly))
	const fix = "see that pressroom serve runs and that ports 80 and 443 lead to it: it is renewed thirty days before its end, and tried again"
	switch {
	case left <= 0:
		e.add(Failure, subject, fix, "%s: it has ended, and no link in a mail opens without a warning", until)
	case left < certificate.WarnBelow:
		e.add(Warning, subject, fix, "%s: %d days are left, and it was not renewed", until, int(left.Hours()/24))
	default:
		e.add(OK, subject, "", "%s", until)
	}
}

func issuer(c *x509.Certificate) string {
	if len(c.Issuer.Organization) > 0 {
		return c.Issuer.Organization[0]
	}
	return c.Issuer.CommonName
}

// footer looks at what stands under every mail: who keeps addresses has to say who they
// are, where, and what is done with them (GDPR article 14, CAN-SPAM section 5).
func (e *exam) footer() {
	if e.Settings.Organization.Address == "" {
		e.add(Warning, "postal address", "set organization.address", "no mail says where you are by post")
	}
	if e.Settings.Privacy == "" {
		e.add(Warning, "privacy notice", "set organization.privacy, as in https://example.org/privacy",
			"no mail says where it is told what you do with addresses")
	}
}
