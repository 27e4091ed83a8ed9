package coalition

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"time"

	"pressroom/internal/jobs"
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
		if kind == LetterRemind && (!r.State.Open() || r.State == Submitted || now.After(r.Hard)) || r.State == Revoked && kind != LetterReceipt {
			return nil
		}
		v, err := d.visit(ctx, tx, r, l.Person, "")
		if err != nil {
			return err
		}
		var e *Event
		if l.Event > 0 {
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
		subject, text := v.letter(kind, e, address, now)
		out = &notices.Notice{To: l.Person, Subject: subject, Text: text, Language: "en", Name: l.Name, ReplyTo: r.Asker}
		return nil
	})
	return out, err
}

// Stamp is an instant as partners read it, in their zone.
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
func (v *Visit) letter(kind LetterKind, e *Event, address string, now time.Time) (subject, text string) {
	p := &pen{v: v, r: v.Request, zone: v.LocalZone(), address: address, who: asker(v.Request.Asker)}
	org := v.Org.Name
	switch kind {
	case LetterAsk:
		subject = "A quote from " + org + "?"
		p.ask()
	case LetterRemind:
		subject = p.remind(now)
	case LetterHandedOn:
		subject = "A quote from " + org + ", handed on to you"
		p.handedOn(e)
	case LetterProposed:
		subject = "Please look: changed words for " + org
		p.proposed(e)
	case LetterSentBack:
		subject = "A change is asked for in the quote of " + org
		p.say("%s asks for a change in the quote of %s:\n\n%s\n", p.who, org, indent(e.Detail))
		p.deadline()
		p.link("Change it here:")
	case LetterAccepted:
		subject = "The quote of " + org + " is fine; it needs a sign-off"
		p.say("%s takes the words of %s as they are. They were handed in without a sign-off;\nplease give it.\n", p.who, org)
		p.deadline()
		p.link("Sign them off here:")
	case LetterWithdrawn:
		subject = "The quote of " + org + " is withdrawn"
		p.say("%s has written down that %s takes its quote back (%s).", p.who, org, e.Detail)
		p.say("%s", cmp.Or(p.v.Will(), p.v.IfWithdrawn()))
		p.say("If that is not so, answer this mail.")
	case LetterReceipt:
		subject = p.receipt(e)
	}
	return subject + " – " + v.headline(), p.text.String()
}

// asker is the name of who asks, as partners read it.
func asker(asked string) string {
	if asked == "" {
		return "The press office"
	}
	if name, _, ok := strings.Cut(asked, " <"); ok {
		return strings.Trim(name, `"`)
	}
	return asked
}

// pen writes one letter.
type pen struct {
	v       *Visit
	r       *Request
	zone    *time.Location
	address string // of the page behind the link, "" if the letter has none
	who     string // asks
	text    strings.Builder
}

func (p *pen) say(format string, args ...any) { fmt.Fprintf(&p.text, format+"\n", args...) }

func (p *pen) deadline() {
	p.say("Please answer by %s.", Stamp(p.r.Soft, p.zone))
	p.say("The link closes on %s.", Stamp(p.r.Hard, p.zone))
}

func (p *pen) link(what string) {
	if p.address != "" {
		p.say("\n%s\n%s\n", what, p.address)
		p.say("The link is for %s alone: who has it can answer for %s.", email(p.v.Person), p.v.Org.Name)
	}
}

func (p *pen) ask() {
	p.say("%s asks %s for a quote in a press release:\n\n  %s", p.who, p.v.Org.Name, p.v.headline())
	if p.v.Release != nil && p.v.Release.Main().Subhead != "" {
		p.say("  %s", p.v.Release.Main().Subhead)
	}
	if p.r.Note != "" {
		p.say("\n%s", p.r.Note)
	}
	if p.r.Words > 0 {
		p.say("\nAbout %d words would be right.", p.r.Words)
	}
	p.deadline()
	p.link("Write it, see it in place, and sign it off here; no account is needed:")
}

// remind writes a reminder, before or after the time by which an answer was asked
// for, and returns its subject.
func (p *pen) remind(now time.Time) (subject string) {
	org := p.v.Org.Name
	if now.After(p.r.Soft) {
		subject = "Last call for the quote of " + org
		p.say("The quote of %s was asked for by %s and is not signed off yet.", org, Stamp(p.r.Soft, p.zone))
		p.say("It can still be, until %s.", Stamp(p.r.Hard, p.zone))
	} else {
		subject = "Still time for a quote from " + org
		p.say("%s waits for a quote of %s in:\n\n  %s\n", p.who, org, p.v.headline())
		p.deadline()
	}
	p.link("Write it and sign it off here, or say that you give none:")
	return subject
}

func (p *pen) handedOn(e *Event) {
	if e.Actor == e.Detail {
		p.say("You asked for a link of your own: a quote of %s in the press release\n\n  %s\n", p.v.Org.Name, p.v.headline())
	} else {
		p.say("%s has handed this on to you: a quote of %s in the press release\n\n  %s\n", e.Actor, p.v.Org.Name, p.v.headline())
	}
	p.deadline()
	p.link("See it, change it and sign it off here:")
}

func (p *pen) proposed(e *Event) {
	p.say("%s proposes these words for %s. %s", p.who, p.v.Org.Name, p.v.Promise())
	if e.Detail != "" {
		p.say("\n%s", e.Detail)
	}
	p.say("\n%s", indent(e.Words.Text))
	for _, d := range p.v.Proposed() {
		if d.Name != "Words" {
			p.say("\n%s: %s (was: %s)", d.Name, cmp.Or(d.New, "none"), cmp.Or(d.Old, "none"))
		}
	}
	p.deadline()
	p.link("Compare, change and sign them off here:")
}

// receipt writes what was signed, as the proof of it, and returns its subject.
func (p *pen) receipt(e *Event) (subject string) {
	org := p.v.Org.Name
	if e.What == WasRecorded {
		subject = "Your sign-off was written down by the press office"
		p.say("%s has written down that %s signed these words off:\n%s", p.who, org, indent(e.Detail))
		p.say("\nIf that is not so, answer this mail at once, or withdraw the quote below.")
	} else {
		subject = "Receipt: the signed quote of " + org
		p.say("%s signed these words off for %s.", e.Actor, org)
	}
	p.say("%s\nKeep this mail: it proves which words were approved.\n", p.v.Signing(e))
	for _, w := range receiptWords(e) {
		p.say("%s", indent(w))
	}
	p.text.WriteString("\n" + receiptBlock(e))
	p.link("See it in place, or withdraw it, here:")
	return subject
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
