// Package office is the press office under the public address, for several people: where
// they come in, their sessions, and the trail. The pages inside are those that the press
// office has on its own machine.
package office

import (
	"context"
	"embed"
	"encoding/base64"
	"net/http"
	"net/url"
	"strings"
	"time"

	"pressroom/internal/links"
	"pressroom/internal/office"
	"pressroom/internal/web/page"
	"pressroom/internal/web/room"
	"pressroom/internal/workspace"
)

//go:embed pages
var files embed.FS

var templates = room.Parse(files, nil, "pages/*.html")

// Office is the press office under the public address.
type Office struct {
	*page.Site
	desk    *office.Desk
	room    *room.Room
	handler http.Handler
}

// More are the pages inside.
type More func(m *room.Room) []room.Route

// New returns the press office of a site. zone is that of its pages' times.
func New(site *page.Site, desk *office.Desk, zone *time.Location, more ...More) (*Office, error) {
	o := &Office{Site: site, desk: desk}
	o.room = &room.Room{
		Base: site.Base() + office.Path, Below: site.Base(),
		Who: o.who, Closed: o.closed, Trail: Trail{desk}, Language: site.Language, Log: site.Log,
		Links: append(append([]room.Link(nil), room.Usual...),
			room.Link{Path: "/sessions", Text: "Sessions", Least: workspace.Viewer},
			room.Link{Path: "/trail", Text: "Trail", Least: workspace.Lead}),
	}
	o.room.Doors = []room.Door{
		{Method: http.MethodGet, Path: office.SignIn, Handler: o.in},
		{Method: http.MethodPost, Path: office.SignIn, Handler: o.limited(o.ask)},
		{Method: http.MethodPost, Path: office.SignIn + "/code", Handler: o.limited(o.code)},
		{Method: http.MethodPost, Path: office.SignIn + "/printed", Handler: o.limited(o.printed)},
	}
	o.room.Doors = append(o.room.Doors, o.provided()...)
	routes := o.Own(zone)
	for _, add := range more {
		routes = append(routes, add(o.room)...)
	}
	var elsewhere []string
	if u, err := url.Parse(site.PublicURL); err == nil && u.Host != "" {
		elsewhere = []string{u.Scheme + "://" + u.Host}
	}
	var err error
	o.handler, err = o.room.Handler(routes, elsewhere...)
	return o, err
}

// Table is what is served inside.
func (o *Office) Table() []room.Route { return o.room.Table }

// Routes adds the press office's addresses to those of the site.
func (o *Office) Routes(mux *http.ServeMux) {
	// By method, since the newsroom answers a GET of whatever is nobody's else.
	for _, method := range []string{http.MethodGet, http.MethodPost, room.Query} {
		mux.Handle(method+" "+office.Path+"/", o.handler)
	}
	mux.HandleFunc("GET "+office.Path, func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, o.room.Base+"/", http.StatusSeeOther)
	})
}

// Trail keeps what is done in a room of the press office.
type Trail struct{ Desk *office.Desk }

// Begin is room.Trail's.
func (t Trail) Begin(ctx context.Context, d room.Deed) (string, error) {
	id := links.Secret()
	return id, t.Desk.Begin(ctx, id, office.Deed{Name: d.Who.By(), Role: d.Who.Role, Act: d.Act, Path: d.Path, Origin: d.Who.From})
}

// End is room.Trail's.
func (t Trail) End(ctx context.Context, id string, status int) error {
	return t.Desk.Came(ctx, id, status)
}

// The names of the cookies: of who is in, and of who asked for a code.
const (
	cookieName = "pressroom_office"
	askedName  = "pressroom_office_asked"
)

func (o *Office) cookie(w http.ResponseWriter, r *http.Request, name, value string, lasts time.Duration) {
	c := &http.Cookie{
		// Lax, so that a link in a mail of ours leads somewhere; forms of other sites are
		// refused by where they come from.
		Name: name, Value: value, Path: o.room.Base, HttpOnly: true, SameSite: http.SameSiteLaxMode, Secure: o.Secure(r),
		MaxAge: int(lasts.Seconds()),
	}
	if value == "" {
		c.MaxAge = -1
	}
	http.SetCookie(w, c)
}

func (o *Office) who(r *http.Request) (*room.Actor, error) {
	from := o.Host(r)
	for _, c := range r.CookiesNamed(cookieName) {
		u, s, ok, err := o.desk.Who(r.Context(), c.Value, from)
		if err != nil {
			return nil, err
		}
		if ok {
			return &room.Actor{Name: u.Name, Email: u.Email, Role: u.Role, From: from, Session: s.ID}, nil
		}
	}
	return nil, nil
}

// closed sends who is nobody to where users come in.
func (o *Office) closed(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodGet && r.Header.Get("Accept") != "text/event-stream" {
		http.Redirect(w, r, o.room.Base+office.SignIn, http.StatusSeeOther)
		return
	}
	o.room.Say(w, r, http.StatusForbidden, "You are not in any more", "Nothing was done. Come in again, and do it from there.")
}

// formMost is the most that a form at the door may hold.
const formMost = 8 << 10

// limited bounds how often strangers may try from one place, and how many at once.
func (o *Office) limited(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		r.Body = http.MaxBytesReader(w, r.Body, formMost)
		if err := r.ParseForm(); err != nil {
			o.room.Say(w, r, http.StatusRequestEntityTooLarge, "Too much", "That was more than this page takes. Nothing was done.")
			return
		}
		if !o.Limits.Allow("office " + o.Host(r)) {
			w.Header().Set("Retry-After", "60")
			o.room.Say(w, r, http.StatusTooManyRequests, "Too often", "That was tried too often from where you are. Wait a minute.")
			return
		}
		if !o.Posts.Enter(r.Context()) {
			return
		}
		defer o.Posts.Leave()
		next(w, r)
	}
}

// doorView is the page where users come in.
type doorView struct {
	Base, Email, Code, Bad string
	Provider               string // what the identity provider is called; "" for none
	Asked                  bool   // this browser has asked for a code
	Elsewhere              bool   // a link was opened in another browser than asked
}

// asked is what this browser has asked for: whose code, and what goes with it.
func asked(r *http.Request) (email, with string) {
	c, err := r.Cookie(askedName)
	if err != nil {
		return "", ""
	}
	name, with, _ := strings.Cut(c.Value, ".")
	b, err := base64.RawURLEncoding.DecodeString(name)
	if err != nil || len(b) > 300 {
		return "", ""
	}
	return string(b), with
}

func (o *Office) show(w http.ResponseWriter, r *http.Request, code int, v doorView) {
	if v.Base = o.room.Base; o.desk.Provider() != nil {
		v.Provider = o.desk.Provider().Name()
	}
	o.room.Page(w, r, code, "Come in", templates, "in.html", v)
}

// in shows where users come in. It changes nothing: programs open links too.
func (o *Office) in(w http.ResponseWriter, r *http.Request) {
	if who, err := o.who(r); err == nil && who != nil {
		http.Redirect(w, r, o.room.Base+"/", http.StatusSeeOther)
		return
	}
	email, with := asked(r)
	v := doorView{Email: email, Asked: with != "", Code: page.Line(r.URL.Query().Get("code"), 12)}
	v.Elsewhere = v.Code != "" && !v.Asked
	o.show(w, r, http.StatusOK, v)
}

func (o *Office) ask(w http.ResponseWriter, r *http.Request) {
	email := page.Line(r.PostForm.Get("email"), 200)
	if !strings.Contains(email, "@") {
		o.show(w, r, http.StatusUnprocessableEntity, doorView{Email: email, Bad: "Write your address, as in ana@office.example."})
		return
	}
	with, err := o.desk.Ask(r.Context(), email)
	if err != nil {
		o.room.Broken(w, r, err)
		return
	}
	o.cookie(w, r, askedName, base64.RawURLEncoding.EncodeToString([]byte(email))+"."+with, office.AskedFor)
	o.show(w, r, http.StatusOK, doorView{Email: email, Asked: true})
}

func (o *Office) code(w http.ResponseWriter, r *http.Request) {
	email, with := asked(r)
	code := page.Line(r.PostForm.Get("code"), 20)
	secret, err := o.desk.Enter(r.Context(), email, with, code, o.visit(r))
	const bad = "This code is wrong, was used, or is older than ten minutes. After five tries none is taken any more: ask for another."
	o.admit(w, r, secret, err, doorView{Email: email, Asked: with != "", Bad: bad})
}

func (o *Office) printed(w http.ResponseWriter, r *http.Request) {
	email := page.Line(r.PostForm.Get("email"), 200)
	secret, err := o.desk.Redeem(r.Context(), email, page.Line(r.PostForm.Get("code"), 40), o.visit(r))
	o.admit(w, r, secret, err, doorView{Email: email, Bad: "This is no printed code of that address, or it was used."})
}

func (o *Office) visit(r *http.Request) office.Visit {
	return office.Visit{Origin: o.Host(r), Agent: r.UserAgent()}
}

func (o *Office) admit(w http.ResponseWriter, r *http.Request, secret string, err error, refused doorView) {
	switch {
	case err != nil:
		o.room.Broken(w, r, err)
	case secret == "":
		o.show(w, r, http.StatusForbidden, refused)
	default:
		// Who comes in anew is out as whoever this browser was before.
		if c, err := r.Cookie(cookieName); err == nil {
			if _, s, ok, err := o.desk.Who(r.Context(), c.Value, o.Host(r)); err == nil && ok {
				if _, err := o.desk.End(r.Context(), s.ID, ""); err != nil {
					o.Log.Error("ending a session", "error", err)
				}
			}
		}
		o.cookie(w, r, askedName, "", 0)
		o.cookie(w, r, cookieName, secret, office.SessionFor)
		http.Redirect(w, r, o.room.Base+"/", http.StatusSeeOther)
	}
}
