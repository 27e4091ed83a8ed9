// Package smtp is the client's side of mail transfer (RFC 5321): connections kept
// open, and the transaction that sends MAIL, RCPT and DATA in one write where
// the server allows it (RFC 2920).
//
// A release leaves only through Conn.Begin and Conn.Finish (or Send, which is
// both), and Begin takes a pass of the gate; before it, a connection says no more than EHLO, STARTTLS, AUTH and NOOP.
package smtp

import (
	"bufio"
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"strconv"
	"strings"
	"syscall"
	"time"

	"pressroom/internal/embargo"
)

// Dialer says how to reach a server.
type Dialer struct {
	Address  string      // host:port
	Implicit bool        // TLS from the first byte (RFC 8314)
	TLS      *tls.Config // nil: no TLS, even where it is offered
	Hello    string      // the name given in EHLO
	Login    Login
	Timeouts Timeouts
	// RequireTLS refuses a server that offers no TLS; without it mail then goes
	// in the clear, as between most servers, but never a password.
	RequireTLS bool
}

// Timeouts bound the waits. Zero fields have the values of RFC 5321 section
// 4.5.3.2.
type Timeouts struct {
	Connect time.Duration // 30 s
	Command time.Duration // 5 min: the greeting and each command's answer
	Block   time.Duration // 3 min: for which nothing of a message may move while it is written
	Final   time.Duration // 10 min: the answer to the message
}

func (t Timeouts) withDefaults() Timeouts {
	if t.Connect == 0 {
		t.Connect = 30 * time.Second
	}
	if t.Command == 0 {
		t.Command = 5 * time.Minute
	}
	if t.Block == 0 {
		t.Block = 3 * time.Minute
	}
	if t.Final == 0 {
		t.Final = 10 * time.Minute
	}
	return t
}

// Stage names the step of a transaction that an answer belongs to.
type Stage string

// The stages.
const (
	StageConnect Stage = "connect"
	StageMail    Stage = "mail"
	StageRcpt    Stage = "rcpt"
	StageData    Stage = "data"
	StageContent Stage = "content"
)

// Answer is a server's reply.
type Answer struct {
	Stage    Stage
	Code     int
	Enhanced string // RFC 3463, as in 5.1.1; "" if the server gave none
	Text     string // in one line, without the codes
}

// Accepted tells whether the server has taken the message.
func (a Answer) Accepted() bool { return a.Stage == StageContent && a.Code >= 200 && a.Code < 300 }

// Permanent tells whether the server will not take it later either.
func (a Answer) Permanent() bool { return a.Code >= 500 && a.Code < 600 }

// ConnError is a connection that failed.
type ConnError struct {
	Stage Stage
	// InDoubt: the whole message was written and its answer was lost, so that the
	// server may have taken it.
	InDoubt bool
	Err     error
}

func (e *ConnError) Error() string { return fmt.Sprintf("at %s: %v", e.Stage, e.Err) }
func (e *ConnError) Unwrap() error { return e.Err }

// Conn is an open connection. It carries one message at a time.
type Conn struct {
	conn     net.Conn // raw, or TLS over it
	raw      *steady
	socket   syscall.RawConn // below TLS; nil if it cannot be had
	r        *bufio.Reader
	out      *bufio.Writer // of messages; nil before the first
	timeouts Timeouts
	server   string
	ext      map[string]string // extensions by keyword
	dirty    bool              // the last transaction was not ended by the server: RSET comes first
	dataOpen bool              // the last answer to DATA was 354
	broken   error             // why it can carry no further transaction; nil if it can
	looked   time.Time         // when Check was last asked, if no reply was read since
	commands []byte            // memory for what is written of them, used again
	Sent     int               // messages that the server took
}

// Dial connects, greets, turns on TLS where it is offered and logs in.
func (d *Dialer) Dial(ctx context.Context) (*Conn, error) {
	t := d.Timeouts.withDefaults()
	nd := net.Dialer{Timeout: t.Connect}
	raw, err := nd.DialContext(ctx, "tcp", d.Address)
	if err != nil {
		return nil, &ConnError{Stage: StageConnect, Err: err}
	}
	c := &Conn{raw: &steady{Conn: raw}, socket: socket(raw), timeouts: t, server: d.Address}
	c.conn = c.raw
	stop := context.AfterFunc(ctx, func() { raw.Close() })
	defer stop()
	if err := c.open(d); err != nil {
		raw.Close()
		return nil, &ConnError{Stage: StageConnect, Err: err}
	}
	return c, nil
}

func (c *Conn) open(d *Dialer) error {
	if d.Implicit {
		if err := c.startTLS(d); err != nil {
			return err
		}
	} else {
		c.r = bufio.NewReaderSize(c.conn, 4096)
	}
	if err := c.expect(220); err != nil {
		return fmt.Errorf("greeting: %w", err)
	}
	if err := c.hello(d.Hello); err != nil {
		return err
	}
	if _, offered := c.ext["STARTTLS"]; offered && d.TLS != nil && !d.Implicit {
		if err := c.command(220, "STARTTLS"); err != nil {
			return fmt.Errorf("STARTTLS: %w", err)
		}
		if err := c.startTLS(d); err != nil {
			return err
		}
		if err := c.hello(d.Hello); err != nil {
			return err
		}
	}
	if err := c.Check(); err != nil {
		return err
	}
	_, secure := c.conn.(*tls.Conn)
	if !secure && d.RequireTLS {
		return errors.New("the server offers no TLS, which the settings require")
	}
	if d.Login.none() {
		return nil
	}
	if !secure && d.TLS != nil {
		return errors.New("the server offers no TLS, and a password is not sent in the clear")
	}
	return c.login(d.Login)
}

func (c *Conn) startTLS(d *Dialer) error {
	cfg := d.TLS
	if cfg == nil {
		cfg = &tls.Config{}
	}
	cfg = cfg.Clone()
	if cfg.ServerName == "" {
		host, _, err := net.SplitHostPort(d.Address)
		if err != nil {
			return err
		}
		cfg.ServerName = host
	}
	if c.r != nil && c.r.Buffered() > 0 {
		return errors.New("the server sent data before TLS began")
	}
	tc := tls.Client(c.conn, cfg)
	c.deadline(c.timeouts.Command)
	if err := tc.Handshake(); err != nil {
		return fmt.Errorf("TLS: %w", err)
	}
	c.conn = tc
	c.r = bufio.NewReaderSize(tc, 4096)
	return nil
}

func (c *Conn) hello(name string) error {
	if name == "" {
		name = "localhost"
	}
	if err := c.write("EHLO " + name + "\r\n"); err != nil {
		return err
	}
	code, lines, err := c.reply(c.timeouts.Command)
	if err != nil {
		return fmt.Errorf("EHLO: %w", err)
	}
	c.ext = make(map[string]string)
	if code != 250 {
		return c.command(250, "HELO "+name)
	}
	for _, l := range lines[1:] {
		keyword, args, _ := strings.Cut(l, " ")
		c.ext[strings.ToUpper(keyword)] = args
	}
	return nil
}

// Server is the address that the connection goes to.
func (c *Conn) Server() string { return c.server }

// Send carries one message (with CRLF line ends) to one recipient: Begin and, if
// the envelope was accepted, Finish.
func (c *Conn) Send(pass embargo.Pass, dispatch, from, to string, message []byte) (Answer, error) {
	a, open, err := c.Begin(pass, dispatch, from, to, len(message))
	if err != nil || !open {
		return a, err
	}
	return c.Finish(bytes.NewReader(message))
}

// Begin sends the envelope of a message of size bytes. The pass must be the
// gate's for this dispatch. open tells that the server waits for the message:
// Finish has to follow, or Abort.
//
// If it is not open, the Answer is the server's word on it. A *ConnError means
// that the connection is of no further use.
func (c *Conn) Begin(pass embargo.Pass, dispatch, from, to string, size int) (a Answer, open bool, err error) {
	if !pass.Covers(dispatch) {
		return Answer{}, false, fmt.Errorf("no pass of the gate for %s", dispatch)
	}
	mailLine, refusal, err := c.mailCommand(from, to, size)
	if err != nil {
		return Answer{}, false, err
	}
	if refusal != nil {
		return *refusal, false, nil
	}
	if c.broken != nil || time.Since(c.looked) > lookAgain {
		if err := c.Check(); err != nil {
			return Answer{}, false, &ConnError{Stage: StageMail, Err: err}
		}
	}
	if refusal, err = c.envelope(mailLine, to); refusal != nil {
		a = *refusal
	}
	c.broken = err
	return a, err == nil && refusal == nil, err
}

const rset = "RSET\r\n"

// envelope sends MAIL, RCPT and DATA, in one write where the server allows it.
// refused is the first refusal. An answer that is neither that nor consent ends
// the connection, and then none of the others is believed.
func (c *Conn) envelope(mailLine, to string) (refused *Answer, err error) {
	all := [...]string{rset, mailLine, "RCPT TO:<" + to + ">\r\n", "DATA\r\n"}
	steps := [...]Stage{StageMail, StageMail, StageRcpt, StageData}
	lines, stages := all[:], steps[:]
	_, pipelining := c.ext["PIPELINING"]
	if !c.dirty {
		lines, stages = lines[1:], stages[1:]
	}
	c.dirty, c.dataOpen = true, false
	if pipelining {
		if err := c.write(lines...); err != nil {
			return nil, &ConnError{Stage: StageMail, Err: err}
		}
	}
	for i, line := range lines {
		if !pipelining {
			if err := c.write(line); err != nil {
				return nil, &ConnError{Stage: stages[i], Err: err}
			}
		}
		a, err := c.answer(stages[i], c.timeouts.Command)
		if err != nil {
			return nil, &ConnError{Stage: stages[i], Err: err}
		}
		switch {
		case a.consents():
			continue
		case a.Code == 421:
			return &a, &ConnError{Stage: stages[i], Err: a.closes()}
		case !a.refuses() || line == rset: // which has nothing that could be refused
			return nil, &ConnError{Stage: stages[i], Err: a.odd()}
		}
		if refused == nil {
			refused = &a
		}
		if !pipelining {
			break
		}
	}
	if refused == nil {
		return nil, nil
	}
	if err := c.abandon(refused.Stage); err != nil {
		return refused, err
	}
	if err := c.stands(*refused); err != nil {
		return nil, &ConnError{Stage: refused.Stage, Err: err}
	}
	return refused, nil
}

// abandon ends a pipelined transaction whose recipient was refused. If the server
// waits for content all the same, it gets an empty one, which it has to refuse
// (RFC 2920 section 3.1); the message itself is never sent.
func (c *Conn) abandon(at Stage) error {
	if !c.dataOpen {
		return nil
	}
	if err := c.write(".\r\n"); err != nil {
		return &ConnError{Stage: at, Err: err}
	}
	if _, err := c.answer(StageContent, c.timeouts.Final); err != nil {
		return &ConnError{Stage: at, Err: err}
	}
	return nil
}

// Finish sends the message that Begin has opened and waits for the word on it. The
// message writes itself, with CRLF line ends, in pieces of any size: large ones go
// to the network as they are, without a copy. However long the whole takes, it goes
// on for as long as some of it moves (Timeouts.Block).
func (c *Conn) Finish(message io.WriterTo) (a Answer, err error) {
	if err := c.Check(); err != nil { // before the message there is nothing to say but 354
		return Answer{}, &ConnError{Stage: StageContent, Err: err}
	}
	defer func() {
		if err != nil {
			c.broken = err
		}
	}()
	if whole, err := c.content(message); err != nil {
		return Answer{}, &ConnError{Stage: StageContent, InDoubt: whole, Err: err}
	}
	if a, err = c.answer(StageContent, c.timeouts.Final); err != nil {
		return Answer{}, &ConnError{Stage: StageContent, InDoubt: true, Err: err}
	}
	c.dirty = false
	if a.Code == 421 {
		return a, &ConnError{Stage: StageContent, Err: a.closes()}
	}
	err = c.stands(a)
	if err == nil && !a.Accepted() && !a.refuses() {
		err = a.odd()
	}
	if err != nil {
		return Answer{}, &ConnError{Stage: StageContent, InDoubt: true, Err: err}
	}
	if a.Accepted() {
		c.Sent++
	}
	return a, nil
}

// mailCommand is MAIL FROM with its parameters. refusal is set if the server
// could not take such a message at all.
func (c *Conn) mailCommand(from, to string, size int) (line string, refusal *Answer, err error) {
	for _, a := range []string{from, to} {
		if strings.ContainsAny(a, "\r\n<> \x00") || a == "" {
			return "", nil, fmt.Errorf("%q is no address for an envelope", a)
		}
	}
	line = "MAIL FROM:<" + from + ">"
	if limit, ok := c.ext["SIZE"]; ok {
		if n, err := strconv.Atoi(limit); err == nil && n > 0 && size > n {
			return "", &Answer{StageMail, 552, "5.3.4", fmt.Sprintf("the message has %d bytes, the server takes %d", size, n)}, nil
		}
		line += " SIZE=" + strconv.Itoa(size)
	}
	if !isASCII(from) || !isASCII(to) {
		if _, ok := c.ext["SMTPUTF8"]; !ok {
			return "", &Answer{StageMail, 553, "5.6.7", "the server takes no addresses outside ASCII (SMTPUTF8)"}, nil
		}
		line += " SMTPUTF8"
	}
	return line + "\r\n", nil, nil
}

// Noop keeps the connection alive and tells whether it is.
func (c *Conn) Noop() error {
	if err := c.Check(); err != nil {
		return err
	}
	return c.command(250, "NOOP")
}

// Close says goodbye and closes.
func (c *Conn) Close() {
	c.conn.SetDeadline(time.Now().Add(2 * time.Second))
	if _, err := io.WriteString(c.conn, "QUIT\r\n"); err == nil {
		c.r.ReadString('\n')
	}
	c.conn.Close()
}

// Abort closes without a word, so that a waiting answer ends at once.
func (c *Conn) Abort() { c.raw.Close() }

func (c *Conn) deadline(d time.Duration) { c.conn.SetDeadline(time.Now().Add(d)) }

// write sends commands, all at once.
func (c *Conn) write(lines ...string) error {
	c.deadline(c.timeouts.Command)
	c.commands = c.commands[:0]
	for _, l := range lines {
		c.commands = append(c.commands, l...)
	}
	_, err := c.conn.Write(c.commands)
	return err
}

func (c *Conn) command(want int, line string) error {
	if err := c.write(line + "\r\n"); err != nil {
		return err
	}
	return c.expect(want)
}

func (c *Conn) expect(want int) error {
	code, lines, err := c.reply(c.timeouts.Command)
	if err != nil {
		return err
	}
	if code != want {
		return fmt.Errorf("the server answered %d %s", code, strings.Join(lines, " "))
	}
	return nil
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// Secure tells whether the connection is encrypted.
func (c *Conn) Secure() bool { _, ok := c.conn.(*tls.Conn); return ok }

// Extension is what the server offers under a keyword of EHLO, in capitals, with
// its parameters.
func (c *Conn) Extension(keyword string) (parameters string, ok bool) {
	parameters, ok = c.ext[keyword]
	return parameters, ok
}
