package smtp

import (
	"bufio"
	"context"
	"crypto/tls"
	"errors"
	"io"
	"net"
	"strings"
	"testing"
	"time"

	"pressroom/internal/embargo"
)

const dispatchID = "x/test-1"

func pass() embargo.Pass {
	now := time.Unix(1e9, 0)
	return embargo.Decide(embargo.Row{Dispatch: dispatchID, Kind: embargo.Test, ReleaseAt: now}, now).Pass
}

// patience is how long something is waited for that ought to happen: far longer
// than it takes on a slow machine with other things to do.
const patience = 5 * time.Minute

// peer is the server's side of a conversation that a test writes down.
type peer struct {
	t    *testing.T
	conn net.Conn
	r    *bufio.Reader
}

func (p *peer) say(s string) { io.WriteString(p.conn, strings.ReplaceAll(s, "\n", "\r\n")) }

func (p *peer) line() string {
	p.conn.SetReadDeadline(time.Now().Add(patience))
	s, err := p.r.ReadString('\n')
	if err != nil {
		return "(" + err.Error() + ")"
	}
	return strings.TrimRight(s, "\r\n")
}

// hear expects a line that begins so.
func (p *peer) hear(prefix string) string {
	got := p.line()
	if !strings.HasPrefix(got, prefix) {
		p.t.Errorf("the client said %q, want %q", got, prefix)
	}
	return got
}

// hearNothing expects that nothing comes for a moment. A client that keeps still
// is found right on any machine.
func (p *peer) hearNothing() {
	p.conn.SetReadDeadline(time.Now().Add(20 * time.Millisecond))
	if next, err := p.r.Peek(1); err == nil {
		p.t.Errorf("the client went on with %q", next)
	}
}

// keepSilent says nothing until the client has had enough of it.
func (p *peer) keepSilent() {
	p.conn.SetReadDeadline(time.Now().Add(patience))
	io.Copy(io.Discard, p.r)
}

// body reads a message up to its dot.
func (p *peer) body() string {
	var b strings.Builder
	for {
		l := p.line()
		if l == "." || strings.HasPrefix(l, "(") {
			return b.String()
		}
		b.WriteString(l + "\n")
	}
}

func (p *peer) greet(extensions ...string) {
	p.say("220 test\n")
	p.hear("EHLO ")
	p.say("250-test\n")
	for _, e := range extensions {
		p.say("250-" + e + "\n")
	}
	p.say("250 OK\n")
}

// talk runs a server that follows script and returns a connection to it.
func talk(t *testing.T, script func(p *peer)) (*Conn, error) {
	t.Helper()
	return talkTo(t, Dialer{}, script)
}

// talkTo is talk with settings of the dialer.
func talkTo(t *testing.T, d Dialer, script func(p *peer)) (*Conn, error) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		conn, err := l.Accept()
		if err != nil {
			return
		}
		defer conn.Close()
		script(&peer{t, conn, bufio.NewReader(conn)})
	}()
	t.Cleanup(func() { l.Close(); <-done })
	d.Address = l.Addr().String()
	if d.Timeouts == (Timeouts{}) {
		d.Timeouts = Timeouts{Connect: patience, Command: patience, Final: patience}
	}
	c, err := d.Dial(context.Background())
	if err == nil {
		t.Cleanup(c.Abort)
	}
	return c, err
}

func send(c *Conn, body string) (Answer, error) {
	return c.Send(pass(), dispatchID, "from@a.example", "to@b.example", []byte(body))
}

func mustTalk(t *testing.T, script func(p *peer)) *Conn {
	t.Helper()
	c, err := talk(t, script)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestOneWriteForTheWholeEnvelope(t *testing.T) {
	var got string
	c := mustTalk(t, func(p *peer) {
		p.greet("PIPELINING", "SIZE 1000000")
		p.hear("MAIL FROM:<from@a.example> SIZE=")
		// Nothing has been answered yet: what follows came with it.
		if n := p.r.Buffered(); n < len("RCPT TO:<to@b.example>\r\nDATA\r\n") {
			p.t.Errorf("only %d bytes came with MAIL", n)
		}
		p.hear("RCPT TO:<to@b.example>")
		p.hear("DATA")
		p.say("250 2.1.0 Ok\n250 2.1.5 Ok\n354 go on\n")
		got = p.body()
		p.say("250 2.0.0 queued as 12\n")
	})
	a, err := send(c, "Subject: x\r\n\r\n.dot\r\n..\r\nend\r\n")
	if err != nil || !a.Accepted() || a.Enhanced != "2.0.0" || a.Text != "queued as 12" {
		t.Fatalf("%+v, %v", a, err)
	}
	if got != "Subject: x\n\n..dot\n...\nend\n" {
		t.Errorf("the dots: %q", got)
	}
}

func TestOneCommandAtATimeWithoutPipelining(t *testing.T) {
	c := mustTalk(t, func(p *peer) {
		p.greet()
		for _, step := range [][2]string{{"MAIL", "250 ok\n"}, {"RCPT", "250 ok\n"}, {"DATA", "354 go\n"}} {
			p.hear(step[0])
			p.hearNothing() // before the answer
			p.say(step[1])
		}
		p.body()
		p.say("250 ok\n")
	})
	if a, err := send(c, "x\r\n"); err != nil || !a.Accepted() {
		t.Fatalf("%+v, %v", a, err)
	}
}

func TestARefusedRecipientNeverGetsTheMessage(t *testing.T) {
	var after string
	c := mustTalk(t, func(p *peer) {
		p.greet("PIPELINING")
		p.hear("MAIL")
		p.hear("RCPT")
		p.hear("DATA")
		p.say("250 ok\n550 5.1.1 no such user\n354 go on\n")
		after = p.line()
		p.say("554 no valid recipients\n")
		p.hear("RSET") // the next transaction begins clean
		p.hear("MAIL")
		p.hear("RCPT")
		p.hear("DATA")
		p.say("250 ok\n250 ok\n250 ok\n354 go\n")
		p.body()
		p.say("250 ok\n")
	})
	a, err := send(c, "secret\r\n")
	if err != nil || a.Code != 550 || a.Enhanced != "5.1.1" || a.Stage != StageRcpt || !a.Permanent() {
		t.Fatalf("%+v, %v", a, err)
	}
	if a, err = send(c, "x\r\n"); err != nil || !a.Accepted() {
		t.Fatalf("the next message: %+v, %v", a, err)
	}
	if after != "." {
		t.Errorf("after the refusal came %q, want a lone dot", after)
	}
}

func TestFaults(t *testing.T) {
	envelope := func(p *peer) {
		p.greet("PIPELINING")
		p.hear("MAIL")
		p.hear("RCPT")
		p.hear("DATA")
	}
	for name, c := range map[string]struct {
		script func(p *peer)
		check  func(a Answer, err error) bool
	}{
		"closed before the dot": {func(p *peer) { envelope(p); p.say("250 a\n250 b\n354 c\n"); p.conn.Close() }, broken(StageContent, true)},
		"closed after the dot":  {func(p *peer) { envelope(p); p.say("250 a\n250 b\n354 c\n"); p.body(); p.conn.Close() }, broken(StageContent, true)},
		"closed at MAIL":        {func(p *peer) { envelope(p); p.conn.Close() }, broken(StageMail, false)},
		"421 at MAIL":           {func(p *peer) { envelope(p); p.say("421 4.3.2 closing\n") }, broken(StageMail, false)},
		"450 at RCPT":           {func(p *peer) { envelope(p); p.say("250 a\n450 4.2.0 greylisted\n503 no\n") }, answered(450, StageRcpt)},
		"552 after the message": {func(p *peer) { envelope(p); p.say("250 a\n250 b\n354 c\n"); p.body(); p.say("552 5.2.2 full\n") }, answered(552, StageContent)},
		"451 after the message": {func(p *peer) { envelope(p); p.say("250 a\n250 b\n354 c\n"); p.body(); p.say("451 later\n") }, answered(451, StageContent)},
		"replies in pieces": {func(p *peer) {
			envelope(p)
			for _, part := range []string{"25", "0-one\n250 ", "two\n250 b", "\n35", "4 c\n"} {
				p.say(part)
				time.Sleep(5 * time.Millisecond)
			}
			p.body()
			p.say("250-2.0.0 one\n250 2.0.0 two\n")
		}, answered(250, StageContent)},
		"rubbish":      {func(p *peer) { envelope(p); p.say("hello there\n") }, broken(StageMail, false)},
		"endless line": {func(p *peer) { envelope(p); p.say(strings.Repeat("2", 100_000)) }, broken(StageMail, false)},
		"endless reply": {func(p *peer) {
			envelope(p)
			for range 1000 {
				p.say("250-x\n")
			}
		}, broken(StageMail, false)},
	} {
		t.Run(name, func(t *testing.T) {
			conn := mustTalk(t, c.script)
			a, err := send(conn, "x\r\n")
			// A connection that is cut while the message is written may be seen at
			// either end of it.
			if !c.check(a, err) {
				t.Errorf("%+v, %v", a, err)
			}
		})
	}
}

// TestSilenceIsNotWaitedForForEver: a server stops answering at RCPT. Where even
// what comes before is too slow for the timeout, the timeout is longer the next time.
func TestSilenceIsNotWaitedForForEver(t *testing.T) {
	for timeout := 200 * time.Millisecond; ; timeout *= 2 {
		c, err := talkTo(t, Dialer{Timeouts: Timeouts{Connect: patience, Command: timeout, Final: patience}}, func(p *peer) {
			p.say("220 test\n")
			p.line()
			p.say("250-test\n250 PIPELINING\n")
			p.line()
			p.say("250 a\n")
			p.keepSilent()
		})
		var a Answer
		if err == nil {
			a, err = send(c, "x\r\n")
		}
		if broken(StageRcpt, false)(a, err) {
			return
		}
		if timeout > time.Minute {
			t.Fatalf("%+v, %v", a, err)
		}
	}
}

func broken(stage Stage, _ bool) func(Answer, error) bool {
	return func(_ Answer, err error) bool {
		var ce *ConnError
		return errors.As(err, &ce) && ce.Stage == stage
	}
}

func answered(code int, stage Stage) func(Answer, error) bool {
	return func(a Answer, err error) bool { return err == nil && a.Code == code && a.Stage == stage }
}

func TestWhatAServerCannotTakeIsNotSent(t *testing.T) {
	c := mustTalk(t, func(p *peer) { p.greet("PIPELINING", "SIZE 10"); p.line() })
	if a, err := send(c, strings.Repeat("x", 100)); err != nil || a.Code != 552 || a.Enhanced != "5.3.4" {
		t.Errorf("too large: %+v, %v", a, err)
	}
	if a, err := c.Send(pass(), dispatchID, "from@a.example", "jörg@b.example", nil); err != nil || a.Code != 553 {
		t.Errorf("no SMTPUTF8: %+v, %v", a, err)
	}
	for _, to := range []string{"a@b.example>\r\nRCPT TO:<c@d.example", "", "a b@c.example"} {
		if _, err := c.Send(pass(), dispatchID, "from@a.example", to, nil); err == nil {
			t.Errorf("the envelope took %q", to)
		}
	}
}

func TestNothingLeavesWithoutAPass(t *testing.T) {
	c := mustTalk(t, func(p *peer) {
		p.greet("PIPELINING")
		if l := p.line(); !strings.HasPrefix(l, "(") {
			p.t.Errorf("the client said %q", l)
		}
	})
	for _, p := range []embargo.Pass{{}, pass()} {
		if _, err := c.Send(p, "other/release-1", "from@a.example", "to@b.example", []byte("x")); err == nil {
			t.Error("sent without a pass for this dispatch")
		}
	}
	c.Abort()
}

func TestDialFaults(t *testing.T) {
	for name, script := range map[string]func(p *peer){
		"no banner":             (*peer).keepSilent,
		"refused":               func(p *peer) { p.say("554 go away\n") },
		"EHLO and HELO refused": func(p *peer) { p.say("220 x\n"); p.line(); p.say("502 no\n"); p.line(); p.say("502 no\n") },
		"closed":                func(p *peer) { p.conn.Close() },
	} {
		t.Run(name, func(t *testing.T) {
			// Any error will do, so the timeout may be short.
			short := Timeouts{Connect: patience, Command: 500 * time.Millisecond}
			if _, err := talkTo(t, Dialer{Timeouts: short}, script); err == nil {
				t.Error("a connection all the same")
			}
		})
	}
}

func TestAPasswordIsNotSentInTheClear(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	heard := make(chan string, 1)
	go func() {
		conn, err := l.Accept()
		if err != nil {
			return
		}
		defer conn.Close()
		p := &peer{t, conn, bufio.NewReader(conn)}
		p.greet("AUTH PLAIN LOGIN")
		heard <- p.line()
	}()
	d := &Dialer{Address: l.Addr().String(), Login: Login{Username: "u", Password: "geheim"}, TLS: tlsConfig()}
	if _, err := d.Dial(context.Background()); err == nil || !strings.Contains(err.Error(), "not sent in the clear") {
		t.Errorf("%v", err)
	}
	if got := <-heard; strings.Contains(got, "AUTH") {
		t.Errorf("the client said %q", got)
	}
}

func FuzzReply(f *testing.F) {
	f.Add("250 ok\r\n")
	f.Add("250-a\r\n250 2.0.0 b\r\n")
	f.Add("999\r\n")
	f.Fuzz(func(t *testing.T, s string) {
		client, server := net.Pipe()
		go func() { io.WriteString(server, s); server.Close() }()
		c := &Conn{conn: client, r: bufio.NewReader(client), timeouts: Timeouts{}.withDefaults()}
		a, err := c.answer(StageRcpt, time.Second)
		client.Close()
		if err == nil && (a.Code < 200 || a.Code > 599 || strings.ContainsAny(a.Text, "\n")) {
			t.Fatalf("%+v", a)
		}
	})
}

func tlsConfig() *tls.Config { return &tls.Config{MinVersion: tls.VersionTLS12} }
