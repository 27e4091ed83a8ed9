// Package store holds the database: connections, migrations, transactions and
// the locks by which a worker is known to be alive. SQL itself stands beside the
// functions that run it, in the packages that own the tables.
package store

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/pressly/goose/v3"
	_ "modernc.org/sqlite" // the SQLite driver
)

//go:embed migrations/*.sql
var migrations embed.FS

// DB is an open database.
type DB struct {
	write *sql.DB // one connection: SQLite has one writer, and it need not wait for itself
	read  *sql.DB
	dir   string

	mu       sync.Mutex
	prepared map[string]*sql.Stmt // on the write connection
}

// Open opens the SQLite database in dir, making and migrating it as needed.
// dir must exist.
func Open(ctx context.Context, dir string) (*DB, error) {
	file := filepath.Join(dir, "pressroom.db")
	if _, err := os.Stat(dir); err != nil {
		return nil, fmt.Errorf("opening the database: %w", err)
	}
	const pragmas = "?_pragma=busy_timeout(15000)&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_pragma=foreign_keys(0)&_pragma=wal_autocheckpoint(4000)"
	write, err := sql.Open("sqlite", "file:"+file+pragmas+"&_txlock=immediate")
	if err != nil {
		return nil, fmt.Errorf("opening the database: %w", err)
	}
	write.SetMaxOpenConns(1)
	db := &DB{write: write, dir: dir, prepared: make(map[string]*sql.Stmt)}
	if err := db.migrate(ctx); err != nil {
		write.Close()
		return nil, err
	}
	if db.read, err = sql.Open("sqlite", "file:"+file+pragmas+"&_pragma=query_only(1)"); err != nil {
		write.Close()
		return nil, fmt.Errorf("opening the database: %w", err)
	}
	db.read.SetMaxOpenConns(4)
	return db, nil
}

// migrate brings the schema up to date. Two processes that start at once are
// kept apart by a transaction-wide lock of SQLite's own: the loser tries again.
func (db *DB) migrate(ctx context.Context) error {
	sub, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return fmt.Errorf("reading migrations: %w", err)
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, db.write, sub)
	if err != nil {
		return fmt.Errorf("reading migrations: %w", err)
	}
	unlock, err := lockFile(ctx, filepath.Join(db.dir, "migrate.lock"))
	if err != nil {
		return err
	}
	defer unlock()
	pending, err := provider.HasPending(ctx)
	if err != nil {
		return fmt.Errorf("opening the database: %w", err)
	}
	if !pending {
		return nil
	}
	if _, err := provider.Up(ctx); err != nil {
		return fmt.Errorf("migrating the database: %w", err)
	}
	return nil
}

// Close closes the database.
func (db *DB) Close() error {
	rerr := db.read.Close()
	if err := db.write.Close(); err != nil {
		return fmt.Errorf("closing the database: %w", err)
	}
	return rerr
}

// Tx runs f in a transaction that holds the write lock from its start. It is
// rolled back if f returns an error.
func (db *DB) Tx(ctx context.Context, f func(*sql.Tx) error) error {
	tx, err := db.write.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("beginning a transaction: %w", err)
	}
	defer tx.Rollback()
	if err := f(tx); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("committing: %w", err)
	}
	return nil
}

// Hot runs f like Tx, with statements that are prepared once and kept: for what
// runs for every message. stmt gives the prepared form of one of the queries.
func (db *DB) Hot(ctx context.Context, queries []string, f func(stmt func(query string) *sql.Stmt) error) error {
	db.mu.Lock()
	for _, q := range queries { // before the transaction, which takes the only connection
		if db.prepared[q] != nil {
			continue
		}
		s, err := db.write.PrepareContext(ctx, q)
		if err != nil {
			db.mu.Unlock()
			return fmt.Errorf("preparing a statement: %w", err)
		}
		db.prepared[q] = s
	}
	db.mu.Unlock()
	return db.Tx(ctx, func(tx *sql.Tx) error {
		return f(func(q string) *sql.Stmt {
			db.mu.Lock()
			defer db.mu.Unlock()
			return tx.StmtContext(ctx, db.prepared[q])
		})
	})
}

// Reader is the pool for queries that change nothing.
func (db *DB) Reader() *sql.DB { return db.read }

// Micros is an instant as the database holds it: microseconds since 1970 UTC.
func Micros(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMicro()
}

// Time is the instant that Micros made, in UTC; the zero time for 0.
func Time(us int64) time.Time {
	if us == 0 {
		return time.Time{}
	}
	return time.UnixMicro(us).UTC()
}
