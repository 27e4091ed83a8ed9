package console

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"pressroom/internal/app"
	"pressroom/internal/ledger"
	"pressroom/internal/status"
)

// Cancel ends mailings that are not finished: of a release all, or the one that is named. It
// asks of each.
func (t *Terminal) Cancel(ctx context.Context, a *app.App, arg string, yes bool) error {
	list, err := status.ThoseIn(ctx, a.Ledger, arg, "cancel", ledger.Unfinished)
	for _, m := range list {
		ask, left, err := m.Cancelling(ctx, a.Ledger, list)
		if err != nil {
			return err
		}
		if err := t.Confirm(ask.String(), yes); err != nil {
			return err
		}
		if err := a.Ledger.Cancel(ctx, m.ID, ledger.CancelledByHand); err != nil {
			return err
		}
		fmt.Fprintf(t.Stdout, "cancelled %s\n", m.ID)
		if !left.Empty() {
			fmt.Fprintln(t.Stderr, left)
		}
	}
	return err
}

// Pause has mailings stop until they are resumed.
func (t *Terminal) Pause(ctx context.Context, a *app.App, arg string) error {
	return act(ctx, a, arg, "pause", ledger.UnderWay, func(m status.Mailing) error {
		if err := a.Ledger.Pause(ctx, m.ID); err != nil {
			return err
		}
		fmt.Fprintf(t.Stdout, "paused %s\n", m.ID)
		return nil
	})
}

// Resume goes on with mailings that stand still, by the second relay where fallback is set; a
// hold it ends.
func (t *Terminal) Resume(ctx context.Context, a *app.App, arg string, fallback bool, f Manner) error {
	if done, err := t.endHold(ctx, a, arg, f); done || err != nil {
		return err
	}
	states, relay, through := ledger.StandingStill, ledger.MainRelay, ""
	if fallback {
		second, err := a.SecondRelay(ctx)
		if err != nil {
			return err
		}
		states, relay, through = slices.Concat(states, ledger.UnderWay), ledger.FallbackRelay, second
	}
	since, err := a.Ledger.Now(ctx)
	if err != nil {
		return err
	}
	var ids []string
	slug, ended := "", false
	err = act(ctx, a, arg, "resume", states, func(m status.Mailing) error {
		after, err := m.Resumed(ctx, a.Ledger)
		if err != nil {
			return err
		}
		if err := t.Confirm(m.GoingOn(after, through).String(), f.Yes); err != nil {
			return err
		}
		if err := a.Ledger.Resume(ctx, m.ID, relay); err != nil {
			return err
		}
		ids, slug, ended = append(ids, m.ID), m.Slug, ended || m.HeldUp()
		if through != "" {
			fmt.Fprintf(t.Stdout, "resumed %s through %s\n", m.ID, through)
			return nil
		}
		fmt.Fprintf(t.Stdout, "resumed %s\n", m.ID)
		return nil
	})
	if err == nil && ended {
		var letters []string
		letters, err = t.writeLetters(ctx, a, slug, since)
		ids = append(ids, letters...)
	}
	return t.goOn(ctx, a, ids, f.Wait, err)
}

// Retry has tried again what failed or waits for that or, where doubt is set, what was never
// answered.
func (t *Terminal) Retry(ctx context.Context, a *app.App, arg string, doubt bool, f Manner) error {
	var ids []string
	err := act(ctx, a, arg, "retry", ledger.CanRetry, func(m status.Mailing) error {
		again := a.Ledger.Retry
		if doubt {
			if m.InDoubt == 0 {
				fmt.Fprintf(t.Stderr, "%s: nothing is in doubt\n", m.ID)
				return nil
			}
			if err := t.Confirm(m.Doubting().String(), f.Yes); err != nil {
				return err
			}
			again = a.Ledger.RetryInDoubt
		}
		n, err := again(ctx, m.ID)
		if err != nil || n == 0 && doubt {
			return err
		}
		ids = append(ids, m.ID)
		fmt.Fprintf(t.Stdout, "%s: %d to be tried again\n", m.ID, n)
		return nil
	})
	return t.goOn(ctx, a, ids, f.Wait, err)
}

// endHold ends the hold of a release that is out, where there is one.
func (t *Terminal) endHold(ctx context.Context, a *app.App, arg string, f Manner) (done bool, err error) {
	slug, err := a.Sent(ctx, arg)
	if err != nil {
		return false, nil // a mailing, or nothing that is known: that is told below
	}
	if copies, err := a.Ledger.CopiesOnHold(ctx, slug); copies || err != nil {
		return copies, errors.Join(err, t.freeCopies(ctx, a, slug, f))
	}
	if held, err := a.OnHold(ctx, slug); !held || err != nil {
		return false, err
	}
	plan, err := a.PlanHold(ctx, slug, true, nil)
	return true, t.askToWait(ctx, a, plan, err, "Tell them that it may be used as it was sent?", f)
}

// freeCopies tells those who have a copy of what was cancelled that they need not wait with it.
func (t *Terminal) freeCopies(ctx context.Context, a *app.App, slug string, f Manner) error {
	held, err := status.Holders(ctx, a.Ledger, slug)
	if err != nil {
		return err
	}
	if err := t.Confirm(status.Freed(held).String(), f.Yes); err != nil {
		return err
	}
	since, err := a.Ledger.Now(ctx)
	if err != nil {
		return err
	}
	if err := a.Ledger.FreeCopies(ctx, slug); err != nil {
		return err
	}
	return t.tellHolders(ctx, a, slug, since, f.Wait)
}

// act runs an action on every mailing that an argument means and that is in one of
// the states.
func act(ctx context.Context, a *app.App, arg, what string, fits []ledger.State, action func(status.Mailing) error) error {
	list, err := status.ThoseIn(ctx, a.Ledger, arg, what, fits)
	for _, m := range list {
		if err := action(m); err != nil {
			return err
		}
	}
	return err
}
