package console

import (
	"context"
	"errors"
	"fmt"

	"pressroom/internal/app"
	"pressroom/internal/dispatch"
	"pressroom/internal/ledger"
)

// MoveEmbargo moves the instant at which a scheduled release goes out. The instant is as it
// was typed: in the release's zone, or with its offset.
func (t *Terminal) MoveEmbargo(ctx context.Context, a *app.App, arg, instant string, f Manner) error {
	return t.moveInstant(ctx, a, arg, f, "Move it?", func(slug string) (*dispatch.Move, error) {
		return a.Embargo.PrepareMove(ctx, slug, instant)
	})
}

// LiftEmbargo ends the embargo of a scheduled release now. The reason is kept.
func (t *Terminal) LiftEmbargo(ctx context.Context, a *app.App, arg, reason string, f Manner) error {
	return t.moveInstant(ctx, a, arg, f, "Let everything go now?", func(slug string) (*dispatch.Move, error) {
		return a.Embargo.PrepareLift(ctx, slug, reason)
	})
}

// moveInstant shows what another instant would do, asks, and does it.
func (t *Terminal) moveInstant(
	ctx context.Context, a *app.App, arg string, f Manner, question string, prepare func(slug string) (*dispatch.Move, error),
) error {
	if err := a.ReadyToSend(ctx); err != nil {
		return err
	}
	slug, err := a.Sent(ctx, arg)
	if err != nil {
		return err
	}
	m, err := prepare(slug)
	if err != nil {
		return err
	}
	fmt.Fprintln(t.Stdout, m)
	if err := t.Confirm(question, f.Yes); err != nil {
		if errors.Is(err, QuietError{}) {
			fmt.Fprintln(t.Stderr, "Nothing was changed.")
		}
		return err
	}
	since, err := a.Ledger.Now(ctx)
	if err != nil {
		return err
	}
	file, err := m.Do(ctx)
	if err != nil && !errors.Is(err, ledger.ErrInFlight) {
		return err
	}
	switch {
	case m.Now:
		fmt.Fprintf(t.Stdout, "%s goes out now\n", m.Of.ID)
	case m.Of.State != ledger.Scheduled:
		fmt.Fprintf(t.Stdout, "%s is timed for %s, and stays %s\n", m.Of.ID, m.To.Format(dispatch.Instant), m.Of.State)
	default:
		fmt.Fprintf(t.Stdout, "%s goes out %s\n", m.Of.ID, m.To.Format(dispatch.Instant))
	}
	if said := m.FileSays(file); said != "" {
		fmt.Fprintln(t.Stderr, said)
	}
	if err != nil {
		fmt.Fprintln(t.Stderr, dispatch.InFlight)
	}
	ids, err := t.lettersOf(ctx, a, slug, since)
	if err != nil {
		return err
	}
	if m.Now {
		ids = append([]string{m.Of.ID}, ids...)
	}
	if len(ids) == 0 {
		return nil
	}
	return t.afterScheduling(ctx, a, ids, f.Wait)
}

// TakeOff takes somebody off the advance copies of a release, and has them told where they
// have one.
func (t *Terminal) TakeOff(ctx context.Context, a *app.App, arg, address string, f Manner) error {
	if err := a.ReadyToSend(ctx); err != nil {
		return err
	}
	slug, err := a.Sent(ctx, arg)
	if err != nil {
		return err
	}
	if err := t.Confirm(fmt.Sprintf("Take %s off the advance copies of %s?", address, slug), f.Yes); err != nil {
		return err
	}
	taken, err := a.Embargo.TakeOff(ctx, slug, address)
	if err != nil {
		return err
	}
	fmt.Fprintln(t.Stdout, taken.Says(address))
	if taken.Letter == "" {
		return nil
	}
	return t.afterScheduling(ctx, a, []string{taken.Letter}, f.Wait)
}
