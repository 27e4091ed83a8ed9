package coalition

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/riverqueue/river"

	"pressroom/internal/jobs"
	"pressroom/internal/ledger"
	"pressroom/internal/publication"
	"pressroom/internal/store"
)

// Out is the job of telling the quoted partners of a release that it is out.
type Out struct {
	Slug string `json:"slug" river:"unique"`
}

// Kind names the job.
func (Out) Kind() string { return "quoted-out" }

// InsertOpts make it one for each release.
func (Out) InsertOpts() river.InsertOpts { return jobs.Once() }

// LetterOut tells a quoted partner that the release is out.
const LetterOut LetterKind = "out"

// WentOut has the quoted partners told that a release is out, in the transaction that
// lets it go: a row is all that the instant waits for.
func (d *Desk) WentOut(ctx context.Context, tx *store.Tx, slug string) error {
	var asked bool
	err := tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM quote_request WHERE slug = ?)`, slug).Scan(&asked)
	if err != nil {
		return fmt.Errorf("looking for whom %s quotes: %w", slug, err)
	}
	if !asked {
		return nil
	}
	return jobs.Insert(ctx, d.db, tx, Out{Slug: slug})
}

// TellQuoted writes the letters to those whom a release that is out quotes, one to each
// person.
func (d *Desk) TellQuoted(ctx context.Context, slug string) error {
	all, err := d.Requests(ctx, slug)
	if err != nil {
		return err
	}
	return d.db.Tx(ctx, func(tx *store.Tx) error {
		for _, r := range all {
			s, err := d.standing(ctx, tx, slug, r.Quote)
			if err != nil {
				return err
			}
			o, known := d.org(r.Org)
			if !s.Out() || !s.Prints() || !known {
				continue
			}
			for _, person := range o.Contact {
				if err := d.letter(ctx, tx, r.ID, person, LetterOut, slug, 0); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// edition is what a letter that tells of a release encloses: where everybody can read
// it or, where nobody can, its text.
type edition struct {
	address string
	text    string
}

// out finds it.
func (d *Desk) out(ctx context.Context, tx *store.Tx, v *Visit) (edition, error) {
	if !v.Standing.Out() || !v.Standing.Prints() {
		return edition{}, fmt.Errorf("telling %s that it is out: %s was not printed", v.Org.Name, v.Request.Quote)
	}
	m := v.Standing.Dispatch
	public, err := publication.Stands(ctx, tx, m.ID)
	if err != nil {
		return edition{}, err
	}
	if public && d.publicURL != "" {
		return edition{address: d.publicURL + "/" + m.Slug}, nil
	}
	name := "text/" + v.Standing.Release.Main().Language
	data, err := ledger.ArtefactIn(ctx, tx, m.ID, name)
	if errors.Is(err, ledger.ErrNoArtefact) {
		return edition{}, nil
	}
	return edition{text: strings.TrimSpace(string(data))}, err
}
