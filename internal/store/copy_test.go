package store_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"pressroom/internal/store"
	"pressroom/internal/testdb"
)

func TestMain(m *testing.M) {
	if played, code := play(); played {
		os.Exit(code)
	}
	code := m.Run()
	testdb.Stop()
	os.Exit(code)
}

func dump(t *testing.T, db *store.DB) string {
	t.Helper()
	var b strings.Builder
	for _, q := range []string{
		`SELECT name || '=' || value FROM setting WHERE name NOT IN ('moved', 'arrived') ORDER BY 1`,
		`SELECT id || ' ' || state || ' ' || COALESCE(lifted_at, -1) || ' ' || reason FROM dispatch ORDER BY 1`,
		`SELECT digest || ' ' || length(data) FROM blob ORDER BY 1`,
		`SELECT id || ' ' || address || ' ' || priority || ' ' || COALESCE(answer, -1) FROM delivery ORDER BY id`,
		`SELECT seq || ' ' || address_key FROM suppression ORDER BY seq`,
		`SELECT id || ' ' || detail FROM reply ORDER BY id`,
	} {
		rows, err := db.Reader().QueryContext(context.Background(), q)
		if err != nil {
			t.Fatal(q, err)
		}
		for rows.Next() {
			var s string
			if err := rows.Scan(&s); err != nil {
				t.Fatal(err)
			}
			b.WriteString(s + "\n")
		}
		rows.Close()
	}
	return b.String()
}

func fill(t *testing.T, db *store.DB) {
	t.Helper()
	ctx := context.Background()
	err := db.Tx(ctx, func(tx *store.Tx) error {
		for _, q := range []string{
			`INSERT INTO setting (name, value) VALUES ('key', 'abc')`,
			`INSERT INTO dispatch (id, slug, kind, number, revision, headline, state, release_at, wake_at, lifted_at, grace, zone, sender, snapshot, created_at, updated_at)
				VALUES ('x/release-1', 'x', 'release', 1, 'r', 'Über “all”', 'done', 5, 5, 6, 7, 'UTC', 's', 'd', 1, 2)`,
			`INSERT INTO suppression (address_key, reason, detail, at) VALUES ('a@b.example', 'unsubscribed', '', 9)`,
			`INSERT INTO reply (digest, at, kind, address_key, detail, open) VALUES ('d', 1, 'left', 'a@b.example', 'has left', 1)`,
		} {
			if _, err := tx.ExecContext(ctx, q); err != nil {
				return fmt.Errorf("%s: %w", q, err)
			}
		}
		if _, err := tx.ExecContext(ctx, `INSERT INTO blob (digest, data) VALUES (?, ?)`, "d", []byte{0, 1, 255}); err != nil {
			return err
		}
		for i := range 120 {
			_, err := tx.ExecContext(ctx, `INSERT INTO delivery (dispatch, address_key, address, name, language, template, lists, priority, state) VALUES ('x/release-1', ?, ?, '', 'en', 't', '', 1.5, 'sent')`,
				fmt.Sprint(i), fmt.Sprintf("j%d@b.example", i))
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func open(t *testing.T, url string) *store.DB {
	t.Helper()
	db, err := store.Open(context.Background(), t.TempDir(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

var moment = time.Date(2026, 7, 26, 9, 0, 0, 0, time.UTC)

func TestAWorkspaceMovesToPostgresAndBack(t *testing.T) {
	ctx := context.Background()
	first, second, third := open(t, ""), open(t, testdb.Postgres(t)), open(t, "")
	fill(t, first)
	want := dump(t, first)
	for _, step := range []struct{ from, to *store.DB }{{first, second}, {second, third}} {
		if err := store.Copy(ctx, step.from, step.to, store.Copying{Now: moment}); err != nil {
			t.Fatal(err)
		}
		if got := dump(t, step.to); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
		// New rows get new numbers.
		err := step.to.Tx(ctx, func(tx *store.Tx) error {
			_, err := tx.ExecContext(ctx, `INSERT INTO delivery (dispatch, address_key, address, name, language, template, lists, priority, state) VALUES ('x/release-1', 'new', 'n', '', 'en', 't', '', 0, 'sent')`)
			return err
		})
		if err != nil {
			t.Error(err)
		}
		if err := step.to.Tx(ctx, func(tx *store.Tx) error {
			_, err := tx.ExecContext(ctx, `DELETE FROM delivery WHERE address_key = 'new'`)
			return err
		}); err != nil {
			t.Fatal(err)
		}
	}
}

func TestCopyRefusesAndChangesNothing(t *testing.T) {
	ctx := context.Background()
	first, other := open(t, ""), open(t, "")
	fill(t, first)
	fill(t, other)
	if err := store.Copy(ctx, first, other, store.Copying{Now: moment}); !errors.Is(err, store.ErrNotEmpty) {
		t.Errorf("a workspace was written over: %v", err)
	}
	lock, err := first.LockWorker(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer lock.Release()
	if err := store.Copy(ctx, first, open(t, ""), store.Copying{Now: moment}); err == nil || !strings.Contains(err.Error(), "a worker is running") {
		t.Errorf("copied under a worker's hands: %v", err)
	}
	if err := first.Armed(ctx); err != nil {
		t.Errorf("it was refused, and the source is disarmed: %v", err)
	}
}

func TestStatementsForPostgres(t *testing.T) {
	db := open(t, testdb.Postgres(t))
	var a, b int
	var s string
	err := db.Reader().QueryRowContext(context.Background(), `SELECT CAST(? AS INTEGER), CAST(?1 AS INTEGER) + 1, 'why?' WHERE CAST(? AS INTEGER) = 5`, 4, 5).Scan(&a, &b, &s)
	if err != nil || a != 4 || b != 5 || s != "why?" {
		t.Errorf("%d %d %s %v", a, b, s, err)
	}
	if _, err := store.Open(context.Background(), "", "postgres://press:geheim@127.0.0.1:1/x?connect_timeout=1"); err == nil || strings.Contains(err.Error(), "geheim") {
		t.Errorf("a password is printed, or none is needed: %v", err)
	}
}
