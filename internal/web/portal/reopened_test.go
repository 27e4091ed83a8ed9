package portal

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"pressroom/internal/dispatch"
	"pressroom/internal/workspace"
)

// goesOut sends the release to everybody, and lets it go.
func (s *stage) goesOut(t *testing.T) {
	t.Helper()
	ctx := context.Background()
	s.write(t, "x", strings.Replace(s.file(t, "x"), "timezone =", "dateline = \"CITY\"\nto = [\"all\"]\ntimezone =", 1))
	if err := workspace.WriteFile(s.dir+"/contacts/all.csv", []byte("email\na@b.example\n")); err != nil {
		t.Fatal(err)
	}
	w, err := workspace.Open(s.dir)
	if err != nil {
		t.Fatal(err)
	}
	known, err := s.desk.Known(ctx, "x")
	if err != nil {
		t.Fatal(err)
	}
	plan, err := dispatch.Prepare(ctx, w, s.ledger, "x", nil, known, s.now)
	if err != nil || plan.Findings.HasErrors() {
		t.Fatal(err, plan.Findings)
	}
	ids, err := plan.Schedule(ctx, false, nil)
	if err != nil {
		t.Fatal(err)
	}
	s.now = time.Date(2026, 7, 26, 13, 0, 1, 0, time.UTC)
	if _, err := s.ledger.Gate(ctx, ids[0], 0); err != nil {
		t.Fatal(err)
	}
}

// Once a release is out its page is closed, but for words that the press office proposes:
// those can be signed, or turned down, and nothing else.
func TestAfterItWentOutThePageTakesASignOffOfWhatIsProposed(t *testing.T) {
	s := newStage(t)
	link := s.link["x/river"]
	s.signs(t, link, "We have asked three times.")
	s.goesOut(t)
	_, page := s.get(t, link)
	if !strings.Contains(page, "The release has gone out.") || strings.Contains(page, `value="sign"`) {
		t.Errorf("the page of a release that is out:\n%s", page)
	}
	s.proposes(t, "We have asked four times.")
	_, page = s.get(t, link)
	for _, want := range []string{"We have asked four times", `value="sign"`, `value="keep"`, "with these words of", `value="hand-on"`} {
		if !strings.Contains(page, want) {
			t.Errorf("%s is missing:\n%s", want, page)
		}
	}
	for _, closed := range []string{`id="quote"`, `value="decline"`, `value="photo"`} {
		if strings.Contains(page, closed) {
			t.Errorf("%s can still be done", closed)
		}
	}
	if code, _ := s.post(t, link, good()); code != http.StatusForbidden {
		t.Errorf("words of their own are taken: %d", code)
	}
	code, page := s.post(t, link, url.Values{"action": {"sign"}, "digest": {field(digestField, page)}})
	if code != http.StatusOK || !strings.Contains(page, "The release has gone out.") || strings.Contains(page, `value="sign"`) {
		t.Errorf("signed: %d\n%s", code, page)
	}
	if file := s.file(t, "x"); !strings.Contains(file, "four times") {
		t.Errorf("the release's file says\n%s", file)
	}
}
