package delivery

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"runtime"
	"sync"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
)

const (
	signAhead = 3 * time.Minute // signing begins this long before an instant
	// aheadBytes bounds what signatures made ahead take. A signature alone is
	// kept: the same recipient and date give the same message again.
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
	out := &ahead{date: r.d.ReleaseAt, signatures: make(map[recipient]string)}
	if r.o.Signer == nil || r.d.Kind != embargo.Release || !r.d.LiftedAt.IsZero() || !r.clock.now().Before(r.d.ReleaseAt) {
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
	for range runtime.NumCPU() {
		signers.Go(func() {
			var buf []byte
			for d := range next {
				message, err := r.compose(buf[:0], d, out.date)
				if err != nil {
					continue // it is said when the message is due
				}
				buf = message
				signature, err := r.o.Signer.Sign(message)
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
func (r *run) compose(dst []byte, d ledger.Delivery, date time.Time) ([]byte, error) {
	template := r.templates[d.Template]
	if template == nil {
		return nil, fmt.Errorf("the snapshot has no message %s", d.Template)
	}
	return template.Message(dst, template.Recipient(r.key, d.ID, d.Dispatch, d.Key, d.Name, d.Address, r.from), date)
}

// message makes the message of a delivery as it is sent, signed if messages are,
// and says what is kept of it.
func (l *line) message(d ledger.Delivery) ([]byte, ledger.Message, error) {
	kept := ledger.Message{Date: l.clock.now().Truncate(time.Second)}
	message, err := l.signed(d, &kept)
	if err != nil {
		return nil, kept, err
	}
	sum := sha256.Sum256(message)
	kept.SHA256 = hex.EncodeToString(sum[:])
	return message, kept, nil
}

func (l *line) signed(d ledger.Delivery, kept *ledger.Message) ([]byte, error) {
	if l.o.Signer == nil {
		message, err := l.compose(l.buf[:0], d, kept.Date)
		if err == nil {
			l.buf = message
		}
		return message, err
	}
	if signature := l.made.signatures[recipient{d.ID, d.Address}]; signature != "" {
		kept.Date, kept.Signature = l.made.date, signature
		message, err := l.compose(append(l.buf[:0], signature...), d, l.made.date)
		if err == nil {
			l.buf = message
		}
		return message, err
	}
	plain, err := l.compose(l.plain[:0], d, kept.Date)
	if err != nil {
		return nil, err
	}
	l.plain = plain
	signature, err := l.o.Signer.Sign(plain)
	if err != nil {
		return nil, err
	}
	kept.Signature = signature
	l.buf = append(append(l.buf[:0], signature...), plain...)
	return l.buf, nil
}
