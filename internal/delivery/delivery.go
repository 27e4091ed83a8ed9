// Package delivery is the workers: from a claimed delivery to a recorded answer.
//
// A Worker finds what is due, opens its connections before the instant, asks the
// gate, and then hands each message to a server and each answer to the ledger.
// A connection takes its next message only when its last outcome is on disk.
package delivery

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/mail"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/time/rate"

	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	pmail "pressroom/internal/mail"
	"pressroom/internal/smtp"
	"pressroom/internal/store"
)

// Options are how a worker works. Ledger, Dialer and Now are needed.
type Options struct {
	Ledger      *ledger.Ledger
	Dialer      *smtp.Dialer
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
	// Ready is called once the worker holds its lock and has looked at what it
	// found; nil if nobody waits for it.
	Ready func()
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

	mu      sync.Mutex
	running map[string]bool
	wg      sync.WaitGroup
}

const (
	pollEvery  = 150 * time.Millisecond
	pulseEvery = time.Second
	warmAhead  = 15 * time.Second // connections are opened this long before an instant
	maxLull    = 200 * time.Millisecond
	stopGrace  = 10 * time.Second // for messages in flight when the worker is told to stop
)

// Run works until ctx ends; then it finishes what is in flight and returns nil.
// A worker that loses its lock, as when the database was out of reach, stops all
// it does and begins anew: others may have taken over from it.
func Run(ctx context.Context, o Options) error {
	if o.Connections <= 0 {
		o.Connections = 8
	}
	if o.Window <= 0 {
		o.Window = 24 * time.Hour
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
			return nil
		}
		if life == 0 && !errors.Is(err, store.ErrLockLost) {
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
	if w.key, err = o.Ledger.Key(ctx); err != nil {
		return err
	}
	// The first pulse comes before anything else: it is what finds that nobody
	// was there in time.
	w.pulsed.Store(int64(o.Uptime()))
	if err := o.Ledger.Pulse(ctx, w.id, -1); err != nil {
		return err
	}
	w.share(ctx)
	if err := w.reclaim(ctx); err != nil {
		return err
	}
	if o.Ready != nil {
		o.Ready()
	}
	ctx, lost := context.WithCancelCause(ctx)
	defer lost(nil)
	w.lost = lost
	w.run(ctx)
	if cause := context.Cause(ctx); errors.Is(cause, store.ErrLockLost) {
		return cause
	}
	return nil
}

func (w *Worker) run(ctx context.Context) {
	stopRecorder := make(chan struct{})
	var recorder sync.WaitGroup
	recorder.Go(func() { w.recorder(stopRecorder) })
	var pulse sync.WaitGroup
	pulse.Go(func() { w.pulse(ctx) })
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
		if err := w.o.Ledger.Pulse(ctx, w.id, now-time.Duration(w.pulsed.Load())); err != nil {
			if ctx.Err() == nil {
				w.o.Log.Error("pulse", "error", err)
			}
			continue
		}
		w.pulsed.Store(int64(now))
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
	due, err := w.o.Ledger.Due(ctx, w.o.Now().Add(w.o.lookAhead()))
	if err != nil {
		return err
	}
	for _, d := range due {
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

// run is the work on one dispatch.
type run struct {
	*Worker
	d         *ledger.Dispatch
	templates map[string]*pmail.Template
	from      string // the sender's bare address
	pass      embargo.Pass
	domains   *domains
	instant   time.Time // as of the last look
	made      *ahead    // set before the first message goes to a sender
	stop      context.CancelFunc
	queue     chan ledger.Delivery
	over      chan struct{} // closed when nothing is left to hand out
}

func (w *Worker) dispatch(ctx context.Context, d *ledger.Dispatch) error {
	r := &run{Worker: w, d: d, domains: newDomains(w.o.PerDomain), made: &ahead{}, queue: make(chan ledger.Delivery), over: make(chan struct{})}
	if err := r.load(ctx); err != nil {
		return err
	}
	ctx, r.stop = context.WithCancel(ctx)
	defer r.stop()
	opened := make(chan struct{})
	var senders sync.WaitGroup
	for range w.o.Connections {
		senders.Go(func() { r.sender(ctx, opened) })
	}
	signing, signed := context.WithCancel(ctx)
	made := make(chan *ahead, 1)
	go func() { made <- r.signAhead(signing) }()
	senders.Go(func() { r.watch(ctx) })
	err := r.await(ctx)
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
	senders.Wait()
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

// load reads the message templates of the dispatch.
func (r *run) load(ctx context.Context) error {
	sender, err := mail.ParseAddress(r.d.Sender)
	if err != nil {
		return fmt.Errorf("the sender of %s is not an address: %w", r.d.ID, err)
	}
	r.from = sender.Address
	names, err := r.o.Ledger.ArtefactNames(ctx, r.d.ID)
	if err != nil {
		return err
	}
	r.templates = make(map[string]*pmail.Template)
	for _, n := range names {
		if !strings.HasPrefix(n, "mail/") {
			continue
		}
		data, err := r.o.Ledger.Artefact(ctx, r.d.ID, n)
		if err != nil {
			return err
		}
		if r.templates[n], err = pmail.Unmarshal(data); err != nil {
			return err
		}
	}
	return nil
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
		r.instant = d.ReleaseAt
		for checked := r.o.Uptime(); ctx.Err() == nil && r.o.Uptime()-checked < time.Second; {
			left := d.ReleaseAt.Sub(r.o.Now())
			if d.State == ledger.Sending || d.Kind != embargo.Release {
				left = 0
			}
			if left > r.o.lookAhead()+time.Minute {
				return nil // moved away: it is found again when it is near
			}
			if left > 0 {
				pause(ctx, min(left, maxLull))
				continue
			}
			decision, err := r.o.Ledger.Gate(ctx, r.d.ID, r.o.Uptime()-time.Duration(r.pulsed.Load()))
			if err != nil {
				return err
			}
			switch decision.Verdict {
			case embargo.Open:
				r.pass = decision.Pass
				if decision.Lift && r.d.Kind == embargo.Release {
					late := r.o.Now().Sub(d.ReleaseAt)
					r.o.Metrics.lifted(late)
					r.o.Log.Info("the release goes out", "dispatch", r.d.ID, "after the instant", late)
				}
				return nil
			case embargo.Missed:
				return nil
			}
			pause(ctx, 20*time.Millisecond)
		}
	}
	return nil
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
		if err == nil && d.State != ledger.Sending && d.State != ledger.Scheduled {
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
	return false, max(10*time.Millisecond, min(next.Sub(r.o.Now()), time.Second)), nil
}

// sender owns one connection and sends what comes through the queue.
func (r *run) sender(ctx context.Context, opened <-chan struct{}) {
	l := &line{run: r}
	defer l.close()
	// The connection is opened before the instant, so that it costs nothing then.
	if r.d.LiftedAt.IsZero() && r.d.Kind == embargo.Release {
		for left := warmAhead + 1; left > warmAhead && ctx.Err() == nil; pause(ctx, min(left-warmAhead, maxLull)) {
			left = r.d.ReleaseAt.Sub(r.o.Now()) // looked at often, as the clock may be set
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

// receipt tells when an outcome is on disk.
type receipt struct {
	done chan struct{}
	stop bool
}

// written is the receipt of an outcome that is on disk already.
func written() *receipt {
	r := &receipt{done: make(chan struct{})}
	close(r.done)
	return r
}

// stopped waits until the outcome is on disk, and tells whether its dispatch is
// not to go on.
func (r *receipt) stopped() bool {
	<-r.done
	return r.stop
}

// record is an outcome on its way to the disk.
type record struct {
	outcome ledger.Outcome
	receipt *receipt
}

// record hands an outcome to the recorder.
func (w *Worker) record(o ledger.Outcome) *receipt {
	r := &receipt{done: make(chan struct{})}
	w.records <- record{o, r}
	return r
}

// writtenBatch is outcomes in the ledger that may not be on disk yet.
type writtenBatch struct {
	records []record
	stopped map[string]bool
}

// recorder writes outcomes, all that wait in one transaction. If the database
// cannot be written (a full disk, a lock that is held), it tries until it can:
// an answer that was given is never dropped while the process lives. The next
// transaction runs while the disk is busy with the one before.
func (w *Worker) recorder(stop <-chan struct{}) {
	// Without room in between, batches grow while the disk is busy.
	toDisk := make(chan writtenBatch)
	var flusher sync.WaitGroup
	flusher.Go(func() { w.flusher(toDisk) })
	defer flusher.Wait()
	defer close(toDisk)
	for {
		var batch []record
		select {
		case <-stop:
			return
		case r := <-w.records:
			batch = append(batch, r)
		}
		batch = w.gather(batch)
		outcomes := make([]ledger.Outcome, len(batch))
		for i, r := range batch {
			outcomes[i] = r.outcome
		}
		toDisk <- writtenBatch{batch, w.write(outcomes)}
	}
}

// flusher gives the receipts once the outcomes are on disk, for all batches that
// wait together.
func (w *Worker) flusher(toDisk <-chan writtenBatch) {
	for first := range toDisk {
		batches := []writtenBatch{first}
		for more := true; more; {
			select {
			case b, ok := <-toDisk:
				if more = ok; ok {
					batches = append(batches, b)
				}
			default:
				more = false
			}
		}
		for wait := firstAgain; ; wait = min(wait*2, lastAgain) {
			err := w.o.Ledger.Flush()
			if err == nil {
				break
			}
			w.o.Log.Error("the ledger cannot be brought to the disk; trying again", "error", err)
			time.Sleep(wait)
		}
		for _, b := range batches {
			for _, r := range b.records {
				r.receipt.stop = b.stopped[r.outcome.Delivery.Dispatch]
				close(r.receipt.done)
			}
		}
	}
}

// Waits between tries to write the ledger.
const (
	firstAgain = 50 * time.Millisecond
	lastAgain  = 5 * time.Second
)

// gatherFor is how long an outcome waits for others to share its transaction: a
// fraction of what the transaction itself takes.
const gatherFor = 150 * time.Microsecond

// gather adds to a batch the outcomes that wait already, and those that come in
// the next moment, up to those of three connections in eight: waiting for more
// would march all of them in step.
func (w *Worker) gather(batch []record) []record {
	enough := max(1, w.o.Connections*3/8)
	var timeout <-chan time.Time
	for len(batch) < 256 {
		select {
		case r := <-w.records:
			batch = append(batch, r)
			continue
		default:
		}
		if len(batch) >= enough {
			return batch
		}
		if timeout == nil {
			t := time.NewTimer(gatherFor)
			defer t.Stop()
			timeout = t.C
		}
		select {
		case r := <-w.records:
			batch = append(batch, r)
		case <-timeout:
			return batch
		}
	}
	return batch
}

func (w *Worker) write(outcomes []ledger.Outcome) map[string]bool {
	for wait := firstAgain; ; wait = min(wait*2, lastAgain) {
		recorded, err := w.o.Ledger.Record(context.Background(), outcomes)
		if err == nil {
			w.not.seen(recorded.Newest)
			w.o.Metrics.batch(outcomes)
			return recorded.Stopped
		}
		w.o.Log.Error("the ledger cannot be written; trying again", "error", err)
		time.Sleep(wait)
	}
}

// errStopped is returned where the work ends before an answer came.
var errStopped = errors.New("stopped")
