package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/console"
	"pressroom/internal/ledger"
	"pressroom/internal/status"
	"pressroom/internal/wording"
)

// person is a command about one address. name is all of its words.
func (e *env) person(name, short, long string, do func(ctx context.Context, a *app.App, key, typed string) error) *cobra.Command {
	return &cobra.Command{
		Use: name[strings.LastIndexByte(name, ' ')+1:] + " ADDRESS", Short: short, Long: long,
		Args: args(cobra.ExactArgs(1), name+" takes one address"),
		RunE: e.on(func(ctx context.Context, a *app.App, typed []string) error {
			key, err := address(typed[0])
			if err != nil {
				return err
			}
			return do(ctx, a, key, typed[0])
		}),
	}
}

// allow lets an address be mailed again, and says first whose it is.
func (e *env) allow(ctx context.Context, a *app.App, key string, yes bool) error {
	s, err := a.Ledger.Suppressed(ctx, key)
	if err != nil {
		return err
	}
	if s != nil && s.Reason != ledger.Unsubscribed {
		book, _, err := a.Book(ctx)
		if err != nil {
			return err
		}
		fmt.Fprintf(e.Stderr, "%s is not mailed since %s: %s.\n", book.Who(key), status.Stamp(s.At, a.Zone()), s.Why())
		if err := e.Confirm("Mail "+key+" again?", yes); err != nil {
			return err
		}
	}
	found, err := a.Ledger.Unsuppress(ctx, key)
	if errors.As(err, new(*ledger.TheirWordError)) {
		return fmt.Errorf("%s: %w. If they ask you to: pressroom suppressions invite %s", key, err, key)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", key, err)
	}
	if !found {
		return fmt.Errorf("%s was not suppressed", key)
	}
	fmt.Fprintf(e.Stdout, "%s can be mailed again.\n", key)
	return nil
}

func (e *env) invite(ctx context.Context, a *app.App, key, typed string) error {
	if err := a.People.Invite(ctx, key, typed); err != nil {
		return err
	}
	fmt.Fprintf(e.Stdout, "%s is mailed a button that brings them back; until they press it, nothing else is mailed to them.\n", key)
	return nil
}

func (e *env) staleCommand() *cobra.Command {
	months, asJSON := 24, false
	c := &cobra.Command{
		Use: "stale", Short: "Whom nothing was sent to, and who said nothing, for so long that they may be let go",
		Args: args(cobra.NoArgs, "contacts stale takes no argument"),
		RunE: e.on(func(ctx context.Context, a *app.App, _ []string) error {
			if months < 0 {
				return console.Usage(fmt.Errorf("--months is a number of months, as in 24, not %d", months))
			}
			book, berr := e.book(ctx, a)
			if book == nil {
				return berr
			}
			list, err := a.People.Stale(ctx, book.Journalists, months)
			if err != nil {
				return err
			}
			if asJSON {
				return e.JSON(map[string]any{"stale": list})
			}
			for _, s := range list {
				fmt.Fprintln(e.Stdout, s)
			}
			fmt.Fprintf(e.Stderr, "%s of %d; pressroom contacts erase ADDRESS takes one out\n", wording.Count(len(list), "journalist"),
				len(book.Journalists))
			return berr
		}),
	}
	c.Flags().IntVar(&months, "months", months, "for how many months")
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}
