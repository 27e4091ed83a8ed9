// Package setup is the settings of the workspace in the browser of the press office: what
// pressroom.toml holds and what of it is plain enough for a form, the mail server tried
// before it is kept, a test mail, what would stop a send, and the page on which a
// workspace is begun.
package setup

import (
	"context"
	"embed"
	"errors"
	"html/template"
	"net/http"
	netmail "net/mail"
	"net/url"
	"slices"
	"strings"
	"sync/atomic"

	"pressroom/internal/diagnostic"
	"pressroom/internal/doctor"
	"pressroom/internal/language"
	"pressroom/internal/transport"
	"pressroom/internal/web/page"
	"pressroom/internal/web/room"
	"pressroom/internal/workspace"
)

//go:embed pages
var files embed.FS

var templates = room.Parse(files, template.FuncMap{}, "pages/*.html")

// Press is what the pages have done for them.
type Press interface {
	Examine(ctx context.Context) ([]doctor.Finding, error)
	TestMail(ctx context.Context, to string) error
	Again(ctx context.Context) error
}

// Pages are those of the settings.
type Pages struct {
	press Press
	w     *workspace.Workspace
	room  *room.Room
	saved atomic.Bool // the file has other settings than are in use
}

// New returns the pages, in a room.
func New(p Press, w *workspace.Workspace, m *room.Room) *Pages {
	m.Styles = append(m.Styles, "/setup.css")
	m.Links = append(m.Links, room.Link{Path: "/settings", Text: "Settings", Least: workspace.Lead})
	return &Pages{press: p, w: w, room: m}
}

// Routes are the addresses of the pages.
func (h *Pages) Routes() []room.Route {
	look := func(path string, handle http.HandlerFunc) room.Route {
		return room.Route{Method: http.MethodGet, Path: path, Least: workspace.Lead, Handler: handle}
	}
	act := func(path, act string, handle http.HandlerFunc) room.Route {
		return room.Route{Method: http.MethodPost, Path: path, Least: workspace.Lead, Act: act, Handler: h.room.Bounded(formLimit, handle)}
	}
	style := look("/setup.css", style)
	style.Least = workspace.Viewer
	return []room.Route{
		look("/settings", h.settings), act("/settings", "change settings", h.save), act("/settings/test", "send a test mail", h.test),
		act("/settings/partners", "add a partner", h.partner), act("/settings/partners/change", "change a partner", h.changePartner),
		act("/settings/partners/remove", "take a partner out", h.removePartner),
		act("/settings/again", "begin anew", h.again), look("/doctor", h.doctor), style,
	}
}

func style(w http.ResponseWriter, r *http.Request) { http.ServeFileFS(w, r, files, "pages/setup.css") }

// formLimit is the most that a form here may hold.
const formLimit = 64 << 10

// settingsView is the settings as they stand in the file.
type settingsView struct {
	Base, Version, Text string
	Who                 room.Actor
	Done                string
	Bad                 []template.HTML
	Conflict            bool // the file was changed since it was opened
	Tried               bool // the mail server was tried, and did not take it
	Again               bool // the file has other settings than are in use
	Sandbox             bool
	Password            bool // there is one for the mail server
	Partners            []partnerView
	Partner             workspace.Partner // as it was typed
	values, there       map[string]string
}

// Field is a setting, for a form.
type Field struct {
	Name, Value string
	There       string // what the file has by now, where that is another
	Differs     bool
}

// Field is a setting by its name.
func (v settingsView) Field(name string) Field {
	f := Field{Name: name, Value: v.values[name]}
	if v.Conflict && v.there[name] != f.Value {
		f.There, f.Differs = v.there[name], true
	}
	return f
}

func (h *Pages) settings(w http.ResponseWriter, r *http.Request) {
	h.show(w, r, http.StatusOK, nil, func(v *settingsView) { v.Done = r.URL.Query().Get("done") })
}

// show shows the settings, with what somebody has typed over them.
func (h *Pages) show(w http.ResponseWriter, r *http.Request, code int, typed map[string]string, with func(*settingsView)) {
	f, err := h.w.SettingsText()
	if err != nil {
		h.room.Broken(w, r, err)
		return
	}
	v := settingsView{
		Base: h.room.Base, Version: f.Version, Text: f.Shown(), Who: room.Of(r.Context()), Again: h.saved.Load(),
		Sandbox: h.w.Settings.Mail.SMTP == workspace.Sandbox, there: f.Values(), values: typed,
	}
	if password, err := h.w.SMTPPassword(); err == nil {
		v.Password = password != ""
	}
	if typed == nil {
		v.values = v.there
	}
	for _, o := range f.Partners() {
		v.Partners = append(v.Partners, partnerOf(f, o))
	}
	with(&v)
	h.room.Page(w, r, code, "Settings", templates, "settings.html", v)
}

// save keeps what was typed. A mail server is tried first.
func (h *Pages) save(w http.ResponseWriter, r *http.Request) {
	typed := make(map[string]string)
	for _, p := range workspace.Plains {
		if r.PostForm.Has(p.Name) {
			typed[p.Name] = strings.TrimSpace(page.Line(r.PostForm.Get(p.Name), 1000))
		}
	}
	version, password := page.Line(r.PostForm.Get("version"), 100), page.Line(r.PostForm.Get("password"), 1000)
	changed, err := h.keep(r.Context(), version, typed, password, r.PostForm.Get("untried") != "")
	var other *workspace.OtherError
	var tried *triedError
	switch {
	case errors.As(err, &other):
		h.show(w, r, http.StatusConflict, typed, func(v *settingsView) { v.Conflict, v.Bad = true, h.said(err) })
	case errors.As(err, &tried):
		h.show(w, r, http.StatusUnprocessableEntity, typed, func(v *settingsView) { v.Tried, v.Bad = true, h.said(err) })
	case err != nil:
		h.show(w, r, http.StatusUnprocessableEntity, typed, func(v *settingsView) { v.Bad = h.said(err) })
	default:
		done := "same"
		if changed {
			h.saved.Store(true)
			done = "saved"
		}
		h.room.Done(w, r, "/settings", done)
	}
}

// triedError says that a mail server did not take what is to be kept.
type triedError struct{ error }

// Unwrap is what it said.
func (e *triedError) Unwrap() error { return e.error }

// keep writes settings that are right, and a mail server that answers.
func (h *Pages) keep(
	ctx context.Context, version string, typed map[string]string, password string, untried bool,
) (changed bool, err error) {
	before, err := h.w.SettingsText()
	if err != nil {
		return false, err
	}
	if before.Version != version {
		return false, &workspace.OtherError{File: workspace.SettingsFile}
	}
	after, s, err := before.With(typed)
	if err != nil {
		return false, err
	}
	if touched := mailTouched(before.Values(), typed); (touched || password != "") && !untried {
		if err := transport.Try(ctx, h.w.Dir, s, password); err != nil {
			return false, &triedError{err}
		}
	}
	if password != "" {
		file, err := h.w.KeepPassword(password)
		if err != nil {
			return false, err
		}
		if after, _, err = after.With(map[string]string{"mail.password_file": file}); err != nil {
			return false, err
		}
	}
	if after.Version == before.Version && password == "" {
		return false, nil
	}
	return true, h.w.KeepSettings(ctx, version, after)
}

// mailTouched tells whether how mail leaves would be another.
func mailTouched(have, typed map[string]string) bool {
	return slices.ContainsFunc([]string{"mail.smtp", "mail.tls", "mail.auth", "mail.password_file"}, func(name string) bool {
		v, said := typed[name]
		return said && v != have[name]
	})
}

// said is what is wrong, one sentence for each.
func (h *Pages) said(err error) []template.HTML {
	words := h.room.Words()
	var found diagnostic.List
	if !errors.As(err, &found) {
		return []template.HTML{words.Fault(err)}
	}
	var out []template.HTML
	for _, f := range found {
		out = append(out, words.Told(f.Said())+".") // as it stands: it may begin with a key
	}
	return out
}

// test mails a few words to somebody.
func (h *Pages) test(w http.ResponseWriter, r *http.Request) {
	to, err := netmail.ParseAddress(page.Line(r.PostForm.Get("address"), 300))
	if err != nil {
		err = room.Own("write the address that the test goes to, as in ana@office.example")
	} else {
		err = h.press.TestMail(r.Context(), to.Address)
	}
	if err != nil {
		h.show(w, r, http.StatusUnprocessableEntity, nil, func(v *settingsView) { v.Bad = h.said(err) })
		return
	}
	h.room.Done(w, r, "/settings", "test")
}

// again has serving begin anew, with the settings as they are now.
func (h *Pages) again(w http.ResponseWriter, r *http.Request) {
	if err := h.press.Again(r.Context()); err != nil {
		h.show(w, r, http.StatusConflict, nil, func(v *settingsView) { v.Bad = h.said(err) })
		return
	}
	h.room.Done(w, r, "/settings", "again")
}

// doctorView is what would stop a send.
type doctorView struct {
	Base     string
	Findings []doctor.Finding
	Worst    doctor.Level
}

func (h *Pages) doctor(w http.ResponseWriter, r *http.Request) {
	found, err := h.press.Examine(r.Context())
	if err != nil {
		h.room.Broken(w, r, err)
		return
	}
	rank := []doctor.Level{doctor.Failure, doctor.Warning, doctor.OK}
	slices.SortStableFunc(found, func(a, b doctor.Finding) int {
		return slices.Index(rank, a.Level) - slices.Index(rank, b.Level)
	})
	h.room.Page(w, r, http.StatusOK, "Doctor", templates, "doctor.html", doctorView{h.room.Base, found, doctor.Worst(found)})
}

// Answers are those to the questions with which a workspace is begun.
type Answers struct {
	Name, Zone, Language, From string
	Sample                     bool // with a sample release and press lists
}

// First are the addresses where a workspace is begun: begin makes it of the answers.
func First(m *room.Room, begin func(Answers) error) []room.Route {
	m.Styles, m.Scripts = append(m.Styles, "/setup.css"), append(m.Scripts, "/setup.js")
	show := func(w http.ResponseWriter, r *http.Request, code int, a Answers, bad template.HTML) {
		m.Page(w, r, code, "Begin", templates, "first.html", struct {
			Base string
			Bad  template.HTML
			Answers
			Languages []tongue
		}{m.Base, bad, a, tongues()})
	}
	post := func(w http.ResponseWriter, r *http.Request) {
		get := func(name string) string { return strings.TrimSpace(page.Line(r.PostForm.Get(name), 300)) }
		a := Answers{get("name"), get("zone"), get("language"), get("from"), get("sample") != "no"}
		err := a.wrong()
		if err == nil {
			err = begin(a)
		}
		if err != nil {
			show(w, r, http.StatusUnprocessableEntity, a, m.Words().Fault(err))
			return
		}
		http.Redirect(w, r, m.Base+"/?"+url.Values{"begun": {"yes"}}.Encode(), http.StatusSeeOther)
	}
	return []room.Route{
		{Method: http.MethodGet, Path: "/{$}", Least: workspace.Lead, Handler: func(w http.ResponseWriter, r *http.Request) {
			show(w, r, http.StatusOK, Answers{Language: "en", Sample: true}, "")
		}},
		{Method: http.MethodPost, Path: "/{$}", Least: workspace.Lead, Act: "begin a workspace", Handler: m.Bounded(formLimit, post)},
		{Method: http.MethodGet, Path: "/setup.css", Least: workspace.Viewer, Handler: style},
		{Method: http.MethodGet, Path: "/setup.js", Least: workspace.Viewer, Handler: func(w http.ResponseWriter, r *http.Request) {
			http.ServeFileFS(w, r, files, "pages/setup.js")
		}},
	}
}

// tongue is a language that releases can be written in, by its own name.
type tongue struct{ Tag, Name string }

// tongues are all of them, by their names.
func tongues() []tongue {
	var all []tongue
	for _, tag := range language.Known() {
		all = append(all, tongue{tag, language.Of(tag).Name})
	}
	slices.SortStableFunc(all, func(a, b tongue) int { return strings.Compare(a.Name, b.Name) })
	return all
}

// wrong says what an answer lacks. What cannot be, the workspace says itself.
func (a Answers) wrong() error {
	switch {
	case a.Name == "":
		return room.Own("write the organization's name, as it is printed")
	case a.Zone == "":
		return room.Own("write a time zone, as in America/New_York or Europe/Berlin")
	case a.From == "":
		return room.Own("write who sends the mail, as in Press office <press@example.org>")
	}
	return nil
}
