package dispatch

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/store"
	"pressroom/internal/workspace"
)

const levee = "+++\nheadline = \"The levee is weak\"\nembargo = %s\ntimezone = \"UTC\"\nlanguage = \"en\"\nadvance = [\"early\"]\n" +
	"to = [\"early\", \"late\"]\n[[contact]]\nname = \"Nora\"\nemail = \"press@harbor.example\"\npublic = true\n+++\nIt holds %s feet.\n"

// leveeAt is the release with an instant and a figure.
func leveeAt(at time.Time, feet string) string {
	return fmt.Sprintf(levee, at.UTC().Format(time.RFC3339), feet)
}

// embargoed is a release under embargo, of which so many advance copies have left.
func embargoed(t *testing.T, copies int) *pressed {
	t.Helper()
	return embargoedAs(t, leveeAt(instant, "nine"), copies)
}

// embargoedAs is one with a text of its own.
func embargoedAs(t *testing.T, src string, copies int) *pressed {
	t.Helper()
	w, l := setup(t, map[string]string{
		"releases/x.md":      src,
		"contacts/early.csv": "email,embargo\na@paper.example,yes\nb@paper.example,yes\nc@paper.example,yes\n",
		"contacts/late.csv":  "email\nd@paper.example\ne@paper.example\n", "contacts/press.csv": "email\n", "contacts/segments.toml": "",
	})
	if err := os.Remove(filepath.Join(w.Dir, "releases/x.es.md")); err != nil {
		t.Fatal(err)
	}
	p := &pressed{T: t, w: w, clock: instant.Add(-24 * time.Hour)}
	p.l = ledger.New(l.DB(), func() time.Time { return p.clock }).GoByOwnClock()
	var err error
	p.lock, err = l.DB().LockWorker(context.Background())
	p.must(err)
	t.Cleanup(func() { p.lock.Release() })
	p.send(false)
	p.some(copies, "x/advance-1")
	p.settle("x/advance-1")
	return p
}

// rewrite changes the file of the release.
func (p *pressed) rewrite(src string) {
	p.Helper()
	p.must(workspace.WriteFile(filepath.Join(p.w.Dir, "releases/x.md"), []byte(src)))
}

// send schedules the release as its file is.
func (p *pressed) send(replace bool) []string {
	p.Helper()
	p.clock = p.clock.Add(time.Minute)
	plan, err := Prepare(context.Background(), p.w, p.l, "x", nil, nil, p.clock)
	p.must(err)
	ids, err := plan.Schedule(context.Background(), replace, nil)
	p.must(err)
	return ids
}

// settle marks a mailing as done where nothing is left of it.
func (p *pressed) settle(id string) {
	p.Helper()
	_, _, err := p.l.Settle(context.Background(), id)
	p.must(err)
}

// cancel ends mailings.
func (p *pressed) cancel(ids ...string) {
	p.Helper()
	for _, id := range ids {
		p.must(p.l.Cancel(context.Background(), id, ledger.CancelledByHand))
	}
}

// hold asks those who have a copy to wait, as the command does.
func (p *pressed) hold() (id string) {
	p.Helper()
	ctx := context.Background()
	p.clock = p.clock.Add(time.Minute)
	if out, err := p.l.IsPublic(ctx, "x"); err != nil || out {
		p.must(err)
		return p.checking(false).Mailing
	}
	turn, err := p.l.PutOnHold(ctx, "x", "")
	p.must(err)
	p.must((&Embargo{Ledger: p.l}).Finish(ctx, "x"))
	all, err := p.l.Dispatches(ctx, "x")
	p.must(err)
	for _, d := range all {
		if d.Round == turn.Round() {
			return d.ID
		}
	}
	p.Fatal("nobody is asked to wait")
	return ""
}

// holders are those who have any copy, by what each delivery says.
func (p *pressed) holders() (out []string) {
	p.Helper()
	all, err := p.l.Dispatches(context.Background(), "x")
	p.must(err)
	for _, d := range all {
		if d.Kind != embargo.Advance && d.Kind != embargo.Release {
			continue
		}
		for _, e := range p.got(d.ID) {
			if who, has := strings.CutSuffix(e, " sent"); has && !slices.Contains(out, who) {
				out = append(out, who)
			} else if who, has := strings.CutSuffix(e, " in_doubt"); has && !slices.Contains(out, who) {
				out = append(out, who)
			}
		}
	}
	slices.Sort(out)
	return out
}

// told are those whom a mailing has reached.
func (p *pressed) told(id string) (out []string) {
	p.Helper()
	for _, e := range p.got(id) {
		who, sent := strings.CutSuffix(e, " sent")
		if !sent {
			p.Errorf("%s: %s", id, e)
			continue
		}
		out = append(out, who)
	}
	slices.Sort(out)
	return out
}

// reachStates are the states in which a release may be while somebody has a copy of it.
var reachStates = map[string]func(p *pressed){
	"scheduled":                            func(*pressed) {},
	"of whose copies some wait":            nil,
	"paused":                               func(p *pressed) { p.must(p.l.Pause(context.Background(), "x/release-1")) },
	"of whose copies some wait, cancelled": func(p *pressed) { p.cancel("x/advance-1", "x/release-1") },
	"held": func(p *pressed) {
		p.must(p.l.DB().Tx(context.Background(), func(tx *store.Tx) error {
			return p.l.HoldIn(context.Background(), tx, "x", "a quote was withdrawn")
		}))
	},
	"missed":    func(p *pressed) { p.miss("x/release-1") },
	"cancelled": func(p *pressed) { p.cancel("x/release-1") },
	"cancelled, and its instant has passed": func(p *pressed) {
		p.cancel("x/release-1")
		p.clock = instant.Add(time.Hour)
	},
	"missed, and cancelled": func(p *pressed) {
		p.miss("x/release-1")
		p.cancel("x/release-1")
	},
	"replaced": func(p *pressed) {
		p.rewrite(leveeAt(instant, "eight"))
		p.some(1, p.send(true)[0])
	},
	"replaced, and cancelled": func(p *pressed) {
		p.rewrite(leveeAt(instant, "eight"))
		ids := p.send(true)
		p.some(1, ids[0])
		p.cancel(ids...)
	},
	"cancelled, and sent anew": func(p *pressed) {
		p.cancel("x/release-1")
		p.send(false)
	},
	"moved, and cancelled": func(p *pressed) {
		m, err := (&Embargo{Ledger: p.l, Folder: p.w}).PrepareMove(context.Background(), "x", "2026-07-27T10:30")
		p.must(err)
		_, err = m.Do(context.Background())
		p.must(err)
		p.cancel("x/release-1")
	},
	"on hold, and cancelled": func(p *pressed) {
		letter := p.hold()
		p.deliver(letter)
		p.settle(letter)
		p.cancel("x/release-1")
	},
	"on hold, and nobody is asked yet": func(p *pressed) { p.hold() },
	"on hold, of whom some are asked":  func(p *pressed) { p.some(1, p.hold()) },
	"moved, and nobody is told yet": func(p *pressed) {
		m, err := (&Embargo{Ledger: p.l, Folder: p.w}).PrepareMove(context.Background(), "x", "2026-07-27T10:30")
		p.must(err)
		_, err = m.Do(context.Background())
		p.must(err)
	},
	"with a copy in doubt, and cancelled": func(p *pressed) {
		ctx := context.Background()
		list, err := p.l.Claim(ctx, "x/advance-1", p.lock.ID, 1)
		p.must(err)
		for _, d := range list {
			_, err := p.l.Record(ctx, []ledger.Outcome{{Delivery: d, Result: ledger.Lost, Stage: "answer", At: p.clock}})
			p.must(err)
		}
		p.cancel("x/advance-1", "x/release-1")
	},
	"out in part": func(p *pressed) {
		p.clock = instant.Add(time.Second)
		p.some(2, "x/release-1")
	},
	"out in part, and cancelled": func(p *pressed) {
		p.clock = instant.Add(time.Second)
		p.some(2, "x/release-1")
		p.cancel("x/release-1")
	},
	"out in part, and paused": func(p *pressed) {
		p.clock = instant.Add(time.Second)
		p.some(2, "x/release-1")
		p.must(p.l.Pause(context.Background(), "x/release-1"))
	},
	"out": func(p *pressed) {
		p.clock = instant.Add(time.Second)
		p.deliver("x/release-1")
	},
	"cancelled, and put right before": func(p *pressed) {
		p.cancel("x/release-1")
		p.rewrite(leveeAt(instant, "eight"))
		p.correct(Wish{Correction: true}, map[string]string{"": "It holds eight feet, not nine."})
	},
}

// miss has the instant of a release pass with no worker.
func (p *pressed) miss(id string) {
	p.Helper()
	p.clock = instant.Add(time.Hour)
	_, err := p.l.Gate(context.Background(), id, -1)
	p.must(err)
}

// in brings a release into a state.
func reach(t *testing.T, state string) *pressed {
	t.Helper()
	copies := 3
	if strings.Contains(state, "some wait") || strings.Contains(state, "in doubt") {
		copies = 2
	}
	p := embargoed(t, copies)
	if f := reachStates[state]; f != nil {
		f(p)
	}
	if len(p.holders()) < 2 {
		t.Fatalf("%v have a copy", p.holders())
	}
	return p
}

// Whatever became of a mailing: who has a copy is told when it is taken back, put right, or
// to be waited with.
func TestEverybodyWhoHasACopyIsToldInEachState(t *testing.T) {
	for state := range reachStates {
		t.Run(state, func(t *testing.T) {
			t.Parallel()
			t.Run("withdrawn", func(t *testing.T) {
				t.Parallel()
				p := reach(t, state)
				have := p.holders()
				p.clock = p.clock.Add(time.Minute)
				w, err := PrepareWithdrawal(context.Background(), p.w, p.l, "x", "", map[string]string{"": "None of it holds."}, nil, p.clock)
				p.must(err)
				id, err := w.Schedule(context.Background())
				p.must(err)
				p.deliver(id)
				if got := p.told(id); !slices.Equal(got, have) || len(w.Holders) != len(have) {
					t.Errorf("%v are told, the plan names %d, and %v have it", got, len(w.Holders), have)
				}
				if left := p.leaves(id); len(left) > 0 {
					t.Errorf("of what was taken back leaves %v", left)
				}
				p.rewrite(leveeAt(p.clock.Add(48*time.Hour), "nine"))
				plan, err := Prepare(context.Background(), p.w, p.l, "x", nil, nil, p.clock)
				p.must(err)
				if _, err := plan.Schedule(context.Background(), true, nil); err == nil || !strings.Contains(err.Error(), "withdrawn") {
					t.Errorf("it is sent again: %v", err)
				}
			})
			t.Run("put right", func(t *testing.T) {
				t.Parallel()
				p := reach(t, state)
				have := p.holders()
				p.rewrite(leveeAt(p.instant(), "seven"))
				s := p.correct(Wish{Correction: true}, map[string]string{"": "It holds seven feet."})
				if got := p.told(s.Mailing); !slices.Equal(got, have) {
					t.Errorf("%v are told, and %v have it", got, have)
				}
				stopped := strings.Contains(state, "cancelled") && !strings.HasPrefix(state, "out") || state == "missed"
				if left := p.leaves(s.Mailing); stopped && state != "cancelled, and sent anew" && len(left) > 0 {
					t.Errorf("it was stopped, and %v leaves", left)
				}
			})
			t.Run("held", func(t *testing.T) {
				t.Parallel()
				p := reach(t, state)
				have := p.holders()
				if strings.Contains(state, "on hold") {
					if _, err := p.l.PutOnHold(context.Background(), "x", ""); err == nil {
						t.Error("they are asked twice")
					}
					return
				}
				id := p.hold()
				p.deliver(id)
				if got := p.told(id); !slices.Equal(got, have) {
					t.Errorf("%v are asked, and %v have it", got, have)
				}
			})
		})
	}
}

// instant is that of the release as it is now.
func (p *pressed) instant() time.Time {
	p.Helper()
	all, err := p.l.Dispatches(context.Background(), "x")
	p.must(err)
	at := instant
	for _, d := range all {
		if d.Kind == embargo.Release && !d.ReleaseAt.IsZero() {
			at = d.ReleaseAt
		}
	}
	return at
}

// leaves are the mailings of which something may yet leave by itself, but for one.
func (p *pressed) leaves(but string) (out []string) {
	p.Helper()
	all, err := p.l.Dispatches(context.Background(), "x")
	p.must(err)
	for _, d := range all {
		if d.ID != but && !d.State.Finished() {
			out = append(out, d.ID+" "+string(d.State))
		}
	}
	return out
}
