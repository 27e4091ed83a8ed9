// Package ledger keeps dispatches, deliveries and suppressions: their states,
// and who may work on what. It is the delivery queue.
//
// A planner writes with Create, Add and Schedule; a worker takes with Claim and
// answers with Record; everybody reads with Status.
package ledger

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/store"
)

// State is what a dispatch is doing.
type State string

// The states of a dispatch.
const (
	Planning  State = "planning"
	Scheduled State = "scheduled"
	Held      State = "held"
	Sending   State = "sending"
	Done      State = "done"
	Paused    State = "paused"
	Missed    State = "missed"
	Cancelled State = "cancelled"
	Failed    State = "failed"
)

// Finished tells whether nothing more can happen to the dispatch by itself.
func (s State) Finished() bool { return s == Done || s == Cancelled || s == Failed }

// Void tells whether the dispatch mails, and mailed, nothing that counts.
func (s State) Void() bool { return s == Planning || s == Cancelled }

// The states of a delivery.
const (
	queued     = "queued"
	claimed    = "claimed"
	deferred   = "deferred"
	sent       = "sent"
	failed     = "failed"
	suppressed = "suppressed"
	cancelled  = "cancelled"
)

// Dispatch is one mailing of one revision.
type Dispatch struct {
	ID, Slug  string
	Kind      embargo.Kind
	Revision  string
	Headline  string
	State     State
	ReleaseAt time.Time
	WakeAt    time.Time
	LiftedAt  time.Time
	Grace     time.Duration
	Zone      string // IANA name of the zone in which times are printed
	Sender    string // the envelope's and the header's From, as configured
	Snapshot  string // digest of the blob with sources and settings
	Reason    string
	CreatedAt time.Time
	UpdatedAt time.Time
}

// Ledger is the ledger of one workspace.
type Ledger struct {
	db  *store.DB
	now func() time.Time
	key atomic.Pointer[[]byte]
	// OnEvent is called inside the transaction in which something happened that
	// the lead is to be told, once for each; nil if nobody is to be told.
	OnEvent func(ctx context.Context, tx *store.Tx, dispatch string, e Event) error
}

// New returns the ledger of a database. now is the wall clock.
func New(db *store.DB, now func() time.Time) *Ledger { return &Ledger{db: db, now: now} }

// DB is the database below.
func (l *Ledger) DB() *store.DB { return l.db }

// Key is the workspace's secret, made at first use: Message-IDs and tokens are
// derived from it.
func (l *Ledger) Key(ctx context.Context) ([]byte, error) {
	if cached := l.key.Load(); cached != nil {
		return *cached, nil
	}
	var key []byte
	err := l.db.Tx(ctx, func(tx *store.Tx) (err error) {
		key, err = keyIn(ctx, tx)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reading the workspace key: %w", err)
	}
	l.key.Store(&key)
	return key, nil
}

// keyIn is Key inside a transaction.
func keyIn(ctx context.Context, tx *store.Tx) ([]byte, error) {
	var hexKey string
	err := tx.QueryRowContext(ctx, `SELECT value FROM setting WHERE name = 'key'`).Scan(&hexKey)
	if errors.Is(err, sql.ErrNoRows) {
		var b [32]byte
		rand.Read(b[:])
		hexKey = hex.EncodeToString(b[:])
		_, err = tx.ExecContext(ctx, `INSERT INTO setting (name, value) VALUES ('key', ?)`, hexKey)
	}
	if err != nil {
		return nil, err
	}
	return hex.DecodeString(hexKey)
}

const dispatchColumns = `id, slug, kind, revision, headline, state, release_at, wake_at, COALESCE(lifted_at, 0), grace, zone, sender, snapshot, reason, created_at, updated_at`

func scanDispatch(row interface{ Scan(...any) error }) (*Dispatch, error) {
	var d Dispatch
	var releaseAt, wakeAt, liftedAt, grace, createdAt, updatedAt int64
	err := row.Scan(&d.ID, &d.Slug, &d.Kind, &d.Revision, &d.Headline, &d.State, &releaseAt, &wakeAt, &liftedAt, &grace, &d.Zone,
		&d.Sender, &d.Snapshot, &d.Reason, &createdAt, &updatedAt)
	if err != nil {
		return nil, err
	}
	d.ReleaseAt, d.WakeAt, d.LiftedAt = store.Time(releaseAt), store.Time(wakeAt), store.Time(liftedAt)
	d.Grace = time.Duration(grace) * time.Microsecond
	d.CreatedAt, d.UpdatedAt = store.Time(createdAt), store.Time(updatedAt)
	return &d, nil
}

// ErrNotFound is returned where no dispatch has the id.
var ErrNotFound = errors.New("no such dispatch")

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

func (l *Ledger) list(ctx context.Context, where string, args ...any) ([]*Dispatch, error) {
	rows, err := l.db.Reader().QueryContext(ctx, `SELECT `+dispatchColumns+` FROM dispatch `+where, args...)
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

// gateRow loads what the gate has to know, inside a transaction.
func gateRow(ctx context.Context, tx *store.Tx, id string, alive time.Time) (embargo.Row, State, error) {
	var row embargo.Row
	var state State
	var releaseAt, liftedAt, resumedAt, grace int64
	err := tx.QueryRowContext(ctx, `SELECT kind, state, release_at, COALESCE(lifted_at, 0), resumed_at, grace FROM dispatch WHERE id = ? /* for update */`, id).
		Scan(&row.Kind, &state, &releaseAt, &liftedAt, &resumedAt, &grace)
	if errors.Is(err, sql.ErrNoRows) {
		return row, "", ErrNotFound
	}
	if err != nil {
		return row, "", fmt.Errorf("reading dispatch %s: %w", id, err)
	}
	row.Dispatch, row.ReleaseAt, row.Lifted = id, store.Time(releaseAt), liftedAt != 0
	row.Stopped = state != Scheduled && state != Sending
	row.Grace = time.Duration(grace) * time.Microsecond
	row.StoodSince = store.Time(resumedAt)
	if alive.After(row.StoodSince) {
		row.StoodSince = alive
	}
	return row, state, nil
}

// Gate asks the gate about a dispatch by its current row, and writes down what
// follows: the latch and the state sending, or the state missed. The pass in the
// decision is good as long as the dispatch is not stopped.
//
// gap is how long ago the asking worker said that it is alive, as in Pulse: the
// wall clock may have been set since.
func (l *Ledger) Gate(ctx context.Context, id string, gap time.Duration) (embargo.Decision, error) {
	var decision embargo.Decision
	err := l.db.Tx(ctx, func(tx *store.Tx) error {
		now := l.now()
		alive, err := aliveAt(ctx, tx, now, gap)
		if err != nil {
			return err
		}
		row, state, err := gateRow(ctx, tx, id, alive)
		if err != nil {
			return err
		}
		decision = embargo.Decide(row, now)
		switch {
		case decision.Verdict == embargo.Missed:
			return l.setMissed(ctx, tx, id, now)
		case decision.Verdict == embargo.Open && (decision.Lift || state != Sending):
			_, err = tx.ExecContext(ctx, `UPDATE dispatch SET state = 'sending', lifted_at = COALESCE(lifted_at, ?), reason = '', updated_at = ? WHERE id = ?`,
				store.Micros(now), store.Micros(now), id)
		}
		return err
	})
	if err != nil {
		return embargo.Decision{}, fmt.Errorf("asking the gate about %s: %w", id, err)
	}
	return decision, nil
}

func (l *Ledger) setMissed(ctx context.Context, tx *store.Tx, id string, now time.Time) error {
	_, err := tx.ExecContext(ctx, `UPDATE dispatch SET state = 'missed', updated_at = ?,
		reason = 'no worker was running when it was due, or it stood still for longer than the grace; resume goes on' WHERE id = ?`, store.Micros(now), id)
	if err != nil {
		return err
	}
	return l.tell(ctx, tx, id, WasMissed)
}

// aliveAt is the last moment, by the wall clock as it is now, at which a worker
// is known to have been alive. Nobody stood still while the asking worker lived,
// whatever the wall clock said meanwhile: it may have been set.
func aliveAt(ctx context.Context, tx *store.Tx, now time.Time, gap time.Duration) (time.Time, error) {
	var micros int64
	err := tx.QueryRowContext(ctx, `SELECT at FROM pulse WHERE id = 1`).Scan(&micros)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return time.Time{}, err
	}
	at := store.Time(micros)
	if gap >= 0 && now.Add(-gap).After(at) {
		at = now.Add(-gap)
	}
	return at, nil
}

// Pulse says that a worker is alive. gap is how long the caller has not said so,
// by a clock that nobody sets; a worker that has just started passes a negative
// one. Before the pulse is written, what stood still for longer than its grace
// while no worker was alive becomes missed.
func (l *Ledger) Pulse(ctx context.Context, worker string, gap time.Duration) error {
	err := l.db.Tx(ctx, func(tx *store.Tx) error {
		now := l.now()
		before, err := aliveAt(ctx, tx, now, gap)
		if err != nil {
			return err
		}
		if err := l.markMissed(ctx, tx, before, now); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `INSERT INTO pulse (id, at) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at`, store.Micros(now)); err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO worker (id, started_at, seen_at) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at`,
			worker, store.Micros(now), store.Micros(now))
		return err
	})
	if err != nil {
		return fmt.Errorf("saying that the worker is alive: %w", err)
	}
	return nil
}

func (l *Ledger) markMissed(ctx context.Context, tx *store.Tx, alive, now time.Time) error {
	rows, err := tx.QueryContext(ctx, `SELECT id FROM dispatch WHERE state IN ('scheduled', 'sending') AND wake_at <= ?`, store.Micros(now))
	if err != nil {
		return err
	}
	var ids []string
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			rows.Close()
			return err
		}
		ids = append(ids, id)
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil {
		return err
	}
	for _, id := range ids {
		row, _, err := gateRow(ctx, tx, id, alive)
		if err != nil {
			return err
		}
		if embargo.Decide(row, now).Verdict == embargo.Missed {
			if err := l.setMissed(ctx, tx, id, now); err != nil {
				return err
			}
		}
	}
	return nil
}

// Published asks the gate whether a release may be read by everybody: it may once
// a dispatch of kind release has reached its instant. The pass is for that
// dispatch; it covers nothing otherwise.
func (l *Ledger) Published(ctx context.Context, slug string) (embargo.Pass, string, error) {
	all, err := l.Dispatches(ctx, slug)
	if err != nil {
		return embargo.Pass{}, "", err
	}
	for i := len(all) - 1; i >= 0; i-- {
		d := all[i]
		if d.Kind != embargo.Release || d.LiftedAt.IsZero() || d.State == Cancelled || d.State == Planning {
			continue
		}
		// Whoever reads is never too late, so that no grace is asked about.
		decision := embargo.Decide(embargo.Row{Dispatch: d.ID, Kind: d.Kind, ReleaseAt: d.ReleaseAt, Lifted: true}, l.now())
		return decision.Pass, d.ID, nil
	}
	return embargo.Pass{}, "", nil
}
