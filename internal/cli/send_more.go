package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"pressroom/internal/contacts"
	"pressroom/internal/dispatch"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/people"
	"pressroom/internal/workspace"
)

// sendMore mails what has gone out to those who come to it later.
func (e *env) sendMore(ctx context.Context, arg string, addresses []string, f sendFlags) error {
	if f.replace || f.test != "" || len(f.without) > 0 {
		return usageError{errors.New("--more sends what is stored, as it went out; it goes with none of --replace, --test and --without")}
	}
	w, l, slug, done, err := e.toSend(ctx, arg, sentSlug)
	if err != nil {
		return err
	}
	defer done()
	given, err := e.given(w, addresses, f)
	if err != nil {
		return err
	}
	changes, err := people.New(l, e.now, w.Settings.Server.PublicURL).Changes(ctx)
	if err != nil {
		return err
	}
	now, err := l.Now(ctx)
	if err != nil {
		return err
	}
	plan, err := dispatch.PrepareMore(ctx, w, l, slug, given, changes, now)
	if err != nil {
		return err
	}
	if plan.Findings.HasErrors() {
		return plan.Findings
	}
	if err := e.showPlan(ctx, w, plan); err != nil {
		return err
	}
	switch {
	case plan.Empty():
		return fmt.Errorf("nobody would be mailed: %s", emptyReason(plan))
	case f.dryRun:
		return nil
	}
	if yes, err := e.sure("Send this, now?", f.yes); err != nil || !yes {
		return err
	}
	return e.schedule(ctx, w, l, plan, f)
}

// toSend opens the workspace and its ledger for a command that mails a release,
// which slugOf finds. done must be called.
func (e *env) toSend(ctx context.Context, arg string, slugOf func(context.Context, *workspace.Workspace, *ledger.Ledger, string) (string, error),
) (w *workspace.Workspace, l *ledger.Ledger, slug string, done func(), err error) {
	if w, l, done, err = e.ledger(ctx); err != nil {
		return nil, nil, "", nil, err
	}
	err = l.DB().Armed(ctx)
	if err == nil {
		slug, err = slugOf(ctx, w, l, arg)
	}
	if err == nil {
		err = shareTransport(ctx, w, l)
	}
	if err != nil {
		done()
		return nil, nil, "", nil, err
	}
	return w, l, slug, done, nil
}

// fileSlug is the release that an argument means; its file must be there.
func fileSlug(_ context.Context, w *workspace.Workspace, _ *ledger.Ledger, arg string) (string, error) {
	return w.SlugOf(arg)
}

// schedule writes a plan, and goes on as the flags say.
func (e *env) schedule(ctx context.Context, w *workspace.Workspace, l *ledger.Ledger, plan *dispatch.Plan, f sendFlags) error {
	ids, err := plan.Schedule(ctx, f.replace, nil)
	if err != nil {
		return err
	}
	for _, id := range ids {
		fmt.Fprintf(e.stdout, "scheduled %s\n", id)
	}
	return e.afterScheduling(ctx, w, l, ids, f.wait)
}

// sentSlug is the release that an argument means; its file may be gone by now.
func sentSlug(ctx context.Context, w *workspace.Workspace, l *ledger.Ledger, arg string) (string, error) {
	slug := strings.TrimSuffix(filepath.Base(arg), ".md")
	all, err := l.Dispatches(ctx, slug)
	if err != nil || len(all) > 0 {
		return slug, err
	}
	return w.SlugOf(arg)
}

// sure asks, unless the answer was given with the command. What is not done says so.
func (e *env) sure(question string, yes bool) (bool, error) {
	if yes {
		return true, nil
	}
	yes, err := e.ask(question, "--yes")
	if err == nil && !yes {
		fmt.Fprintln(e.stderr, "Nothing was scheduled.")
		err = quietError{}
	}
	return yes, err
}

// given asks who those are that stand on no list.
func (e *env) given(w *workspace.Workspace, addresses []string, f sendFlags) ([]dispatch.Given, error) {
	if len(addresses) != 1 && (f.name != "" || f.outlet != "") {
		return nil, usageError{errors.New("--name and --outlet say who one address is; give one")}
	}
	book, _, err := w.Contacts()
	if err != nil {
		return nil, err
	}
	listed := make(map[string]bool)
	for _, j := range book.Journalists {
		listed[j.Key] = true
	}
	out := make([]dispatch.Given, 0, len(addresses))
	in := bufio.NewReader(e.stdin)
	for _, a := range addresses {
		key, err := contacts.AddressKey(a)
		if err != nil {
			return nil, usageError{fmt.Errorf("%s is not an address: %w", a, err)}
		}
		g := dispatch.Given{Address: a, Name: f.name, Outlet: f.outlet}
		if !listed[key] && g.Name == "" && g.Outlet == "" && !f.yes && isTerminal(e.stdin) && isTerminal(e.stderr) {
			for _, q := range []struct {
				what string
				to   *string
			}{{"name", &g.Name}, {"outlet", &g.Outlet}} {
				fmt.Fprintf(e.stderr, "%s is on no list. Their %s (Enter for none): ", a, q.what)
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
func (e *env) sendAgain(ctx context.Context, arg string, f sendFlags) error {
	if f.replace || f.test != "" || len(f.without) > 0 {
		return usageError{errors.New("--again repeats what somebody got; it goes with none of --replace, --test and --without")}
	}
	w, l, slug, done, err := e.toSend(ctx, arg, sentSlug)
	if err != nil {
		return err
	}
	defer done()
	now, err := l.Now(ctx)
	if err != nil {
		return err
	}
	again, err := dispatch.PrepareAgain(ctx, w, l, slug, f.again, now)
	if err != nil {
		return err
	}
	what := "the release"
	if again.Of.Kind == embargo.Advance {
		what = "the advance copy, under embargo"
	}
	fmt.Fprintf(e.stdout, "%s\n%s to %s once more, as in %s; it begins with: sent again at your request\n",
		again.Snapshot.Input.Release.Main().Headline, what, f.again, again.Of.Dispatch)
	if f.dryRun {
		return nil
	}
	if yes, err := e.sure("Send this, now?", f.yes); err != nil || !yes {
		return err
	}
	id, err := again.Send(ctx, now)
	if err != nil {
		return err
	}
	fmt.Fprintf(e.stdout, "scheduled %s\n", id)
	return e.afterScheduling(ctx, w, l, []string{id}, f.wait)
}
