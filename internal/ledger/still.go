package ledger

import (
	"context"
	"fmt"
	"sync"
	"time"

	"pressroom/internal/store"
)

// StillFor is after how long without a pulse a worker is taken to stand still. It
// leaves room within the half minute in which others are to have taken over.
const StillFor = 20 * time.Second

// takeOverStill takes the locks of workers that hold claims and have not said for
// StillFor that they are alive, and gives their claims back. gap is how long self has
// not said so itself: one that does not do that regularly takes over from nobody.
func (l *Ledger) takeOverStill(ctx context.Context, tx *store.Tx, self string, now time.Time, gap time.Duration) (total int64, err error) {
	regular := gap >= 0 && gap < seenWithin
	if !regular {
		l.silence.forget(self)
		return 0, nil
	}
	ids, err := claimers(ctx, tx)
	if err != nil {
		return 0, err
	}
	for _, id := range ids {
		var seen int64
		err := tx.QueryRowContext(ctx, `SELECT COALESCE(MAX(seen_at), 0) FROM worker WHERE id = ?`, id).Scan(&seen)
		if err != nil {
			return total, fmt.Errorf("looking for workers that stand still: %w", err)
		}
		if id == self || seen == 0 {
			continue
		}
		silent := now.Sub(store.Time(seen))
		if !l.db.Postgres() {
			silent = l.silence.of(self, id, seen, gap)
		}
		if silent < StillFor {
			continue
		}
		if err := tx.EndSession(ctx, id); err != nil {
			return total, err
		}
		n, err := takeOver(ctx, tx, id)
		if err != nil {
			return total, err
		}
		total += n
	}
	return total, nil
}

// silence is for how long workers have said nothing, as others have seen it. With SQLite
// there is no clock for it that nobody sets: each counts its own pulses meanwhile.
type silence struct {
	mu   sync.Mutex
	seen map[string]map[string]sighting // by who looks, and at whom
}

// sighting is the last pulse of a worker, and how long no other has come.
type sighting struct {
	pulse int64
	since time.Duration
}

// of is how long self has seen no new pulse of another, gap after it last looked.
func (s *silence) of(self, other string, pulse int64, gap time.Duration) time.Duration {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.seen == nil {
		s.seen = make(map[string]map[string]sighting)
	}
	if s.seen[self] == nil {
		s.seen[self] = make(map[string]sighting)
	}
	last, known := s.seen[self][other]
	now := sighting{pulse: pulse}
	if known && last.pulse == pulse {
		now.since = last.since + gap
	}
	s.seen[self][other] = now
	return now.since
}

// forget is for one that stood still itself: it cannot tell who else did not.
func (s *silence) forget(self string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.seen, self)
}
