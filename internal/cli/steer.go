package cli

import (
	"context"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/console"
)

func (e *env) cancelCommand() *cobra.Command {
	var yes bool
	c := &cobra.Command{
		Use: "cancel DISPATCH|SLUG", Short: "End a mailing: what has not left does not leave",
		Args: args(cobra.ExactArgs(1), "cancel takes one dispatch, or a release for all its unfinished ones"),
		RunE: e.on(func(ctx context.Context, a *app.App, arg []string) error { return e.Cancel(ctx, a, arg[0], yes) }),
	}
	c.Flags().BoolVarP(&yes, "yes", "y", false, "do not ask")
	return c
}

func (e *env) pauseCommand() *cobra.Command {
	return &cobra.Command{
		Use: "pause DISPATCH|SLUG", Short: "Stop a mailing until it is resumed",
		Args: args(cobra.ExactArgs(1), "pause takes one dispatch or release"),
		RunE: e.on(func(ctx context.Context, a *app.App, arg []string) error { return e.Pause(ctx, a, arg[0]) }),
	}
}

func (e *env) resumeCommand() *cobra.Command {
	var f console.Manner
	var fallback bool
	c := &cobra.Command{
		Use: "resume DISPATCH|SLUG", Short: "Go on with a mailing that is paused, held or missed",
		Long: `Go on with a mailing that is paused, held or missed. Where that ends a hold
(withdraw --hold), those who were asked to wait are told that the copy they have
may be used as it was sent.

With --fallback it goes on through the second relay that mail.fallback names,
also where it is being sent at present: for the night when the first one is
down. The next resume without it goes back to the first.`,
		Args: args(cobra.ExactArgs(1), "resume takes one dispatch or release"),
		RunE: e.on(func(ctx context.Context, a *app.App, arg []string) error {
			return e.Resume(ctx, a, arg[0], fallback, f)
		}),
	}
	c.Flags().BoolVarP(&f.Yes, "yes", "y", false, "do not ask")
	c.Flags().BoolVar(&f.Wait, "wait", false, "deliver in this process, and come back when the mailing is done")
	c.Flags().BoolVar(&fallback, "fallback", false, "through the second relay, mail.fallback")
	return c
}

func (e *env) retryCommand() *cobra.Command {
	var f console.Manner
	var doubt bool
	c := &cobra.Command{
		Use: "retry DISPATCH|SLUG", Short: "Try again, at once, what failed or waits to be tried again",
		Long: `Try again, at once, what failed or waits to be tried again.

With --in-doubt it is those instead whose message was written whole and never
answered. Whoever has it gets a second copy, with the same Message-ID.`,
		Args: args(cobra.ExactArgs(1), "retry takes one dispatch or release"),
		RunE: e.on(func(ctx context.Context, a *app.App, arg []string) error { return e.Retry(ctx, a, arg[0], doubt, f) }),
	}
	c.Flags().BoolVar(&f.Wait, "wait", false, "deliver in this process, and come back when the mailing is done")
	c.Flags().BoolVar(&doubt, "in-doubt", false, "those whose answer was lost, who may have it already")
	c.Flags().BoolVarP(&f.Yes, "yes", "y", false, "with --in-doubt: do not ask")
	return c
}
