package ledger

import (
	"context"
	"fmt"
	"time"

	"pressroom/internal/store"
)

// Delivery is one dispatch to one recipient, as a worker takes it.
type Delivery struct {
	ID        int64
	Dispatch  string
	Key       string
	Address   string
	Name      string
	Template  string
	Attempts  int
	FirstTry  time.Time // of this delivery; zero before the first attempt
	claimedBy string
}

// Claim takes up to n deliveries of a dispatch that are due, for a worker, those
// of the highest priority first. It takes none of a dispatch that is not being
// sent. A worker that has lost its lock gets store.ErrLockLost.
func (l *Ledger) Claim(ctx context.Context, dispatch, worker string, n int) ([]Delivery, error) {
	var out []Delivery
	err := l.db.Shared(ctx, func(tx *store.Tx) error {
		if err := tx.Holds(ctx, worker); err != nil {
			return err
		}
		rows, err := tx.QueryContext(ctx, `UPDATE delivery SET state = 'claimed', worker = ? WHERE id IN (
				SELECT id FROM delivery WHERE dispatch = ? AND state IN ('queued', 'deferred') AND next_attempt_at <= ?
				AND (SELECT state FROM dispatch WHERE id = ?) = 'sending'
				ORDER BY next_attempt_at, priority DESC, id LIMIT ? /* skip locked */)
			RETURNING id, address_key, address, name, template, attempts, priority,
				COALESCE((SELECT MIN(at) FROM attempt WHERE delivery = delivery.id), 0)`,
			worker, dispatch, store.Micros(l.now()), dispatch, n)
		if err != nil {
			return err
		}
		defer rows.Close()
		var priorities []float64
		for rows.Next() {
			d := Delivery{Dispatch: dispatch, claimedBy: worker}
			var first int64
			var priority float64
			if err := rows.Scan(&d.ID, &d.Key, &d.Address, &d.Name, &d.Template, &d.Attempts, &priority, &first); err != nil {
				return err
			}
			d.FirstTry = store.Time(first)
			out, priorities = append(out, d), append(priorities, priority)
		}
		sortByPriority(out, priorities)
		return rows.Err()
	})
	if err != nil {
		return nil, fmt.Errorf("claiming deliveries of %s: %w", dispatch, err)
	}
	return out, nil
}

// First lists the first n deliveries of a dispatch in the order in which Claim
// takes them, without taking them.
func (l *Ledger) First(ctx context.Context, dispatch string, n int) ([]Delivery, error) {
	rows, err := l.db.Reader().QueryContext(ctx, `SELECT id, address_key, address, name, template FROM delivery
		WHERE dispatch = ? AND state IN ('queued', 'deferred') ORDER BY next_attempt_at, priority DESC, id LIMIT ?`, dispatch, n)
	if err != nil {
		return nil, fmt.Errorf("listing deliveries of %s: %w", dispatch, err)
	}
	defer rows.Close()
	var out []Delivery
	for rows.Next() {
		d := Delivery{Dispatch: dispatch}
		if err := rows.Scan(&d.ID, &d.Key, &d.Address, &d.Name, &d.Template); err != nil {
			return nil, fmt.Errorf("listing deliveries of %s: %w", dispatch, err)
		}
		out = append(out, d)
	}
	return out, rows.Err()
}

// sortByPriority orders claimed rows, which come back in no order.
func sortByPriority(ds []Delivery, priorities []float64) {
	less := func(i, j int) bool {
		if priorities[i] != priorities[j] {
			return priorities[i] > priorities[j]
		}
		return ds[i].ID < ds[j].ID
	}
	for i := 1; i < len(ds); i++ { // nearly sorted already
		for j := i; j > 0 && less(j, j-1); j-- {
			ds[j], ds[j-1] = ds[j-1], ds[j]
			priorities[j], priorities[j-1] = priorities[j-1], priorities[j]
		}
	}
}

// sqlBack is the state of a claimed delivery that goes back untried.
const sqlBack = `CASE WHEN (SELECT state FROM dispatch WHERE id = delivery.dispatch) = 'cancelled' THEN 'cancelled'
	WHEN attempts > 0 THEN 'deferred' ELSE 'queued' END`

// Reclaim gives back what dead workers had claimed. alive tells whether a worker
// still holds its lock.
func (l *Ledger) Reclaim(ctx context.Context, alive func(worker string) bool) (int64, error) {
	rows, err := l.db.Reader().QueryContext(ctx, `SELECT DISTINCT worker FROM delivery WHERE state = 'claimed'`)
	if err != nil {
		return 0, fmt.Errorf("looking for dead workers: %w", err)
	}
	var dead []string
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			rows.Close()
			return 0, fmt.Errorf("looking for dead workers: %w", err)
		}
		if !alive(id) {
			dead = append(dead, id)
		}
	}
	if err := rows.Close(); err != nil {
		return 0, fmt.Errorf("looking for dead workers: %w", err)
	}
	var total int64
	for _, id := range dead {
		err := l.db.Tx(ctx, func(tx *store.Tx) error {
			res, err := tx.ExecContext(ctx, `UPDATE delivery SET state = `+sqlBack+`, worker = '', next_attempt_at = 0
				WHERE state = 'claimed' AND worker = ?`, id)
			if err != nil {
				return err
			}
			n, err := res.RowsAffected()
			total += n
			return err
		})
		if err != nil {
			return total, fmt.Errorf("taking over from worker %s: %w", id, err)
		}
	}
	return total, nil
}

// RefusedBefore tells whether another dispatch to this address ended in the same
// kind of refusal: a bare 550, 551 or 553 at RCPT, or the enhanced code given.
func (l *Ledger) RefusedBefore(ctx context.Context, key, dispatch, enhanced string) (bool, error) {
	q := `SELECT EXISTS (SELECT 1 FROM delivery WHERE address_key = ? AND dispatch <> ? AND state = 'failed' AND stage = 'rcpt' AND enhanced = ?`
	if enhanced == "" {
		q += ` AND code IN (550, 551, 553)`
	}
	var yes bool
	if err := l.db.Reader().QueryRowContext(ctx, q+`)`, key, dispatch, enhanced).Scan(&yes); err != nil {
		return false, fmt.Errorf("looking for earlier refusals: %w", err)
	}
	return yes, nil
}
