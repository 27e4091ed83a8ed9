package people

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"time"

	"pressroom/internal/contacts"
	"pressroom/internal/ledger"
	"pressroom/internal/links"
	"pressroom/internal/store"
)

// linkFor is how long a mailed link works.
const linkFor = 24 * time.Hour

// LinkPurpose is what mailed links to somebody's details are for.
const LinkPurpose = "details"

// Subject is what links to the details of an address open.
func Subject(key string) string { return LinkPurpose + "/" + key }

// MailedLink is the link that stands in every release. Releases are sent on: it lets
// nobody in, and has another one mailed to whom the release was for.
func (v *Visitor) MailedLink(token string) links.Link {
	return links.Link{Purpose: LinkPurpose, Of: strconv.FormatInt(v.Delivery, 10), Token: token, Subject: Subject(v.Key), Mailed: true}
}

// MailedLink is a link that was mailed to its holder alone.
func (o *Own) MailedLink(secret string) links.Link {
	return links.Link{Purpose: LinkPurpose, Of: strconv.FormatInt(o.delivery, 10), Token: secret, Subject: Subject(o.Key)}
}

// Again makes a link to the details of whoever a delivery was for, which works once
// within a day.
func (d *Desk) Again(ctx context.Context, tx *store.Tx, delivery string) (*links.Fresh, error) {
	id, err := strconv.ParseInt(delivery, 10, 64)
	if err != nil || d.publicURL == "" {
		return nil, err
	}
	m, err := d.ledger.Mailed(ctx, id)
	if errors.Is(err, ledger.ErrNotFound) || err == nil && m.Erased {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	secret, now := links.Secret(), d.now()
	_, err = tx.ExecContext(ctx, `INSERT INTO link (digest, address_key, address, delivery, made_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)`,
		digest(secret), m.Key, m.Address, id, store.Micros(now), store.Micros(now.Add(linkFor)))
	if err != nil {
		return nil, fmt.Errorf("making a link: %w", err)
	}
	return &links.Fresh{URL: d.publicURL + MePath + secret, To: m.Address, Language: m.Language}, nil
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
	o.Language, err = ledger.LanguageOf(ctx, q, o.delivery)
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
		c.Email, c.Joined = own.Change.Email, own.Change.Joined
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

// Change keeps what somebody who was let in has changed of the entry of a key.
func (d *Desk) Change(ctx context.Context, key string, c contacts.Change) error {
	return d.db.Tx(ctx, func(tx *store.Tx) error {
		before, err := change(ctx, tx, key)
		if err != nil {
			return err
		}
		c.Email, c.Joined = before.Email, before.Joined
		return d.setChange(ctx, tx, key, c)
	})
}

// HonourIn writes down, inside a transaction, that whoever has an address honours
// embargoes from now on, whatever press lists say.
func (d *Desk) HonourIn(ctx context.Context, tx *store.Tx, key string) error {
	c, err := change(ctx, tx, key)
	if err != nil {
		return err
	}
	yes := true
	c.Embargo = &yes
	return d.setChange(ctx, tx, key, c)
}

// ErrNoAddress is returned where nobody says what the new address is.
var ErrNoAddress = errors.New("the reply names no other address")

// ReplaceNamed is Replace for the address that a reply is about, by its number: with
// the one that the reply names, unless another is given. It returns both. Where
// there is no such reply it is ErrUnknown.
func (d *Desk) ReplaceNamed(ctx context.Context, id int64, address string) (key, to string, err error) {
	r, err := d.Reply(ctx, id)
	if err != nil {
		return "", "", err
	}
	if address == "" {
		address = r.Replacement
	}
	return r.Key, address, d.Replace(ctx, r.Key, address)
}

// Replace makes every later mailing to one address go to another, whatever lists
// say. The old one is suppressed, as it no longer works.
func (d *Desk) Replace(ctx context.Context, key, address string) error {
	if address == "" {
		return ErrNoAddress
	}
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
		if c.Joined, err = d.ledger.KnownIn(ctx, tx, newKey); err != nil {
			return err
		}
		if err := d.setChange(ctx, tx, key, c); err != nil {
			return err
		}
		if _, err = tx.ExecContext(ctx, `UPDATE reply SET open = 0 WHERE address_key = ?`, key); err != nil {
			return err
		}
		if err := d.ledger.MoveIn(ctx, tx, key, newKey, address); err != nil {
			return err
		}
		return d.ledger.SuppressIn(ctx, tx, key, ledger.ByHand, replacedBy(address))
	})
	return err
}

func replacedBy(address string) string { return "replaced by " + address }

// ErrNotReplaced is returned where no other address stands in the place of one.
var ErrNotReplaced = errors.New("no other address is mailed instead of this one")

// TakeBack takes a Replace back: the address itself is mailed from now on, and the reply
// by which it was replaced, by its number, waits for the lead again; 0 for none. What
// waits for the person goes to the old address, unless the new one is somebody's in its
// own right: listed says that a press list names it. It returns the address that is no
// longer mailed instead.
func (d *Desk) TakeBack(ctx context.Context, key string, reply int64, listed func(key string) bool) (instead string, err error) {
	err = d.db.Tx(ctx, func(tx *store.Tx) error {
		c, err := change(ctx, tx, key)
		if err != nil {
			return err
		}
		if instead = c.Email; instead == "" {
			return ErrNotReplaced
		}
		newKey, err := contacts.AddressKey(instead)
		if err != nil {
			return err
		}
		if err := d.ledger.MoveBackIn(ctx, tx, key, newKey, c.Joined || listed(newKey)); err != nil {
			return err
		}
		c.Email, c.Joined = "", false
		if err := d.setChange(ctx, tx, key, c); err != nil {
			return err
		}
		if err := d.ledger.AllowIn(ctx, tx, key, ledger.ByHand, replacedBy(instead)); err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `UPDATE reply SET open = 1 WHERE id = ? AND address_key = ?`, reply, key)
		return err
	})
	return instead, err
}
