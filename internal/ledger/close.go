package ledger

import (
	"context"
	"fmt"
	"strings"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/store"
)

// Closed is the reason at a delivery that did not leave before the embargo ended.
const Closed = "the embargo had ended; gets the release instead"

// CloseDue closes the advance dispatches whose embargo has ended by now, and the notices
// of them: what is left of them is cancelled, and those people are added to the release
// dispatch. Who was asked, and has not answered, stands in that already.
// It may be called often.
func (l *Ledger) CloseDue(ctx context.Context, now time.Time) error {
	due, err := l.list(ctx, `WHERE kind IN ('advance', 'notice', 'correction') AND closes_at > 0 AND closes_at <= ?
		AND (state IN ('scheduled', 'sending', 'held', 'paused', 'missed')
			OR state IN ('done', 'failed') AND EXISTS (SELECT 1 FROM delivery v WHERE v.dispatch = dispatch.id AND v.state = 'asked'))
		ORDER BY id`, store.Micros(now))
	if err != nil {
		return err
	}
	for _, d := range due {
		err := l.db.Tx(ctx, func(tx *store.Tx) error {
			now, err := l.nowIn(ctx, tx)
			if err != nil {
				return err
			}
			row, _, err := gateRow(ctx, tx, d.ID, time.Time{})
			if err != nil || embargo.Decide(row, now).Verdict != embargo.Closed {
				return err
			}
			return l.close(ctx, tx, d.ID, now)
		})
		if err != nil {
			return fmt.Errorf("closing %s: %w", d.ID, err)
		}
	}
	return nil
}

// Asked is the gate's word on a dispatch as its row is now, without a change of
// it: for a message that is about to leave.
func (l *Ledger) Asked(ctx context.Context, id string) (embargo.Verdict, error) {
	d, err := l.Dispatch(ctx, id)
	if err != nil {
		return embargo.Wait, err
	}
	now, err := l.Now(ctx)
	if err != nil {
		return embargo.Wait, err
	}
	return embargo.Decide(embargo.Row{
		Dispatch: d.ID, Kind: d.Kind, ReleaseAt: d.ReleaseAt, ClosesAt: d.ClosesAt, Lifted: !d.LiftedAt.IsZero(),
		Stopped: d.State != Sending, Withdrawn: len(d.Withdrawn) > 0, Moved: d.Moved,
	}, now).Verdict, nil
}

// close ends an advance dispatch. What is in a worker's hands at this moment stays
// there, and is looked at again when its outcome is known.
func (l *Ledger) close(ctx context.Context, tx *store.Tx, id string, now time.Time) error {
	if err := doubt(ctx, tx, id); err != nil {
		return err
	}
	var slug string
	var kind embargo.Kind
	if err := tx.QueryRowContext(ctx, `SELECT slug, kind FROM dispatch WHERE id = ?`, id).Scan(&slug, &kind); err != nil {
		return fmt.Errorf("closing %s: %w", id, err)
	}
	if err := turnOver(ctx, tx, id); err != nil {
		return err
	}
	if kind == embargo.Advance || kind == embargo.Correction { // of advance copies
		if err := l.follow(ctx, tx, id, slug, "", now); err != nil {
			return err
		}
	}
	_, err := tx.ExecContext(ctx, `UPDATE delivery SET state = 'cancelled', reply = ? WHERE dispatch = ?
		AND state IN ('queued', 'deferred', 'asked')`, Closed, id)
	if err != nil {
		return fmt.Errorf("closing %s: %w", id, err)
	}
	var hands, reached, refused int
	err = tx.QueryRowContext(ctx, `SELECT COALESCE(SUM(CASE WHEN state = 'claimed' THEN 1 ELSE 0 END), 0),
		COALESCE(SUM(CASE WHEN state IN ('sent', 'in_doubt') THEN 1 ELSE 0 END), 0), COALESCE(SUM(CASE WHEN state = 'failed' THEN 1 ELSE 0
		END), 0)
		FROM delivery WHERE dispatch = ?`, id).Scan(&hands, &reached, &refused)
	if err != nil {
		return fmt.Errorf("closing %s: %w", id, err)
	}
	if hands > 0 {
		return nil
	}
	_, err = tx.ExecContext(ctx, `UPDATE dispatch SET state = ?, reason = '', updated_at = ? WHERE id = ?`, ended(reached, refused),
		store.Micros(now), id)
	if err != nil {
		return fmt.Errorf("closing %s: %w", id, err)
	}
	return l.tell(ctx, tx, id, Finished)
}

// ended is the state of a dispatch of which nothing is left to do.
func ended(reached, refused int) State {
	if reached == 0 && refused > 0 {
		return Failed
	}
	return Done
}

// sqlFollowers finds those who wait in one dispatch and have no place in another: all,
// or one person.
func sqlFollowers(one bool) string {
	alone := ""
	if one {
		alone = ` AND v.person = ?3`
	}
	return `SELECT v.id, CASE WHEN v.follow <> '' THEN v.follow ELSE v.template END FROM delivery v
		WHERE v.dispatch = ?1 AND v.state IN ('queued', 'deferred')` + alone + `
		AND NOT EXISTS (SELECT 1 FROM delivery w WHERE w.dispatch = ?2 AND w.address_key = v.address_key)
		AND NOT EXISTS (SELECT 1 FROM delivery w WHERE w.id IN ` + deliveriesOf("v.person") + ` AND w.dispatch = ?2
			AND w.state NOT IN ('suppressed', 'failed'))`
}

// follow adds to the release dispatch those whom the advance dispatch did not reach, or
// one of them. One that is done goes on for them.
func (l *Ledger) follow(ctx context.Context, tx *store.Tx, id, slug, person string, now time.Time) error {
	var to, state string
	err := tx.QueryRowContext(ctx, `SELECT COALESCE(MAX(id), ''), COALESCE(MAX(state), '') FROM (SELECT id, state FROM dispatch WHERE
		slug = ? AND kind = 'release'
		AND round <> '' AND state NOT IN ('planning', 'cancelled') ORDER BY number DESC LIMIT 1) AS newest`, slug).Scan(&to, &state)
	if err != nil || to == "" {
		return err
	}
	messages, err := messagesOf(ctx, tx, to)
	if err != nil {
		return err
	}
	type left struct {
		id       int64
		template string
	}
	args := []any{id, to}
	if person != "" {
		args = append(args, person)
	}
	rows, err := tx.QueryContext(ctx, sqlFollowers(person != ""), args...)
	if err != nil {
		return fmt.Errorf("looking for those who get the release instead: %w", err)
	}
	defer rows.Close()
	var all []left
	for rows.Next() {
		var one left
		if err := rows.Scan(&one.id, &one.template); err != nil {
			return fmt.Errorf("looking for those who get the release instead: %w", err)
		}
		all = append(all, one)
	}
	if err := rows.Close(); err != nil || len(all) == 0 {
		return err
	}
	for _, one := range all {
		_, err := tx.ExecContext(ctx, `INSERT INTO delivery (dispatch, slug, round, person, address_key, address, name, outlet, language,
			template, lists, priority, state)
			SELECT ?1, slug, (SELECT round FROM dispatch WHERE id = ?1), person, address_key, address, name, outlet, language, CAST(?2 AS
			TEXT), lists, priority,
				CASE WHEN EXISTS (SELECT 1 FROM suppression s WHERE s.address_key = delivery.address_key) THEN 'suppressed' ELSE 'queued' END
			FROM delivery WHERE id = ?3 ON CONFLICT (dispatch, address_key) DO NOTHING`, to, nearest(messages, one.template), one.id)
		if err != nil {
			return fmt.Errorf("adding to %s: %w", to, err)
		}
	}
	if State(state) != Done && State(state) != Failed {
		return nil
	}
	_, err = tx.ExecContext(ctx, `UPDATE dispatch SET state = 'sending', resumed_at = ?, updated_at = ? WHERE id = ?`, store.Micros(now),
		store.Micros(now), to)
	return err
}

// messagesOf are the names of a dispatch's messages.
func messagesOf(ctx context.Context, q store.Querier, id string) (map[string]bool, error) {
	rows, err := q.QueryContext(ctx, `SELECT name FROM artefact WHERE dispatch = ? AND name LIKE 'mail/%'`, id)
	if err != nil {
		return nil, fmt.Errorf("listing the messages of %s: %w", id, err)
	}
	defer rows.Close()
	out := make(map[string]bool)
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, fmt.Errorf("listing the messages of %s: %w", id, err)
		}
		out[name] = true
	}
	return out, rows.Err()
}

// nearest is the message that stands nearest to a wanted one: without the mark of
// a replaced copy, without cover notes, without the edition of a region, with and
// without the PDF, at last any in the language.
func nearest(messages map[string]bool, want string) string {
	name, _, _ := strings.Cut(want, "~")
	plain, _, _ := strings.Cut(name, "+")
	everybody, _, _ := strings.Cut(plain, "@")
	bare := strings.TrimSuffix(everybody, ".pdf")
	lang := strings.TrimSuffix(bare, ".text")
	for _, n := range []string{name, plain, everybody, bare + ".pdf", bare, lang + ".pdf", lang} {
		if messages[n] {
			return n
		}
	}
	best := ""
	for n := range messages {
		if strings.HasPrefix(n, lang) == strings.HasPrefix(best, lang) && (best == "" || n < best) || strings.HasPrefix(n, lang) &&
			!strings.HasPrefix(best, lang) {
			best = n
		}
	}
	return best
}

// doubt settles what waits after a lost answer and will not be tried again by
// itself: it may have been taken.
func doubt(ctx context.Context, tx *store.Tx, id string) error {
	_, err := tx.ExecContext(ctx, `UPDATE delivery SET state = 'in_doubt', worker = '' WHERE dispatch = ? AND state IN ('queued',
		'deferred') AND lost > 0`, id)
	if err != nil {
		return fmt.Errorf("noting what is in doubt of %s: %w", id, err)
	}
	return nil
}
