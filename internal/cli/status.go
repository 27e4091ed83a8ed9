package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/console"
	"pressroom/internal/doctor"
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
				return console.Usage(errors.New("--all, --attempts and --csv need one dispatch, as in river-report/release-1; pressroom " +
					"status lists them"))
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
		fmt.Fprintf(e.Stderr, "What follows is old: %v.\n", err)
	}
	list, err := status.Read(ctx, a.Ledger, f.of)
	if err != nil {
		return err
	}
	if err := status.Compare(ctx, a.Workspace, a.Ledger, list, a.Known); err != nil {
		fmt.Fprintf(e.Stderr, "Whether files differ from what is scheduled cannot be told: %v\n", err)
	}
	switch {
	case f.json:
		return e.statusJSON(ctx, a, list, f)
	case f.csv && f.attempts:
		attempts, err := a.Ledger.Attempts(ctx, list[0].ID)
		if err != nil {
			return err
		}
		return status.AttemptsCSV(e.Stdout, attempts)
	case f.csv:
		entries, err := a.Ledger.Entries(ctx, list[0].ID, "")
		if err != nil {
			return err
		}
		return status.EntriesCSV(e.Stdout, entries)
	case len(list) == 0:
		fmt.Fprintln(e.Stderr, "Nothing has been sent or scheduled yet.")
		return nil
	}
	if err := e.showStatus(ctx, a, list); err != nil || !f.one() {
		return err
	}
	m := list[0]
	if f.attempts {
		attempts, err := a.Ledger.Attempts(ctx, m.ID)
		if err == nil && len(attempts) == 0 {
			fmt.Fprintln(e.Stderr, "Every try was accepted, or none was made yet.")
		}
		return errors.Join(err, m.ShowAttempts(e.Stdout, attempts))
	}
	if f.all {
		entries, err := a.Ledger.Entries(ctx, m.ID, "")
		if err != nil {
			return err
		}
		return m.ShowEntries(e.Stdout, entries)
	}
	detail, err := status.Look(ctx, a.Ledger, a.People, m.ID)
	if err != nil {
		return err
	}
	return m.ShowDetail(e.Stdout, detail)
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
	return e.JSON(map[string]any{"dispatches": rows})
}

func (e *env) showStatus(ctx context.Context, a *app.App, list []status.Mailing) error {
	if err := status.Show(e.Stdout, list); err != nil {
		return err
	}
	wrong, err := a.Ledger.WrongClocks(ctx)
	if err != nil {
		return err
	}
	for _, w := range wrong {
		fmt.Fprintf(e.Stdout, "The clock of worker %s is %s, which decides when a release goes out\n", w.ID, doctor.Apart(w.Skew))
	}
	return nil
}
