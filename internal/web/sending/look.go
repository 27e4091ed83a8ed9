package sending

import (
	"errors"
	"html/template"
	"net/http"
	"net/url"
	"strings"

	"pressroom/internal/audience"
	"pressroom/internal/draft"
	"pressroom/internal/frontmatter"
	"pressroom/internal/proof"
	"pressroom/internal/release"
	"pressroom/internal/web/proofs"
)

// pane is the preview beside a file of a release, in a language, on one of the ways to write it.
// shown are the forms as they were looked at without saving, or nil.
func (h *Pages) pane(r *http.Request, way, language string, shown *proofs.Shown) (template.HTML, error) {
	p := proofs.Pane{Ask: ofRelease(r) + "/" + way + "/proof", Language: language, Shown: shown}
	rel, _, err := draft.New(h.Workspace).Release(r.PathValue("slug"))
	if err != nil {
		return "", err
	}
	if rel != nil { // else its languages are known once it can be read
		if p.Languages = rel.Languages(); p.Language == "" {
			p.Language = rel.Main().Language
		}
		p.Journalists = h.readersOf(r, rel)
	}
	return h.proofs.Pane(p)
}

// mostReaders is how many journalists are offered to look as.
const mostReaders = 50

// readersOf are some of those who get a release, to look at it as they will.
func (h *Pages) readersOf(r *http.Request, rel *release.Release) (out []proofs.Choice) {
	book, _, err := h.Press.Book(r.Context())
	if err != nil {
		h.Log.Error("whom a release could be looked at as", "error", err)
		return nil
	}
	early, err1 := audience.Pick(book, rel.Advance)
	all, err2 := audience.Pick(book, rel.To)
	if err1 != nil || err2 != nil {
		return nil // the checks say so
	}
	for _, m := range audience.Join(early, all) {
		if j := m.Journalist; len(out) < mostReaders {
			out = append(out, proofs.Choice{Email: j.Email, Name: strings.Trim(j.Name+", "+j.Outlet, ", ")})
		}
	}
	return out
}

// proof answers with the forms of a release, of the text that a browser holds.
func (h *Pages) proof(w http.ResponseWriter, r *http.Request) {
	a, ok := h.proofs.Read(w, r)
	if !ok {
		return
	}
	if a.Text == nil {
		http.Error(w, "there is no text to be looked at", http.StatusBadRequest)
		return
	}
	wish := h.proofs.Wish(r.PathValue("slug"), a)
	var err error
	if wish.Memory, err = h.memory(wish.Slug, a.File, *a.Text); err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	h.answerProof(w, r, a, wish)
}

// formProof answers with the forms of a release, with what a browser holds in the fields of its
// form.
func (h *Pages) formProof(w http.ResponseWriter, r *http.Request) {
	a, ok := h.proofs.Read(w, r)
	if !ok {
		return
	}
	opened, err := draft.New(h.Workspace).Open(r.PathValue("slug"), a.File)
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	text := []byte(opened.Text)
	for _, part := range a.Parts {
		form, err := url.ParseQuery(part)
		if err == nil {
			text, err = h.with(opened.Name, text, form)
		}
		if err != nil {
			var own said
			if errors.As(err, &own) {
				err = said(h.words().Say(string(own)))
			}
			h.proofs.Answer(w, r, a, nil, &proof.BrokenError{Err: err})
			return
		}
	}
	wish := h.proofs.Wish(r.PathValue("slug"), a)
	wish.Memory = map[string][]byte{opened.Name: text}
	h.answerProof(w, r, a, wish)
}

// with is a file's text with what one part of its form holds.
func (h *Pages) with(name string, text []byte, form url.Values) ([]byte, error) {
	doc, diags := frontmatter.Split(name, text)
	if doc == nil {
		return nil, diags
	}
	return h.edited(form)(doc)
}

func (h *Pages) answerProof(w http.ResponseWriter, r *http.Request, a proofs.Asked, wish proof.Wish) {
	// What is shown in another language is not what they typed.
	if err := h.room.Once(r, "look at a form"); err != nil {
		h.room.Broken(w, r, err)
		return
	}
	made, err := h.Author.Proof(r.Context(), wish)
	h.proofs.Answer(w, r, a, made, err)
}

// lookForm shows the form with a part as it is typed, and the release with it, and saves
// nothing: for browsers without a script.
func (h *Pages) lookForm(w http.ResponseWriter, r *http.Request) {
	v, err := h.form(r)
	if err == nil && v.Broken {
		err = errUnread
	}
	if err != nil {
		h.refuse(w, r, "Not to be written on", err)
		return
	}
	v.keep(r)
	opened, err := draft.New(h.Workspace).Open(v.Slug, v.Language)
	if err != nil {
		h.refuse(w, r, "Not to be written on", err)
		return
	}
	wish := h.proofs.Wish(v.Slug, proofs.Asked{Language: v.Language})
	text, err := h.with(opened.Name, []byte(opened.Text), r.PostForm)
	if err != nil {
		v.Bad = h.fault(err)
		h.showForm(w, r, http.StatusConflict, v)
		return
	}
	wish.Memory = map[string][]byte{opened.Name: text}
	made, err := h.Author.Proof(r.Context(), wish)
	if v.shown, err = h.proofs.Show(made, err); err != nil {
		h.room.Broken(w, r, err)
		return
	}
	h.showForm(w, r, http.StatusOK, v)
}

// memory is a text in the place of a release's file.
func (h *Pages) memory(slug, language, text string) (map[string][]byte, error) {
	opened, err := draft.New(h.Workspace).Open(slug, language)
	if err != nil {
		return nil, err
	}
	return map[string][]byte{opened.Name: []byte(strings.ReplaceAll(text, "\r\n", "\n"))}, nil
}

// look shows the forms of what is typed, and saves nothing: for browsers without a script.
func (h *Pages) look(w http.ResponseWriter, r *http.Request) {
	slug, form := r.PathValue("slug"), r.PostForm
	opened, err := draft.New(h.Workspace).Open(slug, form.Get("language"))
	if err != nil {
		h.refuse(w, r, "Not to be written on", err)
		return
	}
	wish := h.proofs.Wish(slug, proofs.Asked{Language: form.Get("language")})
	if wish.Memory, err = h.memory(slug, form.Get("language"), form.Get("text")); err != nil {
		h.refuse(w, r, "Not to be written on", err)
		return
	}
	v := editView{view: h.view(r), Opened: opened, Began: form.Get("base")}
	opened.Text = form.Get("text")
	made, err := h.Author.Proof(r.Context(), wish)
	if v.shown, err = h.proofs.Show(made, err); err != nil {
		h.room.Broken(w, r, err)
		return
	}
	h.showEdit(w, r, http.StatusOK, v)
}
