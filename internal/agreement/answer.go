package agreement

import (
	"context"
	"fmt"
	"time"

	"pressroom/internal/contacts"
	"pressroom/internal/language"
	"pressroom/internal/ledger"
	"pressroom/internal/store"
)

// Sender is where a form came from.
type Sender struct {
	Remote, Browser string
}

// maxBrowser bounds what is kept of what a browser says of itself.
const maxBrowser = 300

// Agree is the button: it records that whoever a link belongs to agrees, to this release
// or to all, and queues their advance copy, in one transaction. Agreeing twice is
// agreeing once. It returns the visit as things stand then.
func (d *Desk) Agree(ctx context.Context, token string, all bool, from Sender) (*Visit, error) {
	v, err := d.Visit(ctx, token)
	if err != nil || v.Stage != Asking && v.Stage != HasNot {
		return v, err
	}
	s := d.answer(v, Agreed, from)
	if all && v.All {
		s.Slug, s.Until = "", time.Time{}
	}
	err = d.db.Tx(ctx, func(tx *store.Tx) error {
		n, err := d.ledger.AgreeIn(ctx, tx, s.Slug, v.Key)
		if err != nil || n == 0 { // somebody was faster, or took the copy back
			return err
		}
		return d.record(ctx, tx, s, v.Terms)
	})
	if err != nil {
		return nil, fmt.Errorf("recording an agreement: %w", err)
	}
	return d.Visit(ctx, token)
}

// Decline is the other button: no copy goes to whoever a link belongs to, unless they
// change their mind before the embargo ends.
func (d *Desk) Decline(ctx context.Context, token string, from Sender) (*Visit, error) {
	v, err := d.Visit(ctx, token)
	if err != nil || v.Stage != Asking {
		return v, err
	}
	s := d.answer(v, Declined, from)
	err = d.db.Tx(ctx, func(tx *store.Tx) error {
		n, err := d.ledger.DeclineIn(ctx, tx, v.Slug, v.Key)
		if err != nil || n == 0 {
			return err
		}
		return d.record(ctx, tx, s, v.Terms)
	})
	if err != nil {
		return nil, fmt.Errorf("recording that somebody declines: %w", err)
	}
	return d.Visit(ctx, token)
}

// answer is what somebody says on the page of their link.
func (d *Desk) answer(v *Visit, a Answer, from Sender) *Said {
	return &Said{
		At: d.now(), Slug: v.Slug, Answer: a, How: ByPage, Until: v.Until, Version: v.Terms.Version,
		Person: Person{Key: v.Key, Address: v.Address, Remote: from.Remote, Browser: from.Browser[:min(len(from.Browser), maxBrowser)]},
	}
}

// record keeps an answer, and what it means for later releases.
func (d *Desk) record(ctx context.Context, tx *store.Tx, s *Said, t Terms) (err error) {
	if s.Terms, err = keepTerms(ctx, tx, t); err != nil {
		return err
	}
	if err := d.keep(ctx, tx, s); err != nil {
		return err
	}
	if s.Slug == "" && s.Answer == Agreed && d.Honour != nil {
		return d.Honour(ctx, tx, s.Person.Key)
	}
	return nil
}

// Given is an agreement that the press office writes down.
type Given struct {
	Address  string
	Slug     string // "" for all releases
	How      How    // ByHand, or ByReply
	Note     string // as in "phone, 16:10"
	Language string // of the person, in which the terms are kept
}

// BarredError says that somebody who is barred cannot agree.
type BarredError struct {
	Address string
	Bar     ledger.Bar
	Zone    *time.Location // in which days are counted
}

func (e *BarredError) Error() string {
	return fmt.Sprintf("%s is barred until the end of %s (%s); pressroom agreements bar %s --end ends that", e.Address,
		e.Bar.LastDay(e.Zone), e.Bar.Reason, e.Bar.Subject)
}

// Add writes down that somebody has agreed, and queues the advance copies that wait for
// it, in one transaction. It returns how many.
func (d *Desk) Add(ctx context.Context, g Given) (copies int, err error) {
	key, err := contacts.AddressKey(g.Address)
	if err != nil {
		return 0, fmt.Errorf("%s is not an address: %w", g.Address, err)
	}
	s := &Said{At: d.now(), Slug: g.Slug, Answer: Agreed, How: g.How, Person: Person{Key: key, Address: g.Address, Note: g.Note}}
	if g.Slug != "" {
		offer, err := d.ledger.Offer(ctx, g.Slug)
		if err != nil {
			return 0, err
		}
		if offer != nil {
			s.Until = offer.ClosesAt
		}
	}
	terms := TermsIn(d.catalogue(g.Language), d.settings)
	s.Version = terms.Version
	err = d.db.Tx(ctx, func(tx *store.Tx) error {
		bar, err := d.ledger.BarOf(ctx, tx, key)
		if err != nil {
			return err
		}
		if bar != nil {
			return &BarredError{g.Address, *bar, d.zone}
		}
		if copies, err = d.ledger.AgreeIn(ctx, tx, g.Slug, key); err != nil {
			return err
		}
		return d.record(ctx, tx, s, terms)
	})
	return copies, err
}

// Close closes the page of a release's advance copy to a person, and whatever else they
// could agree to of it.
func (d *Desk) Close(ctx context.Context, slug, person string) error {
	return d.db.Tx(ctx, func(tx *store.Tx) error {
		s := &Said{At: d.now(), Slug: slug, Answer: TakenOff, How: ByHand, Person: Person{Key: person, Address: person}}
		if _, err := d.ledger.DeclineIn(ctx, tx, slug, person); err != nil {
			return err
		}
		return d.record(ctx, tx, s, Terms{})
	})
}

func (d *Desk) catalogue(tag string) *language.Catalogue { return d.Languages.ForReader(tag) }
