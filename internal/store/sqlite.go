package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/pressly/goose/v3"
	_ "modernc.org/sqlite" // the SQLite driver

	"pressroom/internal/private"
)

const fileName = "pressroom.db"

// inAddress writes the name of a file as it stands in an address of SQLite
// (https://www.sqlite.org/uri.html), where these have another meaning.
var inAddress = strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23")

func (db *DB) openSQLite(ctx context.Context) error {
	file := filepath.Join(db.dir, fileName)
	address := "file:" + inAddress.Replace(file)
	if _, err := os.Stat(db.dir); err != nil {
		return fmt.Errorf("opening the database: %w", err)
	}
	if err := db.takeFromOthers(); err != nil {
		return fmt.Errorf("opening the database: %w", err)
	}
	const pragmas = "?_pragma=busy_timeout(15000)&_pragma=journal_mode(WAL)&_pragma=foreign_keys(0)&_pragma=wal_autocheckpoint(4000)"
	const full, normal = "&_pragma=synchronous(FULL)", "&_pragma=synchronous(NORMAL)"
	write, err := sql.Open("sqlite", address+pragmas+full+"&_txlock=immediate")
	if err != nil {
		return fmt.Errorf("opening the database: %w", err)
	}
	write.SetMaxOpenConns(1)
	db.write = write
	if err := db.migrateSQLite(ctx); err != nil {
		write.Close()
		return err
	}
	if db.read, err = sql.Open("sqlite", address+pragmas+"&_pragma=query_only(1)"); err != nil {
		write.Close()
		return fmt.Errorf("opening the database: %w", err)
	}
	db.read.SetMaxOpenConns(4)
	for _, pool := range []struct {
		to   **sql.DB
		sync string
	}{{&db.hot, normal}, {&db.jobs, full}} {
		if *pool.to, err = sql.Open("sqlite", address+pragmas+pool.sync+"&_txlock=immediate"); err != nil {
			return fmt.Errorf("opening the database: %w", err)
		}
		(*pool.to).SetMaxOpenConns(1)
	}
	db.wal = &log{name: file + "-wal"}
	return nil
}

// takeFromOthers makes the database, its journals and the workers' locks readable to
// their owner only. SQLite makes journals with the permissions of the file.
func (db *DB) takeFromOthers() error {
	file := filepath.Join(db.dir, fileName)
	workers := filepath.Join(db.dir, "workers")
	return errors.Join(private.Dir(db.dir), private.File(file), private.Inside(db.dir), private.Dir(workers), private.Inside(workers))
}

// migrateSQLite keeps two processes that start at once apart by a lock on a file.
func (db *DB) migrateSQLite(ctx context.Context) error {
	unlock, err := lockFile(ctx, filepath.Join(db.dir, "migrate.lock"))
	if err != nil {
		return err
	}
	defer unlock()
	return db.migrate(ctx, goose.DialectSQLite3, "sqlite")
}
