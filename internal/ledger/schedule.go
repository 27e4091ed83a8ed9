package ledger

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"pressroom/internal/chain"
	"pressroom/internal/embargo"
	"pressroom/internal/publication"
	"pressroom/internal/saying"
	"pressroom/internal/store"
)

// BusyError says that a release already has an unfinished dispatch.
type BusyError struct{ ID string }

func (e *BusyError) Error() string { return e.Said().String() }

// Said is the error as a sentence.
func (e *BusyError) Said() saying.Sentence {
	return saying.Of("%s is not finished; cancel it first, or replace what is still scheduled with send --replace", e.ID)
}

// OutError says that a release has gone out: Dispatch, which has its public
// revision, has passed its instant.
type OutError struct {
	Dispatch string
	State    State
	// OtherWords: the revision that was to be sent is not the one that is public.
	OtherWords bool
	Withdrawn  bool // it was taken back since
}

func (e *OutError) Error() string { return e.Said().String() }

// Said is the error as a sentence.
func (e *OutError) Said() saying.Sentence {
	switch {
	case e.Withdrawn:
		return saying.Of("%s was withdrawn after it had gone out; what is to be said instead is a release of its own, under another slug",
			e.Dispatch)
	case e.OtherWords:
		return saying.Of("%s has gone out, and the file says something else since; what is public is not replaced by a mailing", e.Dispatch)
	}
	return saying.Of("%s has gone out", e.Dispatch)
}

// Scheduling says which planned dispatches are to be scheduled, and how they stand
// to what there is of their release.
type Scheduling struct {
	Slug, Revision string
	IDs            []string
	// Replace cancels what is unfinished of the release. Without it that is a
	// BusyError.
	Replace bool
	// More adds to what has gone out or is scheduled: nothing is in its way.
	More bool
	// Quotes is the end of the history of the release's quotes that the plan rests
	// on, as in release.Known; if another was written since, it is ErrQuotesChanged.
	// More rests on a snapshot, and asks for none.
	Quotes string
	// From is the dispatch on whose snapshot More rests, as it was when that was read; nil
	// for none. If a quote was taken back of it since, it is ErrQuotesChanged.
	From *Dispatch
	// Turns counts what had happened to the embargo when the plan was made; where more has
	// by now, it is ErrMovedMeanwhile.
	Turns int
	// Again is the address key of whoever asked for their copy once more, where it is that;
	// a minute has to pass between two, or it is ErrRepeated.
	Again string
	// By is who schedules it, and Approvers how many others have to approve its words
	// before anything leaves.
	By        string
	Approvers int
	// NotBefore has what would leave at once wait until then, and be undone so long (Undo);
	// zero where nothing waits.
	NotBefore time.Time
	// Armed lets it wait for a word (Go); Group names the releases of which one goes.
	Armed bool
	Group string
}

// Schedule makes planned dispatches wait for their time, all in one transaction.
// It refuses to mail a release that has gone out (OutError), but for the rest of
// one that was cancelled on its way, in the same revision.
func (l *Ledger) Schedule(ctx context.Context, s Scheduling) error {
	if err := l.db.Settle(ctx); err != nil {
		return err
	}
	return l.db.Tx(ctx, func(tx *store.Tx) error {
		at, err := l.nowIn(ctx, tx)
		if err != nil {
			return err
		}
		now := store.Micros(at)
		if err := asPlanned(ctx, tx, s); err != nil {
			return err
		}
		if err := repeated(ctx, tx, s, at); err != nil {
			return err
		}
		if s.More && s.From != nil {
			err = l.still(ctx, tx, s.From)
		} else if !s.More {
			err = l.clear(ctx, tx, s, now)
		}
		if err != nil {
			return err
		}
		if s.Armed {
			return l.arm(ctx, tx, s, now)
		}
		for _, id := range s.IDs {
			if err := replaceCopies(ctx, tx, s.Slug, id); err != nil {
				return err
			}
			_, err := tx.ExecContext(ctx, `UPDATE dispatch SET state = 'scheduled', updated_at = ?1, scheduled_by = ?2, approvers = ?3,
				not_before = CASE WHEN release_at <= ?1 THEN CAST(?4 AS BIGINT) ELSE 0 END,
				wake_at = CASE WHEN release_at <= ?1 AND ?4 > wake_at THEN CAST(?4 AS BIGINT) ELSE wake_at END
				WHERE id = ?5 AND state = 'planning'`, now, s.By, s.Approvers, store.Micros(s.NotBefore), id)
			if err != nil {
				return fmt.Errorf("scheduling %s: %w", id, err)
			}
			if err := publish(ctx, tx, id, at); err != nil {
				return err
			}
			if _, err := l.dropBarred(ctx, tx, id, at); err != nil {
				return err
			}
			if err := l.asksApproval(ctx, tx, id, now); err != nil {
				return err
			}
		}
		return nil
	})
}

// ErrRepeated says that somebody's copy was repeated a moment ago.
var ErrRepeated = saying.Errorf("their copy was sent again less than a minute ago; " +
	"if another is wanted, it can be sent once that has passed")

// repeated is ErrRepeated where a copy would be repeated twice, as for whoever presses twice.
func repeated(ctx context.Context, tx *store.Tx, s Scheduling, now time.Time) error {
	if s.Again == "" {
		return nil
	}
	var yes bool
	err := tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM delivery v JOIN dispatch d ON d.id = v.dispatch WHERE v.address_key = ?
		AND d.slug = ? AND d.round = '' AND d.kind <> 'test' AND d.state NOT IN ('planning', 'cancelled') AND d.release_at > ?)`,
		s.Again, s.Slug, store.Micros(now.Add(-time.Minute))).Scan(&yes)
	if err != nil {
		return fmt.Errorf("looking for repeated copies of %s: %w", s.Slug, err)
	}
	if yes {
		return ErrRepeated
	}
	return nil
}

// publish has a release become public with its dispatch.
func publish(ctx context.Context, tx *store.Tx, id string, now time.Time) error {
	row := publication.Row{Dispatch: id}
	var kind embargo.Kind
	var round string
	err := tx.QueryRowContext(ctx, `SELECT slug, revision, kind, round FROM dispatch WHERE id = ?`, id).
		Scan(&row.Slug, &row.Revision, &kind, &round)
	if err != nil {
		return fmt.Errorf("scheduling %s: %w", id, err)
	}
	if kind != embargo.Release || round == "" {
		return nil
	}
	return publication.Put(ctx, tx, row, now)
}

// Out is an OutError where a send of a revision is refused because the release has
// gone out, and a WithdrawnError where it was taken back before that. unfinished tells whether something of it is still under way.
func (l *Ledger) Out(ctx context.Context, slug, revision string, unfinished bool) error {
	return out(ctx, l.db.Reader(), slug, revision, unfinished)
}

func out(ctx context.Context, q store.Querier, slug, revision string, unfinished bool) error {
	public, err := latest(ctx, q, slug)
	if err != nil {
		return err
	}
	if public == nil { // it may have been taken back from those who had an advance copy
		said, err := amendments(ctx, q, slug)
		return errors.Join(err, Withdrawal(said))
	}
	switch {
	case public.Superseded != "":
		return &OutError{Dispatch: public.ID, State: public.State, Withdrawn: true}
	case public.Revision != revision:
		return &OutError{Dispatch: public.ID, State: public.State, OtherWords: true}
	case public.State != Cancelled && !unfinished:
		return &OutError{Dispatch: public.ID, State: public.State}
	}
	return nil
}

// clear makes room for the dispatches that are to be scheduled.
func (l *Ledger) clear(ctx context.Context, tx *store.Tx, s Scheduling, now int64) error {
	head, err := chain.Head(ctx, tx, s.Slug)
	if err != nil {
		return err
	}
	if head != s.Quotes {
		return ErrQuotesChanged
	}
	mine := make(map[string]bool)
	for _, id := range s.IDs {
		mine[id] = true
	}
	open, err := unfinished(ctx, tx, s.Slug)
	if err != nil {
		return err
	}
	if len(open) > 0 && !s.Replace {
		return &BusyError{open[0].id}
	}
	if err := out(ctx, tx, s.Slug, s.Revision, len(open) > 0); err != nil {
		return err
	}
	for _, o := range open {
		if mine[o.id] {
			continue
		}
		if err := cancel(ctx, tx, o.id, replacedReason, now); err != nil {
			return err
		}
	}
	return l.endHold(ctx, tx, s.Slug)
}

// still tells whether what is mailed to more people may leave as it was read: a quote that
// was taken back meanwhile marks the dispatch it was read from, or has all of the release
// wait for the lead.
func (l *Ledger) still(ctx context.Context, tx *store.Tx, from *Dispatch) error {
	now, err := l.DispatchIn(ctx, tx, from.ID)
	if err != nil {
		return err
	}
	if now.Snapshot != from.Snapshot || !slices.Equal(now.Withdrawn, from.Withdrawn) {
		return ErrQuotesChanged
	}
	if !now.ClosesAt.Equal(from.ClosesAt) {
		return ErrInstantChanged
	}
	return notHeld(ctx, tx, from)
}

// ErrInstantChanged says that an embargo was moved after the plan was made.
var ErrInstantChanged = saying.Errorf("the embargo was moved while the plan was looked at; look at it again")

// HeldError says that no more copies of a release are mailed under embargo while it waits
// for the lead.
type HeldError struct{ ID, Reason string }

func (e *HeldError) Error() string { return e.Said().String() }

// Said is the error as a sentence.
func (e *HeldError) Said() saying.Sentence {
	return saying.Of("%s is held: %v; decide that first", e.ID, Why(e.Reason))
}

// NotHeld is a HeldError where more copies of what a dispatch has stored must not leave
// before the lead has decided.
func (l *Ledger) NotHeld(ctx context.Context, from *Dispatch) error {
	return notHeld(ctx, l.db.Reader(), from)
}

func notHeld(ctx context.Context, q store.Querier, from *Dispatch) error {
	if from.Kind != embargo.Advance {
		return nil // what is public is public
	}
	held, err := listed(ctx, q, `WHERE slug = ? AND state = 'held' AND round <> '' ORDER BY number LIMIT 1`, from.Slug)
	if err != nil || len(held) == 0 {
		return err
	}
	return &HeldError{held[0].ID, held[0].Reason}
}

// ErrQuotesChanged says that a quote was signed, withdrawn or changed after the
// plan was made.
var ErrQuotesChanged = saying.Errorf("a quote was signed, changed or withdrawn while the plan was looked at; look at it again")

type openDispatch struct {
	id    string
	state State
}

// unfinished lists the mailings of a release that are scheduled, stopped or
// being sent. Test dispatches do not count, nor does a plan that its writer
// never finished.
func unfinished(ctx context.Context, tx *store.Tx, slug string) ([]openDispatch, error) {
	rows, err := tx.QueryContext(ctx, `SELECT id, state FROM dispatch WHERE slug = ? AND round <> '' AND (kind <> 'notice' OR closes_at > 0)
		AND state IN ('scheduled', 'armed', 'sending', 'held', 'paused', 'missed')`, slug)
	if err != nil {
		return nil, fmt.Errorf("looking for unfinished dispatches: %w", err)
	}
	defer rows.Close()
	var out []openDispatch
	for rows.Next() {
		var o openDispatch
		if err := rows.Scan(&o.id, &o.state); err != nil {
			return nil, fmt.Errorf("looking for unfinished dispatches: %w", err)
		}
		out = append(out, o)
	}
	return out, rows.Err()
}

// Busy returns the id of an unfinished dispatch of a release, "" if there is none.
func (l *Ledger) Busy(ctx context.Context, slug string) (id string, state State, err error) {
	err = l.db.Tx(ctx, func(tx *store.Tx) error {
		open, err := unfinished(ctx, tx, slug)
		if len(open) > 0 {
			id, state = open[0].id, open[0].state
		}
		return err
	})
	return id, state, err
}

// IsPublic tells whether a release has passed its instant.
func (l *Ledger) IsPublic(ctx context.Context, slug string) (bool, error) {
	d, err := latest(ctx, l.db.Reader(), slug)
	return d != nil, err
}

// AdvanceText is the text of advance copies in one language.
type AdvanceText struct {
	Language string
	Text     []byte
}

// AdvanceTexts returns, by digest, the texts of which somebody may hold an advance
// copy: those of every advance dispatch that was scheduled.
func (l *Ledger) AdvanceTexts(ctx context.Context, slug string) (map[string]AdvanceText, error) {
	rows, err := l.db.Reader().QueryContext(ctx, `SELECT DISTINCT a.digest, a.name, d.id FROM artefact a JOIN dispatch d ON d.id = a.dispatch
		WHERE d.slug = ? AND d.kind = 'advance' AND d.state <> 'planning' AND a.name LIKE 'text/%'`, slug)
	if err != nil {
		return nil, fmt.Errorf("looking for earlier advance copies of %s: %w", slug, err)
	}
	defer rows.Close()
	type kept struct{ digest, name, dispatch string }
	var all []kept
	for rows.Next() {
		var k kept
		if err := rows.Scan(&k.digest, &k.name, &k.dispatch); err != nil {
			return nil, fmt.Errorf("looking for earlier advance copies of %s: %w", slug, err)
		}
		all = append(all, k)
	}
	if err := rows.Close(); err != nil {
		return nil, fmt.Errorf("looking for earlier advance copies of %s: %w", slug, err)
	}
	out := make(map[string]AdvanceText)
	for _, k := range all {
		data, err := l.Artefact(ctx, k.dispatch, k.name)
		if err != nil {
			return nil, err
		}
		out[k.digest] = AdvanceText{Language: strings.TrimPrefix(k.name, "text/"), Text: data}
	}
	return out, nil
}

// ErrNothingOut is returned where nothing of a release has gone out or is about to.
var ErrNothingOut = saying.Errorf("nothing of it has gone out")

// ErrCancelled is returned where advance copies of a release are out that was cancelled since:
// it goes to nobody else.
var ErrCancelled = errors.New("it was cancelled")

// Source is the dispatch from which those are mailed who come to a release later:
// the newest that is public or, before that, the newest of advance copies whose
// embargo has not ended. It is ErrNothingOut if there is neither, and ErrCancelled where the
// release of those copies was cancelled.
func (l *Ledger) Source(ctx context.Context, slug string) (*Dispatch, error) {
	d, err := latest(ctx, l.db.Reader(), slug)
	if d != nil && d.Superseded != "" {
		return nil, &OutError{Dispatch: d.ID, State: d.State, Withdrawn: true}
	}
	if d != nil || err != nil {
		return d, err
	}
	now, err := l.Now(ctx)
	if err != nil {
		return nil, err
	}
	d, err = scanDispatch(l.db.Reader().QueryRowContext(ctx, `SELECT `+dispatchColumns+` FROM dispatch WHERE slug = ? AND kind =
		'advance' AND round <> '' AND superseded = ''
		AND state NOT IN ('planning', 'cancelled') AND closes_at > ? ORDER BY number DESC LIMIT 1`, slug, store.Micros(now)))
	if errors.Is(err, sql.ErrNoRows) {
		return nil, ErrNothingOut
	}
	if err != nil {
		return nil, fmt.Errorf("looking for what has gone out of %s: %w", slug, err)
	}
	var state string
	err = l.db.Reader().QueryRowContext(ctx, `SELECT state FROM dispatch WHERE slug = ? AND kind = 'release' AND round <> ''
		AND state <> 'planning' ORDER BY number DESC LIMIT 1`, slug).Scan(&state)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("looking for what is scheduled of %s: %w", slug, err)
	}
	if state == "cancelled" {
		return nil, ErrCancelled
	}
	return d, nil
}

// sqlCopyOf finds the newest copy of a release that a person has, that of the release
// itself before advance copies.
func sqlCopyOf() string {
	return `SELECT d.id, d.kind, d.closes_at, v.template, v.name, v.outlet, v.language
		FROM delivery v JOIN dispatch d ON d.id = v.dispatch WHERE v.id IN ` + deliveriesOf("?2") + ` AND v.slug = ?1 AND v.round <> ''
		AND v.state IN ('sent', 'in_doubt') AND d.kind IN ('advance', 'release', 'correction')
		ORDER BY CASE WHEN d.closes_at > 0 THEN 1 ELSE 0 END, v.id DESC LIMIT 1`
}

// Copy is what somebody has of a release.
type Copy struct {
	Dispatch, Template, Name, Outlet, Language string
	Kind                                       embargo.Kind
	ClosesAt                                   time.Time
}

// CopyOf finds the newest copy of a release that whoever has an address has got, or
// may have got; nil if none. Once the release is public it is a copy of that.
func (l *Ledger) CopyOf(ctx context.Context, slug, key string) (*Copy, error) {
	person, err := personOf(ctx, l.db.Reader(), key)
	if err != nil {
		return nil, err
	}
	var c Copy
	var closes int64
	err = l.db.Reader().QueryRowContext(ctx, sqlCopyOf(), slug, person).
		Scan(&c.Dispatch, &c.Kind, &closes, &c.Template, &c.Name, &c.Outlet, &c.Language)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("looking for a copy of %s: %w", slug, err)
	}
	c.ClosesAt = store.Time(closes)
	return &c, nil
}
