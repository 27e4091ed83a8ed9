package smtp

import (
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"syscall"
	"time"
)

// A dialogue is in step as long as every reply answers a command. One that came
// unasked shifts all that follow: the answer to one recipient would be taken for
// the answer to the next. So a connection that is out of step is ended, and of
// its answers only those count that no other reply contradicts.

// closing is said unasked by a server that ends the connection: by 421, or by
// closing it. What it has answered before stands.
type closing struct{ error }

// stray is a reply that nothing had asked for.
type stray struct{ answer Answer }

func (s stray) Error() string {
	return fmt.Sprintf("the server said %q, which nothing had asked for", s.answer.String())
}

// strayWait is how long the rest of a reply may take that came unasked.
const strayWait = 100 * time.Millisecond

// Check is an error if the connection can carry no further transaction: the
// server has closed it, or has said something that nothing had asked for. It does
// not wait for the server.
func (c *Conn) Check() error {
	if c.broken == nil {
		c.broken = c.unasked()
		c.looked = time.Now()
	}
	return c.broken
}

// lookAgain is after how long Begin does not rely on an earlier look: what comes in so
// short a time may as well be on its way still, and is found before the content.
const lookAgain = time.Millisecond

// unasked looks whether anything has come since the last answer.
func (c *Conn) unasked() error {
	if c.r.Buffered() == 0 && !c.readable() {
		return nil
	}
	c.conn.SetReadDeadline(time.Now().Add(strayWait))
	_, err := c.r.Peek(1)
	switch _, secure := c.conn.(*tls.Conn); {
	case err == nil:
	case secure && errors.Is(err, os.ErrDeadlineExceeded):
		return nil // a record of TLS itself
	case errors.Is(err, io.EOF):
		return closing{errors.New("the server has closed the connection")}
	default:
		return closing{err}
	}
	a, err := c.answer("", strayWait)
	switch {
	case err != nil:
		return stray{Answer{Text: err.Error()}}
	case a.Code == 421:
		return closing{a.closes()}
	}
	return stray{a}
}

// stands tells whether an answer may be believed: nothing has come after it that
// contradicts it. It is the last of its transaction.
func (c *Conn) stands(a Answer) error {
	if a.Accepted() && c.r.Buffered() == 0 {
		return nil // the usual case; what comes later is found before the next message
	}
	err := c.Check()
	var s stray
	if !errors.As(err, &s) || a.Accepted() && s.answer.Code/100 == 2 {
		return nil // the connection is ended before its next transaction
	}
	return fmt.Errorf("the server answered %q, and then: %w", a.String(), err)
}

// readable tells whether the server has sent something, or has closed, without
// waiting. Where that cannot be asked it says no.
func (c *Conn) readable() bool {
	if c.socket == nil {
		return false
	}
	yes := false
	err := c.socket.Control(func(fd uintptr) { yes = arrived(fd) })
	return yes || errors.Is(err, net.ErrClosed)
}

// socket is the connection below TLS, as the system knows it; nil if it cannot
// be had.
func socket(conn net.Conn) syscall.RawConn {
	s, ok := conn.(syscall.Conn)
	if !ok {
		return nil
	}
	raw, err := s.SyscallConn()
	if err != nil {
		return nil
	}
	return raw
}

// String is the answer as the server gave it, in one line: "550 5.7.1 no".
func (a Answer) String() string {
	s := a.Text
	if a.Enhanced != "" {
		s = a.Enhanced + " " + s
	}
	if a.Code != 0 {
		s = fmt.Sprintf("%d %s", a.Code, s)
	}
	return s
}

func (a Answer) closes() error { return fmt.Errorf("the server closes the connection: %s", a) }

// refuses tells whether the server says no, for now or for good.
func (a Answer) refuses() bool { return a.Code >= 400 && a.Code < 600 }

// consents tells whether an answer to a step of the envelope lets it go on.
func (a Answer) consents() bool {
	switch a.Stage {
	case StageData:
		return a.Code == 354 // nothing else: what follows would be read as commands
	case StageRcpt:
		return a.Code == 250 || a.Code == 251 || a.Code == 252
	}
	return a.Code == 250
}

// odd is an answer that is neither consent nor refusal: client and server are not
// talking of the same thing.
func (a Answer) odd() error {
	if a.Stage == StageData {
		return fmt.Errorf("the server answered %q to DATA; only 354 lets the message go", a.String())
	}
	return fmt.Errorf("the server answered %q, which is neither yes nor no", a.String())
}
