package dispatch

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

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

// Wish is how a release that has gone out is to be put right: one of the first three.
type Wish struct {
	Note       bool // a slip: the page alone says so
	Update     bool // something is new
	Correction bool // something was wrong
	// Mail tells those who have it of an update. A note is never mailed, and a
	// correction always.
	Mail bool
	// NoRepeat leaves out, wherever readers look, what was wrong.
	NoRepeat bool
}

// Check says what is wrong with a wish.
func (w Wish) Check() error {
	n := 0
	for _, one := range []bool{w.Note, w.Update, w.Correction} {
		if one {
			n++
		}
	}
	switch {
	case n != 1:
		return saying.Errorf("say what it is: --note (a slip, page only), --update (something is new) or --correction (something was wrong)")
	case w.Mail && !w.Update:
		return saying.Errorf("--mail goes with --update: a correction is always mailed, and a note never")
	}
	return nil
}

func (w Wish) grade() release.Grade {
	switch {
	case w.Correction:
		return release.GradeCorrection
	case w.Update:
		return release.GradeUpdate
	}
	return release.GradeNote
}

// mails tells whether those who have the release are written to.
func (w Wish) mails() bool { return w.Correction || w.Update && w.Mail }

// Amendment is what putting a release right would do: from the file as it is now to
// those who have other words.
type Amendment struct {
	Wish
	Input    *compile.Input // the file as it is now
	Findings diagnostic.List
	// Differences are what changed in each language, the main one first.
	Differences []Difference
	Holders     []Holder // who gets the mail
	Calls       []Call   // who has other words, and cannot be written to
	Erased      int      // of whom nothing is known any more
	// Waiting are those who have not got it yet, and get it as it is now: as the release,
	// or as an advance copy.
	Waiting, WaitingAdvance int
	// Said is what was said of it before, oldest first.
	Said   []ledger.Amendment
	Public bool // its instant has come
	At     time.Time
	By     string // who makes it, "" where that is not known

	base      *ledger.Dispatch // what holds until now
	stopped   bool             // nothing goes to everybody by itself: it was cancelled, or its instant has passed
	words     map[string]map[string]string
	standings []*ledger.Standing
	people    *audience.People
	bars      []ledger.Bar // from what goes out before the instant
	byKey     map[string]*contacts.Journalist
	form      *audience.Forms
	settings  workspace.Settings
	ledger    *ledger.Ledger
	known     *release.Known
	key       []byte
	sentences map[string]string
	any       bool          // whatever words somebody has are not to be used
	special   release.Grade // a hold, or its end, which no wish is; "" for none
}

// grade is what is said of the release.
func (a *Amendment) grade() release.Grade {
	if a.special != "" {
		return a.special
	}
	return a.Wish.grade()
}

// mails tells whether those who have the release are written to.
func (a *Amendment) mails() bool { return a.special != "" || a.Wish.mails() }

// Difference is what changed in a language.
type Difference struct {
	Language string
	Changed  []release.ChangedPassage
	New      bool // it is not what went out before: the release was not written in it
	// Remaining are words that were replaced, where they stand all the same.
	Remaining []release.Remains
}

// Holder is somebody who has words that are others now.
type Holder struct {
	*ledger.Standing
	Journalist *contacts.Journalist
	Form       audience.Form
}

// Call is somebody who has words that are others now, and can only be called.
type Call struct {
	*ledger.Standing
	Reason string
}

// NothingOutError says that nothing of a release has gone out that could be put right.
type NothingOutError struct{ Slug string }

func (e *NothingOutError) Error() string { return e.Said().String() }

// Said is the error as a sentence.
func (e *NothingOutError) Said() saying.Sentence {
	return saying.Of("nobody has anything of %s yet; pressroom send %s schedules it, and send --replace swaps what is scheduled", e.Slug,
		e.Slug)
}

// UnchangedError says that the file says what everybody has.
type UnchangedError struct{ Slug string }

func (e *UnchangedError) Error() string { return e.Said().String() }

// Said is the error as a sentence.
func (e *UnchangedError) Said() saying.Sentence {
	return saying.Of("the file of %s says what went out, word for word; change releases/%s.md first, and correct starts from there",
		e.Slug, e.Slug)
}

// PrepareAmendment plans to put a release right, from its file as it was read. changes
// and known are as in Prepare.
func PrepareAmendment(
	ctx context.Context, w *workspace.Workspace, l *ledger.Ledger, text *draft.Text, wish Wish, changes map[string]contacts.Change,
	known *release.Known, now time.Time,
) (*Amendment, error) {
	a := &Amendment{Wish: wish, At: now, settings: w.Settings, ledger: l, known: known, Findings: text.Findings}
	if err := a.reads(ctx, text.Slug); err != nil {
		return nil, err
	}
	text, err := text.With(known)
	if err != nil {
		return nil, err
	}
	if a.Findings = text.Findings; text.Input == nil {
		return nil, a.Findings
	}
	book, lists, err := audience.Book(w, changes)
	if err != nil {
		return nil, err
	}
	look := draft.Look{Book: book, Lists: lists, Known: known, Now: now, Mail: w.Settings.Mail, Users: w.Settings.Users}
	look.Public = a.Public || a.stopped // its time is settled
	if a.Findings = text.Look(look).Refused(); a.Findings.HasErrors() {
		return nil, a.Findings
	}
	if a.stopped && !a.mails() {
		return nil, saying.Errorf("%s has no page and goes to nobody but those who have a copy: they are told with --correction, or with "+
			"--update --mail", a.base.Slug)
	}
	a.Input = text.Input.Dated(a.base.ReleaseAt)
	a.byKey = make(map[string]*contacts.Journalist, len(book.Journalists))
	for _, j := range book.Journalists {
		a.byKey[j.Key] = j
	}
	if a.form, err = audience.NewForms(book, a.Input.Release, a.Input.Settings.Orgs, w.Settings.Mail); err != nil {
		return nil, err
	}
	if err := a.compare(ctx); err != nil {
		return nil, err
	}
	return a, a.who(ctx)
}

// reads asks the ledger what went out, what was said of it, and who has it.
func (a *Amendment) reads(ctx context.Context, slug string) (err error) {
	if a.base, err = a.ledger.Basis(ctx, slug); err != nil {
		return err
	}
	if a.standings, err = a.ledger.Standings(ctx, slug); err != nil {
		return err
	}
	a.Public = a.base != nil && !a.base.LiftedAt.IsZero()
	if a.base == nil || !a.Public && !ledger.AnyCopy(a.standings) {
		return &NothingOutError{slug}
	}
	a.stopped = !a.Public && !a.base.GoesOut(a.At)
	if a.Said, err = a.ledger.Amendments(ctx, slug); err != nil {
		return err
	}
	if err := ledger.Withdrawal(a.Said); err != nil {
		return err
	}
	if a.key, err = a.ledger.Key(ctx); err != nil {
		return err
	}
	if a.bars, err = a.ledger.Bars(ctx); err != nil {
		return err
	}
	a.people, err = audience.Ask(ctx, a.ledger, "")
	return err
}

// compare finds what changed in each language, and the words of every revision that
// somebody has.
func (a *Amendment) compare(ctx context.Context) error {
	was, err := a.revision(ctx, a.base.ID)
	if err != nil {
		return err
	}
	r := a.Input.Release
	if at := was.Timing.At; !at.Equal(r.Timing.At) {
		return saying.Errorf("releases/%s.md is timed for another moment than the one that went out, %s; set that back: it is not put right so",
			r.Slug, at.In(r.Zone).Format("2006-01-02 15:04 MST"))
	}
	for _, v := range r.Versions {
		d := Difference{Language: v.Language}
		if old := was.Version(v.Language); old != nil {
			now := r.Passages(v)
			d.Changed = release.Difference(was.Passages(old), now)
			d.Remaining = release.Remaining(d.Changed, now)
		} else {
			d.New = true
		}
		a.Differences = append(a.Differences, d)
	}
	a.words = map[string]map[string]string{"": wordsOf(r)}
	for _, s := range a.standings {
		for _, c := range append(slices.Clone(s.Copies), handOf(s)...) {
			if a.words[c.Revision] != nil {
				continue
			}
			held, err := a.revision(ctx, c.Dispatch)
			if err != nil {
				return err
			}
			a.words[c.Revision] = wordsOf(held)
		}
	}
	return nil
}

func handOf(s *ledger.Standing) []ledger.HeldCopy {
	if s.InHand == nil {
		return nil
	}
	return []ledger.HeldCopy{*s.InHand}
}

// revision is the release that a dispatch sent.
func (a *Amendment) revision(ctx context.Context, id string) (*release.Release, error) {
	data, err := a.ledger.Snapshot(ctx, id)
	if err != nil {
		return nil, err
	}
	record, err := compile.ReadRecord(data)
	if err != nil {
		return nil, fmt.Errorf("the snapshot of %s: %w", id, err)
	}
	r, _, err := record.Release(a.base.Slug)
	if err != nil {
		return nil, fmt.Errorf("the snapshot of %s: %w", id, err)
	}
	return r, nil
}

// wordsOf are the words of a release by language.
func wordsOf(r *release.Release) map[string]string {
	out := make(map[string]string)
	for _, v := range r.Versions {
		out[v.Language] = release.Joined(r.Passages(v))
	}
	return out
}

// differs tells whether a copy has other words than the release has now.
func (a *Amendment) differs(c *ledger.HeldCopy) bool {
	words, known := a.words[c.Revision]
	return a.any || !known || words[c.Language] != a.words[""][c.Language]
}

// Changed tells whether the words of a language are others than before.
func (a *Amendment) Changed(lang string) bool {
	return slices.ContainsFunc(a.Differences, func(d Difference) bool { return d.Language == lang && len(d.Changed) > 0 })
}

// who finds who is written to, who can only be called, and who waits.
func (a *Amendment) who(ctx context.Context) error {
	for _, s := range a.standings {
		switch {
		case a.stopped && !a.any: // nothing is to leave to them
		case s.Waits, a.Public && s.AdvanceWaits && s.InHand == nil:
			a.Waiting++
		}
		if s.AdvanceWaits && !a.Public && (a.any || !a.stopped) {
			a.WaitingAdvance++
		}
		newest := s.Newest()
		if newest == nil || !a.differs(newest) {
			continue
		}
		if s.Erased {
			a.Erased++
			continue
		}
		reason, err := a.unreached(ctx, s)
		if err != nil {
			return err
		}
		if reason != "" {
			a.Calls = append(a.Calls, Call{s, reason})
			continue
		}
		a.Holders = append(a.Holders, a.holder(s))
	}
	if a.any {
		return nil
	}
	changed := slices.ContainsFunc(a.Differences, func(d Difference) bool { return d.New || len(d.Changed) > 0 })
	if !changed && a.base.Revision == a.Input.Revision && (!a.mails() || len(a.Holders) == 0) {
		return &UnchangedError{a.base.Slug}
	}
	if a.Correction && !changed && len(a.Holders) == 0 {
		return saying.Errorf("no word of it changed, only what goes with it: that is an --update, or a --note")
	}
	return nil
}

// unreached is why somebody who has other words can only be called; "" for who is mailed.
func (a *Amendment) unreached(ctx context.Context, s *ledger.Standing) (string, error) {
	if a.people.Unmailed(s.Key) {
		why, err := a.ledger.Suppressed(ctx, s.Key)
		if err != nil || why == nil {
			return "not to be mailed", err
		}
		return strings.TrimSpace(why.Reason + " " + why.Detail), nil
	}
	if a.barred(s) {
		return "barred from advance copies", nil
	}
	return "", nil
}

// barred tells whether somebody gets nothing of the words before everybody does.
func (a *Amendment) barred(s *ledger.Standing) bool {
	return !a.Public && !a.any && ledger.BarIn(a.bars, s.Key, s.Person) != nil
}

// holder is somebody with the form in which they get the mail: the one that is theirs
// now, in the language of what they have.
func (a *Amendment) holder(s *ledger.Standing) Holder {
	j, form := a.journalist(s, a.phase())
	if form.Covers, form.Note = "", ""; a.special != "" {
		form.Attach = false // the letter has none of its words
	}
	of := s.Newest()
	if of == nil {
		of = s.InHand
	}
	if of != nil && a.Input.Release.Version(of.Language) != nil {
		form.Language = of.Language
	}
	return Holder{s, j, form}
}

// journalist is who somebody is by the press lists, or as a mailing knew them, and the
// form that is theirs in a phase.
func (a *Amendment) journalist(s *ledger.Standing, phase release.Phase) (*contacts.Journalist, audience.Form) {
	if j := a.byKey[s.Key]; j != nil {
		return j, a.form.Of(j, phase)
	}
	j := &contacts.Journalist{Key: s.Key, Email: s.Address, Name: s.Name, Outlet: s.Outlet, Language: s.Language, Lists: s.Lists}
	form := a.form.Of(j, phase)
	if had, ok := audience.ParseForm(s.Template); ok {
		form.TextOnly, form.Attach = had.TextOnly, had.Attach
	}
	return j, form
}

// phase is that in which holders are written to.
func (a *Amendment) phase() release.Phase {
	if a.Public || a.any {
		return release.PhaseRelease
	}
	return release.PhaseAdvance
}

// recipient is somebody on a mailing.
func recipient(s *ledger.Standing, j *contacts.Journalist, form audience.Form) ledger.Recipient {
	return ledger.Recipient{
		Key: s.Key, Address: envelopeAddress(&contacts.Journalist{Email: s.Address, Key: s.Key}), Name: j.Name, Outlet: j.Outlet,
		Language: form.Language, Template: form.Name(), Lists: s.Lists, Priority: s.Priority,
	}
}

// toHolder is what somebody gets by the mail to holders, if anything: the ledger asks once
// more when it is scheduled. What is in a worker's hands may yet arrive.
func (a *Amendment) toHolder(s *ledger.Standing) (ledger.Recipient, bool) {
	newest := s.Newest()
	wrong := newest != nil && a.differs(newest) || s.InHand != nil && a.differs(s.InHand)
	if !wrong || s.Erased || a.barred(s) {
		return ledger.Recipient{}, false
	}
	h := a.holder(s)
	r := recipient(s, h.Journalist, h.Form)
	r.Thread = s.Thread(a.key)
	if !a.Public && !a.any {
		_, follow := a.journalist(s, release.PhaseRelease)
		r.Follow = follow.Name()
	}
	return r, true
}

// instead is what somebody gets in the place of what does not leave any more.
func (a *Amendment) instead(s *ledger.Standing, kind embargo.Kind) (ledger.Recipient, bool) {
	if s.Erased || a.special == "" && a.Public && a.mails() && s.Newest() != nil && a.differs(s.Newest()) {
		return ledger.Recipient{}, false // the mail to holders has the whole release
	}
	phase := release.PhaseRelease
	if kind == embargo.Advance {
		phase = release.PhaseAdvance
	}
	j, form := a.journalist(s, phase)
	r := recipient(s, j, form)
	if kind == embargo.Advance {
		_, follow := a.journalist(s, release.PhaseRelease)
		r.Follow = follow.Name()
	}
	return r, true
}
