package console

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"pressroom/internal/app"
	"pressroom/internal/dispatch"
)

// Sending is what send is told beside the release and addresses. Test is an address that alone
// gets it, in the language Language, as a test. Replace swaps what is still scheduled of the
// release. Without names organizations whose quotes are left out. More mails what has gone out to
// the addresses, of which one may be on no list: Name and Outlet say whose that is. Again is an
// address whose copy is mailed once more.
type Sending struct {
	Manner
	Test, Language string
	Replace        bool
	Without        []string
	More           bool
	Name, Outlet   string
	Again          string
}

// Send shows the plan of a mailing, asks, and schedules it; with More and Again it mails what has
// gone out to others, and to somebody once more.
func (t *Terminal) Send(ctx context.Context, a *app.App, arg string, addresses []string, f Sending) error {
	if err := a.ReadyToSend(ctx); err != nil {
		return err
	}
	switch {
	case f.More:
		return t.sendMore(ctx, a, arg, addresses, f)
	case f.Again != "":
		return t.sendAgain(ctx, a, arg, f)
	}
	return t.sendRelease(ctx, a, arg, f)
}

// sendRelease schedules the mailings of a release, or mails it to one address as a test.
func (t *Terminal) sendRelease(ctx context.Context, a *app.App, arg string, f Sending) error {
	plan, err := a.Plan(ctx, arg, f.Without)
	if err != nil {
		return err
	}
	if f.Test != "" {
		return t.sendTest(ctx, a, plan, f)
	}
	if plan.Findings.HasErrors() {
		return plan.Findings
	}
	if plan.Out != nil {
		return plan.Out
	}
	if err := plan.Describe(ctx, t.Stdout); err != nil {
		return err
	}
	switch {
	case plan.Empty():
		return plan.Nobody()
	case f.DryRun:
		return nil
	case plan.Busy != "" && !f.Replace:
		return plan.InTheWay()
	}
	question := "Send this?"
	if plan.Armed {
		if question = "Arm this? Nothing leaves until pressroom go."; f.Wait {
			return Usage(errors.New("--wait goes with what leaves: what is armed waits for pressroom go, which takes it"))
		}
	}
	if err := t.sure(question, f.Yes); err != nil {
		return err
	}
	return t.schedule(ctx, a, plan, f)
}

func (t *Terminal) sendTest(ctx context.Context, a *app.App, plan *dispatch.Plan, f Sending) error {
	if plan.Input == nil {
		return plan.Findings
	}
	dispatch.DescribeFindings(t.Stderr, plan.Findings)
	if f.DryRun {
		fmt.Fprintf(t.Stdout, "would send a test of %s to %s\n", plan.Input.Release.Slug, f.Test)
		return nil
	}
	id, err := plan.Test(ctx, f.Test, f.Language, t.Now())
	if err != nil {
		return err
	}
	fmt.Fprintf(t.Stdout, "scheduled %s\n", id)
	if a.Ledger.WorkersForAll(ctx) > 0 && !f.Wait {
		return nil
	}
	return t.waitFor(ctx, a, []string{id})
}

// schedule writes a plan, and goes on as the flags say.
func (t *Terminal) schedule(ctx context.Context, a *app.App, plan *dispatch.Plan, f Sending) error {
	ids, err := plan.Schedule(ctx, f.Replace, nil)
	if err != nil {
		return err
	}
	if plan.Armed {
		slug := plan.Input.Release.Slug
		fmt.Fprintf(t.Stdout, "armed %s\nIt goes out at pressroom go %s; pressroom go %s --rehearse mails it to you alone.\n",
			strings.Join(ids, ", "), slug, slug)
		t.sayApprovers(plan, ids)
		return nil
	}
	for _, id := range ids {
		fmt.Fprintf(t.Stdout, "scheduled %s\n", id)
	}
	if t.sayApprovers(plan, ids) && !f.Wait { // no worker delivers it as it is
		return nil
	}
	return t.afterScheduling(ctx, a, ids, f.Wait)
}

// sayApprovers says that others have to approve a mailing before it leaves, if they have.
func (t *Terminal) sayApprovers(plan *dispatch.Plan, ids []string) bool {
	others := plan.Approvers()
	if others != "" {
		fmt.Fprintf(t.Stdout, "It leaves once its words are approved by %s than you: pressroom approve %s\n", others, strings.Join(ids, ", "))
	}
	return others != ""
}
