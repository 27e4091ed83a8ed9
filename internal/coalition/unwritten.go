package coalition

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"pressroom/internal/frontmatter"
	"pressroom/internal/release"
	"pressroom/internal/setting"
	"pressroom/internal/store"
)

// What an event changes in a release's file is written when the event is on disk, and
// in no transaction: the event is the authority, the file a copy of it. The
// transaction tries the change, and keeps the event's number as unwritten; it is
// struck out when the file is written. So an event that is not kept leaves the file as
// it was, and one whose writing was broken off is written later: Recover does it, and
// whatever is done next about the release.

// unwrittenSetting begins the name under which the numbers of a release are kept.
const unwrittenSetting = "unwritten/"

// unwritten are the numbers of a release's events that the file does not have yet.
func unwritten(ctx context.Context, q setting.Reader, slug string) ([]int64, error) {
	value, err := setting.Get(ctx, q, unwrittenSetting+slug)
	if err != nil || value == "" {
		return nil, err
	}
	var out []int64
	if err := json.Unmarshal([]byte(value), &out); err != nil {
		return nil, fmt.Errorf("what is to be written into %s cannot be read: %w", slug, err)
	}
	return out, nil
}

// setUnwritten keeps them.
func setUnwritten(ctx context.Context, tx *store.Tx, slug string, numbers []int64) error {
	if len(numbers) == 0 {
		return setting.Drop(ctx, tx, unwrittenSetting+slug)
	}
	value, err := json.Marshal(numbers)
	if err != nil {
		return fmt.Errorf("keeping what is to be written into %s: %w", slug, err)
	}
	return setting.Set(ctx, tx, unwrittenSetting+slug, string(value))
}

// promise tries what an event changes in the file, and keeps that it is to be written.
func (d *Desk) promise(ctx context.Context, tx *store.Tx, e *Event) error {
	c, err := d.changeOf(ctx, tx, e)
	if err != nil {
		return err
	}
	if err := c.could(d.texts.Try(e.Slug, c.language, c.edit)); err != nil {
		return err
	}
	numbers, err := unwritten(ctx, tx, e.Slug)
	if err != nil {
		return err
	}
	if err := setUnwritten(ctx, tx, e.Slug, append(numbers, e.Number)); err != nil {
		return err
	}
	d.at("tried")
	return nil
}

// Recover writes what was broken off, of every release.
func (d *Desk) Recover(ctx context.Context) error {
	names, err := setting.Names(ctx, d.db.Reader(), unwrittenSetting)
	if err != nil {
		return err
	}
	var errs []error
	for _, name := range names {
		errs = append(errs, d.settle(ctx, strings.TrimPrefix(name, unwrittenSetting)))
	}
	return errors.Join(errs...)
}

// settle writes into a release's file what it does not have yet. Words that nobody
// here knows are not written over: they become the lead's proposal. Who comes while
// another is at it waits, and mostly finds everything written.
func (d *Desk) settle(ctx context.Context, slug string) error {
	d.settling.Lock()
	defer d.settling.Unlock()
	numbers, err := unwritten(ctx, d.db.Reader(), slug)
	if err != nil {
		return err
	}
	for _, n := range numbers {
		list, err := events(ctx, d.db.Reader(), `slug = ? AND number = ?`, slug, n)
		if err != nil {
			return err
		}
		if len(list) == 0 {
			return fmt.Errorf("event %d of %s is to be written into its file, and is gone", n, slug)
		}
		err = d.writeEvent(ctx, list[0])
		if c, ok := isConflict(err); ok {
			err = d.conflict(ctx, list[0], c)
		}
		if err != nil {
			return fmt.Errorf("what was decided about %s is kept, and could not be written into its file: %w", slug, err)
		}
		d.at("written")
		err = d.db.Tx(ctx, func(tx *store.Tx) error {
			left, err := unwritten(ctx, tx, slug)
			if err != nil {
				return err
			}
			return setUnwritten(ctx, tx, slug, slices.DeleteFunc(left, func(m int64) bool { return m == n }))
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (d *Desk) writeEvent(ctx context.Context, e *Event) error {
	c, err := d.changeOf(ctx, d.db.Reader(), e)
	if err != nil {
		return err
	}
	return c.could(d.texts.Edit(ctx, e.Slug, c.language, c.edit))
}

// change is what an event changes in a file of its release. Done twice it is as done
// once.
type change struct {
	language string // whose file it is
	edit     func(doc *frontmatter.Document) ([]byte, error)
	quote    bool // it is a quote that is placed
}

// changeOf finds it from the event alone, now or after it was broken off.
func (d *Desk) changeOf(ctx context.Context, q store.Querier, e *Event) (*change, error) {
	switch {
	case e.What.approves() && e.Words != nil:
		p, err := d.placingOf(ctx, q, e)
		if err != nil {
			return nil, err
		}
		edit := func(doc *frontmatter.Document) ([]byte, error) { return p.place(doc, d.workspace.Settings.Settings) }
		return &change{e.Language, edit, true}, nil
	case e.What == SignedOn:
		return &change{edit: func(doc *frontmatter.Document) ([]byte, error) { return d.signOn(doc, e) }}, nil
	case e.What == WasOrdered:
		order, lot, _ := strings.Cut(e.Detail, " ")
		return &change{edit: func(doc *frontmatter.Document) ([]byte, error) { return ordered(doc, release.Order(order), lot) }}, nil
	}
	return nil, fmt.Errorf("event %d of %s (%s) changes nothing in its file", e.Number, e.Slug, e.What)
}

// placingOf is the quote that an approval puts into the file.
func (d *Desk) placingOf(ctx context.Context, q store.Querier, e *Event) (*placing, error) {
	seen, err := d.digests(ctx, q, e)
	if err != nil {
		return nil, err
	}
	p := &placing{
		slug: e.Slug, language: e.Language, quote: e.Words.Quote(e.Quote), org: d.orgKey(e.Org, e.Words.Org),
		known: func(digest string) bool { return seen[digest] }, signoff: release.Signoff{By: e.Actor, At: e.At, Digest: e.After},
	}
	if e.What == WasRecorded {
		p.signoff.By = RecordedBy + e.Detail
	}
	rel, err := d.read(e.Slug)
	if err != nil || rel.Main().Language == e.Language {
		return p, nil // of a file that cannot be read now, place says why
	}
	for _, m := range rel.Main().Quotes {
		if m.ID == e.Quote {
			p.of = m
		}
	}
	return p, nil
}

// notInFile says what of a history the file does not have yet.
func (d *Desk) notInFile(ctx context.Context, slug string, list []*Event) ([]release.Unwritten, error) {
	numbers, err := unwritten(ctx, d.db.Reader(), slug)
	if err != nil {
		return nil, err
	}
	var out []release.Unwritten
	for _, e := range list {
		if !slices.Contains(numbers, e.Number) {
			continue
		}
		u := release.Unwritten{What: "the order of the quotes"}
		switch {
		case e.What == SignedOn:
			u.What = "that " + d.orgName(e.Org) + " has signed the release"
		case e.What.approves():
			u.What = fmt.Sprintf("the sign-off of the quote %s of %s by %s", e.Quote, d.orgName(e.Org), e.Actor)
			u.Key = release.QuoteKey{Quote: e.Quote, Language: e.Language}
		}
		out = append(out, u)
	}
	return out, nil
}
