package coalition_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pressroom/internal/coalition"
	"pressroom/internal/dispatch"
	"pressroom/internal/draft"
	"pressroom/internal/embargo"
	"pressroom/internal/workspace"
)

// out is a release with the signed quotes of some partners that has gone out.
func out(t *testing.T, orgs int) *stage {
	t.Helper()
	s, _, id := signed(t, orgs)
	s.ledger.Amended = s.desk.WasAmended
	if v := s.gate(id, instant); v != embargo.Open {
		t.Fatal(v)
	}
	s.now = instant.Add(time.Hour)
	return s
}

// amendment plans to put the release right, from its file.
func (s *stage) amendment() (*dispatch.Amendment, error) {
	s.t.Helper()
	ctx := context.Background()
	known, err := s.desk.Known(ctx, "x")
	s.must(err)
	text, err := draft.New(s.w).Read("x")
	s.must(err)
	return dispatch.PrepareAmendment(ctx, s.w, s.ledger, text, dispatch.Wish{Correction: true}, nil, known, s.now)
}

// corrected puts it right.
func (s *stage) corrected(sentence string) {
	s.t.Helper()
	a, err := s.amendment()
	s.must(err)
	s.must(a.Say(map[string]string{"": sentence}))
	_, err = a.Schedule(context.Background())
	s.must(err)
	s.now = s.now.Add(time.Minute)
}

// edit changes the release's file.
func (s *stage) edit(old, text string) {
	s.t.Helper()
	name := filepath.Join(s.w.Dir, "releases/x.md")
	data, err := os.ReadFile(name)
	s.must(err)
	if !strings.Contains(string(data), old) {
		s.t.Fatalf("the release does not say %q:\n%s", old, data)
	}
	s.write("releases/x.md", strings.Replace(string(data), old, text, 1))
}

func TestAPartnerSignsOtherWordsByTheirOwnLinkAfterItWentOut(t *testing.T) {
	ctx := context.Background()
	s := out(t, 2)
	if err := s.sign("org-1", "Words that nobody asked for."); !errors.Is(err, coalition.ErrSent) {
		t.Errorf("words of their own are taken: %v", err)
	}
	if _, err := s.desk.Sign(ctx, s.links["org-1"], 0, s.visit("org-1").Digest(s.visit("org-1").Words())); !errors.Is(err, coalition.ErrSent) {
		t.Errorf("what nobody proposes is signed: %v", err)
	}
	_, err := s.desk.ProposeText(ctx, "x", "org-1", "These are the words number 7.", "The number was wrong.")
	s.must(err)
	n, err := s.desk.Letter(ctx, s.letters(coalition.LetterProposed)["Ana 1 <ana@org1.example>"])
	s.must(err)
	if !strings.Contains(n.Text, "words number 7") || strings.Contains(n.Text, "Please answer by") {
		t.Errorf("who is asked again reads\n%s", n.Text)
	}
	v := s.visit("org-1")
	if !v.Reopened() || s.visit("org-0").Reopened() {
		t.Error("the page is open to whom nothing is proposed, or closed to whom it is")
	}
	if _, err := s.desk.Save(ctx, s.links["org-1"], 0, saying("org-1", "Others.")); !errors.Is(err, coalition.ErrSent) {
		t.Errorf("words of their own are taken in the place of what is proposed: %v", err)
	}
	_, err = s.desk.Sign(ctx, s.links["org-1"], 0, v.Digest(v.Words()))
	s.must(err)
	if was := english(s.visit("org-1").Was()); !strings.Contains(was, "with these words") || !strings.Contains(strings.Join(s.visit("org-1").Printed(), " "), "number 1") {
		t.Errorf("what was printed is not told as it was: %q %q", was, s.visit("org-1").Printed())
	}
	s.corrected("These are words number 7.")
	if got := strings.Join(s.visit("org-1").Printed(), " "); !strings.Contains(got, "number 7") {
		t.Errorf("what is printed now is %q", got)
	}
	if open, err := s.desk.Unsettled(ctx, "x"); err != nil || len(open) > 0 {
		t.Errorf("still to be settled: %v, %v", open, err)
	}
}

func TestOtherWordsThatNobodySignedAreNoCorrection(t *testing.T) {
	s := out(t, 2)
	s.edit("words number 1", "words number 7")
	if _, err := s.amendment(); err == nil || !strings.Contains(err.Error(), "org-1 of Org 1 are not those that") || strings.Contains(err.Error(), "org-0") {
		t.Errorf("words that nobody signed: %v", err)
	}
	_, err := s.desk.ProposeText(context.Background(), "x", "org-1", "These are the words number 7.", "")
	s.must(err)
	v := s.visit("org-1")
	_, err = s.desk.Sign(context.Background(), s.links["org-1"], 0, v.Digest(v.Words()))
	s.must(err)
	s.corrected("Words number 7.")
}

func TestEachPartnerIsToldWhatWasSaidOfARelease(t *testing.T) {
	ctx := context.Background()
	s := out(t, 2)
	settings, err := os.ReadFile(filepath.Join(s.w.Dir, "pressroom.toml"))
	s.must(err)
	s.write("pressroom.toml", string(settings)+"[[org]]\nid = \"quay\"\nname = \"Quay Trust\"\ncontact = \"Bo <bo@quay.example>\"\n"+
		"[[org]]\nid = \"far\"\nname = \"Far Away\"\ncontact = \"Cy <cy@far.example>\"\n")
	s.w, err = workspace.Open(s.w.Dir)
	s.must(err)
	s.desk = coalition.New(s.ledger, s.w, func() time.Time { return s.now }, "https://press.harbor.example")
	s.ledger.Amended = s.desk.WasAmended
	s.edit("to         = [", "signatories = [\"Quay Trust\"]\nto         = [")
	s.edit("Body of the release", "Body of the whole release")
	s.corrected("The whole release.")
	if got := s.jobs("partners-amended"); got != 1 {
		t.Fatalf("%d jobs tell them", got)
	}
	s.must(s.desk.TellPartners(ctx, "x", 1))
	s.must(s.desk.TellPartners(ctx, "x", 1))
	letters := s.letters(coalition.LetterAmended)
	if len(letters) != 2 {
		t.Fatalf("%d letters: %v", len(letters), letters)
	}
	n, err := s.desk.Letter(ctx, letters["Ana 0 <ana@org0.example>"])
	s.must(err)
	for _, want := range []string{
		"CORRECTION: Harbor water is not safe", "The whole release.", "https://press.harbor.example/x\n", "Corrected: Sunday, July 26, 2026, 10:00",
		"words number 0", "edition of your own", coalition.Path,
	} {
		if !strings.Contains(n.Subject+"\n"+n.Text, want) {
			t.Errorf("a partner is not told %q:\n%s\n%s", want, n.Subject, n.Text)
		}
	}
	signatory := s.mail("bo@quay.example")
	for _, want := range []string{"CORRECTION: Harbor water is not safe", "The whole release.", "https://press.harbor.example/x"} {
		if !strings.Contains(signatory, want) {
			t.Errorf("a signatory is not told %q:\n%s", want, signatory)
		}
	}
	if far := s.mail("cy@far.example"); far != "" {
		t.Errorf("who has no part in it is told\n%s", far)
	}

	s.sql(`DELETE FROM river_job WHERE kind = 'letter'`)
	w, err := dispatch.PrepareWithdrawal(ctx, s.w, s.ledger, "x", "", map[string]string{"": "None of it holds."}, nil, s.now)
	s.must(err)
	_, err = w.Schedule(ctx)
	s.must(err)
	s.must(s.desk.TellPartners(ctx, "x", 2))
	if letters = s.letters(coalition.LetterAmended); len(letters) != 2 {
		t.Fatalf("%d letters tell of the withdrawal", len(letters))
	}
	for person, l := range letters {
		n, err := s.desk.Letter(ctx, l)
		s.must(err)
		if !strings.Contains(n.Subject, "WITHDRAWN – please do not use") || !strings.Contains(n.Text, "None of it holds.") || strings.Contains(n.Text, "words number") {
			t.Errorf("%s is told\n%s\n%s", person, n.Subject, n.Text)
		}
	}
	v := s.visit("org-0")
	if files, err := s.desk.Editions(ctx, v); err != nil || len(files) > 0 {
		t.Errorf("what was withdrawn can still be had: %v, %v", files, err)
	}
	if _, err := s.desk.Edition(ctx, v, "x.txt"); !errors.Is(err, coalition.ErrUnknown) {
		t.Errorf("an edition of what was withdrawn: %v", err)
	}
}

func TestAQuoteThatIsTakenBackAfterACorrectionIsToldAndSettledByTheNext(t *testing.T) {
	ctx := context.Background()
	s := out(t, 2)
	s.edit("Body of the release", "Body of the whole release")
	s.corrected("The whole release.")
	s.withdraw("org-1")
	if lead := s.mail("lead@harbor.example"); !strings.Contains(lead, "TO CORRECT: Org 1 withdraws its quote after release") {
		t.Errorf("the lead is told\n%s", lead)
	}
	open, err := s.desk.Unsettled(ctx, "x")
	if err != nil || len(open) != 1 || !strings.Contains(open[0].What, "x/release-2 went out with the quote org-1") {
		t.Fatalf("to be settled: %v, %v", open, err)
	}
	s.edit("Body of the whole", "The body of the whole")
	a, err := s.amendment()
	s.must(err)
	if found := a.Findings.Error(); !strings.Contains(found, "which ana@org1.example took back") {
		t.Errorf("what is planned says nothing of it: %s", found)
	}
	data, err := os.ReadFile(filepath.Join(s.w.Dir, "releases/x.md"))
	s.must(err)
	front, body, _ := strings.Cut(strings.TrimPrefix(string(data), "+++\n"), "\n+++\n")
	tables := strings.Split(front, "[[quote]]")
	s.write("releases/x.md", "+++\n"+strings.Join(slices.DeleteFunc(tables, func(t string) bool { return strings.Contains(t, "org-1") }), "[[quote]]")+
		"\n+++\n"+body)
	s.corrected("Org 1 is not quoted any more.")
	if open, err := s.desk.Unsettled(ctx, "x"); err != nil || len(open) > 0 {
		t.Errorf("still to be settled: %v, %v", open, err)
	}
	if was := english(s.visit("org-1").Was()); !strings.Contains(was, "without a quote of Org 1") {
		t.Errorf("afterwards the page says %q", was)
	}
}
