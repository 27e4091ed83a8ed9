package status

import (
	"context"
	"errors"

	"pressroom/internal/ledger"
	"pressroom/internal/release"
)

// Ways are what can be done with a release now, as far as its mailings go: what a page
// offers. Each command asks once more when it is done.
type Ways struct {
	Go             bool // it waits for a word
	Move, Lift     bool // its instant is ahead
	Hold           bool // it is scheduled or out, and not on hold
	EndHold        bool // it is on hold
	Checked        bool // it is on hold since it is out
	FreeCopies     bool // it was cancelled, and those who have a copy are asked to wait
	More, Again    bool // some of it has gone out
	Correct        bool // somebody has it, or everybody
	Undo           bool // it was sent at once, and waits a moment
	Withdrawn, Out bool
}

// WaysOn are those of a release.
func WaysOn(ctx context.Context, l *ledger.Ledger, slug string) (w Ways, err error) {
	now, err := l.Now(ctx)
	if err != nil {
		return w, err
	}
	d, err := l.Basis(ctx, slug)
	if err != nil {
		return w, err
	}
	has := false
	if d != nil && d.LiftedAt.IsZero() {
		standings, err := l.Standings(ctx, slug)
		if err != nil {
			return w, err
		}
		has = ledger.AnyCopy(standings)
	}
	if d != nil && d.State == ledger.Cancelled && d.LiftedAt.IsZero() && !has {
		d = nil // of what was cancelled before anybody got anything there is nothing to say
	}
	if d != nil {
		w.Out = !d.LiftedAt.IsZero()
		w.Move = d.CanMove(now) == nil
		w.Lift = w.Move && d.State == ledger.Scheduled
		if w.FreeCopies, err = l.CopiesOnHold(ctx, slug); err != nil {
			return w, err
		}
		w.EndHold = d.HeldUp() || w.FreeCopies
		w.Hold = !w.EndHold
	}
	armed, err := l.ArmedOf(ctx, slug)
	w.Go = err == nil && armed != nil
	undo, err := l.Undoable(ctx, slug)
	if err != nil {
		return w, err
	}
	w.Undo = len(undo) > 0
	var gone *ledger.OutError
	_, err = l.Source(ctx, slug)
	switch {
	case err == nil:
		w.More, w.Again = true, true
	case errors.As(err, &gone) || errors.Is(err, ledger.ErrNothingOut) || errors.Is(err, ledger.ErrCancelled):
	default:
		return w, err
	}
	said, err := l.Amendments(ctx, slug)
	if n := len(said); n > 0 {
		w.Withdrawn = said[n-1].Grade == string(release.GradeWithdrawal)
		w.Checked = said[n-1].Grade == string(release.GradeHold)
		w.EndHold = w.EndHold || w.Checked
		w.Hold = w.Hold && !w.Withdrawn && !w.Checked
		w.More, w.Again = w.More && !w.Checked, w.Again && !w.Checked
	}
	if err != nil || d == nil || w.Withdrawn {
		return w, err
	}
	if w.Correct = w.Out; !w.Out {
		w.Correct = has
		w.Again = w.Again && w.Correct
	}
	return w, nil
}
