package coalition

import (
	"context"
	"errors"
	"slices"

	"pressroom/internal/release"
	"pressroom/internal/store"
	"pressroom/internal/submission"
)

// Sign is the partner's approval of exact words: those whose digest the page
// showed. It writes them into the release, with the sign-off, and mails the
// receipt. A ConflictError leaves the quote as the lead's proposal of the words
// that stand in the file.
func (d *Desk) Sign(ctx context.Context, secret string, version int64, shown string) (*Visit, error) {
	v, err := d.act(ctx, secret, version, answering, func(tx *store.Tx, v *Visit) error {
		w := v.Words()
		if v.Digest(w) != shown {
			return ErrWords
		}
		if _, problems := submission.Clean(w, v.catalogue()); slices.ContainsFunc(problems,
			func(p submission.Problem) bool { return !p.Advice }) {
			return ErrWords
		}
		return d.sign(ctx, tx, v, w, v.event(WasSigned))
	})
	if c, ok := isConflict(err); ok {
		return v, errors.Join(err, d.conflict(ctx, v.event(WasSigned), c))
	}
	return v, v.pressedTwice(err, WasSigned, shown)
}

// sign writes an approval down: the event, the request, the receipt, and that it is to
// be written into the file.
func (d *Desk) sign(ctx context.Context, tx *store.Tx, v *Visit, w submission.Words, e *Event) error {
	r := v.Request
	q := w.Quote(r.Quote)
	if reading, diags := q.Reads(v.Language()); reading == nil {
		return RefuseAs(ErrWords, diags)
	}
	e.Language, e.After, e.Words = v.Language(), release.SignoffDigest(r.Slug, v.Language(), q), &w
	if v.Approval != nil {
		e.Before = v.Approval.After
	}
	if err := d.remember(ctx, tx, v); err != nil {
		return err
	}
	if err := d.append(ctx, tx, e); err != nil {
		return err
	}
	r.Draft, r.Proposal, r.Message, r.State = w, nil, "", Signed
	if err := d.save(ctx, tx, r); err != nil {
		return err
	}
	if err := d.promise(ctx, tx, e); err != nil {
		return err
	}
	if err := d.lateForSend(ctx, tx, v, e); err != nil {
		return err
	}
	return d.receipt(ctx, tx, v, e)
}

// lateForSend tells the lead of a sign-off that comes after the release was scheduled,
// where what is scheduled does not have these words. Words that stand in it and that
// nobody ever signed are taken out; words that were signed stand.
func (d *Desk) lateForSend(ctx context.Context, tx *store.Tx, v *Visit, e *Event) (err error) {
	s := v.Standing
	if !s.Waits() {
		return d.gather(ctx, tx, e)
	}
	if s.HasIn(e.Language, e.Quote, e.After) {
		return nil
	}
	switch {
	case s.Release == nil: // it cannot be read
	case e.Language != s.Release.Main().Language:
		v.taken, err = d.takeBackTranslation(ctx, tx, v, e)
	case v.replaced(e):
		v.taken, err = d.takeBack(ctx, tx, v, e)
	}
	if err != nil {
		return err
	}
	return d.tellLead(ctx, tx, v, e)
}

// orgKey is how the file names an organisation: by id, unless the partner wants
// another name printed.
func (d *Desk) orgKey(id, printed string) string {
	if o, ok := d.org(id); ok && o.Name == printed {
		return id
	}
	return printed
}

// digests are those of all words that this quote had here.
func (d *Desk) digests(ctx context.Context, q store.Querier, of *Event) (map[string]bool, error) {
	list, err := events(ctx, q, `slug = ? AND quote = ?`, of.Slug, of.Quote)
	if err != nil {
		return nil, err
	}
	out := make(map[string]bool)
	for _, e := range list {
		out[e.Before], out[e.After] = true, true
	}
	delete(out, "")
	return out, nil
}

// conflict makes the words that stand in the file the lead's proposal.
func (d *Desk) conflict(ctx context.Context, about *Event, c *ConflictError) error {
	found, err := d.Find(ctx, about.Slug, about.Quote)
	if err != nil {
		return err
	}
	return d.db.Tx(ctx, func(tx *store.Tx) error {
		r, err := locked(ctx, tx, found.ID)
		if err != nil {
			return err
		}
		r.Proposal, r.State, r.Message = &c.Words, Proposed, Meanwhile
		q := c.Words.Quote(r.Quote)
		lang := "en"
		if rel, err := d.read(r.Slug); err == nil {
			lang = rel.Main().Language
		}
		e := &Event{Slug: r.Slug, What: WasProposed, Actor: Lead, Org: r.Org, Quote: r.Quote, Language: lang, After: release.SignoffDigest(r.Slug,
			lang, q), Words: &c.Words, Detail: "found in " + c.File}
		if err := d.append(ctx, tx, e); err != nil {
			return err
		}
		return d.save(ctx, tx, r)
	})
}
