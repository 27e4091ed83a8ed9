package ledger

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/publication"
	"pressroom/internal/saying"
	"pressroom/internal/store"
)

// HasIt is the reason at a delivery to somebody who got the release in this round
// by another dispatch.
const HasIt = "has it already"

// sqlHasIt cancels what would reach somebody a second time in a round, once it is
// certain that they have it, or may have it.
const sqlHasIt = `UPDATE delivery SET state = 'cancelled', reply = '` + HasIt +
	`' WHERE dispatch = ? AND state IN ('queued', 'deferred') AND lost = 0
	AND EXISTS (` + others + ` AND o.state NOT IN ('queued', 'claimed', 'deferred'))`

// Settle marks a dispatch done, or failed if nobody was reached and some refused,
// once nothing of it is left to do. It returns whether it is settled and, if not,
// when the next attempt is due (zero: something is in a worker's hands).
func (l *Ledger) Settle(ctx context.Context, id string) (settled bool, next time.Time, err error) {
	err = l.db.Tx(ctx, func(tx *store.Tx) error {
		if _, err := tx.ExecContext(ctx, sqlHasIt, id); err != nil {
			return err
		}
		if holders, err := toHolders(ctx, tx, id); err != nil {
			return err
		} else if holders {
			if err := l.noneToAnswer(ctx, tx, id); err != nil {
				return err
			}
		} else if rounds, err := copyRounds(ctx, tx, id); err != nil {
			return err
		} else if rounds != "" {
			if _, err := tx.ExecContext(ctx, l.sqlHasWords(), id, rounds); err != nil {
				return err
			}
		}
		var open, fresh, inHand, reached, refused, nextAt int64 // who is asked counts as reached
		err := tx.QueryRowContext(ctx, `SELECT
			(SELECT COUNT(*) FROM delivery WHERE dispatch = ?1 AND state IN ('queued', 'deferred')),
			(SELECT COUNT(*) FROM delivery WHERE dispatch = ?1 AND state = 'queued'),
			(SELECT COUNT(*) FROM delivery WHERE dispatch = ?1 AND state = 'claimed'),
			(SELECT CASE WHEN EXISTS (SELECT 1 FROM delivery WHERE dispatch = ?1 AND state IN ('sent', 'in_doubt', 'asked')) THEN 1 ELSE 0 END),
			(SELECT CASE WHEN EXISTS (SELECT 1 FROM delivery WHERE dispatch = ?1 AND state = 'failed') THEN 1 ELSE 0 END),
			(SELECT COALESCE(MIN(next_attempt_at), 0) FROM delivery WHERE dispatch = ?1 AND state IN ('queued', 'deferred'))`, id).
			Scan(&open, &fresh, &inHand, &reached, &refused, &nextAt)
		if err != nil {
			return err
		}
		if open > 0 || inHand > 0 {
			if open > 0 {
				next = store.Time(max(nextAt, 1))
			}
			if fresh > 0 || inHand > 0 {
				return nil
			}
			return l.tell(ctx, tx, id, FirstRound)
		}
		settled = true
		now, err := l.nowIn(ctx, tx)
		if err != nil {
			return err
		}
		res, err := tx.ExecContext(ctx, `UPDATE dispatch SET state = ?, reason = '', updated_at = ? WHERE id = ? AND state = 'sending'`,
			ended(int(reached), int(refused)), store.Micros(now), id)
		if err != nil {
			return err
		}
		if n, err := res.RowsAffected(); err != nil || n == 0 {
			return err
		}
		return l.tell(ctx, tx, id, Finished)
	})
	if err != nil {
		return false, time.Time{}, fmt.Errorf("settling %s: %w", id, err)
	}
	return settled, next, nil
}

// Note sets the reason that status shows for a dispatch that is being sent.
func (l *Ledger) Note(ctx context.Context, id, reason string) error {
	return l.db.Tx(ctx, func(tx *store.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE dispatch SET reason = ? WHERE id = ? AND state IN ('scheduled', 'sending') AND reason <> ?`, reason,
			id, reason)
		if err != nil {
			return fmt.Errorf("noting on %s: %w", id, err)
		}
		return nil
	})
}

// StateError says that a dispatch cannot be acted on as asked.
type StateError struct {
	ID    string
	State State
	Want  string
}

func (e *StateError) Error() string { return e.Said().String() }

// Said is the error as a sentence.
func (e *StateError) Said() saying.Sentence {
	return saying.Of("%s is %s; only what is %v can be changed so", e.ID, e.State, saying.Word(e.Want))
}

// change runs an action on a dispatch if it is in one of the states.
func (l *Ledger) change(ctx context.Context, id string, states []State, action func(tx *store.Tx, now int64) error) error {
	return l.db.Tx(ctx, func(tx *store.Tx) error {
		var state State
		err := tx.QueryRowContext(ctx, `SELECT state FROM dispatch WHERE id = ? /* for update */`, id).Scan(&state)
		if err == sql.ErrNoRows {
			return ErrNotFound
		}
		if err != nil {
			return fmt.Errorf("reading dispatch %s: %w", id, err)
		}
		var names []string
		now, err := l.nowIn(ctx, tx)
		if err != nil {
			return err
		}
		for _, s := range states {
			if s == state {
				return action(tx, store.Micros(now))
			}
			names = append(names, string(s))
		}
		return &StateError{id, state, strings.Join(names, ", ")}
	})
}

// Cancel ends a dispatch: what has not left does not leave. Whoever was to get an advance
// copy by it gets the release instead, as long as that goes out.
func (l *Ledger) Cancel(ctx context.Context, id, reason string) error {
	return l.change(ctx, id, Unfinished, func(tx *store.Tx, now int64) error {
		d, err := l.DispatchIn(ctx, tx, id)
		if err != nil {
			return err
		}
		if d.Kind == embargo.Advance && d.Round != "" {
			if err := l.follow(ctx, tx, id, d.Slug, "", store.Time(now)); err != nil {
				return err
			}
		}
		return cancel(ctx, tx, id, reason, now)
	})
}

func cancel(ctx context.Context, tx *store.Tx, id, reason string, now int64) error {
	if _, err := tx.ExecContext(ctx, `UPDATE dispatch SET state = 'cancelled', reason = ?, updated_at = ? WHERE id = ?`, reason, now,
		id); err != nil {
		return fmt.Errorf("cancelling %s: %w", id, err)
	}
	if err := doubt(ctx, tx, id); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `UPDATE delivery SET state = 'cancelled' WHERE dispatch = ? AND state IN ('queued', 'deferred', 'asked')`,
		id); err != nil {
		return fmt.Errorf("cancelling %s: %w", id, err)
	}
	// What everybody can read by now stays: only a correction or a withdrawal changes it.
	var lifted int64
	if err := tx.QueryRowContext(ctx, `SELECT COALESCE(lifted_at, 0) FROM dispatch WHERE id = ?`, id).Scan(&lifted); err != nil {
		return fmt.Errorf("cancelling %s: %w", id, err)
	}
	if lifted != 0 {
		return nil
	}
	return publication.Void(ctx, tx, id, store.Time(now))
}

// Pause stops a dispatch until Resume.
func (l *Ledger) Pause(ctx context.Context, id string) error {
	return l.change(ctx, id, []State{Scheduled, Sending}, func(tx *store.Tx, now int64) error {
		_, err := tx.ExecContext(ctx, `UPDATE dispatch SET state = 'paused', reason = ?, updated_at = ? WHERE id = ?`, pausedReason, now, id)
		if err != nil {
			return err
		}
		return doubt(ctx, tx, id)
	})
}

// Resume lets a paused, held or missed dispatch go on, through a relay. If it had
// paused itself over refusals, the deliveries that were refused are queued again.
// To the second relay, one that is scheduled or being sent may go as well.
func (l *Ledger) Resume(ctx context.Context, id string, through Relay) error {
	states := []State{Paused, Held, Missed}
	if through == FallbackRelay {
		states = append(states, Scheduled, Sending)
	}
	return l.change(ctx, id, states, func(tx *store.Tx, now int64) error {
		d, err := l.DispatchIn(ctx, tx, id)
		if err != nil {
			return err
		}
		if err := unapproved(ctx, tx, d); err != nil {
			return err
		}
		reason := d.Reason
		if reason == checkedReason {
			return &CheckedError{d.ID, d.Slug}
		}
		if strings.HasPrefix(reason, breakerReason) {
			if err := requeue(ctx, tx, id, `answer > (SELECT answers_from FROM dispatch WHERE id = ?1)`); err != nil {
				return err
			}
		}
		if waitedInVain(reason) { // the lead has it go out as it is
			if _, err := tx.ExecContext(ctx, `UPDATE dispatch SET withdrawn = '', moved = 0 WHERE id = ?`, id); err != nil {
				return err
			}
		}
		_, err = tx.ExecContext(ctx, `UPDATE dispatch SET state = CASE WHEN lifted_at IS NOT NULL THEN 'sending' WHEN release_at = 0 THEN 'armed'
			ELSE 'scheduled' END,
			reason = '', relay = ?, resumed_at = ?, answers_from = `+sqlTally+`, updated_at = ? WHERE id = ?`, through, now, now, id)
		if err == nil {
			err = l.asksApproval(ctx, tx, id, now)
		}
		if err != nil || !strings.HasPrefix(reason, onHoldReason) {
			return err
		}
		slug, _, _ := strings.Cut(id, "/")
		return l.endHold(ctx, tx, slug)
	})
}

// requeue puts refused deliveries back whose addresses are not suppressed.
func requeue(ctx context.Context, tx *store.Tx, id, which string) error {
	_, err := tx.ExecContext(ctx, `UPDATE delivery SET state = 'queued', attempts = 0, next_attempt_at = 0 WHERE dispatch = ?1 AND state
		= 'failed'
		AND `+which+` AND `+notRepeated+` AND NOT EXISTS (SELECT 1 FROM suppression s WHERE s.address_key = delivery.address_key)`, id)
	return err
}

// Retry tries deliveries again: all that failed, and those that wait, at once.
func (l *Ledger) Retry(ctx context.Context, id string) (n int64, err error) {
	err = l.change(ctx, id, []State{Sending, Done, Failed}, func(tx *store.Tx, now int64) error {
		if err := holds(ctx, tx, id); err != nil {
			return err
		}
		if err := requeue(ctx, tx, id, `1 = 1`); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `UPDATE delivery SET next_attempt_at = 0 WHERE dispatch = ? AND state = 'deferred'`, id); err != nil {
			return err
		}
		if err := tx.QueryRowContext(ctx, `SELECT COUNT(*) FROM delivery WHERE dispatch = ? AND state IN ('queued', 'deferred')`,
			id).Scan(&n); err != nil {
			return err
		}
		if n == 0 {
			return nil
		}
		_, err := tx.ExecContext(ctx, `UPDATE dispatch SET state = 'sending', reason = '', resumed_at = ?, answers_from = `+sqlTally+`,
			updated_at = ? WHERE id = ?`, now, now, id)
		return err
	})
	return n, err
}

// RetryInDoubt lets the deliveries that are in doubt be tried again, once each: who
// has the message already gets it a second time, with the same Message-ID.
func (l *Ledger) RetryInDoubt(ctx context.Context, id string) (n int64, err error) {
	err = l.change(ctx, id, []State{Sending, Done, Failed}, func(tx *store.Tx, now int64) error {
		if err := holds(ctx, tx, id); err != nil {
			return err
		}
		res, err := tx.ExecContext(ctx, `UPDATE delivery SET state = 'queued', lost = ?, next_attempt_at = 0 WHERE dispatch = ? AND state =
			'in_doubt' AND `+notRepeated, lostCopies-1, id)
		if err != nil {
			return err
		}
		if n, err = res.RowsAffected(); err != nil || n == 0 {
			return err
		}
		_, err = tx.ExecContext(ctx, `UPDATE dispatch SET state = 'sending', reason = '', resumed_at = ?, answers_from = `+sqlTally+`,
			updated_at = ? WHERE id = ?`, now, now, id)
		return err
	})
	return n, err
}

// Heard settles a delivery that is in doubt by what came back of it: that it
// arrived, or why it did not. It changes nothing else.
func Heard(ctx context.Context, tx *store.Tx, delivery int64, arrived bool, detail string) error {
	var state string
	err := tx.QueryRowContext(ctx, `SELECT state FROM delivery WHERE id = ? /* for update */`, delivery).Scan(&state)
	if errors.Is(err, sql.ErrNoRows) || err == nil && state != inDoubt {
		return nil
	}
	if err != nil {
		return fmt.Errorf("settling what was in doubt: %w", err)
	}
	if !arrived {
		_, err := tx.ExecContext(ctx, `UPDATE delivery SET state = 'failed', reply = ?, lost = 0 WHERE id = ?`, detail, delivery)
		if err != nil {
			return fmt.Errorf("settling what was in doubt: %w", err)
		}
		return handOver(ctx, tx, delivery)
	}
	if _, err = tx.ExecContext(ctx, sqlYield, 1, delivery); err == nil {
		_, err = tx.ExecContext(ctx, `UPDATE delivery SET state = 'sent', reply = ?, round = `+sqlOwnRound+` WHERE id = ?`, detail, delivery)
	}
	if err != nil {
		return fmt.Errorf("settling what was in doubt: %w", err)
	}
	return nil
}

// Lifted tells whether a release has begun to leave to everybody.
func Lifted(ctx context.Context, q store.Querier, slug string) (bool, error) {
	return exists(ctx, q, `slug = ? AND kind = 'release' AND lifted_at IS NOT NULL`, slug)
}

func exists(ctx context.Context, q store.Querier, where, slug string) (bool, error) {
	var n int
	if err := q.QueryRowContext(ctx, `SELECT COUNT(*) FROM dispatch WHERE `+where, slug).Scan(&n); err != nil {
		return false, fmt.Errorf("looking for dispatches of %s: %w", slug, err)
	}
	return n > 0, nil
}

// HoldIn makes what is still to leave of a release wait for the lead, inside a
// transaction: for instance because a partner took a quote back. A mailing at its
// instant that has been lifted is not stopped.
func (l *Ledger) HoldIn(ctx context.Context, tx *store.Tx, slug, reason string) error {
	_, err := tx.ExecContext(ctx, `UPDATE dispatch SET state = 'held', reason = ?, updated_at = ? WHERE slug = ?
		AND (kind IN ('advance', 'release') OR kind = 'notice' AND closes_at > 0)
		AND (state IN ('scheduled', 'armed', 'paused', 'missed') AND (lifted_at IS NULL OR kind = 'advance')
			OR state = 'sending' AND kind = 'advance' OR state = 'held' AND reason LIKE '`+approvalReason+`%')`, reason, store.Micros(l.now()), slug)
	if err == nil {
		_, err = tx.ExecContext(ctx, `UPDATE delivery SET state = 'in_doubt', worker = '' WHERE state IN ('queued', 'deferred') AND lost > 0
			AND dispatch IN (SELECT id FROM dispatch WHERE slug = ? AND state = 'held')`, slug)
	}
	if err != nil {
		return fmt.Errorf("holding %s: %w", slug, err)
	}
	return nil
}
