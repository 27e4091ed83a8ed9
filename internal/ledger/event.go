package ledger

import (
	"context"
	"fmt"

	"pressroom/internal/store"
)

// Event is what the lead is told of a dispatch, and nothing more than these.
type Event string

// The events.
const (
	FirstRound    Event = "first-round" // everyone was tried once; some are to be tried again
	Finished      Event = "finished"    // done or failed
	WasMissed     Event = "missed"
	PausedItself  Event = "paused"   // because too many answers were refusals
	PausedSilent  Event = "silent"   // because answers were lost: who was reached is in doubt
	ClockWrong    Event = "clock"    // a worker's clock is not the database's
	WasDamaged    Event = "damaged"  // paused: a stored part of it is gone or was changed
	WantsApproval Event = "approval" // its words have to be approved before it leaves
	WasHeld       Event = "held"     // at its instant: a quote in it was taken back, and could not be taken out
)

// tell calls OnEvent, once for each event in the time between two resumes.
func (l *Ledger) tell(ctx context.Context, tx *store.Tx, id string, e Event) error {
	if l.OnEvent == nil {
		return nil
	}
	res, err := tx.ExecContext(ctx, `INSERT INTO told (dispatch, what, at)
		SELECT id, CAST(? AS TEXT) || '-' || CAST(resumed_at AS TEXT), CAST(? AS BIGINT) FROM dispatch WHERE id = ? AND kind <> 'test'
		ON CONFLICT (dispatch, what) DO NOTHING`, string(e), store.Micros(l.now()), id)
	if err != nil {
		return fmt.Errorf("noting what the lead is told: %w", err)
	}
	if n, err := res.RowsAffected(); err != nil || n == 0 {
		return err
	}
	return l.OnEvent(ctx, tx, id, e)
}

// TellClock tells the lead, once for a dispatch, that the clock of a worker that has
// to do with it is wrong.
func (l *Ledger) TellClock(ctx context.Context, id string) error {
	return l.db.Tx(ctx, func(tx *store.Tx) error { return l.tell(ctx, tx, id, ClockWrong) })
}

// CountsIn is Counts inside a transaction.
func (l *Ledger) CountsIn(ctx context.Context, tx *store.Tx, id string) (Counts, error) {
	return counted(ctx, tx, id)
}

// DispatchIn is Dispatch inside a transaction.
func (l *Ledger) DispatchIn(ctx context.Context, tx *store.Tx, id string) (*Dispatch, error) {
	d, err := scanDispatch(tx.QueryRowContext(ctx, `SELECT `+dispatchColumns+` FROM dispatch WHERE id = ?`, id))
	if err != nil {
		return nil, fmt.Errorf("reading dispatch %s: %w", id, err)
	}
	return d, nil
}
