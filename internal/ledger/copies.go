package ledger

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"pressroom/internal/embargo"
	"pressroom/internal/store"
)

// CopyMark stands in the name of a message between its form and the beginning of
// the digest of the words that it replaces.
const CopyMark = "~"

// CopyName is what the message is called that goes, instead of the one named, to
// those who hold an advance copy whose text has that digest.
func CopyName(name, digest string) string { return name + CopyMark + digest[:min(12, len(digest))] }

// replaceCopies settles who of an advance dispatch holds a copy already: one with
// the same words is enough, and one with others is replaced, in a round of its
// own, by a message that says so. Where one with the same words is on its way, and
// may yet not arrive, the new one waits for that in the same round.
func replaceCopies(ctx context.Context, tx *store.Tx, slug, id string) error {
	var kind embargo.Kind
	var round string
	if err := tx.QueryRowContext(ctx, `SELECT kind, round FROM dispatch WHERE id = ?`, id).Scan(&kind, &round); err != nil {
		return fmt.Errorf("scheduling %s: %w", id, err)
	}
	if kind != embargo.Advance || round == "" {
		return nil
	}
	messages, err := messagesOf(ctx, tx, id)
	if err != nil {
		return err
	}
	holders, err := holdersIn(ctx, tx, slug, id)
	if err != nil || len(holders) == 0 {
		return err
	}
	again, err := nextCopy(ctx, tx, slug)
	if err != nil {
		return err
	}
	for _, h := range holders {
		same := h.old == h.new && h.old != ""
		switch {
		case same && h.open:
			_, err = tx.ExecContext(ctx, `UPDATE delivery SET round = ? WHERE id = ?`, h.round, h.delivery)
		case same:
			_, err = tx.ExecContext(ctx, `UPDATE delivery SET state = 'cancelled', reply = ? WHERE id = ?`, HasIt, h.delivery)
		default:
			err = replaces(ctx, tx, h.delivery, h.template, h.old, again, messages)
		}
		if err != nil {
			return fmt.Errorf("replacing advance copies: %w", err)
		}
	}
	return nil
}

// replaces turns a copy that waits into one that replaces another, whose text has the
// digest old, in a round of its own.
func replaces(ctx context.Context, tx *store.Tx, delivery int64, template, old, round string, messages map[string]bool) error {
	name, _, _ := strings.Cut(template, CopyMark)
	if marked := CopyName(name, old); messages[marked] {
		name = marked
	}
	if _, err := tx.ExecContext(ctx, `UPDATE delivery SET round = ?, template = ? WHERE id = ?`, round, name, delivery); err != nil {
		return fmt.Errorf("replacing advance copies: %w", err)
	}
	return nil
}

// earlier is a copy that somebody has, or that is on its way to them.
type earlier struct {
	old   string // digest of its text, "" if it is not known
	round string
	open  bool // it is on its way
}

// holder is a recipient of an advance dispatch with an earlier copy.
type holder struct {
	earlier
	delivery int64
	template string
	new      string // digest of the text that they are to get
}

// holdersIn finds the holders among the recipients of a dispatch, with the newest
// copy of each.
func holdersIn(ctx context.Context, tx *store.Tx, slug, id string) ([]holder, error) {
	copies, err := copiesBefore(ctx, tx, slug, id)
	if err != nil || len(copies) == 0 {
		return nil, err
	}
	rows, err := tx.QueryContext(ctx, `SELECT v.id, v.person, v.template, COALESCE(a.digest, '') FROM delivery v
		LEFT JOIN artefact a ON a.dispatch = v.dispatch AND a.name = 'text/' || v.language WHERE v.dispatch = ? AND v.state = 'queued' ORDER
		BY v.id`, id)
	if err != nil {
		return nil, fmt.Errorf("looking for holders of advance copies: %w", err)
	}
	defer rows.Close()
	var out []holder
	for rows.Next() {
		var h holder
		var person string
		if err := rows.Scan(&h.delivery, &person, &h.template, &h.new); err != nil {
			return nil, fmt.Errorf("looking for holders of advance copies: %w", err)
		}
		var has bool
		if h.earlier, has = copies[person]; has {
			out = append(out, h)
		}
	}
	return out, rows.Err()
}

// copiesBefore are the newest advance copies of a release but for those of one
// dispatch, by person.
func copiesBefore(ctx context.Context, tx *store.Tx, slug, id string) (map[string]earlier, error) {
	rows, err := tx.QueryContext(ctx, `SELECT o.person, o.round, COALESCE(a.digest, ''),
			CASE WHEN o.state IN ('claimed', 'queued', 'deferred') AND o.lost = 0 THEN 1 ELSE 0 END
		FROM dispatch d JOIN delivery o ON o.dispatch = d.id LEFT JOIN artefact a ON a.dispatch = o.dispatch AND a.name = 'text/' || o.language
		WHERE d.slug = ? AND (d.kind = 'advance' OR d.kind = 'correction' AND d.closes_at > 0) AND d.round <> '' AND d.id <> ?
			AND (`+otherOccupies+`
			OR o.state IN ('queued', 'deferred') AND d.state IN ('scheduled', 'sending', 'held', 'paused', 'missed')) ORDER BY o.id`, slug, id)
	if err != nil {
		return nil, fmt.Errorf("looking for earlier advance copies: %w", err)
	}
	defer rows.Close()
	out := make(map[string]earlier)
	for rows.Next() {
		var person string
		var c earlier
		if err := rows.Scan(&person, &c.round, &c.old, &c.open); err != nil {
			return nil, fmt.Errorf("looking for earlier advance copies: %w", err)
		}
		out[person] = c
	}
	return out, rows.Err()
}

// The same words may wait for somebody in several rounds of advance copies: other words
// that were on their way in between did not arrive, word came late of a copy, two
// turned out to be one person. So of advance copies nothing is handed out while another
// is in somebody's hands, or whose words are those of the newest that its person has.
const (
	otherCopies = `FROM delivery o LEFT JOIN artefact a ON a.dispatch = o.dispatch AND a.name = 'text/' || o.language
		WHERE o.slug = delivery.slug AND o.person = delivery.person AND o.id <> delivery.id AND o.round IN (/* rounds */) AND ` + otherOccupies
	hasWords = `(SELECT COALESCE(a.digest, '') ` + otherCopies + ` ORDER BY o.id DESC LIMIT 1)
		= (SELECT a.digest FROM artefact a WHERE a.dispatch = delivery.dispatch AND a.name = 'text/' || delivery.language)`
	noneInHand    = `NOT EXISTS (SELECT 1 ` + otherCopies + ` AND o.state = 'claimed' AND o.lost = 0)`
	sqlOtherWords = ` AND ` + noneInHand + ` AND (` + hasWords + `) IS NOT TRUE`
	// What is in hand may come back: until then it is not certain what they have.
	sqlHasWords = `UPDATE delivery SET state = CASE WHEN lost > 0 THEN 'in_doubt' ELSE 'cancelled' END, reply = CASE WHEN lost > 0 THEN
		reply ELSE '` + HasIt + `' END
		WHERE dispatch = ?1 AND state IN ('queued', 'deferred') AND ` + noneInHand + ` AND ` + hasWords
)

func (l *Ledger) sqlClaimCopies() string {
	return strings.Replace(sqlClaim, "/* words */", l.ofRounds(sqlOtherWords, "?5"), 1)
}

func (l *Ledger) sqlHasWords() string { return l.ofRounds(sqlHasWords, "?2") }

// ofRounds has a statement ask for the rounds that a parameter lists in JSON.
func (l *Ledger) ofRounds(query, parameter string) string {
	list := `SELECT value FROM json_each(` + parameter + `)`
	if l.db.Postgres() {
		list = `SELECT jsonb_array_elements_text(CAST(` + parameter + ` AS jsonb))`
	}
	return strings.ReplaceAll(query, "/* rounds */", list)
}

// copyRounds are the rounds in which somebody has an advance copy of the release of an
// advance dispatch, or may have one, in JSON; "" if there are none, and for others.
func copyRounds(ctx context.Context, tx *store.Tx, dispatch string) (string, error) {
	rows, err := tx.QueryContext(ctx, `SELECT DISTINCT o.round FROM dispatch d JOIN delivery o ON o.slug = d.slug
		WHERE d.id = ? AND d.kind = 'advance' AND o.round >= 'advance' AND o.round < 'advancf' AND `+otherOccupies, dispatch)
	if err != nil {
		return "", fmt.Errorf("listing the rounds of advance copies: %w", err)
	}
	defer rows.Close()
	var all []string
	for rows.Next() {
		var round string
		if err := rows.Scan(&round); err != nil {
			return "", fmt.Errorf("listing the rounds of advance copies: %w", err)
		}
		all = append(all, round)
	}
	if len(all) == 0 || rows.Err() != nil {
		return "", rows.Err()
	}
	list, err := json.Marshal(all)
	return string(list), err
}

// settleCopies puts the advance copies that wait for two who turned out to be one person
// into rounds in which other words do not stand in each other's way.
func settleCopies(ctx context.Context, tx *store.Tx, person string) error {
	all, err := copiesOf(ctx, tx, person)
	if err != nil {
		return err
	}
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].slug == all[0].slug {
			n++
		}
		if err := settleCopiesOf(ctx, tx, all[:n]); err != nil {
			return err
		}
		all = all[n:]
	}
	return nil
}

// settleCopiesOf does that for one release. What has the words of the newest copy waits
// for that one; of others there is one round each.
func settleCopiesOf(ctx context.Context, tx *store.Tx, all []copyOf) error {
	var newest earlier
	rounds, taken := make(map[string]string), make(map[string]bool) // by words; by round
	for _, c := range all {
		if !c.waits {
			newest, taken[c.round] = c.earlier, true
		}
	}
	if newest.old != "" {
		rounds[newest.old] = newest.round
	}
	for _, c := range all {
		if !c.waits {
			continue
		}
		if rounds[c.old] == "" {
			rounds[c.old] = c.round
			if taken[c.round] {
				next, err := nextCopy(ctx, tx, c.slug)
				if err != nil {
					return err
				}
				rounds[c.old] = next
			}
			taken[rounds[c.old]] = true
		}
		messages, err := messagesOf(ctx, tx, c.dispatch)
		if err != nil {
			return err
		}
		if err := replaces(ctx, tx, c.delivery, c.template, newest.old, rounds[c.old], messages); err != nil {
			return err
		}
	}
	return nil
}

// copyOf is an advance copy that somebody has, that is on its way, or that waits.
type copyOf struct {
	earlier
	delivery       int64
	slug, dispatch string
	template       string
	waits          bool
}

// copiesOf are the advance copies of one person, by release, the newest last.
func copiesOf(ctx context.Context, tx *store.Tx, person string) ([]copyOf, error) {
	rows, err := tx.QueryContext(ctx, `SELECT o.id, o.slug, o.dispatch, REPLACE(o.round, '/repeat-' || CAST(o.id AS TEXT), ''),
		o.template, COALESCE(a.digest, ''),
			CASE WHEN `+otherOccupies+` THEN 0 ELSE 1 END
		FROM delivery o JOIN dispatch d ON d.id = o.dispatch LEFT JOIN artefact a ON a.dispatch = o.dispatch AND a.name = 'text/' || o.language
		WHERE o.address_key IN (SELECT address_key FROM person WHERE person = ?1 UNION SELECT CAST(?1 AS TEXT))
		AND o.person = ?1 AND d.kind = 'advance' AND d.round <> ''
		AND (`+otherOccupies+` OR o.state IN ('queued', 'deferred') AND d.state IN ('scheduled', 'sending', 'held', 'paused', 'missed'))
		ORDER BY o.slug, o.id`, person)
	if err != nil {
		return nil, fmt.Errorf("looking for somebody's advance copies: %w", err)
	}
	defer rows.Close()
	var out []copyOf
	for rows.Next() {
		var c copyOf
		if err := rows.Scan(&c.delivery, &c.slug, &c.dispatch, &c.round, &c.template, &c.old, &c.waits); err != nil {
			return nil, fmt.Errorf("looking for somebody's advance copies: %w", err)
		}
		out = append(out, c)
	}
	return out, rows.Err()
}

// nextCopy is the round of the next advance copy whose words changed, as advance/2.
func nextCopy(ctx context.Context, tx *store.Tx, slug string) (string, error) {
	rows, err := tx.QueryContext(ctx, `SELECT DISTINCT round FROM delivery WHERE slug = ? AND round LIKE 'advance/%'`, slug)
	if err != nil {
		return "", fmt.Errorf("counting the rounds of %s: %w", slug, err)
	}
	defer rows.Close()
	last := 1
	for rows.Next() {
		var round string
		if err := rows.Scan(&round); err != nil {
			return "", fmt.Errorf("counting the rounds of %s: %w", slug, err)
		}
		if n, err := strconv.Atoi(strings.TrimPrefix(round, "advance/")); err == nil {
			last = max(last, n)
		}
	}
	return fmt.Sprintf("advance/%d", last+1), rows.Err()
}
