package app

import (
	"context"
	"fmt"
	"strings"

	"pressroom/internal/agreement"
	"pressroom/internal/provenance"
	"pressroom/internal/release"
)

// Trace finds whose copy of an advance copy a file is, by the references that stand in it.
// name's ending tells its form where its content does not.
func (a *App) Trace(ctx context.Context, name string, data []byte) ([]agreement.Holder, error) {
	all, unread := provenance.Texts(name, data)
	found, err := a.Agreements.Trace(ctx, release.References(strings.Join(all, "\n")))
	if err != nil {
		return nil, err
	}
	if len(found) == 0 && unread != nil {
		return nil, fmt.Errorf("it cannot be read (%w); hand in the reference as it stands in the foot of its pages", unread)
	}
	return found, nil
}
