package embargo

import (
	"testing"
	"time"
)

func TestWhatEachKindIsFor(t *testing.T) {
	for kind, want := range map[Kind][2]bool{
		Advance: {true, false}, Release: {}, Test: {}, Correction: {true, true}, Withdrawal: {false, true}, Notice: {true, false}, Service: {},
	} {
		if got := [2]bool{kind.Closes(), kind.ToHolders()}; got != want {
			t.Errorf("%s closes, and goes to holders: %v, want %v", kind, got, want)
		}
	}
}

// Mail of our own leaves at any time, and a pass says what it is for.
func TestMailThatCarriesNoReleaseMayAlwaysLeave(t *testing.T) {
	d := Decide(Row{Dispatch: "x/service-1", Kind: Service}, time.Time{})
	if d.Verdict != Open || d.Lift || !d.Pass.Covers("x/service-1") || d.Pass.Covers("x/release-1") || d.Pass.Kind() != Service {
		t.Errorf("%+v", d)
	}
	if d := Decide(Row{Dispatch: "x/service-1", Kind: Service, Stopped: true}, time.Time{}); d.Verdict != Wait || d.Pass.Valid() {
		t.Errorf("stopped: %+v", d)
	}
	if d := Decide(Row{Dispatch: "x/other-1", Kind: "other"}, time.Time{}); d.Verdict != Wait {
		t.Errorf("of no kind: %+v", d)
	}
	if (Pass{}).Covers("") {
		t.Error("a pass that nobody made covers something")
	}
}

func TestAReleaseThatStandsWithWordsThatWereTakenBackIsOverdue(t *testing.T) {
	at := time.Date(2027, 6, 8, 9, 0, 0, 0, time.UTC)
	now := at.Add(11 * time.Second)
	good := Row{Kind: Release, ReleaseAt: at, Withdrawn: true}
	with := func(change func(*Row)) Row {
		r := good
		change(&r)
		return r
	}
	for name, c := range map[string]struct {
		row  Row
		now  time.Time
		want bool
	}{
		"a quote was taken back":      {good, now, true},
		"it bears another instant":    {with(func(r *Row) { r.Withdrawn, r.Moved = false, true }), now, true},
		"for as long as it may":       {good, at.Add(10 * time.Second), false},
		"it is as it should be":       {with(func(r *Row) { r.Withdrawn = false }), now, false},
		"it went":                     {with(func(r *Row) { r.Lifted = true }), now, false},
		"it was stopped":              {with(func(r *Row) { r.Stopped = true }), now, false},
		"it has no instant":           {with(func(r *Row) { r.ReleaseAt = time.Time{} }), now, false},
		"advance copies are not late": {with(func(r *Row) { r.Kind = Advance }), now, false},
	} {
		if got := c.row.Overdue(c.now, 10*time.Second); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
	if d := Decide(Row{Dispatch: "n", Kind: Notice, ReleaseAt: at, Withdrawn: true}, now); d.Verdict != Open {
		t.Errorf("a notice carries no quote: %+v", d)
	}
	if d := Decide(Row{Dispatch: "n", Kind: Notice, ReleaseAt: at, Moved: true}, now); d.Verdict != Wait {
		t.Errorf("a notice of another instant: %+v", d)
	}
}
