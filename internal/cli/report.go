package cli

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/console"
	"pressroom/internal/coverage"
	"pressroom/internal/report"
)

func (e *env) reportCommand() *cobra.Command {
	var files []string
	var tag string
	var asJSON bool
	c := &cobra.Command{
		Use: "report SLUG", Short: "What became of a release, for partners and funders, without persons",
		Long: `What became of a release that is out, for partners and funders: how many its mailings
reached, what failed and why, how many left, how often its page and files were
fetched, what was corrected, and where it was printed. It counts, and names nobody
who was mailed. --out writes it as a page, a PDF, text or JSON, by the file's ending.

There are no open rates in it: no mail carries a tracking pixel or a rewritten link.

Where it was printed, you write down in coverage/SLUG.csv:

  ` + strings.ReplaceAll(coverage.Example(), "\n", "\n  ") + `

In quoted stand organizations or speakers, with ; between several: the report says in
how many pieces each partner's quote ran.`,
		Example: "  pressroom report harbor-report\n  pressroom report harbor-report --out report.pdf --out report.html",
		Args:    args(cobra.ExactArgs(1), "report takes one release"),
		RunE: func(cmd *cobra.Command, a []string) error {
			for _, f := range files {
				if !slices.Contains(report.Forms, strings.ToLower(filepath.Ext(f))) {
					return console.Usage(fmt.Errorf("--out takes a file that ends in %s, not %s", strings.Join(report.Forms, ", "), f))
				}
			}
			if asJSON && len(files) > 0 {
				return console.Usage(errors.New("--json shows the report, and --out report.json writes it: give one of them"))
			}
			return e.on(func(ctx context.Context, a *app.App, args []string) error {
				return e.Report(ctx, a, args[0], tag, files, asJSON)
			})(cmd, a)
		},
	}
	c.Flags().StringArrayVarP(&files, "out", "o", nil, "a file to write instead, by its ending: .html, .pdf, .txt or .json (can be repeated)")
	c.Flags().StringVar(&tag, "language", "", "the report's language, as in es (default the release's own)")
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}
