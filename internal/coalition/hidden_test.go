package coalition_test

import (
	"context"
	"strings"
	"testing"

	"pressroom/internal/coalition"
	"pressroom/internal/ledger"
)

// What is not public is not named in mail to the press office either, unless the settings
// say so: a number stands for it, and its words are not quoted.
func TestTheLeadIsToldOfWhatIsNotPublicByItsNumber(t *testing.T) {
	s, _, _ := signed(t, 5)
	s.w.Settings.Notify.Headlines = false
	name := "releases/x.md"
	data, err := s.w.ReadAsset("x.md")
	s.must(err)
	s.must(s.w.Write(name, []byte(strings.Replace(string(data), "Body of the release.", "Body of the release, by Org 3.", 1))))
	s.send(true)
	s.withdraw("org-3")
	key, err := s.ledger.Key(context.Background())
	s.must(err)
	number := ledger.Number(key, "x")
	lead := s.mail("lead@harbor.example")
	for _, want := range []string{"WITHDRAWN: the quote of Org 3 – release " + number + ", Sunday 26 July 2026, 09:00 EDT", "line ", number + " goes out at its instant"} {
		if !strings.Contains(lead, want) {
			t.Errorf("%q is missing in\n%s", want, lead)
		}
	}
	for _, no := range []string{"Harbor water", "x.md", "words number", "our board", "Body of"} {
		if strings.Contains(lead, no) {
			t.Errorf("%q stands in\n%s", no, lead)
		}
	}
}

func TestWhatIsGatheredOfADraftNamesItByItsNumber(t *testing.T) {
	s := newStage(t, t, t.TempDir(), 2, "", "")
	s.w.Settings.Notify.Headlines = false
	s.must(s.sign("org-0", "These are the words number 0."))
	told, err := s.desk.Told(context.Background(), coalition.Gathered{Slug: "x", Span: s.now.Unix() / 600})
	s.must(err)
	if len(told) == 0 {
		t.Fatal("nothing is told")
	}
	for _, n := range told {
		if all := n.Subject + n.Text; strings.Contains(all, "Harbor water") || strings.Contains(all, "words number") || strings.Contains(all, "list x") ||
			!strings.Contains(all, "Org 0 has signed off") {
			t.Errorf("%s\n%s", n.Subject, n.Text)
		}
	}
}
