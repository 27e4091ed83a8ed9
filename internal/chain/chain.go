// Package chain is the end of the history of a release's quotes: whoever decides
// about a quote moves it, and a plan that rests on another end is not scheduled.
package chain

import (
	"context"

	"pressroom/internal/setting"
)

// Head is the end of a release's history, as SetHead kept it; "" if there is none.
func Head(ctx context.Context, q setting.Reader, slug string) (string, error) {
	return setting.Get(ctx, q, "quotes/"+slug)
}

// SetHead keeps the end of a release's history.
func SetHead(ctx context.Context, tx setting.Writer, slug, head string) error {
	return setting.Set(ctx, tx, "quotes/"+slug, head)
}
