package ledger

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"pressroom/internal/store"
)

// Setting is a value that the database keeps for all who work on it, "" if there
// is none. It is no place for secrets of the mail server.
func (l *Ledger) Setting(ctx context.Context, name string) (string, error) {
	var v string
	err := l.db.Reader().QueryRowContext(ctx, `SELECT value FROM setting WHERE name = ?`, name).Scan(&v)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", fmt.Errorf("reading the setting %s: %w", name, err)
	}
	return v, nil
}

// SetSetting keeps a value.
func (l *Ledger) SetSetting(ctx context.Context, name, value string) error {
	return l.db.Tx(ctx, func(tx *store.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`, name, value)
		if err != nil {
			return fmt.Errorf("keeping the setting %s: %w", name, err)
		}
		return nil
	})
}
