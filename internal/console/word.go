package console

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"pressroom/internal/app"
	"pressroom/internal/dispatch"
	"pressroom/internal/status"
	"pressroom/internal/wording"
)

// Going is what go is told. Rehearse mails the release to the lead alone, or to the address To.
type Going struct {
	Manner
	Rehearse bool
	To       string
}

// Go lets an armed release go, or mails it to the lead alone where it is rehearsed.
func (t *Terminal) Go(ctx context.Context, a *app.App, arg string, g Going) error {
	if err := a.ReadyToSend(ctx); err != nil {
		return err
	}
	w, err := a.Word(ctx, arg)
	if err != nil {
		return err
	}
	if g.Rehearse {
		return t.rehearse(ctx, a, w, g.To)
	}
	if g.To != "" {
		return Usage(errors.New("--to goes with --rehearse; a release goes to its own audience"))
	}
	fmt.Fprintln(t.Stdout, w)
	if err := t.sure("Let it go?", g.Yes); err != nil {
		return err
	}
	at, void, err := w.Go(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintf(t.Stdout, "%s was let go at %s\n", w.Of.ID, at.In(w.Of.Location()).Format(status.Clock))
	if len(void) > 0 {
		fmt.Fprintf(t.Stdout, "void now: %s\n", strings.Join(void, ", "))
	}
	return t.afterScheduling(ctx, a, []string{w.Of.ID}, g.Wait)
}

// rehearse mails what would go to the lead, at once.
func (t *Terminal) rehearse(ctx context.Context, a *app.App, w *dispatch.Word, to string) error {
	lead := a.Workspace.Settings.Notify.Email
	if to != "" {
		lead = []string{to}
	}
	if len(lead) == 0 {
		return Usage(errors.New("nobody is named to rehearse to; set email in [notify] of pressroom.toml, or give --to ADDRESS"))
	}
	id, err := w.Rehearse(ctx, lead)
	if err != nil {
		return err
	}
	if err := t.waitFor(ctx, a, []string{id}); err != nil {
		return err
	}
	fmt.Fprintf(t.Stdout, "rehearsed to %s, with the day %s, as %s; %s stays armed, for %s\n", strings.Join(lead, ", "), w.Day, id, w.Of.ID,
		wording.Count(w.Mailed(), "journalist"))
	return nil
}
