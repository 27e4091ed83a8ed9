package app

import (
	"bufio"
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"pressroom/internal/office"
	"pressroom/internal/web/page"
	"pressroom/internal/web/room"
	"pressroom/internal/workspace"
)

// allowed is who may come to an address of the press office, and what the trail calls it.
type allowed struct {
	least workspace.Role
	act   string
}

// readAllowed reads testdata/rooms.txt. It says who may come where, and nothing in the
// program does: it is what the program is held against.
func readAllowed(t *testing.T) map[string]allowed {
	t.Helper()
	f, err := os.Open("testdata/rooms.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out := make(map[string]allowed)
	for lines := bufio.NewScanner(f); lines.Scan(); {
		line := lines.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		word := strings.Fields(line)
		if len(word) < 3 {
			t.Fatalf("testdata/rooms.txt: %q", line)
		}
		pattern := word[0] + " " + word[1]
		if _, twice := out[pattern]; twice {
			t.Errorf("testdata/rooms.txt has %s twice", pattern)
		}
		out[pattern] = allowed{workspace.Role(word[2]), strings.Join(word[3:], " ")}
	}
	return out
}

const threeUsers = "[organization]\nname = \"Open Harbor\"\ntimezone = \"UTC\"\n[server]\npublic_url = \"https://press.example/news\"\n" +
	"[[user]]\nemail = \"lea@office.example\"\nrole = \"lead\"\n[[user]]\nemail = \"ari@office.example\"\nrole = \"approver\"\n" +
	"[[user]]\nemail = \"vic@office.example\"\nrole = \"viewer\"\n[[user]]\nemail = \"vera@office.example\"\nrole = \"viewer\"\n"

const quietRelease = "+++\nheadline = \"A secret merger\"\nembargo = 2026-07-26T09:00:00Z\nto = [\"press\"]\naccess = [\"vic@office.example\"]\n" +
	"[[contact]]\nname = \"Dana\"\nphone = \"1\"\n+++\nThey merge on Monday.\n"

// pressOffice is the press office under the public address as the program puts it together, and
// browsers in which its users are.
type pressOffice struct {
	t       *testing.T
	app     *App
	handler http.Handler
	routes  []room.Route
	codes   map[string][]string
}

func openOffice(t *testing.T) *pressOffice {
	t.Helper()
	dir := t.TempDir()
	for name, data := range map[string]string{
		"pressroom.toml": threeUsers, "releases/merger.md": quietRelease, "contacts/press.csv": "email,name\njo@paper.example,Jo\n",
	} {
		if err := workspace.WriteFile(dir+"/"+name, []byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	ctx, log := context.Background(), slog.New(slog.NewTextHandler(t.Output(), nil))
	var looks atomic.Int64 // each look at the clock sees it a moment later: the trail is in order
	start := time.Date(2026, 7, 20, 10, 0, 0, 0, time.UTC)
	clock := func() time.Time { return start.Add(time.Duration(looks.Add(1)) * time.Millisecond) }
	a, err := Open(ctx, dir, World{Now: clock, Log: log})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	site := page.New("Open Harbor", "en", log)
	site.PublicURL = a.Workspace.Settings.Server.PublicURL
	press, err := a.office(site)
	if err != nil {
		t.Fatal(err)
	}
	p := &pressOffice{t: t, app: a, handler: site.Handler(press), routes: press.Table(), codes: make(map[string][]string)}
	return p
}

// goes is an answer to somebody who goes with the first that is sent at once.
type goes struct {
	*httptest.ResponseRecorder
	leave func()
}

func (g goes) Flush() { g.leave() }

// ask asks as somebody whose cookies are given.
func (p *pressOffice) ask(cookies []*http.Cookie, method, path string, form url.Values) *http.Response {
	ctx, leave := context.WithCancel(context.Background())
	defer leave()
	r := httptest.NewRequestWithContext(ctx, method, "https://press.example/news/office"+path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	for _, c := range cookies {
		r.AddCookie(c)
	}
	w := goes{httptest.NewRecorder(), leave}
	p.handler.ServeHTTP(w, r)
	return w.Result()
}

// in are the cookies of a user who has come in by a printed code.
func (p *pressOffice) in(email string) []*http.Cookie {
	p.t.Helper()
	if len(p.codes[email]) == 0 {
		codes, err := p.app.Office.Print(context.Background(), email)
		if err != nil {
			p.t.Fatal(err)
		}
		p.codes[email] = codes
	}
	code := p.codes[email][0]
	p.codes[email] = p.codes[email][1:]
	res := p.ask(nil, "POST", "/in/printed", url.Values{"email": {email}, "code": {code}})
	if res.StatusCode != http.StatusSeeOther {
		p.t.Fatalf("%s does not come in: %d", email, res.StatusCode)
	}
	return res.Cookies()
}

// trail is what was kept of a user, the newest first, without their coming in.
func (p *pressOffice) trail(email string) (out []office.Deed) {
	p.t.Helper()
	all, err := p.app.Office.Trail(context.Background(), 10_000)
	if err != nil {
		p.t.Fatal(err)
	}
	return slices.DeleteFunc(all, func(d office.Deed) bool { return d.Name != email || strings.HasPrefix(d.Act, "sign in") })
}

// TestEachAddressIsForWhoMay takes the addresses from the router, and who may come there
// from testdata/rooms.txt: an address that does not stand there fails.
func TestEachAddressIsForWhoMay(t *testing.T) {
	p, want := openOffice(t), readAllowed(t)
	who := map[workspace.Role]string{workspace.Viewer: "vic@office.example", workspace.Approver: "ari@office.example", workspace.Lead: "lea@office.example"}
	cookies := make(map[workspace.Role][]*http.Cookie)
	for role, email := range who {
		cookies[role] = p.in(email)
	}
	known := make(map[string]bool)
	for _, route := range p.routes {
		pattern := route.Pattern()
		known[pattern] = true
		rule, ok := want[pattern]
		if !ok {
			t.Errorf("%s is served, and testdata/rooms.txt does not say who may come there", pattern)
			continue
		}
		if rule.act == "" && route.Method == http.MethodPost {
			t.Errorf("%s does something, and the trail has no word for it", pattern)
		}
		path := strings.NewReplacer("{$}", "", "{slug}", "merger", "{name}", "release-1", "{form}", "text", "{act}", "cancel", "{", "", "}", "").Replace(route.Path)
		for _, role := range []workspace.Role{"", workspace.Viewer, workspace.Approver, workspace.Lead} {
			before := len(p.trail(who[role]))
			res := p.ask(cookies[role], route.Method, path, nil)
			switch {
			case role == "" && (res.StatusCode != http.StatusForbidden && res.Header.Get("Location") != "/news/office/in"):
				t.Errorf("%s for a stranger: %d to %q", pattern, res.StatusCode, res.Header.Get("Location"))
			case role != "" && (res.StatusCode == http.StatusForbidden) == role.Has(rule.least):
				t.Errorf("%s for a %s: %d", pattern, role, res.StatusCode)
			}
			if res.Header.Get("Cache-Control") == "" || res.Header.Get("Content-Security-Policy") == "" {
				t.Errorf("%s for %q: %v", pattern, role, res.Header)
			}
			kept := p.trail(who[role])
			switch n := len(kept) - before; {
			case role == "":
			case rule.act == "" && n != 0, rule.act != "" && n != 1:
				t.Errorf("%s for a %s: the trail has %d more, which is to be called %q", pattern, role, n, rule.act)
			case n == 1 && (kept[0].Act != rule.act || kept[0].Role != role || kept[0].Status != res.StatusCode || kept[0].Origin == ""):
				t.Errorf("%s for a %s is kept as %+v, and was %d", pattern, role, kept[0], res.StatusCode)
			}
			if path == "/sessions/out" && role != "" {
				cookies[role] = p.in(who[role])
			}
		}
	}
	for pattern := range want {
		if !known[pattern] {
			t.Errorf("testdata/rooms.txt has %s, and nothing is served there", pattern)
		}
	}
}
