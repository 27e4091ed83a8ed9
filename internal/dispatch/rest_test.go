package dispatch

import (
	"context"
	"testing"
	"time"

	"pressroom/internal/ledger"
)

// TestTheRestOfAMailingIsForAllWhoWereToGetIt: a release that is stopped on its way
// and sent once more goes to everybody who has not got it, also to those who are
// named for advance copies only and had none when the embargo ended.
func TestTheRestOfAMailingIsForAllWhoWereToGetIt(t *testing.T) {
	ctx := context.Background()
	w, l := setup(t, map[string]string{"contacts/press.csv": press + "early@a.example,Early,en,yes,,,,trusted\n"})
	ids, err := prepare(t, w, l, now).Schedule(ctx, false, nil)
	if err != nil || len(ids) != 2 {
		t.Fatal(ids, err)
	}
	if _, err := l.Gate(ctx, ids[0], 0); err != nil {
		t.Fatal(err)
	}
	lock, err := l.DB().LockWorker(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer lock.Release()
	copies, err := l.Claim(ctx, ids[0], lock.ID, 10)
	if err != nil || len(copies) != 3 {
		t.Fatal(copies, err)
	}
	for _, d := range copies { // early has a copy in time; the others do not
		o := ledger.Outcome{Delivery: d, Result: ledger.Released, At: now}
		if d.Key == "early@a.example" {
			o.Result, o.Code, o.Stage = ledger.Sent, 250, "content"
		}
		if _, err := l.Record(ctx, []ledger.Outcome{o}); err != nil {
			t.Fatal(err)
		}
	}
	instant := time.Date(2026, 7, 26, 16, 0, 0, 0, time.UTC)
	l = ledger.New(l.DB(), func() time.Time { return instant })
	if err := l.CloseDue(ctx, instant); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Gate(ctx, ids[1], 0); err != nil {
		t.Fatal(err)
	}
	if err := l.Cancel(ctx, ids[1], "by hand"); err != nil {
		t.Fatal(err)
	}
	p := prepare(t, w, l, instant.Add(time.Minute))
	if p.Findings.HasErrors() || p.Out != nil || len(p.Mailings) != 1 {
		t.Fatalf("%v, %v, %d mailings", p.Findings, p.Out, len(p.Mailings))
	}
	if got, want := who(p.Mailings[0]), "agreed:en.pdf both:en.text.pdf gone:en.pdf main:en silent:es.pdf"; got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}
