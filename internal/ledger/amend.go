package ledger

import (
	"context"
	"encoding/json"
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

// A release that went out is amended in one transaction: what has not left does not
// leave any more, those for whom it was meant wait for what holds now, those who have it
// wait for the mail that says what is wrong, and what is public becomes another. What is
// in a worker's hands at that moment may yet arrive, or not: who is concerned waits for
// both, and gets the one that is right once that is known.

// Amendment is what was said of a release after it had gone out.
type Amendment struct {
	Slug      string
	Number    int
	Grade     string // as release.Grade
	At        time.Time
	Sentences map[string]string // by language
	NoRepeat  bool              // what was wrong is not shown any more
	Instead   string            // slug of what stands in its place
	Dispatch  string            // with which what is so now goes to everybody else; "" for none
	Mailing   string            // to those who have it; "" for none
}

// Amendments are those of a release, oldest first.
func (l *Ledger) Amendments(ctx context.Context, slug string) ([]Amendment, error) {
	return amendments(ctx, l.db.Reader(), slug)
}

// Told is what readers may be told of what was said of a release, oldest first: what was
// said before something that is not to be repeated may repeat it, and has no sentence.
func Told(all []Amendment) []Amendment {
	out := slices.Clone(all)
	silent := false
	for i := len(out) - 1; i >= 0; i-- {
		if silent {
			out[i].Sentences = nil
		}
		silent = silent || out[i].NoRepeat
	}
	return out
}

// Unrepeated tells whether words of a release are not to be shown any more.
func (l *Ledger) Unrepeated(ctx context.Context, slug string) (bool, error) {
	all, err := l.Amendments(ctx, slug)
	return slices.ContainsFunc(all, func(a Amendment) bool { return a.NoRepeat }), err
}

func amendments(ctx context.Context, q store.Querier, slug string) ([]Amendment, error) {
	out, err := amendmentsWhere(ctx, q, `WHERE slug = ? ORDER BY number`, slug)
	if err != nil {
		return nil, fmt.Errorf("reading what was said of %s: %w", slug, err)
	}
	return out, nil
}

// AllAmendments are those of every release, by its slug, each's oldest first.
func (l *Ledger) AllAmendments(ctx context.Context) (map[string][]Amendment, error) {
	list, err := amendmentsWhere(ctx, l.db.Reader(), `ORDER BY slug, number`)
	if err != nil {
		return nil, fmt.Errorf("reading what was said of releases: %w", err)
	}
	out := make(map[string][]Amendment)
	for _, a := range list {
		out[a.Slug] = append(out[a.Slug], a)
	}
	return out, nil
}

func amendmentsWhere(ctx context.Context, q store.Querier, where string, args ...any) ([]Amendment, error) {
	var out []Amendment
	err := eachRow(ctx, q, `SELECT slug, number, grade, at, sentences, no_repeat, instead, dispatch, mailing FROM amendment `+where, args,
		func(scan func(...any) error) error {
			var a Amendment
			var at, noRepeat int64
			var sentences string
			if err := scan(&a.Slug, &a.Number, &a.Grade, &at, &sentences, &noRepeat, &a.Instead, &a.Dispatch, &a.Mailing); err != nil {
				return err
			}
			a.At, a.NoRepeat = store.Time(at), noRepeat != 0
			if err := json.Unmarshal([]byte(sentences), &a.Sentences); err != nil {
				return err
			}
			out = append(out, a)
			return nil
		})
	return out, err
}

// Amending is an amendment that is about to be made.
type Amending struct {
	Amendment
	// Quotes is the end of the history of the release's quotes that it rests on.
	Quotes string
	// By is who makes it, and Approvers how many others have to have approved its words,
	// those of Revision.
	By, Revision string
	Approvers    int
	// AnyQuotes: it rests on none.
	AnyQuotes bool
	// Base is the dispatch that brought what holds until now, as Basis has it.
	Base string
	// Stopped: nothing of the release is to go to everybody by itself (GoesOut). There is no
	// Dispatch then, and who waits for something gets nothing.
	Stopped bool
	// Advance is a planned dispatch to those who wait for an advance copy; "" for none.
	// Dispatch and Mailing, too, are planned.
	Advance string
	Became  publication.Became
	// Waits: nothing of Dispatch leaves for now, and who is on it waits until something else
	// is said of the release.
	Waits bool
	// Holder is what somebody gets by the Mailing, if anything, and Waiting what they get
	// by Dispatch, or by Advance, in the place of what does not leave any more.
	Holder  func(s *Standing) (Recipient, bool)
	Waiting func(s *Standing, kind embargo.Kind) (Recipient, bool)
}

// WithdrawnError says that a release was withdrawn: nothing more is sent or said of it.
type WithdrawnError struct {
	Slug string
	At   time.Time
}

func (e *WithdrawnError) Error() string { return e.Said().String() }

// Said is the error as a sentence.
func (e *WithdrawnError) Said() saying.Sentence {
	return saying.Of("%s was withdrawn on %s; what is to be said instead is a release of its own, under another slug", e.Slug,
		e.At.UTC().Format("2006-01-02 15:04 UTC"))
}

// Withdrawal is a WithdrawnError where what was said of a release last is that it is withdrawn.
func Withdrawal(said []Amendment) error {
	if n := len(said); n > 0 && said[n-1].Grade == string(embargo.Withdrawal) {
		return &WithdrawnError{said[n-1].Slug, said[n-1].At}
	}
	return nil
}

// ErrAmended says that something happened to a release while an amendment was planned.
var ErrAmended = saying.Errorf("something happened to the release while this was looked at; look at it again")

// Amend does it, at the moment that it returns. Page and mail are open at once where the
// release is public, and have its instant where not.
func (l *Ledger) Amend(ctx context.Context, a Amending) (time.Time, error) {
	var at time.Time
	public := false
	err := l.db.Tx(ctx, func(tx *store.Tx) (err error) {
		if at, err = l.nowIn(ctx, tx); err != nil {
			return err
		}
		before, err := Basis(ctx, tx, a.Slug)
		if err != nil {
			return err
		}
		if before == nil || before.ID != a.Base || !a.rests(before, at) {
			return ErrAmended
		}
		if head, err := chain.Head(ctx, tx, a.Slug); err != nil {
			return err
		} else if head != a.Quotes && !a.AnyQuotes {
			return ErrQuotesChanged
		}
		if err := a.approve(ctx, tx); err != nil {
			return err
		}
		public = !before.LiftedAt.IsZero()
		all, err := standings(ctx, tx, a.Slug)
		if err != nil {
			return err
		}
		if err := a.stopOthers(ctx, tx, at); err != nil {
			return err
		}
		if err := a.settleRows(ctx, tx, all, public); err != nil {
			return err
		}
		if err := l.open(ctx, tx, &a, public, at); err != nil {
			return err
		}
		if err := a.write(ctx, tx, at); err != nil {
			return err
		}
		if !public && !unusable(a.Grade) {
			if err := l.endHold(ctx, tx, a.Slug); err != nil {
				return err
			}
		}
		if !public || l.Amended == nil {
			return nil
		}
		said, err := amendments(ctx, tx, a.Slug)
		if err != nil {
			return err
		}
		return l.Amended(ctx, tx, a.Slug, said[len(said)-1].Number)
	})
	if err != nil {
		return at, fmt.Errorf("amending %s: %w", a.Slug, err)
	}
	if public && l.OnLift != nil {
		l.OnLift()
	}
	return at, nil
}

// rests tells whether what holds until now is to go out, or not, as it was when this was planned.
func (a *Amending) rests(on *Dispatch, now time.Time) bool {
	if !on.LiftedAt.IsZero() {
		return !a.Stopped
	}
	return a.Dispatch == "" && !a.Stopped || on.GoesOut(now) != a.Stopped
}

// planned are its own dispatches.
func (a *Amending) planned() map[string]bool {
	return map[string]bool{a.Dispatch: true, a.Mailing: true, a.Advance: true}
}

// stopOthers ends what was to leave with the words that do not hold any more.
func (a *Amending) stopOthers(ctx context.Context, tx *store.Tx, at time.Time) error {
	open, err := unfinished(ctx, tx, a.Slug)
	if err != nil {
		return err
	}
	by := a.Dispatch
	if by == "" {
		by = a.Mailing
	}
	for _, o := range open {
		if a.planned()[o.id] {
			continue
		}
		if err := cancel(ctx, tx, o.id, fmt.Sprintf(changedReason, by), store.Micros(at)); err != nil {
			return err
		}
	}
	if err := a.stopLetters(ctx, tx, at); err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `UPDATE dispatch SET superseded = ?1 WHERE slug = ?2 AND superseded = '' AND state <> 'planning'
		AND id NOT IN (?1, ?3, ?4)`, by, a.Slug, a.Mailing, a.Advance)
	if err != nil {
		return fmt.Errorf("marking what holds no longer: %w", err)
	}
	return nil
}

// stopLetters ends the letters about a release that say what is no longer so: that it may be
// used, or is to be waited with and, of one that nobody is to use, anything.
func (a *Amending) stopLetters(ctx context.Context, tx *store.Tx, at time.Time) error {
	which := `(round LIKE 'notice/hold-%' OR round LIKE 'notice/resume-%')`
	if unusable(a.Grade) {
		which = `round LIKE 'notice/%'`
	}
	return overtake(ctx, tx, a.Slug, which, store.Micros(at))
}

// unusable tells whether nobody is to use a release of which this was said last.
func unusable(grade string) bool { return grade == string(embargo.Withdrawal) || grade == "hold" }

// settleRows has everybody stand on the dispatches who is to, as of this moment: the plan
// was made a while ago, and messages have gone out since.
func (a *Amending) settleRows(ctx context.Context, tx *store.Tx, all []*Standing, public bool) error {
	for _, d := range []struct {
		id   string
		gets func(s *Standing) (Recipient, bool)
	}{
		{a.Mailing, a.Holder},
		{a.Dispatch, func(s *Standing) (r Recipient, ok bool) {
			if s.Waits || public && s.AdvanceWaits && s.InHand == nil { // no advance copy leaves any more
				r, ok = a.Waiting(s, embargo.Release)
			}
			return r, ok
		}},
		{a.Advance, func(s *Standing) (r Recipient, ok bool) {
			if s.AdvanceWaits {
				r, ok = a.Waiting(s, embargo.Advance)
			}
			return r, ok
		}},
	} {
		if d.id == "" {
			continue
		}
		if err := settleRowsOf(ctx, tx, d.id, all, d.gets); err != nil {
			return err
		}
	}
	return nil
}

func settleRowsOf(
	ctx context.Context, tx *store.Tx, id string, all []*Standing, gets func(s *Standing) (Recipient, bool),
) error {
	type row struct {
		id     int64
		thread string
	}
	written := make(map[string]row)
	err := eachRow(ctx, tx, `SELECT id, person, thread FROM delivery WHERE dispatch = ?`, []any{id}, func(scan func(...any) error) error {
		var r row
		var person string
		err := scan(&r.id, &person, &r.thread)
		written[person] = r
		return err
	})
	if err != nil {
		return fmt.Errorf("reading the recipients of %s: %w", id, err)
	}
	var more []Recipient
	for _, s := range all {
		r, ok := gets(s)
		if !ok {
			continue
		}
		was, there := written[s.Person]
		delete(written, s.Person)
		thread := strings.Join(r.Thread, " ")
		switch {
		case !there:
			more = append(more, r)
		case was.thread != thread:
			if _, err := tx.ExecContext(ctx, `UPDATE delivery SET thread = ? WHERE id = ?`, thread, was.id); err != nil {
				return fmt.Errorf("changing the thread of a mail: %w", err)
			}
		}
	}
	for _, r := range written { // who has got the release since, or has it no more
		if _, err := tx.ExecContext(ctx, `DELETE FROM delivery WHERE id = ?`, r.id); err != nil {
			return fmt.Errorf("changing the recipients of %s: %w", id, err)
		}
	}
	return addIn(ctx, tx, id, more)
}

// open lets the dispatches of an amendment begin, and makes public what is so now.
func (l *Ledger) open(ctx context.Context, tx *store.Tx, a *Amending, public bool, at time.Time) error {
	now := store.Micros(at)
	for id := range a.planned() {
		if id == "" {
			continue
		}
		d, err := l.DispatchIn(ctx, tx, id)
		if err != nil {
			return err
		}
		read := public && (id == a.Dispatch || a.Dispatch == "" && id == a.Mailing)
		begins, reason, err := a.begins(ctx, tx, id, read)
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `UPDATE dispatch SET state = ?, reason = ?, updated_at = ?, resumed_at = ?, lifted_at = CASE WHEN ? = 1
			THEN CAST(? AS BIGINT) ELSE lifted_at END WHERE id = ? AND state = 'planning'`, begins, reason, now, now,
			map[bool]int{true: 1}[read], now, id)
		if err != nil {
			return fmt.Errorf("scheduling %s: %w", id, err)
		}
		row := publication.Row{Dispatch: id, Slug: d.Slug, Revision: d.Revision}
		switch {
		case read:
			err = publication.Amend(ctx, tx, row, a.Became, at)
		case id == a.Dispatch:
			err = publication.Put(ctx, tx, row, at)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// checkedReason is why a release that is on hold since it is out does not leave.
const checkedReason = "on hold while it is checked"

// begins is the state in which a dispatch of an amendment begins: read tells that everybody
// can read it from now on.
func (a *Amending) begins(ctx context.Context, tx *store.Tx, id string, read bool) (State, string, error) {
	if !read {
		return Scheduled, "", nil
	}
	n := 0
	if a.Waits {
		err := tx.QueryRowContext(ctx, `SELECT COUNT(*) FROM delivery WHERE dispatch = ?`, id).Scan(&n)
		if err != nil {
			return "", "", fmt.Errorf("counting who waits for %s: %w", id, err)
		}
	}
	if n > 0 {
		return Paused, checkedReason, nil
	}
	return Sending, "", nil
}

// CheckedError says that a release is on hold since it is out: what waits of it goes on when
// that ends.
type CheckedError struct{ ID, Slug string }

func (e *CheckedError) Error() string { return e.Said().String() }

// Said is the error as a sentence.
func (e *CheckedError) Said() saying.Sentence {
	return saying.Of("%s waits while the release is checked; pressroom resume %s ends that, and tells those who were asked to wait",
		e.ID, e.Slug)
}

func (a *Amending) write(ctx context.Context, tx *store.Tx, at time.Time) error {
	sentences, err := json.Marshal(a.Sentences)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO amendment (slug, number, grade, at, sentences, no_repeat, instead, dispatch, mailing)
		SELECT CAST(?1 AS TEXT), COALESCE(MAX(number), 0) + 1, CAST(?2 AS TEXT), CAST(?3 AS BIGINT), CAST(?4 AS TEXT), CAST(?5 AS INTEGER),
			CAST(?6 AS TEXT), CAST(?7 AS TEXT), CAST(?8 AS TEXT) FROM amendment WHERE slug = ?1`,
		a.Slug, a.Grade, store.Micros(at), string(sentences), map[bool]int{true: 1}[a.NoRepeat], a.Instead, a.Dispatch, a.Mailing)
	if err != nil {
		return fmt.Errorf("writing down what was said of %s: %w", a.Slug, err)
	}
	return nil
}

// SupersededError says that what a dispatch says holds no longer: nothing of it leaves any
// more, whatever became of it.
type SupersededError struct{ ID, By string }

func (e *SupersededError) Error() string {
	return "what " + e.ID + " says holds no longer: " + e.By + " took its place, and nothing of the first leaves any more"
}

// holds is a SupersededError where other words have taken the place of a dispatch's own.
func holds(ctx context.Context, tx *store.Tx, id string) error {
	var by string
	if err := tx.QueryRowContext(ctx, `SELECT superseded FROM dispatch WHERE id = ?`, id).Scan(&by); err != nil {
		return fmt.Errorf("reading dispatch %s: %w", id, err)
	}
	if by != "" {
		return &SupersededError{id, by}
	}
	return nil
}
