package coalition

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"time"

	"pressroom/internal/jobs"
	"pressroom/internal/language"
	"pressroom/internal/notices"
	"pressroom/internal/store"
)

// LetterKind is what a letter to a partner is about.
type LetterKind string

// The letters.
const (
	LetterAsk       LetterKind = "ask"
	LetterRemind    LetterKind = "remind"
	LetterHandedOn  LetterKind = "handed-on"
	LetterProposed  LetterKind = "proposed"
	LetterSentBack  LetterKind = "sent-back"
	LetterAccepted  LetterKind = "accepted"
	LetterReceipt   LetterKind = "receipt"
	LetterWithdrawn LetterKind = "withdrawn"
	LetterSubmitted LetterKind = "submitted" // somebody else of the organization is to sign
)

// letter writes the job of a letter inside a transaction. The same name is mailed
// once to one person.
func (d *Desk) letter(ctx context.Context, tx *store.Tx, request int64, person string, kind LetterKind, name string, event int64) error {
	return jobs.Insert(ctx, d.db, tx, Letter{
		Request: request, Person: person, What: string(kind), Event: event, Name: fmt.Sprintf("quote/%d/%s/%s/%s", request, kind, email(person),
			name),
	})
}

// receipt mails the signer, and everybody else who was asked there, what was
// signed.
func (d *Desk) receipt(ctx context.Context, tx *store.Tx, v *Visit, e *Event) error {
	people := append([]string{v.Person}, v.Org.Contact...)
	seen := make(map[string]bool)
	for _, p := range people {
		if p == "" || seen[email(p)] {
			continue
		}
		seen[email(p)] = true
		if err := d.letter(ctx, tx, v.Request.ID, p, LetterReceipt, fmt.Sprint(e.Number), e.Number); err != nil {
			return err
		}
	}
	return nil
}

// Letter composes a letter when it is to be sent, with a link that is new. It
// returns nil for one that nobody needs any more.
func (d *Desk) Letter(ctx context.Context, l Letter) (*notices.Notice, error) {
	var out *notices.Notice
	err := d.db.Tx(ctx, func(tx *store.Tx) error {
		r, err := locked(ctx, tx, l.Request)
		if err != nil {
			return err
		}
		kind := LetterKind(l.What)
		now := d.now()
		proof := kind == LetterReceipt || kind == LetterOut || kind == LetterAmended // whoever signed is told also after revoke
		answered := !r.State.Open() || r.State == Submitted || now.After(r.Hard)
		if kind == LetterRemind && answered || r.State == Revoked && !proof {
			return nil
		}
		v, err := d.visit(ctx, tx, r, l.Person, "")
		if err != nil {
			return err
		}
		var e *Event
		if kind == LetterAmended {
			if v.said, err = d.said(ctx, r.Slug, int(l.Event)); err != nil {
				return err
			}
			v.went = edition{address: d.page(r.Slug)}
		} else if l.Event > 0 {
			found, err := events(ctx, tx, `slug = ? AND number = ?`, r.Slug, l.Event)
			if err != nil {
				return err
			}
			if len(found) == 0 {
				return fmt.Errorf("writing a letter: event %d of %s is gone", l.Event, r.Slug)
			}
			e = found[0]
		}
		address := ""
		if d.publicURL != "" {
			secret, err := d.newLink(ctx, tx, r.ID, l.Person)
			if err != nil {
				return err
			}
			address = d.publicURL + Path + secret
		}
		if kind == LetterRemind {
			ev := v.leadEvent(WasReminded)
			ev.Detail = email(l.Person)
			if err := d.append(ctx, tx, ev); err != nil {
				return err
			}
		}
		if kind == LetterOut {
			if v.went, err = d.out(ctx, tx, v); err != nil {
				return err
			}
		}
		cat := v.Catalogue(true)
		subject, text := v.letter(cat, kind, e, address, now)
		out = &notices.Notice{To: l.Person, Subject: subject, Text: text, Language: cat.Tag, Name: l.Name, ReplyTo: r.Asker}
		return nil
	})
	return out, err
}

// Stamp is an instant as the lead reads it, in a zone.
func Stamp(t time.Time, zone *time.Location) string {
	return t.In(zone).Format("Monday 2 January 2006, 15:04 MST")
}

// headline is what the release is called.
func (v *Visit) headline() string {
	if v.Release == nil {
		return v.Request.Slug
	}
	return v.Release.Main().Headline
}

func (v *Visit) releaseZone() *time.Location {
	if v.Release != nil {
		return v.Release.Zone
	}
	return time.UTC
}

// letter is the subject and the text of a letter.
func (v *Visit) letter(cat *language.Catalogue, kind LetterKind, e *Event, address string, now time.Time) (subject, text string) {
	p := &pen{v: v, r: v.Request, cat: cat, address: address, about: []any{"org", v.Org.Name, "asker", v.Asker(cat)}}
	subject = "mail_" + strings.ReplaceAll(string(kind), "-", "_") + "_subject"
	p.greet()
	switch kind {
	case LetterAmended:
		subject = p.wasAmended()
		return subject, p.text.String()
	case LetterAsk:
		p.ask()
	case LetterRemind:
		if p.remind(now) {
			subject = "mail_late_subject"
		}
	case LetterHandedOn:
		p.handedOn(e)
	case LetterProposed:
		p.proposed(e)
	case LetterSentBack:
		p.say("mail_sent_back")
		p.line("\n" + indent(e.Detail) + "\n")
		p.deadline()
		p.link("mail_sent_back_link")
	case LetterSubmitted:
		p.submitted(e)
	case LetterAccepted:
		p.say("mail_accepted")
		p.line("")
		p.deadline()
		p.link("mail_accepted_link")
	case LetterWithdrawn:
		p.say("mail_withdrawn", "why", e.Detail)
		p.line(p.cat.Put(p.v.Will().Or(p.v.IfWithdrawn())))
		p.say("mail_withdrawn_not")
	case LetterReceipt:
		if p.receipt(e) {
			subject = "mail_recorded_subject"
		}
	case LetterOut:
		p.out()
	}
	return p.phrase(language.PortalPhrase(subject)) + " – " + v.headline(), p.text.String()
}

// pen writes one letter.
type pen struct {
	v       *Visit
	r       *Request
	cat     *language.Catalogue
	address string // of the page behind the link, "" if the letter has none
	about   []any  // whom it is about and who asks, which stand in most phrases
	text    strings.Builder
}

func (p *pen) line(s string) { p.text.WriteString(s + "\n") }

func (p *pen) phrase(name language.PortalPhrase, places ...any) string {
	return p.cat.Portal(name, append(places, p.about...)...)
}

func (p *pen) say(name language.PortalPhrase, places ...any) { p.line(p.phrase(name, places...)) }

func (p *pen) deadline() {
	p.say("mail_answer_by", "when", p.v.When(p.cat, p.r.Soft))
	p.say("mail_closes", "when", p.v.When(p.cat, p.r.Hard))
}

func (p *pen) link(what language.PortalPhrase) {
	if p.address != "" {
		p.line("\n" + p.phrase(what) + "\n" + p.address + "\n")
		p.say("mail_link_for", "address", email(p.v.Person))
	}
}

func (p *pen) ask() {
	p.say("mail_ask")
	p.line("\n  " + p.v.headline())
	if p.v.Release != nil && p.v.Release.Main().Subhead != "" {
		p.line("  " + p.v.Release.Main().Subhead)
	}
	p.wishes()
	p.deadline()
	p.link("mail_ask_link")
}

// remind writes a reminder, and tells whether the time by which an answer was asked for
// has passed.
func (p *pen) remind(now time.Time) (late bool) {
	if late = now.After(p.r.Soft); late {
		p.say("mail_late", "when", p.v.When(p.cat, p.r.Soft))
		p.say("mail_late_until", "when", p.v.When(p.cat, p.r.Hard))
	} else {
		p.say("mail_remind")
		p.line("\n  " + p.v.headline() + "\n")
		p.deadline()
	}
	p.link("mail_remind_link")
	return late
}

func (p *pen) handedOn(e *Event) {
	if e.Actor == e.Detail {
		p.say("mail_own_link")
	} else {
		p.say("mail_handed_on", "who", e.Actor)
	}
	p.line("\n  " + p.v.headline() + "\n")
	p.say("mail_handed_on_for")
	p.wishes()
	p.deadline()
	p.link("mail_handed_on_link")
}

// wishes are the asker's own lines, and how long the quote should be.
func (p *pen) wishes() {
	if p.r.Note != "" {
		p.line("\n" + p.r.Note)
	}
	if p.r.Words > 0 {
		p.line("\n" + p.phrase("mail_ask_length", "n", p.r.Words))
	}
}

// submitted asks somebody to sign what a colleague has handed in.
func (p *pen) submitted(e *Event) {
	p.say("mail_submitted", "who", e.Actor)
	p.line("\n" + indent(strings.Join(receiptWords(e), "\n")))
	p.line("\n  " + p.v.headline() + "\n")
	p.say("mail_handed_on_for")
	p.wishes()
	p.deadline()
	p.link("mail_accepted_link")
}

func (p *pen) proposed(e *Event) {
	p.line(p.phrase("mail_proposed") + p.cat.Gap() + p.cat.Put(p.v.Promise()))
	if e.Detail != "" {
		p.line("\n" + e.Detail)
	}
	p.line("\n" + indent(e.Words.Text))
	for _, d := range Differences(p.r.Draft, *e.Words) {
		if d.Field == "short_text" && d.Old == "" {
			continue // it stands above
		}
		none := p.phrase("mail_proposed_none")
		p.line("\n" + p.phrase("mail_proposed_field", "field", language.Line(d.Field), "new", cmp.Or(d.New, none), "old", cmp.Or(d.Old, none)))
	}
	if !p.v.Reopened() {
		p.deadline()
	}
	p.link("mail_proposed_link")
}

// receipt writes what was signed, as the proof of it, and tells whether that was
// written down for the partner.
func (p *pen) receipt(e *Event) (recorded bool) {
	if recorded = e.What == WasRecorded; recorded {
		p.say("mail_recorded")
		p.line(indent(e.Detail) + "\n")
		p.say("mail_recorded_not")
	} else {
		p.say("mail_receipt", "who", e.Actor)
	}
	p.line(p.cat.Put(p.v.Signing(e)))
	p.say("mail_receipt_keep")
	p.line("")
	for _, w := range receiptWords(e) {
		p.line(indent(w))
	}
	p.text.WriteString("\n" + receiptBlock(e))
	p.link("mail_receipt_link")
	return recorded
}

// receiptWords is the quote as the release prints it.
func receiptWords(e *Event) []string {
	q, _ := e.Words.Quote(e.Quote).Reads(e.Language)
	if q == nil {
		return []string{e.Words.Text}
	}
	return q.Plain()
}

func indent(s string) string {
	return "  " + strings.ReplaceAll(strings.TrimSpace(s), "\n", "\n  ")
}
