package cli

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/console"
)

func (e *env) quotesOrder() *cobra.Command {
	return &cobra.Command{
		Use: "order RELEASE placed|alphabetical|lot", Short: "Choose in which order quotes and signatories stand",
		Long: `Choose in which order quotes and signatories stand, and write it into the release:
placed, as they stand in the file; alphabetical, by name; lot draws a new lot, from
which anybody can work out the order again. Partners see it beforehand.`,
		Args: args(cobra.ExactArgs(2), "quotes order takes a release, and placed, alphabetical or lot"),
		RunE: e.withQuotes(func(ctx context.Context, a *app.App, slug string, args []string) error {
			return e.OrderQuotes(ctx, a, slug, args[1])
		}),
	}
}

func (e *env) quotesApprove() *cobra.Command {
	var recorded, translation string
	c := e.onQuote("approve", "Take a quote as it is; with --recorded, write down a sign-off by voice",
		`Take a quote as it is. Words that were handed in without a sign-off go back for one.

--recorded "phone, 23:10, A. Ruiz" writes down a sign-off that was given to you by
voice. It is marked as recorded by the lead everywhere, and the partner gets a mail
that says so.

--translation es says that the words in that language still say what the quote says,
though it was changed after they were translated.`,
		func(ctx context.Context, a *app.App, slug, quote string) error {
			return e.ApproveQuote(ctx, a, slug, quote, recorded, translation)
		})
	c.Flags().StringVar(&translation, "translation", "", "a language: its words still fit, after the quote was changed")
	c.Flags().StringVar(&recorded, "recorded", "", "how the sign-off was given, when, and by whom: \"phone, 23:10, A. Ruiz\"")
	return c
}

func (e *env) quotesReject() *cobra.Command {
	var note string
	c := e.onQuote("reject", "Send a quote back and ask for a change",
		`Send a quote back to the partner and say what should change. What was signed before
stands until they sign other words; send --without leaves it out.`,
		func(ctx context.Context, a *app.App, slug, quote string) error {
			if note == "" {
				return console.Usage(errors.New("reject needs --note: what should change"))
			}
			return e.RejectQuote(ctx, a, slug, quote, note)
		})
	c.Flags().StringVar(&note, "note", "", "what should change")
	return c
}

func (e *env) quotesEdit() *cobra.Command {
	var note, file string
	c := e.onQuote("edit", "Propose other words; they go back to the partner for sign-off",
		`Propose other words for a quote, read from standard input or --file. They go back to
the partner: nothing is printed before they sign it off, and what was signed before
stands until then.`,
		func(ctx context.Context, a *app.App, slug, quote string) error {
			return e.EditQuote(ctx, a, slug, quote, file, note)
		})
	c.Flags().StringVar(&note, "note", "", "why, for the partner")
	c.Flags().StringVar(&file, "file", "", "the file with the words (default: standard input)")
	return c
}

func (e *env) quotesWithdraw() *cobra.Command {
	var why string
	var yes bool
	c := e.onQuote("withdraw", "Write down that a partner took its quote back",
		`Write down that a partner took its sign-off back by voice. What is scheduled of the
release leaves at its instant without the quote; it is held until you decide where
[quotes] withdrawn = "hold", or where it is the only quote. After the release went
out, it is noted as a correction to make. Partners can do it themselves, on their
link.`,
		func(ctx context.Context, a *app.App, slug, quote string) error {
			return e.WithdrawQuote(ctx, a, slug, quote, why, yes)
		})
	c.Flags().StringVar(&why, "note", "", "how it was said, when, and by whom")
	c.Flags().BoolVarP(&yes, "yes", "y", false, "do not ask")
	return c
}

func (e *env) quotesRevoke() *cobra.Command {
	return e.onQuote("revoke", "Take a request back: its links open nothing any more",
		`Take a request back: its links open nothing any more. What was signed stands. Asking
again (quotes request) makes new links.`,
		func(ctx context.Context, a *app.App, slug, quote string) error {
			return e.RevokeQuote(ctx, a, slug, quote)
		})
}

func (e *env) quotesSettle() *cobra.Command {
	var note string
	c := e.onQuote("settle", "Say how a difference from what was printed was settled",
		`Say how a difference between what was printed and what a partner signed off or took
back later was settled. Until then check, quotes list, quotes verify and the board show
it. The note is kept in the history of the quotes.`,
		func(ctx context.Context, a *app.App, slug, quote string) error {
			return e.SettleQuote(ctx, a, slug, quote, note)
		})
	c.Flags().StringVar(&note, "note", "", "how it was settled, when, and with whom")
	return c
}
