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
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/setting"
	"pressroom/internal/store"
)

// State is what a dispatch is doing.
type State string

// The states of a dispatch.
const (
	Planning  State = "planning"
	Scheduled State = "scheduled"
	Armed     State = "armed" // waits for a word: Go gives it its instant
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

// What can be done by hand with a dispatch depends on its state.
var (
	UnderWay      = []State{Scheduled, Sending}                                        // can be paused
	StandingStill = []State{Paused, Held, Missed}                                      // can be resumed
	Unfinished    = []State{Planning, Scheduled, Armed, Sending, Held, Paused, Missed} // can be cancelled
	CanRetry      = []State{Sending, Done, Failed}
)

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
	inDoubt    = "in_doubt"
)

// Relay is the mail server through which a dispatch leaves.
type Relay string

// The relays.
const (
	MainRelay     Relay = ""
	FallbackRelay Relay = "fallback"
)

// Ledger is the ledger of one workspace.
type Ledger struct {
	db       *store.DB
	now      func() time.Time
	ownClock bool
	key      atomic.Pointer[[]byte]
	silence  silence
	// OnEvent is called inside the transaction in which something happened that
	// the lead is to be told, once for each; nil if nobody is to be told.
	OnEvent func(ctx context.Context, tx *store.Tx, dispatch string, e Event) error
	// OnLift is called when this process has set the latch of a release, once that is on
	// disk; nil if nobody waits for it.
	OnLift func()
	// WentOut is called inside the transaction that sets the latch of a release, the first
	// time that it goes out; nil if nobody is to know. The instant waits for it.
	WentOut func(ctx context.Context, tx *store.Tx, slug string) error
	// Amended is called inside the transaction that says something of a release that is
	// public, with the number of what is said.
	Amended func(ctx context.Context, tx *store.Tx, slug string, number int) error
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
	const name = "key"
	hexKey, err := setting.Get(ctx, tx, name)
	if err == nil && hexKey == "" {
		var b [32]byte
		rand.Read(b[:])
		hexKey = hex.EncodeToString(b[:])
		err = setting.Set(ctx, tx, name, hexKey)
	}
	if err != nil {
		return nil, err
	}
	return hex.DecodeString(hexKey)
}

// gateRow loads what the gate has to know, inside a transaction.
func gateRow(ctx context.Context, tx *store.Tx, id string, alive time.Time) (embargo.Row, State, error) {
	var row embargo.Row
	var state State
	var withdrawn string
	var releaseAt, closesAt, liftedAt, resumedAt, grace, moved, notBefore, open int64
	err := tx.QueryRowContext(ctx, `SELECT kind, state, release_at, closes_at, COALESCE(lifted_at, 0), resumed_at, grace, withdrawn, moved,
		not_before, CASE WHEN `+sqlUnapproved+` THEN 1 ELSE 0 END
		FROM dispatch d WHERE id = ? /* for update */`, id).
		Scan(&row.Kind, &state, &releaseAt, &closesAt, &liftedAt, &resumedAt, &grace, &withdrawn, &moved, &notBefore, &open)
	if errors.Is(err, sql.ErrNoRows) {
		return row, "", ErrNotFound
	}
	if err != nil {
		return row, "", fmt.Errorf("reading dispatch %s: %w", id, err)
	}
	row.Dispatch, row.ReleaseAt, row.ClosesAt, row.Lifted = id, store.Time(releaseAt), store.Time(closesAt), liftedAt != 0
	row.Stopped, row.Withdrawn, row.Moved = state != Scheduled && state != Sending, withdrawn != "", moved != 0
	row.NotBefore, row.Unapproved = store.Time(notBefore), open != 0
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
	return l.GateFor(ctx, id, "", gap)
}

// GateFor is Gate for a worker that has made itself ready with what was stored under
// a snapshot's digest. It is ErrSwapped, and the latch stays as it is, where something
// else is stored by now.
func (l *Ledger) GateFor(ctx context.Context, id, prepared string, gap time.Duration) (embargo.Decision, error) {
	if missed, err := l.elsewhere(ctx, id); err != nil || missed {
		return embargo.Decision{Verdict: embargo.Missed}, err
	}
	var decision embargo.Decision
	err := l.db.Tx(ctx, func(tx *store.Tx) error {
		now, err := l.nowIn(ctx, tx)
		if err != nil {
			return err
		}
		alive, err := aliveAt(ctx, tx, id, now, gap)
		if err != nil {
			return err
		}
		row, state, err := gateRow(ctx, tx, id, alive)
		if err != nil {
			return err
		}
		if prepared != "" {
			if err := swapped(ctx, tx, id, prepared); err != nil {
				return err
			}
		}
		decision = embargo.Decide(row, now)
		switch {
		case decision.Verdict == embargo.Wait && row.Overdue(now, takeOutWithin):
			return l.holdOverdue(ctx, tx, id, now)
		case decision.Verdict == embargo.Missed:
			return l.setMissed(ctx, tx, id, now, missedReason)
		case decision.Verdict == embargo.Closed:
			return l.close(ctx, tx, id, now)
		case decision.Verdict == embargo.Open && (decision.Lift || state != Sending):
			if decision.Lift {
				if err := l.firstLift(ctx, tx, id, row.Kind); err != nil {
					return err
				}
			}
			_, err = tx.ExecContext(ctx, `UPDATE dispatch SET state = 'sending', lifted_at = COALESCE(lifted_at, ?), reason = '', updated_at =
				? WHERE id = ?`,
				store.Micros(now), store.Micros(now), id)
		}
		return err
	})
	if err != nil {
		return embargo.Decision{}, fmt.Errorf("asking the gate about %s: %w", id, err)
	}
	if decision.Lift && l.OnLift != nil {
		l.OnLift()
	}
	return decision, nil
}

// firstLift calls WentOut for a release that goes out for the first time.
func (l *Ledger) firstLift(ctx context.Context, tx *store.Tx, id string, kind embargo.Kind) error {
	if l.WentOut == nil || kind != embargo.Release {
		return nil
	}
	d, err := l.DispatchIn(ctx, tx, id)
	if err != nil || d.Round == "" {
		return err
	}
	if out, err := Lifted(ctx, tx, d.Slug); err != nil || out {
		return err
	}
	return l.WentOut(ctx, tx, d.Slug)
}

// Location is the zone in which the times of a dispatch are shown, its release's; UTC where
// this machine does not know it.
func (d *Dispatch) Location() *time.Location {
	if zone, err := time.LoadLocation(d.Zone); err == nil {
		return zone
	}
	return time.UTC
}

// missedReason is why what is missed does not leave.
const missedReason = "no worker was running when it was due, or it stood still for longer than the grace; resume goes on"

// CancelledByHand is why a dispatch is cancelled that somebody cancels.
const CancelledByHand = "cancelled by hand"

func (l *Ledger) setMissed(ctx context.Context, tx *store.Tx, id string, now time.Time, reason string) error {
	_, err := tx.ExecContext(ctx, `UPDATE dispatch SET state = 'missed', updated_at = ?, reason = ? WHERE id = ?`, store.Micros(now),
		reason, id)
	if err != nil {
		return err
	}
	if err := doubt(ctx, tx, id); err != nil {
		return err
	}
	return l.tell(ctx, tx, id, WasMissed)
}

// aliveAt is the last moment, by the wall clock as it is now, at which a worker
// is known to have been alive that delivers a dispatch. Nobody stood still while the
// asking worker lived, whatever the wall clock said meanwhile: it may have been set.
func aliveAt(ctx context.Context, tx *store.Tx, id string, now time.Time, gap time.Duration) (time.Time, error) {
	var micros int64
	err := tx.QueryRowContext(ctx, `SELECT COALESCE(MAX(at), 0) FROM (SELECT at FROM pulse WHERE id = 1
		UNION ALL SELECT seen_at FROM worker WHERE mailings LIKE ?) AS alive`, "% "+id+" %").Scan(&micros)
	if err != nil {
		return time.Time{}, fmt.Errorf("looking for who was at work: %w", err)
	}
	at := store.Time(micros)
	if gap >= 0 && now.Add(-gap).After(at) {
		at = now.Add(-gap)
	}
	return at, nil
}

// Pulsed is what a worker learns by saying that it is alive.
type Pulsed struct {
	Now  time.Time     // as Ledger.Now
	Skew time.Duration // how far the worker's own clock is ahead of that
	// Taken counts the deliveries that were given back by workers that stand still.
	Taken int64
}

// Pulse says that a worker is alive. gap is how long the caller has not said so,
// by a clock that nobody sets; a worker that has just started passes a negative
// one. Before the pulse is written, what stood still for longer than its grace
// while no worker was alive becomes missed, and what waits for another try by a clock
// that was set back since waits as long as it was to.
//
// A worker that delivers but some mailings names them: it says nothing of the others,
// and what of them stood still for too long becomes missed while it lives.
//
// A worker that says so regularly also takes the lock of one that has not for StillFor,
// and gives back what that one had claimed.
func (l *Ledger) Pulse(ctx context.Context, worker string, gap time.Duration, mailings ...string) (Pulsed, error) {
	var out Pulsed
	err := l.db.Tx(ctx, func(tx *store.Tx) error {
		now, err := l.nowIn(ctx, tx)
		if err != nil {
			return err
		}
		out = Pulsed{Now: now, Skew: l.now().Sub(now)}
		if err := setBack(ctx, tx, now); err != nil {
			return err
		}
		if err := l.markMissed(ctx, tx, now, gap, mailings); err != nil {
			return err
		}
		if len(mailings) == 0 {
			if _, err := tx.ExecContext(ctx, `INSERT INTO pulse (id, at) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at`,
				store.Micros(now)); err != nil {
				return err
			}
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO worker (id, started_at, seen_at, skew, mailings) VALUES (?, ?, ?, ?, ?)
			ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at, skew = excluded.skew`,
			worker, store.Micros(now), store.Micros(now), out.Skew.Microseconds(), spaced(mailings))
		if err == nil {
			out.Taken, err = l.takeOverStill(ctx, tx, worker, now, gap)
		}
		return err
	})
	if err != nil {
		return Pulsed{}, fmt.Errorf("saying that the worker is alive: %w", err)
	}
	return out, nil
}

// spaced are ids as the row of a worker has them.
func spaced(mailings []string) string {
	if len(mailings) == 0 {
		return ""
	}
	return " " + strings.Join(mailings, " ") + " "
}

func (l *Ledger) markMissed(ctx context.Context, tx *store.Tx, now time.Time, gap time.Duration, mailings []string) error {
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
		own := gap
		if len(mailings) > 0 && !slices.Contains(mailings, id) {
			own = -1 // whoever asks would not have delivered it
		}
		alive, err := aliveAt(ctx, tx, id, now, own)
		if err != nil {
			return err
		}
		row, _, err := gateRow(ctx, tx, id, alive)
		if err != nil {
			return err
		}
		if embargo.Decide(row, now).Verdict == embargo.Missed {
			if err := l.setMissed(ctx, tx, id, now, missedReason); err != nil {
				return err
			}
		}
	}
	return nil
}
