// Package store holds the database: connections, migrations, transactions and
// the locks by which a worker is known to be alive. SQL itself stands beside the
// functions that run it, in the packages that own the tables.
//
// The database is SQLite, one file in the workspace, or PostgreSQL. Statements
// are written once for both: see Tx.
package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/pressly/goose/v3"
	"github.com/riverqueue/river/riverdriver"
	"github.com/riverqueue/river/riverdriver/riverdatabasesql"
	"github.com/riverqueue/river/riverdriver/riversqlite"
	"github.com/riverqueue/river/rivermigrate"
)

//go:embed migrations
var migrations embed.FS

// Dialect is which kind of database it is.
type Dialect int

// The dialects.
const (
	SQLite Dialect = iota
	PostgreSQL
)

func (d Dialect) String() string {
	if d == PostgreSQL {
		return "PostgreSQL"
	}
	return "SQLite"
}

// DB is an open database.
type DB struct {
	dialect Dialect
	write   *sql.DB // with SQLite one connection: it has one writer, and need not wait for itself
	hot     *sql.DB // the same, for Shared and Hot: its commits are on disk only after Flush
	read    *sql.DB // with PostgreSQL the same as write
	jobs    *sql.DB // for River, which must not hold up the writer; with PostgreSQL the same as write
	dir     string  // of SQLite's file and of the lock files
	url     string

	mu       sync.Mutex
	prepared map[string]*sql.Stmt // with SQLite, on the hot connection
	turn     chan struct{}        // with SQLite, held by whoever writes
	wal      *log                 // with SQLite
}

// Open opens the database that url names, making and migrating its tables as
// needed: postgres://… (or postgresql://…), and with "" SQLite's file in dir,
// which must exist.
func Open(ctx context.Context, dir, url string) (*DB, error) {
	db := &DB{dir: dir, url: url, prepared: make(map[string]*sql.Stmt), turn: make(chan struct{}, 1)}
	var err error
	if url == "" {
		err = db.openSQLite(ctx)
	} else {
		db.dialect = PostgreSQL
		err = db.openPostgres(ctx)
	}
	if err != nil {
		return nil, err
	}
	return db, nil
}

// Exists tells whether there is a database for Open to open, without making one.
func Exists(dir, url string) bool {
	if url != "" {
		return true
	}
	_, err := os.Stat(filepath.Join(dir, fileName))
	return err == nil
}

// migrate brings the schema up to date.
func (db *DB) migrate(ctx context.Context, dialect goose.Dialect, folder string, options ...goose.ProviderOption) error {
	sub, err := fs.Sub(migrations, "migrations/"+folder)
	if err != nil {
		return fmt.Errorf("reading migrations: %w", err)
	}
	provider, err := goose.NewProvider(dialect, db.write, sub, options...)
	if err != nil {
		return fmt.Errorf("reading migrations: %w", err)
	}
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
	return db.migrateJobs(ctx)
}

// migrateJobs makes the tables of River. They come with a version of ours, so
// that looking at ours is enough.
func (db *DB) migrateJobs(ctx context.Context) error {
	quiet := &rivermigrate.Config{Logger: slog.New(slog.DiscardHandler)}
	var driver riverdriver.Driver[*sql.Tx] = riversqlite.New(db.write)
	if db.dialect == PostgreSQL {
		driver = riverdatabasesql.New(db.write)
	}
	m, err := rivermigrate.New(driver, quiet)
	if err == nil {
		_, err = m.Migrate(ctx, rivermigrate.DirectionUp, nil)
	}
	if err != nil {
		return fmt.Errorf("migrating the tables of jobs: %w", err)
	}
	return nil
}

// Close closes the database.
func (db *DB) Close() error {
	var rerr error
	if db.read != db.write {
		rerr = errors.Join(db.read.Close(), db.jobs.Close(), db.hot.Close(), db.wal.close())
	}
	if err := db.write.Close(); err != nil {
		return fmt.Errorf("closing the database: %w", err)
	}
	return rerr
}

// Dialect is which kind of database it is.
func (db *DB) Dialect() Dialect { return db.dialect }

// Name is the database as messages name it: without user and password.
func (db *DB) Name() string {
	if db.dialect == SQLite {
		return db.dir + "/" + fileName
	}
	u, err := url.Parse(db.url)
	if err != nil {
		return "PostgreSQL"
	}
	return "postgres://" + u.Host + u.Path
}

// Jobs is the database as River takes it.
func (db *DB) Jobs() riverdriver.Driver[*sql.Tx] {
	if db.dialect == PostgreSQL {
		return riverdatabasesql.New(db.jobs)
	}
	return riversqlite.New(db.jobs)
}

// SQL is the transaction itself, for libraries that bring their own statements.
func (t *Tx) SQL() *sql.Tx { return t.tx }

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

// hidden takes a URL's password out of an error's text: libraries print it.
func hidden(err error, rawURL string) error {
	u, perr := url.Parse(rawURL)
	if err == nil || perr != nil || u.User == nil {
		return err
	}
	password, ok := u.User.Password()
	if !ok || password == "" || !strings.Contains(err.Error(), password) {
		return err
	}
	return errors.New(strings.ReplaceAll(err.Error(), password, "…"))
}

// Postgres tells whether the database is PostgreSQL.
func (db *DB) Postgres() bool { return db.dialect == PostgreSQL }
