package store_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"pressroom/internal/store"
	"pressroom/internal/testdb"
)

func init() { parts["copy"] = copyAndDie }

// copyAndDie copies and is killed at a point.
func copyAndDie(args []string) error {
	ctx := context.Background()
	var dbs []*store.DB
	for _, where := range args[:2] {
		dir, url := where, ""
		if strings.HasPrefix(where, "postgres://") {
			dir, url = "", where
		}
		db, err := store.Open(ctx, dir, url)
		if err != nil {
			return err
		}
		dbs = append(dbs, db)
	}
	die := strings.ReplaceAll(args[2], "+", " ")
	return store.CopyAt(ctx, dbs[0], dbs[1], func(point string) {
		if point == die {
			syscall.Kill(os.Getpid(), syscall.SIGKILL)
			select {}
		}
	})
}

// side is one of two databases, with the words by which a process opens it.
type side struct {
	*store.DB
	where string
}

func sqliteSide(t *testing.T) side {
	dir := t.TempDir()
	db, err := store.Open(context.Background(), dir, "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return side{db, dir}
}

func postgresSide(t *testing.T) side {
	url := testdb.Postgres(t)
	return side{open(t, url), url}
}

// handsOut tells whether a database is armed and has something to hand out.
func handsOut(t *testing.T, db *store.DB) bool {
	t.Helper()
	var n int
	if err := db.Reader().QueryRowContext(context.Background(), `SELECT COUNT(*) FROM delivery`).Scan(&n); err != nil {
		t.Fatal(err)
	}
	err := db.Armed(context.Background())
	if err != nil && !errors.Is(err, store.ErrMoved) {
		t.Fatal(err)
	}
	return err == nil && n > 0
}

// points are all at which a copy of what fill writes can be killed.
func points(t *testing.T) []string {
	t.Helper()
	var out []string
	from := open(t, "")
	fill(t, from)
	if err := store.CopyAt(context.Background(), from, open(t, ""), func(p string) { out = append(out, p) }); err != nil {
		t.Fatal(err)
	}
	for _, p := range append([]string{"disarmed", "delivery, row 50", "delivery, row 100", "committed", "armed"}, store.Copied()...) {
		if !slices.Contains(out, p) {
			t.Fatalf("there is no point %q: %q", p, out)
		}
	}
	return out
}

// TestACopyThatIsKilledGoesOn kills one copy again and again, at every point at
// which something is begun: until all has arrived neither side hands out work,
// then the target alone does, and the same command ends it.
func TestACopyThatIsKilledGoesOn(t *testing.T) {
	ctx := context.Background()
	for name, direction := range map[string]func(t *testing.T) (from, to side){
		"to PostgreSQL": func(t *testing.T) (side, side) { return sqliteSide(t), postgresSide(t) },
		"to SQLite":     func(t *testing.T) (side, side) { return postgresSide(t), sqliteSide(t) },
	} {
		t.Run(name, func(t *testing.T) {
			from, to := direction(t)
			fill(t, from.DB)
			want := contents(t, from.DB)
			for _, point := range points(t) {
				err := process(t, "copy", from.where, to.where, strings.ReplaceAll(point, " ", "+")).Run()
				if err == nil || !strings.Contains(err.Error(), "killed") {
					t.Fatalf("%s: it was not killed: %v", point, err)
				}
				arrived := point == "committed" || point == "armed"
				if handsOut(t, from.DB) || handsOut(t, to.DB) != arrived {
					t.Errorf("%s: the source hands out: %v, the target: %v", point, handsOut(t, from.DB), handsOut(t, to.DB))
				}
			}
			if err := store.Copy(ctx, from.DB, to.DB, store.Copying{Now: moment, Progress: func(string, int) { t.Error("what had arrived was copied again") }}); err != nil {
				t.Fatal(err)
			}
			if got := contents(t, to.DB); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			wantOne(t, to.DB, from.DB)
			if err := store.Copy(ctx, from.DB, to.DB, store.Copying{Now: moment}); !errors.Is(err, store.ErrMoved) {
				t.Errorf("once more: %v", err)
			}
		})
	}
}

// TestACopyThatIsKilledOnceEndsWithTheNext is the usual case: between the first
// table and the last.
func TestACopyThatIsKilledOnceEndsWithTheNext(t *testing.T) {
	from, to := sqliteSide(t), postgresSide(t)
	fill(t, from.DB)
	want := contents(t, from.DB)
	if err := process(t, "copy", from.where, to.where, "delivery,+row+50").Run(); err == nil {
		t.Fatal("it was not killed")
	}
	if err := store.Copy(context.Background(), from.DB, to.DB, store.Copying{Now: moment}); err != nil {
		t.Fatal(err)
	}
	if got := contents(t, to.DB); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	wantOne(t, to.DB, from.DB)
}

// work is what a transaction does that must not be done on a database that was
// moved.
func work(tx *store.Tx) error {
	_, err := tx.ExecContext(context.Background(), `UPDATE delivery SET state = 'claimed', worker = 'w'`)
	return err
}

func TestNobodyWritesIntoADatabaseThatWasMoved(t *testing.T) {
	ctx := context.Background()
	from, to := open(t, ""), open(t, "")
	fill(t, from)
	if err := store.Copy(ctx, from, to, store.Copying{Now: moment}); err != nil {
		t.Fatal(err)
	}
	for name, do := range map[string]func() error{
		"Tx": func() error { return from.Tx(ctx, work) },
		"Shared": func() error {
			return from.Shared(ctx, func(tx *store.Tx) error { return errors.Join(tx.Armed(ctx), work(tx)) })
		},
		"Armed": func() error { return from.Armed(ctx) },
	} {
		err := do()
		var moved *store.MovedError
		if !errors.As(err, &moved) || !moved.Ended || !moved.At.Equal(moment) {
			t.Fatalf("%s: %v", name, err)
		}
		for _, part := range []string{from.Name(), to.Name(), "take database.url out", "database copy --to sqlite --undo"} {
			if !strings.Contains(err.Error(), part) {
				t.Errorf("%s: the error does not name %q: %v", name, part, err)
			}
		}
	}
	if err := to.Tx(ctx, work); err != nil {
		t.Errorf("the target does not work: %v", err)
	}
	if err := store.Copy(ctx, from, open(t, ""), store.Copying{Now: moment}); !errors.Is(err, store.ErrMoved) {
		t.Errorf("it was moved to two places: %v", err)
	}
}

func TestAWorkerThatStartsWhileTheWorkspaceIsMoved(t *testing.T) {
	ctx := context.Background()
	from, to := open(t, ""), open(t, "")
	fill(t, from)
	err := store.CopyAt(ctx, from, to, func(point string) {
		if point != "disarmed" {
			return
		}
		lock, err := from.LockWorker(ctx)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(lock.Release)
		err = from.Shared(ctx, func(tx *store.Tx) error { return errors.Join(tx.Armed(ctx), work(tx)) })
		if !errors.Is(err, store.ErrMoved) {
			t.Errorf("it was given work: %v", err)
		}
	})
	if err == nil || !strings.Contains(err.Error(), "a worker is running") {
		t.Fatalf("copied under a worker's hands: %v", err)
	}
	if !handsOut(t, from) || handsOut(t, to) {
		t.Errorf("refused, and now the source hands out: %v, the target: %v", handsOut(t, from), handsOut(t, to))
	}
}

// TestAClaimInHandIsCopied: on PostgreSQL transactions run beside each other. One
// that has been told that it may hand out work is waited for.
func TestAClaimInHandIsCopied(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	from, to := open(t, testdb.Postgres(t)), open(t, "")
	fill(t, from)
	copied := make(chan error, 1)
	err := from.Shared(ctx, func(tx *store.Tx) error {
		if err := tx.Armed(ctx); err != nil {
			return err
		}
		go func() { copied <- store.Copy(ctx, from, to, store.Copying{Now: moment}) }()
		for waits := false; !waits; {
			err := from.Reader().QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
				AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))`).Scan(&waits)
			if err != nil {
				return err
			}
			select {
			case err := <-copied:
				return fmt.Errorf("it was copied beside a claim: %w", err)
			default:
			}
		}
		return work(tx)
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := <-copied; err != nil {
		t.Fatal(err)
	}
	var n int
	if err := to.Reader().QueryRowContext(ctx, `SELECT COUNT(*) FROM delivery WHERE state = 'claimed'`).Scan(&n); err != nil || n != 120 {
		t.Errorf("%d of 120 claims were copied: %v", n, err)
	}
}

// TestWhatWasOnlyLookedAtIsNotInTheWay: the new database has been used before the
// workspace came.
func TestWhatWasOnlyLookedAtIsNotInTheWay(t *testing.T) {
	ctx := context.Background()
	from, to := open(t, ""), open(t, "")
	fill(t, from)
	want := contents(t, from)
	err := to.Tx(ctx, func(tx *store.Tx) error {
		for _, q := range []string{
			`INSERT INTO setting (name, value) VALUES ('key', 'another'), ('transport', '{}')`, `INSERT INTO pulse (id, at) VALUES (1, 5)`,
			`INSERT INTO worker (id, started_at, seen_at) VALUES ('w', 1, 2)`,
		} {
			if _, err := tx.ExecContext(ctx, q); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Copy(ctx, from, to, store.Copying{Now: moment}); err != nil {
		t.Fatal(err)
	}
	if got := contents(t, to); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestACopyThatIsBrokenOffSaysHowItGoesOn(t *testing.T) {
	from, to := open(t, ""), open(t, testdb.Postgres(t))
	fill(t, from)
	want := contents(t, from)
	for _, point := range []string{"disarmed", "blob", "delivery, row 100", "quote_event"} {
		ctx, cancel := context.WithCancel(context.Background())
		err := store.CopyAt(ctx, from, to, func(p string) {
			if p == point {
				cancel()
			}
		})
		cancel()
		var unfinished *store.UnfinishedError
		if !errors.As(err, &unfinished) || !errors.Is(err, context.Canceled) || !strings.Contains(err.Error(), "goes on with it") {
			t.Errorf("%s: %v", point, err)
		}
		if handsOut(t, from) || handsOut(t, to) {
			t.Errorf("%s: the source hands out: %v, the target: %v", point, handsOut(t, from), handsOut(t, to))
		}
	}
	if err := store.Copy(context.Background(), from, to, store.Copying{Now: moment}); err != nil {
		t.Fatal(err)
	}
	if got := contents(t, to); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	wantOne(t, to, from)
}
