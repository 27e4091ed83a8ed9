package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/console"
	"pressroom/internal/lists"
)

func (e *env) contactsImportCommand() *cobra.Command {
	var req lists.Request
	var columns []string
	var yes, dry bool
	c := &cobra.Command{
		Use: "import FILE", Short: "Make a press list of somebody's table, or bring one up to date",
		Long: lists.Importing,
		Example: `  pressroom contacts import "Press 2026.xlsx" --list national --country GB
  pressroom contacts import list.csv --column "Kürzel=-" --column "Blatt=outlet" --yes`,
		Args: args(cobra.ExactArgs(1), "contacts import takes one file"),
		RunE: e.looking(func(ctx context.Context, a *app.App, file []string) error {
			var err error
			if req.As, err = lists.Columns(columns); err != nil {
				return console.Usage(err)
			}
			return e.ImportList(ctx, a, file[0], req, yes, dry)
		}),
	}
	f := c.Flags()
	f.StringVar(&req.List, "list", "", "the press list (default: the file's name)")
	f.StringVar(&req.Sheet, "sheet", "", "the sheet of an Excel file (default: the first that holds addresses)")
	f.StringVar(&req.Country, "country", "", "country of telephone numbers without a plus, as in US")
	f.StringVar(&req.Source, "source", "", "where the addresses come from that are new (default: the file's name)")
	f.StringArrayVar(&columns, "column", nil, `what a column holds, as in "Blatt=outlet"; "Blatt=-" leaves it out`)
	f.BoolVar(&dry, "dry-run", false, "only say what would be done")
	f.BoolVarP(&yes, "yes", "y", false, "do not ask")
	return c
}

func (e *env) contactsExportCommand() *cobra.Command {
	var to string
	c := &cobra.Command{
		Use: "export LIST|SEGMENT", Short: "A press list or segment as CSV or Excel",
		Long:    lists.Exporting,
		Example: `  pressroom contacts export trusted --to trusted.xlsx`,
		Args:    args(cobra.ExactArgs(1), "contacts export takes one list or segment"),
		RunE: e.looking(func(ctx context.Context, a *app.App, name []string) error {
			if strings.Contains(name[0], "@") {
				return console.Usage(errors.New("what is known of one person is given by: pressroom contacts disclose " + name[0]))
			}
			if to != "" && !lists.CanExport(to) {
				return console.Usage(fmt.Errorf("--to names a file that ends in .csv or .xlsx, not %q", to))
			}
			return e.ExportList(ctx, a, name[0], to)
		}),
	}
	c.Flags().StringVar(&to, "to", "", "the file, in .csv or .xlsx; it must not be there yet")
	return c
}
