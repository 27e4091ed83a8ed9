package dispatch

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
)

const pier = "+++\nheadline = \"The pier opens\"\nembargo = 2026-07-26T16:00:00Z\ntimezone = \"UTC\"\nlanguage = \"en\"\nlift_note = true\n" +
	"advance = [\"early\"]\nto = [\"late\"]\n[[contact]]\nname = \"Nora\"\nemail = \"press@harbor.example\"\npublic = true\n+++\nIt has nine berths.\n"

// freeing is a release under embargo whose holders are told at its end that they are free.
func freeing(t *testing.T, copies int) *pressed {
	t.Helper()
	p := embargoedAs(t, pier, copies)
	p.l.WentOut = p.l.Free
	return p
}

// lift has the instant come, and the release leave to all.
func (p *pressed) lift(id string) {
	p.Helper()
	ctx := context.Background()
	p.clock = instant.Add(time.Second)
	p.must(p.l.CloseDue(ctx, p.clock))
	p.deliver(id)
	p.settle(id)
	p.must((&Embargo{Ledger: p.l}).Finish(ctx, "x"))
}

// lettersIn are those to whom a letter in a round is written.
func (p *pressed) lettersIn(round string) (out []string) {
	p.Helper()
	all, err := p.l.Dispatches(context.Background(), "x")
	p.must(err)
	for _, d := range all {
		if d.Kind == embargo.Notice && d.Round == round {
			for _, e := range p.got(d.ID) {
				out = append(out, strings.Fields(e)[0])
			}
		}
	}
	slices.Sort(out)
	return out
}

// Whoever has an advance copy is told at the end of the embargo that they are free to
// publish, whatever became of the mailing that brought it.
func TestWhoHasACopyIsToldAtTheLiftWhateverBecameOfItsMailing(t *testing.T) {
	ctx := context.Background()
	for name, c := range map[string]struct {
		copies int
		before func(p *pressed)
		want   []string
	}{
		"delivered":          {3, func(*pressed) {}, []string{"a", "b", "c"}},
		"delivered in part":  {2, func(*pressed) {}, []string{"a", "b"}},
		"cancelled halfway":  {2, func(p *pressed) { p.cancel("x/advance-1") }, []string{"a", "b"}},
		"cancelled at first": {0, func(p *pressed) { p.cancel("x/advance-1") }, nil},
		"cancelled with one in hand": {1, func(p *pressed) {
			got, err := p.l.Claim(ctx, "x/advance-1", p.lock.ID, 1)
			p.must(err)
			p.cancel("x/advance-1")
			for _, d := range got {
				_, err := p.l.Record(ctx, []ledger.Outcome{{Delivery: d, Result: ledger.Sent, Code: 250, Stage: "content", At: p.clock}})
				p.must(err)
			}
		}, []string{"a", "b"}},
		"cancelled with one in doubt": {1, func(p *pressed) {
			got, err := p.l.Claim(ctx, "x/advance-1", p.lock.ID, 1)
			p.must(err)
			for _, d := range got {
				_, err := p.l.Record(ctx, []ledger.Outcome{{Delivery: d, Result: ledger.Lost, Stage: "answer", At: p.clock}})
				p.must(err)
			}
			p.cancel("x/advance-1")
		}, []string{"a", "b"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := freeing(t, c.copies)
			c.before(p)
			p.lift("x/release-1")
			if got := p.lettersIn("notice/free-1"); !slices.Equal(got, c.want) {
				t.Errorf("%v are told that they are free, and %v have a copy", got, c.want)
			}
		})
	}
}

// Whoever was to get an advance copy of a mailing that was cancelled gets the release with
// all others, as the plan said.
func TestWhoWasToGetACopyThatWasCancelledGetsTheReleaseAtTheLift(t *testing.T) {
	p := freeing(t, 2)
	p.cancel("x/advance-1")
	p.lift("x/release-1")
	if got, want := p.told("x/release-1"), []string{"c", "d", "e"}; !slices.Equal(got, want) {
		t.Errorf("%v got the release, of %v", got, want)
	}
}

func TestWhatIsCancelledTogetherWithItsReleaseGoesToNobody(t *testing.T) {
	p := freeing(t, 1)
	p.cancel("x/advance-1", "x/release-1")
	p.lift("x/release-1")
	for _, e := range p.got("x/release-1") {
		if !strings.HasSuffix(e, "cancelled") {
			t.Errorf("%s", e)
		}
	}
	if got := p.lettersIn("notice/free-1"); len(got) > 0 {
		t.Errorf("%v are told that they are free", got)
	}
}
