// Package links is who gets in by a mailed link.
//
// Programs open every link before people do, and mails are sent on. So a link that
// was mailed shows nothing until somebody presses its button: Open lets the first
// browser in, which Knows it from then on. A further browser is not let in: a fresh
// link is mailed to the address that the link belongs to, with a code beside it for
// Enter. Whoever has that mailbox gets in; nobody else does.
//
// What a link opens is a Subject: all links to it are one for a browser that was let
// in. Tokens are random, kept as digests and compared in constant time.
package links

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"database/sql"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"math/big"
	"net/url"
	"strconv"
	"strings"
	"time"

	"pressroom/internal/jobs"
	"pressroom/internal/language"
	"pressroom/internal/ledger"
	"pressroom/internal/notices"
	"pressroom/internal/store"
)

// How long what works.
const (
	BrowserFor = 30 * 24 * time.Hour // a browser that was let in
	TicketFor  = 2 * time.Hour       // the forms of a page, where no cookie is kept
	CodeFor    = 10 * time.Minute    // a mailed code

	codeTries    = 5
	mailsAnHour  = 3
	askOnceIn    = 2 * time.Minute // a button pressed twice mails once
	codeDigits   = 6
	secretLength = 43 // of what Secret makes
)

// Link is a mailed link that somebody holds.
type Link struct {
	Purpose string // which Issuer makes further ones
	Of      string // what the Issuer knows it by
	Token   string // the secret in its address
	Subject string // what it opens, and for whom
	// Mailed is for a link that stands where others read it too, as in a release
	// that is sent on: its button always mails a link, and lets nobody in.
	Mailed bool
}

func (l Link) name() string { return l.Purpose + "/" + digest(l.Token) }

// Issuer makes further links of one purpose.
type Issuer interface {
	// Again makes one more link to what another one opens, for the same person. It
	// returns nil where that opens nothing any more.
	Again(ctx context.Context, tx *store.Tx, of string) (*Fresh, error)
}

// Fresh is a link that is to be mailed.
type Fresh struct {
	URL      string
	To       string // an address (RFC 5322)
	Language string // of the mail (BCP 47)
	ReplyTo  string
	// CodeIn names the part of the link's query that has the mail's code in it; "" where
	// the link opens without.
	CodeIn string
}

// Desk is the mailed links of one workspace.
type Desk struct {
	ledger       *ledger.Ledger
	db           *store.DB
	now          func() time.Time
	organization string
	issuers      map[string]Issuer
	// Languages are those of the workspace; nil is those of the program.
	Languages *language.Set
}

// New returns the mailed links of a ledger's database. Mails say that they come from
// the organization; issuers make links, by their purpose.
func New(l *ledger.Ledger, now func() time.Time, organization string, issuers map[string]Issuer) *Desk {
	return &Desk{ledger: l, db: l.DB(), now: now, organization: organization, issuers: issuers}
}

// Secret makes a random token of 256 bits.
func Secret() string {
	var b [32]byte
	rand.Read(b[:])
	return base64.RawURLEncoding.EncodeToString(b[:])
}

func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}

// Knows tells whether a browser was let in to a subject, by what it was given.
func (d *Desk) Knows(ctx context.Context, subject, browser string) (bool, error) {
	if len(browser) != secretLength {
		return false, nil
	}
	var n int
	err := d.db.Reader().QueryRowContext(ctx, `SELECT COUNT(*) FROM link_browser WHERE subject = ? AND browser = ? AND until_at > ?`,
		digest(subject), digest(browser), store.Micros(d.now())).Scan(&n)
	if err != nil {
		return false, fmt.Errorf("looking for a browser: %w", err)
	}
	return n > 0, nil
}

// Ticket is what the forms of a page carry that was shown to somebody who was let
// in: with it they are let in for two hours, though their browser keep no cookie.
func (d *Desk) Ticket(ctx context.Context, subject string) (string, error) {
	until := strconv.FormatInt(d.now().Add(TicketFor).Unix(), 36)
	code, err := d.mac(ctx, "ticket", subject, until)
	return until + "." + code, err
}

// Holds tells whether a ticket is one to a subject, and good.
func (d *Desk) Holds(ctx context.Context, subject, ticket string) (bool, error) {
	until, code, ok := strings.Cut(ticket, ".")
	if !ok || len(ticket) > 100 {
		return false, nil
	}
	at, err := strconv.ParseInt(until, 36, 64)
	if err != nil || d.now().After(time.Unix(at, 0)) {
		return false, nil
	}
	want, err := d.mac(ctx, "ticket", subject, until)
	return err == nil && hmac.Equal([]byte(code), []byte(want)), err
}

// mac is a code that only this workspace's key makes.
func (d *Desk) mac(ctx context.Context, parts ...string) (string, error) {
	key, err := d.ledger.Key(ctx)
	if err != nil {
		return "", err
	}
	h := hmac.New(sha256.New, key)
	h.Write([]byte("link"))
	for _, p := range parts {
		fmt.Fprintf(h, "%d:%s", len(p), p)
	}
	return base64.RawURLEncoding.EncodeToString(h.Sum(nil)), nil
}

// Entry is what came of a button or a code.
type Entry struct {
	// Browser is what lets this browser in from now on; "" if it was not let in.
	Browser string
	// Asked names the mail that was sent instead, for Enter; "" where none is on
	// its way, since as many as an hour allows were mailed already.
	Asked string
	// Tries is how many more times a wrong code may be followed by another.
	Tries int
}

// In tells whether the browser was let in.
func (e *Entry) In() bool { return e.Browser != "" }

// Open is the button of a link. The first browser is let in; for another a fresh
// link is mailed to whom the link belongs to. visit is what the page with the button
// held, so that the same page sent twice is answered the same.
func (d *Desk) Open(ctx context.Context, l Link, visit string) (*Entry, error) {
	e := new(Entry)
	known, err := d.Knows(ctx, l.Subject, visit)
	if err != nil {
		return nil, err
	}
	// The key is made in a transaction of its own, so before the one below.
	if _, err := d.ledger.Key(ctx); err != nil {
		return nil, err
	}
	err = d.db.Tx(ctx, func(tx *store.Tx) error {
		now := store.Micros(d.now())
		if _, err := tx.ExecContext(ctx, `DELETE FROM link_browser WHERE until_at < ?`, now); err != nil {
			return fmt.Errorf("opening a link: %w", err)
		}
		if !known && !l.Mailed {
			done, err := tx.ExecContext(ctx, `INSERT INTO link_open (link, at) VALUES (?, ?) ON CONFLICT (link) DO NOTHING`, l.name(), now)
			if err != nil {
				return fmt.Errorf("opening a link: %w", err)
			}
			n, err := done.RowsAffected()
			if err != nil {
				return fmt.Errorf("opening a link: %w", err)
			}
			known = n == 1
		}
		if known {
			return d.admit(ctx, tx, e, l.Subject, visit)
		}
		return d.ask(ctx, tx, e, l, visit)
	})
	return e, err
}

// admit lets a browser in.
func (d *Desk) admit(ctx context.Context, tx *store.Tx, e *Entry, subject, visit string) error {
	browser := Secret()
	for secret, until := range map[string]time.Duration{browser: BrowserFor, visit: TicketFor} {
		if len(secret) != secretLength {
			continue
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO link_browser (subject, browser, until_at) VALUES (?, ?, ?)
			ON CONFLICT (subject, browser) DO UPDATE SET until_at = excluded.until_at`,
			digest(subject), digest(secret), store.Micros(d.now().Add(until)))
		if err != nil {
			return fmt.Errorf("letting a browser in: %w", err)
		}
	}
	e.Browser = browser
	return nil
}

// ask has a fresh link mailed, unless enough were within the hour.
func (d *Desk) ask(ctx context.Context, tx *store.Tx, e *Entry, l Link, visit string) error {
	now := d.now()
	since := func(ago time.Duration) int64 { return store.Micros(now.Add(-ago)) }
	if len(visit) != secretLength {
		visit = Secret()
	}
	var mailed int
	var same int64 // when this visit asked just before
	err := tx.QueryRowContext(ctx, `SELECT COUNT(*), COALESCE(MAX(CASE WHEN visit = ? AND asked_at > ? THEN asked_at END), 0)
		FROM link_code WHERE subject = ? AND asked_at > ?`,
		digest(visit), since(askOnceIn), digest(l.Subject), since(time.Hour)).Scan(&mailed, &same)
	if err != nil {
		return fmt.Errorf("asking for a link: %w", err)
	}
	at := store.Micros(now)
	if same > 0 {
		at = same
	}
	// What the page holds is made of visit and time, so that a button pressed twice
	// leads to the same code.
	asked, err := d.mac(ctx, "asked", visit, l.Subject, strconv.FormatInt(at, 36))
	if err != nil {
		return err
	}
	if same > 0 {
		e.Asked = asked
		return nil
	}
	if mailed >= mailsAnHour {
		return nil
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO link_code (id, subject, visit, asked_at) VALUES (?, ?, ?, ?)`,
		digest(asked), digest(l.Subject), digest(visit), at)
	if err != nil {
		return fmt.Errorf("asking for a link: %w", err)
	}
	e.Asked, e.Tries = asked, codeTries
	return jobs.Insert(ctx, d.db, tx, FreshLink{
		Purpose: l.Purpose, Of: l.Of, Asked: digest(asked), Name: fmt.Sprintf("link/%s/%d", digest(asked)[:24], at),
	})
}

// Enter lets a browser in by the code of the mail that it has asked for. Each try
// counts, right or wrong.
func (d *Desk) Enter(ctx context.Context, l Link, asked, code, visit string) (*Entry, error) {
	e := &Entry{Asked: asked}
	code = strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, code)
	if _, err := d.ledger.Key(ctx); err != nil { // as in Open
		return nil, err
	}
	err := d.db.Tx(ctx, func(tx *store.Tx) error {
		var want string
		var tries int
		err := tx.QueryRowContext(ctx, `UPDATE link_code SET tries = tries + 1
			WHERE id = ? AND subject = ? AND tries < ? AND code <> '' AND expires_at > ?
			RETURNING code, tries`, digest(asked), digest(l.Subject), codeTries, store.Micros(d.now())).Scan(&want, &tries)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("reading a code: %w", err)
		}
		e.Tries = codeTries - tries
		got, err := d.mac(ctx, "code", digest(asked), code)
		if err != nil || subtle.ConstantTimeCompare([]byte(got), []byte(want)) != 1 {
			return err
		}
		if _, err := tx.ExecContext(ctx, `UPDATE link_code SET code = '' WHERE id = ?`, digest(asked)); err != nil {
			return fmt.Errorf("using a code up: %w", err)
		}
		return d.admit(ctx, tx, e, l.Subject, visit)
	})
	return e, err
}

// Letter composes the mail with a fresh link when it is sent, so that neither link
// nor code is kept anywhere. It returns nil for one that nobody needs any more.
func (d *Desk) Letter(ctx context.Context, j FreshLink) (*notices.Notice, error) {
	issuer, ok := d.issuers[j.Purpose]
	if !ok {
		return nil, fmt.Errorf("mailing a link: nobody makes links for %q", j.Purpose)
	}
	n, err := rand.Int(rand.Reader, big.NewInt(1_000_000))
	if err != nil {
		return nil, fmt.Errorf("making a code: %w", err)
	}
	code := fmt.Sprintf("%0*d", codeDigits, n)
	kept, err := d.mac(ctx, "code", j.Asked, code)
	if err != nil {
		return nil, err
	}
	var out *notices.Notice
	err = d.db.Tx(ctx, func(tx *store.Tx) error {
		fresh, err := issuer.Again(ctx, tx, j.Of)
		if err != nil || fresh == nil {
			return err
		}
		done, err := tx.ExecContext(ctx, `UPDATE link_code SET code = ?, expires_at = ?, tries = 0 WHERE id = ?`,
			kept, store.Micros(d.now().Add(CodeFor)), j.Asked)
		if err != nil {
			return fmt.Errorf("keeping a code: %w", err)
		}
		if n, err := done.RowsAffected(); err != nil || n == 0 {
			return err
		}
		if fresh.CodeIn != "" {
			fresh.URL += "?" + url.Values{fresh.CodeIn: {code}}.Encode()
		}
		subject, text, tag := letter(d.Languages, fresh, d.organization, code)
		out = &notices.Notice{To: fresh.To, Subject: subject, Text: text, Language: tag, Name: j.Name, ReplyTo: fresh.ReplyTo}
		return nil
	})
	return out, err
}

// Forget drops all that is known of who got in to a subject.
func Forget(ctx context.Context, tx *store.Tx, subject string) error {
	for _, q := range []string{`DELETE FROM link_browser WHERE subject = ?`, `DELETE FROM link_code WHERE subject = ?`} {
		if _, err := tx.ExecContext(ctx, q, digest(subject)); err != nil {
			return fmt.Errorf("forgetting who got in: %w", err)
		}
	}
	return nil
}
