package ledger

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/store"
	"pressroom/internal/testdb"
)

// answer records outcomes of one kind.
func answer(t testing.TB, l *Ledger, result Result, at time.Time, ds ...Delivery) *Recorded {
	t.Helper()
	var out []Outcome
	for _, d := range ds {
		o := Outcome{Delivery: d, Result: result, At: at, Server: "mx:25", Stage: "content"}
		switch result {
		case Sent:
			o.Code, o.Reply = 250, "ok"
			o.Message = Message{Date: at, SHA256: fmt.Sprintf("%064d", d.ID)}
		case Deferred:
			o.Code, o.Enhanced, o.Reply, o.Stage, o.Next = 451, "4.7.1", "greylisted", "rcpt", at.Add(time.Minute)
		case Rejected:
			o.Code, o.Enhanced, o.Reply, o.Stage = 550, "5.7.1", "policy", "rcpt"
		case Lost:
			o.Reply = "at content: EOF"
		}
		out = append(out, o)
	}
	r, err := l.Record(context.Background(), out)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func claim(t testing.TB, l *Ledger, id, worker string, n int) []Delivery {
	t.Helper()
	ds, err := l.Claim(context.Background(), id, worker, n)
	if err != nil {
		t.Fatal(err)
	}
	return ds
}

// schedule writes a dispatch to some addresses and schedules it.
func schedule(t testing.TB, l *Ledger, s Scheduling, d Draft, addresses ...string) string {
	t.Helper()
	ctx := context.Background()
	if d.Slug == "" {
		d.Slug = "x"
	}
	if d.Revision == "" {
		d.Revision = "r"
	}
	d.Headline, d.Grace, d.Zone, d.Sender, d.Snapshot = "H", 15*time.Minute, "UTC", "p@x.example", []byte("{}")
	if d.Artefacts == nil {
		d.Artefacts = map[string][]byte{"mail/en": []byte("m"), "text/en": []byte("words")}
	}
	id, err := l.Create(ctx, d)
	if err != nil {
		t.Fatal(err)
	}
	var rs []Recipient
	for _, a := range addresses {
		rs = append(rs, Recipient{Key: a, Address: a, Language: "en", Template: "mail/en"})
	}
	if err := l.Add(ctx, id, rs); err != nil {
		t.Fatal(err)
	}
	s.Slug, s.IDs = d.Slug, []string{id}
	if s.Revision == "" {
		s.Revision = d.Revision
	}
	if err := l.Schedule(ctx, s); err != nil {
		t.Fatal(err)
	}
	return id
}

func TestWhoHasItIsLeftOutOfALaterDispatch(t *testing.T) {
	ctx := context.Background()
	c := &clock{t0}
	l := open(t, t.TempDir(), c)
	w := hands(t, l)
	first := schedule(t, l, Scheduling{}, Draft{Kind: embargo.Release, ReleaseAt: t0}, "a@p.example", "b@p.example", "c@p.example", "d@p.example", "e@p.example")
	lift(t, l, first)
	ds := claim(t, l, first, w, 4) // e is not claimed
	answer(t, l, Sent, t0, ds[0])
	answer(t, l, Rejected, t0, ds[1])
	if err := l.Cancel(ctx, first, "cancelled by hand"); err != nil {
		t.Fatal(err)
	}
	second := schedule(t, l, Scheduling{}, Draft{Kind: embargo.Release, ReleaseAt: t0}, "a@p.example", "b@p.example", "c@p.example", "d@p.example", "e@p.example")
	lift(t, l, second)
	got := claim(t, l, second, w, 10)
	if len(got) != 2 || got[0].Key != "b@p.example" || got[1].Key != "e@p.example" {
		t.Fatalf("claimed %v; a has it, c and d are in somebody's hands", got)
	}
	answer(t, l, Sent, t0, got...)
	answer(t, l, Deferred, t0, ds[2]) // not taken: it was cancelled, so the second dispatch is free to
	answer(t, l, Sent, t0, ds[3])
	got = claim(t, l, second, w, 10)
	if len(got) != 1 || got[0].Key != "c@p.example" {
		t.Fatalf("claimed %v; only c was not reached", got)
	}
	answer(t, l, Sent, t0, got...)
	if settled, _, err := l.Settle(ctx, second); err != nil || !settled {
		t.Fatalf("settled %t, %v", settled, err)
	}
	if n := counts(t, l, second); n.Sent != 3 || n.Cancelled != 2 {
		t.Fatalf("%+v", n)
	}
	entries, err := l.Entries(ctx, second, cancelled)
	if err != nil || len(entries) != 2 || entries[0].Reply != HasIt {
		t.Fatalf("%+v, %v", entries, err)
	}
}

func TestWhatHasGoneOutIsNotSentAgain(t *testing.T) {
	ctx := context.Background()
	c := &clock{t0}
	l := open(t, t.TempDir(), c)
	w := hands(t, l)
	first := schedule(t, l, Scheduling{}, Draft{Kind: embargo.Release, ReleaseAt: t0}, "a@p.example")
	lift(t, l, first)
	answer(t, l, Sent, t0, claim(t, l, first, w, 1)...)
	if _, _, err := l.Settle(ctx, first); err != nil {
		t.Fatal(err)
	}
	for _, replace := range []bool{false, true} {
		id, err := l.Create(ctx, Draft{Slug: "x", Revision: "r", Kind: embargo.Release, ReleaseAt: t0, Snapshot: []byte("{}")})
		if err != nil {
			t.Fatal(err)
		}
		var out *OutError
		err = l.Schedule(ctx, Scheduling{Slug: "x", Revision: "r", IDs: []string{id}, Replace: replace})
		if !errors.As(err, &out) || out.Dispatch != first {
			t.Fatalf("replace %t: %v", replace, err)
		}
	}
	more := schedule(t, l, Scheduling{More: true}, Draft{Kind: embargo.Release, ReleaseAt: t0}, "a@p.example", "b@p.example")
	lift(t, l, more)
	if got := claim(t, l, more, w, 10); len(got) != 1 || got[0].Key != "b@p.example" {
		t.Fatalf("%v", got)
	}
}

func TestConcurrentClaimsOfOnePerson(t *testing.T) {
	c := &clock{t0}
	dir := t.TempDir()
	l := open(t, dir, c)
	other := l
	if testdb.Dialect() == store.PostgreSQL { // a process of its own
		other = open(t, dir, c)
	}
	var addresses []string
	for i := range 300 {
		addresses = append(addresses, fmt.Sprintf("j%d@p.example", i))
	}
	first := schedule(t, l, Scheduling{}, Draft{Kind: embargo.Release, ReleaseAt: t0}, addresses...)
	second := schedule(t, l, Scheduling{More: true}, Draft{Kind: embargo.Release, ReleaseAt: t0}, addresses...)
	lift(t, l, first)
	lift(t, l, second)
	var mu sync.Mutex
	seen := make(map[string]int)
	var up sync.WaitGroup
	for i, id := range []string{first, second, first, second} {
		led := l
		if i%2 == 1 {
			led = other
		}
		w := hands(t, led)
		up.Go(func() {
			for {
				ds, err := led.Claim(context.Background(), id, w, 7)
				if err != nil {
					t.Error(err)
					return
				}
				if len(ds) == 0 {
					return
				}
				mu.Lock()
				for _, d := range ds {
					seen[d.Key]++
				}
				mu.Unlock()
			}
		})
	}
	up.Wait()
	for _, a := range addresses {
		if seen[a] != 1 {
			t.Errorf("%s was claimed %d times", a, seen[a])
		}
	}
}

func TestAdvanceCopiesEndWithTheEmbargoAndTheRestGetsTheRelease(t *testing.T) {
	for _, st := range []State{Sending, Paused} {
		t.Run(string(st), func(t *testing.T) {
			ctx := context.Background()
			c := &clock{t0.Add(-time.Hour)}
			l := open(t, t.TempDir(), c)
			w := hands(t, l)
			advance := schedule(t, l, Scheduling{}, Draft{Kind: embargo.Advance, ReleaseAt: c.t, ClosesAt: t0},
				"a@p.example", "b@p.example", "c@p.example", "d@p.example", "e@p.example")
			main := schedule(t, l, Scheduling{More: true}, Draft{Kind: embargo.Release, ReleaseAt: t0}, "a@p.example", "z@p.example")
			lift(t, l, advance)
			ds := claim(t, l, advance, w, 4)
			answer(t, l, Sent, c.t, ds[0])
			answer(t, l, Deferred, c.t, ds[1])
			answer(t, l, Lost, c.t, ds[2]) // ds[3] stays in hand, e is never claimed
			if st == Paused {
				if err := l.Pause(ctx, advance); err != nil {
					t.Fatal(err)
				}
			}
			c.t = t0.Add(-time.Millisecond)
			if err := l.CloseDue(ctx, c.t); err != nil {
				t.Fatal(err)
			}
			if s := state(t, l, advance); s != st {
				t.Fatalf("closed early: %s", s)
			}
			c.t = t0
			if err := l.CloseDue(ctx, c.t); err != nil {
				t.Fatal(err)
			}
			if v, err := l.Asked(ctx, advance); err != nil || v != embargo.Closed {
				t.Fatalf("%v, %v", v, err)
			}
			if got := claim(t, l, advance, w, 10); len(got) != 0 {
				t.Fatalf("an advance copy was handed out at the instant: %v", got)
			}
			if n := counts(t, l, advance); n.Sent != 1 || n.Cancelled != 2 || n.InDoubt != 1 || n.Queued != 1 {
				t.Fatalf("%+v", n)
			}
			answer(t, l, Deferred, c.t, ds[3]) // its outcome says not taken: it follows
			if err := l.CloseDue(ctx, c.t); err != nil {
				t.Fatal(err)
			}
			if s := state(t, l, advance); s != Done {
				t.Fatalf("the advance dispatch is %s", s)
			}
			lift(t, l, main)
			got := map[string]bool{}
			for _, d := range claim(t, l, main, w, 10) {
				got[d.Key] = true
			}
			for _, want := range []string{"a@p.example", "z@p.example", "b@p.example", "d@p.example", "e@p.example"} {
				if !got[want] {
					t.Errorf("%s does not get the release: %v", want, got)
				}
			}
		})
	}
}

func TestWhoeverFollowsLateWakesAFinishedRelease(t *testing.T) {
	ctx := context.Background()
	c := &clock{t0.Add(-time.Hour)}
	l := open(t, t.TempDir(), c)
	w := hands(t, l)
	advance := schedule(t, l, Scheduling{}, Draft{Kind: embargo.Advance, ReleaseAt: c.t, ClosesAt: t0}, "a@p.example")
	main := schedule(t, l, Scheduling{More: true}, Draft{Kind: embargo.Release, ReleaseAt: t0}, "z@p.example")
	lift(t, l, advance)
	ds := claim(t, l, advance, w, 1)
	c.t = t0
	lift(t, l, main)
	answer(t, l, Sent, c.t, claim(t, l, main, w, 10)...)
	if settled, _, err := l.Settle(ctx, main); err != nil || !settled {
		t.Fatal(settled, err)
	}
	answer(t, l, Deferred, c.t, ds[0])
	if err := l.CloseDue(ctx, c.t); err != nil {
		t.Fatal(err)
	}
	if got := claim(t, l, main, w, 10); state(t, l, main) != Sending || len(got) != 1 || got[0].Key != "a@p.example" {
		t.Fatalf("%s, %v", state(t, l, main), got)
	}
}

func TestHoldersOfAnAdvanceCopyGetANewOneOnlyForOtherWords(t *testing.T) {
	ctx := context.Background()
	c := &clock{t0.Add(-time.Hour)}
	l := open(t, t.TempDir(), c)
	w := hands(t, l)
	draft := func(words string) Draft {
		return Draft{Kind: embargo.Advance, Revision: words, ReleaseAt: c.t, ClosesAt: t0, Artefacts: map[string][]byte{
			"mail/en": []byte("m"), "text/en": []byte(words),
		}}
	}
	first := schedule(t, l, Scheduling{}, draft("one"), "a@p.example", "b@p.example")
	lift(t, l, first)
	answer(t, l, Sent, c.t, claim(t, l, first, w, 1)...)
	same := schedule(t, l, Scheduling{Replace: true}, draft("one"), "a@p.example", "b@p.example")
	lift(t, l, same)
	if got := claim(t, l, same, w, 10); len(got) != 1 || got[0].Key != "b@p.example" {
		t.Fatalf("the same words went twice: %v", got)
	} else {
		answer(t, l, Sent, c.t, got...)
	}
	texts, err := l.AdvanceTexts(ctx, "x")
	if err != nil || len(texts) != 1 {
		t.Fatalf("%v, %v", texts, err)
	}
	other := draft("two")
	for old := range texts {
		other.Artefacts[CopyName("mail/en", old)] = []byte("replaces")
	}
	second := schedule(t, l, Scheduling{Replace: true}, other, "a@p.example", "b@p.example", "c@p.example")
	lift(t, l, second)
	got := claim(t, l, second, w, 10)
	if len(got) != 3 {
		t.Fatalf("%v", got)
	}
	for _, d := range got {
		if marked := d.Template != "mail/en"; marked != (d.Key != "c@p.example") {
			t.Errorf("%s gets %s", d.Key, d.Template)
		}
	}
}

func TestAReplacedAddressIsTheSamePerson(t *testing.T) {
	ctx := context.Background()
	c := &clock{t0}
	l := open(t, t.TempDir(), c)
	w := hands(t, l)
	first := schedule(t, l, Scheduling{}, Draft{Kind: embargo.Release, ReleaseAt: t0}, "a@p.example", "b@p.example", "c@p.example", "d@p.example")
	lift(t, l, first)
	ds := claim(t, l, first, w, 2)
	answer(t, l, Sent, t0, ds[0])
	move := func(from, to string) {
		t.Helper()
		err := l.DB().Tx(ctx, func(tx *store.Tx) error {
			if err := l.MoveIn(ctx, tx, from, to, to); err != nil {
				return err
			}
			return l.SuppressIn(ctx, tx, from, ByHand, "replaced")
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	move("a@p.example", "a2@p.example") // has it
	move("b@p.example", "b2@p.example") // in flight
	move("c@p.example", "c2@p.example") // waits
	move("c2@p.example", "c3@p.example")
	move("d@p.example", "b2@p.example") // somebody else's mailbox is theirs now
	answer(t, l, Suppressed, t0, ds[1])
	got := claim(t, l, first, w, 10)
	seen := map[string]bool{}
	for _, d := range got {
		seen[d.Address] = true
	}
	if len(got) != 2 || !seen["b2@p.example"] || !seen["c3@p.example"] {
		t.Fatalf("%v", got)
	}
	answer(t, l, Sent, t0, got...)
	more := schedule(t, l, Scheduling{More: true}, Draft{Kind: embargo.Release, ReleaseAt: t0}, "a2@p.example", "b2@p.example", "c3@p.example")
	lift(t, l, more)
	if got := claim(t, l, more, w, 10); len(got) != 0 {
		t.Fatalf("mailed again at a new address: %v", got)
	}
}

func TestALateAnswerOfSomebodyTakenOverBreaksNothing(t *testing.T) {
	ctx := context.Background()
	c := &clock{t0}
	l := open(t, t.TempDir(), c)
	w := hands(t, l)
	first := schedule(t, l, Scheduling{}, Draft{Kind: embargo.Release, ReleaseAt: t0}, "a@p.example", "b@p.example")
	lift(t, l, first)
	ds := claim(t, l, first, w, 2)
	if n, err := l.Reclaim(ctx, func(string) bool { return false }); err != nil || n != 2 {
		t.Fatal(n, err)
	}
	if err := l.Cancel(ctx, first, "by hand"); err != nil {
		t.Fatal(err)
	}
	second := schedule(t, l, Scheduling{}, Draft{Kind: embargo.Release, ReleaseAt: t0}, "a@p.example", "b@p.example")
	lift(t, l, second)
	answer(t, l, Sent, t0, claim(t, l, second, w, 10)...)
	answer(t, l, Sent, t0, ds[0]) // the frozen worker's message had been on its way
	answer(t, l, Lost, t0, ds[1])
	if n := counts(t, l, second); n.Sent != 2 {
		t.Fatalf("%+v", n)
	}
	if n := counts(t, l, first); n.Sent != 1 {
		t.Fatalf("%+v", n)
	}
}

func TestTwoWhoBecameOneKeepTheirPlaceWhenOneCopyBounces(t *testing.T) {
	ctx := context.Background()
	c := &clock{t0}
	l := open(t, t.TempDir(), c)
	w := hands(t, l)
	first := schedule(t, l, Scheduling{}, Draft{Kind: embargo.Release, ReleaseAt: t0}, "a@p.example", "b@p.example", "c@p.example")
	lift(t, l, first)
	ds := claim(t, l, first, w, 3)
	answer(t, l, Sent, t0, ds[1], ds[2])
	if err := l.Cancel(ctx, first, "by hand"); err != nil {
		t.Fatal(err)
	}
	answer(t, l, Lost, t0, ds[0]) // a is in doubt
	tx := func(f func(tx *store.Tx) error) {
		t.Helper()
		if err := l.DB().Tx(ctx, f); err != nil {
			t.Fatal(err)
		}
	}
	tx(func(tx *store.Tx) error { return l.MoveIn(ctx, tx, "a@p.example", "b@p.example", "b@p.example") })
	tx(func(tx *store.Tx) error { return Heard(ctx, tx, ds[0].ID, false, "550 5.1.1 gone") })
	more := schedule(t, l, Scheduling{More: true}, Draft{Kind: embargo.Release, ReleaseAt: t0}, "b@p.example")
	lift(t, l, more)
	if got := claim(t, l, more, w, 1); len(got) != 0 {
		t.Fatalf("b has it, and gets it again: %v", got)
	}
}

func TestALostAnswerToAReplacedAddressIsInDoubtOnceTheMailingIsStopped(t *testing.T) {
	ctx := context.Background()
	c := &clock{t0}
	l := open(t, t.TempDir(), c)
	w := hands(t, l)
	id := schedule(t, l, Scheduling{}, Draft{Kind: embargo.Release, ReleaseAt: t0}, "a@p.example", "b@p.example", "c@p.example")
	lift(t, l, id)
	ds := claim(t, l, id, w, 3)
	answer(t, l, Lost, c.t, ds[0])
	c.t = c.t.Add(time.Minute)
	again := claim(t, l, id, w, 1)
	if len(again) != 1 {
		t.Fatal(again)
	}
	err := l.DB().Tx(ctx, func(tx *store.Tx) error {
		if err := l.MoveIn(ctx, tx, "a@p.example", "a2@p.example", "a2@p.example"); err != nil {
			return err
		}
		return l.SuppressIn(ctx, tx, "a@p.example", ByHand, "replaced")
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Pause(ctx, id); err != nil {
		t.Fatal(err)
	}
	answer(t, l, Suppressed, c.t, again[0]) // seen before the second try
	if n := counts(t, l, id); n.InDoubt != 1 {
		t.Fatalf("%+v", n)
	}
}

func TestWhoFollowsAtANewAddressIsNotKeptOutByTheOldOne(t *testing.T) {
	ctx := context.Background()
	c := &clock{t0.Add(-time.Hour)}
	l := open(t, t.TempDir(), c)
	hands(t, l)
	main := schedule(t, l, Scheduling{}, Draft{Kind: embargo.Release, ReleaseAt: t0}, "a@p.example", "z@p.example")
	advance := schedule(t, l, Scheduling{More: true}, Draft{Kind: embargo.Advance, ReleaseAt: c.t, ClosesAt: t0}, "new@p.example")
	// The address that the release would go to was replaced and is not mailed any
	// more; in the release it could not be, as both stood there.
	err := l.DB().Tx(ctx, func(tx *store.Tx) error {
		if _, err := tx.ExecContext(ctx, `UPDATE delivery SET state = 'suppressed' WHERE address_key = 'a@p.example'`); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, `UPDATE delivery SET person = 'a@p.example' WHERE address_key = 'new@p.example'`)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	lift(t, l, advance)
	c.t = t0
	if err := l.CloseDue(ctx, c.t); err != nil {
		t.Fatal(err)
	}
	entries, err := l.Entries(ctx, main, queued)
	if err != nil || len(entries) != 2 {
		t.Fatalf("%+v, %v: nobody mails the new address", entries, err)
	}
}
