package people

import (
	"context"
	"errors"
	"fmt"

	"pressroom/internal/agreement"
	"pressroom/internal/bounce"
)

// ErrNoAnswer is returned for a reply that answers no question about an embargo.
var ErrNoAnswer = errors.New("this is no answer to a notice")

// Agrees writes down that a reply, by its number, agrees to the embargo that its notice
// has asked about, and has the copy mailed. It returns what was written down and how many
// copies leave; ErrUnknown where there is no such reply.
func (d *Desk) Agrees(ctx context.Context, id int64) (agreement.Given, int, error) {
	var g agreement.Given
	r, err := d.Reply(ctx, id)
	if err != nil {
		return g, 0, err
	}
	if r.Kind != bounce.Answer || d.Agreements == nil {
		return g, 0, ErrNoAnswer
	}
	of, err := d.ledger.Dispatch(ctx, r.Dispatch)
	if err != nil {
		return g, 0, err
	}
	m, err := d.ledger.MailedLast(ctx, r.Key)
	if err != nil {
		return g, 0, err
	}
	g = agreement.Given{
		Address: m.Address, Slug: of.Slug, How: agreement.ByReply, Language: m.Language,
		Note: fmt.Sprintf("mail of %s", r.At.UTC().Format("2006-01-02 15:04 UTC")),
	}
	copies, err := d.Agreements.Add(ctx, g)
	if err != nil {
		return g, 0, err
	}
	_, err = d.Dismiss(ctx, id)
	return g, copies, err
}
