package ledger

import (
	"flag"
	"maps"
	"os"
	"slices"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"pressroom/internal/blob"
	"pressroom/internal/embargo"
	"pressroom/internal/store"
	"pressroom/internal/testdb"
)

// given are the flags on the command line: those that a test sets look the same
// later, when the other database's turn comes.
var given = sync.OnceValue(func() map[string]bool {
	set := make(map[string]bool)
	flag.Visit(func(f *flag.Flag) { set[f.Name] = true })
	return set
})

// TestWhateverHappensEveryoneGetsItOnce runs what people, workers, servers and
// clocks may do in any order, and holds what the ledger does against what is
// promised: a person gets a release once in a round, but for content in flight when
// its worker was killed or taken over; nobody is missed; no advance copy is begun at
// the instant or later; and nothing that was recorded is refused.
//
// With PRESSROOM_FULL=1 it is 200 orders, each time others; else a tenth of that,
// the same each time.
func TestWhateverHappensEveryoneGetsItOnce(t *testing.T) {
	few := map[string]string{"rapid.checks": "20", "rapid.seed": "20260726", "rapid.steps": "200", "rapid.nofailfile": "true"}
	if os.Getenv("PRESSROOM_FULL") == "1" {
		few["rapid.checks"], few["rapid.seed"] = "200", "0"
	}
	maps.DeleteFunc(few, func(name, _ string) bool { return given()[name] })
	for name, value := range few {
		before := flag.Lookup(name).Value.String()
		if err := flag.Set(name, value); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { flag.Set(name, before) })
	}
	c := &clock{t0}
	l := open(t, t.TempDir(), c)
	run, begun := 0, time.Now()
	steps := make(map[string]int)
	rapid.Check(t, func(rt *rapid.T) {
		run++
		c.t = c.t.Add(30 * 24 * time.Hour).Truncate(time.Hour) // later than all before, which is forgotten
		w := newWorld(rt, l, c, run, 2+evenly(rt, 15, "people"))
		defer func() {
			for len(w.staff) > 0 {
				w.fire(w.staff[0])
			}
		}()
		deeds := w.deeds()
		rt.Repeat(map[string]func(*rapid.T){"": w.check, "step": func(rt *rapid.T) {
			for range 100 { // until one can be done
				if d := deeds[evenly(rt, len(deeds), "deed")]; d.do() {
					rt.Log(d.name)
					steps[d.name]++
					return
				}
			}
		}})
		w.finish()
	})
	all := 0
	for _, n := range steps {
		all += n
	}
	t.Logf("%s: %d orders of %d steps in %s: %v", testdb.Dialect(), run, all, time.Since(begun).Round(time.Millisecond), steps)
}

// deed is one thing that may happen; it is false where it cannot just now.
type deed struct {
	name  string
	often int
	do    func() bool
}

// deeds are what may happen, as often as it takes for the rest to have something to
// happen to.
func (w *world) deeds() (all []deed) {
	for _, d := range []deed{
		{"begin", 40, w.begin},
		{"claim", 40, w.claim},
		{"answer", 40, w.answer},
		{"gate", 20, w.gate},
		{"time", 4, w.pass},
		{"plan", 6, w.prepare},
		{"send", 8, func() bool { return w.schedule(false) }},
		{"replace", 4, func() bool { return w.schedule(true) }},
		{"instant", 6, w.toInstant},
		{"settle", 3, w.settle},
		{"close", 1, w.close},
		{"freeze", 2, func() bool { return w.freeze(true) }},
		{"take over", 1, w.takeOver},
		{"stand still", 6, w.standStill},
		{"thaw", 3, func() bool { return w.freeze(false) }},
		{"kill", 1, w.kill},
		{"hire", 8, w.hireIfFew},
		{"move", 3, w.move},
		{"more", 4, w.more},
		{"retry in doubt", 6, w.retryInDoubt},
		{"resume", 10, w.resume},
		{"pause", 2, w.act(func(id string) error { return w.l.Pause(w.ctx, id) }, Scheduled, Sending)},
		{"cancel", 2, w.act(func(id string) error { return w.l.Cancel(w.ctx, id, "by hand") }, Scheduled, Sending, Held, Paused, Missed)},
		{"damage", 1, w.act(w.damage, Scheduled, Sending)},
		{"hold", 1, w.hold},
		{"retry", 2, w.act(w.retry, Sending, Done, Failed)},
		{"suppress", 1, w.suppress},
		{"allow", 1, w.allow},
		{"hear", 2, w.hear},
		{"night", 1, w.night},
	} {
		for range d.often {
			all = append(all, d)
		}
	}
	return all
}

// act does something to a dispatch that is in one of the states.
func (w *world) act(do func(id string) error, states ...State) func() bool {
	return func() bool {
		id := w.one(states...)
		if id == "" || evenly(w.T, 2, "yes") == 0 {
			return false
		}
		w.refusable(do(id), id)
		return true
	}
}

// evenly draws a number below n, small ones no more often than others.
func evenly(rt *rapid.T, n int, label string) int {
	return rapid.Custom(func(rt *rapid.T) int {
		bits := 0
		for range 12 {
			bits *= 2
			if rapid.Bool().Draw(rt, "bit") {
				bits++
			}
		}
		return bits % n
	}).Draw(rt, label)
}

// prepare plans a mailing as dispatch does: who has it is left out.
func (w *world) prepare() bool {
	if w.plan != nil && evenly(w.T, 4, "again") > 0 {
		return false
	}
	w.discard()
	words := rapid.SampledFrom(allWords).Draw(w.T, "words")
	if n := len(w.sent); n > 0 && rapid.Bool().Draw(w.T, "the same") {
		words = w.sent[n-1].words
	}
	public, err := latest(w.ctx, w.l.DB().Reader(), w.slug)
	w.must(err, "what is public")
	at := w.c.t
	if ahead := w.instant.After(w.c.t) && public == nil; ahead {
		at = w.instant
		if evenly(w.T, 4, "advance") > 0 {
			w.draft(embargo.Advance, words, w.c.t, w.some())
		}
	}
	if public != nil && evenly(w.T, 10, "other words") > 0 {
		words = public.Revision
	}
	w.draft(embargo.Release, words, at, w.some())
	w.plan.Slug, w.plan.Revision = w.slug, words
	return true
}

// some are people of the press list, as their addresses are now.
func (w *world) some() []string {
	var out []string
	for _, key := range w.book {
		if !slices.Contains(out, key) && evenly(w.T, 4, "on it") > 0 {
			out = append(out, key)
		}
	}
	return out
}

// draft writes a dispatch that is not scheduled yet.
func (w *world) draft(kind embargo.Kind, words string, at time.Time, audience []string) {
	if w.plan == nil {
		w.plan = &planned{}
	}
	d := Draft{
		Slug: w.slug, Revision: words, Headline: "H", Kind: kind, ReleaseAt: at, Grace: 15 * time.Minute, Zone: "UTC", Sender: "p@x.example", Snapshot: []byte("{}"),
		Artefacts: map[string][]byte{"mail/en": []byte("m"), "text/en": []byte(words)},
	}
	if kind == embargo.Advance {
		d.ClosesAt = w.instant
		texts, err := w.l.AdvanceTexts(w.ctx, w.slug)
		w.must(err, "earlier copies")
		for old := range texts {
			d.Artefacts[CopyName("mail/en", old)] = []byte("replaces")
		}
	}
	reached, err := w.l.Reached(w.ctx, w.slug)
	w.must(err, "who has it")
	persons, err := w.l.Persons(w.ctx)
	w.must(err, "who is who")
	var rs []Recipient
	for _, key := range audience {
		person := key
		if p, ok := persons[key]; ok {
			person = p
		}
		has := reached[person]
		out, err := w.l.Suppressed(w.ctx, key)
		w.must(err, "who is suppressed")
		if out == nil && (kind == embargo.Release && has.Release || kind == embargo.Advance && has.Advance && has.Words == blob.Digest([]byte(words))) {
			continue
		}
		rs = append(rs, Recipient{Key: key, Address: key, Language: "en", Template: "mail/en", Follow: "mail/en"})
	}
	id, err := w.l.Create(w.ctx, d)
	w.must(err, "planning")
	w.must(w.l.Add(w.ctx, id, rs), "planning")
	w.plan.drafts = append(w.plan.drafts, &sending{id: id, kind: kind, words: words, at: at, audience: audience})
	w.plan.IDs = append(w.plan.IDs, id)
}

func (w *world) discard() {
	if w.plan == nil {
		return
	}
	for _, id := range w.plan.IDs {
		w.must(w.l.Discard(w.ctx, id), "discarding")
	}
	w.plan = nil
}

func (w *world) schedule(replace bool) bool {
	if w.plan == nil {
		return false
	}
	w.plan.Replace = replace
	if err := w.l.Schedule(w.ctx, w.plan.Scheduling); err != nil {
		w.refusable(err, "scheduling")
		w.discard()
		return true
	}
	w.sent = append(w.sent, w.plan.drafts...)
	w.plan = nil
	return true
}

// more mails some others, from what is public or, before that, the advance copy.
func (w *world) more() bool {
	public, err := latest(w.ctx, w.l.DB().Reader(), w.slug)
	w.must(err, "what is public")
	from, at := public, w.c.t
	if public == nil {
		for _, d := range w.dispatches(Scheduled, Sending, Paused, Held, Missed, Done) {
			if d.Kind == embargo.Advance && d.ClosesAt.After(w.c.t) {
				from = d
			}
		}
	}
	if from == nil {
		return false
	}
	w.discard()
	w.draft(from.Kind, from.Revision, at, w.some())
	w.plan.Slug, w.plan.Revision, w.plan.More = w.slug, from.Revision, true
	w.must(w.l.Schedule(w.ctx, w.plan.Scheduling), "scheduling more")
	w.sent = append(w.sent, w.plan.drafts...)
	w.plan = nil
	return true
}

func (w *world) resume() bool {
	relay := rapid.SampledFrom([]Relay{MainRelay, FallbackRelay}).Draw(w.T, "relay")
	return w.act(func(id string) error { return w.l.Resume(w.ctx, id, relay) }, Paused, Held, Missed, Sending)()
}

func (w *world) hold() bool {
	err := w.l.DB().Tx(w.ctx, func(tx *store.Tx) error { return w.l.HoldIn(w.ctx, tx, w.slug, "a quote was taken back") })
	w.must(err, "holding")
	return true
}
