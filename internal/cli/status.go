package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/doctor"
	"pressroom/internal/ledger"
	"pressroom/internal/status"
)

func (e *env) statusCommand() *cobra.Command {
	var f statusFlags
	c := &cobra.Command{
		Use: "status [DISPATCH|SLUG]", Short: "What has gone out, what waits, and what failed",
		Long: `What has gone out, what waits, and what failed.

With a DISPATCH, as in river-report/release-1: the counts by recipient domain,
every failure with its reason and what to do about it, and what came back by
mail since. --all lists every delivery, --attempts every try that was refused,
with its time, server, code and text. --csv gives the same as a table for a
spreadsheet.`,
		Args: args(cobra.MaximumNArgs(1), "status takes one dispatch or release"),
		RunE: func(cmd *cobra.Command, a []string) error {
			f.of = ""
			if len(a) == 1 {
				f.of = a[0]
			}
			if (f.all || f.attempts || f.csv) && !f.one() {
				return usageError{errors.New("--all, --attempts and --csv need one dispatch, as in river-report/release-1; pressroom " +
					"status lists them")}
			}
			return e.on(func(ctx context.Context, a *app.App, _ []string) error { return e.status(ctx, a, f) })(cmd, a)
		},
	}
	c.Flags().BoolVar(&f.json, "json", false, "as JSON")
	c.Flags().BoolVar(&f.all, "all", false, "with a DISPATCH: every delivery")
	c.Flags().BoolVar(&f.attempts, "attempts", false, "with a DISPATCH: every try that was refused or whose answer was lost")
	c.Flags().BoolVar(&f.csv, "csv", false, "with a DISPATCH: as CSV")
	return c
}

type statusFlags struct {
	of                       string
	json, all, attempts, csv bool
}

// one tells whether one dispatch is asked for.
func (f statusFlags) one() bool { return status.IsDispatch(f.of) }

func (e *env) status(ctx context.Context, a *app.App, f statusFlags) error {
	if err := a.Moved(ctx); err != nil {
		fmt.Fprintf(e.stderr, "What follows is old: %v.\n", err)
	}
	list, err := status.Read(ctx, a.Ledger, f.of)
	if err != nil {
		return err
	}
	if err := status.Compare(ctx, a.Workspace, a.Ledger, list); err != nil {
		fmt.Fprintf(e.stderr, "Whether files differ from what is scheduled cannot be told: %v\n", err)
	}
	switch {
	case f.json:
		return e.statusJSON(ctx, a, list, f)
	case f.csv && f.attempts:
		attempts, err := a.Ledger.Attempts(ctx, list[0].ID)
		if err != nil {
			return err
		}
		return status.AttemptsCSV(e.stdout, attempts)
	case f.csv:
		entries, err := a.Ledger.Entries(ctx, list[0].ID, "")
		if err != nil {
			return err
		}
		return status.EntriesCSV(e.stdout, entries)
	case len(list) == 0:
		fmt.Fprintln(e.stderr, "Nothing has been sent or scheduled yet.")
		return nil
	}
	if err := e.showStatus(ctx, a, list); err != nil || !f.one() {
		return err
	}
	switch {
	case f.attempts:
		return e.showAttempts(ctx, a, list[0])
	case f.all:
		return e.showEntries(ctx, a, list[0])
	}
	detail, err := status.Look(ctx, a.Ledger, a.People, list[0].ID)
	if err != nil {
		return err
	}
	return e.showDetail(list[0], detail)
}

func (e *env) statusJSON(ctx context.Context, a *app.App, list []status.Mailing, f statusFlags) error {
	rows := []status.Row{}
	for _, m := range list {
		var detail *status.Detail
		if f.one() {
			var err error
			if detail, err = status.Look(ctx, a.Ledger, a.People, m.ID); err != nil {
				return err
			}
		}
		rows = append(rows, m.Row(detail))
	}
	return e.json(map[string]any{"dispatches": rows})
}

func (e *env) showStatus(ctx context.Context, a *app.App, list []status.Mailing) error {
	t := e.table()
	fmt.Fprintln(t, "DISPATCH\tSTATE\tAT\tSENT\tWAITING\tIN DOUBT\tFAILED\tNOT MAILED")
	for _, m := range list {
		fmt.Fprintf(t, "%s\t%s\t%s\t%d of %d\t%d\t%d\t%d\t%d\n", m.ID, m.State, m.At().Format(status.Clock),
			m.Sent, m.Total, m.Waiting(), m.InDoubt, m.Failed, m.NotMailed())
	}
	if err := t.Flush(); err != nil {
		return err
	}
	for _, m := range list {
		for _, note := range m.Notes() {
			fmt.Fprintln(e.stdout, note)
		}
	}
	wrong, err := a.Ledger.WrongClocks(ctx)
	if err != nil {
		return err
	}
	for _, w := range wrong {
		fmt.Fprintf(e.stdout, "The clock of worker %s is %s, which decides when a release goes out\n", w.ID, doctor.Apart(w.Skew))
	}
	return nil
}

// Most that status shows without --all.
const (
	shownDomains   = 12
	shownAddresses = 20
)

// showDetail shows what is asked of one mailing.
func (e *env) showDetail(m status.Mailing, d *status.Detail) error {
	if err := e.showDomains(d.Domains); err != nil {
		return err
	}
	for _, f := range d.Failures() {
		e.showFailure(m, f)
	}
	if len(d.Replies) == 0 {
		return nil
	}
	fmt.Fprintln(e.stdout, "\nCame back by mail:")
	t := e.table()
	for _, r := range d.Replies {
		fmt.Fprintf(t, "  %s\t%s\t%s\t%s\n", r.Key, r.Kind, r.Code, r.Detail)
	}
	return t.Flush()
}

func (e *env) showDomains(domains []ledger.DomainCounts) error {
	if len(domains) < 2 {
		return nil
	}
	fmt.Fprintln(e.stdout)
	t := e.table()
	fmt.Fprintln(t, "DOMAIN\tSENT\tWAITING\tIN DOUBT\tFAILED\tNOT MAILED")
	for _, d := range domains[:min(len(domains), shownDomains)] {
		fmt.Fprintf(t, "%s\t%d of %d\t%d\t%d\t%d\t%d\n", d.Domain, d.Sent, d.Total, d.Queued+d.Deferred, d.InDoubt, d.Failed,
			d.Suppressed+d.Cancelled)
	}
	if more := len(domains) - shownDomains; more > 0 {
		fmt.Fprintf(t, "and %d more\t\t\t\t\t\n", more)
	}
	return t.Flush()
}

// showFailure shows what did not arrive for one reason, with what to do about it.
func (e *env) showFailure(m status.Mailing, f *status.Failure) {
	word := map[string]string{
		"failed": "failed", "deferred": "to be tried again",
		"in_doubt": "in doubt: written whole, and not answered",
	}[f.State]
	if f.State == "deferred" {
		word += " from " + m.Stamp(f.Next)
	}
	fmt.Fprintf(e.stdout, "\n%d %s: %s\n", len(f.Addresses), word, f.Answer)
	if f.Advice != "" {
		fmt.Fprintf(e.stdout, "  → %s\n", f.Advice)
	}
	for i, a := range f.Addresses {
		if i == shownAddresses {
			fmt.Fprintf(e.stdout, "  and %d more; --all lists them\n", len(f.Addresses)-i)
			break
		}
		fmt.Fprintf(e.stdout, "  %s\n", a)
	}
}

func (e *env) showEntries(ctx context.Context, a *app.App, m status.Mailing) error {
	entries, err := a.Ledger.Entries(ctx, m.ID, "")
	if err != nil {
		return err
	}
	t := e.table()
	for _, en := range entries {
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\n", en.Address, en.State, en.Language, m.Stamp(en.AnsweredAt), en.Answer())
	}
	return t.Flush()
}

func (e *env) showAttempts(ctx context.Context, a *app.App, m status.Mailing) error {
	attempts, err := a.Ledger.Attempts(ctx, m.ID)
	if err != nil {
		return err
	}
	if len(attempts) == 0 {
		fmt.Fprintln(e.stderr, "Every try was accepted, or none was made yet.")
		return nil
	}
	t := e.table()
	for _, at := range attempts {
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\n", at.Address, m.Stamp(at.At), at.Server, at.Stage, ledger.AnswerLine(at.Code, at.Enhanced, at.Reply))
	}
	return t.Flush()
}
