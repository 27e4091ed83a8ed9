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
	mailing status.Mailing
	err     error
}

// mostLooks is how many mailings are kept in mind.
const mostLooks = 100

func newWatch(l *ledger.Ledger, every time.Duration) *watch {
	return &watch{ledger: l, every: every, looks: make(map[string]*look)}
}

// see is how far a mailing is, as it was within the last moment.
func (w *watch) see(ctx context.Context, id string) (status.Mailing, error) {
	w.mu.Lock()
	l := w.looks[id]
	if l == nil {
		if len(w.looks) >= mostLooks {
			clear(w.looks)
		}
		l = &look{}
		w.looks[id] = l
	}
	w.mu.Unlock()
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.at.IsZero() && time.Since(l.at) < w.every {
		return l.mailing, l.err
	}
	var d *ledger.Dispatch
	if d, l.err = w.ledger.Dispatch(ctx, id); l.err == nil {
		var all []status.Mailing
		if all, l.err = status.Of(ctx, w.ledger, []*ledger.Dispatch{d}); l.err == nil {
			l.mailing = all[0]
		}
	}
	if ctx.Err() == nil { // who went away says nothing to others
		l.at = time.Now()
	}
	return l.mailing, l.err
}
