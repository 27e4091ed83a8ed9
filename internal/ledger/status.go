package ledger

import (
	"context"
	"fmt"
	"strings"
	"time"

	"pressroom/internal/store"
)

// Counts says how many deliveries are in each state; the total is their sum.
type Counts struct {
	Total, Queued, Asked, Sent, Deferred, InDoubt, Failed, Suppressed, Cancelled int
}

// Counts counts the deliveries of a dispatch. What a worker has in hand counts
// as queued.
func (l *Ledger) Counts(ctx context.Context, id string) (Counts, error) {
	return counted(ctx, l.db.Reader(), id)
}

func counted(ctx context.Context, q store.Querier, id string) (Counts, error) {
	rows, err := q.QueryContext(ctx, `SELECT state, COUNT(*) FROM delivery WHERE dispatch = ? GROUP BY state`, id)
	if err != nil {
		return Counts{}, fmt.Errorf("counting the deliveries of %s: %w", id, err)
	}
	defer rows.Close()
	var c Counts
	for rows.Next() {
		var state string
		var n int
		if err := rows.Scan(&state, &n); err != nil {
			return Counts{}, fmt.Errorf("counting the deliveries of %s: %w", id, err)
		}
		c.Total += n
		switch state {
		case queued, claimed:
			c.Queued += n
		case asked:
			c.Asked += n
		case sent:
			c.Sent += n
		case deferred:
			c.Deferred += n
		case inDoubt:
			c.InDoubt += n
		case failed:
			c.Failed += n
		case suppressed:
			c.Suppressed += n
		case cancelled:
			c.Cancelled += n
		}
	}
	return c, rows.Err()
}

// Entry is one delivery as the ledger has it.
type Entry struct {
	ID                 int64
	Dispatch           string
	Address, Name      string
	Outlet             string
	Language, Template string
	Lists              string // with ; between
	State              string // queued, asked, sent, deferred, in_doubt, failed, suppressed, cancelled
	Attempts           int
	AnsweredAt         time.Time
	NextAttemptAt      time.Time
	Stage              string // of the last answer: connect, mail, rcpt, data, content, compose
	Code               int
	Enhanced, Reply    string
	Server             string
	Message            Message // what is kept of what was written to a server last
}

// Answer is the last answer in one line, as in "550 5.1.1 no such user".
func (e Entry) Answer() string {
	if e.Code == 0 {
		return e.Reply
	}
	return AnswerLine(e.Code, e.Enhanced, e.Reply)
}

// AnswerLine is a server's answer in one line, as in "550 5.1.1 no such user".
func AnswerLine(code int, enhanced, reply string) string {
	if code == 0 { // nobody answered
		return reply
	}
	return strings.Join(strings.Fields(fmt.Sprintf("%d %s %s", code, enhanced, reply)), " ")
}

// Entries lists the deliveries of a dispatch in the order of their answers,
// those without one last. With state set it lists only those.
func (l *Ledger) Entries(ctx context.Context, id, state string) ([]Entry, error) {
	return l.entries(ctx, `WHERE dispatch = ? AND (? = '' OR state = ?) ORDER BY answered_at IS NULL, answered_at, id`, id, state, state)
}

// Troubles lists the deliveries of a dispatch that failed, are in doubt or are to
// be tried again, in the order of their answers.
func (l *Ledger) Troubles(ctx context.Context, id string) ([]Entry, error) {
	return l.entries(ctx, `WHERE dispatch = ? AND state IN ('failed', 'in_doubt', 'deferred') ORDER BY answered_at IS NULL, answered_at, id`,
		id)
}

// LastAnswer is when the last answer of a dispatch came, zero if none has.
func (l *Ledger) LastAnswer(ctx context.Context, id string) (time.Time, error) {
	var at int64
	if err := l.db.Reader().QueryRowContext(ctx, `SELECT COALESCE(MAX(answered_at), 0) FROM delivery WHERE dispatch = ?`,
		id).Scan(&at); err != nil {
		return time.Time{}, fmt.Errorf("looking for the last answer of %s: %w", id, err)
	}
	return store.Time(at), nil
}

// History lists every delivery to an address, by its key.
func (l *Ledger) History(ctx context.Context, key string) ([]Entry, error) {
	return l.entries(ctx, `WHERE address_key = ? ORDER BY id`, key)
}

// EachEntry calls f for each delivery of a dispatch, in the order of their numbers, as
// they are read; what it is given is only good until it returns. The error of f ends it.
func (l *Ledger) EachEntry(ctx context.Context, id string, f func(*Entry) error) error {
	return l.eachEntry(ctx, f, `WHERE dispatch = ? ORDER BY id`, id)
}

func (l *Ledger) entries(ctx context.Context, where string, args ...any) ([]Entry, error) {
	var out []Entry
	err := l.eachEntry(ctx, func(e *Entry) error {
		out = append(out, *e)
		return nil
	}, where, args...)
	return out, err
}

func (l *Ledger) eachEntry(ctx context.Context, f func(*Entry) error, where string, args ...any) error {
	rows, err := l.db.Reader().QueryContext(ctx, `SELECT id, composed_at, signature, sha256, dispatch, address, name, outlet, language,
		template, lists, state, attempts, COALESCE(answered_at, 0), next_attempt_at, stage, code, enhanced, reply, server
		FROM delivery `+where, args...)
	if err != nil {
		return fmt.Errorf("listing deliveries: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		var e Entry
		var at, next, composed int64
		if err := rows.Scan(&e.ID, &composed, &e.Message.Signature, &e.Message.SHA256, &e.Dispatch, &e.Address, &e.Name, &e.Outlet, &e.Language,
			&e.Template, &e.Lists, &e.State, &e.Attempts, &at, &next, &e.Stage, &e.Code, &e.Enhanced, &e.Reply, &e.Server); err != nil {
			return fmt.Errorf("listing deliveries: %w", err)
		}
		if e.State == claimed {
			e.State = queued
		}
		e.AnsweredAt, e.NextAttemptAt = store.Time(at), store.Time(next)
		e.Message.Date = store.Time(composed)
		if err := f(&e); err != nil {
			return err
		}
	}
	return rows.Err()
}
