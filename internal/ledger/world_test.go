package ledger

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"pgregory.net/rapid"

	"pressroom/internal/embargo"
	"pressroom/internal/store"
)

// world is one release and all that happens to it, with a record of its own of who
// was told what. It has no SMTP: servers are what its draws say.
type world struct {
	*rapid.T
	ctx  context.Context
	l    *Ledger
	c    *clock
	slug string

	instant time.Time         // the end of the embargo, zero for what goes out at once
	book    []string          // address keys of the press list, as they are now
	fresh   int               // addresses that were made
	same    map[string]string // by address key, one by which the same person was known before
	plan    *planned          // what somebody looks at and has not scheduled yet
	sent    []*sending        // what was scheduled, in its order
	letters map[int64]*letter
	staff   []*hand         // workers, those that were taken over among them
	dead    map[string]bool // workers
	barred  map[string]bool // addresses that somebody did not want to be mailed, or that are gone
}

// planned is what is ready to be scheduled.
type planned struct {
	Scheduling
	drafts []*sending
}

// sending is a dispatch as who sends it has it in mind.
type sending struct {
	id       string
	kind     embargo.Kind
	words    string
	at       time.Time
	audience []string // address keys, those who were left out as they had it among them
	// followers are the dispatches that took over those who did not get an advance
	// copy before the instant, "" where there was none.
	followers []string
}

// letter is a delivery as servers know it.
type letter struct {
	id       int64
	of       *sending
	key      string
	taken    int  // copies that a server has
	known    int  // those of them that the ledger was told of
	lost     int  // lost answers that the ledger was told of
	extra    int  // copies that do not count: asked for in spite of doubt, or come back
	unclear  int  // how often a worker ended, or was taken over, with its content begun
	returned bool // it came back
	asked    bool // to be tried again in spite of doubt
}

// hand is a worker.
type hand struct {
	id     string
	lock   *store.Lock
	frozen bool
	gone   bool // taken over: what it says now comes too late
	holds  []*held
}

// held is a delivery in a worker's hands.
type held struct {
	d     Delivery
	begun bool // its content
}

var allWords = []string{"one", "two", "three"}

// newWorld is a release that nobody has sent yet, and n people who are to get it.
func newWorld(t *rapid.T, l *Ledger, c *clock, run, n int) *world {
	w := &world{
		T: t, ctx: context.Background(), l: l, c: c, slug: fmt.Sprintf("x%d", run),
		same: make(map[string]string), letters: make(map[int64]*letter), dead: make(map[string]bool), barred: make(map[string]bool),
	}
	for range n {
		w.book = append(w.book, w.address())
	}
	if evenly(t, 3, "embargo") > 0 {
		w.instant = c.t.Add(time.Hour)
	}
	w.hire()
	return w
}

func (w *world) must(err error, what string, args ...any) {
	w.Helper()
	if err != nil {
		w.Fatalf(what+": %v", append(args, err)...)
	}
}

func (w *world) address() string {
	w.fresh++
	return fmt.Sprintf("j%d@%s.example", w.fresh, w.slug)
}

// person is whoever has an address: the first one that they had.
func (w *world) person(key string) string {
	for w.same[key] != "" {
		key = w.same[key]
	}
	return key
}

func (w *world) hire() *hand {
	lock, err := w.l.DB().LockWorker(w.ctx)
	w.must(err, "a new worker")
	h := &hand{id: lock.ID, lock: lock}
	w.staff = append(w.staff, h)
	return h
}

// fire ends a worker, however it ends.
func (w *world) fire(h *hand) {
	h.lock.Release()
	w.dead[h.id] = true
	w.staff = slices.DeleteFunc(w.staff, func(o *hand) bool { return o == h })
}

// worker is one of those that ok is true of, nil if there is none.
func (w *world) worker(ok func(*hand) bool) *hand {
	var all []*hand
	for _, h := range w.staff {
		if ok(h) {
			all = append(all, h)
		}
	}
	if len(all) == 0 {
		return nil
	}
	return all[evenly(w.T, len(all), "worker")]
}

// dispatches are those of this release, by what state they are in.
func (w *world) dispatches(states ...State) []*Dispatch {
	all, err := w.l.Dispatches(w.ctx, w.slug)
	w.must(err, "listing")
	return slices.DeleteFunc(all, func(d *Dispatch) bool {
		return d.State == Planning || len(states) > 0 && !slices.Contains(states, d.State)
	})
}

// one is any of the dispatches in one of the states, "" if there is none.
func (w *world) one(states ...State) string {
	all := w.dispatches(states...)
	if len(all) == 0 {
		return ""
	}
	return all[evenly(w.T, len(all), "dispatch")].ID
}

func (w *world) sendingOf(id string) *sending {
	for _, s := range w.sent {
		if s.id == id {
			return s
		}
	}
	w.Fatalf("nobody scheduled %s", id)
	return nil
}

// row is a delivery as the ledger has it.
type row struct {
	id                                              int64
	dispatch, round, person, key, state, who, reply string
	lost                                            int
}

func (w *world) rows() []row {
	rows, err := w.l.DB().Reader().QueryContext(w.ctx, `SELECT id, dispatch, round, person, address_key, state, worker, reply, lost FROM delivery
		WHERE dispatch IN (SELECT id FROM dispatch WHERE slug = ?) ORDER BY id`, w.slug)
	w.must(err, "reading the ledger")
	defer rows.Close()
	var out []row
	for rows.Next() {
		var r row
		w.must(rows.Scan(&r.id, &r.dispatch, &r.round, &r.person, &r.key, &r.state, &r.who, &r.reply, &r.lost), "reading the ledger")
		out = append(out, r)
	}
	w.must(rows.Err(), "reading the ledger")
	return out
}

// check is what holds after every step.
func (w *world) check(*rapid.T) {
	states := make(map[string]State)
	public := ""
	for _, d := range w.dispatches() {
		states[d.ID] = d.State
		if d.Kind == embargo.Release && !d.LiftedAt.IsZero() {
			if public != "" && public != d.Revision {
				w.Fatalf("%s has other words than what is public", d.ID)
			}
			public = d.Revision
		}
		n, err := w.l.Counts(w.ctx, d.ID)
		w.must(err, "counting")
		if sum := n.Queued + n.Sent + n.Deferred + n.InDoubt + n.Failed + n.Suppressed + n.Cancelled; sum != n.Total {
			w.Fatalf("%s: the total is %d, the sum %d", d.ID, n.Total, sum)
		}
	}
	holders := make(map[int64]string)
	for _, h := range w.staff {
		for _, o := range h.holds {
			if !h.gone {
				holders[o.d.ID] = h.id
			}
		}
	}
	for _, r := range w.rows() {
		st, waits := states[r.dispatch], r.state == queued || r.state == deferred
		switch {
		case st == "":
		case waits && st.Finished():
			w.Fatalf("%s is %s and delivery %d of it is %s (%s)", r.dispatch, st, r.id, r.state, r.reply)
		case waits && r.lost > 0 && st != Sending:
			w.Fatalf("%s is %s and delivery %d of it, whose answer was lost %d times, is %s", r.dispatch, st, r.id, r.lost, r.state)
		case r.state == claimed && (st == Done || st == Failed):
			w.Fatalf("%s is %s and delivery %d of it is in the hands of %s", r.dispatch, st, r.id, r.who)
		}
	}
	for _, t := range w.letters {
		most := 1
		if t.lost > 0 {
			most = lostCopies
		}
		if t.taken > most+t.unclear+t.extra {
			w.Fatalf("%s got delivery %d %d times: %+v", t.key, t.id, t.taken, *t)
		}
	}
}

// claimed is what a worker was given: nobody may have it, as far as the ledger was told.
func (w *world) claimed(h *hand, id string, got []Delivery) {
	s := w.sendingOf(id)
	d, err := w.l.Dispatch(w.ctx, id)
	w.must(err, "reading %s", id)
	if d.State != Sending {
		w.Fatalf("%s is %s, and something of it was handed out", id, d.State)
	}
	if s.kind == embargo.Release && w.c.t.Before(d.ReleaseAt) {
		w.Fatalf("%s was handed out %s early", id, d.ReleaseAt.Sub(w.c.t))
	}
	if s.kind == embargo.Advance && !w.c.t.Before(d.ClosesAt) {
		w.Fatalf("%s was handed out %s after the instant", id, w.c.t.Sub(d.ClosesAt))
	}
	for _, d := range got {
		t := w.letters[d.ID]
		if t == nil {
			t = &letter{id: d.ID, of: s}
			w.letters[d.ID] = t
		}
		t.key, t.returned = d.Key, false
		if t.known > 0 {
			w.Fatalf("delivery %d is handed out again although the ledger knows that it was sent", d.ID)
		}
		if t.lost >= lostCopies {
			w.Fatalf("delivery %d is handed out again after %d lost answers", d.ID, t.lost)
		}
		for _, o := range w.others(t) {
			w.Fatalf("%s of %s is handed out, and %s has delivery %d of %s: %+v%s", d.Key, id, o.key, o.id, o.of.id, *o, w.told(""))
		}
		w.Logf("%s takes delivery %d of %s to %s", h.id, d.ID, id, d.Key)
		h.holds = append(h.holds, &held{d: d})
	}
}

// others are other letters by which the same person has, may have or is about to
// get the same, as far as the ledger was told.
func (w *world) others(t *letter) (out []*letter) {
	inHand := make(map[int64]bool)
	for _, h := range w.staff {
		for _, o := range h.holds {
			mine := true
			if t.unclear > 0 { // told late, it takes the place of what is in hand
				var err error
				mine, err = w.l.Holds(w.ctx, o.d)
				w.must(err, "asking for a claim")
			}
			inHand[o.d.ID] = inHand[o.d.ID] || mine && !h.gone
		}
	}
	for _, o := range w.letters {
		has := o.known > 0 || inHand[o.id] || o.lost > 0 && !t.asked // who asks for it may send it where others are in doubt as well
		if o.id != t.id && o.of.kind == t.of.kind && w.person(o.key) == w.person(t.key) && !o.returned && has {
			if t.of.kind == embargo.Release || o.of.words == t.of.words && !w.otherWordsBetween(o, t) {
				out = append(out, o)
			}
		}
	}
	return out
}

// otherWordsBetween tells whether the person of two advance copies has had, or may
// have had, other words by one scheduled between them.
func (w *world) otherWordsBetween(a, b *letter) bool {
	from, to := slices.Index(w.sent, a.of), slices.Index(w.sent, b.of)
	for _, o := range w.letters {
		if at := slices.Index(w.sent, o.of); at > min(from, to) && at < max(from, to) && o.of.kind == embargo.Advance &&
			o.of.words != a.of.words && w.person(o.key) == w.person(a.key) && (o.taken > 0 || o.lost > 0) {
			return true
		}
	}
	return false
}

// missed says who did not get what is not cancelled, and should have.
func (w *world) missed() (out []string) {
	rows, states := w.rows(), make(map[string]State)
	for _, d := range w.dispatches() {
		states[d.ID] = d.State
	}
	for _, s := range w.sent {
		if states[s.id] == Cancelled {
			continue
		}
		for _, key := range s.audience {
			if why := w.has(s, key, rows, states); why != "" {
				out = append(out, fmt.Sprintf("%s of %s: %s", key, s.id, why))
			}
		}
	}
	return out
}

// has is "" where somebody has what a dispatch was to bring them, or where the
// ledger says why not.
func (w *world) has(s *sending, key string, rows []row, states map[string]State) string {
	me, closed := w.person(key), false
	for _, t := range w.letters {
		if w.person(t.key) == me && t.taken > 0 && (t.of.kind == embargo.Release || s.kind == embargo.Advance && t.of.words == s.words) {
			return ""
		}
	}
	for _, r := range rows {
		if w.person(r.key) != me || !strings.HasPrefix(r.round, string(s.kind)) {
			continue
		}
		t := w.letters[r.id]
		if r.state == inDoubt || r.lost > 0 || t != nil && t.returned || r.dispatch == s.id && w.excused(r) {
			return ""
		}
		closed = closed || r.dispatch == s.id && r.reply == Closed
	}
	if s.kind == embargo.Release || !closed {
		return "missed"
	}
	for _, f := range s.followers {
		if f == "" || states[f] == Cancelled {
			return ""
		}
		for _, r := range rows {
			if r.dispatch == f && w.person(r.key) == me && (w.excused(r) || r.state == inDoubt || r.lost > 0) {
				return ""
			}
		}
	}
	return "got no advance copy in time, and not the release"
}

// excused tells whether the ledger says of a delivery why it did not arrive: it was
// refused, or the address is not to be mailed, and not only because another has
// replaced it.
func (w *world) excused(r row) bool {
	return r.state == failed || r.state == suppressed && w.barred[r.key]
}

// refusable passes over what a person is told when they ask for what cannot be.
func (w *world) refusable(err error, what string) {
	var busy *BusyError
	var out *OutError
	var st *StateError
	if !errors.As(err, &busy) && !errors.As(err, &out) && !errors.As(err, &st) {
		w.must(err, "%s", what)
	}
}
