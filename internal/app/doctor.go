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
	return doctor.Examine(ctx, p), nil
}
