// Package listen takes in connections from outside, and never so many that the
// program lacks files for its own work.
//
// Files tells how many connections each listener may have; Limit makes a listener
// keep to that. When it is full, whoever has been silent longest gives way, so that
// a reader who comes gets in, however many connections a stranger holds.
package listen

import (
	"crypto/tls"
	"net"
	"net/http"
	"sync"
	"time"
)

// When a connection may be made to give way.
const (
	// greeting is what somebody who has come, or was just answered, has to say the
	// next request.
	greeting = 250 * time.Millisecond
	// patience is how long a request may take to move so many bytes, in either
	// direction: what moves less is kept up so that nobody else is served.
	patience = 5 * time.Second
	progress = 16 << 10
)

// Listener hands out at most so many connections at once.
type Listener struct {
	net.Listener
	most int

	mu     sync.Mutex
	open   map[*conn]struct{}
	room   chan struct{} // told when a connection has ended or can give way
	closed chan struct{}
	once   sync.Once
}

// Limit makes a listener keep to so many connections, at least one.
func Limit(l net.Listener, most int) *Listener {
	return &Listener{
		Listener: l, most: max(1, most), open: make(map[*conn]struct{}), room: make(chan struct{}, 1), closed: make(chan struct{}),
	}
}

// Accept waits for a connection, and for room for it.
func (l *Listener) Accept() (net.Conn, error) {
	raw, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	c := &conn{Conn: raw, of: l, since: time.Now()}
	for {
		wait := l.admit(c)
		if wait <= 0 {
			return c, nil
		}
		timer := time.NewTimer(wait)
		select {
		case <-timer.C:
		case <-l.room:
		case <-l.closed:
			raw.Close()
			return nil, net.ErrClosed
		}
		timer.Stop()
	}
}

// Close stops listening. Connections that were handed out stay.
func (l *Listener) Close() error {
	l.once.Do(func() { close(l.closed) })
	return l.Listener.Close()
}

// admit counts a connection in, or says after how long to try again.
func (l *Listener) admit(c *conn) (wait time.Duration) {
	l.mu.Lock()
	if len(l.open) < l.most {
		l.open[c] = struct{}{}
		l.mu.Unlock()
		return 0
	}
	victim, wait := l.first(time.Now())
	if wait <= 0 {
		delete(l.open, victim)
		l.open[c] = struct{}{}
	}
	l.mu.Unlock()
	if wait <= 0 {
		victim.Conn.Close()
	}
	return wait
}

// first is the connection that gives way first, and how long it still has: of those
// without a request in hand the one that has been silent longest; where all have
// one, the one that has stood still longest.
func (l *Listener) first(now time.Time) (found *conn, wait time.Duration) {
	var silent, stuck *conn
	for c := range l.open {
		if c.busy && (stuck == nil || c.since.Before(stuck.since)) {
			stuck = c
		}
		if !c.busy && (silent == nil || c.since.Before(silent.since)) {
			silent = c
		}
	}
	if silent != nil {
		found, wait = silent, greeting-now.Sub(silent.since)
	}
	if stuck == nil || found != nil && wait <= 0 {
		return found, wait
	}
	if left := patience - now.Sub(stuck.since); found == nil || left < wait {
		return stuck, left
	}
	return found, wait
}

func (l *Listener) ended(c *conn) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if _, there := l.open[c]; !there {
		return
	}
	delete(l.open, c)
	l.tell()
}

// tell wakes whoever waits for room.
func (l *Listener) tell() {
	select {
	case l.room <- struct{}{}:
	default:
	}
}

// conn is a connection that was handed out.
type conn struct {
	net.Conn
	of *Listener
	// By the listener's mutex:
	busy  bool      // it has a request in hand
	since time.Time // when it was last answered or, with a request in hand, when that last moved on
	moved int       // bytes of the request and its answer since then
}

// turn says that a request has come, or has its answer.
func (c *conn) turn(busy bool) {
	c.of.mu.Lock()
	defer c.of.mu.Unlock()
	c.busy, c.since, c.moved = busy, time.Now(), 0
	if !busy {
		c.of.tell() // it can give way now
	}
}

// move counts what goes over the line. Of somebody who has no request in hand only
// answers count, not what is sent byte by byte and never becomes one.
func (c *conn) move(n int, answer bool) {
	c.of.mu.Lock()
	defer c.of.mu.Unlock()
	if c.moved += n; !c.busy && answer || c.busy && c.moved >= progress {
		c.since, c.moved = time.Now(), 0
	}
}

func (c *conn) Read(p []byte) (int, error) {
	n, err := c.Conn.Read(p)
	c.move(n, false)
	return n, err
}

func (c *conn) Write(p []byte) (int, error) {
	n, err := c.Conn.Write(p)
	c.move(n, true)
	return n, err
}

// Close ends the connection and makes room for another.
func (c *conn) Close() error {
	err := c.Conn.Close()
	c.of.ended(c)
	return err
}

// CloseWrite lets net/http say its last word to somebody who is still sending.
func (c *conn) CloseWrite() error {
	if half, ok := c.Conn.(interface{ CloseWrite() error }); ok {
		return half.CloseWrite()
	}
	return nil
}

// Server is an HTTP server for this listener, to be started with Serve. It bounds
// how long a request and an answer may take, and tells the listener which
// connections have a request in hand.
func (l *Listener) Server(h http.Handler) *http.Server {
	return &http.Server{
		Handler: h, MaxHeaderBytes: 16 << 10,
		ReadHeaderTimeout: 10 * time.Second, ReadTimeout: time.Minute, WriteTimeout: 5 * time.Minute, IdleTimeout: time.Minute,
		// Active comes once the whole header is there: a header that never ends
		// leaves its connection among those that give way.
		ConnState: func(c net.Conn, s http.ConnState) {
			if over, ok := c.(*tls.Conn); ok {
				c = over.NetConn()
			}
			if own, ok := c.(*conn); ok && (s == http.StateActive || s == http.StateIdle) {
				own.turn(s == http.StateActive)
			}
		},
	}
}
