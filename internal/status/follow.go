package status

import (
	"context"
	"time"

	"pressroom/internal/ledger"
)

// Follow looks at the ledger at every tick until ctx ends, and says when a mailing
// begins, and when it ends or stands still, whoever delivers it. What was under way
// before is told of when it ends.
func Follow(ctx context.Context, l *ledger.Ledger, tick <-chan time.Time, say func(line string)) error {
	start, err := l.Now(ctx)
	if err != nil {
		return err
	}
	f := follower{l: l, say: say, start: start, since: start, open: make(map[string]bool), told: make(map[string]time.Time)}
	under, err := l.Due(ctx, start)
	if err != nil {
		return err
	}
	for _, d := range under {
		f.open[d.ID] = d.State == ledger.Sending
	}
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-tick:
		}
		if err := f.look(ctx); err != nil && ctx.Err() == nil {
			return err
		}
	}
}

// follower is what has been said so far.
type follower struct {
	l            *ledger.Ledger
	say          func(string)
	start, since time.Time
	open         map[string]bool      // begun, and not ended; false for what ended, or mails nobody
	told         map[string]time.Time // by dispatch, the change that was looked at last
}

func (f *follower) look(ctx context.Context) error {
	changed, err := f.l.ChangedSince(ctx, f.since)
	if err != nil {
		return err
	}
	for _, d := range changed {
		if f.told[d.ID].Equal(d.UpdatedAt) {
			continue
		}
		f.told[d.ID], f.since = d.UpdatedAt, d.UpdatedAt
		all, err := Of(ctx, f.l, []*ledger.Dispatch{d})
		if err != nil {
			return err
		}
		m := all[0]
		if !f.open[d.ID] && !d.LiftedAt.IsZero() && (d.State == ledger.Sending || !d.LiftedAt.Before(f.start)) {
			_, before := f.open[d.ID]
			f.open[d.ID] = m.Total > m.NotMailed()
			if line := m.Began(); line != "" && (f.open[d.ID] || !before) {
				f.say(line)
			}
		}
		if f.open[d.ID] && (d.State.Finished() || m.Stopped()) {
			f.open[d.ID] = false
			f.say(m.Ended())
		}
	}
	return nil
}
