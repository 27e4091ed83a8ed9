package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/gofrs/flock"
)

// lockFile takes an exclusive lock and returns what releases it.
func lockFile(ctx context.Context, name string) (unlock func(), err error) {
	for {
		l := flock.New(name)
		ok, err := l.TryLockContext(ctx, 20*time.Millisecond)
		if err != nil || !ok {
			return nil, fmt.Errorf("waiting for %s: %w", name, err)
		}
		if named(l) {
			return func() { l.Unlock() }, nil
		}
		l.Unlock()
	}
}

// named tells whether a lock is on the file that bears its name. A lock on a file
// that was removed between being opened and being locked is one that nobody sees.
func named(l *flock.Flock) bool {
	open, err := l.Stat()
	if err != nil {
		return false
	}
	seen, err := os.Stat(l.Path())
	return err == nil && os.SameFile(open, seen)
}

// Lock is a worker's sign of life. With SQLite it is a lock on a file, which the
// operating system drops when the process ends, however it ends; with PostgreSQL
// an advisory lock of a session, which the server drops when the connection does.
type Lock struct {
	ID   string
	file *flock.Flock
	conn *sql.Conn
}

// ErrLockLost is returned where a worker acts whose lock is gone: others may
// have taken over from it.
var ErrLockLost = errors.New("this worker's lock is lost; others may have taken over from it")

// LockWorker takes a new worker's lock.
func (db *DB) LockWorker(ctx context.Context) (*Lock, error) {
	if db.dialect == PostgreSQL {
		return db.lockSession(ctx, newID())
	}
	dir := filepath.Join(db.dir, "workers")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("making the folder of worker locks: %w", err)
	}
	l, err := lockNew(ctx, dir, (*flock.Flock).TryLock)
	if err != nil {
		return nil, err
	}
	return &Lock{ID: filepath.Base(l.Path()), file: l}, nil
}

// lockFile is the lock of a worker with SQLite. Ids are names of files (WorkerAlive).
func (db *DB) lockFile(id string) string { return filepath.Join(db.dir, "workers", id) }

func newID() string {
	var b [8]byte
	rand.Read(b[:])
	return hex.EncodeToString(b[:])
}

// lockTries bounds how often a worker tries to have a lock that others see.
const lockTries = 1000

// lockNew makes a file with a new name in dir and locks it with try. Until it is
// locked it looks like one that a dead worker has left: whoever asks meanwhile
// holds it for a moment or removes it. No harm is done, as nothing is claimed
// under the name yet; but the worker then needs another.
func lockNew(ctx context.Context, dir string, try func(*flock.Flock) (bool, error)) (*flock.Flock, error) {
	for range lockTries {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("locking a worker: %w", err)
		}
		l := flock.New(filepath.Join(dir, newID()), flock.SetFlag(os.O_CREATE|os.O_EXCL|os.O_RDWR))
		ok, err := try(l)
		if err != nil {
			return nil, fmt.Errorf("locking a worker: %w", err)
		}
		if ok && named(l) {
			return l, nil
		}
		l.Unlock()
	}
	return nil, fmt.Errorf("locking a worker: files do not stay in %s", dir)
}

func (db *DB) lockSession(ctx context.Context, id string) (*Lock, error) {
	conn, err := db.write.Conn(ctx)
	if err != nil {
		return nil, fmt.Errorf("locking worker %s: %w", id, err)
	}
	var ok bool
	if err := conn.QueryRowContext(ctx, `SELECT pg_try_advisory_lock($1, $2)`, lockWorker, lockKey(id)).Scan(&ok); err != nil || !ok {
		conn.Close()
		return nil, fmt.Errorf("locking worker %s: %w", id, errors.Join(err, ctx.Err()))
	}
	return &Lock{ID: id, conn: conn}, nil
}

// lockKey is the second key of a worker's advisory lock.
func lockKey(id string) int32 {
	b, err := hex.DecodeString(id)
	if err != nil || len(b) < 4 {
		return 0
	}
	return int32(binary.BigEndian.Uint32(b))
}

// Check tells whether the lock is still held: ErrLockLost if not, or if that
// cannot be known.
func (l *Lock) Check(ctx context.Context) error {
	if l.conn == nil {
		if !named(l.file) { // somebody has tidied the folder up
			return ErrLockLost
		}
		return nil
	}
	var one int
	if err := l.conn.QueryRowContext(ctx, `SELECT 1`).Scan(&one); err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return fmt.Errorf("%w: %w", ErrLockLost, err)
	}
	return nil
}

// Release gives the lock up.
func (l *Lock) Release() {
	if l.conn != nil {
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
		defer cancel()
		l.conn.ExecContext(ctx, `SELECT pg_advisory_unlock($1, $2)`, lockWorker, lockKey(l.ID))
		l.conn.Close()
		return
	}
	if named(l.file) {
		os.Remove(l.file.Path())
	}
	l.file.Unlock()
}

const (
	held = ` FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 2 AND classid::bigint = ?::bigint
		AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`
	heldBy = `SELECT EXISTS (SELECT 1` + held + ` AND objid::bigint = ?::bigint)`
)

// Holds is ErrLockLost unless the worker holds its lock at this moment. With SQLite a
// process loses it where others have removed the file.
func (t *Tx) Holds(ctx context.Context, worker string) error {
	if t.db.dialect == SQLite {
		if _, err := os.Stat(t.db.lockFile(worker)); errors.Is(err, fs.ErrNotExist) {
			return ErrLockLost
		}
		return nil
	}
	var yes bool
	err := t.QueryRowContext(ctx, heldBy, lockWorker, int64(uint32(lockKey(worker)))).Scan(&yes)
	if err == nil && !yes {
		err = ErrLockLost
	}
	return err
}

// WorkerAlive tells whether the worker of that id still holds its lock. What
// cannot be known counts as alive. The lock file of a dead one is removed.
func (db *DB) WorkerAlive(ctx context.Context, id string) bool {
	if db.dialect == PostgreSQL {
		var yes bool
		err := db.Reader().QueryRowContext(ctx, heldBy, lockWorker, int64(uint32(lockKey(id)))).Scan(&yes)
		return err != nil || yes
	}
	if id == "" || id[0] == '.' || filepath.Base(id) != id {
		return false
	}
	// Askers share the lock, so that they do not take each other for the worker,
	// and make no file where there is none.
	l := flock.New(db.lockFile(id), flock.SetFlag(os.O_RDWR))
	ok, err := l.TryRLock()
	if errors.Is(err, fs.ErrNotExist) {
		return false
	}
	if err != nil || !ok {
		return true // not provably dead
	}
	defer l.Unlock()
	if named(l) { // names are never used again: this is the file of the dead one
		os.Remove(l.Path())
	}
	return false
}

// AnyWorkerAlive tells whether any worker of this workspace is running.
func (db *DB) AnyWorkerAlive(ctx context.Context) bool { return db.LiveWorkers(ctx) > 0 }

// LiveWorkers counts the workers that are running, but for those of these ids.
func (db *DB) LiveWorkers(ctx context.Context, but ...string) int {
	if db.dialect == PostgreSQL {
		return db.liveSessions(ctx, but)
	}
	entries, err := os.ReadDir(filepath.Join(db.dir, "workers"))
	if err != nil {
		return 0
	}
	n := 0
	for _, e := range entries {
		if !e.IsDir() && !slices.Contains(but, e.Name()) && db.WorkerAlive(ctx, e.Name()) {
			n++
		}
	}
	return n
}

// liveSessions is LiveWorkers on PostgreSQL, where a lock bears a part of the id.
func (db *DB) liveSessions(ctx context.Context, but []string) (n int) {
	rows, err := db.Reader().QueryContext(ctx, `SELECT objid::bigint`+held, lockWorker)
	if err != nil {
		return 0
	}
	defer rows.Close()
	for rows.Next() {
		var key int64
		if err := rows.Scan(&key); err != nil {
			return 0
		}
		if !slices.ContainsFunc(but, func(id string) bool { return int64(uint32(lockKey(id))) == key }) {
			n++
		}
	}
	if rows.Err() != nil {
		return 0
	}
	return n
}
