package ledger

import (
	"context"
	"errors"
	"testing"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/store"
)

// TestADatabaseThatWasMovedHandsOutNothing: neither opens the gate there, nor is
// anything claimed, nor does a worker's pulse call anything missed.
func TestADatabaseThatWasMovedHandsOutNothing(t *testing.T) {
	ctx := context.Background()
	c := &clock{t: t0}
	l := open(t, t.TempDir(), c)
	sending, waiting := plan(t, l, embargo.Advance, t0, 3), plan(t, l, embargo.Release, t0.Add(time.Minute), 1)
	if err := l.Schedule(ctx, Scheduling{Slug: "x", Revision: "r", IDs: []string{sending, waiting}}); err != nil {
		t.Fatal(err)
	}
	if d, err := l.Gate(ctx, sending, 0); err != nil || d.Verdict != embargo.Open {
		t.Fatal(d, err)
	}
	other, err := store.Open(ctx, t.TempDir(), "")
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	if err := store.Copy(ctx, l.DB(), other, store.Copying{Now: t0}); err != nil {
		t.Fatal(err)
	}
	worker := hands(t, l)
	c.t = t0.Add(time.Hour)
	for name, do := range map[string]func() error{
		"claim":  func() error { _, err := l.Claim(ctx, sending, worker, 10); return err },
		"gate":   func() error { _, err := l.Gate(ctx, waiting, 0); return err },
		"pulse":  func() error { _, err := l.Pulse(ctx, worker, -1); return err },
		"resume": func() error { return l.Resume(ctx, sending, MainRelay) },
		"pause":  func() error { return l.Pause(ctx, sending) },
	} {
		if err := do(); !errors.Is(err, store.ErrMoved) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if a, b := state(t, l, sending), state(t, l, waiting); a != Sending || b != Scheduled {
		t.Errorf("they became %s and %s", a, b)
	}
	there := New(other, c.now).GoByOwnClock()
	got, err := there.Claim(ctx, sending, hands(t, there), 10)
	if err != nil || len(got) != 3 {
		t.Errorf("where it was moved to, %d of 3 were claimed: %v", len(got), err)
	}
}
