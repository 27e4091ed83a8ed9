package ledger

import (
	"context"
	"errors"
	"testing"
	"time"

	"pressroom/internal/blob"
	"pressroom/internal/embargo"
	"pressroom/internal/store"
)

// TestWhatIsNotTriedAgainAfterALostAnswerIsInDoubt: also where it was about to be
// tried once more because somebody asked for that.
func TestWhatIsNotTriedAgainAfterALostAnswerIsInDoubt(t *testing.T) {
	ctx := context.Background()
	for name, stop := range map[string]func(l *Ledger, c *clock, id string) error{
		"paused":    func(l *Ledger, _ *clock, id string) error { return l.Pause(ctx, id) },
		"cancelled": func(l *Ledger, _ *clock, id string) error { return l.Cancel(ctx, id, "by hand") },
		"damaged": func(l *Ledger, _ *clock, id string) error {
			return l.PauseDamaged(ctx, id, &blob.DamagedError{Dispatch: id, Form: "the snapshot"})
		},
		"held": func(l *Ledger, _ *clock, _ string) error {
			return l.DB().Tx(ctx, func(tx *store.Tx) error { return l.HoldIn(ctx, tx, "x", "a quote was taken back") })
		},
		"missed": func(l *Ledger, c *clock, _ string) error {
			c.t = c.t.Add(20 * time.Minute)
			_, err := l.Pulse(ctx, "w", -1)
			return err
		},
		"closed": func(l *Ledger, c *clock, _ string) error {
			c.t = t0
			return l.CloseDue(ctx, c.t)
		},
	} {
		for _, again := range []bool{false, true} {
			t.Run(name+map[bool]string{false: ", first try", true: ", tried again in doubt"}[again], func(t *testing.T) {
				c := &clock{t0.Add(-time.Hour)}
				l := open(t, t.TempDir(), c)
				w := hands(t, l)
				id := schedule(t, l, Scheduling{}, Draft{Kind: embargo.Advance, ReleaseAt: c.t, ClosesAt: t0}, "a@p.example", "b@p.example", "c@p.example")
				lift(t, l, id)
				ds := claim(t, l, id, w, 2)
				answer(t, l, Lost, c.t, ds[0])
				answer(t, l, Sent, c.t, ds[1])
				if again {
					if err := errors.Join(l.Pause(ctx, id), l.Resume(ctx, id, MainRelay)); err != nil {
						t.Fatal(err)
					}
					if n, err := l.RetryInDoubt(ctx, id); err != nil || n != 1 {
						t.Fatal(n, err)
					}
				}
				if err := stop(l, c, id); err != nil {
					t.Fatal(err)
				}
				if n := counts(t, l, id); n.InDoubt != 1 || n.Sent != 1 {
					t.Errorf("%s: %+v", state(t, l, id), n)
				}
			})
		}
	}
}

// TestAnAnswerLostByAWorkerThatWasTakenOver is told by a worker that stood still
// while others took over from it.
func TestAnAnswerLostByAWorkerThatWasTakenOver(t *testing.T) {
	ctx := context.Background()
	start := func(t *testing.T) (l *Ledger, c *clock, w, id string, d Delivery) {
		c = &clock{t0}
		l = open(t, t.TempDir(), c)
		w = hands(t, l)
		id = schedule(t, l, Scheduling{}, Draft{Kind: embargo.Release, ReleaseAt: t0}, "a@p.example")
		lift(t, l, id)
		d = claim(t, l, id, hands(t, l), 1)[0]
		if n, err := l.Reclaim(ctx, func(string) bool { return false }); err != nil || n != 1 {
			t.Fatal(n, err)
		}
		return l, c, w, id, d
	}
	more := func(t *testing.T, l *Ledger) string {
		id := schedule(t, l, Scheduling{More: true}, Draft{Kind: embargo.Release, ReleaseAt: t0}, "a@p.example")
		lift(t, l, id)
		return id
	}
	t.Run("is tried again after a while, and at most three times", func(t *testing.T) {
		l, c, w, id, d := start(t)
		answer(t, l, Lost, c.t, d)
		for _, wait := range []time.Duration{lostFirst, lostSecond} {
			if got := claim(t, l, id, w, 1); len(got) != 0 {
				t.Fatalf("handed out at once: %v", got)
			}
			c.t = c.t.Add(wait)
			got := claim(t, l, id, w, 1)
			if len(got) != 1 {
				t.Fatal("not handed out again")
			}
			if _, err := l.Reclaim(ctx, func(string) bool { return false }); err != nil {
				t.Fatal(err)
			}
			answer(t, l, Lost, c.t, got[0])
		}
		if n := counts(t, l, id); n.InDoubt != 1 {
			t.Fatalf("%+v", n)
		}
	})
	t.Run("is in doubt where the person has it by another dispatch", func(t *testing.T) {
		l, c, w, id, d := start(t)
		other := claim(t, l, more(t, l), w, 1)
		if len(other) != 1 {
			t.Fatal(other)
		}
		answer(t, l, Sent, c.t, other...)
		answer(t, l, Lost, c.t, d)
		c.t = c.t.Add(time.Minute)
		if got := claim(t, l, id, w, 1); len(got) != 0 {
			t.Fatalf("handed out beside the other: %v", got)
		}
		if n := counts(t, l, id); n.InDoubt != 1 {
			t.Fatalf("%+v", n)
		}
		if settled, _, err := l.Settle(ctx, id); err != nil || !settled {
			t.Fatal(settled, err)
		}
	})
	t.Run("is in doubt where another dispatch reaches the person before it is tried again", func(t *testing.T) {
		l, c, w, id, d := start(t)
		other := claim(t, l, more(t, l), w, 1)
		answer(t, l, Lost, c.t, d)
		answer(t, l, Sent, c.t, other...)
		c.t = c.t.Add(time.Minute)
		if got := claim(t, l, id, w, 1); len(got) != 0 {
			t.Fatalf("handed out although they have it: %v", got)
		}
		if n := counts(t, l, id); n.InDoubt != 1 {
			t.Fatalf("%+v", n)
		}
	})
	t.Run("is in doubt where its dispatch is cancelled, and keeps the person's place", func(t *testing.T) {
		l, c, w, id, d := start(t)
		if err := l.Cancel(ctx, id, "by hand"); err != nil {
			t.Fatal(err)
		}
		answer(t, l, Lost, c.t, d)
		if n := counts(t, l, id); n.InDoubt != 1 {
			t.Fatalf("%+v", n)
		}
		other := more(t, l)
		if got := claim(t, l, other, w, 1); len(got) != 0 {
			t.Fatalf("handed out beside what is in doubt: %v", got)
		}
		if settled, _, err := l.Settle(ctx, other); err != nil || !settled {
			t.Fatal(settled, err)
		}
	})
	t.Run("changes nothing where the other has sent it", func(t *testing.T) {
		l, c, w, id, d := start(t)
		answer(t, l, Sent, c.t, claim(t, l, id, w, 1)...)
		answer(t, l, Lost, c.t, d)
		if n := counts(t, l, id); n.Sent != 1 {
			t.Fatalf("%+v", n)
		}
	})
}

// TestAnAnswerThatComesLateIsWorthMoreThanAClaim: a worker that was taken over tells
// that the person has it, or may have it, while another dispatch to them is in
// somebody's hands. Whatever becomes of that one, they do not get it again.
func TestAnAnswerThatComesLateIsWorthMoreThanAClaim(t *testing.T) {
	ctx := context.Background()
	for _, late := range []Result{Sent, Lost} {
		for _, result := range []Result{Released, Deferred, Rejected, Sent, Lost} {
			c := &clock{t0}
			l := open(t, t.TempDir(), c)
			w := hands(t, l)
			draft := Draft{Kind: embargo.Release, ReleaseAt: t0}
			first := schedule(t, l, Scheduling{}, draft, "a@p.example")
			lift(t, l, first)
			frozen := claim(t, l, first, hands(t, l), 1)
			if _, err := l.Reclaim(ctx, func(string) bool { return false }); err != nil {
				t.Fatal(err)
			}
			second := schedule(t, l, Scheduling{Replace: true}, draft, "a@p.example", "b@p.example")
			lift(t, l, second)
			inHand := claim(t, l, second, w, 1)
			if len(inHand) != 1 || inHand[0].Key != "a@p.example" {
				t.Fatal(inHand)
			}
			answer(t, l, late, c.t, frozen...)
			if mine, err := l.Holds(ctx, inHand[0]); err != nil || mine {
				t.Errorf("it is still in hand: %v", err)
			}
			answer(t, l, result, c.t, inHand...)
			third := schedule(t, l, Scheduling{Replace: true}, draft, "a@p.example", "b@p.example")
			lift(t, l, third)
			if got := claim(t, l, third, w, 10); len(got) != 1 || got[0].Key != "b@p.example" {
				t.Errorf("late %d, then %d: handed out again: %v", late, result, got)
			}
			if n := counts(t, l, first); n.Sent+n.InDoubt != 1 {
				t.Errorf("late %d, then %d: %+v", late, result, n)
			}
		}
	}
}

// TestARepetitionInDoubtIsNotTriedAgain: the person has it by another dispatch.
func TestARepetitionInDoubtIsNotTriedAgain(t *testing.T) {
	ctx := context.Background()
	for _, returned := range []bool{false, true} {
		c := &clock{t0}
		l := open(t, t.TempDir(), c)
		w := hands(t, l)
		draft := Draft{Kind: embargo.Release, ReleaseAt: t0}
		first := schedule(t, l, Scheduling{}, draft, "a@p.example", "b@p.example")
		lift(t, l, first)
		frozen := claim(t, l, first, hands(t, l), 1)
		if _, err := l.Reclaim(ctx, func(string) bool { return false }); err != nil {
			t.Fatal(err)
		}
		more := schedule(t, l, Scheduling{More: true}, draft, "a@p.example")
		lift(t, l, more)
		answer(t, l, Sent, c.t, claim(t, l, more, w, 1)...)
		answer(t, l, Lost, c.t, frozen...)
		answer(t, l, Sent, c.t, claim(t, l, first, w, 1)...)
		var n int64
		var err error
		if returned {
			if err = l.DB().Tx(ctx, func(tx *store.Tx) error { return Heard(ctx, tx, frozen[0].ID, false, "5.1.1") }); err == nil {
				n, err = l.Retry(ctx, first)
			}
		} else {
			n, err = l.RetryInDoubt(ctx, first)
		}
		if err != nil || n != 0 {
			t.Errorf("it came back %t: %d are tried again, %v", returned, n, err)
		}
		if got := claim(t, l, first, w, 1); len(got) != 0 {
			t.Errorf("it came back %t: %v", returned, got)
		}
	}
}

// TestAnAnswerLostInOtherHandsCountsForWhoHasItNow: a worker that was taken over tells
// late that an answer was lost, while another has the same delivery in hand; that one is
// put off, and the mailing has been stopped meanwhile: it is not tried again by itself,
// and so it is in doubt.
func TestAnAnswerLostInOtherHandsCountsForWhoHasItNow(t *testing.T) {
	ctx := context.Background()
	for _, stopped := range []bool{true, false} {
		c := &clock{t0}
		l := open(t, t.TempDir(), c)
		id := schedule(t, l, Scheduling{}, Draft{Kind: embargo.Release, ReleaseAt: t0}, "a@p.example")
		lift(t, l, id)
		frozen := claim(t, l, id, hands(t, l), 1)
		if _, err := l.Reclaim(ctx, func(string) bool { return false }); err != nil {
			t.Fatal(err)
		}
		inHand := claim(t, l, id, hands(t, l), 1)
		if len(inHand) != 1 {
			t.Fatal(inHand)
		}
		answer(t, l, Lost, c.t, frozen...)
		if stopped {
			if err := l.Pause(ctx, id); err != nil {
				t.Fatal(err)
			}
		}
		answer(t, l, Deferred, c.t, inHand...)
		if n := counts(t, l, id); stopped && n.InDoubt != 1 || !stopped && n.Deferred != 1 {
			t.Errorf("stopped %t: %+v", stopped, n)
		}
	}
}
