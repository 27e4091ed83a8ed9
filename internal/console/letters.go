package console

import (
	"context"
	"fmt"
	"time"

	"pressroom/internal/app"
	"pressroom/internal/ledger"
	"pressroom/internal/status"
)

// tellHolders has the letters written that are owed to those who have a copy.
func (t *Terminal) tellHolders(ctx context.Context, a *app.App, slug string, since time.Time, wait bool) error {
	ids, err := t.writeLetters(ctx, a, slug, since)
	if err != nil || len(ids) == 0 {
		return err
	}
	return t.afterScheduling(ctx, a, ids, wait)
}

// writeLetters has them written, and names their mailings: those written since an instant.
func (t *Terminal) writeLetters(ctx context.Context, a *app.App, slug string, since time.Time) ([]string, error) {
	if err := a.Embargo.FinishNow(ctx, slug, func(said string) { fmt.Fprintln(t.Stderr, said) }); err != nil {
		return nil, err
	}
	return t.lettersOf(ctx, a, slug, since)
}

// lettersOf names the letters on their way to those who have a copy that were written since
// an instant.
func (t *Terminal) lettersOf(ctx context.Context, a *app.App, slug string, since time.Time) ([]string, error) {
	letters, err := a.Embargo.Letters(ctx, slug)
	var ids []string
	for _, d := range letters {
		if d.CreatedAt.Before(since) {
			continue
		}
		ids = append(ids, d.ID)
		all, cerr := status.Of(ctx, a.Ledger, []*ledger.Dispatch{d})
		if cerr != nil {
			return nil, cerr
		}
		for _, m := range all {
			fmt.Fprintf(t.Stdout, "scheduled %s, to %d who have a copy or were told\n", m.ID, m.Total-m.NotMailed())
		}
	}
	return ids, err
}
