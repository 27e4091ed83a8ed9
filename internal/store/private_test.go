package store_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"pressroom/internal/store"
)

// widen opens a folder to others, as one may be that came from a backup.
func widen(t *testing.T, dir string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			return os.Chmod(name, 0o777)
		}
		return os.Chmod(name, 0o666)
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestTheDatabaseIsItsOwnersAlone(t *testing.T) {
	ctx := context.Background()
	dir := filepath.Join(t.TempDir(), ".pressroom")
	if err := os.Mkdir(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	for _, before := range []string{"a new one", "one that was there"} {
		widen(t, dir)
		db, err := store.Open(ctx, dir, "")
		if err != nil {
			t.Fatal(err)
		}
		put(t, db, before)
		lock, err := db.LockWorker(ctx)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		err = filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			info, err := d.Info()
			if err != nil {
				return err
			}
			want := fs.FileMode(0o600)
			if d.IsDir() {
				want = 0o700
			}
			seen[d.Name()] = true
			if got := info.Mode().Perm(); got != want {
				t.Errorf("%s: %s has %o, want %o", before, d.Name(), got, want)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"pressroom.db", "pressroom.db-wal", "pressroom.db-shm", "workers", lock.ID} {
			if !seen[name] {
				t.Errorf("%s: no %s: the test tests too little", before, name)
			}
		}
		t.Cleanup(func() { lock.Release(); db.Close() }) // both are open at once
	}
}

func put(t *testing.T, db *store.DB, name string) {
	t.Helper()
	err := db.Tx(context.Background(), func(tx *store.Tx) error {
		_, err := tx.ExecContext(context.Background(), `INSERT INTO setting (name, value) VALUES (?, ?)`, name, "x")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
