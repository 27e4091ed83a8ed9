package delivery

import (
	"bufio"
	"crypto/tls"
	"fmt"
	"io"
	"maps"
	"net"
	"strings"
	"sync"
	"testing"
	"time"
)

// step is where in a conversation something can go wrong.
type step string

// The steps.
const (
	atBanner  step = "banner"
	atEHLO    step = "ehlo"
	atTLS     step = "starttls"
	atAuth    step = "auth"
	atMail    step = "mail"
	atRcpt    step = "rcpt"
	atData    step = "data"
	atContent step = "content" // the answer to the message, which was taken unless it is refused
)

// What goes wrong, besides a reply of the rogue's own such as "450 4.2.0 later".
const (
	silence   = "(silence)"
	hangUp    = "(hang up)"
	halfway   = "(hang up in the middle of the message)"
	takeAndGo = "(take the message and hang up)"
	inPieces  = "(the reply in pieces)"
	garbage   = "hello there"
)

// rogue is a mail server that breaks the rules where it is told to.
type rogue struct {
	extensions []string
	tls        *tls.Config
	fault      string // at step; "" for none
	at         step
	times      int    // how often it strikes; 0: always
	who        string // the recipient whose transactions it strikes, "" for any
	perConn    int    // messages a connection; then 421
	delay      func(message int) time.Duration
	greylist   map[string]int // how often each is still refused

	listener net.Listener
	mu       sync.Mutex
	struck   int
	box      map[string][]string // Message-IDs by recipient
	count    int
	early    bool // content came where none was to come
	calls    int  // connections that came
	left     int  // those that the client left, though the rogue had done nothing to them
}

func (g *rogue) start(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	g.listener, g.box = l, map[string][]string{}
	var all sync.WaitGroup
	conns := make(chan net.Conn, 1000)
	all.Go(func() {
		for {
			c, err := l.Accept()
			if err != nil {
				close(conns)
				return
			}
			conns <- c
			g.mu.Lock()
			g.calls++
			g.mu.Unlock()
			all.Go(func() { defer c.Close(); (&talk{g: g, conn: c, r: bufio.NewReader(c)}).run() })
		}
	})
	t.Cleanup(func() {
		l.Close()
		for c := range conns {
			c.Close()
		}
		all.Wait()
	})
	return l.Addr().String()
}

// again is a server of the same kind to which nobody has come yet.
func (g *rogue) again() *rogue {
	return &rogue{
		extensions: g.extensions, tls: g.tls, fault: g.fault, at: g.at, times: g.times, who: g.who,
		perConn: g.perConn, delay: g.delay, greylist: maps.Clone(g.greylist),
	}
}

func (g *rogue) called() int {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.calls
}

func (g *rogue) abandoned() int {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.left
}

// strikes tells whether the fault is to happen now.
func (g *rogue) strikes(at step, rcpt string) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.fault == "" || g.at != at || g.times > 0 && g.struck >= g.times || g.who != "" && rcpt != "" && g.who != rcpt {
		return false
	}
	g.struck++
	return true
}

// talk is one connection.
type talk struct {
	g       *rogue
	conn    net.Conn
	r       *bufio.Reader
	rcpt    string
	mailed  bool
	struck  bool // the fault has come on this connection
	refused bool // the envelope of this transaction
	done    int
}

func (c *talk) say(s string) bool {
	c.conn.SetWriteDeadline(time.Now().Add(patience))
	_, err := c.conn.Write([]byte(s + "\r\n"))
	return err == nil
}

// answer says ok, or does what the fault is. goOn is false if the conversation is
// over; refused tells that the reply was another.
func (c *talk) answer(at step, ok string) (goOn, refused bool) {
	if !c.g.strikes(at, c.rcpt) {
		return c.say(ok), false
	}
	c.struck = true
	switch c.g.fault {
	case silence:
		c.keepSilent()
		return false, true
	case hangUp:
		return false, true
	case inPieces:
		for _, part := range []string{ok[:1], ok[1:2], ok[2:]} {
			c.conn.Write([]byte(part))
			time.Sleep(30 * time.Millisecond)
		}
		return c.say(""), false
	}
	said := c.say(strings.ReplaceAll(c.g.fault, "|", "\r\n"))
	consent := "2"
	if at == atData {
		consent = "354"
	}
	return said && !strings.HasPrefix(c.g.fault, "421"), !strings.HasPrefix(c.g.fault, consent)
}

func (c *talk) line() (string, bool) {
	c.conn.SetReadDeadline(time.Now().Add(patience))
	s, err := c.r.ReadString('\n')
	if err != nil && !c.struck {
		c.g.mu.Lock()
		c.g.left++
		c.g.mu.Unlock()
	}
	return strings.TrimRight(s, "\r\n"), err == nil
}

// keepSilent says nothing until the client has had enough of it.
func (c *talk) keepSilent() {
	c.conn.SetReadDeadline(time.Now().Add(patience))
	io.Copy(io.Discard, c.r)
}

func (c *talk) run() {
	if goOn, _ := c.answer(atBanner, "220 rogue.invalid ESMTP"); !goOn {
		return
	}
	for {
		line, ok := c.line()
		if !ok {
			return
		}
		verb, _, _ := strings.Cut(strings.ToUpper(line), " ")
		if !c.command(verb, line) {
			return
		}
	}
}

func (c *talk) command(verb, line string) (goOn bool) {
	switch verb {
	case "EHLO":
		reply := "250-rogue.invalid\r\n"
		for _, e := range c.g.extensions {
			reply += "250-" + e + "\r\n"
		}
		goOn, _ = c.answer(atEHLO, reply+"250 ENHANCEDSTATUSCODES")
	case "HELO":
		goOn = c.say("250 rogue.invalid")
	case "STARTTLS":
		if goOn, _ = c.answer(atTLS, "220 go on"); goOn && c.g.tls != nil {
			tc := tls.Server(c.conn, c.g.tls)
			if tc.Handshake() != nil {
				return false
			}
			c.conn, c.r = tc, bufio.NewReader(tc)
		}
	case "AUTH":
		goOn, _ = c.answer(atAuth, "235 2.7.0 welcome")
	case "MAIL":
		if c.g.perConn > 0 && c.done >= c.g.perConn {
			c.say("421 4.7.0 enough for one connection")
			return false
		}
		c.rcpt, c.mailed = "", true
		// Whose transaction it is shows only at RCPT: at MAIL the fault strikes any.
		goOn, c.refused = c.answer(atMail, "250 2.1.0 sender ok")
	case "RCPT":
		if c.refused || !c.mailed {
			return c.say("503 5.5.1 no")
		}
		c.rcpt = strings.Trim(line[strings.Index(line, ":")+1:], "<> ")
		if c.grey() {
			c.refused = true
			return c.say("450 4.7.1 come back later")
		}
		goOn, c.refused = c.answer(atRcpt, "250 2.1.5 recipient ok")
	case "DATA":
		goOn = c.data()
	case "RSET":
		c.rcpt, c.mailed, c.refused = "", false, false
		goOn = c.say("250 ok")
	case "NOOP":
		goOn = c.say("250 ok")
	case "QUIT":
		c.say("221 bye")
	default: // the client knows no other commands: it is a message
		c.g.mu.Lock()
		c.g.early = true
		c.g.mu.Unlock()
		goOn = c.say("500 5.5.2 what?")
	}
	return goOn
}

func (c *talk) grey() bool {
	c.g.mu.Lock()
	defer c.g.mu.Unlock()
	if c.g.greylist[c.rcpt] > 0 {
		c.g.greylist[c.rcpt]--
		return true
	}
	return false
}

// takesData tells whether a rogue says 354 although it took no recipient.
func (c *talk) takesData() bool { return c.g.fault == "550 5.1.1 no, but go on" }

func (c *talk) data() bool {
	if c.refused && !c.takesData() {
		return c.say("503 5.5.1 no recipient")
	}
	goOn, refused := c.answer(atData, "354 go on")
	if !goOn || refused {
		return goOn
	}
	id, size := "", 0
	for {
		if c.g.at == atContent && c.g.fault == halfway && size > 50 && c.g.strikes(atContent, c.rcpt) {
			return false
		}
		line, ok := c.line()
		if !ok {
			return false
		}
		if line == "." {
			break
		}
		size += len(line)
		if v, found := strings.CutPrefix(line, "Message-ID: "); found {
			id = v
		}
	}
	if c.refused {
		c.g.mu.Lock()
		c.g.early = c.g.early || size > 0
		c.g.mu.Unlock()
		return c.say("554 5.5.1 no valid recipients")
	}
	return c.content(id)
}

func (c *talk) content(id string) bool {
	c.g.mu.Lock()
	c.g.count++
	n := c.g.count
	c.g.mu.Unlock()
	if c.g.delay != nil {
		time.Sleep(c.g.delay(n))
	}
	rcpt := c.rcpt
	c.done++
	c.mailed, c.refused = false, false
	take := func() {
		c.g.mu.Lock()
		c.g.box[rcpt] = append(c.g.box[rcpt], id)
		c.g.mu.Unlock()
	}
	if c.g.at == atContent && (c.g.fault == takeAndGo || c.g.fault == silence) && c.g.strikes(atContent, rcpt) {
		take()
		if c.g.fault == silence {
			c.keepSilent()
		}
		return false
	}
	goOn, refused := c.answer(atContent, "250 2.0.0 taken as "+fmt.Sprint(n))
	if !refused {
		take()
	}
	return goOn
}
