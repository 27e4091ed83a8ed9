package desk

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/smtp"
	"strings"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"pressroom/internal/delivery"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/sandbox"
	"pressroom/internal/testdb"
	"pressroom/internal/today"
	"pressroom/internal/workspace"
)

const hostile = "From: a@b.example\r\nTo: c@d.example\r\nSubject: <script>alert(1)</script>\r\nMessage-ID: <x@y>\r\nMIME-Version: 1.0\r\n" +
	"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Hello <script>alert(2)</script><img src=\"cid:p1\"></p>\r\n" +
	"--b\r\nContent-Type: text/plain\r\n\r\n<b>plain</b>\r\n--b\r\nContent-Type: image/png\r\nContent-ID: <p1>\r\n\r\nPNG\r\n" +
	"--b\r\nContent-Type: text/html\r\nContent-Disposition: attachment; filename=evil.html\r\n\r\n<script>alert(3)</script>\r\n--b--\r\n"

func newDesk(t *testing.T) (*httptest.Server, string, string) {
	t.Helper()
	dir := t.TempDir()
	db := testdb.Open(t, dir)
	box := sandbox.Mailbox{Dir: dir + "/box"}
	s, err := sandbox.Listen(box.Dir)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	sent := time.Now()
	if err := smtp.SendMail(s.Address, nil, "a@b.example", []string{"c@d.example"}, []byte(hostile)); err != nil {
		t.Fatal(err)
	}
	list, err := box.List(0)
	if err != nil || len(list) != 1 {
		t.Fatal(len(list), err)
	}
	if list[0].To != "c@d.example" || list[0].MessageID != "x@y" || list[0].Received.Before(sent) || list[0].Received.After(time.Now()) {
		t.Errorf("%+v", list[0])
	}
	h, link := Handler(services(folder(t, nil), ledger.New(db, time.Now), box, slog.New(slog.DiscardHandler)), nil, nil)
	srv := httptest.NewServer(h)
	t.Cleanup(srv.Close)
	return srv, link, list[0].ID
}

// services are what the pages ask, without quotes.
func services(w *workspace.Workspace, l *ledger.Ledger, box sandbox.Mailbox, log *slog.Logger) Services {
	return Services{Workspace: w, Ledger: l, Box: box, Log: log, Today: &today.Desk{Ledger: l, Workspace: w, Log: log}}
}

func get(t *testing.T, c *http.Client, url string) (int, string, http.Header) {
	t.Helper()
	r, err := c.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return r.StatusCode, string(b), r.Header
}

func TestTheDeskOpensByItsLinkOnly(t *testing.T) {
	srv, link, id := newDesk(t)
	stranger := &http.Client{}
	for _, path := range []string{"/", "/mail", "/nothing", "/today/live", "/mail/" + id, "/mail/" + id + "/html", "/mail/" + id + "/raw", "/mail/" + id + "/part/0", "/enter/" + strings.Repeat("0", 48)} {
		if code, body, _ := get(t, stranger, srv.URL+path); code != http.StatusForbidden || strings.Contains(body, "c@d.example") {
			t.Errorf("%s: a stranger gets %d", path, code)
		}
	}
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	lead := &http.Client{Jar: jar}
	if code, _, _ := get(t, lead, srv.URL+link); code != 200 {
		t.Fatalf("the link answers %d", code)
	}
	code, body, header := get(t, lead, srv.URL+"/mail")
	if code != 200 || !strings.Contains(body, "c@d.example") || strings.Contains(body, "<script>") {
		t.Errorf("home: %d %s", code, body)
	}
	if csp := header.Get("Content-Security-Policy"); !strings.Contains(csp, "default-src 'none'") {
		t.Errorf("policy %q", csp)
	}
	code, body, _ = get(t, lead, srv.URL+"/mail/"+id)
	if code != 200 || strings.Contains(body, "<script>") || !strings.Contains(body, "&lt;b&gt;plain") || !strings.Contains(body, "evil.html") {
		t.Errorf("message: %d %s", code, body)
	}
	code, body, header = get(t, lead, srv.URL+"/mail/"+id+"/html")
	if code != 200 || !strings.Contains(body, "/mail/"+id+"/inline/p1") || !strings.Contains(header.Get("Content-Security-Policy"), "sandbox") {
		t.Errorf("html: %d %s %v", code, body, header)
	}
	if code, body, header = get(t, lead, srv.URL+"/mail/"+id+"/part/0"); code != 200 || header.Get("Content-Type") != "application/octet-stream" {
		t.Errorf("attachment: %d %s %s", code, header.Get("Content-Type"), body)
	}
	if code, body, _ = get(t, lead, srv.URL+"/mail/"+id+"/inline/p1"); code != 200 || strings.TrimSpace(body) != "PNG" {
		t.Errorf("inline: %d %q", code, body)
	}
	for _, path := range []string{"/mail/..%2F..%2Fpressroom.db/raw", "/mail/nothing", "/mail/" + id + "/part/99", "/mail/" + id + "/inline/zz"} {
		if code, _, _ := get(t, lead, srv.URL+path); code != 404 {
			t.Errorf("%s answers %d", path, code)
		}
	}
	req, err := http.NewRequest("GET", srv.URL+"/", nil)
	if err != nil {
		t.Fatal(err)
	}
	req.Host = "evil.example"
	r, err := lead.Do(req)
	if err != nil || r.StatusCode != http.StatusForbidden {
		t.Errorf("another name in Host is answered: %v %v", r.StatusCode, err)
	}
	r.Body.Close()
}

func TestAnEmptyDeskSaysWhatToDo(t *testing.T) {
	dir := t.TempDir()
	db := testdb.Open(t, dir)
	h, link := Handler(services(folder(t, nil), ledger.New(db, time.Now), sandbox.Mailbox{Dir: dir + "/none"}, slog.New(slog.DiscardHandler)), nil, nil)
	srv := httptest.NewServer(h)
	defer srv.Close()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	c := &http.Client{Jar: jar}
	get(t, c, srv.URL+link)
	for path, want := range map[string]string{"/": `href="/new"`, "/mail": "No mail yet", "/releases": `href="/new"`, "/releases?q=x": "Show all"} {
		if code, body, _ := get(t, c, srv.URL+path); code != http.StatusOK || !strings.Contains(body, want) {
			t.Errorf("%s: %d\n%s", path, code, body)
		}
	}
}

func TestMetricsNameNobody(t *testing.T) {
	ctx := context.Background()
	l := ledger.New(testdb.Open(t, t.TempDir()), time.Now)
	id, err := l.Create(ctx, ledger.Draft{Slug: "x", Headline: "H", Kind: embargo.Release, ReleaseAt: time.Now(), Grace: time.Hour, Zone: "UTC", Sender: "p@x.example", Snapshot: []byte("{}")})
	if err == nil {
		err = l.Add(ctx, id, []ledger.Recipient{{Key: "ana@paper.example", Address: "ana@paper.example", Language: "en"}})
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Suppress(ctx, "bo@paper.example", ledger.Bounced, "bo@paper.example: no such user"); err != nil {
		t.Fatal(err)
	}
	registry := prometheus.NewRegistry()
	delivery.NewMetrics(registry)
	registry.MustRegister(ledger.NewCollector(l))
	h, _ := Handler(services(folder(t, nil), l, sandbox.Mailbox{Dir: t.TempDir()}, slog.New(slog.DiscardHandler)), nil, registry)
	srv := httptest.NewServer(h)
	defer srv.Close()
	status, body, _ := get(t, http.DefaultClient, srv.URL+"/metrics")
	for _, want := range []string{
		`pressroom_dispatches{kind="release",state="planning"} 1`, `pressroom_open_deliveries{state="queued"} 1`, `pressroom_suppressions{reason="bounced"} 1`,
		`pressroom_deliveries_total{result="sent"} 0`, "pressroom_workers 0",
	} {
		if status != http.StatusOK || !strings.Contains(body, want) {
			t.Errorf("%d: %s is missing in\n%s", status, want, body)
		}
	}
	if strings.Contains(body, "paper.example") || strings.Contains(body, "x/release") {
		t.Errorf("the metrics name somebody:\n%s", body)
	}
}
