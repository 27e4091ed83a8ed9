package ledger

import (
	"fmt"
	"time"

	"pressroom/internal/store"
)

// A message whose answer was lost behind the final dot is tried again after these
// waits, and is in doubt when the last of its copies has had no answer either.
const (
	lostFirst  = 5 * time.Second
	lostSecond = 15 * time.Second
	lostCopies = 3
)

// The breaker pauses a dispatch when the first answers of so many deliveries in a
// row are lost, or those of all of a smaller one: somebody may have the message,
// and each try may be another copy.
const lostInRow = 5

// silentReason is why it does, with how many and the last answer.
const silentReason = "paused by itself, as the mail server takes messages and does not answer (%d in a row; the last: %s); who has " +
	"got it is in doubt"

const (
	// Each delivery counts once, by its first lost answer; those since the last
	// final answer and the last resume are in a row.
	sqlLostInRow = `SELECT COUNT(*) FROM delivery WHERE dispatch = ? AND lost > 0 AND lost_after = ?
		AND lost_at > (SELECT resumed_at FROM dispatch d WHERE d.id = delivery.dispatch)`
	sqlSome = `SELECT COUNT(*) FROM (SELECT 1 FROM delivery WHERE dispatch = ? AND state NOT IN ('suppressed', 'cancelled') LIMIT ?) AS few`
)

// lost writes an attempt whose answer did not come.
func (b *batch) lost(o *Outcome, answer int64) error {
	d, m, at := o.Delivery, o.Message, store.Micros(o.At)
	if _, err := b.stmt(sqlAttempt).ExecContext(b.ctx, d.ID, at, o.Server, o.Stage, o.Code, o.Enhanced, o.Reply); err != nil {
		return err
	}
	copies := lostCopies
	if b.states[d.Dispatch] != Sending {
		copies = 0 // it is not tried again: in doubt at once
	}
	mine, err := b.change(sqlLost, copies, store.Micros(o.At.Add(lostFirst)), store.Micros(o.At.Add(lostSecond)), at, answer-1,
		at, o.Server, o.Stage, o.Code, o.Enhanced, o.Reply, store.Micros(m.Date), m.Signature, m.SHA256, d.ID, d.claimedBy)
	if err != nil || mine {
		return err
	}
	b.stopped[d.Dispatch] = true
	if _, err := b.change(sqlYield, 0, d.ID); err != nil {
		return err
	}
	_, err = b.change(sqlLostLate, lostCopies, store.Micros(o.At.Add(lostFirst)), store.Micros(o.At.Add(lostSecond)), o.Reply,
		store.Micros(m.Date), m.Signature, m.SHA256, d.ID)
	return err
}

// silence pauses a dispatch whose answers are lost in a row.
func (b *batch) silence(id string, answers int64, o *Outcome) (bool, error) {
	var row, all int
	if err := b.stmt(sqlLostInRow).QueryRowContext(b.ctx, id, answers).Scan(&row); err != nil {
		return false, err
	}
	if row < lostInRow {
		if err := b.stmt(sqlSome).QueryRowContext(b.ctx, id, lostInRow).Scan(&all); err != nil {
			return false, err
		}
		if row == 0 || row < all {
			return false, nil
		}
	}
	reason := fmt.Sprintf(silentReason, row, AnswerLine(o.Code, o.Enhanced, o.Reply))
	return true, b.pause(id, reason, PausedSilent)
}

// moved turns a delivery whose address was replaced while it was claimed over to
// the new one.
func (b *batch) moved(d Delivery) error {
	to, address, err := movedTo(b.ctx, b.tx, d.Key)
	if err != nil || to == "" {
		return err
	}
	return follow(b.ctx, b.tx, `v.id = ?1`, d.ID, to, address)
}
