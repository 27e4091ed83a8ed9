package store

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

// lockFile takes an exclusive lock and returns what releases it.
func lockFile(ctx context.Context, name string) (unlock func(), err error) {
	l := flock.New(name)
	ok, err := l.TryLockContext(ctx, 20*time.Millisecond)
	if err != nil || !ok {
		return nil, fmt.Errorf("waiting for %s: %w", name, err)
	}
	return func() { l.Unlock() }, nil
}

// Lock is a worker's sign of life: the operating system drops it when the
// process ends, however it ends.
type Lock struct {
	ID   string
	lock *flock.Flock
}

// LockWorker takes a new worker's lock.
func (db *DB) LockWorker() (*Lock, error) {
	dir := filepath.Join(db.dir, "workers")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("making the folder of worker locks: %w", err)
	}
	var b [8]byte
	rand.Read(b[:])
	id := hex.EncodeToString(b[:])
	l := flock.New(filepath.Join(dir, id))
	ok, err := l.TryLock()
	if err != nil || !ok {
		return nil, fmt.Errorf("locking worker %s: %w", id, err)
	}
	return &Lock{ID: id, lock: l}, nil
}

// Release gives the lock up.
func (l *Lock) Release() {
	name := l.lock.Path()
	l.lock.Unlock()
	os.Remove(name)
}

// WorkerAlive tells whether the worker of that id still holds its lock. The lock
// file of a dead one is removed.
func (db *DB) WorkerAlive(id string) bool {
	if id == "" || filepath.Base(id) != id {
		return false
	}
	name := filepath.Join(db.dir, "workers", id)
	if _, err := os.Stat(name); err != nil {
		return false
	}
	l := flock.New(name)
	ok, err := l.TryLock()
	if err != nil || !ok {
		return true // not provably dead
	}
	os.Remove(name)
	l.Unlock()
	return false
}

// AnyWorkerAlive tells whether any worker of this workspace is running.
func (db *DB) AnyWorkerAlive() bool {
	entries, err := os.ReadDir(filepath.Join(db.dir, "workers"))
	if err != nil {
		return false
	}
	for _, e := range entries {
		if db.WorkerAlive(e.Name()) {
			return true
		}
	}
	return false
}
