package sending

import (
	"errors"
	"html/template"
	"io"
	"net/http"
	"strconv"
	"strings"

	"pressroom/internal/draft"
	"pressroom/internal/fields"
	"pressroom/internal/frontmatter"
)

func (h *Pages) formPage(w http.ResponseWriter, r *http.Request) {
	v, err := h.form(r)
	if err != nil {
		h.refuse(w, r, "Not to be written on", err)
		return
	}
	if r.FormValue("table") == "timing" && v.Timing != nil { // asked how it would print
		v.Timing.Timing = timing(r, "now")
	}
	h.showForm(w, r, http.StatusOK, v)
}

// showForm shows the form with how the release will print.
func (h *Pages) showForm(w http.ResponseWriter, r *http.Request, code int, v formView) {
	if t := v.Timing; t != nil && t.Kind != "" {
		lang := ""
		if len(v.Tongues) > 0 {
			lang = v.Tongues[0].Tag
		}
		t.say(h.prints(r, t.Timing, lang))
	}
	h.show(w, r, code, "Form", "form.html", v)
}

// prints is the line that a release bears which goes out then.
func (h *Pages) prints(r *http.Request, t fields.Timing, lang string) (string, error) {
	now, err := h.Ledger.Now(r.Context())
	if err != nil {
		return "", err
	}
	return draft.Prints(h.Workspace.Settings.Settings, t, lang, now)
}

// printed answers the script of the pages with how a release would print.
func (h *Pages) printed(w http.ResponseWriter, r *http.Request) {
	h.answerPrints(w, r, timing(r, "now"), line(r, "now.language"))
}

func (h *Pages) answerPrints(w http.ResponseWriter, r *http.Request, t fields.Timing, lang string) {
	said, err := h.prints(r, t, lang)
	if err != nil {
		said = sentence(err)
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	io.WriteString(w, said)
}

// timing is when a release goes out, as the fields of a form say it.
func timing(r *http.Request, which string) fields.Timing {
	return fields.Timing{Kind: line(r, which+".kind"), At: line(r, which+".at"), Zone: line(r, which+".timezone")}
}

// write writes what was changed in one part of the form.
func (h *Pages) writeForm(w http.ResponseWriter, r *http.Request) {
	slug, lang := r.PathValue("slug"), line(r, "language")
	v, err := h.form(r)
	if err == nil && v.Broken {
		err = said("the file cannot be read; put it right as text first")
	}
	if err != nil {
		h.refuse(w, r, "Nothing was written", err)
		return
	}
	table := r.PostForm.Get("table")
	entry, err := strconv.Atoi(r.PostForm.Get("entry"))
	if err != nil || entry < 0 {
		entry = -1
	}
	n, err := h.Revisions.Edit(r.Context(), slug, lang, h.by(r), h.edited(r, table, entry))
	if err != nil {
		h.formRefused(w, r, v, table, entry, err)
		return
	}
	done := "saved"
	if n == 0 {
		done = "same"
	}
	h.saved(w, r, "form", done, lang, n)
}

// edited is what a part of the form asks for.
func (h *Pages) edited(r *http.Request, table string, entry int) func(doc *frontmatter.Document) ([]byte, error) {
	return func(doc *frontmatter.Document) ([]byte, error) {
		zone := h.zoneOf(fields.Sheet{Doc: doc, Zone: h.Press.Zone()})
		if table == "timing" {
			return fields.Retimed{Was: timing(r, "was"), Now: timing(r, "now"), Zone: zone}.Apply(doc)
		}
		c := fields.Change{Table: table, Entry: entry, Was: posted(r, "was."), Now: posted(r, "now."), Zone: zone}
		e := fields.Entry{Change: c}
		switch do := r.PostForm.Get("do"); {
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
func posted(r *http.Request, prefix string) map[string]string {
	out := make(map[string]string)
	for name, values := range r.PostForm {
		if key, ok := strings.CutPrefix(name, prefix); ok {
			out[key] = strings.Join(values, "\n")
		}
	}
	return out
}

// formRefused shows the form with what was typed, and why it was not written.
func (h *Pages) formRefused(w http.ResponseWriter, r *http.Request, v formView, table string, entry int, err error) {
	v.Bad = h.fault(err)
	var taken *fields.TakenError
	if errors.As(err, &taken) {
		v.Taken = taken.Fields
		v.Bad += " " + template.HTML(h.words().Say("Both stand below, and nothing was written: save what holds."))
	}
	if table == "timing" && v.Timing != nil {
		v.Timing.Timing = timing(r, "now")
	}
	now := posted(r, "now.")
	keep := func(p *partView) {
		if p.Table != table || p.Entry != entry {
			return
		}
		p.Open = true
		for i := range p.Fields {
			f := &p.Fields[i]
			if typed, there := now[f.Key]; there && f.Shown {
				f.Value = fields.Clean(f.Kind, typed)
				f.choose()
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
	h.showForm(w, r, http.StatusConflict, v)
}

// choose marks the options that the value names.
func (f *fieldView) choose() {
	chosen := "\n" + f.Value + "\n"
	for i := range f.Options {
		f.Options[i].On = strings.Contains(chosen, "\n"+f.Options[i].Value+"\n")
	}
}
