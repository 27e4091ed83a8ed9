package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/console"
	"pressroom/internal/ledger"
	"pressroom/internal/status"
	"pressroom/internal/wording"
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
		RunE: e.on(func(ctx context.Context, a *app.App, arg []string) error {
			by, err := a.User()
			if err != nil {
				return console.Usage(err)
			}
			if slug := app.Correcting(arg[0]); slug != "" {
				return e.approveCorrection(ctx, a, slug, by, yes)
			}
			waiting, err := a.Awaiting(ctx, arg[0])
			if err != nil {
				return err
			}
			var free []string
			for _, m := range waiting {
				fmt.Fprintf(e.Stdout, "%s\n%s, revision %s, to %s, scheduled by %s\n", m.Headline, m.ID, m.Revision,
					wording.Count(m.Waiting(), "journalist"), m.ScheduledBy)
				if err := e.Confirm("Approve these words?", yes); err != nil {
					return err
				}
				left, err := a.Ledger.Approve(ctx, m.ID, m.Revision, by)
				if err != nil {
					return err
				}
				if left > 0 {
					fmt.Fprintf(e.Stdout, "approved %s; it waits for %s\n", m.ID, wording.Count(left, "other"))
					continue
				}
				after, err := status.Read(ctx, a.Ledger, m.ID)
				if err != nil {
					return err
				}
				fmt.Fprintf(e.Stdout, "approved %s; it %s\n", m.ID, after[0].Going())
				if after[0].State != ledger.Armed {
					free = append(free, m.ID)
				}
			}
			return e.goOn(ctx, a, free, false, nil)
		}),
	}
	c.Flags().BoolVarP(&yes, "yes", "y", false, "do not ask")
	return c
}

// approveCorrection approves the words of a file that are to put a release right.
func (e *env) approveCorrection(ctx context.Context, a *app.App, slug, by string, yes bool) error {
	plan, err := a.ToApprove(ctx, slug)
	if err != nil {
		return err
	}
	plan.Describe(e.Stdout)
	if err := e.Confirm("Approve these words?", yes); err != nil {
		return err
	}
	if err := a.Ledger.ApproveCorrection(ctx, slug, plan.Input.Revision, by); err != nil {
		return err
	}
	fmt.Fprintf(e.Stdout, "approved revision %s; pressroom correct %s, by somebody else, puts it right\n", plan.Input.Revision, slug)
	return nil
}
