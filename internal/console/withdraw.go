package console

import (
	"context"
	"fmt"

	"pressroom/internal/app"
	"pressroom/internal/dispatch"
	"pressroom/internal/status"
)

// Withdraw takes a release back.
func (t *Terminal) Withdraw(ctx context.Context, a *app.App, arg, instead string, reasons map[string]string, f Manner) error {
	if err := a.ReadyToSend(ctx); err != nil {
		return err
	}
	plan, err := a.PlanWithdrawal(ctx, arg, instead, reasons)
	if err != nil {
		return err
	}
	plan.Describe(t.Stdout)
	if f.DryRun {
		return plan.Letters(ctx, t.Stdout)
	}
	if err := t.sure("Withdraw it, now?", f.Yes); err != nil {
		return err
	}
	id, err := plan.Schedule(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintf(t.Stdout, "scheduled %s\n", id)
	return t.afterScheduling(ctx, a, []string{id}, f.Wait)
}

// Hold asks those who have a release to wait with it: where it is out everybody, with the
// reasons that are given by language, and before that those with an advance copy, while
// nothing of it leaves.
func (t *Terminal) Hold(ctx context.Context, a *app.App, arg, reason string, given map[string]string, f Manner) error {
	slug, err := a.Sent(ctx, arg)
	if err != nil {
		return err
	}
	if plan, err := a.PlanHold(ctx, slug, false, given); err != nil || plan != nil {
		return t.askToWait(ctx, a, plan, err, "Ask them to wait, now?", f)
	}
	held, err := status.Holders(ctx, a.Ledger, slug)
	if err != nil {
		return err
	}
	if f.DryRun {
		fmt.Fprintln(t.Stdout, status.Asked(held))
		return a.Embargo.HoldLetters(ctx, slug, t.Stdout)
	}
	if err := t.Confirm(fmt.Sprintf("Put %s on hold? %s", slug, status.Asked(held)), f.Yes); err != nil {
		return err
	}
	return t.putOnHold(ctx, a, slug, reason, f.Wait)
}

// askToWait asks everybody who has a release that is out to wait, or ends that.
func (t *Terminal) askToWait(ctx context.Context, a *app.App, plan *dispatch.Checking, err error, question string, f Manner) error {
	if err == nil {
		err = a.ReadyToSend(ctx)
	}
	if err != nil {
		return err
	}
	plan.Describe(t.Stdout)
	if f.DryRun {
		return plan.Letters(ctx, t.Stdout)
	}
	if err := t.sure(question, f.Yes); err != nil {
		return err
	}
	s, err := plan.Schedule(ctx)
	if err != nil {
		return err
	}
	for _, id := range s.IDs() {
		fmt.Fprintf(t.Stdout, "scheduled %s\n", id)
	}
	return t.afterScheduling(ctx, a, s.IDs(), f.Wait)
}

// putOnHold puts a release on hold, and has those told who have a copy.
func (t *Terminal) putOnHold(ctx context.Context, a *app.App, slug, reason string, wait bool) error {
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
	fmt.Fprintf(t.Stdout, "%s is on hold; pressroom resume %s ends that\n", slug, slug)
	return t.tellHolders(ctx, a, slug, since, wait)
}
