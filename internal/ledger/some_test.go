package ledger

import (
	"context"
	"testing"
	"time"
)

// another is a further mailing of a release of its own, to one person.
func another(t *testing.T, l *Ledger, slug string, at time.Time) string {
	t.Helper()
	ctx := context.Background()
	id, err := l.Create(ctx, Draft{
		Slug: slug, Revision: "r", Headline: "H", Kind: "release", ReleaseAt: at, Grace: 15 * time.Minute, Zone: "UTC",
		Sender: "p@x.example", Snapshot: []byte("{}"),
	})
	if err == nil {
		err = l.Add(ctx, id, []Recipient{{Key: "a@press.example", Address: "a@press.example", Language: "en", Template: "mail/en"}})
	}
	if err == nil {
		err = l.Schedule(ctx, Scheduling{Slug: slug, Revision: "r", IDs: []string{id}})
	}
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// TestAWorkerForSomeMailingsIsNoneForTheOthers: as long as it lives, and once it is gone.
func TestAWorkerForSomeMailingsIsNoneForTheOthers(t *testing.T) {
	ctx := context.Background()
	c := &clock{t0}
	l := open(t, t.TempDir(), c)
	mine, other := another(t, l, "dam", t0), another(t, l, "levee", t0)
	look := func(when string, all int, delivered, left bool) {
		t.Helper()
		if got := l.WorkersForAll(ctx); got != all {
			t.Errorf("%s: %d deliver whatever is due", when, got)
		}
		if got := l.Delivered(ctx, mine); got != delivered {
			t.Errorf("%s: delivered %v", when, got)
		}
		if got := l.Delivered(ctx, other); got != left {
			t.Errorf("%s: the other delivered %v", when, got)
		}
		right, err := l.RightClocks(ctx, mine)
		if err != nil || right > 0 != delivered {
			t.Errorf("%s: %d right clocks, %v", when, right, err)
		}
		right, err = l.RightClocks(ctx, other)
		if err != nil || right > 0 != left {
			t.Errorf("%s: %d right clocks for the other, %v", when, right, err)
		}
	}
	look("before", 0, false, false)
	some, err := l.DB().LockWorker(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := l.Pulse(ctx, some.ID, -1, mine); err != nil {
		t.Fatal(err)
	}
	look("with a worker for one", 0, true, false)
	if _, err := l.Pulse(ctx, hands(t, l), -1); err != nil {
		t.Fatal(err)
	}
	look("with another for all", 1, true, true)
	some.Release()
	look("with that alone", 1, true, true)
}

// TestAWorkerForSomeMailingsKeepsTheOthersFromNothing: what of them is late is missed, while
// it lives and from its last pulse on; its own was worked on.
func TestAWorkerForSomeMailingsKeepsTheOthersFromNothing(t *testing.T) {
	ctx := context.Background()
	c := &clock{t0.Add(-time.Minute)}
	l := open(t, t.TempDir(), c)
	mine, other := another(t, l, "dam", t0), another(t, l, "levee", t0)
	soon := another(t, l, "ferry", t0.Add(10*time.Minute))
	beat := func(worker string, gap time.Duration, mailings ...string) {
		t.Helper()
		if _, err := l.Pulse(ctx, worker, gap, mailings...); err != nil {
			t.Fatal(err)
		}
	}
	beat("some", -1, mine)
	c.t = t0.Add(14 * time.Minute)
	beat("some", time.Second, mine)
	if s := state(t, l, other); s != Scheduled {
		t.Fatalf("within its grace the other is %s", s)
	}
	c.t = t0.Add(20 * time.Minute)
	beat("all", -1)
	for id, want := range map[string]State{mine: Scheduled, other: Missed, soon: Scheduled} {
		if s := state(t, l, id); s != want {
			t.Errorf("%s is %s, want %s", id, s, want)
		}
	}
	c.t = t0.Add(time.Hour)
	beat("some", time.Second, mine)
	if s := state(t, l, mine); s != Scheduled {
		t.Errorf("worked on all the time, it is %s", s)
	}
	if s := state(t, l, soon); s != Missed {
		t.Errorf("nobody was there for it, and it is %s", s)
	}
}
