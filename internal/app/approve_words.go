package app

import (
	"context"
	"strings"

	"pressroom/internal/dispatch"
	"pressroom/internal/ledger"
)

// Correcting is the release whose correction an argument of approve means, as in
// river-report/correction; "" where it means something else.
func Correcting(arg string) string {
	if slug, is := strings.CutSuffix(arg, "/correction"); is && ledger.CorrectionOf(slug) == arg {
		return slug
	}
	return ""
}

// ToApprove is what would put a release right, for whoever approves its words: who it is
// mailed to is the same whatever it is called.
func (a *App) ToApprove(ctx context.Context, slug string) (*dispatch.Amendment, error) {
	return a.PlanAmendment(ctx, slug, dispatch.Wish{Correction: true})
}
