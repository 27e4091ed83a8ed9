package ledger

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"pressroom/internal/blob"
	"pressroom/internal/embargo"
	"pressroom/internal/publication"
	"pressroom/internal/saying"
	"pressroom/internal/store"
)

// A quote that its partner took back after send is first marked, in the transaction of
// the withdrawal: from then on nothing leaves with it that has not left. Then it is
// taken out: what is stored of a release that is not out is swapped for what was
// compiled without it, and those who have not got their advance copy get it from a
// dispatch of its own. Killed in between, the mark is still there, and it is done again.

// takeOutWithin is how long after its instant a release waits for a quote to be taken
// out. Then it is held, and the lead told.
const takeOutWithin = 10 * time.Second

// overdueReason begins the reason of a dispatch that was held because a quote could not
// be taken out of it in time. It goes on by itself once it is.
const overdueReason = "a quote was withdrawn and is not taken out yet: "

// unmovedReason is the same of one whose documents do not say yet to when it was moved.
const unmovedReason = "the embargo was moved, and the documents do not say so yet"

// waitedInVain tells whether a dispatch is held for one of these reasons.
func waitedInVain(reason string) bool {
	return strings.HasPrefix(reason, overdueReason) || strings.HasPrefix(reason, unmovedReason)
}

// Withdraw marks quotes of what a dispatch has stored as taken back, inside a
// transaction.
func (l *Ledger) Withdraw(ctx context.Context, tx *store.Tx, d *Dispatch, quotes ...string) error {
	all := slices.Clone(d.Withdrawn)
	for _, q := range quotes {
		if !slices.Contains(all, q) {
			all = append(all, q)
		}
	}
	_, err := tx.ExecContext(ctx, `UPDATE dispatch SET withdrawn = ? WHERE id = ?`, strings.Join(all, "\n"), d.ID)
	if err != nil {
		return fmt.Errorf("marking what was withdrawn of %s: %w", d.ID, err)
	}
	d.Withdrawn = all
	return nil
}

// Leaving are the dispatches of a release of which something may yet leave, tests apart,
// inside a transaction: all that can be stopped, and advance copies whose embargo has
// not ended, since they may be tried again, repeated, or mailed to more.
func (l *Ledger) Leaving(ctx context.Context, tx *store.Tx, slug string) ([]*Dispatch, error) {
	now, err := l.nowIn(ctx, tx)
	if err != nil {
		return nil, err
	}
	return listed(ctx, tx, `WHERE slug = ? AND (kind = 'release' AND lifted_at IS NULL
			AND state IN ('scheduled', 'armed', 'sending', 'held', 'paused', 'missed')
		OR kind = 'advance' AND state NOT IN ('planning', 'cancelled') AND (closes_at = 0 OR closes_at > ?)) ORDER BY created_at, id`,
		slug, store.Micros(now))
}

// HeldBack lists the dispatches of which something waits until a quote that was taken
// back is out of them, or until they bear the instant to which they were moved: among
// them, of a release that was moved, the newest advance copies, whose page everybody sees
// who has one.
func (l *Ledger) HeldBack(ctx context.Context) ([]*Dispatch, error) {
	now, err := l.Now(ctx)
	if err != nil {
		return nil, err
	}
	return l.list(ctx, `WHERE (withdrawn <> '' OR moved = 1) AND (
			state IN ('scheduled', 'armed', 'sending', 'held', 'paused', 'missed') AND (kind IN ('advance', 'notice') OR lifted_at IS NULL)
			OR moved = 1 AND kind = 'advance' AND round <> '' AND state IN ('done', 'failed') AND closes_at > ? AND NOT EXISTS (
				SELECT 1 FROM dispatch n WHERE n.slug = dispatch.slug AND n.kind = 'advance' AND n.round <> '' AND n.number > dispatch.number
				AND n.state NOT IN ('planning', 'cancelled')))
		ORDER BY wake_at, id`, store.Micros(now))
}

// ErrSwapped says that what a dispatch has stored is another by now, or that it is past
// the point at which that can be changed.
var ErrSwapped = saying.Errorf("what is stored of the mailing was changed meanwhile")

// swapped is ErrSwapped where a dispatch has another snapshot by now.
func swapped(ctx context.Context, tx *store.Tx, id, snapshot string) error {
	var now string
	if err := tx.QueryRowContext(ctx, `SELECT snapshot FROM dispatch WHERE id = ?`, id).Scan(&now); err != nil {
		return fmt.Errorf("reading dispatch %s: %w", id, err)
	}
	if now != snapshot {
		return ErrSwapped
	}
	return nil
}

// Less is what was compiled of a dispatch without quotes that were taken back, or anew
// for another day or instant.
type Less struct {
	Of     *Dispatch // as it was when it was compiled
	Quotes []string  // that are out of it; none where only its time is another
	Draft  Draft
}

// Swap puts what was compiled anew into the place of what is stored of a
// release that is not out. The latch excludes it: once that is set it is ErrSwapped, and
// nothing is changed.
func (l *Ledger) Swap(ctx context.Context, s Less) error {
	err := l.db.Tx(ctx, func(tx *store.Tx) error {
		d, err := l.DispatchIn(ctx, tx, s.Of.ID)
		if err != nil {
			return err
		}
		if !d.ReleaseAt.Equal(s.Of.ReleaseAt) {
			return ErrSwapped
		}
		at, err := l.nowIn(ctx, tx)
		if err != nil {
			return err
		}
		return l.swapIn(ctx, tx, d, s, at)
	})
	if err != nil {
		return fmt.Errorf("swapping what is stored of %s: %w", s.Of.ID, err)
	}
	return nil
}

// swapIn is Swap inside a transaction, of a dispatch that was just read there.
func (l *Ledger) swapIn(ctx context.Context, tx *store.Tx, d *Dispatch, s Less, at time.Time) error {
	if d.Kind != embargo.Release || !d.LiftedAt.IsZero() || d.State.Finished() || d.Snapshot != s.Of.Snapshot {
		return ErrSwapped
	}
	if _, err := tx.ExecContext(ctx, `DELETE FROM artefact WHERE dispatch = ?`, d.ID); err != nil {
		return err
	}
	snapshot, err := keepStored(ctx, tx, d.ID, &s.Draft)
	if err != nil {
		return err
	}
	if err := publication.Revise(ctx, tx, d.ID, s.Draft.Revision, at); err != nil {
		return err
	}
	now := store.Micros(at)
	left := strings.Join(without(d.Withdrawn, s.Quotes), "\n")
	_, err = tx.ExecContext(ctx, `UPDATE dispatch SET snapshot = ?, revision = ?, withdrawn = ?, moved = 0, updated_at = ? WHERE id = ?`,
		snapshot, s.Draft.Revision, left, now, d.ID)
	if err == nil && len(s.Quotes) == 0 {
		err = approveAnew(ctx, tx, d, d.ID)
	}
	if err == nil && s.Draft.Revision != d.Revision { // what was approved were other words
		err = l.asksApproval(ctx, tx, d.ID, now)
	}
	if err != nil || left != "" || d.State != Held || !waitedInVain(d.Reason) {
		return err
	}
	_, err = tx.ExecContext(ctx, `UPDATE dispatch SET state = CASE WHEN release_at = 0 THEN 'armed' ELSE 'scheduled' END, reason = '',
		resumed_at = ? WHERE id = ?`, now, d.ID)
	if err != nil {
		return err
	}
	return l.asksApproval(ctx, tx, d.ID, now)
}

// without are the words of a list that do not stand in another.
func without(list, out []string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(s string) bool { return slices.Contains(out, s) })
}

// holdOverdue holds a release out of which a quote could not be taken in time.
func (l *Ledger) holdOverdue(ctx context.Context, tx *store.Tx, id string, now time.Time) error {
	d, err := l.DispatchIn(ctx, tx, id)
	if err != nil {
		return err
	}
	reason := overdueReason + strings.Join(d.Withdrawn, ", ") + "; it goes out by itself once that is done, or with send --replace --without"
	if len(d.Withdrawn) == 0 {
		reason = unmovedReason + "; it goes out by itself once they do, or with send --replace"
	}
	if err := l.HoldOne(ctx, tx, d, reason); err != nil {
		return err
	}
	return l.tell(ctx, tx, id, WasHeld)
}

// HoldOne makes one dispatch wait for the lead, inside a transaction.
func (l *Ledger) HoldOne(ctx context.Context, tx *store.Tx, d *Dispatch, reason string) error {
	_, err := tx.ExecContext(ctx, `UPDATE dispatch SET state = 'held', reason = ?, updated_at = ? WHERE id = ?`, reason, store.Micros(l.now()),
		d.ID)
	if err == nil {
		err = doubt(ctx, tx, d.ID)
	}
	if err != nil {
		return fmt.Errorf("holding %s: %w", d.ID, err)
	}
	return nil
}

// GiveUp holds a dispatch that can never be composed anew, as with a snapshot that is
// damaged, and has the lead told.
func (l *Ledger) GiveUp(ctx context.Context, id string, why error) error {
	return l.db.Tx(ctx, func(tx *store.Tx) error {
		d, err := l.DispatchIn(ctx, tx, id)
		if err != nil {
			return err
		}
		if d.State != Scheduled && d.State != Sending || !d.LiftedAt.IsZero() && d.Kind == embargo.Release {
			return nil
		}
		reason := overdueReason + why.Error() + "; send --replace --without " + strings.Join(d.Withdrawn, ",") + " goes out without it"
		if len(d.Withdrawn) == 0 {
			reason = unmovedReason + ": " + why.Error() + "; send --replace composes them from the file"
		}
		if err := l.HoldOne(ctx, tx, d, reason); err != nil {
			return err
		}
		return l.tell(ctx, tx, id, WasHeld)
	})
}

// Holding counts the people who have an advance copy of a release, or may have one, from
// these dispatches.
func Holding(ctx context.Context, q store.Querier, dispatches ...string) (int, error) {
	people := make(map[string]bool)
	for _, id := range dispatches {
		err := eachRow(ctx, q, `SELECT DISTINCT person FROM delivery WHERE dispatch = ? AND state IN ('sent', 'in_doubt', 'claimed')`,
			[]any{id}, func(scan func(...any) error) error {
				var person string
				if err := scan(&person); err != nil {
					return err
				}
				people[person] = true
				return nil
			})
		if err != nil {
			return 0, fmt.Errorf("counting who has %s: %w", id, err)
		}
	}
	return len(people), nil
}

func eachRow(ctx context.Context, q store.Querier, query string, args []any, row func(scan func(...any) error) error) error {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := row(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

// keepStored keeps a draft's snapshot, artefacts and blobs for a dispatch, and returns the
// snapshot's digest.
func keepStored(ctx context.Context, tx *store.Tx, id string, d *Draft) (snapshot string, err error) {
	if snapshot, err = blob.Put(ctx, tx, d.Snapshot); err != nil {
		return "", err
	}
	for _, data := range d.Blobs {
		if _, err := blob.Put(ctx, tx, data); err != nil {
			return "", err
		}
	}
	for name, data := range d.Artefacts {
		digest, err := blob.Put(ctx, tx, data)
		if err != nil {
			return "", err
		}
		if _, err := tx.ExecContext(ctx, `INSERT INTO artefact (dispatch, name, digest) VALUES (?, ?, ?)`, id, name, digest); err != nil {
			return "", err
		}
	}
	return snapshot, nil
}

// Current is the dispatch by which everybody gets a release, or got it: the newest that
// is out or, before one is, the newest that waits for its instant. It is nil where
// nothing is scheduled.
func Current(ctx context.Context, q store.Querier, slug string) (*Dispatch, error) {
	if out, err := latest(ctx, q, slug); out != nil || err != nil {
		return out, err
	}
	all, err := listed(ctx, q, `WHERE slug = ? AND kind = 'release' AND round <> '' AND state IN ('scheduled', 'armed', 'sending',
		'held', 'paused',
		'missed') ORDER BY number DESC LIMIT 1`, slug)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	return all[0], nil
}

// Current is the same for a reader.
func (l *Ledger) Current(ctx context.Context, slug string) (*Dispatch, error) {
	return Current(ctx, l.db.Reader(), slug)
}

// Basis is the dispatch whose words hold of a release until something else is said of it:
// Current or, where all that was scheduled was cancelled, the newest of that. Advance
// copies of it may be with people for all that. It is nil where nothing was ever scheduled.
func Basis(ctx context.Context, q store.Querier, slug string) (*Dispatch, error) {
	if d, err := Current(ctx, q, slug); d != nil || err != nil {
		return d, err
	}
	all, err := listed(ctx, q, `WHERE slug = ? AND kind = 'release' AND round <> '' AND state = 'cancelled'
		ORDER BY number DESC LIMIT 1`, slug)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	return all[0], nil
}

// Basis is the same for a reader.
func (l *Ledger) Basis(ctx context.Context, slug string) (*Dispatch, error) {
	return Basis(ctx, l.db.Reader(), slug)
}

// GoesOut tells whether the release that a dispatch brings to everybody is to go out by
// itself: not where it was cancelled, nor where its instant has passed and it has not left.
func (d *Dispatch) GoesOut(now time.Time) bool {
	return d.Kind == embargo.Release && !d.State.Finished() && d.LiftedAt.IsZero() && (d.ReleaseAt.IsZero() || d.ReleaseAt.After(now))
}

// OfKind lists the dispatches of a kind of a release that were scheduled, whatever became
// of them.
func OfKind(ctx context.Context, q store.Querier, slug string, kind embargo.Kind) ([]*Dispatch, error) {
	return listed(ctx, q, `WHERE slug = ? AND kind = ? AND state <> 'planning' ORDER BY created_at, id`, slug, kind)
}
