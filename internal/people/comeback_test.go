package people

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"pressroom/internal/bounce"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/mail"
	"pressroom/internal/store"
)

// returned is one case of testdata/comeback: what comes back, and what is right.
type returned struct {
	kind, becomes, told, behind string
	headline                    string
	raw                         string
}

const mailedAddress = "desk@paper.example"

// readReturned reads a case. Its first line is what is right, a second that begins
// with "headline:" our own headline.
func readReturned(t *testing.T, src string) returned {
	t.Helper()
	first, rest, _ := strings.Cut(src, "\n")
	f := strings.Fields(first)
	if len(f) != 4 {
		t.Fatalf("first line: %q", first)
	}
	c := returned{kind: f[0], becomes: f[1], told: f[2], behind: strings.TrimPrefix(f[3], "-")}
	c.headline = "Ferry timetable is printed upside down"
	if line, after, ok := strings.Cut(rest, "\n"); ok && strings.HasPrefix(line, "headline: ") {
		c.headline, rest = strings.TrimPrefix(line, "headline: "), after
	}
	first, _, _ = strings.Cut(rest, "\n")
	switch name, _, isField := strings.Cut(first, ":"); {
	case strings.HasPrefix(rest, "Reporting-MTA:"):
		c.raw = "Return-Path: <>\nFrom: MAILER-DAEMON@mx.paper.example\nTo: bounces+TOKEN@x.example\n" +
			"Subject: Undelivered Mail Returned to Sender\n" +
			"Auto-Submitted: auto-replied\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=B\n\n" +
			"--B\nContent-Type: text/plain\n\nSee below.\n\n--B\nContent-Type: message/delivery-status\n\n" + rest + "\n--B--\n"
	case isField && (name == "From" || name == "Return-Path"):
		c.raw = rest
	default: // the text of an answer
		c.raw = "From: Desk <desk@paper.example>\nTo: p@x.example\nSubject: Re: HEADLINE\nIn-Reply-To: <MESSAGE>\nMIME-Version: 1.0\n" +
			"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + strings.TrimPrefix(rest, "\n")
	}
	return c
}

// clear forgets what came back and who is not mailed, so that cases do not follow
// from each other.
func (r *room) clear() {
	r.t.Helper()
	err := r.db.Tx(context.Background(), func(tx *store.Tx) error {
		for _, q := range []string{`DELETE FROM reply`, `DELETE FROM suppression`, `DELETE FROM river_job`} {
			if _, err := tx.ExecContext(context.Background(), q); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		r.t.Fatal(err)
	}
}

// mailed sends a release with this headline to the desk and returns what a message
// that comes back knows of it.
func (r *room) mailed(headline string) (token, messageID string) {
	r.t.Helper()
	ctx := context.Background()
	id, err := r.ledger.Create(ctx, ledger.Draft{
		Slug: "x", Revision: "r", Headline: headline, Kind: embargo.Release, ReleaseAt: r.now,
		Zone: "UTC", Sender: "p@x.example", Snapshot: []byte("{}"),
	})
	if err != nil {
		r.t.Fatal(err)
	}
	if err := r.ledger.Add(ctx, id, []ledger.Recipient{{Key: mailedAddress, Address: mailedAddress, Language: "en"}}); err != nil {
		r.t.Fatal(err)
	}
	m, err := r.ledger.MailedLast(ctx, mailedAddress)
	if err != nil {
		r.t.Fatal(err)
	}
	return mail.Token(r.key, mail.ForDelivery, m.Delivery), mail.MessageID(r.key, id, mailedAddress, "p@x.example")
}

// TestWhatComesBack takes every case of testdata/comeback.
func TestWhatComesBack(t *testing.T) {
	files, err := filepath.Glob("testdata/comeback/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	r := newRoom(t, embargo.Release)
	n := 0
	for _, name := range files {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range a.Files {
			n++
			t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar")+"/"+f.Name, func(t *testing.T) {
				r.clear()
				r.comesBack(t, readReturned(t, string(f.Data)))
			})
		}
	}
	if n < 60 {
		t.Errorf("%d cases", n)
	}
}

func (r *room) comesBack(t *testing.T, c returned) {
	token, messageID := r.mailed(c.headline)
	raw := strings.NewReplacer("TOKEN", token, "MESSAGE", messageID, "HEADLINE", c.headline, "\n", "\r\n").Replace(c.raw)
	got, err := r.Take(context.Background(), []byte(raw))
	if err != nil {
		t.Fatal(err)
	}
	told := "-"
	if got.Review {
		told = "told"
	}
	if string(got.Report.Kind) != c.kind || told != c.told || got.Behind != c.behind {
		t.Errorf("%s %s %q, want %s %s %q\n%+v", got.Report.Kind, told, got.Behind, c.kind, c.told, c.behind, got)
	}
	s, err := r.ledger.Suppressed(context.Background(), mailedAddress)
	if err != nil {
		t.Fatal(err)
	}
	becomes := "stays"
	if s != nil {
		becomes = s.Reason
	}
	if becomes != c.becomes {
		t.Errorf("the address: %s, want %s\n%+v", becomes, c.becomes, got)
	}
	sent := r.notices()
	back := len(sent) == 1 && sent[0].To == mailedAddress && strings.Contains(sent[0].Text, "https://press.example"+UndoPath)
	if left := c.becomes == ledger.Unsubscribed; left != back || left != (got.WayBack == mailedAddress) || !left && len(sent) > 0 {
		t.Errorf("mails: %+v", sent)
	}
	open, err := r.Replies(context.Background(), false)
	if err != nil || (len(open) == 1) != got.Review || len(open) == 1 && open[0].Detail == "" {
		t.Errorf("the lead's list: %+v, %v", open, err)
	}
}

func TestWhatSpeaksOfAMemberIsNeverAgainstTheAddress(t *testing.T) {
	r := newRoom(t, embargo.Release)
	for _, status := range []string{"5.2.2", "5.2.1", "5.2.1", "5.2.2"} {
		token, _ := r.mailed("H")
		raw := strings.ReplaceAll(string(notification(token, status, "550 "+status+" no")), "ana@paper.example", "anna@paper.example")
		if got := r.take([]byte(raw)); got.Report.Kind != bounce.Member || got.Suppressed != "" || got.Review || got.Key != mailedAddress {
			t.Errorf("%+v", got)
		}
	}
}

func TestWhoAsksFromAnotherAddressIsWrittenDown(t *testing.T) {
	ctx := context.Background()
	r := newRoom(t, embargo.Release)
	r.publicURL = "" // and without pages there is no link
	_, id := r.mailed("H")
	raw := "From: Ana <ana@home.example>\r\nTo: p@x.example\r\nSubject: Re: H\r\nIn-Reply-To: <" + id + ">\r\n\r\nunsubscribe\r\n"
	if got := r.take([]byte(raw)); got.Suppressed != ledger.Unsubscribed || got.Key != mailedAddress || got.WayBack != mailedAddress {
		t.Fatalf("%+v", got)
	}
	s, err := r.ledger.Suppressed(ctx, mailedAddress)
	if err != nil || s == nil || !strings.Contains(s.Detail, "by mail from ana@home.example, after x/release-2") {
		t.Errorf("%+v, %v", s, err)
	}
	sent := r.notices()
	if len(sent) != 1 || strings.Contains(sent[0].Text, UndoPath) || sent[0].To != mailedAddress {
		t.Errorf("%+v", sent)
	}
	// Asking twice writes one mail.
	got := r.take([]byte(strings.Replace(raw, "unsubscribe", "Unsubscribe!", 1)))
	if got.Suppressed != ledger.Unsubscribed || got.WayBack != "" || len(r.notices()) != 1 {
		t.Errorf("%+v", got)
	}
}
