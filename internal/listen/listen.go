// Package listen takes in connections from outside, and never so many that the
// program lacks files for its own work.
//
// Files tells how many connections each listener may have; Limit makes a listener
// keep to that. When it is full, whoever has been silent longest gives way, so that
// a reader who comes gets in, however many connections a stranger holds.
package listen

import (
	"context"
	"crypto/tls"
	"io"
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

	mu     sync.Mutex
	most   int
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

// Allow changes how many connections there may be at once, at least one. Those that are
// there stay.
func (l *Listener) Allow(most int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.most = max(1, most)
	l.tell()
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
// without a request in hand the one that has been silent longest; where more than half
// of all send something, the one of them that has stood still longest, as soon; where all
// have a request in hand, the one that has stood still longest.
func (l *Listener) first(now time.Time) (found *conn, wait time.Duration) {
	var silent, sends, stuck *conn // the one of each kind that has been so longest
	sending := 0
	longest := func(of **conn, c *conn) {
		if *of == nil || c.since.Before((*of).since) {
			*of = c
		}
	}
	for c := range l.open {
		if !c.busy {
			longest(&silent, c)
			continue
		}
		longest(&stuck, c)
		if c.sending {
			longest(&sends, c)
			sending++
		}
	}
	if sending <= max(1, l.most/2) {
		sends = nil
	}
	for _, kind := range []struct {
		longest *conn
		has     time.Duration
	}{{silent, greeting}, {sends, greeting}, {stuck, patience}} {
		if kind.longest == nil || found != nil && wait <= 0 {
			continue
		}
		if left := kind.has - now.Sub(kind.longest.since); found == nil || left < wait {
			found, wait = kind.longest, left
		}
	}
	return found, wait
}

// dismiss closes what was connected and never asked for anything, once it had the time
// to: browsers keep such connections for later, and net/http waits for them as if each
// were about to ask.
func (l *Listener) dismiss() {
	time.Sleep(greeting)
	l.mu.Lock()
	var silent []*conn
	for c := range l.open {
		if !c.met {
			silent = append(silent, c)
		}
	}
	l.mu.Unlock()
	for _, c := range silent {
		c.Close()
	}
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
	met     bool      // it has had a request
	busy    bool      // it has a request in hand
	sending bool      // of which not all has come yet
	since   time.Time // when it was last answered or, with a request in hand, when that last moved on
	moved   int       // bytes of the request and its answer since then
}

// turn says that a request has come, or has its answer.
func (c *conn) turn(busy bool) {
	c.of.mu.Lock()
	defer c.of.mu.Unlock()
	c.met, c.busy, c.sending, c.since, c.moved = true, busy, false, time.Now(), 0
	if !busy {
		c.of.tell() // it can give way now
	}
}

// sends says that a request has a body that is still to come, or that all of it has.
func (c *conn) sends(more bool) {
	c.of.mu.Lock()
	defer c.of.mu.Unlock()
	c.sending = more
}

// body is that of a request, and tells when all of it has come.
type body struct {
	io.ReadCloser
	of *conn
}

func (b *body) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	if err == io.EOF {
		b.of.sends(false)
	}
	return n, err
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
// connections have a request in hand. Its Shutdown waits for those alone.
func (l *Listener) Server(h http.Handler) *http.Server {
	srv := &http.Server{
		Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if c, _ := r.Context().Value(connKey{}).(*conn); c != nil && r.ProtoMajor == 1 && r.Body != nil && r.Body != http.NoBody {
				c.sends(true)
				r.Body = &body{r.Body, c}
			}
			h.ServeHTTP(w, r)
		}),
		MaxHeaderBytes:    16 << 10,
		ReadHeaderTimeout: 10 * time.Second, ReadTimeout: time.Minute, WriteTimeout: 5 * time.Minute, IdleTimeout: time.Minute,
		// Active comes once the whole header is there: a header that never ends
		// leaves its connection among those that give way.
		ConnState: func(c net.Conn, s http.ConnState) {
			if own := ours(c); own != nil && (s == http.StateActive || s == http.StateIdle) {
				own.turn(s == http.StateActive)
			}
		},
		ConnContext: func(ctx context.Context, c net.Conn) context.Context {
			return context.WithValue(ctx, connKey{}, ours(c))
		},
	}
	srv.RegisterOnShutdown(l.dismiss)
	return srv
}

// connKey is where the context of a request has its connection.
type connKey struct{}

// ours is the connection that the listener has handed out, below TLS where there is that;
// nil for another's.
func ours(c net.Conn) *conn {
	if over, ok := c.(*tls.Conn); ok {
		c = over.NetConn()
	}
	own, _ := c.(*conn)
	return own
}
