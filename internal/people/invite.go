package people

import (
	"context"
	"crypto/hmac"
	"encoding/base64"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"pressroom/internal/language"
	"pressroom/internal/ledger"
	"pressroom/internal/mail"
	"pressroom/internal/notices"
	"pressroom/internal/setting"
	"pressroom/internal/store"
)

// BackPath is the page of an invitation, before its token.
const BackPath = "/back/"

// Inviting says what Invite does, to whoever may do it.
const Inviting = `Mail somebody who has left, or whose data was erased, and who asks to come back, one
mail with one button. Nobody else can bring them back; the link works for seven days, and
no second mail goes to them in that time. Write to nobody who has not asked you.`

// inviteFor is how long an invitation works, and how long no second one is mailed.
const inviteFor = 7 * 24 * time.Hour

// NotInvitedError says why an address is not invited.
type NotInvitedError struct{ Key, Why string }

func (e *NotInvitedError) Error() string { return e.Key + ": " + e.Why }

// Invite mails somebody who has left, and asks to come back, one mail with one button.
// Only the button brings them back: nobody else can.
func (d *Desk) Invite(ctx context.Context, key, address string) error {
	if d.publicURL == "" {
		return errors.New("an invitation is a link to a page; set [server] public_url, and run pressroom serve")
	}
	s, secret, err := d.left(ctx, key)
	switch {
	case err != nil:
		return err
	case s == nil:
		return &NotInvitedError{key, "has not left, and is mailed"}
	case s.Reason != ledger.Unsubscribed:
		return &NotInvitedError{key, "has not left; pressroom suppressions remove " + key + " allows it to be mailed again"}
	}
	token := backToken(secret, key, s.At, d.now().Add(inviteFor))
	tag := ""
	if m, err := d.ledger.MailedLast(ctx, key); err == nil {
		tag = m.Language
	} else if !errors.Is(err, ledger.ErrNotFound) {
		return err
	}
	cat := d.Languages.ForReader(tag)
	return d.db.Tx(ctx, func(tx *store.Tx) error {
		name := "invited/" + mail.Derive(secret, "invited", key)
		last, err := setting.Get(ctx, tx, name)
		if err != nil {
			return err
		}
		if at, err := time.Parse(time.RFC3339, last); err == nil && d.now().Sub(at) < inviteFor {
			return &NotInvitedError{key, "was invited on " + at.Format("2 January") + "; the link in that mail works for seven days"}
		}
		if err := setting.Set(ctx, tx, name, d.now().UTC().Format(time.RFC3339)); err != nil {
			return err
		}
		return notices.Notice{
			To: address, Language: tag, Subject: cat.Page(language.InvitedSubject),
			Text: cat.Page(language.InvitedMail) + "\n" + d.publicURL + BackPath + token + "\n",
			Name: fmt.Sprintf("%s/%d", name, d.now().UnixMicro()),
		}.Insert(ctx, d.db, tx)
	})
}

// Invited is somebody whom an invitation is for.
type Invited struct {
	Key, Language string
}

// Masked is the address as a page may show it to whoever holds the link.
func (i *Invited) Masked() string { return Mask(i.Key) }

// MayComeBack finds whom an invitation is for. It is ErrUnknown once they are back, and
// when its time is over.
func (d *Desk) MayComeBack(ctx context.Context, token string) (*Invited, error) {
	until, coded, _ := strings.Cut(token, ".")
	coded, _, ok := strings.Cut(coded, ".")
	at, err := strconv.ParseInt(until, 36, 64)
	raw, decoded := base64.RawURLEncoding.DecodeString(coded)
	if !ok || err != nil || decoded != nil || len(token) > 1000 || d.now().After(time.Unix(at, 0)) {
		return nil, ErrUnknown
	}
	key := string(raw)
	s, secret, err := d.left(ctx, key)
	if err != nil {
		return nil, err
	}
	if s == nil || s.Reason != ledger.Unsubscribed || !hmac.Equal([]byte(backToken(secret, key, s.At, time.Unix(at, 0))), []byte(token)) {
		return nil, ErrUnknown
	}
	i := &Invited{Key: key}
	if m, err := d.ledger.MailedLast(ctx, key); err == nil {
		i.Language = m.Language
	} else if !errors.Is(err, ledger.ErrNotFound) {
		return nil, err
	}
	return i, nil
}

// ComeBack is the button of an invitation.
func (d *Desk) ComeBack(ctx context.Context, token string) (*Invited, error) {
	i, err := d.MayComeBack(ctx, token)
	if err != nil {
		return nil, err
	}
	return i, d.takeBack(ctx, i.Key)
}

// left is why an address is not mailed, under its own key or as one whose data was
// erased; nil if it is mailed. With it comes the workspace's key.
func (d *Desk) left(ctx context.Context, key string) (*ledger.Suppression, []byte, error) {
	secret, err := d.ledger.Key(ctx)
	if err != nil {
		return nil, nil, err
	}
	s, err := d.ledger.Suppressed(ctx, key)
	if err == nil && s == nil {
		s, err = d.ledger.Suppressed(ctx, ledger.ErasedKey(secret, key))
	}
	return s, secret, err
}

// backToken is good for one leaving of one address. Nothing is kept of it: who leaves
// again later is not brought back by an old mail.
func backToken(secret []byte, key string, left, until time.Time) string {
	at := strconv.FormatInt(until.Unix(), 36)
	return at + "." + base64.RawURLEncoding.EncodeToString([]byte(key)) + "." +
		mail.Derive(secret, "back", at, key, strconv.FormatInt(store.Micros(left), 36))
}
