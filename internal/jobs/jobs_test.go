package jobs

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/riverqueue/river"

	"pressroom/internal/store"
	"pressroom/internal/testdb"
)

func TestMain(m *testing.M) { os.Exit(testdb.Both(m)) }

// errand is a job of the tests.
type errand struct {
	Name string `json:"name" river:"unique"`
}

func (errand) Kind() string { return "errand" }

func (errand) InsertOpts() river.InsertOpts { return Once() }

// TestNoJobIsDoneWhereTheWorkspaceWasMoved: neither by who starts there, nor by
// who was at work already.
func TestNoJobIsDoneWhereTheWorkspaceWasMoved(t *testing.T) {
	ctx := context.Background()
	var sides [2]*store.DB
	for i := range sides {
		var err error
		if sides[i], err = store.Open(ctx, t.TempDir(), ""); err != nil {
			t.Fatal(err)
		}
		defer sides[i].Close()
	}
	done := 0
	at := &worker[errand]{db: sides[0], do: func(context.Context, errand) error { done++; return nil }}
	if err := at.Work(ctx, &river.Job[errand]{}); err != nil || done != 1 {
		t.Fatalf("before: %v, %d done", err, done)
	}
	if err := store.Copy(ctx, sides[0], sides[1], store.Copying{Now: time.Unix(1, 0)}); err != nil {
		t.Fatal(err)
	}
	if err := at.Work(ctx, &river.Job[errand]{}); !errors.Is(err, store.ErrMoved) || done != 1 {
		t.Errorf("afterwards: %v, %d done", err, done)
	}
	if err := Run(ctx, sides[0], nil, slog.New(slog.DiscardHandler)); !errors.Is(err, store.ErrMoved) {
		t.Errorf("who starts there: %v", err)
	}
	err := sides[0].Tx(ctx, func(tx *store.Tx) error { return Insert(ctx, sides[0], tx, errand{Name: "n"}) })
	if !errors.Is(err, store.ErrMoved) {
		t.Errorf("a job was written: %v", err)
	}
}

func TestAWorkspaceDoesNotMoveWhileJobsWait(t *testing.T) {
	ctx := context.Background()
	var sides [2]*store.DB
	for i := range sides {
		sides[i] = testdb.Open(t, t.TempDir())
	}
	with := store.Copying{Now: time.Unix(1, 0), Waiting: Waiting}
	err := sides[0].Tx(ctx, func(tx *store.Tx) error { return Insert(ctx, sides[0], tx, errand{Name: "n"}) })
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Copy(ctx, sides[0], sides[1], with); err == nil || !strings.Contains(err.Error(), "1 notices wait") {
		t.Errorf("copied: %v", err)
	}
	if err := sides[0].Armed(ctx); err != nil {
		t.Errorf("who refuses leaves something behind: %v", err)
	}
	err = sides[0].Tx(ctx, func(tx *store.Tx) error { return Forget(ctx, tx, errand{}.Kind(), "name", "n") })
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Copy(ctx, sides[0], sides[1], with); err != nil {
		t.Error(err)
	}
}

// round is a job that comes again.
type round struct{}

func (round) Kind() string { return "round" }

// TestWhatComesAgainComesWhoeverLeads: also where a process leads that does not know it,
// as a worker without a folder; and in each interval once, however many processes do it.
func TestWhatComesAgainComesWhoeverLeads(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	dir := t.TempDir()
	quiet := slog.New(slog.DiscardHandler)
	var running sync.WaitGroup
	defer running.Wait()
	defer stop()
	run := func(kinds ...Kind) *store.DB {
		db := testdb.Open(t, dir)
		running.Go(func() {
			if err := Run(ctx, db, kinds, quiet); err != nil {
				t.Error(err)
			}
		})
		return db
	}
	db := run(Handle(func(context.Context, errand) error { return nil }))
	for end := time.Now().Add(5 * time.Minute); ; time.Sleep(20 * time.Millisecond) {
		var leaders int
		if err := db.Reader().QueryRowContext(ctx, `SELECT COUNT(*) FROM river_leader`).Scan(&leaders); err != nil {
			t.Fatal(err)
		}
		if leaders > 0 {
			break
		}
		if time.Now().After(end) {
			t.Fatal("nobody leads")
		}
	}
	came := make(chan struct{}, 100)
	again := Every[round](time.Hour, func(context.Context) error { came <- struct{}{}; return nil })
	run(again)
	select {
	case <-came:
	case <-time.After(5 * time.Minute):
		t.Fatal("what comes again does not come")
	}
	client, err := river.NewClient(db.Jobs(), &river.Config{Logger: quiet})
	if err != nil {
		t.Fatal(err)
	}
	if isNew, err := again.again.put(ctx, client); err != nil || isNew {
		t.Errorf("a second one in the interval: %v, %v", isNew, err)
	}
}
