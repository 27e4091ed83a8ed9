package ledger

import (
	"context"
	"fmt"
	"strings"
	"time"

	"pressroom/internal/store"
)

// Bar is somebody who gets nothing before an embargo ends: neither notice nor copy.
type Bar struct {
	Subject string // an address key, or @domain for all of a domain
	Reason  string
	Until   time.Time
	At      time.Time
}

// LastDay is the last day on which it holds, in a zone.
func (b *Bar) LastDay(zone *time.Location) string {
	return b.Until.Add(-time.Second).In(zone).Format(time.DateOnly)
}

// Barred is the reason at what somebody who is barred does not get.
const Barred = "barred from advance copies; gets the release at release time"

// sqlBars is SQL for a bar that holds at an instant for a delivery: for its address, its
// person, or its domain.
func (l *Ledger) sqlBars(delivery, at string) string {
	domain := strings.ReplaceAll(l.domain(), "address_key", delivery+".address_key")
	return `SELECT 1 FROM bar b WHERE b.until_at > ` + at + ` AND b.subject IN (` + delivery + `.address_key, ` + delivery +
		`.person, '@' || ` + domain + `)`
}

// Bar bars somebody. What waits for them of advance copies and notices is cancelled in
// the same transaction; what is in a worker's hands is looked at once more before its
// content. It returns how many did not leave.
func (l *Ledger) Bar(ctx context.Context, b Bar) (stopped int64, err error) {
	err = l.db.Tx(ctx, func(tx *store.Tx) error {
		now, err := l.nowIn(ctx, tx)
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO bar (subject, reason, until_at, at) VALUES (?, ?, ?, ?)
			ON CONFLICT (subject) DO UPDATE SET reason = excluded.reason, until_at = excluded.until_at, at = excluded.at`,
			b.Subject, b.Reason, store.Micros(b.Until), store.Micros(now))
		if err != nil {
			return err
		}
		stopped, err = l.dropBarred(ctx, tx, "", now)
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("barring %s: %w", b.Subject, err)
	}
	return stopped, nil
}

// dropBarred cancels what waits for people who are barred, in one dispatch or in all
// with "".
func (l *Ledger) dropBarred(ctx context.Context, tx *store.Tx, id string, now time.Time) (int64, error) {
	res, err := tx.ExecContext(ctx, `UPDATE delivery SET state = CASE WHEN lost > 0 THEN 'in_doubt' ELSE 'cancelled' END,
			reply = CASE WHEN lost > 0 THEN reply ELSE ?1 END
		WHERE state IN ('queued', 'deferred', 'asked') AND dispatch IN (
			SELECT d.id FROM dispatch d WHERE d.kind IN ('advance', 'notice') AND d.closes_at > ?2
				AND d.state NOT IN ('planning', 'cancelled') AND (CAST(?3 AS TEXT) = '' OR d.id = ?3))
		AND EXISTS (`+l.sqlBars("delivery", "?2")+`)`, Barred, store.Micros(now), id)
	if err != nil {
		return 0, fmt.Errorf("looking for who is barred: %w", err)
	}
	return res.RowsAffected()
}

// Unbar ends a bar. It is false where there was none.
func (l *Ledger) Unbar(ctx context.Context, subject string) (found bool, err error) {
	err = l.db.Tx(ctx, func(tx *store.Tx) error {
		res, err := tx.ExecContext(ctx, `DELETE FROM bar WHERE subject = ?`, subject)
		if err != nil {
			return fmt.Errorf("ending a bar: %w", err)
		}
		n, err := res.RowsAffected()
		found = n > 0
		return err
	})
	return found, err
}

// Bars lists those that hold now, by whom they bar.
func (l *Ledger) Bars(ctx context.Context) ([]Bar, error) {
	now, err := l.Now(ctx)
	if err != nil {
		return nil, err
	}
	var out []Bar
	err = eachRow(ctx, l.db.Reader(), `SELECT subject, reason, until_at, at FROM bar WHERE until_at > ? ORDER BY subject`,
		[]any{store.Micros(now)}, func(scan func(...any) error) error {
			var b Bar
			var until, at int64
			if err := scan(&b.Subject, &b.Reason, &until, &at); err != nil {
				return err
			}
			b.Until, b.At = store.Time(until), store.Time(at)
			out = append(out, b)
			return nil
		})
	if err != nil {
		return nil, fmt.Errorf("listing who is barred: %w", err)
	}
	return out, nil
}

// BarOf is the bar that holds now for whoever has an address, nil if there is none.
func (l *Ledger) BarOf(ctx context.Context, q store.Querier, key string) (*Bar, error) {
	person, err := personOf(ctx, q, key)
	if err != nil {
		return nil, err
	}
	all, err := l.Bars(ctx)
	if err != nil {
		return nil, err
	}
	return BarIn(all, key, person), nil
}

// BarIn is the one among bars that holds for an address of a person, nil if none does.
func BarIn(all []Bar, key, person string) *Bar {
	_, domain, _ := strings.Cut(key, "@")
	for i, b := range all {
		if b.Subject == key || b.Subject == person || b.Subject == "@"+domain {
			return &all[i]
		}
	}
	return nil
}
