package outcome_test

import (
	"archive/zip"
	"bytes"
	"context"
	"html"
	"image"
	"image/png"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"pressroom/internal/app"
	"pressroom/internal/status"
	"pressroom/internal/testdb"
	"pressroom/internal/web/outcome"
	"pressroom/internal/web/room"
	"pressroom/internal/workspace"
)

// levee is a release with a picture and a quote.
func levee(timing string) string {
	return "+++\nheadline = \"The levee holds\"\n" + timing + "\ntimezone = \"UTC\"\ndateline = \"CITY\"\nto = [\"press\"]\n" +
		"[[contact]]\nname = \"Dana\"\nphone = \"1\"\n[[quote]]\norg = \"River Alliance\"\nspeaker = \"Ana Ruiz\"\ntext = \"We stood by.\"\n" +
		"[[media]]\nfile = \"media/dot.png\"\nalt = \"The levee\"\ncredit = \"Dana\"\nrights = \"free\"\n+++\nIt held all night.\n"
}

// stage is a press office in the browser, of a release that went out to two journalists.
type stage struct {
	t      *testing.T
	app    *app.App
	srv    *httptest.Server
	role   workspace.Role
	routes []room.Route
}

func open(t *testing.T) *stage {
	t.Helper()
	dir, ctx := t.TempDir(), context.Background()
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 40, 30))); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{
		"pressroom.toml":    "[organization]\nname = \"Harbor\"\ntimezone = \"UTC\"\n[mail]\nfrom = \"press@harbor.example\"\n",
		"releases/levee.md": levee("date = " + time.Now().UTC().Format(time.DateOnly)), "releases/media/dot.png": picture.String(),
		"releases/quiet.md":  levee("embargo = " + time.Now().UTC().AddDate(0, 1, 0).Format(time.RFC3339)),
		"releases/draft.md":  levee("date = " + time.Now().UTC().Format(time.DateOnly)),
		"contacts/press.csv": "email,name,format\nana@paper.example,Ana,html\nbo@radio.example,Bo,text\n",
	} {
		if err := workspace.WriteFile(filepath.Join(dir, name), []byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	log := slog.New(slog.NewTextHandler(t.Output(), nil))
	testdb.Migrated(t, filepath.Join(dir, ".pressroom"))
	a, err := app.Open(ctx, dir, app.World{Log: log})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	s := &stage{t: t, app: a, role: workspace.Lead}
	s.sends("quiet")
	if failed, err := a.Deliver(ctx, s.sends("levee"), func([]status.Mailing) {}); err != nil || failed {
		t.Fatal(failed, err)
	}
	m := &room.Room{
		Who: func(*http.Request) (*room.Actor, error) {
			return &room.Actor{Name: "Lea", Email: "lea@harbor.example", Role: s.role}, nil
		},
		Log: log, Language: "en", Closed: func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusForbidden) },
	}
	s.routes = outcome.New(outcome.Services{
		Press: a, Archive: a.Archive(), Ledger: a.Ledger, Languages: a.Workspace.Settings.Languages, Log: log,
	}, m).Routes()
	h, err := m.Handler(s.routes)
	if err != nil {
		t.Fatal(err)
	}
	s.srv = httptest.NewServer(h)
	t.Cleanup(s.srv.Close)
	return s
}

// sends schedules a release.
func (s *stage) sends(slug string) []string {
	s.t.Helper()
	ctx := context.Background()
	p, err := s.app.Plan(ctx, slug, nil)
	if err == nil {
		err = s.app.ReadyToSend(ctx)
	}
	var ids []string
	if err == nil {
		ids, err = p.Schedule(ctx, false, nil)
	}
	if err != nil {
		s.t.Fatal(err)
	}
	return ids
}

func (s *stage) get(path string) (int, string, http.Header) {
	s.t.Helper()
	r, err := http.Get(s.srv.URL + path)
	if err != nil {
		s.t.Fatal(err)
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return r.StatusCode, string(b), r.Header
}

// shows reads a page that has to say something.
func (s *stage) shows(path string, want ...string) string {
	s.t.Helper()
	code, body, _ := s.get(path)
	if code != http.StatusOK {
		s.t.Fatalf("%s: %d\n%s", path, code, body)
	}
	for _, w := range want {
		if !strings.Contains(html.UnescapeString(body), w) {
			s.t.Errorf("%s does not say %q:\n%s", path, w, body)
		}
	}
	return body
}

func (s *stage) post(path string, form url.Values) (int, string) {
	s.t.Helper()
	r, err := http.PostForm(s.srv.URL+path, form)
	if err != nil {
		s.t.Fatal(err)
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return r.StatusCode, html.UnescapeString(string(b))
}

const table = "coverage/levee.csv"

func (s *stage) file(name string) string {
	s.t.Helper()
	data, err := os.ReadFile(filepath.Join(s.app.Workspace.Dir, name))
	if err != nil && !os.IsNotExist(err) {
		s.t.Fatal(err)
	}
	return string(data)
}

func TestTheReportIsThatOfTheCommand(t *testing.T) {
	s := open(t)
	page := s.shows("/releases/levee/report", "The levee holds", "There are no open rates", `href="/releases/levee/report/pdf?language=en"`)
	if strings.Contains(page, "ana@") || strings.Contains(page, "Bo") {
		t.Errorf("somebody who was mailed stands in it:\n%s", page)
	}
	rep, err := s.app.Report(context.Background(), "levee")
	if err != nil {
		t.Fatal(err)
	}
	for form, begins := range map[string]string{"pdf": "%PDF-", "html": "<!DOCTYPE html>", "json": "{", "txt": ""} {
		code, body, header := s.get("/releases/levee/report/" + form + "?language=en")
		want, err := s.app.ReportIn(rep, "."+form, "en")
		if err != nil || code != http.StatusOK || !strings.HasPrefix(body, begins) || len(body) < len(want)/2 ||
			header.Get("Content-Disposition") != `attachment; filename="levee.report.`+form+`"` {
			t.Errorf("%s: %d, %v, %q\n%.200s", form, code, err, header, body)
		}
	}
	s.shows("/releases/levee/report?language=es", `lang="es"`, "informe")
	for path, want := range map[string]int{
		"/releases/quiet/report": 409, "/releases/draft/report": 409, "/releases/none/report": 409, "/releases/quiet/coverage": 409,
		"/releases/quiet/report/pdf": 409, "/releases/levee/report/exe": 404, "/dispatches/levee/none-1/copies": 404,
		"/dispatches/levee/release-1/copies/999": 404, "/dispatches/levee/release-1/copies/ana@paper.example": 404, "/releases/none/evidence": 404,
	} {
		for _, s.role = range []workspace.Role{workspace.Viewer, workspace.Lead} {
			if s.role == workspace.Viewer && strings.Contains(path, "copies") || s.role == workspace.Viewer && strings.Contains(path, "evidence") {
				want = http.StatusForbidden
			} else if want == http.StatusForbidden {
				want = http.StatusNotFound
			}
			code, body, _ := s.get(path)
			if code != want || strings.Contains(body, "The levee holds") {
				t.Errorf("%s for a %s: %d, not %d\n%s", path, s.role, code, want, body)
			}
		}
	}
}

func TestCoverageIsWrittenDownByPastingAnAddress(t *testing.T) {
	s := open(t)
	s.shows("/releases/levee/coverage", "Nothing is written down yet", "River Alliance")
	day := time.Now().UTC().Format(time.DateOnly)
	code, body := s.post("/releases/levee/coverage", url.Values{"address": {" www.daily.example/levee?a=1 "}, "quoted": {"River Alliance"}})
	if want := "address,outlet,date,quoted\nhttps://www.daily.example/levee?a=1,daily.example," + day + ",River Alliance\n"; code != 200 || s.file(table) != want {
		t.Errorf("%d, %q\n%s", code, s.file(table), body)
	}
	for _, want := range []string{"Written down.", `<a href="https://www.daily.example/levee?a=1" rel="noreferrer">daily.example</a>`} {
		if !strings.Contains(body, want) {
			t.Errorf("it does not say %q:\n%s", want, body)
		}
	}
	s.shows("/releases/levee/report", "daily.example")
	before := s.file(table)
	code, body = s.post("/releases/levee/coverage", url.Values{"address": {"https://www.daily.example/levee?a=1"}, "outlet": {"Late & Co"}})
	if code != http.StatusUnprocessableEntity || !strings.Contains(body, "stands in line 2 already") || !strings.Contains(body, `value="Late & Co"`) || s.file(table) != before {
		t.Errorf("%d, %q\n%s", code, s.file(table), body)
	}
	code, body = s.post("/releases/levee/coverage/remove", url.Values{"address": {"https://www.daily.example/levee?a=1"}, "outlet": {"daily.example"}, "date": {day}, "quoted": {"River Alliance"}})
	if code != 200 || s.file(table) != "address,outlet,date,quoted\n" || !strings.Contains(body, `value="https://www.daily.example/levee?a=1"`) ||
		!strings.Contains(body, `value="River Alliance" checked`) {
		t.Errorf("%d, %q\n%s", code, s.file(table), body)
	}
	if err := workspace.WriteFile(filepath.Join(s.app.Workspace.Dir, table), []byte("address,outlet,date\nnowhere,X,2026-07-28\n")); err != nil {
		t.Fatal(err)
	}
	s.shows("/releases/levee/report", "is no address of a page", "The levee holds")
	s.shows("/releases/levee/coverage", "is no address of a page")
	s.role = workspace.Viewer
	if body := s.shows("/releases/levee/coverage"); strings.Contains(body, "<form") {
		t.Errorf("a viewer is offered what they may not do:\n%s", body)
	}
}

var copyLink = regexp.MustCompile(`href="(/dispatches/levee/release-1/copies/\d+)">ana@paper\.example`)

func TestACopyIsWhatWasMailedByteForByte(t *testing.T) {
	s := open(t)
	list := s.shows("/dispatches/levee/release-1/copies", "ana@paper.example", "bo@radio.example")
	found := copyLink.FindStringSubmatch(list)
	if found == nil {
		t.Fatalf("no link to a copy:\n%s", list)
	}
	page := s.shows(found[1], "The levee holds", "ana@paper.example", `sandbox="allow-same-origin"`, "Message-ID:", "It held all night.", "SHA-256", "/eml")
	if strings.Contains(page, "bo@radio.example") {
		t.Error("somebody else stands there too")
	}
	want, err := s.app.Archive().Show(context.Background(), "levee/release-1", "ana@paper.example")
	if err != nil {
		t.Fatal(err)
	}
	code, body, header := s.get(found[1] + "/eml")
	if code != 200 || !bytes.Equal([]byte(body), want.Message) || header.Get("Content-Type") != "message/rfc822" ||
		!strings.HasSuffix(header.Get("Content-Disposition"), `.eml"`) {
		t.Errorf("%d, %v, %d bytes", code, header, len(body))
	}
	code, body, header = s.get(found[1] + "/html")
	if code != 200 || !strings.HasPrefix(header.Get("Content-Security-Policy"), "sandbox allow-same-origin; default-src 'none'") || strings.Contains(body, "cid:") {
		t.Errorf("%d, %v\n%s", code, header, body)
	}
	picture := regexp.MustCompile(`src="(` + found[1] + `/inline/[^"]+)"`).FindStringSubmatch(body)
	if picture == nil {
		t.Fatalf("no picture:\n%s", body)
	}
	if code, _, header := s.get(html.UnescapeString(picture[1])); code != 200 || header.Get("Content-Type") != "image/png" {
		t.Errorf("the picture: %d, %v", code, header)
	}
	for _, path := range []string{"/inline/none", "/part/99", "/part/x"} {
		if code, _, _ := s.get(found[1] + path); code != http.StatusNotFound {
			t.Errorf("%s: %d", path, code)
		}
	}
}

func TestTheEvidenceIsTheSignedFile(t *testing.T) {
	s := open(t)
	code, body, header := s.get("/releases/levee/evidence")
	z, err := zip.NewReader(strings.NewReader(body), int64(len(body)))
	if code != 200 || err != nil || len(z.File) < 5 || header.Get("Content-Disposition") != `attachment; filename="levee.archive.zip"` {
		t.Fatalf("%d, %v, %v", code, err, header)
	}
	name := filepath.Join(t.TempDir(), "a.zip")
	if err := os.WriteFile(name, []byte(body), 0o600); err != nil {
		t.Fatal(err)
	}
	if checked, err := app.CheckArchive(name, ""); err != nil || len(checked.Faults) > 0 {
		t.Errorf("%+v, %v", checked, err)
	}
}

// TestEachRouteIsForWhoMay takes its rows from the routes themselves.
func TestEachRouteIsForWhoMay(t *testing.T) {
	s := open(t)
	for _, route := range s.routes {
		if !route.Least.Has(workspace.Viewer) || route.Method == http.MethodPost && route.Act == "" {
			t.Errorf("%s is for nobody, or does something that the trail has no word for", route.Pattern())
		}
		path := strings.NewReplacer("{slug}", "quiet", "{name}", "release-1", "{", "", "}", "").Replace(route.Path)
		for _, s.role = range []workspace.Role{"boss", workspace.Viewer, workspace.Approver, workspace.Lead} {
			r, err := http.NewRequest(route.Method, s.srv.URL+path, nil)
			if err != nil {
				t.Fatal(err)
			}
			res, err := http.DefaultClient.Do(r)
			if err != nil {
				t.Fatal(err)
			}
			res.Body.Close()
			if refused := res.StatusCode == http.StatusForbidden; refused == s.role.Has(route.Least) {
				t.Errorf("%s for %q answers %d", route.Pattern(), s.role, res.StatusCode)
			}
		}
	}
}
