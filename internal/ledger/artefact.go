package ledger

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"slices"

	"pressroom/internal/blob"
	"pressroom/internal/store"
)

// PauseDamaged stops a dispatch of which a stored part cannot be used, until Resume,
// and has the lead told: nothing of it leaves in another form than it was stored.
func (l *Ledger) PauseDamaged(ctx context.Context, id string, damage *blob.DamagedError) error {
	return l.change(ctx, id, []State{Scheduled, Sending}, func(tx *store.Tx, now int64) error {
		_, err := tx.ExecContext(ctx, `UPDATE dispatch SET state = 'paused', reason = ?, updated_at = ? WHERE id = ?`, damage.Error(), now, id)
		if err != nil {
			return fmt.Errorf("pausing %s: %w", id, err)
		}
		if err := doubt(ctx, tx, id); err != nil {
			return err
		}
		return l.tell(ctx, tx, id, WasDamaged)
	})
}

// ErrNoArtefact is returned by Artefact for a name that a dispatch does not have.
var ErrNoArtefact = errors.New("nothing was stored under that name")

// Artefact returns what a dispatch has under a name. Other bytes than were stored
// are a blob.DamagedError.
func (l *Ledger) Artefact(ctx context.Context, id, name string) ([]byte, error) {
	return ArtefactIn(ctx, l.db.Reader(), id, name)
}

// ArtefactIn is Artefact inside a transaction.
func ArtefactIn(ctx context.Context, q store.Querier, id, name string) ([]byte, error) {
	var digest string
	err := q.QueryRowContext(ctx, `SELECT digest FROM artefact WHERE dispatch = ? AND name = ?`, id, name).Scan(&digest)
	if errors.Is(err, sql.ErrNoRows) {
		err = ErrNoArtefact
	}
	if err != nil {
		return nil, fmt.Errorf("reading %s of %s: %w", name, id, err)
	}
	return blob.Get(ctx, q, id, name, digest)
}

// BlobOf returns a part of a dispatch that is kept under its digest; form says which,
// in errors. Other bytes than were kept are a blob.DamagedError.
func (l *Ledger) BlobOf(ctx context.Context, dispatch, form, digest string) ([]byte, error) {
	return blob.Get(ctx, l.db.Reader(), dispatch, form, digest)
}

// Snapshot returns what was stored of all that went into a dispatch when it was
// planned, in JSON. Other bytes than were stored are a blob.DamagedError.
func (l *Ledger) Snapshot(ctx context.Context, id string) ([]byte, error) {
	d, err := l.Dispatch(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("reading the snapshot of %s: %w", id, err)
	}
	return l.BlobOf(ctx, id, "the snapshot", d.Snapshot)
}

// Artefacts lists a dispatch's artefacts: their digests, by name.
func (l *Ledger) Artefacts(ctx context.Context, id string) (map[string]string, error) {
	rows, err := l.db.Reader().QueryContext(ctx, `SELECT name, digest FROM artefact WHERE dispatch = ?`, id)
	if err != nil {
		return nil, fmt.Errorf("listing the artefacts of %s: %w", id, err)
	}
	defer rows.Close()
	out := make(map[string]string)
	for rows.Next() {
		var name, digest string
		if err := rows.Scan(&name, &digest); err != nil {
			return nil, fmt.Errorf("listing the artefacts of %s: %w", id, err)
		}
		out[name] = digest
	}
	return out, rows.Err()
}

// WithArtefact lists the dispatches that have a file with a digest stored.
func (l *Ledger) WithArtefact(ctx context.Context, digest string) (ids []string, err error) {
	err = eachRow(ctx, l.db.Reader(), `SELECT DISTINCT dispatch FROM artefact WHERE digest = ? ORDER BY dispatch`, []any{digest},
		func(scan func(...any) error) error {
			var id string
			err := scan(&id)
			ids = append(ids, id)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("looking for who has a file: %w", err)
	}
	return ids, nil
}

// Scheduled lists the ids of all dispatches that were scheduled, whatever became of them.
func (l *Ledger) Scheduled(ctx context.Context) (ids []string, err error) {
	err = eachRow(ctx, l.db.Reader(), `SELECT id FROM dispatch WHERE state <> 'planning' ORDER BY created_at, id`, nil,
		func(scan func(...any) error) error {
			var id string
			err := scan(&id)
			ids = append(ids, id)
			return err
		})
	if err != nil {
		return nil, fmt.Errorf("listing what was scheduled: %w", err)
	}
	return ids, nil
}

// ArtefactNames lists the names of a dispatch's artefacts.
func (l *Ledger) ArtefactNames(ctx context.Context, id string) ([]string, error) {
	all, err := l.Artefacts(ctx, id)
	return slices.Sorted(maps.Keys(all)), err
}

// MessageNames lists the messages that a dispatch's deliveries name, whether they
// are stored or not.
func (l *Ledger) MessageNames(ctx context.Context, id string) ([]string, error) {
	rows, err := l.db.Reader().QueryContext(ctx, `SELECT DISTINCT template FROM delivery WHERE dispatch = ? ORDER BY template`, id)
	if err != nil {
		return nil, fmt.Errorf("listing the messages of %s: %w", id, err)
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var n string
		if err := rows.Scan(&n); err != nil {
			return nil, fmt.Errorf("listing the messages of %s: %w", id, err)
		}
		out = append(out, n)
	}
	return out, rows.Err()
}
