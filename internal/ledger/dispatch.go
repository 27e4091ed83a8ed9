package ledger

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/saying"
	"pressroom/internal/store"
)

// Dispatch is one mailing of one revision.
type Dispatch struct {
	ID, Slug  string
	Kind      embargo.Kind
	Round     string // in which its recipients get the release once; "" for what does not count
	Revision  string
	Headline  string
	State     State
	ReleaseAt time.Time
	WakeAt    time.Time
	NotBefore time.Time // until then it can be taken back by Undo, and nothing leaves
	ClosesAt  time.Time // of advance copies: the end of the embargo, when whoever still waits gets the release instead
	LiftedAt  time.Time
	Grace     time.Duration
	Zone      string // IANA name of the zone in which times are printed
	Sender    string // the envelope's and the header's From, as configured
	Snapshot  string // digest of the blob with sources and settings
	Reason    string
	// Withdrawn are the ids of quotes in what is stored that were taken back: nothing
	// that has not left leaves with them.
	Withdrawn []string
	Moved     bool // what is stored bears another instant: nothing leaves with it either
	// Superseded is the dispatch whose words have taken the place of this one's; "" while
	// they hold.
	Superseded string
	Relay      Relay
	// Group is that of the releases of which one goes, while it waits for a word and
	// afterwards; GroupNumber counts those that bore the name. "" and 0 for none.
	Group       string
	GroupNumber int
	// ScheduledBy is who scheduled it, as the press office knows them, "" if that is not
	// kept; Approvers is how many others have to approve its words.
	ScheduledBy string
	Approvers   int
	// Messages is the dispatch of whose id its Message-IDs are made: the first that mailed the
	// same words in the same round. Who may have had them from it, and was not noted, gets
	// them from this one as a repetition that mailboxes recognize.
	Messages  string
	CreatedAt time.Time
	UpdatedAt time.Time
}

const dispatchColumns = `id, slug, kind, round, closes_at, relay, revision, headline, state, release_at, wake_at, COALESCE(lifted_at, ` +
	`0), grace, zone, sender, snapshot, reason, withdrawn, moved, superseded, release_group, group_number, not_before,
	scheduled_by, approvers, created_at, updated_at, ` + sqlMessages

// The dispatch of whose id the Message-IDs of a dispatch are made, of the table and where it
// is called d.
const (
	sqlMessages    = `CASE messages WHEN '' THEN id ELSE messages END`
	sqlMessagesOfD = `CASE d.messages WHEN '' THEN d.id ELSE d.messages END`
)

func scanDispatch(row interface{ Scan(...any) error }) (*Dispatch, error) {
	var d Dispatch
	var releaseAt, wakeAt, closesAt, liftedAt, grace, moved, notBefore, createdAt, updatedAt int64
	var withdrawn string
	err := row.Scan(&d.ID, &d.Slug, &d.Kind, &d.Round, &closesAt, &d.Relay, &d.Revision, &d.Headline, &d.State, &releaseAt, &wakeAt, &liftedAt,
		&grace, &d.Zone, &d.Sender, &d.Snapshot, &d.Reason, &withdrawn, &moved, &d.Superseded, &d.Group, &d.GroupNumber,
		&notBefore, &d.ScheduledBy, &d.Approvers, &createdAt, &updatedAt, &d.Messages)
	if err != nil {
		return nil, err
	}
	d.ReleaseAt, d.WakeAt, d.LiftedAt = store.Time(releaseAt), store.Time(wakeAt), store.Time(liftedAt)
	d.NotBefore = store.Time(notBefore)
	d.ClosesAt, d.Withdrawn, d.Moved = store.Time(closesAt), strings.Fields(withdrawn), moved != 0
	d.Grace = time.Duration(grace) * time.Microsecond
	d.CreatedAt, d.UpdatedAt = store.Time(createdAt), store.Time(updatedAt)
	return &d, nil
}

// ErrNotFound is returned where no dispatch has the id.
var ErrNotFound = saying.Errorf("no such dispatch")

// Dispatch returns one dispatch.
func (l *Ledger) Dispatch(ctx context.Context, id string) (*Dispatch, error) {
	d, err := scanDispatch(l.db.Reader().QueryRowContext(ctx, `SELECT `+dispatchColumns+` FROM dispatch WHERE id = ?`, id))
	if errors.Is(err, sql.ErrNoRows) {
		return nil, ErrNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("reading dispatch %s: %w", id, err)
	}
	return d, nil
}

// Dispatches lists the dispatches of a slug, or all with "", oldest first.
func (l *Ledger) Dispatches(ctx context.Context, slug string) ([]*Dispatch, error) {
	return l.list(ctx, `WHERE ? = '' OR slug = ? ORDER BY created_at, id`, slug, slug)
}

// Due lists what a worker may have to act on up to an instant: what is scheduled
// or being sent and wakes by then, by its time.
func (l *Ledger) Due(ctx context.Context, until time.Time) ([]*Dispatch, error) {
	return l.list(ctx, `WHERE state IN ('scheduled', 'sending') AND wake_at <= ? ORDER BY wake_at, id`, store.Micros(until))
}

// ChangedSince lists the dispatches whose state has changed since an instant, or at
// it, in that order.
func (l *Ledger) ChangedSince(ctx context.Context, at time.Time) ([]*Dispatch, error) {
	return l.list(ctx, `WHERE updated_at >= ? ORDER BY updated_at, id`, store.Micros(at))
}

func (l *Ledger) list(ctx context.Context, where string, args ...any) ([]*Dispatch, error) {
	return listed(ctx, l.db.Reader(), where, args...)
}

func listed(ctx context.Context, q store.Querier, where string, args ...any) ([]*Dispatch, error) {
	rows, err := q.QueryContext(ctx, `SELECT `+dispatchColumns+` FROM dispatch `+where, args...)
	if err != nil {
		return nil, fmt.Errorf("listing dispatches: %w", err)
	}
	defer rows.Close()
	var out []*Dispatch
	for rows.Next() {
		d, err := scanDispatch(rows)
		if err != nil {
			return nil, fmt.Errorf("listing dispatches: %w", err)
		}
		out = append(out, d)
	}
	return out, rows.Err()
}
