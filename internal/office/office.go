// Package office is who comes in to the press office from elsewhere: users, by a mailed
// code or a printed one, their sessions, and the trail of what is done there.
//
// Whoever types the address of a user has a mail sent to it, with a code and a link that
// has the code in it. Either opens the press office in the browser that asked, and in no
// other, by a button: programs that open links use nothing up. The roles are those of the
// settings at each request: who is taken out of them is out at once.
//
// Secrets are kept as digests. All methods may be called at once.
package office

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"

	"pressroom/internal/ledger"
	"pressroom/internal/links"
	"pressroom/internal/store"
	"pressroom/internal/workspace"
)

// How long what works.
const (
	SessionFor = 30 * 24 * time.Hour // from coming in
	IdleFor    = 7 * 24 * time.Hour  // since a page was looked at last
	AskedFor   = links.CodeFor       // a mailed code

	seenEvery = time.Minute // how often it is written down that a session is in use
	agentMost = 200         // bytes of what a browser calls itself
)

// Desk is the door of one press office.
type Desk struct {
	db       *store.DB
	now      func() time.Time
	settings *workspace.Settings
	links    *links.Desk
	provider *Provider // nil where there is none
}

// New returns the door of a press office. Mail must be called before anybody can come in.
func New(l *ledger.Ledger, now func() time.Time, s *workspace.Settings) *Desk {
	return &Desk{db: l.DB(), now: now, settings: s}
}

// Mail has codes mailed by d, which was made with the Desk as issuer of LinkPurpose.
func (d *Desk) Mail(by *links.Desk) { d.links = by }

// Open tells whether anybody can come in.
func (d *Desk) Open() bool { return len(d.settings.Users) > 0 && d.settings.Server.PublicURL != "" }

// LinkPurpose is what links to the press office are for.
const LinkPurpose = "office"

// Paths below the public address.
const (
	Path   = "/office"
	SignIn = "/in"
)

// link is what a user's mails belong to. It lets nobody in by itself.
func link(email string) links.Link {
	return links.Link{Purpose: LinkPurpose, Of: email, Subject: LinkPurpose + "/" + email, Mailed: true}
}

// Again is the link of a mail: it opens nothing without the code that is put into it, and
// the browser that asked for it.
func (d *Desk) Again(_ context.Context, _ *store.Tx, email string) (*links.Fresh, error) {
	u, ok := d.settings.User(email)
	if !ok || !d.Open() {
		return nil, nil // was taken out since
	}
	return &links.Fresh{
		URL: d.settings.Server.PublicURL + Path + SignIn, To: u.Email, Language: d.settings.Organization.Language, CodeIn: "code",
	}, nil
}

// Ask has a code mailed to a user. What it returns is for the browser that asked, to be
// given with the code; it does not tell whether anybody has that address, nor whether
// enough was mailed within the hour.
func (d *Desk) Ask(ctx context.Context, email string) (asked string, err error) {
	u, ok := d.settings.User(email)
	if !ok {
		return links.Secret(), nil
	}
	e, err := d.links.Open(ctx, link(u.Email), links.Secret())
	if err != nil {
		return "", err
	}
	if e.Asked == "" {
		return links.Secret(), nil
	}
	return e.Asked, nil
}

// Visit is from where somebody comes.
type Visit struct {
	Origin string // address
	Agent  string // what their browser calls itself
}

// Enter lets a user in by the code that was mailed for what Ask returned. The secret is
// for their browser's cookie; it is "" where the code is wrong, too old, used, or was
// tried too often.
func (d *Desk) Enter(ctx context.Context, email, asked, code string, v Visit) (secret string, err error) {
	u, ok := d.settings.User(email)
	if !ok {
		return "", d.refused(ctx, email, v)
	}
	e, err := d.links.Enter(ctx, link(u.Email), asked, code, "")
	if err != nil {
		return "", err
	}
	if !e.In() {
		return "", d.refused(ctx, u.Email, v)
	}
	err = d.db.Tx(ctx, func(tx *store.Tx) error {
		secret, err = d.begin(ctx, tx, u, v, "sign in")
		return err
	})
	return secret, err
}

// refused keeps that somebody did not get in.
func (d *Desk) refused(ctx context.Context, email string, v Visit) error {
	return d.db.Tx(ctx, func(tx *store.Tx) error {
		return d.keep(ctx, tx, links.Secret(), Deed{Name: clip(email), Act: "sign in", Path: SignIn, Origin: v.Origin, Status: refusedStatus})
	})
}

// As HTTP has it.
const (
	doneStatus    = 200
	refusedStatus = 403
)

// begin starts a session, always with a secret of its own.
func (d *Desk) begin(ctx context.Context, tx *store.Tx, u workspace.User, v Visit, act string) (secret string, err error) {
	secret, now := links.Secret(), d.now()
	if _, err := tx.ExecContext(ctx, `DELETE FROM office_session WHERE made_at < ? OR seen_at < ?`,
		store.Micros(now.Add(-SessionFor)), store.Micros(now.Add(-IdleFor))); err != nil {
		return "", fmt.Errorf("forgetting old sessions: %w", err)
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO office_session (id, email, made_at, seen_at, origin, agent) VALUES (?, ?, ?, ?, ?, ?)`,
		digest(secret), u.Email, store.Micros(now), store.Micros(now), v.Origin, clip(v.Agent))
	if err != nil {
		return "", fmt.Errorf("letting somebody in: %w", err)
	}
	err = d.keep(ctx, tx, links.Secret(), Deed{
		Name: u.Email, Role: u.Role, Act: act, Path: SignIn, Origin: v.Origin, Status: doneStatus,
	})
	return secret, err
}

// clip keeps a page of our own from being filled by what a stranger sends.
func clip(s string) string {
	if len(s) > agentMost {
		s = s[:agentMost]
	}
	clean := make([]rune, 0, len(s))
	for _, r := range s {
		if r >= ' ' && r != 0x7f && r != 0xfffd {
			clean = append(clean, r)
		}
	}
	return string(clean)
}

func digest(secret string) string {
	sum := sha256.Sum256([]byte("office " + secret))
	return hex.EncodeToString(sum[:])
}
