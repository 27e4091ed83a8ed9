package coalition_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"pressroom/internal/dispatch"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
)

// delivered is a release with signed quotes of which every advance copy has arrived.
func delivered(t *testing.T, s *stage, advance string) {
	t.Helper()
	ctx := context.Background()
	lock, err := s.ledger.DB().LockWorker(ctx)
	s.must(err)
	defer lock.Release()
	if v := s.gate(advance, s.now); v != embargo.Open {
		t.Fatal(v)
	}
	all, err := s.ledger.Claim(ctx, advance, lock.ID, 10)
	s.must(err)
	for _, d := range all {
		_, err = s.ledger.Record(ctx, []ledger.Outcome{{Delivery: d, Result: ledger.Sent, At: s.now, Code: 250}})
		s.must(err)
	}
	_, _, err = s.ledger.Settle(ctx, advance)
	s.must(err)
}

// What falls between the plan of further copies and the moment at which they are scheduled
// is seen by the transaction that schedules them.
func TestAQuoteThatIsTakenBackWhileMoreCopiesArePlannedLeavesWithNone(t *testing.T) {
	ctx := context.Background()
	late := []dispatch.Given{{Address: "late@d.example"}}
	unsigned := strings.NewReplacer("org-0", "org-1", "Pier0", "Pier1").Replace(unsignedQuote)
	for name, c := range map[string]struct {
		quotes string // that nobody signs
		do     func(s *stage)
		stays  bool // nothing of what is stored was taken back
		gone   string
	}{
		"withdrawn": {"", func(s *stage) { s.withdraw("org-1") }, false, "words number 1,"},
		"withdrawn and taken out at once": {"", func(s *stage) {
			s.withdraw("org-1")
			s.takeOut()
		}, false, "words number 1,"},
		"declined": {unsigned, func(s *stage) {
			_, err := s.desk.Decline(ctx, s.links["org-1"], 0, "no")
			s.must(err)
		}, false, "Words of the lead"},
		"other words, where nobody signed":   {unsigned, func(s *stage) { s.must(s.sign("org-1", "Words of our own.")) }, false, "Words of the lead"},
		"other words, where some are signed": {"", func(s *stage) { s.must(s.sign("org-1", "We have thought again.")) }, true, ""},
		"words are only saved": {"", func(s *stage) {
			_, err := s.desk.Save(ctx, s.links["org-1"], 0, saying("org-1", "Not yet."))
			s.must(err)
		}, true, ""},
	} {
		for _, when := range []string{"after the plan", "while it is written"} {
			t.Run(name+", "+when, func(t *testing.T) {
				s := newStage(t, t, t.TempDir(), 3, `unsigned = "warn"`, c.quotes)
				s.must(s.sign("org-0", "These are the words number 0."))
				if c.quotes == "" {
					s.must(s.sign("org-1", "These are the words number 1."))
				}
				s.must(s.sign("org-2", "These are the words number 2."))
				advance := s.send(false)[0]
				delivered(t, s, advance)
				s.write("contacts/trusted.csv", "email,embargo\nt1@d.example,yes\nt2@d.example,yes\nlate@d.example,yes\n")
				more, err := dispatch.PrepareMore(ctx, s.w, s.ledger, "x", late, nil, s.now)
				s.must(err)
				again, err := dispatch.PrepareAgain(ctx, s.w, s.ledger, "x", "t1@d.example", s.now)
				s.must(err)
				progress := func(int, int) { c.do(s) }
				if when == "after the plan" {
					c.do(s)
					progress = nil
				}
				ids, err := more.Schedule(ctx, false, progress)
				_, errAgain := again.Send(ctx, s.now)
				if c.stays {
					s.must(err)
					s.must(errAgain)
					return
				}
				if !errors.Is(err, ledger.ErrQuotesChanged) || !errors.Is(errAgain, ledger.ErrQuotesChanged) {
					t.Fatalf("scheduled %v: %v; once more: %v", ids, err, errAgain)
				}
				more, err = dispatch.PrepareMore(ctx, s.w, s.ledger, "x", late, nil, s.now)
				s.must(err)
				ids, err = more.Schedule(ctx, false, nil)
				s.must(err)
				if text := s.text(ids[0]); strings.Contains(text, c.gone) || !strings.Contains(text, "words number 2,") {
					t.Errorf("looked at again, it mails\n%s", text)
				}
				if v := s.gate(ids[0], s.now); v != embargo.Open {
					t.Errorf("the gate says %v", v)
				}
			})
		}
	}
}

// Where a withdrawal has the release wait for the lead, nobody gets a further copy until the
// lead has decided.
func TestNobodyGetsAFurtherCopyOfWhatWaitsForTheLead(t *testing.T) {
	ctx := context.Background()
	late := []dispatch.Given{{Address: "late@d.example"}}
	s, advance, _ := signed(t, 1)
	delivered(t, s, advance)
	s.write("contacts/trusted.csv", "email,embargo\nt1@d.example,yes\nt2@d.example,yes\nlate@d.example,yes\n")
	more, err := dispatch.PrepareMore(ctx, s.w, s.ledger, "x", late, nil, s.now)
	s.must(err)
	again, err := dispatch.PrepareAgain(ctx, s.w, s.ledger, "x", "t1@d.example", s.now)
	s.must(err)
	s.withdraw("org-0") // the only quote: all of it is held
	if ids, err := more.Schedule(ctx, false, nil); err == nil {
		t.Errorf("%v is scheduled", ids)
	}
	if id, err := again.Send(ctx, s.now); err == nil {
		t.Errorf("%v is sent again", id)
	}
	var held *ledger.HeldError
	if _, err := dispatch.PrepareMore(ctx, s.w, s.ledger, "x", late, nil, s.now); !errors.As(err, &held) {
		t.Errorf("--more: %v", err)
	}
	if _, err := dispatch.PrepareAgain(ctx, s.w, s.ledger, "x", "t1@d.example", s.now); !errors.As(err, &held) {
		t.Errorf("--again: %v", err)
	}
	if held != nil && held.Error() != "x/release-1 is held: Org 0 withdrew its quote; send --replace --without org-0 goes out without it, "+
		"resume goes out with it; decide that first" {
		t.Errorf("it says %q", held.Error())
	}
}

// Cancelled instead, its advance copies that are done still have the quote stored: nobody gets
// one of them again.
func TestACopyThatIsDoneIsSentAgainToNobodyOnceTheReleaseIsCancelled(t *testing.T) {
	ctx := context.Background()
	s, advance, release := signed(t, 1)
	delivered(t, s, advance)
	s.withdraw("org-0")
	s.must(s.ledger.Cancel(ctx, release, "by hand"))
	if _, err := dispatch.PrepareAgain(ctx, s.w, s.ledger, "x", "t1@d.example", s.now); err == nil || !strings.Contains(err.Error(), "goes to nobody else") {
		t.Errorf("a copy is made again: %v", err)
	}
}

// An embargo that is moved meanwhile is seen as well: the copies would say the old instant.
func TestAnEmbargoThatIsMovedWhileMoreCopiesArePlannedIsSeen(t *testing.T) {
	ctx := context.Background()
	s, advance, _ := signed(t, 2)
	delivered(t, s, advance)
	again, err := dispatch.PrepareAgain(ctx, s.w, s.ledger, "x", "t1@d.example", s.now)
	s.must(err)
	s.sql(`UPDATE dispatch SET closes_at = closes_at + 3600000000 WHERE id = ?`, advance)
	if id, err := again.Send(ctx, s.now); !errors.Is(err, ledger.ErrInstantChanged) {
		t.Errorf("%s is sent, %v", id, err)
	}
}
