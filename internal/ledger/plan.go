package ledger

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/store"
)

// Recipient is an address on a dispatch.
type Recipient struct {
	Key, Address, Name string
	Language           string // of the version they get
	Template           string // name of the message template among the artefacts
	Lists              []string
	Priority           float64
}

// Draft is a dispatch that is about to be written.
type Draft struct {
	Slug, Revision, Headline string
	Kind                     embargo.Kind
	ReleaseAt                time.Time
	Grace                    time.Duration
	Zone, Sender             string
	Snapshot                 []byte
	Artefacts                map[string][]byte
}

// Create writes a dispatch in the state planning, with its snapshot, and returns
// its id. Recipients are added with Add; nothing leaves before Schedule.
func (l *Ledger) Create(ctx context.Context, d Draft) (string, error) {
	var id string
	err := l.db.Tx(ctx, func(tx *store.Tx) error {
		var number int
		err := tx.QueryRowContext(ctx, `SELECT COALESCE(MAX(number), 0) + 1 FROM dispatch WHERE slug = ? AND kind = ?`, d.Slug, d.Kind).Scan(&number)
		if err != nil {
			return err
		}
		id = fmt.Sprintf("%s/%s-%d", d.Slug, d.Kind, number)
		snapshot, err := PutBlob(ctx, tx, d.Snapshot)
		if err != nil {
			return err
		}
		now := store.Micros(l.now())
		_, err = tx.ExecContext(ctx, `INSERT INTO dispatch (id, slug, kind, number, revision, headline, state, release_at, wake_at, grace, zone, sender, snapshot, created_at, updated_at)
			VALUES (?, ?, ?, ?, ?, ?, 'planning', ?, ?, ?, ?, ?, ?, ?, ?)`, id, d.Slug, d.Kind, number, d.Revision, d.Headline,
			store.Micros(d.ReleaseAt), store.Micros(d.ReleaseAt), d.Grace.Microseconds(), d.Zone, d.Sender, snapshot, now, now)
		if err != nil {
			return err
		}
		for name, data := range d.Artefacts {
			digest, err := PutBlob(ctx, tx, data)
			if err != nil {
				return err
			}
			if _, err := tx.ExecContext(ctx, `INSERT INTO artefact (dispatch, name, digest) VALUES (?, ?, ?)`, id, name, digest); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return "", fmt.Errorf("writing the dispatch: %w", err)
	}
	return id, nil
}

// PutBlob keeps bytes under their SHA-256, in hexadecimal, which it returns.
func PutBlob(ctx context.Context, tx *store.Tx, data []byte) (string, error) {
	sum := sha256.Sum256(data)
	digest := hex.EncodeToString(sum[:])
	_, err := tx.ExecContext(ctx, `INSERT INTO blob (digest, data) VALUES (?, ?) ON CONFLICT (digest) DO NOTHING`, digest, data)
	return digest, err
}

// chunk is how many recipients one transaction of Add writes, so that no lift
// waits long for the planner.
const chunk = 500

// Add writes recipients. Those who are suppressed are written as such.
func (l *Ledger) Add(ctx context.Context, id string, recipients []Recipient) error {
	for len(recipients) > 0 {
		n := min(chunk, len(recipients))
		if err := l.addChunk(ctx, id, recipients[:n]); err != nil {
			return fmt.Errorf("writing the recipients of %s: %w", id, err)
		}
		recipients = recipients[n:]
	}
	return nil
}

func (l *Ledger) addChunk(ctx context.Context, id string, recipients []Recipient) error {
	return l.db.Shared(ctx, func(tx *store.Tx) error {
		key, err := keyIn(ctx, tx)
		if err != nil {
			return err
		}
		stmt, err := tx.PrepareContext(ctx, `INSERT INTO delivery (dispatch, address_key, address, name, language, template, lists, priority, state)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, CASE WHEN EXISTS (SELECT 1 FROM suppression WHERE address_key IN (?, ?)) THEN 'suppressed' ELSE 'queued' END)`)
		if err != nil {
			return err
		}
		defer stmt.Close()
		for _, r := range recipients {
			if _, err := stmt.ExecContext(ctx, id, r.Key, r.Address, r.Name, r.Language, r.Template, strings.Join(r.Lists, ";"), r.Priority, r.Key, ErasedKey(key, r.Key)); err != nil {
				return err
			}
		}
		return nil
	})
}

// BusyError says that a release already has an unfinished dispatch.
type BusyError struct{ ID string }

func (e *BusyError) Error() string {
	return e.ID + " is not finished; cancel it first, or replace what is still scheduled with send --replace"
}

// Schedule makes planned dispatches wait for their time, all in one transaction.
// With replace, what is still scheduled of the release is cancelled first.
// Without, an unfinished dispatch of the release is a BusyError, and so is one
// that has begun to leave in either case.
//
// quotes is the end of the history of the release's quotes that the plan rests on,
// as in release.Known; if another was written since, it is ErrQuotesChanged.
func (l *Ledger) Schedule(ctx context.Context, slug string, ids []string, replace bool, quotes string) error {
	return l.db.Tx(ctx, func(tx *store.Tx) error {
		head, err := QuotesHead(ctx, tx, slug)
		if err != nil {
			return err
		}
		if head != quotes {
			return ErrQuotesChanged
		}
		now := store.Micros(l.now())
		mine := make(map[string]bool)
		for _, id := range ids {
			mine[id] = true
		}
		open, err := unfinished(ctx, tx, slug)
		if err != nil {
			return err
		}
		for _, o := range open {
			if mine[o.id] {
				continue
			}
			if !replace || o.state == Sending {
				return &BusyError{o.id}
			}
			if err := cancel(ctx, tx, o.id, "replaced", now); err != nil {
				return err
			}
		}
		for _, id := range ids {
			if _, err := tx.ExecContext(ctx, `UPDATE dispatch SET state = 'scheduled', updated_at = ? WHERE id = ? AND state = 'planning'`, now, id); err != nil {
				return fmt.Errorf("scheduling %s: %w", id, err)
			}
		}
		return nil
	})
}

// ErrQuotesChanged says that a quote was signed, withdrawn or changed after the
// plan was made.
var ErrQuotesChanged = errors.New("a quote was signed, changed or withdrawn while the plan was looked at; look at it again")

type openDispatch struct {
	id    string
	state State
}

// unfinished lists the mailings of a release that are scheduled, stopped or
// being sent. Test dispatches do not count, nor does a plan that its writer
// never finished.
func unfinished(ctx context.Context, tx *store.Tx, slug string) ([]openDispatch, error) {
	rows, err := tx.QueryContext(ctx, `SELECT id, state FROM dispatch WHERE slug = ? AND kind <> 'test' AND state IN ('scheduled', 'sending', 'held', 'paused', 'missed')`, slug)
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

// Discard removes a plan that is not to be scheduled.
func (l *Ledger) Discard(ctx context.Context, id string) error {
	return l.db.Tx(ctx, func(tx *store.Tx) error {
		for _, q := range []string{
			`DELETE FROM delivery WHERE dispatch = ? AND EXISTS (SELECT 1 FROM dispatch d WHERE d.id = delivery.dispatch AND state = 'planning')`,
			`DELETE FROM artefact WHERE dispatch = ? AND EXISTS (SELECT 1 FROM dispatch d WHERE d.id = artefact.dispatch AND state = 'planning')`,
		} {
			if _, err := tx.ExecContext(ctx, q, id); err != nil {
				return fmt.Errorf("discarding %s: %w", id, err)
			}
		}
		if _, err := tx.ExecContext(ctx, `DELETE FROM dispatch WHERE id = ? AND state = 'planning'`, id); err != nil {
			return fmt.Errorf("discarding %s: %w", id, err)
		}
		return nil
	})
}

// Artefact returns what a dispatch has under a name.
func (l *Ledger) Artefact(ctx context.Context, id, name string) ([]byte, error) {
	var data []byte
	err := l.db.Reader().QueryRowContext(ctx, `SELECT b.data FROM artefact a JOIN blob b ON b.digest = a.digest WHERE a.dispatch = ? AND a.name = ?`, id, name).Scan(&data)
	if err != nil {
		return nil, fmt.Errorf("reading %s of %s: %w", name, id, err)
	}
	return data, nil
}

// Blob returns what PutBlob kept.
func (l *Ledger) Blob(ctx context.Context, digest string) ([]byte, error) {
	var data []byte
	if err := l.db.Reader().QueryRowContext(ctx, `SELECT data FROM blob WHERE digest = ?`, digest).Scan(&data); err != nil {
		return nil, fmt.Errorf("reading %.12s: %w", digest, err)
	}
	return data, nil
}

// Snapshot returns what was stored of the sources and settings when a dispatch was
// planned, in JSON.
func (l *Ledger) Snapshot(ctx context.Context, id string) ([]byte, error) {
	var data []byte
	err := l.db.Reader().QueryRowContext(ctx, `SELECT b.data FROM dispatch d JOIN blob b ON b.digest = d.snapshot WHERE d.id = ?`, id).Scan(&data)
	if err != nil {
		return nil, fmt.Errorf("reading the snapshot of %s: %w", id, err)
	}
	return data, nil
}

// ArtefactNames lists the names of a dispatch's artefacts.
func (l *Ledger) ArtefactNames(ctx context.Context, id string) ([]string, error) {
	rows, err := l.db.Reader().QueryContext(ctx, `SELECT name FROM artefact WHERE dispatch = ? ORDER BY name`, id)
	if err != nil {
		return nil, fmt.Errorf("listing the artefacts of %s: %w", id, err)
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var n string
		if err := rows.Scan(&n); err != nil {
			return nil, fmt.Errorf("listing the artefacts of %s: %w", id, err)
		}
		out = append(out, n)
	}
	return out, rows.Err()
}

// ScheduleTest lets a planned test dispatch leave.
func (l *Ledger) ScheduleTest(ctx context.Context, id string) error {
	return l.change(ctx, id, []State{Planning}, func(tx *store.Tx, now int64) error {
		_, err := tx.ExecContext(ctx, `UPDATE dispatch SET state = 'scheduled', updated_at = ? WHERE id = ? AND kind = 'test'`, now, id)
		return err
	})
}
