// Package today is how the press office stands at this moment: what goes out next, what
// waits for somebody, what is on its way and what went out. Pages show it; the rules are
// those of the services that it asks.
package today

import (
	"context"
	"log/slog"
	"slices"
	"strings"
	"time"

	"pressroom/internal/coalition"
	"pressroom/internal/dispatch"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/people"
	"pressroom/internal/saying"
	"pressroom/internal/status"
	"pressroom/internal/workspace"
)

// Desk looks at one press office.
type Desk struct {
	Ledger    *ledger.Ledger
	Workspace *workspace.Workspace
	Coalition *coalition.Desk // nil where there are no quotes
	People    *people.Desk    // nil where nobody answers
	// Rows says how many rows of the press lists something is said of; nil where that is
	// not looked at.
	Rows func(ctx context.Context) (int, error)
	Log  *slog.Logger
}

// Day is how the press office stands.
type Day struct {
	Next  []status.Mailing // has an instant, or waits for a word, by when
	Going []status.Mailing // on its way
	Waits []Wait
	Out   []status.Mailing // went out, the newest first
	Alive bool             // a worker is running
}

// Empty tells whether nothing was ever planned here, and nothing waits.
func (d *Day) Empty() bool { return len(d.Next)+len(d.Going)+len(d.Waits)+len(d.Out) == 0 }

// Wait is something that waits for somebody.
type Wait struct {
	Slug     string          // of its release; "" where it belongs to none
	Headline string          // "" where none is known
	Text     saying.Sentence // what it is that waits
	Brief    saying.Sentence // the same without anybody's name or words
	Path     string          // where it is decided; "" where that is not in the browser
	Command  string          // with which it is; "" where the page is enough
	Grave    bool            // something does not leave, or did not
	Public   bool            // its release is public, with its headline
}

// shown is how many mailings that went out a day shows.
const shown = 12

// Read looks at everything.
func (d *Desk) Read(ctx context.Context) (*Day, error) {
	list, err := d.Ledger.AtPresent(ctx, shown)
	if err != nil {
		return nil, err
	}
	all, err := status.Of(ctx, d.Ledger, list)
	if err != nil {
		return nil, err
	}
	d.compare(ctx, all)
	day := &Day{Alive: d.Ledger.WorkersForAll(ctx) > 0}
	for _, m := range all {
		switch {
		case m.State.Finished() && m.Total == 0 && !alone(m, all):
			// who waited for it has it by another mailing
		case m.State.Finished():
			day.Out = append(day.Out, m)
		case m.State == ledger.Sending:
			day.Going = append(day.Going, m)
		case !m.Stopped():
			day.Next = append(day.Next, m)
		}
		day.Waits = append(day.Waits, ofMailing(m)...)
	}
	slices.SortStableFunc(day.Next, func(a, b status.Mailing) int {
		// What waits for a word comes after what has an instant.
		if a.ReleaseAt.IsZero() != b.ReleaseAt.IsZero() {
			if a.ReleaseAt.IsZero() {
				return 1
			}
			return -1
		}
		return a.Leaves().Compare(b.Leaves())
	})
	more, err := d.others(ctx)
	if err != nil {
		return nil, err
	}
	day.Waits = append(day.Waits, more...)
	slices.SortStableFunc(day.Waits, func(a, b Wait) int {
		switch {
		case a.Grave == b.Grave:
			return 0
		case a.Grave:
			return -1
		}
		return 1
	})
	return day, nil
}

// alone tells whether a mailing to nobody is all that there is of a release that went out: it
// is on its page.
func alone(m status.Mailing, all []status.Mailing) bool {
	return m.Kind == embargo.Release && !slices.ContainsFunc(all, func(o status.Mailing) bool {
		return o.Slug == m.Slug && o.Kind == embargo.Release && (o.Total > 0 || o.ID < m.ID)
	})
}

// compare tells what is another in the files than what is scheduled. Where that cannot be
// told the rest is shown.
func (d *Desk) compare(ctx context.Context, all []status.Mailing) {
	var open []status.Mailing
	var at []int
	for i, m := range all {
		if !m.State.Finished() {
			open, at = append(open, m), append(at, i)
		}
	}
	if d.Workspace == nil || len(open) == 0 {
		return
	}
	err := status.Compare(ctx, d.Workspace, d.Ledger, open, d.known())
	if err != nil {
		d.Log.Error("whether files differ from what is scheduled cannot be told", "error", err)
	}
	for i, m := range open {
		all[at[i]] = m
	}
}

// ofMailing is what of a mailing waits for somebody.
func ofMailing(m status.Mailing) (out []Wait) {
	wait := func(text, brief saying.Sentence, grave bool) {
		out = append(out, Wait{
			Slug: m.Slug, Headline: m.Headline, Text: text, Brief: brief, Path: "/dispatches/" + m.ID, Grave: grave, Public: Public(m.Dispatch),
		})
	}
	switch {
	case m.AwaitsApproval():
		text := saying.Of("waits until its words are approved")
		wait(text, text, true)
	case m.Stopped():
		brief := saying.Of("is %s", m.State)
		text := brief
		if m.Reason != "" {
			text = saying.Of("is %s: %v", m.State, m.Why())
		}
		wait(text, brief, true)
	case m.Due:
		text := saying.Of("should be leaving, and no worker is running")
		wait(text, text, true)
	case m.Silent > 0:
		text := saying.Of("should be leaving, and the worker that is there stands still or cannot write to the database")
		wait(text, text, true)
	}
	if m.InDoubt > 0 {
		text := saying.Count(m.InDoubt, "%d answer in doubt: it is not known whether the mail arrived",
			"%d answers in doubt: it is not known whether the mail arrived")
		wait(text, text, false)
	}
	if m.State != ledger.Cancelled && m.Failed > 0 {
		text := saying.Of("%d could not be mailed", m.Failed)
		wait(text, text, false)
	}
	if text := m.Differing(); !text.Empty() {
		wait(text, saying.Of("the file has changed since"), false)
	}
	return out
}

// Public tells whether the words of a mailing are with everybody.
func Public(d *ledger.Dispatch) bool { return d.Kind != embargo.Advance && !d.LiftedAt.IsZero() }

// others is what waits beside the mailings.
func (d *Desk) others(ctx context.Context) (out []Wait, err error) {
	if d.Coalition != nil {
		if out, err = d.quotes(ctx); err != nil {
			return nil, err
		}
	}
	if d.People != nil {
		replies, err := d.People.Replies(ctx, false)
		if err != nil {
			return nil, err
		}
		if n := len(replies); n > 0 {
			out = append(out, said(saying.Count(n, "%d answer to decide about", "%d answers to decide about"), "/replies", "pressroom replies list"))
		}
	}
	if d.Rows != nil {
		n, err := d.Rows(ctx)
		if err != nil {
			return nil, err
		}
		if n > 0 {
			out = append(out, said(saying.Count(n, "%d row of the press lists to look at", "%d rows of the press lists to look at"),
				"/lists", "pressroom contacts list"))
		}
	}
	return out, nil
}

// said is what waits that belongs to no release: where it is decided, for leads, and the
// command that shows it.
func said(text saying.Sentence, path, command string) Wait {
	return Wait{Text: text, Brief: text, Path: path, Command: command}
}

// quotes is what waits of the quotes, one line for each release.
func (d *Desk) quotes(ctx context.Context) (out []Wait, err error) {
	all, err := d.Coalition.Requests(ctx, "")
	if err != nil {
		return nil, err
	}
	type tally struct{ judge, late, signed, total int }
	by := make(map[string]*tally)
	for _, q := range all {
		t := by[q.Slug]
		if t == nil {
			t = new(tally)
			by[q.Slug] = t
		}
		t.total++
		if q.State == coalition.Signed {
			t.signed++
		}
		switch {
		case q.ToJudge():
			t.judge++
		case d.Coalition.Late(q):
			t.late++
		}
	}
	for slug, t := range by {
		var parts saying.Lines
		if t.judge > 0 {
			parts = append(parts, saying.Count(t.judge, "%d quote to judge", "%d quotes to judge"))
		}
		if t.late > 0 {
			parts.Add("%d late", t.late)
		}
		if len(parts) > 0 {
			text := saying.Of("%v (%d of %d signed)", parts.Join(", "), t.signed, t.total)
			out = append(out, Wait{Slug: slug, Text: text, Brief: text, Path: "/quotes/" + slug})
		}
	}
	slices.SortFunc(out, func(a, b Wait) int { return strings.Compare(a.Slug, b.Slug) })
	return out, nil
}

// Instant is one moment by the clocks of some place.
type Instant struct {
	Place string
	At    time.Time
}

// Plain tells whether the clock says already which place it is of, as that of UTC does.
func (i Instant) Plain() bool { return i.At.Format("MST") == i.Place }

// Zones are an instant in the zones that matter: the release's, the office's, and UTC.
func Zones(m status.Mailing, office *time.Location) (out []Instant) {
	if m.ReleaseAt.IsZero() {
		return nil
	}
	for _, z := range []*time.Location{m.Dispatch.Location(), office, time.UTC} {
		at := m.Leaves().In(z)
		if !slices.ContainsFunc(out, func(i Instant) bool { return sameClock(i.At, at) }) {
			out = append(out, Instant{z.String(), at})
		}
	}
	return out
}

// sameClock tells whether two places call an instant the same.
func sameClock(a, b time.Time) bool {
	const clock = "2006-01-02 15:04 MST"
	return a.Format(clock) == b.Format(clock)
}

// known is what the services know of a release's quotes; nil where there are none.
func (d *Desk) known() dispatch.Knowing {
	if d.Coalition == nil {
		return nil
	}
	return d.Coalition.Known
}
