package store_test

import (
	"context"
	"fmt"
	"testing"

	"pressroom/internal/store"
	"pressroom/internal/testdb"
)

// TestMailingsFromBeforeGetTheirRounds: what was sent twice before rounds were
// counted is told apart, and the database opens all the same.
func TestMailingsFromBeforeGetTheirRounds(t *testing.T) {
	for name, url := range map[string]string{"SQLite": "", "PostgreSQL": testdb.Postgres(t)} {
		t.Run(name, func(t *testing.T) {
			ctx := context.Background()
			dir := t.TempDir()
			db, err := store.Open(ctx, dir, url)
			if err != nil {
				t.Fatal(err)
			}
			if err := store.DownTo(ctx, db, 4); err != nil {
				t.Fatal(err)
			}
			err = db.Shared(ctx, func(tx *store.Tx) error {
				for i, d := range []string{"x/advance-1", "x/release-1", "x/release-2", "x/release-3", "x/test-1"} {
					kind := []string{"advance", "release", "release", "release", "test"}[i]
					_, err := tx.ExecContext(ctx, `INSERT INTO dispatch (id, slug, kind, number, revision, headline, state, release_at, wake_at, grace, zone, sender, snapshot, created_at, updated_at)
						VALUES (?, 'x', ?, ?, 'r', 'H', 'done', 1, 1, 1, 'UTC', 's', 'b', 1, 1)`, d, kind, i)
					if err != nil {
						return err
					}
				}
				for i, v := range []struct{ dispatch, key, state string }{
					{"x/advance-1", "a", "sent"},
					{"x/release-1", "a", "sent"},
					{"x/release-1", "b", "failed"},
					{"x/release-1", "old", "sent"},
					{"x/release-2", "a", "sent"},
					{"x/release-2", "b", "sent"},
					{"x/release-2", "new", "sent"}, // the same person, at another address
					{"x/release-3", "a", "sent"},
					{"x/release-3", "c", "cancelled"},
					{"x/test-1", "a", "sent"},
				} {
					_, err := tx.ExecContext(ctx, `INSERT INTO delivery (id, dispatch, address_key, address, name, language, template, lists, priority, state)
						VALUES (?, ?, ?, 'A', '', 'en', 'mail/en', '', 0, ?)`, i+1, v.dispatch, v.key, v.state)
					if err != nil {
						return err
					}
				}
				_, err := tx.ExecContext(ctx, `INSERT INTO override (address_key, fields, at) VALUES ('old', '{"email":"New"}', 1)`)
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
			if err := db.Close(); err != nil {
				t.Fatal(err)
			}
			db, err = store.Open(ctx, dir, url)
			if err != nil {
				t.Fatal(err)
			}
			defer db.Close()
			rows, err := db.Reader().QueryContext(ctx, `SELECT dispatch, address_key, slug, round, person FROM delivery ORDER BY id`)
			if err != nil {
				t.Fatal(err)
			}
			defer rows.Close()
			var got []string
			for rows.Next() {
				var dispatch, key, slug, round, person string
				if err := rows.Scan(&dispatch, &key, &slug, &round, &person); err != nil {
					t.Fatal(err)
				}
				got = append(got, fmt.Sprintf("%s %s: %s %q %s", dispatch, key, slug, round, person))
			}
			want := []string{
				`x/advance-1 a: x "advance" a`,
				`x/release-1 a: x "release" a`,
				`x/release-1 b: x "release" b`,
				`x/release-1 old: x "release" old`,
				`x/release-2 a: x "release/old-2" a`,
				`x/release-2 b: x "release" b`,
				`x/release-2 new: x "release/old-2" old`,
				`x/release-3 a: x "release/old-3" a`,
				`x/release-3 c: x "release" c`,
				`x/test-1 a: x "" a`,
			}
			for i := range want {
				if i >= len(got) || got[i] != want[i] {
					t.Errorf("row %d: %v, want %s", i+1, got[min(i, len(got)-1)], want[i])
				}
			}
		})
	}
}
