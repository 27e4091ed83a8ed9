package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/status"
)

func (e *env) withdrawCommand() *cobra.Command {
	var yes, wait, hold bool
	var reason string
	c := &cobra.Command{
		Use: "withdraw SLUG --hold", Short: "Put a release on hold: nothing leaves, and who has a copy is asked to wait",
		Long: `Put a release on hold that is not out.

Nothing of it leaves at its instant, and those who have an advance copy are
written to: PLEASE HOLD – checking. pressroom resume SLUG ends it, and tells them
that the copy they have may be used as it was sent; pressroom send SLUG --replace
sends other words, and a new copy to those who have one.`,
		Args: args(cobra.ExactArgs(1), "withdraw takes one release"),
		RunE: e.on(func(ctx context.Context, a *app.App, arg []string) error {
			if !hold {
				return usageError{errors.New("a release that is not out is put on hold with --hold, or ended with pressroom cancel")}
			}
			slug, err := a.Sent(ctx, arg[0])
			if err != nil {
				return err
			}
			held, err := status.Holders(ctx, a.Ledger, slug)
			if err != nil {
				return err
			}
			if err := e.confirm(fmt.Sprintf("Put %s on hold?%s", slug, status.Asked(held)), yes); err != nil {
				return err
			}
			return e.hold(ctx, a, slug, reason, wait)
		}),
	}
	c.Flags().BoolVar(&hold, "hold", false, "nothing leaves for now; it is not taken back for good")
	c.Flags().StringVar(&reason, "reason", "", "why, for the record; those who have a copy do not read it")
	c.Flags().BoolVarP(&yes, "yes", "y", false, "do not ask")
	c.Flags().BoolVar(&wait, "wait", false, "deliver the letters from this process, and come back when that is done")
	return c
}

// hold puts a release on hold, and has those told who have a copy.
func (e *env) hold(ctx context.Context, a *app.App, slug, reason string, wait bool) error {
	if err := a.ReadyToSend(ctx); err != nil {
		return err
	}
	if _, err := a.Ledger.PutOnHold(ctx, slug, reason); err != nil {
		return err
	}
	fmt.Fprintf(e.stdout, "%s is on hold; pressroom resume %s ends that\n", slug, slug)
	return e.tellHolders(ctx, a, slug, wait)
}

// tellHolders has the letters written that are owed to those who have a copy.
func (e *env) tellHolders(ctx context.Context, a *app.App, slug string, wait bool) error {
	if err := a.Embargo.FinishNow(ctx, slug, func(said string) { fmt.Fprintln(e.stderr, said) }); err != nil {
		return err
	}
	ids, err := e.lettersOf(ctx, a, slug)
	if err != nil || len(ids) == 0 {
		return err
	}
	return e.afterScheduling(ctx, a, ids, wait)
}
