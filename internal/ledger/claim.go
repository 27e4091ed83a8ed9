package ledger

import (
	"context"
	"errors"
	"fmt"
	"strings"
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
	Thread    []string  // of a mail to a holder: the Message-IDs of what they have, oldest first
	claimedBy string
}

// sqlClaim takes deliveries: for worker ?1, of dispatch ?2, what is due at ?3, up to ?4.
// What would reach somebody a second time in a round is left out, and the index
// delivery_once holds that.
const sqlClaim = `UPDATE delivery SET state = 'claimed', worker = ?1 WHERE id IN (
		SELECT id FROM delivery WHERE dispatch = ?2 AND state IN ('queued', 'deferred') AND next_attempt_at <= ?3
		AND EXISTS (SELECT 1 FROM dispatch d WHERE d.id = ?2 AND d.state = 'sending' AND (d.closes_at = 0 OR d.closes_at > ?3)
			AND (d.withdrawn = '' OR d.kind <> 'advance') AND (d.moved = 0 OR d.kind NOT IN ('advance', 'notice')))
		AND NOT EXISTS (` + others + `)/* words *//* holders */
		ORDER BY next_attempt_at, priority DESC, id LIMIT ?4 /* skip locked */)
	RETURNING id, address_key, address, name, template, attempts, priority,
		CASE attempts WHEN 0 THEN 0 ELSE COALESCE((SELECT MIN(at) FROM attempt WHERE delivery = delivery.id), 0) END, thread`

// Claim takes up to n deliveries of a dispatch that are due, for a worker, those
// of the highest priority first. It takes none of a dispatch that is not being
// sent, and nobody who has the release in this round already, or is about to get
// it. A worker that has lost its lock gets store.ErrLockLost, and on a database
// from which the workspace was moved store.ErrMoved.
func (l *Ledger) Claim(ctx context.Context, dispatch, worker string, n int) ([]Delivery, error) {
	for {
		out, err := l.claim(ctx, dispatch, worker, n)
		if (store.IsConflict(err) || store.IsDeadlock(err)) && ctx.Err() == nil {
			// Somebody else took the same person just now, or they stand twice in
			// this dispatch: of fewer, at least the first can be had.
			n = max(1, n/2)
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("claiming deliveries of %s: %w", dispatch, err)
		}
		return out, nil
	}
}

func (l *Ledger) claim(ctx context.Context, dispatch, worker string, n int) ([]Delivery, error) {
	var out []Delivery
	err := l.db.Shared(ctx, func(tx *store.Tx) error {
		if err := errors.Join(tx.Armed(ctx), tx.Holds(ctx, worker)); err != nil {
			return err
		}
		at, err := l.nowIn(ctx, tx)
		if err != nil {
			return err
		}
		now := store.Micros(at)
		if err := l.queue(ctx, tx, dispatch); err != nil {
			return err
		}
		query, args := sqlClaim, []any{worker, dispatch, now, n}
		holders, err := toHolders(ctx, tx, dispatch)
		if err != nil {
			return err
		}
		if holders {
			query = sqlClaimHolders
		} else if rounds, err := copyRounds(ctx, tx, dispatch); err != nil {
			return err
		} else if rounds != "" {
			query, args = l.sqlClaimCopies(), append(args, rounds)
		}
		rows, err := tx.QueryContext(ctx, query, args...)
		if err != nil {
			return err
		}
		defer rows.Close()
		var priorities []float64
		for rows.Next() {
			d := Delivery{Dispatch: dispatch, claimedBy: worker}
			var first int64
			var thread string
			var priority float64
			if err := rows.Scan(&d.ID, &d.Key, &d.Address, &d.Name, &d.Template, &d.Attempts, &priority, &first, &thread); err != nil {
				return err
			}
			d.FirstTry, d.Thread = store.Time(first), strings.Fields(thread)
			out, priorities = append(out, d), append(priorities, priority)
		}
		sortByPriority(out, priorities)
		if err := errors.Join(rows.Err(), rows.Close()); err != nil || !holders {
			return err
		}
		return l.thread(ctx, tx, out)
	})
	return out, err
}

// queue makes the claims of dispatches that mail the same people in the same round
// wait for each other: they would each hold what the other wants next.
func (l *Ledger) queue(ctx context.Context, tx *store.Tx, dispatch string) error {
	if !l.db.Postgres() {
		return nil
	}
	var others bool
	err := tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM dispatch d JOIN dispatch o ON o.slug = d.slug AND o.round = d.round AND
		o.id <> d.id
		WHERE d.id = ? AND d.round <> '' AND o.state = 'sending')`, dispatch).Scan(&others)
	if err != nil || !others {
		return err
	}
	return tx.Exclusive(ctx, store.KeyClaim)
}

// Holds tells whether a delivery is still in the hands of the worker that claimed
// it: another may have taken over from one that stood still.
func (l *Ledger) Holds(ctx context.Context, d Delivery) (bool, error) {
	var yes bool
	err := l.db.Reader().QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM delivery WHERE id = ? AND state = 'claimed' AND worker = ?)`, d.ID,
		d.claimedBy).Scan(&yes)
	if err != nil {
		return false, fmt.Errorf("asking for a claim: %w", err)
	}
	return yes, nil
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

// sqlBack is the state of a claimed delivery that goes back: in doubt where an
// answer to it was lost before and it will not be tried again by itself.
const sqlBack = `CASE
	WHEN lost > 0 AND (SELECT state FROM dispatch WHERE id = delivery.dispatch) <> 'sending' THEN 'in_doubt'
	WHEN (SELECT state FROM dispatch WHERE id = delivery.dispatch) = 'cancelled' THEN 'cancelled'
	WHEN attempts > 0 THEN 'deferred' ELSE 'queued' END`

// sqlTakeOver gives back what a worker had claimed. It counts as a try: a message
// may have been on its way.
const sqlTakeOver = `UPDATE delivery SET state = ` + sqlBack + `, worker = '', attempts = attempts + 1, next_attempt_at = 0
	WHERE state = 'claimed' AND worker = ?`

// Reclaim gives back what dead workers had claimed. alive tells whether a worker
// still holds its lock.
func (l *Ledger) Reclaim(ctx context.Context, alive func(worker string) bool) (int64, error) {
	claimers, err := claimers(ctx, l.db.Reader())
	if err != nil {
		return 0, err
	}
	var total int64
	for _, id := range claimers {
		if alive(id) {
			continue
		}
		err := l.db.Tx(ctx, func(tx *store.Tx) error {
			n, err := takeOver(ctx, tx, id)
			total += n
			return err
		})
		if err != nil {
			return total, err
		}
	}
	return total, nil
}

// claimers are the workers that have claimed something.
func claimers(ctx context.Context, q store.Querier) ([]string, error) {
	rows, err := q.QueryContext(ctx, `SELECT DISTINCT worker FROM delivery WHERE state = 'claimed'`)
	if err != nil {
		return nil, fmt.Errorf("looking for dead workers: %w", err)
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			return nil, fmt.Errorf("looking for dead workers: %w", err)
		}
		out = append(out, id)
	}
	return out, rows.Err()
}

func takeOver(ctx context.Context, tx *store.Tx, worker string) (int64, error) {
	res, err := tx.ExecContext(ctx, sqlTakeOver, worker)
	if err != nil {
		return 0, fmt.Errorf("taking over from worker %s: %w", worker, err)
	}
	return res.RowsAffected()
}

// RefusedBefore tells whether another dispatch to this address ended in the same
// kind of refusal: a bare 550, 551 or 553 at RCPT, or the enhanced code given.
func (l *Ledger) RefusedBefore(ctx context.Context, key, dispatch, enhanced string) (bool, error) {
	q := `SELECT EXISTS (SELECT 1 FROM delivery WHERE address_key = ? AND dispatch <> ? AND state = 'failed' AND stage = 'rcpt' AND
		enhanced = ?`
	if enhanced == "" {
		q += ` AND code IN (550, 551, 553)`
	}
	var yes bool
	if err := l.db.Reader().QueryRowContext(ctx, q+`)`, key, dispatch, enhanced).Scan(&yes); err != nil {
		return false, fmt.Errorf("looking for earlier refusals: %w", err)
	}
	return yes, nil
}
