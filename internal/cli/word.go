package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/console"
	"pressroom/internal/dispatch"
	"pressroom/internal/status"
	"pressroom/internal/wording"
)

func (e *env) goCommand() *cobra.Command {
	var yes, wait, rehearse bool
	var to string
	c := &cobra.Command{
		Use: "go SLUG", Short: "Let an armed release go, now",
		Long: dispatch.Going,
		Args: args(cobra.ExactArgs(1), "go takes one release"),
		RunE: e.on(func(ctx context.Context, a *app.App, arg []string) error {
			if err := a.ReadyToSend(ctx); err != nil {
				return err
			}
			w, err := a.Word(ctx, arg[0])
			if err != nil {
				return err
			}
			if rehearse {
				return e.rehearse(ctx, a, w, to)
			}
			if to != "" {
				return console.Usage(errors.New("--to goes with --rehearse; a release goes to its own audience"))
			}
			fmt.Fprintln(e.Stdout, w)
			if err := e.sure("Let it go?", yes); err != nil {
				return err
			}
			at, void, err := w.Go(ctx)
			if err != nil {
				return err
			}
			fmt.Fprintf(e.Stdout, "%s was let go at %s\n", w.Of.ID, at.In(w.Of.Location()).Format(status.Clock))
			if len(void) > 0 {
				fmt.Fprintf(e.Stdout, "void now: %s\n", strings.Join(void, ", "))
			}
			return e.afterScheduling(ctx, a, []string{w.Of.ID}, wait)
		}),
	}
	c.Flags().BoolVarP(&yes, "yes", "y", false, "do not ask")
	c.Flags().BoolVar(&wait, "wait", false, "deliver in this process, and come back when the mailing is done")
	c.Flags().BoolVar(&rehearse, "rehearse", false, "mail it to the lead alone, at once, marked as a test; nothing of it goes")
	c.Flags().StringVar(&to, "to", "", "with --rehearse: to this address instead of notify.email")
	return c
}

// rehearse mails what would go to the lead, at once.
func (e *env) rehearse(ctx context.Context, a *app.App, w *dispatch.Word, to string) error {
	lead := a.Workspace.Settings.Notify.Email
	if to != "" {
		lead = []string{to}
	}
	if len(lead) == 0 {
		return console.Usage(errors.New("nobody is named to rehearse to; set email in [notify] of pressroom.toml, or give --to ADDRESS"))
	}
	id, err := w.Rehearse(ctx, lead)
	if err != nil {
		return err
	}
	if err := e.WaitFor(ctx, a, []string{id}); err != nil {
		return err
	}
	fmt.Fprintf(e.Stdout, "rehearsed to %s, with the day %s, as %s; %s stays armed, for %s\n", strings.Join(lead, ", "), w.Day, id, w.Of.ID,
		wording.Count(w.Mailed(), "journalist"))
	return nil
}
