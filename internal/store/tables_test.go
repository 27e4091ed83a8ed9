package store_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/store"
	"pressroom/internal/testdb"
)

// column is one column of a table, as the database describes it.
type column struct {
	name, kind string
}

func columns(t *testing.T, db *store.DB, table string) []column {
	t.Helper()
	q := `SELECT name, type FROM pragma_table_info(?)`
	if db.Postgres() {
		q = `SELECT column_name, data_type FROM information_schema.columns
			WHERE table_schema = current_schema() AND table_name = ? ORDER BY ordinal_position`
	}
	rows, err := db.Reader().QueryContext(context.Background(), q, table)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var out []column
	for rows.Next() {
		var c column
		if err := rows.Scan(&c.name, &c.kind); err != nil {
			t.Fatal(err)
		}
		out = append(out, c)
	}
	return out
}

// tables are all tables of the schema but for those of the libraries, and of the search, which
// is filled anew.
func tables(t *testing.T, db *store.DB) []string {
	t.Helper()
	q := `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1`
	if db.Postgres() {
		q = `SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1`
	}
	rows, err := db.Reader().QueryContext(context.Background(), q)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		if name != "goose_db_version" && !strings.HasPrefix(name, "river_") && !strings.HasPrefix(name, "searchable") {
			out = append(out, name)
		}
	}
	return out
}

// plant puts a row into every table: x for words and 1 for numbers, so that
// whatever refers to something finds it.
func plant(t *testing.T, db *store.DB) {
	t.Helper()
	ctx := context.Background()
	err := db.Tx(ctx, func(tx *store.Tx) error {
		for _, table := range store.Copied() {
			var names, marks []string
			var values []any
			for _, c := range columns(t, db, table) {
				names, marks = append(names, c.name), append(marks, "?")
				switch kind := strings.ToLower(c.kind); {
				case strings.Contains(kind, "int"):
					values = append(values, 1)
				case kind == "text":
					values = append(values, "x")
				case kind == "real" || kind == "double precision":
					values = append(values, 1.5)
				case kind == "blob" || kind == "bytea":
					values = append(values, []byte{'x', 0, 255})
				default:
					return fmt.Errorf("the column %s of %s is of the type %s, of which this test knows nothing", c.name, table, c.kind)
				}
			}
			q := `INSERT INTO ` + table + ` (` + strings.Join(names, ", ") + `) VALUES (` + strings.Join(marks, ", ") + `)`
			if _, err := tx.ExecContext(ctx, q, values...); err != nil {
				return fmt.Errorf("%s: %w", q, err)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// contents are all rows of all tables of the schema, but for what a database
// keeps for itself.
func contents(t *testing.T, db *store.DB) string {
	t.Helper()
	var lines []string
	for _, table := range tables(t, db) {
		var names []string
		for _, c := range columns(t, db, table) {
			names = append(names, c.name)
		}
		slices.Sort(names)
		rows, err := db.Reader().QueryContext(context.Background(), `SELECT `+strings.Join(names, ", ")+` FROM `+table)
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			row, into := make([]any, len(names)), make([]any, len(names))
			for i := range row {
				into[i] = &row[i]
			}
			if err := rows.Scan(into...); err != nil {
				t.Fatal(err)
			}
			if table == "setting" && (row[0] == "moved" || row[0] == "arrived") {
				continue
			}
			lines = append(lines, fmt.Sprintf("%s %q", table, row))
		}
		rows.Close()
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

func TestEveryColumnArrives(t *testing.T) {
	ctx := context.Background()
	first, second, third := open(t, ""), open(t, testdb.Postgres(t)), open(t, "")
	plant(t, first)
	want := contents(t, first)
	if n := strings.Count(want, "\n") + 1; n != len(store.Copied()) {
		t.Fatalf("%d rows for %d tables:\n%s", n, len(store.Copied()), want)
	}
	for _, step := range []struct{ from, to *store.DB }{{first, second}, {second, third}} {
		if err := store.Copy(ctx, step.from, step.to, store.Copying{Now: moment}); err != nil {
			t.Fatal(err)
		}
		if got := contents(t, step.to); got != want {
			t.Errorf("in %s:\n%s\nwant\n%s", step.to.Dialect(), got, want)
		}
	}
}
