package page

import (
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// Limits bounds how often one may post. Its zero value is ready.
type Limits struct {
	mu    sync.Mutex
	by    map[string]*rate.Limiter
	since time.Time
}

const (
	postsPerMinute = 20
	postsAtOnce    = 30
	forgetAfter    = 10 * time.Minute
)

// Allow tells whether who may post once more: an address, or a link.
func (l *Limits) Allow(who string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.by == nil || len(l.by) > 10_000 || time.Since(l.since) > forgetAfter {
		l.by, l.since = make(map[string]*rate.Limiter), time.Now()
	}
	if l.by[who] == nil {
		l.by[who] = rate.NewLimiter(rate.Every(time.Minute/postsPerMinute), postsAtOnce)
	}
	return l.by[who].Allow()
}
