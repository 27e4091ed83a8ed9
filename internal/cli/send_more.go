package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"strings"

	"pressroom/internal/app"
	"pressroom/internal/console"
	"pressroom/internal/contacts"
	"pressroom/internal/dispatch"
	"pressroom/internal/embargo"
	"pressroom/internal/workspace"
)

// sendMore mails what has gone out to those who come to it later.
func (e *env) sendMore(ctx context.Context, a *app.App, arg string, addresses []string, f sendFlags) error {
	given, err := e.given(a.Workspace, addresses, f)
	if err != nil {
		return err
	}
	plan, err := a.PlanMore(ctx, arg, given)
	if err != nil {
		return err
	}
	if plan.Findings.HasErrors() {
		return plan.Findings
	}
	if err := plan.Describe(ctx, e.Stdout); err != nil {
		return err
	}
	switch {
	case plan.Empty():
		return plan.Nobody()
	case f.dryRun:
		return nil
	}
	if err := e.sure("Send this, now?", f.yes); err != nil {
		return err
	}
	return e.schedule(ctx, a, plan, f)
}

// schedule writes a plan, and goes on as the flags say.
func (e *env) schedule(ctx context.Context, a *app.App, plan *dispatch.Plan, f sendFlags) error {
	ids, err := plan.Schedule(ctx, f.replace, nil)
	if err != nil {
		return err
	}
	if plan.Armed {
		slug := plan.Input.Release.Slug
		fmt.Fprintf(e.Stdout, "armed %s\nIt goes out at pressroom go %s; pressroom go %s --rehearse mails it to you alone.\n",
			strings.Join(ids, ", "), slug, slug)
		e.sayApprovers(plan, ids)
		return nil
	}
	for _, id := range ids {
		fmt.Fprintf(e.Stdout, "scheduled %s\n", id)
	}
	if e.sayApprovers(plan, ids) && !f.wait { // no worker delivers it as it is
		return nil
	}
	return e.afterScheduling(ctx, a, ids, f.wait)
}

// sayApprovers says that others have to approve a mailing before it leaves, if they have.
func (e *env) sayApprovers(plan *dispatch.Plan, ids []string) bool {
	others := plan.Approvers()
	if others != "" {
		fmt.Fprintf(e.Stdout, "It leaves once its words are approved by %s than you: pressroom approve %s\n", others, strings.Join(ids, ", "))
	}
	return others != ""
}

// sure is confirm for a mailing: what is not done says so.
func (e *env) sure(question string, yes bool) error {
	err := e.Confirm(question, yes)
	if errors.Is(err, console.QuietError{}) {
		fmt.Fprintln(e.Stderr, "Nothing was scheduled.")
	}
	return err
}

// given asks who those are that stand on no list.
func (e *env) given(w *workspace.Workspace, addresses []string, f sendFlags) ([]dispatch.Given, error) {
	book, _, err := w.Contacts()
	if err != nil {
		return nil, err
	}
	listed := make(map[string]bool)
	for _, j := range book.Journalists {
		listed[j.Key] = true
	}
	out := make([]dispatch.Given, 0, len(addresses))
	in := bufio.NewReader(e.Stdin)
	for _, a := range addresses {
		key, err := contacts.AddressKey(a)
		if err != nil {
			return nil, console.Usage(fmt.Errorf("%s is not an address: %w", a, err))
		}
		g := dispatch.Given{Address: a, Name: f.name, Outlet: f.outlet}
		if !listed[key] && g.Name == "" && g.Outlet == "" && !f.yes && e.Interactive() {
			for _, q := range []struct {
				what string
				to   *string
			}{{"name", &g.Name}, {"outlet", &g.Outlet}} {
				fmt.Fprintf(e.Stderr, "%s is on no list. Their %s (Enter for none): ", a, q.what)
				line, err := in.ReadString('\n')
				if err != nil {
					return nil, fmt.Errorf("reading the %s: %w", q.what, err)
				}
				*q.to = strings.TrimSpace(line)
			}
		}
		out = append(out, g)
	}
	return out, nil
}

// sendAgain repeats one person's copy.
func (e *env) sendAgain(ctx context.Context, a *app.App, arg string, f sendFlags) error {
	again, err := a.PlanAgain(ctx, arg, f.again)
	if err != nil {
		return err
	}
	what := "the release"
	if again.Of.Kind == embargo.Advance {
		what = "the advance copy, under embargo"
	}
	fmt.Fprintf(e.Stdout, "%s\n%s to %s once more, as in %s; it begins with: sent again at your request\n",
		again.Snapshot.Input.Release.Main().Headline, what, f.again, again.Of.Dispatch)
	if f.dryRun {
		return nil
	}
	if err := e.sure("Send this, now?", f.yes); err != nil {
		return err
	}
	id, err := a.SendAgain(ctx, again)
	if err != nil {
		return err
	}
	fmt.Fprintf(e.Stdout, "scheduled %s\n", id)
	return e.afterScheduling(ctx, a, []string{id}, f.wait)
}
