// Package board is the coalition's quotes over all releases in the browser of the press
// office: how far each is and whose turn it is, asking for them, and a partner's page as
// they see it. The quotes of one release, and what is decided about them, are the desk's.
package board

import (
	"cmp"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"log/slog"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"pressroom/internal/coalition"
	"pressroom/internal/release"
	"pressroom/internal/web/page"
	"pressroom/internal/web/portal"
	"pressroom/internal/web/room"
	"pressroom/internal/workspace"
)

//go:embed pages
var files embed.FS

var templates = room.Parse(files, nil, "pages/*.html")

// Services are what the pages ask.
type Services struct {
	Coalition *coalition.Desk
	Workspace *workspace.Workspace
	Log       *slog.Logger
}

// Pages are those of the quotes over all releases.
type Pages struct {
	Services
	room    *room.Room
	preview *portal.Preview
}

// New returns the pages, in a room.
func New(s Services, m *room.Room) *Pages {
	m.Styles = append(m.Styles, "/board.css")
	m.Links = append(m.Links, room.Link{Path: "/quotes", Text: "Quotes", Least: workspace.Viewer})
	settings := s.Workspace.Settings
	site := page.New(settings.Organization.Name, settings.Organization.Language, s.Log)
	site.Languages, site.PublicURL = settings.Languages, "https://preview.invalid"+m.Base+"/portal"
	return &Pages{Services: s, room: m, preview: portal.NewPreview(site, s.Coalition)}
}

// Routes are the addresses of the pages. Viewers see states and times, and no words.
func (h *Pages) Routes() []room.Route {
	look := func(path string, least workspace.Role, act string, handle http.HandlerFunc) room.Route {
		return room.Route{Method: http.MethodGet, Path: path, Least: least, Act: act, Handler: handle}
	}
	const partner = "/portal" + coalition.Path + "{secret}"
	return []room.Route{
		look("/quotes", workspace.Viewer, "", h.board),
		look("/ask/{slug}", workspace.Lead, "", h.form),
		{Method: http.MethodPost, Path: "/ask/{slug}", Least: workspace.Lead, Act: "ask for quotes", Handler: h.ask},
		look("/portal/{slug}/{quote}", workspace.Approver, "look as a partner", h.frame),
		look(partner, workspace.Approver, "", h.asPartner(h.preview.Page)),
		look(partner+"/draft", workspace.Approver, "", h.asPartner(h.preview.Draft)),
		look(partner+"/photo", workspace.Approver, "", h.asPartner(func(w http.ResponseWriter, r *http.Request, v *coalition.Visit) error {
			h.preview.Photo(w, r, v)
			return nil
		})),
		look("/portal/style.css", workspace.Approver, "", h.preview.Style),
		look("/board.css", workspace.Viewer, "", func(w http.ResponseWriter, r *http.Request) {
			http.ServeFileFS(w, r, files, "pages/board.css")
		}),
	}
}

// view is what every page knows.
type view struct {
	Base string
	Who  room.Actor
	Bad  template.HTML
}

// boardView is the quotes of all releases.
type boardView struct {
	view
	All      bool
	Rows     []row
	Releases []string // that quotes can be asked for
	Orgs     bool     // there is somebody to ask
}

// row is one quote.
type row struct {
	*coalition.Request
	Name  string // of the organization
	Late  bool
	Soft  time.Time // in the release's zone
	Judge bool
}

// rank orders what is to be done: what waits for the press office first, then what is
// late, then what is open.
func (r row) rank() int {
	switch {
	case r.Judge:
		return 0
	case r.Late:
		return 1
	case r.State.Open():
		return 2
	}
	return 3
}

func (h *Pages) board(w http.ResponseWriter, r *http.Request) {
	requests, err := h.Coalition.Requests(r.Context(), "")
	if err != nil {
		h.room.Broken(w, r, err)
		return
	}
	v := boardView{
		view: view{h.room.Base, room.Of(r.Context()), ""}, All: r.URL.Query().Get("all") != "", Orgs: len(h.Workspace.Settings.Orgs) > 0,
	}
	infos := make(map[string]*coalition.Info)
	for _, q := range requests {
		one := row{Request: q, Late: h.Coalition.Late(q), Judge: q.ToJudge()}
		if one.rank() == 3 && !v.All {
			continue
		}
		if infos[q.Slug] == nil {
			infos[q.Slug] = h.Coalition.Info(q.Slug)
		}
		one.Name, one.Soft = infos[q.Slug].Name(q.Org), q.Soft.In(infos[q.Slug].Zone)
		v.Rows = append(v.Rows, one)
	}
	slices.SortStableFunc(v.Rows, func(a, b row) int {
		return cmp.Or(cmp.Compare(a.rank(), b.rank()), a.Request.Soft.Compare(b.Request.Soft))
	})
	if v.Who.Can(workspace.Lead) {
		if v.Releases, err = h.Workspace.Releases(); err != nil {
			h.room.Broken(w, r, err)
			return
		}
	}
	h.room.Page(w, r, http.StatusOK, "Quotes", templates, "board.html", v)
}

// askView asks organizations of a release for a quote.
type askView struct {
	view
	Slug, Headline string
	Zone           string
	Orgs           []askable
	Soft, Hard     string
	Words          string
	Full           bool
	Note, Asker    string
	Closed         template.HTML // why nobody can be asked
}

// askable is an organization, and who is written to.
type askable struct {
	ID, Name, People string
	State            coalition.State // how far it is, where it was asked before
	Chosen           bool
}

func (h *Pages) form(w http.ResponseWriter, r *http.Request) {
	v := askView{view: view{h.room.Base, room.Of(r.Context()), ""}, Slug: r.PathValue("slug"), Words: "60"}
	call := coalition.Call{Slug: v.Slug}
	zone, err := h.Coalition.Complete(&call, "", "")
	if wrong := (*coalition.CallError)(nil); err != nil && !errors.As(err, &wrong) {
		h.missing(w, r)
		return
	}
	if v.Asker = call.Asker; err == nil {
		v.Soft, v.Hard = call.Soft.In(zone).Format(release.FormInstant), call.Hard.In(zone).Format(release.FormInstant)
	}
	h.show(w, r, http.StatusOK, v, nil)
}

func (h *Pages) missing(w http.ResponseWriter, r *http.Request) {
	h.room.Say(w, r, http.StatusNotFound, "There is nothing here", "The address may have been mistyped, or what stood here is gone.")
}

// show shows the form, with those who are chosen.
func (h *Pages) show(w http.ResponseWriter, r *http.Request, code int, v askView, chosen []string) {
	asked, err := h.Coalition.Requests(r.Context(), v.Slug)
	if err != nil {
		h.room.Broken(w, r, err)
		return
	}
	info := h.Coalition.Info(v.Slug)
	v.Headline, v.Zone = info.Headline, info.Zone.String()
	if err := h.Coalition.Reachable(); err != nil {
		v.Closed = h.fault(err)
	}
	for _, o := range h.Workspace.Settings.Orgs {
		one := askable{ID: o.ID, Name: o.Name, People: strings.Join(o.Contact, ", "), Chosen: slices.Contains(chosen, o.ID)}
		for _, q := range asked {
			if q.Org == o.ID {
				one.State = q.State
			}
		}
		v.Orgs = append(v.Orgs, one)
	}
	h.room.Page(w, r, code, "Ask for quotes", templates, "ask.html", v)
}

// askLimit is the most that the form may hold.
const askLimit = 256 << 10

func (h *Pages) ask(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, askLimit)
	if err := r.ParseForm(); err != nil {
		h.room.Say(w, r, http.StatusRequestEntityTooLarge, "Too much", "That was more than this page takes. Nothing was done.")
		return
	}
	get := func(name string) string { return strings.TrimSpace(page.Line(r.PostForm.Get(name), 300)) }
	v := askView{
		view: view{h.room.Base, room.Of(r.Context()), ""}, Slug: r.PathValue("slug"), Soft: get("soft"), Hard: get("hard"), Words: get("words"),
		Full: get("show") == string(coalition.ShowFull), Note: strings.TrimSpace(r.PostForm.Get("note")), Asker: get("from"),
	}
	chosen := r.PostForm["org"]
	if err := h.call(r, v, chosen); err != nil {
		v.Bad = h.fault(err)
		h.show(w, r, http.StatusUnprocessableEntity, v, chosen)
		return
	}
	http.Redirect(w, r, h.room.Base+"/quotes/"+url.PathEscape(v.Slug)+"?done=asked", http.StatusSeeOther)
}

// mostWords is the longest quote that can be asked for.
const mostWords = 2000

// call asks those who were chosen.
func (h *Pages) call(r *http.Request, v askView, chosen []string) error {
	if err := h.Coalition.Reachable(); err != nil {
		return err
	}
	if len(chosen) == 0 {
		return room.Own("choose whom to ask")
	}
	words, err := strconv.Atoi(v.Words)
	if err != nil || words < 0 || words > mostWords {
		return fmt.Errorf("how long a quote should be is a number of words, from 0 to %d", mostWords)
	}
	call := coalition.Call{Slug: v.Slug, Orgs: chosen, Words: words, Show: coalition.ShowHeadline, Asker: v.Asker, Note: v.Note}
	if v.Full {
		call.Show = coalition.ShowFull
	}
	if _, err := h.Coalition.Complete(&call, v.Soft, v.Hard); err != nil {
		return err
	}
	_, _, err = h.Coalition.Ask(r.Context(), call)
	return err
}

// fault is why nothing was asked.
func (h *Pages) fault(err error) template.HTML {
	return h.room.Words().Fault(err)
}

// frameView is a partner's page in a frame.
type frameView struct {
	view
	Slug, Quote, Name, Person, Source string
}

func (h *Pages) frame(w http.ResponseWriter, r *http.Request) {
	v, err := h.Coalition.Preview(r.Context(), r.PathValue("slug"), r.PathValue("quote"))
	if err != nil {
		h.failed(w, r, err)
		return
	}
	q := v.Request
	h.room.Page(w, r, http.StatusOK, "As the partner sees it", templates, "frame.html", frameView{
		view: view{h.room.Base, room.Of(r.Context()), ""}, Slug: q.Slug, Quote: q.Quote, Name: v.Org.Name, Person: v.Person,
		Source: h.room.Base + "/portal" + coalition.Path + url.PathEscape(q.Slug+named+q.Quote),
	})
}

func (h *Pages) failed(w http.ResponseWriter, r *http.Request, err error) {
	if missing := (*coalition.NotFoundError)(nil); errors.As(err, &missing) || errors.Is(err, coalition.ErrUnknown) {
		h.missing(w, r)
		return
	}
	h.room.Broken(w, r, err)
}

// named stands between a release and a quote, where a link's secret would: neither has it
// in its name.
const named = "~"

// asPartner finds what the partner would whose quote the path names.
func (h *Pages) asPartner(show func(http.ResponseWriter, *http.Request, *coalition.Visit) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		slug, quote, _ := strings.Cut(r.PathValue("secret"), named)
		v, err := h.Coalition.Preview(r.Context(), slug, quote)
		if err == nil {
			err = show(w, r, v)
		}
		if err != nil {
			h.failed(w, r, err)
		}
	}
}
