package sending

import (
	"errors"
	"html/template"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"pressroom/internal/draft"
	"pressroom/internal/fields"
	"pressroom/internal/frontmatter"
	"pressroom/internal/web/page"
)

func (h *Pages) formPage(w http.ResponseWriter, r *http.Request) {
	v, err := h.form(r)
	if err != nil {
		h.refuse(w, r, "Not to be written on", err)
		return
	}
	if r.FormValue("table") == "timing" && v.Timing != nil { // asked how it would print
		v.Timing.Timing, v.Timing.Kept = timing(r.Form, "now"), true
	}
	h.showForm(w, r, http.StatusOK, v)
}

// showForm shows the form with how the release will print.
func (h *Pages) showForm(w http.ResponseWriter, r *http.Request, code int, v formView) {
	if t := v.Timing; t != nil && t.Kind != "" {
		t.settle("now.", h.clock(t.Timing))
		lang := ""
		if len(v.Tongues) > 0 {
			lang = v.Tongues[0].Tag
		}
		t.say(h.prints(r, t.Timing, lang))
	}
	if !v.Broken {
		var err error
		if v.Pane, err = h.pane(r, "form", v.Language, v.shown); err != nil {
			h.room.Broken(w, r, err)
			return
		}
	}
	h.show(w, r, code, "Form", "form.html", v)
}

// prints is the line that a release bears which goes out then.
func (h *Pages) prints(r *http.Request, t fields.Timing, lang string) (string, error) {
	if timed(t) && unsettled(t.At, h.clock(t)) {
		return "", errTwice
	}
	now, err := h.Ledger.Now(r.Context())
	if err != nil {
		return "", err
	}
	return draft.Prints(h.Workspace.Settings.Settings, t, lang, now)
}

// printed answers the script of the pages with how a release would print.
func (h *Pages) printed(w http.ResponseWriter, r *http.Request) {
	lang := line(r, "now.language") // which reads the form
	h.answerPrints(w, r, timing(r.Form, "now"), "now.", lang)
}

func (h *Pages) answerPrints(w http.ResponseWriter, r *http.Request, t fields.Timing, prefix, lang string) {
	v := timingView{Timing: t}
	v.settle(prefix, h.clock(t))
	v.say(h.prints(r, t, lang))
	out, err := h.room.Render(templates, "prints", &v)
	if err != nil {
		h.room.Broken(w, r, err)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	io.WriteString(w, string(out))
}

// timing is when a release goes out, as the fields of a form say it.
func timing(form url.Values, which string) fields.Timing {
	of := func(key string) string { return page.Line(form.Get(which+"."+key), 1000) }
	return fields.Timing{Kind: of("kind"), At: chosen(of("at"), of("reading")), Zone: of("timezone")}
}

// errUnread is returned where a file has to be put right as text first.
var errUnread = said("the file cannot be read; put it right as text first")

// write writes what was changed in one part of the form.
func (h *Pages) writeForm(w http.ResponseWriter, r *http.Request) {
	slug, lang := r.PathValue("slug"), line(r, "language")
	v, err := h.form(r)
	if err == nil && v.Broken {
		err = errUnread
	}
	if err != nil {
		h.refuse(w, r, "Nothing was written", err)
		return
	}
	n, err := h.Revisions.Edit(r.Context(), slug, lang, h.by(r), h.edited(r.PostForm))
	if err != nil {
		h.formRefused(w, r, v, err)
		return
	}
	done := "saved"
	if n == 0 {
		done = "same"
	}
	h.saved(w, r, "form", done, lang, n)
}

// partOf is which part of the form was posted: a table, and which of several or -1.
func partOf(form url.Values) (table string, entry int) {
	entry, err := strconv.Atoi(form.Get("entry"))
	if err != nil || entry < 0 {
		entry = -1
	}
	return form.Get("table"), entry
}

// edited is what a part of the form asks for.
func (h *Pages) edited(form url.Values) func(doc *frontmatter.Document) ([]byte, error) {
	table, entry := partOf(form)
	return func(doc *frontmatter.Document) ([]byte, error) {
		zone := h.zoneOf(fields.Sheet{Doc: doc, Zone: h.Press.Zone()})
		if err := h.settled(form, table, zone); err != nil {
			return nil, err
		}
		if table == "timing" {
			return fields.Retimed{Was: timing(form, "was"), Now: timing(form, "now"), Zone: zone}.Apply(doc)
		}
		c := fields.Change{Table: table, Entry: entry, Was: posted(form, "was."), Now: posted(form, "now."), Zone: zone}
		e := fields.Entry{Change: c}
		switch do := form.Get("do"); {
		case do == "add":
			return e.Add(doc)
		case do == "remove" && entry >= 0:
			return e.Remove(doc)
		case do == "up" && entry >= 0:
			return e.Up(doc)
		case do == "down" && entry >= 0:
			return e.Down(doc)
		}
		return c.Apply(doc)
	}
}

// posted are the fields of a form whose names begin so, by what follows. What was chosen
// several times stands on a line each.
func posted(form url.Values, prefix string) map[string]string {
	out := make(map[string]string)
	for name, values := range form {
		if key, ok := strings.CutPrefix(name, prefix); ok {
			out[key] = strings.Join(values, "\n")
			if prefix == "now." {
				out[key] = chosen(out[key], page.Line(form.Get("reading."+key), 100))
			}
		}
	}
	return out
}

// formRefused shows the form with what was typed, and why it was not written.
func (h *Pages) formRefused(w http.ResponseWriter, r *http.Request, v formView, err error) {
	v.Bad = h.fault(err)
	var taken *fields.TakenError
	if errors.As(err, &taken) {
		v.Taken = taken.Fields
		v.Bad += " " + template.HTML(h.words().Say("Both stand below, and nothing was written: save what holds."))
	}
	v.keep(r)
	h.showForm(w, r, http.StatusConflict, v)
}

// keep has what was typed into one part of the form stand there.
func (v *formView) keep(r *http.Request) {
	table, entry := partOf(r.PostForm)
	if table == "timing" && v.Timing != nil {
		v.Timing.Timing, v.Timing.Kept = timing(r.PostForm, "now"), true
	}
	now := posted(r.PostForm, "now.")
	keep := func(p *partView) {
		if p.Table != table || p.Entry != entry {
			return
		}
		p.Open, p.Kept = true, true
		for i := range p.Fields {
			f := &p.Fields[i]
			if typed, there := now[f.Key]; there && f.Shown {
				f.Value = fields.Clean(f.Kind, typed)
				f.choose()
				if f.Kind == fields.Moment {
					f.Readings = readingsOf(f.Value, v.zone)
				}
			}
		}
	}
	for i := range v.Parts {
		keep(&v.Parts[i])
	}
	for i := range v.Several {
		s := &v.Several[i]
		for n := range s.Entries {
			keep(&s.Entries[n])
		}
		if s.New != nil {
			keep(s.New)
		}
	}
}

// choose marks the options that the value names.
func (f *fieldView) choose() {
	chosen := "\n" + f.Value + "\n"
	for i := range f.Options {
		f.Options[i].On = strings.Contains(chosen, "\n"+f.Options[i].Value+"\n")
	}
}
