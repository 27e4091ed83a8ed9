package ledger

import (
	"context"
	"fmt"
	"strings"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/store"
)

// asked is the state of an advance copy that waits for its recipient to agree to the
// embargo. It is composed, and nobody hands it out.
const asked = "asked"

// Declined is the reason at an advance copy whose recipient said no.
const Declined = "declined the embargo; gets the release at release time"

// NoticeRound is that of the notice which asks whether somebody agrees to the embargo.
const NoticeRound = "notice/asked-1"

// goesOut is SQL for that the release of an advance dispatch d is still to go out: whoever
// cancels that offers its advance copies to nobody.
const goesOut = `EXISTS (SELECT 1 FROM dispatch r WHERE r.slug = d.slug AND r.kind = 'release' AND r.round <> ''
	AND r.state NOT IN ('planning', 'cancelled'))`

// sqlAskedOf finds the advance copies that somebody may still agree to: of person ?1, of
// the release ?2 or of all with "", at ?3.
func sqlAskedOf() string {
	return `SELECT v.id, d.id, d.slug, d.state FROM delivery v JOIN dispatch d ON d.id = v.dispatch
		WHERE v.id IN ` + deliveriesOf("?1") + ` AND (CAST(?2 AS TEXT) = '' OR v.slug = ?2) AND d.kind = 'advance'
		AND (v.state = 'asked' OR v.state = 'cancelled' AND v.reply = '` + Declined + `')
		AND d.state NOT IN ('planning', 'cancelled') AND d.closes_at > ?3 AND ` + goesOut + ` ORDER BY v.id`
}

// AgreeIn queues the advance copies that whoever has an address was asked about, of a
// release or of all with "", inside a transaction. A mailing that is done goes on for
// them. It returns how many: none to somebody who must not be mailed, or is barred.
func (l *Ledger) AgreeIn(ctx context.Context, tx *store.Tx, slug, key string) (n int, err error) {
	now, err := l.nowIn(ctx, tx)
	if err != nil {
		return 0, err
	}
	waiting, err := askedOf(ctx, tx, slug, key, now)
	if err != nil || len(waiting) == 0 {
		return 0, err
	}
	for _, w := range waiting {
		res, err := tx.ExecContext(ctx, `UPDATE delivery SET state = 'queued', reply = '', next_attempt_at = 0 WHERE id = ?1
			AND NOT EXISTS (SELECT 1 FROM suppression s WHERE s.address_key = delivery.address_key)
			AND NOT EXISTS (`+l.sqlBars("delivery", "?2")+`)`, w.delivery, store.Micros(now))
		if err != nil {
			return n, fmt.Errorf("queueing an advance copy: %w", err)
		}
		changed, err := res.RowsAffected()
		if err != nil {
			return n, fmt.Errorf("queueing an advance copy: %w", err)
		}
		if changed == 0 {
			continue
		}
		n++
		if w.state != Done && w.state != Failed {
			continue
		}
		if err := goOn(ctx, tx, w, now); err != nil {
			return n, fmt.Errorf("going on with %s: %w", w.dispatch, err)
		}
		if err := l.asksApproval(ctx, tx, w.dispatch, store.Micros(now)); err != nil {
			return n, err
		}
	}
	return n, nil
}

// goOn has an advance dispatch that is done go on. While its release is on hold it waits
// for the end of that, as the rest does.
func goOn(ctx context.Context, tx *store.Tx, w askedDelivery, now time.Time) error {
	state, reason := Sending, ""
	err := eachRow(ctx, tx, `SELECT reason FROM dispatch WHERE `+heldUp, []any{w.slug}, func(scan func(...any) error) error {
		state = Held
		return scan(&reason)
	})
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `UPDATE dispatch SET state = ?, reason = ?, resumed_at = ?, updated_at = ? WHERE id = ?`, state, reason,
		store.Micros(now), store.Micros(now), w.dispatch)
	return err
}

// DeclineIn takes back the advance copies of a release that whoever has an address was
// asked about, inside a transaction, and returns how many.
func (l *Ledger) DeclineIn(ctx context.Context, tx *store.Tx, slug, key string) (n int, err error) {
	now, err := l.nowIn(ctx, tx)
	if err != nil {
		return 0, err
	}
	waiting, err := askedOf(ctx, tx, slug, key, now)
	if err != nil {
		return 0, err
	}
	for _, w := range waiting {
		res, err := tx.ExecContext(ctx, `UPDATE delivery SET state = 'cancelled', reply = ? WHERE id = ? AND state = 'asked'`, Declined,
			w.delivery)
		if err != nil {
			return n, fmt.Errorf("declining an advance copy: %w", err)
		}
		changed, err := res.RowsAffected()
		if err != nil {
			return n, fmt.Errorf("declining an advance copy: %w", err)
		}
		n += int(changed)
	}
	return n, nil
}

// askedDelivery is an advance copy that somebody may still agree to.
type askedDelivery struct {
	delivery       int64
	dispatch, slug string
	state          State
}

func askedOf(ctx context.Context, tx *store.Tx, slug, key string, now time.Time) ([]askedDelivery, error) {
	person, err := personOf(ctx, tx, key)
	if err != nil {
		return nil, err
	}
	var out []askedDelivery
	err = eachRow(ctx, tx, sqlAskedOf(), []any{person, slug, store.Micros(now)}, func(scan func(...any) error) error {
		var a askedDelivery
		if err := scan(&a.delivery, &a.dispatch, &a.slug, &a.state); err != nil {
			return err
		}
		out = append(out, a)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("looking for advance copies that wait for an agreement: %w", err)
	}
	return out, nil
}

// Unanswered are the addresses of those who were asked whether they agree to the embargo of
// a release, and have not answered.
func (l *Ledger) Unanswered(ctx context.Context, slug string) ([]string, error) {
	now, err := l.Now(ctx)
	if err != nil {
		return nil, err
	}
	out := []string{}
	err = eachRow(ctx, l.db.Reader(), `SELECT v.address FROM delivery v JOIN dispatch d ON d.id = v.dispatch
		WHERE d.slug = ? AND d.kind = 'advance' AND d.state <> 'planning' AND d.closes_at > ? AND v.state = 'asked' ORDER BY v.id`,
		[]any{slug, store.Micros(now)}, func(scan func(...any) error) error {
			var address string
			if err := scan(&address); err != nil {
				return err
			}
			out = append(out, address)
			return nil
		})
	if err != nil {
		return nil, fmt.Errorf("listing who has not answered: %w", err)
	}
	return out, nil
}

// Offer is the advance copy of a release that is to be had now: the newest mailing of it
// whose embargo has not ended. It is nil where there is none, and where the release was
// cancelled.
func (l *Ledger) Offer(ctx context.Context, slug string) (*Dispatch, error) {
	now, err := l.Now(ctx)
	if err != nil {
		return nil, err
	}
	all, err := l.list(ctx, `WHERE slug = ? AND kind = 'advance' AND round <> '' AND state NOT IN ('planning', 'cancelled')
		AND closes_at > ? AND `+strings.ReplaceAll(goesOut, "d.slug", "dispatch.slug")+` ORDER BY number DESC LIMIT 1`, slug, store.Micros(now))
	if err != nil || len(all) == 0 {
		return nil, err
	}
	return all[0], nil
}

// CopyState is how far the advance copies of a release are that go to whoever has an
// address: asked, queued, sent and so on, of the newest; "" where they get none.
func (l *Ledger) CopyState(ctx context.Context, slug, key string) (state string, err error) {
	person, err := personOf(ctx, l.db.Reader(), key)
	if err != nil {
		return "", err
	}
	err = eachRow(ctx, l.db.Reader(), `SELECT v.state FROM delivery v JOIN dispatch d ON d.id = v.dispatch
		WHERE v.id IN `+deliveriesOf("?1")+` AND v.slug = ?2 AND d.kind = ?3 AND d.round <> '' AND d.state <> 'planning'
		ORDER BY v.id DESC LIMIT 1`, []any{person, slug, embargo.Advance}, func(scan func(...any) error) error { return scan(&state) })
	if err != nil {
		return "", fmt.Errorf("looking for an advance copy: %w", err)
	}
	return unclaimed(state), nil
}

// Linked is somebody to whom a notice or an advance copy of a release was addressed, which
// has a link of its own.
type Linked struct {
	Delivery    int64
	Kind        embargo.Kind
	Key, Person string
	Erased      bool
	Copy        string // as CopyState has it
}

// Linked lists them, in the order of their deliveries, in one reading.
func (l *Ledger) Linked(ctx context.Context, slug string) (out []Linked, err error) {
	copies := make(map[string]string) // by person, of the newest
	err = eachRow(ctx, l.db.Reader(), `SELECT v.id, d.kind, v.address_key, v.person, v.state, d.round <> '' AND d.state <> 'planning'
		FROM delivery v JOIN dispatch d ON d.id = v.dispatch WHERE d.slug = ? AND (d.kind = ? OR d.round = ?) ORDER BY v.id`,
		[]any{slug, embargo.Advance, NoticeRound}, func(scan func(...any) error) error {
			var one Linked
			var state string
			var counts bool
			if err := scan(&one.Delivery, &one.Kind, &one.Key, &one.Person, &state, &counts); err != nil {
				return err
			}
			if one.Kind == embargo.Advance && counts {
				copies[one.Person] = unclaimed(state)
			}
			one.Erased = isErased(one.Key)
			out = append(out, one)
			return nil
		})
	if err != nil {
		return nil, fmt.Errorf("listing whose links there are of %s: %w", slug, err)
	}
	for i := range out {
		out[i].Copy = copies[out[i].Person]
	}
	return out, nil
}

// unclaimed is a state as others see it: what a worker has in hand still waits.
func unclaimed(state string) string {
	if state == claimed {
		return queued
	}
	return state
}

// Early is the gate's pass for reading what an advance dispatch sends: from when its first
// copies left until the embargo ends. What was taken out of it since, and another instant,
// whoever reads sees to.
func (l *Ledger) Early(ctx context.Context, id string) (embargo.Pass, error) {
	d, err := l.Dispatch(ctx, id)
	if err != nil {
		return embargo.Pass{}, err
	}
	now, err := l.Now(ctx)
	if err != nil || d.Kind != embargo.Advance || d.LiftedAt.IsZero() {
		return embargo.Pass{}, err
	}
	return embargo.Decide(embargo.Row{
		Dispatch: d.ID, Kind: d.Kind, ReleaseAt: d.ReleaseAt, ClosesAt: d.ClosesAt, Lifted: true,
		Stopped: d.State == Planning || d.State == Cancelled || d.State == Held, Moved: d.Moved,
	}, now).Pass, nil
}

// OfferedTo lists the releases of which a person got an advance copy, or was to get one.
func OfferedTo(ctx context.Context, q store.Querier, person string) (slugs []string, err error) {
	err = eachRow(ctx, q, `SELECT DISTINCT v.slug FROM delivery v JOIN dispatch d ON d.id = v.dispatch
		WHERE v.id IN `+deliveriesOf("?1")+` AND d.kind = 'advance' ORDER BY v.slug`, []any{person}, func(scan func(...any) error) error {
		var slug string
		if err := scan(&slug); err != nil {
			return err
		}
		slugs = append(slugs, slug)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("looking for advance copies: %w", err)
	}
	return slugs, nil
}

// PersonOf is by what somebody is known who has an address: the first one that was used
// here.
func PersonOf(ctx context.Context, q store.Querier, key string) (string, error) {
	return personOf(ctx, q, key)
}
