package ledger

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"pressroom/internal/saying"
	"pressroom/internal/store"
)

// arm makes planned dispatches wait for a word. They join the group of their name
// that is open, or open one.
func (l *Ledger) arm(ctx context.Context, tx *store.Tx, s Scheduling, now int64) error {
	number := 0
	if s.Group != "" {
		err := tx.QueryRowContext(ctx, `SELECT COALESCE(
			(SELECT MAX(group_number) FROM dispatch WHERE release_group = ?1 AND state IN ('armed', 'held') AND release_at = 0),
			(SELECT MAX(group_number) + 1 FROM dispatch WHERE release_group = ?1), 1)`, s.Group).Scan(&number)
		if err != nil {
			return fmt.Errorf("looking for the group %s: %w", s.Group, err)
		}
	}
	for _, id := range s.IDs {
		_, err := tx.ExecContext(ctx, `UPDATE dispatch SET state = 'armed', release_at = 0, wake_at = 0, release_group = ?, group_number = ?,
			scheduled_by = ?, approvers = ?, updated_at = ? WHERE id = ? AND state = 'planning'`, s.Group, number, s.By, s.Approvers, now, id)
		if err != nil {
			return fmt.Errorf("arming %s: %w", id, err)
		}
		if err := publish(ctx, tx, id, store.Time(now)); err != nil {
			return err
		}
		if err := l.asksApproval(ctx, tx, id, now); err != nil {
			return err
		}
	}
	return nil
}

// ErrNotArmed is returned where nothing of a release waits for a word.
var ErrNotArmed = saying.Errorf("nothing of it is armed")

// ArmedOf is the dispatch of a release that waits for a word. It is ErrNotArmed if
// there was none, or it was cancelled; a WentError where another of its group has gone;
// a StateError where it has gone itself, or is held.
func (l *Ledger) ArmedOf(ctx context.Context, slug string) (*Dispatch, error) {
	d, err := scanDispatch(l.db.Reader().QueryRowContext(ctx, `SELECT `+dispatchColumns+` FROM dispatch
		WHERE slug = ? AND kind = 'release' AND state <> 'planning' AND (release_at = 0 OR went_at > 0) ORDER BY number DESC LIMIT 1`, slug))
	if errors.Is(err, sql.ErrNoRows) {
		return nil, ErrNotArmed
	}
	if err != nil {
		return nil, fmt.Errorf("looking for what is armed of %s: %w", slug, err)
	}
	if d.State != Armed {
		return nil, notArmed(ctx, l.db.Reader(), d)
	}
	return d, nil
}

// AllArmed lists what waits for a word, oldest first.
func (l *Ledger) AllArmed(ctx context.Context) ([]*Dispatch, error) {
	return l.list(ctx, `WHERE state = 'armed' ORDER BY created_at, id`)
}

// Others lists those of a dispatch's group that wait for the same word, or are held.
func (l *Ledger) Others(ctx context.Context, d *Dispatch) ([]*Dispatch, error) {
	if d.Group == "" {
		return nil, nil
	}
	return l.list(ctx, `WHERE release_group = ? AND group_number = ? AND id <> ? AND release_at = 0
		AND state NOT IN ('planning', 'cancelled') ORDER BY created_at, id`, d.Group, d.GroupNumber, d.ID)
}

// ErrAnotherDay is returned by Go where what is stored does not bear the day that it
// is by now, and where something else was stored meanwhile: compose it anew.
var ErrAnotherDay = saying.Errorf("what is stored bears another day")

// WentError says that another release of the group has gone.
type WentError struct{ Group, Dispatch string }

func (e *WentError) Error() string { return e.Said().String() }

// Said is the error as a sentence.
func (e *WentError) Said() saying.Sentence {
	return saying.Of("%s has gone, and of the group %s one goes", e.Dispatch, e.Group)
}

// Go lets a dispatch that waits for a word leave now: it writes its instant, and
// cancels the others of its group, in one transaction. composed is the digest of the
// snapshot that the caller looked at and day the day that it bears, as in 2026-07-26
// in the dispatch's zone: it is ErrAnotherDay where either is no longer so. That one
// of a group goes, the database holds by an index of its own.
func (l *Ledger) Go(ctx context.Context, id, composed, day string) (at time.Time, void []string, err error) {
	err = l.db.Tx(ctx, func(tx *store.Tx) error {
		void = nil
		if at, err = l.nowIn(ctx, tx); err != nil {
			return err
		}
		d, err := scanDispatch(tx.QueryRowContext(ctx, `SELECT `+dispatchColumns+` FROM dispatch WHERE id = ? /* for update */`, id))
		if errors.Is(err, sql.ErrNoRows) {
			return ErrNotFound
		}
		if err != nil {
			return fmt.Errorf("reading dispatch %s: %w", id, err)
		}
		if d.State != Armed {
			return notArmed(ctx, tx, d)
		}
		zone, err := time.LoadLocation(d.Zone)
		if err != nil {
			zone = time.UTC
		}
		if d.Snapshot != composed || at.In(zone).Format(time.DateOnly) != day {
			return ErrAnotherDay
		}
		void, err = l.letGo(ctx, tx, d, store.Micros(at))
		return err
	})
	return at, void, err
}

// letGo gives a dispatch its instant, and ends the others of its group.
func (l *Ledger) letGo(ctx context.Context, tx *store.Tx, d *Dispatch, now int64) (void []string, err error) {
	_, err = tx.ExecContext(ctx, `UPDATE dispatch SET state = 'scheduled', release_at = ?, wake_at = ?, went_at = ?, resumed_at = ?,
		reason = '', updated_at = ? WHERE id = ? AND state = 'armed'`, now, now, now, now, now, d.ID)
	if err != nil {
		return nil, fmt.Errorf("letting %s go: %w", d.ID, err)
	}
	if d.Group == "" {
		return nil, nil
	}
	rows, err := tx.QueryContext(ctx, `SELECT id FROM dispatch WHERE release_group = ? AND group_number = ? AND id <> ? AND release_at = 0
		AND state NOT IN ('planning', 'cancelled') ORDER BY id`, d.Group, d.GroupNumber, d.ID)
	if err != nil {
		return nil, fmt.Errorf("looking for the others of %s: %w", d.Group, err)
	}
	defer rows.Close()
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		void = append(void, id)
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil {
		return nil, err
	}
	for _, id := range void {
		if err := cancel(ctx, tx, id, fmt.Sprintf(groupReason, d.ID, d.Group), now); err != nil {
			return nil, err
		}
	}
	return void, nil
}

// notArmed says why a dispatch cannot be let go.
func notArmed(ctx context.Context, q store.Querier, d *Dispatch) error {
	var went string
	err := q.QueryRowContext(ctx, `SELECT COALESCE(MAX(id), '') FROM dispatch WHERE release_group = ? AND group_number = ? AND went_at > 0
		AND id <> ? AND release_group <> ''`, d.Group, d.GroupNumber, d.ID).Scan(&went)
	switch {
	case err != nil:
		return fmt.Errorf("looking for what went of %s: %w", d.Group, err)
	case went != "":
		return &WentError{d.Group, went}
	case d.State == Cancelled:
		return ErrNotArmed
	}
	return &StateError{d.ID, d.State, string(Armed)}
}
