package cli

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/console"
)

func (e *env) statusCommand() *cobra.Command {
	var f console.StatusView
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
			f.Of = ""
			if len(a) == 1 {
				f.Of = a[0]
			}
			if (f.All || f.Attempts || f.CSV) && !f.One() {
				return console.Usage(errors.New("--all, --attempts and --csv need one dispatch, as in river-report/release-1; pressroom " +
					"status lists them"))
			}
			return e.on(func(ctx context.Context, a *app.App, _ []string) error { return e.Status(ctx, a, f) })(cmd, a)
		},
	}
	c.Flags().BoolVar(&f.JSON, "json", false, "as JSON")
	c.Flags().BoolVar(&f.All, "all", false, "with a DISPATCH: every delivery")
	c.Flags().BoolVar(&f.Attempts, "attempts", false, "with a DISPATCH: every try that was refused or whose answer was lost")
	c.Flags().BoolVar(&f.CSV, "csv", false, "with a DISPATCH: as CSV")
	return c
}
