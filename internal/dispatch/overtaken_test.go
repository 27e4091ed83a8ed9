package dispatch

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"pressroom/internal/ledger"
	"pressroom/internal/workspace"
)

// finish writes the letters that are owed.
func (p *pressed) finish() {
	p.Helper()
	p.must((&Embargo{Ledger: p.l}).Finish(context.Background(), "x"))
}

// withdraw takes the release back, a minute later.
func (p *pressed) withdraw() (id string) {
	p.Helper()
	p.clock = p.clock.Add(time.Minute)
	w, err := PrepareWithdrawal(context.Background(), p.w, p.l, "x", "", map[string]string{"": "None of it holds."}, nil, p.clock)
	p.must(err)
	id, err = w.Schedule(context.Background())
	p.must(err)
	return id
}

// Nobody is told that they may publish what was taken back since, or put on hold.
func TestNobodyIsToldThatTheyAreFreeToPublishWhatWasTakenBackSince(t *testing.T) {
	for name, after := range map[string]func(p *pressed) string{
		"withdrawn": (*pressed).withdraw,
		"on hold":   func(p *pressed) string { return p.checking(false).Mailing },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := freeing(t, 3)
			p.lift("x/release-1")
			last := after(p)
			letters := func(id string) bool { return !strings.HasPrefix(id, "x/notice-") }
			if left := slices.DeleteFunc(p.leaves(last), letters); len(left) > 0 {
				t.Errorf("%v leaves all the same", left)
			}
		})
		t.Run(name+" before it was written", func(t *testing.T) {
			t.Parallel()
			p := freeing(t, 3)
			p.clock = instant.Add(time.Second)
			p.deliver("x/release-1")
			after(p)
			p.finish()
			if got := p.lettersIn("notice/free-1"); len(got) > 0 {
				t.Errorf("%v are told that they are free", got)
			}
		})
	}
}

// Of those who were asked to wait, who gets no correction is told that their copy may be used.
func TestACorrectionEndsAHoldForThoseToo(t *testing.T) {
	for name, asked := range map[string]bool{"who were asked": true, "whom the letter had not reached": false} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := embargoedAs(t, pier, 0)
			p.must(workspace.WriteFile(p.w.Path("releases/x.es.md"), []byte("+++\nheadline = \"Se abre el muelle\"\n+++\nTiene sitio.\n")))
			p.must(workspace.WriteFile(p.w.Path("contacts/early.csv"),
				[]byte("email,embargo,language\na@paper.example,yes,en\nb@paper.example,yes,es\nc@paper.example,yes,es\n")))
			ids := p.send(true)
			p.deliver(ids[0])
			p.settle(ids[0])
			hold := p.hold()
			if asked {
				p.deliver(hold)
			}
			p.rewrite(pier + "\nIt has eight.\n")
			done := p.correct(Wish{Correction: true}, map[string]string{"": "It has eight berths."})
			if got := p.told(done.Mailing); !slices.Equal(got, []string{"a"}) {
				t.Errorf("%v get the correction", got)
			}
			p.finish()
			want := []string{"b", "c"}
			if !asked {
				want = nil
			}
			if got := p.lettersIn("notice/resume-1"); !slices.Equal(got, want) {
				t.Errorf("%v are told that the hold is over, of %v", got, want)
			}
		})
	}
}

// Whoever was not asked to wait, since the letter had not left, is not told that they need not.
func TestAHoldThatEndsBeforeItsLetterLeftTellsThoseAloneWhomItReached(t *testing.T) {
	p := embargoed(t, 3)
	hold := p.hold()
	p.some(1, hold)
	p.clock = p.clock.Add(time.Minute)
	p.must(p.l.Resume(context.Background(), "x/release-1", ledger.MainRelay))
	p.finish()
	if got := p.lettersIn("notice/resume-1"); len(got) != 1 {
		t.Errorf("%v are told that it may be used, and one was asked to wait", got)
	}
	if left := p.leaves("x/notice-2"); !slices.Equal(left, []string{"x/release-1 scheduled"}) {
		t.Errorf("%v leaves", left)
	}
}

// Nobody is told of another end of an embargo once it has ended.
func TestALetterOfAMoveDoesNotLeaveAfterTheLift(t *testing.T) {
	p := embargoed(t, 3)
	p.clock = p.clock.Add(time.Minute)
	p.l.WentOut = p.l.Free
	m, err := (&Embargo{Ledger: p.l, Folder: p.w}).PrepareMove(context.Background(), "x", "2026-07-27T10:30")
	p.must(err)
	_, err = m.Do(context.Background())
	p.must(err)
	p.some(1, "x/notice-1")
	p.clock = p.instant().Add(time.Second)
	p.deliver("x/release-1")
	p.finish()
	if got := p.got("x/notice-1"); !slices.Equal(got, []string{"a sent", "b cancelled", "c cancelled"}) {
		t.Errorf("%v", got)
	}
}
