// Package dispatch decides what goes to an audience, and when: it plans a mailing, stores
// all that the mailing needs, and schedules it.
//
// Prepare makes a Plan to look at; Plan.Schedule writes it. Nothing after that
// reads the workspace's folder.
package dispatch

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"pressroom/internal/agreement"
	"pressroom/internal/audience"
	"pressroom/internal/compile"
	"pressroom/internal/contacts"
	"pressroom/internal/diagnostic"
	"pressroom/internal/draft"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/release"
	"pressroom/internal/saying"
	"pressroom/internal/workspace"
)

// Plan is what send would do.
type Plan struct {
	Input    *compile.Input
	Mailings []*Mailing // the advance one first, if there is one; the notice to those who are asked last
	Findings diagnostic.List
	// Armed tells that scheduling lets nothing leave: it waits for a word.
	Armed bool
	// Pending are the quotes without sign-off: those that are printed, and those that are
	// left out.
	Pending []release.Pending
	Busy    string // an unfinished dispatch of the release, "" if there is none
	BusyIn  ledger.State
	// Out says why nothing of it may be sent: it has gone out. nil otherwise.
	Out error
	// By is who schedules it, "" where that is not known.
	By string
	// Wait is how long what leaves at once waits, so that it can be undone.
	Wait     time.Duration
	settings workspace.Settings
	ledger   *ledger.Ledger
	known    *release.Known
	turns    []ledger.Turn    // what has happened to the embargo so far
	more     bool             // it adds to what there is
	closing  time.Time        // then, of advance copies: when the embargo ends, as it is now
	from     *ledger.Dispatch // then: what it is read from, as it was
	people   *audience.People
	said     *agreement.Known
	form     *audience.Forms
}

// Mailing is one dispatch of a plan.
type Mailing struct {
	Kind  embargo.Kind
	Phase release.Phase
	// At is in the release's zone; for what leaves at once, the moment of planning. It
	// is zero for what waits for a word.
	At         time.Time
	Recipients []audience.Recipient
	Skipped    []Skipped
	// texts are, for advance copies, the text in each language, which tells whether
	// the words changed since an earlier one.
	texts map[string][]byte
}

// Skipped is a journalist who is not mailed, and why.
type Skipped struct {
	Journalist *contacts.Journalist
	Reason     string
}

// Words that a plan gives as reasons.
const (
	isSuppressed = "not to be mailed (see suppressions list)"
	hasIt        = ledger.HasIt
)

// Prepare plans the mailing of a release at the wall-clock time now. changes, by
// address key, are what journalists have changed themselves; known is what the
// database knows of the quotes, nil if none were asked for; without names quotes
// that are left out of this mailing, by their organisation or id. Findings
// that are errors come back in the Plan, which then cannot be scheduled.
func Prepare(
	ctx context.Context, w *workspace.Workspace, l *ledger.Ledger, slug string, changes map[string]contacts.Change, known *release.Known,
	now time.Time, without ...string,
) (*Plan, error) {
	text, err := draft.New(w).Read(slug, without...)
	if err != nil {
		return nil, err
	}
	return PrepareText(ctx, w, l, text, changes, known, now)
}

// PrepareText is Prepare for a release that was read already, wherever it was read
// from.
func PrepareText(
	ctx context.Context, w *workspace.Workspace, l *ledger.Ledger, text *draft.Text, changes map[string]contacts.Change, known *release.Known,
	now time.Time,
) (*Plan, error) {
	text, err := text.With(known)
	if err != nil {
		return nil, err
	}
	if text.Input == nil {
		return &Plan{settings: w.Settings, ledger: l, known: known, Findings: text.Findings}, nil
	}
	book, lists, err := audience.Book(w, changes)
	if err != nil {
		return nil, err
	}
	look := draft.Look{Book: book, Lists: lists, Known: known, Now: now, Mail: w.Settings.Mail, Users: w.Settings.Users}
	return planOf(ctx, w.Settings, l, text, look)
}

// planOf plans the mailing of a text that could be read. look is all that is known
// beside what the ledger says of the release and of people, which is asked here.
func planOf(ctx context.Context, settings workspace.Settings, l *ledger.Ledger, text *draft.Text, look draft.Look) (*Plan, error) {
	slug := text.Slug
	p := &Plan{settings: settings, ledger: l, known: look.Known, Input: text.Input.Dated(look.Now), Pending: text.Pending}
	var err error
	if p.Busy, p.BusyIn, err = l.Busy(ctx, slug); err != nil {
		return nil, err
	}
	if p.Out = l.Out(ctx, slug, p.Input.Revision, p.Busy != ""); p.Out != nil {
		if err := outOr(slug, &p.Out); err != nil {
			return nil, err
		}
	}
	if look.Public, err = l.IsPublic(ctx, slug); err != nil {
		return nil, err
	}
	if p.turns, err = l.Turns(ctx, slug); err != nil {
		return nil, err
	}
	if p.people, err = audience.Ask(ctx, l, slug); err != nil {
		return nil, err
	}
	if p.said, err = agreement.Ask(ctx, l, slug, settings); err != nil {
		return nil, err
	}
	look.Unmailed = p.people.Unmailed
	if p.Findings = text.Look(look).Refused(); p.Findings.HasErrors() {
		return p, nil
	}
	if err := p.mailings(look.Book, look.Now, look.Public); err != nil {
		return nil, err
	}
	return p, nil
}

// outOr keeps what says that the release has gone out, or was withdrawn, and returns any other
// error.
func outOr(slug string, err *error) error {
	var out *ledger.OutError
	var withdrawn *ledger.WithdrawnError
	switch {
	case errors.As(*err, &out):
		*err = &GoneError{slug, out}
		return nil
	case errors.As(*err, &withdrawn):
		*err = withdrawn
		return nil
	}
	other := *err
	*err = nil
	return other
}

// mailings works out who gets what. rest tells that the release is public already,
// and those who have not been mailed get it now.
func (p *Plan) mailings(book *contacts.Book, now time.Time, rest bool) error {
	r := p.Input.Release
	at := r.Timing.At
	if r.Timing.Kind == release.Immediate || rest {
		at = now.In(r.Zone)
	}
	p.Armed = r.Timing.Kind == release.OnWord && !rest
	if p.Armed {
		at = time.Time{}
	}
	main := &Mailing{Kind: embargo.Release, Phase: release.PhaseRelease, At: at}
	var joining, asked []audience.Recipient
	leave := now
	if r.AdvanceAt.After(now) {
		leave = r.AdvanceAt
	}
	if len(r.Advance) > 0 {
		advance := &Mailing{Kind: embargo.Advance, Phase: release.PhaseAdvance, At: leave.In(r.Zone)}
		picked, err := pick(book, r.Advance)
		if err != nil {
			return err
		}
		asked, joining = p.early(advance, picked, rest)
		if !rest && len(picked) > 0 {
			p.Mailings = append(p.Mailings, advance)
		}
	}
	to, err := pick(book, r.To)
	if err != nil {
		return err
	}
	main.Recipients = join(to, joining)
	p.Mailings = append(p.Mailings, main)
	if len(asked) > 0 {
		p.Mailings = append(p.Mailings, asking(asked, leave.In(r.Zone)))
	}
	if p.form, err = audience.NewForms(book, r, p.Input.Settings.Orgs, p.settings.Mail); err != nil {
		return err
	}
	for _, m := range p.Mailings {
		p.finish(m)
		if err := p.leaveOut(m); err != nil {
			return err
		}
	}
	return nil
}

// pick unites audiences.
func pick(book *contacts.Book, of []release.Audience) ([]audience.Recipient, error) {
	members, err := audience.Pick(book, of)
	return audience.Recipients(members), err
}

// join is one list of recipients with those of another who are not on it.
func join(to, more []audience.Recipient) []audience.Recipient {
	members := func(list []audience.Recipient) []audience.Member {
		out := make([]audience.Member, len(list))
		for i, p := range list {
			out[i] = p.Member
		}
		return out
	}
	return audience.Recipients(audience.Join(members(to), members(more)))
}

// finish gives each recipient a form and says who is not mailed.
func (p *Plan) finish(m *Mailing) {
	if m.Kind == embargo.Notice {
		p.form.Give(m.Recipients, m.Phase, false, p.people)
		for i := range m.Recipients {
			m.Recipients[i].Form = p.noticeForm(m.Recipients[i].Journalist.Language)
		}
		return
	}
	for _, j := range p.form.Give(m.Recipients, m.Phase, m.Kind == embargo.Advance, p.people) {
		m.Skipped = append(m.Skipped, Skipped{j, isSuppressed})
	}
}

// Mailed is how many of a mailing's recipients are mailed.
func (m *Mailing) Mailed() int {
	n := 0
	for _, r := range m.Recipients {
		if r.Mailed() {
			n++
		}
	}
	return n
}

// Asked is how many of its recipients are asked before they get it.
func (m *Mailing) Asked() int {
	n := 0
	for _, r := range m.Recipients {
		if r.Asked && !r.Suppressed {
			n++
		}
	}
	return n
}

// Covers counts who is mailed with each cover note, by its id.
func (m *Mailing) Covers() map[string]int {
	n := make(map[string]int)
	for _, r := range m.Recipients {
		if !r.Mailed() || r.Form.Covers == "" {
			continue
		}
		for _, id := range strings.Split(r.Form.Covers, ",") {
			n[id]++
		}
	}
	return n
}

// Empty tells whether the plan would mail nobody.
func (p *Plan) Empty() bool {
	for _, m := range p.Mailings {
		if m.Mailed() > 0 {
			return false
		}
	}
	return true
}

// Schedule stores the snapshot, the recipients and the messages of every mailing
// and schedules them together. It returns the dispatches' ids.
func (p *Plan) Schedule(ctx context.Context, replace bool, progress func(done, total int)) (ids []string, err error) {
	if p.Findings.HasErrors() {
		return nil, p.Findings
	}
	slug := p.Input.Release.Slug
	if p.Out != nil {
		return nil, p.Out
	}
	if p.Busy != "" && !replace {
		return nil, &ledger.BusyError{ID: p.Busy}
	}
	if p.Empty() {
		return nil, p.Nobody()
	}
	by, approvers, err := approved(&p.settings, p.By)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			for _, id := range ids {
				p.ledger.Discard(context.WithoutCancel(ctx), id)
			}
			ids = nil
		}
	}()
	total, done := 0, 0
	for _, m := range p.Mailings {
		total += len(m.Recipients)
	}
	for _, m := range p.Mailings {
		if len(m.Recipients) == 0 && (m.Kind != embargo.Release || len(p.Mailings) == 1) {
			continue // a release without recipients is public all the same, where advance copies went
		}
		id, err := p.write(ctx, m)
		if id != "" {
			ids = append(ids, id)
		}
		if err != nil {
			return ids, err
		}
		for batch := range slices.Chunk(p.recipients(m), 500) {
			if err := p.ledger.Add(ctx, id, batch); err != nil {
				return ids, err
			}
			done += len(batch)
			if progress != nil {
				progress(done, total)
			}
		}
	}
	var notBefore time.Time
	if p.Wait > 0 {
		now, err := p.ledger.Now(ctx)
		if err != nil {
			return ids, err
		}
		notBefore = now.Add(p.Wait)
	}
	return ids, p.ledger.Schedule(ctx, ledger.Scheduling{
		By: by, Approvers: approvers, NotBefore: notBefore,
		Slug: slug, Revision: p.Input.Revision, IDs: ids, Replace: replace, More: p.more, From: p.from,
		Quotes: p.quotes(), Armed: p.Armed, Group: p.Input.Release.Group, Turns: len(p.turns),
	})
}

// quotes is the end of the quotes' history that the plan rests on.
func (p *Plan) quotes() string {
	if p.known == nil {
		return ""
	}
	return p.known.Head
}

// Test writes a dispatch of kind test to one address, in the phase in which the
// release would leave now, and schedules it at once.
func (p *Plan) Test(ctx context.Context, address, lang string, now time.Time) (string, error) {
	key, err := contacts.AddressKey(address)
	if err != nil {
		return "", err
	}
	if p.Input == nil {
		return "", p.Findings
	}
	r := p.Input.Release
	if lang == "" {
		lang = r.Main().Language
	} else if r.Version(lang) == nil {
		return "", saying.Errorf("%s is not written in %s; there are %s", r.Slug, lang, strings.Join(r.Languages(), ", "))
	}
	m := &Mailing{Kind: embargo.Test, Phase: release.PhaseRelease, At: now}
	if r.Timing.Kind == release.Embargoed && now.Before(r.Timing.At) {
		m.Phase = release.PhaseAdvance
	}
	j := &contacts.Journalist{Key: key, Email: address, Language: lang}
	form := audience.Form{Language: lang, Attach: p.settings.Mail.Attach != "never", Covers: strings.Join(r.CoverIDs(m.Phase), ",")}
	m.Recipients = []audience.Recipient{{Member: audience.Member{Journalist: j, Via: "test"}, Form: form}}
	id, err := p.write(ctx, m)
	if err != nil {
		return "", err
	}
	if err := p.ledger.Add(ctx, id, p.recipients(m)); err != nil {
		return "", err
	}
	return id, p.ledger.ScheduleTest(ctx, id)
}
