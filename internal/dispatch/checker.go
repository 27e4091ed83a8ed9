package dispatch

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"pressroom/internal/audience"
	"pressroom/internal/check"
	"pressroom/internal/compile"
	"pressroom/internal/contacts"
	"pressroom/internal/diagnostic"
	"pressroom/internal/draft"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/release"
	"pressroom/internal/saying"
	"pressroom/internal/spread"
	"pressroom/internal/workspace"
)

// Checked is what is said about one release.
type Checked struct {
	Slug     string
	Findings diagnostic.List
	// Goes says in a sentence when it goes out, or why nothing will be sent.
	Goes saying.Sentence
}

// Checker looks at releases as send would, and writes nothing. Its fields are set by
// NewChecker; Known may be set before the first release is looked at.
type Checker struct {
	// Known is what the database knows of a release's quotes, nil if nothing.
	Known func(ctx context.Context, slug string) (*release.Known, error)

	ledger     *ledger.Ledger
	settings   workspace.Settings
	texts      *draft.Reader
	look       draft.Look
	dispatches map[string][]*ledger.Dispatch // by slug, oldest first
	amendments map[string][]ledger.Amendment // by slug, oldest first
}

// NewChecker reads what all releases share: press lists, what journalists changed
// themselves (by address key), who is not mailed, what has been scheduled. l is nil
// where there is no database yet. Now is the time to hold the releases against.
func NewChecker(
	ctx context.Context, w *workspace.Workspace, l *ledger.Ledger, changes map[string]contacts.Change, now time.Time,
) (*Checker, error) {
	book, lists, err := audience.Book(w, changes)
	if err != nil {
		return nil, err
	}
	look := draft.Look{Book: book, Lists: lists, Now: now, Mail: w.Settings.Mail, Users: w.Settings.Users}
	return CheckerOf(ctx, w.Settings, l, draft.New(w).Reader(), look)
}

// CheckerOf is NewChecker for whoever has read what all releases share: texts reads them, look
// has the press lists, what is wrong with them, the time, and how mail leaves.
func CheckerOf(ctx context.Context, settings workspace.Settings, l *ledger.Ledger, texts *draft.Reader, look draft.Look) (*Checker, error) {
	c := &Checker{ledger: l, settings: settings, texts: texts, look: look, dispatches: make(map[string][]*ledger.Dispatch)}
	if l == nil {
		return c, nil
	}
	people, err := audience.Ask(ctx, l, "")
	if err != nil {
		return nil, err
	}
	c.look.Unmailed = people.Unmailed
	all, err := l.Dispatches(ctx, "")
	if err != nil {
		return nil, err
	}
	for _, d := range all {
		if d.Round != "" && d.Kind != embargo.Notice {
			c.dispatches[d.Slug] = append(c.dispatches[d.Slug], d)
		}
	}
	c.amendments, err = l.AllAmendments(ctx)
	return c, err
}

// Lists is what is wrong with the press lists, whichever releases go to them.
func (c *Checker) Lists() diagnostic.List { return c.look.Lists }

// All looks at releases, as many at once as there are processors, and returns what is
// said in their order.
func (c *Checker) All(ctx context.Context, slugs []string) ([]Checked, error) {
	out := make([]Checked, len(slugs))
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	err := spread.Over(ctx, len(slugs), 0, func(i int) error {
		var err error
		if out[i], err = c.Release(ctx, slugs[i]); err != nil {
			stop(err) // what is left is not looked at, and Over says why
		}
		return nil
	})
	return out, err
}

// Release looks at one release, as it stands in the folder.
func (c *Checker) Release(ctx context.Context, slug string) (Checked, error) {
	text, err := c.texts.Read(slug)
	if err != nil {
		return Checked{Slug: slug}, err
	}
	return c.Text(ctx, text)
}

// Text looks at a release that was read already, wherever it was read from.
func (c *Checker) Text(ctx context.Context, text *draft.Text) (Checked, error) {
	slug := text.Slug
	out := Checked{Slug: slug}
	look := c.look
	if c.Known != nil {
		known, err := c.Known(ctx, slug)
		if err != nil {
			return out, err
		}
		look.Known = known
	}
	text, err := text.With(look.Known)
	if err != nil {
		return out, err
	}
	gone, open := c.mailings(slug)
	look.Public = gone != nil
	v := text.Look(look)
	in := text.Input
	if in == nil {
		out.Findings = v.Warned()
		out.Goes = c.words(slug, nil, out.Findings, nil, gone, open)
		return out, nil
	}
	if err := c.past(ctx, text, look, &v, gone, open); err != nil {
		return out, err
	}
	out.Findings = v.Warned()
	out.Goes = c.words(slug, in, out.Findings, v.Refusals, gone, open)
	return out, nil
}

// past adds to a verdict what follows from what was mailed of the release before: that
// the file differs from what is scheduled, and that everybody has it. Of what went out
// and is finished words says that nothing more is sent.
func (c *Checker) past(
	ctx context.Context, text *draft.Text, look draft.Look, v *check.Verdict, gone *ledger.Dispatch, open []*ledger.Dispatch,
) error {
	in := text.Input
	at := diagnostic.Position{File: in.Release.File, Line: 1, Column: 1}
	for _, d := range open {
		differs, err := differs(ctx, c.ledger, c.texts, d, in, look.Known)
		if err != nil {
			return err
		}
		switch {
		case differs && gone != nil:
			v.Refusals.Errorf(at, "scheduled", "what goes out now (%s) is not what stands here, and stays what is sent", d.ID)
		case differs && SignedSince(look.Known, d) != "":
			v.Findings.Warnf(at, "scheduled", "what is scheduled (%s) is not what stands here now, and is what will be sent; "+
				"signed off since: %s; pressroom send %s --replace swaps it", d.ID, SignedSince(look.Known, d), text.Slug)
		case differs:
			v.Findings.Warnf(at, "scheduled", "what is scheduled (%s) is not what stands here now, and is what will be sent; "+
				"pressroom send %s --replace swaps it", d.ID, text.Slug)
		}
		if differs {
			otherInstant(in.Release, d, v)
			break
		}
	}
	finished := gone != nil && len(open) == 0 && gone.State != ledger.Cancelled
	if len(c.dispatches[text.Slug]) == 0 || finished || v.Findings.HasErrors() || len(v.Refusals) > 0 {
		return nil
	}
	plan, err := planOf(ctx, c.settings, c.ledger, text, look)
	if err == nil && plan.Out == nil && plan.Empty() {
		v.Refusals.Errorf(at, "nobody", "%v", plan.Nobody())
	}
	return err
}

// otherInstant says where the file has another instant than that at which the release
// goes out: it was moved, or the file was edited.
func otherInstant(r *release.Release, d *ledger.Dispatch, v *check.Verdict) {
	t := r.Timing
	waits := d.Kind == embargo.Release && d.LiftedAt.IsZero() && !d.ReleaseAt.IsZero()
	if !waits || t.Kind != release.Embargoed && t.Kind != release.Scheduled || t.At.Equal(d.ReleaseAt) {
		return
	}
	v.Findings.Warnf(t.Position, "scheduled",
		"%s goes out %v, and another instant stands here; pressroom embargo move %s %s has it go out at this one", d.ID,
		saying.Moment{Time: d.ReleaseAt.In(d.Location())}, r.Slug, t.At.Format(time.RFC3339))
}

// mailings are the mailing with which a release went out, nil if it has not, and those
// that have yet to leave.
func (c *Checker) mailings(slug string) (gone *ledger.Dispatch, open []*ledger.Dispatch) {
	for _, d := range c.dispatches[slug] {
		if d.Kind == embargo.Release && !d.LiftedAt.IsZero() {
			gone = d
		}
		if underWayStill(d) {
			open = append(open, d)
		}
	}
	return gone, open
}

// Differing are those of mailings, by their ids, that were made of something else than
// their release's file holds now, with what is known of its quotes (nil for nothing): of
// what has yet to leave. A file that cannot be read differs. Where there is none, as on a
// machine that only delivers, nothing is said.
func Differing(
	ctx context.Context, w *workspace.Workspace, l *ledger.Ledger, list []*ledger.Dispatch, known Knowing,
) (map[string]bool, error) {
	here, err := w.Releases()
	if err != nil {
		return nil, err
	}
	out, texts := make(map[string]bool), draft.New(w).Reader()
	read, knows := make(map[string]*draft.Text), make(map[string]*release.Known)
	for _, d := range list {
		if d.Round == "" || d.Kind == embargo.Notice || !underWayStill(d) || !slices.Contains(here, d.Slug) {
			continue
		}
		if read[d.Slug] == nil {
			if read[d.Slug], err = texts.Read(d.Slug); err == nil && known != nil {
				knows[d.Slug], err = known(ctx, d.Slug)
			}
			if err != nil {
				return out, err
			}
		}
		in := read[d.Slug].Input
		if out[d.ID] = in == nil; in == nil {
			continue
		}
		if out[d.ID], err = differs(ctx, l, texts, d, in, knows[d.Slug]); err != nil {
			return out, err
		}
	}
	return out, nil
}

// Knowing finds what is known of a release's quotes, nil for nothing.
type Knowing func(ctx context.Context, slug string) (*release.Known, error)

// SignedSince names those whose sign-off came after a
// mailing was scheduled; "" if there is none.
func SignedSince(known *release.Known, d *ledger.Dispatch) string {
	if known == nil {
		return ""
	}
	var names []string
	for _, a := range known.Approvals {
		if a.Given && a.At.After(d.CreatedAt) && !slices.Contains(names, a.Org) {
			names = append(names, a.Org)
		}
	}
	if len(names) == 0 {
		return ""
	}
	slices.Sort(names)
	return strings.Join(names, ", ")
}

// underWayStill tells whether something of a mailing has yet to leave.
func underWayStill(d *ledger.Dispatch) bool {
	switch d.State {
	case ledger.Scheduled, ledger.Armed, ledger.Sending, ledger.Held, ledger.Paused, ledger.Missed:
		return true
	}
	return false
}

// differs tells it of one mailing, for a release that was read already. What was left out
// of the mailing with --without is left out of the comparison too; what was left out for
// want of a sign-off is, as long as it wants one.
func differs(
	ctx context.Context, l *ledger.Ledger, texts *draft.Reader, d *ledger.Dispatch, in *compile.Input, known *release.Known,
) (bool, error) {
	if d.Revision == in.Revision {
		return false, nil
	}
	data, err := l.Snapshot(ctx, d.ID)
	if err != nil {
		return false, fmt.Errorf("reading what is scheduled of %s: %w", d.Slug, err)
	}
	var k kept
	if json.Unmarshal(data, &k) != nil {
		return true, nil // in a form of its own, it is another all the same
	}
	again, err := texts.Read(d.Slug, k.Without()...)
	if err != nil {
		return false, err
	}
	if again, err = again.With(known); err != nil {
		return false, err
	}
	return again.Input == nil || again.Input.Revision != d.Revision, nil
}

// Instant is how the plan and check write times.
const Instant = "Monday 2006-01-02 15:04:05 MST"

// words says when a release goes out.
func (c *Checker) words(
	slug string, in *compile.Input, found, refused diagnostic.List, gone *ledger.Dispatch, open []*ledger.Dispatch,
) saying.Sentence {
	var withdrawn *ledger.WithdrawnError
	errors.As(ledger.Withdrawal(c.amendments[slug]), &withdrawn)
	switch {
	case len(open) > 0:
		var all saying.Lines
		for _, d := range open {
			all = append(all, underWay(d, c.look.Now))
		}
		return all.Join("; ")
	case gone != nil:
		return c.went(in, len(refused) > 0 || found.HasErrors(), gone)
	case withdrawn != nil:
		return saying.Of("withdrawn %v; nothing more will be sent of it", saying.Moment{Time: withdrawn.At.In(c.dispatches[slug][0].Location())})
	case found.HasErrors():
		return saying.Of("nothing will be sent of it until its errors are mended")
	case len(refused) > 0:
		return saying.Of("nothing will be sent of it as it is: %v", refused[0].Said())
	}
	r := in.Release
	switch r.Timing.Kind {
	case release.Immediate:
		return saying.Of("goes out today, %s %s, as soon as it is sent with pressroom send %s", saying.Word(r.Timing.At.Format("Monday")),
			r.Timing.At.Format(time.DateOnly), r.Slug)
	case release.OnWord:
		return saying.Of("waits for a word: once pressroom send %s has armed it, it goes out at pressroom go %s", r.Slug, r.Slug)
	case release.Embargoed:
		if len(r.Advance) > 0 {
			return saying.Of("goes out %v, when its embargo ends, once it is scheduled with pressroom send %s; "+
				"advance copies leave as soon as that is done", saying.Moment{Time: r.Timing.At}, r.Slug)
		}
		return saying.Of("goes out %v, when its embargo ends, once it is scheduled with pressroom send %s",
			saying.Moment{Time: r.Timing.At}, r.Slug)
	}
	return saying.Of("goes out %v, once it is scheduled with pressroom send %s", saying.Moment{Time: r.Timing.At}, r.Slug)
}

// went says of a release that is out when that was, what was said of it since, and what
// is next. gone is with what it goes to people by now.
func (c *Checker) went(in *compile.Input, wrong bool, gone *ledger.Dispatch) saying.Sentence {
	first := gone
	for _, d := range c.dispatches[gone.Slug] {
		if d.Kind == embargo.Release && !d.LiftedAt.IsZero() {
			first = d
			break
		}
	}
	last := release.Grade("")
	all := saying.Lines{saying.Of("%v (%s)", saying.Moment{Time: first.LiftedAt.In(first.Location())}, first.ID)}
	for _, a := range c.amendments[gone.Slug] {
		last = release.Grade(a.Grade)
		all.Add("%v %v", saying.Word(amendedWords[last]), saying.Moment{Time: a.At.In(gone.Location())})
	}
	at := all.Join(", ")
	switch {
	case last == release.GradeWithdrawal:
		return saying.Of("went out %v; nothing more will be sent of it", at)
	case last == release.GradeHold:
		return saying.Of("went out %v: who has it was asked to wait; pressroom resume %s ends that, or pressroom correct or withdraw", at,
			gone.Slug)
	case in != nil && gone.Revision != in.Revision:
		return saying.Of("went out %v, and says something else here now: pressroom correct %s shows what, and puts it right", at, gone.Slug)
	case gone.State == ledger.Cancelled && in != nil && !wrong:
		return saying.Of("began to go out %v and was cancelled; pressroom send %s mails those who do not have it", at, gone.Slug)
	}
	return saying.Of("went out %v; nothing more will be sent of it", at)
}

// amendedWords say what became of a release that is out, before the time.
var amendedWords = map[release.Grade]string{
	release.GradeNote: "a note on its page", release.GradeUpdate: "updated", release.GradeCorrection: "corrected",
	release.GradeHold: "on hold since", release.GradeHoldEnd: "free again since", release.GradeWithdrawal: "withdrawn",
}

// underWay says of a mailing when it leaves.
func underWay(d *ledger.Dispatch, now time.Time) saying.Sentence {
	advance := d.Kind == embargo.Advance
	switch {
	case d.State == ledger.Scheduled && !advance && d.Leaves().Before(now):
		return saying.Of("the release has been due since %v (%s, scheduled)", saying.Moment{Time: d.Leaves().In(d.Location())}, d.ID)
	case d.AwaitsApproval():
		return saying.Of("%s waits until its words are approved: pressroom approve %s, by somebody else", d.ID, d.ID)
	case d.State == ledger.Scheduled && advance:
		return saying.Of("advance copies go out %v (%s, scheduled)", saying.Moment{Time: d.Leaves().In(d.Location())}, d.ID)
	case d.State == ledger.Scheduled:
		return saying.Of("the release goes out %v (%s, scheduled)", saying.Moment{Time: d.Leaves().In(d.Location())}, d.ID)
	case d.State == ledger.Armed:
		return saying.Of("the release goes out at pressroom go %s (%s, armed)", d.Slug, d.ID)
	case d.State == ledger.Sending && advance:
		return saying.Of("advance copies go out now (%s, sending)", d.ID)
	case d.State == ledger.Sending:
		return saying.Of("the release goes out now (%s, sending)", d.ID)
	}
	return saying.Of("%s is %s, and nothing more of it goes out until pressroom resume %s", d.ID, d.State, d.ID)
}
