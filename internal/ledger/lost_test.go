package ledger

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/store"
)

func TestAfterThreeLostAnswersItIsInDoubt(t *testing.T) {
	ctx := context.Background()
	c := &clock{t0}
	l := open(t, t.TempDir(), c)
	w := hands(t, l)
	var addresses []string
	for i := range 9 {
		addresses = append(addresses, fmt.Sprintf("j%d@p.example", i))
	}
	id := schedule(t, l, Scheduling{}, Draft{Kind: embargo.Release, ReleaseAt: t0}, addresses...)
	lift(t, l, id)
	ds := claim(t, l, id, w, 9)
	answer(t, l, Sent, c.t, ds[1:]...)
	bad := ds[:1]
	for i, wait := range []time.Duration{5 * time.Second, 15 * time.Second} {
		answer(t, l, Lost, c.t, bad...)
		if n := counts(t, l, id); n.Deferred != 1 {
			t.Fatalf("after %d: %+v", i+1, n)
		}
		c.t = c.t.Add(wait - time.Millisecond)
		if got := claim(t, l, id, w, 1); len(got) != 0 {
			t.Fatalf("tried again early: %v", got)
		}
		c.t = c.t.Add(time.Millisecond)
		if bad = claim(t, l, id, w, 1); len(bad) != 1 {
			t.Fatal("not tried again")
		}
	}
	answer(t, l, Lost, c.t, bad...)
	if settled, _, err := l.Settle(ctx, id); err != nil || !settled {
		t.Fatal(settled, err)
	}
	if n := counts(t, l, id); n.InDoubt != 1 || state(t, l, id) != Done {
		t.Fatalf("%+v, %s", n, state(t, l, id))
	}
	// It counts as reached: no other dispatch mails them.
	more := schedule(t, l, Scheduling{More: true}, Draft{Kind: embargo.Release, ReleaseAt: t0}, bad[0].Key)
	lift(t, l, more)
	if got := claim(t, l, more, w, 1); len(got) != 0 {
		t.Fatalf("mailed again: %v", got)
	}
	n, err := l.RetryInDoubt(ctx, id)
	if err != nil || n != 1 {
		t.Fatal(n, err)
	}
	bad = claim(t, l, id, w, 1)
	answer(t, l, Lost, c.t, bad...)
	if n := counts(t, l, id); n.InDoubt != 1 {
		t.Fatalf("one more try each: %+v", n)
	}
	// A bounce settles it, and sets the person free for another dispatch.
	err = l.DB().Tx(ctx, func(tx *store.Tx) error { return Heard(ctx, tx, bad[0].ID, false, "550 5.1.1 gone") })
	if err != nil {
		t.Fatal(err)
	}
	if n := counts(t, l, id); n.Failed != 1 || n.InDoubt != 0 {
		t.Fatalf("%+v", n)
	}
}

func TestFiveLostAnswersInARowPauseAndWhatIsNotTriedAgainIsInDoubt(t *testing.T) {
	for name, c := range map[string]struct {
		recipients, sentFirst, sentBetween, lost int
		paused                                   bool
	}{
		"five in a row":           {20, 0, 0, 5, true},
		"four":                    {20, 0, 0, 4, false},
		"an answer between":       {20, 0, 1, 5, false},
		"five after many":         {20, 10, 0, 5, true},
		"all of three":            {3, 0, 0, 3, true},
		"two of three":            {3, 0, 0, 2, false},
		"the only one":            {1, 0, 0, 1, true},
		"the last of a small one": {3, 2, 0, 1, false},
	} {
		t.Run(name, func(t *testing.T) {
			ctx := context.Background()
			k := &clock{t0}
			l := open(t, t.TempDir(), k)
			w := hands(t, l)
			var addresses []string
			for i := range c.recipients {
				addresses = append(addresses, fmt.Sprintf("j%02d@p.example", i))
			}
			id := schedule(t, l, Scheduling{}, Draft{Kind: embargo.Release, ReleaseAt: t0}, addresses...)
			lift(t, l, id)
			ds := claim(t, l, id, w, c.recipients)
			answer(t, l, Sent, k.t, ds[:c.sentFirst]...)
			ds = ds[c.sentFirst:]
			k.t = k.t.Add(time.Second)
			stopped := false
			for i := range c.lost {
				if i == 3 && c.sentBetween > 0 {
					answer(t, l, Sent, k.t, ds[:c.sentBetween]...)
					ds = ds[c.sentBetween:]
				}
				stopped = answer(t, l, Lost, k.t, ds[0]).Stopped[id]
				ds = ds[1:]
			}
			d, err := l.Dispatch(ctx, id)
			if err != nil {
				t.Fatal(err)
			}
			if (d.State == Paused) != c.paused || stopped != c.paused {
				t.Fatalf("%s (stopped %t): %s", d.State, stopped, d.Reason)
			}
			if !c.paused {
				return
			}
			if !strings.Contains(d.Reason, "at content: EOF") {
				t.Errorf("the reason is missing: %s", d.Reason)
			}
			if n := counts(t, l, id); n.InDoubt != c.lost {
				t.Fatalf("%+v", n)
			}
			// In flight when it was paused, answered by nobody: in doubt at once.
			if len(ds) > 0 {
				answer(t, l, Lost, k.t, ds[0])
				if n := counts(t, l, id); n.InDoubt != c.lost+1 {
					t.Fatalf("%+v", n)
				}
			}
			// After resume those already counted do not pause it again.
			k.t = k.t.Add(time.Minute)
			if err := l.Resume(ctx, id, FallbackRelay); err != nil {
				t.Fatal(err)
			}
			if d, err := l.Dispatch(ctx, id); err != nil || d.State != Sending || d.Relay != FallbackRelay {
				t.Fatalf("%+v, %v", d, err)
			}
		})
	}
}

func TestAClaimTakenOverCountsAsATry(t *testing.T) {
	ctx := context.Background()
	l, _, id, ds := inHand(t, 3)
	if n, err := l.Reclaim(ctx, func(string) bool { return false }); err != nil || n != 3 {
		t.Fatal(n, err)
	}
	entries, err := l.Entries(ctx, id, "")
	if err != nil || len(entries) != len(ds) || entries[0].Attempts != 1 || entries[0].State != queued {
		t.Fatalf("%+v, %v", entries, err)
	}
}
