package sending

import (
	"context"
	"sync"
	"testing"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/status"
	"pressroom/internal/testdb"
)

// However many watch a mailing, the database is asked once in a moment; and nobody is told
// something older than the page that they have.
func TestConcurrentWatchersTakeOneLook(t *testing.T) {
	ctx := context.Background()
	l := ledger.New(testdb.Open(t, t.TempDir()), time.Now)
	id, err := l.Create(ctx, ledger.Draft{
		Slug: "levee", Headline: "H", Kind: embargo.Release, ReleaseAt: time.Now().Add(time.Hour), Grace: time.Hour, Zone: "UTC",
		Sender: "p@x.example", Snapshot: []byte("{}"),
	})
	if err == nil {
		err = l.Schedule(ctx, ledger.Scheduling{Slug: "levee", Revision: "r", IDs: []string{id}})
	}
	if err != nil {
		t.Fatal(err)
	}
	w := newWatch(l, time.Hour)
	sees := func(want ledger.State) {
		t.Helper()
		var all sync.WaitGroup
		for range 50 {
			all.Go(func() {
				if m, err := w.see(ctx, id); err != nil || m.State != want {
					t.Errorf("%s, %v", m.State, err)
				}
			})
		}
		all.Wait()
	}
	sees(ledger.Scheduled)
	if err := l.Pause(ctx, id); err != nil {
		t.Fatal(err)
	}
	sees(ledger.Scheduled) // what was seen a moment ago
	d, err := l.Dispatch(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	w.knows(status.Mailing{Dispatch: d})
	sees(ledger.Paused)
	if _, err := w.see(ctx, "levee/none-1"); err == nil {
		t.Error("what is not there is seen")
	}
}

// What takes long to count is looked at the less often.
func TestLookingTakesAFewHundredthsOfTheTime(t *testing.T) {
	ctx := context.Background()
	l := ledger.New(testdb.Open(t, t.TempDir()), time.Now)
	id, err := l.Create(ctx, ledger.Draft{
		Slug: "levee", Headline: "H", Kind: embargo.Release, ReleaseAt: time.Now().Add(time.Hour), Grace: time.Hour, Zone: "UTC",
		Sender: "p@x.example", Snapshot: []byte("{}"),
	})
	if err == nil {
		err = l.Schedule(ctx, ledger.Scheduling{Slug: "levee", Revision: "r", IDs: []string{id}})
	}
	if err != nil {
		t.Fatal(err)
	}
	w := newWatch(l, 0)
	see := func() ledger.State {
		t.Helper()
		m, err := w.see(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		return m.State
	}
	if got := see(); got != ledger.Scheduled || w.look(id).took <= 0 {
		t.Errorf("%s, and looking took %s", got, w.look(id).took)
	}
	w.look(id).took = time.Hour
	if err := l.Pause(ctx, id); err != nil {
		t.Fatal(err)
	}
	if got := see(); got != ledger.Scheduled {
		t.Errorf("it was looked at again: %s", got)
	}
	w.look(id).took = 0
	if got := see(); got != ledger.Paused {
		t.Errorf("it was not looked at again: %s", got)
	}
}
