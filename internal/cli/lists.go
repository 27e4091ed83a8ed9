package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"pressroom/internal/app"
	"pressroom/internal/console"
	"pressroom/internal/contacts"
	"pressroom/internal/ledger"
	"pressroom/internal/people"
	"pressroom/internal/status"
	"pressroom/internal/wording"
)

// book reads the press lists, with what journalists have changed, and shows what
// is wrong with them; errors in rows do not stop, but the exit code says so.
func (e *env) book(ctx context.Context, a *app.App) (*contacts.Book, error) {
	book, diags, err := a.Book(ctx)
	if err != nil {
		return nil, err
	}
	for _, d := range diags {
		fmt.Fprintln(e.Stderr, d)
	}
	if diags.HasErrors() {
		return book, console.QuietError{}
	}
	return book, nil
}

// address is the key of an address that was typed.
func address(typed string) (string, error) {
	key, err := contacts.AddressKey(typed)
	if err != nil {
		return "", console.Usage(err)
	}
	return key, nil
}

func (e *env) contactsCommand() *cobra.Command {
	var asJSON bool
	list := &cobra.Command{
		Use: "list [LIST|SEGMENT]", Short: "Who is on what, with counts",
		Args: args(cobra.MaximumNArgs(1), "contacts list takes one list or segment"),
		RunE: e.looking(func(ctx context.Context, a *app.App, name []string) error {
			book, berr := e.book(ctx, a)
			if book == nil {
				return berr
			}
			if len(name) == 0 {
				return errors.Join(e.showLists(book, asJSON), berr)
			}
			picked, err := book.Pick(name[0])
			if err != nil {
				return err
			}
			return errors.Join(e.showJournalists(picked, asJSON), berr)
		}),
	}
	list.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	history := e.person("contacts history", "What happened to one address, ever: every mailing, try and reply", "", e.history)
	return group("contacts", "Press lists: who is on what, from and to other programs; one person's history, disclosure and erasure",
		list, e.contactsImportCommand(), e.contactsExportCommand(), e.staleCommand(), history, e.discloseCommand(), e.eraseCommand())
}

// history shows all that the database has of an address, in the order of time.
func (e *env) history(ctx context.Context, a *app.App, key, typed string) error {
	h, err := a.People.History(ctx, key)
	if err != nil {
		return err
	}
	if h.Never {
		fmt.Fprintf(e.Stderr, "%s has never been on a mailing.\n", typed)
	}
	t := e.Table()
	for _, l := range h.Lines {
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\n", l.Dispatch, l.What, status.Stamp(l.At, a.ZoneOf(ctx, l.Dispatch)), l.Text)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	if s := h.Suppressed; s != nil {
		fmt.Fprintf(e.Stdout, "not mailed any more since %s: %s %s\n", status.Stamp(s.At, a.Zone()), s.Reason, s.Detail)
	}
	return nil
}

func (e *env) showLists(book *contacts.Book, asJSON bool) error {
	rows, err := book.Audiences()
	if err != nil {
		return err
	}
	if asJSON {
		return e.JSON(map[string]any{"audiences": rows, "journalists": len(book.Journalists)})
	}
	t := e.Table()
	for _, r := range rows {
		fmt.Fprintf(t, "%s\t%s\t%d\n", r.Name, r.Kind, r.Journalists)
	}
	t.Flush()
	fmt.Fprintf(e.Stderr, "%s in all\n", wording.Count(len(book.Journalists), "journalist"))
	if len(rows) == 0 {
		fmt.Fprintln(e.Stderr, "There are no press lists yet. Put a CSV file with a column email into contacts/.")
	}
	return nil
}

func (e *env) showJournalists(picked []*contacts.Journalist, asJSON bool) error {
	if asJSON {
		rows := []contacts.Row{}
		for _, j := range picked {
			rows = append(rows, j.Row())
		}
		return e.JSON(map[string]any{"journalists": rows})
	}
	t := e.Table()
	for _, j := range picked {
		agreed := ""
		if j.Embargo {
			agreed = "embargo"
		}
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\t%s\n", j.Email, j.Name, j.Outlet, j.Language, strings.Join(j.Beats, ";"), agreed)
	}
	t.Flush()
	fmt.Fprintln(e.Stderr, wording.Count(len(picked), "journalist"))
	return nil
}

func (e *env) segmentsCommand() *cobra.Command {
	return &cobra.Command{
		Use: "segments", Short: "The segments, their rules, and how many they pick",
		Args: args(cobra.NoArgs, "segments takes no argument"),
		RunE: e.looking(func(ctx context.Context, a *app.App, _ []string) error {
			book, berr := e.book(ctx, a)
			if book == nil {
				return berr
			}
			t := e.Table()
			for _, s := range book.Segments() {
				picked, err := book.Pick(s.Name)
				if err != nil {
					return err
				}
				fmt.Fprintf(t, "%s\t%d\t%s\n", s.Name, len(picked), strings.Join(strings.Fields(s.Where), " "))
			}
			if len(book.Segments()) == 0 {
				fmt.Fprintln(e.Stderr, "There are no segments yet; contacts/segments.toml holds them.")
			}
			return errors.Join(t.Flush(), berr)
		}),
	}
}

func (e *env) suppressionsCommand() *cobra.Command {
	var asJSON bool
	list := &cobra.Command{
		Use: "list", Short: "Who is not mailed, and why",
		Args: args(cobra.NoArgs, "suppressions list takes no argument"),
		RunE: e.on(func(ctx context.Context, a *app.App, _ []string) error {
			all, err := a.Ledger.Suppressions(ctx)
			if err != nil {
				return err
			}
			if asJSON {
				rows := []map[string]string{}
				for _, s := range all {
					rows = append(rows, s.Row())
				}
				return e.JSON(map[string]any{"suppressions": rows})
			}
			t := e.Table()
			for _, s := range all {
				fmt.Fprintf(t, "%s\t%s\t%s\t%s\n", s.Key, s.Reason, status.Stamp(s.At, a.Zone()), s.Detail)
			}
			if len(all) == 0 {
				fmt.Fprintln(e.Stderr, "Nobody is suppressed.")
			}
			return t.Flush()
		}),
	}
	list.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	var unsubscribed bool
	add := &cobra.Command{
		Use: "add ADDRESS [WHY]", Short: "Never mail an address again",
		Args: args(cobra.RangeArgs(1, 2), "suppressions add takes an address and, if you like, a reason in quotation marks"),
		RunE: e.on(func(ctx context.Context, a *app.App, arg []string) error {
			key, err := address(arg[0])
			if err != nil {
				return err
			}
			reason, detail := ledger.ByHand, ""
			if unsubscribed {
				reason = ledger.Unsubscribed
			}
			if len(arg) == 2 {
				detail = arg[1]
			}
			if err := a.Ledger.Suppress(ctx, key, reason, detail); err != nil {
				return err
			}
			fmt.Fprintf(e.Stdout, "%s will not be mailed.\n", key)
			return nil
		}),
	}
	var yes bool
	remove := e.person("suppressions remove", "Allow an address to be mailed again; asks", "",
		func(ctx context.Context, a *app.App, key, _ string) error { return e.allow(ctx, a, key, yes) })
	remove.Flags().BoolVarP(&yes, "yes", "y", false, "do not ask")
	add.Flags().BoolVar(&unsubscribed, "unsubscribed", false, "they asked for it themselves: suppressions remove will refuse to undo it")
	return group("suppressions", "Who is not mailed, and why", list, add, remove,
		e.person("suppressions invite", "Mail somebody who asks to come back one mail with one button", people.Inviting, e.invite))
}
