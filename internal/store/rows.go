package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
)

// One statement writes this many rows, or fewer if they hold more than this many
// bytes: what a release consists of can be large.
const (
	copyRows  = 50
	copyBytes = 4 << 20
)

// own leaves out the settings that a database has for itself.
func own(table string) string {
	if table == "setting" {
		return ` WHERE name NOT IN ('moved', 'arrived', 'home')`
	}
	return ""
}

// table copies one table, reads it again and compares.
func (c *copier) table(ctx context.Context, from, to *Tx, table string) (total int, err error) {
	var columns []string
	var batch []any
	size := 0
	flush := func() error {
		if len(batch) == 0 {
			return nil
		}
		row := "(" + strings.TrimSuffix(strings.Repeat("?, ", len(columns)), ", ") + ")"
		rows := strings.TrimSuffix(strings.Repeat(row+", ", len(batch)/len(columns)), ", ")
		_, err := to.ExecContext(ctx, `INSERT INTO `+table+` (`+strings.Join(columns, ", ")+`) VALUES `+rows, batch...)
		batch, size = batch[:0], 0
		return err
	}
	read, err := sumRows(ctx, from, table, "*", func(names []string, row []any) error {
		columns = names
		batch = append(batch, row...)
		for _, v := range row {
			size += sizeOf(v)
		}
		if total++; len(batch) < copyRows*len(columns) && size < copyBytes {
			return nil
		}
		c.at(fmt.Sprintf("%s, row %d", table, total))
		return flush()
	})
	if err == nil {
		err = flush()
	}
	if err != nil || total == 0 {
		return total, err
	}
	written, err := sumRows(ctx, to, table, strings.Join(columns, ", "), nil)
	if err == nil && written != read {
		err = errors.New("what was written is not what was read")
	}
	if err != nil {
		return total, err
	}
	return total, to.renumber(ctx, table)
}

// renumber makes new rows of a table have numbers that are higher than those
// that were copied. SQLite does that by itself.
func (t *Tx) renumber(ctx context.Context, table string) error {
	if t.db.dialect == SQLite {
		return nil
	}
	var column string
	err := t.QueryRowContext(ctx, `SELECT column_name FROM information_schema.columns
		WHERE table_schema = current_schema() AND table_name = ? AND is_identity = 'YES'`, table).Scan(&column)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err == nil {
		_, err = t.ExecContext(ctx, `SELECT setval(pg_get_serial_sequence('`+table+`', '`+column+`'), (SELECT MAX(`+column+`) FROM `+table+`))`)
	}
	return err
}

// sum tells whether two tables hold the same rows, in whatever order.
type sum [4]uint64

func (s *sum) add(row []any) error {
	h := sha256.New()
	for _, v := range row {
		switch v := v.(type) {
		case nil:
			fmt.Fprint(h, "-;")
		case int64:
			fmt.Fprintf(h, "%d;", v)
		case float64:
			fmt.Fprintf(h, "%g;", v)
		case string:
			fmt.Fprintf(h, "%d:%s;", len(v), v)
		case []byte:
			fmt.Fprintf(h, "%d/%s;", len(v), v)
		default:
			return fmt.Errorf("a value of the type %T is not the same in both databases", v)
		}
	}
	digest := h.Sum(nil)
	for i := range s {
		s[i] += binary.BigEndian.Uint64(digest[8*i:])
	}
	return nil
}

// sumRows reads all rows of a table. each is called with every one of them, nil
// for nothing.
func sumRows(ctx context.Context, tx *Tx, table, columns string, each func(names []string, row []any) error) (s sum, err error) {
	rows, err := tx.QueryContext(ctx, `SELECT `+columns+` FROM `+table+own(table))
	if err != nil {
		return s, err
	}
	defer rows.Close()
	names, err := rows.Columns()
	if err != nil {
		return s, err
	}
	for rows.Next() {
		row, into := make([]any, len(names)), make([]any, len(names))
		for i := range row {
			into[i] = &row[i]
		}
		if err := rows.Scan(into...); err != nil {
			return s, err
		}
		if err := s.add(row); err != nil {
			return s, err
		}
		if each == nil {
			continue
		}
		if err := each(names, row); err != nil {
			return s, err
		}
	}
	return s, rows.Err()
}

func sizeOf(v any) int {
	switch v := v.(type) {
	case string:
		return len(v)
	case []byte:
		return len(v)
	}
	return 8
}

// equal tells whether a database holds the same workspace as another.
func equal(ctx context.Context, db *DB, other *Tx) (bool, error) {
	reader, err := db.snapshot(ctx)
	if err != nil {
		return false, fmt.Errorf("comparing the databases: %w", err)
	}
	defer reader.tx.Rollback()
	for _, table := range copied {
		names := "*"
		here, err := sumRows(ctx, reader, table, names, func(columns []string, _ []any) error {
			names = strings.Join(columns, ", ")
			return nil
		})
		if err != nil {
			return false, fmt.Errorf("comparing the table %s: %w", table, err)
		}
		there, err := sumRows(ctx, other, table, names, nil)
		if err != nil {
			return false, fmt.Errorf("comparing the table %s: %w", table, err)
		}
		if here != there {
			return false, nil
		}
	}
	return true, nil
}
