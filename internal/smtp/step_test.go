package smtp

import (
	"bufio"
	"crypto/tls"
	"errors"
	"io"
	"net"
	"strings"
	"testing"
	"time"
)

const secret = "Subject: the secret\r\n\r\nnot before nine\r\n"

// heard is what a server has been told, by everything that came after DATA.
type heard chan string

// something waits until the server has said something, or has closed.
func something(t *testing.T, c *Conn) {
	t.Helper()
	c.conn.SetReadDeadline(time.Now().Add(5 * time.Second))
	if err := c.socket.Read(arrived); err != nil {
		t.Fatal(err)
	}
}

// rest hands over whatever the client still says until it hangs up.
func (h heard) rest(p *peer) {
	p.conn.SetReadDeadline(time.Now().Add(5 * time.Second))
	b, _ := io.ReadAll(p.r)
	h <- string(b)
}

// TestOnlyLeaveToSendLetsTheMessageGo: whatever else is said to DATA, none of the
// message is written, the connection ends, and nobody is written off.
func TestOnlyLeaveToSendLetsTheMessageGo(t *testing.T) {
	for _, extension := range []string{"PIPELINING", "8BITMIME"} {
		for _, reply := range []string{"252 2.0.0 hm", "250 2.0.0 ok", "251 hm", "220 hello", "334 go on", "235 2.7.0 in", "399 x"} {
			t.Run(extension+" "+reply, func(t *testing.T) {
				after := make(heard, 1)
				c := mustTalk(t, func(p *peer) {
					p.greet(extension)
					p.hear("MAIL")
					p.say("250 2.1.0 ok\n")
					p.hear("RCPT")
					p.say("250 2.1.5 ok\n")
					p.hear("DATA")
					p.say(reply + "\n")
					after.rest(p)
				})
				a, err := send(c, secret)
				var ce *ConnError
				if !errors.As(err, &ce) || ce.Stage != StageData || ce.InDoubt || a != (Answer{}) {
					t.Errorf("%+v, %v", a, err)
				}
				if !strings.Contains(err.Error(), reply) {
					t.Errorf("the reason does not name the reply: %v", err)
				}
				c.Abort()
				if got := <-after; got != "" {
					t.Errorf("the server was told %q", got)
				}
			})
		}
	}
}

// TestRepliesThatNothingHadAskedFor: where they come, and what is made of the
// answers before them. Each server says all of its line in one write.
func TestRepliesThatNothingHadAskedFor(t *testing.T) {
	envelope := func(p *peer, replies string) {
		p.greet("PIPELINING")
		p.hear("MAIL")
		p.hear("RCPT")
		p.hear("DATA")
		p.say(replies)
	}
	content := func(replies string) func(p *peer) {
		return func(p *peer) {
			envelope(p, "250 a\n250 b\n354 c\n")
			if body := p.body(); !strings.Contains(body, "not before nine") {
				p.t.Errorf("the message: %q", body)
			}
			p.say(replies)
		}
	}
	only := func(replies string) func(p *peer) { return func(p *peer) { envelope(p, replies) } }
	for name, c := range map[string]struct {
		script func(p *peer)
		code   int // of the answer that is believed, 0 for none
		stage  Stage
		doubt  bool
		untold bool // nothing of the message may have been written
	}{
		"yes before the message":            {script: only("250 a\n250 b\n354 c\n250 2.0.0 taken\n"), stage: StageContent, untold: true},
		"no before the message":             {script: only("250 a\n250 b\n354 c\n554 5.7.1 no\n"), stage: StageContent, untold: true},
		"goodbye before the message":        {script: only("250 a\n250 b\n354 c\n421 4.3.2 closing\n"), stage: StageContent, untold: true},
		"two answers to MAIL":               {script: only("250 a\n250 a\n250 b\n354 c\n"), stage: StageData, untold: true},
		"another's refusal at MAIL":         {script: only("550 5.1.1 another\n250 a\n250 b\n354 c\n"), stage: StageData, untold: true},
		"another's refusal at RCPT":         {script: only("250 a\n550 5.1.1 another\n250 b\n354 c\n"), stage: StageData, untold: true},
		"three refusals and a fourth":       {script: only("250 a\n550 5.1.1 b\n503 c\n250 d\n"), stage: StageRcpt, untold: true},
		"a refusal and goodbye":             {script: only("250 a\n550 5.1.1 b\n503 c\n421 d\n"), stage: StageRcpt, code: 550, untold: true},
		"neither yes nor no at RCPT":        {script: only("250 a\n354 b\n354 c\n"), stage: StageRcpt, untold: true},
		"yes twice after the message":       {script: content("250 2.0.0 a\n250 2.0.0 surprise\n"), stage: StageContent, code: 250},
		"yes and goodbye":                   {script: content("250 2.0.0 a\n421 4.3.2 closing\n"), stage: StageContent, code: 250},
		"yes and rubbish":                   {script: content("250 2.0.0 a\nhello there\n"), stage: StageContent, doubt: true},
		"yes, and then no":                  {script: content("250 2.0.0 a\n554 5.7.1 no\n"), stage: StageContent, doubt: true},
		"no, and then yes":                  {script: content("554 5.7.1 no\n250 2.0.0 a\n"), stage: StageContent, doubt: true},
		"neither yes nor no to the message": {script: content("354 go on\n"), stage: StageContent, doubt: true},
	} {
		t.Run(name, func(t *testing.T) {
			after := make(heard, 1)
			conn := mustTalk(t, func(p *peer) { c.script(p); after.rest(p) })
			a, err := send(conn, secret)
			var ce *ConnError
			switch {
			case c.code != 0:
				if err != nil || a.Code != c.code || a.Stage != c.stage {
					t.Errorf("%+v, %v; want %d at %s", a, err, c.code, c.stage)
				}
			case !errors.As(err, &ce) || ce.Stage != c.stage || ce.InDoubt != c.doubt || a != (Answer{}):
				t.Errorf("%+v, %v; want no answer, at %s, in doubt: %v", a, err, c.stage, c.doubt)
			}
			if a, err := send(conn, secret); err == nil {
				t.Errorf("the connection carries another message: %+v", a)
			}
			if err := conn.Noop(); err == nil {
				t.Error("the connection is taken for alive")
			}
			conn.Abort()
			if got := <-after; c.untold && strings.Contains(got, "nine") {
				t.Errorf("the server was told %q", got)
			} else if !c.untold && got != "" {
				t.Errorf("after its replies the server was told %q", got)
			}
		})
	}
}

// TestRSETThatIsRefusedSaysNothingOfTheNextRecipient: it came before the envelope.
func TestRSETThatIsRefusedSaysNothingOfTheNextRecipient(t *testing.T) {
	c := mustTalk(t, func(p *peer) {
		p.greet()
		p.hear("MAIL")
		p.say("250 ok\n")
		p.hear("RCPT")
		p.say("550 5.1.1 nobody\n")
		p.hear("RSET")
		p.say("502 5.5.1 not here\n")
	})
	if a, err := send(c, secret); err != nil || a.Code != 550 {
		t.Fatalf("%+v, %v", a, err)
	}
	a, err := send(c, secret)
	var ce *ConnError
	if !errors.As(err, &ce) || ce.Stage != StageMail || a != (Answer{}) || !strings.Contains(err.Error(), "502 5.5.1 not here") {
		t.Errorf("%+v, %v", a, err)
	}
}

func TestAConnectionThatTheServerHasClosedIsKnownBeforeItIsUsed(t *testing.T) {
	for name, last := range map[string]string{
		"without a word": "", "with 421": "421 4.4.2 idle\n", "with a word that nobody asked for": "250 ok\n",
	} {
		t.Run(name, func(t *testing.T) {
			closed, over := make(chan struct{}), make(chan struct{})
			c := mustTalk(t, func(p *peer) {
				p.greet("PIPELINING")
				<-closed
				p.say(last)
				p.conn.Close()
				close(over)
			})
			if err := c.Check(); err != nil {
				t.Fatal(err)
			}
			close(closed)
			<-over
			something(t, c)
			if err := c.Check(); err == nil {
				t.Error("it is taken for alive")
			}
		})
	}
}

// TestChecksOverTLS: records of TLS itself are no replies.
// TestAReplyThatComesJustAfterTheLook: Begin relied on that, and takes it for the answer
// to MAIL. Nothing of the message is written, and nobody is written off.
func TestAReplyThatComesJustAfterTheLook(t *testing.T) {
	for _, replies := range []string{
		"250 ok\n250 ok\n354 go on\n", "250 ok\n550 5.1.1 nobody\n503 no\n", "250 ok\n550 5.1.1 nobody\n354 go on\n", "452 full\n503 no\n503 no\n",
	} {
		t.Run(replies, func(t *testing.T) {
			looked, after := make(chan struct{}), make(heard, 1)
			c := mustTalk(t, func(p *peer) {
				p.greet("PIPELINING")
				<-looked
				p.say("250 2.0.0 by the way\n")
				p.hear("MAIL")
				p.hear("RCPT")
				p.hear("DATA")
				p.say(replies)
				after.rest(p)
			})
			if err := c.Check(); err != nil {
				t.Fatal(err)
			}
			close(looked)
			something(t, c)
			c.looked = time.Now() // as if it had come a moment later
			a, err := send(c, secret)
			var ce *ConnError
			if !errors.As(err, &ce) || ce.InDoubt || a != (Answer{}) {
				t.Errorf("%+v, %v", a, err)
			}
			c.Abort()
			if got := <-after; strings.Contains(got, "secret") {
				t.Errorf("the server was told %q", got)
			}
		})
	}
}

func TestChecksOverTLS(t *testing.T) {
	certificate, trust := authority(t)
	stray := make(chan struct{})
	d := Dialer{Implicit: true, TLS: &tls.Config{ServerName: "localhost", RootCAs: trust, MinVersion: tls.VersionTLS12}}
	c, err := talkTo(t, d, func(p *peer) {
		tc := tls.Server(p.conn, &tls.Config{Certificates: []tls.Certificate{certificate}, MinVersion: tls.VersionTLS12})
		p.conn, p.r = tc, bufio.NewReader(tc)
		p.greet("PIPELINING")
		p.hear("MAIL")
		p.hear("RCPT")
		p.hear("DATA")
		p.say("250 a\n250 b\n354 c\n")
		p.body()
		p.say("250 2.0.0 taken\n")
		<-stray
		p.say("250 2.0.0 surprise\n")
		p.line()
	})
	if err != nil {
		t.Fatal(err)
	}
	if a, err := send(c, secret); err != nil || !a.Accepted() {
		t.Fatalf("%+v, %v", a, err)
	}
	if err := c.Check(); err != nil {
		t.Fatalf("nothing was said, and it is taken for that: %v", err)
	}
	close(stray)
	something(t, c)
	if err := c.Check(); err == nil || !strings.Contains(err.Error(), "250 2.0.0 surprise") {
		t.Errorf("%v", err)
	}
	c.Abort()
}

// TestWhatServersSayWithoutEndIsCutOff: banners and replies that are larger than
// any server needs end the connection, and their reason is short.
func TestWhatServersSayWithoutEndIsCutOff(t *testing.T) {
	// The server goes on until the client hangs up.
	pour := func(p *peer, s string) {
		p.conn.SetWriteDeadline(time.Now().Add(5 * time.Second))
		for {
			if _, err := io.WriteString(p.conn, s); err != nil {
				if errors.Is(err, net.ErrClosed) || strings.Contains(err.Error(), "timeout") {
					p.t.Errorf("the client listens for ever: %v", err)
				}
				return
			}
		}
	}
	for name, script := range map[string]func(p *peer){
		"one line of a banner":   func(p *peer) { p.say("220-"); pour(p, strings.Repeat("x", 4096)) },
		"lines of a banner":      func(p *peer) { pour(p, "220-hello\r\n") },
		"long lines of a banner": func(p *peer) { pour(p, "220-"+strings.Repeat("x", 4000)+"\r\n") },
		"lines of EHLO":          func(p *peer) { p.say("220 x\n"); p.hear("EHLO"); pour(p, "250-X\r\n") },
		"one more reply to EHLO": func(p *peer) { p.say("220 x\n"); p.hear("EHLO"); p.say("250-x\n250 PIPELINING\n250 extra\n"); p.line() },
		"rubbish":                func(p *peer) { p.say(strings.Repeat("x", 4000) + "\n"); p.line() },
		"a code and no space":    func(p *peer) { p.say("2200 hello\n"); p.line() },
	} {
		t.Run(name, func(t *testing.T) {
			_, err := talk(t, script)
			if err == nil {
				t.Fatal("a connection all the same")
			}
			if len(err.Error()) > 400 {
				t.Errorf("the reason has %d bytes", len(err.Error()))
			}
		})
	}
}

func TestBytesOneByOneAreAReply(t *testing.T) {
	slowly := func(p *peer, s string) {
		for _, b := range []byte(strings.ReplaceAll(s, "\n", "\r\n")) {
			p.conn.Write([]byte{b})
		}
	}
	c := mustTalk(t, func(p *peer) {
		slowly(p, "220 x\n")
		p.hear("EHLO")
		slowly(p, "250-x\n250 PIPELINING\n")
		p.hear("MAIL")
		p.hear("RCPT")
		p.hear("DATA")
		slowly(p, "250 2.1.0 a\n250 2.1.5 b\n354 c\n")
		p.body()
		slowly(p, "250 2.0.0 taken\n")
	})
	if a, err := send(c, secret); err != nil || !a.Accepted() {
		t.Fatalf("%+v, %v", a, err)
	}
}

func TestErrorsKeepTheEnhancedCode(t *testing.T) {
	a := Answer{Stage: StageRcpt, Code: 550, Enhanced: "5.7.1", Text: "no"}
	if got := a.String(); got != "550 5.7.1 no" {
		t.Errorf("%q", got)
	}
	for name, script := range map[string]func(p *peer){
		"550 5.7.1 go away": func(p *peer) { p.say("550 5.7.1 go away\n") },
		"421 4.3.2 closing": func(p *peer) { p.greet(); p.hear("MAIL"); p.say("421 4.3.2 closing\n") },
		"421 4.3.2 full":    func(p *peer) { p.greet(); p.hear("MAIL"); p.say("250 a\n"); p.hear("RCPT"); p.say("421 4.3.2 full\n") },
	} {
		c, err := talk(t, script)
		if err == nil {
			_, err = send(c, secret)
		}
		if err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%v, want %q in it", err, name)
		}
	}
}
