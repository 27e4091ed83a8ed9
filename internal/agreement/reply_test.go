package agreement_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/agreement"
	"pressroom/internal/bounce"
	"pressroom/internal/mail"
	"pressroom/internal/people"
)

// answer is what somebody writes back to the notice that they were mailed.
func (o *office) answer(from, text string) *people.Taken {
	o.Helper()
	key, err := o.Ledger.Key(context.Background())
	if err != nil {
		o.Fatal(err)
	}
	id := mail.MessageID(key, "ferry-fares/notice-1", from, "press@harbour.example")
	t, err := o.People.Take(context.Background(), fmt.Appendf(nil, "From: %s\r\nTo: press@harbour.example\r\nSubject: Re: your offer\r\n"+
		"In-Reply-To: <%s>\r\n\r\n%s\r\n", from, id, text))
	if err != nil {
		o.Fatal(err)
	}
	return t
}

// An answer to the notice is shown, and whether it is a yes is for the lead to say.
func TestAnAnswerToTheNoticeIsShownAndConfirmed(t *testing.T) {
	o := open(t, "", "ana@a.example,,", "ben@b.example,,", "cleo@c.example,,")
	o.send("ferry-fares", false)
	o.work()
	ctx := context.Background()
	taken := o.answer("ana@a.example", "Hi Dana,\r\n\r\nAgreed, thanks!\r\n\r\nBest,\r\nAna\r\n\r\n> The terms: nothing of it")
	if taken.Report.Kind != bounce.Answer || !taken.Review || !strings.HasPrefix(taken.Report.Detail, "Agreed, thanks!") {
		t.Fatalf("%+v", taken)
	}
	if taken := o.answer("ben@b.example", "unsubscribe"); taken.Report.Kind != bounce.Unsubscribe {
		t.Errorf("who wants to leave: %+v", taken)
	}
	list, err := o.People.Replies(ctx, false)
	if err != nil || len(list) != 1 || !strings.Contains(strings.Join(list[0].Lines(), "\n"), "pressroom replies agree") {
		t.Fatalf("%+v, %v", list, err)
	}
	if got := o.mailed(copyOf); len(got) != 0 {
		t.Errorf("copies before anybody has confirmed: %v", got)
	}
	given, copies, err := o.People.Agrees(ctx, list[0].ID)
	if err != nil || copies != 1 || given.Slug != "ferry-fares" {
		t.Fatalf("%+v, %d, %v", given, copies, err)
	}
	o.work()
	if got := o.mailed(copyOf); got["ana@a.example"] != 1 || len(got) != 1 {
		t.Errorf("copies: %v", got)
	}
	all, err := o.Agreements.All(ctx, "ferry-fares")
	if err != nil || len(all) != 1 || all[0].How != agreement.ByReply || !strings.HasPrefix(all[0].Person.Note, "mail of ") {
		t.Errorf("%+v, %v", all, err)
	}
	if list, err := o.People.Replies(ctx, false); err != nil || len(list) != 0 {
		t.Errorf("it still waits: %+v, %v", list, err)
	}
	if _, _, err := o.People.Agrees(ctx, 99); !errors.Is(err, people.ErrUnknown) {
		t.Errorf("no such reply: %v", err)
	}
}

// With agreement = "release" everybody but no is asked each time, and all is not offered.
func TestEachReleaseIsAskedAboutWhereTheSettingsSaySo(t *testing.T) {
	o := open(t, "[embargo]\nagreement = \"release\"\n", "yes@a.example,,yes", "blank@b.example,,", "no@c.example,,no")
	o.send("ferry-fares", false)
	o.work()
	if c := o.status("ferry-fares/advance-1"); c.Asked != 2 || c.Total != 2 {
		t.Errorf("%+v", c)
	}
	v := o.agree(o.tokens("ferry-fares")["yes@a.example"], true)
	if v.All || v.Stage != agreement.HasSaid {
		t.Errorf("%+v", v)
	}
	o.work()
	all, err := o.Agreements.All(context.Background(), "")
	if err != nil || len(all) != 1 || all[0].Slug != "ferry-fares" {
		t.Errorf("recorded: %+v, %v", all, err)
	}
	if got := o.mailed(copyOf); got["yes@a.example"] != 1 || len(got) != 1 {
		t.Errorf("copies: %v", got)
	}
}

// The workspace's own terms stand in the notice and in the record, by language.
func TestOwnTermsAreWhatIsAgreedTo(t *testing.T) {
	o := open(t, "[embargo]\n[embargo.terms]\nen = \"Hold it.\"\nes = \"Espere.\"\n", "ana@a.example,es,", "ben@b.example,de,")
	o.send("ferry-fares", false)
	o.work()
	tokens := o.tokens("ferry-fares")
	if v := o.agree(tokens["ana@a.example"], false); v.Terms.Text != "Espere." || v.Terms.Version != agreement.OwnTerms {
		t.Errorf("%+v", v.Terms)
	}
	if v := o.agree(tokens["ben@b.example"], false); v.Terms.Version != agreement.OurTerms {
		t.Errorf("a language without own terms: %+v", v.Terms)
	}
	e, err := o.Agreements.Export(context.Background(), "ferry-fares")
	if err != nil || e.Terms[e.Agreements[0].Terms] != "Espere." {
		t.Errorf("%+v, %v", e, err)
	}
}
