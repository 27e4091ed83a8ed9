package verifying_test

import (
	"bytes"
	"context"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pressroom/internal/app"
	"pressroom/internal/compile"
	"pressroom/internal/provenance"
	"pressroom/internal/testdb"
	"pressroom/internal/web/page"
	"pressroom/internal/web/verifying"
)

// counter is a press office with the sample release, scheduled for an instant.
type counter struct {
	*testing.T
	a       *app.App
	now     time.Time
	handler http.Handler
	text    string // of the release
}

func newCounter(t *testing.T) *counter {
	c := &counter{T: t, now: time.Now()}
	ctx := context.Background()
	dir := t.TempDir()
	at := c.now.Add(2 * time.Hour).Truncate(time.Second)
	if err := app.Init(dir, app.Beginning{Embargo: at}); err != nil {
		t.Fatal(err)
	}
	var err error
	testdb.Migrated(t, filepath.Join(dir, ".pressroom"))
	if c.a, err = app.Open(ctx, dir, app.World{Now: func() time.Time { return c.now }}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.a.Close() })
	p, err := c.a.Plan(ctx, app.SampleSlug, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Schedule(ctx, false, nil); err != nil {
		t.Fatal(err)
	}
	data, err := c.a.Ledger.Artefact(ctx, app.SampleSlug+"/release-1", string(compile.Text)+"/en")
	if err != nil {
		t.Fatal(err)
	}
	c.text = string(data)
	site := page.New("Open Harbor Alliance", "en", slog.New(slog.DiscardHandler))
	site.Languages = c.a.Workspace.Settings.Languages
	c.handler = site.Handler(verifying.New(site, &provenance.Desk{Ledger: c.a.Ledger, Open: c.a.Public.Once}))
	return c
}

// lift passes the instant of the release.
func (c *counter) lift() {
	c.Helper()
	c.now = c.now.Add(2 * time.Hour)
	if _, err := c.a.Ledger.GoByOwnClock().Gate(context.Background(), app.SampleSlug+"/release-1", 0); err != nil {
		c.Fatal(err)
	}
}

// ask hands words in, or a file of that name, and gives the status and the page without
// what was handed in.
func (c *counter) ask(name, content string) (int, string) {
	c.Helper()
	var body bytes.Buffer
	m := multipart.NewWriter(&body)
	if name == "" {
		m.WriteField("words", content)
	} else {
		w, err := m.CreateFormFile("file", name)
		if err != nil {
			c.Fatal(err)
		}
		w.Write([]byte(content))
	}
	m.Close()
	r := httptest.NewRequest(http.MethodPost, verifying.Path, &body)
	r.Header.Set("Content-Type", m.FormDataContentType())
	w := httptest.NewRecorder()
	c.handler.ServeHTTP(w, r)
	page := w.Body.String()
	before, rest, ok := strings.Cut(page, "<textarea")
	if !ok {
		return w.Code, page
	}
	_, after, _ := strings.Cut(rest, "</textarea>")
	return w.Code, before + after
}

func (c *counter) want(page string, parts ...string) {
	c.Helper()
	for _, p := range parts {
		if !strings.Contains(page, p) {
			c.Errorf("the page lacks %q:\n%s", p, page)
		}
	}
}

func TestWhatIsNotPublicIsAsIfItDidNotExist(t *testing.T) {
	c := newCounter(t)
	// The press office has looked, so that it is noted.
	if f, err := c.a.Verify(context.Background(), "words.txt", []byte(c.text)); err != nil || f == nil {
		t.Fatal(f, err)
	}
	pdf, err := c.a.Ledger.Artefact(context.Background(), app.SampleSlug+"/release-1", string(compile.PDF)+"/en")
	if err != nil {
		t.Fatal(err)
	}
	_, never := c.ask("", strings.Repeat("These are words that nobody here has ever sent to anybody. ", 40))
	c.want(never, "Not known")
	for name, content := range map[string]string{"": c.text, "release.pdf": string(pdf)} {
		if code, page := c.ask(name, content); code != http.StatusOK || page != never {
			t.Errorf("%q under embargo: %d\n%s\nand of what was never sent:\n%s", name, code, page, never)
		}
	}
	c.lift()
	for name, content := range map[string]string{"": c.text, "release.pdf": string(pdf)} {
		_, page := c.ask(name, content)
		c.want(page, "Word for word as it was sent.", "Eleven coastal groups", "Nothing of it was corrected")
	}
}

func TestWhatDiffersStandsBesideWhatWasSent(t *testing.T) {
	c := newCounter(t)
	c.lift()
	_, page := c.ask("", strings.Replace(c.text, "1,204 samples", "1,304 samples", 1))
	c.want(page, "It differs from what was sent.", `<td lang="en" dir="auto">1,204</td><td dir="auto">1,304</td>`)
	if strings.Contains(page, "Word for word") {
		t.Error("it is called genuine")
	}
	_, page = c.ask("", "> "+strings.ReplaceAll(c.text[strings.Index(c.text, "MARLOW"):strings.Index(c.text, "What the record")], "\n", "\n> "))
	c.want(page, "paragraphs, unchanged")
}

func TestWhatCannotBeReadIsSaid(t *testing.T) {
	c := newCounter(t)
	for name, content := range map[string]string{"x.pdf": "%PDF-1.7 broken", "x.docx": "PK\x03\x04 broken", "": "  "} {
		if code, page := c.ask(name, content); code/100 != 4 || !strings.Contains(page, `role="alert"`) {
			t.Errorf("%q: %d\n%s", name, code, page)
		}
	}
	if code, page := c.ask("x.txt", strings.Repeat("x", 13<<20)); code != http.StatusBadRequest || !strings.Contains(page, "larger than 12 MB") {
		t.Errorf("too large: %d\n%s", code, page)
	}
	if code, page := c.ask("", strings.Repeat("words ", 11<<20/6)); code != http.StatusBadRequest || !strings.Contains(page, "larger than 12 MB") {
		t.Errorf("too many words: %d\n%s", code, page)
	}
	r := httptest.NewRequest(http.MethodGet, verifying.Path+"?language=de", nil)
	w := httptest.NewRecorder()
	c.handler.ServeHTTP(w, r)
	c.want(w.Body.String(), `enctype="multipart/form-data"`, `lang="de"`, "<title>Ist es das, was versandt wurde?")
}

func TestWhoAsksTooOftenWaits(t *testing.T) {
	c := newCounter(t)
	for range 400 {
		if code, _ := c.ask("", " "); code == http.StatusTooManyRequests {
			return
		}
	}
	t.Error("one address may ask 400 times at once")
}
