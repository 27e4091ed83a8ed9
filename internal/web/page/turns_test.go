package page

import (
	"context"
	"testing"
	"testing/synctest"
	"time"
)

func TestTurns(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		q := NewQueue(2)
		for range 2 {
			if !q.Enter(t.Context()) {
				t.Fatal("no turn")
			}
		}
		short, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if q.Enter(short) {
			t.Error("three at once")
		}
		go q.Leave()
		if !q.Enter(t.Context()) {
			t.Error("no turn after one had left")
		}
	})
	p := NewPlaces(3, 2)
	for i, want := range []bool{true, true, false} {
		if got := p.Take("a"); got != want {
			t.Errorf("a, %d: %v", i, got)
		}
	}
	if !p.Take("b") || p.Take("c") {
		t.Error("not three in all")
	}
	p.Free("a")
	if !p.Take("c") || p.Take("b") {
		t.Error("a freed place is not had by another")
	}
	p.Free("a")
	p.Free("b")
	p.Free("c")
	if p.n != 0 || len(p.taken) != 0 {
		t.Errorf("%+v", p)
	}
}
