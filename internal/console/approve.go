package console

import (
	"context"
	"fmt"

	"pressroom/internal/app"
	"pressroom/internal/ledger"
	"pressroom/internal/status"
	"pressroom/internal/wording"
)

// Approve approves the words of what waits of a release or mailing, or of what is to put a
// release right, as whoever works with the program. It is a UsageError where nobody says who
// that is.
func (t *Terminal) Approve(ctx context.Context, a *app.App, arg string, yes bool) error {
	by, err := a.User()
	if err != nil {
		return Usage(err)
	}
	if slug := app.Correcting(arg); slug != "" {
		return t.approveCorrection(ctx, a, slug, by, yes)
	}
	waiting, err := a.Awaiting(ctx, arg)
	if err != nil {
		return err
	}
	var free []string
	for _, m := range waiting {
		fmt.Fprintf(t.Stdout, "%s\n%s, revision %s, to %s, scheduled by %s\n", m.Headline, m.ID, m.Revision,
			wording.Count(m.Waiting(), "journalist"), m.ScheduledBy)
		if err := t.Confirm("Approve these words?", yes); err != nil {
			return err
		}
		left, err := a.Ledger.Approve(ctx, m.ID, m.Revision, by)
		if err != nil {
			return err
		}
		if left > 0 {
			fmt.Fprintf(t.Stdout, "approved %s; it waits for %s\n", m.ID, wording.Count(left, "other"))
			continue
		}
		after, err := status.Read(ctx, a.Ledger, m.ID)
		if err != nil {
			return err
		}
		fmt.Fprintf(t.Stdout, "approved %s; it %s\n", m.ID, after[0].Going())
		if after[0].State != ledger.Armed {
			free = append(free, m.ID)
		}
	}
	return t.goOn(ctx, a, free, false, nil)
}

// approveCorrection approves the words of a file that are to put a release right.
func (t *Terminal) approveCorrection(ctx context.Context, a *app.App, slug, by string, yes bool) error {
	plan, err := a.ToApprove(ctx, slug)
	if err != nil {
		return err
	}
	plan.Describe(t.Stdout)
	if err := t.Confirm("Approve these words?", yes); err != nil {
		return err
	}
	if err := a.Ledger.ApproveCorrection(ctx, slug, plan.Input.Revision, by); err != nil {
		return err
	}
	fmt.Fprintf(t.Stdout, "approved revision %s; pressroom correct %s, by somebody else, puts it right\n", plan.Input.Revision, slug)
	return nil
}
