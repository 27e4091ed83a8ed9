package board_test

import (
	"context"
	"html"
	"image"
	"image/jpeg"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pressroom/internal/app"
	"pressroom/internal/coalition"
	"pressroom/internal/frontmatter"
	"pressroom/internal/testdb"
	"pressroom/internal/visitor"
	"pressroom/internal/web/board"
	"pressroom/internal/web/desk"
	"pressroom/internal/web/room"
	"pressroom/internal/workspace"
)

const settings = "[organization]\nname = \"Harbor\"\ntimezone = \"UTC\"\n[mail]\nfrom = \"Press <press@harbor.example>\"\n" +
	"[server]\npublic_url = \"https://press.harbor.example\"\nlisten = \"127.0.0.1:0\"\n" +
	"[[org]]\nid = \"river\"\nname = \"River Alliance\"\ncontact = \"Ana Ruiz <ana@river.example>\"\n" +
	"[[org]]\nid = \"quiet\"\nname = \"Quiet Coast\"\n"

const levee = "+++\nheadline = \"The levee holds\"\nembargo = 2026-07-26T09:00:00Z\ntimezone = \"UTC\"\nto = [\"press\"]\ndateline = \"CITY\"\n" +
	"[[contact]]\nname = \"Dana\"\nphone = \"1\"\n+++\nIt held all night.\n"

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
	files = append([]string{"pressroom.toml", settings, "releases/levee.md", levee, "contacts/press.csv", "email\nbo@radio.example\n"}, files...)
	for i := 0; i < len(files); i += 2 {
		if err := workspace.WriteFile(filepath.Join(dir, files[i]), []byte(files[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	log := slog.New(slog.NewTextHandler(t.Output(), nil))
	now := time.Date(2026, 7, 20, 10, 0, 0, 0, time.UTC)
	testdb.Migrated(t, filepath.Join(dir, ".pressroom"))
	a, err := app.Open(context.Background(), dir, app.World{Now: func() time.Time { return now }, Log: log})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	s := &stage{t: t, app: a, role: workspace.Lead}
	m := &room.Room{
		Base: "/office", Log: log, Language: "en", Closed: func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusForbidden) },
		Who: func(*http.Request) (*room.Actor, error) { return &room.Actor{Name: "Lea", Role: s.role}, nil },
	}
	s.routes = board.New(board.Services{Coalition: a.Coalition, Workspace: a.Workspace, Log: log}, m).Routes()
	h, err := m.Handler(append(s.routes, desk.New(desk.Services{Workspace: a.Workspace, Ledger: a.Ledger, Coalition: a.Coalition, Log: log}, m).Routes()...))
	if err != nil {
		t.Fatal(err)
	}
	s.srv = httptest.NewServer(h)
	t.Cleanup(s.srv.Close)
	return s
}

// visitor reads the pages of the press office.
func (s *stage) visitor() visitor.Visitor {
	return visitor.Visitor{T: s.t, Server: s.srv.URL + "/office"}
}

func (s *stage) get(path string) (int, string) {
	s.t.Helper()
	code, body := s.visitor().Get(path)
	return code, html.UnescapeString(body)
}

func (s *stage) post(path string, form url.Values) (int, string) {
	s.t.Helper()
	code, body := s.visitor().Post(path, form)
	return code, html.UnescapeString(body)
}

// shows reads a page that has to say something.
func (s *stage) shows(path string, want ...string) string {
	s.t.Helper()
	return html.UnescapeString(s.visitor().Shows(path, want...))
}

func asking(more ...string) url.Values {
	form := url.Values{
		"org": {"river"}, "soft": {"2026-07-24T18:00"}, "hard": {"2026-07-25T18:00"}, "words": {"40"}, "show": {"full"},
		"from": {"Lea <lea@harbor.example>"}, "note": {"We go out at nine."},
	}
	for i := 0; i < len(more); i += 2 {
		form.Set(more[i], more[i+1])
	}
	return form
}

func TestQuotesAreAskedFor(t *testing.T) {
	s := open(t)
	s.shows("/quotes", "Nothing waits: no quote is open.", "/office/ask/levee")
	s.shows("/quotes?all=yes", "No quote was asked for yet.")
	s.shows("/ask/levee", "The levee holds", "Ana Ruiz <ana@river.example>", "Nobody to ask", `value="2026-07-26T08:00"`, `value="2026-07-25T08:00"`,
		"Press <press@harbor.example>", "By the clock of UTC")
	for field, c := range map[string][2]string{
		"hard": {"2026-07-30T18:00", "after the release goes out"}, "soft": {"2026-07-26T08:30", "asked for after the link closes"},
		"words": {"many", "is a number of words"}, "from": {"nobody", "is no address"}, "org": {"quiet", "Nobody to ask at Quiet Coast"},
	} {
		code, body := s.post("/ask/levee", asking(field, c[0]))
		if code != http.StatusUnprocessableEntity || !strings.Contains(body, c[1]) || strings.Contains(body, "--") || !strings.Contains(body, "We go out at nine.") {
			t.Errorf("%s: %d\n%s", field, code, body)
		}
	}
	if code, body := s.post("/ask/levee", url.Values{}); code != http.StatusUnprocessableEntity || !strings.Contains(body, "Choose whom to ask.") {
		t.Errorf("%d\n%s", code, body)
	}
	if code, _ := s.get("/ask/other"); code != http.StatusNotFound {
		t.Errorf("a release that is not there: %d", code)
	}
	code, body := s.post("/ask/levee", asking())
	if code != http.StatusOK || !strings.Contains(body, "Asked. Each person gets a mail") {
		t.Fatalf("%d\n%s", code, body)
	}
	all, err := s.app.Coalition.Requests(context.Background(), "levee")
	if err != nil || len(all) != 1 || all[0].Words != 40 || all[0].Show != coalition.ShowFull || all[0].Asker != "Lea <lea@harbor.example>" {
		t.Fatalf("%+v, %v", all, err)
	}
	s.shows("/quotes", "River Alliance", "asked", "waits for them", "Fri 24 July 2026, 18:00 UTC")
}

func TestNobodyIsAskedWithoutAWayToAnswer(t *testing.T) {
	s := open(t, "pressroom.toml", strings.Replace(settings, "listen = \"127.0.0.1:0\"\n", "", 1))
	s.shows("/ask/levee", "Partners have no way to the portal")
	if code, body := s.post("/ask/levee", asking()); code != http.StatusUnprocessableEntity || !strings.Contains(body, "no way to the portal") {
		t.Errorf("%d\n%s", code, body)
	}
}

func TestThePartnersPageIsShownAndDoesNothing(t *testing.T) {
	s := open(t)
	s.post("/ask/levee", asking())
	before, err := s.app.Coalition.Events(context.Background(), "levee")
	if err != nil {
		t.Fatal(err)
	}
	s.shows("/portal/levee/river", "Ana Ruiz <ana@river.example>", `src="/office/portal/quote/levee~river"`)
	r, err := http.Get(s.srv.URL + "/office/portal/quote/levee~river")
	code, body := s.visitor().Answer(r, err)
	if policy := r.Header.Get("Content-Security-Policy"); code != http.StatusOK || !strings.Contains(policy, "form-action 'none'") ||
		!strings.Contains(policy, "sandbox") || strings.Contains(policy, "allow-forms") || strings.Contains(policy, "allow-scripts") {
		t.Errorf("%d %s", code, policy)
	}
	for _, want := range []string{"The levee holds", "We go out at nine.", "/office/portal/style.css"} {
		if !strings.Contains(body, want) {
			t.Errorf("the page does not say %q:\n%s", want, body)
		}
	}
	s.shows("/portal/quote/levee~river/draft", "It held all night.")
	s.shows("/portal/style.css")
	for _, path := range []string{"/portal/levee/other", "/portal/quote/levee~other", "/portal/quote/levee", "/portal/quote/levee~other/draft"} {
		if code, _ := s.get(path); code != http.StatusNotFound {
			t.Errorf("%s: %d", path, code)
		}
	}
	// It opened nothing: the quote is where it was.
	after, err := s.app.Coalition.Events(context.Background(), "levee")
	if err != nil || len(after) != len(before) {
		t.Errorf("%d events, then %d, %v", len(before), len(after), err)
	}
}

// secret is that of the link which a partner was mailed.
func (s *stage) secret() string {
	s.t.Helper()
	if _, err := s.app.SendLetters(context.Background(), "levee"); err != nil {
		s.t.Fatal(err)
	}
	var found string
	filepath.WalkDir(s.app.Workspace.StateDir(), func(name string, d os.DirEntry, err error) error {
		if data, rerr := os.ReadFile(name); rerr == nil && !d.IsDir() {
			text := strings.ReplaceAll(string(data), "=\r\n", "")
			if _, after, ok := strings.Cut(text, "https://press.harbor.example/quote/"); ok {
				found = after[:strings.IndexAny(after, "\r\n? \"<")]
			}
		}
		return nil
	})
	if found == "" {
		s.t.Fatal("no letter has a link")
	}
	return found
}

func TestAPhotoComesIntoTheReleaseByAButton(t *testing.T) {
	s := open(t)
	ctx := context.Background()
	s.post("/ask/levee", asking())
	if code, body := s.post("/quotes/levee/river", url.Values{"action": {"photo"}}); code != http.StatusConflict || !strings.Contains(body, "has handed in no photo") {
		t.Errorf("%d\n%s", code, body)
	}
	var b strings.Builder
	if err := jpeg.Encode(&b, image.NewRGBA(image.Rect(0, 0, 900, 600)), nil); err != nil {
		t.Fatal(err)
	}
	text := coalition.PhotoText{Caption: "Ana Ruiz at the \"old\" levee", Credit: "River Alliance", Rights: "Free to use"}
	if _, err := s.app.Coalition.Photo(ctx, s.secret(), []byte(b.String()), text); err != nil {
		t.Fatal(err)
	}
	s.shows("/quotes/levee", "Put it into the release")
	for range 2 {
		if code, body := s.post("/quotes/levee/river", url.Values{"action": {"photo"}}); code != http.StatusOK || !strings.Contains(body, "The photo is in the release") {
			t.Fatalf("%d\n%s", code, body)
		}
	}
	src, err := os.ReadFile(filepath.Join(s.app.Workspace.Dir, "releases/levee.md"))
	if err != nil {
		t.Fatal(err)
	}
	doc, diags := frontmatter.Split("levee.md", src)
	if doc == nil {
		t.Fatal(diags)
	}
	media, _ := doc.Tree()["media"].([]map[string]any)
	if len(media) != 1 || media[0]["caption"] != text.Caption || media[0]["credit"] != text.Credit || media[0]["rights"] != text.Rights {
		t.Fatalf("%v\n%s", media, src)
	}
	if _, err := os.Stat(filepath.Join(s.app.Workspace.Dir, "releases", media[0]["file"].(string))); err != nil {
		t.Error(err)
	}
	if want := strings.TrimSuffix(levee, "+++\nIt held all night.\n"); !strings.HasPrefix(string(src), want) || !strings.HasSuffix(string(src), "+++\nIt held all night.\n") {
		t.Errorf("other bytes were changed:\n%s", src)
	}
}

func TestAViewerSeesStatesAndNoWords(t *testing.T) {
	s := open(t)
	s.post("/ask/levee", asking())
	s.role = workspace.Viewer
	if body := s.shows("/quotes", "River Alliance", "asked"); strings.Contains(body, "The levee holds") || strings.Contains(body, "@") || strings.Contains(body, "/ask/") {
		t.Error(body)
	}
	for path, want := range map[string]int{"/ask/levee": 403, "/portal/levee/river": 403, "/portal/quote/levee~river": 403} {
		if code, _ := s.get(path); code != want {
			t.Errorf("%s: %d", path, code)
		}
	}
}
