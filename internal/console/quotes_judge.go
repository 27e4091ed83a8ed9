package console

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"pressroom/internal/app"
	"pressroom/internal/coalition"
	"pressroom/internal/release"
)

// OrderQuotes writes into a release in which order its quotes stand: placed, alphabetical or lot.
func (t *Terminal) OrderQuotes(ctx context.Context, a *app.App, slug, order string) error {
	by := release.Order(order)
	lot := ""
	switch by {
	case release.OrderPlaced, release.OrderAlphabetical:
	case release.OrderLot:
		lot = coalition.NewLot()
	default:
		return Usage(fmt.Errorf("the order is placed, alphabetical or lot, not %q", order))
	}
	if err := a.Coalition.Order(ctx, slug, by, lot); err != nil {
		return err
	}
	fmt.Fprintf(t.Stdout, "%s: quotes stand %s\n", slug,
		map[release.Order]string{
			release.OrderPlaced: "as they are placed", release.OrderAlphabetical: "in alphabetical order",
			release.OrderLot: "as the lot " + lot + " has it",
		}[by])
	return nil
}

// ApproveQuote takes a quote as it is; where recorded is set, it writes down a sign-off by
// voice, and where translation is, that the words in that language still fit.
func (t *Terminal) ApproveQuote(ctx context.Context, a *app.App, slug, quote, recorded, translation string) error {
	if translation != "" {
		r, err := a.Coalition.Fits(ctx, slug, quote, translation)
		if err == nil {
			fmt.Fprintf(t.Stdout, "noted that %s in %s is of the words as they stand\n", r.Quote, translation)
		}
		return err
	}
	if recorded != "" {
		r, err := a.Coalition.Record(ctx, slug, quote, recorded)
		if err != nil {
			return err
		}
		fmt.Fprintf(t.Stdout, "recorded the sign-off of %s (%s); it stands in the release, and they are told\n", r.Quote, recorded)
		return t.sendLetters(ctx, a, slug)
	}
	r, err := a.Coalition.Accept(ctx, slug, quote, 0)
	if err != nil {
		return err
	}
	if r.State == coalition.Submitted {
		fmt.Fprintf(t.Stdout, "accepted %s; they are asked for the sign-off\n", r.Quote)
		return t.sendLetters(ctx, a, slug)
	}
	fmt.Fprintf(t.Stdout, "accepted %s\n", r.Quote)
	return nil
}

// RejectQuote sends a quote back to the partner and says what should change.
func (t *Terminal) RejectQuote(ctx context.Context, a *app.App, slug, quote, note string) error {
	r, err := a.Coalition.SendBack(ctx, slug, quote, 0, note)
	if err != nil {
		return err
	}
	fmt.Fprintf(t.Stdout, "sent %s back\n", r.Quote)
	return t.sendLetters(ctx, a, slug)
}

// EditQuote proposes other words for a quote, which it reads from a file, or from stdin where
// file is empty.
func (t *Terminal) EditQuote(ctx context.Context, a *app.App, slug, quote, file, note string) error {
	in := t.Stdin
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
	r, err := a.Coalition.ProposeText(ctx, slug, quote, string(data), note)
	if err != nil {
		return err
	}
	fmt.Fprintf(t.Stdout, "proposed other words for %s; they are asked for a new sign-off\n", r.Quote)
	return t.sendLetters(ctx, a, slug)
}

// WithdrawQuote writes down that a partner took its quote back.
func (t *Terminal) WithdrawQuote(ctx context.Context, a *app.App, slug, quote, why string, yes bool) error {
	if err := t.Confirm("Withdraw this quote?", yes); err != nil {
		if errors.Is(err, QuietError{}) {
			fmt.Fprintln(t.Stderr, "Nothing was changed.")
		}
		return err
	}
	r, err := a.Coalition.WithdrawFor(ctx, slug, quote, why)
	if err != nil {
		return err
	}
	fmt.Fprintf(t.Stdout, "withdrawn %s\n", r.Quote)
	if err := t.sendLetters(ctx, a, slug); err != nil {
		return err
	}
	return a.Coalition.Say(ctx, t.Stdout, r, "")
}

// RevokeQuote takes a request back: its links open nothing any more.
func (t *Terminal) RevokeQuote(ctx context.Context, a *app.App, slug, quote string) error {
	r, err := a.Coalition.Revoke(ctx, slug, quote)
	if err != nil {
		return err
	}
	fmt.Fprintf(t.Stdout, "revoked the links of %s\n", r.Org)
	return nil
}

// SettleQuote writes down how a difference from what was printed was settled.
func (t *Terminal) SettleQuote(ctx context.Context, a *app.App, slug, quote, note string) error {
	r, err := a.Coalition.Settle(ctx, slug, quote, note)
	if err != nil {
		return err
	}
	fmt.Fprintf(t.Stdout, "settled %s\n", r.Quote)
	return nil
}
