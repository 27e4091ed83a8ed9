package ledger

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/store"
)

// Published asks the gate whether a release may be read by everybody: it may once
// a dispatch of kind release has reached its instant, whatever became of that
// dispatch afterwards. The pass is for the newest of those; it covers nothing
// otherwise.
func (l *Ledger) Published(ctx context.Context, slug string) (embargo.Pass, string, error) {
	d, err := latest(ctx, l.db.Reader(), slug)
	if err != nil || d == nil {
		return embargo.Pass{}, "", err
	}
	return d.reading(), d.ID, nil
}

// InForce is Published of a release that was not withdrawn: whose words may be handed out.
func (l *Ledger) InForce(ctx context.Context, slug string) (embargo.Pass, string, error) {
	d, err := latest(ctx, l.db.Reader(), slug)
	if err != nil || d == nil || d.Superseded != "" {
		return embargo.Pass{}, "", err
	}
	return d.reading(), d.ID, nil
}

// Passed asks the gate whether what a dispatch sends may be read by everybody, and
// since when. Pages ask the latch and never a clock: the pass covers nothing before it
// is set, and whatever becomes of the dispatch then changes nothing.
func (l *Ledger) Passed(ctx context.Context, dispatch string) (embargo.Pass, time.Time, error) {
	d, err := l.Dispatch(ctx, dispatch)
	if err != nil {
		return embargo.Pass{}, time.Time{}, err
	}
	return d.reading(), d.LiftedAt, nil
}

// reading is the gate's word on a dispatch for whoever reads its release.
func (d *Dispatch) reading() embargo.Pass {
	if d.Kind != embargo.Release && d.Kind != embargo.Withdrawal || d.LiftedAt.IsZero() {
		return embargo.Pass{}
	}
	// Whoever reads is never too late, so that no grace is asked about.
	return embargo.Decide(embargo.Row{Dispatch: d.ID, Kind: d.Kind, ReleaseAt: d.ReleaseAt, Lifted: true}, d.LiftedAt).Pass
}

// Latches counts the latches that are set: as none ever opens again, another number
// says that there is something new to read.
func (l *Ledger) Latches(ctx context.Context) (n int64, err error) {
	err = l.db.Reader().QueryRowContext(ctx, `SELECT COUNT(*) FROM dispatch WHERE lifted_at IS NOT NULL`).Scan(&n)
	if err != nil {
		return 0, fmt.Errorf("counting what has gone out: %w", err)
	}
	return n, nil
}

// latest is the newest release dispatch of a slug whose latch is set, nil if there
// is none: its revision is the one that is public.
func latest(ctx context.Context, q store.Querier, slug string) (*Dispatch, error) {
	d, err := scanDispatch(q.QueryRowContext(ctx, `SELECT `+dispatchColumns+` FROM dispatch
		WHERE slug = ? AND kind = 'release' AND round <> '' AND lifted_at IS NOT NULL ORDER BY number DESC LIMIT 1`, slug))
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("looking for what is public of %s: %w", slug, err)
	}
	return d, nil
}
