package console

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"pressroom/internal/app"
	"pressroom/internal/contacts"
	"pressroom/internal/lists"
	"pressroom/internal/status"
	"pressroom/internal/wording"
)

// ListLists shows which press lists and segments there are, and how many are on each.
func (t *Terminal) ListLists(ctx context.Context, a *app.App, asJSON bool) error {
	book, berr := t.book(ctx, a)
	if book == nil {
		return berr
	}
	return errors.Join(t.showLists(book, asJSON), berr)
}

// ListJournalists shows who is on a press list or in a segment.
func (t *Terminal) ListJournalists(ctx context.Context, a *app.App, name string, asJSON bool) error {
	book, berr := t.book(ctx, a)
	if book == nil {
		return berr
	}
	picked, err := book.Pick(name)
	if err != nil {
		return err
	}
	return errors.Join(t.showJournalists(picked, asJSON), berr)
}

// ListSegments shows the segments, their rules, and how many they pick.
func (t *Terminal) ListSegments(ctx context.Context, a *app.App) error {
	book, berr := t.book(ctx, a)
	if book == nil {
		return berr
	}
	w := t.table()
	for _, s := range book.Segments() {
		picked, err := book.Pick(s.Name)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "%s\t%d\t%s\n", s.Name, len(picked), strings.Join(strings.Fields(s.Where), " "))
	}
	if len(book.Segments()) == 0 {
		fmt.Fprintln(t.Stderr, "There are no segments yet; contacts/segments.toml holds them.")
	}
	return errors.Join(w.Flush(), berr)
}

// History shows all that the database has of an address, in the order of time.
func (t *Terminal) History(ctx context.Context, a *app.App, key, typed string) error {
	h, err := a.People.History(ctx, key)
	if err != nil {
		return err
	}
	if h.Never {
		fmt.Fprintf(t.Stderr, "%s has never been on a mailing.\n", typed)
	}
	w := t.table()
	for _, l := range h.Lines {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", l.Dispatch, l.What, status.Stamp(l.At, a.ZoneOf(ctx, l.Dispatch)), l.Text)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if s := h.Suppressed; s != nil {
		fmt.Fprintf(t.Stdout, "not mailed any more since %s: %s %s\n", status.Stamp(s.At, a.Zone()), s.Reason, s.Detail)
	}
	return nil
}

// ExportList writes a press list or segment to a file, by its ending, or as CSV to stdout
// where to is empty.
func (t *Terminal) ExportList(ctx context.Context, a *app.App, name, to string) error {
	book, berr := t.book(ctx, a)
	if book == nil {
		return berr
	}
	n, err := lists.ExportTo(a.Workspace, book, name, to, t.Stdout)
	if err == nil && to != "" {
		fmt.Fprintf(t.Stderr, "%s: %s\n", to, wording.Count(n, "journalist"))
	}
	return errors.Join(err, berr)
}

// book reads the press lists, with what journalists have changed, and shows what
// is wrong with them; errors in rows do not stop, but the exit code says so.
func (t *Terminal) book(ctx context.Context, a *app.App) (*contacts.Book, error) {
	book, diags, err := a.Book(ctx)
	if err != nil {
		return nil, err
	}
	for _, d := range diags {
		fmt.Fprintln(t.Stderr, d)
	}
	if diags.HasErrors() {
		return book, QuietError{}
	}
	return book, nil
}

func (t *Terminal) showLists(book *contacts.Book, asJSON bool) error {
	rows, err := book.Audiences()
	if err != nil {
		return err
	}
	if asJSON {
		return t.json(map[string]any{"audiences": rows, "journalists": len(book.Journalists)})
	}
	w := t.table()
	for _, r := range rows {
		fmt.Fprintf(w, "%s\t%s\t%d\n", r.Name, r.Kind, r.Journalists)
	}
	w.Flush()
	fmt.Fprintf(t.Stderr, "%s in all\n", wording.Count(len(book.Journalists), "journalist"))
	if len(rows) == 0 {
		fmt.Fprintln(t.Stderr, "There are no press lists yet. Put a CSV file with a column email into contacts/.")
	}
	return nil
}

func (t *Terminal) showJournalists(picked []*contacts.Journalist, asJSON bool) error {
	if asJSON {
		rows := []contacts.Row{}
		for _, j := range picked {
			rows = append(rows, j.Row())
		}
		return t.json(map[string]any{"journalists": rows})
	}
	w := t.table()
	for _, j := range picked {
		agreed := ""
		if j.Embargo {
			agreed = "embargo"
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\n", j.Email, j.Name, j.Outlet, j.Language, strings.Join(j.Beats, ";"), agreed)
	}
	w.Flush()
	fmt.Fprintln(t.Stderr, wording.Count(len(picked), "journalist"))
	return nil
}
