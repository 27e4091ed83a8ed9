package web

import (
	"context"
	"sync"
)

// queue lets so many in at once; others wait for their turn.
type queue chan struct{}

func newQueue(atOnce int) queue { return make(queue, max(1, atOnce)) }

// enter waits for a turn, and tells whether it came before ctx ended: a reader who
// has gone takes nobody's place. leave must be called after it.
func (q queue) enter(ctx context.Context) bool {
	select {
	case q <- struct{}{}:
		return true
	case <-ctx.Done():
		return false
	}
}

func (q queue) leave() { <-q }

// places are for so many at once, and so many of each who; others are sent away.
type places struct {
	all, each int

	mu    sync.Mutex
	taken map[string]int
	n     int
}

func newPlaces(all, each int) *places {
	return &places{all: all, each: each, taken: make(map[string]int)}
}

// take tells whether there is a place for who. free must be called after it.
func (p *places) take(who string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.n >= p.all || p.taken[who] >= p.each {
		return false
	}
	p.n++
	p.taken[who]++
	return true
}

func (p *places) free(who string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.n--
	if p.taken[who]--; p.taken[who] == 0 {
		delete(p.taken, who)
	}
}
