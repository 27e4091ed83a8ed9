package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/console"
	"pressroom/internal/dispatch"
)

type sendFlags struct {
	test, language             string
	dryRun, yes, wait, replace bool
	without                    []string
	more                       bool
	again                      string
	name, outlet               string
}

func (e *env) sendCommand() *cobra.Command {
	var f sendFlags
	c := &cobra.Command{
		Use: "send FILE|SLUG [--more [ADDRESS…] | --again ADDRESS]", Short: "Show the plan, ask, and schedule the mailing",
		Long: dispatch.Sending,
		Args: args(cobra.MinimumNArgs(1), "send takes one release"),
		RunE: func(cmd *cobra.Command, a []string) error {
			if err := f.check(a[1:]); err != nil {
				return err
			}
			return e.on(func(ctx context.Context, p *app.App, a []string) error {
				if err := p.ReadyToSend(ctx); err != nil {
					return err
				}
				switch {
				case f.more:
					return e.sendMore(ctx, p, a[0], a[1:], f)
				case f.again != "":
					return e.sendAgain(ctx, p, a[0], f)
				}
				return e.send(ctx, p, a[0], f)
			})(cmd, a)
		},
	}
	c.Flags().StringVar(&f.test, "test", "", "send to this address alone, at once, marked as a test")
	c.Flags().StringVar(&f.language, "language", "", "with --test: the language to send")
	c.Flags().BoolVar(&f.dryRun, "dry-run", false, "show the plan and stop")
	c.Flags().BoolVarP(&f.yes, "yes", "y", false, "do not ask")
	c.Flags().BoolVar(&f.wait, "wait", false, "deliver in this process, and come back when the mailing is done")
	c.Flags().StringSliceVar(&f.without, "without", nil, "leave out the quote of this organization, by its id or name; several with commas")
	c.Flags().BoolVar(&f.more, "more", false, "mail what has gone out to those of its audience who do not have it, or to the addresses given")
	c.Flags().StringVar(&f.again, "again", "", "mail this person's copy once more, at their request")
	c.Flags().StringVar(&f.name, "name", "", "with --more and one address that is on no list: whose it is")
	c.Flags().StringVar(&f.outlet, "outlet", "", "with --more and one address that is on no list: for whom they work")
	c.Flags().BoolVar(&f.replace, "replace", false, "swap what is still scheduled of this release")
	return c
}

// check tells which flags do not go together.
func (f sendFlags) check(addresses []string) error {
	other := f.replace || f.test != "" || len(f.without) > 0
	switch {
	case f.more && f.again != "":
		return console.Usage(errors.New("--more and --again are two things; one at a time"))
	case f.again != "" && len(addresses) > 0:
		return console.Usage(errors.New("--again takes one address; one person at a time"))
	case f.more && other:
		return console.Usage(errors.New("--more sends what is stored, as it went out; it goes with none of --replace, --test and --without"))
	case f.again != "" && other:
		return console.Usage(errors.New("--again repeats what somebody got; it goes with none of --replace, --test and --without"))
	case f.more && len(addresses) != 1 && (f.name != "" || f.outlet != ""):
		return console.Usage(errors.New("--name and --outlet say who one address is; give one"))
	case !f.more && len(addresses) > 0:
		return console.Usage(errors.New("send takes one release; addresses go with --more"))
	}
	return nil
}

func (e *env) send(ctx context.Context, a *app.App, arg string, f sendFlags) error {
	plan, err := a.Plan(ctx, arg, f.without)
	if err != nil {
		return err
	}
	if f.test != "" {
		return e.sendTest(ctx, a, plan, f)
	}
	if plan.Findings.HasErrors() {
		return plan.Findings
	}
	if plan.Out != nil {
		return plan.Out
	}
	if err := plan.Describe(ctx, e.Stdout); err != nil {
		return err
	}
	switch {
	case plan.Empty():
		return plan.Nobody()
	case f.dryRun:
		return nil
	case plan.Busy != "" && !f.replace:
		return plan.InTheWay()
	}
	question := "Send this?"
	if plan.Armed {
		if question = "Arm this? Nothing leaves until pressroom go."; f.wait {
			return console.Usage(errors.New("--wait goes with what leaves: what is armed waits for pressroom go, which takes it"))
		}
	}
	if err := e.sure(question, f.yes); err != nil {
		return err
	}
	return e.schedule(ctx, a, plan, f)
}

// afterScheduling waits if asked to, or says what has to happen next.
func (e *env) afterScheduling(ctx context.Context, a *app.App, ids []string, wait bool) error {
	if !wait && a.Ledger.WorkersForAll(ctx) == 0 {
		if e.Interactive() {
			var err error
			if wait, err = e.Ask("No worker is running. Deliver from here, and wait?", "--wait"); err != nil {
				return err
			}
		}
		if !wait {
			fmt.Fprintf(e.Stderr, "No worker is running: nothing goes out until %s serve runs.\n", e.Program())
			return nil
		}
	}
	if !wait {
		fmt.Fprintf(e.Stderr, "A worker is running and delivers it; pressroom status shows how far it is.\n")
		return nil
	}
	return e.WaitFor(ctx, a, ids)
}

func (e *env) sendTest(ctx context.Context, a *app.App, plan *dispatch.Plan, f sendFlags) error {
	if plan.Input == nil {
		return plan.Findings
	}
	dispatch.DescribeFindings(e.Stderr, plan.Findings)
	if f.dryRun {
		fmt.Fprintf(e.Stdout, "would send a test of %s to %s\n", plan.Input.Release.Slug, f.test)
		return nil
	}
	id, err := plan.Test(ctx, f.test, f.language, e.Now())
	if err != nil {
		return err
	}
	fmt.Fprintf(e.Stdout, "scheduled %s\n", id)
	if a.Ledger.WorkersForAll(ctx) > 0 && !f.wait {
		return nil
	}
	return e.WaitFor(ctx, a, []string{id})
}
