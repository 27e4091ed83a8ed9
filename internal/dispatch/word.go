package dispatch

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"pressroom/internal/audience"
	"pressroom/internal/contacts"
	"pressroom/internal/embargo"
	"pressroom/internal/jobs"
	"pressroom/internal/ledger"
	"pressroom/internal/release"
	"pressroom/internal/saying"
)

// Word is a release that waits for a word, as it would go: composed, with the day that
// it is in its zone.
type Word struct {
	Of     *ledger.Dispatch
	Count  ledger.Counts
	Others []*ledger.Dispatch // of its group, which are void once it goes
	Day    string             // that it bears, as in 2026-07-26
	// Differs: the release's file says something else by now than what was armed, and goes.
	Differs bool

	ledger *ledger.Ledger
}

// NotArmedError says that nothing of a release waits for a word.
type NotArmedError struct{ Slug string }

func (e *NotArmedError) Error() string { return e.Said().String() }

// Said is the error as a sentence.
func (e *NotArmedError) Said() saying.Sentence {
	return saying.Of("nothing of %s is armed; with release_at = %q in its file, pressroom send %s arms it", e.Slug, release.AtWord, e.Slug)
}

// Ready finds what waits for a word of a release, and composes it anew if it bears
// another day than now's. It is a NotArmedError where there is nothing, and a
// ledger.StateError where it is held.
func Ready(ctx context.Context, l *ledger.Ledger, slug string) (*Word, error) {
	d, err := l.ArmedOf(ctx, slug)
	if errors.Is(err, ledger.ErrNotArmed) {
		return nil, &NotArmedError{slug}
	}
	if err != nil {
		return nil, err
	}
	w := &Word{Of: d, ledger: l}
	if err := w.compose(ctx); err != nil {
		return nil, err
	}
	if w.Count, err = l.Counts(ctx, d.ID); err != nil {
		return nil, err
	}
	w.Others, err = l.Others(ctx, d)
	return w, err
}

// Mailed is how many it would go to.
func (w *Word) Mailed() int { return w.Count.Queued + w.Count.Deferred }

// String says what would go, to how many, and what becomes void with it.
func (w *Word) String() string { return w.Of.Headline + "\n" + strings.Join(w.Lines().Texts(), "\n") }

// Lines say what would go, to how many, and what becomes void with it.
func (w *Word) Lines() saying.Lines {
	var out saying.Lines
	out.Add("%s, with the day %s, to %v", w.Of.ID, w.Day, journalists(w.Mailed()))
	if w.Differs {
		out.Add("The file has changed since: what goes is what was armed; pressroom send %s --replace swaps it first", w.Of.Slug)
	}
	if len(w.Others) > 0 {
		out.Add("Void with it, of the group %s:", w.Of.Group)
	}
	for _, o := range w.Others {
		out.Add("  %s  %s", o.ID, o.Headline)
	}
	return out
}

// compose makes what is stored bear the day that it is, and takes note of it.
func (w *Word) compose(ctx context.Context) error {
	now, err := w.ledger.Now(ctx)
	if err != nil {
		return err
	}
	if w.Day, err = Redate(ctx, w.ledger, w.Of, now); err != nil {
		return err
	}
	w.Of, err = w.ledger.Dispatch(ctx, w.Of.ID)
	return err
}

// Go lets it go now, and returns its instant and what became void with it. What midnight
// or somebody else's work has changed since Ready is composed once more.
func (w *Word) Go(ctx context.Context) (at time.Time, void []string, err error) {
	for range goTries {
		at, void, err = w.ledger.Go(ctx, w.Of.ID, w.Of.Snapshot, w.Day)
		if !errors.Is(err, ledger.ErrAnotherDay) {
			return at, void, err
		}
		if err := w.compose(ctx); err != nil && !errors.Is(err, ledger.ErrSwapped) {
			return time.Time{}, nil, err
		}
	}
	return at, void, err
}

// goTries is how often something may change under a word before it is given up.
const goTries = 3

// Rehearse mails what would go, as it would go, to these addresses alone, marked as a
// test.
func (w *Word) Rehearse(ctx context.Context, addresses []string) (id string, err error) {
	s, err := ReadSnapshot(ctx, w.ledger, w.Of.ID)
	if err != nil {
		return "", err
	}
	now, err := w.ledger.Now(ctx)
	if err != nil {
		return "", err
	}
	s.Kind = embargo.Test
	form := audience.Form{Language: s.Input.Release.Main().Language, Attach: len(s.Input.Enclosed(true)) > 0}
	d, err := s.draft(ctx, w.ledger, w.Of, []audience.Form{form})
	if err != nil {
		return "", err
	}
	d.Kind, d.Round, d.ReleaseAt = embargo.Test, ledger.Outside, now
	var to []ledger.Recipient
	for _, address := range addresses {
		key, err := contacts.AddressKey(address)
		if err != nil {
			return "", err
		}
		to = append(to, ledger.Recipient{
			Key: key, Address: envelopeAddress(&contacts.Journalist{Email: address, Key: key}), Language: form.Language, Template: form.Name(),
		})
	}
	if id, err = w.ledger.Create(ctx, *d); err != nil {
		return "", err
	}
	if err := w.ledger.Add(ctx, id, to); err != nil {
		return "", errors.Join(err, w.ledger.Discard(context.WithoutCancel(ctx), id))
	}
	return id, w.ledger.ScheduleTest(ctx, id)
}

// Redate composes what is stored of a dispatch that waits for a word anew where it
// bears another day than that of now in its zone, and returns the day that it bears
// then. Nothing but the database is read for it.
func Redate(ctx context.Context, l *ledger.Ledger, d *ledger.Dispatch, now time.Time) (day string, err error) {
	s, err := ReadSnapshot(ctx, l, d.ID)
	if err != nil {
		return "", err
	}
	in := s.Input.Dated(now)
	if in.Day == s.Input.Day {
		return in.Day, nil
	}
	forms, err := s.forms()
	if err != nil {
		return "", err
	}
	s.Input = in
	draft, err := s.draft(ctx, l, d, forms)
	if err != nil {
		return "", fmt.Errorf("composing %s for %s: %w", d.ID, in.Day, err)
	}
	return in.Day, l.Swap(ctx, ledger.Less{Of: d, Draft: *draft})
}

// Redating is the job that composes what waits for a word anew, after midnight in the
// zone of each.
type Redating struct{}

// Kind names the job.
func (Redating) Kind() string { return "redate" }

// redateEvery is how often the days of what waits for a word are looked at.
const redateEvery = 5 * time.Minute

// redating is that job. What somebody else changes meanwhile has its next turn.
func redating(l *ledger.Ledger) jobs.Kind {
	return jobs.Every[Redating](redateEvery, func(ctx context.Context) error {
		all, err := l.AllArmed(ctx)
		if err != nil {
			return err
		}
		now, err := l.Now(ctx)
		if err != nil {
			return err
		}
		var errs []error
		for _, d := range all {
			if _, err := Redate(ctx, l, d, now); err != nil && !errors.Is(err, ledger.ErrSwapped) {
				errs = append(errs, err)
			}
		}
		return errors.Join(errs...)
	})
}

// Going says what go does.
const Going = `Let a release go that is armed: one with release_at = "hold" that was sent.

It bears the day that it is in its zone, and leaves within a second of the
answer if a worker is running. With it, the others of its group become void:
they cannot leave any more. Nothing of that can be taken back.

With --rehearse nothing of it goes: the same message, with the day of today, is
mailed through the same server to the lead alone (notify.email, or --to).`
