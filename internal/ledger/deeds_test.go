package ledger

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"pgregory.net/rapid"

	"pressroom/internal/blob"
	"pressroom/internal/embargo"
	"pressroom/internal/store"
)

func (w *world) damage(id string) error {
	return w.l.PauseDamaged(w.ctx, id, &blob.DamagedError{Dispatch: id})
}

func (w *world) retry(id string) error {
	_, err := w.l.Retry(w.ctx, id)
	return err
}

// retryInDoubt has what is in doubt tried once more.
func (w *world) retryInDoubt() bool {
	rows := slices.DeleteFunc(w.rows(), func(r row) bool { return r.state != inDoubt })
	if len(rows) == 0 {
		return false
	}
	id := rows[evenly(w.T, len(rows), "which")].dispatch
	_, err := w.l.RetryInDoubt(w.ctx, id)
	var st *StateError
	if errors.As(err, &st) {
		return false
	}
	w.must(err, "trying again in doubt")
	for _, r := range w.rows() {
		if slices.ContainsFunc(rows, func(before row) bool { return before.id == r.id }) && r.state == queued {
			t := w.letters[r.id]
			t.lost, t.extra, t.asked = lostCopies-1, t.extra+1, true
		}
	}
	return true
}

// move gives somebody a new address, which may be the one of somebody else.
func (w *world) move() bool {
	from := w.book[evenly(w.T, len(w.book), "from")]
	if h := w.worker(func(h *hand) bool { return len(h.holds) > 0 }); h != nil && rapid.Bool().Draw(w.T, "in hand") {
		if key := h.holds[0].d.Key; slices.Contains(w.book, key) {
			from = key
		}
	}
	to := ""
	if evenly(w.T, 5, "somebody else's") == 0 {
		to = w.book[evenly(w.T, len(w.book), "to")]
	}
	if to == "" {
		to = w.address()
	}
	if to == from {
		return false
	}
	err := w.l.DB().Tx(w.ctx, func(tx *store.Tx) error {
		if err := w.l.MoveIn(w.ctx, tx, from, to, to); err != nil {
			return err
		}
		return w.l.SuppressIn(w.ctx, tx, from, ByHand, "replaced")
	})
	if errors.Is(err, ErrInFlight) {
		return false
	}
	w.must(err, "replacing %s by %s", from, to)
	w.Logf("%s is %s now", from, to)
	for i, key := range w.book {
		if key == from {
			w.book[i] = to
		}
	}
	if a, b := w.person(from), w.person(to); a != b {
		w.same[b] = a
	}
	return true
}

func (w *world) suppress() bool {
	key, why := w.book[evenly(w.T, len(w.book), "who")], rapid.SampledFrom([]string{ByHand, Unsubscribed}).Draw(w.T, "why")
	w.must(w.l.Suppress(w.ctx, key, why, ""), "suppressing")
	w.barred[key] = true
	return true
}

func (w *world) allow() bool {
	key := w.book[evenly(w.T, len(w.book), "who")]
	s, err := w.l.Suppressed(w.ctx, key)
	w.must(err, "who is suppressed")
	if s == nil {
		return false
	}
	if s.Reason == Unsubscribed {
		_, err = w.l.ComeBack(w.ctx, key)
	} else {
		_, err = w.l.Unsuppress(w.ctx, key)
	}
	w.must(err, "allowing")
	return true
}

// hear is word of what was in doubt: it came back, or arrived.
func (w *world) hear() bool {
	rows := slices.DeleteFunc(w.rows(), func(r row) bool { return r.state != inDoubt })
	if len(rows) == 0 {
		return false
	}
	t := w.letters[rows[evenly(w.T, len(rows), "which")].id]
	arrived := rapid.Bool().Draw(w.T, "arrived")
	for _, o := range w.letters { // what came back came back from the address: nothing else arrived there
		arrived = arrived || o != t && w.person(o.key) == w.person(t.key) && o.of.kind == t.of.kind && o.known > 0
	}
	w.must(w.l.DB().Tx(w.ctx, func(tx *store.Tx) error { return Heard(w.ctx, tx, t.id, arrived, "") }), "hearing")
	w.Logf("delivery %d to %s has arrived: %t", t.id, t.key, arrived)
	if arrived {
		t.known++
		return true
	}
	t.returned, t.lost, t.extra = true, 0, t.extra+t.taken
	return true
}

// letGo is what becomes of content that is begun when its worker ends or is taken
// for dead: nobody will say, but for one that was frozen only.
func (w *world) letGo(h *hand, end bool) {
	for _, o := range h.holds {
		if !o.begun {
			continue
		}
		t := w.letters[o.d.ID]
		t.unclear++
		if end && rapid.Bool().Draw(w.T, "it was taken") {
			t.taken++
		}
	}
}

func (w *world) kill() bool {
	h := w.worker(func(*hand) bool { return true })
	if h == nil {
		return false
	}
	w.letGo(h, true)
	w.fire(h)
	return true
}

func (w *world) freeze(yes bool) bool {
	h := w.worker(func(h *hand) bool { return h.frozen != yes })
	if h == nil {
		return false
	}
	h.frozen = yes
	return true
}

// standStill has others take over from a worker that is in the middle of something,
// and goes on then: what it says comes late.
func (w *world) standStill() bool {
	h := w.worker(func(h *hand) bool {
		return !h.gone && slices.ContainsFunc(h.holds, func(o *held) bool { return o.begun })
	})
	if h == nil {
		return false
	}
	h.frozen = true
	w.takeOver()
	h.frozen = false
	return true
}

// hireIfFew has three workers at work, but for those that only end what they hold.
func (w *world) hireIfFew() bool {
	n := 0
	for _, h := range slices.Clone(w.staff) {
		switch {
		case !h.gone:
			n++
		case len(h.holds) == 0:
			w.fire(h)
		}
	}
	return n < 3 && w.hire() != nil
}

// takeOver gives back what dead workers and frozen ones hold.
func (w *world) takeOver() bool {
	gone := make(map[string]bool)
	for _, h := range w.staff {
		if h.frozen && !h.gone {
			h.gone = true
			w.letGo(h, false)
		}
		gone[h.id] = h.gone
	}
	_, err := w.l.Reclaim(w.ctx, func(id string) bool { return !w.dead[id] && !gone[id] })
	w.must(err, "taking over")
	for _, r := range w.rows() {
		if r.state == claimed && (w.dead[r.who] || gone[r.who]) {
			w.Fatalf("delivery %d is still in the hands of %s", r.id, r.who)
		}
	}
	return true
}

func (w *world) claim() bool {
	h := w.worker(func(h *hand) bool { return !h.frozen && !h.gone })
	id := w.one(Sending)
	if evenly(w.T, 10, "any") == 0 {
		id = w.one()
	}
	if h == nil || id == "" {
		return false
	}
	return w.take(h, id, 1+evenly(w.T, 8, "chunk")) > 0
}

func (w *world) take(h *hand, id string, n int) int {
	got, err := w.l.Claim(w.ctx, id, h.id, n)
	w.must(err, "claiming")
	if len(got) > 0 {
		w.claimed(h, id, got)
	}
	return len(got)
}

// begin is the last moment before the content of a message.
func (w *world) begin() bool {
	h := w.worker(func(h *hand) bool {
		return !h.frozen && slices.ContainsFunc(h.holds, func(o *held) bool { return !o.begun })
	})
	if h == nil {
		return false
	}
	o := h.holds[slices.IndexFunc(h.holds, func(o *held) bool { return !o.begun })]
	w.start(h, o)
	return true
}

func (w *world) start(h *hand, o *held) {
	d, err := w.l.Dispatch(w.ctx, o.d.Dispatch)
	w.must(err, "reading")
	mine, err := w.l.Holds(w.ctx, o.d)
	w.must(err, "asking for a claim")
	late := h.gone && !mine
	stop := d.State != Sending && rapid.Bool().Draw(w.T, "knows that it was stopped")
	if d.Kind == embargo.Advance {
		v, err := w.l.Asked(w.ctx, d.ID)
		w.must(err, "asking the gate")
		stop = stop || v != embargo.Open
	}
	not, err := w.l.Suppressed(w.ctx, o.d.Key)
	w.must(err, "who is suppressed")
	switch {
	case late || stop:
		w.record(h, Outcome{Delivery: o.d, Result: Released})
		return
	case not != nil:
		w.record(h, Outcome{Delivery: o.d, Result: Suppressed, At: w.c.t})
		return
	}
	if d.Kind == embargo.Advance && !w.c.t.Before(w.instant) {
		w.Fatalf("the content of an advance copy is begun %s after the instant", w.c.t.Sub(w.instant))
	}
	o.begun = true
}

// record writes outcomes and takes them out of a worker's hands.
func (w *world) record(h *hand, all ...Outcome) {
	_, err := w.l.Record(w.ctx, all)
	w.must(err, "recording %+v", all)
	for _, o := range all {
		w.Logf("%s says of delivery %d to %s: %s", h.id, o.Delivery.ID, o.Delivery.Key, said[o.Result])
		h.holds = slices.DeleteFunc(h.holds, func(x *held) bool { return x.d.ID == o.Delivery.ID })
	}
}

var said = map[Result]string{Sent: "taken", Deferred: "later", Rejected: "refused", Suppressed: "not to be mailed", Released: "not tried", Lost: "no answer"}

// answer is what servers say, or do not say, to some of what a worker has begun.
func (w *world) answer() bool {
	h := w.worker(func(h *hand) bool {
		return !h.frozen && slices.ContainsFunc(h.holds, func(o *held) bool { return o.begun })
	})
	if h == nil {
		return false
	}
	var all []Outcome
	for _, o := range h.holds {
		if o.begun && (len(all) == 0 || rapid.Bool().Draw(w.T, "and")) {
			all = append(all, w.outcome(o.d, answers[evenly(w.T, len(answers), "answer")]))
		}
	}
	w.record(h, all...)
	return true
}

var answers = []string{"taken", "taken", "taken", "taken and lost", "lost", "greylisted", "refused", "unknown"}

func (w *world) outcome(d Delivery, said string) Outcome {
	t := w.letters[d.ID]
	o := Outcome{Delivery: d, At: w.c.t, Server: "mx:25", Stage: "content"}
	switch said {
	case "taken":
		t.taken++
		t.known++
		o.Result, o.Code = Sent, 250
	case "taken and lost", "lost":
		if said != "lost" {
			t.taken++
		}
		t.lost++
		o.Result, o.Reply = Lost, "at content: EOF"
	case "greylisted":
		o.Result, o.Code, o.Stage, o.Next = Deferred, 451, "rcpt", w.c.t.Add(time.Minute)
	case "unknown":
		w.barred[d.Key] = true
		o.Result, o.Code, o.Enhanced, o.Stage, o.Suppress = Rejected, 550, "5.1.1", "rcpt", Bounced
	default:
		o.Result, o.Code, o.Enhanced = Rejected, 554, "5.7.1"
	}
	return o
}

func (w *world) pass() bool {
	steps := []time.Duration{time.Millisecond, time.Second, lostFirst, lostSecond, time.Minute, 10 * time.Minute}
	w.c.t = w.c.t.Add(steps[evenly(w.T, len(steps), "passes")])
	return true
}

func (w *world) toInstant() bool {
	if !w.instant.After(w.c.t) || evenly(w.T, 4, "now") > 0 {
		return false
	}
	w.c.t = w.instant
	if rapid.Bool().Draw(w.T, "just before") {
		w.c.t = w.instant.Add(-time.Millisecond)
	}
	for _, do := range []func() bool{w.claim, w.begin, w.gate, w.claim, w.begin} { // at this very moment
		do()
	}
	return true
}

// closing notes which dispatch is to mail those who get no advance copy any more.
func (w *world) closing() {
	if w.instant.IsZero() || w.c.t.Before(w.instant) {
		return
	}
	to := ""
	for _, d := range w.dispatches() {
		if d.Kind == embargo.Release && d.State != Cancelled {
			to = d.ID
		}
	}
	for _, s := range w.sent {
		if s.kind == embargo.Advance {
			s.followers = append(s.followers, to)
		}
	}
}

// gate asks the gate about all that is due, and looks whether it is early.
func (w *world) gate() bool {
	w.closing()
	due, err := w.l.Due(w.ctx, w.c.t.Add(time.Minute)) // workers look ahead
	w.must(err, "what is due")
	news := false
	for _, d := range due {
		if d.Slug != w.slug {
			continue
		}
		news = news || d.State == Scheduled
		decision, err := w.l.Gate(w.ctx, d.ID, 0)
		w.must(err, "asking the gate")
		if decision.Verdict == embargo.Open && d.Kind == embargo.Release && w.c.t.Before(d.ReleaseAt) {
			w.Fatalf("%s left %s early", d.ID, d.ReleaseAt.Sub(w.c.t))
		}
	}
	return news
}

func (w *world) close() bool {
	w.closing()
	w.must(w.l.CloseDue(w.ctx, w.c.t), "closing")
	return true
}

func (w *world) settle() bool {
	id := w.one(Sending)
	if id == "" {
		return false
	}
	_, _, err := w.l.Settle(w.ctx, id)
	w.must(err, "settling")
	return true
}

// night is a while without any worker, longer than the grace.
func (w *world) night() bool {
	if evenly(w.T, 4, "now") > 0 {
		return false
	}
	for len(w.staff) > 0 {
		w.letGo(w.staff[0], true)
		w.fire(w.staff[0])
	}
	w.c.t = w.c.t.Add(20 * time.Minute)
	_, err := w.l.Pulse(w.ctx, w.hire().id, -1)
	w.must(err, "saying that a worker is alive")
	return true
}

// finish lets one worker do all that is left, and looks at what came of it.
func (w *world) finish() {
	w.discard()
	for len(w.staff) > 0 {
		w.letGo(w.staff[0], true)
		w.fire(w.staff[0])
	}
	h := w.hire()
	if w.c.t.Before(w.instant) {
		w.c.t = w.instant.Add(-time.Millisecond)
		w.gate()
		w.c.t = w.instant
	}
	for range 50 {
		w.takeOver()
		w.close()
		for _, d := range w.dispatches(Paused, Held, Missed) {
			w.refusable(w.l.Resume(w.ctx, d.ID, MainRelay), "going on")
		}
		w.gate()
		for _, d := range w.dispatches(Sending) {
			for w.take(h, d.ID, 50) > 0 {
				for len(h.holds) > 0 {
					w.start(h, h.holds[0])
					if len(h.holds) > 0 && h.holds[0].begun {
						w.record(h, w.outcome(h.holds[0].d, "taken"))
					}
				}
			}
			_, _, err := w.l.Settle(w.ctx, d.ID)
			w.must(err, "settling")
		}
		w.check(nil)
		if len(w.dispatches(Scheduled, Sending, Paused, Held, Missed)) == 0 {
			break
		}
		w.c.t = w.c.t.Add(time.Hour)
	}
	if left := w.dispatches(Scheduled, Sending, Paused, Held, Missed); len(left) > 0 {
		w.Fatalf("%s is %s for ever: %s", left[0].ID, left[0].State, w.told(left[0].ID))
	}
	for _, why := range w.missed() {
		w.Errorf("%s\n%s", why, w.told(""))
	}
}

// told is what the ledger has of a dispatch, or of all, for a person to read.
func (w *world) told(id string) string {
	out := ""
	for _, r := range w.rows() {
		if id == "" || r.dispatch == id {
			out += fmt.Sprintf("\n\t%+v", r)
		}
	}
	return out
}
