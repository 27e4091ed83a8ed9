package coalition

import (
	"context"
	"time"

	"pressroom/internal/release"
	"pressroom/internal/store"
)

// hidden is the number that stands for a release in mail to the press office, "" where
// it may be named: it is public, or the settings say so.
func (d *Desk) hidden(ctx context.Context, tx *store.Tx, slug string) (number string, err error) {
	if d.workspace.Settings.Notify.Headlines {
		return "", nil
	}
	return d.ledger.HiddenAs(ctx, tx, slug)
}

// hiddenTitle is what a subject calls a release that is not named.
func (v *Visit) hiddenTitle(number string) string {
	at := time.Time{}
	switch {
	case v.Standing != nil:
		at = v.Standing.Dispatch.ReleaseAt
	case v.Release != nil && v.Release.Timing.Kind != release.OnWord:
		at = v.Release.Timing.At
	}
	if at.IsZero() {
		return "release " + number
	}
	return "release " + number + ", " + Stamp(at, v.releaseZone())
}
