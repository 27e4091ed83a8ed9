package app

import (
	"context"

	"pressroom/internal/dispatch"
	"pressroom/internal/draft"
)

// PlanAmendment plans to put a release right that has gone out, from its file as it is.
func (a *App) PlanAmendment(ctx context.Context, arg string, wish dispatch.Wish) (*dispatch.Amendment, error) {
	slug, err := a.Workspace.SlugOf(arg)
	if err != nil {
		return nil, err
	}
	changes, err := a.Changes(ctx)
	if err != nil {
		return nil, err
	}
	known, err := a.Known(ctx, slug)
	if err != nil {
		return nil, err
	}
	now, err := a.Ledger.Now(ctx)
	if err != nil {
		return nil, err
	}
	text, err := draft.New(a.Workspace).Read(slug)
	if err != nil {
		return nil, err
	}
	plan, err := dispatch.PrepareAmendment(ctx, a.Workspace, a.Ledger, text, wish, changes, known, now)
	if plan != nil {
		plan.By = a.world.User
	}
	return plan, err
}

// PlanWithdrawal plans to take a release back that has gone out.
func (a *App) PlanWithdrawal(ctx context.Context, arg, instead string, reasons map[string]string) (*dispatch.Withdrawal, error) {
	slug, err := a.Sent(ctx, arg)
	if err != nil {
		return nil, err
	}
	changes, err := a.Changes(ctx)
	if err != nil {
		return nil, err
	}
	now, err := a.Ledger.Now(ctx)
	if err != nil {
		return nil, err
	}
	return dispatch.PrepareWithdrawal(ctx, a.Workspace, a.Ledger, slug, instead, reasons, changes, now)
}

// PlanHold plans to ask everybody who has a release that is out to wait with it, or to
// tell them that the hold has ended. It is nil for a release that is not out.
func (a *App) PlanHold(ctx context.Context, slug string, end bool, sentences map[string]string) (*dispatch.Checking, error) {
	d, err := a.Ledger.Current(ctx, slug)
	if err != nil || d == nil || d.LiftedAt.IsZero() {
		return nil, err
	}
	changes, err := a.Changes(ctx)
	if err != nil {
		return nil, err
	}
	now, err := a.Ledger.Now(ctx)
	if err != nil {
		return nil, err
	}
	c, err := dispatch.PrepareChecking(ctx, a.Workspace, a.Ledger, slug, end, sentences, changes, now)
	if c != nil {
		c.By = a.world.User
	}
	return c, err
}

// OnHold tells whether a release that is out is on hold, by what was said of it last.
func (a *App) OnHold(ctx context.Context, slug string) (bool, error) {
	said, err := a.Ledger.Amendments(ctx, slug)
	return dispatch.Held(said) != nil, err
}
