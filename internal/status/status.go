// Package status is where every mailing stands: the one answer that the command,
// its JSON and CSV, the desk and whoever waits for a mailing show.
package status

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"pressroom/internal/dispatch"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/release"
	"pressroom/internal/saying"
	"pressroom/internal/workspace"
)

// Mailing is a dispatch and how far it is.
type Mailing struct {
	*ledger.Dispatch
	ledger.Counts
	// Due tells that it should be leaving, and that no worker is running: nothing
	// goes out until one does.
	Due bool
	// Silent is how long the workers that are running, and are to deliver it, have said nothing,
	// where it should be leaving and that is too long; zero otherwise.
	Silent time.Duration
	// TooLate tells, where it is due, that it is later than its grace: it does not leave by
	// itself any more.
	TooLate bool
	// Left is how long it is until its instant; zero once that has come.
	Left time.Duration
	// Differs tells, once Compare was asked, that the release's file holds something
	// else now.
	Differs bool
	// Signed names those who signed off since, then.
	Signed string
}

// In is an instant in the release's zone.
func (m Mailing) In(at time.Time) time.Time { return at.In(m.Location()) }

// When is the mailing's instant, as people read it.
func (m Mailing) When() string {
	switch {
	case m.ReleaseAt.IsZero() && m.State == ledger.Cancelled:
		return "never"
	case m.ReleaseAt.IsZero():
		return "at pressroom go " + m.Slug
	}
	return m.At().Format(Clock)
}

// At is the mailing's instant in the release's zone.
func (m Mailing) At() time.Time { return m.In(m.ReleaseAt) }

// Waiting is how many are still to be mailed.
func (m Mailing) Waiting() int { return m.Queued + m.Deferred }

// NotMailed is how many were left out.
func (m Mailing) NotMailed() int { return m.Suppressed + m.Cancelled }

// Stopped tells whether the mailing stands still until somebody decides.
func (m Mailing) Stopped() bool {
	return m.State == ledger.Paused || m.State == ledger.Missed || m.State == ledger.Held
}

// named tells whether an argument of a command is the id of one dispatch.
func named(arg string) bool { return strings.Contains(arg, "/") && !strings.HasSuffix(arg, ".md") }

// IsDispatch tells whether an argument of a command means one dispatch, as
// river-report/release-1 does, and not a release.
func IsDispatch(arg string) bool { return named(arg) }

// find returns the dispatches that an argument means: one by its id, those of a
// release by its slug or file, all with "".
func find(ctx context.Context, l *ledger.Ledger, arg string) ([]*ledger.Dispatch, error) {
	if arg == "" {
		return l.Dispatches(ctx, "")
	}
	if named(arg) {
		d, err := l.Dispatch(ctx, arg)
		if errors.Is(err, ledger.ErrNotFound) {
			return nil, saying.Errorf("there is no dispatch %s; pressroom status lists them", arg)
		}
		return []*ledger.Dispatch{d}, err
	}
	slug := strings.TrimSuffix(strings.TrimPrefix(arg, "releases/"), ".md")
	list, err := l.Dispatches(ctx, slug)
	if err != nil || len(list) > 0 {
		return list, err
	}
	switch name, err := l.Numbered(ctx, slug); {
	case err != nil:
		return nil, err
	case name != "":
		return find(ctx, l, name)
	}
	return nil, saying.Errorf("nothing of %s has been sent or scheduled", slug)
}

// Read says how far the mailings are that an argument of a command means.
func Read(ctx context.Context, l *ledger.Ledger, arg string) ([]Mailing, error) {
	list, err := find(ctx, l, arg)
	if err != nil {
		return nil, err
	}
	return Of(ctx, l, list)
}

// Of says how far mailings are.
func Of(ctx context.Context, l *ledger.Ledger, list []*ledger.Dispatch) ([]Mailing, error) {
	now, err := l.Now(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]Mailing, len(list))
	for i, d := range list {
		c, err := l.Counts(ctx, d.ID)
		if err != nil {
			return nil, err
		}
		out[i] = Mailing{Dispatch: d, Counts: c}
		if d.State != ledger.Scheduled && d.State != ledger.Sending {
			continue
		}
		out[i].Left = max(0, d.Leaves().Sub(now))
		over := !d.ClosesAt.IsZero() && !d.ClosesAt.After(now)              // who has no advance copy gets the release
		leaves := !over && (c.Queued+c.Deferred > 0 || d.LiftedAt.IsZero()) // else it is out, and there is nobody to mail
		if out[i].Left > 0 || !leaves {
			continue
		}
		if out[i].Due = !l.Delivered(ctx, d.ID); out[i].Due {
			out[i].TooLate, err = l.TooLate(ctx, d.ID)
		} else {
			out[i].Silent, err = l.Silent(ctx, d.ID)
		}
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Compare tells of mailings which of them are not what their release's file holds now,
// with what is known of its quotes. Without the folder that has it nothing is told.
func Compare(ctx context.Context, w *workspace.Workspace, l *ledger.Ledger, list []Mailing, known dispatch.Knowing) error {
	all := make([]*ledger.Dispatch, len(list))
	for i, m := range list {
		all[i] = m.Dispatch
	}
	differing, err := dispatch.Differing(ctx, w, l, all, known)
	for i, m := range list {
		if list[i].Differs = differing[m.ID]; !list[i].Differs || known == nil || err != nil {
			continue
		}
		var k *release.Known
		k, err = known(ctx, m.Slug)
		list[i].Signed = dispatch.SignedSince(k, m.Dispatch)
	}
	return err
}

// Differing says that the file differs from what the mailing brings, and what can be
// done about it; nothing where it does not.
func (m Mailing) Differing() (said saying.Sentence) {
	switch {
	case !m.Differs:
		return said
	case m.LiftedAt.IsZero() && m.Signed != "":
		return saying.Of("the file has changed since; signed off since: %s; send --replace swaps what is scheduled", m.Signed)
	case m.LiftedAt.IsZero():
		return saying.Of("the file has changed since; send --replace swaps what is scheduled")
	case m.Kind == embargo.Release:
		return saying.Of("the file has changed since; what goes out is what was scheduled")
	}
	return saying.Of("the file has changed since; send --replace mails what has changed to those who have a copy")
}

// Holders counts those who have an advance copy of a release: cancelling does not
// reach them.
func Holders(ctx context.Context, l *ledger.Ledger, slug string) (int, error) {
	reached, err := l.Reached(ctx, slug)
	n := 0
	for _, r := range reached {
		if r.Advance {
			n++
		}
	}
	return n, err
}

// Resumed is what resuming makes of a mailing.
type Resumed struct {
	AtOnce bool          // mail leaves at once; else it waits for its instant
	Late   time.Duration // how long after its time that is
}

// Resumed tells what resuming would make of the mailing.
func (m Mailing) Resumed(ctx context.Context, l *ledger.Ledger) (Resumed, error) {
	now, err := l.Now(ctx)
	if m.ReleaseAt.IsZero() {
		return Resumed{}, err
	}
	late := now.Sub(m.ReleaseAt)
	return Resumed{AtOnce: late > 0 || m.Kind != embargo.Release || !m.LiftedAt.IsZero(), Late: max(late, 0)}, err
}

// ThoseIn are the mailings that an argument means and that are in one of the states;
// an error if none is, since there is nothing then to what is wished.
func ThoseIn(ctx context.Context, l *ledger.Ledger, arg, wish string, states []ledger.State) ([]Mailing, error) {
	list, err := Read(ctx, l, arg)
	if err != nil {
		return nil, err
	}
	var out []Mailing
	var others saying.Lines
	for _, m := range list {
		others.Add("%s is %s", m.ID, m.State)
		if slices.Contains(states, m.State) {
			out = append(out, m)
		}
	}
	if len(out) == 0 {
		err = saying.Errorf("there is nothing to %v: %v", saying.Word(wish), others.Join(", "))
	}
	return out, err
}
