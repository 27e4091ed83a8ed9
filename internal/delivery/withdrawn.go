package delivery

import (
	"context"
	"errors"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
)

const (
	takeOutEvery = 500 * time.Millisecond
	// leftUndone is how long a withdrawn quote may wait to be taken out before a worker
	// does it, well before the instant.
	leftUndone = 5 * time.Second
	// takeOutNear is how near the instant nobody is waited for.
	takeOutNear = time.Minute
)

// takeOut has withdrawn quotes taken out that nobody else has taken out, and what is owed
// done since an embargo was moved: whoever did it may have been killed.
func (w *Worker) takeOut(ctx context.Context) {
	ticker := time.NewTicker(takeOutEvery)
	defer ticker.Stop()
	first := make(map[string]time.Duration) // when each was seen first, by its snapshot
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
		waiting, err := w.o.Ledger.HeldBack(ctx)
		if w.o.TakeOut == nil {
			waiting = nil
		}
		if err != nil && ctx.Err() == nil {
			w.o.Log.Error("looking for withdrawn quotes", "error", err)
		}
		seen := make(map[string]time.Duration)
		for _, d := range waiting {
			if !w.o.delivers(d.ID) {
				continue
			}
			since, ok := first[d.Snapshot]
			if !ok {
				since = w.o.Uptime()
			}
			seen[d.Snapshot] = since
			near := d.Kind == embargo.Advance || d.ReleaseAt.Sub(w.clock.now()) < takeOutNear
			if !near && w.o.Uptime()-since < leftUndone {
				continue
			}
			if err := w.o.TakeOut(ctx, d); err != nil && ctx.Err() == nil && !errors.Is(err, ledger.ErrInFlight) {
				w.o.Log.Error("taking a withdrawn quote out", "dispatch", d.ID, "error", err)
			}
		}
		first = seen
		w.finish(ctx)
	}
}

// finish does what is owed since an embargo was moved, lifted or put on hold. Whoever did
// that has a moment to do it; of the end of an embargo nobody else does.
func (w *Worker) finish(ctx context.Context) {
	if w.o.Finish == nil {
		return
	}
	owed, err := w.o.Ledger.Owed(ctx)
	if err != nil && ctx.Err() == nil {
		w.o.Log.Error("looking for who is to be told of a moved embargo", "error", err)
	}
	done := make(map[string]bool)
	for _, t := range owed {
		if done[t.Slug] || !w.o.serves(t.Slug) || t.What != ledger.Freed && w.clock.now().Sub(t.At) < leftUndone {
			continue
		}
		done[t.Slug] = true
		if err := w.o.Finish(ctx, t.Slug); err != nil && ctx.Err() == nil && !errors.Is(err, ledger.ErrInFlight) {
			w.o.Log.Error("finishing what happened to an embargo", "release", t.Slug, "error", err)
		}
	}
}
