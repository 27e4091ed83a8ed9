package ledger

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"pressroom/internal/saying"
	"pressroom/internal/store"
)

// Where the workspace asks for it, others than who scheduled a dispatch approve its words.
// It is held until they have, and held again when its words change: an approval names a
// revision. Where only the instant of a release is another, as when its embargo is moved or
// was broken, what was approved stays so: nobody has to be found for that at night. The gate
// counts approvals itself, so that no way around the state lets anything leave.

// approvalReason begins the reason of what is held until its words are approved.
const approvalReason = "waits for approval"

// sqlUnapproved tells of a dispatch d whether not enough others have approved its words.
const sqlUnapproved = `d.approvers > (SELECT COUNT(*) FROM approval a WHERE a.dispatch = d.id AND a.revision = d.revision
	AND a.name <> d.scheduled_by)`

// Approval is that somebody approved the words of a dispatch.
type Approval struct {
	Name string
	At   time.Time
}

// UnapprovedError says that only approvals let a dispatch go on.
type UnapprovedError struct {
	ID, By string // By scheduled it
	Left   int    // how many others have yet to approve it
}

func (e *UnapprovedError) Error() string { return e.Said().String() }

// Said is the error as a sentence.
func (e *UnapprovedError) Said() saying.Sentence {
	return saying.Of("%s waits until its words are approved by %v than %s: pressroom approve %s", e.ID,
		saying.Count(e.Left, "%d other", "%d others"), e.By, e.ID)
}

// OwnWordsError says that whoever scheduled a dispatch cannot approve it.
type OwnWordsError struct{ ID, By string }

func (e *OwnWordsError) Error() string { return e.Said().String() }

// Said is the error as a sentence.
func (e *OwnWordsError) Said() saying.Sentence {
	return saying.Of("%s scheduled %s; somebody else has to approve it", e.By, e.ID)
}

// ErrOtherWords says that a dispatch has other words than those that somebody looked at.
var ErrOtherWords = saying.Errorf("its words were changed since you looked at them; look at them again")

// NoApprovalError says that a dispatch waits for no approval.
type NoApprovalError struct {
	ID    string
	State State
}

func (e *NoApprovalError) Error() string { return e.Said().String() }

// Said is the error as a sentence.
func (e *NoApprovalError) Said() saying.Sentence {
	return saying.Of("%s is %s, and waits for no approval", e.ID, e.State)
}

// AwaitsApproval tells whether a dispatch is held until others have approved its words.
func (d *Dispatch) AwaitsApproval() bool {
	return d.State == Held && strings.HasPrefix(d.Reason, approvalReason)
}

// Approvals are those of the words that a dispatch has now, oldest first.
func (l *Ledger) Approvals(ctx context.Context, id string) ([]Approval, error) {
	return approvals(ctx, l.db.Reader(), id)
}

func approvals(ctx context.Context, q store.Querier, id string) (out []Approval, err error) {
	err = eachRow(ctx, q, `SELECT a.name, a.at FROM approval a JOIN dispatch d ON d.id = a.dispatch AND d.revision = a.revision
		WHERE d.id = ? AND a.name <> d.scheduled_by ORDER BY a.at, a.name`, []any{id}, func(scan func(...any) error) error {
		var a Approval
		var at int64
		err := scan(&a.Name, &at)
		a.At = store.Time(at)
		out = append(out, a)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reading who approved %s: %w", id, err)
	}
	return out, nil
}

// AwaitingApproval lists what is held until its words are approved, oldest first.
func (l *Ledger) AwaitingApproval(ctx context.Context) ([]*Dispatch, error) {
	return l.list(ctx, `WHERE state = 'held' AND reason LIKE '`+approvalReason+`%' ORDER BY created_at, id`)
}

// Approve writes down that somebody approves the words of a dispatch, as the revision that
// they looked at has them, and returns how many others have yet to. With the last one it
// goes on: at its instant, at once where that has come, or at its word where it is armed.
// It is ErrOtherWords where the words are others by now, an OwnWordsError for whoever
// scheduled it, and a NoApprovalError where nobody has to approve it or it is finished.
func (l *Ledger) Approve(ctx context.Context, id, revision, by string) (left int, err error) {
	err = l.db.Tx(ctx, func(tx *store.Tx) error {
		d, err := scanDispatch(tx.QueryRowContext(ctx, `SELECT `+dispatchColumns+` FROM dispatch WHERE id = ? /* for update */`, id))
		if errors.Is(err, sql.ErrNoRows) {
			return ErrNotFound
		}
		if err != nil {
			return fmt.Errorf("reading dispatch %s: %w", id, err)
		}
		switch {
		case d.Approvers == 0 || d.State.Finished() || d.State == Planning:
			return &NoApprovalError{d.ID, d.State}
		case by == "":
			return saying.Errorf("nobody is named who approves it")
		case by == d.ScheduledBy:
			return &OwnWordsError{d.ID, by}
		case revision != d.Revision:
			return ErrOtherWords
		}
		at, err := l.nowIn(ctx, tx)
		if err != nil {
			return err
		}
		now := store.Micros(at)
		if _, err := tx.ExecContext(ctx, `INSERT INTO approval (dispatch, revision, name, at) VALUES (?, ?, ?, ?)
			ON CONFLICT (dispatch, revision, name) DO NOTHING`, id, revision, by, now); err != nil {
			return err
		}
		given, err := approvals(ctx, tx, id)
		if left = max(0, d.Approvers-len(given)); err != nil || left > 0 || !d.AwaitsApproval() {
			return err
		}
		_, err = tx.ExecContext(ctx, `UPDATE dispatch SET state = CASE WHEN lifted_at IS NOT NULL THEN 'sending' WHEN release_at = 0 THEN 'armed'
			ELSE 'scheduled' END, reason = '', resumed_at = ?, updated_at = ? WHERE id = ?`, now, now, id)
		return err
	})
	if err != nil {
		return 0, saying.Errorf("approving %s: %w", id, err)
	}
	return left, nil
}

// asksApproval holds a dispatch whose words not enough others have approved, inside the
// transaction in which it was to go on, or in which its words changed.
func (l *Ledger) asksApproval(ctx context.Context, tx *store.Tx, id string, now int64) error {
	res, err := tx.ExecContext(ctx, `UPDATE dispatch AS d SET state = 'held', reason = ? || CASE WHEN d.scheduled_by = '' THEN ''
		ELSE ': ' || d.scheduled_by || ' scheduled it' END, updated_at = ?
		WHERE d.id = ? AND d.state IN ('scheduled', 'armed', 'sending') AND `+sqlUnapproved, approvalReason, now, id)
	if err != nil {
		return fmt.Errorf("having %s approved: %w", id, err)
	}
	if n, err := res.RowsAffected(); err != nil || n == 0 {
		return err
	}
	return l.tell(ctx, tx, id, WantsApproval)
}

// approveAnew has the approvals of a dispatch hold for what was compiled of the same words
// for another instant, in its place or in that of another dispatch, inside a transaction.
func approveAnew(ctx context.Context, tx *store.Tx, d *Dispatch, to string) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO approval (dispatch, revision, name, at) SELECT t.id, t.revision, a.name, a.at
		FROM approval a JOIN dispatch t ON t.id = ? WHERE a.dispatch = ? AND a.revision = ?
		ON CONFLICT (dispatch, revision, name) DO NOTHING`, to, d.ID, d.Revision)
	if err != nil {
		return fmt.Errorf("keeping who approved the words of %s: %w", d.ID, err)
	}
	return nil
}

// unapproved is an UnapprovedError where only approvals let a dispatch go on.
func unapproved(ctx context.Context, tx *store.Tx, d *Dispatch) error {
	if !d.AwaitsApproval() {
		return nil
	}
	given, err := approvals(ctx, tx, d.ID)
	if err != nil || len(given) >= d.Approvers {
		return err
	}
	return &UnapprovedError{d.ID, d.ScheduledBy, d.Approvers - len(given)}
}

// What puts a release right is approved beforehand, since the page changes with it: under
// this name, in the words that the file has then.

// CorrectionOf is by what the approvals of a release's correction are kept.
func CorrectionOf(slug string) string { return slug + "/correction" }

// ApproveCorrection writes down that somebody approves the words of a revision by which a
// release is to be put right.
func (l *Ledger) ApproveCorrection(ctx context.Context, slug, revision, by string) error {
	if by == "" {
		return saying.Errorf("nobody is named who approves it")
	}
	return l.db.Tx(ctx, func(tx *store.Tx) error {
		at, err := l.nowIn(ctx, tx)
		if err == nil {
			_, err = tx.ExecContext(ctx, `INSERT INTO approval (dispatch, revision, name, at) VALUES (?, ?, ?, ?)
				ON CONFLICT (dispatch, revision, name) DO NOTHING`, CorrectionOf(slug), revision, by, store.Micros(at))
		}
		if err != nil {
			return fmt.Errorf("approving what puts %s right: %w", slug, err)
		}
		return nil
	})
}

// CorrectionApprovals are those of a revision by which a release is to be put right, by
// others than somebody, oldest first.
func (l *Ledger) CorrectionApprovals(ctx context.Context, slug, revision, but string) ([]Approval, error) {
	return correctionApprovals(ctx, l.db.Reader(), slug, revision, but)
}

func correctionApprovals(ctx context.Context, q store.Querier, slug, revision, but string) (out []Approval, err error) {
	err = eachRow(ctx, q, `SELECT name, at FROM approval WHERE dispatch = ? AND revision = ? AND name <> ? ORDER BY at, name`,
		[]any{CorrectionOf(slug), revision, but}, func(scan func(...any) error) error {
			var a Approval
			var at int64
			err := scan(&a.Name, &at)
			a.At = store.Time(at)
			out = append(out, a)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("reading who approved what puts %s right: %w", slug, err)
	}
	return out, nil
}

// approve is an UnapprovedError where not enough others have approved the words of an
// amendment. Its dispatches bear those approvals, which fall with its words.
func (a *Amending) approve(ctx context.Context, tx *store.Tx) error {
	if a.Approvers == 0 {
		return nil
	}
	given, err := correctionApprovals(ctx, tx, a.Slug, a.Revision, a.By)
	if err != nil {
		return err
	}
	if len(given) < a.Approvers {
		return &UnapprovedError{CorrectionOf(a.Slug), a.By, a.Approvers - len(given)}
	}
	for id := range a.planned() {
		if id == "" {
			continue
		}
		_, err := tx.ExecContext(ctx, `UPDATE dispatch SET scheduled_by = ?, approvers = ? WHERE id = ?`, a.By, a.Approvers, id)
		if err != nil {
			return err
		}
		for _, g := range given {
			_, err := tx.ExecContext(ctx, `INSERT INTO approval (dispatch, revision, name, at) SELECT id, revision, CAST(? AS TEXT),
				CAST(? AS BIGINT) FROM dispatch WHERE id = ? ON CONFLICT (dispatch, revision, name) DO NOTHING`, g.Name, store.Micros(g.At), id)
			if err != nil {
				return err
			}
		}
	}
	return nil
}
