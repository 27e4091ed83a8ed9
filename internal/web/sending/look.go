package sending

import (
	"html/template"
	"net/http"
	"strings"

	"pressroom/internal/audience"
	"pressroom/internal/draft"
	"pressroom/internal/release"
	"pressroom/internal/web/proofs"
)

// pane is the preview beside a file of a release.
func (h *Pages) pane(r *http.Request, v editView) (template.HTML, error) {
	if v.Both {
		return "", nil
	}
	p := proofs.Pane{Ask: ofRelease(r) + "/edit/proof", Language: v.Language, Shown: v.shown}
	rel, _, err := draft.New(h.Workspace).Release(v.Slug)
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
	// What is shown in another language is not what they typed.
	if err := h.room.Once(r, "look at a form"); err != nil {
		h.room.Broken(w, r, err)
		return
	}
	made, err := h.Author.Proof(r.Context(), wish)
	h.proofs.Answer(w, r, a, made, err)
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
