package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// A connection whose other end has vanished is given up after at most this long,
// on either side: it is how a worker whose machine is gone loses its lock.
const (
	keepIdle     = 5 * time.Second
	keepInterval = 5 * time.Second
	keepCount    = 3
	vanishAfter  = 20 * time.Second
)

func (db *DB) openPostgres(ctx context.Context) error {
	cfg, err := pgx.ParseConfig(db.url)
	if err != nil {
		return fmt.Errorf("reading the database's address: %w", hidden(err, db.url))
	}
	if cfg.ConnectTimeout == 0 {
		cfg.ConnectTimeout = 10 * time.Second
	}
	dialer := &net.Dialer{
		KeepAliveConfig: net.KeepAliveConfig{Enable: true, Idle: keepIdle, Interval: keepInterval, Count: keepCount},
		Control:         giveUpAfter(vanishAfter),
	}
	cfg.DialFunc = dialer.DialContext
	for name, value := range map[string]string{
		"application_name":        "pressroom",
		"tcp_keepalives_idle":     fmt.Sprint(int(keepIdle.Seconds())),
		"tcp_keepalives_interval": fmt.Sprint(int(keepInterval.Seconds())),
		"tcp_keepalives_count":    fmt.Sprint(keepCount),
		"tcp_user_timeout":        fmt.Sprint(vanishAfter.Milliseconds()),
		// What a vanished machine, or a process that stands still, left open must not
		// keep the others waiting.
		"idle_in_transaction_session_timeout": "10000",
	} {
		if cfg.RuntimeParams[name] == "" {
			cfg.RuntimeParams[name] = value
		}
	}
	db.write = stdlib.OpenDB(*cfg)
	db.write.SetMaxOpenConns(12)
	db.write.SetMaxIdleConns(6)
	db.read, db.jobs, db.hot = db.write, db.write, db.write
	if err := db.write.PingContext(ctx); err != nil {
		db.write.Close()
		return fmt.Errorf("opening the database %s: %w", db.Name(), hidden(err, db.url))
	}
	if err := db.migratePostgres(ctx); err != nil {
		db.write.Close()
		return err
	}
	return nil
}

// migratePostgres keeps two processes that start at once apart by a lock of the
// database's own.
func (db *DB) migratePostgres(ctx context.Context) error {
	conn, err := db.write.Conn(ctx)
	if err != nil {
		return fmt.Errorf("migrating the database: %w", err)
	}
	defer conn.Close()
	if _, err := conn.ExecContext(ctx, `SELECT pg_advisory_lock($1, 0)`, lockWriter); err != nil {
		return fmt.Errorf("migrating the database: %w", err)
	}
	defer conn.ExecContext(context.WithoutCancel(ctx), `SELECT pg_advisory_unlock($1, 0)`, lockWriter)
	return db.migrate(ctx, goose.DialectPostgres, "postgres")
}

// Clock is the time of a PostgreSQL server.
func Clock(ctx context.Context, q Querier) (time.Time, error) {
	var micros int64
	if err := q.QueryRowContext(ctx, `SELECT (EXTRACT(EPOCH FROM clock_timestamp()) * 1000000)::bigint`).Scan(&micros); err != nil {
		return time.Time{}, fmt.Errorf("reading the database's clock: %w", err)
	}
	return Time(micros), nil
}

// EndSession takes a worker's lock, for one that stands still: when it goes on, it finds
// that the lock is lost. With PostgreSQL its session is ended, with SQLite its file removed.
func (t *Tx) EndSession(ctx context.Context, worker string) error {
	if t.db.dialect == SQLite {
		if err := os.Remove(t.db.lockFile(worker)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("taking the lock of worker %s: %w", worker, err)
		}
		return nil
	}
	rows, err := t.QueryContext(ctx, `SELECT pg_terminate_backend(pid)`+held+` AND objid::bigint = ?::bigint`, lockWorker,
		int64(uint32(lockKey(worker))))
	if err != nil {
		return fmt.Errorf("ending the session of worker %s: %w", worker, err)
	}
	defer rows.Close()
	for rows.Next() {
	}
	return rows.Err()
}

// IsConflict tells whether an error is a row that a unique index does not allow.
func IsConflict(err error) bool {
	var pg *pgconn.PgError
	var lite *sqlite.Error
	return errors.As(err, &pg) && pg.Code == "23505" ||
		errors.As(err, &lite) && lite.Code() == sqlite3.SQLITE_CONSTRAINT_UNIQUE
}

// IsDeadlock tells whether PostgreSQL has ended a transaction because it and
// another waited for each other. It may be run again.
func IsDeadlock(err error) bool {
	var pg *pgconn.PgError
	return errors.As(err, &pg) && pg.Code == "40P01"
}
