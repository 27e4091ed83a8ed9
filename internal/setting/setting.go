// Package setting is the values that the database keeps, each under its name, for all
// who work on it. It is no place for secrets of the mail server.
package setting

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// Reader is what a value is read through: a transaction, or a database's reader.
type Reader interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// Lister is what names are listed through.
type Lister interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// Writer is the transaction that a value is kept in.
type Writer interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

// Get is a value, "" if there is none.
func Get(ctx context.Context, q Reader, name string) (string, error) {
	var v string
	err := q.QueryRowContext(ctx, `SELECT value FROM setting WHERE name = ?`, name).Scan(&v)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", fmt.Errorf("reading the setting %s: %w", name, err)
	}
	return v, nil
}

// Names lists the names that begin with a prefix, in their order.
func Names(ctx context.Context, q Lister, prefix string) ([]string, error) {
	rows, err := q.QueryContext(ctx, `SELECT name FROM setting WHERE substr(name, 1, ?) = ? ORDER BY name`, len(prefix), prefix)
	if err != nil {
		return nil, fmt.Errorf("listing the settings %s…: %w", prefix, err)
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, fmt.Errorf("listing the settings %s…: %w", prefix, err)
		}
		out = append(out, name)
	}
	return out, rows.Err()
}

// Set keeps a value.
func Set(ctx context.Context, tx Writer, name, value string) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
		name, value)
	if err != nil {
		return fmt.Errorf("keeping the setting %s: %w", name, err)
	}
	return nil
}

// Drop takes a value away; one that is not there is no error.
func Drop(ctx context.Context, tx Writer, name string) error {
	if _, err := tx.ExecContext(ctx, `DELETE FROM setting WHERE name = ?`, name); err != nil {
		return fmt.Errorf("dropping the setting %s: %w", name, err)
	}
	return nil
}
