package people

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"time"

	"pressroom/internal/contacts"
	"pressroom/internal/jobs"
	"pressroom/internal/language"
	"pressroom/internal/ledger"
	"pressroom/internal/mail"
	"pressroom/internal/store"
)

const (
	linkFor   = 24 * time.Hour   // how long a mailed link works
	linkAgain = 10 * time.Minute // how soon another one is mailed
)

// AskForLink mails a link to the address that a token belongs to, with which the
// details can be changed once. Whoever holds a forwarded release can ask, and the
// mail goes to the journalist. Within ten minutes of one, no other is mailed.
func (d *Desk) AskForLink(ctx context.Context, token string) (*Visitor, error) {
	v, err := d.Visit(ctx, mail.ForDetails, token)
	if err != nil || v.Test || d.publicURL == "" {
		return v, err
	}
	var b [24]byte
	rand.Read(b[:])
	secret := hex.EncodeToString(b[:])
	cat := d.Languages.ForReader(v.Language)
	now := d.now()
	return v, d.db.Tx(ctx, func(tx *store.Tx) error {
		var recent int
		err := tx.QueryRowContext(ctx, `SELECT COUNT(*) FROM link WHERE address_key = ? AND made_at > ?`, v.Key, store.Micros(now.Add(-linkAgain))).Scan(&recent)
		if err != nil {
			return fmt.Errorf("making a link: %w", err)
		}
		if recent > 0 {
			return nil
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO link (digest, address_key, address, delivery, made_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)`,
			digest(secret), v.Key, v.Address, v.Delivery, store.Micros(now), store.Micros(now.Add(linkFor)))
		if err != nil {
			return fmt.Errorf("making a link: %w", err)
		}
		return jobs.Insert(ctx, d.db, tx, jobs.Notice{
			To: v.Address, Language: v.Language, Subject: cat.Page(language.DetailsSubject),
			Text: cat.Page(language.DetailsMail) + "\n" + d.publicURL + MePath + secret + "\n",
			Name: "details/" + digest(secret)[:24],
		})
	})
}

func digest(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}

// Own is somebody with a link to their own details.
type Own struct {
	Key, Address, Language string
	Change                 contacts.Change // what they have changed so far
	delivery               int64
}

// OpenLink finds whose details a mailed link opens. It does not use the link up:
// programs open links too.
func (d *Desk) OpenLink(ctx context.Context, secret string) (*Own, error) {
	return d.open(ctx, d.db.Reader(), secret)
}

func (d *Desk) open(ctx context.Context, q store.Querier, secret string) (*Own, error) {
	var o Own
	var expires, used int64
	err := q.QueryRowContext(ctx, `SELECT address_key, address, delivery, expires_at, used_at FROM link WHERE digest = ?`, digest(secret)).
		Scan(&o.Key, &o.Address, &o.delivery, &expires, &used)
	if errors.Is(err, sql.ErrNoRows) || err == nil && (used != 0 || d.now().After(store.Time(expires))) {
		return nil, ErrUnknown
	}
	if err != nil {
		return nil, fmt.Errorf("opening a link: %w", err)
	}
	if o.Change, err = change(ctx, q, o.Key); err != nil {
		return nil, err
	}
	err = q.QueryRowContext(ctx, `SELECT language FROM delivery WHERE id = ?`, o.delivery).Scan(&o.Language)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return &o, err
}

// Save keeps what the holder of a link has changed, and uses the link up. An
// address that replaces theirs is not theirs to set here.
func (d *Desk) Save(ctx context.Context, secret string, c contacts.Change) (*Own, error) {
	own, err := d.OpenLink(ctx, secret) // what is no link of ours waits for no writer
	if err != nil {
		return nil, err
	}
	err = d.db.Tx(ctx, func(tx *store.Tx) (err error) {
		if own, err = d.open(ctx, tx, secret); err != nil {
			return err
		}
		c.Email = own.Change.Email
		if err := d.setChange(ctx, tx, own.Key, c); err != nil {
			return err
		}
		own.Change = c
		_, err = tx.ExecContext(ctx, `UPDATE link SET used_at = ? WHERE digest = ?`, store.Micros(d.now()), digest(secret))
		if err != nil {
			return fmt.Errorf("using a link up: %w", err)
		}
		return nil
	})
	return own, err
}

// Replace makes every later mailing to one address go to another, whatever lists
// say. The old one is suppressed, as it no longer works.
func (d *Desk) Replace(ctx context.Context, key, address string) error {
	newKey, err := contacts.AddressKey(address)
	if err != nil {
		return err
	}
	if newKey == key {
		return errors.New("both are the same address")
	}
	err = d.db.Tx(ctx, func(tx *store.Tx) error {
		c, err := change(ctx, tx, key)
		if err != nil {
			return err
		}
		c.Email = address
		if err := d.setChange(ctx, tx, key, c); err != nil {
			return err
		}
		if _, err = tx.ExecContext(ctx, `UPDATE reply SET open = 0 WHERE address_key = ?`, key); err != nil {
			return err
		}
		if err := d.ledger.MoveIn(ctx, tx, key, newKey, address); err != nil {
			return err
		}
		return d.ledger.SuppressIn(ctx, tx, key, ledger.ByHand, "replaced by "+address)
	})
	return err
}
