package ledger

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"pressroom/internal/store"
)

// Result is what became of an attempt.
type Result int

// The results of an attempt.
const (
	Sent       Result = iota // the server has taken it
	Deferred                 // to be tried again at Outcome.Next
	Rejected                 // failed for good
	Suppressed               // the address was suppressed before it was tried
	Kept                     // its recipient was barred from advance copies before it was written
	Released                 // not tried: back into the queue
	Lost                     // written whole, and the answer did not come: it may have been taken
)

// Outcome is the answer to one claimed delivery.
type Outcome struct {
	Delivery Delivery
	Result   Result
	At       time.Time
	Next     time.Time
	Server   string
	Stage    string // connect, mail, rcpt, data, content
	Code     int
	Enhanced string
	Reply    string
	// Suppress is why the address must not be mailed again, "" if it may.
	Suppress string
	// Message is what was written to the server, where its content was.
	Message Message
}

// Message is what is kept of a message as it was sent: with the snapshot, it is
// enough to make the same bytes again.
type Message struct {
	Date      time.Time // for which it was composed
	Signature string    // its DKIM-Signature field with CRLF, "" if it is not signed
	SHA256    string    // of the whole, in hexadecimal
}

// sqlTally is how many final answers a dispatch has had.
const sqlTally = `(SELECT COALESCE(SUM(answers), 0) FROM tally WHERE tally.dispatch = dispatch.id)`

// The statements that run for every message.
const (
	sqlState = `SELECT state, ` + sqlTally + `, (SELECT COALESCE(MAX(seq), 0) FROM suppression) FROM dispatch WHERE id = ?`
	// The same where something may go back to wait: whoever stops the dispatch settles
	// what waits, and has to see it, or be seen.
	sqlStateHeld = sqlState + ` /* for update */`
	sqlAnswers   = `INSERT INTO tally (dispatch, worker, answers) VALUES (?, ?, ?) ON CONFLICT (dispatch, worker) DO UPDATE SET answers
		= tally.answers + excluded.answers`
	sqlNewest     = `SELECT COALESCE(MAX(seq), 0) FROM suppression`
	sqlReleased   = `UPDATE delivery SET state = ` + sqlBack + `, worker = '' WHERE id = ? AND state = 'claimed' AND worker = ?`
	sqlSuppressed = `UPDATE delivery SET state = 'suppressed', worker = '' WHERE id = ? AND state = 'claimed' AND worker = ?`
	sqlKept       = `UPDATE delivery SET state = CASE WHEN lost > 0 THEN 'in_doubt' ELSE 'cancelled' END, worker = '', reply = '` + Barred + `'
		WHERE id = ? AND state = 'claimed' AND worker = ?`
	// What was taken comes in numbers: with PostgreSQL one statement writes all of a
	// batch, from a JSON list of lists.
	sqlSentPostgres = `UPDATE delivery SET state = 'sent', worker = '', attempts = attempts + 1, answered_at = (j.value ->> 1)::bigint,
		answer = (j.value ->> 2)::bigint,
			code = (j.value ->> 3)::integer, enhanced = j.value ->> 4, reply = j.value ->> 5,
			composed_at = (j.value ->> 6)::bigint, signature = j.value ->> 7, sha256 = j.value ->> 8, server = ?, stage = ?
		FROM jsonb_array_elements(CAST(? AS jsonb)) AS j WHERE delivery.id = (j.value ->> 0)::bigint AND delivery.state = 'claimed' AND
		delivery.worker = ?`
	// A message that was taken is sent, also where another worker has taken over
	// meanwhile.
	sqlSentLate = `UPDATE delivery SET state = 'sent', worker = '', attempts = attempts + 1, answered_at = ?, answer = ?, server = ?,
		stage = ?, code = ?, enhanced = ?, reply = ?,
		composed_at = ?, signature = ?, sha256 = ?, round = ` + sqlOwnRound + ` WHERE id = ? AND state <> 'sent'`
	// After a lost answer it is tried again twice, and is in doubt then.
	sqlLost = `UPDATE delivery SET state = CASE WHEN lost + 1 >= CAST(? AS BIGINT) THEN 'in_doubt' ELSE 'deferred' END, worker = '',
		attempts = attempts + 1,
		next_attempt_at = CASE lost WHEN 0 THEN CAST(? AS BIGINT) ELSE CAST(? AS BIGINT) END, lost_at = CASE lost WHEN 0 THEN CAST(? AS
		BIGINT) ELSE lost_at END,
		lost_after = CASE lost WHEN 0 THEN CAST(? AS BIGINT) ELSE lost_after END, lost = lost + 1, answered_at = ?, server = ?, stage = ?,
		code = ?, enhanced = ?, reply = ?,
		composed_at = ?, signature = ?, sha256 = ? WHERE id = ? AND state = 'claimed' AND worker = ?`
	// An answer that was lost after another worker has taken over: what waits for its
	// turn waits for the same time, or is in doubt where it will not be tried again or
	// the person is reached by another dispatch.
	sqlLostLate = `UPDATE delivery SET state = CASE WHEN state = 'cancelled' THEN 'in_doubt' WHEN state NOT IN ('queued', 'deferred')
		THEN state
			WHEN lost + 1 >= CAST(? AS BIGINT) OR (SELECT d.state FROM dispatch d WHERE d.id = delivery.dispatch) <> 'sending' OR EXISTS
			(` + others + `)
			THEN 'in_doubt' ELSE 'deferred' END,
		next_attempt_at = CASE lost WHEN 0 THEN CAST(? AS BIGINT) ELSE CAST(? AS BIGINT) END, lost = lost + 1, round = ` + sqlOwnRound + `,
		reply = CASE WHEN state IN ('queued', 'deferred', 'cancelled') THEN CAST(? AS TEXT) ELSE reply END,
		composed_at = ?, signature = ?, sha256 = ? WHERE id = ? AND state <> 'sent'`
	sqlAttempt = `INSERT INTO attempt (delivery, at, server, stage, code, enhanced, reply) VALUES (?, ?, ?, ?, ?, ?, ?)`
	// An answer to it that was lost counts also where word of that came after it was taken
	// over: what is not tried again is in doubt then.
	sqlRefused = `UPDATE delivery SET state = CASE WHEN lost > 0 AND CAST(? AS BIGINT) = 1 THEN 'in_doubt' ELSE CAST(? AS TEXT) END,
		worker = '', attempts = attempts + 1, next_attempt_at = ?, answered_at = ?,
		answer = CASE WHEN ? = 1 THEN ? ELSE answer END, server = ?, stage = ?, code = ?, enhanced = ?, reply = ?
		WHERE id = ? AND state = 'claimed' AND worker = ?`
)

// With SQLite, where reading a list in JSON costs as much again as writing, one
// statement writes some of them: as many as 64 connections bring together, or fewer.
var sqlSentMany, sqlSentSome, sqlSentOne = sqlSent(24), sqlSent(8), sqlSent(1)

// sentTogether picks the statement for n deliveries, and how many of them it writes.
func sentTogether(n int) (query string, written int) {
	switch {
	case n >= 24:
		return sqlSentMany, 24
	case n >= 8:
		return sqlSentSome, 8
	}
	return sqlSentOne, 1
}

// sqlSent writes n deliveries that were taken. Their rows are to be looked up by their
// number: the plus signs keep SQLite from an index that would have it go through all
// claims.
func sqlSent(n int) string {
	return `UPDATE delivery SET state = 'sent', worker = '', attempts = attempts + 1, answered_at = j.column2, answer = j.column3,
			code = j.column4, enhanced = j.column5, reply = j.column6, composed_at = j.column7, signature = j.column8, sha256 = j.column9,
			server = ?, stage = ?
		FROM (VALUES ` + strings.Repeat(`(?, ?, ?, ?, ?, ?, ?, ?, ?), `, n-1) + `(?, ?, ?, ?, ?, ?, ?, ?, ?)) AS j
		WHERE delivery.id = j.column1 AND +delivery.state = 'claimed' AND +delivery.worker = ?`
}

var hotQueries = []string{
	sqlLost, sqlLostLate, sqlLostInRow, sqlSome, sqlState, sqlStateHeld, sqlSentOne, sqlSentSome, sqlSentMany, sqlAnswers,
	sqlNewest, sqlReleased, sqlSuppressed, sqlKept, sqlYield, sqlSentLate, sqlAttempt, sqlRefused, sqlSuppress, sqlFrom, sqlFailures,
	sqlMostOften, sqlPause,
}

// Recorded is what the ledger says back after outcomes were written.
type Recorded struct {
	// Stopped are the dispatches among them that are not to go on: stopped by
	// somebody, or paused because too many answers were final refusals.
	Stopped map[string]bool
	// Newest numbers the newest suppression: one that is greater than what a
	// worker knows means that there is a new address.
	Newest int64
}

// Flush returns when all outcomes that Record has written before are on disk.
func (l *Ledger) Flush() error { return l.db.Flush() }

// Record writes outcomes in one transaction. They are on disk after the next
// Flush; what a process that is killed has recorded holds without it.
func (l *Ledger) Record(ctx context.Context, outcomes []Outcome) (*Recorded, error) {
	for {
		out, err := l.record(ctx, outcomes)
		if store.IsDeadlock(err) && ctx.Err() == nil {
			continue // nothing of it was written
		}
		if err != nil {
			return nil, fmt.Errorf("recording outcomes: %w", err)
		}
		return out, nil
	}
}

func (l *Ledger) record(ctx context.Context, outcomes []Outcome) (*Recorded, error) {
	out := &Recorded{Stopped: make(map[string]bool)}
	err := l.db.Hot(ctx, hotQueries, func(tx *store.Tx, stmt func(string) store.Stmt) error {
		b := &batch{
			ctx: ctx, tx: tx, stmt: stmt, ledger: l, answers: make(map[string]int64), states: make(map[string]State),
			stopped: out.Stopped,
		}
		if err := b.write(outcomes); err != nil {
			return err
		}
		out.Newest = b.newest
		if !b.suppressed {
			return nil
		}
		return stmt(sqlNewest).QueryRowContext(ctx).Scan(&out.Newest)
	})
	return out, err
}

// batch is the outcomes of one transaction.
type batch struct {
	ctx     context.Context
	tx      *store.Tx
	stmt    func(string) store.Stmt
	ledger  *Ledger
	answers map[string]int64 // by dispatch, with those of this batch
	states  map[string]State
	stopped map[string]bool
	taken   []*Outcome // written together at the end
	ordinal []int64    // of each of them
	// newest numbers the newest suppression as the batch began; suppressed tells
	// that it has added one.
	newest     int64
	suppressed bool
}

func (b *batch) write(outcomes []Outcome) error {
	refused, lost := make(map[string]bool), make(map[string]*Outcome)
	type tally struct{ dispatch, worker string }
	more := make(map[tally]int64)
	if err := b.look(outcomes); err != nil {
		return err
	}
	for i := range outcomes {
		o := &outcomes[i]
		id := o.Delivery.Dispatch
		n, err := b.one(o, b.answers[id]+1)
		if o.Result == Lost {
			lost[id] = o
		}
		if err != nil {
			return err
		}
		b.answers[id] += n
		if n > 0 {
			more[tally{id, o.Delivery.claimedBy}] += n
		}
		refused[id] = refused[id] || o.Result == Rejected
	}
	if err := b.sent(); err != nil {
		return err
	}
	for t, n := range more {
		if _, err := b.stmt(sqlAnswers).ExecContext(b.ctx, t.dispatch, t.worker, n); err != nil {
			return err
		}
	}
	for id, n := range b.answers {
		if refused[id] && !b.stopped[id] {
			paused, err := b.breaker(id, n)
			if err != nil {
				return err
			}
			b.stopped[id] = paused
		}
		if lost[id] != nil && !b.stopped[id] {
			paused, err := b.silence(id, n, lost[id])
			if err != nil {
				return err
			}
			b.stopped[id] = paused
		}
	}
	return nil
}

// look reads how the dispatches of a batch stand, always in the same order.
func (b *batch) look(outcomes []Outcome) error {
	goesBack := make(map[string]bool)
	for _, o := range outcomes {
		goesBack[o.Delivery.Dispatch] = goesBack[o.Delivery.Dispatch] || o.Result != Sent
	}
	for _, id := range slices.Sorted(maps.Keys(goesBack)) {
		query := sqlState
		if goesBack[id] {
			query = sqlStateHeld
		}
		var n int64
		var state State
		if err := b.stmt(query).QueryRowContext(b.ctx, id).Scan(&state, &n, &b.newest); err != nil {
			return err
		}
		b.answers[id], b.states[id] = n, state
		b.stopped[id] = state != Sending
	}
	return nil
}

// one writes one outcome and returns 1 if it is a final answer. Where the
// delivery is no longer in the worker's hands, its dispatch is to stop there.
func (b *batch) one(o *Outcome, answer int64) (final int64, err error) {
	at := store.Micros(o.At)
	d := o.Delivery
	if o.Suppress != "" {
		b.suppressed = true
		if err := b.tx.Exclusive(b.ctx, store.KeySuppression); err != nil {
			return 0, err
		}
		if _, err := b.stmt(sqlSuppress).ExecContext(b.ctx, d.Key, o.Suppress, d.Dispatch+": "+AnswerLine(o.Code, o.Enhanced, o.Reply),
			at); err != nil {
			return 0, err
		}
	}
	var mine bool
	switch o.Result {
	case Released:
		mine, err = b.change(sqlReleased, d.ID, d.claimedBy)
	case Kept:
		mine, err = b.change(sqlKept, d.ID, d.claimedBy)
	case Suppressed:
		if mine, err = b.change(sqlSuppressed, d.ID, d.claimedBy); err == nil && mine {
			err = b.moved(d)
		}
	case Lost:
		return 0, b.lost(o, answer)
	case Sent:
		b.taken, b.ordinal = append(b.taken, o), append(b.ordinal, answer)
		return 1, nil
	default:
		final, mine, err = b.refused(o, at, answer)
	}
	if err == nil && !mine {
		b.stopped[d.Dispatch] = true
	}
	return final, err
}

// sent writes what servers have taken. They share a worker and, but for an odd
// case, a server and a stage.
func (b *batch) sent() error {
	type group struct{ server, stage, worker string }
	groups := make(map[group][]int)
	var order []group
	for i, o := range b.taken {
		g := group{o.Server, o.Stage, o.Delivery.claimedBy}
		if groups[g] == nil {
			order = append(order, g)
		}
		groups[g] = append(groups[g], i)
	}
	for _, g := range order {
		write := b.sentSQLite
		if b.ledger.db.Postgres() {
			write = b.sentPostgres
		}
		n, err := write(groups[g], g.server, g.stage, g.worker)
		if err != nil {
			return err
		}
		if n < len(groups[g]) {
			if err := b.late(groups[g]); err != nil {
				return err
			}
		}
	}
	return nil
}

// sentRow is what is written of a delivery that was taken.
func (b *batch) sentRow(i int) [9]any {
	o := b.taken[i]
	return [9]any{
		o.Delivery.ID, store.Micros(o.At), b.ordinal[i], o.Code, o.Enhanced, o.Reply,
		store.Micros(o.Message.Date), o.Message.Signature, o.Message.SHA256,
	}
}

// sentSQLite returns how many of the rows were in the worker's hands still.
func (b *batch) sentSQLite(which []int, server, stage, worker string) (changed int, err error) {
	for len(which) > 0 {
		query, n := sentTogether(len(which))
		args := append(make([]any, 0, 9*n+3), server, stage)
		for _, i := range which[:n] {
			row := b.sentRow(i)
			args = append(args, row[:]...)
		}
		res, err := b.stmt(query).ExecContext(b.ctx, append(args, worker)...)
		if err != nil {
			return 0, err
		}
		rows, err := res.RowsAffected()
		if err != nil {
			return 0, err
		}
		changed, which = changed+int(rows), which[n:]
	}
	return changed, nil
}

func (b *batch) sentPostgres(which []int, server, stage, worker string) (changed int, err error) {
	rows := make([][9]any, 0, len(which))
	for _, i := range which {
		rows = append(rows, b.sentRow(i))
	}
	list, err := json.Marshal(rows)
	if err != nil {
		return 0, err
	}
	res, err := b.stmt(sqlSentPostgres).ExecContext(b.ctx, server, stage, string(list), worker)
	if err != nil {
		return 0, err
	}
	n, err := res.RowsAffected()
	return int(n), err
}

// late writes those that were taken although they were no longer in the worker's
// hands, and stops their dispatches here.
func (b *batch) late(which []int) error {
	for _, i := range which {
		o := b.taken[i]
		m := o.Message
		if _, err := b.change(sqlYield, 1, o.Delivery.ID); err != nil {
			return err
		}
		_, err := b.change(sqlSentLate, store.Micros(o.At), b.ordinal[i], o.Server, o.Stage, o.Code, o.Enhanced, o.Reply,
			store.Micros(m.Date), m.Signature, m.SHA256, o.Delivery.ID)
		if err != nil {
			return err
		}
		b.stopped[o.Delivery.Dispatch] = true
	}
	return nil
}

// refused writes an attempt after which the message has not gone.
func (b *batch) refused(o *Outcome, at, answer int64) (final int64, mine bool, err error) {
	d := o.Delivery
	if _, err := b.stmt(sqlAttempt).ExecContext(b.ctx, d.ID, at, o.Server, o.Stage, o.Code, o.Enhanced, o.Reply); err != nil {
		return 0, false, err
	}
	state := deferred
	switch {
	case o.Result == Rejected:
		state, final = failed, 1
	case b.states[d.Dispatch] == Cancelled:
		state = cancelled // it was in flight when the rest was cancelled
	}
	doubtful := 0
	if state != failed && b.stopped[d.Dispatch] {
		doubtful = 1
	}
	mine, err = b.change(sqlRefused, doubtful, state, store.Micros(o.Next), at, final, answer, o.Server, o.Stage, o.Code, o.Enhanced, o.Reply,
		d.ID, d.claimedBy)
	return final, mine, err
}

// change runs a statement on one delivery and tells whether it was changed.
func (b *batch) change(query string, args ...any) (bool, error) {
	res, err := b.stmt(query).ExecContext(b.ctx, args...)
	if err != nil {
		return false, err
	}
	n, err := res.RowsAffected()
	return n > 0, err
}

// The breaker pauses a dispatch when its first answers are all final refusals,
// or a share of any run of answers is: a relay that refuses everyone is not a
// reason to write off a press list.
const (
	breakerFirst  = 20
	breakerWindow = 200
	breakerShare  = breakerWindow / 5
)

const breakerReason = "paused by itself: "

const (
	sqlFrom     = `SELECT answers_from FROM dispatch WHERE id = ?`
	sqlFailures = `SELECT COUNT(*), COALESCE(SUM(CASE WHEN answer > ? THEN 1 ELSE 0 END), 0) FROM delivery
		WHERE dispatch = ? AND state = 'failed' AND answer > ?`
	sqlMostOften = `SELECT code, enhanced, reply FROM delivery WHERE dispatch = ? AND state = 'failed' AND answer > ?
		GROUP BY code, enhanced, reply ORDER BY COUNT(*) DESC LIMIT 1`
	sqlPause = `UPDATE dispatch SET state = 'paused', reason = ?, updated_at = ? WHERE id = ? AND state = 'sending'`
)

func (b *batch) breaker(id string, answers int64) (bool, error) {
	var from, all, recent int64
	if err := b.stmt(sqlFrom).QueryRowContext(b.ctx, id).Scan(&from); err != nil {
		return false, err
	}
	if err := b.stmt(sqlFailures).QueryRowContext(b.ctx, answers-breakerWindow, id, from).Scan(&all, &recent); err != nil {
		return false, err
	}
	first := all >= breakerFirst && all == answers-from
	if !first && recent < breakerShare {
		return false, nil
	}
	var code int
	var enhanced, reply string
	if err := b.stmt(sqlMostOften).QueryRowContext(b.ctx, id, from).Scan(&code, &enhanced, &reply); err != nil {
		return false, err
	}
	reason := fmt.Sprintf("%s%d of %d answers were refusals, most of them: %s", breakerReason, all, answers-from,
		AnswerLine(code, enhanced, reply))
	return true, b.pause(id, reason, PausedItself)
}

// pause stops a dispatch, and tells the lead why.
func (b *batch) pause(id, reason string, e Event) error {
	if _, err := b.stmt(sqlPause).ExecContext(b.ctx, reason, store.Micros(b.ledger.now()), id); err != nil {
		return err
	}
	if err := doubt(b.ctx, b.tx, id); err != nil {
		return err
	}
	return b.ledger.tell(b.ctx, b.tx, id, e)
}
