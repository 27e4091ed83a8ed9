package ledger

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"pressroom/internal/saying"
	"pressroom/internal/store"
)

// onHoldReason begins the reason of what is held while those who have a copy are asked
// to wait.
const onHoldReason = "on hold"

// heldUp finds what is held so of a release.
const heldUp = `slug = ? AND state = 'held' AND reason LIKE '` + onHoldReason + `%'`

// HeldUp tells whether a dispatch waits because its release was put on hold.
func (d *Dispatch) HeldUp() bool { return d.State == Held && strings.HasPrefix(d.Reason, onHoldReason) }

// AlreadyError says that a release is on hold.
type AlreadyError struct{ Slug string }

func (e *AlreadyError) Error() string { return e.Said().String() }

// Said is the error as a sentence.
func (e *AlreadyError) Said() saying.Sentence {
	return saying.Of("%s is on hold already; pressroom resume %s ends it", e.Slug, e.Slug)
}

// PutOnHold holds all of a release that has not left, and notes that those who have a
// copy are to be asked to wait. It is a PassedError once the release is out, and
// ErrNothingOut where nothing of it is scheduled.
func (l *Ledger) PutOnHold(ctx context.Context, slug, reason string) (*Turn, error) {
	t := &Turn{Slug: slug, What: OnHold, Reason: reason}
	err := l.db.Tx(ctx, func(tx *store.Tx) error {
		now, err := l.nowIn(ctx, tx)
		if err != nil {
			return err
		}
		t.At = now
		if out, err := latest(ctx, tx, slug); err != nil {
			return err
		} else if out != nil {
			return &PassedError{Dispatch: out.ID, At: out.ReleaseAt, Lifted: true}
		}
		open, err := openHold(ctx, tx, slug)
		if err != nil {
			return err
		}
		if open != 0 {
			held, err := exists(ctx, tx, heldUp, slug)
			if err != nil || held {
				return errors.Join(err, &AlreadyError{slug})
			}
			t.Number = open + 1 // what was held was cancelled
		}
		d, err := Current(ctx, tx, slug)
		if err != nil {
			return err
		}
		if d == nil {
			return ErrNothingOut
		}
		t.Before, t.Instant = d.ReleaseAt, d.ReleaseAt
		why := onHoldReason
		if reason != "" {
			why += ": " + reason
		}
		if err := l.HoldIn(ctx, tx, slug, why); err != nil {
			return err
		}
		return turned(ctx, tx, t)
	})
	if err != nil {
		return nil, saying.Errorf("putting %s on hold: %w", slug, err)
	}
	return t, nil
}

// openHold is the number of the hold of a release that has not ended, 0 if there is none.
func openHold(ctx context.Context, q store.Querier, slug string) (int, error) {
	var held, ended int
	err := q.QueryRowContext(ctx, `SELECT COALESCE(MAX(CASE WHEN what = 'hold' THEN number END), 0),
		COALESCE(MAX(CASE WHEN what = 'resume' THEN number END), 0) FROM turn WHERE slug = ?`, slug).Scan(&held, &ended)
	if err != nil {
		return 0, fmt.Errorf("looking for a hold of %s: %w", slug, err)
	}
	if held > ended {
		return held, nil
	}
	return 0, nil
}

// endHold notes that the hold of a release has ended, once nothing of it waits for that
// any more.
func (l *Ledger) endHold(ctx context.Context, tx *store.Tx, slug string) error {
	open, err := openHold(ctx, tx, slug)
	if err != nil || open == 0 {
		return err
	}
	waits, err := exists(ctx, tx, heldUp, slug)
	if err != nil || waits {
		return err
	}
	now, err := l.nowIn(ctx, tx)
	if err != nil {
		return err
	}
	t := &Turn{Slug: slug, What: HoldEnded, Number: open, At: now}
	if d, err := Current(ctx, tx, slug); err != nil {
		return err
	} else if d != nil {
		t.Before, t.Instant = d.ReleaseAt, d.ReleaseAt
	}
	return turned(ctx, tx, t)
}
