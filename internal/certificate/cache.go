package certificate

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"golang.org/x/crypto/acme/autocert"

	"pressroom/internal/store"
)

// cache is where autocert keeps all that it has to keep (autocert.Cache), each thing
// under the name that it gives it.
type cache struct {
	db        *store.DB
	directory string // the authority's
	now       func() time.Time
}

// Get is what was kept, autocert.ErrCacheMiss if nothing was.
func (c cache) Get(ctx context.Context, name string) ([]byte, error) {
	var value []byte
	err := c.db.Reader().QueryRowContext(ctx, `SELECT value FROM certificate WHERE directory = ? AND name = ?`, c.directory, name).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, autocert.ErrCacheMiss
	}
	if err != nil {
		return nil, fmt.Errorf("reading %s of the certificate: %w", name, err)
	}
	return value, nil
}

// Put keeps it, for every machine from when it returns.
func (c cache) Put(ctx context.Context, name string, value []byte) error {
	return c.db.Tx(ctx, func(tx *store.Tx) error { return c.putIn(ctx, tx, name, value) })
}

func (c cache) putIn(ctx context.Context, tx *store.Tx, name string, value []byte) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO certificate (directory, name, value, changed_at) VALUES (?, ?, ?, ?)
		ON CONFLICT (directory, name) DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at`,
		c.directory, name, value, store.Micros(c.now()))
	if err != nil {
		return fmt.Errorf("keeping %s of the certificate: %w", name, err)
	}
	return nil
}

// Delete takes it away.
func (c cache) Delete(ctx context.Context, name string) error {
	return c.db.Tx(ctx, func(tx *store.Tx) error {
		_, err := tx.ExecContext(ctx, `DELETE FROM certificate WHERE directory = ? AND name = ?`, c.directory, name)
		if err != nil {
			return fmt.Errorf("deleting %s of the certificate: %w", name, err)
		}
		return nil
	})
}

// staleAfter is how long a challenge can be under way.
const staleAfter = 24 * time.Hour

// sweep deletes challenges that a process left which was killed.
func (c cache) sweep(ctx context.Context) error {
	return c.db.Tx(ctx, func(tx *store.Tx) error {
		_, err := tx.ExecContext(ctx, `DELETE FROM certificate WHERE (name LIKE '%+token' OR name LIKE '%+http-01') AND changed_at < ?`,
			store.Micros(c.now().Add(-staleAfter)))
		if err != nil {
			return fmt.Errorf("deleting old challenges: %w", err)
		}
		return nil
	})
}
