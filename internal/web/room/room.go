// Package room is what the press office's pages share in the browser: one table of who
// may come to which address and what it is kept as, who is there, and what stands around
// a page. The pages themselves are packages beside it; each gives its Routes.
//
// What is not in the table is not there, and a row that names no role lets nobody in.
package room

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"sync"

	"pressroom/internal/workspace"
)

// Actor is who asks for a page.
type Actor struct {
	Name  string
	Email string // "" on the press office's own machine, where nobody is named
	Role  workspace.Role
	From  string // the address that they come from
	// Session names theirs, for the page that lists them; "" where there are none.
	Session string
}

// By is whom something is kept as done by.
func (a Actor) By() string {
	if a.Email != "" {
		return a.Email
	}
	return a.Name
}

// Can tells a page whether who looks at it may do what a role may.
func (a Actor) Can(least workspace.Role) bool { return a.Role.Has(least) }

// Reads tells whether they may read a release before it is public, of which access names
// those who may beside leads and approvers.
func (a Actor) Reads(access []string) bool {
	return workspace.User{Email: a.Email, Role: a.Role}.Reads(access)
}

// Route is an address of the press office.
type Route struct {
	Method  string // GET, POST or Query
	Path    string // as http.ServeMux has it, below the room's Base
	Least   workspace.Role
	Act     string // what is done there, as the trail has it; "" for what only looks
	Handler http.HandlerFunc
}

// Query is the method of what looks at a text that it is sent, and does nothing: safe as GET is,
// with a body as POST has one (draft-ietf-httpbis-safe-method-w-body).
const Query = "QUERY"

// Pattern is the route as http.ServeMux has it.
func (r Route) Pattern() string { return r.Method + " " + r.Path }

// Deed is what the trail keeps: somebody did something.
type Deed struct {
	Who  Actor
	Act  string
	Path string // the address, without what was typed
}

// Trail keeps who did what. Begin is called before it is done; what cannot be kept is not
// done. End says what came of it, as HTTP has it.
type Trail interface {
	Begin(ctx context.Context, d Deed) (id string, err error)
	End(ctx context.Context, id string, status int) error
}

// Room is the press office at one address.
type Room struct {
	// Base stands before every address of the room, as in /news/office; "" for none.
	Base string
	// Below is the part of Base that requests come without.
	Below string
	// Who tells who asks; nil for nobody, who is then answered by Closed.
	Who    func(r *http.Request) (*Actor, error)
	Closed http.HandlerFunc
	// Doors are where everybody may be: where users come in.
	Doors []Door
	// Trail is nil where nothing is kept.
	Trail Trail
	// Language is that of the pages, where there are words in it.
	Language string
	// Links stand above each page.
	Links []Link
	// Table is what Handler serves.
	Table []Route
	// Styles and Scripts are those of ours that pages load beside the room's, below Base.
	Styles, Scripts []string
	Log             *slog.Logger

	once once
}

// Link is one of those above each page.
type Link struct {
	Path, Text string
	Least      workspace.Role
}

type actorKey struct{}

// Of is who asks for a page, inside a Route's handler.
func Of(ctx context.Context) Actor {
	a, _ := ctx.Value(actorKey{}).(Actor)
	return a
}

// Door is an address at which everybody may be: where users come in.
type Door struct {
	Method, Path string
	Handler      http.HandlerFunc
}

// Handler serves the routes, and what stands before the room. Forms of other sites are refused; elsewhere names the
// origins beside the room's own from which forms may come, as "https://press.example".
func (m *Room) Handler(routes []Route, elsewhere ...string) (http.Handler, error) {
	mux := http.NewServeMux()
	for _, d := range m.Doors {
		mux.HandleFunc(d.Method+" "+d.Path, d.Handler)
	}
	m.Table = routes
	for _, r := range routes {
		mux.Handle(r.Pattern(), m.guard(r))
	}
	mux.HandleFunc("GET "+StylePath, style)
	mux.HandleFunc("GET "+ScriptPath, script)
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		// Who is nobody does not learn what there is.
		m.guard(Route{Least: workspace.Viewer, Handler: m.nothing})(w, r)
	})
	cross := http.NewCrossOriginProtection()
	cross.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		m.Say(w, r, http.StatusForbidden, "This form came from another site", "Nothing was done. Open the page here, and do it from there.")
	}))
	for _, origin := range elsewhere {
		if err := cross.AddTrustedOrigin(origin); err != nil {
			return nil, err
		}
	}
	var h http.Handler = cross.Handler(mux)
	if prefix := strings.TrimPrefix(m.Base, m.Below); prefix != "" {
		h = http.StripPrefix(prefix, h)
	}
	return headers(h), nil
}

// Addresses of what every page loads.
const (
	StylePath  = "/style.css"
	ScriptPath = "/office.js"
)

// Policy is what the pages may load: what is ours.
const Policy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; frame-src 'self'; " +
	"frame-ancestors 'self'; base-uri 'none'; form-action 'self'"

func headers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", Policy)
		h.Set("X-Content-Type-Options", "nosniff")
		// With no-referrer browsers would not say either that a form is from here.
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		h.Set("X-Robots-Tag", "noindex")
		next.ServeHTTP(w, r)
	})
}

// guard lets in who may, and has it kept what they do.
func (m *Room) guard(route Route) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		who, err := m.Who(r)
		switch {
		case err != nil:
			m.Broken(w, r, err)
			return
		case who == nil:
			m.Closed(w, r)
			return
		}
		ctx := context.WithValue(r.Context(), actorKey{}, *who)
		r = r.WithContext(ctx)
		allowed := who.Role.Has(route.Least)
		if route.Act == "" || m.Trail == nil {
			if allowed {
				route.Handler(w, r)
			} else {
				m.refuse(w, r, route)
			}
			return
		}
		id, err := m.Trail.Begin(ctx, Deed{Who: *who, Act: route.Act, Path: r.URL.EscapedPath()})
		if err != nil {
			m.Broken(w, r, err)
			return
		}
		seen := &seeing{ResponseWriter: w}
		if allowed {
			route.Handler(seen, r)
		} else {
			m.refuse(seen, r, route)
		}
		// What was done is kept as done though the browser has gone.
		if err := m.Trail.End(context.WithoutCancel(ctx), id, seen.code()); err != nil {
			m.Log.Error("keeping what came of something that was done", "error", err)
		}
	}
}

func (m *Room) refuse(w http.ResponseWriter, r *http.Request, route Route) {
	m.Say(w, r, http.StatusForbidden, "This is not for you to do", "It is for "+needed[route.Least]+". Ask one of them.")
}

var needed = map[workspace.Role]string{
	workspace.Lead: "leads", workspace.Approver: "leads and approvers", workspace.Viewer: "users", "": "nobody",
}

func (m *Room) nothing(w http.ResponseWriter, r *http.Request) {
	m.Say(w, r, http.StatusNotFound, "There is nothing here", "The address may have been mistyped, or what stood here is gone.")
}

// Broken answers where something went wrong that is nobody's doing.
func (m *Room) Broken(w http.ResponseWriter, r *http.Request, err error) {
	if errors.Is(err, context.Canceled) { // they have gone
		return
	}
	m.Log.Error("a page of the press office", "path", r.URL.Path, "error", err)
	m.Say(w, r, http.StatusInternalServerError, "This did not work",
		"What went wrong is in the log of the machine that answers. Look again before you do it once more.")
}

// once is what was kept of what is done again and again, as at every keystroke.
type once struct {
	mu   sync.Mutex
	kept map[string]bool
}

// mostOnce is how much of it is remembered; then it is kept anew.
const mostOnce = 10_000

// Once has it kept that somebody does something at an address, the first time that they do
// since the program began. What cannot be kept is an error, and is not to be done.
func (m *Room) Once(r *http.Request, act string) error {
	who := Of(r.Context())
	path := r.URL.EscapedPath()
	key := strings.Join([]string{who.By(), who.Session, act, path}, "\x00")
	m.once.mu.Lock()
	defer m.once.mu.Unlock()
	if m.Trail == nil || m.once.kept[key] {
		return nil
	}
	id, err := m.Trail.Begin(r.Context(), Deed{Who: who, Act: act, Path: path})
	if err == nil {
		err = m.Trail.End(context.WithoutCancel(r.Context()), id, http.StatusOK)
	}
	if err != nil {
		return err
	}
	if m.once.kept == nil || len(m.once.kept) >= mostOnce {
		m.once.kept = make(map[string]bool)
	}
	m.once.kept[key] = true
	return nil
}

// Done goes to a page once something was done, which says so: one of Said.
func (m *Room) Done(w http.ResponseWriter, r *http.Request, path, said string) {
	target, err := url.Parse(m.Base + path)
	if err != nil {
		m.Broken(w, r, err)
		return
	}
	q := target.Query()
	q.Set("done", said)
	target.RawQuery = q.Encode()
	http.Redirect(w, r, target.String(), http.StatusSeeOther)
}

// seeing remembers the status of an answer, for the trail.
type seeing struct {
	http.ResponseWriter
	status int
}

func (s *seeing) code() int { return max(s.status, http.StatusOK) }

// WriteHeader is http.ResponseWriter's.
func (s *seeing) WriteHeader(code int) {
	if s.status == 0 {
		s.status = code
	}
	s.ResponseWriter.WriteHeader(code)
}

// Unwrap is for http.ResponseController.
func (s *seeing) Unwrap() http.ResponseWriter { return s.ResponseWriter }
