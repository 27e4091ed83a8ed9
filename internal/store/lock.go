package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/binary"
	"encoding/hex"
	"errors"
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
	var b [8]byte
	rand.Read(b[:])
	id := hex.EncodeToString(b[:])
	if db.dialect == PostgreSQL {
		return db.lockSession(ctx, id)
	}
	dir := filepath.Join(db.dir, "workers")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("making the folder of worker locks: %w", err)
	}
	l := flock.New(filepath.Join(dir, id))
	ok, err := l.TryLock()
	if err != nil || !ok {
		return nil, fmt.Errorf("locking worker %s: %w", id, err)
	}
	return &Lock{ID: id, file: l}, nil
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
	name := l.file.Path()
	l.file.Unlock()
	os.Remove(name)
}

const held = ` FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 2 AND classid::bigint = ?::bigint
	AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`

// Holds is ErrLockLost unless the worker holds its lock at this moment. With
// SQLite a process cannot lose it.
func (t *Tx) Holds(ctx context.Context, worker string) error {
	if t.db.dialect == SQLite {
		return nil
	}
	var yes bool
	err := t.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1`+held+` AND objid::bigint = ?::bigint)`, lockWorker, int64(uint32(lockKey(worker)))).Scan(&yes)
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
		err := db.Reader().QueryRowContext(ctx, `SELECT EXISTS (SELECT 1`+held+` AND objid::bigint = ?::bigint)`, lockWorker, int64(uint32(lockKey(id)))).Scan(&yes)
		return err != nil || yes
	}
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
func (db *DB) AnyWorkerAlive(ctx context.Context) bool { return db.LiveWorkers(ctx) > 0 }

// LiveWorkers counts the workers that are running.
func (db *DB) LiveWorkers(ctx context.Context) int {
	n := 0
	if db.dialect == PostgreSQL {
		if err := db.Reader().QueryRowContext(ctx, `SELECT COUNT(*)`+held, lockWorker).Scan(&n); err != nil {
			return 0
		}
		return n
	}
	entries, err := os.ReadDir(filepath.Join(db.dir, "workers"))
	if err != nil {
		return 0
	}
	for _, e := range entries {
		if db.WorkerAlive(ctx, e.Name()) {
			n++
		}
	}
	return n
}
