package app

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"pressroom/internal/ledger"
	"pressroom/internal/status"
	"pressroom/internal/workspace"
)

// UserOf is who somebody is by the address that they, or their machine, give: addresses
// of one person are one, however they are written.
func UserOf(address string) string { return strings.ToLower(strings.TrimSpace(address)) }

// Awaiting are the mailings that an argument means and that wait for approval.
func (a *App) Awaiting(ctx context.Context, arg string) ([]status.Mailing, error) {
	held, err := status.ThoseIn(ctx, a.Ledger, arg, "approve", []ledger.State{ledger.Held})
	if err != nil {
		return nil, err
	}
	var out []status.Mailing
	for _, m := range held {
		if m.AwaitsApproval() {
			out = append(out, m)
		}
	}
	if len(out) == 0 {
		return nil, &ledger.NoApprovalError{ID: held[0].ID, State: held[0].State}
	}
	return out, nil
}

// ErrNoUser says that it is not known who approves.
var ErrNoUser = errors.New("an approval is kept with who gave it: set PRESSROOM_USER to your address")

// User is who approves with the program: ErrNoUser where that is not known.
func (a *App) User() (string, error) {
	by, users := a.world.User, a.Workspace.Settings.Users
	if by == "" {
		return "", ErrNoUser
	}
	if u, known := a.Workspace.Settings.User(by); len(users) > 0 && (!known || !u.Role.Has(workspace.Approver)) {
		return "", fmt.Errorf("%s is no lead or approver among the users of pressroom.toml", by)
	}
	return by, nil
}
