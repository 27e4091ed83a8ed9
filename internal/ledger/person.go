package ledger

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"pressroom/internal/embargo"
	"pressroom/internal/store"
)

// Persons are the people who are known by another address than the first one used
// here: by address key, their person.
func (l *Ledger) Persons(ctx context.Context) (map[string]string, error) {
	rows, err := l.db.Reader().QueryContext(ctx, `SELECT address_key, person FROM person`)
	if err != nil {
		return nil, fmt.Errorf("listing replaced addresses: %w", err)
	}
	defer rows.Close()
	out := make(map[string]string)
	for rows.Next() {
		var key, person string
		if err := rows.Scan(&key, &person); err != nil {
			return nil, fmt.Errorf("listing replaced addresses: %w", err)
		}
		out[key] = person
	}
	return out, rows.Err()
}

func personOf(ctx context.Context, q store.Querier, key string) (string, error) {
	var person string
	err := q.QueryRowContext(ctx, `SELECT person FROM person WHERE address_key = ?`, key).Scan(&person)
	if errors.Is(err, sql.ErrNoRows) {
		return key, nil
	}
	if err != nil {
		return "", fmt.Errorf("looking for a person: %w", err)
	}
	return person, nil
}

// MoveIn makes another address that of the person who had the first, inside a
// transaction. What waits for them goes to the new one; whoever has had a release
// at the old one does not get it again at the new one. Where the new one is in use
// and a release that it has is in flight to the old one, or the other way round, it is
// ErrInFlight.
func (l *Ledger) MoveIn(ctx context.Context, tx *store.Tx, from, to, address string) error {
	person, err := personOf(ctx, tx, from)
	if err != nil {
		return err
	}
	before, err := personOf(ctx, tx, to)
	if err != nil {
		return err
	}
	local, _, _ := strings.Cut(address, "@")
	_, domain, _ := strings.Cut(to, "@")
	address = local + "@" + domain // the domain as A-labels, as an envelope has it
	for _, p := range []struct {
		key, address string
		moved        int
	}{{from, from, 1}, {to, address, 0}} {
		_, err := tx.ExecContext(ctx, `INSERT INTO person (address_key, person, address, moved) VALUES (?, ?, ?, ?)
			ON CONFLICT (address_key) DO UPDATE SET person = excluded.person, moved = excluded.moved`, p.key, person, p.address, p.moved)
		if err != nil {
			return fmt.Errorf("noting that an address is replaced: %w", err)
		}
	}
	if before != person {
		// The new address was in use already: both are one person from now on.
		if err := join(ctx, tx, person, before); err != nil {
			return err
		}
	}
	// One dispatch may name both addresses, in two rounds of advance copies even: one
	// copy of it is enough.
	_, err = tx.ExecContext(ctx, sqlOneOfBoth(), to, person)
	if err != nil {
		return fmt.Errorf("noting that an address is replaced: %w", err)
	}
	return follow(ctx, tx, `v.address_key = ?1 AND v.state IN ('queued', 'deferred', 'asked')`, from, to, address)
}

// KnownIn tells whether an address, by its key, has a place in the ledger, inside a
// transaction: it was mailed, or is to be, or belongs to somebody with another one.
func (l *Ledger) KnownIn(ctx context.Context, tx *store.Tx, key string) (bool, error) {
	var n int
	err := tx.QueryRowContext(ctx, `SELECT (SELECT COUNT(*) FROM person WHERE address_key = ?) +
		(SELECT COUNT(*) FROM delivery WHERE address_key = ?)`, key, key).Scan(&n)
	if err != nil {
		return false, fmt.Errorf("looking for an address: %w", err)
	}
	return n > 0, nil
}

// MoveBackIn takes a MoveIn from one address to another back, inside a transaction. What
// waits for the person goes to the first again. Where the other one is shared, by
// somebody who had it in their own right, both stay one person, and what waits for it
// stays with it.
func (l *Ledger) MoveBackIn(ctx context.Context, tx *store.Tx, from, to string, shared bool) error {
	if _, err := tx.ExecContext(ctx, `UPDATE person SET moved = 0 WHERE address_key = ?`, from); err != nil {
		return fmt.Errorf("noting that an address is not replaced: %w", err)
	}
	if shared {
		return nil
	}
	if _, err := tx.ExecContext(ctx, `DELETE FROM person WHERE address_key = ?`, to); err != nil {
		return fmt.Errorf("noting that an address is not replaced: %w", err)
	}
	return follow(ctx, tx, `v.address_key = ?1 AND v.state IN ('queued', 'deferred', 'asked')`, to, from, from)
}

// sqlOneOfBoth cancels what waits for an address of a person who has it from the same
// dispatch at another.
func sqlOneOfBoth() string {
	return `UPDATE delivery SET state = 'cancelled', reply = '` + HasIt + `' WHERE address_key = ?1 AND state IN ('queued', 'deferred')
		AND lost = 0 AND EXISTS (SELECT 1 FROM delivery o WHERE o.id IN ` + deliveriesOf("?2") + ` AND o.dispatch = delivery.dispatch
			AND o.id <> delivery.id AND o.round <> '' AND (o.state IN ('sent', 'in_doubt') OR o.lost > 0))`
}

// follow turns deliveries to an address that was replaced over to the one that
// has replaced it, but where that one stands in the same dispatch.
func follow(ctx context.Context, tx *store.Tx, which string, arg any, to, address string) error {
	_, err := tx.ExecContext(ctx, `UPDATE delivery SET address_key = ?2, address = ?3, state = CASE WHEN state <> 'suppressed' THEN state
			WHEN lost > 0 AND (SELECT d.state FROM dispatch d WHERE d.id = delivery.dispatch) <> 'sending' THEN 'in_doubt' ELSE 'queued' END
		WHERE id IN (SELECT v.id FROM delivery v JOIN dispatch d ON d.id = v.dispatch WHERE d.state NOT IN ('done', 'failed', 'cancelled')
		AND `+which+`)
		AND NOT EXISTS (SELECT 1 FROM delivery w WHERE w.dispatch = delivery.dispatch AND w.address_key = ?2)`, arg, to, address)
	if err != nil {
		return fmt.Errorf("turning over to the new address: %w", err)
	}
	return nil
}

// turnOver does that for what waits in a dispatch: it may have been in a worker's
// hands when the address was replaced, and have come back.
func turnOver(ctx context.Context, tx *store.Tx, id string) error {
	rows, err := tx.QueryContext(ctx, `SELECT v.id, v.address_key FROM delivery v JOIN person p ON p.address_key = v.address_key AND
		p.moved = 1
		WHERE v.dispatch = ? AND v.state IN ('queued', 'deferred') ORDER BY v.id`, id)
	if err != nil {
		return fmt.Errorf("looking for replaced addresses: %w", err)
	}
	defer rows.Close()
	moved := make(map[int64]string)
	for rows.Next() {
		var delivery int64
		var key string
		if err := rows.Scan(&delivery, &key); err != nil {
			return fmt.Errorf("looking for replaced addresses: %w", err)
		}
		moved[delivery] = key
	}
	if err := rows.Close(); err != nil {
		return fmt.Errorf("looking for replaced addresses: %w", err)
	}
	for _, delivery := range slices.Sorted(maps.Keys(moved)) {
		to, address, err := movedTo(ctx, tx, moved[delivery])
		if err == nil && to != "" {
			err = follow(ctx, tx, `v.id = ?1`, delivery, to, address)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// movedTo is the address that has replaced one by now, with its key; "" if none has.
func movedTo(ctx context.Context, q store.Querier, key string) (to, address string, err error) {
	err = q.QueryRowContext(ctx, `SELECT n.address_key, n.address FROM person o JOIN person n ON n.person = o.person AND n.moved = 0
		WHERE o.address_key = ? AND o.moved = 1 ORDER BY n.address_key LIMIT 1`, key).Scan(&to, &address)
	if errors.Is(err, sql.ErrNoRows) {
		return "", "", nil
	}
	if err != nil {
		return "", "", fmt.Errorf("looking for a new address: %w", err)
	}
	return to, address, nil
}

// Reached is how far a release has come to a person.
type Reached struct {
	// Release: they have it, or may have it. Waits: an unfinished dispatch is to bring
	// it; what is in a worker's hands waits too, as it may come back.
	Release, ReleaseWaits bool
	// Advance: the same of an advance copy. Words is the digest of the text of the
	// last one, in Language.
	Advance, AdvanceWaits bool
	Words, Language       string
	// Notified: they were asked whether they agree to its embargo, or are about to be.
	Notified bool
	// Off: they were taken off the advance copies of the release.
	Off bool
}

// Reached tells, by person, how far a release has come to those it was meant for.
// What is planned and not scheduled does not count.
func (l *Ledger) Reached(ctx context.Context, slug string) (map[string]Reached, error) {
	rows, err := l.db.Reader().QueryContext(ctx, `SELECT o.person, o.round, o.language, COALESCE(a.digest, ''),
			CASE WHEN `+otherOccupies+` AND (o.state <> 'claimed' OR o.lost > 0) THEN 1 ELSE 0 END,
			CASE WHEN o.reply = '`+WasTakenOff+`' OR o.round LIKE 'notice/off-%' THEN 1 ELSE 0 END, d.closes_at
		FROM delivery o JOIN dispatch d ON d.id = o.dispatch AND d.state <> 'planning'
		LEFT JOIN artefact a ON a.dispatch = o.dispatch AND a.name = 'text/' || o.language
		WHERE o.slug = ? AND o.round <> ''
		AND (`+otherOccupies+` OR o.state IN ('queued', 'deferred') AND d.state NOT IN ('done', 'failed', 'cancelled')
			OR o.reply = '`+WasTakenOff+`' OR o.round LIKE 'notice/off-%') ORDER BY o.id`, slug)
	if err != nil {
		return nil, fmt.Errorf("looking for who has %s: %w", slug, err)
	}
	defer rows.Close()
	out := make(map[string]Reached)
	for rows.Next() {
		var person, round, language, words string
		var has, off bool
		var closes int64
		if err := rows.Scan(&person, &round, &language, &words, &has, &off, &closes); err != nil {
			return nil, fmt.Errorf("looking for who has %s: %w", slug, err)
		}
		r := out[person]
		switch {
		case round == NoticeRound:
			r.Notified = true
		case off:
			r.Off = true
		case (round == string(embargo.Release) || strings.HasPrefix(round, string(embargo.Correction)) && closes == 0) && has:
			r.Release = true
		case round == string(embargo.Release):
			r.ReleaseWaits = true
		case (strings.HasPrefix(round, string(embargo.Advance)) || strings.HasPrefix(round, string(embargo.Correction))) && has:
			r.Advance, r.Words, r.Language = true, words, language
		case strings.HasPrefix(round, string(embargo.Advance)):
			r.AdvanceWaits = true
		}
		out[person] = r
	}
	return out, rows.Err()
}
