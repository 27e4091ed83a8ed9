// Package sending is planning, sending, watching and correcting in the browser of the
// press office. Each handler calls one function of a service, the one that the command
// calls, and shows the answer; what is around the page is its Frame's.
package sending

import (
	"bytes"
	"cmp"
	"context"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"pressroom/internal/agreement"
	"pressroom/internal/contacts"
	"pressroom/internal/diagnostic"
	"pressroom/internal/dispatch"
	"pressroom/internal/draft"
	"pressroom/internal/ledger"
	"pressroom/internal/people"
	"pressroom/internal/release"
	"pressroom/internal/status"
	"pressroom/internal/web/page"
	"pressroom/internal/wording"
	"pressroom/internal/workspace"
)

//go:embed pages
var files embed.FS

var templates = template.Must(template.New("").Funcs(template.FuncMap{
	"when":  func(t time.Time) string { return t.Format("Mon " + status.Clock) },
	"utc":   func(t time.Time) string { return t.UTC().Format("Mon 15:04 UTC") },
	"iso":   func(t time.Time) string { return t.UTC().Format(time.RFC3339Nano) },
	"count": func(n int) string { return wording.Count(n, "journalist") },
}).ParseFS(files, "pages/*.html"))

// Press is what the pages have done for them.
type Press interface {
	Plan(ctx context.Context, slug string, without []string) (*dispatch.Plan, error)
	PlanMore(ctx context.Context, slug string, given []dispatch.Given) (*dispatch.Plan, error)
	PlanAgain(ctx context.Context, slug, address string) (*dispatch.Again, error)
	SendAgain(ctx context.Context, again *dispatch.Again) (id string, err error)
	Word(ctx context.Context, slug string) (*dispatch.Word, error)
	PlanAmendment(ctx context.Context, slug string, wish dispatch.Wish) (*dispatch.Amendment, error)
	PlanWithdrawal(ctx context.Context, slug, instead string, reasons map[string]string) (*dispatch.Withdrawal, error)
	Check(ctx context.Context, slugs []string) ([]dispatch.Checked, diagnostic.List, error)
	Known(ctx context.Context, slug string) (*release.Known, error)
	Book(ctx context.Context) (*contacts.Book, diagnostic.List, error)
	ReadyToSend(ctx context.Context) error
	Begin(slug string, b draft.Beginning) (name string, err error)
	Zone() *time.Location
}

// Services are what the pages ask.
type Services struct {
	Press      Press
	Workspace  *workspace.Workspace
	Ledger     *ledger.Ledger
	Embargo    *dispatch.Embargo
	People     *people.Desk
	Agreements *agreement.Desk
	Log        *slog.Logger
}

// Who is who asks for a page.
type Who struct {
	Name  string // by which what they do is kept; "" where nobody is named
	Email string // "" where none is known
}

// Frame is the room in which the pages stand.
type Frame struct {
	// Show answers with a page: its title, and what stands in its middle.
	Show func(w http.ResponseWriter, r *http.Request, code int, title string, body template.HTML)
	// Who is who asks.
	Who func(r *http.Request) Who
	// Base stands before every address, as in /office; "" for none.
	Base string
}

// Role is what somebody has to be for a page.
type Role string

// The roles; a lead may do what an approver may.
const (
	Lead     Role = "lead"
	Approver Role = "approver"
)

// Route is one address.
type Route struct {
	Pattern string // as http.ServeMux has it
	Role    Role   // the least that asks
	Act     string // what is done there, for the trail; "" for looking
	Handle  http.HandlerFunc
}

// Room are the pages.
type Room struct {
	Services
	frame Frame
	watch *watch
	// acts has one thing done at a time: a form that was posted twice finds what the first
	// has done.
	acts sync.Mutex
}

// New returns the pages of a press office. tick is how often what is under way is looked
// at for those who watch it.
func New(s Services, f Frame, tick time.Duration) *Room {
	return &Room{Services: s, frame: f, watch: newWatch(s.Ledger, tick)}
}

// Routes are the addresses of the pages.
func (h *Room) Routes() []Route {
	look := func(pattern string, handle http.HandlerFunc) Route {
		return Route{"GET " + pattern, Approver, "", handle}
	}
	lead := func(pattern string, handle http.HandlerFunc) Route { return Route{"GET " + pattern, Lead, "", handle} }
	act := func(pattern, act string, handle http.HandlerFunc) Route {
		return Route{"POST " + pattern, Lead, act, h.act(handle)}
	}
	const of, mailing = "/releases/{slug}", "/dispatches/{slug}/{name}"
	return []Route{
		look(of, h.release),
		look(of+"/plan", h.plan), act(of+"/plan", "send", h.schedule), act(of+"/test", "send a test", h.test),
		act(of+"/undo", "undo", h.undo), act(of+"/now", "send now", h.now),
		lead(of+"/more", h.more), act(of+"/more", "send to more", h.sendMore),
		lead(of+"/again", h.again), act(of+"/again", "send again", h.sendAgain),
		lead(of+"/go", h.word), act(of+"/go", "let go", h.letGo), act(of+"/rehearse", "rehearse", h.rehearse),
		lead(of+"/move", h.moveForm), act(of+"/move", "move the embargo", h.move),
		lead(of+"/lift", h.liftForm), act(of+"/lift", "lift the embargo", h.lift),
		lead(of+"/hold", h.holdForm), act(of+"/hold", "put on hold", h.hold),
		look(of+"/correct", h.correctForm),
		{"POST " + of + "/correct/approve", Approver, "approve", h.act(h.approveWords)},
		act(of+"/correct", "correct", h.correct),
		lead(of+"/withdraw", h.withdrawForm), act(of+"/withdraw", "withdraw", h.withdraw),
		look(mailing, h.mailing), look(mailing+"/live", h.live), look(mailing+"/rows.csv", h.csv),
		lead(mailing+"/{act}", h.confirm), act(mailing+"/{act}", "steer", h.steer),
		{"POST " + mailing + "/approve", Approver, "approve", h.act(h.approve)},
		lead("/new", h.newForm), act("/new", "begin a release", h.begin),
		lead(of+"/edit", h.edit), act(of+"/edit", "write", h.save), look(of+"/preview/{form}", h.preview),
		look("/sending.js", file("sending.js")), look("/sending.css", file("sending.css")),
	}
}

// formLimit is the most that a form here may hold.
const formLimit = 1 << 20

// act is a handler of something that is done: one at a time, with its form read.
func (h *Room) act(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		r.Body = http.MaxBytesReader(w, r.Body, formLimit)
		if err := r.ParseForm(); err != nil {
			h.refuse(w, r, "Too much", errors.New("that was more than this page takes; nothing was done"))
			return
		}
		h.acts.Lock()
		defer h.acts.Unlock()
		next(w, r)
	}
}

// view is what every page knows.
type view struct {
	Base string
	Slug string
	Who  Who
	Bad  string   // what was not done, and why
	News []string // what is another than what was seen
	Done string
	Idle bool // no worker is running
}

func (h *Room) view(r *http.Request) view {
	return view{
		Base: h.frame.Base, Slug: r.PathValue("slug"), Who: h.frame.Who(r), Done: done[r.URL.Query().Get("done")],
		Idle: !h.Ledger.DB().AnyWorkerAlive(r.Context()),
	}
}

// done says what was done, on the page that follows.
var done = map[string]string{
	"scheduled": "Scheduled.", "armed": "Armed. It goes out at your word.", "test": "The test is on its way.",
	"undone": "Undone: nothing of it left.", "now": "It leaves now.", "more": "Scheduled, to those who did not have it.",
	"again": "Their copy is on its way once more.", "went": "It goes out now.", "rehearsed": "The rehearsal is on its way.",
	"moved": "The embargo was moved.", "lifted": "It goes out now.", "held": "It is on hold. Those who have a copy are asked to wait.",
	"corrected": "Put right.", "withdrawn": "Withdrawn.", "pause": "Paused.", "resume": "It goes on.", "cancel": "Cancelled.",
	"retry": "Tried again, at once.", "doubt": "Mailed once more.", "approved": "Approved.",
	"approval": "Scheduled. It leaves once others have approved its words.", "saved": "Saved.", "same": "Nothing was changed.",
}

func (h *Room) show(w http.ResponseWriter, r *http.Request, code int, title, name string, data any) {
	var b bytes.Buffer
	if err := templates.ExecuteTemplate(&b, name, data); err != nil {
		h.Log.Error("a page of the press office", "page", name, "error", err)
		http.Error(w, "This page could not be made; the log says why.", http.StatusInternalServerError)
		return
	}
	h.frame.Show(w, r, code, title, template.HTML(b.String()))
}

// refuse says why something is not so, or was not done.
func (h *Room) refuse(w http.ResponseWriter, r *http.Request, title string, err error) {
	code := http.StatusConflict
	if errors.Is(err, ledger.ErrNotFound) || errors.Is(err, errNothing) {
		code = http.StatusNotFound
	}
	v := h.view(r)
	v.Bad = sentence(err)
	h.show(w, r, code, title, "refused.html", v)
}

// errNothing is returned where an address names nothing that there is.
var errNothing = errors.New("there is nothing here by that name")

// sentence is an error as a page says it.
func sentence(err error) string {
	text := err.Error()
	return strings.ToUpper(text[:1]) + text[1:] + "."
}

// there goes to a page of the release once something was done.
func (h *Room) there(w http.ResponseWriter, r *http.Request, path, what string) {
	http.Redirect(w, r, h.frame.Base+path+"?done="+url.QueryEscape(what), http.StatusSeeOther)
}

// ofRelease is the page of the release that is asked for.
func ofRelease(r *http.Request) string { return "/releases/" + url.PathEscape(r.PathValue("slug")) }

// line is one line that somebody typed.
func line(r *http.Request, name string) string { return page.Line(r.FormValue(name), 1000) }

// by is who does something, as it is kept.
func (h *Room) by(r *http.Request) string {
	who := h.frame.Who(r)
	return cmp.Or(who.Email, who.Name)
}

// seen holds what is planned now against what the form says was seen; nil where that is
// the same.
func seen(r *http.Request, s dispatch.Sight) []string { return s.Since(r.PostForm.Get("sight")) }

// another is what is said above a plan that is another than what was seen.
func another(news []string) string {
	return fmt.Sprintf("Nothing was done: since you looked, %s changed. Look at it again.", strings.Join(news, "; "))
}

// file is a file that the pages load.
func file(name string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { http.ServeFileFS(w, r, files, "pages/"+name) }
}
