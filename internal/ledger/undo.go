package ledger

import (
	"context"
	"fmt"
	"time"

	"pressroom/internal/saying"
	"pressroom/internal/store"
)

// What is scheduled to leave at once may wait some seconds, in which whoever pressed the
// button can take it back. The wait is the gate's, and needs nobody to stay.

// TooLateError says that nothing of a release can be taken back any more by undoing it.
type TooLateError struct{ Slug string }

func (e *TooLateError) Error() string { return e.Said().String() }

// Said is the error as a sentence.
func (e *TooLateError) Said() saying.Sentence {
	return saying.Of("%s has begun to leave, and is not undone any more", e.Slug)
}

// Leaves is the moment from which a dispatch may leave; zero as long as it has no instant.
func (d *Dispatch) Leaves() time.Time {
	if !d.ReleaseAt.IsZero() && d.NotBefore.After(d.ReleaseAt) {
		return d.NotBefore
	}
	return d.ReleaseAt
}

// undoable finds what of a release may still be taken back at a time.
const undoable = `slug = ? AND not_before > ? AND lifted_at IS NULL AND state IN ('scheduled', 'held', 'paused')`

// Undo cancels all of a release that was scheduled to leave at once and still waits, as if
// it had never been scheduled, and returns its dispatches. It is a TooLateError where
// nothing does.
func (l *Ledger) Undo(ctx context.Context, slug string) (ids []string, err error) {
	err = l.db.Tx(ctx, func(tx *store.Tx) error {
		now, err := l.nowIn(ctx, tx)
		if err != nil {
			return err
		}
		waiting, err := listed(ctx, tx, `WHERE `+undoable+` ORDER BY id /* for update */`, slug, store.Micros(now))
		if err != nil {
			return err
		}
		if len(waiting) == 0 {
			return &TooLateError{slug}
		}
		ids = nil
		for _, d := range waiting {
			if err := cancel(ctx, tx, d.ID, undoneReason, store.Micros(now)); err != nil {
				return err
			}
			ids = append(ids, d.ID)
		}
		return nil
	})
	if err != nil {
		return nil, saying.Errorf("undoing %s: %w", slug, err)
	}
	return ids, nil
}

// NoWait ends the wait of what could still be taken back of a release: it leaves now, or at
// its instant. It returns those dispatches, and none where nothing waited any more.
func (l *Ledger) NoWait(ctx context.Context, slug string) (ids []string, err error) {
	err = l.db.Tx(ctx, func(tx *store.Tx) error {
		now, err := l.nowIn(ctx, tx)
		if err != nil {
			return err
		}
		waiting, err := listed(ctx, tx, `WHERE `+undoable+` ORDER BY id /* for update */`, slug, store.Micros(now))
		ids = nil
		for _, d := range waiting {
			_, err := tx.ExecContext(ctx, `UPDATE dispatch SET not_before = 0, wake_at = release_at, updated_at = ? WHERE id = ?`,
				store.Micros(now), d.ID)
			if err != nil {
				return err
			}
			ids = append(ids, d.ID)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("ending the wait of %s: %w", slug, err)
	}
	return ids, nil
}

// Undoable lists what of a release may still be taken back by Undo.
func (l *Ledger) Undoable(ctx context.Context, slug string) ([]*Dispatch, error) {
	now, err := l.Now(ctx)
	if err != nil {
		return nil, err
	}
	return l.list(ctx, `WHERE `+undoable+` ORDER BY id`, slug, store.Micros(now))
}
