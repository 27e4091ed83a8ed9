package store

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/gofrs/flock"
)

// What askers do to a file between the moment at which its owner opens it and the
// one at which it is locked, and just after.
func TestAWorkerNeverRestsOnALockThatNobodySees(t *testing.T) {
	ctx := context.Background()
	for name, ask := range map[string]func(t *testing.T, l *flock.Flock) (bool, error){
		"an asker removes the file before it is locked": func(t *testing.T, l *flock.Flock) (bool, error) {
			ok, err := l.TryLock() // of the open file: to remove it now or before is the same
			os.Remove(l.Path())
			return ok, err
		},
		"an asker holds the file for a moment": func(t *testing.T, l *flock.Flock) (bool, error) {
			return false, os.WriteFile(l.Path(), nil, 0o600)
		},
		"an asker puts a file of its own in its place": func(t *testing.T, l *flock.Flock) (bool, error) {
			ok, err := l.TryLock()
			os.Remove(l.Path())
			if err := os.WriteFile(l.Path(), nil, 0o600); err != nil {
				t.Fatal(err)
			}
			return ok, err
		},
	} {
		t.Run(name, func(t *testing.T) {
			db := &DB{dir: t.TempDir()}
			dir := filepath.Join(db.dir, "workers")
			if err := os.Mkdir(dir, 0o700); err != nil {
				t.Fatal(err)
			}
			rounds := 0
			l, err := lockNew(ctx, dir, func(l *flock.Flock) (bool, error) {
				if rounds++; rounds <= 3 {
					return ask(t, l)
				}
				return l.TryLock()
			})
			if err != nil {
				t.Fatal(err)
			}
			lock := &Lock{ID: filepath.Base(l.Path()), file: l}
			if rounds != 4 {
				t.Errorf("tried %d times, with 3 disturbances", rounds)
			}
			if !db.WorkerAlive(ctx, lock.ID) || db.LiveWorkers(ctx) != 1 {
				t.Error("the worker works with a lock that nobody sees")
			}
			lock.Release()
			if db.WorkerAlive(ctx, lock.ID) || db.LiveWorkers(ctx) != 0 {
				t.Error("it is taken for alive after it has ended")
			}
		})
	}
}
