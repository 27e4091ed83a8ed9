package agreement

import (
	"context"
	"errors"

	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/mail"
)

// ClosedLinks are the tokens of the links of a release's notices and advance copies that
// must open nothing any more: of whoever was taken off or barred, has left, or was erased.
func (d *Desk) ClosedLinks(ctx context.Context, slug string) (tokens []string, err error) {
	key, err := d.ledger.Key(ctx)
	if err != nil {
		return nil, err
	}
	all, err := d.ledger.Dispatches(ctx, slug)
	if err != nil {
		return nil, err
	}
	for _, of := range all {
		// Other notices, as of an instant that was moved, have neither terms nor a link.
		if of.Kind != embargo.Advance && of.Round != ledger.NoticeRound {
			continue
		}
		entries, err := d.ledger.Entries(ctx, of.ID, "")
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			token := mail.Token(key, mail.ForAdvance, e.ID)
			v, err := d.Visit(ctx, token)
			if err != nil && !errors.Is(err, ErrUnknown) {
				return nil, err
			}
			if err != nil || v.Stage == Closed {
				tokens = append(tokens, token)
			}
		}
	}
	return tokens, nil
}
