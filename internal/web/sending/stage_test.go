package sending_test

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"pressroom/internal/app"
	"pressroom/internal/ledger"
	"pressroom/internal/store"
	"pressroom/internal/testdb"
	"pressroom/internal/visitor"
	"pressroom/internal/web/room"
	"pressroom/internal/web/sending"
	"pressroom/internal/workspace"
)

var start = time.Date(2026, 7, 20, 10, 0, 0, 0, time.UTC)

const press = "email,name,outlet,language,embargo,tags\nana@paper.example,Ana,The Paper,en,yes,main\n" +
	"bo@radio.example,Bo,Radio,en,,main\ncy@blog.example,Cy,,en,yes,early\n"

const segments = "[segment.main]\nwhere = '\"main\" in tags'\n[segment.early]\nwhere = '\"early\" in tags'\n"

// levee is a release of a timing.
func levee(timing string) string {
	return "+++\nheadline = \"The levee holds\"\n" + timing + "\ntimezone = \"UTC\"\ndateline = \"CITY\"\n" +
		"[[contact]]\nname = \"Dana\"\nphone = \"1\"\n+++\nIt held all night.\n"
}

const (
	atOnce = "date = 2026-07-20\nto = [\"main\"]"
	later  = "embargo = 2026-07-26T09:00:00Z\nto = [\"main\"]\nadvance = [\"early\"]"
	atWord = "release_at = \"hold\"\nto = [\"main\"]"
)

// onTheDay is a release that goes out at once on the day of a stage: PostgreSQL has a clock
// of its own.
func onTheDay(t *testing.T) string {
	day := start
	if onPostgres(t) {
		day = time.Now().UTC()
	}
	return strings.Replace(atOnce, start.Format(time.DateOnly), day.Format(time.DateOnly), 1)
}

// onPostgres tells whether a test works on PostgreSQL: those of many at once do, on both.
func onPostgres(t *testing.T) bool {
	return testdb.Dialect() == store.PostgreSQL && strings.Contains(t.Name(), "Work")
}

// stage is a press office in the browser, with a clock that stands.
type stage struct {
	t   *testing.T
	app *app.App
	srv *httptest.Server

	mu   sync.Mutex
	real bool // the clock is PostgreSQL's
	now  time.Time
	who  room.Actor

	routes []room.Route
}

func open(t *testing.T, release, settings string) *stage {
	t.Helper()
	dir := t.TempDir()
	s := &stage{t: t, now: start, who: room.Actor{Name: "Ana", Email: "ana@harbor.example", Role: workspace.Lead}, real: onPostgres(t)}
	if s.real {
		settings += "[database]\nurl = \"" + testdb.URL(t, dir) + "\"\n"
	}
	for name, data := range map[string]string{
		"pressroom.toml":    "[organization]\nname = \"Harbor\"\ntimezone = \"UTC\"\n[mail]\nfrom = \"press@harbor.example\"\n" + settings,
		"releases/levee.md": release, "contacts/press.csv": press, "contacts/segments.toml": segments,
	} {
		if err := workspace.WriteFile(filepath.Join(dir, name), []byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	testdb.Migrated(t, filepath.Join(dir, ".pressroom"))
	a, err := app.Open(context.Background(), dir, app.World{Now: s.clock, Log: slog.New(slog.NewTextHandler(t.Output(), nil))})
	if err != nil {
		t.Fatal(err)
	}
	s.app = a
	t.Cleanup(func() { a.Close() })
	s.srv, s.routes = s.serves(s.asks)
	return s
}

// serves is one more office on the same workspace, as the desk of this machine and the one
// under the public address are; who tells who asks.
func (s *stage) serves(who func(*http.Request) (*room.Actor, error)) (*httptest.Server, []room.Route) {
	s.t.Helper()
	a, log := s.app, slog.New(slog.NewTextHandler(s.t.Output(), nil))
	m := &room.Room{Who: who, Log: log, Language: "en", Closed: func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusForbidden) }}
	routes := sending.New(sending.Services{
		Press: a, Workspace: a.Workspace, Ledger: a.Ledger, Embargo: a.Embargo, People: a.People, Agreements: a.Agreements, Revisions: a.Revisions, Author: a.Author(), Log: log,
	}, m, time.Millisecond).Routes()
	h, err := m.Handler(routes)
	if err != nil {
		s.t.Fatal(err)
	}
	srv := httptest.NewServer(h)
	s.t.Cleanup(srv.Close)
	return srv, routes
}

func (s *stage) clock() time.Time {
	if s.real {
		return time.Now()
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.now
}

// asks is who asks.
func (s *stage) asks(*http.Request) (*room.Actor, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	who := s.who
	return &who, nil
}

// pass lets time pass.
func (s *stage) pass(d time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.now = s.now.Add(d)
}

func (s *stage) is(email string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.who.Name, s.who.Email = email, email
}

func (s *stage) write(name, data string) {
	s.t.Helper()
	if err := workspace.WriteFile(filepath.Join(s.app.Workspace.Dir, name), []byte(data)); err != nil {
		s.t.Fatal(err)
	}
}

// visitor reads the pages of the press office.
func (s *stage) visitor() visitor.Visitor { return visitor.Visitor{T: s.t, Server: s.srv.URL} }

// get reads a page.
func (s *stage) get(path string) (int, string) {
	s.t.Helper()
	return s.visitor().Get(path)
}

func (s *stage) answer(r *http.Response, err error) (int, string) {
	s.t.Helper()
	return s.visitor().Answer(r, err)
}

// shows reads a page that has to say something.
func (s *stage) shows(path string, want ...string) string {
	s.t.Helper()
	return s.visitor().Shows(path, want...)
}

func (s *stage) says(what, body string, want ...string) {
	s.t.Helper()
	s.visitor().Says(what, body, want...)
}

// press posts the form of a page that posts to a path, as it was shown, with more fields.
func (s *stage) press(body, path string, more ...string) (int, string) {
	s.t.Helper()
	return s.visitor().Post(path, s.form(body, path, more...))
}

// form are the hidden fields of a page's form, and more fields as name, value.
func (s *stage) form(body, path string, more ...string) url.Values {
	s.t.Helper()
	return s.visitor().Hidden(body, path, more...)
}

// state is that of a mailing.
func (s *stage) state(id string) ledger.State {
	s.t.Helper()
	return s.mailing(id).State
}

func (s *stage) mailing(id string) *ledger.Dispatch {
	s.t.Helper()
	d, err := s.app.Ledger.Dispatch(context.Background(), id)
	if err != nil {
		s.t.Fatal(id, err)
	}
	return d
}

// leaves has a mailing leave as a worker would: a server takes each message of it.
func (s *stage) leaves(id string) {
	s.t.Helper()
	ctx, l := context.Background(), s.app.Ledger
	lock, err := l.DB().LockWorker(ctx)
	if err != nil {
		s.t.Fatal(err)
	}
	defer lock.Release()
	if d, err := l.Gate(ctx, id, 0); err != nil || !d.Pass.Valid() {
		s.t.Fatalf("the gate of %s: %+v, %v", id, d, err)
	}
	all, err := l.Claim(ctx, id, lock.ID, 100)
	if err != nil || len(all) == 0 {
		s.t.Fatal(len(all), err)
	}
	var out []ledger.Outcome
	for _, d := range all {
		out = append(out, ledger.Outcome{
			Delivery: d, Result: ledger.Sent, At: s.clock(), Server: "mx.example", Stage: "content", Code: 250, Reply: "queued as 7",
		})
	}
	if _, err := l.Record(ctx, out); err != nil {
		s.t.Fatal(err)
	}
	if _, _, err := l.Settle(ctx, id); err != nil {
		s.t.Fatal(err)
	}
	s.pass(time.Minute)
}
