package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"pressroom/internal/contacts"
	"pressroom/internal/ledger"
	"pressroom/internal/people"
	"pressroom/internal/workspace"
)

// json writes a value as indented JSON to stdout.
func (e *env) json(v any) error {
	enc := json.NewEncoder(e.stdout)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

func (e *env) table() *tabwriter.Writer { return tabwriter.NewWriter(e.stdout, 0, 4, 2, ' ', 0) }

// changes are what journalists have changed themselves, if there is a database.
func (e *env) changes(ctx context.Context, w *workspace.Workspace) (map[string]contacts.Change, error) {
	if _, err := os.Stat(w.StateDir()); err != nil && w.DatabaseURL() == "" {
		return nil, nil
	}
	l, done, err := e.openLedger(ctx, w)
	if err != nil {
		return nil, err
	}
	defer done()
	return people.New(l, e.now, "").Changes(ctx)
}

// book reads the press lists, with what journalists have changed, and shows what
// is wrong with them; errors in rows
// do not stop, but the exit code says so.
func (e *env) book(ctx context.Context) (*contacts.Book, error) {
	w, err := e.workspace()
	if err != nil {
		return nil, err
	}
	book, diags, err := w.Contacts()
	if err != nil {
		return nil, err
	}
	changes, err := e.changes(ctx, w)
	if err != nil {
		return nil, err
	}
	book.Apply(changes)
	for _, d := range diags {
		fmt.Fprintln(e.stderr, d)
	}
	if diags.HasErrors() {
		return book, quietError{}
	}
	return book, nil
}

func (e *env) contactsCommand() *cobra.Command {
	var asJSON bool
	list := &cobra.Command{
		Use: "list [LIST|SEGMENT]", Short: "Who is on what, with counts",
		Args: args(cobra.MaximumNArgs(1), "contacts list takes one list or segment"),
		RunE: func(cmd *cobra.Command, a []string) error {
			book, berr := e.book(cmd.Context())
			if book == nil {
				return berr
			}
			if len(a) == 0 {
				return errors.Join(e.showLists(book, asJSON), berr)
			}
			picked, err := book.Pick(a[0])
			if err != nil {
				return err
			}
			return errors.Join(e.showJournalists(picked, asJSON), berr)
		},
	}
	list.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	history := &cobra.Command{
		Use: "history ADDRESS", Short: "What happened to one address, ever: every mailing, try and reply",
		Args: args(cobra.ExactArgs(1), "contacts history takes one address"),
		RunE: func(cmd *cobra.Command, a []string) error {
			key, err := contacts.AddressKey(a[0])
			if err != nil {
				return usageError{err}
			}
			_, l, done, err := e.ledger(cmd.Context())
			if err != nil {
				return err
			}
			defer done()
			return e.history(cmd.Context(), l, key, a[0])
		},
	}
	return group("contacts", "Press lists: who is on what, from and to other programs; one person's history, disclosure and erasure",
		list, e.contactsImportCommand(), e.contactsExportCommand(), history, e.discloseCommand(), e.eraseCommand())
}

// history shows all that the database has of an address, in the order of time.
func (e *env) history(ctx context.Context, l *ledger.Ledger, key, typed string) error {
	entries, err := l.History(ctx, key)
	if err != nil {
		return err
	}
	attempts, err := l.AttemptsTo(ctx, key)
	if err != nil {
		return err
	}
	replies, err := people.New(l, e.now, "").RepliesTo(ctx, key)
	if err != nil {
		return err
	}
	suppressed, err := l.Suppressed(ctx, key)
	if err != nil {
		return err
	}
	if len(entries)+len(replies) == 0 {
		fmt.Fprintf(e.stderr, "%s has never been on a mailing.\n", typed)
	}
	type line struct {
		at                   time.Time
		dispatch, what, text string
	}
	var lines []line
	for _, en := range entries {
		lines = append(lines, line{en.AnsweredAt, en.Dispatch, en.State, en.Answer()})
	}
	for _, a := range attempts {
		lines = append(lines, line{a.At, a.Dispatch, "tried", ledger.AnswerLine(a.Code, a.Enhanced, a.Reply)})
	}
	for _, r := range replies {
		lines = append(lines, line{r.At, r.Dispatch, "came back: " + string(r.Kind), r.Detail})
	}
	slices.SortStableFunc(lines, func(a, b line) int {
		if a.at.IsZero() != b.at.IsZero() { // what waits has no time yet
			return map[bool]int{true: 1, false: -1}[a.at.IsZero()]
		}
		return a.at.Compare(b.at)
	})
	t := e.table()
	for _, l := range lines {
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\n", l.dispatch, l.what, stamp(l.at), l.text)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	if suppressed != nil {
		fmt.Fprintf(e.stdout, "not mailed any more since %s: %s %s\n", stamp(suppressed.At), suppressed.Reason, suppressed.Detail)
	}
	return nil
}

// stamp is an instant as tables show it: RFC 3339 in UTC, to the millisecond.
func stamp(t time.Time) string {
	if t.IsZero() {
		return "-"
	}
	return t.UTC().Format("2006-01-02T15:04:05.000Z")
}

func (e *env) showLists(book *contacts.Book, asJSON bool) error {
	type row struct {
		Name  string `json:"name"`
		Kind  string `json:"kind"`
		Count int    `json:"journalists"`
	}
	rows := []row{}
	for _, n := range book.Lists() {
		picked, err := book.Pick(n)
		if err != nil {
			return err
		}
		rows = append(rows, row{n, "list", len(picked)})
	}
	for _, s := range book.Segments() {
		picked, err := book.Pick(s.Name)
		if err != nil {
			return err
		}
		rows = append(rows, row{s.Name, "segment", len(picked)})
	}
	if asJSON {
		return e.json(map[string]any{"audiences": rows, "journalists": len(book.Journalists)})
	}
	t := e.table()
	for _, r := range rows {
		fmt.Fprintf(t, "%s\t%s\t%d\n", r.Name, r.Kind, r.Count)
	}
	t.Flush()
	fmt.Fprintf(e.stderr, "%s in all\n", count(len(book.Journalists), "journalist"))
	if len(rows) == 0 {
		fmt.Fprintln(e.stderr, "There are no press lists yet. Put a CSV file with a column email into contacts/.")
	}
	return nil
}

func (e *env) showJournalists(picked []*contacts.Journalist, asJSON bool) error {
	if asJSON {
		type row struct {
			Email    string   `json:"email"`
			Name     string   `json:"name"`
			Outlet   string   `json:"outlet"`
			Language string   `json:"language"`
			Beats    []string `json:"beats"`
			Embargo  bool     `json:"embargo"`
			Lists    []string `json:"lists"`
		}
		rows := []row{}
		for _, j := range picked {
			rows = append(rows, row{j.Email, j.Name, j.Outlet, j.Language, j.Beats, j.Embargo, j.Lists})
		}
		return e.json(map[string]any{"journalists": rows})
	}
	t := e.table()
	for _, j := range picked {
		agreed := ""
		if j.Embargo {
			agreed = "embargo"
		}
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\t%s\n", j.Email, j.Name, j.Outlet, j.Language, strings.Join(j.Beats, ";"), agreed)
	}
	t.Flush()
	fmt.Fprintln(e.stderr, count(len(picked), "journalist"))
	return nil
}

func (e *env) segmentsCommand() *cobra.Command {
	return &cobra.Command{
		Use: "segments", Short: "The segments, their rules, and how many they pick",
		Args: args(cobra.NoArgs, "segments takes no argument"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			book, berr := e.book(cmd.Context())
			if book == nil {
				return berr
			}
			t := e.table()
			for _, s := range book.Segments() {
				picked, err := book.Pick(s.Name)
				if err != nil {
					return err
				}
				fmt.Fprintf(t, "%s\t%d\t%s\n", s.Name, len(picked), strings.Join(strings.Fields(s.Where), " "))
			}
			if len(book.Segments()) == 0 {
				fmt.Fprintln(e.stderr, "There are no segments yet; contacts/segments.toml holds them.")
			}
			return errors.Join(t.Flush(), berr)
		},
	}
}

func (e *env) suppressionsCommand() *cobra.Command {
	var asJSON bool
	list := &cobra.Command{
		Use: "list", Short: "Who is not mailed, and why",
		Args: args(cobra.NoArgs, "suppressions list takes no argument"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, l, done, err := e.ledger(cmd.Context())
			if err != nil {
				return err
			}
			defer done()
			all, err := l.Suppressions(cmd.Context())
			if err != nil {
				return err
			}
			if asJSON {
				rows := []map[string]string{}
				for _, s := range all {
					rows = append(rows, map[string]string{"address": s.Key, "reason": s.Reason, "detail": s.Detail, "at": s.At.Format(time.RFC3339)})
				}
				return e.json(map[string]any{"suppressions": rows})
			}
			t := e.table()
			for _, s := range all {
				fmt.Fprintf(t, "%s\t%s\t%s\t%s\n", s.Key, s.Reason, stamp(s.At), s.Detail)
			}
			if len(all) == 0 {
				fmt.Fprintln(e.stderr, "Nobody is suppressed.")
			}
			return t.Flush()
		},
	}
	list.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	var unsubscribed bool
	add := &cobra.Command{
		Use: "add ADDRESS [WHY]", Short: "Never mail an address again",
		Args: args(cobra.RangeArgs(1, 2), "suppressions add takes an address and, if you like, a reason in quotation marks"),
		RunE: func(cmd *cobra.Command, a []string) error {
			key, err := contacts.AddressKey(a[0])
			if err != nil {
				return usageError{err}
			}
			_, l, done, err := e.ledger(cmd.Context())
			if err != nil {
				return err
			}
			defer done()
			reason, detail := ledger.ByHand, ""
			if unsubscribed {
				reason = ledger.Unsubscribed
			}
			if len(a) == 2 {
				detail = a[1]
			}
			if err := l.Suppress(cmd.Context(), key, reason, detail); err != nil {
				return err
			}
			fmt.Fprintf(e.stdout, "%s will not be mailed.\n", key)
			return nil
		},
	}
	add.Flags().BoolVar(&unsubscribed, "unsubscribed", false, "they asked for it themselves: suppressions remove will refuse to undo it")
	remove := &cobra.Command{
		Use: "remove ADDRESS", Short: "Allow an address to be mailed again",
		Args: args(cobra.ExactArgs(1), "suppressions remove takes one address"),
		RunE: func(cmd *cobra.Command, a []string) error {
			key, err := contacts.AddressKey(a[0])
			if err != nil {
				return usageError{err}
			}
			_, l, done, err := e.ledger(cmd.Context())
			if err != nil {
				return err
			}
			defer done()
			found, err := l.Unsuppress(cmd.Context(), key)
			if err != nil {
				return fmt.Errorf("%s: %w", key, err)
			}
			if !found {
				return fmt.Errorf("%s was not suppressed", key)
			}
			fmt.Fprintf(e.stdout, "%s can be mailed again.\n", key)
			return nil
		},
	}
	return group("suppressions", "Who is not mailed, and why", list, add, remove)
}
