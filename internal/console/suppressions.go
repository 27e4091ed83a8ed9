package console

import (
	"context"
	"errors"
	"fmt"

	"pressroom/internal/app"
	"pressroom/internal/ledger"
	"pressroom/internal/status"
)

// ListSuppressions shows who is not mailed, and why.
func (t *Terminal) ListSuppressions(ctx context.Context, a *app.App, asJSON bool) error {
	all, err := a.Ledger.Suppressions(ctx)
	if err != nil {
		return err
	}
	if asJSON {
		rows := []map[string]string{}
		for _, s := range all {
			rows = append(rows, s.Row())
		}
		return t.json(map[string]any{"suppressions": rows})
	}
	w := t.table()
	for _, s := range all {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", s.Key, s.Reason, status.Stamp(s.At, a.Zone()), s.Detail)
	}
	if len(all) == 0 {
		fmt.Fprintln(t.Stderr, "Nobody is suppressed.")
	}
	return w.Flush()
}

// Suppress lets an address never be mailed again: by hand, with a reason or none, or since
// they asked for it themselves, which is not undone by hand.
func (t *Terminal) Suppress(ctx context.Context, a *app.App, key, detail string, unsubscribed bool) error {
	reason := ledger.ByHand
	if unsubscribed {
		reason = ledger.Unsubscribed
	}
	if err := a.Ledger.Suppress(ctx, key, reason, detail); err != nil {
		return err
	}
	fmt.Fprintf(t.Stdout, "%s will not be mailed.\n", key)
	return nil
}

// Allow lets an address be mailed again, and says first whose it is.
func (t *Terminal) Allow(ctx context.Context, a *app.App, key string, yes bool) error {
	s, err := a.Ledger.Suppressed(ctx, key)
	if err != nil {
		return err
	}
	if s != nil && s.Reason != ledger.Unsubscribed {
		book, _, err := a.Book(ctx)
		if err != nil {
			return err
		}
		fmt.Fprintf(t.Stderr, "%s is not mailed since %s: %s.\n", book.Who(key), status.Stamp(s.At, a.Zone()), s.Why())
		if err := t.Confirm("Mail "+key+" again?", yes); err != nil {
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
	fmt.Fprintf(t.Stdout, "%s can be mailed again.\n", key)
	return nil
}

// Invite mails somebody who asks to come back one mail with one button.
func (t *Terminal) Invite(ctx context.Context, a *app.App, key, typed string) error {
	if err := a.People.Invite(ctx, key, typed); err != nil {
		return err
	}
	fmt.Fprintf(t.Stdout, "%s is mailed a button that brings them back; until they press it, nothing else is mailed to them.\n", key)
	return nil
}
