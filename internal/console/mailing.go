package console

import (
	"context"
	"errors"
	"fmt"

	"pressroom/internal/app"
)

// Manner is how a command that mails something goes about it. DryRun shows what would be done,
// and stops; Yes does not ask; Wait delivers from this process, and comes back when that is done.
type Manner struct{ DryRun, Yes, Wait bool }

// sure is Confirm for a mailing: what is not done says so.
func (t *Terminal) sure(question string, yes bool) error {
	err := t.Confirm(question, yes)
	if errors.Is(err, QuietError{}) {
		fmt.Fprintln(t.Stderr, "Nothing was scheduled.")
	}
	return err
}

// afterScheduling waits if asked to, or says what has to happen next.
func (t *Terminal) afterScheduling(ctx context.Context, a *app.App, ids []string, wait bool) error {
	if !wait && a.Ledger.WorkersForAll(ctx) == 0 {
		if t.interactive() {
			var err error
			if wait, err = t.Ask("No worker is running. Deliver from here, and wait?", "--wait"); err != nil {
				return err
			}
		}
		if !wait {
			fmt.Fprintf(t.Stderr, "No worker is running: nothing goes out until %s serve runs.\n", t.program())
			return nil
		}
	}
	if !wait {
		fmt.Fprintf(t.Stderr, "A worker is running and delivers it; pressroom status shows how far it is.\n")
		return nil
	}
	return t.waitFor(ctx, a, ids)
}

// goOn delivers from this process if asked to, or says who does.
func (t *Terminal) goOn(ctx context.Context, a *app.App, ids []string, wait bool, err error) error {
	if err != nil || len(ids) == 0 {
		return err
	}
	return t.afterScheduling(ctx, a, ids, wait)
}
