package dispatch

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"pressroom/internal/audience"
	"pressroom/internal/blob"
	"pressroom/internal/coalition"
	"pressroom/internal/compile"
	"pressroom/internal/embargo"
	"pressroom/internal/jobs"
	"pressroom/internal/ledger"
	"pressroom/internal/mail"
)

// Jobs are what a process does by itself with what is scheduled: for partners who took
// a quote back, and for what waits for a word. Any can, since nothing but the database is
// read for it.
func Jobs(l *ledger.Ledger) []jobs.Kind {
	return []jobs.Kind{redating(l), jobs.Handle(func(ctx context.Context, t coalition.TakeOut) error {
		waiting, err := l.HeldBack(ctx)
		if err != nil {
			return err
		}
		var errs []error
		for _, d := range waiting {
			if d.Slug == t.Slug {
				errs = append(errs, TakeOut(ctx, l, d))
			}
		}
		return errors.Join(errs...)
	})}
}

// TakeOut takes out of a dispatch the quotes that were taken back: what is stored is
// compiled again without them, from the snapshot and never from the folder, and swapped
// in one transaction, which the latch excludes. Somebody else's work on the same is no
// error. Where it can never be done, as with a snapshot that is damaged, the dispatch is
// held and the lead told.
func TakeOut(ctx context.Context, l *ledger.Ledger, d *ledger.Dispatch) error {
	s, err := ReadSnapshot(ctx, l, d.ID)
	var less *ledger.Less
	if err == nil {
		less, err = s.without(ctx, l, d)
	}
	if never(err) {
		return l.GiveUp(ctx, d.ID, err)
	}
	if err != nil {
		return fmt.Errorf("taking %s out of %s: %w", strings.Join(d.Withdrawn, ", "), d.ID, err)
	}
	if d.Kind == embargo.Advance {
		err = moveOn(ctx, l, *less)
	} else {
		err = l.Swap(ctx, *less)
	}
	if errors.Is(err, ledger.ErrSwapped) {
		return nil // another was faster, or there is more to take out by now: that has its own mark
	}
	return err
}

// toSend is what was stored of a dispatch, without the quotes that were taken back since:
// what goes to somebody now.
func toSend(ctx context.Context, l *ledger.Ledger, id string) (*Snapshot, error) {
	d, err := l.Dispatch(ctx, id)
	if err != nil {
		return nil, err
	}
	s, err := ReadSnapshot(ctx, l, id)
	if err != nil || len(d.Withdrawn) == 0 {
		return s, err
	}
	s.Input, err = s.Input.Leaving(d.Withdrawn...)
	return s, err
}

// never tells whether trying again would not mend an error.
func never(err error) bool {
	var damaged *blob.DamagedError
	var unread *compile.LeavingError
	return errors.Is(err, compile.ErrPartial) || errors.Is(err, compile.ErrNewer) || errors.As(err, &damaged) || errors.As(err, &unread)
}

// without compiles all that was stored of a dispatch once more, without what was taken
// back of it.
func (s *Snapshot) without(ctx context.Context, l *ledger.Ledger, d *ledger.Dispatch) (*ledger.Less, error) {
	in, err := s.Input.Leaving(d.Withdrawn...)
	if err != nil {
		return nil, err
	}
	less := &Snapshot{Dispatch: s.Dispatch, Input: in, Kind: s.Kind, Phase: s.Phase, kept: s.kept}
	forms, err := s.forms()
	if err != nil {
		return nil, err
	}
	again, err := less.draft(ctx, l, d, forms)
	if err != nil {
		return nil, err
	}
	return &ledger.Less{Of: d, Quotes: d.Withdrawn, Draft: *again}, nil
}

// draft is a dispatch like another, compiled from the snapshot, with these forms of its
// messages.
func (s *Snapshot) draft(ctx context.Context, l *ledger.Ledger, of *ledger.Dispatch, forms []audience.Form) (*ledger.Draft, error) {
	c := s.composer()
	artefacts, err := c.artefacts(ctx, forms)
	if err != nil {
		return nil, err
	}
	if _, ok := s.kept.Artefacts[mail.OriginsName]; ok { // made of the recipients, who stay
		if artefacts[mail.OriginsName], err = l.Artefact(ctx, of.ID, mail.OriginsName); err != nil {
			return nil, err
		}
	}
	snapshot, err := c.keep(artefacts)
	if err != nil {
		return nil, err
	}
	round := of.Round
	if round == "" {
		round = ledger.Outside
	}
	return &ledger.Draft{
		Slug: of.Slug, Revision: s.Input.Revision, Headline: of.Headline, Kind: of.Kind, Round: round, ReleaseAt: of.ReleaseAt,
		ClosesAt: of.ClosesAt, Grace: of.Grace, Zone: of.Zone, Sender: of.Sender, Snapshot: snapshot, Artefacts: artefacts, Blobs: c.blobs,
	}, nil
}

// moveOn has those who have not got their advance copy get it without the quote.
func moveOn(ctx context.Context, l *ledger.Ledger, less ledger.Less) error {
	id, err := l.Create(ctx, less.Draft)
	if err != nil {
		return err
	}
	if err = l.MoveOn(ctx, less, id); err != nil {
		return errors.Join(err, l.Discard(context.WithoutCancel(ctx), id))
	}
	return nil
}
