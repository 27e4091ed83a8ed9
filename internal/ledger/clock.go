package ledger

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/store"
)

// GoByOwnClock makes the ledger go by its own clock on PostgreSQL too: for tests,
// which set the time.
func (l *Ledger) GoByOwnClock() *Ledger {
	l.ownClock = true
	return l
}

// Now is the time by which everything is decided: the database's where there may
// be workers on several machines (PostgreSQL), else this machine's.
func (l *Ledger) Now(ctx context.Context) (time.Time, error) { return l.nowIn(ctx, l.db.Reader()) }

// ByDatabase tells whether Now is the database's clock.
func (l *Ledger) ByDatabase() bool { return l.db.Postgres() && !l.ownClock }

func (l *Ledger) nowIn(ctx context.Context, q store.Querier) (time.Time, error) {
	if !l.ByDatabase() {
		return l.now(), nil
	}
	return store.Clock(ctx, q)
}

// MaxSkew is how far a worker's clock may be from the database's. One that is
// further away is told of, and leaves the lift to others.
const MaxSkew = 2 * time.Second

// sqlSetBack has what waits after an answer wait by the clock as it is now: the answer
// stands in the future where that was set back.
const sqlSetBack = `UPDATE delivery SET next_attempt_at = next_attempt_at - answered_at + ?1, answered_at = ?1
	WHERE dispatch IN (SELECT id FROM dispatch WHERE state = 'sending') AND state IN ('queued', 'deferred') AND next_attempt_at > ?1
	AND answered_at > ?2`

// setBack sees to it that nothing is tried later because the clock was set back.
func setBack(ctx context.Context, tx *store.Tx, now time.Time) error {
	if _, err := tx.ExecContext(ctx, sqlSetBack, store.Micros(now), store.Micros(now.Add(MaxSkew))); err != nil {
		return fmt.Errorf("looking for tries that the clock has put off: %w", err)
	}
	return nil
}

// Off tells whether a clock that is ahead of the database's by skew is wrong.
func Off(skew time.Duration) bool { return skew.Abs() > MaxSkew }

// seenWithin is how old the pulse of a worker may be that is counted as working.
const seenWithin = 5 * time.Second

// RightClocks counts the workers that are at work on a dispatch and whose clock agrees
// with the database's.
func (l *Ledger) RightClocks(ctx context.Context, dispatch string) (int, error) {
	now, err := l.Now(ctx)
	if err != nil {
		return 0, err
	}
	all, err := l.Workers(ctx)
	n := 0
	for _, w := range all {
		if w.delivers(dispatch) && !Off(w.Skew) && now.Sub(w.SeenAt) < seenWithin {
			n++
		}
	}
	return n, err
}

// TooLate tells whether a dispatch that is due is later than its grace by now, and nobody was
// there to deliver it: the next worker marks it as missed.
func (l *Ledger) TooLate(ctx context.Context, id string) (late bool, err error) {
	err = l.db.Tx(ctx, func(tx *store.Tx) error {
		now, err := l.nowIn(ctx, tx)
		if err != nil {
			return err
		}
		alive, err := aliveAt(ctx, tx, id, now, -1)
		if err != nil {
			return err
		}
		row, _, err := gateRow(ctx, tx, id, alive)
		late = err == nil && embargo.Decide(row, now).Verdict == embargo.Missed
		return err
	})
	return late, err
}

// AtWork is a worker that is running.
type AtWork struct {
	ID                string
	StartedAt, SeenAt time.Time
	Skew              time.Duration // how far its clock is ahead of the database's
	// Mailings are all that it delivers, as a command does that was asked for them; nil for
	// whatever is due.
	Mailings []string
}

func (w *AtWork) delivers(dispatch string) bool {
	return w.Mailings == nil || slices.Contains(w.Mailings, dispatch)
}

// WorkersForAll counts the workers that are running and deliver whatever is due.
func (l *Ledger) WorkersForAll(ctx context.Context) int {
	rows, err := l.db.Reader().QueryContext(ctx, `SELECT id FROM worker WHERE mailings <> ''`)
	if err != nil {
		return 0
	}
	defer rows.Close()
	var some []string
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			return 0
		}
		some = append(some, id)
	}
	if rows.Err() != nil {
		return 0
	}
	return l.db.LiveWorkers(ctx, some...)
}

// Delivered tells whether a worker is running that delivers a dispatch: one for whatever
// is due, or a command that was asked for this.
func (l *Ledger) Delivered(ctx context.Context, dispatch string) bool {
	if l.WorkersForAll(ctx) > 0 {
		return true
	}
	all, err := l.Workers(ctx)
	return err == nil && slices.ContainsFunc(all, func(w AtWork) bool { return w.delivers(dispatch) })
}

// Silent is how long all workers have said nothing that are running and deliver a
// dispatch; zero if one has within StillFor, or there is none.
func (l *Ledger) Silent(ctx context.Context, dispatch string) (time.Duration, error) {
	now, err := l.Now(ctx)
	if err != nil {
		return 0, err
	}
	all, err := l.Workers(ctx)
	var last time.Time
	for _, w := range all {
		if w.delivers(dispatch) && w.SeenAt.After(last) {
			last = w.SeenAt
		}
	}
	if silent := now.Sub(last); err == nil && !last.IsZero() && silent >= StillFor {
		return silent, nil
	}
	return 0, err
}

// Workers lists the workers that are running, the oldest first.
func (l *Ledger) Workers(ctx context.Context) ([]AtWork, error) {
	now, err := l.Now(ctx)
	if err != nil {
		return nil, err
	}
	rows, err := l.db.Reader().QueryContext(ctx, `SELECT id, started_at, seen_at, skew, mailings FROM worker WHERE seen_at > ?
		ORDER BY started_at, id`,
		store.Micros(now.Add(-24*time.Hour)))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []AtWork
	for rows.Next() {
		var w AtWork
		var started, seen, skew int64
		var mailings string
		if err := rows.Scan(&w.ID, &started, &seen, &skew, &mailings); err != nil {
			return nil, err
		}
		if mailings != "" {
			w.Mailings = strings.Fields(mailings)
		}
		w.StartedAt, w.SeenAt, w.Skew = store.Time(started), store.Time(seen), time.Duration(skew)*time.Microsecond
		all = append(all, w)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	out := all[:0]
	for _, w := range all {
		if l.db.WorkerAlive(ctx, w.ID) {
			out = append(out, w)
		}
	}
	return out, nil
}

// WrongClocks are the workers at work whose clock is not the database's.
func (l *Ledger) WrongClocks(ctx context.Context) ([]AtWork, error) {
	all, err := l.Workers(ctx)
	return slices.DeleteFunc(all, func(w AtWork) bool { return !Off(w.Skew) }), err
}
