package people

import (
	"context"
	"slices"
	"time"

	"pressroom/internal/agreement"
	"pressroom/internal/ledger"
)

// History is all that happened to an address, in the order of time.
type History struct {
	Lines      []Happened
	Suppressed *ledger.Suppression // nil if the address is mailed
	Never      bool                // it was on no mailing, and nothing came back
}

// Happened is one thing that happened to an address.
type Happened struct {
	At                   time.Time // zero for what waits
	Dispatch, What, Text string
}

// History reads all that the database has of an address, by its key.
func (d *Desk) History(ctx context.Context, key string) (*History, error) {
	entries, err := d.ledger.History(ctx, key)
	if err != nil {
		return nil, err
	}
	attempts, err := d.ledger.AttemptsTo(ctx, key)
	if err != nil {
		return nil, err
	}
	replies, err := d.RepliesTo(ctx, key)
	if err != nil {
		return nil, err
	}
	of, err := agreement.Of(ctx, d.db.Reader(), key)
	if err != nil {
		return nil, err
	}
	h := &History{Never: len(entries)+len(replies)+len(of.Said) == 0}
	if h.Suppressed, err = d.ledger.Suppressed(ctx, key); err != nil {
		return nil, err
	}
	for _, e := range entries {
		h.Lines = append(h.Lines, Happened{e.AnsweredAt, e.Dispatch, e.State, e.Answer()})
	}
	for _, a := range attempts {
		h.Lines = append(h.Lines, Happened{a.At, a.Dispatch, "tried", ledger.AnswerLine(a.Code, a.Enhanced, a.Reply)})
	}
	for _, r := range replies {
		h.Lines = append(h.Lines, Happened{r.At, r.Dispatch, "came back: " + string(r.Kind), r.Detail})
	}
	for _, s := range of.Said {
		h.Lines = append(h.Lines, Happened{s.At, s.Slug, string(s.Answer), s.Line()})
	}
	for _, o := range of.Opened {
		h.Lines = append(h.Lines, Happened{o.At, o.Slug, "opened", o.What})
	}
	for _, r := range of.References {
		h.Lines = append(h.Lines, Happened{r.At, r.Release, "downloaded", "copies with the reference " + r.Reference})
	}
	slices.SortStableFunc(h.Lines, func(a, b Happened) int {
		if a.At.IsZero() != b.At.IsZero() { // what waits has no time yet
			return map[bool]int{true: 1, false: -1}[a.At.IsZero()]
		}
		return a.At.Compare(b.At)
	})
	return h, nil
}
