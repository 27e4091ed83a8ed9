// Package embargo is the gate: the one place that decides whether a release may
// leave. Both ways out, the SMTP transaction and the reader of public pages,
// take a Pass as an argument, and only Decide makes one.
package embargo

import "time"

// Kind is what a dispatch is for.
type Kind string

// The kinds of a dispatch.
const (
	Advance Kind = "advance"
	Release Kind = "release"
	Test    Kind = "test"
	// Correction and Withdrawal go to those who have a release: what was wrong or is new
	// in it, and that nobody is to use it.
	Correction Kind = "correction"
	Withdrawal Kind = "withdrawal"
	// Notice is mail about a release that carries none: to those who are asked whether they
	// agree to its embargo, and to those who have a copy or were told of it, that it was
	// moved or is on hold.
	Notice Kind = "notice"
	// Service is mail that carries no release: to the lead, or to a journalist
	// about their own entry.
	Service Kind = "service"
)

// Closes tells whether mail of a kind may have to be over when the embargo ends.
func (k Kind) Closes() bool { return k == Advance || k == Notice || k == Correction }

// ToHolders tells whether mail of a kind goes to those who have the release already.
func (k Kind) ToHolders() bool { return k == Correction || k == Withdrawal }

// Row is what the gate knows of a dispatch: the current row of the database.
type Row struct {
	Dispatch  string
	Kind      Kind
	ReleaseAt time.Time // the instant that holds now; a moved one has replaced it
	// ClosesAt is, for advance copies, their corrections and what asks about them, the end of the embargo as
	// it is now: at that instant whoever still waits gets the release instead. Zero: it
	// does not close.
	ClosesAt time.Time
	Lifted   bool // the latch: once set, no clock closes it
	Stopped  bool // cancelled, paused, held or missed: nothing leaves
	// NotBefore: until then whoever scheduled it may take it back, and nothing leaves.
	NotBefore time.Time
	// Unapproved: others have to approve its words, and not all of them have. Nothing leaves.
	Unapproved bool
	// Withdrawn: a quote in what is stored was taken back. Nothing leaves with it that
	// has not left: of a release nothing before it is out, of advance copies nothing more.
	Withdrawn bool
	// Moved: what is stored bears another instant than ReleaseAt, or ClosesAt. Nothing
	// leaves that says the wrong time.
	Moved bool
	// StoodSince is the last moment at which the dispatch is known to have been
	// worked on or resumed, or at which a worker of its workspace was alive.
	StoodSince time.Time
	Grace      time.Duration // how late it may begin or go on unasked
}

// Verdict is what the gate says.
type Verdict int

// The verdicts.
const (
	Wait   Verdict = iota // not yet, or not at all
	Missed                // too late to leave unasked
	Open                  // may leave: the decision holds a Pass
	Closed                // advance copies and their notices whose embargo has ended: never leaves any more
)

// Pass is the right to let one dispatch leave. It cannot be made outside this
// package; the zero Pass opens nothing.
type Pass struct {
	dispatch string
	kind     Kind
	valid    bool
}

// Valid tells whether the pass was made by the gate.
func (p Pass) Valid() bool { return p.valid }

// Covers tells whether the pass is for this dispatch.
func (p Pass) Covers(dispatch string) bool { return p.valid && p.dispatch == dispatch }

// Kind is the kind of the dispatch that the pass is for.
func (p Pass) Kind() Kind { return p.kind }

// Decision is a verdict and, where it is Open, the Pass.
type Decision struct {
	Verdict Verdict
	Pass    Pass
	// Lift tells the caller to set the latch before it uses the pass: the
	// instant has come and the row does not say so yet.
	Lift bool
}

// Decide judges a row at the wall-clock time now.
//
// Mail that carries no release may always leave, a test at once, and an advance
// copy, its correction or a notice of one, from its own time until the embargo ends: from that
// instant on the verdict is Closed, also where the dispatch is stopped. A release may
// leave when its latch is set, or when now has reached its instant; without an instant it
// waits, and so does what others have not approved, what may still be taken back
// (NotBefore), and what holds a quote that was taken back, or the instant from before it
// was moved, until what is stored is another. A notice may leave at once. All but mail of our own about an
// entry or to the lead is missed instead if it stood still for longer than its grace.
func Decide(row Row, now time.Time) Decision {
	if row.Dispatch == "" {
		return Decision{Verdict: Wait}
	}
	if row.Kind.Closes() && !row.ClosesAt.IsZero() && !now.Before(row.ClosesAt) {
		return Decision{Verdict: Closed}
	}
	early := row.Kind == Advance || row.Kind == Notice
	if row.Stopped || row.Unapproved || row.unready() && (early || !row.Lifted) {
		return Decision{Verdict: Wait}
	}
	switch row.Kind {
	case Service:
		return Decision{Verdict: Open, Pass: Pass{dispatch: row.Dispatch, kind: Service, valid: true}}
	case Advance, Notice, Test, Release, Correction, Withdrawal:
	default:
		return Decision{Verdict: Wait}
	}
	begins := row.ReleaseAt
	if row.NotBefore.After(begins) && !begins.IsZero() {
		begins = row.NotBefore
	}
	if begins.IsZero() || !row.Lifted && row.Kind != Test && now.Before(begins) {
		return Decision{Verdict: Wait}
	}
	since := begins
	if row.StoodSince.After(since) {
		since = row.StoodSince
	}
	if row.Grace > 0 && now.Sub(since) > row.Grace {
		return Decision{Verdict: Missed}
	}
	return Decision{
		Verdict: Open,
		Pass:    Pass{dispatch: row.Dispatch, kind: row.Kind, valid: true},
		Lift:    !row.Lifted,
	}
}

// unready tells whether what is stored must not leave as it is.
func (r *Row) unready() bool { return r.Withdrawn && r.Kind != Notice || r.Moved }

// Overdue tells whether a release should have left some time ago, and waits because a
// quote in it was taken back, or because it bears another instant.
func (r *Row) Overdue(now time.Time, by time.Duration) bool {
	return r.Kind == Release && r.unready() && !r.Lifted && !r.Stopped && !r.ReleaseAt.IsZero() && now.Sub(r.ReleaseAt) > by
}
