package ledger

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"pressroom/internal/saying"
	"pressroom/internal/store"
)

// Reasons for a suppression.
const (
	Bounced      = "bounced"
	Unsubscribed = "unsubscribed"
	ByHand       = "by hand"
)

// wasErased is what is known of a suppression of somebody who was erased.
const wasErased = "erased"

// Suppression is an address that must not be mailed, and why.
type Suppression struct {
	Key, Reason, Detail string
	At                  time.Time
}

// Suppress adds an address by its key. One that is there already keeps its
// reason, except that unsubscribed replaces any other.
func (l *Ledger) Suppress(ctx context.Context, key, reason, detail string) error {
	return l.db.Tx(ctx, func(tx *store.Tx) error { return suppress(ctx, tx, key, reason, detail, store.Micros(l.now())) })
}

// SuppressAll is Suppress for many at once, as of now.
func (l *Ledger) SuppressAll(ctx context.Context, all []Suppression) error {
	return l.db.Tx(ctx, func(tx *store.Tx) error {
		for _, s := range all {
			if err := suppress(ctx, tx, s.Key, s.Reason, s.Detail, store.Micros(l.now())); err != nil {
				return err
			}
		}
		return nil
	})
}

// SuppressIn is Suppress inside a transaction.
func (l *Ledger) SuppressIn(ctx context.Context, tx *store.Tx, key, reason, detail string) error {
	return suppress(ctx, tx, key, reason, detail, store.Micros(l.now()))
}

const sqlSuppress = `INSERT INTO suppression (address_key, reason, detail, at) VALUES (?, ?, ?, ?)
	ON CONFLICT (address_key) DO UPDATE SET reason = excluded.reason, detail = excluded.detail, at = excluded.at
	WHERE suppression.reason <> 'unsubscribed' AND excluded.reason = 'unsubscribed'`

func suppress(ctx context.Context, tx *store.Tx, key, reason, detail string, at int64) error {
	if err := tx.Exclusive(ctx, store.KeySuppression); err != nil {
		return fmt.Errorf("suppressing an address: %w", err)
	}
	if _, err := tx.ExecContext(ctx, sqlSuppress, key, reason, detail, at); err != nil {
		return fmt.Errorf("suppressing an address: %w", err)
	}
	return nil
}

// AllowIn removes an address, inside a transaction, that was added for a reason in these
// very words; others stay.
func (l *Ledger) AllowIn(ctx context.Context, tx *store.Tx, key, reason, detail string) error {
	_, err := tx.ExecContext(ctx, `DELETE FROM suppression WHERE address_key = ? AND reason = ? AND detail = ?`, key, reason, detail)
	if err != nil {
		return fmt.Errorf("allowing an address: %w", err)
	}
	return nil
}

// TheirWordError is returned by Unsuppress for an address whose owner said no.
type TheirWordError struct{ Detail string } // how they said it, "" where that is not known

func (e *TheirWordError) Error() string { return e.Said().String() }

// Said is the error as a sentence.
func (e *TheirWordError) Said() saying.Sentence {
	if e.Detail == "" {
		return saying.Of("this person unsubscribed; only they can come back")
	}
	return saying.Of("this person unsubscribed (%s); only they can come back", e.Detail)
}

// Unsuppress removes an address. It is false if the address was not there, and a
// *TheirWordError if its owner unsubscribed or was erased.
func (l *Ledger) Unsuppress(ctx context.Context, key string) (bool, error) {
	return l.unsuppress(ctx, key, false)
}

// ComeBack removes an address whose owner unsubscribed and says otherwise now. It
// is false if they are not on the list for that reason.
func (l *Ledger) ComeBack(ctx context.Context, key string) (bool, error) {
	return l.unsuppress(ctx, key, true)
}

func (l *Ledger) unsuppress(ctx context.Context, key string, theirs bool) (found bool, err error) {
	workspaceKey, err := l.Key(ctx)
	if err != nil {
		return false, err
	}
	err = l.db.Tx(ctx, func(tx *store.Tx) error {
		var reason, detail string
		err := tx.QueryRowContext(ctx, `SELECT reason, detail FROM suppression WHERE address_key IN (?, ?)`, key,
			ErasedKey(workspaceKey, key)).Scan(&reason, &detail)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("reading suppressions: %w", err)
		}
		if (reason == Unsubscribed) != theirs {
			if theirs {
				return nil
			}
			if detail == wasErased {
				detail = ""
			}
			return &TheirWordError{detail}
		}
		res, err := tx.ExecContext(ctx, `DELETE FROM suppression WHERE address_key IN (?, ?)`, key, ErasedKey(workspaceKey, key))
		if err != nil {
			return fmt.Errorf("allowing an address: %w", err)
		}
		n, err := res.RowsAffected()
		found = n > 0
		return err
	})
	return found, err
}

// Row is a suppression as commands write it in JSON.
func (s *Suppression) Row() map[string]string {
	return map[string]string{"address": s.Key, "reason": s.Reason, "detail": s.Detail, "at": s.At.UTC().Format(time.RFC3339)}
}

// Why is the reason, and what is known of it, in words.
func (s *Suppression) Why() string {
	if s.Detail == "" {
		return s.Reason
	}
	return s.Reason + "; " + s.Detail
}

// Suppressed is why an address, by its key, must not be mailed; nil if it may.
func (l *Ledger) Suppressed(ctx context.Context, key string) (*Suppression, error) {
	s := Suppression{Key: key}
	var at int64
	err := l.db.Reader().QueryRowContext(ctx, `SELECT reason, detail, at FROM suppression WHERE address_key = ?`, key).Scan(&s.Reason,
		&s.Detail, &at)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading suppressions: %w", err)
	}
	s.At = store.Time(at)
	return &s, nil
}

// Set is the suppressed addresses, those of erased people among them.
type Set struct {
	keys   map[string]bool
	theirs map[string]bool // of keys those whose owner said so
	key    []byte
	erased bool // whether anybody was erased
}

// Has tells whether an address, by its key, must not be mailed.
func (s *Set) Has(key string) bool {
	return s != nil && (s.keys[key] || s.erased && s.keys[ErasedKey(s.key, key)])
}

// Unsubscribed tells whether the owner of an address, by its key, unsubscribed or was erased.
func (s *Set) Unsubscribed(key string) bool {
	return s != nil && (s.theirs[key] || s.erased && s.theirs[ErasedKey(s.key, key)])
}

// SuppressedSet returns all suppressed addresses, and the number of the newest,
// as Record gives it.
func (l *Ledger) SuppressedSet(ctx context.Context) (set *Set, newest int64, err error) {
	workspaceKey, err := l.Key(ctx)
	if err != nil {
		return nil, 0, err
	}
	rows, err := l.db.Reader().QueryContext(ctx, `SELECT seq, address_key, reason FROM suppression`)
	if err != nil {
		return nil, 0, fmt.Errorf("reading suppressions: %w", err)
	}
	defer rows.Close()
	set = &Set{keys: make(map[string]bool), theirs: make(map[string]bool), key: workspaceKey}
	for rows.Next() {
		var seq int64
		var key, reason string
		if err := rows.Scan(&seq, &key, &reason); err != nil {
			return nil, 0, fmt.Errorf("reading suppressions: %w", err)
		}
		set.keys[key] = true
		if reason == Unsubscribed {
			set.theirs[key] = true
		}
		set.erased = set.erased || isErased(key)
		newest = max(newest, seq)
	}
	return set, newest, rows.Err()
}

// Suppressions lists all, by address.
func (l *Ledger) Suppressions(ctx context.Context) ([]Suppression, error) {
	rows, err := l.db.Reader().QueryContext(ctx, `SELECT address_key, reason, detail, at FROM suppression ORDER BY address_key`)
	if err != nil {
		return nil, fmt.Errorf("listing suppressions: %w", err)
	}
	defer rows.Close()
	var out []Suppression
	for rows.Next() {
		var s Suppression
		var at int64
		if err := rows.Scan(&s.Key, &s.Reason, &s.Detail, &at); err != nil {
			return nil, fmt.Errorf("listing suppressions: %w", err)
		}
		s.At = store.Time(at)
		out = append(out, s)
	}
	return out, rows.Err()
}
