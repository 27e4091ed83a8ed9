package app

import (
	"context"
	"slices"

	"pressroom/internal/doctor"
	"pressroom/internal/embargo"
)

// Examine looks for what would stop a send.
func (a *App) Examine(ctx context.Context) ([]doctor.Finding, error) {
	p, err := doctor.Come(ctx, a.Workspace, a.Ledger, a.world.Now)
	if err != nil {
		return nil, err
	}
	if box := a.Mailbox(); box != nil {
		p.Inbox = box.Check
	}
	k, err := a.keeper()
	if err != nil {
		return nil, err
	}
	if k != nil {
		if p.Certificate, err = doctor.OfCertificate(ctx, k, a.Workspace.Settings.Server, a.world.Now()); err != nil {
			return nil, err
		}
	}
	if p.Unpublished, err = a.unpublished(ctx); err != nil {
		return nil, err
	}
	return doctor.Examine(ctx, p), nil
}

// unpublished are the releases that went out and of which nothing is public.
func (a *App) unpublished(ctx context.Context) (out []string, err error) {
	kept, err := a.Public.Kept(ctx)
	if err != nil {
		return nil, err
	}
	all, err := a.Ledger.Dispatches(ctx, "")
	for _, d := range all {
		if d.Kind == embargo.Release && !d.LiftedAt.IsZero() && !kept[d.Slug] && !slices.Contains(out, d.Slug) {
			out = append(out, d.Slug)
		}
	}
	return out, err
}
