package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"pressroom/internal/coalition"
	"pressroom/internal/console"
	"pressroom/internal/release"
)

func (e *env) quotesOrder() *cobra.Command {
	return &cobra.Command{
		Use: "order RELEASE placed|alphabetical|lot", Short: "Choose in which order quotes and signatories stand",
		Long: `Choose in which order quotes and signatories stand, and write it into the release:
placed, as they stand in the file; alphabetical, by name; lot draws a new lot, from
which anybody can work out the order again. Partners see it beforehand.`,
		Args: args(cobra.ExactArgs(2), "quotes order takes a release, and placed, alphabetical or lot"),
		RunE: e.withQuotes(func(ctx context.Context, q *quotes, a []string) error {
			order := release.Order(a[1])
			lot := ""
			switch order {
			case release.OrderPlaced, release.OrderAlphabetical:
			case release.OrderLot:
				lot = coalition.NewLot()
			default:
				return console.Usage(fmt.Errorf("the order is placed, alphabetical or lot, not %q", a[1]))
			}
			if err := q.Coalition.Order(ctx, q.slug, order, lot); err != nil {
				return err
			}
			fmt.Fprintf(e.Stdout, "%s: quotes stand %s\n", q.slug,
				map[release.Order]string{
					release.OrderPlaced: "as they are placed", release.OrderAlphabetical: "in alphabetical order",
					release.OrderLot: "as the lot " + lot + " has it",
				}[order])
			return nil
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
		func(ctx context.Context, q *quotes, name string) error {
			if translation != "" {
				r, err := q.Coalition.Fits(ctx, q.slug, name, translation)
				if err == nil {
					fmt.Fprintf(e.Stdout, "noted that %s in %s is of the words as they stand\n", r.Quote, translation)
				}
				return err
			}
			if recorded != "" {
				r, err := q.Coalition.Record(ctx, q.slug, name, recorded)
				if err != nil {
					return err
				}
				fmt.Fprintf(e.Stdout, "recorded the sign-off of %s (%s); it stands in the release, and they are told\n", r.Quote, recorded)
				return e.sendLetters(ctx, q)
			}
			r, err := q.Coalition.Accept(ctx, q.slug, name, 0)
			if err != nil {
				return err
			}
			if r.State == coalition.Submitted {
				fmt.Fprintf(e.Stdout, "accepted %s; they are asked for the sign-off\n", r.Quote)
				return e.sendLetters(ctx, q)
			}
			fmt.Fprintf(e.Stdout, "accepted %s\n", r.Quote)
			return nil
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
		func(ctx context.Context, q *quotes, name string) error {
			if note == "" {
				return console.Usage(errors.New("reject needs --note: what should change"))
			}
			r, err := q.Coalition.SendBack(ctx, q.slug, name, 0, note)
			if err != nil {
				return err
			}
			fmt.Fprintf(e.Stdout, "sent %s back\n", r.Quote)
			return e.sendLetters(ctx, q)
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
		func(ctx context.Context, q *quotes, name string) error {
			in := e.Stdin
			if file != "" {
				f, err := os.Open(file)
				if err != nil {
					return fmt.Errorf("reading the words: %w", err)
				}
				defer f.Close()
				in = f
			}
			data, err := io.ReadAll(io.LimitReader(in, 1<<20))
			if err != nil {
				return fmt.Errorf("reading the words: %w", err)
			}
			r, err := q.Coalition.ProposeText(ctx, q.slug, name, string(data), note)
			if err != nil {
				return err
			}
			fmt.Fprintf(e.Stdout, "proposed other words for %s; they are asked for a new sign-off\n", r.Quote)
			return e.sendLetters(ctx, q)
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
		func(ctx context.Context, q *quotes, name string) error {
			if err := e.Confirm("Withdraw this quote?", yes); err != nil {
				if errors.Is(err, console.QuietError{}) {
					fmt.Fprintln(e.Stderr, "Nothing was changed.")
				}
				return err
			}
			r, err := q.Coalition.WithdrawFor(ctx, q.slug, name, why)
			if err != nil {
				return err
			}
			fmt.Fprintf(e.Stdout, "withdrawn %s\n", r.Quote)
			if err := e.sendLetters(ctx, q); err != nil {
				return err
			}
			return q.Coalition.Say(ctx, e.Stdout, r, "")
		})
	c.Flags().StringVar(&why, "note", "", "how it was said, when, and by whom")
	c.Flags().BoolVarP(&yes, "yes", "y", false, "do not ask")
	return c
}

func (e *env) quotesRevoke() *cobra.Command {
	return e.onQuote("revoke", "Take a request back: its links open nothing any more",
		`Take a request back: its links open nothing any more. What was signed stands. Asking
again (quotes request) makes new links.`,
		func(ctx context.Context, q *quotes, name string) error {
			r, err := q.Coalition.Revoke(ctx, q.slug, name)
			if err != nil {
				return err
			}
			fmt.Fprintf(e.Stdout, "revoked the links of %s\n", r.Org)
			return nil
		})
}

func (e *env) quotesSettle() *cobra.Command {
	var note string
	c := e.onQuote("settle", "Say how a difference from what was printed was settled",
		`Say how a difference between what was printed and what a partner signed off or took
back later was settled. Until then check, quotes list, quotes verify and the board show
it. The note is kept in the history of the quotes.`,
		func(ctx context.Context, q *quotes, name string) error {
			r, err := q.Coalition.Settle(ctx, q.slug, name, note)
			if err != nil {
				return err
			}
			fmt.Fprintf(e.Stdout, "settled %s\n", r.Quote)
			return nil
		})
	c.Flags().StringVar(&note, "note", "", "how it was settled, when, and with whom")
	return c
}
