package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"sync"
)

// Tx is a transaction. Its statements are written with ? or ?1 for parameters,
// and two comments that SQLite, which has one writer, passes over:
//
//	/* for update */    locks the rows that a SELECT reads
//	/* skip locked */   locks them, and leaves out those that another holds
type Tx struct {
	db *DB
	tx *sql.Tx
}

// ExecContext runs a statement.
func (t *Tx) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	return t.tx.ExecContext(ctx, t.db.translate(query), args...)
}

// QueryContext runs a query.
func (t *Tx) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	return t.tx.QueryContext(ctx, t.db.translate(query), args...)
}

// QueryRowContext runs a query for one row.
func (t *Tx) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	return t.tx.QueryRowContext(ctx, t.db.translate(query), args...)
}

// PrepareContext prepares a statement.
func (t *Tx) PrepareContext(ctx context.Context, query string) (*sql.Stmt, error) {
	return t.tx.PrepareContext(ctx, t.db.translate(query))
}

// Exclusive makes writers of what key names wait for each other until the
// transaction ends. SQLite has one writer anyway.
func (t *Tx) Exclusive(ctx context.Context, key int32) error {
	if t.db.dialect == SQLite {
		return nil
	}
	_, err := t.tx.ExecContext(ctx, `SELECT pg_advisory_xact_lock($1, $2)`, lockWriter, key)
	return err
}

// Classes of PostgreSQL's advisory locks with two keys.
const (
	lockWriter int32 = 0x50520001
	lockWorker int32 = 0x50520002
)

// Keys for Exclusive.
const (
	keyTx          int32 = 1
	KeySuppression int32 = 2 // so that their numbers become visible in their order
	KeyClaim       int32 = 3 // of dispatches that mail the same people
	keyArmed       int32 = 4 // so that the workspace is not moved under a transaction's hands
)

// Tx runs f in a transaction of which there is one at a time, whichever the
// database and however many processes. It is rolled back if f returns an error;
// otherwise it is on disk when Tx returns. On a database from which the workspace
// was moved it is a *MovedError.
func (db *DB) Tx(ctx context.Context, f func(*Tx) error) error {
	return db.run(ctx, db.write, func(tx *Tx) error {
		if err := tx.Exclusive(ctx, keyTx); err != nil {
			return fmt.Errorf("beginning a transaction: %w", err)
		}
		if err := armed(ctx, tx); err != nil {
			return err
		}
		return f(tx)
	})
}

// Shared runs f in a transaction that, with PostgreSQL, runs beside others: what
// it reads before it writes has to be locked by its statements. With SQLite it
// is on disk only after Flush, or after the next Tx: others may write meanwhile.
func (db *DB) Shared(ctx context.Context, f func(*Tx) error) error {
	return db.run(ctx, db.hot, f)
}

func (db *DB) run(ctx context.Context, pool *sql.DB, f func(*Tx) error) error {
	if db.dialect == SQLite {
		// Two connections of one process would make each other wait by the clock.
		select {
		case db.turn <- struct{}{}:
			defer func() { <-db.turn }()
		case <-ctx.Done():
			return fmt.Errorf("beginning a transaction: %w", ctx.Err())
		}
	}
	tx, err := pool.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("beginning a transaction: %w", err)
	}
	defer tx.Rollback()
	if err := f(&Tx{db, tx}); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("committing: %w", err)
	}
	return nil
}

// Stmt is a statement of a Hot transaction.
type Stmt struct {
	tx    *Tx
	query string
	stmt  *sql.Stmt // with SQLite
}

// ExecContext runs it.
func (s Stmt) ExecContext(ctx context.Context, args ...any) (sql.Result, error) {
	if s.stmt != nil {
		return s.stmt.ExecContext(ctx, args...)
	}
	return s.tx.ExecContext(ctx, s.query, args...)
}

// QueryRowContext runs it for one row.
func (s Stmt) QueryRowContext(ctx context.Context, args ...any) *sql.Row {
	if s.stmt != nil {
		return s.stmt.QueryRowContext(ctx, args...)
	}
	return s.tx.QueryRowContext(ctx, s.query, args...)
}

// Hot runs f like Shared, with statements that are prepared once and kept: for
// what runs for every message. stmt gives the prepared form of one of the queries.
func (db *DB) Hot(ctx context.Context, queries []string, f func(tx *Tx, stmt func(query string) Stmt) error) error {
	if db.dialect == PostgreSQL { // the driver prepares by itself
		return db.Shared(ctx, func(tx *Tx) error {
			return f(tx, func(q string) Stmt { return Stmt{tx: tx, query: q} })
		})
	}
	if err := db.prepare(ctx, queries); err != nil {
		return err
	}
	return db.Shared(ctx, func(tx *Tx) error {
		return f(tx, func(q string) Stmt {
			db.mu.Lock()
			defer db.mu.Unlock()
			return Stmt{tx: tx, stmt: tx.tx.StmtContext(ctx, db.prepared[q])}
		})
	})
}

// prepare makes statements ready, before the transaction, which takes the only
// connection.
func (db *DB) prepare(ctx context.Context, queries []string) error {
	db.mu.Lock()
	defer db.mu.Unlock()
	for _, q := range queries {
		if db.prepared[q] != nil {
			continue
		}
		s, err := db.hot.PrepareContext(ctx, q)
		if err != nil {
			return fmt.Errorf("preparing a statement: %w", err)
		}
		db.prepared[q] = s
	}
	return nil
}

// Querier is what a transaction and a reader have in common.
type Querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// Reader runs queries that change nothing.
type Reader struct{ db *DB }

// Reader is for queries that change nothing.
func (db *DB) Reader() Reader { return Reader{db} }

// QueryContext runs a query.
func (r Reader) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	return r.db.read.QueryContext(ctx, r.db.translate(query), args...)
}

// QueryRowContext runs a query for one row.
func (r Reader) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	return r.db.read.QueryRowContext(ctx, r.db.translate(query), args...)
}

var translations sync.Map // by query, for PostgreSQL

// translate turns a statement into the database's own form.
func (db *DB) translate(query string) string {
	if db.dialect == SQLite {
		return query
	}
	if t, ok := translations.Load(query); ok {
		return t.(string)
	}
	t := toPostgres(query)
	translations.Store(query, t)
	return t
}

// toPostgres numbers the parameters and brings out the locks.
func toPostgres(query string) string {
	query = strings.NewReplacer("/* for update */", "FOR UPDATE", "/* skip locked */", "FOR UPDATE SKIP LOCKED").Replace(query)
	var b strings.Builder
	n, quoted := 0, false
	for i := 0; i < len(query); i++ {
		c := query[i]
		switch {
		case c == '\'':
			quoted = !quoted
			b.WriteByte(c)
		case c == '?' && !quoted:
			b.WriteByte('$')
			if i+1 < len(query) && query[i+1] >= '1' && query[i+1] <= '9' {
				continue // it is numbered already
			}
			n++
			fmt.Fprint(&b, n)
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}
