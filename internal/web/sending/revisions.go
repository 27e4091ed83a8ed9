package sending

import (
	"errors"
	"html/template"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"pressroom/internal/draft"
	"pressroom/internal/revisions"
	"pressroom/internal/wording"
)

// revisionsView is what a file held, and what changed between two of it.
type revisionsView struct {
	view
	ways
	Language  string
	Languages []string
	Name      string
	List      []revisions.Revision
	From, To  int // what is compared; To is 0 for none
	Shown     *revisions.Revision
	Newest    bool // Shown is what the file holds
	Passages  []wording.Passage
	Sight     string
	Most      int
}

// ways are the pages on which a file is written on, and what can be undone there.
type ways struct {
	Tabs []tab
	Here string // the one that is shown
	Undo int    // the revision that was just written; 0 for none
	Also []also // what was written with it, in other languages
}

// tab is one of the ways to write a file.
type tab struct {
	Path, Text string
	Here       bool
}

// also is a revision of the file of another language that was written with one.
type also struct {
	Language string
	N        int
}

func (a also) String() string { return a.Language + " " + strconv.Itoa(a.N) }

// alsoOf are those that a form or an address names.
func alsoOf(r *http.Request) (out []also) {
	for _, s := range r.Form["also"] {
		lang, n, _ := strings.Cut(s, " ")
		if n, err := strconv.Atoi(n); err == nil {
			out = append(out, also{lang, n})
		}
	}
	return out
}

func waysOf(r *http.Request, here string) ways {
	w := ways{Here: here, Tabs: []tab{{Path: "form", Text: "Form"}, {Path: "edit", Text: "Text"}, {Path: "revisions", Text: "Earlier texts"}}}
	for i := range w.Tabs {
		w.Tabs[i].Here = w.Tabs[i].Path == here
	}
	w.Undo, _ = strconv.Atoi(line(r, "undo"))
	w.Also = alsoOf(r)
	return w
}

func (h *Pages) history(w http.ResponseWriter, r *http.Request) {
	h.showHistory(w, r, http.StatusOK, "")
}

func (h *Pages) showHistory(w http.ResponseWriter, r *http.Request, code int, bad template.HTML) {
	v := revisionsView{view: h.view(r), ways: waysOf(r, "revisions"), Language: line(r, "language"), Most: revisions.Most}
	v.Bad = bad
	err := h.readHistory(r, &v)
	if err != nil {
		h.refuse(w, r, "Earlier texts", err)
		return
	}
	h.show(w, r, code, "Earlier texts", "revisions.html", v)
}

func (h *Pages) readHistory(r *http.Request, v *revisionsView) error {
	opened, err := draft.New(h.Workspace).Open(v.Slug, v.Language)
	if err != nil {
		return err
	}
	v.Name, v.Language = opened.Name, opened.Language
	if v.Languages, err = h.languages(v.Slug); err != nil {
		return err
	}
	if v.List, err = h.Revisions.List(r.Context(), v.Slug, v.Language); err != nil || len(v.List) == 0 {
		return err
	}
	if v.To, _ = strconv.Atoi(line(r, "to")); v.To == 0 {
		return nil
	}
	if v.From, err = strconv.Atoi(line(r, "from")); err != nil {
		v.From = v.To - 1
	}
	after, err := h.Revisions.Text(r.Context(), v.Slug, v.Language, v.To)
	if err != nil {
		return err
	}
	before := after // the oldest that is kept has none before it
	if i := slices.IndexFunc(v.List, func(o revisions.Revision) bool { return o.N == v.From }); i >= 0 {
		if before, err = h.Revisions.Text(r.Context(), v.Slug, v.Language, v.From); err != nil {
			return err
		}
	}
	v.Passages = wording.Passages(string(before), string(after))
	var now []byte
	if now, v.Sight, err = h.Revisions.Now(v.Slug, v.Language); err != nil {
		return err
	}
	v.Newest = string(now) == string(after)
	i := slices.IndexFunc(v.List, func(o revisions.Revision) bool { return o.N == v.To })
	v.Shown = &v.List[i]
	return nil
}

// languages are those that a release has files in, "" for its own.
func (h *Pages) languages(slug string) (out []string, err error) {
	sources, err := draft.New(h.Workspace).Sources(slug)
	for _, s := range sources {
		out = append(out, s.Language)
	}
	return out, err
}

// undoSave takes one save back.
func (h *Pages) undoSave(w http.ResponseWriter, r *http.Request) {
	slug, lang := r.PathValue("slug"), line(r, "language")
	n, err := strconv.Atoi(line(r, "n"))
	if err != nil {
		h.refuse(w, r, "Nothing was undone", errNothing)
		return
	}
	done := "undone-save"
	var wrote []revisions.Wrote
	for _, one := range append([]also{{lang, n}}, alsoOf(r)...) {
		now, err := h.Revisions.Undo(r.Context(), slug, one.Language, one.N, h.by(r))
		var changed *draft.ChangedError
		if errors.As(err, &changed) {
			var before []byte
			if before, err = h.Revisions.Text(r.Context(), slug, one.Language, one.N-1); err == nil {
				h.showBoth(w, r, changed, string(before))
				return
			}
		}
		if err != nil {
			h.refuse(w, r, "Nothing was undone", err)
			return
		}
		if now.Merged {
			done = "undone-merged"
		}
		if now.N > 0 || one.Language == lang {
			wrote = append(wrote, revisions.Wrote{Language: one.Language, N: now.N})
		}
	}
	h.savedAll(w, r, line(r, "to"), done, wrote, nil)
}

// take puts an earlier text in the place of what a file holds.
func (h *Pages) take(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.Atoi(r.PathValue("n"))
	if err != nil {
		h.refuse(w, r, "Nothing was written", errNothing)
		return
	}
	now, err := h.Revisions.Take(r.Context(), r.PathValue("slug"), line(r, "language"), n, line(r, "sight"), h.by(r))
	var other *revisions.ChangedError
	switch {
	case errors.As(err, &other):
		r.Form.Set("to", r.PathValue("n"))
		h.showHistory(w, r, http.StatusConflict, h.fault(err))
	case err != nil:
		h.refuse(w, r, "Nothing was written", err)
	default:
		h.saved(w, r, "", "taken", line(r, "language"), now.N)
	}
}

// saved goes to the page on which a file was written on, which says so and offers to undo
// it. from is that page, "form" for the form and else the text.
func (h *Pages) saved(w http.ResponseWriter, r *http.Request, from, done, lang string, n int) {
	h.savedAll(w, r, from, done, []revisions.Wrote{{Language: lang, N: n}}, nil)
}

// savedAll does so where files of several languages were written at once; with is what more
// the page is told.
func (h *Pages) savedAll(w http.ResponseWriter, r *http.Request, from, done string, wrote []revisions.Wrote, with url.Values) {
	q := url.Values{"done": {done}, "language": {""}}
	for i, one := range wrote {
		if i > 0 {
			q.Add("also", also(one).String())
			continue
		}
		q.Set("language", one.Language)
		if one.N > 0 {
			q.Set("undo", strconv.Itoa(one.N))
		}
	}
	maps.Copy(q, with)
	path := "/edit"
	if from == "form" {
		path = "/form"
	}
	http.Redirect(w, r, h.room.Base+ofRelease(r)+path+"?"+q.Encode(), http.StatusSeeOther)
}
