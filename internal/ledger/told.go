package ledger

import (
	"context"
	"errors"
	"fmt"

	"pressroom/internal/saying"
	"pressroom/internal/store"
)

// ErrTold says that somebody else has seen to it that people are told, or that there is
// nothing to tell them any more.
var ErrTold = saying.Errorf("they are told already")

// InHand tells whether an advance copy of a release that was composed before a turn is
// in a worker's hands: until its outcome is known, nobody can say who has one.
func (l *Ledger) InHand(ctx context.Context, t Turn) (bool, error) {
	var n int
	err := l.db.Reader().QueryRowContext(ctx, `SELECT COUNT(*) FROM delivery v JOIN dispatch d ON d.id = v.dispatch
		WHERE d.slug = ? AND d.kind = 'advance' AND d.created_at < ? AND v.state = 'claimed'`, t.Slug, store.Micros(t.At)).Scan(&n)
	if err != nil {
		return false, fmt.Errorf("looking for advance copies in flight: %w", err)
	}
	return n > 0, nil
}

// Overtaken tells whether nobody is to be told of a turn any more, since another has
// made it untrue.
func (l *Ledger) Overtaken(ctx context.Context, t Turn) (bool, error) {
	return l.overtaken(ctx, l.db.Reader(), t)
}

func (l *Ledger) overtaken(ctx context.Context, q store.Querier, t Turn) (bool, error) {
	said, err := amendments(ctx, q, t.Slug)
	if err != nil {
		return false, err
	}
	if n := len(said); n > 0 && unusable(said[n-1].Grade) && !said[n-1].At.Before(t.At) {
		return true, nil
	}
	out, err := Lifted(ctx, q, t.Slug)
	if err != nil || t.What == Freed {
		return false, err
	}
	if out {
		return true, nil
	}
	var n int
	err = q.QueryRowContext(ctx, `SELECT COUNT(*) FROM turn WHERE slug = ?1 AND (?2 = 'move' AND what IN ('move', 'lift') AND at > ?3
		OR ?2 = 'hold' AND what = 'resume' AND number >= ?4)`, t.Slug, string(t.What), store.Micros(t.At), t.Number).Scan(&n)
	if err != nil {
		return false, fmt.Errorf("looking for what happened to %s since: %w", t.Slug, err)
	}
	return n > 0, nil
}

// InRound are the people who are told in a round, or were: whom its letter does not reach
// any more are not among them.
func (l *Ledger) InRound(ctx context.Context, slug, round string) (map[string]bool, error) {
	out := make(map[string]bool)
	err := eachRow(ctx, l.db.Reader(), `SELECT v.person FROM delivery v JOIN dispatch d ON d.id = v.dispatch
		WHERE v.slug = ? AND v.round = ? AND d.state <> 'planning' AND v.state NOT IN ('suppressed', 'failed', 'cancelled')`, []any{slug, round},
		func(scan func(...any) error) error {
			var person string
			if err := scan(&person); err != nil {
				return err
			}
			out[person] = true
			return nil
		})
	if err != nil {
		return nil, fmt.Errorf("looking for who is told of %s: %w", slug, err)
	}
	return out, nil
}

// Tell schedules the planned letters about a turn, "" if there is nobody to write to, and
// notes that they are written. What waits of letters that it makes untrue is cancelled.
// It is ErrTold where others have done so, or another turn has overtaken it.
func (l *Ledger) Tell(ctx context.Context, t Turn, letters string) error {
	err := l.db.Tx(ctx, func(tx *store.Tx) error {
		at, err := l.nowIn(ctx, tx)
		if err != nil {
			return err
		}
		now := store.Micros(at)
		res, err := tx.ExecContext(ctx, `UPDATE turn SET told_at = ? WHERE slug = ? AND what = ? AND number = ? AND told_at = 0`, now, t.Slug,
			t.What, t.Number)
		if err != nil {
			return err
		}
		if n, err := res.RowsAffected(); err != nil || n == 0 {
			return errors.Join(err, ErrTold)
		}
		if letters == "" {
			return nil
		}
		over, err := l.overtaken(ctx, tx, t)
		if err != nil {
			return err
		}
		if over {
			return ErrTold // it is noted when it is found overtaken the next time
		}
		if err := untrue(ctx, tx, t, now); err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `UPDATE dispatch SET state = 'scheduled', release_at = ?1, wake_at = ?1, updated_at = ?1 WHERE id = ?2
			AND state = 'planning'`, now, letters)
		return err
	})
	if err != nil {
		return fmt.Errorf("telling of %s: %w", t.Slug, err)
	}
	return nil
}

// untrue cancels what waits of the letters that a turn makes untrue.
func untrue(ctx context.Context, tx *store.Tx, t Turn, now int64) error {
	rounds := map[TurnKind]string{
		Moved: `round LIKE 'notice/move-%'`, HoldEnded: `round LIKE 'notice/hold-%'`, OnHold: `round LIKE 'notice/resume-%'`,
		Freed: `(round LIKE 'notice/move-%' OR round LIKE 'notice/hold-%' OR round LIKE 'notice/resume-%')`,
	}
	return overtake(ctx, tx, t.Slug, rounds[t.What], now)
}

// overtake cancels what waits of the letters about a release that a condition finds.
func overtake(ctx context.Context, tx *store.Tx, slug, which string, now int64) error {
	open, err := listed(ctx, tx, `WHERE slug = ? AND kind = 'notice' AND closes_at = 0
		AND state IN ('scheduled', 'sending', 'held', 'paused', 'missed') AND `+which+` ORDER BY id`, slug)
	if err != nil {
		return err
	}
	for _, d := range open {
		if err := cancel(ctx, tx, d.ID, overtakenReason, now); err != nil {
			return err
		}
	}
	return nil
}
