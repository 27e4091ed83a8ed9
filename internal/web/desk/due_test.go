package desk

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/sandbox"
	"pressroom/internal/store"
)

// TestTheDeskSaysThatNobodySends also holds that what goes wrong there is written down.
func TestTheDeskSaysThatNobodySends(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	db, err := store.Open(ctx, dir, "")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	l := ledger.New(db, time.Now)
	id, err := l.Create(ctx, ledger.Draft{
		Slug: "x", Headline: "H", Kind: embargo.Release, ReleaseAt: time.Now().Add(-time.Minute), Grace: time.Hour, Zone: "America/Los_Angeles",
		Sender: "p@x.example", Snapshot: []byte("{}"),
	})
	if err == nil {
		err = l.Add(ctx, id, []ledger.Recipient{{Key: "a@b.example", Address: "a@b.example"}})
	}
	if err == nil {
		err = l.Schedule(ctx, ledger.Scheduling{Slug: "x", Revision: "r", IDs: []string{id}})
	}
	if err != nil {
		t.Fatal(err)
	}
	var log bytes.Buffer
	box := sandbox.Mailbox{Dir: dir + "/box"}
	h, link := Handler(l, nil, box, nil, slog.New(slog.NewTextHandler(&log, nil)))
	srv := httptest.NewServer(h)
	defer srv.Close()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	c := &http.Client{Jar: jar}
	get(t, c, srv.URL+link)
	if _, page, _ := get(t, c, srv.URL); !strings.Contains(page, "no worker is running") || !strings.Contains(page, " P") {
		t.Errorf("the page does not say it:\n%s", page)
	}
	if err := os.WriteFile(box.Dir, nil, 0o600); err != nil { // no folder to list
		t.Fatal(err)
	}
	if code, _, _ := get(t, c, srv.URL); code != http.StatusInternalServerError || !strings.Contains(log.String(), "the desk") {
		t.Errorf("%d, and the log has %q", code, log.String())
	}
}
