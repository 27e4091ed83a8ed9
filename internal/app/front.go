package app

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"sync"
	"time"

	"pressroom/internal/listen"
	"pressroom/internal/web/desk"
)

// Front is where the desk listens, and the link that opens it. Both outlive what stands
// behind them: a browser that is in stays in when serving begins anew, and whoever asks
// in between waits for what comes next.
type Front struct {
	listener *listen.Listener
	link     string // the secret part of it
	server   *http.Server
	ended    chan error
	turns    *turns
}

// open listens at an address, unless it does already, and serves what show is given.
func (f *Front) open(address string) error {
	if f.listener != nil {
		return nil
	}
	l, err := listen.Open(address)
	if err != nil {
		return fmt.Errorf("opening the desk: %w; --desk 127.0.0.1:PORT chooses another address", err)
	}
	if tcp, ok := l.Addr().(*net.TCPAddr); !ok || !tcp.IP.IsLoopback() {
		l.Close()
		return &NotLocalError{address}
	}
	limited, turns, ended := listen.Limit(l, firstConnections), newTurns(), make(chan error, 1)
	server := limited.Server(turns)
	go func() { ended <- server.Serve(limited) }()
	f.listener, f.link, f.turns, f.server, f.ended = limited, desk.NewLink(), turns, server, ended
	return nil
}

// at is the address of a path here, once it is open.
func (f *Front) at(path string) string { return fmt.Sprintf("http://%s%s", f.listener.Addr(), path) }

// firstConnections is how many connections the desk takes at once before it is known how
// many it may.
const firstConnections = 16

// show answers with h from now on, at most so many connections at once. What it returns
// ends that: requests in hand have some seconds, and those that come later wait.
func (f *Front) show(h http.Handler, most int) (leave func()) {
	f.listener.Allow(most)
	return f.turns.begin(h)
}

// Close closes the address, if it is open. Whoever waits there is turned away.
func (f *Front) Close() error {
	if f.listener == nil {
		return nil
	}
	f.listener = nil
	close(f.turns.closed)
	return shutdown(f.server, f.ended)
}

// lastWords is how long requests in hand have when serving ends.
const lastWords = 5 * time.Second

// shutdown ends a server, once what is in hand has its answer or lastWords have passed,
// and returns what it had ended with before.
func shutdown(srv *http.Server, ended <-chan error) error {
	ctx, cancel := context.WithTimeout(context.Background(), lastWords)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		srv.Close()
	}
	if err := <-ended; !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// turns passes requests to one handler after the other. Between two of them requests wait,
// so that nothing is lost when one hands over: a server of net/http that is shut down
// drops a request that it reads at that moment.
type turns struct {
	mu     sync.Mutex
	now    *turn         // nil in between
	next   chan struct{} // closed when the next turn begins
	closed chan struct{} // closed when there is none
}

// turn is the time in which a handler answers.
type turn struct {
	h      http.Handler
	ctx    context.Context // ends the requests that take longer than they have
	inHand sync.WaitGroup
}

func newTurns() *turns { return &turns{next: make(chan struct{}), closed: make(chan struct{})} }

// begin has h answer, until what it returns is called, which may be more than once.
func (t *turns) begin(h http.Handler) (end func()) {
	ctx, cancel := context.WithCancel(context.Background())
	mine := &turn{h: h, ctx: ctx}
	t.mu.Lock()
	t.now = mine
	close(t.next)
	t.next = make(chan struct{})
	t.mu.Unlock()
	return sync.OnceFunc(func() {
		defer cancel()
		t.mu.Lock()
		t.now = nil
		t.mu.Unlock()
		done := make(chan struct{})
		go func() { mine.inHand.Wait(); close(done) }()
		select {
		case <-done:
		case <-time.After(lastWords):
		}
	})
}

// take is the turn of a request, nil where none comes any more.
func (t *turns) take(r *http.Request) *turn {
	for {
		t.mu.Lock()
		mine, next := t.now, t.next
		if mine != nil {
			mine.inHand.Add(1)
		}
		t.mu.Unlock()
		if mine != nil {
			return mine
		}
		select {
		case <-next:
		case <-t.closed:
			return nil
		case <-r.Context().Done():
			return nil
		}
	}
}

func (t *turns) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	mine := t.take(r)
	if mine == nil {
		w.Header().Set("Connection", "close")
		http.Error(w, "Pressroom is ending.", http.StatusServiceUnavailable)
		return
	}
	defer mine.inHand.Done()
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	defer context.AfterFunc(mine.ctx, cancel)()
	mine.h.ServeHTTP(w, r.WithContext(ctx))
}
