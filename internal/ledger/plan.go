package ledger

import (
	"context"
	"fmt"
	"strings"
	"time"

	"pressroom/internal/blob"
	"pressroom/internal/embargo"
	"pressroom/internal/store"
)

// Recipient is an address on a dispatch.
type Recipient struct {
	Key, Address, Name string
	Outlet             string
	Language           string // of the version they get
	Template           string // name of the message template among the artefacts
	// Follow names, for an advance copy, the message of the release that they get if
	// the embargo ends before the copy could leave; "" for one that is like it.
	Follow string
	// Thread are, of a mail to a holder, the Message-IDs of what they have, oldest first.
	Thread   []string
	Lists    []string
	Priority float64
	// Asked: the advance copy waits until its recipient agrees to the embargo.
	Asked bool
}

// Draft is a dispatch that is about to be written.
type Draft struct {
	Slug, Revision, Headline string
	Kind                     embargo.Kind
	// Round is that in which the recipients get the release once: "" is the one of
	// its kind, Outside one that does not count.
	Round        string
	ReleaseAt    time.Time
	ClosesAt     time.Time // of advance copies: when the embargo ends
	Grace        time.Duration
	Zone, Sender string
	Snapshot     []byte
	Artefacts    map[string][]byte
	Blobs        map[string][]byte // by Digest: what the snapshot and the artefacts name
}

// Outside is the Round of a dispatch that counts in no round.
const Outside = "outside"

// round is how the database has it.
func (d *Draft) round(number int) string {
	switch {
	case d.Kind == embargo.Test || d.Round == Outside:
		return ""
	case d.Round != "":
		return d.Round
	case d.Kind.ToHolders(): // each is meant to reach them again
		return fmt.Sprintf("%s/%d", d.Kind, number)
	}
	return string(d.Kind)
}

// sqlSameWords is the first dispatch that mailed the words of a revision in a round.
const sqlSameWords = `SELECT ` + sqlMessages + ` FROM dispatch WHERE slug = ? AND kind = ? AND round = ? AND round <> '' AND revision = ?
	AND state <> 'planning' ORDER BY created_at, id LIMIT 1`

// Create writes a dispatch in the state planning, with its snapshot, and returns
// its id. Recipients are added with Add; nothing leaves before Schedule.
func (l *Ledger) Create(ctx context.Context, d Draft) (string, error) {
	var id string
	err := l.db.Tx(ctx, func(tx *store.Tx) error {
		var number int
		err := tx.QueryRowContext(ctx, `SELECT COALESCE(MAX(number), 0) + 1 FROM dispatch WHERE slug = ? AND kind = ?`, d.Slug,
			d.Kind).Scan(&number)
		if err != nil {
			return err
		}
		id = fmt.Sprintf("%s/%s-%d", d.Slug, d.Kind, number)
		at, err := l.nowIn(ctx, tx)
		if err != nil {
			return err
		}
		now := store.Micros(at)
		_, err = tx.ExecContext(ctx, `INSERT INTO dispatch (id, slug, kind, number, round, revision, headline, state, release_at, wake_at,
			closes_at, grace, zone,
			sender, snapshot, created_at, updated_at, messages) VALUES (?, ?, ?, ?, ?, ?, ?, 'planning', ?, ?, ?, ?, ?, ?, ?, ?, ?,
			COALESCE((`+sqlSameWords+`), ''))`,
			id, d.Slug, d.Kind, number, d.round(number), d.Revision, d.Headline,
			store.Micros(d.ReleaseAt), store.Micros(d.ReleaseAt), store.Micros(d.ClosesAt), d.Grace.Microseconds(), d.Zone, d.Sender,
			blob.Digest(d.Snapshot), now, now, d.Slug, d.Kind, d.round(number), d.Revision)
		if err != nil {
			return err
		}
		_, err = keepStored(ctx, tx, id, &d)
		return err
	})
	if err != nil {
		return "", fmt.Errorf("writing the dispatch: %w", err)
	}
	return id, nil
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
	return l.db.Shared(ctx, func(tx *store.Tx) error { return addIn(ctx, tx, id, recipients) })
}

// addIn writes recipients inside a transaction.
func addIn(ctx context.Context, tx *store.Tx, id string, recipients []Recipient) error {
	key, err := keyIn(ctx, tx)
	if err != nil {
		return err
	}
	var slug, round string
	if err := tx.QueryRowContext(ctx, `SELECT slug, round FROM dispatch WHERE id = ?`, id).Scan(&slug, &round); err != nil {
		return err
	}
	stmt, err := tx.PrepareContext(ctx, `INSERT INTO delivery (dispatch, slug, round, person, address_key, address, name, outlet,
		language, template, follow,
			lists, priority, thread, state)
		VALUES (?, ?, ?, COALESCE((SELECT person FROM person WHERE address_key = ?), ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
			CASE WHEN EXISTS (SELECT 1 FROM suppression WHERE address_key = ?) OR EXISTS (SELECT 1 FROM suppression WHERE address_key = ?)
				THEN 'suppressed' ELSE CAST(? AS TEXT) END)`) // two: IN makes a table of its own for each row
	if err != nil {
		return err
	}
	defer stmt.Close()
	for _, r := range recipients {
		state := queued
		if r.Asked {
			state = asked
		}
		_, err := stmt.ExecContext(ctx, id, slug, round, r.Key, r.Key, r.Key, r.Address, r.Name, r.Outlet, r.Language, r.Template, r.Follow,
			strings.Join(r.Lists, ";"), r.Priority, strings.Join(r.Thread, " "), r.Key, ErasedKey(key, r.Key), state)
		if err != nil {
			return err
		}
	}
	return nil
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

// ScheduleTest lets a planned test dispatch leave.
func (l *Ledger) ScheduleTest(ctx context.Context, id string) error {
	return l.change(ctx, id, []State{Planning}, func(tx *store.Tx, now int64) error {
		_, err := tx.ExecContext(ctx, `UPDATE dispatch SET state = 'scheduled', updated_at = ? WHERE id = ? AND kind = 'test'`, now, id)
		return err
	})
}
