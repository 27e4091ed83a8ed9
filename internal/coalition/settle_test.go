package coalition_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"pressroom/internal/check"
	"pressroom/internal/coalition"
	"pressroom/internal/draft"
	"pressroom/internal/embargo"
)

// said is all that is said of a quote's difference: by verify, check and the list.
func (s *stage) said(org string) (faults, findings []string, list string) {
	s.t.Helper()
	ctx := context.Background()
	report, err := s.desk.Verify(ctx, "x", nil)
	s.must(err)
	for _, f := range report.Faults {
		if !strings.HasPrefix(f, "in the file: ") { // which is the lead's to mend
			faults = append(faults, f)
		}
	}
	known, err := s.desk.Known(ctx, "x")
	s.must(err)
	text, _, err := draft.New(s.w).Release("x")
	s.must(err)
	for _, f := range check.Signoffs(text, known) {
		if f.Rule == "unsettled" {
			findings = append(findings, f.Message)
		}
	}
	r, err := s.desk.Find(ctx, "x", org)
	s.must(err)
	list, err = s.desk.Says(ctx, r)
	s.must(err)
	return faults, findings, list
}

func TestADifferenceIsToldUntilItIsSettled(t *testing.T) {
	ctx := context.Background()
	for name, c := range map[string]struct {
		before, after func(s *stage) // the lift
		want          string         // "" where nothing differs
	}{
		"nothing happened":   {nil, nil, ""},
		"other words before": {func(s *stage) { s.must(s.sign("org-1", "Other words.")) }, nil, "x/release-1 went out with other words of the quote org-1 of Org 1 than ana@org1.example signed off on"},
		"withdrawn after it went out": {
			nil, func(s *stage) { s.withdraw("org-1") },
			"x/release-1 went out with the quote org-1 of Org 1, which ana@org1.example took back on",
		},
		"withdrawn before": {func(s *stage) { s.withdraw("org-1"); s.takeOut() }, nil, ""},
		"withdrawn before, and signed again": {
			func(s *stage) { s.withdraw("org-1"); s.takeOut(); s.must(s.sign("org-1", "Yes, after all.")) }, nil,
			"x/release-1 went out without the quote org-1 of Org 1, which ana@org1.example signed off on",
		},
	} {
		t.Run(name, func(t *testing.T) {
			s, _, id := signed(t, 3)
			for _, step := range []func(s *stage){
				c.before,
				func(s *stage) {
					if v := s.gate(id, instant); v != embargo.Open {
						t.Fatal(v)
					}
				},
				c.after,
			} {
				if step != nil {
					s.now = s.now.Add(time.Second)
					step(s)
				}
			}
			faults, findings, list := s.said("org-1")
			told := len(faults) == 1 && len(findings) == 1 && c.want != "" && strings.HasPrefix(faults[0], c.want) &&
				strings.HasPrefix(findings[0], c.want) && strings.HasPrefix(list, c.want)
			if (c.want != "") != told || c.want == "" && len(faults)+len(findings) > 0 {
				t.Errorf("verify says %q, check %q, the list %q", faults, findings, list)
			}
			_, err := s.desk.Settle(ctx, "x", "org-1", "we have called them")
			if (err == nil) != (c.want != "") || err != nil && !errors.Is(err, coalition.ErrState) {
				t.Errorf("settling it: %v", err)
			}
			if faults, findings, list = s.said("org-1"); len(faults)+len(findings) > 0 || c.want != "" && strings.Contains(list, "signed off") {
				t.Errorf("when it is settled verify says %q, check %q, the list %q", faults, findings, list)
			}
			if c.after != nil {
				s.now = s.now.Add(time.Minute)
				c.after(s) // they say it once more: that is another matter
				if faults, _, _ = s.said("org-1"); len(faults) != 1 {
					t.Errorf("said again, verify says %q", faults)
				}
			}
		})
	}
}

func TestAtTheInstantEachQuotedPartnerIsToldOnceThatItIsOut(t *testing.T) {
	ctx := context.Background()
	s, _, id := signed(t, 3)
	s.ledger.WentOut = s.desk.WentOut
	s.withdraw("org-0")
	s.takeOut()
	s.must(s.sign("org-1", "Other words, too late."))
	for range 3 { // the gate is asked again and again
		if v := s.gate(id, instant); v != embargo.Open {
			t.Fatal(v)
		}
	}
	if got := s.jobs("quoted-out"); got != 1 {
		t.Fatalf("%d jobs tell them", got)
	}
	s.must(s.desk.TellQuoted(ctx, "x"))
	s.must(s.desk.TellQuoted(ctx, "x"))
	letters := s.letters(coalition.LetterOut)
	if len(letters) != 2 {
		t.Fatalf("%d letters: %v", len(letters), letters)
	}
	unread := coalition.New(s.ledger, s.w, func() time.Time { return s.now }, "") // nobody can read it on a page: the text is in the mail
	for person, want := range map[string][]string{
		"Ana 1 <ana@org1.example>": {"These are the words number 1,” said Ana Pier1", "Words that were signed off later are not printed."},
		"Ana 2 <ana@org2.example>": {"These are the words number 2,” said Ana Pier2"},
	} {
		n, err := unread.Letter(ctx, letters[person])
		s.must(err)
		for _, w := range append(want, "It is out, with the quote of ", "went out on Sunday, July 26, 2026, 9:00 a.m. EDT", "Desk, desk@harbor.example", "FOR IMMEDIATE RELEASE") {
			if !strings.Contains(n.Subject+n.Text, w) {
				t.Errorf("%s is not told %q:\n%s", person, w, n.Text)
			}
		}
	}
	n, err := s.desk.Letter(ctx, letters["Ana 2 <ana@org2.example>"])
	s.must(err)
	if !strings.Contains(n.Text, "https://press.harbor.example/x\n") || strings.Contains(n.Text, "FOR IMMEDIATE RELEASE") {
		t.Errorf("with a page for everybody:\n%s", n.Text)
	}
}
