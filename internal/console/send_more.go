package console

import (
	"context"
	"fmt"

	"pressroom/internal/app"
	"pressroom/internal/contacts"
	"pressroom/internal/dispatch"
	"pressroom/internal/embargo"
	"pressroom/internal/workspace"
)

// sendMore mails what has gone out to those who come to it later.
func (t *Terminal) sendMore(ctx context.Context, a *app.App, arg string, addresses []string, f Sending) error {
	given, err := t.given(a.Workspace, addresses, f)
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
	if err := plan.Describe(ctx, t.Stdout); err != nil {
		return err
	}
	switch {
	case plan.Empty():
		return plan.Nobody()
	case f.DryRun:
		return nil
	}
	if err := t.sure("Send this, now?", f.Yes); err != nil {
		return err
	}
	return t.schedule(ctx, a, plan, f)
}

// given asks who those are that stand on no list.
func (t *Terminal) given(w *workspace.Workspace, addresses []string, f Sending) ([]dispatch.Given, error) {
	book, _, err := w.Contacts()
	if err != nil {
		return nil, err
	}
	listed := make(map[string]bool)
	for _, j := range book.Journalists {
		listed[j.Key] = true
	}
	out := make([]dispatch.Given, 0, len(addresses))
	for _, a := range addresses {
		key, err := contacts.AddressKey(a)
		if err != nil {
			return nil, Usage(fmt.Errorf("%s is not an address: %w", a, err))
		}
		g := dispatch.Given{Address: a, Name: f.Name, Outlet: f.Outlet}
		if !listed[key] && g.Name == "" && g.Outlet == "" && !f.Yes && t.interactive() {
			for _, q := range []struct {
				what string
				to   *string
			}{{"name", &g.Name}, {"outlet", &g.Outlet}} {
				if *q.to, err = t.Answer(fmt.Sprintf("%s is on no list. Their %s (Enter for none): ", a, q.what)); err != nil {
					return nil, err
				}
			}
		}
		out = append(out, g)
	}
	return out, nil
}

// sendAgain repeats one person's copy.
func (t *Terminal) sendAgain(ctx context.Context, a *app.App, arg string, f Sending) error {
	again, err := a.PlanAgain(ctx, arg, f.Again)
	if err != nil {
		return err
	}
	what := "the release"
	if again.Of.Kind == embargo.Advance {
		what = "the advance copy, under embargo"
	}
	fmt.Fprintf(t.Stdout, "%s\n%s to %s once more, as in %s; it begins with: sent again at your request\n",
		again.Snapshot.Input.Release.Main().Headline, what, f.Again, again.Of.Dispatch)
	if f.DryRun {
		return nil
	}
	if err := t.sure("Send this, now?", f.Yes); err != nil {
		return err
	}
	id, err := a.SendAgain(ctx, again)
	if err != nil {
		return err
	}
	fmt.Fprintf(t.Stdout, "scheduled %s\n", id)
	return t.afterScheduling(ctx, a, []string{id}, f.Wait)
}
