package ledger

import (
	"context"
	"errors"
	"testing"
	"time"

	"pressroom/internal/blob"
	"pressroom/internal/embargo"
	"pressroom/internal/store"
)

// two is one person to whom the release was handed out by two dispatches: the worker
// of the first stood still, others took over, and its answer comes late.
type two struct {
	*testing.T
	l             *Ledger
	c             *clock
	worker        string
	first, second string // dispatches
	late, now     []Delivery
}

func twice(t *testing.T) *two {
	t.Helper()
	s := &two{T: t, c: &clock{t0}}
	s.l = open(t, t.TempDir(), s.c)
	s.worker = hands(t, s.l)
	draft := Draft{Kind: embargo.Release, ReleaseAt: t0}
	s.first = schedule(t, s.l, Scheduling{}, draft, "a@p.example")
	lift(t, s.l, s.first)
	s.late = claim(t, s.l, s.first, hands(t, s.l), 1)
	if _, err := s.l.Reclaim(context.Background(), func(string) bool { return false }); err != nil {
		t.Fatal(err)
	}
	// With others, so that a lost answer does not stop the whole.
	s.second = schedule(t, s.l, Scheduling{More: true}, draft, "a@p.example", "b@p.example", "c@p.example")
	lift(t, s.l, s.second)
	all := claim(t, s.l, s.second, s.worker, 3)
	s.now = all[:1]
	answer(t, s.l, Sent, t0, all[1:]...)
	return s
}

// mailedAgain is who is handed out once all that is in doubt, and all that failed, is
// asked to be tried again, and the release is sent once more.
func (s *two) mailedAgain() (again []Delivery) {
	s.Helper()
	for _, id := range []string{s.first, s.second} {
		if _, err := s.l.RetryInDoubt(context.Background(), id); err != nil {
			s.Fatal(err)
		}
		if _, err := s.l.Retry(context.Background(), id); err != nil {
			s.Fatal(err)
		}
	}
	more := schedule(s.T, s.l, Scheduling{More: true}, Draft{Kind: embargo.Release, ReleaseAt: t0}, "a@p.example")
	lift(s.T, s.l, more)
	for _, id := range []string{s.first, s.second, more} {
		again = append(again, claim(s.T, s.l, id, s.worker, 10)...)
	}
	return again
}

func (s *two) heard(d Delivery, arrived bool) {
	s.Helper()
	ctx := context.Background()
	if err := s.l.DB().Tx(ctx, func(tx *store.Tx) error { return Heard(ctx, tx, d.ID, arrived, "") }); err != nil {
		s.Fatal(err)
	}
}

// TestTwoLostAnswersToOnePersonAreBothInDoubt: each may have been taken, so neither
// is tried again by itself.
func TestTwoLostAnswersToOnePersonAreBothInDoubt(t *testing.T) {
	s := twice(t)
	answer(t, s.l, Lost, s.c.t, s.now...)
	answer(t, s.l, Lost, s.c.t, s.late...)
	s.c.t = s.c.t.Add(lostSecond)
	if got := append(claim(t, s.l, s.first, s.worker, 1), claim(t, s.l, s.second, s.worker, 1)...); len(got) != 0 {
		t.Fatalf("handed out again: %v", got)
	}
	if a, b := counts(t, s.l, s.first), counts(t, s.l, s.second); a.InDoubt != 1 || b.InDoubt != 1 {
		t.Fatalf("%+v, %+v", a, b)
	}
	if n, err := s.l.RetryInDoubt(context.Background(), s.second); err != nil || n != 1 {
		t.Fatalf("whoever asks for it may try one of them: %d, %v", n, err)
	}
	if got := claim(t, s.l, s.second, s.worker, 1); len(got) != 1 {
		t.Fatal(got)
	}
}

// TestWhatIsInDoubtIsNotTriedAgainWhereAnotherHasArrived: nobody asks for it knowing that.
func TestWhatIsInDoubtIsNotTriedAgainWhereAnotherHasArrived(t *testing.T) {
	for name, arrives := range map[string]func(s *two){
		"late": func(s *two) {
			answer(s.T, s.l, Lost, s.c.t, s.now...)
			if err := s.l.Pause(context.Background(), s.second); err != nil {
				s.Fatal(err)
			}
			answer(s.T, s.l, Sent, s.c.t, s.late...)
			if err := s.l.Resume(context.Background(), s.second, MainRelay); err != nil {
				s.Fatal(err)
			}
		},
		"late, while it waits": func(s *two) {
			answer(s.T, s.l, Lost, s.c.t, s.now...)
			answer(s.T, s.l, Sent, s.c.t, s.late...)
		},
		"by what was heard": func(s *two) {
			answer(s.T, s.l, Lost, s.c.t, s.now...)
			answer(s.T, s.l, Lost, s.c.t, s.late...)
			s.heard(s.late[0], true)
		},
		"and bounces then": func(s *two) {
			answer(s.T, s.l, Lost, s.c.t, s.now...)
			answer(s.T, s.l, Lost, s.c.t, s.late...)
			s.heard(s.late[0], true)
			s.heard(s.now[0], false)
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := twice(t)
			arrives(s)
			if got := s.mailedAgain(); len(got) != 0 {
				t.Fatalf("they have it, and it is handed out again: %v", got)
			}
		})
	}
}

// TestARepetitionKeepsThePlaceThatABounceSetsFree: the one in the round came back, and
// the other may have arrived all the same.
func TestARepetitionKeepsThePlaceThatABounceSetsFree(t *testing.T) {
	s := twice(t)
	answer(t, s.l, Lost, s.c.t, s.now...)
	answer(t, s.l, Lost, s.c.t, s.late...)
	s.heard(s.now[0], false)
	more := schedule(t, s.l, Scheduling{More: true}, Draft{Kind: embargo.Release, ReleaseAt: t0}, "a@p.example")
	lift(t, s.l, more)
	if got := claim(t, s.l, more, s.worker, 1); len(got) != 0 {
		t.Fatalf("handed out beside what is in doubt: %v", got)
	}
	s.heard(s.late[0], false)
	if got := claim(t, s.l, more, s.worker, 1); len(got) != 1 {
		t.Fatalf("both came back, and nobody mails them: %v", got)
	}
}

// TestTwoWhoBecameOneAreNotMailedAgainInDoubt: one address has it, and the other was
// in doubt when they turned out to be one person's.
func TestTwoWhoBecameOneAreNotMailedAgainInDoubt(t *testing.T) {
	ctx := context.Background()
	for _, to := range []string{"a@p.example", "b@p.example"} {
		c := &clock{t0}
		l := open(t, t.TempDir(), c)
		w := hands(t, l)
		id := schedule(t, l, Scheduling{}, Draft{Kind: embargo.Release, ReleaseAt: t0}, "a@p.example", "b@p.example", "c@p.example")
		lift(t, l, id)
		ds := claim(t, l, id, w, 3)
		answer(t, l, Lost, t0, ds[0])
		answer(t, l, Sent, t0, ds[1:]...)
		if err := l.Pause(ctx, id); err != nil { // a is in doubt
			t.Fatal(err)
		}
		from := "b@p.example"
		if to == from {
			from = "a@p.example"
		}
		if err := l.DB().Tx(ctx, func(tx *store.Tx) error { return l.MoveIn(ctx, tx, from, to, to) }); err != nil {
			t.Fatal(err)
		}
		if err := l.Resume(ctx, id, MainRelay); err != nil {
			t.Fatal(err)
		}
		n, err := l.RetryInDoubt(ctx, id)
		if err != nil || n != 0 {
			t.Errorf("now at %s: %d are tried again, %v", to, n, err)
		}
		if got := claim(t, l, id, w, 1); len(got) != 0 {
			t.Errorf("now at %s: %v", to, got)
		}
	}
}

// TestOneMailingThatNamesBothAddressesOfSomebody: at one they get other words than
// before, in a round of its own as these replace a copy; at the other they have got the
// same as their first. One is enough.
func TestOneMailingThatNamesBothAddressesOfSomebody(t *testing.T) {
	ctx := context.Background()
	for _, moves := range [][2]string{{"b@p.example", "a@p.example"}, {"a@p.example", "b@p.example"}} {
		c := &clock{t0.Add(-time.Hour)}
		l := open(t, t.TempDir(), c)
		w := hands(t, l)
		draft := func(words string) Draft {
			return Draft{Kind: embargo.Advance, Revision: words, ReleaseAt: c.t, ClosesAt: t0, Artefacts: map[string][]byte{
				"mail/en": []byte("m"), "text/en": []byte(words),
			}}
		}
		first := schedule(t, l, Scheduling{}, draft("one"), "a@p.example")
		lift(t, l, first)
		answer(t, l, Sent, c.t, claim(t, l, first, w, 1)...)
		second := schedule(t, l, Scheduling{More: true}, draft("two"), "a@p.example", "b@p.example", "c@p.example")
		lift(t, l, second)
		for _, d := range claim(t, l, second, w, 3) {
			if d.Key == moves[0] {
				answer(t, l, Sent, c.t, d)
			} else {
				answer(t, l, Released, c.t, d)
			}
		}
		err := l.DB().Tx(ctx, func(tx *store.Tx) error { return l.MoveIn(ctx, tx, moves[0], moves[1], moves[1]) })
		if err != nil {
			t.Fatal(err)
		}
		if got := claim(t, l, second, w, 10); len(got) != 1 || got[0].Key != "c@p.example" {
			t.Errorf("now at %s, they are mailed the same words again: %v", moves[1], got)
		}
		entries, err := l.Entries(ctx, second, cancelled)
		if err != nil || len(entries) != 1 || entries[0].Answer() != HasIt {
			t.Errorf("now at %s: %+v, %v", moves[1], entries, err)
		}
	}
}

// TestTwoWhoBecameOneGetNoWordsTwice: their advance copies are of different rounds, as
// one of them had an earlier copy.
func TestTwoWhoBecameOneGetNoWordsTwice(t *testing.T) {
	ctx := context.Background()
	const a, b, c = "a@p.example", "b@p.example", "c@p.example"
	for name, test := range map[string]struct {
		then     Result // at b, where what is handed out first stands
		from, to string
		refused  bool
		again    int // copies handed out afterwards
	}{
		"one address has it, the other waits": {Sent, b, a, false, 0},
		"the other way round":                 {Sent, a, b, false, 0},
		"both wait":                           {Released, b, a, false, 1},
		"one is to be tried again":            {Deferred, a, b, false, 1},
		"one is in doubt, the other waits":    {Lost, a, b, true, 0},
	} {
		t.Run(name, func(t *testing.T) {
			k := &clock{t0.Add(-time.Hour)}
			l := open(t, t.TempDir(), k)
			w := hands(t, l)
			draft := func(words string) Draft {
				return Draft{Kind: embargo.Advance, Revision: words, ReleaseAt: k.t, ClosesAt: t0, Artefacts: map[string][]byte{
					"mail/en": []byte("m"), "text/en": []byte(words),
				}}
			}
			first := schedule(t, l, Scheduling{}, draft("one"), a)
			lift(t, l, first)
			answer(t, l, Sent, k.t, claim(t, l, first, w, 1)...)
			others := schedule(t, l, Scheduling{More: true}, draft("two"), b, c)
			lift(t, l, others)
			ds := claim(t, l, others, w, 2)
			answer(t, l, test.then, k.t, ds[0])
			answer(t, l, Sent, k.t, ds[1])
			second := schedule(t, l, Scheduling{More: true}, draft("two"), a)
			lift(t, l, second)
			err := l.DB().Tx(ctx, func(tx *store.Tx) error { return l.MoveIn(ctx, tx, test.from, test.to, test.to) })
			if test.refused {
				if !errors.Is(err, ErrInFlight) {
					t.Fatal(err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			k.t = k.t.Add(time.Minute)
			var got []Delivery
			for _, id := range []string{others, second} {
				again := claim(t, l, id, w, 10)
				answer(t, l, Sent, k.t, again...)
				got = append(got, again...)
			}
			if len(got) != test.again {
				t.Fatalf("handed out: %v", got)
			}
			for _, id := range []string{others, second} {
				if settled, _, err := l.Settle(ctx, id); err != nil || !settled {
					t.Fatalf("%s goes on for ever: %v", id, err)
				}
			}
		})
	}
}

// TestTwoWhoBecameOneGetTheNewerWordsToo: each address waits for other words.
func TestTwoWhoBecameOneGetTheNewerWordsToo(t *testing.T) {
	ctx := context.Background()
	k := &clock{t0.Add(-time.Hour)}
	l := open(t, t.TempDir(), k)
	w := hands(t, l)
	advance := func(words, to string) string {
		id := schedule(t, l, Scheduling{More: true}, Draft{Kind: embargo.Advance, Revision: words, ReleaseAt: k.t, ClosesAt: t0, Artefacts: map[string][]byte{
			"mail/en": []byte("m"), "text/en": []byte(words), CopyName("mail/en", blob.Digest([]byte("one"))): []byte("replaces"),
		}}, to)
		lift(t, l, id)
		return id
	}
	first := advance("one", "a@p.example")
	inHand := claim(t, l, first, w, 1)
	second := advance("two", "b@p.example")
	err := l.DB().Tx(ctx, func(tx *store.Tx) error { return l.MoveIn(ctx, tx, "a@p.example", "b@p.example", "b@p.example") })
	if err != nil {
		t.Fatal(err)
	}
	answer(t, l, Sent, k.t, inHand...)
	got := claim(t, l, second, w, 1)
	if len(got) != 1 || got[0].Template != CopyName("mail/en", blob.Digest([]byte("one"))) {
		t.Fatalf("%+v", got)
	}
}

// TestWordThatComesLateOfAnAdvanceCopyKeepsTheSameWordsFromComingAgain: the copy had been
// cancelled meanwhile, and the same words were sent anew, in another round.
func TestWordThatComesLateOfAnAdvanceCopyKeepsTheSameWordsFromComingAgain(t *testing.T) {
	ctx := context.Background()
	for _, late := range []Result{Sent, Lost} {
		for _, then := range []Result{Released, Deferred, -1} { // -1: it waits still
			k := &clock{t0.Add(-time.Hour)}
			l := open(t, t.TempDir(), k)
			w := hands(t, l)
			advance := func(words string) string {
				id := schedule(t, l, Scheduling{Replace: true}, Draft{Kind: embargo.Advance, Revision: words, ReleaseAt: k.t, ClosesAt: t0, Artefacts: map[string][]byte{
					"mail/en": []byte("m"), "text/en": []byte(words),
				}}, "a@p.example")
				lift(t, l, id)
				return id
			}
			answer(t, l, Sent, k.t, claim(t, l, advance("one"), w, 1)...)
			frozen := claim(t, l, advance("two"), hands(t, l), 1)
			if _, err := l.Reclaim(ctx, func(string) bool { return false }); err != nil {
				t.Fatal(err)
			}
			again := advance("two")
			var inHand []Delivery
			if then >= 0 {
				inHand = claim(t, l, again, w, 1)
			}
			answer(t, l, late, k.t, frozen...)
			if then >= 0 {
				answer(t, l, then, k.t, inHand...)
			}
			k.t = k.t.Add(time.Minute)
			if got := claim(t, l, again, w, 1); len(got) != 0 {
				t.Errorf("late %d, then %d: they have these words, or may have them, and they are handed out: %v", late, then, got)
			}
			if settled, _, err := l.Settle(ctx, again); err != nil || !settled {
				t.Errorf("late %d, then %d: it goes on for ever: %v", late, then, err)
			}
		}
	}
}

// TestOlderWordsWaitForWhatIsInHand: they are sent again while others are on their way,
// and come again only if those have arrived.
func TestOlderWordsWaitForWhatIsInHand(t *testing.T) {
	ctx := context.Background()
	for _, arrives := range []bool{true, false} {
		k := &clock{t0.Add(-time.Hour)}
		l := open(t, t.TempDir(), k)
		w := hands(t, l)
		advance := func(words string) (string, []Delivery) {
			id := schedule(t, l, Scheduling{Replace: true}, Draft{Kind: embargo.Advance, Revision: words, ReleaseAt: k.t, ClosesAt: t0, Artefacts: map[string][]byte{
				"mail/en": []byte("m"), "text/en": []byte(words),
			}}, "a@p.example")
			lift(t, l, id)
			return id, claim(t, l, id, w, 1)
		}
		_, one := advance("one")
		id, two := advance("two")
		answer(t, l, Sent, k.t, one...)
		if len(two) > 0 {
			t.Fatal("handed out while another copy is in somebody's hands")
		}
		two = claim(t, l, id, w, 1)
		again, got := advance("one")
		if len(two) != 1 || len(got) > 0 {
			t.Fatalf("%v, then %v", two, got)
		}
		want := 0
		if arrives {
			answer(t, l, Sent, k.t, two...)
			want = 1
		} else {
			answer(t, l, Released, k.t, two...)
		}
		if got := claim(t, l, again, w, 1); len(got) != want {
			t.Errorf("the words between have arrived: %t; then handed out: %v", arrives, got)
		} else {
			answer(t, l, Sent, k.t, got...)
		}
		if settled, _, err := l.Settle(ctx, again); err != nil || !settled {
			t.Errorf("it goes on for ever: %v", err)
		}
	}
}
