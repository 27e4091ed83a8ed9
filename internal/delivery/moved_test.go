package delivery

import (
	"context"
	"errors"
	"testing"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/smtp"
	"pressroom/internal/store"
)

// mark makes a database one from which the workspace was moved, under the hands
// of whoever works on it: it gets the settings of one that was.
func mark(t *testing.T, db *store.DB) {
	t.Helper()
	ctx := context.Background()
	var sides [2]*store.DB
	for i := range sides {
		var err error
		if sides[i], err = store.Open(ctx, t.TempDir(), ""); err != nil {
			t.Fatal(err)
		}
		defer sides[i].Close()
	}
	if err := store.Copy(ctx, sides[0], sides[1], store.Copying{Now: time.Unix(1, 0)}); err != nil {
		t.Fatal(err)
	}
	var name, value string
	if err := sides[0].Reader().QueryRowContext(ctx, `SELECT name, value FROM setting`).Scan(&name, &value); err != nil {
		t.Fatal(err)
	}
	err := db.Shared(ctx, func(tx *store.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO setting (name, value) VALUES (?, ?)`, name, value)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestAWorkerEndsWhereTheWorkspaceWasMoved(t *testing.T) {
	for name, before := range map[string]bool{"before it starts": true, "while it works": false} {
		t.Run(name, func(t *testing.T) {
			n := newNewsroom(t, &server{})
			id := n.schedule(embargo.Release, time.Hour, 5)
			o := Options{Ledger: n.l, Now: n.w.now, Dialer: &smtp.Dialer{Address: n.s.listener.Addr().String()}}
			if before {
				mark(t, n.l.DB())
			} else {
				o.Ready = func() { mark(t, n.l.DB()) }
			}
			ctx, stop := context.WithTimeout(context.Background(), time.Minute)
			defer stop()
			if err := Run(ctx, o); !errors.Is(err, store.ErrMoved) {
				t.Errorf("it ended with %v", err)
			}
			n.w.add(2 * time.Hour)
			if err := Run(ctx, o); !errors.Is(err, store.ErrMoved) {
				t.Errorf("the next ended with %v", err)
			}
			if c := n.counts(id); c.Sent != 0 || c.Queued != 5 || len(n.s.arrived()) != 0 {
				t.Errorf("%+v, and the server has %v", c, n.s.arrived())
			}
		})
	}
}
