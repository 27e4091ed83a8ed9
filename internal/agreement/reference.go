package agreement

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"pressroom/internal/ledger"
	"pressroom/internal/release"
	"pressroom/internal/store"
)

// References tells whether what is downloaded from the page of an advance copy bears a
// reference, in sight, that stands for whoever has downloaded it.
func (d *Desk) References() bool { return d.settings.Reference }

// Holder is whose copy bears a reference.
type Holder struct {
	Reference string    `json:"reference"`
	Release   string    `json:"release"`
	Address   string    `json:"address"`
	At        time.Time `json:"first_download"`
}

// Trace finds whose copies bear some references, in the order of these. Of people who were
// erased nothing is known any more.
func (d *Desk) Trace(ctx context.Context, references []string) ([]Holder, error) {
	out := []Holder{}
	for _, r := range references {
		h, err := holders(ctx, d.db.Reader(), `WHERE reference = ?`, r)
		if err != nil {
			return nil, err
		}
		out = append(out, h...)
	}
	return out, nil
}

func holders(ctx context.Context, q store.Querier, where string, args ...any) ([]Holder, error) {
	rows, err := q.QueryContext(ctx, `SELECT reference, at, slug, address FROM agreement_reference `+where, args...)
	if err != nil {
		return nil, fmt.Errorf("looking references up: %w", err)
	}
	defer rows.Close()
	var out []Holder
	for rows.Next() {
		var h Holder
		var at int64
		if err := rows.Scan(&h.Reference, &at, &h.Release, &h.Address); err != nil {
			return nil, fmt.Errorf("looking references up: %w", err)
		}
		h.At = store.Time(at)
		out = append(out, h)
	}
	return out, rows.Err()
}

// marked compiles a form of an advance copy with the reference of whom it is handed to.
// One is compiled at a time, and those that were asked for last are kept, so that nobody who
// asks again and again keeps others waiting: delivery needs the processors, too.
func (d *Desk) marked(ctx context.Context, v *Visit, of *ledger.Dispatch, name string) ([]byte, error) {
	reference, err := d.reference(ctx, v)
	if err != nil {
		return nil, err
	}
	depends := fmt.Sprint(of.ID, " ", name, " ", reference, " ", store.Micros(of.ClosesAt), " ", of.Withdrawn)
	var kept *keptCopies
	select {
	case kept = <-d.marking:
		defer func() { d.marking <- kept }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if data := kept.find(depends); data != nil {
		return data, nil
	}
	data, err := d.Fresh(ctx, of.ID, name, reference)
	if err == nil {
		kept.put(depends, data)
	}
	return data, err
}

// reference is that of a person's copies of a release, made when they first need it.
func (d *Desk) reference(ctx context.Context, v *Visit) (string, error) {
	person, err := ledger.PersonOf(ctx, d.db.Reader(), v.Key)
	if err != nil {
		return "", err
	}
	known, err := referenceOf(ctx, d.db.Reader(), v.Slug, person)
	if err != nil || known != "" {
		return known, err
	}
	var random [8]byte
	rand.Read(random[:])
	err = d.db.Tx(ctx, func(tx *store.Tx) error {
		if known, err = referenceOf(ctx, tx, v.Slug, person); err != nil || known != "" {
			return err
		}
		known = release.NewReference(random)
		_, err := tx.ExecContext(ctx, `INSERT INTO agreement_reference (reference, at, slug, person, address_key, address)
			VALUES (?, ?, ?, ?, ?, ?)`, known, store.Micros(d.now()), v.Slug, person, v.Key, v.Address)
		if err != nil {
			return fmt.Errorf("keeping a reference: %w", err)
		}
		return nil
	})
	return known, err
}

func referenceOf(ctx context.Context, q store.Querier, slug, person string) (reference string, err error) {
	err = q.QueryRowContext(ctx, `SELECT reference FROM agreement_reference WHERE slug = ? AND person = ?`, slug, person).Scan(&reference)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("looking for a reference: %w", err)
	}
	return reference, nil
}
