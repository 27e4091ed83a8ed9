package ledger

import (
	"context"
	"fmt"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/store"
)

// KindCounts counts the people of a kind of mailing, each once in a round, over all its
// dispatches: who has it counts as having it, whatever an earlier one came to.
type KindCounts struct {
	Kind                                          embargo.Kind
	Accepted, InDoubt, Waiting, Failed, NotMailed int
}

// sqlBest is how somebody stands in a round by all their deliveries in it, the best first.
const sqlBest = `SELECT d.kind AS kind, v.round AS round, COALESCE(NULLIF(v.person, ''), v.address_key) AS person,
	MIN(CASE v.state WHEN 'sent' THEN 0 WHEN 'in_doubt' THEN 1 WHEN 'failed' THEN 3 WHEN 'suppressed' THEN 4 WHEN 'cancelled' THEN 5
	ELSE 2 END) AS best
	FROM delivery v JOIN dispatch d ON d.id = v.dispatch
	WHERE d.slug = ? AND d.state <> 'planning' AND d.kind <> 'test' AND v.round <> ''
	GROUP BY d.kind, v.round, COALESCE(NULLIF(v.person, ''), v.address_key)`

// CountPeople counts whom the mailings of a release reached, by their kind. Copies that
// somebody asked for again, and tests, do not count.
func (l *Ledger) CountPeople(ctx context.Context, slug string) ([]KindCounts, error) {
	var out []KindCounts
	err := eachRow(ctx, l.db.Reader(), `SELECT kind, best, COUNT(*) FROM (`+sqlBest+`) AS p GROUP BY kind, best ORDER BY kind, best`,
		[]any{slug}, func(scan func(...any) error) error {
			var kind embargo.Kind
			var best, n int
			if err := scan(&kind, &best, &n); err != nil {
				return err
			}
			if len(out) == 0 || out[len(out)-1].Kind != kind {
				out = append(out, KindCounts{Kind: kind})
			}
			out[len(out)-1].add(best, n)
			return nil
		})
	if err != nil {
		return nil, fmt.Errorf("counting whom %s reached: %w", slug, err)
	}
	return out, nil
}

func (r *KindCounts) add(best, n int) {
	switch best {
	case 0:
		r.Accepted += n
	case 1:
		r.InDoubt += n
	case 2:
		r.Waiting += n
	case 3:
		r.Failed += n
	default:
		r.NotMailed += n
	}
}

// Unreached are the last answers to those whom a release did not reach in a round, each
// once, with nothing else of them.
func (l *Ledger) Unreached(ctx context.Context, slug string) ([]Entry, error) {
	var out []Entry
	err := eachRow(ctx, l.db.Reader(), `SELECT v.stage, v.code, v.enhanced, v.reply FROM delivery v WHERE v.id IN
		(SELECT MAX(f.id) FROM delivery f JOIN dispatch g ON g.id = f.dispatch JOIN (`+sqlBest+`) AS p
			ON p.round = f.round AND p.person = COALESCE(NULLIF(f.person, ''), f.address_key) AND p.best = 3
		WHERE g.slug = ? AND f.state = 'failed' GROUP BY f.round, p.person)`, []any{slug, slug}, func(scan func(...any) error) error {
		e := Entry{State: failed}
		if err := scan(&e.Stage, &e.Code, &e.Enhanced, &e.Reply); err != nil {
			return err
		}
		out = append(out, e)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("looking for why %s did not arrive: %w", slug, err)
	}
	return out, nil
}

// LeftAfter counts those who left the list with a release as the last that they had got,
// and have not come back.
func (l *Ledger) LeftAfter(ctx context.Context, slug string, since time.Time) (n int, err error) {
	err = l.db.Reader().QueryRowContext(ctx, `SELECT COUNT(*) FROM suppression s WHERE s.reason = 'unsubscribed' AND s.at >= ? AND
		(SELECT d.slug FROM delivery v JOIN dispatch d ON d.id = v.dispatch WHERE v.address_key = s.address_key
			AND v.state IN ('sent', 'in_doubt') AND d.kind <> 'test' AND v.answered_at <= s.at ORDER BY v.answered_at DESC, v.id DESC LIMIT 1) = ?`,
		store.Micros(since), slug).Scan(&n)
	if err != nil {
		return 0, fmt.Errorf("counting who left after %s: %w", slug, err)
	}
	return n, nil
}
