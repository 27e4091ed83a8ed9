package dispatch

import (
	"context"
	"errors"
	"fmt"

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

// TakeOut takes out of a dispatch the quotes that were taken back, and has it bear the
// instant to which it was moved: what is stored is compiled again so, from the snapshot
// and never from the folder, and swapped in one transaction, which the latch excludes. Somebody else's work on the same is no
// error. Where it can never be done, as with a snapshot that is damaged, the dispatch is
// held and the lead told.
func TakeOut(ctx context.Context, l *ledger.Ledger, d *ledger.Dispatch) error {
	s, err := ReadSnapshot(ctx, l, d.ID)
	var less *ledger.Less
	if err == nil {
		less, err = s.asItIs(ctx, l, d)
	}
	if never(err) {
		return l.GiveUp(ctx, d.ID, err)
	}
	if err != nil {
		return fmt.Errorf("composing %s anew: %w", d.ID, err)
	}
	if d.Kind == embargo.Advance || d.Kind == embargo.Notice {
		err = moveOn(ctx, l, *less)
	} else {
		err = l.Swap(ctx, *less)
	}
	if errors.Is(err, ledger.ErrSwapped) {
		return nil // another was faster, or there is more to take out by now: that has its own mark
	}
	return err
}

// toSend is what was stored of a dispatch, without the quotes that were taken back since
// and with the instant to which it was moved: what goes to somebody now. d is the dispatch
// as it was when that was looked at.
func toSend(ctx context.Context, l *ledger.Ledger, id string) (s *Snapshot, d *ledger.Dispatch, err error) {
	if d, err = l.Dispatch(ctx, id); err != nil {
		return nil, nil, err
	}
	s, err = ReadSnapshot(ctx, l, id)
	if err == nil {
		s.Input, err = asItIs(s.Input, d)
	}
	return s, d, err
}

// asItIs is the input of a dispatch as its row has it by now.
func asItIs(in *compile.Input, d *ledger.Dispatch) (*compile.Input, error) {
	var err error
	if len(d.Withdrawn) > 0 {
		if in, err = in.Leaving(d.Withdrawn...); err != nil {
			return nil, err
		}
	}
	if !d.Moved {
		return in, nil
	}
	at := d.ReleaseAt
	if d.Kind != embargo.Release {
		at = d.ClosesAt
	}
	return in.Moved(at)
}

// never tells whether trying again would not mend an error.
func never(err error) bool {
	var damaged *blob.DamagedError
	var unread *compile.LeavingError
	var timeless *compile.MovedError
	return errors.Is(err, compile.ErrPartial) || errors.Is(err, compile.ErrNewer) || errors.As(err, &damaged) ||
		errors.As(err, &unread) || errors.As(err, &timeless)
}

// asItIs compiles all that was stored of a dispatch once more, as its row has it by now.
func (s *Snapshot) asItIs(ctx context.Context, l *ledger.Ledger, d *ledger.Dispatch) (*ledger.Less, error) {
	in, err := asItIs(s.Input, d)
	if err != nil {
		return nil, err
	}
	again, err := s.with(ctx, l, d, in)
	if err != nil {
		return nil, err
	}
	return &ledger.Less{Of: d, Quotes: d.Withdrawn, Draft: *again}, nil
}

// with compiles all that was stored of a dispatch once more, of another input.
func (s *Snapshot) with(ctx context.Context, l *ledger.Ledger, d *ledger.Dispatch, in *compile.Input) (*ledger.Draft, error) {
	other := &Snapshot{Dispatch: s.Dispatch, Input: in, Kind: s.Kind, Phase: s.Phase, kept: s.kept}
	forms, err := s.forms()
	if err != nil {
		return nil, err
	}
	return other.draft(ctx, l, d, forms)
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

// moveOn has those who have not got their advance copy get it as it is by now.
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
