package sending

import (
	"context"
	"sync"
	"time"

	"pressroom/internal/ledger"
	"pressroom/internal/status"
)

// watch is what is under way, looked at once for all who watch it: the database has
// delivery to serve.
type watch struct {
	ledger *ledger.Ledger
	every  time.Duration

	mu    sync.Mutex
	looks map[string]*look
}

// look is one mailing as it was seen last.
type look struct {
	mu      sync.Mutex
	at      time.Time
	took    time.Duration // how long that look took
	mailing status.Mailing
	err     error
}

// share is the part of the time that is spent on looking at most: a mailing of 100,000 is
// long to count, and delivery counts on the same disk and processors.
const share = 40

// mostLooks is how many mailings are kept in mind.
const mostLooks = 100

func newWatch(l *ledger.Ledger, every time.Duration) *watch {
	return &watch{ledger: l, every: every, looks: make(map[string]*look)}
}

// knows takes note of how far a mailing is.
func (w *watch) knows(m status.Mailing) {
	l := w.look(m.ID)
	l.mu.Lock()
	defer l.mu.Unlock()
	l.at, l.mailing, l.err = time.Now(), m, nil
}

// look is where a mailing is kept in mind.
func (w *watch) look(id string) *look {
	w.mu.Lock()
	defer w.mu.Unlock()
	l := w.looks[id]
	if l == nil {
		if len(w.looks) >= mostLooks {
			clear(w.looks)
		}
		l = &look{}
		w.looks[id] = l
	}
	return l
}

// see is how far a mailing is, as it was within the last moment.
func (w *watch) see(ctx context.Context, id string) (status.Mailing, error) {
	l := w.look(id)
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.at.IsZero() && time.Since(l.at) < max(w.every, share*l.took) {
		return l.mailing, l.err
	}
	began := time.Now()
	var d *ledger.Dispatch
	if d, l.err = w.ledger.Dispatch(ctx, id); l.err == nil {
		var all []status.Mailing
		if all, l.err = status.Of(ctx, w.ledger, []*ledger.Dispatch{d}); l.err == nil {
			l.mailing = all[0]
		}
	}
	if ctx.Err() == nil { // who went away says nothing to others
		l.at = time.Now()
		l.took = l.at.Sub(began)
	}
	return l.mailing, l.err
}
