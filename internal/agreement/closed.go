package agreement

import (
	"context"

	"pressroom/internal/ledger"
	"pressroom/internal/mail"
)

// ClosedLinks are the tokens of the links of a release's notices and advance copies that
// must open nothing any more: of whoever was taken off or barred, has left, or was erased.
// All are looked up at once, however many there are.
func (d *Desk) ClosedLinks(ctx context.Context, slug string) (tokens []string, err error) {
	key, err := d.ledger.Key(ctx)
	if err != nil {
		return nil, err
	}
	public, _, err := d.ledger.Published(ctx, slug)
	if err != nil {
		return nil, err
	}
	offer, err := d.ledger.Offer(ctx, slug)
	if err != nil {
		return nil, err
	}
	known, err := know(ctx, d.ledger, slug)
	if err != nil {
		return nil, err
	}
	left, err := d.haveLeft(ctx)
	if err != nil {
		return nil, err
	}
	linked, err := d.ledger.Linked(ctx, slug)
	if err != nil {
		return nil, err
	}
	for _, l := range linked {
		how := standing{
			kind: l.Kind, public: public.Valid(), offered: offer != nil, barred: known.Bar(l.Key) != nil, last: known.release[known.person(l.Key)],
			left: left[l.Key], copied: l.Copy,
		}
		if l.Erased || how.stage() == Closed {
			tokens = append(tokens, mail.Token(key, mail.ForAdvance, l.Delivery))
		}
	}
	return tokens, nil
}

// haveLeft are the addresses of all who want no mail any more.
func (d *Desk) haveLeft(ctx context.Context) (map[string]bool, error) {
	all, err := d.ledger.Suppressions(ctx)
	if err != nil {
		return nil, err
	}
	left := make(map[string]bool)
	for _, s := range all {
		if s.Reason == ledger.Unsubscribed {
			left[s.Key] = true
		}
	}
	return left, nil
}
