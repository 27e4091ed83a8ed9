package cli

import (
	"context"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/console"
	"pressroom/internal/dispatch"
)

func (e *env) goCommand() *cobra.Command {
	var g console.Going
	c := &cobra.Command{
		Use: "go SLUG", Short: "Let an armed release go, now",
		Long: dispatch.Going,
		Args: args(cobra.ExactArgs(1), "go takes one release"),
		RunE: e.on(func(ctx context.Context, a *app.App, arg []string) error { return e.Go(ctx, a, arg[0], g) }),
	}
	c.Flags().BoolVarP(&g.Yes, "yes", "y", false, "do not ask")
	c.Flags().BoolVar(&g.Wait, "wait", false, "deliver in this process, and come back when the mailing is done")
	c.Flags().BoolVar(&g.Rehearse, "rehearse", false, "mail it to the lead alone, at once, marked as a test; nothing of it goes")
	c.Flags().StringVar(&g.To, "to", "", "with --rehearse: to this address instead of notify.email")
	return c
}
