package dispatch

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"strings"
	"time"

	"pressroom/internal/audience"
	"pressroom/internal/compile"
	"pressroom/internal/embargo"
	"pressroom/internal/language"
	"pressroom/internal/ledger"
	"pressroom/internal/mail"
	"pressroom/internal/release"
	"pressroom/internal/render/email"
	layout "pressroom/internal/render/text"
)

// noteTold names the letters to those who were told of a release without having a copy:
// there is no word of it in them.
const noteTold = "told"

// letters are those that say one thing to several people, before they are scheduled.
type letters struct {
	what ledger.TurnKind
	in   *compile.Input
	mail mailSettings
	from *ledger.Dispatch // what they are about
	// before is the instant as it was.
	before time.Time
	now    time.Time

	artefacts map[string][]byte
	to        []ledger.Recipient
}

// Tell writes to those who are to be told of a turn, each once and in the thread of their
// copy, and schedules that. What is overtaken nobody is told. It is ledger.ErrInFlight
// while an advance copy from before is in a worker's hands.
func (e *Embargo) Tell(ctx context.Context, t ledger.Turn) error {
	over, err := e.Ledger.Overtaken(ctx, t)
	if err != nil {
		return err
	}
	if !over && t.What != ledger.HoldEnded {
		if busy, err := e.Ledger.InHand(ctx, t); err != nil || busy {
			return errors.Join(err, inFlight(busy))
		}
	}
	l := &letters{what: t.What, before: t.Before, artefacts: make(map[string][]byte)}
	if !over {
		if err := e.write(ctx, l, t); err != nil {
			return err
		}
	}
	id := ""
	if len(l.to) > 0 {
		if id, err = e.plan(ctx, l, t.Slug, t.Round()); err != nil {
			return err
		}
	}
	if err := e.at("written"); err != nil {
		return err
	}
	err = e.Ledger.Tell(ctx, t, id)
	if err != nil && id != "" {
		err = errors.Join(err, e.Ledger.Discard(context.WithoutCancel(ctx), id))
	}
	if errors.Is(err, ledger.ErrTold) {
		err = nil
	}
	if err != nil {
		return err
	}
	return e.at("told")
}

func inFlight(yes bool) error {
	if yes {
		return ledger.ErrInFlight
	}
	return nil
}

// write composes the letters about a turn.
func (e *Embargo) write(ctx context.Context, l *letters, t ledger.Turn) error {
	d, err := ledger.Basis(ctx, e.Ledger.DB().Reader(), t.Slug)
	if err != nil || d == nil {
		return err
	}
	if d.State == ledger.Cancelled && d.LiftedAt.IsZero() && t.What != ledger.OnHold && t.What != ledger.HoldEnded {
		return nil // whoever cancelled it knew who has copies, and when it would have gone out is nothing to them now
	}
	s, _, err := toSend(ctx, e.Ledger, d.ID)
	if err != nil {
		return err
	}
	if t.What == ledger.Freed && !s.Input.Release.LiftNote {
		return nil
	}
	if l.now, err = e.Ledger.Now(ctx); err != nil {
		return err
	}
	l.in, l.mail, l.from = s.Input, s.kept.Mail, d
	held, err := e.Ledger.Copies(ctx, t.Slug, t.At)
	if err != nil {
		return err
	}
	if t.What == ledger.HoldEnded {
		if held, err = e.askedToWait(ctx, t); err != nil {
			return err
		}
	}
	if err := e.address(ctx, l, held, ""); err != nil || t.What != ledger.Moved {
		return err
	}
	told, err := e.notified(ctx, t.Slug)
	if err != nil {
		return err
	}
	return e.address(ctx, l, told, noteTold)
}

// askedToWait are those who were asked to wait and may use what they have: who gets another
// copy instead learns that from it.
func (e *Embargo) askedToWait(ctx context.Context, t ledger.Turn) ([]ledger.Holder, error) {
	turns, err := e.Ledger.Turns(ctx, t.Slug)
	if err != nil {
		return nil, err
	}
	since := t.At
	for _, h := range turns {
		if h.What == ledger.OnHold && h.Number == t.Number {
			since = h.At
		}
	}
	held, err := e.Ledger.Copies(ctx, t.Slug, since)
	if err != nil {
		return nil, err
	}
	asked, err := e.Ledger.InRound(ctx, t.Slug, ledger.RoundOf(ledger.OnHold, t.Number))
	if err != nil {
		return nil, err
	}
	said, err := e.Ledger.Amendments(ctx, t.Slug)
	if err != nil {
		return nil, err
	}
	for _, a := range said { // who is written to by what was said of it since has that, and need not be told
		if a.Mailing == "" || a.At.Before(since) {
			continue
		}
		d, err := e.Ledger.Dispatch(ctx, a.Mailing)
		if err != nil {
			return nil, err
		}
		written, err := e.Ledger.InRound(ctx, t.Slug, d.Round)
		if err != nil {
			return nil, err
		}
		maps.DeleteFunc(asked, func(person string, _ bool) bool { return written[person] })
	}
	reached, err := e.Ledger.Reached(ctx, t.Slug)
	for person, r := range reached {
		if r.AdvanceWaits {
			delete(asked, person)
		}
	}
	return theseOf(held, asked), err
}

func theseOf(held []ledger.Holder, asked map[string]bool) []ledger.Holder {
	var out []ledger.Holder
	for _, h := range held {
		if asked[h.Person] {
			out = append(out, h)
		}
	}
	return out
}

// notified are those who were told of a release, and have no copy of it.
func (e *Embargo) notified(ctx context.Context, slug string) ([]ledger.Holder, error) {
	if e.Notified == nil {
		return e.Ledger.Notified(ctx, slug)
	}
	return e.Notified(ctx, slug)
}

// address adds people to whom it is written, with a letter in the language of the copy of
// each. Who is barred is left out; who must not be mailed the ledger leaves out.
func (e *Embargo) address(ctx context.Context, l *letters, people []ledger.Holder, note string) error {
	key, err := e.Ledger.Key(ctx)
	if err != nil {
		return err
	}
	for _, h := range people {
		if bar, err := e.Ledger.BarOf(ctx, e.Ledger.DB().Reader(), h.Key); err != nil {
			return err
		} else if bar != nil {
			continue
		}
		form := audience.Form{Language: language.Lookup(h.Language, l.in.Release.Languages()), TextOnly: true, Note: note}
		if l.artefacts[form.Name()] == nil {
			if l.artefacts[form.Name()], err = l.letter(form); err != nil {
				return err
			}
		}
		r := ledger.Recipient{
			Key: h.Key, Address: h.Address, Name: h.Name, Outlet: h.Outlet, Language: form.Language, Template: form.Name(),
		}
		if h.Dispatch != "" {
			r.Thread = []string{mail.MessageID(key, h.Messages, h.SentTo, h.Sender)}
		}
		l.to = append(l.to, r)
	}
	return nil
}

// plan writes the letters as a dispatch that is not scheduled yet.
func (e *Embargo) plan(ctx context.Context, l *letters, slug, round string) (id string, err error) {
	kept, err := json.Marshal(map[string]any{"kind": embargo.Notice, "of": l.from.ID, "round": round})
	if err != nil {
		return "", fmt.Errorf("keeping what is told of %s: %w", slug, err)
	}
	id, err = e.Ledger.Create(ctx, ledger.Draft{
		Slug: slug, Revision: l.in.Revision, Headline: l.from.Headline, Kind: embargo.Notice, Round: round, ReleaseAt: l.now,
		Grace: l.from.Grace, Zone: l.from.Zone, Sender: l.from.Sender, Snapshot: kept, Artefacts: l.artefacts,
	})
	if err != nil {
		return "", err
	}
	if err := e.Ledger.Add(ctx, id, l.to); err != nil {
		return "", errors.Join(err, e.Ledger.Discard(context.WithoutCancel(ctx), id))
	}
	return id, nil
}

// letter is the message of a form: plain text, so that it is read at once wherever it is.
func (l *letters) letter(f audience.Form) ([]byte, error) {
	subject, text := l.words(f)
	c := &composer{in: l.in, kind: embargo.Service, phase: release.PhaseAdvance, mail: l.mail, blobs: make(map[string][]byte)}
	return c.template(f, &email.Bodies{Subject: subject, Text: []byte(text)}, nil)
}

// words are what its reader reads.
func (l *letters) words(f audience.Form) (subject, text string) {
	r := l.in.Release
	v := r.Version(f.Language)
	if v == nil {
		v = r.Main()
	}
	cat := v.Catalogue()
	subject, body := l.says(cat, v, f.Note)
	if !cat.Read { // as on a release: what nobody has read says it in English too
		_, english := l.says(language.Of("en"), v, f.Note)
		body = append(body, english...)
	}
	var b strings.Builder
	if at := l.instant(); l.what != ledger.Freed && at.After(l.now) {
		para(&b, r.ReleaseLines(cat, release.PhaseAdvance))
	}
	for _, p := range body {
		para(&b, p)
	}
	if f.Note == "" {
		para(&b, v.Headline)
		if l.what == ledger.Freed && l.mail.PublicURL != "" {
			b.WriteString(l.address(f.Language) + "\n\n")
		}
	}
	l.contacts(&b, cat, v.Language)
	b.WriteString("-- \n" + email.PersonalLine + "\n")
	return subject, b.String()
}

// instant is that which holds, in the release's zone.
func (l *letters) instant() time.Time { return l.in.Release.Timing.At }

// until writes an instant as the embargo line would.
func (l *letters) until(cat *language.Catalogue, t time.Time) string {
	return cat.Instant(t, l.in.Release.FurtherZones()...)
}

// says is the subject of a letter, and its paragraphs.
func (l *letters) says(cat *language.Catalogue, v *release.Version, note string) (subject string, body []string) {
	at, title := l.instant(), v.Subject
	if note == noteTold {
		title = l.in.Release.Issuer.Name
	}
	switch l.what {
	case ledger.Moved:
		body = []string{cat.Holder(language.MovedText, l.until(cat, at), l.until(cat, l.before.In(l.from.Location())))}
		if note == "" {
			body = append(body, cat.Holder(language.MovedCopy))
		}
		return cat.Holder(language.MovedSubject, cat.ShortInstant(at), title), body
	case ledger.OnHold:
		return cat.Holder(language.HoldSubject, title), []string{cat.Holder(language.HoldText)}
	case ledger.HoldEnded:
		return cat.Holder(language.UsableSubject, title), []string{cat.Holder(language.UsableText)}
	case ledger.TakenOff:
		return cat.Holder(language.OffSubject, title), []string{cat.Holder(language.OffText, l.until(cat, at))}
	}
	return cat.Holder(language.FreeSubject, title), []string{cat.Holder(language.FreeText, l.until(cat, at))}
}

// contacts are whom journalists call.
func (l *letters) contacts(b *strings.Builder, cat *language.Catalogue, lang string) {
	all := l.in.Release.PublicContacts(true, lang)
	label := language.ContactLabel
	if len(all) > 1 {
		label = language.ContactsLabel
	}
	b.WriteString(cat.Say(label) + "\n")
	for _, c := range all {
		for _, line := range layout.Wrap(c.Line(cat), "", "  ") {
			b.WriteString(line + "\n")
		}
	}
	b.WriteString("\n")
}

// address is where the release can be read by everybody.
func (l *letters) address(lang string) string {
	c := &composer{in: l.in, mail: l.mail}
	return c.below() + l.in.Address(compile.Web, lang)
}

func para(b *strings.Builder, s string) {
	for _, line := range layout.Wrap(s, "", "") {
		b.WriteString(line + "\n")
	}
	b.WriteString("\n")
}
