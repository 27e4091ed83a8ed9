package dispatch

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"pressroom/internal/agreement"
	"pressroom/internal/audience"
	"pressroom/internal/blob"
	"pressroom/internal/contacts"
	"pressroom/internal/draft"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/release"
	"pressroom/internal/saying"
	"pressroom/internal/workspace"
)

// Given is somebody who is to get a release, on a list or not.
type Given struct {
	Address string
	// Name, Outlet and Language say who it is, where no list does.
	Name, Outlet, Language string
}

const waitsForIt = "gets it with a mailing that is not finished"

// PrepareMore plans the mailing of a release to those who come to it later, from
// what is stored of it and never from the folder: the people given or, with nobody
// given, those of its audience as it is now who do not have it. Until the release is
// public it is the advance copy, which needs an agreement. changes are as in Prepare.
func PrepareMore(ctx context.Context, w *workspace.Workspace, l *ledger.Ledger, slug string, given []Given,
	changes map[string]contacts.Change, now time.Time,
) (*Plan, error) {
	source, err := l.Source(ctx, slug)
	if errors.Is(err, ledger.ErrNothingOut) || errors.Is(err, ledger.ErrCancelled) {
		if gone := goesToNobody(ctx, l, slug); gone != nil {
			return nil, gone
		}
	}
	if errors.Is(err, ledger.ErrNothingOut) {
		return nil, saying.Errorf("nothing of %s has gone out yet; pressroom send %s schedules it, and --replace swaps what is scheduled", slug,
			slug)
	}
	if err != nil {
		return nil, err
	}
	if err := l.NotHeld(ctx, source); err != nil {
		return nil, err
	}
	if err := goesToNobody(ctx, l, slug); err != nil {
		return nil, err
	}
	snapshot, from, err := toSend(ctx, l, source.ID)
	if err != nil {
		return nil, err
	}
	p := &Plan{Input: snapshot.Input, settings: w.Settings, ledger: l, more: true, from: from, closing: source.ClosesAt}
	if p.turns, err = l.Turns(ctx, slug); err != nil {
		return nil, err
	}
	book, diags, err := audience.Book(w, changes)
	if err != nil {
		return nil, err
	}
	if len(given) == 0 { // of an address that was given, any list may say something
		diags = draft.Look{Book: book, Lists: diags}.Touching(p.Input.Release)
	}
	if p.Findings = diags; diags.HasErrors() {
		return p, nil
	}
	if p.form, err = audience.NewForms(book, p.Input.Release, p.Input.Settings.Orgs, w.Settings.Mail); err != nil {
		return nil, err
	}
	if p.people, err = audience.Ask(ctx, l, slug); err != nil {
		return nil, err
	}
	if p.said, err = agreement.Ask(ctx, l, slug, w.Settings); err != nil {
		return nil, err
	}
	m := &Mailing{Kind: source.Kind, Phase: snapshot.Phase, At: now.In(snapshot.Input.Release.Zone)}
	p.Mailings = []*Mailing{m}
	if len(given) > 0 {
		err = p.take(book, m, given)
	} else {
		err = p.audience(book, m)
	}
	if err != nil {
		return nil, err
	}
	for _, m := range p.Mailings {
		p.finish(m)
		if err := p.leaveOut(m); err != nil {
			return nil, err
		}
	}
	p.leaveWaiting(m)
	return p, p.each(m, given)
}

// goesToNobody is an error where a release is sent to nobody else, whoever asks for it: it
// was withdrawn, it is on hold since it is out, or it was cancelled before that.
func goesToNobody(ctx context.Context, l *ledger.Ledger, slug string) error {
	said, err := l.Amendments(ctx, slug)
	if err := cmp.Or(err, ledger.Withdrawal(said), notChecked(ctx, l, slug)); err != nil {
		return err
	}
	d, err := l.Basis(ctx, slug)
	if err != nil || d == nil || d.State != ledger.Cancelled || !d.LiftedAt.IsZero() {
		return err
	}
	return saying.Errorf("%s was cancelled, and goes to nobody else; pressroom send %s schedules it anew, with whoever came to it", slug, slug)
}

// audience picks whom the release names.
func (p *Plan) audience(book *contacts.Book, m *Mailing) error {
	r := p.Input.Release
	advance, err := pick(book, r.Advance)
	if err != nil {
		return err
	}
	if m.Kind == embargo.Advance {
		advance = slices.DeleteFunc(advance, func(r audience.Recipient) bool {
			before := p.said.Of(r.Journalist) == agreement.Asks && p.people.Reached(r.Journalist.Key).Notified
			if before {
				m.Skipped = append(m.Skipped, Skipped{r.Journalist, wasAsked})
			}
			return before
		})
		if asked, _ := p.early(m, advance, false); len(asked) > 0 {
			p.Mailings = append(p.Mailings, asking(asked, m.At))
		}
		return nil
	}
	if m.Recipients, err = pick(book, r.To); err != nil {
		return err
	}
	m.Recipients = join(m.Recipients, advance) // who had an advance copy in view gets the release in any case
	return nil
}

// take finds the people given on the lists, or makes an entry for them.
func (p *Plan) take(book *contacts.Book, m *Mailing, given []Given) error {
	byKey := make(map[string]*contacts.Journalist, len(book.Journalists))
	for _, j := range book.Journalists {
		byKey[j.Key] = j
	}
	seen := make(map[string]bool)
	for _, g := range given {
		key, err := contacts.AddressKey(g.Address)
		if err != nil {
			return saying.Errorf("%s is not an address: %w", g.Address, err)
		}
		if seen[key] {
			continue
		}
		seen[key] = true
		j := byKey[key]
		if j == nil {
			j = &contacts.Journalist{Key: key, Email: g.Address, Name: g.Name, Outlet: g.Outlet, Language: g.Language}
		}
		if m.Kind == embargo.Advance {
			if err := p.mayHave(j, g.Address); err != nil {
				return err
			}
		}
		m.Recipients = append(m.Recipients, audience.Recipient{Member: audience.Member{Journalist: j, Via: "address"}})
	}
	return nil
}

// mayHave is an error where somebody has not agreed to the embargo.
func (p *Plan) mayHave(j *contacts.Journalist, address string) error {
	slug, until := p.Input.Release.Slug, p.closing.In(p.Input.Release.Zone).Format("2006-01-02 15:04 MST")
	switch p.said.Of(j) {
	case agreement.Gets:
		return nil
	case agreement.IsBarred:
		return saying.Errorf("%s is barred from advance copies, and %s is under embargo until %s; pressroom agreements bar lists why", address,
			slug, until)
	}
	return saying.Errorf("%s has not agreed to the embargo, and %s is under embargo until %s; once they have, write it down: "+
		"pressroom agreements add %s %s --how \"phone, 16:10\"", address, slug, until, address, slug)
}

// leaveWaiting takes those out who are about to get it from an unfinished mailing.
func (p *Plan) leaveWaiting(m *Mailing) {
	m.Recipients = slices.DeleteFunc(m.Recipients, func(r audience.Recipient) bool {
		has := p.people.Reached(r.Journalist.Key)
		waits := m.Kind == embargo.Release && has.ReleaseWaits || m.Kind == embargo.Advance && has.AdvanceWaits
		if waits && !r.Suppressed {
			m.Skipped = append(m.Skipped, Skipped{r.Journalist, waitsForIt})
		}
		return waits && !r.Suppressed
	})
}

// each makes an error of what keeps one of the people given from getting it.
func (p *Plan) each(m *Mailing, given []Given) error {
	if len(given) == 0 || m.Mailed() > 0 || len(m.Skipped) == 0 {
		return nil
	}
	s := m.Skipped[0]
	if s.Reason == hasIt {
		return saying.Errorf("%s: %v; pressroom send %s --again %s repeats it at their request", s.Journalist.Email, saying.Word(s.Reason),
			p.Input.Release.Slug, s.Journalist.Email)
	}
	return saying.Errorf("%s: %v", s.Journalist.Email, saying.Word(s.Reason))
}

// Again is a copy that somebody asked for once more.
type Again struct {
	Of       *ledger.Copy
	Snapshot *Snapshot
	By       string           // who sends it, "" where that is not known
	from     *ledger.Dispatch // as it was when the snapshot was read
	to       ledger.Recipient
	form     audience.Form
	settings workspace.Settings
	ledger   *ledger.Ledger
}

// PrepareAgain plans to repeat one person's copy at their request, from what is
// stored of it, under another Message-ID and with a first line that says so.
func PrepareAgain(ctx context.Context, w *workspace.Workspace, l *ledger.Ledger, slug, address string, now time.Time) (*Again, error) {
	key, err := contacts.AddressKey(address)
	if err != nil {
		return nil, saying.Errorf("%s is not an address: %w", address, err)
	}
	if err := audience.MayMail(ctx, l, key, address); err != nil {
		return nil, err
	}
	of, err := l.CopyOf(ctx, slug, key)
	if err != nil {
		return nil, err
	}
	if of == nil {
		return nil, saying.Errorf("%s has not got %s; pressroom send %s --more %s sends it to them", address, slug, slug, address)
	}
	if err := goesToNobody(ctx, l, slug); err != nil {
		return nil, err
	}
	if of.Kind == embargo.Advance && !now.Before(of.ClosesAt) {
		return nil, saying.Errorf("%s has an advance copy of %s, whose embargo has ended; pressroom send %s --more %s sends the release", address,
			slug, slug, address)
	}
	if err := asItIsNow(ctx, l, slug, of); err != nil {
		return nil, err
	}
	a := &Again{Of: of, settings: w.Settings, ledger: l}
	if a.Snapshot, a.from, err = toSend(ctx, l, of.Dispatch); err != nil {
		return nil, err
	}
	if err := l.NotHeld(ctx, a.from); err != nil {
		return nil, err
	}
	form, ok := audience.ParseForm(of.Template)
	if !ok {
		return nil, fmt.Errorf("%s of %s is no form of a message", of.Template, of.Dispatch)
	}
	form.Note = audience.NoteAgain
	a.form = form
	a.to = ledger.Recipient{
		Key: key, Address: envelopeAddress(&contacts.Journalist{Email: address, Key: key}), Name: of.Name, Outlet: of.Outlet,
		Language: of.Language, Template: form.Name(),
	}
	return a, nil
}

// asItIsNow has somebody whose copy was put right since get what holds now.
func asItIsNow(ctx context.Context, l *ledger.Ledger, slug string, of *ledger.Copy) error {
	d, err := l.Dispatch(ctx, of.Dispatch)
	if err != nil {
		return err
	}
	said, err := l.Amendments(ctx, slug)
	if err != nil {
		return err
	}
	letter := slices.ContainsFunc(said, func(m ledger.Amendment) bool { // of a hold, which has none of the words
		return m.Mailing == d.ID && (m.Grade == string(release.GradeHold) || m.Grade == string(release.GradeHoldEnd))
	})
	if d.Superseded == "" && !letter {
		return nil
	}
	now, err := l.Source(ctx, slug)
	if err != nil {
		return err
	}
	of.Dispatch, of.Kind, of.ClosesAt = now.ID, now.Kind, now.ClosesAt
	return nil
}

// Send stores and schedules it, outside the rounds, and returns the dispatch's id.
func (a *Again) Send(ctx context.Context, now time.Time) (id string, err error) {
	by, approvers, err := approved(&a.settings, a.By)
	if err != nil {
		return "", err
	}
	in := a.Snapshot.Input
	c := a.Snapshot.composer()
	artefacts, err := c.artefacts(ctx, []audience.Form{a.form})
	if err != nil {
		return "", err
	}
	snapshot, err := c.keep(artefacts)
	if err != nil {
		return "", err
	}
	turns, err := a.ledger.Turns(ctx, in.Release.Slug)
	if err != nil {
		return "", err
	}
	id, err = a.ledger.Create(ctx, ledger.Draft{
		Slug: in.Release.Slug, Revision: in.Revision, Headline: in.Release.Main().Headline, Kind: a.Of.Kind, Round: ledger.Outside,
		ReleaseAt: now, ClosesAt: a.Of.ClosesAt, Grace: a.settings.Mail.Grace, Zone: in.Release.Zone.String(), Sender: c.mail.From,
		Snapshot: snapshot, Artefacts: artefacts, Blobs: c.blobs,
	})
	if err != nil {
		return "", err
	}
	defer func() {
		if err != nil {
			a.ledger.Discard(context.WithoutCancel(ctx), id)
		}
	}()
	if err := a.ledger.Add(ctx, id, []ledger.Recipient{a.to}); err != nil {
		return "", err
	}
	return id, a.ledger.Schedule(ctx, ledger.Scheduling{
		Slug: in.Release.Slug, Revision: in.Revision, IDs: []string{id}, More: true, From: a.from, Turns: len(turns),
		By: by, Approvers: approvers, Again: a.to.Key,
	})
}

// keep is the snapshot of what a composer has compiled, in JSON.
func (c *composer) keep(artefacts map[string][]byte) ([]byte, error) {
	k := kept{Notes: c.notes, Kind: c.kind, Phase: c.phase, Mail: c.mail, Prior: c.prior}
	if c.kind == embargo.Notice {
		k.Embargo = &c.embargo
	}
	parts := slices.Sorted(maps.Keys(c.blobs))
	k.Record = c.in.Record(c.put)
	k.Artefacts, k.Parts = make(map[string]string), parts
	for name, data := range artefacts {
		k.Artefacts[name] = blob.Digest(data)
	}
	data, err := json.Marshal(k)
	if err != nil {
		return nil, fmt.Errorf("making the snapshot: %w", err)
	}
	return data, nil
}
