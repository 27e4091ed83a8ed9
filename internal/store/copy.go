package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
)

// copied are the tables of a workspace, each after those that it refers to.
// River's are left out: nothing must wait in them when a workspace moves.
var copied = []string{
	"setting", "pulse", "worker", "dispatch", "blob", "artefact", "delivery", "attempt", "suppression", "tally", "override", "link", "reply", "told",
	"quote_request", "quote_link", "quote_event",
}

// numbered are the tables whose rows the database numbers.
var numbered = map[string]string{"delivery": "id", "suppression": "seq", "reply": "id", "quote_request": "id"}

// ErrNotEmpty is returned by Copy for a database that holds a workspace already.
var ErrNotEmpty = errors.New("the database that is copied to holds a workspace already")

// Copy carries a workspace from one database to another, which must be empty, in
// one transaction. Nobody may work on either meanwhile. It returns how many rows
// each table has; progress is called after each.
func Copy(ctx context.Context, from, to *DB, progress func(table string, rows int)) error {
	for _, db := range []*DB{from, to} {
		if db.AnyWorkerAlive(ctx) {
			return fmt.Errorf("a worker is running on %s; stop it first", db.Name())
		}
	}
	var waiting int
	if err := from.Reader().QueryRowContext(ctx, `SELECT COUNT(*) FROM river_job WHERE state IN ('available', 'running', 'retryable', 'scheduled', 'pending') AND kind <> 'inbox'`).Scan(&waiting); err != nil {
		return fmt.Errorf("copying the database: %w", err)
	}
	if waiting > 0 {
		return fmt.Errorf("%d notices wait to be sent; let pressroom serve run until they have gone", waiting)
	}
	source, err := from.read.BeginTx(ctx, from.snapshot())
	if err != nil {
		return fmt.Errorf("copying the database: %w", err)
	}
	defer source.Rollback()
	return to.Tx(ctx, func(tx *Tx) error {
		for _, table := range []string{"dispatch", "suppression", "setting"} {
			var n int
			if err := tx.QueryRowContext(ctx, `SELECT COUNT(*) FROM `+table).Scan(&n); err != nil {
				return fmt.Errorf("copying the database: %w", err)
			}
			if n > 0 {
				return ErrNotEmpty
			}
		}
		for _, table := range copied {
			n, err := copyTable(ctx, source, tx, table)
			if err != nil {
				return fmt.Errorf("copying the table %s: %w", table, err)
			}
			if progress != nil {
				progress(table, n)
			}
		}
		return nil
	})
}

// snapshot makes a reading transaction see one moment.
func (db *DB) snapshot() *sql.TxOptions {
	if db.dialect == PostgreSQL {
		return &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true}
	}
	return nil
}

// copyRows is how many rows one statement writes.
const copyRows = 50

func copyTable(ctx context.Context, from *sql.Tx, to *Tx, table string) (total int, err error) {
	rows, err := from.QueryContext(ctx, `SELECT * FROM `+table)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return 0, err
	}
	var batch []any
	flush := func() error {
		n := len(batch) / len(columns)
		if n == 0 {
			return nil
		}
		marks := "(" + strings.TrimSuffix(strings.Repeat("?, ", len(columns)), ", ") + ")"
		_, err := to.ExecContext(ctx, `INSERT INTO `+table+` (`+strings.Join(columns, ", ")+`) VALUES `+strings.TrimSuffix(strings.Repeat(marks+", ", n), ", "), batch...)
		batch = batch[:0]
		return err
	}
	for rows.Next() {
		values := make([]any, len(columns))
		for i := range values {
			values[i] = new(any)
		}
		if err := rows.Scan(values...); err != nil {
			return total, err
		}
		for _, v := range values {
			batch = append(batch, *v.(*any))
		}
		if total++; total%copyRows == 0 {
			if err := flush(); err != nil {
				return total, err
			}
		}
	}
	if err := rows.Err(); err != nil {
		return total, err
	}
	if err := flush(); err != nil {
		return total, err
	}
	if column := numbered[table]; column != "" && to.db.dialect == PostgreSQL && total > 0 {
		_, err = to.tx.ExecContext(ctx, `SELECT setval(pg_get_serial_sequence('`+table+`', '`+column+`'), (SELECT MAX(`+column+`) FROM `+table+`))`)
	}
	return total, err
}
