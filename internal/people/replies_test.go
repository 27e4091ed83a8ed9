package people

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/prometheus/client_golang/prometheus"

	"pressroom/internal/bounce"
	"pressroom/internal/contacts"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/mail"
)

// notification is a delivery status notification about a delivery of ours.
func notification(token, status, diagnostic string) []byte {
	return []byte(strings.ReplaceAll(fmt.Sprintf(`From: MAILER-DAEMON@relay.example
To: bounces+%s@x.example
Subject: Undelivered
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="B"

--B
Content-Type: message/delivery-status

Final-Recipient: rfc822; ana@paper.example
Action: failed
Status: %s
Diagnostic-Code: smtp; %s

--B--
`, token, status, diagnostic), "\n", "\r\n"))
}

func answer(headers, body string) []byte {
	return []byte(strings.ReplaceAll("From: Ana <ana@paper.example>\nTo: p@x.example\n"+headers+"\n\n"+body+"\n", "\n", "\r\n"))
}

func (r *room) take(raw []byte) *Taken {
	r.t.Helper()
	t, err := r.Take(context.Background(), raw)
	if err != nil {
		r.t.Fatal(err)
	}
	return t
}

// again mails the same journalist in another dispatch, and returns its delivery.
func (r *room) again() int64 {
	r.t.Helper()
	r.plan(embargo.Release, ledger.Recipient{Key: "ana@paper.example", Address: "ana@paper.example", Language: "en"})
	return r.latest()
}

func TestABounceWithOurTokenSuppresses(t *testing.T) {
	r := newRoom(t, embargo.Release)
	raw := notification(r.token(mail.ForDelivery), "5.1.1", "550 5.1.1 no such user")
	if got := r.take(raw); got.Suppressed != ledger.Bounced || got.Key != "ana@paper.example" || r.suppressed() != ledger.Bounced {
		t.Errorf("%+v", got)
	}
	if got := r.take(raw); !got.Known {
		t.Errorf("the same message counts twice: %+v", got)
	}
	all, err := r.RepliesTo(context.Background(), "ana@paper.example")
	if err != nil || len(all) != 1 || all[0].Dispatch != "x/release-1" || all[0].Code != "550 5.1.1" {
		t.Errorf("%+v, %v", all, err)
	}
}

func TestNobodyIsWrittenOffByAForgedBounce(t *testing.T) {
	r := newRoom(t, embargo.Release)
	for _, token := range []string{"", "zz-abcdefghijklmnopqrstuvwxyz234567", mail.Token([]byte("other"), mail.ForDelivery, r.id), r.token(mail.ForLeaving)} {
		if got := r.take(notification(token, "5.1.1", "550 5.1.1 no such user "+token)); got.Suppressed != "" || !got.Review {
			t.Errorf("%q: %+v", token, got)
		}
	}
	if r.suppressed() != "" {
		t.Error(r.suppressed())
	}
}

func TestOnlyTheAddressItselfSuppresses(t *testing.T) {
	r := newRoom(t, embargo.Release)
	for _, c := range [][2]string{{"5.7.1", "554 5.7.1 spam"}, {"5.2.2", "552 5.2.2 full"}, {"4.4.1", "timeout"}, {"5.3.4", "552 5.3.4 too large"}, {"5.0.0", "550 no such user"}, {"5.2.1", "550 5.2.1 off"}} {
		if got := r.take(notification(r.token(mail.ForDelivery), c[0], c[1])); got.Suppressed != "" {
			t.Errorf("%v: %+v", c, got)
		}
	}
	if r.suppressed() != "" {
		t.Error(r.suppressed())
	}
}

func TestASecondDispatchConfirms(t *testing.T) {
	for status, diagnostic := range map[string]string{"5.0.0": "550 no such user", "5.2.1": "550 5.2.1 mailbox switched off"} {
		r := newRoom(t, embargo.Release)
		r.take(notification(r.token(mail.ForDelivery), status, diagnostic))
		r.take(notification(r.token(mail.ForDelivery), status, diagnostic+" again")) // the same dispatch is no confirmation
		if r.suppressed() != "" {
			t.Errorf("%s: one dispatch was enough", status)
		}
		second := mail.Token(r.key, mail.ForDelivery, r.again())
		if got := r.take(notification(second, status, diagnostic)); got.Suppressed != ledger.Bounced {
			t.Errorf("%s: %+v", status, got)
		}
	}
}

func TestRepliesAreListedByMailingAndCountedByKind(t *testing.T) {
	r, ctx := newRoom(t, embargo.Release), context.Background()
	first := r.token(mail.ForDelivery)
	second := mail.Token(r.key, mail.ForDelivery, r.again())
	r.take(notification(first, "5.2.2", "552 5.2.2 full"))
	r.take(notification(second, "5.2.2", "552 5.2.2 full still"))
	r.take(notification(second, "5.3.4", "552 5.3.4 too large"))
	for dispatch, want := range map[string][]string{"x/release-1": {"full"}, "x/release-2": {"full still", "too large"}, "y/release-1": nil} {
		list, err := r.RepliesIn(ctx, dispatch)
		if err != nil || len(list) != len(want) {
			t.Errorf("%s: %+v, %v", dispatch, list, err)
			continue
		}
		for i, w := range want {
			if !strings.HasSuffix(list[i].Detail, w) || list[i].Dispatch != dispatch {
				t.Errorf("%s: %+v", dispatch, list[i])
			}
		}
	}
	registry := prometheus.NewRegistry()
	registry.MustRegister(NewCollector(r.Desk))
	found, err := registry.Gather()
	if err != nil || len(found) != 1 {
		t.Fatalf("%v, %v", found, err)
	}
	counts := make(map[string]float64)
	for _, m := range found[0].GetMetric() {
		counts[m.GetLabel()[0].GetValue()] = m.GetGauge().GetValue()
	}
	if len(counts) != 2 || counts[string(bounce.Soft)] != 2 || counts[string(bounce.Refused)] != 1 {
		t.Errorf("%s counts %v", found[0].GetName(), counts)
	}
}

func TestSoftBouncesAreCounted(t *testing.T) {
	r := newRoom(t, embargo.Release)
	review := []bool{}
	token := r.token(mail.ForDelivery)
	for range 3 {
		review = append(review, r.take(notification(token, "5.2.2", "552 5.2.2 full")).Review)
		token = mail.Token(r.key, mail.ForDelivery, r.again())
	}
	if fmt.Sprint(review) != "[false false true]" || r.suppressed() != "" {
		t.Errorf("%v, %s", review, r.suppressed())
	}
}

func TestAnswersOfPeopleAndPrograms(t *testing.T) {
	r := newRoom(t, embargo.Release)
	id := mail.MessageID(r.key, "x/release-1", "ana@paper.example", "p@x.example")
	inReply := "In-Reply-To: <" + id + ">\n"
	for _, c := range []struct {
		name, headers, body string
		kind                bounce.Kind
		review              bool
		suppressed          string
	}{
		{"away", "Auto-Submitted: auto-replied\nSubject: Automatic reply\n", "I am out of the office until Monday.", bounce.Away, false, ""},
		{"left", "Auto-Submitted: auto-replied\nSubject: Automatic reply\n", "Ana no longer works at the Paper. Write to bo@paper.example.", bounce.Left, true, ""},
		{"a person", "Subject: Re: H\n", "Call me.", bounce.Human, false, ""},
		{"unsubscribe, and nothing shows who it is", "Subject: unsubscribe\n", "please", bounce.Unsubscribe, true, ""},
		{"unsubscribe, in answer to our mail", "Subject: unsubscribe\n" + inReply, "please", bounce.Unsubscribe, false, ledger.Unsubscribed},
	} {
		got := r.take(answer(strings.TrimSuffix(c.headers, "\n"), c.body))
		if got.Report.Kind != c.kind || got.Review != c.review || got.Suppressed != c.suppressed || r.suppressed() != c.suppressed {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
	open, err := r.Replies(context.Background(), false)
	if err != nil || len(open) != 2 || open[0].Kind != bounce.Left || open[0].Replacement != "bo@paper.example" || !strings.Contains(open[0].Detail, "no longer works") {
		t.Fatalf("%+v, %v", open, err)
	}
	if found, err := r.Dismiss(context.Background(), open[1].ID); err != nil || !found {
		t.Error(err)
	}
	if err := r.Replace(context.Background(), open[0].Key, open[0].Replacement); err != nil {
		t.Fatal(err)
	}
	if open, err = r.Replies(context.Background(), false); err != nil || len(open) != 0 {
		t.Errorf("%+v, %v", open, err)
	}
}

func TestComplaints(t *testing.T) {
	r := newRoom(t, embargo.Release)
	report := func(token string) []byte {
		return []byte(strings.ReplaceAll(`From: fbl@mail.example
Subject: complaint
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="B"

--B
Content-Type: message/feedback-report

Feedback-Type: abuse
Original-Rcpt-To: ana@paper.example

--B
Content-Type: message/rfc822

X-Pressroom-Delivery: `+token+`
Subject: H

--B--
`, "\n", "\r\n"))
	}
	if got := r.take(report("none")); got.Suppressed != "" || !got.Review {
		t.Errorf("%+v", got)
	}
	if got := r.take(report(r.token(mail.ForDelivery))); got.Suppressed != Complained || r.suppressed() != Complained {
		t.Errorf("%+v", got)
	}
}

// TestErasedPeopleAreNowhere looks through every table for what was erased.
func TestErasedPeopleAreNowhere(t *testing.T) {
	ctx := context.Background()
	r := newRoom(t, embargo.Release)
	r.take(notification(r.token(mail.ForDelivery), "5.2.2", "552 5.2.2 <ana@paper.example> full"))
	r.take(answer("Auto-Submitted: auto-replied\nSubject: x", "I have left the Paper."))
	secret := r.link()
	name := "Ana Ruiz"
	if _, err := r.Save(ctx, secret, contacts.Change{Name: &name}); err != nil {
		t.Fatal(err)
	}
	if err := r.Replace(ctx, "old@paper.example", "ana@paper.example"); err != nil {
		t.Fatal(err)
	}
	d, err := r.Export(ctx, "ana@paper.example", []contacts.File{{Name: "contacts/a.csv", Data: []byte("email,name\nana@paper.example,Ana\n")}})
	if err != nil || len(d.Lists) != 1 || len(d.Mailings) != 1 || len(d.Replies) != 2 || d.Changes == nil {
		t.Fatalf("%+v, %v", d, err)
	}
	if _, err := json.Marshal(d); err != nil {
		t.Error(err)
	}
	if n, err := r.Erase(ctx, "ana@paper.example"); err != nil || n != 1 {
		t.Fatalf("%d, %v", n, err)
	}
	for _, table := range []string{"delivery", "attempt", "suppression", "override", "link", "reply", "river_job", "dispatch", "setting"} {
		if text := strings.ToLower(r.dump(table)); strings.Contains(text, "ana@paper") || strings.Contains(text, "ana ruiz") {
			t.Errorf("%s still has them: %s", table, text)
		}
	}
	if d, err := r.Export(ctx, "ana@paper.example", nil); err != nil || !d.Empty() {
		t.Errorf("%+v, %v", d, err)
	}
	// Imported anew, they are not mailed.
	id := r.plan(embargo.Release, ledger.Recipient{Key: "ana@paper.example", Address: "ana@paper.example"}, ledger.Recipient{Key: "bo@paper.example", Address: "bo@paper.example"})
	if c, err := r.ledger.Counts(ctx, id); err != nil || c.Suppressed != 1 || c.Queued != 1 {
		t.Errorf("%+v, %v", c, err)
	}
	set, _, err := r.ledger.SuppressedSet(ctx)
	if err != nil || !set.Has("ana@paper.example") || set.Has("bo@paper.example") {
		t.Errorf("%v", err)
	}
	if _, err := r.ledger.Unsuppress(ctx, "ana@paper.example"); !errors.As(err, new(*ledger.TheirWordError)) {
		t.Errorf("the lead took it back: %v", err)
	}
	if _, err := r.Leave(ctx, r.token(mail.ForLeaving)); !errors.Is(err, ErrErased) {
		t.Errorf("an old link: %v", err)
	}
}

// dump is every value of a table.
func (r *room) dump(table string) string {
	r.t.Helper()
	rows, err := r.db.Reader().QueryContext(context.Background(), `SELECT * FROM `+table)
	if err != nil {
		r.t.Fatal(err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		r.t.Fatal(err)
	}
	var b strings.Builder
	for rows.Next() {
		values := make([]any, len(columns))
		for i := range values {
			values[i] = new(any)
		}
		if err := rows.Scan(values...); err != nil {
			r.t.Fatal(err)
		}
		for _, v := range values {
			switch x := (*v.(*any)).(type) {
			case []byte:
				b.Write(x)
			default:
				fmt.Fprint(&b, x)
			}
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// A replacement is taken back as if it had not been: what waits, and what is suppressed.
func TestAReplacementIsTakenBack(t *testing.T) {
	ctx := context.Background()
	nobody := func(string) bool { return false }
	r := newRoom(t, embargo.Release)
	r.take(answer("Auto-Submitted: auto-replied\nSubject: x", "I have left the Paper. Please write to eva@paper.example."))
	if _, err := r.TakeBack(ctx, "ana@paper.example", 1, nobody); !errors.Is(err, ErrNotReplaced) {
		t.Fatal(err)
	}
	waits := func() string {
		m, err := r.ledger.Mailed(ctx, r.id)
		if err != nil {
			t.Fatal(err)
		}
		return m.Key
	}
	for range 2 {
		if _, _, err := r.ReplaceNamed(ctx, 1, "eva@paper.example"); err != nil || waits() != "eva@paper.example" || r.suppressed() != ledger.ByHand {
			t.Fatalf("%v, waits for %s, suppressed %s", err, waits(), r.suppressed())
		}
		instead, err := r.TakeBack(ctx, "ana@paper.example", 1, nobody)
		if err != nil || instead != "eva@paper.example" || waits() != "ana@paper.example" || r.suppressed() != "" {
			t.Fatalf("%v, %s, waits for %s, suppressed %s", err, instead, waits(), r.suppressed())
		}
		open, err := r.Replies(ctx, false)
		if err != nil || len(open) != 1 {
			t.Fatalf("%+v, %v", open, err)
		}
		changes, err := r.Changes(ctx)
		if err != nil || changes["ana@paper.example"].Email != "" {
			t.Fatalf("%+v, %v", changes, err)
		}
	}
	// Why an address was suppressed before stays.
	if err := r.ledger.Suppress(ctx, "ana@paper.example", ledger.Unsubscribed, "x"); err != nil {
		t.Fatal(err)
	}
	if err := r.Replace(ctx, "ana@paper.example", "eva@paper.example"); err != nil {
		t.Fatal(err)
	}
	if _, err := r.TakeBack(ctx, "ana@paper.example", 0, nobody); err != nil || r.suppressed() != ledger.Unsubscribed {
		t.Errorf("%v, %s", err, r.suppressed())
	}
}

// Whoever had the new address before keeps what is theirs.
func TestTakingBackLeavesOthersTheirMail(t *testing.T) {
	ctx := context.Background()
	for name, listed := range map[string]bool{"by the ledger": false, "by a list": true} {
		r := newRoom(t, embargo.Release)
		bo := ledger.Recipient{Key: "bo@paper.example", Address: "bo@paper.example", Language: "en"}
		if !listed {
			r.plan(embargo.Release, bo)
		}
		if err := r.Replace(ctx, "ana@paper.example", bo.Address); err != nil {
			t.Fatal(err)
		}
		if listed {
			r.plan(embargo.Release, bo)
		}
		if _, err := r.TakeBack(ctx, "ana@paper.example", 0, func(string) bool { return listed }); err != nil {
			t.Fatal(err)
		}
		m, err := r.ledger.MailedLast(ctx, bo.Key)
		if err != nil || m.Dispatch == "" {
			t.Errorf("%s: %+v, %v", name, m, err)
		}
	}
}

func TestAReplyIsOpenedAgain(t *testing.T) {
	ctx := context.Background()
	r := newRoom(t, embargo.Release)
	if err := r.Reopen(ctx, 1); !errors.Is(err, ErrUnknown) {
		t.Error(err)
	}
	r.take(answer("Auto-Submitted: auto-replied\nSubject: x", "I have left the Paper."))
	if found, err := r.Dismiss(ctx, 1); err != nil || !found {
		t.Fatal(found, err)
	}
	if err := r.Reopen(ctx, 1); err != nil {
		t.Error(err)
	}
	if open, err := r.Replies(ctx, false); err != nil || len(open) != 1 {
		t.Errorf("%+v, %v", open, err)
	}
}
