package cli

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/dispatch"
	"pressroom/internal/language"
	"pressroom/internal/status"
)

func (e *env) withdrawCommand() *cobra.Command {
	var hold bool
	var f sendFlags
	var reason, instead string
	reasons := make(map[string]*string)
	c := &cobra.Command{
		Use: "withdraw SLUG --reason TEXT | --hold", Short: "Take a release back, or ask those who have a copy to wait",
		Long: dispatch.Withdrawing,
		Args: args(cobra.ExactArgs(1), "withdraw takes one release"),
		RunE: e.on(func(ctx context.Context, a *app.App, arg []string) error {
			if !hold {
				reasons[""] = &reason
				given, err := dispatch.ReadSentences("", reasons)
				if err != nil {
					return err
				}
				return e.withdraw(ctx, a, arg[0], instead, given, f)
			}
			slug, err := a.Sent(ctx, arg[0])
			if err != nil {
				return err
			}
			reasons[""] = &reason
			given, err := dispatch.ReadSentences("", reasons)
			if err != nil {
				return err
			}
			if plan, err := a.PlanHold(ctx, slug, false, given); err != nil || plan != nil {
				return e.check(ctx, a, plan, err, "Ask them to wait, now?", f)
			}
			held, err := status.Holders(ctx, a.Ledger, slug)
			if err != nil {
				return err
			}
			if f.dryRun {
				fmt.Fprintln(e.Stdout, status.Asked(held))
				return a.Embargo.HoldLetters(ctx, slug, e.Stdout)
			}
			if err := e.Confirm(fmt.Sprintf("Put %s on hold? %s", slug, status.Asked(held)), f.yes); err != nil {
				return err
			}
			return e.hold(ctx, a, slug, reason, f.wait)
		}),
	}
	c.Flags().BoolVar(&hold, "hold", false, "nothing leaves for now; it is not taken back for good")
	c.Flags().StringVar(&reason, "reason", "",
		"why, as those who have it read it (--reason-es and so on for others); of a hold before it is out, for the record")
	c.Flags().StringVar(&instead, "replace-with", "", "the slug of a public release that stands in its place")
	e.perLanguage(c, "reason", reasons)
	c.Flags().BoolVar(&f.dryRun, "dry-run", false, "show who would be told, and what they would read, and stop")
	c.Flags().BoolVarP(&f.yes, "yes", "y", false, "do not ask")
	c.Flags().BoolVar(&f.wait, "wait", false, "deliver the letters from this process, and come back when that is done")
	return c
}

// perLanguage adds a hidden flag for each language, as in --reason-es.
func (e *env) perLanguage(c *cobra.Command, name string, to map[string]*string) {
	for _, tag := range language.Known() {
		to[tag] = c.Flags().String(name+"-"+tag, "", "in "+tag)
		c.Flags().Lookup(name + "-" + tag).Hidden = true
	}
}

// withdraw takes a release back.
func (e *env) withdraw(ctx context.Context, a *app.App, arg, instead string, reasons map[string]string, f sendFlags) error {
	if err := a.ReadyToSend(ctx); err != nil {
		return err
	}
	plan, err := a.PlanWithdrawal(ctx, arg, instead, reasons)
	if err != nil {
		return err
	}
	plan.Describe(e.Stdout)
	if f.dryRun {
		return plan.Letters(ctx, e.Stdout)
	}
	if err := e.sure("Withdraw it, now?", f.yes); err != nil {
		return err
	}
	id, err := plan.Schedule(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintf(e.Stdout, "scheduled %s\n", id)
	return e.afterScheduling(ctx, a, []string{id}, f.wait)
}

// hold puts a release on hold, and has those told who have a copy.
func (e *env) hold(ctx context.Context, a *app.App, slug, reason string, wait bool) error {
	if err := a.ReadyToSend(ctx); err != nil {
		return err
	}
	since, err := a.Ledger.Now(ctx)
	if err != nil {
		return err
	}
	if _, err := a.Ledger.PutOnHold(ctx, slug, reason); err != nil {
		return err
	}
	fmt.Fprintf(e.Stdout, "%s is on hold; pressroom resume %s ends that\n", slug, slug)
	return e.tellHolders(ctx, a, slug, since, wait)
}

// tellHolders has the letters written that are owed to those who have a copy.
func (e *env) tellHolders(ctx context.Context, a *app.App, slug string, since time.Time, wait bool) error {
	ids, err := e.writeLetters(ctx, a, slug, since)
	if err != nil || len(ids) == 0 {
		return err
	}
	return e.afterScheduling(ctx, a, ids, wait)
}

// writeLetters has them written, and names their mailings: those written since an instant.
func (e *env) writeLetters(ctx context.Context, a *app.App, slug string, since time.Time) ([]string, error) {
	if err := a.Embargo.FinishNow(ctx, slug, func(said string) { fmt.Fprintln(e.Stderr, said) }); err != nil {
		return nil, err
	}
	return e.lettersOf(ctx, a, slug, since)
}

// check asks everybody who has a release that is out to wait, or ends that.
func (e *env) check(ctx context.Context, a *app.App, plan *dispatch.Checking, err error, question string, f sendFlags) error {
	if err == nil {
		err = a.ReadyToSend(ctx)
	}
	if err != nil {
		return err
	}
	plan.Describe(e.Stdout)
	if f.dryRun {
		return plan.Letters(ctx, e.Stdout)
	}
	if err := e.sure(question, f.yes); err != nil {
		return err
	}
	s, err := plan.Schedule(ctx)
	if err != nil {
		return err
	}
	for _, id := range s.IDs() {
		fmt.Fprintf(e.Stdout, "scheduled %s\n", id)
	}
	return e.afterScheduling(ctx, a, s.IDs(), f.wait)
}
