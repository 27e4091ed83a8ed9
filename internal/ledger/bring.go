package ledger

import (
	"context"
	"fmt"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/publication"
	"pressroom/internal/store"
)

// HasHistoryError says that something of a release was scheduled or went out here, so
// that it is not brought in as one that was out before.
type HasHistoryError struct{ ID string }

func (e *HasHistoryError) Error() string {
	return e.ID + " is of the same release: what is scheduled here, or went out from here, is not brought in as if it were long out"
}

// NotBeforeError says that the day of a release is not one that is over.
type NotBeforeError struct{ At time.Time }

func (e *NotBeforeError) Error() string {
	return "only what was out before today is brought in as public; its day is " + e.At.Format(time.DateOnly) + ", and send makes it public"
}

// BringIn makes public what a planned dispatch without recipients has stored: a release
// that was out, elsewhere, on the day that it bears. Nobody is mailed, and no gate is
// passed by the clock: its day is over, and nothing else of it was ever scheduled here.
func (l *Ledger) BringIn(ctx context.Context, id string) error {
	err := l.db.Tx(ctx, func(tx *store.Tx) error {
		d, err := l.DispatchIn(ctx, tx, id)
		if err != nil {
			return err
		}
		now, err := l.nowIn(ctx, tx)
		if err != nil {
			return err
		}
		zone, err := time.LoadLocation(d.Zone)
		if err != nil {
			return err
		}
		if day := d.ReleaseAt.In(zone); d.ReleaseAt.IsZero() || day.Format(time.DateOnly) >= now.In(zone).Format(time.DateOnly) {
			return &NotBeforeError{day}
		}
		if d.Kind != embargo.Release || d.State != Planning {
			return fmt.Errorf("%s is no release that is being planned", id)
		}
		others, err := listed(ctx, tx, `WHERE slug = ? AND id <> ? AND kind <> 'test' AND state NOT IN ('planning', 'cancelled')
			ORDER BY created_at, id LIMIT 1`, d.Slug, id)
		if err != nil {
			return err
		}
		if len(others) > 0 {
			return &HasHistoryError{others[0].ID}
		}
		mailed, err := l.CountsIn(ctx, tx, id)
		if err != nil {
			return err
		}
		if mailed.Total > 0 {
			return fmt.Errorf("%s has recipients", id)
		}
		_, err = tx.ExecContext(ctx, `UPDATE dispatch SET state = 'done', lifted_at = release_at, updated_at = ? WHERE id = ?`,
			store.Micros(now), id)
		if err != nil {
			return err
		}
		return publication.Put(ctx, tx, publication.Row{Dispatch: id, Slug: d.Slug, Revision: d.Revision}, now)
	})
	if err != nil {
		return err
	}
	return nil
}
