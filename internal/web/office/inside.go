package office

import (
	"net/http"
	"strings"
	"time"

	"pressroom/internal/office"
	"pressroom/internal/web/room"
	"pressroom/internal/workspace"
)

// Own are the pages inside that only a press office for several people has. zone is that
// of the times on them.
func (o *Office) Own(zone *time.Location) []room.Route {
	t := &inside{o, zone}
	return []room.Route{
		{Method: http.MethodGet, Path: "/sessions", Least: workspace.Viewer, Handler: t.sessions},
		{Method: http.MethodPost, Path: "/sessions/end", Least: workspace.Viewer, Act: "end a session", Handler: t.end},
		{Method: http.MethodPost, Path: "/sessions/out", Least: workspace.Viewer, Act: "sign out", Handler: t.out},
		{Method: http.MethodGet, Path: "/trail", Least: workspace.Lead, Handler: t.trail},
	}
}

type inside struct {
	*Office
	zone *time.Location
}

// sessionsView is the page of sessions: one's own, or everybody's for leads.
type sessionsView struct {
	Base     string
	All      []office.Session
	Mine     string
	Everyone bool
	Left     int
	Done     string
	zone     *time.Location
}

// At is an instant in the zone of the page.
func (v sessionsView) At(t time.Time) time.Time { return t.In(v.zone) }

var done = map[string]string{"ended": "That session is ended.", "none": "That session had ended before."}

func (i *inside) sessions(w http.ResponseWriter, r *http.Request) {
	who := room.Of(r.Context())
	v := sessionsView{
		Base: i.room.Base, Mine: who.Session, Everyone: who.Can(workspace.Lead), Done: done[r.URL.Query().Get("done")], zone: i.zone,
	}
	var err error
	if v.All, err = i.desk.Sessions(r.Context(), whose(who)); err == nil {
		v.Left, err = i.desk.Left(r.Context(), who.Email)
	}
	if err != nil {
		i.room.Broken(w, r, err)
		return
	}
	i.room.Page(w, r, http.StatusOK, "Sessions", templates, "sessions.html", v)
}

// whose sessions somebody may see and end: "" for everybody's.
func whose(who room.Actor) string {
	if who.Can(workspace.Lead) {
		return ""
	}
	return who.Email
}

func (i *inside) end(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, formMost)
	ended, err := i.desk.End(r.Context(), r.PostFormValue("session"), whose(room.Of(r.Context())))
	if err != nil {
		i.room.Broken(w, r, err)
		return
	}
	said := "none"
	if ended {
		said = "ended"
	}
	i.room.Done(w, r, "/sessions", said)
}

func (i *inside) out(w http.ResponseWriter, r *http.Request) {
	if _, err := i.desk.End(r.Context(), room.Of(r.Context()).Session, ""); err != nil {
		i.room.Broken(w, r, err)
		return
	}
	i.cookie(w, r, cookieName, "", 0)
	http.Redirect(w, r, i.room.Base+office.SignIn, http.StatusSeeOther)
}

// trailMost is how many rows of the trail the page shows.
const trailMost = 500

// trailView is the page of the trail.
type trailView struct {
	All  []office.Deed
	zone *time.Location
}

// At is an instant as the page shows it.
func (v trailView) At(t time.Time) string { return t.In(v.zone).Format("2006-01-02 15:04:05 MST") }

// Where is what was done to, without what every address begins with.
func (v trailView) Where(d office.Deed) string { return strings.TrimPrefix(d.Path, "/") }

func (i *inside) trail(w http.ResponseWriter, r *http.Request) {
	all, err := i.desk.Trail(r.Context(), trailMost)
	if err != nil {
		i.room.Broken(w, r, err)
		return
	}
	i.room.Page(w, r, http.StatusOK, "Trail", templates, "trail.html", trailView{all, i.zone})
}
