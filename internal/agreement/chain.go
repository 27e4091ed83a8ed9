package agreement

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strconv"

	"pressroom/internal/ledger"
	"pressroom/internal/links"
	"pressroom/internal/store"
)

// digestOf is SHA-256, in hexadecimal, over a first line that names what it is of and
// then, of each field: its length in bytes, a colon, and its bytes.
func digestOf(what string, fields ...string) string {
	h := sha256.New()
	io.WriteString(h, what+"\n")
	for _, f := range fields {
		fmt.Fprintf(h, "%d:%s", len(f), f)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// digest is that of what is personal in an answer.
func (p *Person) digest() string {
	return digestOf("pressroom agreement person 1", p.Salt, p.Key, p.Address, p.Note, p.Remote, p.Browser)
}

// digest is that of an answer. Instants are whole microseconds since 1970 UTC.
func (s *Said) digest() string {
	micros := func(n int64) string { return strconv.FormatInt(n, 10) }
	return digestOf("pressroom agreement 1", micros(s.Number), micros(store.Micros(s.At)), s.Slug, string(s.Answer), string(s.How),
		micros(store.Micros(s.Until)), s.Version, s.Terms, s.Personal, s.Previous)
}

// keep appends an answer to the chain, inside a transaction of which there is one at a
// time.
func (d *Desk) keep(ctx context.Context, tx *store.Tx, s *Said) error {
	err := tx.QueryRowContext(ctx, `SELECT number, hash FROM agreement ORDER BY number DESC LIMIT 1`).Scan(&s.Number, &s.Previous)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return fmt.Errorf("keeping an agreement: %w", err)
	}
	person, err := ledger.PersonOf(ctx, tx, s.Person.Key)
	if err != nil {
		return err
	}
	s.Number++
	s.Person.Salt = links.Secret()
	s.Personal = s.Person.digest()
	s.Digest = s.digest()
	p := s.Person
	_, err = tx.ExecContext(ctx, `INSERT INTO agreement (number, at, slug, answer, how, until_at, version, terms, person, address_key,
		address, note, remote, browser, salt, personal, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		s.Number, store.Micros(s.At), s.Slug, s.Answer, s.How, store.Micros(s.Until), s.Version, s.Terms, person, p.Key,
		p.Address, p.Note, p.Remote, p.Browser, p.Salt, s.Personal, s.Previous, s.Digest)
	if err != nil {
		return fmt.Errorf("keeping an agreement: %w", err)
	}
	return nil
}

// latest is what somebody has said last of a release, or of all with ""; nil for nothing.
func latest(ctx context.Context, q store.Querier, slug, person string) (*Said, error) {
	all, err := said(ctx, q, `WHERE person = ? AND slug = ? ORDER BY number DESC LIMIT 1`, person, slug)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	return &all[0], nil
}

// said reads answers.
func said(ctx context.Context, q store.Querier, where string, args ...any) ([]Said, error) {
	rows, err := q.QueryContext(ctx, `SELECT number, at, slug, answer, how, until_at, version, terms, address_key, address, note, remote,
		browser, salt, personal, previous, hash FROM agreement `+where, args...)
	if err != nil {
		return nil, fmt.Errorf("reading agreements: %w", err)
	}
	defer rows.Close()
	var out []Said
	for rows.Next() {
		var s Said
		var at, until int64
		p := &s.Person
		if err := rows.Scan(&s.Number, &at, &s.Slug, &s.Answer, &s.How, &until, &s.Version, &s.Terms, &p.Key, &p.Address, &p.Note, &p.Remote,
			&p.Browser, &p.Salt, &s.Personal, &s.Previous, &s.Digest); err != nil {
			return nil, fmt.Errorf("reading agreements: %w", err)
		}
		s.At, s.Until = store.Time(at), store.Time(until)
		out = append(out, s)
	}
	return out, rows.Err()
}
