package status

import (
	"context"
	"time"

	"pressroom/internal/ledger"
)

// Watch looks at mailings at every tick, and shows how far they are, until all are
// finished or stand still, or ctx ends. failed tells whether a delivery failed for
// good or is in doubt, or a mailing stands still.
func Watch(ctx context.Context, l *ledger.Ledger, ids []string, tick <-chan time.Time, show func([]Mailing)) (failed bool, err error) {
	for {
		list := make([]*ledger.Dispatch, len(ids))
		for i, id := range ids {
			if list[i], err = l.Dispatch(ctx, id); err != nil {
				return false, err
			}
		}
		all, err := Of(ctx, l, list)
		if err != nil {
			return false, err
		}
		show(all)
		open := false
		for _, m := range all {
			switch {
			case m.State == ledger.Failed || m.Stopped():
				failed = true
			case m.State.Finished():
				failed = failed || m.Failed > 0 || m.InDoubt > 0
			default:
				open = true
			}
		}
		if !open {
			return failed, nil
		}
		select {
		case <-ctx.Done():
			return failed, nil
		case <-tick:
		}
	}
}
