package dispatch

import (
	"context"
	"errors"
	"slices"

	"pressroom/internal/audience"
	"pressroom/internal/compile"
	"pressroom/internal/contacts"
	"pressroom/internal/diagnostic"
	"pressroom/internal/draft"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/release"
	"pressroom/internal/workspace"
)

// Bringer makes releases public that were out elsewhere before they came here. Nobody is
// mailed. It reads what they share once.
type Bringer struct {
	w     *workspace.Workspace
	l     *ledger.Ledger
	texts *draft.Reader
	book  *contacts.Book
}

// NewBringer returns one for the releases of a folder.
func NewBringer(w *workspace.Workspace, l *ledger.Ledger) (*Bringer, error) {
	book, _, err := audience.Book(w, nil)
	if err != nil {
		return nil, err
	}
	return &Bringer{w, l, draft.New(w).Reader(), book}, nil
}

// Bring stores a release as it is in the folder and makes it public under the day that it
// bears. What keeps a release from being sent keeps it from this, but for its day and its
// audience; it bears a day that is over, and no instant. known is what the database knows
// of its quotes, nil if none were asked for.
func (b *Bringer) Bring(ctx context.Context, slug string, known *release.Known) error {
	text, err := b.texts.Read(slug)
	if err != nil {
		return err
	}
	if text, err = text.With(known); err != nil {
		return err
	}
	now, err := b.l.Now(ctx)
	if err != nil {
		return err
	}
	verdict := text.Look(draft.Look{Book: b.book, Known: known, Now: now, Public: true, Mail: b.w.Settings.Mail, Users: b.w.Settings.Users})
	if verdict.Findings.HasErrors() {
		return &StaysDraftError{slug, errorsOf(verdict.Findings)}
	}
	if text.Input.Release.Timing.Kind != release.Immediate {
		return &StaysDraftError{slug, errors.New("it bears an instant and no day; what was out before today says so with date")}
	}
	err = b.publish(ctx, text.Input)
	var day *ledger.NotBeforeError
	var history *ledger.HasHistoryError
	if errors.As(err, &day) || errors.As(err, &history) {
		return &StaysDraftError{slug, err}
	}
	return err
}

// StaysDraftError says why a release is not brought in as one that was out.
type StaysDraftError struct {
	Slug string
	Why  error
}

func (e *StaysDraftError) Error() string { return e.Slug + " stays a draft: " + e.Why.Error() }

func (e *StaysDraftError) Unwrap() error { return e.Why }

// errorsOf are the findings that are errors.
func errorsOf(all diagnostic.List) diagnostic.List {
	return slices.DeleteFunc(slices.Clone(all), func(d diagnostic.Diagnostic) bool { return d.Severity != diagnostic.Error })
}

func (b *Bringer) publish(ctx context.Context, in *compile.Input) error {
	r := in.Release
	p := &Plan{Input: in, settings: b.w.Settings, ledger: b.l}
	var err error
	if p.form, err = audience.NewForms(b.book, r, in.Settings.Orgs, p.settings.Mail); err != nil {
		return err
	}
	m := &Mailing{Kind: embargo.Release, Phase: release.PhaseRelease, At: r.Timing.At}
	p.Mailings = []*Mailing{m}
	id, err := p.write(ctx, m)
	if err == nil {
		err = b.l.BringIn(ctx, id)
	}
	if err != nil && id != "" {
		return errors.Join(err, b.l.Discard(context.WithoutCancel(ctx), id))
	}
	return err
}
