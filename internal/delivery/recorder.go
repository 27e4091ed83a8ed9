package delivery

import (
	"context"
	"fmt"
	"sync"
	"time"

	"pressroom/internal/ledger"
)

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
	stopped map[string]bool // dispatches that are not to go on; nil: none is
}

// UnrecordedError says that answers of the mail server could not be written down
// before the worker had to end. At the next start they count as lost.
type UnrecordedError struct {
	Answers int
	Err     error
}

func (e *UnrecordedError) Error() string {
	return fmt.Sprintf("%d answers of the mail server could not be written down before the end: %v; "+
		"at the next start they count as lost, and these messages may go out a second time", e.Answers, e.Err)
}

func (e *UnrecordedError) Unwrap() error { return e.Err }

// afterwards ends a while after ctx.
func afterwards(ctx context.Context, while time.Duration) (context.Context, context.CancelFunc) {
	last, end := context.WithCancel(context.WithoutCancel(ctx))
	forget := context.AfterFunc(ctx, func() { time.AfterFunc(while, end) })
	return last, func() { forget(); end() }
}

// recorder writes outcomes, all that wait in one transaction. If the database
// cannot be written (a full disk, a lock that is held), it tries until it can:
// an answer that was given is never dropped while the process lives, or until last
// ends, a while after the process was told to stop. The next transaction runs while
// the disk is busy with the one before.
func (w *Worker) recorder(last context.Context, stop <-chan struct{}) {
	// Without room in between, batches grow while the disk is busy.
	toDisk := make(chan writtenBatch)
	var flusher sync.WaitGroup
	flusher.Go(func() { w.flusher(last, toDisk) })
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
		toDisk <- writtenBatch{batch, w.write(last, outcomes)}
	}
}

// flusher gives the receipts once the outcomes are on disk, for all batches that
// wait together.
func (w *Worker) flusher(last context.Context, toDisk <-chan writtenBatch) {
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
			if err == nil || last.Err() != nil {
				break // what is in the database outlives the process, if not the machine
			}
			w.o.Log.Error("the ledger cannot be brought to the disk; trying again", "error", err)
			pause(last, wait)
		}
		for _, b := range batches {
			for _, r := range b.records {
				r.receipt.stop = b.stopped == nil || b.stopped[r.outcome.Delivery.Dispatch]
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

// write tells which dispatches are not to go on; nil if nothing could be written.
func (w *Worker) write(last context.Context, outcomes []ledger.Outcome) map[string]bool {
	for wait := firstAgain; ; wait = min(wait*2, lastAgain) {
		recorded, err := w.o.Ledger.Record(context.Background(), outcomes)
		if err == nil {
			w.not.seen(recorded.Newest)
			w.o.Metrics.batch(outcomes)
			return recorded.Stopped
		}
		if last.Err() != nil {
			w.giveUp(outcomes, err)
			return nil
		}
		w.o.Log.Error("the ledger cannot be written; trying again", "error", err)
		pause(last, wait)
	}
}

// giveUp counts the answers that are lost. Only the recorder calls it.
func (w *Worker) giveUp(outcomes []ledger.Outcome, err error) {
	w.whyUnwritten = err
	for _, o := range outcomes {
		if o.Result != ledger.Released {
			w.unwritten++
		}
	}
}
