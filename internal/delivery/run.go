package delivery

import (
	"context"
	"errors"
	"sync"
	"time"

	"pressroom/internal/blob"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
)

// run is the work on one dispatch.
type run struct {
	*Worker
	d         *ledger.Dispatch
	composer  *Composer
	pass      embargo.Pass
	domains   *domains
	instant   time.Time // as of the last look
	made      *ahead    // set before the first message goes to a sender
	toldClock bool
	stop      context.CancelFunc
	queue     chan ledger.Delivery
	over      chan struct{} // closed when nothing is left to hand out
}

func (w *Worker) dispatch(ctx context.Context, d *ledger.Dispatch) error {
	r := &run{
		Worker: w, d: d, domains: newDomains(w.o.PerDomain), made: &ahead{}, queue: make(chan ledger.Delivery),
		over: make(chan struct{}),
	}
	var err error
	if r.composer, err = NewComposer(ctx, w.o.Ledger, d); err != nil {
		var damage *blob.DamagedError
		if errors.As(err, &damage) {
			return errors.Join(err, w.o.Ledger.PauseDamaged(ctx, d.ID, damage))
		}
		return err
	}
	life := ctx
	ctx, r.stop = context.WithCancel(ctx)
	defer r.stop()
	opened := make(chan struct{})
	var senders sync.WaitGroup
	for range w.o.Connections {
		senders.Go(func() { r.sender(life, ctx, opened) })
	}
	signing, signed := context.WithCancel(ctx)
	made := make(chan *ahead, 1)
	go func() { made <- r.signAhead(signing) }()
	senders.Go(func() { r.watch(ctx) })
	err = r.await(ctx)
	signed()
	if r.made = <-made; !r.made.date.Equal(r.instant) {
		r.made = &ahead{} // the instant was moved meanwhile
	}
	close(opened)
	if err == nil && r.pass.Valid() {
		err = r.feed(ctx)
	}
	close(r.queue)
	close(r.over)
	r.leave(ctx, &senders)
	if ctx.Err() == nil {
		settled, _, serr := w.o.Ledger.Settle(ctx, d.ID)
		if err == nil {
			err = serr
		}
		if settled && r.pass.Valid() {
			r.o.Log.Info("nothing is left to do", "dispatch", d.ID)
		}
	}
	return err
}

// leaveAfter is how long a mailing that was stopped, and is to go on, waits for answers.
const leaveAfter = time.Second

// leave waits for the senders. Where the work was stopped, those that have no answer after
// a moment are left to wait for it: it may go on without them.
func (r *run) leave(ctx context.Context, senders *sync.WaitGroup) {
	done := make(chan struct{})
	r.wg.Go(func() { senders.Wait(); close(done) })
	select {
	case <-done:
		return
	case <-ctx.Done():
	}
	select {
	case <-done:
	case <-time.After(min(r.o.moment, leaveAfter)):
	}
}

// await waits for the instant and asks the gate. The wall clock is looked at
// often, so that a step of it or a moved embargo is seen.
func (r *run) await(ctx context.Context) error {
	for ctx.Err() == nil {
		d, err := r.o.Ledger.Dispatch(ctx, r.d.ID)
		if err != nil {
			return err
		}
		if d.State != ledger.Scheduled && d.State != ledger.Sending {
			return nil
		}
		if d.Snapshot != r.d.Snapshot {
			return nil // other words are stored by now: it is begun anew with them
		}
		r.instant = d.Leaves()
		if err := r.tellClock(ctx, d); err != nil {
			return err
		}
		for checked := r.o.Uptime(); ctx.Err() == nil && r.o.Uptime()-checked < lookEvery; {
			left := d.Leaves().Sub(r.clock.now())
			if d.State == ledger.Sending || d.Kind == embargo.Test {
				left = 0
			}
			if left > r.o.lookAhead()+time.Minute {
				return nil // moved away: it is found again when it is near
			}
			if left > 0 {
				pause(ctx, min(left, maxLull))
				continue
			}
			if wait, err := r.leaves(ctx, d); err != nil {
				return err
			} else if wait {
				pause(ctx, 20*time.Millisecond)
				break // somebody else may have lifted it: look at the row
			}
			decision, err := r.o.Ledger.GateFor(ctx, r.d.ID, r.d.Snapshot, r.o.Uptime()-time.Duration(r.pulsed.Load()))
			if errors.Is(err, ledger.ErrSwapped) {
				return nil
			}
			if err != nil {
				return err
			}
			switch decision.Verdict {
			case embargo.Open:
				r.pass = decision.Pass
				if decision.Lift && r.d.Kind == embargo.Release {
					late := r.clock.now().Sub(d.Leaves())
					r.o.Metrics.lifted(late)
					r.o.Log.Info("the release goes out", "dispatch", r.d.ID, "after the instant", late)
				}
				return nil
			case embargo.Missed, embargo.Closed:
				return nil
			}
			if len(d.Withdrawn) > 0 || d.Moved {
				pause(ctx, 50*time.Millisecond) // what is stored is being composed anew: look at the row
				break
			}
			pause(ctx, 2*time.Millisecond) // the database's clock is a moment behind
		}
	}
	return nil
}

// lookEvery is how soon before an instant it is seen that it was moved, or that other
// words are stored.
const lookEvery = 250 * time.Millisecond

// liftAnyway is how long past the instant a worker whose clock is wrong leaves the
// lift to others.
const liftAnyway = 2 * time.Second

// tellClock tells the lead, well before the instant, that this worker's clock is wrong.
func (r *run) tellClock(ctx context.Context, d *ledger.Dispatch) error {
	if r.toldClock || !r.clock.wrong() || d.Kind != embargo.Release {
		return nil
	}
	r.toldClock = true
	return r.o.Ledger.TellClock(ctx, d.ID)
}

// leaves tells whether the lift is left to other workers: this one's own clock is
// wrong, and there are some whose is right. The database's clock decides in any
// case; so where they do not lift it in time, this one does.
func (r *run) leaves(ctx context.Context, d *ledger.Dispatch) (bool, error) {
	if !r.clock.wrong() || d.Kind != embargo.Release || !d.LiftedAt.IsZero() {
		return false, nil
	}
	if r.clock.now().Sub(d.Leaves()) > liftAnyway {
		return false, nil
	}
	right, err := r.o.Ledger.RightClocks(ctx, d.ID)
	return right > 0, err
}

// claimed is what a claim brought.
type claimed struct {
	deliveries []ledger.Delivery
	err        error
}

// feed claims chunks and hands them to the senders until nothing is left. The
// next chunk is claimed while the senders are busy with the one before.
func (r *run) feed(ctx context.Context) error {
	chunk := max(50, min(r.o.Connections*25, 500))
	var waiting []ledger.Delivery
	var claiming chan claimed // of the claim that is under way, nil if there is none
	take := func(c claimed) error {
		claiming = nil
		waiting = append(waiting, c.deliveries...)
		return c.err
	}
	defer func() {
		if claiming != nil {
			take(<-claiming)
		}
		for _, d := range waiting {
			r.record(ledger.Outcome{Delivery: d, Result: ledger.Released}).stopped()
		}
	}()
	for dry := false; ctx.Err() == nil; {
		next, rest, ok := r.domains.take(waiting)
		if claiming == nil && !dry && (len(waiting) < chunk/2 || !ok && len(waiting) < 4*chunk) {
			claiming = make(chan claimed, 1)
			go func(to chan<- claimed) {
				list, err := r.o.Ledger.Claim(ctx, r.d.ID, r.id, chunk)
				to <- claimed{list, err}
			}(claiming)
		}
		if ok {
			waiting = rest
			select {
			case r.queue <- next:
			case <-ctx.Done():
				waiting = append(waiting, next)
			}
			select {
			case c := <-claiming:
				dry = len(c.deliveries) == 0
				if err := take(c); err != nil {
					return err
				}
			default:
			}
			continue
		}
		// Nothing is in hand, or all that is waits for its domain.
		select {
		case c := <-claiming:
			dry = len(c.deliveries) == 0
			if err := take(c); err != nil {
				return err
			}
			continue
		case <-r.domains.freed:
			continue
		case <-ctx.Done():
			continue
		case <-after(claiming == nil && len(waiting) == 0):
		}
		done, wait, err := r.idle(ctx)
		if err != nil || done {
			return err
		}
		pause(ctx, wait)
		dry = false
	}
	return nil
}

// after is a channel that is ready at once, or never.
func after(now bool) <-chan struct{} {
	if !now {
		return nil
	}
	c := make(chan struct{})
	close(c)
	return c
}

// watchEvery is how soon a pause or a cancel is seen where answers come slowly.
const watchEvery = 250 * time.Millisecond

// watch stops the run when its dispatch is stopped: at a slow rate, it may be
// long until the next outcome says so.
func (r *run) watch(ctx context.Context) {
	ticker := time.NewTicker(watchEvery)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-r.over:
			return
		case <-ticker.C:
		}
		d, err := r.o.Ledger.Dispatch(ctx, r.d.ID)
		if err == nil && (d.State != ledger.Sending && d.State != ledger.Scheduled || d.Relay != r.d.Relay) {
			r.stop()
			return
		}
	}
}

// idle says whether the work on the dispatch is over and, if not, how long to
// wait before looking again.
func (r *run) idle(ctx context.Context) (done bool, wait time.Duration, err error) {
	settled, next, err := r.o.Ledger.Settle(ctx, r.d.ID)
	if err != nil || settled {
		return settled, 0, err
	}
	d, err := r.o.Ledger.Dispatch(ctx, r.d.ID)
	if err != nil {
		return false, 0, err
	}
	if d.State != ledger.Sending {
		return true, 0, nil
	}
	if next.IsZero() {
		return false, 5 * time.Millisecond, nil // in the senders' hands
	}
	left := next.Sub(r.clock.now())
	if left <= 0 {
		return false, blockedWait, nil // somebody is about to get it, or has it, by another dispatch
	}
	return false, max(10*time.Millisecond, min(left, time.Second)), nil
}

// blockedWait is how long to wait for what is due and cannot be claimed.
const blockedWait = 100 * time.Millisecond

// sender owns one connection and sends what comes through the queue, until ctx ends. What
// is on its way then has until the end of life.
func (r *run) sender(life, ctx context.Context, opened <-chan struct{}) {
	l := &line{run: r, life: life}
	defer l.close()
	// The connection is opened before the instant, so that it costs nothing then.
	if r.d.LiftedAt.IsZero() && r.d.Kind == embargo.Release {
		for left := warmAhead + 1; left > warmAhead && ctx.Err() == nil; pause(ctx, min(left-warmAhead, maxLull)) {
			left = r.d.Leaves().Sub(r.clock.now()) // looked at often, as the clock may be set
		}
	}
	l.open(ctx)
	select {
	case <-opened:
	case <-ctx.Done():
	}
	last := written() // the outcome before the one in hand
	for d := range r.queue {
		outcome := l.deliver(ctx, d, func() bool { return !last.stopped() })
		r.domains.free(d.Key)
		if last.stopped() {
			r.stop()
		}
		last = r.record(outcome)
		// After a refusal nothing more is said before it is known whether the
		// mailing goes on.
		if outcome.Result != ledger.Sent && last.stopped() {
			r.stop()
		}
	}
	if last.stopped() {
		r.stop()
	}
}
