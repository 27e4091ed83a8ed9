package person

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"pressroom/internal/contacts"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/links"
	"pressroom/internal/mail"
	"pressroom/internal/people"
	"pressroom/internal/testdb"
	"pressroom/internal/web/page"
)

type publicSite struct {
	*httptest.Server
	site   *page.Site
	ledger *ledger.Ledger
	links  *links.Desk
	key    []byte
	id     int64
}

func newSite(t *testing.T, kind embargo.Kind) *publicSite {
	t.Helper()
	ctx := context.Background()
	l := ledger.New(testdb.Open(t, t.TempDir()), time.Now)
	id, err := l.Create(ctx, ledger.Draft{Slug: "x", Headline: "H", Kind: kind, ReleaseAt: time.Now(), Grace: time.Hour, Zone: "UTC", Sender: "p@x.example", Snapshot: []byte("{}")})
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Add(ctx, id, []ledger.Recipient{{Key: "ana@paper.example", Address: "ana@paper.example", Language: "en"}}); err != nil {
		t.Fatal(err)
	}
	m, err := l.MailedLast(ctx, "ana@paper.example")
	if err != nil {
		t.Fatal(err)
	}
	key, err := l.Key(ctx)
	if err != nil {
		t.Fatal(err)
	}
	site := page.New("Harbor <Alliance>", "en", nil)
	lookup := func(context.Context, string) (*contacts.Journalist, error) {
		return &contacts.Journalist{Name: `Ana "<b>" Ruiz`, Beats: []string{"water", "ports"}, Language: "es"}, nil
	}
	desk := people.New(l, time.Now, "https://press.example")
	mailed := links.New(l, time.Now, "Harbor <Alliance>", map[string]links.Issuer{people.LinkPurpose: desk})
	s := httptest.NewServer(site.Handler(New(site, page.NewDoor(site, mailed), desk, lookup)))
	t.Cleanup(s.Close)
	return &publicSite{s, site, l, mailed, key, m.Delivery}
}

func (s *publicSite) do(t *testing.T, method, path, body string, headers ...string) (int, string, http.Header) {
	t.Helper()
	req, err := http.NewRequest(method, s.URL+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if body != "" {
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for i := 0; i < len(headers); i += 2 {
		req.Header.Set(headers[i], headers[i+1])
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	var b strings.Builder
	if _, err := io.Copy(&b, io.LimitReader(resp.Body, 1<<20)); err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, b.String(), resp.Header
}

// freshLinks are the mails that were asked for.
func (s *publicSite) freshLinks(t *testing.T) []links.FreshLink {
	t.Helper()
	rows, err := s.ledger.DB().Reader().QueryContext(context.Background(),
		`SELECT args ->> 'purpose', args ->> 'of', args ->> 'asked', args ->> 'name' FROM river_job WHERE kind = 'fresh-link' ORDER BY id`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var all []links.FreshLink
	for rows.Next() {
		var j links.FreshLink
		if err := rows.Scan(&j.Purpose, &j.Of, &j.Asked, &j.Name); err != nil {
			t.Fatal(err)
		}
		all = append(all, j)
	}
	return all
}

func (s *publicSite) left(t *testing.T) bool {
	t.Helper()
	got, err := s.ledger.Suppressed(context.Background(), "ana@paper.example")
	if err != nil {
		t.Fatal(err)
	}
	return got != nil
}

func TestOneClickLeaves(t *testing.T) {
	s := newSite(t, embargo.Release)
	path := people.LeavePath + mail.Token(s.key, mail.ForLeaving, s.id)
	status, body, h := s.do(t, "GET", path, "")
	if status != 200 || !strings.Contains(body, "a•••@p•••.example") || strings.Contains(body, "ana@paper.example") || !strings.Contains(body, "Harbor &lt;Alliance&gt;") {
		t.Errorf("%d: %s", status, body)
	}
	for name, want := range map[string]string{"Content-Security-Policy": "default-src 'none'", "Referrer-Policy": "same-origin", "Cache-Control": "no-store", "X-Robots-Tag": "noindex"} {
		if !strings.Contains(h.Get(name), want) {
			t.Errorf("%s: %s", name, h.Get(name))
		}
	}
	if status, _, _ := s.do(t, "HEAD", path, ""); status != 200 || s.left(t) {
		t.Fatalf("looking has changed something, %d", status)
	}
	if status, _, _ := s.do(t, "POST", path, "List-Unsubscribe=One-Click", "Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site"); status != http.StatusForbidden || s.left(t) {
		t.Errorf("a page of another site could take somebody off: %d", status)
	}
	// As a mail provider sends it: no cookie, no Origin.
	if status, body, _ := s.do(t, "POST", path, "List-Unsubscribe=One-Click"); status != 200 || !s.left(t) || !strings.Contains(body, "Stopped") {
		t.Errorf("%d: %s", status, body)
	}
	stop, err := s.ledger.Suppressed(context.Background(), "ana@paper.example")
	if err != nil {
		t.Fatal(err)
	}
	undo := people.UndoPath + mail.Token(s.key, mail.ForUndo, s.id) + "~" + strconv.FormatInt(stop.At.UnixMicro(), 36)
	if status, _, _ := s.do(t, "GET", undo, ""); status != 200 || !s.left(t) {
		t.Errorf("undo page: %d", status)
	}
	if status, _, _ := s.do(t, "POST", undo, "x=1"); status != 200 || s.left(t) {
		t.Errorf("undo: %d", status)
	}
}

// An invitation is a page with a button; opening it changes nothing.
func TestAnInvitationBringsBackByItsButton(t *testing.T) {
	ctx := context.Background()
	s := newSite(t, embargo.Release)
	if err := s.ledger.Suppress(ctx, "ana@paper.example", ledger.Unsubscribed, ""); err != nil {
		t.Fatal(err)
	}
	desk := people.New(s.ledger, time.Now, "https://press.example")
	if err := desk.Invite(ctx, "ana@paper.example", "ana@paper.example"); err != nil {
		t.Fatal(err)
	}
	var text string
	err := s.ledger.DB().Reader().QueryRowContext(ctx, `SELECT args ->> 'text' FROM river_job ORDER BY id DESC LIMIT 1`).Scan(&text)
	if err != nil {
		t.Fatal(err)
	}
	_, path, _ := strings.Cut(strings.TrimSpace(text), "https://press.example")
	if status, body, _ := s.do(t, "GET", path, ""); status != http.StatusOK || !strings.Contains(body, `method="post"`) ||
		strings.Contains(body, "ana@") || !s.left(t) {
		t.Errorf("the page: %d, %s", status, body)
	}
	if status, _, _ := s.do(t, "POST", path, "x=1", "Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site"); status != http.StatusForbidden || !s.left(t) {
		t.Errorf("from another site: %d", status)
	}
	if status, _, _ := s.do(t, "POST", path, "x=1"); status != http.StatusOK || s.left(t) {
		t.Errorf("the button: %d", status)
	}
	if status, _, _ := s.do(t, "GET", path, ""); status != http.StatusNotFound {
		t.Errorf("used up: %d", status)
	}
}

func TestStrangersLearnNothing(t *testing.T) {
	s := newSite(t, embargo.Release)
	for _, path := range []string{"/", "/leave/", "/leave/1-abc", "/leave/" + strings.Repeat("a", 5000), "/me/guess", "/undo/1-x", "/details/%00", "/.pressroom/pressroom.db", "/leave/../../etc/passwd"} {
		for _, method := range []string{"GET", "POST"} {
			status, body, _ := s.do(t, method, path, "a=b")
			if status < 400 || strings.Contains(body, "paper.example") || strings.Contains(body, "panic") {
				t.Errorf("%s %s: %d", method, path, status)
			}
		}
	}
}

func TestTestMailsHaveAPageThatSaysSo(t *testing.T) {
	s := newSite(t, embargo.Test)
	path := people.LeavePath + mail.Token(s.key, mail.ForLeaving, s.id)
	for _, method := range []string{"GET", "POST"} {
		if status, body, _ := s.do(t, method, path, ""); status != 200 || !strings.Contains(body, "test mail") || s.left(t) {
			t.Errorf("%s: %d %s", method, status, body)
		}
	}
}

func TestTheFormOfOnesDetails(t *testing.T) {
	s := newSite(t, embargo.Release)
	if status, body, _ := s.do(t, "POST", people.DetailsPath+mail.Token(s.key, mail.ForDetails, s.id), "x=1"); status != 200 || !strings.Contains(body, "a•••@p•••.example") {
		t.Fatalf("%d: %s", status, body)
	}
	jobs := s.freshLinks(t)
	letter, err := s.links.Letter(context.Background(), jobs[0])
	if err != nil || len(jobs) != 1 || letter.To != "ana@paper.example" {
		t.Fatal(jobs, letter, err)
	}
	_, secret, _ := strings.Cut(letter.Text, "/me/")
	secret = secret[:43]
	status, body, _ := s.do(t, "GET", "/me/"+secret, "")
	if status != 200 || strings.Contains(body, "ana@paper.example") || strings.Contains(body, "Ruiz") || strings.Contains(body, "ports") {
		t.Fatalf("the link alone shows more than whose it is: %d: %s", status, body)
	}
	status, body, _ = s.do(t, "POST", "/me/"+secret, "action=open")
	ticket := regexp.MustCompile(`name="ticket" value="([^"]+)"`).FindStringSubmatch(body)
	if status != 200 || ticket == nil || !strings.Contains(body, `value="Ana &#34;&lt;b&gt;&#34; Ruiz"`) || !strings.Contains(body, `value="water, ports"`) || !strings.Contains(body, `value="es" lang="es" selected`) {
		t.Fatalf("%d: %s", status, body)
	}
	form := url.Values{"name": {"Ana\r\nBcc: x"}, "beats": {"a, ,b;" + strings.Repeat("c,", 100)}, "language": {"xx"}, "format": {"text"}, "attachments": {"no"}, "embargo": {"yes"}, "email": {"evil@x.example"}, "action": {"save"}, "ticket": {ticket[1]}}
	if status, body, _ := s.do(t, "POST", "/me/"+secret, form.Encode()); status != 200 || !strings.Contains(body, "Saved") {
		t.Fatalf("%d: %s", status, body)
	}
	changes, err := people.New(s.ledger, time.Now, "").Changes(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	c := changes["ana@paper.example"]
	if *c.Name != "Ana Bcc: x" || len(*c.Beats) != 20 || c.Language != nil || *c.Format != "text" || *c.Attachments || !*c.Embargo || c.Email != "" {
		t.Errorf("%+v", c)
	}
	if status, _, _ := s.do(t, "GET", "/me/"+secret, ""); status != 404 {
		t.Errorf("a used link opens: %d", status)
	}
	if status, _, _ := s.do(t, "POST", "/me/x", strings.Repeat("a", maxForm+1)); status != 400 {
		t.Errorf("a form without end: %d", status)
	}
}

func TestTooManyRequests(t *testing.T) {
	s := newSite(t, embargo.Release)
	for i := range 40 {
		status, _, h := s.do(t, "POST", "/details/1-x", "a=b")
		if i == 39 && (status != http.StatusTooManyRequests || h.Get("Retry-After") == "") {
			t.Errorf("%d", status)
		}
	}
	path := people.LeavePath + mail.Token(s.key, mail.ForLeaving, s.id)
	if status, _, _ := s.do(t, "POST", path, "List-Unsubscribe=One-Click"); status != 200 || !s.left(t) {
		t.Errorf("leaving was held up: %d", status)
	}
}

// A language that nothing is offered in, or a region of one, stays when the form is
// saved: segments ask for it.
func TestALanguageThatTheFormDoesNotOfferStays(t *testing.T) {
	for tag, want := range map[string]string{"es-MX": "es-MX", "es": "es", "pt-BR": "pt-BR", "": ""} {
		f := newForm(&contacts.Journalist{Language: tag}, nil)
		names, sent := make(map[string]bool), ""
		for _, c := range f.Languages {
			if names[c.Name] {
				t.Errorf("%s stands twice", c.Name)
			}
			names[c.Name] = true
			if c.Chosen {
				sent = c.Tag
			}
		}
		change := readForm(func(key string) string { return map[string]string{"language": sent}[key] }, nil)
		if change.Language == nil || *change.Language != want {
			t.Errorf("%q becomes %v", tag, change.Language)
		}
	}
	if c := chosenLanguage("Klingonese, perhaps", nil); c != nil {
		t.Errorf("what is no language of ours becomes %q", *c)
	}
}

// Any other link that is none names the press office too.
func TestALinkThatIsNoneSaysWhomToWriteTo(t *testing.T) {
	s := newSite(t, embargo.Release)
	for _, write := range []string{"", "press@harbor.example"} {
		s.site.WriteTo = write
		for _, path := range []string{people.UndoPath + "x", people.BackPath + "x", people.DetailsPath + "x"} {
			code, page, _ := s.do(t, "GET", path, "")
			if code != http.StatusNotFound || strings.Contains(page, ": press@harbor.example.") != (write != "") {
				t.Errorf("%s, %q: %d\n%s", path, write, code, page)
			}
		}
	}
}

func TestALeaveLinkWithASignTooManySaysWhomToWriteTo(t *testing.T) {
	s := newSite(t, embargo.Release)
	s.site.WriteTo = "press@harbor.example"
	path := people.LeavePath + mail.Token(s.key, mail.ForLeaving, s.id)
	for _, method := range []string{"GET", "POST"} {
		status, body, _ := s.do(t, method, path+"x", "")
		if status != http.StatusNotFound || !strings.Contains(body, "Write to press@harbor.example that you want no more mails") || s.left(t) {
			t.Errorf("%s: %d %s", method, status, body)
		}
	}
}

// Who has said nothing of embargoes, and changes something else, has still said nothing.
func TestABoxThatStaysEmptySaysNothing(t *testing.T) {
	for form, want := range map[string]string{
		"embargo_was=unsaid": "unsaid", "embargo_was=unsaid&embargo=yes": "yes", "embargo=yes": "yes", "": "no", "embargo_was=x": "no",
	} {
		values, err := url.ParseQuery(form)
		if err != nil {
			t.Fatal(err)
		}
		got := "unsaid"
		if c := readForm(values.Get, nil); c.Embargo != nil {
			got = map[bool]string{true: "yes", false: "no"}[*c.Embargo]
		}
		if got != want {
			t.Errorf("%q: %s, want %s", form, got, want)
		}
	}
	for j, want := range map[*contacts.Journalist]bool{{}: true, {Embargo: true}: false, {NoEmbargo: true}: false} {
		if newForm(j, nil).Unsaid != want {
			t.Errorf("%+v", j)
		}
	}
}
