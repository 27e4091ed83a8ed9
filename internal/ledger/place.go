package ledger

import (
	"context"
	"fmt"
	"strings"

	"pressroom/internal/store"
)

// One delivery to a person keeps their place in a round. Others that may have
// reached them as well – written by a worker that was taken over, or to an address
// that turned out to be theirs – are repetitions: they stand in rounds of their own,
// and are never tried again. Of those that have arrived, one keeps the place.

// A delivery keeps its person's place in its round where the release is on its way
// to them, they have it, or may have it. It is the condition of the index
// delivery_once, word for word, so that the index is used.
const (
	occupies      = `delivery.round <> '' AND (delivery.state IN ('claimed', 'sent', 'in_doubt') OR delivery.lost > 0)`
	otherOccupies = `o.round <> '' AND (o.state IN ('claimed', 'sent', 'in_doubt') OR o.lost > 0)`
)

// others is SQL for another delivery o of the same release to the same person in
// the same round that keeps their place.
const others = `SELECT 1 FROM delivery o WHERE o.slug = delivery.slug AND o.round = delivery.round AND o.person = delivery.person
	AND o.id <> delivery.id AND ` + otherOccupies

// deliveriesOf is SQL for the ids of the deliveries to a person. Most bear their
// person as address, and the index of addresses finds them; delivery_person has the
// others alone, so that planning a mailing does not write one more index for each.
func deliveriesOf(person string) string {
	return strings.ReplaceAll(`(SELECT t.id FROM delivery t WHERE t.address_key = @ AND t.person = @
		UNION ALL SELECT t.id FROM delivery t WHERE t.person = @ AND t.person <> t.address_key)`, "@", person)
}

// sqlRound is the round of a delivery, or the one that it repeats; sqlRepeat is the one
// of its own in which it stands as a repetition.
const (
	sqlRound  = `REPLACE(round, '/repeat-' || CAST(id AS TEXT), '')`
	sqlRepeat = sqlRound + ` || '/repeat-' || CAST(id AS TEXT)`
)

// notRepeated leaves out repetitions.
const notRepeated = `round NOT LIKE '%/repeat-%'`

// sqlYield has whatever keeps a person's place in the round of a delivery make way for
// it, after an answer to it that came late: it was taken (1), or may have been. What
// is known is worth more than a claim, which might be given up; and what waits after
// a lost answer is not tried again.
const sqlYield = `UPDATE delivery SET worker = '',
		state = CASE WHEN state NOT IN ('claimed', 'queued', 'deferred') THEN state WHEN lost > 0 THEN 'in_doubt' ELSE 'cancelled' END,
		reply = CASE WHEN state = 'claimed' AND lost = 0 THEN '` + HasIt + `' ELSE reply END,
		round = CASE WHEN CAST(?1 AS BIGINT) = 1 AND (state = 'in_doubt' OR lost > 0) THEN ` + sqlRepeat + ` ELSE round END
	WHERE ` + occupies + ` AND delivery.state <> 'sent' AND id <> ?2
	AND (slug, round, person) = (SELECT v.slug, REPLACE(v.round, '/repeat-' || CAST(v.id AS TEXT), ''), v.person FROM delivery v WHERE
	v.id = ?2)`

// sqlOwnRound is the round in which a delivery stands: its own, or that of a repetition
// where another delivery keeps its person's place.
const sqlOwnRound = `CASE WHEN EXISTS (SELECT 1 FROM delivery o WHERE o.slug = delivery.slug AND o.person = delivery.person AND o.id
	<> delivery.id
	AND o.round = ` + sqlRoundOf + ` AND ` + otherOccupies + `) THEN ` + sqlRepeat + ` ELSE ` + sqlRound + ` END`

// sqlRoundOf is sqlRound beside other deliveries.
const sqlRoundOf = `REPLACE(delivery.round, '/repeat-' || CAST(delivery.id AS TEXT), '')`

// handOver gives the place that a delivery has given up to a repetition.
func handOver(ctx context.Context, tx *store.Tx, delivery int64) error {
	_, err := tx.ExecContext(ctx, `UPDATE delivery SET round = (SELECT v.round FROM delivery v WHERE v.id = ?1) WHERE id = (
		SELECT o.id FROM delivery v JOIN delivery o ON o.slug = v.slug AND o.person = v.person AND o.round = v.round || '/repeat-' ||
		CAST(o.id AS TEXT)
			AND o.address_key IN (SELECT v.address_key UNION SELECT p.address_key FROM person p WHERE p.person = v.person)
		WHERE v.id = ?1 AND `+otherOccupies+` ORDER BY CASE o.state WHEN 'sent' THEN 0 WHEN 'in_doubt' THEN 1 ELSE 2 END, o.id LIMIT 1)`,
		delivery)
	if err != nil {
		return fmt.Errorf("keeping a person's place in a round: %w", err)
	}
	return nil
}

// join makes two people one. Where both have had a release in the same round, the
// delivery that has arrived keeps the place, and of two the first person's.
func join(ctx context.Context, tx *store.Tx, person, before string) error {
	if err := settled(ctx, tx, person, before); err != nil {
		return err
	}
	for _, q := range []struct{ query, person, other string }{
		{sqlMakeWay(`delivery.state <> 'sent' AND o.state = 'sent'`), person, before},
		{sqlMakeWay(otherOccupies), before, person},
		{sqlPerson(), before, person},
		{`UPDATE person SET person = ?2 WHERE person = ?1`, before, person},
	} {
		if _, err := tx.ExecContext(ctx, q.query, q.person, q.other); err != nil {
			return fmt.Errorf("noting that two addresses are one person's: %w", err)
		}
	}
	return settleCopies(ctx, tx, person)
}

// sqlMakeWay has the deliveries of one person that keep a place stand as repetitions
// where the other has one in the same round that it is to make way for.
func sqlMakeWay(to string) string {
	return `UPDATE delivery SET round = ` + sqlRepeat + ` WHERE id IN ` + deliveriesOf("?1") + ` AND ` + occupies + `
		AND EXISTS (SELECT 1 FROM delivery o WHERE o.id IN ` + deliveriesOf("?2") + ` AND o.slug = delivery.slug AND o.round = delivery.round
			AND ` + to + `)`
}

// sqlPerson makes the deliveries of one person those of another.
func sqlPerson() string { return `UPDATE delivery SET person = ?2 WHERE id IN ` + deliveriesOf("?1") }

// settled is ErrInFlight where two people who are to become one have places in the
// same round, one of which might still be given up: the release would come again. Of
// advance copies the same words may be on their way in different rounds.
func settled(ctx context.Context, tx *store.Tx, a, b string) error {
	var open bool
	err := tx.QueryRowContext(ctx, sqlInFlight(), a, b).Scan(&open)
	if err != nil {
		return fmt.Errorf("looking for messages in flight: %w", err)
	}
	if open {
		return ErrInFlight
	}
	return nil
}

func sqlInFlight() string {
	return `SELECT EXISTS (SELECT 1 FROM delivery JOIN delivery o ON o.slug = delivery.slug
			AND (o.round = delivery.round OR o.round LIKE 'advance%' AND delivery.round LIKE 'advance%')
		WHERE delivery.id IN ` + deliveriesOf("?1") + ` AND o.id IN ` + deliveriesOf("?2") + ` AND ` + occupies + ` AND ` + otherOccupies + `
		AND (delivery.state IN ('claimed', 'queued', 'deferred') OR o.state IN ('claimed', 'queued', 'deferred')))`
}
