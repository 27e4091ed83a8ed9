package cli

import (
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/coalition"
	"pressroom/internal/console"
	"pressroom/internal/wording"
)

func (e *env) quotesCommand() *cobra.Command {
	return group("quotes", "The coalition's quotes: ask for them, see them, and prove who signed what",
		e.quotesRequest(), e.quotesList(), e.quotesRemind(), e.quotesOrder(), e.quotesApprove(), e.quotesReject(), e.quotesEdit(),
		e.quotesWithdraw(), e.quotesRevoke(), e.quotesSettle(), e.quotesVerify(), e.quotesExport())
}

// quotes is what a command about the quotes of one release has.
type quotes struct {
	*app.App
	slug string
}

// withQuotes runs a command with all that it needs of the release that its first
// argument names.
func (e *env) withQuotes(run func(ctx context.Context, q *quotes, a []string) error) func(*cobra.Command, []string) error {
	return e.on(func(ctx context.Context, a *app.App, arg []string) error {
		slug, err := a.Release(ctx, arg[0])
		if err != nil {
			return err
		}
		return run(ctx, &quotes{a, slug}, arg)
	})
}

// onQuote is a command about one quote of a release.
func (e *env) onQuote(use, short, long string, run func(ctx context.Context, q *quotes, name string) error) *cobra.Command {
	return &cobra.Command{
		Use: use + " RELEASE QUOTE", Short: short, Long: long,
		Args: args(cobra.ExactArgs(2), use+" takes a release and a quote, by its id or its organization's"),
		RunE: e.withQuotes(func(ctx context.Context, q *quotes, a []string) error {
			return run(ctx, q, a[1])
		}),
	}
}

func (e *env) quotesList() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "list RELEASE", Short: "How far each quote is, and its words",
		Args: args(cobra.ExactArgs(1), "quotes list takes one release"),
		RunE: e.withQuotes(func(ctx context.Context, q *quotes, a []string) error {
			if err := q.Coalition.Recover(ctx); err != nil {
				fmt.Fprintln(e.Stderr, "error:", err)
			}
			all, err := q.Coalition.Requests(ctx, q.slug)
			if err != nil {
				return err
			}
			if asJSON {
				return e.JSON(map[string]any{"quotes": q.Coalition.Rows(all)})
			}
			if len(all) == 0 {
				fmt.Fprintf(e.Stdout, "No quote was asked for %s yet: pressroom quotes request %s --org all\n", q.slug, q.slug)
				return nil
			}
			zone := q.Zone()
			states := map[string]int{}
			for _, r := range all {
				states[string(r.State)]++
				fmt.Fprint(e.Stdout, q.Coalition.Describe(r, zone))
				if err := q.Coalition.Say(ctx, e.Stdout, r, strings.Repeat(" ", 25)); err != nil {
					return err
				}
			}
			for _, says := range q.Coalition.Info(q.slug).Behind(ctx) {
				fmt.Fprintln(e.Stdout, says)
			}
			fmt.Fprintf(e.Stderr, "%s: %s\n", wording.Count(len(all), "quote"), wording.Tally(states))
			return nil
		}),
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}

func (e *env) quotesVerify() *cobra.Command {
	var files []string
	c := &cobra.Command{
		Use: "verify RELEASE", Short: "Hold what was signed against the file, what went out, and receipts",
		Long: `Hold the history of the sign-offs against itself, the release's file, what was stored
when the release was sent, and receipts that partners hold (--receipt FILE, the mail's
text; several). All that is stored of each mailing is read. Whatever was changed or
deleted, or cannot be read, is named, with quote, organization and signer, or with
mailing and form, and the exit code is 1.`,
		Args: args(cobra.ExactArgs(1), "quotes verify takes one release"),
		RunE: e.withQuotes(func(ctx context.Context, q *quotes, a []string) error {
			var receipts []*coalition.Receipt
			for _, name := range files {
				data, err := os.ReadFile(name)
				if err != nil {
					return fmt.Errorf("reading the receipt: %w", err)
				}
				r, err := coalition.ParseReceipt(data)
				if err != nil {
					return fmt.Errorf("%s: %w", name, err)
				}
				receipts = append(receipts, r)
			}
			report, err := q.Coalition.Verify(ctx, q.slug, receipts)
			if err != nil {
				return err
			}
			for _, f := range report.Faults {
				fmt.Fprintln(e.Stdout, "FAULT: "+f)
			}
			fmt.Fprintf(e.Stdout, "%s: %s, %s in the file word for word as signed, %s compared, %s\n", q.slug,
				wording.Count(report.Events, "event"), wording.Count(report.Quotes, "quote"),
				wording.Count(report.Snapshots, "mailing"), wording.Count(report.Receipts, "receipt"))
			if len(report.Faults) > 0 {
				return console.QuietError{}
			}
			return nil
		}),
	}
	c.Flags().StringSliceVar(&files, "receipt", nil, "the text of a receipt that a partner holds")
	return c
}

func (e *env) quotesExport() *cobra.Command {
	return &cobra.Command{
		Use: "export RELEASE", Short: "The whole history of a release's quotes, as JSON",
		Args: args(cobra.ExactArgs(1), "quotes export takes one release"),
		RunE: e.withQuotes(func(ctx context.Context, q *quotes, a []string) error {
			events, err := q.Coalition.Events(ctx, q.slug)
			if err != nil {
				return err
			}
			if events == nil {
				events = []*coalition.Event{}
			}
			return e.JSON(map[string]any{"release": q.slug, "events": events})
		}),
	}
}
