package setup_test

import (
	"context"
	"errors"
	"html"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"pressroom/internal/doctor"
	"pressroom/internal/sandbox"
	"pressroom/internal/visitor"
	"pressroom/internal/web/room"
	"pressroom/internal/web/setup"
	"pressroom/internal/workspace"
)

const settings = "# ours\n[organization]\nname = \"Harbor\"   # as it is printed\ntimezone = \"UTC\"\n\n[mail]\nfrom = \"press@harbor.example\"\n" +
	"rate = 30 # a minute\n[notify]\nemail = [\"a@harbor.example\", \"b@harbor.example\"]\n[[org]]\nid = \"river\"\nname = \"River\"\n"

// press does what pages have done, and remembers it.
type press struct {
	mailed []string
	again  int
	busy   error
	found  []doctor.Finding
}

func (p *press) Examine(context.Context) ([]doctor.Finding, error) { return p.found, nil }

func (p *press) TestMail(_ context.Context, to string) error {
	p.mailed = append(p.mailed, to)
	return nil
}

func (p *press) Again(context.Context) error {
	p.again++
	return p.busy
}

type stage struct {
	*press
	t    *testing.T
	w    *workspace.Workspace
	srv  *httptest.Server
	role workspace.Role

	routes []room.Route
}

func open(t *testing.T, text string) *stage {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, workspace.SettingsFile), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	w, err := workspace.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	s := &stage{press: new(press), t: t, w: w, role: workspace.Lead}
	m := s.room()
	s.routes = setup.New(s, w, m).Routes()
	h, err := m.Handler(s.routes)
	if err != nil {
		t.Fatal(err)
	}
	s.srv = httptest.NewServer(h)
	t.Cleanup(s.srv.Close)
	return s
}

func (s *stage) room() *room.Room {
	return &room.Room{
		Log: slog.New(slog.NewTextHandler(s.t.Output(), nil)), Language: "en",
		Closed: func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusForbidden) },
		Who: func(*http.Request) (*room.Actor, error) {
			return &room.Actor{Name: "Lea", Email: "lea@harbor.example", Role: s.role}, nil
		},
	}
}

// visitor reads the pages of the press office.
func (s *stage) visitor() visitor.Visitor { return visitor.Visitor{T: s.t, Server: s.srv.URL} }

func (s *stage) answer(r *http.Response, err error) (int, string) {
	s.t.Helper()
	code, body := s.visitor().Answer(r, err)
	return code, html.UnescapeString(body)
}

// shows reads a page that has to say something.
func (s *stage) shows(path string, want ...string) string {
	s.t.Helper()
	return html.UnescapeString(s.visitor().Shows(path, want...))
}

var inputs = regexp.MustCompile(`<input (?:type="hidden" )?name="([^"]*)" value="([^"]*)"`)

// form is what a browser sends of the settings' form, and other values as name, value.
func (s *stage) form(body string, more ...string) url.Values {
	out := make(url.Values)
	for _, in := range inputs.FindAllStringSubmatch(body, -1) {
		out.Set(in[1], in[2])
	}
	for i := 0; i < len(more); i += 2 {
		out.Set(more[i], more[i+1])
	}
	return out
}

func (s *stage) post(path string, form url.Values) (int, string) {
	s.t.Helper()
	return s.answer(http.PostForm(s.srv.URL+path, form))
}

func (s *stage) file() string {
	s.t.Helper()
	data, err := os.ReadFile(filepath.Join(s.w.Dir, workspace.SettingsFile))
	if err != nil {
		s.t.Fatal(err)
	}
	return string(data)
}

func TestASettingIsChangedAndEveryOtherByteStays(t *testing.T) {
	s := open(t, settings)
	page := s.shows("/settings", `name="organization.name" value="Harbor"`, `name="mail.rate" value="30"`, `value="a@harbor.example, b@harbor.example"`)
	if _, body := s.post("/settings", s.form(page)); !strings.Contains(body, "Nothing is another than it was.") || s.file() != settings {
		t.Errorf("%s\n%s", s.file(), body)
	}
	code, body := s.post("/settings", s.form(page, "mail.rate", "60", "organization.layout", "uk", "dispatch.approvers", "1"))
	want := strings.NewReplacer("rate = 30 #", "rate = 60 #", "timezone = \"UTC\"\n", "timezone = \"UTC\"\nlayout = \"uk\"\n").Replace(settings) +
		"\n[dispatch]\napprovers = 1\n"
	if code != http.StatusOK || s.file() != want {
		t.Errorf("%d\n%q\n%q", code, s.file(), want)
	}
	for _, w := range []string{"Saved.", "They hold once serving begins anew.", "Begin anew now"} {
		if !strings.Contains(body, w) {
			t.Errorf("the page does not say %q", w)
		}
	}
	// The form was of another file by now.
	code, body = s.post("/settings", s.form(page, "mail.rate", "90"))
	if code != http.StatusConflict || !strings.Contains(body, "<strong>60</strong>") || !strings.Contains(body, `value="90"`) || s.file() != want {
		t.Errorf("%d\n%s", code, body)
	}
}

func TestWhatIsWrongIsNotKept(t *testing.T) {
	s := open(t, settings)
	page := s.shows("/settings")
	for name, c := range map[string][2]string{
		"organization.timezone": {"Mars/North", "is no time zone"}, "mail.rate": {"many", "whole number"}, "mail.from": {"nobody", "must be an address"},
		"mail.smtp": {"smtp://u:secret@h", "no passwords in this file"}, "server.public_url": {"ftp://x", "public_url is the https://"},
		"dispatch.undo": {"1h", "undo is how long"}, "mail.connections": {"0", "from 1 to 100"},
	} {
		code, body := s.post("/settings", s.form(page, name, c[0]))
		if code != http.StatusUnprocessableEntity || !strings.Contains(body, c[1]) || s.file() != settings {
			t.Errorf("%s: %d\n%s", name, code, body)
		}
	}
}

func TestAMailServerIsTriedBeforeItIsKept(t *testing.T) {
	s := open(t, settings)
	page := s.shows("/settings", "nothing leaves this machine")
	gone, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	gone.Close()
	nowhere := "smtp://" + gone.Addr().String()
	code, body := s.post("/settings", s.form(page, "mail.smtp", nowhere))
	if code != http.StatusUnprocessableEntity || !strings.Contains(body, "cannot be used") || !strings.Contains(body, "Keep it although") || s.file() != settings {
		t.Errorf("%d\n%s", code, body)
	}
	code, body = s.post("/settings", s.form(page, "mail.smtp", "smtp://ana@"+gone.Addr().String()))
	if code != http.StatusUnprocessableEntity || !strings.Contains(body, "there is no password") {
		t.Errorf("%d\n%s", code, body)
	}
	server, err := sandbox.Listen(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	if code, body := s.post("/settings", s.form(page, "mail.smtp", "smtp://"+server.Address)); code != http.StatusOK || !strings.Contains(s.file(), server.Address) {
		t.Errorf("%d\n%s", code, body)
	}
	page = s.shows("/settings")
	if code, _ := s.post("/settings", s.form(page, "mail.smtp", nowhere, "untried", "yes")); code != http.StatusOK || !strings.Contains(s.file(), nowhere) {
		t.Errorf("%d\n%s", code, s.file())
	}
}

func TestAPasswordIsKeptForItsOwnerAndNeverShown(t *testing.T) {
	s := open(t, settings+"[database]\nurl = \"postgres://pr@db/x\"\n")
	page := s.shows("/settings")
	form := s.form(page, "password", "open sesame", "mail.smtp", "smtp://ana@127.0.0.1:1", "untried", "yes")
	code, body := s.post("/settings", form)
	if code != http.StatusOK || strings.Contains(body, "sesame") || strings.Contains(s.file(), "sesame") {
		t.Fatalf("%d\n%s", code, body)
	}
	name := filepath.Join(s.w.Dir, ".pressroom/smtp.password")
	info, err := os.Stat(name)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info, err)
	}
	w, err := workspace.Open(s.w.Dir)
	if err != nil {
		t.Fatal(err)
	}
	if p, err := w.SMTPPassword(); err != nil || p != "open sesame" {
		t.Errorf("%q, %v", p, err)
	}
	os.WriteFile(filepath.Join(s.w.Dir, workspace.SettingsFile), []byte("[database]\nurl = \"postgres://pr:hunter2@db/x\"\n[mail]\npassword = \"hunter3\"\n"), 0o644)
	if body := s.shows("/settings", "postgres://pr:•••@db/x"); strings.Contains(body, "hunter") {
		t.Error(body)
	}
}

func TestATestMailAndANewBeginning(t *testing.T) {
	s := open(t, settings)
	if code, body := s.post("/settings/test", url.Values{"address": {"nobody"}}); code != http.StatusUnprocessableEntity || !strings.Contains(body, "Write the address") {
		t.Errorf("%d\n%s", code, body)
	}
	if _, body := s.post("/settings/test", url.Values{"address": {"lea@harbor.example"}}); !strings.Contains(body, "The test mail is on its way.") || len(s.mailed) != 1 {
		t.Errorf("%q\n%s", s.mailed, body)
	}
	s.busy = errors.New("a mailing is on its way")
	if code, body := s.post("/settings/again", nil); code != http.StatusConflict || !strings.Contains(body, "A mailing is on its way.") {
		t.Errorf("%d\n%s", code, body)
	}
	s.busy = nil
	if _, body := s.post("/settings/again", nil); !strings.Contains(body, "It has begun anew") || s.again != 2 {
		t.Error(body)
	}
}

func TestTheDoctorSaysTheGravestFirst(t *testing.T) {
	s := open(t, settings)
	s.found = []doctor.Finding{{Level: doctor.OK, Subject: "clock", Text: "kept"}, {Level: doctor.Failure, Subject: "worker", Text: "none", Fix: "start one"}}
	body := s.shows("/doctor", "Something would stop a send.", "start one")
	if strings.Index(body, "worker") > strings.Index(body, "clock") {
		t.Error(body)
	}
	s.found = nil
	s.shows("/doctor", "Nothing would stop a send.")
}

func TestSettingsAreForLeads(t *testing.T) {
	s := open(t, settings)
	for _, s.role = range []workspace.Role{workspace.Viewer, workspace.Approver} {
		for _, path := range []string{"/settings", "/doctor"} {
			if code, body := s.answer(http.Get(s.srv.URL + path)); code != http.StatusForbidden || strings.Contains(body, "harbor.example") {
				t.Errorf("%s for %s: %d", path, s.role, code)
			}
		}
	}
}

func TestAWorkspaceIsBegunWithFiveAnswers(t *testing.T) {
	s := open(t, settings)
	var got []setup.Answers
	fails := errors.New("the folder is full")
	m := s.room()
	h, err := m.Handler(setup.First(m, func(a setup.Answers) error { got = append(got, a); return fails }))
	if err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewServer(h)
	defer srv.Close()
	s.srv.URL = srv.URL
	s.shows("/", "Begin your press office", "5. How do you want to begin?", ">English (UK)</option>", ">日本語</option>", `<option value="en" lang="en" selected>`)
	answers := url.Values{"name": {"Reeds"}, "zone": {"Europe/Berlin"}, "language": {"de"}, "from": {"Press <press@reeds.example>"}, "sample": {"no"}}
	for _, missing := range []string{"name", "zone", "from"} {
		less := url.Values{}
		for k, v := range answers {
			less[k] = v
		}
		less.Del(missing)
		if code, body := s.post("/", less); code != http.StatusUnprocessableEntity || !strings.Contains(body, "Write ") || len(got) > 0 {
			t.Errorf("without %s: %d\n%s", missing, code, body)
		}
	}
	if code, body := s.post("/", answers); code != http.StatusUnprocessableEntity || !strings.Contains(body, "The folder is full.") || !strings.Contains(body, `value="Reeds"`) {
		t.Errorf("%d\n%s", code, body)
	}
	fails = nil
	s.post("/", answers)
	if want := (setup.Answers{Name: "Reeds", Zone: "Europe/Berlin", Language: "de", From: "Press <press@reeds.example>"}); len(got) != 2 || got[1] != want {
		t.Errorf("%+v", got)
	}
}

func TestAPartnerIsAddedAndEveryByteStays(t *testing.T) {
	s := open(t, settings)
	s.shows("/settings", "River", "Add a partner")
	add := func(name, contact string) (int, string) {
		return s.answer(http.PostForm(s.srv.URL+"/settings/partners", url.Values{"partner": {name}, "contact": {contact}}))
	}
	code, body := add("Bay Union", "Bo Ek <bo@bay.example>")
	const want = settings + "\n[[org]]\nid = \"bay-union\"\nname = \"Bay Union\"\ncontact = \"Bo Ek <bo@bay.example>\"\n"
	if got, err := os.ReadFile(filepath.Join(s.w.Dir, workspace.SettingsFile)); err != nil || string(got) != want || code != http.StatusOK {
		t.Errorf("%d, %v\n%q\n%q", code, err, got, want)
	}
	for _, says := range []string{"The partner is in the settings.", "Bay Union", "Begin anew now"} {
		if !strings.Contains(body, says) {
			t.Errorf("it does not say %q:\n%s", says, body)
		}
	}
	for _, c := range [][3]string{
		{"Bay Union", "x@bay.example", `there is an organization with the id "bay-union" already`},
		{"", "x@bay.example", "Write the organization’s name"},
		{"Coast", "", "Write whom quotes are asked from"},
		{"Coast", "nobody", "is no address"},
		{"???", "x@bay.example", "an org needs an id"},
	} {
		code, body := add(c[0], c[1])
		if code != http.StatusUnprocessableEntity || !strings.Contains(strings.ReplaceAll(body, "'", "’"), c[2]) || !strings.Contains(body, `value="`+c[0]+`"`) {
			t.Errorf("%q: %d\n%s", c, code, body)
		}
	}
	if got, err := os.ReadFile(filepath.Join(s.w.Dir, workspace.SettingsFile)); err != nil || string(got) != want {
		t.Errorf("what is wrong was written: %v\n%q", err, got)
	}
}

func TestWhatIsSaidOfAPartnerIsChangedAndTheyAreTakenOut(t *testing.T) {
	const river = "[[org]] # since May\nid = \"river\"\nname = \"River\" # printed\ncontact = [\n  \"Ana <ana@river.example>\", # asks\n]\n"
	const bay = "\n[[org]]\nid = \"bay\"\nname = \"Bay\"\ncontact = \"bo@bay.example\"\n"
	before := strings.Split(settings, "[[org]]")[0] + river + bay
	s := open(t, before)
	file := func() string {
		got, err := os.ReadFile(filepath.Join(s.w.Dir, workspace.SettingsFile))
		if err != nil {
			t.Fatal(err)
		}
		return string(got)
	}
	version := func() string {
		f, err := s.w.SettingsText()
		if err != nil {
			t.Fatal(err)
		}
		return f.Version
	}
	s.shows("/settings", "Ana &lt;ana@river.example&gt;", "Releases call it river: that stays.", "Take River out")
	post := func(act string, values ...string) (int, string) {
		f := url.Values{"version": {version()}, "id": {"river"}, "name": {"River"}, "contact": {"Ana <ana@river.example>"}}
		for i := 0; i < len(values); i += 2 {
			f.Set(values[i], values[i+1])
		}
		return s.answer(http.PostForm(s.srv.URL+"/settings/partners/"+act, f))
	}
	if code, body := post("change"); code != http.StatusOK || !strings.Contains(body, "Nothing is another than it was.") || file() != before {
		t.Errorf("%d\n%q", code, file())
	}
	code, body := post("change", "contact", "Ana <ana@river.example>\r\nCy <cy@river.example>", "language", "es")
	want := strings.Replace(before, "\", # asks\n]\n", "\", \"Cy <cy@river.example>\", # asks\n]\nlanguage = \"es\"\n", 1)
	if code != http.StatusOK || !strings.Contains(body, "What is said of the partner is changed.") || file() != want {
		t.Errorf("%d\n%q\nwant\n%q", code, file(), want)
	}
	for _, c := range [][]string{
		{"Write the organization’s name", "name", ""},
		{"Write whom quotes are asked from", "contact", ""},
		{"is no address", "contact", "nobody"},
		{"is no time zone", "timezone", "Eastern"},
		{"needs phone or email", "press.name", "Typed Name"},
		{"was changed since you opened it", "version", "other"},
		{"has the id none", "id", "none"},
	} {
		code, body := post("change", c[1:]...)
		if code != http.StatusUnprocessableEntity || !strings.Contains(strings.ReplaceAll(body, "'", "’"), c[0]) || c[1] == "press.name" && !strings.Contains(body, `value="Typed Name"`) {
			t.Errorf("%q: %d\n%s", c, code, body)
		}
	}
	if file() != want {
		t.Errorf("what is wrong was written:\n%q", file())
	}
	if code, body := post("remove"); code != http.StatusOK || !strings.Contains(body, "The partner is out of the settings.") || strings.Contains(file(), "river") || !strings.HasSuffix(file(), bay) {
		t.Errorf("%d\n%q", code, file())
	}
	if code, _ := post("remove"); code != http.StatusUnprocessableEntity {
		t.Errorf("twice: %d", code)
	}
}
