package app

import (
	"context"

	"pressroom/internal/agreement"
	"pressroom/internal/contacts"
)

// AddAgreement writes down that somebody has agreed, in the language that press lists
// have for them, and returns how many advance copies leave for it.
func (a *App) AddAgreement(ctx context.Context, g agreement.Given) (copies int, err error) {
	key, err := contacts.AddressKey(g.Address)
	if err != nil {
		return 0, err
	}
	j, err := a.journalist(ctx, key)
	if err != nil {
		return 0, err
	}
	if j != nil && g.Language == "" {
		g.Language = j.Language
	}
	return a.Agreements.Add(ctx, g)
}
