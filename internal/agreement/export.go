package agreement

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"pressroom/internal/blob"
	"pressroom/internal/store"
)

// ExportFormat names the format of an Export.
const ExportFormat = "pressroom agreements 1"

// Export is agreements as they are handed out. Each holds its own digest and that of the
// one before it, so that anybody can check that none was changed, and none taken out.
//
// A digest is SHA-256, in hexadecimal, over a first line and then, of each field: its
// length in bytes, a colon, and its bytes. Of an agreement the line is "pressroom
// agreement 1" and the fields are number, at, release, answer, how, until, version, terms,
// personal_digest and previous, with instants in whole microseconds since 1970 UTC (0 for
// none); of what is personal in it the line is "pressroom agreement person 1" and the
// fields salt, key, address, note, remote and browser. Terms are named by the SHA-256 of
// their wording.
type Export struct {
	Format     string            `json:"format"`
	Agreements []Exported        `json:"agreements"`
	Terms      map[string]string `json:"terms"` // by digest
	Head       string            `json:"head"`  // digest of the last one
}

// Exported is one answer in an Export. Of one that is of another release than was asked
// for only number and digests are there.
type Exported struct {
	Number         int64           `json:"number"`
	Other          bool            `json:"other_release,omitempty"`
	At             int64           `json:"at,omitempty"`
	Time           string          `json:"time,omitempty"` // the same, RFC 3339 UTC
	Release        *string         `json:"release,omitempty"`
	Answer         Answer          `json:"answer,omitempty"`
	How            How             `json:"how,omitempty"`
	Until          int64           `json:"until,omitempty"`
	Version        string          `json:"version,omitempty"`
	Terms          string          `json:"terms,omitempty"`
	Person         *ExportedPerson `json:"person,omitempty"` // absent once they were erased
	PersonalDigest string          `json:"personal_digest,omitempty"`
	Previous       string          `json:"previous"`
	Digest         string          `json:"digest"`
}

// ExportedPerson is what is personal in it.
type ExportedPerson struct {
	Key     string `json:"key"`
	Address string `json:"address"`
	Note    string `json:"note"`
	Remote  string `json:"remote"`
	Browser string `json:"browser"`
	Salt    string `json:"salt"`
}

// All lists what was said of a release, and of all releases; with "" it lists everything.
func (d *Desk) All(ctx context.Context, slug string) ([]Said, error) {
	return said(ctx, d.db.Reader(), `WHERE ? = '' OR slug IN ('', ?) ORDER BY number`, slug, slug)
}

// Export writes what was said of a release and of all releases, or everything with "".
func (d *Desk) Export(ctx context.Context, slug string) (*Export, error) {
	all, err := said(ctx, d.db.Reader(), `ORDER BY number`)
	if err != nil {
		return nil, err
	}
	out := &Export{Format: ExportFormat, Agreements: []Exported{}, Terms: make(map[string]string)}
	for _, s := range all {
		if slug != "" && s.Slug != "" && s.Slug != slug {
			out.Agreements = append(out.Agreements, Exported{Number: s.Number, Other: true, Previous: s.Previous, Digest: s.Digest})
		} else {
			out.Agreements = append(out.Agreements, s.exported())
			if out.Terms[s.Terms], err = d.wordingOf(ctx, s.Terms); err != nil {
				return nil, err
			}
		}
		out.Head = s.Digest
	}
	return out, nil
}

func (d *Desk) wordingOf(ctx context.Context, digest string) (string, error) {
	data, err := blob.Get(ctx, d.db.Reader(), "", "the terms of an agreement", digest)
	return string(data), err
}

func (s *Said) exported() Exported {
	e := Exported{
		Number: s.Number, At: store.Micros(s.At), Time: s.At.UTC().Format(time.RFC3339), Release: &s.Slug, Answer: s.Answer, How: s.How,
		Until: store.Micros(s.Until), Version: s.Version, Terms: s.Terms, PersonalDigest: s.Personal, Previous: s.Previous, Digest: s.Digest,
	}
	if p := s.Person; !p.Erased() {
		e.Person = &ExportedPerson{p.Key, p.Address, p.Note, p.Remote, p.Browser, p.Salt}
	}
	return e
}

// MaxExport bounds what CheckExport reads, in bytes.
const MaxExport = 256 << 20

// Checked is what was found of an Export that holds.
type Checked struct {
	Agreements, Others, Erased int
	Head                       string
}

// CheckExport holds an export against its own digests. Its error names every agreement
// that does not hold.
func CheckExport(data []byte) (*Checked, error) {
	var e Export
	if len(data) > MaxExport {
		return nil, errors.New("this is too large to be an export of agreements")
	}
	if err := json.Unmarshal(data, &e); err != nil {
		return nil, fmt.Errorf("this is no export of agreements: %w", err)
	}
	if e.Format != ExportFormat {
		return nil, fmt.Errorf("this is no export of agreements: its format is %q, not %q", e.Format, ExportFormat)
	}
	out := &Checked{Head: e.Head}
	var errs []error
	last, number := "", int64(0)
	for i := range e.Agreements {
		a := &e.Agreements[i]
		if a.Number != number+1 || a.Previous != last {
			errs = append(errs, fmt.Errorf("agreement %d does not follow the one before it: one was taken out, or put in", a.Number))
		}
		if err := a.check(e.Terms, out); err != nil {
			errs = append(errs, err)
		}
		last, number = a.Digest, a.Number
	}
	if last != e.Head {
		errs = append(errs, errors.New("the last agreement is not the one that the export names as its head: some were taken out"))
	}
	return out, errors.Join(errs...)
}

// check holds one agreement against its digests.
func (a *Exported) check(terms map[string]string, found *Checked) error {
	if a.Other {
		found.Others++
		return nil
	}
	found.Agreements++
	if a.Release == nil {
		return fmt.Errorf("agreement %d does not say of which release it is", a.Number)
	}
	s := Said{
		Number: a.Number, At: store.Time(a.At), Slug: *a.Release, Answer: a.Answer, How: a.How, Until: store.Time(a.Until), Version: a.Version,
		Terms: a.Terms, Personal: a.PersonalDigest, Previous: a.Previous,
	}
	if s.digest() != a.Digest {
		return fmt.Errorf("agreement %d is not what was recorded: its digest is another", a.Number)
	}
	if text, ok := terms[a.Terms]; !ok || blob.Digest([]byte(text)) != a.Terms {
		return fmt.Errorf("agreement %d: the wording of its terms is not the one that was agreed to", a.Number)
	}
	if a.Person == nil {
		found.Erased++
		return nil
	}
	p := Person{a.Person.Key, a.Person.Address, a.Person.Note, a.Person.Remote, a.Person.Browser, a.Person.Salt}
	if p.digest() != a.PersonalDigest {
		return fmt.Errorf("agreement %d: who has agreed is not who was recorded", a.Number)
	}
	return nil
}

// Holds tells whether what an export ends with is still part of the workspace's record.
func (d *Desk) Holds(ctx context.Context, head string) (bool, error) {
	if head == "" {
		return true, nil
	}
	all, err := said(ctx, d.db.Reader(), `WHERE hash = ?`, head)
	return len(all) > 0, err
}
