package lists

import (
	"errors"
	"html/template"
	"net/http"
	"strings"

	"pressroom/internal/contacts"
	"pressroom/internal/lists"
)

// segmentsView is all segments.
type segmentsView struct {
	view
	Segments []segmentRow
	Lists    bool // there is a press list to pick from
}

type segmentRow struct {
	Name, Rule string
	N          int
	Bad        template.HTML
}

func (h *Pages) segments(w http.ResponseWriter, r *http.Request) {
	book, _, err := h.Press.Book(r.Context())
	if err != nil {
		h.stop(w, r, "Segments", err)
		return
	}
	v := segmentsView{view: h.view(r), Lists: len(book.Lists()) > 0}
	for _, s := range book.Segments() {
		row := segmentRow{Name: s.Name, Rule: strings.TrimSpace(s.Where)}
		picked, err := book.Pick(s.Name)
		if err != nil {
			row.Bad = h.fault(err)
		}
		row.N = len(picked)
		v.Segments = append(v.Segments, row)
	}
	h.show(w, r, http.StatusOK, "Segments", "segments.html", v)
}

// segmentView is a segment, to be looked at and changed.
type segmentView struct {
	view
	Name, Rule string
	New        bool
	Version    string
	Columns    []string
	Pick       pickView
	Conflict   bool
	There      string // the rule that the file has by now
}

// pickView is whom a rule picks.
type pickView struct {
	Base  string
	Bad   template.HTML
	N     int
	Some  []*contacts.Journalist
	Empty bool // there is no rule yet
}

// shownPicks is how many of those are named whom a rule picks.
const shownPicks = 50

// pick tries a rule.
func (h *Pages) pick(book *contacts.Book, rule string) pickView {
	v := pickView{Base: h.room.Base, Empty: strings.TrimSpace(rule) == ""}
	if v.Empty {
		return v
	}
	picked, err := book.Try(rule)
	if err != nil {
		v.Bad = h.fault(err)
		return v
	}
	v.N, v.Some = len(picked), picked[:min(len(picked), shownPicks)]
	return v
}

// rule is what somebody typed as a rule, or the one that the segment has.
func (h *Pages) segment(w http.ResponseWriter, r *http.Request) {
	book, _, err := h.Press.Book(r.Context())
	if err != nil {
		h.stop(w, r, "Segment", err)
		return
	}
	v := segmentView{view: h.view(r), Name: r.PathValue("segment")}
	v.New = true
	for _, s := range book.Segments() {
		if s.Name == v.Name {
			v.New, v.Rule = false, strings.TrimSpace(s.Where)
		}
	}
	if v.New && v.Name != "new" {
		h.missing(w, r)
		return
	}
	if v.New {
		v.Name = line(r, "name")
	}
	if r.URL.Query().Has("where") {
		v.Rule = r.URL.Query().Get("where")
	}
	h.showSegment(w, r, http.StatusOK, v, book)
}

func (h *Pages) showSegment(w http.ResponseWriter, r *http.Request, code int, v segmentView, book *contacts.Book) {
	var err error
	if v.Version == "" {
		if v.Version, err = h.Lists.SegmentsVersion(); err != nil {
			h.stop(w, r, "Segment", err)
			return
		}
	}
	v.Columns, v.Pick = book.Columns(), h.pick(book, v.Rule)
	title := v.Name
	if title == "" {
		title = "New segment"
	}
	h.show(w, r, code, title, "segment.html", v)
}

// try answers whom a rule picks, while it is typed.
func (h *Pages) try(w http.ResponseWriter, r *http.Request) {
	book, _, err := h.Press.Book(r.Context())
	if err != nil {
		h.room.Broken(w, r, err)
		return
	}
	body, err := h.room.Render(templates, "pick.html", h.pick(book, r.URL.Query().Get("where")))
	if err != nil {
		h.room.Broken(w, r, err)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Write([]byte(body))
}

// setRule gives a segment a rule, or takes one out.
func (h *Pages) setRule(w http.ResponseWriter, r *http.Request) {
	name, rule, version := line(r, "name"), r.PostForm.Get("where"), line(r, "version")
	var undo string
	var err error
	done := "saved"
	if line(r, "remove") != "" {
		done = "removed"
		undo, err = h.Lists.DropRule(r.Context(), version, name)
	} else {
		undo, err = h.Lists.SetRule(r.Context(), version, name, rule)
	}
	if err == nil {
		if undo == "" {
			done = "same"
		}
		h.there(w, r, "/segments", done, "undo", undo)
		return
	}
	book, _, berr := h.Press.Book(r.Context())
	if berr != nil {
		h.stop(w, r, "Nothing was written", errors.Join(err, berr))
		return
	}
	var changed *lists.ChangedError
	v := segmentView{view: h.view(r), Name: name, Rule: rule, New: true, Version: version}
	v.Bad = h.fault(err)
	for _, s := range book.Segments() {
		if s.Name == name {
			v.New, v.There = line(r, "new") != "", strings.TrimSpace(s.Where)
		}
	}
	code := http.StatusUnprocessableEntity
	if errors.As(err, &changed) {
		code, v.Conflict, v.Version = http.StatusConflict, true, ""
	}
	h.showSegment(w, r, code, v, book)
}
