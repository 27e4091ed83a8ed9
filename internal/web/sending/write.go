package sending

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"pressroom/internal/assist"
	"pressroom/internal/draft"
)

// found is what is said of a text, as the editor in the browser has it. Places are counted
// as JavaScript counts: in units of UTF-16 from the text's beginning.
type found struct {
	From     int    `json:"from"`
	To       int    `json:"to"`
	Severity string `json:"severity"`
	Message  string `json:"message"`
	Fixes    []fix  `json:"fixes,omitempty"`
}

// fix is what can be written in the place of what is wrong.
type fix struct {
	Title string  `json:"title"`
	Edits []piece `json:"edits"`
}

// piece is a text in the place of a stretch.
type piece struct {
	From   int    `json:"from"`
	To     int    `json:"to"`
	Insert string `json:"insert"`
}

// choice is something that can stand where the cursor is.
type choice struct {
	piece
	Label  string `json:"label"`
	Detail string `json:"detail"`
	Caret  int    `json:"caret"` // how many units of what is inserted stand before the cursor then
	Block  bool   `json:"block"` // it is known by what is inserted, not by its label
}

// written is what a browser holds, and asks about.
type written struct {
	Language string `json:"language"`
	Text     string `json:"text"`
	At       int    `json:"at"` // where the cursor is
}

// written reads the text that a browser holds in the place of its release's file.
func (h *Pages) written(w http.ResponseWriter, r *http.Request) (t assist.Text, at int, ok bool) {
	var held written
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, formLimit)).Decode(&held); err != nil {
		code := http.StatusBadRequest
		if large := (*http.MaxBytesError)(nil); errors.As(err, &large) {
			code = http.StatusRequestEntityTooLarge
		}
		http.Error(w, "that is no text to be looked at, or more than this page takes", code)
		return t, 0, false
	}
	sources, err := draft.New(h.Workspace).Sources(r.PathValue("slug"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return t, 0, false
	}
	for i, s := range sources {
		if s.Language == held.Language || held.Language == "" && i == 0 {
			src := []byte(strings.ReplaceAll(held.Text, "\r\n", "\n"))
			return assist.Text{Name: s.Name, Translation: i > 0, Main: sources[0].Data, Src: src}, held.At, true
		}
	}
	http.Error(w, "it is not written in that language", http.StatusNotFound)
	return t, 0, false
}

// checkText says what the checks say of the text that a browser holds.
func (h *Pages) checkText(w http.ResponseWriter, r *http.Request) {
	t, _, ok := h.written(w, r)
	if !ok {
		return
	}
	list, err := h.Author.Findings(r.Context(), r.PathValue("slug"), map[string][]byte{t.Name: t.Src})
	if err != nil {
		h.room.Broken(w, r, err)
		return
	}
	out := []found{}
	u, fixer := assist.NewUnits(t.Src), assist.NewFixer(t)
	for _, d := range list.Sort() {
		f := found{Severity: d.Severity.String(), Message: h.words().Line(d)}
		if d.File == t.Name {
			at := assist.At(t.Src, d)
			f.From, f.To = u.Whole(at.Start), u.Whole(at.End)
			for _, offered := range fixer.Fixes(d) {
				f.Fixes = append(f.Fixes, fixOf(u, offered))
			}
		} else {
			f.Message = d.Position.String() + ": " + f.Message
		}
		out = append(out, f)
	}
	h.answer(w, out)
}

func fixOf(u *assist.Units, f assist.Fix) fix {
	out := fix{Title: f.Title}
	for _, e := range f.Edits {
		out.Edits = append(out.Edits, piece{u.Whole(e.Span.Start), u.Whole(e.Span.End), e.New})
	}
	return out
}

// completeText says what can stand at a place of the text that a browser holds.
func (h *Pages) completeText(w http.ResponseWriter, r *http.Request) {
	t, at, ok := h.written(w, r)
	if !ok {
		return
	}
	facts, err := h.Author.Facts(r.Context())
	if err != nil {
		h.room.Broken(w, r, err)
		return
	}
	u := assist.NewUnits(t.Src)
	out := []choice{}
	for _, c := range assist.Complete(t, facts, u.Byte(at)) {
		out = append(out, choice{
			piece: piece{u.Whole(c.Span.Start), u.Whole(c.Span.End), c.Insert}, Label: c.Label, Detail: c.Detail,
			Caret: assist.NewUnits([]byte(c.Insert)).Whole(c.Caret), Block: c.Kind == assist.Block,
		})
	}
	h.answer(w, out)
}

// answer is an answer to the pages' own script.
func (h *Pages) answer(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(v); err != nil {
		h.Log.Debug("answering the editor", "error", err)
	}
}
