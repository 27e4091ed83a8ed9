package cli

import (
	"context"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
)

func (e *env) approveCommand() *cobra.Command {
	var yes bool
	c := &cobra.Command{
		Use: "approve DISPATCH|SLUG", Short: "Approve the words of a mailing that somebody else scheduled",
		Long: `Approve the words of a mailing that somebody else scheduled.

With approvers set in [dispatch], nothing of a mailing leaves before so many
others than who scheduled it have approved its words; what is armed is approved
beforehand. An approval is of exact words: it falls when they change. Who you are
says PRESSROOM_USER, with your address. What is to put right a release that went out
is approved before, as river-report/correction.`,
		Args: args(cobra.ExactArgs(1), "approve takes one dispatch, or a release for all of it that waits"),
		RunE: e.on(func(ctx context.Context, a *app.App, arg []string) error { return e.Approve(ctx, a, arg[0], yes) }),
	}
	c.Flags().BoolVarP(&yes, "yes", "y", false, "do not ask")
	return c
}
