package status

import (
	"context"
	"slices"

	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/saying"
)

// Cancelling asks whether the mailing is to be cancelled, as one of several that are, and
// says whom that leaves with what; left is empty where it leaves nobody with anything.
func (m Mailing) Cancelling(ctx context.Context, l *ledger.Ledger, with []Mailing) (ask, left saying.Sentence, err error) {
	if left, err = m.leaves(ctx, l, with); err != nil {
		return ask, left, err
	}
	if left.Empty() {
		return saying.Of("Cancel %s (%s)? It cannot be taken back.", m.ID, m.State), left, nil
	}
	return saying.Of("Cancel %s (%s)? It cannot be taken back. %v.", m.ID, m.State, left), left, nil
}

// leaves says who has what, or is not told what, once the mailing is cancelled.
func (m Mailing) leaves(ctx context.Context, l *ledger.Ledger, with []Mailing) (said saying.Sentence, err error) {
	switch {
	case m.Kind == embargo.Release && !m.LiftedAt.IsZero():
		return saying.Of("%s is out, and its page stays: pressroom withdraw %s takes it back", m.Slug, m.Slug), nil
	case m.Kind == embargo.Withdrawal && m.Waiting() > 0:
		return saying.Count(m.Waiting(), "%d journalist who has it is not told that it is withdrawn, and nothing else tells them",
			"%d journalists who have it are not told that it is withdrawn, and nothing else tells them"), nil
	case (m.Kind == embargo.Correction || m.Kind == embargo.Notice) && m.Waiting() > 0:
		return saying.Count(m.Waiting(), "%d journalist is not told what it says", "%d journalists are not told what it says"), nil
	case m.Kind != embargo.Release && m.Kind != embargo.Advance || m.Round == "":
		return said, nil
	}
	held, err := Holders(ctx, l, m.Slug)
	if err != nil {
		return said, err
	}
	if m.Kind == embargo.Release {
		return m.leavesCopies(ctx, l, held, with)
	}
	release, err := l.Current(ctx, m.Slug)
	switch {
	case err != nil || release == nil:
		return Held(held, m.Slug), err
	case m.Waiting() == 0 || slices.ContainsFunc(with, func(o Mailing) bool { return o.ID == release.ID }):
		return said, nil
	}
	return saying.Of("%v, with %s", saying.Count(m.Waiting(), "%d journalist who has no copy yet gets the release instead",
		"%d journalists who have no copy yet get the release instead"), release.ID), nil
}

// leavesCopies says who has an advance copy of a release that is cancelled, or yet gets one.
func (m Mailing) leavesCopies(ctx context.Context, l *ledger.Ledger, held int, with []Mailing) (said saying.Sentence, err error) {
	all, err := ledger.OfKind(ctx, l.DB().Reader(), m.Slug, embargo.Advance)
	if err != nil {
		return said, err
	}
	for _, d := range all {
		if d.State.Finished() || slices.ContainsFunc(with, func(o Mailing) bool { return o.ID == d.ID }) {
			continue
		}
		c, err := l.Counts(ctx, d.ID)
		if err != nil {
			return said, err
		}
		if c.Queued+c.Deferred > 0 {
			return saying.Of("%s is not cancelled by it and brings advance copies: pressroom cancel %s ends both", d.ID, m.Slug), nil
		}
	}
	return Held(held, m.Slug), nil
}
