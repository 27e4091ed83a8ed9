package desk

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"pressroom/internal/coalition"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/sandbox"
	"pressroom/internal/testdb"
	"pressroom/internal/web/room"
	"pressroom/internal/workspace"
)

// kept is a trail that remembers.
type kept struct {
	deeds []string
	fails bool
}

func (k *kept) Begin(_ context.Context, d room.Deed) (string, error) {
	if k.fails {
		return "", errors.New("the disk is full")
	}
	k.deeds = append(k.deeds, d.Who.By()+" "+d.Act+" "+d.Path)
	return "1", nil
}

func (k *kept) End(context.Context, string, int) error { return nil }

// office is a press office in which somebody of a role is; "" for nobody.
func office(t *testing.T, role *workspace.Role, trail room.Trail) (*ledger.Ledger, http.Handler, []room.Route) {
	t.Helper()
	l := ledger.New(testdb.Open(t, t.TempDir()), time.Now)
	w := folder(t, nil)
	log := slog.New(slog.DiscardHandler)
	s := services(w, l, sandbox.Mailbox{Dir: t.TempDir()}, log)
	s.Coalition = coalition.New(l, w, time.Now, "")
	m := &room.Room{
		Base: "/office", Trail: trail, Log: log, Language: "en", Links: room.Usual,
		Who: func(*http.Request) (*room.Actor, error) {
			if *role == "" {
				return nil, nil
			}
			return &room.Actor{Name: "Ana", Email: "ana@office.example", Role: *role}, nil
		},
		Closed: func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusForbidden) },
	}
	routes := New(s, m).Routes()
	h, err := m.Handler(routes)
	if err != nil {
		t.Fatal(err)
	}
	return l, h, routes
}

// once is an answer to somebody who goes with the first that is sent at once.
type once struct {
	*httptest.ResponseRecorder
	leave func()
}

func (o once) Flush() { o.leave() }

func ask(h http.Handler, method, path string) *http.Response {
	ctx, leave := context.WithCancel(context.Background())
	defer leave()
	w := once{httptest.NewRecorder(), leave}
	h.ServeHTTP(w, httptest.NewRequestWithContext(ctx, method, "/office"+path, nil))
	return w.Result()
}

// TestEachRouteIsForWhoMay takes its rows from the table of routes itself: one that is added
// is in the test.
func TestEachRouteIsForWhoMay(t *testing.T) {
	var role workspace.Role
	trail := new(kept)
	_, h, routes := office(t, &role, trail)
	if len(routes) < 13 {
		t.Fatalf("%d routes", len(routes))
	}
	seen := make(map[string]bool)
	for _, route := range routes {
		if seen[route.Pattern()] {
			t.Errorf("%s stands twice", route.Pattern())
		}
		seen[route.Pattern()] = true
		if !route.Least.Has(workspace.Viewer) {
			t.Errorf("%s names nobody who may come there", route.Pattern())
		}
		if (route.Method == http.MethodPost) && route.Act == "" {
			t.Errorf("%s does something, and the trail has no word for it", route.Pattern())
		}
		if route.Method != http.MethodGet && route.Method != http.MethodPost {
			t.Errorf("%s", route.Pattern())
		}
		path := strings.NewReplacer("{$}", "", "{", "", "}", "").Replace(route.Path)
		for _, role = range []workspace.Role{"", "boss", workspace.Viewer, workspace.Approver, workspace.Lead} {
			before := len(trail.deeds)
			res := ask(h, route.Method, path)
			if refused := res.StatusCode == http.StatusForbidden; refused == role.Has(route.Least) {
				t.Errorf("%s for %q answers %d", route.Pattern(), role, res.StatusCode)
			}
			if want := route.Act != "" && role != ""; (len(trail.deeds) > before) != want {
				t.Errorf("%s for %q: the trail has %q", route.Pattern(), role, trail.deeds[before:])
			}
			if res.Header.Get("Content-Security-Policy") == "" || res.Header.Get("Cache-Control") != "no-store" {
				t.Errorf("%s: %v", route.Pattern(), res.Header)
			}
		}
	}
}

func TestWhatCannotBeKeptIsNotDone(t *testing.T) {
	role := workspace.Lead
	trail := &kept{fails: true}
	_, h, _ := office(t, &role, trail)
	if res := ask(h, "POST", "/quotes/x/order"); res.StatusCode != http.StatusInternalServerError {
		t.Errorf("%d", res.StatusCode)
	}
}

func TestARouteWithoutRoleLetsNobodyIn(t *testing.T) {
	m := &room.Room{
		Who: func(*http.Request) (*room.Actor, error) { return &room.Actor{Role: workspace.Lead}, nil }, Log: slog.New(slog.DiscardHandler),
	}
	h, err := m.Handler([]room.Route{{Method: "GET", Path: "/open", Handler: func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "in") }}})
	if err != nil {
		t.Fatal(err)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("GET", "/open", nil))
	if w.Code != http.StatusForbidden || strings.Contains(w.Body.String(), "in\n") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

func TestAFormOfAnotherSiteDoesNothing(t *testing.T) {
	role := workspace.Lead
	trail := new(kept)
	_, h, _ := office(t, &role, trail)
	for _, from := range []map[string]string{
		{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "https://evil.example"}, {"Origin": "null"},
	} {
		r := httptest.NewRequest("POST", "/office/quotes/x/order", strings.NewReader("order=lot"))
		for k, v := range from {
			r.Header.Set(k, v)
		}
		w := httptest.NewRecorder()
		if h.ServeHTTP(w, r); w.Code != http.StatusForbidden || len(trail.deeds) > 0 {
			t.Errorf("%v: %d, %q", from, w.Code, trail.deeds)
		}
	}
}

// TestAViewerSeesNoWords also holds that everybody else sees them.
func TestAViewerSeesNoWords(t *testing.T) {
	var role workspace.Role
	l, h, _ := office(t, &role, nil)
	schedule(t, l, "quiet-name", "A secret merger", time.Now().Add(time.Hour))
	for role = range map[workspace.Role]bool{workspace.Viewer: true, workspace.Approver: true} {
		for _, path := range []string{"/", "/today/live", "/releases", "/releases?q=secret", "/releases?q=quiet"} {
			b, err := io.ReadAll(ask(h, "GET", path).Body)
			if err != nil {
				t.Fatal(err)
			}
			body := string(b)
			if strings.Contains(body, "merger") == (role == workspace.Viewer) {
				t.Errorf("%s for %s:\n%s", path, role, body)
			}
			if path != "/releases?q=secret" && !strings.Contains(body, "quiet-name") {
				t.Errorf("%s for %s does not say how it stands:\n%s", path, role, body)
			}
		}
	}
}

// schedule has a release with one journalist go out at an instant.
func schedule(t *testing.T, l *ledger.Ledger, slug, headline string, at time.Time) string {
	t.Helper()
	ctx := context.Background()
	id, err := l.Create(ctx, ledger.Draft{
		Slug: slug, Headline: headline, Kind: embargo.Release, ReleaseAt: at, Grace: time.Hour, Zone: "America/Los_Angeles",
		Sender: "p@x.example", Snapshot: []byte("{}"),
	})
	if err == nil {
		err = l.Add(ctx, id, []ledger.Recipient{{Key: "a@b.example", Address: "a@b.example"}})
	}
	if err == nil {
		err = l.Schedule(ctx, ledger.Scheduling{Slug: slug, Revision: "r", IDs: []string{id}})
	}
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// flow is an answer that is read while it is written.
type flow struct {
	*httptest.ResponseRecorder
	flushed chan string
}

func (f *flow) Flush() { f.flushed <- f.Body.String(); f.Body.Reset() }

func TestAnOpenPageHearsWhatChangesAndIsToldOnce(t *testing.T) {
	role := workspace.Lead
	l := ledger.New(testdb.Open(t, t.TempDir()), time.Now)
	log := slog.New(slog.DiscardHandler)
	id := schedule(t, l, "quiet-name", "A merger", time.Now().Add(time.Hour))
	d := New(services(folder(t, nil), l, sandbox.Mailbox{Dir: t.TempDir()}, log), &room.Room{
		Log: log, Who: func(*http.Request) (*room.Actor, error) { return &room.Actor{Role: role}, nil },
	})
	d.every, d.share = 0, 0
	ticks, f, ended := make(chan time.Time), &flow{httptest.NewRecorder(), make(chan string)}, make(chan error, 1)
	m := &room.Room{Log: log, Who: d.room.Who}
	h, err := m.Handler([]room.Route{{Method: "GET", Path: "/live", Least: workspace.Viewer, Handler: func(_ http.ResponseWriter, r *http.Request) {
		ended <- d.follow(f, r, ticks)
	}}})
	if err != nil {
		t.Fatal(err)
	}
	go h.ServeHTTP(f, httptest.NewRequest("GET", "/live", nil))
	if first := <-f.flushed; !strings.Contains(first, "event: show") || strings.Contains(first, "event: say") {
		t.Errorf("at first:\n%s", first)
	}
	ticks <- time.Time{}
	if same := <-f.flushed; same != "" {
		t.Errorf("nothing has changed:\n%s", same)
	}
	if err := l.Pause(context.Background(), id); err != nil {
		t.Fatal(err)
	}
	ticks <- time.Time{}
	if news := <-f.flushed; strings.Count(news, "event: say\ndata: A merger is paused: paused by hand.\n") != 1 || !strings.Contains(news, "event: show") {
		t.Errorf("after a pause:\n%s", news)
	}
	ticks <- time.Time{}
	if again := <-f.flushed; again != "" {
		t.Errorf("said twice:\n%s", again)
	}
	role = workspace.Viewer // not let in as before: it ends
	ticks <- time.Time{}
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

// However many have the page open, the day is read once in a moment, and the less often the
// longer that takes.
func TestManyHaveTodayOpenWithOneReading(t *testing.T) {
	ctx := context.Background()
	l := ledger.New(testdb.Open(t, t.TempDir()), time.Now)
	d := New(services(folder(t, nil), l, sandbox.Mailbox{Dir: t.TempDir()}, slog.New(slog.DiscardHandler)), &room.Room{})
	read := func() int {
		t.Helper()
		day, err := d.glance(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return len(day.Next)
	}
	d.every = time.Hour
	before := read()
	schedule(t, l, "quiet-name", "A merger", time.Now().Add(time.Hour))
	if now := read(); before != 0 || now != 0 {
		t.Errorf("%d, then %d go out next", before, now)
	}
	d.every, d.glances.took = 0, time.Hour
	if now := read(); now != 0 {
		t.Errorf("it was read again: %d", now)
	}
	d.glances.took = 0
	if now := read(); now != 1 {
		t.Errorf("it was not read again: %d", now)
	}
}
