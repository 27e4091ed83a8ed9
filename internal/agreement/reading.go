package agreement

import (
	"context"
	"fmt"
	"time"

	"pressroom/internal/jobs"
	"pressroom/internal/ledger"
	"pressroom/internal/links"
	"pressroom/internal/saying"
	"pressroom/internal/store"
)

// Opened is that somebody has opened the page of an advance copy, or downloaded something
// from it.
type Opened struct {
	At   time.Time
	Slug string
	Key  string
	What string // page, or the address of a file
}

// ThePage is what is recorded when the page is first opened.
const ThePage = "page"

// Records tells whether what is opened is recorded.
func (d *Desk) Records() bool { return d.settings.Record }

// opened records it, where the settings have it recorded: the page once for each person,
// and every download.
func (d *Desk) opened(ctx context.Context, v *Visit, what string) error {
	if !d.settings.Record {
		return nil
	}
	return d.db.Tx(ctx, func(tx *store.Tx) error {
		person, err := ledger.PersonOf(ctx, tx, v.Key)
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO agreement_reading (at, slug, person, address_key, what)
			SELECT CAST(?1 AS BIGINT), CAST(?2 AS TEXT), CAST(?3 AS TEXT), CAST(?4 AS TEXT), CAST(?5 AS TEXT)
			WHERE ?5 <> '`+ThePage+`' OR NOT EXISTS (SELECT 1 FROM agreement_reading WHERE slug = ?2 AND person = ?3 AND what = ?5)`,
			store.Micros(d.now()), v.Slug, person, v.Key, what)
		if err != nil {
			return fmt.Errorf("recording what was opened: %w", err)
		}
		return nil
	})
}

// Look is that somebody has looked at what was opened, and why.
type Look struct {
	At           time.Time
	Slug, Reason string
	Shown        int
}

// ErrNoReason is returned by Readers where nobody says why.
var ErrNoReason = saying.Errorf("say why you look at what people have read")

// Readers lists what was opened of a release, and writes down that it was looked at, and
// why, in one transaction.
func (d *Desk) Readers(ctx context.Context, slug, reason string) (out []Opened, err error) {
	if reason == "" {
		return nil, ErrNoReason
	}
	err = d.db.Tx(ctx, func(tx *store.Tx) error {
		if out, err = readings(ctx, tx, `WHERE slug = ? ORDER BY id`, slug); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO agreement_look (at, slug, reason, shown) VALUES (?, ?, ?, ?)`, store.Micros(d.now()), slug,
			reason, len(out))
		if err != nil {
			return fmt.Errorf("writing down that somebody looks: %w", err)
		}
		return nil
	})
	return out, err
}

// Looks lists when it was looked at what was opened of a release, and why.
func (d *Desk) Looks(ctx context.Context, slug string) ([]Look, error) {
	rows, err := d.db.Reader().QueryContext(ctx, `SELECT at, slug, reason, shown FROM agreement_look WHERE slug = ? ORDER BY id`, slug)
	if err != nil {
		return nil, fmt.Errorf("listing who has looked: %w", err)
	}
	defer rows.Close()
	var out []Look
	for rows.Next() {
		var l Look
		var at int64
		if err := rows.Scan(&at, &l.Slug, &l.Reason, &l.Shown); err != nil {
			return nil, fmt.Errorf("listing who has looked: %w", err)
		}
		l.At = store.Time(at)
		out = append(out, l)
	}
	return out, rows.Err()
}

func readings(ctx context.Context, q store.Querier, where string, args ...any) ([]Opened, error) {
	rows, err := q.QueryContext(ctx, `SELECT at, slug, address_key, what FROM agreement_reading `+where, args...)
	if err != nil {
		return nil, fmt.Errorf("listing what was opened: %w", err)
	}
	defer rows.Close()
	var out []Opened
	for rows.Next() {
		var o Opened
		var at int64
		if err := rows.Scan(&at, &o.Slug, &o.Key, &o.What); err != nil {
			return nil, fmt.Errorf("listing what was opened: %w", err)
		}
		o.At = store.Time(at)
		out = append(out, o)
	}
	return out, rows.Err()
}

// forgetReadings takes out what is older than it is to be kept.
func (d *Desk) forgetReadings(ctx context.Context) error {
	return d.db.Tx(ctx, func(tx *store.Tx) error {
		_, err := tx.ExecContext(ctx, `DELETE FROM agreement_reading WHERE at < ?`, store.Micros(d.now().Add(-d.settings.Keep)))
		if err != nil {
			return fmt.Errorf("forgetting what was opened: %w", err)
		}
		return nil
	})
}

// Forgetting is the job that takes out what was opened once it has been kept for as long
// as the settings say.
type Forgetting struct{}

// Kind names the job.
func (Forgetting) Kind() string { return "forget-readings" }

const forgetEvery = time.Hour

// Jobs are what is done by itself.
func (d *Desk) Jobs() []jobs.Kind {
	return []jobs.Kind{jobs.Every[Forgetting](forgetEvery, d.forgetReadings)}
}

// EraseIn takes a person out, inside a transaction: what they have opened, which references
// stand for them, and what is personal in their agreements. The digests stay, so that the rest can still be checked.
func EraseIn(ctx context.Context, tx *store.Tx, key string) error {
	person, err := ledger.PersonOf(ctx, tx, key)
	if err != nil {
		return err
	}
	if err := forgetBrowsers(ctx, tx, person, key); err != nil {
		return err
	}
	for _, q := range []string{
		`DELETE FROM agreement_reading WHERE person = ?1 OR address_key = ?2`,
		`DELETE FROM agreement_reference WHERE person = ?1 OR address_key = ?2`,
		`UPDATE agreement SET person = '', address_key = '', address = '', note = '', remote = '', browser = '', salt = ''
			WHERE person = ?1 OR address_key = ?2`,
	} {
		if _, err := tx.ExecContext(ctx, q, person, key); err != nil {
			return fmt.Errorf("erasing agreements: %w", err)
		}
	}
	return nil
}

// forgetBrowsers drops who got in to the pages of somebody's advance copies.
func forgetBrowsers(ctx context.Context, tx *store.Tx, person, key string) error {
	slugs, err := ledger.OfferedTo(ctx, tx, person)
	if err != nil {
		return err
	}
	for _, slug := range slugs {
		if err := links.Forget(ctx, tx, subject(slug, key)); err != nil {
			return err
		}
	}
	return nil
}

// OfPerson is all that agreements know of one person.
type OfPerson struct {
	Said       []Said
	Opened     []Opened
	References []Holder // that stand for them
}

// Of is what somebody has said, what they have opened, and which references stand for them.
func Of(ctx context.Context, q store.Querier, key string) (of OfPerson, err error) {
	person, err := ledger.PersonOf(ctx, q, key)
	if err != nil {
		return of, err
	}
	if of.Said, err = said(ctx, q, `WHERE person = ? ORDER BY number`, person); err != nil {
		return of, err
	}
	if of.Opened, err = readings(ctx, q, `WHERE person = ? ORDER BY id`, person); err != nil {
		return of, err
	}
	of.References, err = holders(ctx, q, `WHERE person = ? ORDER BY at, reference`, person)
	return of, err
}
