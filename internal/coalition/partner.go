package coalition

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"pressroom/internal/store"
	"pressroom/internal/submission"
)

// limit is until when something can be done.
type limit int

// The limits.
const (
	inTime    limit = iota // before the deadline, and before the release is out
	answering              // also later, where the press office asks for an answer
	anyTime
)

func (w limit) allows(v *Visit) bool {
	return v.Closed == nil || w == anyTime || w == answering && v.Reopened()
}

// act runs what the holder of a link does, in one transaction.
func (d *Desk) act(ctx context.Context, secret string, version int64, until limit, f func(tx *store.Tx, v *Visit) error) (*Visit, error) {
	var out *Visit
	err := d.db.Tx(ctx, func(tx *store.Tx) error {
		l, err := d.link(ctx, tx, secret)
		if err != nil {
			return err
		}
		r, err := locked(ctx, tx, l.request)
		if err != nil {
			return err
		}
		v, err := d.byLink(ctx, tx, r, l)
		if err != nil {
			return err
		}
		out = v
		switch {
		case !until.allows(v):
			return v.Closed
		case version != 0 && version != r.Version:
			return ErrChanged
		case v.Release == nil:
			return RefusePartner(ErrState, "refused_release")
		}
		return f(tx, v)
	})
	if err != nil {
		return out, err
	}
	d.at("kept")
	// What they decided is kept, also where it cannot be written into the file now:
	// the checks say so to the lead, and whatever is done next tries again. It is no
	// fault of the partner's, and none that they could mend.
	if err := d.settle(context.WithoutCancel(ctx), out.Request.Slug); err != nil {
		d.Log.Error("writing what a partner did into the release", "release", out.Request.Slug, "quote", out.Request.Quote, "error", err)
	}
	return out, nil
}

func (v *Visit) event(what What) *Event {
	return &Event{Slug: v.Request.Slug, What: what, Actor: email(v.Person), Link: v.link, Org: v.Request.Org, Quote: v.Request.Quote}
}

// Save keeps a draft. Words need not be whole.
func (d *Desk) Save(ctx context.Context, secret string, version int64, w submission.Words) (*Visit, error) {
	v, err := d.act(ctx, secret, version, inTime, func(tx *store.Tx, v *Visit) error { return d.keep(ctx, tx, v, w) })
	if err != nil && v != nil && v.Request.Draft == w {
		err = v.pressedTwice(err, WasSaved, v.Digest(w))
	}
	return v, err
}

// keep writes words as the partner's draft.
func (d *Desk) keep(ctx context.Context, tx *store.Tx, v *Visit, w submission.Words) error {
	r := v.Request
	if r.Draft.Same(w) && r.Draft == w && r.Proposal == nil && r.State != Asked {
		return nil
	}
	if r.Proposal != nil && r.Proposal.Same(w) {
		w.Source = r.Proposal.Source
		if r.Proposal.Style == w.Style && *r.Proposal == w {
			return nil // these are the lead's words, as they stand
		}
	} else if r.Draft.Same(w) && w.Style == r.Draft.Style {
		w.Source = r.Draft.Source
	}
	before := v.Digest(v.Words())
	r.Draft, r.Proposal, r.Message = w, nil, ""
	if r.State != Submitted {
		r.State = Draft
	}
	r.Accepted = false
	e := v.event(WasSaved)
	e.Language, e.Before, e.After = v.Language(), before, v.Digest(w)
	if err := d.append(ctx, tx, e); err != nil {
		return err
	}
	return d.save(ctx, tx, r)
}

// Submit hands a draft in without a sign-off: somebody else of the organisation,
// or the same person later, signs it.
func (d *Desk) Submit(ctx context.Context, secret string, version int64, w submission.Words) (*Visit, error) {
	v, err := d.act(ctx, secret, version, inTime, func(tx *store.Tx, v *Visit) error {
		if err := d.keep(ctx, tx, v, w); err != nil {
			return err
		}
		v.Request.State = Submitted
		e := v.event(WasSubmitted)
		e.Language, e.After, e.Words = v.Language(), v.Digest(w), &w
		if err := d.append(ctx, tx, e); err != nil {
			return err
		}
		if err := d.save(ctx, tx, v.Request); err != nil {
			return err
		}
		others, err := d.others(ctx, tx, v)
		if err != nil {
			return err
		}
		for _, person := range others {
			if err := d.letter(ctx, tx, v.Request.ID, person, LetterSubmitted, fmt.Sprint(e.Number), e.Number); err != nil {
				return err
			}
		}
		return d.gather(ctx, tx, e)
	})
	if err != nil && v != nil && v.Request.Draft == w {
		err = v.pressedTwice(err, WasSubmitted, v.Digest(w))
	}
	return v, err
}

// Others are the people of the organization who have a link beside whoever is there: who
// were asked, and to whom it was handed on.
func (d *Desk) Others(ctx context.Context, v *Visit) ([]string, error) {
	return d.others(ctx, d.db.Reader(), v)
}

func (d *Desk) others(ctx context.Context, q store.Querier, v *Visit) ([]string, error) {
	list, err := events(ctx, q, `slug = ? AND org = ? AND what = ? ORDER BY number`, v.Request.Slug, v.Request.Org, WasHandedOn)
	if err != nil {
		return nil, err
	}
	people := slices.Clone(v.Org.Contact)
	for _, e := range list {
		people = append(people, e.Detail)
	}
	var out []string
	seen := map[string]bool{strings.ToLower(email(v.Person)): true}
	for _, p := range people {
		if key := strings.ToLower(email(p)); !seen[key] {
			seen[key] = true
			out = append(out, p)
		}
	}
	return out, nil
}

// Keep turns the lead's proposal down: the partner's own words stand, where there are
// any.
func (d *Desk) Keep(ctx context.Context, secret string, version int64) (*Visit, error) {
	v, err := d.act(ctx, secret, version, answering, func(tx *store.Tx, v *Visit) error {
		r := v.Request
		if r.Proposal == nil {
			return RefusePartner(ErrState, "refused_keep")
		}
		e := v.event(WasKept)
		e.Language, e.Before, e.After = v.Language(), v.Digest(*r.Proposal), v.Digest(r.Draft)
		if r.State = Draft; r.Draft.Text == "" {
			e.After, r.State = "", Asked
		}
		r.Proposal, r.Message, r.Accepted = nil, "", false
		if v.SignedDraft() {
			r.State = Signed
		}
		if err := d.append(ctx, tx, e); err != nil {
			return err
		}
		if err := d.save(ctx, tx, r); err != nil {
			return err
		}
		return d.tell(ctx, tx, v, e)
	})
	return v, v.pressedTwice(err, WasKept, "")
}

// SignedDraft tells whether the partner's own words are those that were signed off last.
func (v *Visit) SignedDraft() bool {
	return v.approved() && v.Approval.After == v.Digest(v.Request.Draft)
}

// pressedTwice is no error where the same button was pressed twice by the same link, and
// the first has done it. digest is that of the words it was about, "" for none.
func (v *Visit) pressedTwice(err error, what What, digest string) error {
	if !errors.Is(err, ErrChanged) && !errors.Is(err, ErrState) || v == nil || v.Latest == nil {
		return err
	}
	if e := v.Latest; e.What == what && e.Link == v.link && (digest == "" || e.After == digest) {
		return nil
	}
	return err
}

// Decline says that the organisation gives no quote.
func (d *Desk) Decline(ctx context.Context, secret string, version int64, why string) (*Visit, error) {
	v, err := d.act(ctx, secret, version, inTime, func(tx *store.Tx, v *Visit) error {
		if !v.Request.State.Open() {
			return ErrState
		}
		e := v.event(WasDeclined)
		e.Detail = why
		if v.Approval != nil {
			e.Before = v.Approval.After
		}
		if err := d.append(ctx, tx, e); err != nil {
			return err
		}
		v.Request.State, v.Request.Message = Declined, why
		err := d.save(ctx, tx, v.Request)
		if err != nil {
			return err
		}
		if v.taken, err = d.takeBack(ctx, tx, v, e); err != nil {
			return err
		}
		return d.tell(ctx, tx, v, e)
	})
	return v, v.pressedTwice(err, WasDeclined, "")
}

// Withdraw takes a sign-off back. What is scheduled leaves at its instant without the
// quote or, where the release says so or it is the only one, is held until the lead
// decides; what has gone out is told to the lead as a correction to make.
func (d *Desk) Withdraw(ctx context.Context, secret string, why string) (*Visit, error) {
	v, err := d.act(ctx, secret, 0, anyTime, func(tx *store.Tx, v *Visit) error {
		return d.withdraw(ctx, tx, v, v.event(WasWithdrawn), why)
	})
	return v, v.pressedTwice(err, WasWithdrawn, "")
}

func (d *Desk) withdraw(ctx context.Context, tx *store.Tx, v *Visit, e *Event, why string) (err error) {
	r := v.Request
	if v.Approval == nil || !v.Approval.What.approves() {
		return ErrState
	}
	e.Detail, e.Before = why, v.Approval.After
	if errors.Is(v.Closed, ErrSent) {
		e.What = AskedAfter
	} else {
		r.State, r.Message = Withdrawn, why
	}
	if err := d.append(ctx, tx, e); err != nil {
		return err
	}
	if err := d.save(ctx, tx, r); err != nil {
		return err
	}
	if v.taken, err = d.takeBack(ctx, tx, v, e); err != nil {
		return err
	}
	return d.tellLead(ctx, tx, v, e)
}

// HandOn gives a colleague of the organisation a link of their own.
func (d *Desk) HandOn(ctx context.Context, secret string, to string) (*Visit, error) {
	return d.act(ctx, secret, 0, answering, func(tx *store.Tx, v *Visit) error {
		address := email(to)
		if !strings.Contains(address, "@") || strings.ContainsAny(address, " \r\n") {
			return RefusePartner(ErrWords, "refused_address", "address", to)
		}
		if !sameDomain(address, append(v.Org.Contact, v.Person)) {
			return RefusePartner(ErrWords, "refused_elsewhere", "org", v.Org.Name, "asker", email(v.Request.Asker), "address", address)
		}
		e := v.event(WasHandedOn)
		e.Detail = address
		return d.handOn(ctx, tx, v, e)
	})
}

// sameDomain tells whether an address is of the same house as one of those.
func sameDomain(address string, of []string) bool {
	for _, o := range of {
		if domain(o) != "" && domain(o) == domain(address) {
			return true
		}
	}
	return false
}

func domain(person string) string {
	_, d, _ := strings.Cut(email(person), "@")
	return strings.ToLower(d)
}
