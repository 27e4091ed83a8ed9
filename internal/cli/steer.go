package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/ledger"
	"pressroom/internal/status"
)

// act runs an action on every mailing that an argument means and that is in one of
// the states.
func act(ctx context.Context, a *app.App, arg, what string, fits []ledger.State, action func(status.Mailing) error) error {
	list, err := status.ThoseIn(ctx, a.Ledger, arg, what, fits)
	for _, m := range list {
		if err := action(m); err != nil {
			return err
		}
	}
	return err
}

func (e *env) cancelCommand() *cobra.Command {
	var yes bool
	c := &cobra.Command{
		Use: "cancel DISPATCH|SLUG", Short: "End a mailing: what has not left does not leave",
		Args: args(cobra.ExactArgs(1), "cancel takes one dispatch, or a release for all its unfinished ones"),
		RunE: e.on(func(ctx context.Context, a *app.App, arg []string) error {
			list, err := status.ThoseIn(ctx, a.Ledger, arg[0], "cancel", ledger.Unfinished)
			for _, m := range list {
				ask, left, err := m.Cancelling(ctx, a.Ledger, list)
				if err != nil {
					return err
				}
				if err := e.Confirm(ask.String(), yes); err != nil {
					return err
				}
				if err := a.Ledger.Cancel(ctx, m.ID, ledger.CancelledByHand); err != nil {
					return err
				}
				fmt.Fprintf(e.Stdout, "cancelled %s\n", m.ID)
				if !left.Empty() {
					fmt.Fprintln(e.Stderr, left)
				}
			}
			return err
		}),
	}
	c.Flags().BoolVarP(&yes, "yes", "y", false, "do not ask")
	return c
}

func (e *env) pauseCommand() *cobra.Command {
	return &cobra.Command{
		Use: "pause DISPATCH|SLUG", Short: "Stop a mailing until it is resumed",
		Args: args(cobra.ExactArgs(1), "pause takes one dispatch or release"),
		RunE: e.on(func(ctx context.Context, a *app.App, arg []string) error {
			return act(ctx, a, arg[0], "pause", ledger.UnderWay, func(m status.Mailing) error {
				if err := a.Ledger.Pause(ctx, m.ID); err != nil {
					return err
				}
				fmt.Fprintf(e.Stdout, "paused %s\n", m.ID)
				return nil
			})
		}),
	}
}

func (e *env) resumeCommand() *cobra.Command {
	var yes, wait, fallback bool
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
			if done, err := e.endHold(ctx, a, arg[0], yes, wait); done || err != nil {
				return err
			}
			states, relay, through := ledger.StandingStill, ledger.MainRelay, ""
			if fallback {
				second, err := a.SecondRelay(ctx)
				if err != nil {
					return err
				}
				states, relay, through = slices.Concat(states, ledger.UnderWay), ledger.FallbackRelay, second
			}
			since, err := a.Ledger.Now(ctx)
			if err != nil {
				return err
			}
			var ids []string
			slug, ended := "", false
			err = act(ctx, a, arg[0], "resume", states, func(m status.Mailing) error {
				after, err := m.Resumed(ctx, a.Ledger)
				if err != nil {
					return err
				}
				if err := e.Confirm(m.GoingOn(after, through).String(), yes); err != nil {
					return err
				}
				if err := a.Ledger.Resume(ctx, m.ID, relay); err != nil {
					return err
				}
				ids, slug, ended = append(ids, m.ID), m.Slug, ended || m.HeldUp()
				if through != "" {
					fmt.Fprintf(e.Stdout, "resumed %s through %s\n", m.ID, through)
					return nil
				}
				fmt.Fprintf(e.Stdout, "resumed %s\n", m.ID)
				return nil
			})
			if err == nil && ended {
				var letters []string
				letters, err = e.writeLetters(ctx, a, slug, since)
				ids = append(ids, letters...)
			}
			return e.goOn(ctx, a, ids, wait, err)
		}),
	}
	c.Flags().BoolVarP(&yes, "yes", "y", false, "do not ask")
	c.Flags().BoolVar(&wait, "wait", false, "deliver in this process, and come back when the mailing is done")
	c.Flags().BoolVar(&fallback, "fallback", false, "through the second relay, mail.fallback")
	return c
}

// endHold ends the hold of a release that is out, where there is one.
func (e *env) endHold(ctx context.Context, a *app.App, arg string, yes, wait bool) (done bool, err error) {
	slug, err := a.Sent(ctx, arg)
	if err != nil {
		return false, nil // a mailing, or nothing that is known: that is told below
	}
	if copies, err := a.Ledger.CopiesOnHold(ctx, slug); copies || err != nil {
		return copies, errors.Join(err, e.freeCopies(ctx, a, slug, yes, wait))
	}
	if held, err := a.OnHold(ctx, slug); !held || err != nil {
		return false, err
	}
	plan, err := a.PlanHold(ctx, slug, true, nil)
	return true, e.check(ctx, a, plan, err, "Tell them that it may be used as it was sent?", sendFlags{yes: yes, wait: wait})
}

// freeCopies tells those who have a copy of what was cancelled that they need not wait with it.
func (e *env) freeCopies(ctx context.Context, a *app.App, slug string, yes, wait bool) error {
	held, err := status.Holders(ctx, a.Ledger, slug)
	if err != nil {
		return err
	}
	if err := e.Confirm(status.Freed(held).String(), yes); err != nil {
		return err
	}
	since, err := a.Ledger.Now(ctx)
	if err != nil {
		return err
	}
	if err := a.Ledger.FreeCopies(ctx, slug); err != nil {
		return err
	}
	return e.tellHolders(ctx, a, slug, since, wait)
}

func (e *env) retryCommand() *cobra.Command {
	var wait, doubt, yes bool
	c := &cobra.Command{
		Use: "retry DISPATCH|SLUG", Short: "Try again, at once, what failed or waits to be tried again",
		Long: `Try again, at once, what failed or waits to be tried again.

With --in-doubt it is those instead whose message was written whole and never
answered. Whoever has it gets a second copy, with the same Message-ID.`,
		Args: args(cobra.ExactArgs(1), "retry takes one dispatch or release"),
		RunE: e.on(func(ctx context.Context, a *app.App, arg []string) error {
			var ids []string
			err := act(ctx, a, arg[0], "retry", ledger.CanRetry, func(m status.Mailing) error {
				again := a.Ledger.Retry
				if doubt {
					if m.InDoubt == 0 {
						fmt.Fprintf(e.Stderr, "%s: nothing is in doubt\n", m.ID)
						return nil
					}
					if err := e.Confirm(m.Doubting().String(), yes); err != nil {
						return err
					}
					again = a.Ledger.RetryInDoubt
				}
				n, err := again(ctx, m.ID)
				if err != nil || n == 0 && doubt {
					return err
				}
				ids = append(ids, m.ID)
				fmt.Fprintf(e.Stdout, "%s: %d to be tried again\n", m.ID, n)
				return nil
			})
			return e.goOn(ctx, a, ids, wait, err)
		}),
	}
	c.Flags().BoolVar(&wait, "wait", false, "deliver in this process, and come back when the mailing is done")
	c.Flags().BoolVar(&doubt, "in-doubt", false, "those whose answer was lost, who may have it already")
	c.Flags().BoolVarP(&yes, "yes", "y", false, "with --in-doubt: do not ask")
	return c
}

// goOn delivers from this process if asked to, or says who does.
func (e *env) goOn(ctx context.Context, a *app.App, ids []string, wait bool, err error) error {
	if err != nil || len(ids) == 0 {
		return err
	}
	return e.afterScheduling(ctx, a, ids, wait)
}
