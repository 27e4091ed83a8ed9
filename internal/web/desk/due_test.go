package desk

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/sandbox"
	"pressroom/internal/testdb"
	"pressroom/internal/workspace"
)

// TestTheDeskSaysThatNobodySends also holds that what goes wrong there is written down.
func TestTheDeskSaysThatNobodySends(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	db := testdb.Open(t, dir)
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
	h, link := Handler(services(folder(t, nil), l, box, slog.New(slog.NewTextHandler(&log, nil))), nil, nil)
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
	if code, _, _ := get(t, c, srv.URL+"/mail"); code != http.StatusInternalServerError || !strings.Contains(log.String(), "a page of the press office") {
		t.Errorf("%d, and the log has %q", code, log.String())
	}
}

// folder is a workspace with files, by their names.
func folder(t testing.TB, files map[string]string) *workspace.Workspace {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		if err := workspace.WriteFile(filepath.Join(dir, name), []byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	w, err := workspace.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestTheDeskSaysThatAFileDiffersFromWhatIsScheduled(t *testing.T) {
	ctx := context.Background()
	db := testdb.Open(t, t.TempDir())
	l := ledger.New(db, time.Now)
	id, err := l.Create(ctx, ledger.Draft{
		Slug: "x", Headline: "H", Kind: embargo.Release, ReleaseAt: time.Now().Add(time.Hour), Grace: time.Hour, Zone: "UTC",
		Sender: "p@x.example", Snapshot: []byte("{}"),
	})
	if err == nil {
		err = l.Schedule(ctx, ledger.Scheduling{Slug: "x", Revision: "r", IDs: []string{id}})
	}
	if err != nil {
		t.Fatal(err)
	}
	const said = "the file has changed since"
	for _, c := range []struct {
		name  string
		files map[string]string
		want  bool
	}{
		{"the file says something else", map[string]string{"releases/x.md": "+++\n+++\nOther words.\n"}, true},
		{"a machine without the file", nil, false},
	} {
		h, link := Handler(services(folder(t, c.files), l, sandbox.Mailbox{Dir: t.TempDir()}, slog.New(slog.DiscardHandler)), nil, nil)
		srv := httptest.NewServer(h)
		jar, err := cookiejar.New(nil)
		if err != nil {
			t.Fatal(err)
		}
		client := &http.Client{Jar: jar}
		get(t, client, srv.URL+link)
		if code, page, _ := get(t, client, srv.URL); code != http.StatusOK || strings.Contains(page, said) != c.want {
			t.Errorf("%s: %d\n%s", c.name, code, page)
		}
		srv.Close()
	}
}
