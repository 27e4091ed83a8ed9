package store_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"pressroom/internal/store"
)

// Whatever a folder is called, its database is in it.
func TestADatabaseIsInItsFolder(t *testing.T) {
	ctx := context.Background()
	for _, name := range []string{"press #1", "what next?", "100%", "a%41b", "q&a=1", "Küste", "a;b'c\"d"} {
		t.Run(name, func(t *testing.T) {
			above, err := os.MkdirTemp("", "folder")
			if err != nil {
				t.Fatal(err)
			}
			defer os.RemoveAll(above)
			dir := filepath.Join(above, name)
			if err := os.Mkdir(dir, 0o700); err != nil {
				t.Fatal(err)
			}
			db, err := store.Open(ctx, dir, "")
			if err != nil {
				t.Fatal(err)
			}
			defer db.Close()
			var mode string
			if err := db.Reader().QueryRowContext(ctx, `PRAGMA journal_mode`).Scan(&mode); err != nil || mode != "wal" {
				t.Errorf("its settings are not its own: %q, %v", mode, err)
			}
			if _, err := os.Stat(filepath.Join(dir, "pressroom.db")); err != nil {
				t.Error(err)
			}
			if beside, err := os.ReadDir(above); err != nil || len(beside) != 1 {
				t.Errorf("beside its folder there is %v, %v", beside, err)
			}
		})
	}
}
