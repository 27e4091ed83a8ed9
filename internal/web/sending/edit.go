package sending

import (
	"errors"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"time"

	"pressroom/internal/compile"
	"pressroom/internal/draft"
	"pressroom/internal/release"
	"pressroom/internal/web/proofs"
)

// editView is a file of a release, to be written on as plain text.
type editView struct {
	view
	ways
	*draft.Opened
	Languages []string // "" for its own
	Began     string   // what is written on, the file as it was opened
	Mine      string   // where the same lines of it were changed meanwhile: what was to be saved
	Both      bool
	Findings  []finding
	Unsure    []string // what an import was not sure of
	Phrases   string   // of the editor, in the language of the page
	Forms     []string
	Pane      template.HTML // the preview; "" where both texts are shown
	shown     *proofs.Shown // the forms as they were looked at without saving
}

// previews are the forms in which a release can be looked at, as its addresses call them.
var previews = map[string]struct {
	format compile.Format
	kind   string
}{
	"page": {compile.Web, "text/html; charset=utf-8"}, "mail": {compile.Email, "text/html; charset=utf-8"},
	"text": {compile.Text, "text/plain; charset=utf-8"}, "pdf": {compile.PDF, "application/pdf"},
}

// forms are the names of previews, in the order in which they are offered.
var forms = []string{"page", "mail", "text", "pdf"}

func (h *Pages) edit(w http.ResponseWriter, r *http.Request) {
	opened, err := draft.New(h.Workspace).Open(r.PathValue("slug"), line(r, "language"))
	if err != nil {
		h.refuse(w, r, "Not to be written on", err)
		return
	}
	h.showEdit(w, r, http.StatusOK, editView{view: h.view(r), Opened: opened})
}

// showEdit shows a file with what the checks say of the release as it lies there.
func (h *Pages) showEdit(w http.ResponseWriter, r *http.Request, code int, v editView) {
	checked, _, err := h.Press.Check(r.Context(), []string{v.Slug})
	if err != nil {
		h.Log.Error("what the checks say of a release", "error", err)
	}
	for _, c := range checked {
		v.Findings = append(v.Findings, findings(c.Findings)...)
	}
	if v.Languages, err = h.languages(v.Slug); err != nil {
		h.refuse(w, r, "Not to be written on", err)
		return
	}
	v.Forms, v.ways = forms, waysOf(r, "edit")
	if v.Began == "" {
		v.Began = v.Text
	}
	v.Unsure, v.Phrases = draft.Unsure(v.Text), h.phrases()
	if !v.Both {
		if v.Pane, err = h.pane(r, "edit", v.Language, v.shown); err != nil {
			h.room.Broken(w, r, err)
			return
		}
	}
	h.show(w, r, code, "Write", "edit.html", v)
}

func (h *Pages) save(w http.ResponseWriter, r *http.Request) {
	form := r.PostForm
	lang := form.Get("language")
	saved, err := h.Revisions.Save(r.Context(), r.PathValue("slug"), lang, form.Get("base"), form.Get("text"), h.by(r))
	var changed *draft.ChangedError
	if errors.As(err, &changed) {
		h.showBoth(w, r, changed, form.Get("text"))
		return
	}
	if err != nil { // what was typed is not lost with it
		was := &draft.Opened{Language: lang, Text: form.Get("text")}
		v := editView{view: h.view(r), Opened: was, Began: form.Get("base")}
		v.Bad = h.fault(err)
		h.showEdit(w, r, http.StatusConflict, v)
		return
	}
	done := "saved"
	if saved.Merged {
		done = "merged"
	}
	h.saved(w, r, "edit", done, lang, saved.N)
}

// showBoth shows what a file holds beside what was to be written there.
func (h *Pages) showBoth(w http.ResponseWriter, r *http.Request, changed *draft.ChangedError, mine string) {
	v := editView{view: h.view(r), Opened: changed.Now, Mine: mine, Both: true}
	v.Bad = h.fault(changed) + " " + template.HTML(h.words().Say("Both stand below, and nothing was written: save what holds."))
	h.showEdit(w, r, http.StatusConflict, v)
}

// translate begins the release in another language.
func (h *Pages) translate(w http.ResponseWriter, r *http.Request) {
	tag, err := draft.New(h.Workspace).Translate(r.Context(), r.PathValue("slug"), line(r, "language"))
	if err != nil {
		h.refuse(w, r, "Nothing was written", err)
		return
	}
	h.there(w, r, ofRelease(r)+"/edit?language="+url.QueryEscape(tag), "begun")
}

// preview shows a form of the release as it lies in its file.
func (h *Pages) preview(w http.ResponseWriter, r *http.Request) {
	as, known := previews[r.PathValue("form")]
	if !h.reads(r) {
		h.closed(w, r)
		return
	}
	if !known {
		h.refuse(w, r, "No such form", errNothing)
		return
	}
	text, err := draft.New(h.Workspace).Read(r.PathValue("slug"))
	if err != nil {
		h.refuse(w, r, "Nothing to look at", err)
		return
	}
	quotes, err := h.Press.Known(r.Context(), text.Slug)
	if err == nil {
		text, err = text.With(quotes)
	}
	if err == nil && text.Input == nil {
		err = text.Findings
	}
	var now time.Time
	if err == nil {
		now, err = h.Ledger.Now(r.Context())
	}
	var data []byte
	if err == nil {
		dated := *text.Input.Dated(now)
		in := &dated
		in.Choice = h.proofs.Choice()
		variant := release.Variant{Phase: release.PhaseRelease, Language: line(r, "language")}
		if !slices.Contains(in.Release.Languages(), variant.Language) {
			variant.Language = in.Release.Main().Language
		}
		if in.Release.Timing.Kind == release.Embargoed && now.Before(in.Release.Timing.At) {
			variant.Phase = release.PhaseAdvance
		}
		data, err = in.One(as.format, variant)
	}
	if err != nil {
		h.refuse(w, r, "Nothing to look at", err)
		return
	}
	if as.format != compile.PDF {
		w.Header().Set("Content-Security-Policy", proofs.FramePolicy)
	}
	w.Header().Set("Content-Type", as.kind)
	w.Write(data)
}
