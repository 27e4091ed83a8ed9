package office

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"pressroom/internal/ledger"
	"pressroom/internal/links"
	"pressroom/internal/office"
	"pressroom/internal/sandbox"
	"pressroom/internal/store"
	"pressroom/internal/testdb"
	"pressroom/internal/today"
	"pressroom/internal/web/desk"
	"pressroom/internal/web/page"
	"pressroom/internal/web/room"
	"pressroom/internal/workspace"
)

const settings = `[organization]
name = "Open Harbor"
[server]
public_url = "%s/news"
[[user]]
name = "Lea Ruiz"
email = "lea@office.example"
role = "lead"
[[user]]
name = "Ari Voss"
email = "ari@office.example"
role = "approver"
[[user]]
name = "Vic Lund"
email = "vic@office.example"
role = "viewer"
`

// stage is a press office with three users.
type stage struct {
	t    *testing.T
	now  time.Time
	db   *store.DB
	w    *workspace.Workspace
	desk *office.Desk
	mail *links.Desk
	o    *Office
	srv  *httptest.Server
	sent []string
}

// everything are pages that answer whatever is nobody's else, as the newsroom's do.
type everything struct{}

func (everything) Routes(mux *http.ServeMux) {
	mux.HandleFunc("GET /{address...}", http.NotFound)
	mux.HandleFunc("GET /{$}", http.NotFound)
}

func open(t *testing.T) *stage {
	t.Helper()
	return openWith(t, func(*stage, *workspace.Settings) {})
}

// openWith is open, with something done before the pages are made.
func openWith(t *testing.T, before func(s *stage, settings *workspace.Settings)) *stage {
	t.Helper()
	s := &stage{t: t, now: time.Date(2026, 5, 4, 8, 0, 0, 0, time.UTC), db: testdb.Open(t, t.TempDir())}
	var inner http.Handler
	s.srv = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { inner.ServeHTTP(w, r) }))
	t.Cleanup(s.srv.Close)
	dir := t.TempDir()
	if err := workspace.WriteFile(filepath.Join(dir, workspace.SettingsFile), []byte(fmt.Sprintf(settings, s.srv.URL))); err != nil {
		t.Fatal(err)
	}
	var err error
	if s.w, err = workspace.Open(dir); err != nil {
		t.Fatal(err)
	}
	clock := func() time.Time { return s.now }
	l := ledger.New(s.db, clock)
	log := slog.New(slog.DiscardHandler)
	s.desk = office.New(l, clock, &s.w.Settings)
	s.mail = links.New(l, clock, "Open Harbor", map[string]links.Issuer{office.LinkPurpose: s.desk})
	s.desk.Mail(s.mail)
	before(s, &s.w.Settings)
	site := page.New("Open Harbor", "en", log)
	site.PublicURL = s.w.Settings.Server.PublicURL
	pages := desk.Services{
		Workspace: s.w, Ledger: l, Log: log, Box: sandbox.Mailbox{Dir: t.TempDir()}, Today: &today.Desk{Ledger: l, Workspace: s.w, Log: log},
	}
	s.o, err = New(site, s.desk, time.UTC, func(m *room.Room) []room.Route { return desk.New(pages, m).Routes() })
	if err != nil {
		t.Fatal(err)
	}
	inner = site.Handler(s.o, everything{})
	return s
}

// mails are the letters that were sent, the oldest first.
func (s *stage) mails() []string {
	s.t.Helper()
	rows, err := s.db.Reader().QueryContext(context.Background(),
		`SELECT args ->> 'purpose', args ->> 'of', args ->> 'asked', args ->> 'name' FROM river_job WHERE kind = 'fresh-link' ORDER BY id`)
	if err != nil {
		s.t.Fatal(err)
	}
	defer rows.Close()
	var due []links.FreshLink
	for rows.Next() {
		var j links.FreshLink
		if err := rows.Scan(&j.Purpose, &j.Of, &j.Asked, &j.Name); err != nil {
			s.t.Fatal(err)
		}
		due = append(due, j)
	}
	for _, j := range due[len(s.sent):] {
		n, err := s.mail.Letter(context.Background(), j)
		if err != nil || n == nil {
			s.t.Fatal(n, err)
		}
		s.sent = append(s.sent, n.To+"\n"+n.Text)
	}
	return s.sent
}

var codeIn = regexp.MustCompile(`code=(\d{6})`)

// last is the code of the letter that was sent last.
func (s *stage) last() string {
	s.t.Helper()
	all := s.mails()
	if len(all) == 0 {
		s.t.Fatal("no letter")
	}
	found := codeIn.FindStringSubmatch(all[len(all)-1])
	if found == nil || strings.Count(all[len(all)-1], found[1]) != 2 {
		s.t.Fatalf("the letter has no link with its code, and the code beside it:\n%s", all[len(all)-1])
	}
	return found[1]
}

// browser is one that keeps cookies.
type browser struct {
	*stage
	c *http.Client
}

func (s *stage) browser() *browser {
	jar, err := cookiejar.New(nil)
	if err != nil {
		s.t.Fatal(err)
	}
	return &browser{s, &http.Client{Jar: jar}}
}

func (b *browser) read(res *http.Response, err error) (int, string) {
	b.t.Helper()
	if err != nil {
		b.t.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		b.t.Fatal(err)
	}
	return res.StatusCode, string(body)
}

func (b *browser) get(path string) (int, string) {
	b.t.Helper()
	return b.read(b.c.Get(b.srv.URL + "/news/office" + path))
}

func (b *browser) post(path string, form url.Values) (int, string) {
	b.t.Helper()
	return b.read(b.c.PostForm(b.srv.URL+"/news/office"+path, form))
}

// in tells whether the browser is in.
func (b *browser) in() bool {
	b.t.Helper()
	_, body := b.get("/")
	return strings.Contains(body, "<h1>Today</h1>")
}

// secret is what the browser's cookie holds.
func (b *browser) secret() string {
	u, err := url.Parse(b.srv.URL + "/news/office/")
	if err != nil {
		b.t.Fatal(err)
	}
	for _, c := range b.c.Jar.Cookies(u) {
		if c.Name == cookieName {
			return c.Value
		}
	}
	return ""
}

// user is a browser in which a user is.
func (s *stage) user(email string) *browser {
	s.t.Helper()
	b := s.browser()
	b.post("/in", url.Values{"email": {email}})
	if b.post("/in/code", url.Values{"code": {s.last()}}); !b.in() {
		s.t.Fatalf("%s is not in", email)
	}
	return b
}

func TestAUserComesInByAMailedCode(t *testing.T) {
	s := open(t)
	b := s.browser()
	if b.in() {
		t.Fatal("a stranger is in")
	}
	if code, body := b.post("/in", url.Values{"email": {"Lea@Office.example"}}); code != http.StatusOK || !strings.Contains(body, "a mail with a code") {
		t.Fatalf("%d\n%s", code, body)
	}
	code := s.last()
	for _, scanner := range []*browser{s.browser(), b, b} { // programs open links, and people look twice
		scanner.get("/in?code=" + code)
	}
	if b.in() {
		t.Error("a link that was only opened lets somebody in")
	}
	if _, body := s.browser().get("/in?code=" + code); !strings.Contains(body, "in the browser in which you asked") {
		t.Errorf("another browser is not told what to do:\n%s", body)
	}
	if _, body := b.get("/in?code=" + code); !strings.Contains(body, `value="`+code+`"`) {
		t.Errorf("the link does not bring its code:\n%s", body)
	}
	if b.post("/in/code", url.Values{"code": {code}}); !b.in() {
		t.Error("the code does not let its user in")
	}
}

func TestACodeLetsNobodyElseIn(t *testing.T) {
	s := open(t)
	asker, other := s.browser(), s.browser()
	asker.post("/in", url.Values{"email": {"lea@office.example"}})
	code := s.last()
	if other.post("/in/code", url.Values{"code": {code}}); other.in() {
		t.Error("a browser that never asked is in")
	}
	other.post("/in", url.Values{"email": {"vic@office.example"}}) // asked, for somebody else
	if other.post("/in/code", url.Values{"code": {code}}); other.in() {
		t.Error("the code of one user lets another in")
	}
	if asker.post("/in/code", url.Values{"code": {code}}); !asker.in() {
		t.Fatal("the asker is not in")
	}
	replay := s.browser()
	replay.c.Jar = asker.c.Jar
	asker.post("/sessions/out", nil)
	if replay.post("/in/code", url.Values{"code": {code}}); replay.in() {
		t.Error("a code that was used lets somebody in again")
	}
}

func TestACodeEndsAfterTenMinutesAndFiveTries(t *testing.T) {
	s := open(t)
	late, guess := s.browser(), s.browser()
	late.post("/in", url.Values{"email": {"lea@office.example"}})
	code := s.last()
	s.now = s.now.Add(office.AskedFor + time.Second)
	if late.post("/in/code", url.Values{"code": {code}}); late.in() {
		t.Error("an old code lets somebody in")
	}
	guess.post("/in", url.Values{"email": {"ari@office.example"}})
	code = s.last()
	wrong := "000000"
	if code == wrong {
		wrong = "000001"
	}
	for range 5 {
		if status, _ := guess.post("/in/code", url.Values{"code": {wrong}}); status != http.StatusForbidden {
			t.Errorf("a guess answers %d", status)
		}
	}
	if guess.post("/in/code", url.Values{"code": {code}}); guess.in() {
		t.Error("the sixth try is taken")
	}
	trail, err := s.desk.Trail(context.Background(), 100)
	if err != nil || len(trail) != 7 || trail[0].Came() != "refused" || trail[0].Role != "" {
		t.Errorf("the trail of the tries: %+v, %v", trail, err)
	}
}

func TestWhoTriesTooOftenWaits(t *testing.T) {
	s := open(t)
	b := s.browser()
	for range 40 {
		if code, _ := b.post("/in/printed", url.Values{"email": {"lea@office.example"}, "code": {"aaaa-aaaa-aaaa-aaaa"}}); code == http.StatusTooManyRequests {
			return
		}
	}
	t.Error("forty tries in a moment were taken")
}

func TestTheDoorDoesNotTellWhoIsAUser(t *testing.T) {
	s := open(t)
	pages := make(map[string]string)
	for _, email := range []string{"lea@office.example", "zoe@office.example"} {
		b := s.browser()
		_, asked := b.post("/in", url.Values{"email": {email}})
		code, tried := b.post("/in/code", url.Values{"code": {"12"}})
		pages[email] = strings.ReplaceAll(fmt.Sprint(asked, code, tried), email, "X")
	}
	if pages["lea@office.example"] != pages["zoe@office.example"] {
		t.Errorf("the pages differ:\n%s\n%s", pages["lea@office.example"], pages["zoe@office.example"])
	}
	if n := len(s.mails()); n != 1 {
		t.Errorf("%d letters", n)
	}
}

func TestAPrintedCodeIsGoodOnce(t *testing.T) {
	s := open(t)
	ctx := context.Background()
	codes, err := s.desk.Print(ctx, "lea@office.example")
	if err != nil || len(codes) != 10 {
		t.Fatal(codes, err)
	}
	b, again, other := s.browser(), s.browser(), s.browser()
	if other.post("/in/printed", url.Values{"email": {"vic@office.example"}, "code": {codes[0]}}); other.in() {
		t.Error("a code of somebody else lets in")
	}
	if b.post("/in/printed", url.Values{"email": {"lea@office.example"}, "code": {" " + strings.ToUpper(codes[0])}}); !b.in() {
		t.Error("a printed code does not let in")
	}
	if again.post("/in/printed", url.Values{"email": {"lea@office.example"}, "code": {codes[0]}}); again.in() {
		t.Error("a printed code is good twice")
	}
	if left, err := s.desk.Left(ctx, "lea@office.example"); err != nil || left != 9 {
		t.Error(left, err)
	}
	if _, err := s.desk.Print(ctx, "lea@office.example"); err != nil {
		t.Fatal(err)
	}
	if again.post("/in/printed", url.Values{"email": {"lea@office.example"}, "code": {codes[1]}}); again.in() {
		t.Error("codes that were printed before still open")
	}
	if _, err := s.desk.Print(ctx, "zoe@office.example"); err == nil {
		t.Error("codes are printed for nobody")
	}
}

func TestASessionEnds(t *testing.T) {
	s := open(t)
	ctx := context.Background()
	lea, vic := s.user("lea@office.example"), s.user("vic@office.example")
	stolen := lea.secret()
	lea.post("/sessions/out", nil)
	if _, _, ok, err := s.desk.Who(ctx, stolen, ""); ok || err != nil || lea.in() {
		t.Errorf("what was stolen opens after signing out: %v, %v", ok, err)
	}
	lea = s.user("lea@office.example")
	all, err := s.desk.Sessions(ctx, "")
	if err != nil || len(all) != 2 {
		t.Fatal(all, err)
	}
	id := map[string]string{all[0].Email: all[0].ID, all[1].Email: all[1].ID}
	if vic.post("/sessions/end", url.Values{"session": {id["lea@office.example"]}}); !lea.in() {
		t.Error("a viewer has ended the session of a lead")
	}
	if lea.post("/sessions/end", url.Values{"session": {id["vic@office.example"]}}); vic.in() {
		t.Error("a lead cannot end the session of another")
	}
	for _, forged := range []string{"", "x", id["lea@office.example"], strings.Repeat("A", 43), strings.Repeat("A", 10_000)} {
		if _, _, ok, err := s.desk.Who(ctx, forged, ""); ok || err != nil {
			t.Errorf("%.20q opens: %v, %v", forged, ok, err)
		}
	}
	s.now = s.now.Add(office.IdleFor + time.Hour)
	if lea.in() {
		t.Error("a session that nobody used for a week is open")
	}
	vic = s.user("vic@office.example")
	for range 5 { // in use all the time
		s.now = s.now.Add(6 * 24 * time.Hour)
		vic.in()
	}
	if s.now = s.now.Add(24 * time.Hour); vic.in() {
		t.Error("a session of thirty days is open")
	}
}

func TestWhoIsTakenOutOfTheSettingsIsOut(t *testing.T) {
	s := open(t)
	vic := s.user("vic@office.example")
	s.w.Settings.Users = s.w.Settings.Users[:2]
	if vic.in() {
		t.Error("who is no user any more is in")
	}
}

func TestASecretIsNeverTakenFromABrowser(t *testing.T) {
	s := open(t)
	b := s.browser()
	u, err := url.Parse(s.srv.URL + "/news/office/")
	if err != nil {
		t.Fatal(err)
	}
	fixed := strings.Repeat("A", 43)
	b.c.Jar.SetCookies(u, []*http.Cookie{{Name: cookieName, Value: fixed, Path: "/news/office"}})
	b.post("/in", url.Values{"email": {"lea@office.example"}})
	b.post("/in/code", url.Values{"code": {s.last()}})
	if got := b.secret(); got == fixed || !b.in() {
		t.Errorf("the session has the secret that somebody else chose: %q", got)
	}
	if _, _, ok, err := s.desk.Who(context.Background(), fixed, ""); ok || err != nil {
		t.Errorf("%v, %v", ok, err)
	}
}

func TestFormsOfOtherSitesDoNothing(t *testing.T) {
	s := open(t)
	lea := s.user("lea@office.example")
	for _, path := range []string{"/in", "/in/code", "/in/printed", "/sessions/out", "/sessions/end"} {
		for k, v := range map[string]string{"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"} {
			r, err := http.NewRequest(http.MethodPost, s.srv.URL+"/news/office"+path, strings.NewReader("email=lea%40office.example"))
			if err != nil {
				t.Fatal(err)
			}
			r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			r.Header.Set(k, v)
			if code, _ := lea.read(lea.c.Do(r)); code != http.StatusForbidden {
				t.Errorf("%s with %s: %d", path, k, code)
			}
		}
	}
	if !lea.in() || len(s.mails()) != 1 {
		t.Error("something was done")
	}
}

// TestEachRouteForEachUser takes its rows from the table that the pages are served from.
func TestEachRouteForEachUser(t *testing.T) {
	s := open(t)
	who := map[workspace.Role]*browser{
		workspace.Viewer: s.user("vic@office.example"), workspace.Approver: s.user("ari@office.example"), workspace.Lead: s.user("lea@office.example"),
		"": s.browser(),
	}
	var routes []room.Route
	for _, r := range s.o.Own(time.UTC) {
		if r.Path != "/sessions/out" { // who goes is not there for the next row
			routes = append(routes, r)
		}
	}
	routes = append(routes, desk.New(desk.Services{}, s.o.room).Routes()...)
	for _, route := range routes {
		path := strings.NewReplacer("{$}", "", "{", "", "}", "").Replace(route.Path)
		if strings.HasSuffix(path, "/live") {
			continue // goes on for ever; the test of the pages has it
		}
		for role, b := range who {
			b.c.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
			code, _ := b.get(path)
			if route.Method == http.MethodPost {
				code, _ = b.post(path, nil)
			}
			switch {
			case role == "" && code != http.StatusForbidden && code != http.StatusSeeOther:
				t.Errorf("%s for a stranger: %d", route.Pattern(), code)
			case role != "" && (code == http.StatusForbidden) == role.Has(route.Least):
				t.Errorf("%s for a %s: %d", route.Pattern(), role, code)
			}
		}
	}
}

func TestTheTrailSaysWhoDidWhat(t *testing.T) {
	s := open(t)
	lea, vic := s.user("lea@office.example"), s.user("vic@office.example")
	vic.post("/sessions/end", url.Values{"session": {"x"}})
	if _, body := lea.get("/trail"); !strings.Contains(body, "vic@office.example, viewer") || !strings.Contains(body, "end a session") ||
		!strings.Contains(body, "127.0.0.1") || !strings.Contains(body, "sign in") {
		t.Error(body)
	}
}
