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

// takeOut has withdrawn quotes taken out that nobody else has taken out: whoever did it
// may have been killed.
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
		if err != nil && ctx.Err() == nil {
			w.o.Log.Error("looking for withdrawn quotes", "error", err)
		}
		seen := make(map[string]time.Duration)
		for _, d := range waiting {
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
	}
}
