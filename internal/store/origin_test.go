package store_test

import (
	"context"
	"database/sql"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pressroom/internal/store"
	"pressroom/internal/testdb"
)

// place is where a database is, and how it is copied and moved from there.
type place struct {
	dir, url   string
	copy, move func(t *testing.T) place
}

func (p place) open(t *testing.T) *store.DB {
	t.Helper()
	db, err := store.Open(context.Background(), p.dir, p.url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func inFile(dir string) place {
	p := place{dir: dir}
	p.copy = func(t *testing.T) place {
		to := t.TempDir()
		data, err := os.ReadFile(filepath.Join(dir, "pressroom.db"))
		if err == nil {
			err = os.WriteFile(filepath.Join(to, "pressroom.db"), data, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
		return inFile(to)
	}
	p.move = func(t *testing.T) place {
		to := filepath.Join(t.TempDir(), "moved")
		if err := os.Rename(dir, to); err != nil {
			t.Fatal(err)
		}
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		return inFile(to)
	}
	return p
}

func onServer(address string) place {
	p := place{url: address}
	u, _ := url.Parse(address)
	name := strings.TrimPrefix(u.Path, "/")
	beside := func(t *testing.T, suffix, statement string) place {
		t.Helper()
		admin := *u
		admin.Path = "/postgres"
		db, err := sql.Open("pgx", admin.String())
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		if _, err := db.Exec(strings.NewReplacer("OLD", name, "NEW", name+suffix).Replace(statement)); err != nil {
			t.Fatal(err)
		}
		to := *u
		to.Path += suffix
		return onServer(to.String())
	}
	p.copy = func(t *testing.T) place { return beside(t, "_copy", "CREATE DATABASE NEW TEMPLATE OLD") }
	p.move = func(t *testing.T) place { return beside(t, "_moved", "ALTER DATABASE OLD RENAME TO NEW") }
	return p
}

// origin is the name of the database that one is a copy of, "" for none.
func origin(t *testing.T, db *store.DB) string {
	t.Helper()
	o, err := db.Origin(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if o == nil {
		return ""
	}
	defer o.Close()
	return o.Name()
}

func settle(t *testing.T, db *store.DB) {
	t.Helper()
	if err := db.Settle(context.Background()); err != nil {
		t.Fatal(err)
	}
}

// TestACopyKnowsWhatItIsACopyOf as long as that is where it was; what was moved is no copy.
func TestACopyKnowsWhatItIsACopyOf(t *testing.T) {
	for name, first := range map[string]func(t *testing.T) place{
		"SQLite":     func(t *testing.T) place { return inFile(t.TempDir()) },
		"PostgreSQL": func(t *testing.T) place { return onServer(testdb.Postgres(t)) },
	} {
		t.Run(name, func(t *testing.T) {
			at := first(t)
			db := at.open(t)
			if got := origin(t, db); got != "" {
				t.Errorf("one that is new is a copy of %s", got)
			}
			settle(t, db)
			settle(t, db)
			if got := origin(t, db); got != "" {
				t.Errorf("one at home is a copy of %s", got)
			}
			if err := db.Close(); err != nil {
				t.Fatal(err)
			}
			copied := at.copy(t).open(t)
			settle(t, copied) // which changes nothing as long as the other is there
			if got, want := origin(t, copied), db.Name(); got != want {
				t.Errorf("the copy is one of %q, not of %s", got, want)
			}
			moved := at.move(t).open(t)
			for _, db := range []*store.DB{copied, moved} {
				if got := origin(t, db); got != "" {
					t.Errorf("%s is a copy of %s, where nothing is", db.Name(), got)
				}
			}
			settle(t, copied)
			if name == "SQLite" { // somebody begins anew where the first was
				again := at.open(t)
				settle(t, again)
				if got := origin(t, moved); got != "" {
					t.Errorf("what was moved is a copy of %s, which is another", got)
				}
			}
		})
	}
}
