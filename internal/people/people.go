// Package people is what journalists say about their own entry, and what machines
// say about an address: leaving and coming back, changed details, bounces and
// answers, export and erasure. It lives in the database, over whatever press
// lists say, and survives any re-import.
package people

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"pressroom/internal/agreement"
	"pressroom/internal/contacts"
	"pressroom/internal/embargo"
	"pressroom/internal/language"
	"pressroom/internal/ledger"
	"pressroom/internal/mail"
	"pressroom/internal/store"
)

// Desk is the people of one workspace.
type Desk struct {
	ledger    *ledger.Ledger
	db        *store.DB
	now       func() time.Time
	publicURL string // without a slash at its end; "" where nothing is public

	// Agreements are what is written down where an answer agrees; nil where none can.
	Agreements *agreement.Desk
	// Languages are those of the mails; nil is those of the program.
	Languages *language.Set
}

// New returns the people of a ledger's database.
func New(l *ledger.Ledger, now func() time.Time, publicURL string) *Desk {
	return &Desk{ledger: l, db: l.DB(), now: now, publicURL: publicURL}
}

// ErrUnknown is returned for a token or link that is not ours, or is used up.
var ErrUnknown = errors.New("this link is not valid")

// ErrErased is returned for a link of somebody whose data was erased.
var ErrErased = errors.New("this address is no longer known here")

// Visitor is who a link belongs to.
type Visitor struct {
	*ledger.Mailed
	Test bool // the link stood in a test mail: nothing is changed by it
}

// Masked is the address as a page may show it to whoever holds the link.
func (v *Visitor) Masked() string { return Mask(v.Address) }

// Mask hides most of an address: a•••@p•••.example.
func Mask(address string) string {
	local, domain, _ := strings.Cut(address, "@")
	name, rest := domain, ""
	if i := strings.LastIndexByte(domain, '.'); i > 0 {
		name, rest = domain[:i], domain[i:]
	}
	return first(local) + "•••@" + first(name) + "•••" + rest
}

func first(s string) string {
	for _, r := range s {
		return string(r)
	}
	return ""
}

// Visit finds out whose token it is.
func (d *Desk) Visit(ctx context.Context, purpose mail.Purpose, token string) (*Visitor, error) {
	key, err := d.ledger.Key(ctx)
	if err != nil {
		return nil, err
	}
	if purpose == mail.ForUndo {
		token, _, _ = strings.Cut(token, undoMark)
	}
	id, ok := mail.ParseToken(key, purpose, token)
	if !ok {
		return nil, ErrUnknown
	}
	m, err := d.ledger.Mailed(ctx, id)
	if errors.Is(err, ledger.ErrNotFound) {
		return nil, ErrUnknown
	}
	if err != nil {
		return nil, err
	}
	if m.Erased {
		return nil, ErrErased
	}
	return &Visitor{Mailed: m, Test: m.Kind == embargo.Test}, nil
}

// Changes are all that journalists have changed, by address key.
func (d *Desk) Changes(ctx context.Context) (map[string]contacts.Change, error) {
	rows, err := d.db.Reader().QueryContext(ctx, `SELECT address_key, fields FROM override`)
	if err != nil {
		return nil, fmt.Errorf("reading what journalists changed: %w", err)
	}
	defer rows.Close()
	out := make(map[string]contacts.Change)
	for rows.Next() {
		var key, fields string
		if err := rows.Scan(&key, &fields); err != nil {
			return nil, fmt.Errorf("reading what journalists changed: %w", err)
		}
		var c contacts.Change
		if err := json.Unmarshal([]byte(fields), &c); err != nil {
			return nil, fmt.Errorf("reading what journalists changed: %w", err)
		}
		out[key] = c
	}
	return out, rows.Err()
}

// change is what one journalist has changed.
func change(ctx context.Context, q store.Querier, key string) (contacts.Change, error) {
	var c contacts.Change
	var fields string
	err := q.QueryRowContext(ctx, `SELECT fields FROM override WHERE address_key = ?`, key).Scan(&fields)
	if errors.Is(err, sql.ErrNoRows) {
		return c, nil
	}
	if err != nil {
		return c, fmt.Errorf("reading what a journalist changed: %w", err)
	}
	if err := json.Unmarshal([]byte(fields), &c); err != nil {
		return c, fmt.Errorf("reading what a journalist changed: %w", err)
	}
	return c, nil
}

func (d *Desk) setChange(ctx context.Context, tx *store.Tx, key string, c contacts.Change) error {
	fields, err := json.Marshal(c)
	if err != nil {
		return fmt.Errorf("keeping a change: %w", err)
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO override (address_key, fields, at) VALUES (?, ?, ?)
		ON CONFLICT (address_key) DO UPDATE SET fields = excluded.fields, at = excluded.at`, key, string(fields), store.Micros(d.now()))
	if err != nil {
		return fmt.Errorf("keeping a change: %w", err)
	}
	return nil
}
