// Package delivery is the workers: from a claimed delivery to a recorded answer.
//
// A Worker finds what is due, opens its connections before the instant, asks the
// gate, and then hands each message to a server and each answer to the ledger.
// A connection takes its next message only when its last outcome is on disk.
package delivery

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/time/rate"

	"pressroom/internal/ledger"
	pmail "pressroom/internal/mail"
	"pressroom/internal/smtp"
	"pressroom/internal/store"
)

// Options are how a worker works. Ledger, Dialer and Now are needed.
type Options struct {
	Ledger      *ledger.Ledger
	Dialer      *smtp.Dialer
	Fallback    *smtp.Dialer  // for what the lead lets go through the second relay; nil if there is none
	Connections int           // at once for each mailing; 0 means 8
	Rate        int           // messages a minute over all mailings and workers; 0: no limit
	PerDomain   int           // connections at once to one recipient domain; 0: no limit
	Window      time.Duration // how long a delivery is tried; 0 means a day
	Signer      *pmail.Signer // nil: messages are not signed
	ReturnPath  string        // of the envelope, to which +TOKEN is added; "" for the sender
	Now         func() time.Time
	// Uptime is a clock that nobody sets and that goes on while the machine
	// sleeps; nil means the one of the machine.
	Uptime func() time.Duration
	Log    *slog.Logger
	// Metrics count what is done; nil for none.
	Metrics *Metrics
	// TakeOut takes out of a dispatch what was withdrawn of it. It is asked for where
	// whoever was to do it has not: it was killed, or the instant is near. nil: it is left
	// to others.
	TakeOut func(ctx context.Context, d *ledger.Dispatch) error
	// Finish does what is owed of a release whose embargo was moved, lifted or put on hold:
	// letters to those who have a copy, the release's file. nil: it is left to others.
	Finish func(ctx context.Context, slug string) error
	// Only are the dispatches that it delivers, and does anything for; nil for whatever is
	// due. Of the others it does no more than write down which have become too late.
	Only []string
	// Ready is called once the worker holds its lock and has looked at what it
	// found; nil if nobody waits for it.
	Ready func()
	// moment is how long what is in flight has to end when the work on it is to stop; 0
	// means stopGrace.
	moment time.Duration
}

// delivers tells whether a dispatch is one of those that are delivered.
func (o *Options) delivers(dispatch string) bool {
	return o.Only == nil || slices.Contains(o.Only, dispatch)
}

// serves is the same of a release.
func (o *Options) serves(slug string) bool {
	return o.Only == nil || slices.ContainsFunc(o.Only, func(id string) bool { return strings.HasPrefix(id, slug+"/") })
}

// Worker delivers.
type Worker struct {
	o       Options
	lock    *store.Lock
	lost    func(cause error) // ends this life of the worker
	id      string
	key     []byte
	limiter *rate.Limiter
	records chan record
	not     suppressions
	pulsed  atomic.Int64 // when the worker last said that it is alive, by its uptime
	clock   clock
	// What the recorder could not write before it had to end, and why; read once it
	// has ended.
	unwritten    int
	whyUnwritten error

	mu      sync.Mutex
	running map[string]bool
	wg      sync.WaitGroup
}

const (
	pollEvery  = 150 * time.Millisecond
	pulseEvery = time.Second
	warmAhead  = 15 * time.Second // connections are opened this long before an instant
	maxLull    = 200 * time.Millisecond
	stopGrace  = 6 * time.Second // for messages in flight when the worker is told to stop
	// giveUpAfter is how long after that the ledger is tried: whoever stops a
	// program kills it after ten seconds.
	giveUpAfter = stopGrace + 2*time.Second
)

// Run works until ctx ends; then it finishes what is in flight and returns nil, or
// an UnrecordedError where the database could not be written until the end.
// A worker that loses its lock, as when the database was out of reach, stops all
// it does and begins anew: others may have taken over from it. On a database from
// which the workspace was moved it ends.
func Run(ctx context.Context, o Options) error {
	if o.Connections <= 0 {
		o.Connections = 8
	}
	if o.Window <= 0 {
		o.Window = 24 * time.Hour
	}
	if o.moment <= 0 {
		o.moment = stopGrace
	}
	if o.Uptime == nil {
		o.Uptime = uptime
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	var limiter *rate.Limiter
	if o.Rate > 0 {
		limiter = rate.NewLimiter(rate.Every(time.Minute/time.Duration(o.Rate)), 1)
	}
	for life := 0; ; life++ {
		err := live(ctx, o, limiter)
		if ctx.Err() != nil {
			if lost := (*UnrecordedError)(nil); errors.As(err, &lost) {
				return err
			}
			return nil
		}
		if life == 0 && !errors.Is(err, store.ErrLockLost) || errors.Is(err, store.ErrMoved) {
			return err
		}
		if err != nil {
			o.Log.Error("the worker begins anew", "error", err)
		}
		o.Ready = nil
		pause(ctx, time.Second)
	}
}

// live is a worker from its lock to the end of ctx or the loss of the lock.
func live(ctx context.Context, o Options, limiter *rate.Limiter) error {
	lock, err := o.Ledger.DB().LockWorker(ctx)
	if err != nil {
		return err
	}
	defer lock.Release()
	w := &Worker{o: o, lock: lock, id: lock.ID, limiter: limiter, records: make(chan record), running: make(map[string]bool)}
	w.clock = clock{own: o.Now, uptime: o.Uptime, ledger: o.Ledger, log: o.Log}
	if err := w.clock.set(ctx); err != nil {
		return err
	}
	if w.key, err = o.Ledger.Key(ctx); err != nil {
		return err
	}
	// The first pulse comes before anything else: it is what finds that nobody
	// was there in time.
	w.pulsed.Store(int64(o.Uptime()))
	if _, err := o.Ledger.Pulse(ctx, w.id, -1, o.Only...); err != nil {
		return err
	}
	w.share(ctx)
	if err := w.reclaim(ctx); err != nil {
		return err
	}
	if o.Ready != nil {
		o.Ready()
	}
	last, end := afterwards(ctx, giveUpAfter)
	defer end()
	ctx, lost := context.WithCancelCause(ctx)
	defer lost(nil)
	w.lost = lost
	w.run(ctx, last)
	if w.unwritten > 0 {
		return &UnrecordedError{w.unwritten, w.whyUnwritten}
	}
	if cause := context.Cause(ctx); errors.Is(cause, store.ErrLockLost) || errors.Is(cause, store.ErrMoved) {
		return cause
	}
	return nil
}

// run works until ctx ends; last is for what is left to write then.
func (w *Worker) run(ctx, last context.Context) {
	stopRecorder := make(chan struct{})
	var recorder sync.WaitGroup
	recorder.Go(func() { w.recorder(last, stopRecorder) })
	var pulse sync.WaitGroup
	pulse.Go(func() { w.pulse(ctx) })
	if w.o.TakeOut != nil || w.o.Finish != nil {
		pulse.Go(func() { w.takeOut(ctx) })
	}
	ticker := time.NewTicker(pollEvery)
	defer ticker.Stop()
	for ctx.Err() == nil {
		if err := w.startDue(ctx); err != nil && ctx.Err() == nil {
			w.o.Log.Error("looking for due dispatches", "error", err)
		}
		select {
		case <-ctx.Done():
		case <-ticker.C:
		}
	}
	w.wg.Wait()
	pulse.Wait()
	close(stopRecorder)
	recorder.Wait()
}

// pulse says every second that the worker is alive, and takes over from those
// who are not.
func (w *Worker) pulse(ctx context.Context) {
	ticker := time.NewTicker(pulseEvery)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
		if err := w.lock.Check(ctx); errors.Is(err, store.ErrLockLost) {
			w.lost(err)
			return
		}
		now := w.o.Uptime()
		p, err := w.o.Ledger.Pulse(ctx, w.id, now-time.Duration(w.pulsed.Load()), w.o.Only...)
		if err == nil {
			w.pulsed.Store(int64(now))
			err = w.clock.set(ctx)
		}
		if errors.Is(err, store.ErrMoved) {
			w.lost(err)
			return
		}
		if err != nil {
			if ctx.Err() == nil {
				w.o.Log.Error("pulse", "error", err)
			}
			continue
		}
		if p.Taken > 0 {
			w.o.Log.Warn("took over from a worker that stands still", "deliveries", p.Taken)
		}
		w.share(ctx)
		if err := w.reclaim(ctx); err != nil && ctx.Err() == nil {
			w.o.Log.Error("taking over", "error", err)
		}
	}
}

// share takes this worker's part of the rate, which is for all of them together.
func (w *Worker) share(ctx context.Context) {
	if w.limiter == nil {
		return
	}
	n := max(1, w.o.Ledger.DB().LiveWorkers(ctx))
	w.limiter.SetLimit(rate.Limit(float64(w.o.Rate) / 60 / float64(n)))
}

func (w *Worker) reclaim(ctx context.Context) error {
	n, err := w.o.Ledger.Reclaim(ctx, func(id string) bool { return id == w.id || w.o.Ledger.DB().WorkerAlive(ctx, id) })
	if n > 0 {
		w.o.Log.Info("took over from a worker that ended", "deliveries", n)
	}
	return err
}

// startDue starts a run for each dispatch that is due soon and has none.
func (w *Worker) startDue(ctx context.Context) error {
	now := w.clock.now()
	if err := w.o.Ledger.CloseDue(ctx, now); err != nil {
		return err
	}
	due, err := w.o.Ledger.Due(ctx, now.Add(w.o.lookAhead()))
	if err != nil {
		return err
	}
	for _, d := range due {
		if !w.o.delivers(d.ID) {
			continue
		}
		if !d.ClosesAt.IsZero() && !now.Before(d.ClosesAt) {
			continue // closed, but for what others have in hand
		}
		w.mu.Lock()
		busy := w.running[d.ID]
		w.running[d.ID] = true
		w.mu.Unlock()
		if busy {
			continue
		}
		w.wg.Go(func() {
			defer func() {
				w.mu.Lock()
				delete(w.running, d.ID)
				w.mu.Unlock()
			}()
			err := w.dispatch(ctx, d)
			if errors.Is(err, store.ErrLockLost) {
				w.lost(err)
			}
			if err != nil && ctx.Err() == nil {
				w.o.Log.Error("dispatch", "id", d.ID, "error", err)
				pause(ctx, time.Second)
			}
		})
	}
	return nil
}

// pause waits, or until ctx ends.
func pause(ctx context.Context, d time.Duration) {
	if d <= 0 {
		return
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
	case <-t.C:
	}
}

// errStopped is returned where the work ends before an answer came.
var errStopped = errors.New("stopped")
