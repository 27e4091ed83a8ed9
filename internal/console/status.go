package console

import (
	"context"
	"errors"
	"fmt"

	"pressroom/internal/app"
	"pressroom/internal/doctor"
	"pressroom/internal/status"
)

// StatusView is what is shown of how mailings stand: Of one, as in river-report/release-1, of a
// release, or of all where it is empty. All is every delivery, Attempts every try that was refused
// or not answered; both, and CSV, are of one mailing.
type StatusView struct {
	Of                       string
	JSON, All, Attempts, CSV bool
}

// One tells whether one mailing is asked for.
func (f StatusView) One() bool { return status.IsDispatch(f.Of) }

// Status shows how mailings stand.
func (t *Terminal) Status(ctx context.Context, a *app.App, f StatusView) error {
	if err := a.Moved(ctx); err != nil {
		fmt.Fprintf(t.Stderr, "What follows is old: %v.\n", err)
	}
	list, err := status.Read(ctx, a.Ledger, f.Of)
	if err != nil {
		return err
	}
	if err := status.Compare(ctx, a.Workspace, a.Ledger, list, a.Known); err != nil {
		fmt.Fprintf(t.Stderr, "Whether files differ from what is scheduled cannot be told: %v\n", err)
	}
	switch {
	case f.JSON:
		return t.statusJSON(ctx, a, list, f)
	case f.CSV && f.Attempts:
		attempts, err := a.Ledger.Attempts(ctx, list[0].ID)
		if err != nil {
			return err
		}
		return status.AttemptsCSV(t.Stdout, attempts)
	case f.CSV:
		entries, err := a.Ledger.Entries(ctx, list[0].ID, "")
		if err != nil {
			return err
		}
		return status.EntriesCSV(t.Stdout, entries)
	case len(list) == 0:
		fmt.Fprintln(t.Stderr, "Nothing has been sent or scheduled yet.")
		return nil
	}
	if err := t.showStatus(ctx, a, list); err != nil || !f.One() {
		return err
	}
	m := list[0]
	if f.Attempts {
		attempts, err := a.Ledger.Attempts(ctx, m.ID)
		if err == nil && len(attempts) == 0 {
			fmt.Fprintln(t.Stderr, "Every try was accepted, or none was made yet.")
		}
		return errors.Join(err, m.ShowAttempts(t.Stdout, attempts))
	}
	if f.All {
		entries, err := a.Ledger.Entries(ctx, m.ID, "")
		if err != nil {
			return err
		}
		return m.ShowEntries(t.Stdout, entries)
	}
	detail, err := status.Look(ctx, a.Ledger, a.People, m.ID)
	if err != nil {
		return err
	}
	return m.ShowDetail(t.Stdout, detail)
}

func (t *Terminal) statusJSON(ctx context.Context, a *app.App, list []status.Mailing, f StatusView) error {
	rows := []status.Row{}
	for _, m := range list {
		var detail *status.Detail
		if f.One() {
			var err error
			if detail, err = status.Look(ctx, a.Ledger, a.People, m.ID); err != nil {
				return err
			}
		}
		rows = append(rows, m.Row(detail))
	}
	return t.json(map[string]any{"dispatches": rows})
}

func (t *Terminal) showStatus(ctx context.Context, a *app.App, list []status.Mailing) error {
	if err := status.Show(t.Stdout, list); err != nil {
		return err
	}
	wrong, err := a.Ledger.WrongClocks(ctx)
	if err != nil {
		return err
	}
	for _, w := range wrong {
		fmt.Fprintf(t.Stdout, "The clock of worker %s is %s, which decides when a release goes out\n", w.ID, doctor.Apart(w.Skew))
	}
	return nil
}
