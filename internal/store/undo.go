package store

import (
	"context"
	"errors"
	"fmt"
)

// ErrWorkedOn is returned by Undo where the other database has changed since the
// workspace came there.
var ErrWorkedOn = errors.New("somebody has worked on the other database since the workspace was moved there; " +
	"that would be lost, or sent twice")

// ErrElsewhere is returned by Undo where the other database is not the one to
// which the workspace was moved, as far as its name and what it holds tell.
var ErrElsewhere = errors.New("the workspace was moved to another database")

// Undo takes a workspace back to the database from which it was moved, or was
// being moved. The other one is disarmed before, and must not have changed since;
// to is nil where it cannot be asked, and then it is for the caller to know that
// nobody works on it.
func Undo(ctx context.Context, from, to *DB) error {
	m, err := readMove(ctx, from.Reader(), settingMoved)
	if err != nil {
		return err
	}
	if m == nil {
		return fmt.Errorf("the workspace in %s was not moved: there is nothing to take back", from.Name())
	}
	if to != nil {
		if err := disarmTarget(ctx, from, to, m); err != nil {
			return err
		}
	}
	return from.moving(ctx, func(tx *Tx) error { return dropMove(ctx, tx, settingMoved) })
}

// disarmTarget makes the other database of a move one from which nothing goes
// out, if it holds the workspace.
func disarmTarget(ctx context.Context, from, to *DB, m *move) error {
	if to.AnyWorkerAlive(ctx) {
		return fmt.Errorf("a worker is running on %s; stop it first", to.Name())
	}
	return to.moving(ctx, func(tx *Tx) error {
		there, err := readMove(ctx, tx, settingArrived)
		if err != nil {
			return err
		}
		if arrived := there != nil && there.ID == m.ID; !arrived && to.place() != m.To {
			return fmt.Errorf("%w: it went to %s, and this is %s", ErrElsewhere, m.To, to.place())
		}
		err = vacant(ctx, tx)
		if !errors.Is(err, ErrNotEmpty) {
			return err
		}
		same, err := equal(ctx, from, tx)
		if err != nil {
			return err
		}
		if !same {
			return fmt.Errorf("%w; carry it back with pressroom database copy --to %s, into a new database", ErrWorkedOn, kindOf(m.From))
		}
		back := *m
		back.From, back.To, back.Ended = m.To, m.From, m.At
		return writeMove(ctx, tx, settingMoved, &back)
	})
}
