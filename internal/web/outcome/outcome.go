// Package outcome is what became of a release, in the browser of the press office: the
// report for partners and funders, where it was printed, the exact copies that journalists
// got, and all that is kept of it as evidence. Each handler calls the service that the
// command calls, and shows the answer.
package outcome

import (
	"context"
	"embed"
	"errors"
	"html/template"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"pressroom/internal/archive"
	"pressroom/internal/coverage"
	"pressroom/internal/diagnostic"
	"pressroom/internal/language"
	"pressroom/internal/ledger"
	"pressroom/internal/report"
	"pressroom/internal/web/page"
	"pressroom/internal/web/room"
	"pressroom/internal/workspace"
)

//go:embed pages
var files embed.FS

var templates = room.Parse(files, template.FuncMap{
	"path": url.PathEscape, "query": url.QueryEscape, "join": strings.Join,
	"has": func(list []string, one string) bool { return slices.Contains(list, one) },
}, "pages/*.html")

// Press is what the pages have done for them.
type Press interface {
	Report(ctx context.Context, slug string) (*report.Report, error)
	ReportIn(r *report.Report, ending, tag string) ([]byte, error)
	Cover(ctx context.Context, slug string, row coverage.Row) error
	Uncover(ctx context.Context, slug, address string) error
	Export(ctx context.Context, slug, file string) error
}

// Services are what the pages ask.
type Services struct {
	Press     Press
	Archive   *archive.Office
	Ledger    *ledger.Ledger
	Languages *language.Set
	Log       *slog.Logger
}

// Pages are those of what became of releases.
type Pages struct {
	Services
	room *room.Room
}

// New returns the pages, in a room.
func New(s Services, m *room.Room) *Pages {
	m.Styles = append(m.Styles, "/outcome.css")
	return &Pages{Services: s, room: m}
}

// Routes are the addresses of the pages. A report has nothing that is not public, and nobody
// who was mailed; copies have both.
func (h *Pages) Routes() []room.Route {
	look := func(path string, least workspace.Role, act string, handle http.HandlerFunc) room.Route {
		return room.Route{Method: http.MethodGet, Path: path, Least: least, Act: act, Handler: handle}
	}
	act := func(path, act string, handle http.HandlerFunc) room.Route {
		return room.Route{Method: http.MethodPost, Path: path, Least: workspace.Lead, Act: act, Handler: h.room.Bounded(formLimit, handle)}
	}
	const of, copies = "/releases/{slug}", "/dispatches/{slug}/{name}/copies"
	const opened = "open an exact copy"
	return []room.Route{
		look(of+"/report", workspace.Viewer, "", h.report), look(of+"/report/{form}", workspace.Viewer, "", h.reportFile),
		look(of+"/coverage", workspace.Viewer, "", h.coverage), act(of+"/coverage", "write down coverage", h.cover),
		act(of+"/coverage/remove", "take coverage out", h.uncover),
		look(of+"/evidence", workspace.Lead, "take the evidence", h.evidence),
		look(copies, workspace.Approver, "open the copies of a mailing", h.copies),
		look(copies+"/{copy}", workspace.Approver, opened, h.copy),
		look(copies+"/{copy}/html", workspace.Approver, opened, h.copyHTML),
		look(copies+"/{copy}/eml", workspace.Approver, opened, h.copyFile),
		look(copies+"/{copy}/part/{n}", workspace.Approver, opened, h.copyPart),
		look(copies+"/{copy}/inline/{cid}", workspace.Approver, "", h.copyPicture),
		look("/outcome.css", workspace.Viewer, "", func(w http.ResponseWriter, r *http.Request) {
			http.ServeFileFS(w, r, files, "pages/outcome.css")
		}),
	}
}

// formLimit is the most that a form here may hold.
const formLimit = 64 << 10

// view is what every page knows.
type view struct {
	Base, Slug string
	Who        room.Actor
	Done       string
	Bad        []string // what a service says was not done, in English
}

func (h *Pages) view(r *http.Request) view {
	return view{Base: h.room.Base, Slug: r.PathValue("slug"), Who: room.Of(r.Context()), Done: r.URL.Query().Get("done")}
}

// missing says that there is nothing at an address.
func (h *Pages) missing(w http.ResponseWriter, r *http.Request) {
	h.room.Say(w, r, http.StatusNotFound, "There is nothing here", "The address may have been mistyped, or what stood here is gone.")
}

// failed answers where a report, or a copy, cannot be had.
func (h *Pages) failed(w http.ResponseWriter, r *http.Request, err error) {
	var unsent *archive.NotSentError
	var unkept *archive.NotKeptError
	var changed *archive.ChangedError
	switch {
	case errors.Is(err, report.ErrNotOut):
		h.room.Say(w, r, http.StatusConflict, "There is nothing to report yet",
			"It has not been published. Once it is out, what became of it stands here.")
	case errors.Is(err, ledger.ErrNotFound), errors.Is(err, ledger.ErrNobody), errors.Is(err, ledger.ErrNoNumber):
		h.missing(w, r)
	case errors.As(err, &unsent):
		h.room.Say(w, r, http.StatusConflict, "There is no copy", "They got nothing of this mailing.")
	case errors.As(err, &unkept):
		h.room.Say(w, r, http.StatusConflict, "This copy cannot be shown",
			"It went out before date, signature and digest of each message were kept. Its words are, and when the server took it.")
	case errors.As(err, &changed):
		h.Log.Error("a copy cannot be made again", "error", err)
		h.room.Say(w, r, http.StatusConflict, "This copy cannot be shown",
			"What is stored gives other bytes than were sent: the database was changed, or restored from before. Other bytes are never shown.")
	default:
		h.room.Broken(w, r, err)
	}
}

// line is one line that somebody typed.
func line(r *http.Request, name string) string {
	return strings.TrimSpace(page.Line(r.FormValue(name), 2000))
}

// gather makes the report on a release that is out. What is wrong with the table of its
// coverage is told beside what is right.
func (h *Pages) gather(r *http.Request) (*report.Report, diagnostic.List, error) {
	slug := r.PathValue("slug")
	all, err := h.Ledger.Dispatches(r.Context(), slug)
	if err != nil {
		return nil, nil, err
	}
	if len(all) == 0 { // a draft, or nothing
		return nil, nil, report.ErrNotOut
	}
	rep, err := h.Press.Report(r.Context(), slug)
	var found diagnostic.List
	if errors.As(err, &found) && rep != nil {
		err = nil
	}
	return rep, found, err
}

// reportView is the report, as a part of a page.
type reportView struct {
	view
	Headline, Subhead string
	Body              template.HTML
	Language          string
	Languages         []string
	Findings          diagnostic.List
	Forms             []string
}

// tongue is the language of a report: the one that was asked for, else the page's, else
// the release's own.
func (h *Pages) tongue(r *http.Request, rep *report.Report) string {
	for _, tag := range []string{line(r, "language"), h.room.Language} {
		if cat, ok := h.Languages.For(tag); ok && tag != "" {
			return cat.Tag
		}
	}
	return rep.Language
}

func (h *Pages) report(w http.ResponseWriter, r *http.Request) {
	rep, found, err := h.gather(r)
	if err != nil {
		h.failed(w, r, err)
		return
	}
	v := reportView{view: h.view(r), Language: h.tongue(r, rep), Findings: found}
	v.Headline, v.Subhead, v.Body = rep.Part(h.Languages.Of(v.Language))
	for _, tag := range []string{v.Language, rep.Language, h.room.Language, "en"} {
		if cat, ok := h.Languages.For(tag); ok && tag != "" && !slices.Contains(v.Languages, cat.Tag) {
			v.Languages = append(v.Languages, cat.Tag)
		}
	}
	for _, ending := range report.Forms {
		v.Forms = append(v.Forms, strings.TrimPrefix(ending, "."))
	}
	h.room.Page(w, r, http.StatusOK, "Report", templates, "report.html", v)
}

// reportFile is the report as a file.
func (h *Pages) reportFile(w http.ResponseWriter, r *http.Request) {
	form := r.PathValue("form")
	kind, known := kinds[form]
	if !known {
		h.missing(w, r)
		return
	}
	rep, found, err := h.gather(r)
	if err == nil && found.HasErrors() {
		http.Redirect(w, r, h.room.Base+"/releases/"+url.PathEscape(r.PathValue("slug"))+"/coverage", http.StatusSeeOther)
		return
	}
	var data []byte
	if err == nil {
		data, err = h.Press.ReportIn(rep, "."+form, h.tongue(r, rep))
	}
	if err != nil {
		h.failed(w, r, err)
		return
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Content-Disposition", `attachment; filename="`+rep.Slug+".report."+form+`"`)
	w.Write(data)
}

var kinds = map[string]string{
	"html": "text/html; charset=utf-8", "pdf": "application/pdf", "txt": "text/plain; charset=utf-8", "json": "application/json",
}

// coverageView is where a release was printed.
type coverageView struct {
	view
	Pieces   []report.Piece
	Quoted   []string
	Row      coverage.Row // as it was typed, or was taken out
	Today    string
	Findings diagnostic.List
}

func (h *Pages) coverage(w http.ResponseWriter, r *http.Request) {
	r.ParseForm()
	h.showCoverage(w, r, http.StatusOK, rowOf(r), nil)
}

func rowOf(r *http.Request) coverage.Row {
	return coverage.Row{Address: line(r, "address"), Outlet: line(r, "outlet"), Date: line(r, "date"), Quoted: r.Form["quoted"]}
}

func (h *Pages) showCoverage(w http.ResponseWriter, r *http.Request, code int, row coverage.Row, bad []string) {
	rep, found, err := h.gather(r)
	if err != nil {
		h.failed(w, r, err)
		return
	}
	v := coverageView{view: h.view(r), Pieces: rep.Coverage, Row: row, Today: rep.At.Format(time.DateOnly), Findings: found}
	for _, q := range rep.Quoted {
		v.Quoted = append(v.Quoted, q.Org)
	}
	v.Bad = bad
	h.room.Page(w, r, code, "Coverage", templates, "coverage.html", v)
}

func ofCoverage(r *http.Request) string {
	return "/releases/" + url.PathEscape(r.PathValue("slug")) + "/coverage"
}

// cover writes down where it was printed.
func (h *Pages) cover(w http.ResponseWriter, r *http.Request) {
	row := rowOf(r)
	err := h.Press.Cover(r.Context(), r.PathValue("slug"), row)
	var found diagnostic.List
	switch {
	case errors.As(err, &found):
		var said []string
		for _, d := range found {
			said = append(said, strings.ToUpper(d.Message[:1])+d.Message[1:]+".")
		}
		h.showCoverage(w, r, http.StatusUnprocessableEntity, row, said)
	case err != nil:
		h.failed(w, r, err)
	default:
		h.room.Done(w, r, ofCoverage(r), "added")
	}
}

// uncover takes a piece out, and leaves what it was in the form, so that one press puts it
// back.
func (h *Pages) uncover(w http.ResponseWriter, r *http.Request) {
	row := rowOf(r)
	if err := h.Press.Uncover(r.Context(), r.PathValue("slug"), row.Address); err != nil {
		h.failed(w, r, err)
		return
	}
	q := url.Values{"address": {row.Address}, "outlet": {row.Outlet}, "date": {row.Date}, "quoted": row.Quoted}
	h.room.Done(w, r, ofCoverage(r)+"?"+q.Encode(), "removed")
}

// evidence is all that is kept of a release, in one signed file.
func (h *Pages) evidence(w http.ResponseWriter, r *http.Request) {
	slug := r.PathValue("slug")
	all, err := h.Ledger.Dispatches(r.Context(), slug)
	if err == nil && len(all) == 0 {
		err = ledger.ErrNotFound
	}
	if err != nil {
		h.failed(w, r, err)
		return
	}
	dir, err := os.MkdirTemp("", "pressroom-evidence-") // which only its owner can read
	if err != nil {
		h.room.Broken(w, r, err)
		return
	}
	defer os.RemoveAll(dir)
	name := filepath.Join(dir, "archive.zip")
	if err := h.Press.Export(r.Context(), slug, name); err != nil {
		h.failed(w, r, err)
		return
	}
	w.Header().Set("Content-Disposition", `attachment; filename="`+slug+`.archive.zip"`)
	http.ServeFile(w, r, name)
}
