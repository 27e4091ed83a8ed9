package delivery

import (
	"context"
	"sync"
	"time"

	"pressroom/internal/ledger"
)

// suppressions is what a worker knows of the addresses that must not be mailed.
// Every transaction that records an outcome also says whether there is a newer
// one, and a connection sends only after its last outcome is recorded: so what is
// known is as new as a question before each message would be.
type suppressions struct {
	mu      sync.Mutex
	keys    *ledger.Set
	known   int64     // number of the newest that keys has
	newest  int64     // number of the newest there is
	checked time.Time // when that was last seen
}

// staleAfter is how long what was seen holds without a recorded outcome.
const staleAfter = time.Second

func (s *suppressions) seen(newest int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.newest = max(s.newest, newest)
	s.checked = time.Now()
}

// has tells whether an address must not be mailed.
func (s *suppressions) has(ctx context.Context, l *ledger.Ledger, key string) (bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.keys == nil || s.known < s.newest || time.Since(s.checked) > staleAfter {
		keys, newest, err := l.SuppressedSet(ctx)
		if err != nil {
			return false, err
		}
		s.keys, s.known, s.newest, s.checked = keys, newest, max(s.newest, newest), time.Now()
	}
	return s.keys.Has(key), nil
}
