// Package desk is the press office's first pages in the browser: what goes out and what
// waits, the releases, the quotes and the sandbox's mailbox. Each handler calls one
// function of a service and shows the answer.
//
// Handler is the press office on an address of this machine alone, behind a link made at
// every start.
package desk

import (
	"cmp"
	"crypto/rand"
	"crypto/subtle"
	"embed"
	"encoding/hex"
	"errors"
	"html/template"
	"log/slog"
	"net/http"
	"slices"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"pressroom/internal/coalition"
	"pressroom/internal/ledger"
	"pressroom/internal/sandbox"
	"pressroom/internal/today"
	"pressroom/internal/web/room"
	"pressroom/internal/wording"
	"pressroom/internal/workspace"
)

//go:embed pages/*.html
var pages embed.FS

var templates = room.Parse(pages, template.FuncMap{
	"stamp": func(t time.Time) string { return t.UTC().Format("2006-01-02 15:04:05.000") },
	"size":  size,
	"diff":  wording.Words,
}, "pages/*.html")

func size(n int64) string {
	if n < 1<<20 {
		return strconv.FormatInt((n+1023)/1024, 10) + " KB"
	}
	return strconv.FormatFloat(float64(n)/(1<<20), 'f', 1, 64) + " MB"
}

const cookieName = "pressroom_desk"

// Desk is the pages of the press office that show mailings, quotes and the sandbox.
type Desk struct {
	Services
	room    *room.Room
	every   time.Duration // within which what was read of the day holds
	share   time.Duration // as many times as long as reading took it holds too
	glances glances
}

// Services are what the pages ask.
type Services struct {
	Workspace *workspace.Workspace // whose files are held against what is scheduled
	Ledger    *ledger.Ledger
	Coalition *coalition.Desk // where quotes are looked at; nil where there is none
	Box       sandbox.Mailbox
	Today     *today.Desk // what goes out, waits and went out
	// Link is the secret of the link that opens the press office of this machine, as NewLink
	// makes it; "" for a new one.
	Link string
	Log  *slog.Logger
}

// New returns the pages, in a room.
func New(s Services, m *room.Room) *Desk {
	return &Desk{Services: s, room: m, every: lookEvery / 2, share: readingShare}
}

// Routes are the addresses of the pages. Mail of the sandbox and the quotes hold words
// that are not public, so viewers do not see them.
func (d *Desk) Routes() []room.Route {
	look := func(path string, least workspace.Role, h http.HandlerFunc) room.Route {
		return room.Route{Method: http.MethodGet, Path: path, Least: least, Handler: h}
	}
	routes := []room.Route{
		look("/{$}", workspace.Viewer, d.today),
		look("/today/live", workspace.Viewer, d.live),
		look("/releases", workspace.Viewer, d.releases),
		look("/mail", workspace.Lead, d.mailbox),
		look("/mail/{id}/inline/{cid}", workspace.Lead, d.inline),
	}
	// What is mailed is read there before it is public.
	for path, h := range map[string]http.HandlerFunc{"": d.message, "/html": d.html, "/raw": d.raw, "/part/{n}": d.part} {
		mail := look("/mail/{id}"+path, workspace.Lead, h)
		mail.Act = "open a mail of the sandbox"
		routes = append(routes, mail)
	}
	if d.Coalition == nil {
		return routes
	}
	act := func(path, act string, h http.HandlerFunc) room.Route {
		return room.Route{Method: http.MethodPost, Path: path, Least: workspace.Lead, Act: act, Handler: h}
	}
	board := look("/quotes/{slug}", workspace.Approver, d.board)
	board.Act = "open the quotes"
	return append(routes, board,
		act("/quotes/{slug}/order", "order quotes", d.order),
		act("/quotes/{slug}/{quote}", "judge a quote", d.judge),
		look("/quotes/{slug}/{quote}/photo", workspace.Approver, d.boardPhoto))
}

// More are further pages in the room of a press office.
type More func(m *room.Room) []room.Route

// Handler returns the press office of this machine alone, and the path of the link that
// opens it: whoever has it leads. The page of metrics, which names nobody and no release,
// needs no link.
func Handler(s Services, trail room.Trail, metrics prometheus.Gatherer, more ...More) (http.Handler, string) {
	k := &key{token: cmp.Or(s.Link, NewLink())}
	k.room = &room.Room{
		Who: k.who, Closed: k.closed, Trail: trail, Language: s.Workspace.Settings.Organization.Language, Log: s.Log,
		Links: append(slices.Clone(room.Usual), Mailbox),
	}
	routes := New(s, k.room).Routes()
	for _, add := range more {
		routes = append(routes, add(k.room)...)
	}
	return k.handler(routes, metrics), "/enter/" + k.token
}

// First is the press office of a folder that is no workspace yet, and the path of its
// link: its pages make one.
func First(link string, log *slog.Logger, pages More) (http.Handler, string) {
	k := &key{token: link}
	k.room = &room.Room{Who: k.who, Closed: k.closed, Language: "en", Log: log}
	return k.handler(pages(k.room), nil), "/enter/" + k.token
}

// NewLink is a secret that nobody else knows.
func NewLink() string {
	var b [24]byte
	rand.Read(b[:])
	return hex.EncodeToString(b[:])
}

// handler serves a room behind the link, on this machine alone.
func (k *key) handler(routes []room.Route, metrics prometheus.Gatherer) http.Handler {
	inside, err := k.room.Handler(routes)
	if err != nil {
		panic(err) // no origin was given that could be wrong
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /enter/{token}", k.enter)
	if metrics != nil {
		mux.Handle("GET /metrics", promhttp.HandlerFor(metrics, promhttp.HandlerOpts{ErrorHandling: promhttp.ContinueOnError}))
	}
	mux.Handle("/", inside)
	return room.Local(mux, "The desk", "")
}

// Mailbox is the link to the sandbox's mail.
var Mailbox = room.Link{Path: "/mail", Text: "Sandbox", Least: workspace.Lead}

// key is the link that opens the press office of this machine.
type key struct {
	token string
	room  *room.Room
}

func (k *key) valid(token string) bool {
	return subtle.ConstantTimeCompare([]byte(token), []byte(k.token)) == 1
}

func (k *key) who(r *http.Request) (*room.Actor, error) {
	for _, c := range r.CookiesNamed(cookieName) {
		if k.valid(c.Value) {
			return &room.Actor{Name: "the desk of this machine", Role: workspace.Lead, From: r.RemoteAddr}, nil
		}
	}
	return nil, nil
}

func (k *key) enter(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Security-Policy", room.Policy)
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Referrer-Policy", "no-referrer")
	if !k.valid(r.PathValue("token")) {
		k.closed(w, r)
		return
	}
	http.SetCookie(w, &http.Cookie{Name: cookieName, Value: k.token, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
	// A page instead of a redirect: a strict cookie is not sent on the way from
	// another program's link.
	k.room.Page(w, r, http.StatusOK, "Welcome", templates, "enter.html", nil)
}

func (k *key) closed(w http.ResponseWriter, r *http.Request) {
	k.room.Page(w, r, http.StatusForbidden, "This page needs the desk’s link", templates, "closed.html", nil)
}

// view is what each page knows.
type view struct {
	Base string
	Who  room.Actor
	Data any
}

// show answers with a page. title is English.
func (d *Desk) show(w http.ResponseWriter, r *http.Request, code int, title, name string, data any) {
	d.room.Page(w, r, code, title, templates, name, view{d.room.Base, room.Of(r.Context()), data})
}

func (d *Desk) fail(w http.ResponseWriter, r *http.Request, err error) {
	if errors.Is(err, sandbox.ErrNoMessage) {
		d.missing(w, r)
		return
	}
	d.room.Broken(w, r, err)
}

func (d *Desk) missing(w http.ResponseWriter, r *http.Request) {
	d.room.Say(w, r, http.StatusNotFound, "There is nothing here", "The address may have been mistyped, or what stood here is gone.")
}

// listed is how many messages the desk lists.
const listed = 200

func (d *Desk) mailbox(w http.ResponseWriter, r *http.Request) {
	mails, err := d.Box.List(listed)
	if err != nil {
		d.fail(w, r, err)
		return
	}
	d.show(w, r, http.StatusOK, "Sandbox mailbox", "mailbox.html", map[string]any{"Mails": mails, "Count": d.Box.Count(), "Listed": listed})
}

func (d *Desk) message(w http.ResponseWriter, r *http.Request) {
	m, err := d.Box.Read(r.PathValue("id"))
	if err != nil {
		d.fail(w, r, err)
		return
	}
	d.show(w, r, http.StatusOK, m.Subject, "mail.html", m)
}

// html is the HTML body of a message, shown in a frame that may run and load
// nothing but the message's own pictures.
func (d *Desk) html(w http.ResponseWriter, r *http.Request) {
	m, err := d.Box.Read(r.PathValue("id"))
	if err != nil {
		d.fail(w, r, err)
		return
	}
	room.ShowMail(w, m.Shown(func(cid string) string { return d.room.Base + "/mail/" + m.ID + "/inline/" + cid }))
}

func (d *Desk) raw(w http.ResponseWriter, r *http.Request) {
	raw, err := d.Box.Raw(r.PathValue("id"))
	if err != nil {
		d.fail(w, r, err)
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Write(raw)
}

func (d *Desk) part(w http.ResponseWriter, r *http.Request) {
	m, err := d.Box.Read(r.PathValue("id"))
	n, nerr := strconv.Atoi(r.PathValue("n"))
	if err == nil && (nerr != nil || n < 0 || n >= len(m.Parts)) {
		err = sandbox.ErrNoMessage
	}
	if err != nil {
		d.fail(w, r, err)
		return
	}
	room.HandOut(w, m.Parts[n].Type, m.Parts[n].Data)
}

func (d *Desk) inline(w http.ResponseWriter, r *http.Request) {
	m, err := d.Box.Read(r.PathValue("id"))
	if err == nil && m.Inline[r.PathValue("cid")].Data == nil {
		err = sandbox.ErrNoMessage
	}
	if err != nil {
		d.fail(w, r, err)
		return
	}
	room.HandOut(w, m.Inline[r.PathValue("cid")].Type, m.Inline[r.PathValue("cid")].Data)
}
