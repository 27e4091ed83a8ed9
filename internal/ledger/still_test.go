package ledger

import (
	"context"
	"errors"
	"testing"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/store"
)

// TestAWorkerThatStandsStill is stopped with what it has claimed in its hands, as by Ctrl-Z
// or in a machine that is paused: others take over from it, and it finds that when it
// goes on.
func TestAWorkerThatStandsStill(t *testing.T) {
	ctx := context.Background()
	c := &clock{t0}
	l := open(t, t.TempDir(), c)
	lock, err := l.DB().LockWorker(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer lock.Release()
	still, other := lock.ID, hands(t, l)
	pulse := func(worker string, gap time.Duration) int64 {
		t.Helper()
		p, err := l.Pulse(ctx, worker, gap)
		if err != nil {
			t.Fatal(err)
		}
		return p.Taken
	}
	// watch has the other say each second that it is alive, so many times.
	watch := func(seconds int) (taken int64) {
		t.Helper()
		for range seconds {
			c.t = c.t.Add(time.Second)
			taken += pulse(other, time.Second)
		}
		return taken
	}
	id := schedule(t, l, Scheduling{}, Draft{Kind: embargo.Release, ReleaseAt: t0}, "a@p.example", "b@p.example", "c@p.example")
	lift(t, l, id)
	pulse(still, -1)
	pulse(other, -1)
	had := claim(t, l, id, still, 2)
	if n := watch(int(StillFor/time.Second) - 1); n != 0 {
		t.Fatalf("%d taken over before it stood still for long", n)
	}
	pulse(still, StillFor) // it was only slow
	if n := watch(int(StillFor/time.Second) - 1); n != 0 {
		t.Fatalf("%d taken over from one that was slow", n)
	}
	if !l.DB().Postgres() {
		c.t = c.t.Add(time.Hour) // the machine's clock is set: nobody stands still by that
		pulse(still, time.Second)
		c.t = c.t.Add(time.Hour)
		if n := watch(2); n != 0 {
			t.Fatalf("%d taken over when the clock was set", n)
		}
		// Both stood still, with the machine: whoever goes on first cannot tell.
		watch(15)
		pulse(other, time.Minute)
		if n := watch(int(StillFor / time.Second)); n != 0 {
			t.Fatalf("%d taken over by one that stood still itself", n)
		}
	}
	if err := lock.Check(ctx); err != nil {
		t.Fatal(err)
	}
	if n := watch(1); n != 2 {
		t.Fatalf("%d taken over, want 2", n)
	}
	if err := lock.Check(ctx); !errors.Is(err, store.ErrLockLost) {
		t.Errorf("it goes on with its lock: %v", err)
	}
	if _, err := l.Claim(ctx, id, still, 3); !errors.Is(err, store.ErrLockLost) {
		t.Errorf("it claims more: %v", err)
	}
	if yes, err := l.Holds(ctx, had[0]); err != nil || yes {
		t.Errorf("it holds what it had: %v, %v", yes, err)
	}
	if l.DB().WorkerAlive(ctx, still) || !l.DB().WorkerAlive(ctx, other) {
		t.Error("who is alive")
	}
	if got := claim(t, l, id, other, 3); len(got) != 3 {
		t.Errorf("the other has %d", len(got))
	}
}
