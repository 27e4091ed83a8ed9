package ledger

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

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
// copy are to be asked to wait. Of one that was cancelled they alone are concerned. It is a
// PassedError once the release is out, and ErrNothingOut where nothing of it is scheduled
// and nobody has a copy.
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
			return &PassedError{Dispatch: out.ID, At: out.ReleaseAt.In(out.Location()), Lifted: true}
		}
		open, err := openHold(ctx, tx, slug)
		if err != nil {
			return err
		}
		if open != 0 {
			held, err := waitsStill(ctx, tx, slug, open)
			if err != nil || held {
				return errors.Join(err, &AlreadyError{slug})
			}
			t.Number = open + 1 // what was held was cancelled, or put right
		}
		said, err := amendments(ctx, tx, slug)
		if err := errors.Join(err, Withdrawal(said)); err != nil {
			return err
		}
		d, err := Basis(ctx, tx, slug)
		if err != nil {
			return err
		}
		if some, err := copiedOf(ctx, tx, d); err != nil {
			return err
		} else if !some {
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

// copiedOf tells whether something of a release is scheduled, d, or where that was cancelled
// somebody has a copy of it for all that.
func copiedOf(ctx context.Context, q store.Querier, d *Dispatch) (bool, error) {
	if d == nil || d.State != Cancelled {
		return d != nil, nil
	}
	all, err := standings(ctx, q, d.Slug)
	return AnyCopy(all), err
}

// waitsStill tells whether a hold that has not ended holds something: what is scheduled, or
// those who have a copy of what was cancelled and to whom nothing else was said since.
func waitsStill(ctx context.Context, q store.Querier, slug string, number int) (bool, error) {
	if held, err := exists(ctx, q, heldUp, slug); held || err != nil {
		return held, err
	}
	if d, err := Current(ctx, q, slug); d != nil || err != nil {
		return false, err
	}
	n := 0
	err := q.QueryRowContext(ctx, `SELECT COUNT(*) FROM amendment a JOIN turn t ON t.slug = a.slug WHERE a.slug = ? AND t.what = 'hold'
		AND t.number = ? AND a.at >= t.at`, slug, number).Scan(&n)
	if err != nil {
		return false, fmt.Errorf("looking for what was said of %s since it is on hold: %w", slug, err)
	}
	return n == 0, nil
}

// CopiesOnHold tells whether those who have a copy of a release that was cancelled are asked to
// wait with it: nothing is scheduled whose resuming would end that.
func (l *Ledger) CopiesOnHold(ctx context.Context, slug string) (bool, error) {
	return copiesOnHold(ctx, l.db.Reader(), slug)
}

func copiesOnHold(ctx context.Context, q store.Querier, slug string) (bool, error) {
	open, err := openHold(ctx, q, slug)
	if err != nil || open == 0 {
		return false, err
	}
	if d, err := Current(ctx, q, slug); d != nil || err != nil {
		return false, err
	}
	return waitsStill(ctx, q, slug, open)
}

// OnHold is since when those who have a copy of a release that is not out are asked to wait;
// zero where they are not.
func (l *Ledger) OnHold(ctx context.Context, slug string) (at time.Time, err error) {
	q := l.db.Reader()
	open, err := openHold(ctx, q, slug)
	if err != nil || open == 0 {
		return at, err
	}
	if still, err := waitsStill(ctx, q, slug, open); err != nil || !still {
		return at, err
	}
	all, err := turns(ctx, q, `WHERE slug = ? AND what = 'hold' AND number = ?`, slug, open)
	if err != nil || len(all) == 0 {
		return at, err
	}
	return all[0].At, nil
}

// FreeCopies ends that, and notes that they are to be told.
func (l *Ledger) FreeCopies(ctx context.Context, slug string) error {
	return l.db.Tx(ctx, func(tx *store.Tx) error {
		held, err := copiesOnHold(ctx, tx, slug)
		if err == nil && !held {
			err = saying.Errorf("%s is not on hold", slug)
		}
		if err != nil {
			return err
		}
		return l.endHold(ctx, tx, slug)
	})
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
	if err := untrue(ctx, tx, *t, store.Micros(now)); err != nil { // whoever was not asked to wait yet is not asked any more
		return err
	}
	if d, err := Basis(ctx, tx, slug); err != nil {
		return err
	} else if d != nil {
		t.Before, t.Instant = d.ReleaseAt, d.ReleaseAt
	}
	return turned(ctx, tx, t)
}
