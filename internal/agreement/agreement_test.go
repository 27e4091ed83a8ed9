package agreement_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"pressroom/internal/agreement"
	"pressroom/internal/ledger"
	"pressroom/internal/mail"
)

// copyOf is how the subjects of advance copies begin.
const copyOf = "EMBARGO"

// Two hundred agree at once, some twice, some of them barred meanwhile: each who has
// agreed and is not barred gets one copy, and nobody else gets any.
func TestTwoHundredAgreeConcurrently(t *testing.T) {
	const everybody = 200
	var rows []string
	address := func(i int) string { return fmt.Sprintf("j%03d@paper%d.example", i, i%7) }
	for i := range everybody {
		rows = append(rows, address(i)+",,")
	}
	o := open(t, "", append(rows, "said-no@paper.example,,no", "yes@paper.example,,yes")...)
	o.send("ferry-fares", false)
	o.work()
	if c := o.status("ferry-fares/advance-1"); c.Asked != everybody || c.Sent != 1 {
		t.Fatalf("before anybody has answered: %+v", c)
	}
	tokens := o.tokens("ferry-fares")
	if len(tokens) != everybody {
		t.Fatalf("%d were asked", len(tokens))
	}
	ctx := context.Background()
	var all sync.WaitGroup
	for i := range everybody {
		token := tokens[address(i)]
		switch {
		case i%10 == 9: // says nothing
		case i%10 == 8:
			all.Go(func() {
				if _, err := o.Agreements.Decline(ctx, token, agreement.Sender{}); err != nil {
					t.Error(err)
				}
			})
		default:
			for range 1 + i%2 {
				all.Go(func() { o.agree(token, i%3 == 0) })
			}
		}
		if i%10 == 7 {
			all.Go(func() {
				_, err := o.Ledger.Bar(ctx, ledger.Bar{Subject: address(i), Reason: "broke an embargo", Until: time.Now().Add(time.Hour)})
				if err != nil {
					t.Error(err)
				}
			})
		}
	}
	all.Wait()
	o.work()
	got := o.mailed(copyOf)
	for i := range everybody {
		want := 1
		if i%10 >= 7 {
			want = 0
		}
		if n := got[address(i)]; n != want {
			t.Errorf("%s got %d copies, want %d", address(i), n, want)
		}
	}
	if got["said-no@paper.example"] != 0 || got["yes@paper.example"] != 1 {
		t.Errorf("who is not asked: %d and %d copies", got["said-no@paper.example"], got["yes@paper.example"])
	}
	o.exportHolds(everybody * 7 / 10)
}

// exportHolds checks the export, and that what is changed in it is found.
func (o *office) exportHolds(least int) {
	o.Helper()
	e, err := o.Agreements.Export(context.Background(), "")
	if err != nil {
		o.Fatal(err)
	}
	data, err := json.Marshal(e)
	if err != nil {
		o.Fatal(err)
	}
	found, err := agreement.CheckExport(data)
	if err != nil || found.Agreements < least {
		o.Errorf("%+v, %v", found, err)
	}
	for what, change := range map[string]func(e *agreement.Export){
		"another address":  func(e *agreement.Export) { e.Agreements[3].Person.Address = "x@y.example" },
		"another answer":   func(e *agreement.Export) { e.Agreements[3].Answer = "agreed " },
		"another time":     func(e *agreement.Export) { e.Agreements[3].At++ },
		"another release":  func(e *agreement.Export) { *e.Agreements[3].Release += "x" },
		"one taken out":    func(e *agreement.Export) { e.Agreements = append(e.Agreements[:3], e.Agreements[4:]...) },
		"the last missing": func(e *agreement.Export) { e.Agreements = e.Agreements[:len(e.Agreements)-1] },
		"other terms": func(e *agreement.Export) {
			for k := range e.Terms {
				e.Terms[k] += "."
			}
		},
	} {
		var other agreement.Export
		if err := json.Unmarshal(data, &other); err != nil {
			o.Fatal(err)
		}
		change(&other)
		changed, err := json.Marshal(other)
		if err != nil {
			o.Fatal(err)
		}
		if _, err := agreement.CheckExport(changed); err == nil {
			o.Errorf("%s: not found", what)
		}
	}
}

func TestAgreeingIsRecordedAndSendsTheCopyOnce(t *testing.T) {
	o := open(t, "", "ana@a.example,es,", "ben@b.example,,")
	o.send("ferry-fares", false)
	o.work()
	token := o.tokens("ferry-fares")["ana@a.example"]
	v, err := o.Agreements.Visit(context.Background(), token)
	if err != nil || v.Stage != agreement.Asking || v.Language != "es" {
		t.Fatalf("%+v, %v", v, err)
	}
	if v := o.agree(token, false); v.Stage != agreement.HasSaid {
		t.Errorf("after the button: stage %d", v.Stage)
	}
	o.work()
	o.agree(token, true) // once more
	o.work()
	if got := o.mailed(copyOf); got["ana@a.example"] != 1 || got["ben@b.example"] != 0 {
		t.Errorf("copies: %v", got)
	}
	all, err := o.Agreements.All(context.Background(), "ferry-fares")
	if err != nil || len(all) != 1 {
		t.Fatalf("%d agreements, %v", len(all), err)
	}
	s := all[0]
	if s.Slug != "ferry-fares" || s.How != agreement.ByPage || s.Person.Remote != "192.0.2.7" || s.Person.Browser != "Test/1" ||
		s.Version != agreement.OurTerms || !s.Until.Equal(v.Until) {
		t.Errorf("recorded: %+v", s)
	}
	// A second release asks again: that was for the first alone.
	o.send("ferry-routes", false)
	if c := o.status("ferry-routes/advance-1"); c.Asked != 2 {
		t.Errorf("the next release asks %d", c.Asked)
	}
}

func TestAgreeingToAllHoldsForTheNext(t *testing.T) {
	o := open(t, "", "ana@a.example,,")
	o.send("ferry-fares", false)
	o.send("ferry-routes", false)
	o.work()
	if v := o.agree(o.tokens("ferry-fares")["ana@a.example"], true); !v.Standing {
		t.Error("the page does not say that it holds for later ones")
	}
	o.work()
	// What she had been asked about already goes to her, too.
	if got := o.mailed(copyOf); got["ana@a.example"] != 2 {
		t.Errorf("copies: %v", got)
	}
	p, err := o.Plan(context.Background(), "ferry-routes", nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range p.Mailings {
		if m.Asked() != 0 {
			t.Errorf("%s asks %d", m.Kind, m.Asked())
		}
	}
}

func TestDecliningCanBeTakenBack(t *testing.T) {
	o := open(t, "", "ana@a.example,,")
	o.send("ferry-fares", false)
	o.work()
	token := o.tokens("ferry-fares")["ana@a.example"]
	v, err := o.Agreements.Decline(context.Background(), token, agreement.Sender{})
	if err != nil || v.Stage != agreement.HasNot {
		t.Fatalf("%+v, %v", v, err)
	}
	if c := o.status("ferry-fares/advance-1"); c.Asked != 0 || c.Cancelled != 1 {
		t.Errorf("%+v", c)
	}
	if v := o.agree(token, false); v.Stage != agreement.HasSaid {
		t.Errorf("stage %d", v.Stage)
	}
	o.work()
	if got := o.mailed(copyOf); got["ana@a.example"] != 1 {
		t.Errorf("copies: %v", got)
	}
}

// What a notice says, and that it says nothing of the release.
func TestANoticeTellsNothingOfTheRelease(t *testing.T) {
	o := open(t, "", "ana@a.example,,")
	o.send("ferry-fares", false)
	data, err := o.Ledger.Artefact(context.Background(), "ferry-fares/notice-1", "mail/en.text")
	if err != nil {
		t.Fatal(err)
	}
	var template struct{ Segments [][]byte }
	if err := json.Unmarshal(data, &template); err != nil {
		t.Fatal(err)
	}
	text := string(template.Segments[0])
	for _, want := range []string{"Harbour Office", "transport", "+44 20 7946 0142", "GMT"} {
		if !strings.Contains(text, want) {
			t.Errorf("the notice lacks %q:\n%s", want, text)
		}
	}
	if strings.Contains(string(data), "fares") || strings.Contains(string(data), "ferry") {
		t.Errorf("the notice tells of the release:\n%s", data)
	}
}

// A release that was cancelled is offered to nobody any more, and one on hold waits.
func TestWhatIsCancelledIsOfferedToNobody(t *testing.T) {
	o := open(t, "", "ana@a.example,,", "ben@b.example,,")
	o.send("ferry-fares", false)
	o.work()
	ctx, tokens := context.Background(), o.tokens("ferry-fares")
	if _, err := o.Ledger.PutOnHold(ctx, "ferry-fares", "checking"); err != nil {
		t.Fatal(err)
	}
	o.agree(tokens["ana@a.example"], false)
	o.work()
	if got := o.mailed(copyOf); len(got) != 0 {
		t.Errorf("copies while it is on hold: %v", got)
	}
	d, err := o.Ledger.Dispatch(ctx, "ferry-fares/advance-1")
	if err != nil || !d.HeldUp() {
		t.Errorf("the advance mailing is %s (%s), %v", d.State, d.Reason, err)
	}
	for _, id := range []string{"ferry-fares/release-1", "ferry-fares/advance-1"} {
		if err := o.Ledger.Cancel(ctx, id, "cancelled by hand"); err != nil {
			t.Fatal(err)
		}
	}
	if v := o.agree(tokens["ben@b.example"], false); v.Stage != agreement.Closed {
		t.Errorf("stage %d", v.Stage)
	}
	all, err := o.Agreements.All(ctx, "")
	if err != nil || len(all) != 1 {
		t.Errorf("%d answers, %v", len(all), err)
	}
	o.work()
	if got := o.mailed(copyOf); len(got) != 0 {
		t.Errorf("copies: %v", got)
	}
}

// Where the release alone was cancelled, and its advance mailing was done before.
func TestACancelledReleaseTakesItsOffersBack(t *testing.T) {
	o := open(t, "", "ana@a.example,,")
	o.send("ferry-fares", false)
	o.work()
	if err := o.Ledger.Cancel(context.Background(), "ferry-fares/release-1", "cancelled by hand"); err != nil {
		t.Fatal(err)
	}
	if v := o.agree(o.tokens("ferry-fares")["ana@a.example"], true); v.Stage != agreement.Closed {
		t.Errorf("stage %d", v.Stage)
	}
}

// A rehearsal asks for the links that are closed, without being told which they are.
func TestLinksThatAreClosedAreFound(t *testing.T) {
	o := open(t, "", "ana@a.example,,", "ben@b.example,,")
	ctx := context.Background()
	o.send("ferry-fares", false)
	o.work()
	tokens := o.tokens("ferry-fares")
	if got, err := o.Agreements.ClosedLinks(ctx, "ferry-fares"); err != nil || len(got) != 0 {
		t.Fatalf("before anybody is taken off: %v, %v", got, err)
	}
	if err := o.Agreements.Close(ctx, "ferry-fares", "ben@b.example"); err != nil {
		t.Fatal(err)
	}
	got, err := o.Agreements.ClosedLinks(ctx, "ferry-fares")
	// That of the notice, and that of the copy which waited for an answer.
	if err != nil || len(got) != 2 || got[0] != tokens["ben@b.example"] && got[1] != tokens["ben@b.example"] {
		t.Errorf("%v, %v", got, err)
	}
}

// Every link is closed in the list that is closed when it is opened, whatever has become of
// whom it belongs to.
func TestTheListOfClosedLinksIsWhatOpensNothing(t *testing.T) {
	o := open(t, "", "ana@a.example,,", "ben@b.example,,", "cy@c.example,,yes", "dan@d.example,,yes", "eva@e.example,,", "fay@f.example,,yes")
	ctx := context.Background()
	o.send("ferry-fares", false)
	o.work()
	tokens := o.tokens("ferry-fares")
	closed := func() map[string]bool {
		list, err := o.Agreements.ClosedLinks(ctx, "ferry-fares")
		if err != nil {
			t.Fatal(err)
		}
		out := make(map[string]bool)
		for _, token := range list {
			out[token] = true
		}
		return out
	}
	agree := func() {
		t.Helper()
		list := closed()
		all, err := o.Ledger.Linked(ctx, "ferry-fares")
		if err != nil || len(all) != 9 { // three notices, six copies
			t.Fatalf("%d links, %v", len(all), err)
		}
		key, err := o.Ledger.Key(ctx)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range all {
			token := mail.Token(key, mail.ForAdvance, l.Delivery)
			v, err := o.Agreements.Visit(ctx, token)
			if open := err == nil && v.Stage != agreement.Closed; open == list[token] {
				t.Errorf("the link of %s to %s: open %v, listed as closed %v (%v)", l.Kind, l.Key, open, list[token], err)
			}
		}
	}
	agree()
	if len(closed()) != 0 {
		t.Errorf("%d are closed at the beginning", len(closed()))
	}
	o.agree(tokens["ana@a.example"], false)
	if _, err := o.Agreements.Decline(ctx, tokens["ben@b.example"], agreement.Sender{}); err != nil {
		t.Fatal(err)
	}
	if _, err := o.Ledger.Bar(ctx, ledger.Bar{Subject: "@c.example", Reason: "r", Until: time.Now().Add(time.Hour)}); err != nil {
		t.Fatal(err)
	}
	if err := o.Ledger.Suppress(ctx, "dan@d.example", ledger.Unsubscribed, ""); err != nil {
		t.Fatal(err)
	}
	if _, err := o.People.Erase(ctx, "eva@e.example"); err != nil {
		t.Fatal(err)
	}
	agree()
	if n := len(closed()); n != 4 { // cy's, dan's, and two of eva's
		t.Errorf("%d are closed", n)
	}
	if err := o.Ledger.Cancel(ctx, "ferry-fares/release-1", "cancelled by hand"); err != nil {
		t.Fatal(err)
	}
	agree()
	if n := len(closed()); n != 9 {
		t.Errorf("%d are closed once it was cancelled", n)
	}
}

// Who is taken off is told so by a notice of its own, which has no terms and no link.
func TestLinksThatAreClosedAreFoundOnceSomebodyWasTakenOff(t *testing.T) {
	o := open(t, "", "ana@a.example,,", "cy@c.example,,yes")
	ctx := context.Background()
	o.send("ferry-fares", false)
	o.work()
	if _, err := o.Embargo.TakeOff(ctx, "ferry-fares", "cy@c.example"); err != nil {
		t.Fatal(err)
	}
	o.work()
	if got, err := o.Agreements.ClosedLinks(ctx, "ferry-fares"); err != nil || len(got) != 1 {
		t.Errorf("%v, %v", got, err)
	}
}
