package people

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"pressroom/internal/bounce"
	"pressroom/internal/contacts"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	pmail "pressroom/internal/mail"
	"pressroom/internal/store"
)

// Reply is a message that came back, as it is kept: what it says, not the message.
type Reply struct {
	ID          int64
	At          time.Time
	Kind        bounce.Kind
	Key         string // the address that it is about
	Dispatch    string // "" if it could not be told
	Code        string
	Detail      string // the sentence that says so
	Replacement string
	Behind      string // who behind the address it is about, where it is not about the address itself
	Open        bool   // waits for the lead
}

// Taken is what followed from a message.
type Taken struct {
	Report     bounce.Report
	Key        string // the address that it is about, "" if none of ours
	Dispatch   string
	Known      bool   // the message was read before: nothing followed
	Suppressed string // why the address is not mailed any more, "" if it still is
	Behind     string // who behind the address could not be reached, where it is not about the address itself
	WayBack    string // whom a mail was written to that tells of the end, "" if none was
	Review     bool   // the lead is asked

	message *bounce.Message
}

// Complained is the reason for a suppression after a complaint.
const Complained = "complained"

// softLimit is how many dispatches in a row may come back softly before the lead
// is asked.
const softLimit = 3

// Take sorts a message that came back and does what follows from it. Only a
// message that proves to be about a delivery of ours, by a token or a Message-ID
// that nobody else could know, takes anybody off the list.
func (d *Desk) Take(ctx context.Context, raw []byte) (*Taken, error) {
	// A Maildir ends lines in another way than IMAP.
	sum := sha256.Sum256(bytes.TrimSpace(bytes.ReplaceAll(raw, []byte("\r\n"), []byte("\n"))))
	message := bounce.Read(raw)
	t := &Taken{Report: message.Sort(), message: message}
	seen, err := d.seen(ctx, hex.EncodeToString(sum[:]))
	if err != nil || seen {
		t.Known = seen
		return t, err
	}
	m, proof, err := d.match(ctx, t.Report)
	if err != nil {
		return nil, err
	}
	if m != nil {
		t.Key, t.Dispatch = m.Key, m.Dispatch
		t.Report = message.Sort(m.Headline)
		t.narrow(m)
	} else if key, err := contacts.AddressKey(t.Report.Recipient); err == nil {
		t.Key = key
	}
	if err := d.follow(ctx, t, m, proof); err != nil {
		return nil, err
	}
	return t, d.keep(ctx, t, m, proof, hex.EncodeToString(sum[:]))
}

// narrow is what a notification says of the address that was mailed: of somebody
// behind it, a member of an alias or the end of a forward, it says nothing that
// would count against the address, which may reach everybody else.
func (t *Taken) narrow(m *ledger.Mailed) {
	is := func(recipient string) bool { return isAddressOf(m, recipient) }
	t.Report = t.Report.About(is)
	r := &t.Report
	if (r.Kind != bounce.Hard && r.Kind != bounce.Soft) || r.Recipient == "" || is(r.Recipient) {
		return
	}
	t.Behind = strings.ToLower(r.Recipient)
	t.Review = r.Kind == bounce.Hard
	r.Kind, r.Detail = bounce.Member, t.Behind+": "+r.Detail
}

// isAddressOf tells whether a server means by a name the address that was mailed. A
// server that delivers itself may write the local part alone.
func isAddressOf(m *ledger.Mailed, name string) bool {
	if !strings.Contains(name, "@") {
		local, _, _ := strings.Cut(m.Key, "@")
		return strings.EqualFold(name, local)
	}
	key, err := contacts.AddressKey(name)
	if err != nil {
		return false
	}
	own, err := contacts.AddressKey(m.Address)
	return key == m.Key || err == nil && key == own
}

func (d *Desk) seen(ctx context.Context, digest string) (bool, error) {
	var n int
	if err := d.db.Reader().QueryRowContext(ctx, `SELECT COUNT(*) FROM reply WHERE digest = ?`, digest).Scan(&n); err != nil {
		return false, fmt.Errorf("looking for a reply: %w", err)
	}
	return n > 0, nil
}

// keep writes the reply down. A message of a person is kept as a digest alone, but
// for the sentence that the lead is to look at.
func (d *Desk) keep(ctx context.Context, t *Taken, m *ledger.Mailed, proof bool, digest string) error {
	r := t.Report
	if r.Kind == bounce.Human && !t.Review {
		r.Detail = ""
	}
	delivery, open := int64(0), 0
	if m != nil {
		delivery = m.Delivery
	}
	if t.Review {
		open = 1
	}
	code := strings.TrimSpace(fmt.Sprintf("%d %s", r.Code, r.Status))
	code = strings.TrimPrefix(code, "0")
	return d.db.Tx(ctx, func(tx *store.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO reply (digest, at, kind, delivery, address_key, code, detail, replacement, open) VALUES
			(?, ?, ?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (digest) DO NOTHING`, digest, store.Micros(d.now()), string(r.Kind), delivery, t.Key, strings.TrimSpace(code), r.Detail,
			r.Replacement, open)
		if err != nil {
			return fmt.Errorf("keeping a reply: %w", err)
		}
		if m == nil || !proof {
			return nil
		}
		return heard(ctx, tx, m.Delivery, r)
	})
}

// heard settles a delivery that is in doubt by what came back of it.
func heard(ctx context.Context, tx *store.Tx, delivery int64, r bounce.Report) error {
	switch r.Kind {
	case bounce.Hard, bounce.Refused:
		return ledger.Heard(ctx, tx, delivery, false, r.Detail)
	case bounce.Soft, bounce.Delayed:
		return nil // nobody knows yet
	}
	return ledger.Heard(ctx, tx, delivery, true, "arrived: something came back from there")
}

// match finds the delivery that a report is about. proof tells that the report
// holds what only a receiver of that very message can know.
func (d *Desk) match(ctx context.Context, r bounce.Report) (m *ledger.Mailed, proof bool, err error) {
	key, err := d.ledger.Key(ctx)
	if err != nil {
		return nil, false, err
	}
	if id, ok := pmail.ParseToken(key, pmail.ForDelivery, r.Token); ok {
		m, err := d.ledger.Mailed(ctx, id)
		if !errors.Is(err, ledger.ErrNotFound) {
			return m, err == nil && !m.Erased, err
		}
	}
	if len(r.MessageIDs) > 0 {
		id, err := d.ledger.FindMessage(ctx, func(dispatch, addressKey, sender string) bool {
			own := pmail.MessageID(key, dispatch, addressKey, sender)
			for _, have := range r.MessageIDs {
				if have == own {
					return true
				}
			}
			return false
		}, domains(r.MessageIDs))
		if err != nil {
			return nil, false, err
		}
		if id != 0 {
			m, err := d.ledger.Mailed(ctx, id)
			return m, err == nil && !m.Erased, err
		}
	}
	for _, a := range []string{r.Original, r.Recipient, r.From} {
		if addressKey, err := contacts.AddressKey(a); err == nil {
			m, err := d.ledger.MailedLast(ctx, addressKey)
			if !errors.Is(err, ledger.ErrNotFound) {
				return m, false, err
			}
		}
	}
	return nil, false, nil
}

// domains are those of the Message-IDs: only dispatches whose sender has one of
// them can be meant.
func domains(ids []string) map[string]bool {
	out := make(map[string]bool)
	for _, id := range ids {
		if i := strings.LastIndexByte(id, '@'); i >= 0 {
			out[strings.ToLower(id[i+1:])] = true
		}
	}
	return out
}

// follow does what a report calls for.
func (d *Desk) follow(ctx context.Context, t *Taken, m *ledger.Mailed, proof bool) error {
	r := t.Report
	if m == nil || m.Erased || m.Kind == embargo.Test {
		t.Review = r.Kind == bounce.Left && m == nil && t.Key != ""
		return nil
	}
	detail := fmt.Sprintf("%s: %s", m.Dispatch, r.Detail)
	switch r.Kind {
	case bounce.Hard:
		return d.hard(ctx, t, m, proof, detail)
	case bounce.Soft:
		return d.soft(ctx, t, m, proof, detail)
	case bounce.Complaint:
		if !proof {
			t.Review = true
			return nil
		}
		t.Suppressed = Complained
		return d.ledger.Suppress(ctx, m.Key, Complained, detail)
	case bounce.Unsubscribe:
		// Whoever knows the message's own token or number has the message.
		if !proof {
			t.Review = true
			return nil
		}
		return d.leaveByMail(ctx, t, m)
	case bounce.Left:
		t.Review = true
	case bounce.Human:
		if t.Review = r.Unsure; !r.Unsure && proof {
			return d.answered(ctx, t, m)
		}
	}
	return nil
}

// answered finds what answers the question whether somebody agrees to an embargo: it waits
// for the lead, with what they say.
func (d *Desk) answered(ctx context.Context, t *Taken, m *ledger.Mailed) error {
	of, err := d.ledger.Dispatch(ctx, m.Dispatch)
	if err != nil || of.Round != ledger.NoticeRound {
		return err
	}
	t.Review, t.Report.Kind, t.Report.Detail = true, bounce.Answer, t.message.Said()
	return nil
}

// leaveByMail takes the address that was mailed off the list. Who asks for it may
// write from another address of theirs; the mail with the way back goes to the one
// that was mailed.
func (d *Desk) leaveByMail(ctx context.Context, t *Taken, m *ledger.Mailed) error {
	how := "by mail, after " + m.Dispatch
	if from := t.Report.From; from != "" && !isAddressOf(m, from) {
		how = "by mail from " + from + ", after " + m.Dispatch
	}
	t.Suppressed = ledger.Unsubscribed
	written, err := d.leave(ctx, &Visitor{Mailed: m}, how)
	if written {
		t.WayBack = m.Address
	}
	return err
}

// hard suppresses an address that does not exist. A report without an enhanced
// code counts only once a second dispatch has ended the same way; one that names
// nobody is for the lead to read.
func (d *Desk) hard(ctx context.Context, t *Taken, m *ledger.Mailed, proof bool, detail string) error {
	if !proof || t.Report.Recipient == "" {
		t.Review = true
		return nil
	}
	if t.Report.Status == "" || strings.HasSuffix(t.Report.Status, ".0.0") {
		again, err := d.cameBack(ctx, m, bounce.Hard)
		if err != nil {
			return err
		}
		refused, err := d.ledger.RefusedBefore(ctx, m.Key, m.Dispatch, "")
		if err != nil || again == 0 && !refused {
			return err
		}
	}
	t.Suppressed = ledger.Bounced
	return d.ledger.Suppress(ctx, m.Key, ledger.Bounced, detail)
}

// soft counts. A mailbox that is switched off (5.2.1) in two dispatches is gone;
// of others the lead is told after the third.
func (d *Desk) soft(ctx context.Context, t *Taken, m *ledger.Mailed, proof bool, detail string) error {
	before, err := d.cameBack(ctx, m, bounce.Soft)
	if err != nil {
		return err
	}
	if t.Report.Status == "5.2.1" && before > 0 && proof {
		t.Suppressed = ledger.Bounced
		return d.ledger.Suppress(ctx, m.Key, ledger.Bounced, detail)
	}
	t.Review = before+1 >= softLimit
	return nil
}

// cameBack counts in how many other dispatches a mail to the same address came
// back in the same way.
func (d *Desk) cameBack(ctx context.Context, m *ledger.Mailed, kind bounce.Kind) (int, error) {
	list, err := d.RepliesTo(ctx, m.Key)
	if err != nil {
		return 0, err
	}
	others := make(map[string]bool)
	for _, r := range list {
		if r.Kind == kind && r.Dispatch != "" && r.Dispatch != m.Dispatch {
			others[r.Dispatch] = true
		}
	}
	return len(others), nil
}

// Replies lists what came back, the newest last: those that wait for the lead, or
// all but what people wrote about other things.
func (d *Desk) Replies(ctx context.Context, all bool) ([]Reply, error) {
	return d.replies(ctx, `WHERE open = 1 OR (? AND kind <> 'human')`, all)
}

// RepliesTo lists all that came back for one address.
func (d *Desk) RepliesTo(ctx context.Context, key string) ([]Reply, error) {
	return d.replies(ctx, `WHERE address_key = ?`, key)
}

// RepliesIn lists all that came back for one dispatch.
func (d *Desk) RepliesIn(ctx context.Context, dispatch string) ([]Reply, error) {
	all, err := d.replies(ctx, `WHERE delivery <> ? AND kind <> 'human'`, 0)
	return slices.DeleteFunc(all, func(r Reply) bool { return r.Dispatch != dispatch }), err
}

func (d *Desk) replies(ctx context.Context, where string, arg any) ([]Reply, error) {
	rows, err := d.db.Reader().QueryContext(ctx, `SELECT id, at, kind, address_key, delivery, code, detail, replacement, open
		FROM reply `+where+` ORDER BY id`, arg)
	if err != nil {
		return nil, fmt.Errorf("listing replies: %w", err)
	}
	defer rows.Close()
	var out []Reply
	var of []int64 // their deliveries
	for rows.Next() {
		var r Reply
		var at, delivery int64
		var open int
		if err := rows.Scan(&r.ID, &at, &r.Kind, &r.Key, &delivery, &r.Code, &r.Detail, &r.Replacement, &open); err != nil {
			return nil, fmt.Errorf("listing replies: %w", err)
		}
		r.At, r.Open = store.Time(at), open == 1
		if r.Kind == bounce.Member {
			r.Behind, _, _ = strings.Cut(r.Detail, ": ")
		}
		out, of = append(out, r), append(of, delivery)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("listing replies: %w", err)
	}
	dispatches, err := d.ledger.DispatchesOf(ctx, of)
	for i, delivery := range of {
		out[i].Dispatch = dispatches[delivery]
	}
	return out, err
}

// Reply finds one by its number; ErrUnknown if there is none.
func (d *Desk) Reply(ctx context.Context, id int64) (*Reply, error) {
	all, err := d.replies(ctx, `WHERE id = ?`, id)
	if err == nil && len(all) == 0 {
		err = ErrUnknown
	}
	if err != nil {
		return nil, err
	}
	return &all[0], nil
}

// Dismiss takes a reply off the review list. It is false if it was not on it.
func (d *Desk) Dismiss(ctx context.Context, id int64) (bool, error) {
	var n int64
	err := d.db.Tx(ctx, func(tx *store.Tx) error {
		res, err := tx.ExecContext(ctx, `UPDATE reply SET open = 0 WHERE id = ? AND open = 1`, id)
		if err != nil {
			return fmt.Errorf("dismissing a reply: %w", err)
		}
		n, err = res.RowsAffected()
		return err
	})
	return n > 0, err
}

// Reopen puts a reply that was dismissed on the review list again. ErrUnknown where there
// is none.
func (d *Desk) Reopen(ctx context.Context, id int64) error {
	return d.db.Tx(ctx, func(tx *store.Tx) error {
		res, err := tx.ExecContext(ctx, `UPDATE reply SET open = 1 WHERE id = ?`, id)
		if err != nil {
			return fmt.Errorf("opening a reply again: %w", err)
		}
		if n, err := res.RowsAffected(); err != nil || n == 0 {
			return errors.Join(err, ErrUnknown)
		}
		return nil
	})
}
