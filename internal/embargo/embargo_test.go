package embargo

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

var t0 = time.Date(2026, 7, 26, 16, 0, 0, 0, time.UTC)

func TestDecide(t *testing.T) {
	row := func(change func(*Row)) Row {
		r := Row{Dispatch: "x/release-1", Kind: Release, ReleaseAt: t0, Grace: 15 * time.Minute}
		change(&r)
		return r
	}
	for name, c := range map[string]struct {
		row  Row
		now  time.Time
		want Verdict
	}{
		"a nanosecond before":                          {row(func(*Row) {}), t0.Add(-1), Wait},
		"at the instant":                               {row(func(*Row) {}), t0, Open},
		"at the end of the grace":                      {row(func(*Row) {}), t0.Add(15 * time.Minute), Open},
		"after the grace":                              {row(func(*Row) {}), t0.Add(15*time.Minute + 1), Missed},
		"after it, with a worker alive":                {row(func(r *Row) { r.StoodSince = t0.Add(time.Hour) }), t0.Add(time.Hour + time.Second), Open},
		"lifted, the clock set back an hour":           {row(func(r *Row) { r.Lifted = true }), t0.Add(-time.Hour), Open},
		"lifted, stood still overnight":                {row(func(r *Row) { r.Lifted = true; r.StoodSince = t0.Add(time.Minute) }), t0.Add(9 * time.Hour), Missed},
		"stopped":                                      {row(func(r *Row) { r.Stopped = true }), t0.Add(time.Second), Wait},
		"an advance copy leaves at once":               {row(func(r *Row) { r.Kind = Advance }), t0.Add(time.Second), Open},
		"a test leaves at once":                        {row(func(r *Row) { r.Kind = Test }), t0, Open},
		"a release without an instant":                 {row(func(r *Row) { r.ReleaseAt = time.Time{} }), t0, Wait},
		"one without an instant, lifted":               {row(func(r *Row) { r.ReleaseAt, r.Lifted = time.Time{}, true }), t0, Wait},
		"an advance copy just before the embargo ends": {row(func(r *Row) { r.Kind, r.ClosesAt = Advance, t0.Add(time.Minute) }), t0.Add(time.Minute - 1), Open},
		"an advance copy as the embargo ends":          {row(func(r *Row) { r.Kind, r.ClosesAt = Advance, t0.Add(time.Minute) }), t0.Add(time.Minute), Closed},
		"a paused advance copy as it ends":             {row(func(r *Row) { r.Kind, r.Stopped, r.ClosesAt = Advance, true, t0 }), t0, Closed},
		"a release does not close":                     {row(func(r *Row) { r.ClosesAt = t0 }), t0, Open},
		"an unknown kind":                              {row(func(r *Row) { r.Kind = "other" }), t0, Wait},
		"an empty row":                                 {Row{}, t0, Wait},
		"not before, a nanosecond earlier":             {row(func(r *Row) { r.NotBefore = t0.Add(30 * time.Second) }), t0.Add(30*time.Second - 1), Wait},
		"not before, at that moment":                   {row(func(r *Row) { r.NotBefore = t0.Add(30 * time.Second) }), t0.Add(30 * time.Second), Open},
		"not before, and lifted":                       {row(func(r *Row) { r.NotBefore, r.Lifted = t0.Add(time.Hour), true }), t0, Open},
		"not before, and the grace counts from then":   {row(func(r *Row) { r.NotBefore = t0.Add(time.Hour) }), t0.Add(time.Hour + 15*time.Minute), Open},
		"an advance copy that may be taken back":       {row(func(r *Row) { r.Kind, r.NotBefore = Advance, t0.Add(time.Second) }), t0, Wait},
		"not before, without an instant":               {row(func(r *Row) { r.ReleaseAt, r.NotBefore = time.Time{}, t0 }), t0, Wait},
		"not approved":                                 {row(func(r *Row) { r.Unapproved = true }), t0, Wait},
		"not approved, and lifted":                     {row(func(r *Row) { r.Unapproved, r.Lifted = true, true }), t0, Wait},
		"of a quote that was taken back":               {row(func(r *Row) { r.Withdrawn = true }), t0, Wait},
		"of one, and lifted":                           {row(func(r *Row) { r.Withdrawn, r.Lifted = true, true }), t0, Open},
		"an advance copy of one, and lifted":           {row(func(r *Row) { r.Kind, r.Withdrawn, r.Lifted = Advance, true, true }), t0, Wait},
		"a notice of one":                              {row(func(r *Row) { r.Kind, r.Withdrawn = Notice, true }), t0, Open},
		"a notice of another instant, and lifted":      {row(func(r *Row) { r.Kind, r.Moved, r.Lifted = Notice, true, true }), t0, Wait},
		"of another instant":                           {row(func(r *Row) { r.Moved = true }), t0, Wait},
		"of another instant, and lifted":               {row(func(r *Row) { r.Moved, r.Lifted = true, true }), t0, Open},
		"without a grace, long after":                  {row(func(r *Row) { r.Grace = 0 }), t0.Add(1000 * time.Hour), Open},
		"of the smallest grace, after it":              {row(func(r *Row) { r.Grace = 1 }), t0.Add(2), Missed},
		"an advance copy that is not approved":         {row(func(r *Row) { r.Kind, r.Unapproved = Advance, true }), t0, Wait},
	} {
		t.Run(name, func(t *testing.T) {
			d := Decide(c.row, c.now)
			if d.Verdict != c.want {
				t.Errorf("verdict %d, want %d", d.Verdict, c.want)
			}
			if d.Pass.Valid() != (c.want == Open) {
				t.Errorf("pass valid: %t", d.Pass.Valid())
			}
		})
	}
	if (Pass{}).Covers("") || (Pass{}).Valid() {
		t.Error("the zero pass opens something")
	}
}

// world is a row in a database, two processes that read it, and a clock that
// anybody may set.
type world struct {
	row   Row
	clock time.Time
	alive time.Time
	// earliest is the instant that held when the latch was set
	lifted bool
}

// gate does what the ledger does in one transaction.
func (w *world) gate(t *rapid.T) {
	r := w.row
	r.StoodSince = w.alive
	d := Decide(r, w.clock)
	if d.Verdict != Open {
		if d.Pass.Valid() {
			t.Fatal("a pass without an open gate")
		}
		return
	}
	if !w.row.Lifted && w.clock.Before(w.row.ReleaseAt) {
		t.Fatalf("a pass at %s, before %s", w.clock, w.row.ReleaseAt)
	}
	if d.Lift == w.row.Lifted {
		t.Fatalf("lift %t with the latch %t", d.Lift, w.row.Lifted)
	}
	w.row.Lifted, w.lifted = true, true
}

func TestNeverAPassBeforeTheInstantWhateverTheClockDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := &world{row: Row{Dispatch: "x/release-1", Kind: Release, ReleaseAt: t0, Grace: 15 * time.Minute}, clock: t0.Add(-2 * time.Hour)}
		t.Repeat(map[string]func(*rapid.T){
			"tick": func(t *rapid.T) {
				w.clock = w.clock.Add(time.Duration(rapid.IntRange(1, 600_000).Draw(t, "ms")) * time.Millisecond)
			},
			"step forward": func(*rapid.T) { w.clock = w.clock.Add(time.Hour) },
			"step back":    func(*rapid.T) { w.clock = w.clock.Add(-time.Hour) },
			"move later":   func(*rapid.T) { w.move(30 * time.Minute) },
			"move earlier": func(*rapid.T) { w.move(-30 * time.Minute) },
			"process one":  func(t *rapid.T) { w.gate(t) },
			"process two":  func(t *rapid.T) { w.gate(t) },
			"worker lives": func(*rapid.T) { w.alive = w.clock },
			"hold":         func(*rapid.T) { w.row.Stopped = true },
			"go on":        func(*rapid.T) { w.row.Stopped = false },
			"restart":      func(*rapid.T) {}, // a process keeps nothing: the row is all there is
			"": func(t *rapid.T) {
				if w.lifted && !w.row.Lifted {
					t.Fatal("the latch came open again")
				}
			},
		})
	})
}

// move sets another instant, which the ledger allows only while the latch is off.
func (w *world) move(by time.Duration) {
	if !w.row.Lifted {
		w.row.ReleaseAt = w.row.ReleaseAt.Add(by)
	}
}
