package lists_test

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"testing"
	"time"

	"pressroom/internal/app"
	"pressroom/internal/testdb"
	"pressroom/internal/visitor"
	"pressroom/internal/web/lists"
	"pressroom/internal/web/room"
	"pressroom/internal/workspace"
)

const press = "email,name,outlet,language,embargo,tags\r\nana@paper.example,Ana,\"The Paper, Inc\",en,yes,main\r\n" +
	"bo@radio.example , Bo ,Radio,en,,main\r\n\r\ncy@blog.example,Cy,,es,yes,early"

const segments = "# whom we know\n[segment.main]\nwhere = '\"main\" in tags'  # nearly all\n[segment.early]\nwhere = '\"early\" in tags'\n"

var now = time.Date(2026, 7, 20, 10, 0, 0, 0, time.UTC)

// stage is a press office in the browser, with a clock that stands.
type stage struct {
	t    *testing.T
	app  *app.App
	srv  *httptest.Server
	role workspace.Role

	routes []room.Route
}

func open(t *testing.T, files ...string) *stage {
	t.Helper()
	dir := t.TempDir()
	files = append([]string{
		"pressroom.toml", "[organization]\nname = \"Harbor\"\ntimezone = \"UTC\"\n[server]\npublic_url = \"https://press.harbor.example\"\n",
		"contacts/press.csv", press, "contacts/segments.toml", segments,
	}, files...)
	for i := 0; i < len(files); i += 2 {
		if err := workspace.WriteFile(filepath.Join(dir, files[i]), []byte(files[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	log := slog.New(slog.NewTextHandler(t.Output(), nil))
	testdb.Migrated(t, filepath.Join(dir, ".pressroom"))
	a, err := app.Open(context.Background(), dir, app.World{Now: func() time.Time { return now }, Log: log})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	s := &stage{t: t, app: a, role: workspace.Lead}
	m := &room.Room{
		Who: func(*http.Request) (*room.Actor, error) {
			return &room.Actor{Name: "Lea", Email: "lea@harbor.example", Role: s.role}, nil
		},
		Log: log, Language: "en", Closed: func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusForbidden) },
	}
	s.routes = lists.New(lists.Services{Press: a, Workspace: a.Workspace, Lists: a.Desk, People: a.People, Ledger: a.Ledger}, m).Routes()
	h, err := m.Handler(s.routes)
	if err != nil {
		t.Fatal(err)
	}
	s.srv = httptest.NewServer(h)
	t.Cleanup(s.srv.Close)
	return s
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

// press posts the form of a page that posts to a path, as it was shown, with other values.
func (s *stage) press(body, path string, more ...string) (int, string) {
	s.t.Helper()
	return s.visitor().Post(path, s.form(body, path, more...))
}

// form is what a browser sends of a page's form that nobody has touched, and other values
// as name, value.
func (s *stage) form(body, path string, more ...string) url.Values {
	s.t.Helper()
	return s.visitor().Form(body, path, more...)
}

func (s *stage) read(name string) string {
	s.t.Helper()
	data, err := os.ReadFile(filepath.Join(s.app.Workspace.Dir, name))
	if err != nil {
		s.t.Fatal(err)
	}
	return string(data)
}

func (s *stage) write(name, data string) {
	s.t.Helper()
	if err := workspace.WriteFile(filepath.Join(s.app.Workspace.Dir, name), []byte(data)); err != nil {
		s.t.Fatal(err)
	}
}
