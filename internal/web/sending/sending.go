// Package sending is planning, sending, watching and correcting in the browser of the
// press office. Each handler calls one function of a service, the one that the command
// calls, and shows the answer; what is around the page is its room's.
package sending

import (
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
	"pressroom/internal/assist"
	"pressroom/internal/contacts"
	"pressroom/internal/diagnostic"
	"pressroom/internal/dispatch"
	"pressroom/internal/draft"
	"pressroom/internal/importer"
	"pressroom/internal/ledger"
	"pressroom/internal/people"
	"pressroom/internal/proof"
	"pressroom/internal/release"
	"pressroom/internal/revisions"
	"pressroom/internal/saying"
	"pressroom/internal/web/page"
	"pressroom/internal/web/proofs"
	"pressroom/internal/web/room"
	"pressroom/internal/workspace"
)

//go:embed pages
var files embed.FS

var templates = room.Parse(files, template.FuncMap{
	"iso":      func(t time.Time) string { return t.UTC().Format(time.RFC3339Nano) },
	"dict":     dict,
	"rowState": func(state string) string { return cmp.Or(rowStates[state], state) },
}, "pages/*.html")

// dict gives a part of a page several values, each after its name.
func dict(pairs ...any) map[string]any {
	out := make(map[string]any)
	for i := 0; i+1 < len(pairs); i += 2 {
		out[fmt.Sprint(pairs[i])] = pairs[i+1]
	}
	return out
}

// rowStates is what the states of deliveries are called on a page.
var rowStates = map[string]string{
	"queued": "waiting", "deferred": "to be tried again", "in_doubt": "in doubt", "asked": "asked first", "suppressed": "not mailed",
}

// Press is what the pages have done for them.
type Press interface {
	Plan(ctx context.Context, slug string, without []string) (*dispatch.Plan, error)
	PlanMore(ctx context.Context, slug string, given []dispatch.Given) (*dispatch.Plan, error)
	PlanAgain(ctx context.Context, slug, address string) (*dispatch.Again, error)
	SendAgain(ctx context.Context, again *dispatch.Again) (id string, err error)
	Word(ctx context.Context, slug string) (*dispatch.Word, error)
	PlanAmendment(ctx context.Context, slug string, wish dispatch.Wish) (*dispatch.Amendment, error)
	PlanHold(ctx context.Context, slug string, end bool, sentences map[string]string) (*dispatch.Checking, error)
	PlanWithdrawal(ctx context.Context, slug, instead string, reasons map[string]string) (*dispatch.Withdrawal, error)
	Check(ctx context.Context, slugs []string) ([]dispatch.Checked, diagnostic.List, error)
	Known(ctx context.Context, slug string) (*release.Known, error)
	Book(ctx context.Context) (*contacts.Book, diagnostic.List, error)
	ReadyToSend(ctx context.Context) error
	Begin(slug string, b draft.Beginning) (name string, err error)
	Understand(name string, data []byte, lang, issuer string) (*importer.Result, error)
	TakeIn(slug string, r *importer.Result) (name string, err error)
	Zone() *time.Location
	AddAgreement(ctx context.Context, g agreement.Given) (copies int, err error)
}

// Author is what helps whoever writes a release: what is known beside its text, and what the
// checks say of a text that a browser holds.
type Author interface {
	Facts(ctx context.Context) (assist.Facts, error)
	Findings(ctx context.Context, slug string, memory map[string][]byte) (diagnostic.List, error)
	Proof(ctx context.Context, w proof.Wish) (*proof.Proof, error)
}

// Services are what the pages ask.
type Services struct {
	Press      Press
	Workspace  *workspace.Workspace
	Ledger     *ledger.Ledger
	Embargo    *dispatch.Embargo
	People     *people.Desk
	Agreements *agreement.Desk
	Revisions  *revisions.Desk
	// Author is what helps whoever writes.
	Author Author
	// User is who works at a desk where nobody is named, "" where that is not known.
	User string
	Log  *slog.Logger
}

// Pages are those of planning, sending, watching and correcting.
type Pages struct {
	Services
	room   *room.Room
	watch  *watch
	proofs *proofs.Pages
	// acts has one thing done at a time: a form that was posted twice finds what the first
	// has done.
	acts sync.Mutex
}

// New returns the pages, in a room. tick is how often what is under way is looked at for
// those who watch it.
func New(s Services, m *room.Room, tick time.Duration) *Pages {
	m.Scripts, m.Styles = append(m.Scripts, "/sending.js"), append(m.Styles, "/sending.css")
	m.Links = append(m.Links, room.Link{Path: "/new", Text: "New release", Least: workspace.Lead})
	return &Pages{Services: s, room: m, watch: newWatch(s.Ledger, tick), proofs: proofs.New(m)}
}

// Routes are the addresses of the pages. What shows words that may not be public is kept
// as opened.
func (h *Pages) Routes() []room.Route {
	look := func(path, act string, handle http.HandlerFunc) room.Route {
		return room.Route{Method: http.MethodGet, Path: path, Least: workspace.Approver, Act: act, Handler: handle}
	}
	all := func(path, act string, handle http.HandlerFunc) room.Route { // what a viewer sees of it, the handler says
		return room.Route{Method: http.MethodGet, Path: path, Least: workspace.Viewer, Act: act, Handler: handle}
	}
	lead := func(path, act string, handle http.HandlerFunc) room.Route {
		return room.Route{Method: http.MethodGet, Path: path, Least: workspace.Lead, Act: act, Handler: handle}
	}
	act := func(path, act string, handle http.HandlerFunc) room.Route {
		return room.Route{Method: http.MethodPost, Path: path, Least: workspace.Lead, Act: act, Handler: h.act(handle)}
	}
	approving := func(path, act string, handle http.HandlerFunc) room.Route {
		return room.Route{Method: http.MethodPost, Path: path, Least: workspace.Approver, Act: act, Handler: h.act(handle)}
	}
	approve := func(path string, handle http.HandlerFunc) room.Route { return approving(path, "approve", handle) }
	// What is asked while somebody types changes nothing, and hands out no words but theirs.
	help := func(path string, handle http.HandlerFunc) room.Route {
		return room.Route{Method: room.Query, Path: path, Least: workspace.Approver, Handler: handle}
	}
	const of, mailing = "/releases/{slug}", "/dispatches/{slug}/{name}"
	return append(h.proofs.Routes(), []room.Route{
		all(of, "open a release", h.release),
		look(of+"/plan", "open a plan", h.plan), act(of+"/plan", "send", h.schedule), act(of+"/test", "send a test", h.test),
		act(of+"/undo", "undo", h.undo), act(of+"/now", "send now", h.now),
		lead(of+"/more", "open a plan", h.more), act(of+"/more", "send to more", h.sendMore),
		lead(of+"/again", "open sending again", h.again), act(of+"/again", "send again", h.sendAgain),
		lead(of+"/go", "open letting go", h.word), act(of+"/go", "let go", h.letGo), act(of+"/rehearse", "rehearse", h.rehearse),
		lead(of+"/move", "open a move", h.moveForm), act(of+"/move", "move the embargo", h.move),
		lead(of+"/lift", "open a lift", h.liftForm), act(of+"/lift", "lift the embargo", h.lift),
		lead(of+"/hold", "open a hold", h.holdForm), act(of+"/hold", "put on hold", h.hold),
		lead(of+"/hold-end", "open the end of a hold", h.holdEndForm), act(of+"/hold-end", "end the hold", h.holdEnd),
		look(of+"/correct", "open a correction", h.correctForm), approve(of+"/correct/approve", h.approveWords),
		act(of+"/correct", "correct", h.correct),
		lead(of+"/withdraw", "open a withdrawal", h.withdrawForm), act(of+"/withdraw", "withdraw", h.withdraw),
		look(mailing, "open a mailing", h.mailing), look(mailing+"/live", "", h.live),
		look(mailing+"/rows.csv", "take the rows of a mailing", h.csv),
		lead(mailing+"/{act}", "open a mailing", h.confirm), act(mailing+"/{act}", "steer", h.steer), approve(mailing+"/approve", h.approve),
		lead(of+"/agreements", "open the agreements", h.agreed), act(of+"/agreements", "write down an agreement", h.agree),
		lead(of+"/agreements/export", "take the agreements", h.exportAgreed),
		act(of+"/agreements/readers", "look who has read", h.readers), act(of+"/agreements/off", "take somebody off", h.off),
		act(of+"/languages", "begin a language", h.translate),
		lead("/new", "", h.newForm), act("/new", "begin a release", h.begin), lead("/new/prints", "", h.newPrints),
		{Method: http.MethodPost, Path: "/new/import", Least: workspace.Lead, Act: "bring a release", Handler: h.bring},
		look(of+"/edit", "open a file", h.edit), act(of+"/edit", "write", h.save),
		look(of+"/revisions", "open the earlier texts", h.history), act(of+"/revisions/{n}", "take an earlier text back", h.take),
		look(of+"/form", "open a file", h.formPage), act(of+"/form", "write", h.writeForm), look(of+"/form/prints", "", h.printed),
		{Method: http.MethodPost, Path: of + "/form/file", Least: workspace.Lead, Act: "take a file in", Handler: h.takeFile},
		act(of+"/form/file/delete", "delete a file", h.discard),
		help(of+"/form/proof", h.formProof), approving(of+"/form/look", "look at what is typed", h.lookForm),
		act(of+"/edit/undo", "undo a save", h.undoSave),
		help(of+"/edit/proof", h.proof), approving(of+"/edit/look", "look at what is typed", h.look),
		help(of+"/edit/check", h.checkText), help(of+"/edit/complete", h.completeText), look("/editor.js", "", file("editor.js")),
		all(of+"/preview/{form}", "look at a form", h.preview),
		all("/sending.js", "", file("sending.js")), all("/sending.css", "", file("sending.css")),
	}...)
}

// formLimit is the most that a form here may hold.
const formLimit = 1 << 20

// act is a handler of something that is done: one at a time, with its form read.
func (h *Pages) act(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		r.Body = http.MaxBytesReader(w, r.Body, formLimit)
		if err := r.ParseForm(); err != nil {
			h.refuse(w, r, "Too much", said("that was more than this page takes; nothing was done"))
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
	Who  room.Actor
	Bad  template.HTML // what was not done, and why
	Done string
	Idle bool // no worker is running
}

func (h *Pages) view(r *http.Request) view {
	return view{
		Base: h.room.Base, Slug: r.PathValue("slug"), Who: room.Of(r.Context()), Done: done[r.URL.Query().Get("done")],
		Idle: h.Ledger.WorkersForAll(r.Context()) == 0,
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
	"approval": "Scheduled. It leaves once others have approved its words.", "saved": "Saved.",
	"merged":      "Saved. Somebody else had saved meanwhile: what both of you wrote is in the file.",
	"undone-save": "Undone: the file is as it was before.", "taken": "The earlier text is in the file again.",
	"undone-merged": "Undone. What was saved since by others stays in the file.",
	"agreed":        "Written down. A copy that waited for it leaves at once.", "off": "They are taken off the advance copies.",
	"exchanged": "The new file stands in its place. What was said of the old one stays.", "discarded": "The file is deleted.",
	"same": "Nothing was changed.", "checked": "The hold is over. Those who were asked to wait are told.",
	"brought":  "The release is brought in. Look through it before it goes anywhere.",
	"taken-in": "The file is taken in, and stands in the release.",
	"begun":    "Begun. Write over what stands in the main language; what is still to be written is marked.",
}

// show answers with a page. title is English.
func (h *Pages) show(w http.ResponseWriter, r *http.Request, code int, title, name string, data any) {
	h.room.Page(w, r, code, title, templates, name, data)
}

// words are those of the language of the pages.
func (h *Pages) words() room.Words { return h.room.Words() }

// said is what a page says itself of something that is not done.
type said = room.Own

// fault is what is said of something that was not done.
func (h *Pages) fault(err error) template.HTML { return h.words().Fault(err) }

// refuse says why something is not so, or was not done.
func (h *Pages) refuse(w http.ResponseWriter, r *http.Request, title string, err error) {
	code := http.StatusConflict
	if errors.Is(err, ledger.ErrNotFound) || errors.Is(err, errNothing) {
		code = http.StatusNotFound
	}
	v := h.view(r)
	v.Bad = h.fault(err)
	h.show(w, r, code, title, "refused.html", v)
}

// errNothing is returned where an address names nothing that there is.
var errNothing = said("there is nothing here by that name")

// sentence is an error as a page says it.
func sentence(err error) string {
	text := err.Error()
	return strings.ToUpper(text[:1]) + text[1:] + "."
}

// there goes to a page of the release once something was done.
func (h *Pages) there(w http.ResponseWriter, r *http.Request, path, what string) {
	mark := "?"
	if strings.Contains(path, mark) {
		mark = "&"
	}
	http.Redirect(w, r, h.room.Base+path+mark+"done="+url.QueryEscape(what), http.StatusSeeOther)
}

// ofRelease is the page of the release that is asked for.
func ofRelease(r *http.Request) string { return "/releases/" + url.PathEscape(r.PathValue("slug")) }

// line is one line that somebody typed.
func line(r *http.Request, name string) string { return page.Line(r.FormValue(name), 1000) }

// by is who does something, as it is kept.
func (h *Pages) by(r *http.Request) string { return cmp.Or(room.Of(r.Context()).Email, h.User) }

// seen holds what is planned now against what the form says was seen; nil where that is
// the same.
func seen(r *http.Request, s dispatch.Sight) saying.Lines { return s.Since(r.PostForm.Get("sight")) }

// another is what is said above a plan that is another than what was seen.
func (h *Pages) another(news saying.Lines) template.HTML {
	text := template.HTMLEscapeString(h.words().Say("Nothing was done: since you looked, %s changed. Look at it again."))
	return template.HTML(fmt.Sprintf(text, h.words().Told(news.Join("; "))))
}

// file is a file that the pages load.
func file(name string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { http.ServeFileFS(w, r, files, "pages/"+name) }
}
