package dispatch

import (
	"context"
	"errors"
	"fmt"
	"time"

	"pressroom/internal/audience"
	"pressroom/internal/contacts"
	"pressroom/internal/ledger"
	"pressroom/internal/saying"
)

// Taken is what became of somebody who was taken off the advance copies of a release.
type Taken struct {
	Cancelled int64  // copies that were on their way
	Letter    string // the dispatch that tells them, "" where they have no copy or are not mailed
}

// Says says it.
func (t *Taken) Says(address string) string {
	switch {
	case t.Letter != "":
		return fmt.Sprintf("%s has a copy, and is told by %s that there are no more; it stays under embargo", address, t.Letter)
	case t.Cancelled > 0:
		return address + " gets no advance copy, and the release when it is out"
	}
	return address + " gets no further advance copies, and is not written to"
}

// TakeOff takes whoever has an address off the advance copies of a release that is not
// out: their page is closed, what waits for them is cancelled and they get the release
// instead, and where they have a copy they are told, in its thread. Later mailings of
// advance copies pass them over.
func (e *Embargo) TakeOff(ctx context.Context, slug, address string) (*Taken, error) {
	key, err := contacts.AddressKey(address)
	if err != nil {
		return nil, saying.Errorf("%s is not an address: %w", address, err)
	}
	m, now, err := e.look(ctx, slug)
	if err != nil {
		return nil, err
	}
	person, err := ledger.PersonOf(ctx, e.Ledger.DB().Reader(), key)
	if err != nil {
		return nil, err
	}
	people, err := audience.Ask(ctx, e.Ledger, slug)
	if err != nil {
		return nil, err
	}
	switch has := people.Reached(key); {
	case has.Off:
		return nil, saying.Errorf("%s was taken off the advance copies of %s before", address, slug)
	case !has.Advance && !has.AdvanceWaits:
		return nil, saying.Errorf("%s gets no advance copy of %s", address, slug)
	}
	if e.Close != nil {
		if err := e.Close(ctx, slug, person); err != nil {
			return nil, err
		}
	}
	letter, err := e.offLetter(ctx, m, person, now)
	if err != nil {
		return nil, err
	}
	n, err := e.Ledger.TakeOff(ctx, ledger.TakenFrom{Slug: slug, Person: person, Letter: letter})
	if err != nil && letter != "" {
		err = errors.Join(err, e.Ledger.Discard(context.WithoutCancel(ctx), letter))
	}
	if err != nil {
		return nil, err
	}
	return &Taken{Cancelled: n, Letter: letter}, nil
}

// offLetter plans the letter to somebody who has a copy; "" for whoever has none.
func (e *Embargo) offLetter(ctx context.Context, m *Move, person string, now time.Time) (id string, err error) {
	held, err := e.Ledger.Copies(ctx, m.Of.Slug, now)
	if err != nil {
		return "", err
	}
	held = theseOf(held, map[string]bool{person: true})
	if len(held) == 0 {
		return "", nil
	}
	s, _, err := toSend(ctx, e.Ledger, m.Of.ID)
	if err != nil {
		return "", err
	}
	l := &letters{
		what: ledger.TakenOff, in: s.Input, mail: s.kept.Mail, from: m.Of, before: m.Of.ReleaseAt, now: now, artefacts: make(map[string][]byte),
	}
	if err := e.address(ctx, l, held, ""); err != nil || len(l.to) == 0 {
		return "", err
	}
	round, err := e.Ledger.OffNext(ctx, m.Of.Slug)
	if err != nil {
		return "", err
	}
	return e.plan(ctx, l, m.Of.Slug, round)
}
