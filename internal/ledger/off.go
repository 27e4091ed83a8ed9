package ledger

import (
	"context"
	"fmt"

	"pressroom/internal/embargo"
	"pressroom/internal/store"
)

// WasTakenOff is the reason at an advance copy that its recipient does not get any more.
const WasTakenOff = "taken off the advance copies; gets the release instead"

// TakenFrom is somebody who is taken off the advance copies of a release.
type TakenFrom struct {
	Slug, Person string
	// Letter is the planned dispatch that tells them, "" for none.
	Letter string
}

// TakeOff takes somebody off the advance copies of a release, in one transaction: what
// waits for them is cancelled, and they get the release instead. cancelled counts what
// did. What is in a worker's hands is not called back.
func (l *Ledger) TakeOff(ctx context.Context, o TakenFrom) (cancelled int64, err error) {
	err = l.db.Tx(ctx, func(tx *store.Tx) error {
		at, err := l.nowIn(ctx, tx)
		if err != nil {
			return err
		}
		all, err := listed(ctx, tx, `WHERE slug = ? AND kind = 'advance' AND state IN ('scheduled', 'sending', 'held', 'paused', 'missed')
			ORDER BY id`, o.Slug)
		if err != nil {
			return err
		}
		for _, d := range all {
			if err := l.follow(ctx, tx, d.ID, o.Slug, o.Person, at); err != nil {
				return err
			}
			res, err := tx.ExecContext(ctx, `UPDATE delivery SET state = CASE WHEN lost > 0 THEN 'in_doubt' ELSE 'cancelled' END,
				reply = CASE WHEN lost > 0 THEN reply ELSE CAST(? AS TEXT) END
				WHERE dispatch = ? AND person = ? AND state IN ('queued', 'deferred', 'asked')`, WasTakenOff, d.ID, o.Person)
			if err != nil {
				return err
			}
			n, err := res.RowsAffected()
			if err != nil {
				return err
			}
			cancelled += n
		}
		if o.Letter == "" {
			return nil
		}
		now := store.Micros(at)
		_, err = tx.ExecContext(ctx, `UPDATE dispatch SET state = 'scheduled', release_at = ?1, wake_at = ?1, updated_at = ?1 WHERE id = ?2
			AND state = 'planning'`, now, o.Letter)
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("taking somebody off %s: %w", o.Slug, err)
	}
	return cancelled, nil
}

// OffNext is the round in which the next is told that they were taken off a release.
func (l *Ledger) OffNext(ctx context.Context, slug string) (string, error) {
	n := 0
	err := l.db.Reader().QueryRowContext(ctx, `SELECT COUNT(*) FROM dispatch WHERE slug = ? AND kind = ? AND round LIKE 'notice/off-%'`, slug,
		embargo.Notice).Scan(&n)
	if err != nil {
		return "", fmt.Errorf("counting who was taken off %s: %w", slug, err)
	}
	return RoundOf(TakenOff, n+1), nil
}
