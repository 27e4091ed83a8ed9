package notices

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/hush"
	"pressroom/internal/jobs"
	"pressroom/internal/ledger"
	"pressroom/internal/sandbox"
	"pressroom/internal/smtp"
	"pressroom/internal/testdb"
)

// TestTheLeadIsToldOnce runs a mailing through what can happen to it, with a mail
// server and a webhook that fails the first time.
func TestTheLeadIsToldOnce(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	dir := t.TempDir()
	db := testdb.Open(t, dir)
	now := time.Date(2026, 7, 26, 16, 0, 0, 0, time.UTC)
	l := ledger.New(db, func() time.Time { return now })
	key, err := l.Key(ctx)
	if err != nil {
		t.Fatal(err)
	}
	box := sandbox.Mailbox{Dir: dir + "/box"}
	server, err := sandbox.Listen(box.Dir)
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	var mu sync.Mutex
	var bodies []string
	calls := 0
	hook := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		calls++
		body, _ := io.ReadAll(r.Body)
		h := hmac.New(sha256.New, []byte(WebhookKey(key)))
		h.Write(body)
		if r.Header.Get(SignatureHeader) != "sha256="+hex.EncodeToString(h.Sum(nil)) {
			t.Errorf("signature %s", r.Header.Get(SignatureHeader))
		}
		if calls == 1 {
			http.Error(w, "not now", http.StatusServiceUnavailable)
			return
		}
		bodies = append(bodies, string(body))
	}))
	defer hook.Close()
	Lead{Email: []string{"lead@harbor.example"}, Webhook: hook.URL}.Watch(l)
	sender := &Sender{Dialer: &smtp.Dialer{Address: server.Address}, From: "Press <press@harbor.example>", Key: key, Now: time.Now}
	var done sync.WaitGroup
	done.Go(func() {
		if err := jobs.Run(ctx, db, sender.Jobs(), slog.New(slog.DiscardHandler)); err != nil {
			t.Error(err)
		}
	})
	mailOut(t, l, now)
	end := time.Now().Add(5 * time.Minute) // a slow machine has the time it needs
	for time.Now().Before(end) {
		mu.Lock()
		n := len(bodies)
		mu.Unlock()
		if n == 2 && box.Count() == 2 {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	stop()
	done.Wait()
	mu.Lock()
	defer mu.Unlock()
	events := map[string]int{}
	for _, b := range bodies {
		var v struct {
			Event string
			Sent  int
			Total int
		}
		if err := json.Unmarshal([]byte(b), &v); err != nil {
			t.Fatal(err)
		}
		events[v.Event]++
	}
	if fmt.Sprint(events) != "map[finished:1 first-round:1]" || calls != 3 {
		t.Errorf("%v in %d calls", events, calls)
	}
	list, err := box.List(0)
	if err != nil || len(list) != 2 {
		t.Fatalf("%d mails, %v", len(list), err)
	}
	text := ""
	for _, m := range list {
		raw, err := box.Raw(m.ID)
		if err != nil {
			t.Fatal(err)
		}
		text += "Subject: " + m.Subject + "\n" + string(raw)
	}
	for _, want := range []string{"Subject: Mailed: 1 of 2", "Subject: Done: 2 of 2 mailed", "Auto-Submitted: auto-generated", "To: <lead@harbor.example>"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
}

// mailOut sends to two: one at once, the other after a refusal for now.
func mailOut(t *testing.T, l *ledger.Ledger, now time.Time) {
	t.Helper()
	ctx := context.Background()
	id, err := l.Create(ctx, ledger.Draft{Slug: "x", Headline: "H", Kind: embargo.Release, ReleaseAt: now, Grace: time.Hour, Zone: "UTC", Sender: "p@x.example", Snapshot: []byte("{}")})
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Add(ctx, id, []ledger.Recipient{{Key: "a@b.example", Address: "a@b.example"}, {Key: "c@b.example", Address: "c@b.example"}}); err != nil {
		t.Fatal(err)
	}
	if err := l.Schedule(ctx, ledger.Scheduling{Slug: "x", Revision: "r", IDs: []string{id}}); err != nil {
		t.Fatal(err)
	}
	lock, err := l.DB().LockWorker(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer lock.Release()
	if _, err := l.Gate(ctx, id, 0); err != nil {
		t.Fatal(err)
	}
	claimed, err := l.Claim(ctx, id, lock.ID, 10)
	if err != nil || len(claimed) != 2 {
		t.Fatalf("%d, %v", len(claimed), err)
	}
	settle := func() {
		for range 3 { // it is asked again and again
			if _, _, err := l.Settle(ctx, id); err != nil {
				t.Fatal(err)
			}
		}
	}
	record := func(o ledger.Outcome) {
		if _, err := l.Record(ctx, []ledger.Outcome{o}); err != nil {
			t.Fatal(err)
		}
	}
	settle() // both are in hand: nothing to tell
	record(ledger.Outcome{Delivery: claimed[0], Result: ledger.Sent, At: now, Stage: "content", Code: 250})
	record(ledger.Outcome{Delivery: claimed[1], Result: ledger.Deferred, At: now, Next: now, Stage: "rcpt", Code: 450})
	settle()
	if claimed, err = l.Claim(ctx, id, lock.ID, 10); err != nil || len(claimed) != 1 {
		t.Fatalf("%d, %v", len(claimed), err)
	}
	record(ledger.Outcome{Delivery: claimed[0], Result: ledger.Sent, At: now, Stage: "content", Code: 250})
	settle()
}

func TestWordsForEveryEvent(t *testing.T) {
	d := &ledger.Dispatch{ID: "x/release-1", Headline: "Über “all”", Zone: "UTC", Reason: "paused by itself: 20 of 20 answers were refusals"}
	for _, e := range []ledger.Event{ledger.FirstRound, ledger.Finished, ledger.WasMissed, ledger.PausedItself, ledger.WasDamaged} {
		subject, text := words(named(d), ledger.Counts{Total: 3, Sent: 1, Failed: 1, Deferred: 1}, e)
		if subject == "" || !strings.Contains(subject, d.Headline) || !strings.Contains(text, "x/release-1") || !strings.Contains(text, "3  in all") {
			t.Errorf("%s: %s\n%s", e, subject, text)
		}
		if (e == ledger.WasMissed || e == ledger.PausedItself || e == ledger.WasDamaged) != strings.Contains(text, "pressroom resume x/release-1") {
			t.Errorf("%s: %s", e, text)
		}
	}
}

// Before a release is public, whoever reads along learns no more of it than its time.
func TestWhatIsNotPublicIsTheNumberOfAMailing(t *testing.T) {
	d := &ledger.Dispatch{
		ID: "sea-wall/release-1", Slug: "sea-wall", Headline: "The wall is safe", Kind: embargo.Release, Zone: "UTC",
		ReleaseAt: time.Date(2026, 7, 26, 16, 0, 0, 0, time.UTC), Reason: "paused: the form mail/en of sea-wall/release-1 (The wall is safe) is damaged",
	}
	secrets := hush.Words{{Word: d.ID, Number: "2222-2222"}, {Word: d.Slug, Number: "1111-1111"}, {Word: d.Headline, Number: "1111-1111"}}
	for _, e := range []ledger.Event{
		ledger.FirstRound, ledger.Finished, ledger.WasMissed, ledger.PausedItself, ledger.PausedSilent, ledger.ClockWrong, ledger.WasDamaged, ledger.WasHeld, ledger.WantsApproval,
	} {
		subject, text := words(named(d).hushed(secrets), ledger.Counts{Total: 3, Sent: 1, Failed: 1}, e)
		if all := subject + text; strings.Contains(all, "sea-wall") || strings.Contains(all, "safe") {
			t.Errorf("%s: %s\n%s", e, subject, text)
		}
		if !strings.Contains(subject, "mailing 2222-2222, Sunday 26 July 2026, 16:00:00 UTC") || !strings.Contains(text, "pressroom status 2222-2222") {
			t.Errorf("%s: %s\n%s", e, subject, text)
		}
	}
	if subject, text := words(named(d).hushed(nil), ledger.Counts{}, ledger.Finished); !strings.Contains(subject+text, d.Headline) {
		t.Errorf("what is public is not named: %s\n%s", subject, text)
	}
}
