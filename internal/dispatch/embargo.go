package dispatch

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/release"
	"pressroom/internal/saying"
	"pressroom/internal/workspace"
)

// Embargo is what can be done with the embargo of a release while it runs. Ledger is
// needed.
type Embargo struct {
	Ledger *ledger.Ledger
	// Folder has the files of releases; nil on a machine without.
	Folder *workspace.Workspace
	// Notified lists who was told of a release without having a copy; nil for those who
	// were asked whether they agree to its embargo.
	Notified func(ctx context.Context, slug string) ([]ledger.Holder, error)
	// Close closes somebody's page of a release's advance copy, by their person; nil where
	// there are none.
	Close func(ctx context.Context, slug, person string) error

	step func(name string) error // of tests: an error ends what is done there
}

// at is where a process may be killed.
func (e *Embargo) at(step string) error {
	if e.step == nil {
		return nil
	}
	return e.step(step)
}

// Move is a release whose instant is to change, as it was looked at.
type Move struct {
	Of      *ledger.Dispatch
	To      time.Time // in the release's zone
	Now     bool      // the embargo is lifted
	Reason  string
	Holding int // who have an advance copy, or may have
	Told    int // who were told of the release without one
	Mailed  int // who get the release
	// Note tells that those who have a copy are told when it is out (lift_note).
	Note bool

	embargo *Embargo
	draft   *ledger.Draft // composed for To, nil where the instant changes first
}

// NotScheduledError says that there is nothing of a release whose instant could change.
type NotScheduledError struct{ Slug string }

func (e *NotScheduledError) Error() string { return e.Said().String() }

// Said is the error as a sentence.
func (e *NotScheduledError) Said() saying.Sentence {
	return saying.Of("nothing of %s is scheduled; write the instant into its file, and pressroom send %s schedules it", e.Slug, e.Slug)
}

// PrepareMove looks at what moving a release to an instant would do. when is as
// release.ParseInstant reads it, in the release's zone. What was broken off of an earlier
// one is finished first.
func (e *Embargo) PrepareMove(ctx context.Context, slug, when string) (*Move, error) {
	m, now, err := e.look(ctx, slug)
	if err != nil {
		return nil, err
	}
	if m.To, err = release.ParseInstant(when, m.Of.Location()); err != nil {
		return nil, err
	}
	switch {
	case !m.To.After(now):
		return nil, &ledger.PassedError{Dispatch: m.Of.ID, At: m.To, To: true}
	case m.To.Equal(m.Of.ReleaseAt):
		return nil, saying.Errorf("%s goes out %s as it is", m.Of.ID, saying.Moment{Time: m.To})
	case m.To.Before(m.Of.ReleaseAt):
		err = m.compose(ctx)
	default:
		_, err = ReadSnapshot(ctx, e.Ledger, m.Of.ID) // what cannot be read could not be composed
	}
	return m, err
}

// PrepareLift looks at what lifting the embargo of a release now would do, and composes
// it for that.
func (e *Embargo) PrepareLift(ctx context.Context, slug, reason string) (*Move, error) {
	m, now, err := e.look(ctx, slug)
	if err != nil {
		return nil, err
	}
	if m.Of.AwaitsApproval() {
		return nil, saying.Errorf("%s: %s; pressroom approve %s comes first", m.Of.ID, ledger.Why(m.Of.Reason), m.Of.Slug)
	}
	if m.Of.State != ledger.Scheduled {
		return nil, saying.Errorf("%s is %s: %s; pressroom resume %s comes first", m.Of.ID, m.Of.State, ledger.Why(m.Of.Reason), m.Of.Slug)
	}
	m.Now, m.Reason = true, reason
	return m, m.liftAt(ctx, now)
}

// liftAt composes the release as it goes out at a moment.
func (m *Move) liftAt(ctx context.Context, now time.Time) error {
	m.To = now.Truncate(time.Second).In(m.Of.Location())
	return m.compose(ctx)
}

// look finds the release and how it stands.
func (e *Embargo) look(ctx context.Context, slug string) (*Move, time.Time, error) {
	if err := e.Finish(ctx, slug); err != nil && !errors.Is(err, ledger.ErrInFlight) {
		return nil, time.Time{}, err
	}
	d, err := ledger.Current(ctx, e.Ledger.DB().Reader(), slug)
	if err != nil {
		return nil, time.Time{}, err
	}
	if d == nil {
		return nil, time.Time{}, &NotScheduledError{slug}
	}
	now, err := e.Ledger.Now(ctx)
	if err != nil {
		return nil, now, err
	}
	if err := d.CanMove(now); err != nil {
		return nil, now, err
	}
	m := &Move{Of: d, embargo: e}
	held, err := e.Ledger.Copies(ctx, slug, now)
	if err != nil {
		return nil, now, err
	}
	told, err := e.notified(ctx, slug)
	if err != nil {
		return nil, now, err
	}
	c, err := e.Ledger.Counts(ctx, d.ID)
	m.Holding, m.Told, m.Mailed = len(held), len(told), c.Queued+c.Deferred
	return m, now, err
}

// compose compiles what is stored of the release for the new instant.
func (m *Move) compose(ctx context.Context) error {
	s, err := ReadSnapshot(ctx, m.embargo.Ledger, m.Of.ID)
	if err != nil {
		return err
	}
	as := *m.Of
	as.Moved, as.ReleaseAt = true, m.To
	in, err := asItIs(s.Input, &as)
	if err != nil {
		return err
	}
	m.Note = in.Release.LiftNote
	m.draft, err = s.with(ctx, m.embargo.Ledger, m.Of, in)
	return err
}

// String says what would happen, and to whom.
func (m *Move) String() string { return m.Of.Headline + "\n" + strings.Join(m.Lines().Texts(), "\n") }

// Lines say what would happen, and to whom.
func (m *Move) Lines() saying.Lines {
	var out saying.Lines
	was := saying.Moment{Time: m.Of.ReleaseAt.In(m.Of.Location())}
	if m.Now {
		out.Add("%s goes out now, to %v, and does not wait until %v; its page and feeds go with it", m.Of.ID, journalists(m.Mailed), was)
	} else {
		out.Add("%s goes out %v, and not %v, to %v", m.Of.ID, saying.Moment{Time: m.To}, was, journalists(m.Mailed))
	}
	switch {
	case m.Holding == 0:
		out.Add("Nobody has an advance copy.")
	case !m.Now:
		out = append(out, saying.Count(m.Holding, "%d journalist has an advance copy, and is told of the new instant, in the thread of it.",
			"%d journalists have an advance copy, and are told of the new instant, in the thread of it."))
	case m.Note:
		out = append(out, saying.Count(m.Holding, "%d journalist has an advance copy, and is told that they may publish (lift_note).",
			"%d journalists have an advance copy, and are told that they may publish (lift_note)."))
	default:
		out = append(out, saying.Count(m.Holding,
			"%d journalist has an advance copy, and is not told that they may publish (lift_note is not set).",
			"%d journalists have an advance copy, and are not told that they may publish (lift_note is not set)."))
	}
	if m.Told > 0 && !m.Now {
		out = append(out, saying.Count(m.Told, "%d journalist has notice of it, and is told too.",
			"%d journalists have notice of it, and are told too."))
	}
	if m.Of.State == ledger.Held || m.Of.State == ledger.Paused {
		out.Add("It stays %s (%v).", m.Of.State, ledger.Why(m.Of.Reason))
	}
	return out
}

// composedFor is how old what was composed for a lift may be.
const composedFor = time.Minute

// Do moves it. Whatever of it is broken off, whoever delivers next finishes, or the next
// Finish does. File says what became of the release's file.
func (m *Move) Do(ctx context.Context) (file FileState, err error) {
	e := m.embargo
	for range goTries {
		if m.Now {
			if now, err := e.Ledger.Now(ctx); err != nil {
				return "", err
			} else if now.Sub(m.To) > composedFor {
				if err := m.liftAt(ctx, now); err != nil {
					return "", err
				}
			}
		}
		_, err = e.Ledger.Move(ctx, ledger.NewInstant{Of: m.Of, To: m.To, Now: m.Now, Reason: m.Reason, Draft: m.draft})
		if !errors.Is(err, ledger.ErrSwapped) {
			break
		}
		d, rerr := e.Ledger.Dispatch(ctx, m.Of.ID)
		if rerr != nil || !d.ReleaseAt.Equal(m.Of.ReleaseAt) || d.State != m.Of.State {
			return "", errors.Join(err, rerr)
		}
		if m.Of = d; m.draft != nil { // other words are stored by now
			if err := m.compose(ctx); err != nil {
				return "", err
			}
		}
	}
	if err == nil {
		err = e.at("moved")
	}
	if err != nil {
		return "", err
	}
	return e.finish(ctx, m.Of.Slug)
}

// Finish does what is owed of a release since something happened to its embargo: what is
// stored bears its instant, those who have a copy are told, the key in its file is the
// one that holds. It may be called often. It is ledger.ErrInFlight as long as an advance
// copy is in a worker's hands: that one is waited for.
func (e *Embargo) Finish(ctx context.Context, slug string) error {
	_, err := e.finish(ctx, slug)
	return err
}

func (e *Embargo) finish(ctx context.Context, slug string) (FileState, error) {
	waiting, err := e.Ledger.HeldBack(ctx)
	if err != nil {
		return "", err
	}
	for _, d := range waiting {
		if d.Slug != slug {
			continue
		}
		if err := TakeOut(ctx, e.Ledger, d); err != nil && !errors.Is(err, ledger.ErrInFlight) {
			return "", err
		}
		if err := e.at("composed"); err != nil {
			return "", err
		}
	}
	owed, err := e.Ledger.Owed(ctx)
	if err != nil {
		return "", err
	}
	file, busy := FileState(""), error(nil)
	for _, t := range owed {
		if t.Slug != slug {
			continue
		}
		if t.Told.IsZero() {
			err := e.Tell(ctx, t)
			if errors.Is(err, ledger.ErrInFlight) {
				busy = err
			} else if err != nil {
				return "", err
			}
		}
		if t.Filed.IsZero() {
			if file, err = e.File(ctx, t); err != nil {
				return "", err
			}
		}
	}
	return file, busy
}

// FinishNow is Finish for somebody who waits for it: of what is in flight, say is told.
func (e *Embargo) FinishNow(ctx context.Context, slug string, say func(string)) error {
	err := e.Finish(ctx, slug)
	if errors.Is(err, ledger.ErrInFlight) {
		say(InFlight)
		return nil
	}
	return err
}

// InFlight says why not everybody has been told yet.
const InFlight = "An advance copy is in flight at this moment: whoever has one is told as soon as that is known, by the next worker."

// Letters are the dispatches on their way to those who have a copy of a release.
func (e *Embargo) Letters(ctx context.Context, slug string) ([]*ledger.Dispatch, error) {
	all, err := ledger.OfKind(ctx, e.Ledger.DB().Reader(), slug, embargo.Notice)
	return slices.DeleteFunc(all, func(d *ledger.Dispatch) bool { return d.State.Finished() }), err
}

// FileSays says what became of the key in the release's file; "" where nothing need be
// said.
func (m *Move) FileSays(file FileState) string {
	name := "releases/" + m.Of.Slug + ".md"
	switch file {
	case FileDiffers:
		return fmt.Sprintf("%s differs from what is scheduled in other ways too, and was left as it is: write the new instant, %s, into it.",
			name, m.To.Format(time.RFC3339))
	case FileGone:
		return name + " is not there, and nothing was written."
	case FileNotHere:
		return name + " is on another machine: its next pressroom serve writes the new instant into it."
	}
	return ""
}
