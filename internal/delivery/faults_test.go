package delivery

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"fmt"
	"math/big"
	"net"
	"strings"
	"testing"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/smtp"
	"pressroom/internal/store"
	"pressroom/internal/testdb"
)

// faultCase is one way in which a server can misbehave, and what the ledger and
// the mailboxes have to say in the end.
type faultCase struct {
	name   string
	server *rogue
	want   outcome
	// recipients, 6 if 0. The fault's own recipient is the second.
	recipients int
	tune       func(*Options)
	addresses  func(i int) string
}

// outcome is what a case has to end in.
type outcome struct {
	state   ledger.State
	sent    int
	failed  int
	twice   bool   // the second recipient got it twice, with the same Message-ID
	code    int    // of the one failure
	stage   string // of the one failure
	reason  string // of the dispatch
	waiting int    // neither sent nor failed: the mailing goes on
}

// allSent is the end of most faults.
func allSent(n int) outcome { return outcome{state: ledger.Done, sent: n} }

func oneFailed(n, code int, stage string) outcome {
	return outcome{state: ledger.Done, sent: n - 1, failed: 1, code: code, stage: stage}
}

// matrix is every fault at every step, with and without pipelining, once and
// then healed.
func matrix() []faultCase {
	var out []faultCase
	second := recipientOf(1)
	for _, extensions := range [][]string{{"PIPELINING", "8BITMIME", "SIZE 0"}, nil} {
		how := map[bool]string{true: "pipelined", false: "one by one"}[extensions != nil]
		add := func(name string, at step, fault string, want outcome) {
			g := &rogue{extensions: extensions, fault: fault, at: at, times: 1}
			if at == atRcpt || at == atData || at == atContent {
				g.who = second
			}
			out = append(out, faultCase{name: how + ": " + name, server: g, want: want})
		}
		for _, at := range []step{atBanner, atEHLO, atMail, atRcpt, atData, atContent} {
			for _, f := range []string{"450 4.3.0 not now", "421 4.3.2 shutting down", silence, hangUp, garbage, inPieces} {
				want := allSent(6)
				want.twice = at == atContent && f == silence
				add(fmt.Sprintf("%s at %s", f, at), at, f, want)
			}
			want := allSent(6)
			if at != atBanner && at != atEHLO {
				want = oneFailed(6, 554, string(at))
			}
			add("554 at "+string(at), at, "554 5.7.1 no", want)
		}
		add("the line goes in the middle of the message", atContent, halfway, allSent(6))
		doubt := allSent(6)
		doubt.twice = true
		add("the line goes after the final dot", atContent, takeAndGo, doubt)
		add("no such user", atRcpt, "550 5.1.1 no such user", oneFailed(6, 550, "rcpt"))
		add("no recipient, but 354", atRcpt, "550 5.1.1 no, but go on", oneFailed(6, 550, "rcpt"))
		add("a long reply", atRcpt, "450-4.2.0 a|450-4.2.0 b|450 4.2.0 "+strings.Repeat("c", 600), allSent(6))
		add("a reply without end", atRcpt, "450 "+strings.Repeat("c", 9000), allSent(6))
		for _, leave := range []string{"252 2.0.0 hm", "250 2.0.0 ok", "220 hello", "334 go on"} {
			add(leave+" to DATA", atData, leave, allSent(6))
		}
		add("taken before it was sent", atData, "354 go on|250 2.0.0 early", allSent(6))
		add("taken twice", atContent, "250 2.0.0 taken|250 2.0.0 surprise", allSent(6))
		add("taken and goodbye", atContent, "250 2.0.0 taken|421 4.3.2 closing", allSent(6))
		add("one reply too many to EHLO", atEHLO, "250-rogue|250 PIPELINING|250 extra", allSent(6))
		add("one reply too many to MAIL", atMail, "250 2.1.0 ok|250 2.1.0 extra", allSent(6))
		add("a refusal that is another's", atRcpt, "550 5.7.1 another|250 2.1.5 ok", allSent(6))
		add("a refusal that nobody had asked for", atMail, "550 5.7.1 another|250 2.1.0 ok", allSent(6))
		add("an endless banner", atBanner, strings.Repeat("220-hello|", 3000)+"220 ok", allSent(6))
		add("an endless line of a banner", atBanner, "220-"+strings.Repeat("x", 1<<20)+"|220 ok", allSent(6))
		add("forwarding", atRcpt, "251 2.1.5 will forward", outcome{})
	}
	return out
}

// special are the faults that need a server of their own.
func special(t *testing.T) []faultCase {
	second := recipientOf(1)
	wrong, other := certificate(t, "elsewhere.invalid"), certificate(t, "127.0.0.1")
	secure := func(o *Options) { o.Dialer.TLS = &tls.Config{RootCAs: other.pool, MinVersion: tls.VersionTLS12} }
	login := func(o *Options) { o.Dialer.Login = smtp.Login{Username: "press", Password: "geheim"} }
	utf8 := func(i int) string {
		if i == 1 {
			return "jürgen@press.example"
		}
		return recipientOf(i)
	}
	grey := map[string]int{}
	for i := range 6 {
		grey[recipientOf(i)] = 2
	}
	pipelining := []string{"PIPELINING"}
	return []faultCase{
		{name: "twenty messages a connection", server: &rogue{extensions: pipelining, perConn: 20}, recipients: 90, want: allSent(90)},
		{name: "one message a connection", server: &rogue{perConn: 1}, recipients: 9, want: allSent(9)},
		{
			name: "a server that slows down", recipients: 20, want: allSent(20),
			server: &rogue{extensions: pipelining, delay: func(n int) time.Duration { return time.Duration(n) * 4 * time.Millisecond }},
		},
		{name: "greylisting", server: &rogue{extensions: pipelining, greylist: grey}, want: allSent(6)},
		{name: "SIZE is smaller than the message", server: &rogue{extensions: []string{"SIZE 100"}}, want: outcome{state: ledger.Failed, failed: 6, code: 552, stage: "mail"}},
		{name: "SIZE without a number", server: &rogue{extensions: []string{"SIZE"}}, want: allSent(6)},
		{name: "no SMTPUTF8 for an address that needs it", server: &rogue{extensions: pipelining}, addresses: utf8, want: oneFailed(6, 553, "mail")},
		{name: "SMTPUTF8", server: &rogue{extensions: []string{"SMTPUTF8"}}, addresses: utf8, want: allSent(6)},
		{name: "TLS fails once", server: &rogue{extensions: []string{"STARTTLS"}, tls: other.server, at: atTLS, fault: hangUp, times: 2}, tune: secure, want: allSent(6)},
		{name: "STARTTLS is refused once", server: &rogue{extensions: []string{"STARTTLS"}, tls: other.server, at: atTLS, fault: "454 4.7.0 not now", times: 2}, tune: secure, want: allSent(6)},
		{
			name: "the certificate is another's", server: &rogue{extensions: []string{"STARTTLS"}, tls: wrong.server}, tune: secure,
			want: outcome{state: ledger.Sending, waiting: 6, reason: "certificate"},
		},
		{
			name: "TLS is required and not offered", server: &rogue{}, tune: func(o *Options) { secure(o); o.Dialer.RequireTLS = true },
			want: outcome{state: ledger.Sending, waiting: 6, reason: "offers no TLS"},
		},
		{
			name: "the password is wrong", server: &rogue{extensions: []string{"AUTH PLAIN"}, at: atAuth, fault: "535 5.7.8 no"}, tune: login,
			want: outcome{state: ledger.Sending, waiting: 6, reason: "535"},
		},
		{name: "login is refused for now", server: &rogue{extensions: []string{"AUTH PLAIN"}, at: atAuth, fault: "454 4.7.0 later", times: 3}, tune: login, want: allSent(6)},
		{name: "no way to log in", server: &rogue{extensions: []string{"AUTH GSSAPI"}}, tune: login, want: outcome{state: ledger.Sending, waiting: 6, reason: "GSSAPI"}},
		{
			name: "everyone is spam", server: &rogue{extensions: pipelining, at: atRcpt, fault: "550 5.7.1 spam"}, recipients: 60,
			want: outcome{state: ledger.Paused, waiting: -1, failed: -1, reason: "refusals"},
		},
		{
			name: "everyone is spam, after the message", server: &rogue{extensions: pipelining, at: atContent, fault: "554 5.7.1 spam"}, recipients: 60,
			want: outcome{state: ledger.Paused, waiting: -1, failed: -1, reason: "refusals"},
		},
		{
			name: "one is refused for now for ever", server: &rogue{extensions: pipelining, at: atRcpt, fault: "450 4.2.1 busy", who: second}, tune: func(o *Options) { o.Window = time.Hour },
			want: oneFailed(6, 450, "rcpt"),
		},
		{
			name: "one is never answered", server: &rogue{extensions: pipelining, at: atRcpt, fault: silence, who: second}, tune: func(o *Options) { o.Window = time.Minute },
			want: oneFailed(6, 0, "rcpt"),
		},
		{name: "nobody is there", server: &rogue{at: atBanner, fault: hangUp}, want: outcome{state: ledger.Sending, waiting: 6, reason: "cannot be used"}},
		{name: "a banner that never comes", server: &rogue{at: atBanner, fault: silence}, want: outcome{state: ledger.Sending, waiting: 6, reason: "cannot be used"}},
	}
}

// TestFaultMatrix drives a misbehaving server against deliveries.
func TestFaultMatrix(t *testing.T) {
	if testdb.Dialect() == store.PostgreSQL {
		return // what a server does is the same for both
	}
	cases := append(matrix(), special(t)...)
	fmt.Printf("fault matrix: %d cases\n", len(cases))
	for i := range cases {
		c := &cases[i]
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			c.run(t)
		})
	}
}

func (c *faultCase) run(t *testing.T) {
	if c.recipients == 0 {
		c.recipients = 6
	}
	if c.want.state == "" {
		c.want = allSent(c.recipients)
	}
	timeout := patience
	if c.server.fault == silence {
		timeout = 400 * time.Millisecond // it is waited out
	}
	for asked := c.server; ; timeout *= 2 {
		c.server = asked.again()
		n, id := c.deliver(t, timeout)
		// A client that waits too short a time for this machine leaves a server
		// that has done nothing to it. That says nothing of the fault: it has to
		// wait longer.
		if asked.fault != silence || c.server.abandoned() == 0 || timeout > time.Minute {
			c.check(t, n, id)
			return
		}
		t.Logf("%s are too short a timeout", timeout)
	}
}

// deliver runs a worker against the server until all is over.
func (c *faultCase) deliver(t *testing.T, timeout time.Duration) (n *newsroom, id string) {
	address := c.server.start(t)
	n = newNewsroom(t, &server{})
	n.addresses = c.addresses
	n.tune = func(o *Options) {
		o.Dialer.Address = address
		o.Dialer.Timeouts = smtp.Timeouts{Connect: patience, Command: timeout, Final: timeout}
		if c.tune != nil {
			c.tune(o)
		}
	}
	id = n.schedule(embargo.Release, 0, c.recipients)
	n.work(func() bool {
		n.w.add(15 * time.Second) // waits pass quickly
		if c.want.state != ledger.Sending {
			return n.settled(id)()
		}
		d, err := n.l.Dispatch(context.Background(), id)
		if err != nil {
			t.Fatal(err)
		}
		return strings.Contains(d.Reason, c.want.reason) && c.server.called() >= 4 // each connection twice
	})
	return n, id
}

func (c *faultCase) check(t *testing.T, n *newsroom, id string) {
	ctx := context.Background()
	d, err := n.l.Dispatch(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	got := n.counts(id)
	waiting := got.Queued + got.Deferred
	if d.State != c.want.state || got.Sent != c.want.sent || c.want.failed >= 0 && got.Failed != c.want.failed || c.want.waiting >= 0 && waiting != c.want.waiting {
		t.Errorf("%s, %+v, want %+v", d.State, got, c.want)
	}
	if !strings.Contains(d.Reason, c.want.reason) || strings.Contains(d.Reason, "geheim") {
		t.Errorf("reason %q, want %q in it", d.Reason, c.want.reason)
	}
	entries, err := n.l.Entries(ctx, id, "failed")
	if err != nil {
		t.Fatal(err)
	}
	if c.want.failed > 0 && (len(entries) == 0 || entries[0].Code != c.want.code || entries[0].Stage != c.want.stage || entries[0].Reply == "") {
		t.Errorf("failed: %+v, want %d at %s", entries, c.want.code, c.want.stage)
	}
	// Only the server's word on the address itself writes anybody off.
	wantSuppressed := ""
	if strings.HasPrefix(c.server.fault, "550 5.1.1") {
		wantSuppressed = c.server.who
	}
	if got := n.suppressed(); got != wantSuppressed {
		t.Errorf("suppressed: %q, want %q", got, wantSuppressed)
	}
	c.checkMailboxes(t, got.Sent)
}

func (c *faultCase) checkMailboxes(t *testing.T, sent int) {
	g := c.server
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.early {
		t.Error("the message was sent although the recipient was refused")
	}
	have := 0
	for i := range c.recipients {
		to := recipientOf(i)
		if c.addresses != nil {
			to = c.addresses(i)
		}
		ids := g.box[to]
		if len(ids) > 0 {
			have++
		}
		most := 1
		if c.want.twice && i == 1 {
			most = 2
			if len(ids) == 2 && ids[0] != ids[1] {
				t.Errorf("%s got two Message-IDs: %v", to, ids)
			}
		}
		if len(ids) > most {
			t.Errorf("%s got %d copies", to, len(ids))
		}
	}
	if c.want.state != ledger.Sending && have != sent {
		t.Errorf("%d mailboxes have it, the ledger says %d", have, sent)
	}
	if c.want.twice && len(g.box[recipientOf(1)]) != 2 {
		t.Errorf("the message whose answer was lost arrived %d times: the test shows nothing", len(g.box[recipientOf(1)]))
	}
}

type cert struct {
	server *tls.Config
	pool   *x509.CertPool
}

// certificate is one for a name or an IP address, and a pool that trusts it.
func certificate(t *testing.T, name string) cert {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	tpl := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: name}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign,
	}
	if ip := net.ParseIP(name); ip != nil {
		tpl.IPAddresses = []net.IP{ip}
	} else {
		tpl.DNSNames = []string{name}
	}
	der, err := x509.CreateCertificate(rand.Reader, tpl, tpl, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	leaf, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	pool := x509.NewCertPool()
	pool.AddCert(leaf)
	return cert{&tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: key}}}, pool}
}
