package ledger

import (
	"context"
	"fmt"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/store"
)

// AtPresent lists what is not finished, by its time, and after it those that finished last,
// the newest first: at most ended of them.
func (l *Ledger) AtPresent(ctx context.Context, ended int) ([]*Dispatch, error) {
	open, err := l.list(ctx, `WHERE state IN ('scheduled', 'armed', 'sending', 'paused', 'missed', 'held') ORDER BY wake_at, id`)
	if err != nil {
		return nil, err
	}
	out, err := l.list(ctx, `WHERE state IN ('done', 'failed') ORDER BY updated_at DESC, id LIMIT ?`, ended)
	return append(open, out...), err
}

// Head is how far a release is: the newest of its mailings that says so.
type Head struct {
	Slug, Headline string
	State          State
	Kind           embargo.Kind
	ReleaseAt      time.Time // zero where it waits for a word
	Public         bool      // its words are with everybody
	Zone           string
}

// Heads are those of all releases of which anything was scheduled, by their slugs. A
// mailing of the release itself says more than one of advance copies, and what is
// cancelled only where there is nothing else.
func (l *Ledger) Heads(ctx context.Context) (map[string]Head, error) {
	heads, weights := make(map[string]Head), make(map[string]int)
	err := eachRow(ctx, l.db.Reader(), `SELECT slug, headline, state, kind, release_at, COALESCE(lifted_at, 0), zone FROM dispatch
		WHERE state <> 'planning' ORDER BY created_at, id`, nil, func(scan func(...any) error) error {
		var h Head
		var at, lifted int64
		if err := scan(&h.Slug, &h.Headline, &h.State, &h.Kind, &at, &lifted, &h.Zone); err != nil {
			return err
		}
		h.ReleaseAt = store.Time(at)
		h.Public = lifted != 0 && h.Kind != embargo.Advance || heads[h.Slug].Public
		weight := 1
		switch {
		case h.State == Cancelled:
			weight = 0
		case h.Kind == embargo.Release:
			weight = 2
		}
		if old, known := heads[h.Slug]; known && weight < weights[h.Slug] {
			old.Public = h.Public
			heads[h.Slug] = old
			return nil
		}
		heads[h.Slug], weights[h.Slug] = h, weight
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("reading how far releases are: %w", err)
	}
	return heads, nil
}
