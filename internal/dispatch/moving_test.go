package dispatch

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"pressroom/internal/contacts"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/testdb"
	"pressroom/internal/workspace"
)

// errKilled is what a process that is killed says.
var errKilled = errors.New("killed")

// mover is one release under embargo, those who have copies of it, and whoever moves it,
// with a record of its own of when it may leave.
type mover struct {
	*rapid.T
	ctx   context.Context
	l     *ledger.Ledger
	e     *Embargo
	clock *time.Time
	slug  string

	instant  time.Time // as it was written down last
	lifted   time.Time
	lifts    int
	moves    int
	lock     string
	holds    []ledger.Delivery // in a worker's hands, of advance copies
	composed map[int64]time.Time
	copies   map[string]time.Time // when each got their newest copy, and for which instant
	says     map[string]time.Time
	told     map[string]map[string]int // by round, how many letters each person was sent
	prepared map[string]string         // snapshots with which workers have made themselves ready
}

// TestMovingWhileTheLiftIsPreparedWithKills runs what people, workers and clocks may do
// to a release that is moved, in any order, with whoever moves it killed between any two
// steps: it is lifted once, never before the instant that holds; nothing leaves that
// says another one; and everybody who has a copy is told of the last move once, and of
// none twice.
//
// With PRESSROOM_FULL=1 it is 200 orders, each time others; else a tenth of that, the
// same each time.
func TestMovingWhileTheLiftIsPreparedWithKills(t *testing.T) {
	few := map[string]string{"rapid.checks": "20", "rapid.seed": "20260726", "rapid.steps": "40", "rapid.nofailfile": "true"}
	if os.Getenv("PRESSROOM_FULL") == "1" {
		few["rapid.checks"], few["rapid.seed"] = "200", "0"
	}
	for name, value := range few {
		before := flag.Lookup(name).Value.String()
		if err := flag.Set(name, value); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { flag.Set(name, before) })
	}
	clock := now
	w, _ := setup(t, map[string]string{"pressroom.toml": "[mail]\nfrom = \"press@harbor.example\"\n"})
	os.Remove(w.Path("releases/x.es.md"))
	l := ledger.New(testdb.Open(t, t.TempDir()), func() time.Time {
		clock = clock.Add(time.Microsecond) // no two things happen at once
		return clock
	}).GoByOwnClock()
	l.WentOut = l.Free
	lock, err := l.DB().LockWorker(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer lock.Release()
	run, begun, steps := 0, time.Now(), make(map[string]int)
	rapid.Check(t, func(rt *rapid.T) {
		run++
		m := newMover(rt, w, l, &clock, run)
		m.lock = lock.ID
		deeds := map[string]func(*rapid.T){"": m.check}
		for name, do := range map[string]func(){
			"copy": m.copy, "copy more": m.copy, "answer": m.answer, "move": m.move, "move again": m.move, "finish": m.finish,
			"prepare": m.prepare, "lift": m.lift, "time": m.pass, "letters": m.letters,
		} {
			deeds[name] = func(*rapid.T) { steps[name]++; do() }
		}
		rt.Repeat(deeds)
		m.end()
	})
	t.Logf("%s: %d orders in %s: %v", testdb.Dialect(), run, time.Since(begun).Round(time.Millisecond), steps)
}

func newMover(t *rapid.T, w *workspace.Workspace, l *ledger.Ledger, clock *time.Time, run int) *mover {
	m := &mover{
		T: t, ctx: context.Background(), l: l, clock: clock, slug: fmt.Sprintf("x%d", run), copies: make(map[string]time.Time),
		says: make(map[string]time.Time), told: make(map[string]map[string]int), prepared: make(map[string]string),
		composed: make(map[int64]time.Time),
	}
	*clock = now.AddDate(0, 0, run%5)
	m.instant = clock.Add(4 * time.Hour).Truncate(time.Second)
	text := strings.Replace(source, "2026-07-26T09:00:00-07:00", m.instant.In(time.FixedZone("", -7*3600)).Format(time.RFC3339), 1)
	m.must(w.Write("releases/"+m.slug+".md", []byte(strings.Replace(text, "[[contact]]", "lift_note = true\n[[contact]]", 1))))
	m.e = &Embargo{Ledger: l, Folder: w}
	p, err := Prepare(m.ctx, w, l, m.slug, map[string]contacts.Change{}, nil, *clock)
	m.must(err)
	if p.Findings.HasErrors() {
		t.Fatal(p.Findings)
	}
	_, err = p.Schedule(m.ctx, false, nil)
	m.must(err)
	m.pass()
	return m
}

func (m *mover) must(err error) {
	m.Helper()
	if err != nil {
		m.Fatal(err)
	}
}

func (m *mover) dispatches(kind embargo.Kind) []*ledger.Dispatch {
	all, err := m.l.Dispatches(m.ctx, m.slug)
	m.must(err)
	return slices.DeleteFunc(all, func(d *ledger.Dispatch) bool { return d.Kind != kind || d.State == ledger.Planning })
}

// says of a message when its embargo ends.
func (m *mover) bears(id string) time.Time {
	s, err := ReadSnapshot(m.ctx, m.l, id)
	m.must(err)
	return s.Input.Release.Timing.At
}

// copy has a worker take an advance copy, as far as the gate lets it.
func (m *mover) copy() {
	for _, d := range m.dispatches(embargo.Advance) {
		asked := *m.clock
		if _, err := m.l.Gate(m.ctx, d.ID, 0); err != nil {
			m.Fatal(err)
		}
		got, err := m.l.Claim(m.ctx, d.ID, m.lock, 1)
		m.must(err)
		for _, c := range got {
			at := m.bears(d.ID)
			if !at.Equal(m.instant) {
				m.Fatalf("%s is taken, and says %s; %s holds", d.ID, at, m.instant)
			}
			if !asked.Before(m.instant) {
				m.Fatalf("%s is taken after its end", d.ID)
			}
			m.composed[c.ID] = at
			m.holds = append(m.holds, c)
		}
	}
}

// answer has a server take what is in hand, or the worker give it back.
func (m *mover) answer() {
	for _, c := range m.holds {
		d, err := m.l.Dispatch(m.ctx, c.Dispatch)
		m.must(err)
		result := ledger.Sent
		if verdict, err := m.l.Asked(m.ctx, c.Dispatch); err != nil || verdict != embargo.Open {
			result = ledger.Released
			if rapid.Bool().Draw(m.T, "content was begun") {
				result = ledger.Sent
			}
		}
		if result == ledger.Sent {
			m.copies[c.Key], m.says[c.Key] = d.CreatedAt, m.composed[c.ID]
		}
		_, err = m.l.Record(m.ctx, []ledger.Outcome{{Delivery: c, Result: result, At: *m.clock, Code: 250, Stage: "content"}})
		m.must(err)
	}
	m.holds = nil
}

// move moves it, earlier or later, and is killed somewhere, or not.
func (m *mover) move() {
	to := m.clock.Add(time.Duration(rapid.IntRange(-20, 600).Draw(m.T, "minutes")) * time.Minute).Truncate(time.Second)
	kill := rapid.IntRange(0, 12).Draw(m.T, "killed at")
	n := 0
	m.e.step = func(string) error {
		if n++; n == kill {
			return errKilled
		}
		return nil
	}
	defer func() { m.e.step = nil }()
	p, err := m.e.PrepareMove(m.ctx, m.slug, to.Format(time.RFC3339))
	if m.refused(err) {
		return
	}
	if rapid.IntRange(0, 3).Draw(m.T, "meanwhile") == 0 {
		m.pass()
		m.lift()
	}
	before := m.row()
	_, err = p.Do(m.ctx)
	if after := m.row(); !after.ReleaseAt.Equal(before.ReleaseAt) {
		if !before.LiftedAt.IsZero() {
			m.Fatalf("moved after it was lifted")
		}
		m.instant = after.ReleaseAt
		m.moves++
	}
	m.refused(err)
}

// refused tells whether a move was, for a reason that is one.
func (m *mover) refused(err error) bool {
	var passed *ledger.PassedError
	var state *ledger.StateError
	switch {
	case err == nil:
		return false
	case errors.Is(err, errKilled), errors.Is(err, ledger.ErrInFlight), errors.Is(err, ledger.ErrSwapped), errors.As(err, &passed),
		errors.As(err, &state), strings.Contains(err.Error(), "as it is"):
		return true
	}
	m.Fatal(err)
	return true
}

func (m *mover) row() *ledger.Dispatch {
	all := m.dispatches(embargo.Release)
	if len(all) != 1 {
		m.Fatalf("%d dispatches of the release", len(all))
	}
	return all[0]
}

// finish is the next run of anything, which may be killed as well.
func (m *mover) finish() {
	kill := rapid.IntRange(0, 8).Draw(m.T, "killed at")
	n := 0
	m.e.step = func(string) error {
		if n++; n == kill {
			return errKilled
		}
		return nil
	}
	defer func() { m.e.step = nil }()
	m.refused(m.e.Finish(m.ctx, m.slug))
}

// prepare has a worker make itself ready with what is stored now.
func (m *mover) prepare() { m.prepared[m.slug] = m.row().Snapshot }

// lift asks the gate, as a worker that is ready does, and one that is not.
func (m *mover) lift() {
	d := m.row()
	for _, snapshot := range []string{m.prepared[m.slug], d.Snapshot} {
		decision, err := m.l.GateFor(m.ctx, d.ID, snapshot, 0)
		if errors.Is(err, ledger.ErrSwapped) {
			continue
		}
		m.must(err)
		if !decision.Lift {
			continue
		}
		m.lifts++
		m.lifted = *m.clock
		if m.clock.Before(m.instant) {
			m.Fatalf("lifted %s early", m.instant.Sub(*m.clock))
		}
		if at := m.bears(d.ID); !at.Equal(m.instant) {
			m.Fatalf("lifted with documents for %s; %s holds", at, m.instant)
		}
	}
	m.must(m.l.CloseDue(m.ctx, *m.clock))
}

// pass lets some time go by, at most to a moment before the instant or at it.
func (m *mover) pass() {
	d := time.Duration(rapid.IntRange(1, 40).Draw(m.T, "minutes")) * time.Minute
	if left := m.instant.Sub(*m.clock); left > 0 && left < 2*time.Hour && rapid.Bool().Draw(m.T, "near") {
		d = left - time.Duration(rapid.IntRange(0, 1).Draw(m.T, "before"))*time.Microsecond
	}
	*m.clock = m.clock.Add(max(d, time.Microsecond))
	if _, err := m.l.Pulse(m.ctx, m.lock, 0); err != nil {
		m.Fatal(err)
	}
}

// letters has what is told leave.
func (m *mover) letters() {
	for _, d := range m.dispatches(embargo.Notice) {
		if _, err := m.l.Gate(m.ctx, d.ID, 0); err != nil {
			m.Fatal(err)
		}
		got, err := m.l.Claim(m.ctx, d.ID, m.lock, 10)
		m.must(err)
		for _, c := range got {
			if m.told[d.Round] == nil {
				m.told[d.Round] = make(map[string]int)
			}
			m.told[d.Round][c.Key]++
			if len(c.Thread) != 1 {
				m.Fatalf("%s to %s is in no thread", d.ID, c.Key)
			}
			_, err := m.l.Record(m.ctx, []ledger.Outcome{{Delivery: c, Result: ledger.Sent, At: *m.clock, Code: 250, Stage: "content"}})
			m.must(err)
		}
		_, _, err = m.l.Settle(m.ctx, d.ID)
		m.must(err)
	}
}

// check is what holds after every step.
func (m *mover) check(*rapid.T) {
	if m.lifts > 1 {
		m.Fatalf("lifted %d times", m.lifts)
	}
	for round, people := range m.told {
		for key, n := range people {
			if n > 1 {
				m.Fatalf("%s was told %d times in %s", key, n, round)
			}
		}
	}
	rounds := make(map[string]string)
	for _, d := range m.dispatches(embargo.Notice) {
		if other := rounds[d.Round]; other != "" {
			m.Fatalf("%s is told by %s and %s", d.Round, other, d.ID)
		}
		rounds[d.Round] = d.ID
	}
}

// end finishes all, and looks whether everybody knows.
func (m *mover) end() {
	m.answer()
	m.must(m.e.Finish(m.ctx, m.slug))
	m.letters()
	turns, err := m.l.Turns(m.ctx, m.slug)
	m.must(err)
	if m.lifts == 0 {
		last := slices.DeleteFunc(slices.Clone(turns), func(t ledger.Turn) bool { return t.What != ledger.Moved })
		if len(last) != m.moves {
			m.Fatalf("%d moves, and %d are written down", m.moves, len(last))
		}
		m.everybodyKnows(last)
	}
	// The rest, to the end.
	*m.clock = m.instant
	_, err = m.l.Pulse(m.ctx, m.lock, 0)
	m.must(err)
	m.lift()
	if m.lifts != 1 {
		m.Fatalf("lifted %d times at the end", m.lifts)
	}
	m.must(m.e.Finish(m.ctx, m.slug))
	m.letters()
	m.check(nil)
	for key := range m.copies {
		if m.told["notice/free-1"][key] != 1 {
			m.Fatalf("%s was not told that it is out: %v", key, m.told)
		}
	}
	owed, err := m.l.Owed(m.ctx)
	m.must(err)
	if i := slices.IndexFunc(owed, func(t ledger.Turn) bool { return t.Slug == m.slug }); i >= 0 {
		m.Fatalf("owed still: %+v", owed[i])
	}
}

// everybodyKnows holds those who have a copy against who was told of the last move.
func (m *mover) everybodyKnows(moves []ledger.Turn) {
	if len(moves) == 0 {
		return
	}
	last := moves[len(moves)-1]
	for _, key := range slices.Sorted(maps.Keys(m.copies)) {
		want := 0
		if m.copies[key].Before(last.At) {
			want = 1
		}
		if got := m.told[last.Round()][key]; got != want {
			m.Fatalf("%s, whose copy is of %s and says %s, was told %d times of the move at %s to %s; want %d: %v", key, m.copies[key],
				m.says[key], got, last.At, m.instant, want, m.told)
		}
	}
	for key, at := range m.says {
		if !at.Equal(m.instant) && m.told[last.Round()][key] == 0 {
			m.Fatalf("%s has a copy that says %s, and was not told of %s", key, at, m.instant)
		}
	}
}
