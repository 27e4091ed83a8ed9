package page

import (
	"context"
	"sync"
)

// Queue lets so many in at once; others wait for their turn.
type Queue chan struct{}

// NewQueue lets so many in at once, and at least one.
func NewQueue(atOnce int) Queue { return make(Queue, max(1, atOnce)) }

// Enter waits for a turn, and tells whether it came before ctx ended: a reader who
// has gone takes nobody's place. Leave must be called after it.
func (q Queue) Enter(ctx context.Context) bool {
	select {
	case q <- struct{}{}:
		return true
	case <-ctx.Done():
		return false
	}
}

// Leave gives the turn back.
func (q Queue) Leave() { <-q }

// Places are for so many at once, and so many of each who; others are sent away.
type Places struct {
	all, each int

	mu    sync.Mutex
	taken map[string]int
	n     int
}

// NewPlaces has so many places, and so many for each.
func NewPlaces(all, each int) *Places {
	return &Places{all: all, each: each, taken: make(map[string]int)}
}

// Take tells whether there is a place for who. Free must be called after it.
func (p *Places) Take(who string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.n >= p.all || p.taken[who] >= p.each {
		return false
	}
	p.n++
	p.taken[who]++
	return true
}

// Free gives a place back.
func (p *Places) Free(who string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.n--
	if p.taken[who]--; p.taken[who] == 0 {
		delete(p.taken, who)
	}
}
