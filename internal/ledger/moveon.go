package ledger

import (
	"context"
	"fmt"

	"pressroom/internal/embargo"
	"pressroom/internal/store"
)

// MoveOn gives those whom an advance dispatch, or the notice that asks about one, has not
// reached to a planned one that was compiled anew, without some quotes or for another
// instant, and schedules that. It stands for the first from then on, also where it has
// nobody to mail: pages show the newest. While messages of the first are in somebody's
// hands it is ErrInFlight.
func (l *Ledger) MoveOn(ctx context.Context, s Less, to string) error {
	err := l.db.Tx(ctx, func(tx *store.Tx) error {
		d, err := l.DispatchIn(ctx, tx, s.Of.ID)
		if err != nil {
			return err
		}
		over := d.State == Cancelled || d.State.Finished() && !d.Moved
		if d.Kind != embargo.Advance && d.Kind != embargo.Notice || over || d.Snapshot != s.Of.Snapshot ||
			len(without(d.Withdrawn, s.Quotes)) > 0 || !d.ClosesAt.Equal(s.Of.ClosesAt) || d.Moved != s.Of.Moved {
			return ErrSwapped
		}
		hands, err := exists(ctx, tx, `id = ? AND EXISTS (SELECT 1 FROM delivery v WHERE v.dispatch = dispatch.id AND v.state = 'claimed')`, d.ID)
		if err != nil {
			return err
		}
		if hands {
			return ErrInFlight
		}
		if err := doubt(ctx, tx, d.ID); err != nil {
			return err
		}
		at, err := l.nowIn(ctx, tx)
		if err != nil {
			return err
		}
		if err := moveOn(ctx, tx, d, to, store.Micros(at)); err != nil {
			return err
		}
		if len(s.Quotes) == 0 {
			if err := approveAnew(ctx, tx, d, to); err != nil {
				return err
			}
		}
		return l.asksApproval(ctx, tx, to, store.Micros(at)) // what was approved were other words
	})
	if err != nil {
		return fmt.Errorf("composing %s anew: %w", s.Of.ID, err)
	}
	return nil
}

// moveOn moves what waits of a dispatch to another, which goes on as the first stood.
func moveOn(ctx context.Context, tx *store.Tx, d *Dispatch, to string, now int64) error {
	var waits int
	err := tx.QueryRowContext(ctx, `SELECT COUNT(*) FROM delivery WHERE dispatch = ? AND state IN ('queued', 'deferred')`, d.ID).Scan(&waits)
	if err != nil {
		return err
	}
	state, reason := d.State, d.Reason
	if state == Sending || waitedInVain(reason) {
		state, reason = Scheduled, ""
	}
	left, said := lessLeftReason, lessSaidReason
	if d.Moved {
		left, said = movedLeftReason, movedSaidReason
	}
	if waits == 0 {
		left = said
		if state == Scheduled {
			state, reason = Done, ""
		}
	}
	for _, q := range []struct {
		query string
		args  []any
	}{
		{
			`UPDATE delivery SET dispatch = ? WHERE dispatch = ? AND (state IN ('queued', 'deferred', 'asked')
				OR state = 'cancelled' AND reply = ?)`,
			[]any{to, d.ID, Declined},
		},
		{
			`UPDATE dispatch SET state = ?, reason = ?, relay = ?, scheduled_by = ?, approvers = ?, resumed_at = ?, updated_at = ?,
				lifted_at = (SELECT o.lifted_at FROM dispatch o WHERE o.id = ?) WHERE id = ? AND state = 'planning'`,
			[]any{state, reason, d.Relay, d.ScheduledBy, d.Approvers, now, now, d.ID, to},
		},
		{
			`UPDATE dispatch SET state = CASE WHEN EXISTS (SELECT 1 FROM delivery WHERE dispatch = ?1 AND state IN ('sent', 'in_doubt', 'failed'))
			THEN 'done' ELSE 'cancelled' END, reason = ?2, updated_at = ?3 WHERE id = ?1`,
			[]any{d.ID, fmt.Sprintf(left, to), now},
		},
	} {
		if _, err := tx.ExecContext(ctx, q.query, q.args...); err != nil {
			return err
		}
	}
	return nil
}
