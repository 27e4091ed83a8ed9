package app

import (
	"context"

	"pressroom/internal/provenance"
)

// Verify says of which release that went out, or is scheduled, the words of a file are;
// nil where they are of none. name's ending tells its form where its content does not.
func (a *App) Verify(ctx context.Context, name string, data []byte) (*provenance.Finding, error) {
	return (&provenance.Desk{Ledger: a.Ledger, Languages: a.Workspace.Settings.Languages}).Find(ctx, name, data)
}
