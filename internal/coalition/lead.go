package coalition

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"pressroom/internal/jobs"
	"pressroom/internal/ledger"
	"pressroom/internal/notices"
	"pressroom/internal/release"
	"pressroom/internal/store"
	"pressroom/internal/submission"
)

// Lead is the actor of what the lead does.
const Lead = "lead"

// Call says what is asked of partners.
type Call struct {
	Slug       string
	Orgs       []string  // ids in the settings
	Soft, Hard time.Time // the first is asked for, the second closes the link
	Words      int
	Show       Show
	Asker      string // an address (RFC 5322): who asks, and whom answers go to
	Note       string // a few lines of the lead's own
}

// Ask asks organisations for a quote: each person of theirs gets a mail with a
// link of their own. An organisation that was asked before gets the new deadlines,
// and another mail; so a closed link opens again. It returns the requests and
// which of them are new.
func (d *Desk) Ask(ctx context.Context, c Call) (asked []*Request, extended []string, err error) {
	rel, err := d.read(c.Slug)
	if err != nil {
		return nil, nil, err
	}
	for _, id := range c.Orgs {
		o, ok := d.org(id)
		if !ok {
			return nil, nil, fmt.Errorf("no organization has the id %q; pressroom.toml has %s", id, d.orgIDs())
		}
		if len(o.Contact) == 0 {
			return nil, nil, fmt.Errorf("nobody to ask at %s; add contact = \"Name <address>\" to its [[org]] in pressroom.toml", o.Name)
		}
	}
	if gone, err := ledger.Lifted(ctx, d.db.Reader(), c.Slug); err != nil || gone {
		return nil, nil, errors.Join(err, ErrSent)
	}
	err = d.db.Tx(ctx, func(tx *store.Tx) error {
		for _, id := range c.Orgs {
			r, again, err := d.ask(ctx, tx, c, id, rel)
			if err != nil {
				return err
			}
			asked = append(asked, r)
			if again {
				extended = append(extended, id)
			}
		}
		return nil
	})
	return asked, extended, err
}

func (d *Desk) orgIDs() string {
	if ids := d.workspace.Settings.OrgIDs(); len(ids) > 0 {
		return strings.Join(ids, ", ")
	}
	return "no [[org]] yet"
}

func (d *Desk) ask(ctx context.Context, tx *store.Tx, c Call, id string, rel *release.Release) (*Request, bool, error) {
	o, _ := d.org(id)
	what := WasAsked
	r, err := scanRequest(tx.QueryRowContext(ctx, `SELECT `+requestColumns+` FROM quote_request WHERE slug = ? AND org = ? /* for update */`,
		c.Slug, id))
	switch {
	case errors.Is(err, sql.ErrNoRows):
		if r, err = d.create(ctx, tx, c, o, rel); err != nil {
			return nil, false, err
		}
	case err != nil:
		return nil, false, fmt.Errorf("reading a quote's request: %w", err)
	default:
		what = WasExtended
		if r.State == Revoked || r.State == Declined {
			r.State = Asked
		}
	}
	r.Soft, r.Hard, r.Words, r.Show, r.Asker, r.Note = c.Soft, c.Hard, c.Words, c.Show, c.Asker, c.Note
	e := &Event{
		Slug: c.Slug, What: what, Actor: Lead, Org: id, Quote: r.Quote,
		Detail: fmt.Sprintf("to %s; until %s, closed %s", strings.Join(o.Contact, ", "), c.Soft.UTC().Format(time.RFC3339),
			c.Hard.UTC().Format(time.RFC3339)),
	}
	if r.Proposal != nil {
		lang := rel.Main().Language
		e.Language, e.Words, e.After = lang, r.Proposal, release.SignoffDigest(c.Slug, lang, r.Proposal.Quote(r.Quote))
	}
	if err := d.remember(ctx, tx, &Visit{Request: r, Release: rel}); err != nil {
		return nil, false, err
	}
	if err := d.append(ctx, tx, e); err != nil {
		return nil, false, err
	}
	if err := d.save(ctx, tx, r); err != nil {
		return nil, false, err
	}
	for _, person := range o.Contact {
		if err := d.letter(ctx, tx, r.ID, person, LetterAsk, strconv.FormatInt(e.Number, 10), e.Number); err != nil {
			return nil, false, err
		}
		if err := d.reminders(ctx, tx, r, person); err != nil {
			return nil, false, err
		}
	}
	return r, what == WasExtended, nil
}

// create writes a new request. Words that the lead has put into the release for
// this organisation already are what the partner is asked to sign off.
func (d *Desk) create(ctx context.Context, tx *store.Tx, c Call, o release.Org, rel *release.Release) (*Request, error) {
	r := &Request{Slug: c.Slug, Org: o.ID, Quote: o.ID, State: Asked, Draft: submission.Words{Org: o.Name, Style: submission.AfterFirst}}
	for _, q := range rel.Main().Quotes {
		if q.Of(o) {
			w := submission.FromQuote(q)
			r.Quote, r.Proposal, r.State = q.ID, &w, Proposed
			break
		}
	}
	draft, err := json.Marshal(r.Draft)
	if err != nil {
		return nil, fmt.Errorf("asking for a quote: %w", err)
	}
	r.Created = d.now()
	now := store.Micros(r.Created)
	err = tx.QueryRowContext(ctx, `INSERT INTO quote_request (slug, org, quote, state, version, words, soft_at, hard_at, shows, asker,
		note, draft, created_at, updated_at)
		VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`, r.Slug, r.Org, r.Quote, r.State, c.Words, store.Micros(c.Soft),
		store.Micros(c.Hard), c.Show, c.Asker, c.Note,
		string(draft), now, now).Scan(&r.ID)
	if err != nil {
		return nil, fmt.Errorf("asking for a quote: %w", err)
	}
	return r, nil
}

// reminders writes the jobs that remind whoever has not answered: once before the
// soft deadline, once when it has passed.
func (d *Desk) reminders(ctx context.Context, tx *store.Tx, r *Request, person string) error {
	now := d.now()
	before := r.Soft.Add(-min(24*time.Hour, r.Soft.Sub(now)/4))
	for _, at := range []time.Time{before, r.Soft} {
		if !at.After(now) || !at.Before(r.Hard) {
			continue
		}
		args := Letter{Request: r.ID, Person: person, What: string(LetterRemind), Name: fmt.Sprintf("quote/%d/remind/%s/%d", r.ID, email(person),
			at.Unix())}
		if err := jobs.InsertAt(ctx, d.db, tx, args, at); err != nil {
			return err
		}
	}
	return nil
}

// Remind mails those who have not answered, now. It returns the organisations.
func (d *Desk) Remind(ctx context.Context, slug string, orgs []string) ([]*Request, error) {
	all, err := d.Requests(ctx, slug)
	if err != nil {
		return nil, err
	}
	var out []*Request
	for _, r := range all {
		if !r.State.Open() || r.State == Submitted || d.now().After(r.Hard) || len(orgs) > 0 && !slices.Contains(orgs, r.Org) {
			continue
		}
		o, ok := d.org(r.Org)
		if !ok {
			continue
		}
		err := d.db.Tx(ctx, func(tx *store.Tx) error {
			for _, person := range o.Contact {
				if err := d.letter(ctx, tx, r.ID, person, LetterRemind, strconv.FormatInt(d.now().Unix()/60, 10), 0); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

// lead runs what the lead does about a quote, in one transaction.
func (d *Desk) lead(ctx context.Context, slug, name string, version int64, f func(tx *store.Tx, v *Visit) error) (*Request, error) {
	found, err := d.Find(ctx, slug, name)
	if err != nil {
		return nil, err
	}
	var out *Request
	err = d.db.Tx(ctx, func(tx *store.Tx) error {
		r, err := locked(ctx, tx, found.ID)
		if err != nil {
			return err
		}
		if version != 0 && version != r.Version {
			return ErrChanged
		}
		person := ""
		if o, ok := d.org(r.Org); ok && len(o.Contact) > 0 {
			person = o.Contact[0]
		}
		v, err := d.visit(ctx, tx, r, person, "")
		if err != nil {
			return err
		}
		if v.Release == nil {
			_, err := d.read(slug)
			return err
		}
		out = r
		return f(tx, v)
	})
	if err != nil {
		return out, err
	}
	d.at("kept")
	return out, d.settle(context.WithoutCancel(ctx), slug)
}

func (v *Visit) leadEvent(what What) *Event {
	e := v.event(what)
	e.Actor = Lead
	return e
}

// letters mails every person of the organisation.
func (d *Desk) letters(ctx context.Context, tx *store.Tx, v *Visit, kind LetterKind, e *Event) error {
	for _, person := range v.Org.Contact {
		if err := d.letter(ctx, tx, v.Request.ID, person, kind, strconv.FormatInt(e.Number, 10), e.Number); err != nil {
			return err
		}
	}
	return nil
}

// Propose is the lead's edit of a quote: it goes back to the partner, and what was
// signed before stands until they sign these words.
func (d *Desk) Propose(ctx context.Context, slug, name string, version int64, w submission.Words, note string) (*Request, error) {
	return d.lead(ctx, slug, name, version, func(tx *store.Tx, v *Visit) error {
		if v.Closed != nil && !errors.Is(v.Closed, ErrSent) { // once it is out, they go out as a correction
			return v.Closed
		}
		r := v.Request
		now := v.Words()
		if w.Same(now) && r.Proposal == nil && w.Style == now.Style {
			return Refuse(ErrState, "these are the words as they are")
		}
		e := v.leadEvent(WasProposed)
		e.Language, e.Before, e.After, e.Words, e.Detail = v.Language(), v.Digest(now), v.Digest(w), &w, note
		r.Proposal, r.Message, r.State, r.Accepted = &w, note, Proposed, true
		if err := d.append(ctx, tx, e); err != nil {
			return err
		}
		if err := d.save(ctx, tx, r); err != nil {
			return err
		}
		return d.letters(ctx, tx, v, LetterProposed, e)
	})
}

// SendBack asks the partner for a change, in the lead's words.
func (d *Desk) SendBack(ctx context.Context, slug, name string, version int64, note string) (*Request, error) {
	return d.lead(ctx, slug, name, version, func(tx *store.Tx, v *Visit) error {
		if v.Closed != nil {
			return v.Closed
		}
		if strings.TrimSpace(note) == "" {
			return Refuse(ErrState, "say what is to be changed")
		}
		e := v.leadEvent(WasSentBack)
		e.Language, e.Before, e.Detail = v.Language(), v.Digest(v.Words()), note
		v.Request.State, v.Request.Message, v.Request.Accepted = SentBack, note, false
		if err := d.append(ctx, tx, e); err != nil {
			return err
		}
		if err := d.save(ctx, tx, v.Request); err != nil {
			return err
		}
		return d.letters(ctx, tx, v, LetterSentBack, e)
	})
}

// Accept says that the lead has looked at the words and takes them. It signs
// nothing: words that were handed in without a sign-off go back for one.
func (d *Desk) Accept(ctx context.Context, slug, name string, version int64) (*Request, error) {
	return d.lead(ctx, slug, name, version, func(tx *store.Tx, v *Visit) error {
		if v.Request.State != Signed && v.Request.State != Submitted {
			return Refuse(ErrState, "%s has not handed anything in", v.Org.Name)
		}
		e := v.leadEvent(WasAccepted)
		e.Language, e.After = v.Language(), v.Digest(v.Words())
		v.Request.Accepted = true
		if err := d.append(ctx, tx, e); err != nil {
			return err
		}
		if err := d.save(ctx, tx, v.Request); err != nil {
			return err
		}
		if v.Request.State == Submitted {
			return d.letters(ctx, tx, v, LetterAccepted, e)
		}
		return nil
	})
}

// Record writes down a sign-off that was given to the lead by voice: how says by
// whom, when and on which way. The partner is told by mail. After the release has gone out
// it is one of the words that its file has now, which a correction brings: those that were
// printed stay as they are.
func (d *Desk) Record(ctx context.Context, slug, name, how string) (*Request, error) {
	return d.lead(ctx, slug, name, 0, func(tx *store.Tx, v *Visit) error {
		w := v.Words()
		if errors.Is(v.Closed, ErrSent) {
			w = v.inFile(w)
		}
		if w.Text == "" {
			return Refuse(ErrState, "%s has written no words yet", v.Org.Name)
		}
		e := v.leadEvent(WasRecorded)
		e.Detail = how
		return d.sign(ctx, tx, v, w, e)
	})
}

// inFile are the words as the release's file has them now; others where it has none.
func (v *Visit) inFile(others submission.Words) submission.Words {
	if v.Release == nil {
		return others
	}
	for _, q := range v.Release.Main().Quotes {
		if q.ID == v.Request.Quote {
			return submission.FromQuote(q)
		}
	}
	return others
}

// RecordedBy begins the by of a sign-off that the lead wrote down.
const RecordedBy = "recorded by the lead: "

// WithdrawFor writes down that a partner took its sign-off back by voice.
func (d *Desk) WithdrawFor(ctx context.Context, slug, name, why string) (*Request, error) {
	return d.lead(ctx, slug, name, 0, func(tx *store.Tx, v *Visit) error {
		e := v.leadEvent(WasWithdrawn)
		if err := d.withdraw(ctx, tx, v, e, why); err != nil {
			if errors.Is(err, ErrState) {
				err = Refuse(ErrState, "%s has signed nothing off", v.Org.Name)
			}
			return err
		}
		return d.letters(ctx, tx, v, LetterWithdrawn, e)
	})
}

// Revoke takes a request back: its links open nothing any more. What was signed
// stands.
func (d *Desk) Revoke(ctx context.Context, slug, name string) (*Request, error) {
	return d.lead(ctx, slug, name, 0, func(tx *store.Tx, v *Visit) error {
		if _, err := tx.ExecContext(ctx, `UPDATE quote_link SET revoked_at = ? WHERE request = ? AND revoked_at = 0`, store.Micros(d.now()),
			v.Request.ID); err != nil {
			return fmt.Errorf("revoking links: %w", err)
		}
		if v.Request.State.Open() {
			v.Request.State = Revoked
		}
		if err := d.append(ctx, tx, v.leadEvent(WasRevoked)); err != nil {
			return err
		}
		return d.save(ctx, tx, v.Request)
	})
}

// Order chooses in which order quotes and signatories stand, and writes it into
// the release. Drawing lots draws a new one.
func (d *Desk) Order(ctx context.Context, slug string, order release.Order, lot string) error {
	err := d.db.Tx(ctx, func(tx *store.Tx) error {
		e := &Event{Slug: slug, What: WasOrdered, Actor: Lead, Detail: strings.TrimSpace(string(order) + " " + lot)}
		if err := d.append(ctx, tx, e); err != nil {
			return err
		}
		return d.promise(ctx, tx, e)
	})
	if err != nil {
		return err
	}
	return d.settle(context.WithoutCancel(ctx), slug)
}

// tellLead mails the lead, and whoever asked, of what a partner did.
func (d *Desk) tellLead(ctx context.Context, tx *store.Tx, v *Visit, e *Event) error {
	number, err := d.hidden(ctx, tx, e.Slug)
	if err != nil {
		return err
	}
	subject, text := leadMail(v, e, number)
	to := slices.Clone(d.workspace.Settings.Notify.Email)
	if v.Request.Asker != "" && !slices.ContainsFunc(to, func(s string) bool { return email(s) == email(v.Request.Asker) }) {
		to = append(to, v.Request.Asker)
	}
	for _, address := range to {
		err := notices.Notice{To: address, Subject: subject, Text: text, Language: "en", Name: fmt.Sprintf("quote/%s/%d/%s", e.Slug, e.Number,
			email(address))}.Insert(ctx, d.db, tx)
		if err != nil {
			return err
		}
	}
	return nil
}
