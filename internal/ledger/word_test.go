package ledger

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/store"
)

// armedAs arms a release in a group, for one recipient.
func armedAs(t *testing.T, l *Ledger, slug, group string) *Dispatch {
	t.Helper()
	ctx := context.Background()
	id, err := l.Create(ctx, Draft{
		Slug: slug, Revision: "r", Headline: slug, Kind: embargo.Release, Grace: 15 * time.Minute, Zone: "UTC",
		Sender: "p@x.example", Snapshot: []byte(`{"of":"` + slug + `"}`),
	})
	if err == nil {
		err = l.Add(ctx, id, []Recipient{{Key: "j@press.example", Address: "j@press.example", Language: "en", Template: "mail/en"}})
	}
	if err == nil {
		err = l.Schedule(ctx, Scheduling{Slug: slug, Revision: "r", IDs: []string{id}, Armed: true, Group: group})
	}
	if err != nil {
		t.Fatal(err)
	}
	d, err := l.ArmedOf(ctx, slug)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestWhatIsArmedWaitsForItsWordHoweverLong(t *testing.T) {
	ctx := context.Background()
	c := &clock{t0}
	l := open(t, t.TempDir(), c)
	d := armedAs(t, l, "yes", "")
	for range 3 {
		c.t = c.t.AddDate(0, 0, 1)
		if _, err := l.Pulse(ctx, "w", -1); err != nil {
			t.Fatal(err)
		}
		if due, err := l.Due(ctx, c.t.Add(time.Hour)); err != nil || len(due) != 0 {
			t.Fatalf("due: %v, %v", due, err)
		}
		if got := lift(t, l, d.ID); got.Verdict != embargo.Wait || got.Pass.Valid() {
			t.Fatalf("the gate says %v", got)
		}
	}
	day := c.t.Format(time.DateOnly)
	at, void, err := l.Go(ctx, d.ID, d.Snapshot, day)
	if err != nil || !at.Equal(c.t) || len(void) != 0 {
		t.Fatal(at, void, err)
	}
	if got := lift(t, l, d.ID); got.Verdict != embargo.Open {
		t.Fatalf("the gate says %v", got)
	}
	var gone *StateError
	if _, _, err := l.Go(ctx, d.ID, d.Snapshot, day); !errors.As(err, &gone) {
		t.Errorf("a second word: %v", err)
	}
}

func TestAnotherDayOrOtherWordsAreNotLetGo(t *testing.T) {
	ctx := context.Background()
	c := &clock{time.Date(2026, 7, 26, 23, 59, 59, 0, time.UTC)}
	l := open(t, t.TempDir(), c)
	d := armedAs(t, l, "yes", "")
	day := c.t.Format(time.DateOnly)
	if _, _, err := l.Go(ctx, d.ID, "another", day); !errors.Is(err, ErrAnotherDay) {
		t.Errorf("another snapshot: %v", err)
	}
	c.t = c.t.Add(time.Second)
	if _, _, err := l.Go(ctx, d.ID, d.Snapshot, day); !errors.Is(err, ErrAnotherDay) {
		t.Errorf("after midnight: %v", err)
	}
	if got := state(t, l, d.ID); got != Armed {
		t.Errorf("it is %s", got)
	}
	if err := l.Swap(ctx, Less{Of: d, Draft: Draft{Snapshot: []byte(`{"day":2}`), Revision: "r"}}); err != nil {
		t.Fatal(err)
	}
	if err := l.Swap(ctx, Less{Of: d, Draft: Draft{Snapshot: []byte(`{"day":3}`), Revision: "r"}}); !errors.Is(err, ErrSwapped) {
		t.Errorf("two composed it anew at once: %v", err)
	}
	if got := state(t, l, d.ID); got != Armed {
		t.Errorf("composed anew it is %s", got)
	}
}

// TestOfAGroupAskedConcurrentlyOneGoes says the word for all outcomes at once, again and again.
func TestOfAGroupAskedConcurrentlyOneGoes(t *testing.T) {
	ctx := context.Background()
	c := &clock{t0}
	l := open(t, t.TempDir(), c)
	day := c.t.Format(time.DateOnly)
	for turn := range 10 {
		var all []*Dispatch
		for _, outcome := range []string{"yes", "no", "tie"} {
			all = append(all, armedAs(t, l, fmt.Sprintf("%s-%d", outcome, turn), "vote"))
		}
		if n := all[0].GroupNumber; n != turn+1 || all[2].GroupNumber != n {
			t.Fatalf("turn %d is group %d, and %d", turn, n, all[2].GroupNumber)
		}
		errs := make([]error, len(all))
		var saying sync.WaitGroup
		for i, d := range all {
			saying.Go(func() { _, _, errs[i] = l.Go(ctx, d.ID, d.Snapshot, day) })
		}
		saying.Wait()
		went := 0
		for i, err := range errs {
			var other *WentError
			switch {
			case err == nil:
				went++
				if got := state(t, l, all[i].ID); got != Scheduled {
					t.Errorf("%s went, and is %s", all[i].ID, got)
				}
			case !errors.As(err, &other):
				t.Errorf("%s: %v", all[i].ID, err)
			default:
				if got := state(t, l, all[i].ID); got != Cancelled {
					t.Errorf("%s did not go, and is %s", all[i].ID, got)
				}
				if _, err := l.ArmedOf(ctx, all[i].Slug); !errors.As(err, &other) {
					t.Errorf("%s: %v", all[i].Slug, err)
				}
			}
		}
		if went != 1 {
			t.Fatalf("%d of one group went: %v", went, errs)
		}
	}
}

// TestTheDatabaseLetsOneOfAGroupGo tries it past the code that says so.
func TestTheDatabaseLetsOneOfAGroupGo(t *testing.T) {
	ctx := context.Background()
	l := open(t, t.TempDir(), &clock{t0})
	yes, no := armedAs(t, l, "yes", "vote"), armedAs(t, l, "no", "vote")
	went := func(id string) error {
		return l.DB().Tx(ctx, func(tx *store.Tx) error {
			_, err := tx.ExecContext(ctx, `UPDATE dispatch SET state = 'scheduled', release_at = 1, went_at = 1 WHERE id = ?`, id)
			return err
		})
	}
	if err := went(yes.ID); err != nil {
		t.Fatal(err)
	}
	if err := went(no.ID); err == nil {
		t.Error("the database let a second one go")
	}
}

func TestWhatIsArmedIsCancelledHeldAndArmedAgain(t *testing.T) {
	ctx := context.Background()
	l := open(t, t.TempDir(), &clock{t0})
	d := armedAs(t, l, "yes", "vote")
	err := l.DB().Tx(ctx, func(tx *store.Tx) error { return l.HoldIn(ctx, tx, "yes", "a partner took its quote back") })
	if err != nil || state(t, l, d.ID) != Held {
		t.Fatal(err, state(t, l, d.ID))
	}
	var held *StateError
	if _, err := l.ArmedOf(ctx, "yes"); !errors.As(err, &held) {
		t.Errorf("%v", err)
	}
	if err := l.Resume(ctx, d.ID, MainRelay); err != nil || state(t, l, d.ID) != Armed {
		t.Fatal(err, state(t, l, d.ID))
	}
	if id, at, err := l.Busy(ctx, "yes"); err != nil || id != d.ID || at != Armed {
		t.Errorf("%s is %s, %v", id, at, err)
	}
	if err := l.Cancel(ctx, d.ID, "by hand"); err != nil {
		t.Fatal(err)
	}
	if _, err := l.ArmedOf(ctx, "yes"); !errors.Is(err, ErrNotArmed) {
		t.Errorf("%v", err)
	}
	if again := armedAs(t, l, "no", "vote"); again.GroupNumber != 2 {
		t.Errorf("the same name later is group %d", again.GroupNumber)
	}
}
