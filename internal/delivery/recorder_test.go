package delivery

import (
	"context"
	"log/slog"
	"testing"
	"testing/synctest"
	"time"

	"pressroom/internal/ledger"
	"pressroom/internal/store"
)

// TestAnswersThatCannotBeWrittenDoNotKeepAStoppedWorker: the database cannot be
// written, as on a full disk, and the worker is told to stop.
func TestAnswersThatCannotBeWrittenDoNotKeepAStoppedWorker(t *testing.T) {
	db, err := store.Open(t.Context(), t.TempDir(), "")
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	synctest.Test(t, func(t *testing.T) {
		log := slog.New(slog.DiscardHandler)
		w := &Worker{o: Options{Ledger: ledger.New(db, time.Now), Connections: 1, Log: log}, records: make(chan record)}
		ctx, stop := context.WithCancel(t.Context())
		last, end := afterwards(ctx, giveUpAfter)
		defer end()
		over, recorded := make(chan struct{}), make(chan struct{})
		go func() { w.recorder(last, over); close(recorded) }()
		sent := w.record(ledger.Outcome{Delivery: ledger.Delivery{Dispatch: "x/release-1"}, Result: ledger.Sent})
		time.Sleep(time.Hour)
		select {
		case <-sent.done:
			t.Fatal("an answer was given up although nobody stopped the worker")
		default:
		}
		stop()
		if begun := time.Now(); !sent.stopped() || time.Since(begun) > giveUpAfter {
			t.Errorf("given up after %s; the dispatch goes on: %v", time.Since(begun), !sent.stop)
		}
		// What comes now is not tried for long any more.
		begun := time.Now()
		w.record(ledger.Outcome{Delivery: ledger.Delivery{Dispatch: "x/release-1"}, Result: ledger.Sent}).stopped()
		w.record(ledger.Outcome{Delivery: ledger.Delivery{Dispatch: "x/release-1"}, Result: ledger.Released}).stopped()
		if waited := time.Since(begun); waited > time.Millisecond {
			t.Errorf("waited another %s", waited)
		}
		close(over)
		<-recorded
		if w.unwritten != 2 || w.whyUnwritten == nil {
			t.Errorf("%d answers are said to be lost: %v", w.unwritten, w.whyUnwritten)
		}
	})
}
