package advance_test

import (
	"context"
	"errors"
	"fmt"
	"html"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"pressroom/internal/app"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/mail"
	"pressroom/internal/testdb"
	"pressroom/internal/web/advance"
	"pressroom/internal/web/newsroom"
	"pressroom/internal/web/page"
	"pressroom/templates"
)

func TestMain(m *testing.M) { os.Exit(testdb.Both(m)) }

// office is a workspace with one release under embargo, whose notices and advance copies
// have left.
type office struct {
	*testing.T
	*app.App
	url string
}

const releaseFile = `+++
headline = "Ferry fares fall by half"
subhead = "Quicksilver tariffs from Monday"
embargo = %s
timezone = "Europe/London"
zones = ["Asia/Tokyo", "America/New_York"]
dateline = "HARBOUR"
to = ["press"]
advance = ["press"]
topics = ["transport"]
[[contact]]
name = "Dana Whitlock"
phone = "+44 20 7946 0142"
[[document]]
title = "The figures"
file = "media/figures.txt"
+++
The fares of all ferries fall by half on Monday.
`

func open(t *testing.T, settings string, rows ...string) *office {
	t.Helper()
	dir, ctx := t.TempDir(), context.Background()
	if address := testdb.URL(t, dir); address != "" {
		settings += fmt.Sprintf("[database]\nurl = %q\n", address)
	}
	for name, data := range map[string]string{
		"pressroom.toml": "[organization]\nname = \"Harbour Office\"\n[mail]\nfrom = \"press@harbour.example\"\n[server]\n" +
			"public_url = \"https://press.harbour.example\"\n" + settings,
		"contacts/press.csv":         "email,language,embargo\n" + strings.Join(rows, "\n") + "\n",
		"releases/media/figures.txt": "Quicksilver figures\n",
		"releases/ferry-fares.md":    fmt.Sprintf(releaseFile, time.Now().Add(24*time.Hour).UTC().Format(time.RFC3339)),
	} {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	testdb.Migrated(t, filepath.Join(dir, ".pressroom"))
	a, err := app.Open(ctx, dir, app.World{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	p, err := a.Plan(ctx, "ferry-fares", nil)
	if err == nil {
		err = a.ReadyToSend(ctx)
	}
	if err == nil {
		_, err = p.Schedule(ctx, false, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	o := &office{T: t, App: a}
	o.work()
	site := page.New("Harbour Office", "en", nil)
	site.PublicURL = "https://press.harbour.example"
	door := page.NewDoor(site, a.Links)
	news, err := newsroom.New(site, a.Public, a.Workspace.Settings.Organization, "", templates.Newsroom(nil))
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(site.Handler(advance.New(site, door, a.Agreements, a.Public), news))
	t.Cleanup(s.Close)
	o.url = s.URL
	return o
}

// work delivers until nothing is left that is due.
func (o *office) work() {
	o.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	work, stop := context.WithCancel(ctx)
	ended := make(chan error, 1)
	go func() { ended <- o.Work(work, app.Work{}) }()
	for {
		due, err := o.Ledger.Due(ctx, time.Now())
		if err != nil {
			o.Fatal(err)
		}
		if len(due) == 0 {
			break
		}
		select {
		case err := <-ended:
			o.Fatalf("the work ended: %v", err)
		case <-time.After(20 * time.Millisecond):
		}
	}
	stop()
	if err := <-ended; err != nil && !errors.Is(err, context.Canceled) {
		o.Fatal(err)
	}
}

// link is the page that the newest mail of a kind to an address links.
func (o *office) link(kind embargo.Kind, address string) string {
	o.Helper()
	ctx := context.Background()
	key, err := o.Ledger.Key(ctx)
	if err != nil {
		o.Fatal(err)
	}
	all, err := o.Ledger.Dispatches(ctx, "ferry-fares")
	if err != nil {
		o.Fatal(err)
	}
	for _, d := range all {
		entries, err := o.Ledger.Entries(ctx, d.ID, "")
		if err != nil {
			o.Fatal(err)
		}
		for _, e := range entries {
			if d.Kind == kind && e.Address == address {
				return "/advance/" + mail.Token(key, mail.ForAdvance, e.ID)
			}
		}
	}
	o.Fatalf("no %s to %s", kind, address)
	return ""
}

// browser is one that keeps cookies, and follows nothing.
func browser(t *testing.T) *http.Client {
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
}

func (o *office) ask(c *http.Client, method, path string, form url.Values, headers ...string) (*http.Response, string) {
	o.Helper()
	req, err := http.NewRequest(method, o.url+path, strings.NewReader(form.Encode()))
	if err != nil {
		o.Fatal(err)
	}
	if method == "POST" {
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for i := 0; i < len(headers); i += 2 {
		req.Header.Set(headers[i], headers[i+1])
	}
	resp, err := c.Do(req)
	if err != nil {
		o.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		o.Fatal(err)
	}
	return resp, html.UnescapeString(string(body))
}

func (o *office) counts() (c ledger.Counts, answers int) {
	o.Helper()
	c, err := o.Ledger.Counts(context.Background(), "ferry-fares/advance-1")
	if err != nil {
		o.Fatal(err)
	}
	all, err := o.Agreements.All(context.Background(), "")
	if err != nil {
		o.Fatal(err)
	}
	return c, len(all)
}

var (
	wordsOfTheRelease = regexp.MustCompile(`(?i)fare|ferry|quicksilver|Dana`)
	randomToken       = regexp.MustCompile(`[A-Za-z0-9_-]{40,}`)
)

// tellsTheRelease says whether a page has words of the release in it. A random token that
// happens to hold one tells nothing.
func tellsTheRelease(body string) bool {
	return wordsOfTheRelease.MatchString(randomToken.ReplaceAllString(body, ""))
}

// A robot that opens the link as often as it likes sees who asks, the terms, and buttons,
// and changes nothing; so does one that presses from another site.
// inZones is how the instant of the embargo ends, wherever it is told.
var inZones = regexp.MustCompile(`(?:GMT|BST) / [^()]* JST / [^()]* E[SD]T`)

func TestALinkAloneShowsNothingAndChangesNothing(t *testing.T) {
	o := open(t, "", "ana@a.example,,", "ben@b.example,,yes")
	for what, link := range map[string]string{"notice": o.link(embargo.Notice, "ana@a.example"), "copy": o.link(embargo.Advance, "ben@b.example")} {
		c := browser(t)
		for _, method := range []string{"GET", "GET", "HEAD"} {
			resp, body := o.ask(c, method, link, nil)
			if resp.StatusCode != http.StatusOK || tellsTheRelease(body) || len(c.Jar.Cookies(resp.Request.URL)) > 0 {
				t.Errorf("%s of the link in a %s: %d\n%s", method, what, resp.StatusCode, body)
			}
			if method == "GET" && (!strings.Contains(body, "<button") || !strings.Contains(body, "Harbour Office")) {
				t.Errorf("the page of a %s has no button:\n%s", what, body)
			}
			if method == "GET" && !inZones.MatchString(body) {
				t.Errorf("the page of a %s does not say the instant in the further zones:\n%s", what, body)
			}
			if got := resp.Header.Get("Cache-Control"); got != "no-store" {
				t.Errorf("a %s is kept: %s", what, got)
			}
		}
		resp, _ := o.ask(c, "POST", link, url.Values{"action": {"agree"}}, "Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example")
		if resp.StatusCode != http.StatusForbidden {
			t.Errorf("from another site: %d", resp.StatusCode)
		}
	}
	resp, body := o.ask(browser(t), "GET", o.link(embargo.Advance, "ben@b.example")+"/ferry-fares.pdf", nil)
	if resp.StatusCode != http.StatusSeeOther || body != "" && tellsTheRelease(strings.ReplaceAll(body, "/advance/", "")) {
		t.Errorf("a file for a stranger: %d\n%s", resp.StatusCode, body)
	}
	if c, answers := o.counts(); c.Asked != 1 || answers != 0 {
		t.Errorf("%+v, %d answers", c, answers)
	}
}

func TestTheButtonAgreesInAnyBrowser(t *testing.T) {
	o := open(t, "", "ana@a.example,,")
	link := o.link(embargo.Notice, "ana@a.example")
	for i := range 3 {
		resp, body := o.ask(browser(t), "POST", link, url.Values{"action": {"agree"}})
		if resp.StatusCode != http.StatusOK || !strings.Contains(body, "<h1>Agreed</h1>") || tellsTheRelease(body) {
			t.Errorf("press %d: %d\n%s", i, resp.StatusCode, body)
		}
	}
	if c, answers := o.counts(); c.Asked != 0 || c.Queued != 1 || answers != 1 {
		t.Errorf("%+v, %d answers", c, answers)
	}
}

// Guessed, cut off, of another purpose, of somebody who was erased: one answer.
func TestLinksThatAreNoneAllShowTheSame(t *testing.T) {
	o := open(t, "", "ana@a.example,,", "ben@b.example,,yes")
	link := o.link(embargo.Notice, "ana@a.example")
	_, unknown := o.ask(browser(t), "GET", "/advance/1-aaaa", nil)
	if _, err := o.People.Erase(context.Background(), "ana@a.example"); err != nil {
		t.Fatal(err)
	}
	for what, path := range map[string]string{
		"cut off": link[:len(link)-1], "longer": link + "a", "a further one that is forged": link + "~abc~def", "of somebody erased": link,
	} {
		for _, method := range []string{"GET", "POST"} {
			resp, body := o.ask(browser(t), method, path, url.Values{"action": {"agree"}})
			if resp.StatusCode != http.StatusNotFound || body != unknown {
				t.Errorf("%s, %s: %d\n%s", what, method, resp.StatusCode, body)
			}
		}
	}
	_, err := o.Ledger.Bar(context.Background(), ledger.Bar{Subject: "@b.example", Reason: "r", Until: time.Now().Add(time.Hour)})
	if err != nil {
		t.Fatal(err)
	}
	_, body := o.ask(browser(t), "GET", o.link(embargo.Advance, "ben@b.example"), nil)
	if !strings.Contains(body, "There is no advance copy here") || tellsTheRelease(body) {
		t.Errorf("of somebody barred:\n%s", body)
	}
}

var fileLink = regexp.MustCompile(`href="(/advance/[^"]+/[^"]+)"`)

func TestThePageOfACopyAndWhatIsRecorded(t *testing.T) {
	o := open(t, "[embargo]\nrecord = true\n", "ben@b.example,,yes")
	link := o.link(embargo.Advance, "ben@b.example")
	c := browser(t)
	_, body := o.ask(c, "GET", link, nil)
	if !strings.Contains(body, "It is recorded when you first open it") {
		t.Errorf("the page before the button does not say that it is recorded:\n%s", body)
	}
	visit := regexp.MustCompile(`name="visit" value="([^"]+)"`).FindStringSubmatch(body)
	resp, body := o.ask(c, "POST", link, url.Values{"action": {"open"}, "visit": {visit[1]}})
	for _, want := range []string{"Ferry fares fall by half", "under embargo until", "Dana Whitlock", "+44 20 7946 0142", "ferry-fares.pdf", "ferry-fares.docx", "ferry-fares.txt", "figures.txt"} {
		if !strings.Contains(body, want) {
			t.Errorf("the page lacks %q: %d\n%s", want, resp.StatusCode, body)
		}
	}
	found := fileLink.FindAllStringSubmatch(body, -1)
	if len(found) != 5 { // page, PDF, Word, text, document
		t.Errorf("%d files: %v", len(found), found)
	}
	for _, f := range found {
		at, _, _ := strings.Cut(f[1], "?")
		resp, file := o.ask(c, "GET", at, nil)
		if resp.StatusCode != http.StatusOK || file == "" || resp.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %d, %s", at, resp.StatusCode, resp.Header.Get("Cache-Control"))
		}
		if strings.HasSuffix(at, ".txt") && !strings.Contains(at, "figures") && !strings.Contains(file, "EMBARGOED UNTIL") {
			t.Errorf("the text says nothing of the embargo:\n%s", file)
		}
	}
	// Where no cookie is kept, the ticket in the links of the answer lets in.
	if resp, _ := o.ask(browser(t), "GET", found[0][1], nil); resp.StatusCode != http.StatusOK {
		t.Errorf("with the ticket: %d", resp.StatusCode)
	}
	o.ask(c, "GET", link, nil)
	opened, err := o.Agreements.Readers(context.Background(), "ferry-fares", "a test")
	if err != nil {
		t.Fatal(err)
	}
	var what []string
	for _, r := range opened {
		what = append(what, r.Key+" "+r.What)
	}
	if len(what) != 7 || what[0] != "ben@b.example page" { // the page once; each of five files, and one of them again
		t.Errorf("recorded: %q", what)
	}
	// A further browser is mailed a link of its own.
	_, body = o.ask(browser(t), "GET", link, nil)
	other := regexp.MustCompile(`name="visit" value="([^"]+)"`).FindStringSubmatch(body)
	if _, body = o.ask(browser(t), "POST", link, url.Values{"action": {"open"}, "visit": {other[1]}}); tellsTheRelease(body) || !strings.Contains(body, "A mail is on its way") {
		t.Errorf("a further browser:\n%s", body)
	}
	if _, err := o.People.Erase(context.Background(), "ben@b.example"); err != nil {
		t.Fatal(err)
	}
	if opened, err := o.Agreements.Readers(context.Background(), "ferry-fares", "again"); err != nil || len(opened) != 0 {
		t.Errorf("after they were erased: %v, %v", opened, err)
	}
}

func TestThePageEndsAtTheLift(t *testing.T) {
	o := open(t, "", "ana@a.example,,", "ben@b.example,,yes")
	notice, copied := o.link(embargo.Notice, "ana@a.example"), o.link(embargo.Advance, "ben@b.example")
	ctx := context.Background()
	m, err := o.Embargo.PrepareLift(ctx, "ferry-fares", "a test")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := m.Do(ctx); err != nil {
		t.Fatal(err)
	}
	o.work()
	if err := o.Public.Refresh(ctx); err != nil {
		t.Fatal(err)
	}
	for _, link := range []string{notice, copied} {
		if _, body := o.ask(browser(t), "GET", link, nil); !strings.Contains(body, `<a href="/ferry-fares">Read the release</a>`) {
			t.Errorf("after the lift:\n%s", body)
		}
		if _, body := o.ask(browser(t), "POST", link, url.Values{"action": {"agree"}}); !strings.Contains(body, "It is public") {
			t.Errorf("the button after the lift:\n%s", body)
		}
	}
	resp, _ := o.ask(browser(t), "GET", copied+"/ferry-fares.pdf", nil)
	if resp.StatusCode != http.StatusSeeOther || resp.Header.Get("Location") != "/ferry-fares.pdf" {
		t.Errorf("a file: %d %s", resp.StatusCode, resp.Header.Get("Location"))
	}
	if _, answers := o.counts(); answers != 0 {
		t.Errorf("%d answers were recorded after the lift", answers)
	}
}
