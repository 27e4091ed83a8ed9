package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sort"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/diagnostic"
	"pressroom/internal/dispatch"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/mail"
	"pressroom/internal/workspace"
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
		Long: `Show the plan, ask, store all that the mailing needs, and schedule it.

send only writes: a worker (pressroom serve, pressroom worker, or send --wait)
delivers. Advance copies leave at once to journalists who have agreed to
embargoes; everybody in "to" gets the release at its instant. After send, an
edit of the file changes nothing that is scheduled; send --replace swaps it.

Each person gets a release once. What has gone out is not sent again: --more
mails it, as it went out, to those of its audience as it is now who do not have
it, or to the addresses given, on a list or not; until the embargo ends that is
the advance copy, and they must have agreed. --again repeats one person's copy at
their request. --replace, and a send after cancel, reach who does not have it;
holders of an advance copy get a new one if its words changed, which says so.`,
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
		return usageError{errors.New("--more and --again are two things; one at a time")}
	case f.again != "" && len(addresses) > 0:
		return usageError{errors.New("--again takes one address; one person at a time")}
	case f.more && other:
		return usageError{errors.New("--more sends what is stored, as it went out; it goes with none of --replace, --test and --without")}
	case f.again != "" && other:
		return usageError{errors.New("--again repeats what somebody got; it goes with none of --replace, --test and --without")}
	case f.more && len(addresses) != 1 && (f.name != "" || f.outlet != ""):
		return usageError{errors.New("--name and --outlet say who one address is; give one")}
	case !f.more && len(addresses) > 0:
		return usageError{errors.New("send takes one release; addresses go with --more")}
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
		return waysOn(plan.Input.Release.Slug, plan.Out)
	}
	if err := e.showPlan(ctx, a.Workspace, plan); err != nil {
		return err
	}
	switch {
	case plan.Empty():
		return fmt.Errorf("nobody would be mailed: %s", emptyReason(plan))
	case f.dryRun:
		return nil
	case plan.Busy != "" && !f.replace:
		return fmt.Errorf("%s is %s; cancel it (pressroom cancel %s), or swap what is still scheduled with send --replace", plan.Busy, plan.BusyIn, plan.Busy)
	}
	if err := e.sure("Send this?", f.yes); err != nil {
		return err
	}
	return e.schedule(ctx, a, plan, f)
}

// waysOn says what can be done about a release that has gone out.
func waysOn(slug string, out error) error {
	var gone *ledger.OutError
	if !errors.As(out, &gone) {
		return out
	}
	text := gone.Error() + `; nobody is mailed a second time. The ways on:
  pressroom send ` + slug + ` --more            those of its audience as it is now who do not have it
  pressroom send ` + slug + ` --more ADDRESS    somebody who was not on a list
  pressroom send ` + slug + ` --again ADDRESS   one person's copy once more, at their request`
	switch gone.State {
	case ledger.Paused, ledger.Missed, ledger.Held:
		text += "\n  pressroom resume " + gone.Dispatch + "   goes on with what has not left"
	case ledger.Failed:
		text += "\n  pressroom retry " + gone.Dispatch + "    tries again what failed"
	}
	return errors.New(text)
}

func emptyReason(p *dispatch.Plan) string {
	for _, m := range p.Mailings {
		for _, s := range m.Skipped {
			if s.Reason == ledger.HasIt {
				return "everybody in its audience has it already"
			}
		}
	}
	if len(p.Input.Release.To) == 0 && len(p.Input.Release.Advance) == 0 {
		return "to = [] names no list or segment"
	}
	return "the lists and segments in to and advance hold nobody who may be mailed"
}

// afterScheduling waits if asked to, or says what has to happen next.
func (e *env) afterScheduling(ctx context.Context, a *app.App, ids []string, wait bool) error {
	if !wait && !a.DB().AnyWorkerAlive(ctx) {
		if isTerminal(e.stdin) && isTerminal(e.stderr) {
			var err error
			if wait, err = e.ask("No worker is running. Deliver from here, and wait?", "--wait"); err != nil {
				return err
			}
		}
		if !wait {
			fmt.Fprintf(e.stderr, "No worker is running: nothing goes out until pressroom -C %s serve runs.\n", a.Workspace.Dir)
			return nil
		}
	}
	if !wait {
		fmt.Fprintf(e.stderr, "A worker is running and delivers it; pressroom status shows how far it is.\n")
		return nil
	}
	return e.waitFor(ctx, a, ids)
}

func (e *env) sendTest(ctx context.Context, a *app.App, plan *dispatch.Plan, f sendFlags) error {
	if plan.Input == nil {
		return plan.Findings
	}
	showPlanFindings(e.stderr, plan.Findings)
	if f.dryRun {
		fmt.Fprintf(e.stdout, "would send a test of %s to %s\n", plan.Input.Release.Slug, f.test)
		return nil
	}
	id, err := plan.Test(ctx, f.test, f.language, e.now())
	if err != nil {
		return err
	}
	fmt.Fprintf(e.stdout, "scheduled %s\n", id)
	if a.DB().AnyWorkerAlive(ctx) && !f.wait {
		return nil
	}
	return e.waitFor(ctx, a, []string{id})
}

// showPlan prints what send would do.
func (e *env) showPlan(ctx context.Context, w *workspace.Workspace, p *dispatch.Plan) error {
	r := p.Input.Release
	fmt.Fprintf(e.stdout, "%s\n%s, revision %s, through %s\n", r.Main().Headline, r.Slug, p.Input.Revision, w.Settings.Mail.SMTP)
	if without := p.Input.Without; len(without) > 0 {
		fmt.Fprintf(e.stdout, "without the quotes of %s\n", strings.Join(without, ", "))
	}
	for _, m := range p.Mailings {
		fmt.Fprintln(e.stdout)
		if m.Kind == embargo.Advance {
			fmt.Fprintf(e.stdout, "Advance copies, at once, under embargo until %s\n", r.Timing.At.Format("Monday 2006-01-02 15:04:05 MST"))
		} else {
			fmt.Fprintf(e.stdout, "Release at %s (%s here)\n", m.At.Format("Monday 2006-01-02 15:04:05 MST"), m.At.Local().Format("2006-01-02 15:04:05 MST"))
		}
		v, err := p.Volume(ctx, m)
		if err != nil {
			return err
		}
		e.showMailing(p, m, v)
	}
	if len(p.Findings) > 0 {
		fmt.Fprintln(e.stdout)
		showPlanFindings(e.stdout, p.Findings)
	}
	return nil
}

func (e *env) showMailing(p *dispatch.Plan, m *dispatch.Mailing, v dispatch.Volume) {
	via, byLanguage := map[string]int{}, map[string]int{}
	for _, r := range m.Recipients {
		if !r.Suppressed {
			via[r.Via]++
			byLanguage[r.Form.Language]++
		}
	}
	fmt.Fprintf(e.stdout, "  %s mailed: by list %s; by language %s\n", count(m.Mailed(), "journalist"), tally(via), tally(byLanguage))
	covers := m.Covers()
	for _, id := range p.Input.Release.CoverIDs(m.Phase) {
		fmt.Fprintf(e.stdout, "  cover note %s above the mail of %s\n", id, count(covers[id], "journalist"))
	}
	if n := m.Replacing(); n > 0 {
		fmt.Fprintf(e.stdout, "  %d of them hold an earlier copy with other words; theirs says that it replaces it, and what changed\n", n)
	}
	why := map[string][]string{}
	for _, s := range m.Skipped {
		why[s.Reason] = append(why[s.Reason], s.Journalist.Email)
	}
	for _, reason := range sortedKeys(why) {
		list := why[reason]
		shown := strings.Join(list[:min(len(list), 5)], ", ")
		if len(list) > 5 {
			shown += fmt.Sprintf(" and %d more", len(list)-5)
		}
		fmt.Fprintf(e.stdout, "  %d not mailed, %s: %s\n", len(list), reason, shown)
	}
	e.showVolume(p, m, v)
}

// showVolume says how much is sent, and when the last of it arrives.
func (e *env) showVolume(p *dispatch.Plan, m *dispatch.Mailing, v dispatch.Volume) {
	if v.Messages == 0 {
		return
	}
	if v.Messages > v.Asking {
		for _, f := range v.Files {
			fmt.Fprintf(e.stdout, "  attached: %s, %s\n", f.Name, mail.Bytes(int64(f.Size)))
		}
	}
	if v.Asking > 0 {
		fmt.Fprintf(e.stdout, "  %s no attachments, and told whom to ask for %s\n", get(v.Asking), count(len(v.Files), "file"))
	}
	fmt.Fprintf(e.stdout, "  %s of up to %s, %s in all\n", count(v.Messages, "message"), mail.Bytes(int64(v.Largest)), mail.Bytes(v.Total))
	if first, last := p.Arrivals(m, v); last.Sub(first) >= time.Second {
		at := "at an ordinary relay"
		if rate := p.Rate(); rate > 0 {
			at = fmt.Sprintf("at %d messages a minute", rate)
		}
		fmt.Fprintf(e.stdout, "  first arrival %s, last about %s (%s later, %s over %s)\n", first.Format("15:04:05"), last.Format("15:04:05 MST"),
			last.Sub(first).Round(time.Second), at, count(p.Connections(), "connection"))
	}
}

func get(n int) string {
	if n == 1 {
		return "1 journalist gets"
	}
	return fmt.Sprintf("%d journalists get", n)
}

// showPlanFindings prints the warnings, those about sign-off in one line.
func showPlanFindings(out io.Writer, findings diagnostic.List) {
	unsigned := 0
	for _, d := range findings {
		if d.Rule == "unsigned" {
			unsigned++
			continue
		}
		fmt.Fprintln(out, d)
	}
	if unsigned > 0 {
		fmt.Fprintf(out, "warning: %s without sign-off\n", count(unsigned, "quote"))
	}
}

func sortedKeys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

func tally(m map[string]int) string {
	var parts []string
	for _, k := range sortedKeys(m) {
		parts = append(parts, fmt.Sprintf("%s %d", k, m[k]))
	}
	if len(parts) == 0 {
		return "none"
	}
	return strings.Join(parts, ", ")
}
