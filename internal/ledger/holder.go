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

// Holder is somebody who has a copy of a release, or may have it.
type Holder struct {
	Person             string
	Key, Address       string // theirs now
	Name, Outlet       string
	Language, Template string // of the copy
	Dispatch           string // by which they got it
	// SentTo is the key of the address to which it went, and Sender who sent it: with
	// Messages, what its Message-ID is made of. Copies and Notified fill them.
	Messages, SentTo, Sender string
}

// Notified lists who was asked whether they agree to the embargo of a release, and has no
// copy of it: each person once. People who were erased are not among them.
func (l *Ledger) Notified(ctx context.Context, slug string) ([]Holder, error) {
	var out []Holder
	err := eachRow(ctx, l.db.Reader(), `SELECT v.person, COALESCE(n.address_key, v.address_key), COALESCE(n.address, v.address),
			v.name, v.outlet, v.language, v.template, v.dispatch, v.address_key, d.sender,
			`+sqlMessagesOfD+`
		FROM delivery v JOIN dispatch d ON d.id = v.dispatch
		LEFT JOIN person o ON o.address_key = v.address_key AND o.moved = 1
		LEFT JOIN person n ON n.person = o.person AND n.moved = 0
		WHERE v.slug = ? AND v.round = ? AND (v.state IN ('sent', 'in_doubt') OR v.lost > 0)
		AND NOT EXISTS (SELECT 1 FROM delivery c JOIN dispatch e ON e.id = c.dispatch WHERE c.slug = v.slug AND c.person = v.person
			AND e.kind = 'advance' AND (c.state IN ('claimed', 'sent', 'in_doubt') OR c.lost > 0))
		ORDER BY v.id`, []any{slug, NoticeRound}, func(scan func(...any) error) error {
		var h Holder
		err := scan(&h.Person, &h.Key, &h.Address, &h.Name, &h.Outlet, &h.Language, &h.Template, &h.Dispatch, &h.SentTo, &h.Sender, &h.Messages)
		if err == nil && !isErased(h.Key) {
			out = append(out, h)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("listing who was told of %s: %w", slug, err)
	}
	return out, nil
}

// Copies lists who has an advance copy of a release, or may have it, in the order in
// which they were mailed: each person once, with the newest that they have. People who
// were erased are not among them, nor those whose newest was composed at an instant or
// later.
func (l *Ledger) Copies(ctx context.Context, slug string, before time.Time) ([]Holder, error) {
	seen := make(map[string]bool)
	var out []Holder
	err := eachRow(ctx, l.db.Reader(), `SELECT v.person, COALESCE(n.address_key, v.address_key), COALESCE(n.address, v.address),
			v.name, v.outlet, v.language, v.template, v.dispatch, v.address_key, d.sender,
			`+sqlMessagesOfD+`, d.created_at
		FROM delivery v JOIN dispatch d ON d.id = v.dispatch
		LEFT JOIN person o ON o.address_key = v.address_key AND o.moved = 1
		LEFT JOIN person n ON n.person = o.person AND n.moved = 0
		WHERE d.slug = ? AND d.kind = 'advance' AND (v.state IN ('sent', 'in_doubt') OR v.lost > 0) ORDER BY v.id DESC`, []any{slug},
		func(scan func(...any) error) error {
			var h Holder
			var created int64
			err := scan(&h.Person, &h.Key, &h.Address, &h.Name, &h.Outlet, &h.Language, &h.Template, &h.Dispatch, &h.SentTo, &h.Sender,
				&h.Messages, &created)
			if err != nil || seen[h.Person] {
				return err
			}
			if seen[h.Person] = true; created < store.Micros(before) && !isErased(h.Key) {
				out = append(out, h)
			}
			return nil
		})
	if err != nil {
		return nil, fmt.Errorf("listing who has an advance copy of %s: %w", slug, err)
	}
	slices.Reverse(out)
	return out, nil
}

// HasNone is the reason at a delivery to somebody who turned out not to have what it is
// about.
const HasNone = "has no copy of it"

// A mail to holders leaves once nothing else of the release is in anybody's hands for
// its recipient, and only if they have something of it that holds no longer.
var (
	otherCopiesOf = `FROM delivery o JOIN dispatch of ON of.id = o.dispatch WHERE o.id IN ` + deliveriesOf("delivery.person") + `
		AND o.slug = delivery.slug AND o.dispatch <> delivery.dispatch AND o.round <> '' AND of.kind IN ('advance', 'release', 'correction')
		AND of.superseded <> ''`
	hasCopy         = `EXISTS (SELECT 1 ` + otherCopiesOf + ` AND (o.state IN ('sent', 'in_doubt') OR o.lost > 0))`
	hasInHand       = `EXISTS (SELECT 1 ` + otherCopiesOf + ` AND o.state = 'claimed' AND o.lost = 0)`
	hasNone         = `dispatch = ? AND state IN ('queued', 'deferred') AND lost = 0 AND NOT ` + hasCopy + ` AND NOT ` + hasInHand
	sqlClaimHolders = strings.Replace(sqlClaim, "/* holders */", ` AND `+hasCopy+` AND NOT `+hasInHand, 1)
)

// noneToAnswer cancels the mails of a dispatch that would answer to nothing: what was in
// hand for their recipients did not arrive. Who has no place among those who get the
// release, since it was an advance copy, gets one, where everybody can read it.
func (l *Ledger) noneToAnswer(ctx context.Context, tx *store.Tx, id string) error {
	d, err := l.DispatchIn(ctx, tx, id)
	if err != nil {
		return err
	}
	if d.Kind == embargo.Correction && d.ClosesAt.IsZero() {
		var people []string
		err := eachRow(ctx, tx, `SELECT person FROM delivery WHERE `+hasNone, []any{id}, func(scan func(...any) error) error {
			var person string
			err := scan(&person)
			people = append(people, person)
			return err
		})
		if err != nil {
			return fmt.Errorf("looking for who has nothing that %s is about: %w", id, err)
		}
		now, err := l.nowIn(ctx, tx)
		if err != nil {
			return err
		}
		for _, person := range people {
			if err := l.follow(ctx, tx, id, d.Slug, person, now); err != nil {
				return err
			}
		}
	}
	_, err = tx.ExecContext(ctx, `UPDATE delivery SET state = 'cancelled', reply = '`+HasNone+`' WHERE `+hasNone, id)
	return err
}

// toHolders tells whether a dispatch goes to those who have the release already.
func toHolders(ctx context.Context, q store.Querier, id string) (bool, error) {
	var kind embargo.Kind
	if err := q.QueryRowContext(ctx, `SELECT kind FROM dispatch WHERE id = ?`, id).Scan(&kind); err != nil {
		return false, fmt.Errorf("reading dispatch %s: %w", id, err)
	}
	return kind.ToHolders(), nil
}

// thread gives the mails that answer to others, and do not say to which, the copies that
// their recipients turned out to have.
func (l *Ledger) thread(ctx context.Context, tx *store.Tx, claimed []Delivery) error {
	for i := range claimed {
		d := &claimed[i]
		if len(d.Thread) > 0 {
			continue
		}
		key, err := keyIn(ctx, tx)
		if err != nil {
			return err
		}
		var slug, person string
		if err := tx.QueryRowContext(ctx, `SELECT slug, person FROM delivery WHERE id = ?`, d.ID).Scan(&slug, &person); err != nil {
			return fmt.Errorf("looking for what a mail answers to: %w", err)
		}
		s, err := standingOf(ctx, tx, slug, person, d.Dispatch)
		if err != nil {
			return err
		}
		d.Thread = s.Thread(key)
		if _, err := tx.ExecContext(ctx, `UPDATE delivery SET thread = ? WHERE id = ?`, strings.Join(d.Thread, " "), d.ID); err != nil {
			return fmt.Errorf("noting what a mail answers to: %w", err)
		}
	}
	return nil
}
