package ledger

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/store"
	"pressroom/internal/testdb"
)

// TestAnAnswerIsWrittenWhileItsDispatchIsStopped: with PostgreSQL, somebody stops a
// dispatch in the middle of the transaction in which a worker writes down what
// servers said. Nothing of it may be left waiting in what is stopped. SQLite has one
// writer, and no such middle.
func TestAnAnswerIsWrittenWhileItsDispatchIsStopped(t *testing.T) {
	if testdb.Dialect() != store.PostgreSQL {
		return
	}
	ctx := context.Background()
	var addresses []string
	for i := range 9 {
		addresses = append(addresses, fmt.Sprintf("j%d@p.example", i))
	}
	for name, c := range map[string]struct {
		result Result
		stop   func(l *Ledger, id string) error
		want   func(n Counts) bool
	}{
		"put off, and cancelled": {
			Deferred, func(l *Ledger, id string) error { return l.Cancel(ctx, id, "by hand") },
			func(n Counts) bool { return n.Cancelled == 3 && n.Deferred == 0 },
		},
		"given back, and cancelled": {
			Released, func(l *Ledger, id string) error { return l.Cancel(ctx, id, "by hand") },
			func(n Counts) bool { return n.Cancelled == 3 && n.Deferred == 0 },
		},
		"lost, and cancelled": {
			Lost, func(l *Ledger, id string) error { return l.Cancel(ctx, id, "by hand") },
			func(n Counts) bool { return n.InDoubt == 1 },
		},
		"lost, and paused": {
			Lost, func(l *Ledger, id string) error { return l.Pause(ctx, id) },
			func(n Counts) bool { return n.InDoubt == 1 },
		},
		"lost, and held": {
			Lost, func(l *Ledger, _ string) error {
				return l.DB().Tx(ctx, func(tx *store.Tx) error { return l.HoldIn(ctx, tx, "x", "a quote was taken back") })
			},
			func(n Counts) bool { return n.InDoubt == 1 },
		},
	} {
		t.Run(name, func(t *testing.T) {
			k := &clock{t0.Add(-time.Hour)}
			dir := t.TempDir()
			l, other := open(t, dir, k), open(t, dir, k)
			id := schedule(t, l, Scheduling{}, Draft{Kind: embargo.Advance, ReleaseAt: k.t, ClosesAt: t0}, addresses...)
			lift(t, l, id)
			d := claim(t, l, id, hands(t, l), 7)[0]
			held, letGo := make(chan struct{}), make(chan struct{})
			var up sync.WaitGroup
			up.Go(func() { // keeps the worker's transaction in its middle
				err := other.DB().Shared(ctx, func(tx *store.Tx) error {
					var key string
					err := tx.QueryRowContext(ctx, `SELECT address_key FROM delivery WHERE id = ? /* for update */`, d.ID).Scan(&key)
					close(held)
					<-letGo
					return err
				})
				if err != nil {
					t.Error(err)
				}
			})
			<-held
			up.Go(func() { answer(t, l, c.result, k.t, d) })
			awaitLocks(t, l, 1, nil)
			stopped := make(chan struct{})
			up.Go(func() {
				defer close(stopped)
				if err := c.stop(other, id); err != nil {
					t.Error(err)
				}
			})
			awaitLocks(t, l, 2, stopped)
			close(letGo)
			up.Wait()
			if n := counts(t, l, id); !c.want(n) {
				t.Errorf("%s: %+v", state(t, l, id), n)
			}
		})
	}
}

// awaitLocks waits until so many transactions wait for others, or for what ends it.
func awaitLocks(t *testing.T, l *Ledger, n int, or <-chan struct{}) {
	t.Helper()
	for end := time.Now().Add(5 * time.Minute); ; time.Sleep(5 * time.Millisecond) {
		select {
		case <-or:
			return
		default:
		}
		var waiting int
		err := l.DB().Reader().QueryRowContext(context.Background(), `SELECT COUNT(DISTINCT pid) FROM pg_locks
			WHERE NOT granted AND pid IN (SELECT pid FROM pg_stat_activity WHERE datname = current_database())`).Scan(&waiting)
		if err != nil {
			t.Fatal(err)
		}
		if waiting >= n {
			return
		}
		if time.Now().After(end) {
			t.Fatalf("gave up waiting for %d transactions that wait, there are %d", n, waiting)
		}
	}
}
