package ledger

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/saying"
	"pressroom/internal/store"
)

// A turn is what happens to the embargo of a release while it runs: it is moved, it is
// broken and lifted, the release is put on hold and the hold ends, it is over. The row
// is written in the transaction in which it happens, and says what is owed since: the
// letters to those who have a copy, and the key in the release's file. Killed in
// between, whoever delivers next finds it.

// TurnKind is what happened.
type TurnKind string

// The turns. Those who have a copy are told of each in a round of its own, but of a lift
// before its time by being told that they are free to publish.
const (
	Moved     TurnKind = "move"
	LiftedNow TurnKind = "lift"   // before its time, since it was broken
	OnHold    TurnKind = "hold"   // nothing leaves, and who has a copy is asked to wait
	HoldEnded TurnKind = "resume" // the copies may be used as they were sent
	Freed     TurnKind = "free"   // the embargo has ended
	TakenOff  TurnKind = "off"    // of one person alone; it has no row
)

// Turn is one of them.
type Turn struct {
	Slug   string
	What   TurnKind
	Number int // counted for each release and kind
	At     time.Time
	// Before is the instant as it was, Instant as it is since; both zero for what has
	// none yet.
	Before, Instant time.Time
	Reason          string
	Told, Filed     time.Time // zero as long as the letters are owed, and the file's key
}

// Round is that in which people are told of it.
func (t *Turn) Round() string { return RoundOf(t.What, t.Number) }

// RoundOf is the round of the letters about something, as in notice/move-1.
func RoundOf(what TurnKind, number int) string {
	return fmt.Sprintf("%s/%s-%d", embargo.Notice, what, number)
}

// ErrMovedMeanwhile says that an embargo was moved, or a release put on hold, after the
// plan was made.
var ErrMovedMeanwhile = saying.Errorf("the embargo was moved, or the release put on hold, while the plan was looked at; look at it again")

// asPlanned is ErrMovedMeanwhile where a plan rests on what is no longer so.
func asPlanned(ctx context.Context, tx *store.Tx, s Scheduling) error {
	var n int
	if err := tx.QueryRowContext(ctx, `SELECT COUNT(*) FROM turn WHERE slug = ?`, s.Slug).Scan(&n); err != nil {
		return fmt.Errorf("looking for what happened to %s: %w", s.Slug, err)
	}
	if n != s.Turns {
		return ErrMovedMeanwhile
	}
	return nil
}

const turnColumns = `slug, what, number, at, before_at, instant, reason, told_at, filed_at`

// Turns lists what happened to the embargo of a release, in that order.
func (l *Ledger) Turns(ctx context.Context, slug string) ([]Turn, error) {
	return turns(ctx, l.db.Reader(), `WHERE slug = ? ORDER BY at, what, number`, slug)
}

// Owed lists the turns whose letters are not written, or whose file nobody has looked
// at, oldest first.
func (l *Ledger) Owed(ctx context.Context) ([]Turn, error) {
	return turns(ctx, l.db.Reader(), `WHERE told_at = 0 OR filed_at = 0 ORDER BY at, what, number`)
}

func turns(ctx context.Context, q store.Querier, where string, args ...any) ([]Turn, error) {
	var out []Turn
	err := eachRow(ctx, q, `SELECT `+turnColumns+` FROM turn `+where, args, func(scan func(...any) error) error {
		var t Turn
		var at, before, instant, told, filed int64
		if err := scan(&t.Slug, &t.What, &t.Number, &at, &before, &instant, &t.Reason, &told, &filed); err != nil {
			return err
		}
		t.At, t.Before, t.Instant, t.Told, t.Filed = store.Time(at), store.Time(before), store.Time(instant), store.Time(told), store.Time(filed)
		out = append(out, t)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("listing what happened to embargoes: %w", err)
	}
	return out, nil
}

// turned writes a turn down, as the next of its kind if it has no number. Of one that
// moves nothing no file is owed.
func turned(ctx context.Context, tx *store.Tx, t *Turn) error {
	if t.Number == 0 {
		err := tx.QueryRowContext(ctx, `SELECT COALESCE(MAX(number), 0) + 1 FROM turn WHERE slug = ? AND what = ?`, t.Slug, t.What).
			Scan(&t.Number)
		if err != nil {
			return fmt.Errorf("noting what happened to %s: %w", t.Slug, err)
		}
	}
	if t.What != Moved && t.What != LiftedNow {
		t.Filed = t.At
	}
	if t.What == LiftedNow { // people are told that they are free, by the turn of the lift itself
		t.Told = t.At
	}
	_, err := tx.ExecContext(ctx, `INSERT INTO turn (`+turnColumns+`) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`, t.Slug, t.What, t.Number,
		store.Micros(t.At), store.Micros(t.Before), store.Micros(t.Instant), t.Reason, store.Micros(t.Told), store.Micros(t.Filed))
	if err != nil {
		return fmt.Errorf("noting what happened to %s: %w", t.Slug, err)
	}
	return nil
}

// Free notes that the embargo of a release has ended, in the transaction that lets it go:
// where somebody has an advance copy. Whoever is told of that is told afterwards, and nobody
// any more of another end of it.
func (l *Ledger) Free(ctx context.Context, tx *store.Tx, slug string) error {
	now, err := l.nowIn(ctx, tx)
	if err != nil {
		return err
	}
	if err := overtake(ctx, tx, slug, `round LIKE 'notice/move-%'`, store.Micros(now)); err != nil {
		return err
	}
	some, err := exists(ctx, tx, `slug = ? AND kind = 'advance' AND state <> 'planning' AND EXISTS (SELECT 1 FROM delivery v
		WHERE v.dispatch = dispatch.id AND (v.state IN ('claimed', 'sent', 'in_doubt') OR v.lost > 0))`, slug)
	if err != nil || !some {
		return err
	}
	return turned(ctx, tx, &Turn{Slug: slug, What: Freed, At: now})
}

// SetFiled notes that the file of a turn was looked at.
func (l *Ledger) SetFiled(ctx context.Context, t Turn) error {
	return l.db.Tx(ctx, func(tx *store.Tx) error {
		now, err := l.nowIn(ctx, tx)
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `UPDATE turn SET filed_at = ? WHERE slug = ? AND what = ? AND number = ? AND filed_at = 0`,
			store.Micros(now), t.Slug, t.What, t.Number)
		if err != nil {
			return fmt.Errorf("noting that the file of %s was looked at: %w", t.Slug, err)
		}
		return nil
	})
}

// PassedError says that an instant cannot be moved any more, or not to where it should.
type PassedError struct {
	Dispatch string
	At       time.Time // the instant that has passed
	Lifted   bool      // it has gone out
	To       bool      // it is the new one
}

func (e *PassedError) Error() string { return e.Said().String() }

// Said is the error as a sentence.
func (e *PassedError) Said() saying.Sentence {
	at := saying.Moment{Time: e.At}
	switch {
	case e.To:
		return saying.Of("the new instant, %v, has passed; an embargo that is broken ends with pressroom embargo lift", at)
	case e.Lifted:
		return saying.Of("%s has gone out, and nothing calls it back; what is wrong in it, pressroom correct puts right", e.Dispatch)
	}
	return saying.Of("the instant of %s, %v, has passed, and its embargo with it; pressroom resume sends it now, pressroom cancel ends it",
		e.Dispatch, at)
}

// NewInstant is how the instant of a release that is not out is to change.
type NewInstant struct {
	Of *Dispatch // of the release, as it was looked at
	To time.Time
	// Now lifts the embargo with it, before its time: To may have passed.
	Now    bool
	Reason string
	// Draft is what was compiled for the new instant, and is swapped in with it. Without
	// it the instant changes first, and nothing leaves before what is stored says so.
	Draft *Draft
}

// Move changes the instant of a release, and with it the end of its advance copies, in
// one transaction in which the latch is not set: a PassedError where it is, or the
// instant has come. It is ErrSwapped where something else of it has changed since it was
// looked at.
func (l *Ledger) Move(ctx context.Context, m NewInstant) (*Turn, error) {
	t := &Turn{Slug: m.Of.Slug, What: Moved, Before: m.Of.ReleaseAt, Instant: m.To, Reason: m.Reason}
	if m.Now {
		t.What = LiftedNow
	}
	err := l.db.Tx(ctx, func(tx *store.Tx) error {
		now, err := l.nowIn(ctx, tx)
		if err != nil {
			return err
		}
		if t.At = now; !m.Now && !m.To.After(now) {
			return &PassedError{Dispatch: m.Of.ID, At: m.To.In(m.Of.Location()), To: true}
		}
		if err := moveInstant(ctx, tx, m, now); err != nil {
			return err
		}
		// Whoever is mailed later from what was sent of these is mailed with the new instant.
		_, err = tx.ExecContext(ctx, `UPDATE dispatch SET closes_at = ?, moved = 1, updated_at = ? WHERE slug = ?
			AND kind IN ('advance', 'notice') AND state NOT IN ('planning', 'cancelled') AND closes_at > ?`,
			store.Micros(m.To), store.Micros(now), m.Of.Slug, store.Micros(now))
		if err != nil {
			return fmt.Errorf("moving the end of the advance copies: %w", err)
		}
		_, err = tx.ExecContext(ctx, `UPDATE dispatch SET closes_at = ?, updated_at = ? WHERE slug = ? AND kind = 'notice' AND round = ?
			AND state NOT IN ('planning', 'cancelled') AND closes_at > ?`, store.Micros(m.To), store.Micros(now), m.Of.Slug, NoticeRound,
			store.Micros(now))
		if err != nil {
			return fmt.Errorf("moving the end of the time to agree: %w", err)
		}
		if m.Draft != nil {
			d, err := l.DispatchIn(ctx, tx, m.Of.ID)
			if err != nil {
				return err
			}
			if err := l.swapIn(ctx, tx, d, Less{Of: m.Of, Quotes: m.Of.Withdrawn, Draft: *m.Draft}, now); err != nil {
				return err
			}
		}
		return turned(ctx, tx, t)
	})
	if err != nil {
		return nil, fmt.Errorf("moving the instant of %s: %w", m.Of.ID, err)
	}
	return t, nil
}

// moveInstant is the statement by which a release has another instant, and says why that
// changed nothing.
func moveInstant(ctx context.Context, tx *store.Tx, m NewInstant, now time.Time) error {
	at := store.Micros(now)
	resumed := int64(0)
	if m.Now {
		resumed = at // it is not late
	}
	res, err := tx.ExecContext(ctx, `UPDATE dispatch SET release_at = ?1, wake_at = ?1, moved = 1, updated_at = ?2,
		resumed_at = CASE WHEN CAST(?3 AS BIGINT) > 0 THEN CAST(?3 AS BIGINT) ELSE resumed_at END
		WHERE id = ?4 AND kind = 'release' AND lifted_at IS NULL AND release_at = ?5 AND release_at > ?2 AND snapshot = ?6
		AND state IN ('scheduled', 'paused', 'held')`, store.Micros(m.To), at, resumed, m.Of.ID, store.Micros(m.Of.ReleaseAt), m.Of.Snapshot)
	if err != nil {
		return err
	}
	if n, err := res.RowsAffected(); err != nil || n > 0 {
		return err
	}
	d, err := scanDispatch(tx.QueryRowContext(ctx, `SELECT `+dispatchColumns+` FROM dispatch WHERE id = ?`, m.Of.ID))
	if errors.Is(err, sql.ErrNoRows) {
		return ErrNotFound
	}
	if err != nil {
		return err
	}
	if err := d.CanMove(now); err != nil {
		return err
	}
	return ErrSwapped
}

// CanMove is an error that says why the instant of a release cannot be changed at a
// time; nil if it can.
func (d *Dispatch) CanMove(now time.Time) error {
	switch {
	case d.State == Armed || d.Kind == embargo.Release && d.ReleaseAt.IsZero() && d.State == Held:
		return &StateError{d.ID, d.State, "scheduled for an instant"}
	case !d.LiftedAt.IsZero():
		return &PassedError{Dispatch: d.ID, At: d.ReleaseAt.In(d.Location()), Lifted: true}
	case d.State.Finished():
		return &StateError{d.ID, d.State, "scheduled"}
	case !d.ReleaseAt.After(now):
		return &PassedError{Dispatch: d.ID, At: d.ReleaseAt.In(d.Location())}
	}
	return nil
}
