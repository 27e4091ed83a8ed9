package ledger

import (
	"context"
	"errors"
	"testing"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/store"
)

// TestWhatIsInHandIsNotHadYet: what a worker holds may come back, so a plan made
// meanwhile does not leave its person out.
func TestWhatIsInHandIsNotHadYet(t *testing.T) {
	ctx := context.Background()
	c := &clock{t0}
	l := open(t, t.TempDir(), c)
	w := hands(t, l)
	first := schedule(t, l, Scheduling{}, Draft{Kind: embargo.Release, ReleaseAt: t0}, "a@p.example", "b@p.example", "c@p.example", "d@p.example")
	lift(t, l, first)
	ds := claim(t, l, first, w, 3)
	answer(t, l, Sent, t0, ds[1])
	answer(t, l, Lost, t0, ds[2])
	reached, err := l.Reached(ctx, "x")
	if err != nil {
		t.Fatal(err)
	}
	for person, want := range map[string]Reached{
		"a@p.example": {ReleaseWaits: true}, "b@p.example": {Release: true}, "c@p.example": {Release: true}, "d@p.example": {ReleaseWaits: true},
	} {
		if reached[person] != want {
			t.Errorf("%s: %+v, want %+v", person, reached[person], want)
		}
	}
}

// TestAnAdvanceCopyInHandWhileItIsReplaced: the same words are sent once more while
// a worker holds a copy; whether that arrives or comes back, there is one.
func TestAnAdvanceCopyInHandWhileItIsReplaced(t *testing.T) {
	for _, result := range []Result{Sent, Deferred, Released} {
		for _, words := range []string{"one", "two"} {
			c := &clock{t0.Add(-time.Hour)}
			l := open(t, t.TempDir(), c)
			w := hands(t, l)
			draft := func(words string) Draft {
				return Draft{Kind: embargo.Advance, Revision: words, ReleaseAt: c.t, ClosesAt: t0, Artefacts: map[string][]byte{
					"mail/en": []byte("m"), "text/en": []byte(words),
				}}
			}
			before := schedule(t, l, Scheduling{}, draft("one"), "a@p.example", "b@p.example")
			lift(t, l, before)
			ds := claim(t, l, before, w, 1)
			if words != "one" { // a holds other words, and what is in hand replaces them
				answer(t, l, Sent, c.t, ds...)
				before = schedule(t, l, Scheduling{Replace: true}, draft(words), "a@p.example", "b@p.example")
				lift(t, l, before)
				ds = claim(t, l, before, w, 1)
			}
			after := schedule(t, l, Scheduling{Replace: true}, draft(words), "a@p.example", "b@p.example")
			lift(t, l, after)
			if got := claim(t, l, after, w, 10); len(got) != 1 || got[0].Key != "b@p.example" {
				t.Fatalf("%s, result %d: handed out while a copy is in hand: %v", words, result, got)
			}
			answer(t, l, result, c.t, ds...)
			want := 1
			if result == Sent {
				want = 0
			}
			if got := claim(t, l, after, w, 10); len(got) != want {
				t.Fatalf("%s, result %d: %d handed out, want %d", words, result, len(got), want)
			}
		}
	}
}

// TestMoreAdvanceCopiesWhileOthersWait: somebody is added to those who get other
// words, and stands among them already.
func TestMoreAdvanceCopiesWhileOthersWait(t *testing.T) {
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
	second := schedule(t, l, Scheduling{Replace: true}, draft("two"), "a@p.example")
	lift(t, l, second)
	more := schedule(t, l, Scheduling{More: true}, draft("two"), "a@p.example")
	lift(t, l, more)
	if got := claim(t, l, more, w, 1); len(got) != 1 {
		t.Fatal(got)
	}
	if got := claim(t, l, second, w, 1); len(got) != 0 {
		t.Fatalf("the same words are handed out twice: %v", got)
	}
}

// TestAnAddressIsNotReplacedByOneInUseWhileAMessageIsInFlight: the two would be one
// person, who has it and to whom it is on its way.
func TestAnAddressIsNotReplacedByOneInUseWhileAMessageIsInFlight(t *testing.T) {
	ctx := context.Background()
	c := &clock{t0}
	l := open(t, t.TempDir(), c)
	w := hands(t, l)
	first := schedule(t, l, Scheduling{}, Draft{Kind: embargo.Release, ReleaseAt: t0}, "a@p.example")
	lift(t, l, first)
	answer(t, l, Sent, t0, claim(t, l, first, w, 1)...)
	more := schedule(t, l, Scheduling{More: true}, Draft{Kind: embargo.Release, ReleaseAt: t0}, "b@p.example", "c@p.example")
	lift(t, l, more)
	ds := claim(t, l, more, w, 1)
	move := func() error {
		return l.DB().Tx(ctx, func(tx *store.Tx) error { return l.MoveIn(ctx, tx, "b@p.example", "a@p.example", "a@p.example") })
	}
	if err := move(); !errors.Is(err, ErrInFlight) {
		t.Fatalf("while it is in hand: %v", err)
	}
	answer(t, l, Lost, t0, ds...)
	if err := move(); !errors.Is(err, ErrInFlight) {
		t.Fatalf("while it is to be tried again after a lost answer: %v", err)
	}
	c.t = c.t.Add(lostFirst)
	bs := func() (b []Delivery) {
		for _, d := range claim(t, l, more, w, 2) {
			if d.Key == "b@p.example" {
				return []Delivery{d}
			}
		}
		t.Fatal("not handed out")
		return nil
	}
	answer(t, l, Deferred, t0, bs()...)
	if err := move(); !errors.Is(err, ErrInFlight) {
		t.Fatalf("while it is to be tried again: %v", err)
	}
	c.t = c.t.Add(time.Hour)
	answer(t, l, Sent, c.t, bs()...)
	if err := move(); err != nil {
		t.Fatal(err)
	}
	last := schedule(t, l, Scheduling{More: true}, Draft{Kind: embargo.Release, ReleaseAt: t0}, "a@p.example")
	lift(t, l, last)
	if got := claim(t, l, last, w, 1); len(got) != 0 {
		t.Fatalf("%v", got)
	}
}

// TestWhoGetsTheReleaseInsteadIsAddedToTheMailing: never to a copy that somebody asked
// for once more.
func TestWhoGetsTheReleaseInsteadIsAddedToTheMailing(t *testing.T) {
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
	again := schedule(t, l, Scheduling{More: true}, Draft{Kind: embargo.Release, Round: Outside, ReleaseAt: t0}, "z@p.example")
	lift(t, l, again)
	answer(t, l, Deferred, c.t, ds...)
	if err := l.CloseDue(ctx, c.t); err != nil {
		t.Fatal(err)
	}
	if a, b := counts(t, l, main), counts(t, l, again); a.Total != 2 || b.Total != 1 {
		t.Fatalf("the mailing has %d, the repeated copy %d", a.Total, b.Total)
	}
}

// TestWhoMovesWhileACopyIsInHandGetsTheReleaseAtTheNewAddress: the copy came back
// after its address had been replaced, and the embargo ended.
func TestWhoMovesWhileACopyIsInHandGetsTheReleaseAtTheNewAddress(t *testing.T) {
	ctx := context.Background()
	c := &clock{t0.Add(-time.Hour)}
	l := open(t, t.TempDir(), c)
	w := hands(t, l)
	advance := schedule(t, l, Scheduling{}, Draft{Kind: embargo.Advance, ReleaseAt: c.t, ClosesAt: t0}, "a@p.example")
	main := schedule(t, l, Scheduling{More: true}, Draft{Kind: embargo.Release, ReleaseAt: t0}, "z@p.example")
	lift(t, l, advance)
	ds := claim(t, l, advance, w, 1)
	err := l.DB().Tx(ctx, func(tx *store.Tx) error {
		return errors.Join(l.MoveIn(ctx, tx, "a@p.example", "new@p.example", "new@p.example"), l.SuppressIn(ctx, tx, "a@p.example", ByHand, "replaced"))
	})
	if err != nil {
		t.Fatal(err)
	}
	answer(t, l, Released, c.t, ds...)
	c.t = t0
	if err := l.CloseDue(ctx, c.t); err != nil {
		t.Fatal(err)
	}
	lift(t, l, main)
	got := map[string]bool{}
	for _, d := range claim(t, l, main, w, 10) {
		got[d.Address] = true
	}
	if len(got) != 2 || !got["new@p.example"] {
		t.Fatalf("%v; suppressed: %d", got, counts(t, l, main).Suppressed)
	}
}
