package app

import (
	"context"
	"errors"
	"fmt"

	"pressroom/internal/dispatch"
	"pressroom/internal/wording"
)

// BringIn makes releases of the folder public that were out before they came here, under
// the days that they bear. Nobody is mailed. say is told which stay drafts, and why.
func (a *App) BringIn(ctx context.Context, slugs []string, say func(line string)) (summary string, err error) {
	b, err := dispatch.NewBringer(a.Workspace, a.Ledger)
	if err != nil {
		return "", err
	}
	public, before := 0, 0
	for _, slug := range slugs {
		if err := ctx.Err(); err != nil {
			return "", err
		}
		known, err := a.Known(ctx, slug)
		if err != nil {
			return "", err
		}
		if out, err := a.Ledger.IsPublic(ctx, slug); err != nil {
			return "", err
		} else if out {
			before++
			continue
		}
		var stays *dispatch.StaysDraftError
		switch err := b.Bring(ctx, slug, known); {
		case errors.As(err, &stays):
			say(stays.Error())
		case err != nil:
			return "", err
		default:
			public++
		}
	}
	if left := len(slugs) - public - before; left > 0 {
		err = fmt.Errorf("%d of %s left as drafts; put right what is said of them, and import them with --published again",
			left, wording.Count(len(slugs), "release"))
	}
	return fmt.Sprintf("%s made public under the day that it bears, %d were so before; nobody was mailed", wording.Count(public, "release"),
		before), err
}
