package delivery

import (
	"context"
	"log/slog"
	"sync/atomic"
	"time"

	"pressroom/internal/ledger"
)

// clock is the time a worker goes by. Where the database's clock decides, it is
// that one, carried on by the machine's uptime between two looks: what the
// machine's own clock says, and whoever sets it, does not matter then.
type clock struct {
	own    func() time.Time
	uptime func() time.Duration
	ledger *ledger.Ledger
	log    *slog.Logger
	base   atomic.Int64 // the database's time when the uptime was zero, in microseconds
	skew   atomic.Int64 // how far the own clock is ahead, in nanoseconds
}

// set looks at the database's clock, and says if the machine's own is wrong.
func (c *clock) set(ctx context.Context) error {
	if !c.ledger.ByDatabase() {
		return nil
	}
	before := c.uptime()
	now, err := c.ledger.Now(ctx)
	if err != nil {
		return err
	}
	after := c.uptime()
	c.base.Store(now.Add(-(before + after) / 2).UnixMicro())
	skew := c.own().Sub(now)
	if was := c.skew.Swap(int64(skew)); ledger.Off(skew) && !ledger.Off(time.Duration(was)) {
		c.log.Warn("this machine's clock is not the database's, which decides when a release goes out", "ahead by", skew.Round(time.Millisecond))
	}
	return nil
}

// now is the time by which the worker acts.
func (c *clock) now() time.Time {
	if !c.ledger.ByDatabase() {
		return c.own()
	}
	return time.UnixMicro(c.base.Load()).Add(c.uptime())
}

// wrong tells whether the machine's own clock is too far from the database's.
func (c *clock) wrong() bool { return ledger.Off(time.Duration(c.skew.Load())) }
