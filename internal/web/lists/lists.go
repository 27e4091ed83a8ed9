// Package lists is the press lists in the browser of the press office: their rows,
// imports, segments, what came back by mail, a journalist's own page, and who is not
// mailed. Each handler calls one function of a service, the one that the command calls,
// and shows the answer.
package lists

import (
	"context"
	"embed"
	"errors"
	"html/template"
	"net/http"
	"net/url"
	"strings"
	"time"

	"pressroom/internal/contacts"
	"pressroom/internal/diagnostic"
	"pressroom/internal/ledger"
	"pressroom/internal/lists"
	"pressroom/internal/people"
	"pressroom/internal/web/page"
	"pressroom/internal/web/room"
	"pressroom/internal/workspace"
)

//go:embed pages
var files embed.FS

var templates = room.Parse(files, template.FuncMap{
	"join": strings.Join, "query": url.QueryEscape, "path": url.PathEscape,
	"day": func(t time.Time) string { return t.Format("2 January 2006, 15:04") },
}, "pages/*.html")

// Press is what the pages have of the press office.
type Press interface {
	Book(ctx context.Context) (*contacts.Book, diagnostic.List, error)
	Zone() *time.Location
}

// Services are what the pages ask.
type Services struct {
	Press     Press
	Workspace *workspace.Workspace
	Lists     *lists.Desk
	People    *people.Desk
	Ledger    *ledger.Ledger
}

// Pages are those of the press lists.
type Pages struct {
	Services
	room *room.Room
}

// New returns the pages, in a room.
func New(s Services, m *room.Room) *Pages {
	m.Scripts, m.Styles = append(m.Scripts, "/lists.js"), append(m.Styles, "/lists.css")
	m.Links = append(m.Links, room.Link{Path: "/lists", Text: "Lists", Least: workspace.Viewer})
	return &Pages{Services: s, room: m}
}

// Routes are the addresses of the pages. Viewers see how many there are; addresses are
// for who reads everything. None stands in a path: the trail keeps paths, also of who is
// erased.
func (h *Pages) Routes() []room.Route {
	look := func(path, act string, handle http.HandlerFunc) room.Route {
		return room.Route{Method: http.MethodGet, Path: path, Least: workspace.Approver, Act: act, Handler: handle}
	}
	lead := func(path, act string, handle http.HandlerFunc) room.Route {
		return room.Route{Method: http.MethodGet, Path: path, Least: workspace.Lead, Act: act, Handler: handle}
	}
	act := func(path, act string, handle http.HandlerFunc) room.Route {
		return room.Route{Method: http.MethodPost, Path: path, Least: workspace.Lead, Act: act, Handler: h.room.Bounded(formLimit, handle)}
	}
	anybody := func(path string, handle http.HandlerFunc) room.Route {
		return room.Route{Method: http.MethodGet, Path: path, Least: workspace.Viewer, Handler: handle}
	}
	bring := act("/import", "bring a list", h.bring)
	bring.Handler = h.bring // reads its own form, which holds a file
	return []room.Route{
		anybody("/lists", h.all), look("/lists/{list}", "open a press list", h.list),
		lead("/lists/{list}/rows/{row}", "", h.row), act("/lists/{list}/rows", "change a press list", h.change),
		act("/lists/undo", "undo", h.undo), lead("/lists/{list}/export", "take a press list", h.export),
		lead("/import", "", h.importForm), bring,
		lead("/import/{file}", "", h.mapping), act("/import/{file}/look", "look at a list", h.mapping),
		act("/import/{file}", "import a list", h.write),
		anybody("/segments", h.segments), lead("/segments/{segment}", "", h.segment), lead("/segments/{segment}/try", "", h.try),
		act("/segments", "change a segment", h.setRule),
		lead("/replies", "open the replies", h.replies), act("/replies/{reply}/{act}", "settle a reply", h.settle),
		look("/person", "open a person", h.person), act("/person", "change a person", h.changePerson),
		lead("/person/disclosure", "disclose a person", h.disclose),
		lead("/person/erase", "", h.eraseForm), act("/person/erase", "erase a person", h.erase),
		look("/suppressions", "open who is not mailed", h.suppressions), act("/suppressions", "stop mail to somebody", h.suppress),
		anybody("/lists.js", file("lists.js")), anybody("/lists.css", file("lists.css")),
	}
}

// formLimit is the most that a form here may hold, beside files.
const formLimit = 1 << 20

// view is what every page knows.
type view struct {
	Base string
	Who  room.Actor
	Done string        // what was done, by a word that the page knows
	Undo string        // names what was done, where it can be undone
	To   string        // the page that shows it undone
	Bad  template.HTML // what was not done, and why
}

func (h *Pages) view(r *http.Request) view {
	q := r.URL.Query()
	return view{
		Base: h.room.Base, Who: room.Of(r.Context()), Done: q.Get("done"), Undo: q.Get("undo"),
		To: strings.TrimPrefix(r.URL.EscapedPath(), h.room.Base),
	}
}

// Lead tells whether who looks may change what is shown.
func (v view) Lead() bool { return v.Who.Can(workspace.Lead) }

func (h *Pages) show(w http.ResponseWriter, r *http.Request, code int, title, name string, data any) {
	h.room.Page(w, r, code, title, templates, name, data)
}

// there goes to a page once something was done there.
func (h *Pages) there(w http.ResponseWriter, r *http.Request, path, done string, more ...string) {
	q := url.Values{"done": {done}}
	for i := 0; i < len(more); i += 2 {
		if more[i+1] != "" {
			q.Set(more[i], more[i+1])
		}
	}
	http.Redirect(w, r, h.room.Base+path+"?"+q.Encode(), http.StatusSeeOther)
}

// missing answers where an address names nothing that there is.
func (h *Pages) missing(w http.ResponseWriter, r *http.Request) {
	h.room.Say(w, r, http.StatusNotFound, "There is nothing here", "The address may have been mistyped, or what stood here is gone.")
}

// stop answers where something cannot be shown or done: with what is wrong, where that is
// somebody's to know.
func (h *Pages) stop(w http.ResponseWriter, r *http.Request, title string, err error) {
	if errors.Is(err, lists.ErrNoList) || errors.Is(err, people.ErrUnknown) || errors.Is(err, errNothing) {
		h.missing(w, r)
		return
	}
	v := h.view(r)
	v.Done, v.Bad = "", h.fault(err)
	h.show(w, r, http.StatusConflict, title, "refused.html", struct {
		view
		Title string
	}{v, title})
}

// errNothing is returned where an address names nothing that there is.
var errNothing = room.Own("there is nothing here by that name")

// fault is why something was not done.
func (h *Pages) fault(err error) template.HTML { return h.room.Words().Fault(err) }

// line is one line that somebody typed.
func line(r *http.Request, name string) string { return page.Line(r.FormValue(name), 1000) }

// file is a file that the pages load.
func file(name string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { http.ServeFileFS(w, r, files, "pages/"+name) }
}

// undo takes a change of a file back.
func (h *Pages) undo(w http.ResponseWriter, r *http.Request) {
	if err := h.Lists.Undo(r.Context(), line(r, "undo")); err != nil {
		h.stop(w, r, "Nothing was undone", err)
		return
	}
	h.there(w, r, h.shownAfter(line(r, "to")), "undone")
}

// shownAfter is the page that shows what was undone: the one that offered it, where that
// is one of ours and there still.
func (h *Pages) shownAfter(to string) string {
	if to == "/segments" {
		return to
	}
	name, ok := strings.CutPrefix(to, "/lists/")
	if name, err := url.PathUnescape(name); ok && err == nil {
		if t, err := h.Lists.Table(name); err == nil {
			return "/lists/" + url.PathEscape(t.Name)
		}
	}
	return "/lists"
}
