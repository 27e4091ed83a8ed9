package cli

import (
	"context"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/console"
)

func (e *env) quotesRequest() *cobra.Command {
	var f console.QuoteRequest
	c := &cobra.Command{
		Use: "request RELEASE --org ID…", Short: "Ask organizations for a quote, by mail, with a link of their own",
		Long: `Ask organizations for a quote. Each person that their [[org]] names under contact
gets a mail with a link of their own: no account, no password. The words they sign
off go into the release by themselves, and nobody changes them without them.

Asking again sends a new link with the new deadlines: so a closed one opens again.
Those who have not answered are reminded before the first deadline and when it has
passed. Times are read in the release's zone: 2026-07-25T18:00, or 6h, or 2d.`,
		Args: args(cobra.ExactArgs(1), "quotes request takes one release"),
		RunE: e.withQuotes(func(ctx context.Context, a *app.App, slug string, args []string) error {
			return e.RequestQuotes(ctx, a, slug, f)
		}),
	}
	fs := c.Flags()
	fs.StringSliceVar(&f.Orgs, "org", nil, "whom to ask: ids of [[org]] in pressroom.toml, several with commas; all for everybody")
	fs.StringVar(&f.Soft, "soft", "", "by when an answer is asked for (default: a day before the link closes)")
	fs.StringVar(&f.Hard, "hard", "", "when the link closes (default: an hour before the release goes out, or less if that is soon)")
	fs.IntVar(&f.Words, "words", 60, "how long the quote should be, in words")
	fs.StringVar(&f.Note, "note", "", "a few lines of your own for the mail")
	fs.StringVar(&f.From, "from", "", "who asks, and whom answers go to: \"Name <address>\" (default: reply_to or from of [mail])")
	fs.StringVar(&f.Show, "show", "headline", "how much of the draft partners see: headline, or full")
	return c
}

func (e *env) quotesRemind() *cobra.Command {
	var orgs []string
	c := &cobra.Command{
		Use: "remind RELEASE", Short: "Remind those who have not answered, now",
		Args: args(cobra.ExactArgs(1), "quotes remind takes one release"),
		RunE: e.withQuotes(func(ctx context.Context, a *app.App, slug string, args []string) error {
			return e.RemindQuotes(ctx, a, slug, orgs)
		}),
	}
	c.Flags().StringSliceVar(&orgs, "org", nil, "only these organizations, by their ids")
	return c
}
