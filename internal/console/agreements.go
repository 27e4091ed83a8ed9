package console

import (
	"context"
	"fmt"
	"os"

	"pressroom/internal/agreement"
	"pressroom/internal/app"
)

// ListAgreements shows what was said of embargoes and who has not answered yet: of a release,
// or of all where slug is empty.
func (t *Terminal) ListAgreements(ctx context.Context, a *app.App, slug string, asJSON bool) error {
	all, err := a.Agreements.All(ctx, slug)
	if err != nil {
		return err
	}
	silent, err := unanswered(ctx, a, slug)
	if err != nil {
		return err
	}
	if asJSON {
		return t.json(map[string]any{"agreements": agreement.Rows(all), "unanswered": silent})
	}
	if len(all)+len(silent) == 0 {
		return t.noAgreements(ctx, a, slug)
	}
	return agreement.Show(t.Stdout, all, silent, a.ZoneOf(ctx, ""))
}

// noAgreements says how it stands where nothing is written down.
func (t *Terminal) noAgreements(ctx context.Context, a *app.App, slug string) error {
	book, _, err := a.Book(ctx)
	if err != nil {
		return err
	}
	var l agreement.Listed
	for _, j := range book.Journalists {
		switch {
		case j.Embargo:
			l.Yes++
		case j.NoEmbargo:
			l.No++
		default:
			l.Blank++
		}
	}
	fmt.Fprintln(t.Stderr, agreement.Nothing(slug, l, a.Workspace.Settings.Embargo))
	return nil
}

// unanswered are the addresses of those who were asked about a release, and have not
// answered.
func unanswered(ctx context.Context, a *app.App, slug string) ([]string, error) {
	if slug == "" {
		return []string{}, nil
	}
	return a.Ledger.Unanswered(ctx, slug)
}

// AddAgreement writes down that somebody, by their address, has agreed to a release or, where
// slug is empty, to all.
func (t *Terminal) AddAgreement(ctx context.Context, a *app.App, typed, slug, how string) error {
	if _, err := Address(typed); err != nil {
		return err
	}
	g := agreement.Given{Address: typed, Slug: slug, How: agreement.ByHand, Note: how}
	copies, err := a.AddAgreement(ctx, g)
	if err != nil {
		return err
	}
	fmt.Fprintln(t.Stdout, g.Added(copies))
	return nil
}

// ExportAgreements shows what was agreed to as JSON, of a release or, where slug is empty, of all.
func (t *Terminal) ExportAgreements(ctx context.Context, a *app.App, slug string) error {
	out, err := a.Agreements.Export(ctx, slug)
	if err != nil {
		return err
	}
	return t.json(out)
}

// CheckAgreements holds an exported file against its own digests, and against the record here.
func (t *Terminal) CheckAgreements(ctx context.Context, a *app.App, name string) error {
	info, err := os.Stat(name)
	if err == nil && info.Size() > agreement.MaxExport {
		err = fmt.Errorf("%s is too large to be an export of agreements", name)
	}
	if err != nil {
		return err
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	found, err := agreement.CheckExport(data)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	fmt.Fprintf(t.Stdout, "%s: %s\n", name, found)
	holds, err := a.Agreements.Holds(ctx, found.Head)
	if err == nil && !holds {
		err = fmt.Errorf("%s ends in an agreement that is not in the record of this workspace", name)
	}
	return err
}

// ShowReaders shows what was opened of the advance copies of a release, and writes down that
// somebody looked, and why.
func (t *Terminal) ShowReaders(ctx context.Context, a *app.App, slug, reason string) error {
	opened, err := a.Agreements.Readers(ctx, slug, reason)
	if err != nil {
		return err
	}
	looks, err := a.Agreements.Looks(ctx, slug)
	if err != nil {
		return err
	}
	return agreement.ShowReaders(t.Stdout, opened, looks, a.ZoneOf(ctx, ""))
}
