package app

import (
	"context"

	"pressroom/internal/doctor"
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
	return doctor.Examine(ctx, p), nil
}
