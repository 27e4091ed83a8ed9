package delivery

import (
	"strings"
	"sync"

	"pressroom/internal/ledger"
)

// domains bounds how many connections mail one recipient domain at once.
type domains struct {
	limit int // 0: no bound

	mu    sync.Mutex
	busy  map[string]int
	freed chan struct{} // has something in it when a place became free
}

func newDomains(limit int) *domains {
	return &domains{limit: limit, busy: make(map[string]int), freed: make(chan struct{}, 1)}
}

func domainOf(key string) string { return key[strings.LastIndexByte(key, '@')+1:] }

// take removes from waiting the first delivery whose domain has a place, and
// takes the place.
func (d *domains) take(waiting []ledger.Delivery) (next ledger.Delivery, rest []ledger.Delivery, ok bool) {
	if d.limit == 0 {
		if len(waiting) == 0 {
			return next, waiting, false
		}
		return waiting[0], waiting[1:], true
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	for i, w := range waiting {
		domain := domainOf(w.Key)
		if d.busy[domain] < d.limit {
			d.busy[domain]++
			return w, append(waiting[:i:i], waiting[i+1:]...), true
		}
	}
	return next, waiting, false
}

// free gives a place back.
func (d *domains) free(key string) {
	if d.limit == 0 {
		return
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	domain := domainOf(key)
	if d.busy[domain]--; d.busy[domain] <= 0 {
		delete(d.busy, domain)
	}
	select {
	case d.freed <- struct{}{}:
	default:
	}
}
