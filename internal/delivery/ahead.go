package delivery

import (
	"context"
	"runtime"
	"sync"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	pmail "pressroom/internal/mail"
)

const (
	signAhead = 3 * time.Minute // signing begins this long before an instant
	// aheadBytes bounds what signatures made ahead take. A signature alone is kept:
	// the same recipient and date give the same message again, in a few microseconds,
	// where a signature takes milliseconds. So these are ten times as many as whole
	// messages would be in twice the memory, and leave room for all else that a
	// worker holds.
	aheadBytes     = 32 << 20
	signatureBytes = 1 << 10
)

// ahead is the signatures that were made before the instant, for messages dated
// at the instant.
type ahead struct {
	date       time.Time
	signatures map[recipient]string
}

// recipient is a delivery and the address that it had: one may be replaced meanwhile.
type recipient struct {
	delivery int64
	address  string
}

// lookAhead is how long before its instant the work on a mailing begins.
func (o *Options) lookAhead() time.Duration {
	if o.Signer != nil {
		return signAhead
	}
	return warmAhead
}

// signAhead signs as many of the first messages as there is room and time for,
// until ctx ends. One signature of RSA costs more than all else about a message.
func (r *run) signAhead(ctx context.Context) *ahead {
	out := &ahead{date: r.d.Leaves(), signatures: make(map[recipient]string)}
	if r.o.Signer == nil || r.d.Kind != embargo.Release || !r.d.LiftedAt.IsZero() || !r.clock.now().Before(r.d.Leaves()) {
		return out
	}
	first, err := r.o.Ledger.First(ctx, r.d.ID, aheadBytes/signatureBytes)
	if err != nil {
		if ctx.Err() == nil {
			r.o.Log.Error("signing ahead", "dispatch", r.d.ID, "error", err)
		}
		return out
	}
	var mu sync.Mutex
	var signers sync.WaitGroup
	next := make(chan ledger.Delivery)
	for range runtime.GOMAXPROCS(0) {
		signers.Go(func() {
			var message pmail.Message
			for d := range next {
				if r.compose(&message, d, out.date) != nil {
					continue // it is said when the message is due
				}
				signature, err := r.o.Signer.Sign(&message)
				if err != nil {
					continue
				}
				mu.Lock()
				out.signatures[recipient{d.ID, d.Address}] = signature
				mu.Unlock()
			}
		})
	}
	for _, d := range first {
		select {
		case next <- d:
			continue
		case <-ctx.Done():
		}
		break
	}
	close(next)
	signers.Wait()
	r.o.Log.Debug("signed ahead", "dispatch", r.d.ID, "messages", len(out.signatures))
	return out
}

// compose makes the message of a delivery, without a signature.
func (r *run) compose(m *pmail.Message, d ledger.Delivery, date time.Time) error {
	return r.composer.Compose(m, d, date)
}

// signed makes the message of a delivery as it is sent, signed if messages are,
// and says what is kept of it.
func (l *line) signed(d ledger.Delivery) (ledger.Message, error) {
	kept := ledger.Message{Date: l.clock.now().Truncate(time.Second)}
	if made := l.made.signatures[recipient{d.ID, d.Address}]; made != "" {
		kept.Date, kept.Signature = l.made.date, made
	}
	if err := l.compose(&l.message, d, kept.Date); err != nil {
		return kept, err
	}
	if l.o.Signer != nil && kept.Signature == "" {
		var err error
		if kept.Signature, err = l.o.Signer.Sign(&l.message); err != nil {
			return kept, err
		}
	}
	l.message.Prepend(kept.Signature)
	kept.SHA256 = l.message.SHA256()
	return kept, nil
}
