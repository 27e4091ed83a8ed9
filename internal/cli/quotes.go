package cli

import (
	"context"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
)

func (e *env) quotesCommand() *cobra.Command {
	return group("quotes", "The coalition's quotes: ask for them, see them, and prove who signed what",
		e.quotesRequest(), e.quotesList(), e.quotesRemind(), e.quotesOrder(), e.quotesApprove(), e.quotesReject(), e.quotesEdit(),
		e.quotesWithdraw(), e.quotesRevoke(), e.quotesSettle(), e.quotesVerify(), e.quotesExport())
}

// withQuotes runs a command about the quotes of the release that its first argument names.
func (e *env) withQuotes(
	run func(ctx context.Context, a *app.App, slug string, args []string) error,
) func(*cobra.Command, []string) error {
	return e.on(func(ctx context.Context, a *app.App, args []string) error {
		slug, err := a.Release(ctx, args[0])
		if err != nil {
			return err
		}
		return run(ctx, a, slug, args)
	})
}

// onQuote is a command about one quote of a release.
func (e *env) onQuote(
	use, short, long string, run func(ctx context.Context, a *app.App, slug, quote string) error,
) *cobra.Command {
	return &cobra.Command{
		Use: use + " RELEASE QUOTE", Short: short, Long: long,
		Args: args(cobra.ExactArgs(2), use+" takes a release and a quote, by its id or its organization's"),
		RunE: e.withQuotes(func(ctx context.Context, a *app.App, slug string, args []string) error {
			return run(ctx, a, slug, args[1])
		}),
	}
}

func (e *env) quotesList() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "list RELEASE", Short: "How far each quote is, and its words",
		Args: args(cobra.ExactArgs(1), "quotes list takes one release"),
		RunE: e.withQuotes(func(ctx context.Context, a *app.App, slug string, args []string) error {
			return e.ListQuotes(ctx, a, slug, asJSON)
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
		RunE: e.withQuotes(func(ctx context.Context, a *app.App, slug string, args []string) error {
			return e.VerifyQuotes(ctx, a, slug, files)
		}),
	}
	c.Flags().StringSliceVar(&files, "receipt", nil, "the text of a receipt that a partner holds")
	return c
}

func (e *env) quotesExport() *cobra.Command {
	return &cobra.Command{
		Use: "export RELEASE", Short: "The whole history of a release's quotes, as JSON",
		Args: args(cobra.ExactArgs(1), "quotes export takes one release"),
		RunE: e.withQuotes(func(ctx context.Context, a *app.App, slug string, args []string) error {
			return e.ExportQuotes(ctx, a, slug)
		}),
	}
}
