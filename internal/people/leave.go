package people

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"pressroom/internal/language"
	"pressroom/internal/ledger"
	"pressroom/internal/mail"
	"pressroom/internal/notices"
	"pressroom/internal/store"
)

// Paths of the public pages, each before its token.
const (
	LeavePath   = mail.LeavePath
	UndoPath    = "/undo/"
	DetailsPath = mail.DetailsPath
	MePath      = "/me/"
)

// undoFor is how long a stop can be taken back with the link in the mail that
// follows it.
const undoFor = 7 * 24 * time.Hour

// Leave takes the holder of a token off the press list, for good, and mails them
// a way to take it back. A second time changes nothing and mails nothing. A token
// of a test mail changes nothing either.
func (d *Desk) Leave(ctx context.Context, token string) (*Visitor, error) {
	v, err := d.Visit(ctx, mail.ForLeaving, token)
	if err != nil || v.Test {
		return v, err
	}
	_, err = d.leave(ctx, v, "by the link in "+v.Dispatch)
	return v, err
}

// leave takes an address off and writes to it that it is. written is false where
// that has been done before.
func (d *Desk) leave(ctx context.Context, v *Visitor, how string) (written bool, err error) {
	before, err := d.ledger.Suppressed(ctx, v.Key)
	if err != nil || before != nil && before.Reason == ledger.Unsubscribed {
		return false, err
	}
	key, err := d.ledger.Key(ctx)
	if err != nil {
		return false, err
	}
	if err := d.ledger.Suppress(ctx, v.Key, ledger.Unsubscribed, how); err != nil {
		return false, err
	}
	now, err := d.ledger.Suppressed(ctx, v.Key)
	if err != nil || now == nil {
		return false, err
	}
	cat := d.Languages.ForReader(v.Language)
	text := cat.Page(language.StoppedMail) + "\n"
	if d.publicURL != "" { // without pages there is no button to offer
		text += "\n" + cat.Page(language.StoppedUndo) + "\n" + d.publicURL + UndoPath + undoToken(key, v.Delivery, now.At) + "\n"
	}
	return true, d.insert(ctx, notices.Notice{
		To: v.Address, Language: v.Language, Subject: cat.Page(language.StoppedSubject), Text: text,
		Name: fmt.Sprintf("stopped/%d/%d", v.Delivery, d.now().UnixMicro()),
	})
}

// undoMark stands in a link that takes a stop back before the time of that stop: a link
// that was used must not take back another one, made later by somebody else's words or
// their own.
const undoMark = "~"

func undoToken(key []byte, delivery int64, at time.Time) string {
	return mail.Token(key, mail.ForUndo, delivery) + undoMark + strconv.FormatInt(at.UnixMicro(), 36)
}

// insert writes a job in a transaction of its own.
func (d *Desk) insert(ctx context.Context, n notices.Notice) error {
	return d.db.Tx(ctx, func(tx *store.Tx) error { return n.Insert(ctx, d.db, tx) })
}

// Undo takes a stop back, within seven days of it. It is ErrUnknown afterwards,
// and where there is nothing to take back.
func (d *Desk) Undo(ctx context.Context, token string) (*Visitor, error) {
	v, err := d.MayUndo(ctx, token)
	if err != nil {
		return nil, err
	}
	return v, d.takeBack(ctx, v.Key)
}

// takeBack has an address mailed again; it is ErrUnknown where it is.
func (d *Desk) takeBack(ctx context.Context, key string) error {
	found, err := d.ledger.ComeBack(ctx, key)
	if err == nil && !found {
		err = ErrUnknown
	}
	return err
}

// MayUndo tells whether a stop can be taken back with this token.
func (d *Desk) MayUndo(ctx context.Context, token string) (*Visitor, error) {
	v, err := d.Visit(ctx, mail.ForUndo, token)
	if err != nil {
		return nil, err
	}
	s, err := d.ledger.Suppressed(ctx, v.Key)
	if err != nil {
		return nil, err
	}
	_, of, _ := strings.Cut(token, undoMark)
	if s == nil || of != strconv.FormatInt(s.At.UnixMicro(), 36) {
		return nil, ErrUnknown
	}
	if s.Reason != ledger.Unsubscribed || d.now().Sub(s.At) > undoFor {
		return nil, ErrUnknown
	}
	return v, nil
}
