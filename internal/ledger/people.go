package ledger

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"net/mail"
	"slices"
	"strings"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/saying"
	"pressroom/internal/store"
)

// Mailed is the recipient of a delivery, as the pages and the inbox know them.
type Mailed struct {
	Delivery     int64
	Dispatch     string
	Kind         embargo.Kind
	Key, Address string
	Name         string
	Language     string
	Headline     string
	Sender       string
	Erased       bool
}

// Mailed finds a delivery by its number; ErrNotFound if there is none.
func (l *Ledger) Mailed(ctx context.Context, delivery int64) (*Mailed, error) {
	return l.mailed(ctx, `v.id = ?`, delivery)
}

// MailedLast finds the newest delivery to an address, by its key.
func (l *Ledger) MailedLast(ctx context.Context, key string) (*Mailed, error) {
	return l.mailed(ctx, `v.address_key = ? ORDER BY v.id DESC LIMIT 1`, key)
}

// EverMailed are the keys of all addresses that something was sent to, or may have been.
func (l *Ledger) EverMailed(ctx context.Context) (map[string]bool, error) {
	rows, err := l.db.Reader().QueryContext(ctx, `SELECT DISTINCT address_key FROM delivery WHERE state IN ('sent', 'in_doubt') OR lost > 0`)
	if err != nil {
		return nil, fmt.Errorf("looking for whom something was sent to: %w", err)
	}
	defer rows.Close()
	out := make(map[string]bool)
	for rows.Next() {
		var key string
		if err := rows.Scan(&key); err != nil {
			return nil, fmt.Errorf("looking for whom something was sent to: %w", err)
		}
		out[key] = true
	}
	return out, rows.Err()
}

// LastTaken is when the servers of addresses last took a message, by address key.
func (l *Ledger) LastTaken(ctx context.Context) (map[string]time.Time, error) {
	rows, err := l.db.Reader().QueryContext(ctx, `SELECT address_key, MAX(answered_at) FROM delivery
		WHERE state = 'sent' AND answered_at IS NOT NULL GROUP BY address_key`)
	if err != nil {
		return nil, fmt.Errorf("looking for what was taken last: %w", err)
	}
	defer rows.Close()
	out := make(map[string]time.Time)
	for rows.Next() {
		var key string
		var at int64
		if err := rows.Scan(&key, &at); err != nil {
			return nil, fmt.Errorf("looking for what was taken last: %w", err)
		}
		out[key] = store.Time(at)
	}
	return out, rows.Err()
}

// searched bounds how many deliveries FindMessage looks at, the newest first.
const searched = 1_000_000

// FindMessage returns the number of the newest delivery that is reports true for, given the
// dispatch of whose id its Message-ID is made, its address key and its sender,
// among those whose sender has one of the domains; 0 if there is none. One that was
// cancelled is returned where no other is.
func (l *Ledger) FindMessage(ctx context.Context, is func(dispatch, addressKey, sender string) bool, domains map[string]bool) (int64,
	error,
) {
	all, err := l.Dispatches(ctx, "")
	if err != nil {
		return 0, err
	}
	type maker struct{ messages, sender string }
	makers := make(map[string]maker)
	for _, d := range all {
		if a, err := mail.ParseAddress(d.Sender); err == nil && domains[strings.ToLower(a.Address[strings.LastIndexByte(a.Address, '@')+1:])] {
			makers[d.ID] = maker{d.Messages, a.Address}
		}
	}
	if len(makers) == 0 {
		return 0, nil
	}
	rows, err := l.db.Reader().QueryContext(ctx, `SELECT id, dispatch, address_key, state FROM delivery ORDER BY id DESC LIMIT ?`, searched)
	if err != nil {
		return 0, fmt.Errorf("looking for a message: %w", err)
	}
	defer rows.Close()
	var unsent int64 // of the same words, the newest that was not sent: a worker may have died over it
	for rows.Next() {
		var id int64
		var dispatch, key, state string
		if err := rows.Scan(&id, &dispatch, &key, &state); err != nil {
			return 0, fmt.Errorf("looking for a message: %w", err)
		}
		m, ok := makers[dispatch]
		switch {
		case !ok || !is(m.messages, key, m.sender):
		case state != "cancelled":
			return id, nil
		case unsent == 0:
			unsent = id
		}
	}
	return unsent, rows.Err()
}

func (l *Ledger) mailed(ctx context.Context, where string, arg any) (*Mailed, error) {
	var m Mailed
	err := l.db.Reader().QueryRowContext(ctx, `SELECT v.id, v.dispatch, d.kind, v.address_key, v.address, v.name, v.language, d.headline,
		d.sender
		FROM delivery v JOIN dispatch d ON d.id = v.dispatch WHERE `+where, arg).
		Scan(&m.Delivery, &m.Dispatch, &m.Kind, &m.Key, &m.Address, &m.Name, &m.Language, &m.Headline, &m.Sender)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, ErrNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("looking for a delivery: %w", err)
	}
	m.Erased = isErased(m.Key)
	return &m, nil
}

// erasedPrefix begins what stands in the place of an erased person's address.
const erasedPrefix = "erased:"

func isErased(key string) bool {
	return len(key) > len(erasedPrefix) && key[:len(erasedPrefix)] == erasedPrefix
}

// ErasedKey is what takes the place of an address that was erased: a digest that
// only the workspace's key can make, so that the address stays suppressed
// without being known.
func ErasedKey(workspaceKey []byte, key string) string {
	h := hmac.New(sha256.New, workspaceKey)
	h.Write([]byte("erased\x00" + key))
	return erasedPrefix + hex.EncodeToString(h.Sum(nil))
}

// ErrInFlight is returned where a message to a person is with a server at this
// moment.
var ErrInFlight = saying.Errorf("a message to them is in flight at this moment; try again in a minute")

// EraseIn takes a person out of deliveries, attempts and suppressions, inside a
// transaction. The address stays suppressed for good, under its ErasedKey. It
// returns in how many deliveries the person stood.
func (l *Ledger) EraseIn(ctx context.Context, tx *store.Tx, key string) (n int64, err error) {
	workspaceKey, err := keyIn(ctx, tx)
	if err != nil {
		return 0, err
	}
	erased := ErasedKey(workspaceKey, key)
	if err := suppress(ctx, tx, erased, Unsubscribed, wasErased, store.Micros(l.now())); err != nil {
		return 0, err
	}
	for _, q := range []string{
		`UPDATE delivery SET state = 'suppressed', worker = '' WHERE address_key = ?1 AND state IN ('queued', 'deferred', 'asked')`,
		`UPDATE attempt SET reply = '' WHERE delivery IN (SELECT id FROM delivery WHERE address_key = ?1)`,
		`DELETE FROM suppression WHERE address_key = ?1`,
	} {
		if _, err := tx.ExecContext(ctx, q, key); err != nil {
			return 0, err
		}
	}
	var inFlight int
	if err := tx.QueryRowContext(ctx, `SELECT COUNT(*) FROM delivery WHERE address_key = ? AND state = 'claimed'`,
		key).Scan(&inFlight); err != nil {
		return 0, err
	}
	if inFlight > 0 {
		return 0, ErrInFlight // its answer is yet to be written
	}
	// What was sent keeps its date and digest; the signature is of a text that names
	// the person only by its digest, too.
	res, err := tx.ExecContext(ctx, `UPDATE delivery SET address_key = ?, address = 'erased', name = '', outlet = '', reply = '',
		thread = '' WHERE address_key = ?`, erased, key)
	if err != nil {
		return 0, err
	}
	// The person's place in each round stays taken, under a name that says nothing.
	person, err := personOf(ctx, tx, key)
	if err != nil {
		return 0, err
	}
	nameless := ErasedKey(workspaceKey, person)
	for _, q := range []string{sqlPerson(), `UPDATE person SET person = ?2 WHERE person = ?1`} {
		if _, err := tx.ExecContext(ctx, q, person, nameless); err != nil {
			return 0, err
		}
	}
	if _, err := tx.ExecContext(ctx, `DELETE FROM person WHERE address_key = ?`, key); err != nil {
		return 0, err
	}
	return res.RowsAffected()
}

// Attempt is one try at a delivery that was refused, or whose answer was lost.
type Attempt struct {
	At              time.Time
	Delivery        int64
	Dispatch        string
	Address         string
	Server, Stage   string
	Code            int
	Enhanced, Reply string
}

// Attempts lists the attempts of a dispatch that did not succeed, by delivery and
// time; those that did are in its entries.
func (l *Ledger) Attempts(ctx context.Context, dispatch string) ([]Attempt, error) {
	return l.attempts(ctx, `d.dispatch = ?`, dispatch)
}

// AttemptsTo lists those to one address, by its key.
func (l *Ledger) AttemptsTo(ctx context.Context, key string) ([]Attempt, error) {
	return l.attempts(ctx, `d.address_key = ?`, key)
}

// EachAttempt calls f for each attempt that Attempts lists, as EachEntry does.
func (l *Ledger) EachAttempt(ctx context.Context, dispatch string, f func(*Attempt) error) error {
	return l.eachAttempt(ctx, f, `d.dispatch = ?`, dispatch)
}

func (l *Ledger) attempts(ctx context.Context, where string, arg any) ([]Attempt, error) {
	var out []Attempt
	err := l.eachAttempt(ctx, func(a *Attempt) error {
		out = append(out, *a)
		return nil
	}, where, arg)
	return out, err
}

func (l *Ledger) eachAttempt(ctx context.Context, f func(*Attempt) error, where string, arg any) error {
	rows, err := l.db.Reader().QueryContext(ctx, `SELECT a.at, a.delivery, d.dispatch, d.address, a.server, a.stage, a.code, a.enhanced,
		a.reply
		FROM attempt a JOIN delivery d ON d.id = a.delivery WHERE `+where+` ORDER BY a.delivery, a.at`, arg)
	if err != nil {
		return fmt.Errorf("listing attempts: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		var a Attempt
		var at int64
		if err := rows.Scan(&at, &a.Delivery, &a.Dispatch, &a.Address, &a.Server, &a.Stage, &a.Code, &a.Enhanced, &a.Reply); err != nil {
			return fmt.Errorf("listing attempts: %w", err)
		}
		a.At = store.Time(at)
		if err := f(&a); err != nil {
			return err
		}
	}
	return rows.Err()
}

// EraseMentionsIn takes an address out of what is said of other people in suppressions
// and attempts, inside a transaction.
func (l *Ledger) EraseMentionsIn(ctx context.Context, tx *store.Tx, key string) error {
	for _, q := range [][2]string{
		{`SELECT address_key, detail FROM suppression`, `UPDATE suppression SET detail = '' WHERE address_key = ?`},
		{`SELECT CAST(delivery AS TEXT), reply FROM attempt`, `UPDATE attempt SET reply = '' WHERE CAST(delivery AS TEXT) = ?`},
	} {
		if err := store.ClearMentions(ctx, tx, key, q[0], q[1]); err != nil {
			return err
		}
	}
	return nil
}

// LanguageOf is the language of a delivery, "" if there is no such delivery.
func LanguageOf(ctx context.Context, q store.Querier, delivery int64) (string, error) {
	var language string
	err := q.QueryRowContext(ctx, `SELECT language FROM delivery WHERE id = ?`, delivery).Scan(&language)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", fmt.Errorf("looking for a delivery: %w", err)
	}
	return language, nil
}

// DispatchesOf names the dispatch of each of these deliveries, as far as there are
// such.
func (l *Ledger) DispatchesOf(ctx context.Context, deliveries []int64) (map[int64]string, error) {
	wanted := slices.Clone(deliveries)
	slices.Sort(wanted)
	out := make(map[int64]string)
	for some := range slices.Chunk(slices.Compact(wanted), 500) {
		args := make([]any, len(some))
		for i, id := range some {
			args[i] = id
		}
		if err := l.dispatchesOf(ctx, out, args); err != nil {
			return nil, fmt.Errorf("looking for deliveries: %w", err)
		}
	}
	return out, nil
}

func (l *Ledger) dispatchesOf(ctx context.Context, out map[int64]string, ids []any) error {
	rows, err := l.db.Reader().QueryContext(ctx,
		`SELECT id, dispatch FROM delivery WHERE id IN (?`+strings.Repeat(", ?", len(ids)-1)+`)`, ids...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		var dispatch string
		if err := rows.Scan(&id, &dispatch); err != nil {
			return err
		}
		out[id] = dispatch
	}
	return rows.Err()
}
