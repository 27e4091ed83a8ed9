package coalition

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"pressroom/internal/links"
	"pressroom/internal/store"
)

// LinkPurpose is what mailed links to the portal are for.
const LinkPurpose = "quote"

// MailedLink is the link that somebody has come by with a secret.
func (v *Visit) MailedLink(secret string) links.Link {
	return links.Link{
		Purpose: LinkPurpose, Of: digest(secret), Token: secret,
		Subject: fmt.Sprintf("%s/%d/%s", LinkPurpose, v.Request.ID, strings.ToLower(email(v.Person))),
	}
}

// Again makes one more link for whom another belongs to, by that one's digest.
func (d *Desk) Again(ctx context.Context, tx *store.Tx, of string) (*links.Fresh, error) {
	var id, revoked int64
	var person string
	err := tx.QueryRowContext(ctx, `SELECT request, person, revoked_at FROM quote_link WHERE digest = ?`, of).Scan(&id, &person, &revoked)
	if errors.Is(err, sql.ErrNoRows) || d.publicURL == "" {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("making a link: %w", err)
	}
	r, err := locked(ctx, tx, id)
	if err != nil {
		return nil, err
	}
	if _, err := d.byLink(ctx, tx, r, &link{request: id, person: person, digest: of, revoked: revoked != 0}); errors.Is(err, ErrUnknown) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	secret, err := d.newLink(ctx, tx, id, person)
	if err != nil {
		return nil, err
	}
	org, _ := d.org(r.Org)
	tag := cmp.Or(org.Language, d.workspace.Settings.Organization.Language)
	return &links.Fresh{URL: d.publicURL + Path + secret, To: person, Language: tag, ReplyTo: r.Asker}, nil
}

// handedOnAnHour is how many links of their own colleagues get by one link.
const handedOnAnHour = 5

// Colleague mails a link of their own to somebody at the same organization who came
// by the link of another. An address elsewhere gets none, nor does one at a house
// where anybody can have a mailbox; neither is an error, and neither is told.
func (d *Desk) Colleague(ctx context.Context, secret, to string) error {
	address := email(to)
	_, err := d.act(ctx, secret, 0, inTime, func(tx *store.Tx, v *Visit) error {
		if !sameDomain(address, v.Org.Contact) || openToAll[domain(address)] {
			return nil
		}
		e := v.event(WasHandedOn)
		e.Actor, e.Detail = address, address
		return d.handOn(ctx, tx, v, e)
	})
	if errors.Is(err, ErrState) {
		return nil
	}
	return err
}

// handOn records that a colleague is to have a link of their own, and mails it.
func (d *Desk) handOn(ctx context.Context, tx *store.Tx, v *Visit, e *Event) error {
	var n int
	err := tx.QueryRowContext(ctx, `SELECT COUNT(*) FROM quote_event WHERE slug = ? AND org = ? AND what = ? AND at > ?`,
		e.Slug, e.Org, WasHandedOn, store.Micros(d.now().Add(-time.Hour))).Scan(&n)
	if err != nil {
		return fmt.Errorf("handing a link on: %w", err)
	}
	if n >= handedOnAnHour {
		return RefusePartner(ErrState, "refused_handed_on", "n", n)
	}
	if err := d.append(ctx, tx, e); err != nil {
		return err
	}
	return d.letter(ctx, tx, v.Request.ID, e.Detail, LetterHandedOn, fmt.Sprint(e.Number), e.Number)
}

// openToAll are houses where anybody can have a mailbox: an address there says
// nothing of whom somebody works for.
var openToAll = map[string]bool{
	"gmail.com": true, "googlemail.com": true, "outlook.com": true, "hotmail.com": true, "live.com": true, "msn.com": true, "yahoo.com": true,
	"icloud.com": true, "me.com": true, "mac.com": true, "aol.com": true, "proton.me": true, "protonmail.com": true, "gmx.net": true,
	"gmx.de": true, "web.de": true, "t-online.de": true, "orange.fr": true, "free.fr": true, "laposte.net": true, "libero.it": true,
	"mail.ru": true, "yandex.ru": true, "qq.com": true, "163.com": true, "126.com": true, "naver.com": true, "zoho.com": true,
	"mail.com":    true,
	"yahoo.co.uk": true, "yahoo.fr": true, "yahoo.es": true, "yahoo.co.jp": true, "hotmail.co.uk": true, "hotmail.fr": true,
	"uol.com.br": true,
}
