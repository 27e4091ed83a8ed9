package lists

import (
	"cmp"
	"errors"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"pressroom/internal/contacts"
	"pressroom/internal/diagnostic"
	"pressroom/internal/lists"
	"pressroom/internal/workspace"
)

// allView is all press lists.
type allView struct {
	view
	Audiences []contacts.Audience
	Found     diagnostic.List
	In        int // journalists, each of them once
	Replies   int
}

func (h *Pages) all(w http.ResponseWriter, r *http.Request) {
	book, found, err := h.Press.Book(r.Context())
	if err != nil {
		h.stop(w, r, "Press lists", err)
		return
	}
	v := allView{view: h.view(r), In: len(book.Journalists)}
	if v.Who.Can(workspace.Approver) { // what is wrong with rows names people
		v.Found = found
	}
	audiences, err := book.Audiences()
	if err != nil {
		h.stop(w, r, "Press lists", err)
		return
	}
	for _, a := range audiences {
		if a.Kind == "list" {
			v.Audiences = append(v.Audiences, a)
		}
	}
	if v.Lead() {
		waiting, err := h.People.Replies(r.Context(), false)
		if err != nil {
			h.room.Broken(w, r, err)
			return
		}
		v.Replies = len(waiting)
	}
	h.show(w, r, http.StatusOK, "Press lists", "all.html", v)
}

// tableView is a press list.
type tableView struct {
	view
	*lists.Table
	Rows        []rowView
	Heads       []head
	Find, By    string
	Down        bool
	Total       int    // rows that are found
	Prev, After string // the pages beside this one
}

// head is a column, and the address that sorts by it.
type head struct{ Name, Sort, Order string }

// rowView is a row of a press list.
type rowView struct {
	Index        int // in the file
	Key, Address string
	Cells        []cellView
	Barred       bool   // is not mailed
	Instead      string // another address is mailed
}

type cellView struct{ Name, Value string }

// shownRows is how many rows stand on one page.
const shownRows = 100

func (h *Pages) list(w http.ResponseWriter, r *http.Request) {
	t, err := h.Lists.Table(r.PathValue("list"))
	if err != nil {
		h.stop(w, r, "Press list", err)
		return
	}
	h.showTable(w, r, http.StatusOK, t, "")
}

func (h *Pages) showTable(w http.ResponseWriter, r *http.Request, code int, t *lists.Table, bad template.HTML) {
	q := r.URL.Query()
	v := tableView{view: h.view(r), Table: t, Find: line(r, "q"), By: q.Get("by"), Down: q.Get("order") == "down"}
	v.Bad = bad
	barred, _, err := h.Ledger.SuppressedSet(r.Context())
	if err != nil {
		h.room.Broken(w, r, err)
		return
	}
	changes, err := h.People.Changes(r.Context())
	if err != nil {
		h.room.Broken(w, r, err)
		return
	}
	picked := v.pick()
	v.Total = len(picked)
	from, _ := strconv.Atoi(q.Get("from"))
	from = min(max(0, from), max(0, len(picked)-1)/shownRows*shownRows)
	for _, i := range picked[from:min(len(picked), from+shownRows)] {
		l := t.Lines[i]
		row := rowView{
			Index: i, Key: l.Key, Address: l.Values["email"], Barred: barred.Has(l.Key), Instead: changes[l.Key].Email,
		}
		for _, c := range t.Columns {
			row.Cells = append(row.Cells, cellView{c, l.Values[c]})
		}
		v.Rows = append(v.Rows, row)
	}
	v.pages(from, len(picked))
	h.show(w, r, code, t.Name, "list.html", v)
}

// pick are the rows that are found, in their order, by their index.
func (v *tableView) pick() []int {
	var out []int
	find := strings.ToLower(v.Find)
	for i, l := range v.Lines {
		found := find == ""
		for _, value := range l.Values {
			found = found || strings.Contains(strings.ToLower(value), find)
		}
		if found {
			out = append(out, i)
		}
	}
	if slices.Contains(v.Columns, v.By) {
		slices.SortStableFunc(out, func(a, b int) int {
			x, y := strings.ToLower(v.Lines[a].Values[v.By]), strings.ToLower(v.Lines[b].Values[v.By])
			if (x == "") != (y == "") { // what is empty stands last either way
				return cmp.Compare(len(y), len(x))
			}
			if v.Down {
				return strings.Compare(y, x)
			}
			return strings.Compare(x, y)
		})
	}
	return out
}

// pages are the addresses of the columns' orders, and of the pages beside this one.
func (v *tableView) pages(from, of int) {
	address := func(by string, down bool, from int) string {
		q := make(url.Values)
		if v.Find != "" {
			q.Set("q", v.Find)
		}
		if by != "" {
			q.Set("by", by)
		}
		if down {
			q.Set("order", "down")
		}
		if from > 0 {
			q.Set("from", strconv.Itoa(from))
		}
		return v.Base + "/lists/" + url.PathEscape(v.Name) + "?" + q.Encode()
	}
	for _, c := range v.Columns {
		hd := head{Name: c, Order: "none", Sort: address(c, v.By == c && !v.Down, 0)}
		if v.By == c {
			hd.Order = map[bool]string{false: "ascending", true: "descending"}[v.Down]
		}
		v.Heads = append(v.Heads, hd)
	}
	if from > 0 {
		v.Prev = address(v.By, v.Down, from-shownRows)
	}
	if from+shownRows < of {
		v.After = address(v.By, v.Down, from+shownRows)
	}
}

// editView is one row, to be changed.
type editView struct {
	view
	List, Version string
	Row           int
	Address       string // as it stands in the file
	Fields        []fieldView
	Conflict      bool // the file was changed since it was opened
	Gone          bool // and the row is not in it any more
}

// fieldView is a cell, to be changed.
type fieldView struct {
	Name, Value string
	There       string // what stands in the file by now, where that is another
	Differs     bool
}

// row shows a row to be changed, or one that is to be.
func (h *Pages) row(w http.ResponseWriter, r *http.Request) {
	t, err := h.Lists.Table(r.PathValue("list"))
	if err == nil && t.Fixed != "" {
		err = errors.New(t.Fixed)
	}
	if err != nil {
		h.stop(w, r, "Press list", err)
		return
	}
	v := editView{view: h.view(r), List: t.Name, Version: t.Version, Row: lists.Further}
	values := map[string]string{}
	if n := r.PathValue("row"); n != "new" {
		if v.Row, err = strconv.Atoi(n); err != nil || v.Row < 0 || v.Row >= len(t.Lines) {
			h.missing(w, r)
			return
		}
		values = t.Lines[v.Row].Values
		v.Address = values["email"]
	}
	v.fields(t, values, values)
	h.show(w, r, http.StatusOK, t.Name, "row.html", v)
}

// usual are the columns that a new row is asked for, where the list is a new one.
var usual = []string{"email", "name", "outlet", "beats", "language", "embargo"}

// fields are the cells of a row, with what they are to be and what stands in the file.
func (v *editView) fields(t *lists.Table, want, there map[string]string) {
	for _, c := range append(slices.Clone(t.Columns), usual...) {
		if slices.ContainsFunc(v.Fields, func(f fieldView) bool { return f.Name == c }) {
			continue
		}
		v.Fields = append(v.Fields, fieldView{c, want[c], there[c], want[c] != there[c]})
	}
}

// change writes a row, or takes it out.
func (h *Pages) change(w http.ResponseWriter, r *http.Request) {
	e := lists.Edit{
		List: r.PathValue("list"), Version: line(r, "version"), Remove: line(r, "remove") != "", Values: make(map[string]string),
	}
	row, err := strconv.Atoi(line(r, "row"))
	if err != nil {
		h.missing(w, r)
		return
	}
	e.Row = row
	for name := range r.PostForm {
		if column, ok := strings.CutPrefix(name, "cell."); ok {
			e.Values[column] = strings.TrimSpace(line(r, name))
		}
	}
	if e.Row == lists.Further {
		for column, value := range e.Values {
			if value == "" {
				delete(e.Values, column)
			}
		}
	}
	undo, err := h.Lists.Do(r.Context(), e)
	if err != nil {
		h.changed(w, r, e, err)
		return
	}
	done := map[bool]string{true: "removed", false: "saved"}[e.Remove]
	if undo == "" {
		done = "same"
	}
	h.there(w, r, "/lists/"+url.PathEscape(e.List), done, "undo", undo)
}

// changed shows what was not written: beside what stands in the file by now, where that
// was changed.
func (h *Pages) changed(w http.ResponseWriter, r *http.Request, e lists.Edit, why error) {
	t, err := h.Lists.Table(e.List)
	if err != nil {
		h.stop(w, r, "Nothing was written", errors.Join(why, err))
		return
	}
	var changed *lists.ChangedError
	v := editView{view: h.view(r), List: t.Name, Version: e.Version, Row: e.Row, Address: line(r, "was")}
	v.Bad = h.fault(why)
	there := map[string]string{}
	if errors.As(why, &changed) {
		v.Conflict, v.Version = true, t.Version
		if v.Row = find(t, v.Address); v.Row == lists.Further && e.Row != lists.Further {
			v.Gone = true
		}
	}
	if v.Row != lists.Further && v.Row < len(t.Lines) {
		there = t.Lines[v.Row].Values
	}
	want := e.Values
	if e.Remove {
		want = there
	}
	v.fields(t, want, there)
	code := http.StatusUnprocessableEntity
	if v.Conflict {
		code = http.StatusConflict
	}
	h.show(w, r, code, "Nothing was written", "row.html", v)
}

// find is the row of an address; lists.Further where there is none.
func find(t *lists.Table, address string) int {
	key, err := contacts.AddressKey(address)
	if err != nil {
		return lists.Further
	}
	for i, l := range t.Lines {
		if l.Key == key {
			return i
		}
	}
	return lists.Further
}

// export gives a press list or segment as a file.
func (h *Pages) export(w http.ResponseWriter, r *http.Request) {
	book, _, err := h.Press.Book(r.Context())
	name := r.PathValue("list")
	if err == nil && !book.Has(name) {
		err = errNothing
	}
	if err != nil {
		h.stop(w, r, "Nothing to take", err)
		return
	}
	excel := r.URL.Query().Get("form") == "xlsx"
	data, _, err := lists.Export(h.Workspace, book, name, excel)
	if err != nil {
		h.stop(w, r, "Nothing to take", err)
		return
	}
	kind, ending := "text/csv; charset=utf-8", "csv"
	if excel {
		kind, ending = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", name+"."+ending))
	w.Write(data)
}
