package ledger

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"pressroom/internal/embargo"
	"pressroom/internal/mail"
	"pressroom/internal/store"
	"pressroom/internal/testdb"
)

// history is one release that is put right while it leaves, with a record of its own of
// what servers took.
type history struct {
	*rapid.T
	ctx    context.Context
	l      *Ledger
	c      *clock
	slug   string
	key    []byte
	people []*reader
	words  map[string]map[string]int // by revision and language
	now    map[string]int            // the words that hold
	hands  map[string]*store.Lock
	inHand []*inWork
	copies []*served
	puts   []*put
	ended  string // the withdrawal
	held   bool   // it is checked, and nobody is to get the words
}

type reader struct {
	key, lang            string // the address as it is now
	left, erased, failed bool
	addresses            []string
}

// inWork is a delivery that a worker has, and whether its content has begun.
type inWork struct {
	Delivery
	worker string
	begun  bool
	serial int // of what was put right when it began
}

// served is a copy that a server took, or may have taken.
type served struct {
	to       *reader
	delivery int64
	dispatch string
	messages string // the dispatch of whose id its Message-ID is made
	kind     embargo.Kind
	words    map[string]int
	id       string // Message-ID
	lost     bool   // its answer
	serial   int
}

// put is something that was put right, and who had other words then: or may have, as what
// was in hand may yet arrive.
type put struct {
	grade   string
	mailing string
	release string
	words   map[string]int
}

func (h *history) must(err error) {
	h.Helper()
	if err != nil {
		h.Fatal(err)
	}
}

func (h *history) draft(kind embargo.Kind, at, closes time.Time, words map[string]int) string {
	h.Helper()
	revision := fmt.Sprintf("w%d-%d", words["en"], words["es"])
	h.words[revision] = words
	id, err := h.l.Create(h.ctx, Draft{
		Slug: h.slug, Revision: revision, Headline: "H", Kind: kind, ReleaseAt: at, ClosesAt: closes, Grace: 24 * time.Hour, Zone: "UTC",
		Sender: "Press <press@harbor.example>", Snapshot: []byte(revision), Artefacts: map[string][]byte{
			"mail/en": []byte("{}"), "mail/es": []byte("{}"), "text/en": fmt.Append(nil, words["en"]), "text/es": fmt.Append(nil, words["es"]),
		},
	})
	h.must(err)
	return id
}

func (h *history) recipient(r *reader) Recipient {
	return Recipient{Key: r.key, Address: r.key, Language: r.lang, Template: "mail/" + r.lang}
}

func (h *history) find(key string) *reader {
	for _, r := range h.people {
		if slices.Contains(r.addresses, key) {
			return r
		}
	}
	h.Fatalf("nobody has %s", key)
	return nil
}

// amend puts words right, withdraws them, puts them on hold or ends that. What is looked
// at first is old by the time that it is written: others work in between.
func (h *history) amend(what string, between func()) {
	base, err := h.l.Current(h.ctx, h.slug)
	h.must(err)
	if base == nil || h.ended != "" {
		return
	}
	public := !base.LiftedAt.IsZero()
	all, err := h.l.Standings(h.ctx, h.slug)
	h.must(err)
	if !public && !slices.ContainsFunc(all, func(s *Standing) bool { return s.Newest() != nil || s.InHand != nil }) {
		return
	}
	if (what == "hold" || what == "hold-end") && !public || what == "hold-end" != h.held && strings.HasPrefix(what, "hold") {
		what = "correction"
	}
	withdraw, any := what == "withdrawal", what != "correction"
	words := map[string]int{"en": h.now["en"], "es": h.now["es"]}
	for _, lang := range rapid.SampledFrom([][]string{{"en"}, {"es"}, {"en", "es"}}).Draw(h.T, "changed") {
		if !any {
			words[lang] = rapid.SampledFrom([]int{words[lang] + 1, words[lang] + 1, max(0, words[lang]-1)}).Draw(h.T, "words")
		}
	}
	at, closes := h.c.t, time.Time{}
	if !public {
		at, closes = base.ReleaseAt, base.ReleaseAt
	}
	a := Amending{Amendment: Amendment{Slug: h.slug, Grade: what, At: h.c.t}, Base: base.ID, Became: "earlier", Waits: what == "hold"}
	if withdraw {
		a.Became = "withdrawn"
		a.Mailing = h.draft(embargo.Withdrawal, h.c.t, time.Time{}, words)
	} else {
		a.Dispatch, a.Mailing = h.draft(embargo.Release, at, time.Time{}, words), h.draft(embargo.Correction, h.c.t, closes, words)
		if !public {
			a.Advance = h.draft(embargo.Advance, h.c.t, closes, words)
		}
	}
	differs := func(c *HeldCopy) bool {
		return c != nil && (any || h.words[c.Revision][c.Language] != words[c.Language])
	}
	a.Holder = func(s *Standing) (Recipient, bool) {
		if s.Erased || !differs(s.Newest()) && !differs(s.InHand) {
			return Recipient{}, false
		}
		r := h.recipient(h.find(s.Key))
		if r.Thread = s.Thread(h.key); !public {
			r.Follow = r.Template
		}
		return r, true
	}
	a.Waiting = func(s *Standing, _ embargo.Kind) (Recipient, bool) {
		if s.Erased || withdraw || public && !any && differs(s.Newest()) {
			return Recipient{}, false
		}
		return h.recipient(h.find(s.Key)), true
	}
	for _, s := range all {
		if r, ok := a.Holder(s); ok {
			h.must(h.l.Add(h.ctx, a.Mailing, []Recipient{r}))
		}
		if r, ok := a.Waiting(s, embargo.Release); ok && s.Waits {
			h.must(h.l.Add(h.ctx, a.Dispatch, []Recipient{r}))
		}
	}
	between()
	_, err = h.l.Amend(h.ctx, a)
	if errors.Is(err, ErrAmended) {
		for id := range a.planned() {
			if id != "" {
				h.must(h.l.Discard(h.ctx, id))
			}
		}
		return
	}
	h.must(err)
	h.Logf("%s: %s with %v", a.Grade, a.Mailing, words)
	h.puts, h.now, h.held = append(h.puts, &put{what, a.Mailing, a.Dispatch, words}), words, what == "hold"
	if withdraw {
		h.ended = a.Mailing
	}
}

// step is something that workers do.
func (h *history) step() {
	switch rapid.SampledFrom([]string{"gate", "claim", "claim", "begin", "begin", "begin", "answer", "answer", "answer", "claim", "begin", "answer", "kill"}).Draw(h.T, "work") {
	case "gate":
		h.gates()
	case "claim":
		h.claim(rapid.IntRange(1, 6).Draw(h.T, "n"))
	case "begin":
		for range rapid.IntRange(1, 4).Draw(h.T, "n") {
			h.begin()
		}
	case "answer":
		for range rapid.IntRange(1, 4).Draw(h.T, "n") {
			if len(h.inHand) > 0 {
				h.answer(h.inHand[rapid.IntRange(0, len(h.inHand)-1).Draw(h.T, "which")], "")
			}
		}
	case "kill":
		h.kill()
	}
}

func (h *history) gates() {
	h.must(h.l.CloseDue(h.ctx, h.c.t))
	all, err := h.l.Dispatches(h.ctx, h.slug)
	h.must(err)
	for _, d := range all {
		if d.State == Scheduled || d.State == Sending {
			_, err := h.l.Gate(h.ctx, d.ID, 0)
			h.must(err)
		}
	}
}

func (h *history) worker() string {
	for id := range h.hands {
		return id
	}
	lock, err := h.l.DB().LockWorker(h.ctx)
	h.must(err)
	h.hands[lock.ID] = lock
	return lock.ID
}

func (h *history) claim(n int) {
	all, err := h.l.Dispatches(h.ctx, h.slug)
	h.must(err)
	for _, d := range all {
		if d.State != Sending {
			continue
		}
		worker := h.worker()
		got, err := h.l.Claim(h.ctx, d.ID, worker, n)
		h.must(err)
		for _, one := range got {
			h.inHand = append(h.inHand, &inWork{Delivery: one, worker: worker})
		}
	}
}

// begin starts a message's content, which is asked for first as a worker does.
func (h *history) begin() {
	for _, m := range h.inHand {
		if m.begun {
			continue
		}
		verdict, err := h.l.Asked(h.ctx, m.Dispatch)
		h.must(err)
		d, err := h.l.Dispatch(h.ctx, m.Dispatch)
		h.must(err)
		suppressed, err := h.l.Suppressed(h.ctx, m.Key)
		h.must(err)
		switch {
		case suppressed != nil:
			h.record(m, Outcome{Delivery: m.Delivery, Result: Suppressed})
		case verdict != embargo.Open:
			h.record(m, Outcome{Delivery: m.Delivery, Result: Released})
		default:
			if d.Superseded != "" {
				h.Fatalf("%s says what was put right, and a message of it is begun", d.ID)
			}
			if h.held && d.Kind == embargo.Release {
				h.Fatalf("%s is on hold, and a message of %s is begun", h.slug, d.ID)
			}
			m.begun, m.serial = true, len(h.puts)
			h.began(m, d)
			return
		}
		return
	}
}

// began holds what a message to a holder answers to against what they have.
func (h *history) began(m *inWork, d *Dispatch) {
	if !d.Kind.ToHolders() {
		return
	}
	but := []string{d.ID}
	for _, p := range h.puts { // what goes out with a letter of a hold may be there first
		if p.mailing == d.ID {
			but = append(but, p.release)
		}
	}
	last := h.newest(h.find(m.Key), but...)
	if last == nil {
		h.Fatalf("%s goes to %s, who has nothing of it", d.ID, m.Key)
	}
	ids := []string{last.id}
	if last.lost { // it waited after a lost answer, and may have moved to a new address since
		for _, key := range last.to.addresses {
			ids = append(ids, mail.MessageID(h.key, last.messages, key, "press@harbor.example"))
		}
	}
	if n := len(m.Thread); n == 0 || !slices.Contains(ids, m.Thread[n-1]) {
		h.Fatalf("%s to %s answers to %v, and their newest is %s (%s)", d.ID, m.Key, m.Thread, last.id, last.dispatch)
	}
}

// newest is the newest copy of the words that somebody has, or may have, but for mailings.
func (h *history) newest(r *reader, but ...string) *served {
	var out *served
	for _, s := range h.copies {
		if s.to == r && !slices.Contains(but, s.dispatch) && s.kind != embargo.Withdrawal && (out == nil || s.delivery > out.delivery) {
			out = s
		}
	}
	return out
}

func (h *history) record(m *inWork, o Outcome) {
	h.inHand = slices.DeleteFunc(h.inHand, func(other *inWork) bool { return other == m })
	o.At = h.c.t
	_, err := h.l.Record(h.ctx, []Outcome{o})
	h.must(err)
}

func (h *history) answer(m *inWork, what string) {
	if !m.begun {
		return
	}
	if what == "" {
		what = rapid.SampledFrom([]string{"sent", "sent", "sent", "sent", "later", "no", "lost"}).Draw(h.T, "answer")
	}
	o := Outcome{Delivery: m.Delivery, Stage: "content", Code: 250}
	switch what {
	case "sent":
		o.Result = Sent
	case "lost":
		o.Result, o.Code = Lost, 0
	case "later":
		o.Result, o.Code, o.Next = Deferred, 451, h.c.t
	case "no":
		o.Result, o.Code, o.Enhanced = Rejected, 550, "5.7.1"
		h.find(m.Key).failed = true
	}
	if what == "sent" || what == "lost" {
		d, err := h.l.Dispatch(h.ctx, m.Dispatch)
		h.must(err)
		h.copies = append(h.copies, &served{
			to: h.find(m.Key), delivery: m.ID, dispatch: d.ID, kind: d.Kind, words: h.words[d.Revision], serial: m.serial,
			messages: d.Messages, id: mail.MessageID(h.key, d.Messages, m.Key, "press@harbor.example"), lost: what == "lost",
		})
	}
	h.record(m, o)
}

// kill ends a worker; another takes over.
func (h *history) kill() {
	for id, lock := range h.hands {
		lock.Release()
		delete(h.hands, id)
		for _, m := range slices.Clone(h.inHand) {
			if m.worker == id {
				h.inHand = slices.DeleteFunc(h.inHand, func(o *inWork) bool { return o == m })
			}
		}
		_, err := h.l.Reclaim(h.ctx, func(worker string) bool { return h.hands[worker] != nil })
		h.must(err)
		return
	}
}

// person is something that happens to somebody.
func (h *history) person() {
	r := h.people[rapid.IntRange(0, len(h.people)-1).Draw(h.T, "who")]
	if r.erased || slices.ContainsFunc(h.inHand, func(m *inWork) bool { return h.find(m.Key) == r }) {
		return
	}
	switch rapid.SampledFrom([]string{"leave", "bounce", "erase", "move", "move"}).Draw(h.T, "what") {
	case "leave":
		h.must(h.l.Suppress(h.ctx, r.key, Unsubscribed, ""))
		r.left = true
	case "bounce":
		h.must(h.l.Suppress(h.ctx, r.key, Bounced, "5.1.1"))
		r.left = true
	case "erase":
		err := h.l.DB().Tx(h.ctx, func(tx *store.Tx) error {
			_, err := h.l.EraseIn(h.ctx, tx, r.key)
			return err
		})
		h.must(err)
		r.erased = true
	case "move":
		to := fmt.Sprintf("m%d.%s", len(r.addresses), r.key)
		err := h.l.DB().Tx(h.ctx, func(tx *store.Tx) error {
			if err := h.l.MoveIn(h.ctx, tx, r.key, to, to); err != nil {
				return err
			}
			return h.l.SuppressIn(h.ctx, tx, r.key, ByHand, "replaced")
		})
		if errors.Is(err, ErrInFlight) {
			return
		}
		h.must(err)
		r.key = to // who had left stays away: nobody wrote to them while they could be reached
		r.addresses = append(r.addresses, to)
	}
}

// more mails what holds to somebody who came later.
func (h *history) more() {
	source, err := h.l.Source(h.ctx, h.slug)
	if errors.Is(err, ErrNothingOut) || h.ended != "" || h.held {
		return
	}
	h.must(err)
	r := h.reader()
	id := h.draft(source.Kind, h.c.t, source.ClosesAt, h.words[source.Revision])
	h.must(h.l.Add(h.ctx, id, []Recipient{h.recipient(r)}))
	h.must(h.l.Schedule(h.ctx, Scheduling{Slug: h.slug, IDs: []string{id}, More: true}))
}

func (h *history) reader() *reader {
	key := fmt.Sprintf("p%d@%s.example", len(h.people), h.slug)
	r := &reader{key: key, lang: []string{"en", "es"}[len(h.people)%2], addresses: []string{key}}
	h.people = append(h.people, r)
	return r
}

// finish lets everything end, and looks at who has what.
func (h *history) finish() {
	h.c.t = h.c.t.Add(2 * time.Hour)
	if h.held {
		h.amend("hold-end", func() {})
	}
	for range 60 {
		h.gates()
		h.claim(50)
		for range len(h.inHand) {
			h.begin()
		}
		for _, m := range slices.Clone(h.inHand) {
			h.answer(m, "sent")
		}
		all, err := h.l.Dispatches(h.ctx, h.slug)
		h.must(err)
		left := false
		for _, d := range all {
			if d.State == Sending {
				settled, _, err := h.l.Settle(h.ctx, d.ID)
				h.must(err)
				left = left || !settled
			}
			left = left || d.State == Scheduled
		}
		if !left {
			break
		}
		h.c.t = h.c.t.Add(time.Minute)
	}
	for _, p := range h.puts {
		h.once(p)
	}
	for _, r := range h.people {
		h.right(r)
	}
}

// once is that nobody got a mail twice, and nobody who had the right words.
func (h *history) once(p *put) {
	seen := make(map[*reader]int)
	for _, s := range h.copies {
		if s.dispatch == p.mailing {
			seen[s.to]++
		}
	}
	for r, n := range seen {
		lost := 0
		for _, s := range h.copies {
			if s.dispatch == p.mailing && s.to == r {
				lost++
			}
		}
		if n > lostCopies || n > 1 && lost == 1 {
			h.Fatalf("%s got %s %d times", r.key, p.mailing, n)
		}
	}
}

// right is that whoever could be reached and has anything has, as the newest, the words
// that hold; or was told that nobody is to use them.
func (h *history) right(r *reader) {
	last := h.newest(r)
	if r.left || r.erased || r.failed {
		return
	}
	if last == nil {
		if h.ended == "" {
			h.Fatalf("%s waited, and has nothing%s", r.key, h.rows(r))
		}
		return
	}
	if h.ended != "" {
		if !slices.ContainsFunc(h.copies, func(s *served) bool { return s.to == r && s.dispatch == h.ended }) {
			h.Fatalf("%s has %s, and was not told that it is withdrawn", r.key, last.dispatch)
		}
		return
	}
	if last.words[r.lang] != h.now[r.lang] {
		h.Fatalf("%s has the words %v of %s, and what holds is %v%s", r.key, last.words, last.dispatch, h.now, h.rows(r))
	}
}

func (h *history) rows(r *reader) string {
	var b strings.Builder
	err := eachRow(h.ctx, h.l.DB().Reader(), `SELECT dispatch, round, address_key, state, reply, lost FROM delivery WHERE slug = ? ORDER BY id`,
		[]any{h.slug}, func(scan func(...any) error) error {
			var dispatch, round, key, state, reply string
			var lost int
			err := scan(&dispatch, &round, &key, &state, &reply, &lost)
			if slices.Contains(r.addresses, key) {
				fmt.Fprintf(&b, "\n%s %s %s: %s %q lost %d", dispatch, round, key, state, reply, lost)
			}
			return err
		})
	h.must(err)
	return b.String()
}

// TestWhatIsPutRightReachesExactlyThoseWhoHaveIt runs what may happen to a release that
// is put right, twice perhaps, put on hold and withdrawn at last, in any order: advance copies, the
// instant, people who come later, leave, bounce, are erased or have another address,
// answers that are lost, and workers that are killed.
//
// With PRESSROOM_FULL=1 it is 200 histories, each time others; else a tenth of that, the
// same each time.
func TestWhatIsPutRightReachesExactlyThoseWhoHaveIt(t *testing.T) {
	manyHistories(t, "20", "200")
	c := &clock{t0}
	l := open(t, t.TempDir(), c)
	key, err := l.Key(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	run, puts, mailed, holds := 0, 0, 0, 0
	rapid.Check(t, func(rt *rapid.T) {
		run++
		c.t = c.t.Add(30 * 24 * time.Hour).Truncate(time.Hour)
		h := newHistory(rt, l, c, key, fmt.Sprintf("a%d", run))
		defer h.end()
		h.live()
		h.finish()
		puts += len(h.puts)
		for _, p := range h.puts {
			if p.grade == "hold" {
				holds++
			}
		}
		for _, s := range h.copies {
			if s.kind.ToHolders() {
				mailed++
			}
		}
	})
	t.Logf("%s: %d histories, %d times put right, %d of them on hold, %d mails to holders", testdb.Dialect(), run, puts, holds, mailed)
	if puts < run/2 || mailed < run/2 || holds < run/20 {
		t.Error("hardly anything was put right: the histories say little")
	}
}

// manyHistories says how many are drawn: some, the same each time, and all of them, each
// time others, with PRESSROOM_FULL=1.
func manyHistories(t *testing.T, some, all string) {
	t.Helper()
	flags := map[string]string{"rapid.checks": some, "rapid.seed": "20260728", "rapid.nofailfile": "true"}
	if os.Getenv("PRESSROOM_FULL") == "1" {
		flags["rapid.checks"], flags["rapid.seed"] = all, "0"
	}
	for name, value := range flags {
		if given()[name] {
			continue
		}
		before := flag.Lookup(name).Value.String()
		if err := flag.Set(name, value); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { flag.Set(name, before) })
	}
}

func newHistory(t *rapid.T, l *Ledger, c *clock, key []byte, slug string) *history {
	return &history{
		T: t, ctx: context.Background(), l: l, c: c, slug: slug, key: key, words: make(map[string]map[string]int),
		now: map[string]int{"en": 5, "es": 5}, hands: make(map[string]*store.Lock),
	}
}

// end lets its workers go.
func (h *history) end() {
	for _, lock := range h.hands {
		lock.Release()
	}
}

// Who gets advance copies and is on no list of the release has the wrong words where a
// correction of those does not leave before the instant: then they get the release.
func TestACorrectionOfAdvanceCopiesThatIsTooLateBringsTheRelease(t *testing.T) {
	manyHistories(t, "3", "10")
	c := &clock{t0}
	l := open(t, t.TempDir(), c)
	key, err := l.Key(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	run := 0
	rapid.Check(t, func(rt *rapid.T) {
		run++
		c.t = c.t.Add(30 * 24 * time.Hour).Truncate(time.Hour)
		h := newHistory(rt, l, c, key, fmt.Sprintf("b%d", run))
		defer h.end()
		early, everybody := h.reader(), h.reader()
		closes := c.t.Add(time.Hour)
		advance, out := h.draft(embargo.Advance, c.t, closes, h.now), h.draft(embargo.Release, closes, time.Time{}, h.now)
		h.must(l.Add(h.ctx, advance, []Recipient{h.recipient(early)}))
		h.must(l.Add(h.ctx, out, []Recipient{h.recipient(everybody)}))
		h.must(l.Schedule(h.ctx, Scheduling{Slug: h.slug, Revision: "w5-5", IDs: []string{advance, out}}))
		h.gates()
		h.claim(5)
		h.begin()
		h.answer(h.inHand[0], "sent")
		h.amend("correction", func() {})
		c.t = closes
		h.finish()
	})
}

// live schedules a release and lets things happen.
func (h *history) live() {
	for range 2 + rapid.IntRange(0, 6).Draw(h.T, "people") {
		h.reader()
	}
	at, closes := h.c.t, h.c.t.Add(time.Hour)
	var ids []string
	if rapid.Bool().Draw(h.T, "embargo") {
		at = closes
		id := h.draft(embargo.Advance, h.c.t, closes, h.now)
		for _, r := range h.people[:len(h.people)/2] {
			h.must(h.l.Add(h.ctx, id, []Recipient{h.recipient(r)}))
		}
		ids = append(ids, id)
	}
	id := h.draft(embargo.Release, at, time.Time{}, h.now)
	for _, r := range h.people {
		h.must(h.l.Add(h.ctx, id, []Recipient{h.recipient(r)}))
	}
	h.must(h.l.Schedule(h.ctx, Scheduling{Slug: h.slug, Revision: "w5-5", IDs: append(ids, id)}))
	h.gates()
	for range rapid.IntRange(20, 80).Draw(h.T, "steps") {
		switch rapid.IntRange(0, 19).Draw(h.T, "deed") {
		case 0:
			if len(h.puts) < 4 && len(h.copies) > 0 {
				what := rapid.SampledFrom([]string{"correction", "correction", "correction", "hold", "hold", "hold-end", "withdrawal"}).Draw(h.T, "what is said")
				h.amend(what, func() {
					for range rapid.IntRange(0, 4).Draw(h.T, "between") {
						h.step()
					}
				})
			}
		case 1:
			h.person()
		case 2:
			h.more()
		case 3:
			if h.c.t = h.c.t.Add(20 * time.Minute); rapid.Bool().Draw(h.T, "to the instant") && h.c.t.Before(closes) {
				h.c.t = closes
			}
		default:
			h.step()
		}
	}
}
