package sending

import (
	"cmp"
	"errors"
	"html/template"
	"io"
	"net/http"
	"net/url"
	"path/filepath"
	"slices"
	"strings"

	"pressroom/internal/assist"
	"pressroom/internal/draft"
	"pressroom/internal/fields"
	"pressroom/internal/importer"
	"pressroom/internal/release"
	"pressroom/internal/web/page"
	"pressroom/internal/workspace"
)

// newView asks what a release is to be.
type newView struct {
	view
	Name, Headline, Language string
	Pasted, By               string // to be brought in, and whose it is
	Houses                   []string
	Timing                   *timingView
	Zones, Tongues           []string
}

func (h *Pages) newForm(w http.ResponseWriter, r *http.Request) { h.showNew(w, r, http.StatusOK, "") }

// ofNew is when a new release is to go out.
func ofNew(r *http.Request) fields.Timing {
	return fields.Timing{Kind: cmp.Or(line(r, "kind"), "date"), At: chosen(line(r, "at"), line(r, "reading")), Zone: line(r, "timezone")}
}

func (h *Pages) showNew(w http.ResponseWriter, r *http.Request, code int, bad template.HTML) {
	t := ofNew(r)
	v := newView{
		view: h.view(r), Name: line(r, "name"), Headline: line(r, "headline"), Language: line(r, "language"), Pasted: r.FormValue("pasted"),
		By:      line(r, "by"),
		Timing:  &timingView{Timing: t, Clock: cmp.Or(t.Zone, h.Press.Zone().String())},
		Tongues: h.Workspace.Settings.Settings.Languages.Known(),
	}
	if v.Bad = bad; v.Language == "" {
		v.Language = h.Workspace.Settings.Organization.Language
	}
	for _, o := range append([]release.Org{{Name: h.Workspace.Settings.Organization.Name}}, h.Workspace.Settings.Orgs...) {
		if o.Name != workspace.Unnamed && !slices.Contains(v.Houses, o.Name) {
			v.Houses = append(v.Houses, o.Name)
		}
	}
	if facts, err := h.Author.Facts(r.Context()); err == nil {
		v.Zones = assist.Zones(facts)
	}
	v.Timing.settle("", h.clock(t))
	if t.Kind != "date" && (t.At != "" || t.Kind == "hold") {
		v.Timing.say(h.prints(r, t, v.Language))
	}
	h.show(w, r, code, "New release", "new.html", v)
}

// say notes how it prints, or what is wrong with it.
func (t *timingView) say(prints string, err error) {
	if t.Prints = prints; err != nil && len(t.Readings) == 0 { // which ask for what is wrong
		t.Wrong = sentence(err)
	}
}

// newPrints answers the script of the page with how the release would print.
func (h *Pages) newPrints(w http.ResponseWriter, r *http.Request) {
	t := ofNew(r)
	if t.Kind == "date" {
		return // on the day on which it is sent
	}
	h.answerPrints(w, r, t, "", line(r, "language"))
}

func (h *Pages) begin(w http.ResponseWriter, r *http.Request) {
	slug, t := line(r, "name"), ofNew(r)
	b := draft.Beginning{Headline: line(r, "headline"), Kind: t.Kind, At: t.At, Zone: t.Zone, Language: line(r, "language")}
	var err error
	if t.Kind == "embargo" || t.Kind == "release_at" {
		if t.At == "" {
			err = said("say when it goes out: the day and the time")
		} else {
			_, err = h.prints(r, t, "")
		}
	}
	if err == nil {
		_, err = h.Press.Begin(slug, b)
	}
	if err != nil {
		h.showNew(w, r, http.StatusConflict, h.fault(err))
		return
	}
	http.Redirect(w, r, h.room.Base+"/releases/"+slug+"/edit", http.StatusSeeOther)
}

// bring writes a release that there is already, in whatever form, into the workspace.
func (h *Pages) bring(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, importer.MaxBytes+formLimit)
	h.acts.Lock()
	defer h.acts.Unlock()
	err := r.ParseMultipartForm(importer.MaxBytes + formLimit)
	if errors.Is(err, http.ErrNotMultipart) {
		err = r.ParseForm()
	}
	if err != nil {
		h.room.Say(w, r, http.StatusRequestEntityTooLarge, "Too much", "That was more than this page takes. Nothing was done.")
		return
	}
	name, data := "pasted.txt", []byte(r.FormValue("pasted"))
	if strings.HasPrefix(strings.TrimSpace(string(data)), "<") {
		name = "pasted.html"
	}
	if f, header, err := r.FormFile("file"); err == nil {
		defer f.Close()
		name = page.Line(filepath.Base(strings.ReplaceAll(header.Filename, `\`, "/")), 200)
		if data, err = io.ReadAll(f); err != nil {
			h.room.Broken(w, r, err)
			return
		}
	}
	slug, err := h.bringIn(name, data, line(r, "name"), line(r, "language"), line(r, "by"))
	if err != nil {
		h.showNew(w, r, http.StatusConflict, h.fault(err))
		return
	}
	http.Redirect(w, r, h.room.Base+"/releases/"+url.PathEscape(slug)+"/edit?done=brought", http.StatusSeeOther)
}

// bringIn reads a release and writes it, under a name or that which its headline makes. Whose it is and its language
// are "" where it says so itself.
func (h *Pages) bringIn(name string, data []byte, slug, lang, issuer string) (string, error) {
	if len(data) == 0 {
		return "", said("choose a file, or paste the release")
	}
	found, err := h.Press.Understand(name, data, lang, issuer)
	if err != nil {
		return "", err
	}
	slug = cmp.Or(slug, found.Slug)
	_, err = h.Press.TakeIn(slug, found)
	return slug, err
}
