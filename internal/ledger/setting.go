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
	return setting(ctx, l.db.Reader(), name)
}

func setting(ctx context.Context, q store.Querier, name string) (string, error) {
	var v string
	err := q.QueryRowContext(ctx, `SELECT value FROM setting WHERE name = ?`, name).Scan(&v)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", fmt.Errorf("reading the setting %s: %w", name, err)
	}
	return v, nil
}

// SetSetting keeps a value.
func (l *Ledger) SetSetting(ctx context.Context, name, value string) error {
	return l.db.Tx(ctx, func(tx *store.Tx) error { return setSetting(ctx, tx, name, value) })
}

func setSetting(ctx context.Context, tx *store.Tx, name, value string) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`, name, value)
	if err != nil {
		return fmt.Errorf("keeping the setting %s: %w", name, err)
	}
	return nil
}

// QuotesHead is the end of the history of a release's quotes, as SetQuotesHead
// kept it; "" if there is none.
func QuotesHead(ctx context.Context, q store.Querier, slug string) (string, error) {
	return setting(ctx, q, "quotes/"+slug)
}

// SetQuotesHead keeps the end of the history of a release's quotes: a plan that
// rests on another is not scheduled.
func SetQuotesHead(ctx context.Context, tx *store.Tx, slug, head string) error {
	return setSetting(ctx, tx, "quotes/"+slug, head)
}
