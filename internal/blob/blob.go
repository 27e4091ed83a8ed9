// Package blob is the bytes that the database keeps under their digest, each once:
// what went out, what it was made of, and what partners handed in.
package blob

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
)

// Reader is what bytes are read through: a transaction, or a database's reader.
type Reader interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// Writer is the transaction that bytes are kept in.
type Writer interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

// Digest names bytes: their SHA-256, in hexadecimal.
func Digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// Put keeps bytes under their Digest, which it returns. Bytes that are there already
// are kept once; where they were damaged, they are right again.
func Put(ctx context.Context, tx Writer, data []byte) (string, error) {
	digest := Digest(data)
	if data == nil {
		data = []byte{} // a driver takes nil for NULL
	}
	_, err := tx.ExecContext(ctx, `INSERT INTO blob (digest, data) VALUES (?, ?)
		ON CONFLICT (digest) DO UPDATE SET data = excluded.data WHERE blob.data <> excluded.data`, digest, data)
	return digest, err
}

// DamagedError says that stored bytes are gone, or are not those that were stored.
type DamagedError struct {
	Dispatch string // "" for what belongs to none
	Form     string // the artefact's name, or what else it is, as in "the snapshot"
	Digest   string // under which it was stored
	Gone     bool
}

func (e *DamagedError) Error() string {
	what := e.Form
	if e.Dispatch != "" {
		what += " of " + e.Dispatch
	}
	if e.Gone {
		return fmt.Sprintf("%s is gone from the database (sha256:%.12s…); take it from a backup", what, e.Digest)
	}
	return fmt.Sprintf("%s is not what was stored (sha256:%.12s…): the database was damaged or changed; take it from a backup",
		what, e.Digest)
}

// Get returns what Put kept. form says which it is, and dispatch to which it belongs
// ("" for none), in errors: other bytes than were kept are a DamagedError.
func Get(ctx context.Context, q Reader, dispatch, form, digest string) ([]byte, error) {
	var data []byte
	err := q.QueryRowContext(ctx, `SELECT data FROM blob WHERE digest = ?`, digest).Scan(&data)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil, &DamagedError{dispatch, form, digest, true}
	case err != nil && dispatch == "":
		return nil, fmt.Errorf("reading %s: %w", form, err)
	case err != nil:
		return nil, fmt.Errorf("reading %s of %s: %w", form, dispatch, err)
	case Digest(data) != digest:
		return nil, &DamagedError{dispatch, form, digest, false}
	}
	return data, nil
}
