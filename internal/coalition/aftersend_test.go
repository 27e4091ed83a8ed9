package coalition_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"strings"
	"testing"
	"time"

	"pressroom/internal/coalition"
	"pressroom/internal/compile"
	"pressroom/internal/dispatch"
	"pressroom/internal/embargo"
	"pressroom/internal/language"
	"pressroom/internal/ledger"
	"pressroom/internal/mail"
	"pressroom/internal/publication"
	"pressroom/internal/release"
)

// signed is a release with the signed quotes of some partners, scheduled. The ids are
// those of the advance copies and of the release.
func signed(t *testing.T, orgs int) (s *stage, advance, release string) {
	s = newStage(t, t, t.TempDir(), orgs, "", "")
	for i := range orgs {
		s.must(s.sign(fmt.Sprintf("org-%d", i), fmt.Sprintf("These are the words number %d.", i)))
	}
	s.now = s.now.Add(time.Hour)
	ids := s.send(false)
	return s, ids[0], ids[1]
}

func TestOnePartnerCannotStopTheOtherTenTwoMinutesBefore(t *testing.T) {
	s, _, id := signed(t, 11)
	without, err := s.plan("org-3") // what would be stored had it been left out from the beginning
	s.must(err)
	s.now = instant.Add(-2 * time.Minute)
	told := english(s.visit("org-3").IfWithdrawn())
	s.withdraw("org-3")
	if got := s.jobs("take-out"); got != 1 {
		t.Fatalf("%d jobs take it out", got)
	}
	s.takeOut()
	d := s.dispatch(id)
	if d.State != ledger.Scheduled || len(d.Withdrawn) != 0 || d.Revision != without.Input.Revision {
		t.Errorf("%s, %q is still to be taken out, revision %s and not %s", d.State, d.Withdrawn, d.Revision, without.Input.Revision)
	}
	var publication string
	s.must(s.ledger.DB().Reader().QueryRowContext(context.Background(), `SELECT revision FROM publication WHERE dispatch = ?`,
		id).Scan(&publication))
	if publication != d.Revision {
		t.Errorf("what becomes public is revision %s", publication)
	}
	if v := s.gate(id, instant); v != embargo.Open {
		t.Errorf("at the instant the gate says %v", v)
	}
	if want := "The release goes out on Sunday, July 26, 2026, 9:00 a.m. EDT (13:00 UTC) without it."; told != want {
		t.Errorf("the page promised %q, not %q", told, want)
	}
	text := s.text(id)
	for i := range 11 {
		words := fmt.Sprintf("words number %d,", i)
		if strings.Contains(text, words) == (i == 3) {
			t.Errorf("of %q, in\n%s", words, text)
		}
	}
	lead := s.mail("lead@harbor.example")
	for _, want := range []string{"WITHDRAWN: the quote of Org 3", "It is taken out of what is scheduled: x goes out at its instant", "our board says no"} {
		if !strings.Contains(lead, want) {
			t.Errorf("the lead is not told %q:\n%s", want, lead)
		}
	}
	if was := english(s.visit("org-3").Was()); !strings.Contains(was, "without a quote of Org 3") {
		t.Errorf("afterwards the page says %q", was)
	}
}

func TestWhatIsTakenOutIsAsIfItHadBeenLeftOutFromTheBeginning(t *testing.T) {
	s := newStage(t, t, t.TempDir(), 2, "local = true", "")
	s.must(s.sign("org-0", "These are the words number 0."))
	s.must(s.sign("org-1", "These are the words number 1."))
	id := s.send(false)[1]
	before := s.stored(id)
	s.withdraw("org-0") // of the region of a journalist: it has forms of its own
	s.takeOut()
	after := s.stored(id)
	s.must(s.ledger.Cancel(context.Background(), id, "so that the same can be sent again"))
	s.now = s.now.Add(time.Minute)
	ids := s.send(true, "org-0")
	anew := s.stored(ids[len(ids)-1])
	for name, digest := range anew {
		if after[name] != digest {
			t.Errorf("%s is another than had it been sent without the quote", name)
		}
	}
	for name := range after {
		if anew[name] == "" && !strings.Contains(name, "@org-0") {
			t.Errorf("%s is there, and would not be", name)
		}
	}
	for name, digest := range before {
		if after[name] == digest && !strings.HasPrefix(name, "edition/") && name != mail.OriginsName && name != publication.ListingName {
			t.Errorf("%s is as it was", name)
		}
	}
	report, err := s.desk.Verify(context.Background(), "x", nil)
	s.must(err)
	for _, f := range report.Faults {
		if strings.Contains(f, id) {
			t.Errorf("%s", f)
		}
	}
}

func TestItWaitsForTheLeadOnlyWhereTheReleaseSaysSoOrNoQuoteWouldBeLeft(t *testing.T) {
	for name, c := range map[string]struct {
		orgs  int
		table string
		held  bool
	}{
		"one of two":                        {2, "", false},
		"one of two, as the release says":   {2, `withdrawn = "leave-out"`, false},
		"one of two, that waits":            {2, `withdrawn = "hold"`, true},
		"the only one":                      {1, "", true},
		"the only one, as the release says": {1, `withdrawn = "leave-out"`, true},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStage(t, t, t.TempDir(), c.orgs, c.table, "")
			for i := range c.orgs {
				s.must(s.sign(fmt.Sprintf("org-%d", i), "Words to sign."))
			}
			ids := s.send(false)
			told := english(s.visit("org-0").IfWithdrawn())
			s.withdraw("org-0")
			s.takeOut()
			d := s.dispatch(ids[1])
			if (d.State == ledger.Held) != c.held {
				t.Fatalf("it is %s: %s", d.State, d.Reason)
			}
			if strings.Contains(told, "waits for Lena Ott to decide") != c.held {
				t.Errorf("the page promised %q", told)
			}
			if !c.held {
				return
			}
			if lead := s.mail("lead@harbor.example"); !strings.Contains(lead, "held until you decide") {
				t.Errorf("the lead is not told:\n%s", lead)
			}
			if will := english(s.visit("org-0").Will()); !strings.Contains(will, "as soon as Lena Ott lets it go") {
				t.Errorf("the page says %q", will)
			}
			s.must(s.ledger.Resume(context.Background(), d.ID, ledger.MainRelay))
			if v := s.gate(d.ID, instant); v != embargo.Open || !strings.Contains(s.text(d.ID), "Words to sign,") {
				t.Errorf("resume lets it go as it was scheduled; the gate says %v", v)
			}
		})
	}
}

func TestTheLatchExcludesTheSwap(t *testing.T) {
	ctx := context.Background()
	s, _, id := signed(t, 5)
	s.withdraw("org-3")
	d := s.dispatch(id)
	// Somebody has compiled it, and is slower than the lead, who lets it go as it is, and
	// than the instant.
	s.sql(`UPDATE dispatch SET withdrawn = '' WHERE id = ?`, id)
	if v := s.gate(id, instant); v != embargo.Open {
		t.Fatal(v)
	}
	before := s.stored(id)
	s.must(dispatch.TakeOut(ctx, s.ledger, d))
	if !maps.Equal(before, s.stored(id)) || s.dispatch(id).Revision != d.Revision {
		t.Error("what went out was changed")
	}
	if was := english(s.visit("org-3").Was()); !strings.Contains(was, "with these words of Org 3") {
		t.Errorf("the page says %q", was)
	}
}

func TestAfterTheLiftAWithdrawalChangesNothingAndEverybodyIsToldWhatWasPrinted(t *testing.T) {
	s, _, id := signed(t, 5)
	if v := s.gate(id, instant); v != embargo.Open {
		t.Fatal(v)
	}
	before := s.stored(id)
	told := english(s.visit("org-3").IfWithdrawn())
	s.now = s.now.Add(time.Second)
	s.withdraw("org-3")
	s.takeOut()
	if !maps.Equal(before, s.stored(id)) || s.dispatch(id).State != ledger.Sending {
		t.Error("what goes out was changed")
	}
	if !strings.Contains(told, "went out on Sunday, July 26, 2026, 9:00 a.m. EDT (13:00 UTC) with it") {
		t.Errorf("the page promised %q", told)
	}
	lead := s.mail("lead@harbor.example")
	for _, want := range []string{"TO CORRECT: Org 3", "This was printed:", "These are the words number 3"} {
		if !strings.Contains(lead, want) {
			t.Errorf("the lead is not told %q:\n%s", want, lead)
		}
	}
}

func TestNothingLeavesWithAQuoteThatIsNotTakenOutYet(t *testing.T) {
	ctx := context.Background()
	s, _, id := signed(t, 5)
	ready := s.dispatch(id).Snapshot // a worker has made itself ready
	s.now = instant.Add(-time.Second)
	s.withdraw("org-3")
	if v := s.gate(id, instant); v != embargo.Wait {
		t.Fatalf("with the quote in it the gate says %v", v)
	}
	if v := s.gate(id, instant.Add(11*time.Second)); v != embargo.Wait {
		t.Fatalf("ten seconds later the gate says %v", v)
	}
	d := s.dispatch(id)
	if d.State != ledger.Held || !strings.Contains(d.Reason, "a quote was withdrawn and is not taken out yet: org-3") {
		t.Errorf("it is %s: %s", d.State, d.Reason)
	}
	s.takeOut() // whoever was to do it comes late: it goes by itself
	if _, err := s.ledger.GateFor(ctx, id, ready, 0); !errors.Is(err, ledger.ErrSwapped) {
		t.Errorf("a worker that is ready with the quote gets through: %v", err)
	}
	if v := s.gate(id, s.now.Add(time.Second)); v != embargo.Open || strings.Contains(s.text(id), "words number 3,") {
		t.Errorf("the gate says %v of\n%s", v, s.text(id))
	}
	if _, err := s.ledger.GateFor(ctx, id, ready, 0); !errors.Is(err, ledger.ErrSwapped) {
		t.Errorf("another worker that is ready with the quote gets through after the lift: %v", err)
	}
}

func TestAQuoteThatCanNeverBeTakenOutHoldsTheMailing(t *testing.T) {
	s, _, id := signed(t, 5)
	s.withdraw("org-3")
	d := s.dispatch(id)
	s.sql(`UPDATE blob SET data = ? WHERE digest = ?`, []byte("damaged"), d.Snapshot)
	s.must(dispatch.TakeOut(context.Background(), s.ledger, d))
	d = s.dispatch(id)
	if d.State != ledger.Held || !strings.Contains(d.Reason, "is not what was stored") || !strings.Contains(d.Reason, "--without org-3") {
		t.Errorf("it is %s: %s", d.State, d.Reason)
	}
}

func TestAdvanceCopiesThatHaveNotLeftLeaveWithoutTheQuote(t *testing.T) {
	ctx := context.Background()
	s, advance, release := signed(t, 5)
	lock, err := s.ledger.DB().LockWorker(ctx)
	s.must(err)
	defer lock.Release()
	if v := s.gate(advance, s.now.Add(time.Second)); v != embargo.Open {
		t.Fatal(v)
	}
	first, err := s.ledger.Claim(ctx, advance, lock.ID, 1)
	s.must(err)
	s.withdraw("org-3")
	if more, err := s.ledger.Claim(ctx, advance, lock.ID, 1); err != nil || len(more) > 0 {
		t.Errorf("%d more are taken with the quote in it, %v", len(more), err)
	}
	waiting, err := s.ledger.HeldBack(ctx)
	s.must(err)
	if err := dispatch.TakeOut(ctx, s.ledger, waiting[0]); !errors.Is(err, ledger.ErrInFlight) {
		t.Errorf("one is in somebody's hands: %v", err)
	}
	_, err = s.ledger.Record(ctx, []ledger.Outcome{{Delivery: first[0], Result: ledger.Sent, At: s.now, Code: 250}})
	s.must(err)
	s.takeOut()
	all, err := s.ledger.Dispatches(ctx, "x")
	s.must(err)
	next := all[len(all)-1]
	if next.Kind != embargo.Advance || next.ID == advance || next.State != ledger.Scheduled {
		t.Fatalf("the rest goes on with %s, %s", next.ID, next.State)
	}
	counts, err := s.ledger.Counts(ctx, next.ID)
	s.must(err)
	if counts.Total != 1 || counts.Queued != 1 || strings.Contains(s.text(next.ID), "words number 3,") ||
		!strings.Contains(s.text(next.ID), "words number 4,") {
		t.Errorf("%+v get\n%s", counts, s.text(next.ID))
	}
	if d := s.dispatch(advance); d.State != ledger.Done || !strings.Contains(s.text(advance), "words number 3,") {
		t.Errorf("the first is %s, and what it sent is kept", d.State)
	}
	if v := s.gate(next.ID, s.now.Add(time.Second)); v != embargo.Open {
		t.Errorf("the gate says %v", v)
	}
	lead := s.mail("lead@harbor.example")
	if !strings.Contains(lead, "1 journalist has an advance copy with the quote") {
		t.Errorf("the lead is not told who has it:\n%s", lead)
	}
	if s.dispatch(release).State != ledger.Scheduled {
		t.Error("the release waits")
	}
}

func TestWhoComesLaterGetsNoQuoteThatWasTakenBack(t *testing.T) {
	ctx := context.Background()
	s, advance, _ := signed(t, 3)
	lock, err := s.ledger.DB().LockWorker(ctx)
	s.must(err)
	defer lock.Release()
	if v := s.gate(advance, s.now.Add(time.Second)); v != embargo.Open {
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
	s.withdraw("org-1")
	s.takeOut()
	more, err := dispatch.PrepareMore(ctx, s.w, s.ledger, "x", nil, nil, s.now)
	s.must(err)
	again, err := dispatch.PrepareAgain(ctx, s.w, s.ledger, "x", "t1@d.example", s.now)
	s.must(err)
	for name, in := range map[string]*compile.Input{"--more": more.Input, "--again": again.Snapshot.Input} {
		text, err := in.One(compile.Text, release.Variant{Phase: release.PhaseAdvance, Language: "en"})
		s.must(err)
		if strings.Contains(string(text), "words number 1,") || !strings.Contains(string(text), "words number 2,") {
			t.Errorf("%s mails\n%s", name, text)
		}
	}
}

func TestNewWordsAreARequestWhereSignedOnesStand(t *testing.T) {
	s, _, id := signed(t, 5)
	s.now = instant.Add(-time.Hour)
	before := s.stored(id)
	s.must(s.sign("org-3", "We have thought again."))
	s.takeOut()
	if !maps.Equal(before, s.stored(id)) || s.dispatch(id).State != ledger.Scheduled {
		t.Error("what is scheduled was changed")
	}
	want := "The words that were signed for Org 3 go out on Sunday, July 26, 2026, 9:00 a.m. EDT (13:00 UTC), unless Lena Ott takes others in."
	v := s.visit("org-3")
	if got := english(v.Will()); got != want {
		t.Errorf("the page says %q, not %q", got, want)
	}
	if got := english(v.Promise()); got != want {
		t.Errorf("of words that are not signed the page says %q", got)
	}
	receipt, err := s.desk.Letter(context.Background(), coalition.Letter{
		Request: v.Request.ID, Person: v.Person, What: string(coalition.LetterReceipt), Event: v.Approval.Number, Name: "r",
	})
	s.must(err)
	if !strings.Contains(receipt.Text, "are a request. The words that stand in it go out on Sunday, July 26, 2026, 9:00 a.m. EDT (13:00 UTC) unless Lena Ott takes\nthese in.") &&
		!strings.Contains(strings.Join(strings.Fields(receipt.Text), " "), "are a request. The words that stand in it go out on Sunday, July 26, 2026, 9:00 a.m. EDT (13:00 UTC) unless Lena Ott takes these in.") {
		t.Errorf("the receipt says\n%s", receipt.Text)
	}
	if lead := s.mail("lead@harbor.example"); !strings.Contains(lead, "The words that stand in it go out all the same") ||
		!strings.Contains(lead, "pressroom send x --replace     takes them in") {
		t.Errorf("the lead is told\n%s", lead)
	}
	ids := s.send(true)
	if text := s.text(ids[len(ids)-1]); !strings.Contains(text, "We have thought again") {
		t.Errorf("--replace does not take them in:\n%s", text)
	}
}

const unsignedQuote = `[[quote]]
id = "org-0"
org = "org-0"
speaker = "Ana Pier0"
title = "chair"
text = "Words of the lead for them."
`

func TestStoredWordsThatNobodySignedComeOutWhenOthersAreSigned(t *testing.T) {
	for name, c := range map[string]struct {
		do   func(s *stage)
		gone bool
	}{
		"others are signed":   {func(s *stage) { s.must(s.sign("org-0", "Words of our own.")) }, true},
		"the same are signed": {func(s *stage) { s.must(s.sign("org-0", "Words of the lead for them.")) }, false},
		"others are saved only": {func(s *stage) {
			_, err := s.desk.Save(context.Background(), s.links["org-0"], 0, saying("org-0", "Not yet."))
			s.must(err)
		}, false},
		"they give no quote": {func(s *stage) { _, err := s.desk.Decline(context.Background(), s.links["org-0"], 0, "no"); s.must(err) }, true},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStage(t, t, t.TempDir(), 2, `unsigned = "warn"`, unsignedQuote)
			s.must(s.sign("org-1", "Ours are signed."))
			ids := s.send(false)
			if will := english(s.visit("org-0").Will()); !strings.Contains(will, "If you sign other words, or give no quote, they are taken out") {
				t.Errorf("the page says %q", will)
			}
			c.do(s)
			prints := s.visit("org-0").Standing.Prints()
			s.takeOut()
			if v := s.gate(ids[1], instant); v != embargo.Open {
				t.Fatal(v)
			}
			if got := !strings.Contains(s.text(ids[1]), "Words of the lead for them"); got != c.gone || prints == c.gone {
				t.Errorf("taken out: %v; promised that it is printed: %v", got, prints)
			}
		})
	}
}

func TestTheLeadIsToldWhereTheTextStillNamesThem(t *testing.T) {
	s, _, _ := signed(t, 5)
	name := "releases/x.md"
	data, err := s.w.ReadAsset("x.md")
	s.must(err)
	text := strings.Replace(string(data), "Body of the release.", "Body of the release, by Org 3 and others.\n\nPier3 agrees; Org 33 does too.", 1)
	text = strings.Replace(text, "Harbor water is not safe", "ORG 3 says water is not safe", 1)
	s.must(s.w.Write(name, []byte(text)))
	s.send(true)
	s.withdraw("org-3")
	lead := s.mail("lead@harbor.example")
	at := func(words string) string {
		for i, l := range strings.Split(text, "\n") {
			if j := strings.Index(l, words); j >= 0 {
				return fmt.Sprintf("%s:%d:%d: ", name, i+1, j+1)
			}
		}
		return ""
	}
	for _, want := range []string{at("ORG 3 says") + "ORG 3", at("Org 3 and others") + "Org 3", at("Pier3 agrees") + "Pier3"} {
		if !strings.Contains(lead, want) {
			t.Errorf("the lead is not told %q:\n%s", want, lead)
		}
	}
	if strings.Contains(lead, ": Org 33") {
		t.Errorf("Org 33 is another:\n%s", lead)
	}
}

// english is what an English page says.
func english(s language.Said) string { return language.Of("en").Put(s) }
