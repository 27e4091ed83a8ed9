package ledger

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"pressroom/internal/embargo"
	"pressroom/internal/store"
	"pressroom/internal/testdb"
)

var t0 = time.Date(2026, 7, 26, 16, 0, 0, 0, time.UTC)

// clock is a wall clock that tests set.
type clock struct{ t time.Time }

func (c *clock) now() time.Time { return c.t }

func open(t testing.TB, dir string, c *clock) *Ledger {
	t.Helper()
	return New(testdb.Open(t, dir), c.now).GoByOwnClock()
}

// hands is the id of a living worker.
func hands(t testing.TB, l *Ledger) string {
	t.Helper()
	lock, err := l.DB().LockWorker(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(lock.Release)
	return lock.ID
}

func plan(t testing.TB, l *Ledger, kind embargo.Kind, at time.Time, n int) string {
	t.Helper()
	ctx := context.Background()
	id, err := l.Create(ctx, Draft{Slug: "x", Revision: "r", Headline: "H", Kind: kind, ReleaseAt: at, Grace: 15 * time.Minute, Zone: "UTC", Sender: "p@x.example", Snapshot: []byte("{}")})
	if err != nil {
		t.Fatal(err)
	}
	var rs []Recipient
	for i := range n {
		a := fmt.Sprintf("j%d@press.example", i)
		rs = append(rs, Recipient{Key: a, Address: a, Language: "en", Template: "mail/en"})
	}
	if err := l.Add(ctx, id, rs); err != nil {
		t.Fatal(err)
	}
	return id
}

func scheduled(t testing.TB, l *Ledger, at time.Time, n int) string {
	t.Helper()
	id := plan(t, l, embargo.Release, at, n)
	if err := l.Schedule(context.Background(), Scheduling{Slug: "x", Revision: "r", IDs: []string{id}, Replace: false}); err != nil {
		t.Fatal(err)
	}
	return id
}

func state(t testing.TB, l *Ledger, id string) State {
	t.Helper()
	d, err := l.Dispatch(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	return d.State
}

func counts(t testing.TB, l *Ledger, id string) Counts {
	t.Helper()
	c, err := l.Counts(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	if sum := c.Queued + c.Sent + c.Deferred + c.InDoubt + c.Failed + c.Suppressed + c.Cancelled; sum != c.Total {
		t.Fatalf("the total is %d, the sum %d", c.Total, sum)
	}
	return c
}

func lift(t testing.TB, l *Ledger, id string) embargo.Decision {
	t.Helper()
	d, err := l.Gate(context.Background(), id, -1)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestNothingIsClaimedBeforeTheLift(t *testing.T) {
	ctx := context.Background()
	c := &clock{t0.Add(-time.Minute)}
	l := open(t, t.TempDir(), c)
	id := scheduled(t, l, t0, 10)
	if d := lift(t, l, id); d.Verdict != embargo.Wait {
		t.Fatalf("verdict %d a minute early", d.Verdict)
	}
	if got, err := l.Claim(ctx, id, hands(t, l), 10); err != nil || len(got) != 0 {
		t.Fatalf("claimed %d before the lift, %v", len(got), err)
	}
	c.t = t0
	if d := lift(t, l, id); d.Verdict != embargo.Open || !d.Lift {
		t.Fatalf("%+v at the instant", d)
	}
	c.t = t0.Add(-time.Hour) // the clock is set back: the latch holds
	if d := lift(t, l, id); d.Verdict != embargo.Open || d.Lift {
		t.Fatalf("%+v after the clock was set back", d)
	}
	if got, err := l.Claim(ctx, id, hands(t, l), 10); err != nil || len(got) != 10 {
		t.Fatalf("claimed %d, %v", len(got), err)
	}
}

func TestMissedWhereNoWorkerWasThere(t *testing.T) {
	ctx := context.Background()
	c := &clock{t0.Add(-time.Hour)}
	l := open(t, t.TempDir(), c)
	id := scheduled(t, l, t0, 3)
	c.t = t0.Add(time.Hour)
	if _, err := l.Pulse(ctx, "w", -1); err != nil {
		t.Fatal(err)
	}
	if s := state(t, l, id); s != Missed {
		t.Fatalf("state %s, want missed", s)
	}
	if d := lift(t, l, id); d.Verdict != embargo.Wait {
		t.Fatalf("a missed dispatch has verdict %d", d.Verdict)
	}
	if err := l.Resume(ctx, id, MainRelay); err != nil {
		t.Fatal(err)
	}
	if d := lift(t, l, id); d.Verdict != embargo.Open {
		t.Fatalf("after resume: verdict %d", d.Verdict)
	}
}

func TestASteppedClockIsNoMissedMailing(t *testing.T) {
	ctx := context.Background()
	c := &clock{t0.Add(-time.Hour)}
	l := open(t, t.TempDir(), c)
	id := scheduled(t, l, t0, 3)
	if _, err := l.Pulse(ctx, "w", -1); err != nil {
		t.Fatal(err)
	}
	c.t = t0.Add(time.Hour) // set two hours forward while the worker lives
	if _, err := l.Pulse(ctx, "w", time.Second); err != nil {
		t.Fatal(err)
	}
	if s := state(t, l, id); s != Scheduled {
		t.Fatalf("state %s, want scheduled", s)
	}
	if d := lift(t, l, id); d.Verdict != embargo.Open {
		t.Fatalf("verdict %d", d.Verdict)
	}
}

// TestAClockThatIsSetBackPutsNoTryOff: a server that has said "in a minute" is asked in a
// minute, not an hour and a minute later.
func TestAClockThatIsSetBackPutsNoTryOff(t *testing.T) {
	ctx := context.Background()
	for _, r := range []struct {
		back, wait time.Duration // how far the clock is set back, and when it is tried then
	}{{time.Hour, 5 * time.Second}, {MaxSkew, 5*time.Second + MaxSkew}, {MaxSkew + time.Millisecond, 5 * time.Second}} {
		c := &clock{t0}
		l := open(t, t.TempDir(), c)
		w := hands(t, l)
		id := schedule(t, l, Scheduling{}, Draft{Kind: embargo.Release, ReleaseAt: t0}, "a@p.example", "b@p.example")
		lift(t, l, id)
		answer(t, l, Lost, c.t, claim(t, l, id, w, 1)...)
		c.t = c.t.Add(-r.back)
		for range 2 { // the second pulse finds nothing more to do
			if _, err := l.Pulse(ctx, w, time.Second); err != nil {
				t.Fatal(err)
			}
		}
		claim(t, l, id, w, 1) // who had no answer is not kept waiting by it
		c.t = c.t.Add(r.wait - time.Millisecond)
		if got := claim(t, l, id, w, 2); len(got) != 0 {
			t.Errorf("set back by %v: tried again early: %v", r.back, got)
		}
		c.t = c.t.Add(time.Millisecond)
		if got := claim(t, l, id, w, 2); len(got) != 1 {
			t.Errorf("set back by %v: not tried again after %v", r.back, r.wait)
		}
	}
}

func TestADatabaseRestoredFromYesterdayMailsNobody(t *testing.T) {
	ctx := context.Background()
	c := &clock{t0}
	l := open(t, t.TempDir(), c)
	id := scheduled(t, l, t0, 5)
	if _, err := l.Pulse(ctx, "w", -1); err != nil {
		t.Fatal(err)
	}
	lift(t, l, id)
	c.t = t0.Add(24 * time.Hour)
	if _, err := l.Pulse(ctx, "w2", -1); err != nil {
		t.Fatal(err)
	}
	if s := state(t, l, id); s != Missed {
		t.Fatalf("state %s, want missed", s)
	}
	if got, err := l.Claim(ctx, id, hands(t, l), 5); err != nil || len(got) != 0 {
		t.Fatalf("claimed %d, %v", len(got), err)
	}
}

func TestSecondSendIsRefusedUnlessReplaced(t *testing.T) {
	ctx := context.Background()
	c := &clock{t0.Add(-time.Hour)}
	l := open(t, t.TempDir(), c)
	first := scheduled(t, l, t0, 2)
	second := plan(t, l, embargo.Release, t0, 2)
	var busy *BusyError
	if err := l.Schedule(ctx, Scheduling{Slug: "x", Revision: "r", IDs: []string{second}, Replace: false}); !errors.As(err, &busy) || busy.ID != first {
		t.Fatalf("%v", err)
	}
	if err := l.Schedule(ctx, Scheduling{Slug: "x", Revision: "r", IDs: []string{second}, Replace: true}); err != nil {
		t.Fatal(err)
	}
	if a, b := state(t, l, first), state(t, l, second); a != Cancelled || b != Scheduled {
		t.Fatalf("%s, %s", a, b)
	}
	c.t = t0
	lift(t, l, second)
	third := plan(t, l, embargo.Release, t0.Add(time.Hour), 2)
	var out *OutError
	if err := l.Schedule(ctx, Scheduling{Slug: "x", Revision: "other", IDs: []string{third}, Replace: true}); !errors.As(err, &out) || !out.OtherWords {
		t.Fatalf("other words went after those that are public: %v", err)
	}
	if err := l.Schedule(ctx, Scheduling{Slug: "x", Revision: "r", IDs: []string{third}, Replace: true}); err != nil {
		t.Fatalf("the rest of what is being sent: %v", err)
	}
}

// inHand is a lifted dispatch of which one worker has claimed everything.
func inHand(t *testing.T, n int) (l *Ledger, c *clock, id string, claimed []Delivery) {
	t.Helper()
	c = &clock{t0}
	l = open(t, t.TempDir(), c)
	id = scheduled(t, l, t0, n)
	lift(t, l, id)
	claimed, err := l.Claim(context.Background(), id, hands(t, l), n)
	if err != nil {
		t.Fatal(err)
	}
	return l, c, id, claimed
}

func TestTwentyRefusalsAtTheStartPauseAndResumeQueuesThemAgain(t *testing.T) {
	ctx := context.Background()
	l, c, id, claimed := inHand(t, 50)
	for i, d := range claimed[:20] {
		r, err := l.Record(ctx, []Outcome{{Delivery: d, Result: Rejected, At: c.t, Stage: "rcpt", Code: 550, Enhanced: "5.7.1", Reply: "go away"}})
		if err != nil {
			t.Fatal(err)
		}
		if r.Stopped[id] != (i == 19) {
			t.Fatalf("stopped %t after %d refusals", r.Stopped[id], i+1)
		}
	}
	d, err := l.Dispatch(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	if d.State != Paused || !strings.Contains(d.Reason, "550 5.7.1 go away") {
		t.Fatalf("%s: %s", d.State, d.Reason)
	}
	for _, d := range claimed[20:] {
		if _, err := l.Record(ctx, []Outcome{{Delivery: d, Result: Released}}); err != nil {
			t.Fatal(err)
		}
	}
	if all, err := l.Suppressions(ctx); err != nil || len(all) != 0 {
		t.Fatalf("%d suppressed, %v", len(all), err)
	}
	if err := l.Resume(ctx, id, MainRelay); err != nil {
		t.Fatal(err)
	}
	if got := counts(t, l, id); got.Queued != 50 || got.Failed != 0 {
		t.Fatalf("after resume: %+v", got)
	}
}

func TestAFifthOfTwoHundredPauses(t *testing.T) {
	ctx := context.Background()
	l, c, id, claimed := inHand(t, 400)
	refused := 0
	for i, d := range claimed {
		o := Outcome{Delivery: d, Result: Sent, At: c.t, Stage: "content", Code: 250}
		if i%4 == 3 {
			o = Outcome{Delivery: d, Result: Rejected, At: c.t, Stage: "content", Code: 554}
			refused++
		}
		r, err := l.Record(ctx, []Outcome{o})
		if err != nil {
			t.Fatal(err)
		}
		if r.Stopped[id] {
			if refused != breakerShare {
				t.Fatalf("paused after %d refusals", refused)
			}
			return
		}
	}
	t.Fatal("never paused")
}

func TestUnsubscribedIsForGood(t *testing.T) {
	ctx := context.Background()
	l := open(t, t.TempDir(), &clock{t0})
	for _, reason := range []string{Bounced, Unsubscribed, Bounced} {
		if err := l.Suppress(ctx, "a@b.example", reason, ""); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := l.Unsuppress(ctx, "a@b.example"); !errors.As(err, new(*TheirWordError)) {
		t.Fatalf("%v", err)
	}
	id := scheduled(t, l, t0, 1)
	if err := l.Suppress(ctx, "j0@press.example", ByHand, ""); err != nil {
		t.Fatal(err)
	}
	if found, err := l.Unsuppress(ctx, "j0@press.example"); err != nil || !found {
		t.Fatal(found, err)
	}
	_ = id
}

// Of many at once each has its own reason; what somebody said stays with how they said it, and
// holds also for whom was stopped for another reason before.
func TestManyAreSuppressedEachForItsReason(t *testing.T) {
	ctx := context.Background()
	l := open(t, t.TempDir(), &clock{t0})
	for _, all := range [][]Suppression{
		{{Key: "a@b.example", Reason: ByHand, Detail: "phone"}, {Key: "c@b.example", Reason: Bounced, Detail: "row 3"}},
		{{Key: "a@b.example", Reason: Unsubscribed, Detail: "row 2"}, {Key: "c@b.example", Reason: ByHand, Detail: "x"}},
	} {
		if err := l.SuppressAll(ctx, all); err != nil {
			t.Fatal(err)
		}
	}
	set, _, err := l.SuppressedSet(ctx)
	if err != nil || !set.Has("c@b.example") || set.Unsubscribed("c@b.example") || !set.Unsubscribed("a@b.example") {
		t.Fatal(set, err)
	}
	their := new(TheirWordError)
	if _, err := l.Unsuppress(ctx, "a@b.example"); !errors.As(err, &their) || their.Error() != "this person unsubscribed (row 2); only they can come back" {
		t.Fatal(err)
	}
	if s, err := l.Suppressed(ctx, "c@b.example"); err != nil || s.Why() != "bounced; row 3" {
		t.Fatal(s, err)
	}
}

// model is what has to hold of one dispatch, whatever dies in between.
type model struct {
	t       *rapid.T
	l       *Ledger
	c       *clock
	id      string
	locks   map[string]*store.Lock
	workers map[string][]Delivery // what each living worker has claimed
	next    int
	sent    map[int64]int // how often each delivery was really handed over
	doubt   map[int64]bool
}

// TestTheLedgerLosesNobody runs workers that claim, send, record and die between
// any two of these, against a list of who got what. It knows no SMTP.
func TestTheLedgerLosesNobody(t *testing.T) {
	base := t.TempDir()
	n := 0
	rapid.Check(t, func(rt *rapid.T) {
		n++
		dir := fmt.Sprintf("%s/%d", base, n)
		if err := makeDir(dir); err != nil {
			t.Fatal(err)
		}
		c := &clock{t0}
		if n > 15 && testdb.Dialect() == store.PostgreSQL {
			return // a new database takes long there
		}
		db, err := store.Open(context.Background(), dir, testdb.URL(t, dir))
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		m := &model{t: rt, l: New(db, c.now).GoByOwnClock(), c: c, locks: map[string]*store.Lock{}, workers: map[string][]Delivery{}, sent: map[int64]int{}, doubt: map[int64]bool{}}
		size := rapid.IntRange(1, 30).Draw(rt, "recipients")
		m.id = scheduled(t, m.l, t0, size)
		lift(t, m.l, m.id)
		rt.Repeat(map[string]func(*rapid.T){
			"start": m.start,
			"claim": m.claim,
			"send":  func(*rapid.T) { m.send(true) },
			"defer": func(*rapid.T) { m.refuse() },
			"kill after the message, before the record": func(*rapid.T) { m.send(false) },
			"kill":  m.kill,
			"adopt": m.adopt,
			"time":  func(*rapid.T) { c.t = c.t.Add(time.Minute) },
			"":      m.check,
		})
		m.finish(size)
	})
}

func (m *model) start(*rapid.T) {
	if len(m.workers) < 3 {
		m.next++
		m.employ(fmt.Sprintf("w%d", m.next))
	}
}

// employ starts a worker, with a lock as the real ones have it.
func (m *model) employ(w string) {
	lock, err := m.l.DB().LockWorker(context.Background())
	if err != nil {
		m.t.Fatal(err)
	}
	m.locks[w], m.workers[w] = lock, nil
}

// end ends a worker: its lock goes, what it had in hand stays claimed.
func (m *model) end(w string) {
	m.locks[w].Release()
	delete(m.workers, w)
}

// pick is any living worker, "" if there is none; busy asks for one with a claim.
func (m *model) pick(busy bool) string {
	var names []string
	for i := 1; i <= m.next; i++ {
		w := fmt.Sprintf("w%d", i)
		if list, alive := m.workers[w]; alive && (!busy || len(list) > 0) {
			names = append(names, w)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return rapid.SampledFrom(names).Draw(m.t, "worker")
}

func (m *model) claim(*rapid.T) {
	w := m.pick(false)
	if w == "" {
		return
	}
	got, err := m.l.Claim(context.Background(), m.id, m.locks[w].ID, rapid.IntRange(1, 8).Draw(m.t, "chunk"))
	if err != nil {
		m.t.Fatal(err)
	}
	m.workers[w] = append(m.workers[w], got...)
}

// send hands one message over; recorded tells whether the worker lives to say so.
func (m *model) send(recorded bool) {
	w := m.pick(true)
	if w == "" {
		return
	}
	d := m.workers[w][0]
	m.sent[d.ID]++
	if !recorded {
		m.doubt[d.ID] = true
		m.end(w)
		return
	}
	m.record(w, Outcome{Delivery: d, Result: Sent, At: m.c.t, Stage: "content", Code: 250})
}

func (m *model) refuse() {
	if w := m.pick(true); w != "" {
		m.record(w, Outcome{Delivery: m.workers[w][0], Result: Deferred, At: m.c.t, Next: m.c.t.Add(time.Minute), Stage: "rcpt", Code: 450})
	}
}

func (m *model) record(w string, o Outcome) {
	if _, err := m.l.Record(context.Background(), []Outcome{o}); err != nil {
		m.t.Fatal(err)
	}
	m.workers[w] = m.workers[w][1:]
}

func (m *model) kill(*rapid.T) {
	if w := m.pick(false); w != "" {
		m.end(w)
	}
}

func (m *model) adopt(*rapid.T) {
	_, err := m.l.Reclaim(context.Background(), func(id string) bool { return m.l.DB().WorkerAlive(context.Background(), id) })
	if err != nil {
		m.t.Fatal(err)
	}
}

// check: no delivery is in two hands, and none was sent twice unless a worker
// died with its answer.
func (m *model) check(*rapid.T) {
	holder := make(map[int64]string)
	for w, list := range m.workers {
		for _, d := range list {
			if other, taken := holder[d.ID]; taken {
				m.t.Fatalf("delivery %d is with %s and %s", d.ID, w, other)
			}
			holder[d.ID] = w
		}
	}
	for id, n := range m.sent {
		if n > 1 && !m.doubt[id] {
			m.t.Fatalf("delivery %d was sent %d times", id, n)
		}
	}
}

// finish lets one worker do what is left: everyone has to have got it.
func (m *model) finish(size int) {
	for w := range m.workers {
		m.end(w)
	}
	m.employ("last")
	m.adopt(nil)
	for range 100 {
		m.c.t = m.c.t.Add(time.Hour)
		got, err := m.l.Claim(context.Background(), m.id, m.locks["last"].ID, 50)
		if err != nil {
			m.t.Fatal(err)
		}
		if len(got) == 0 {
			break
		}
		m.workers["last"] = got
		for _, d := range got {
			m.sent[d.ID]++
			m.record("last", Outcome{Delivery: d, Result: Sent, At: m.c.t, Stage: "content", Code: 250})
		}
	}
	m.check(nil)
	if settled, _, err := m.l.Settle(context.Background(), m.id); err != nil || !settled {
		m.t.Fatalf("not settled: %v", err)
	}
	if len(m.sent) != size {
		m.t.Fatalf("%d of %d got it", len(m.sent), size)
	}
}

func makeDir(dir string) error { return os.MkdirAll(dir, 0o700) }
