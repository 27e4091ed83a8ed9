package lists

import (
	"errors"
	"io"
	"net/http"
	"net/url"
	"path/filepath"
	"slices"
	"strings"

	"pressroom/internal/contacts/heading"
	"pressroom/internal/contacts/intake"
	"pressroom/internal/lists"
	"pressroom/internal/saying"
	"pressroom/internal/web/page"
	"pressroom/internal/web/room"
)

// importView is the form that takes a list.
type importView struct {
	view
	List, Country, Pasted string
	Lists                 []string
}

func (h *Pages) importForm(w http.ResponseWriter, r *http.Request) {
	h.showImport(w, r, http.StatusOK, importView{view: h.view(r), List: line(r, "list")})
}

func (h *Pages) showImport(w http.ResponseWriter, r *http.Request, code int, v importView) {
	if book, _, err := h.Press.Book(r.Context()); err == nil {
		v.Lists = book.Lists()
	}
	h.show(w, r, code, "Bring a list", "import.html", v)
}

// bring takes a file, or what was pasted, and shows what is understood of it.
func (h *Pages) bring(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, intake.MaxBytes+formLimit)
	err := r.ParseMultipartForm(intake.MaxBytes + formLimit) // in memory alone: people stand in it
	if errors.Is(err, http.ErrNotMultipart) {
		err = r.ParseForm()
	}
	v := importView{view: h.view(r)}
	if err != nil {
		v.Bad = h.fault(saying.Errorf("a list may have %d MiB; divide the file", intake.MaxBytes>>20))
		h.showImport(w, r, http.StatusRequestEntityTooLarge, v)
		return
	}
	v.List, v.Country, v.Pasted = line(r, "list"), line(r, "country"), r.FormValue("pasted")
	name, data := "pasted", []byte(v.Pasted)
	if f, header, err := r.FormFile("file"); err == nil {
		defer f.Close()
		name = page.Line(filepath.Base(strings.ReplaceAll(header.Filename, `\`, "/")), 200)
		if data, err = io.ReadAll(f); err != nil {
			h.room.Broken(w, r, err)
			return
		}
	}
	if len(data) == 0 {
		v.Bad = h.fault(room.Own("choose a file, or paste a table or addresses"))
		h.showImport(w, r, http.StatusUnprocessableEntity, v)
		return
	}
	q := url.Values{"list": {v.List}, "country": {v.Country}}
	if _, err := h.Lists.Read(lists.Request{File: name, Data: data, List: v.List, Country: v.Country}); err != nil && v.List == "" {
		v.Bad = h.fault(err)
		h.showImport(w, r, http.StatusUnprocessableEntity, v)
		return
	}
	http.Redirect(w, r, h.room.Base+"/import/"+h.Lists.Keep(name, data)+"?"+q.Encode(), http.StatusSeeOther)
}

// mappingView is what was understood of a file, and what it would do.
type mappingView struct {
	view
	Upload, File          string
	List, Sheet, Country  string
	Columns               []columnView
	Choices               []string
	Says                  string
	Remarks               []string
	Elsewhere, Off, Left  []string
	Source                string
	Refuse, Beyond        []string // who want no mail, as the file says, and whom none reaches
	Nothing               bool     // the list is as the file has it
	Sight                 string
	Guessed, Wrong, Again bool // Again: it does something else than was seen
}

// columnView is a column of a file, and what it is taken for.
type columnView struct {
	Index              int
	Head, Sample, Says string
	Heading            string // "" for a column that nobody can name
	As                 string
	Own                bool // As is a name of one's own
}

func (h *Pages) mapping(w http.ResponseWriter, r *http.Request) {
	r.ParseForm()
	h.showMapping(w, r, http.StatusOK, false)
}

// request is a file that was brought, with what the form says of its columns.
func (h *Pages) request(r *http.Request) (lists.Request, error) {
	file, data, err := h.Lists.Kept(r.PathValue("file"))
	req := lists.Request{
		File: file, Data: data, List: line(r, "list"), Sheet: line(r, "sheet"), Country: strings.ToUpper(line(r, "country")),
		As: map[string]string{}, Source: line(r, "source"),
	}
	for n, head := range r.Form["head"] {
		as := r.Form["as"]
		if n >= len(as) || as[n] == "" {
			continue
		}
		req.As[head] = page.Line(as[n], 100)
	}
	for n, head := range r.Form["head"] { // a name of one's own holds before what was chosen
		if own := r.Form["own"]; n < len(own) && strings.TrimSpace(own[n]) != "" {
			req.As[head] = page.Line(own[n], 100)
		}
	}
	return req, err
}

func (h *Pages) showMapping(w http.ResponseWriter, r *http.Request, code int, again bool) {
	req, err := h.request(r)
	v := mappingView{
		view: h.view(r), Upload: r.PathValue("file"), File: req.File, List: req.List, Sheet: req.Sheet, Country: req.Country, Again: again,
		Source: req.Source,
	}
	if err != nil {
		h.stop(w, r, "Bring a list", err)
		return
	}
	i, err := h.Lists.Read(req)
	if err != nil {
		v.Wrong, v.Bad = true, h.fault(err)
		h.show(w, r, http.StatusUnprocessableEntity, "Bring a list", "mapping.html", v)
		return
	}
	v.List, v.Says, v.Sight, v.Guessed, v.Sheet = i.List, i.Says(), i.Sight(), i.Reading.Guessed, i.Reading.Table.Sheet
	v.Choices = choices
	for _, c := range i.Reading.Columns {
		v.Columns = append(v.Columns, columnOf(i, c))
	}
	const most = 20
	v.Remarks = i.Remarks(most)
	if i.Exists {
		v.Elsewhere, v.Off, v.Nothing = i.Changes.Elsewhere, i.Changes.Off, i.Changes.None()
	}
	leaving, err := i.Leaving(r.Context(), h.Ledger)
	if err != nil {
		h.room.Broken(w, r, err)
		return
	}
	for _, s := range lists.Stopping(leaving) {
		if s.Why == heading.Refused {
			v.Refuse = s.Addresses
		} else {
			v.Beyond = append(v.Beyond, s.Addresses...)
		}
	}
	v.Nothing = v.Nothing && len(leaving) == 0
	if v.Left, err = i.Barred(r.Context(), h.Ledger); err != nil {
		h.room.Broken(w, r, err)
		return
	}
	h.show(w, r, code, "Bring a list", "mapping.html", v)
}

// choices are the columns that have a meaning of their own.
var choices = []string{
	"email", "name", "outlet", "beats", "region", "language", "timezone", "embargo", "format", "attachments", "priority", "source", "tags",
	"basis", "added",
}

// columnOf shows a column with some of what it holds.
func columnOf(i *lists.Import, c intake.Column) columnView {
	v := columnView{Index: c.Index, Head: c.Head(), Heading: c.Heading, Says: c.Says(), As: c.As()}
	v.Own = v.As != intake.LeaveOut && !slices.Contains(choices, v.As) && v.As != string(heading.FirstName) && v.As != string(heading.LastName)
	var some []string
	for _, row := range i.Reading.Table.Rows[i.Reading.Head+1:] {
		if c.Index < len(row.Fields) && row.Fields[c.Index] != "" && !slices.Contains(some, row.Fields[c.Index]) {
			some = append(some, page.Line(row.Fields[c.Index], 40))
		}
		if len(some) == 3 {
			break
		}
	}
	v.Sample = strings.Join(some, " · ")
	return v
}

// write writes what was shown of an import, or shows what is another by now.
func (h *Pages) write(w http.ResponseWriter, r *http.Request) {
	req, err := h.request(r)
	if err != nil {
		h.stop(w, r, "Nothing was written", err)
		return
	}
	i, err := h.Lists.Read(req)
	if err != nil || i.Sight() != line(r, "sight") {
		h.showMapping(w, r, http.StatusConflict, true)
		return
	}
	switch err := i.Bar(r.Context(), h.Ledger); {
	case errors.Is(err, lists.ErrChanged):
		h.stop(w, r, "Nothing was written", err)
		return
	case err != nil:
		h.room.Broken(w, r, err)
		return
	}
	undo, err := h.Lists.Write(i)
	if err != nil {
		h.stop(w, r, "Nothing was written", err)
		return
	}
	h.Lists.Forget(r.PathValue("file"))
	switch {
	case i.Nobody():
		h.there(w, r, "/lists", "stopped")
	case len(i.Result.Entries) == 0: // and the list is as it was
		h.there(w, r, "/lists/"+url.PathEscape(i.List), "stopped")
	default:
		h.there(w, r, "/lists/"+url.PathEscape(i.List), "imported", "undo", undo)
	}
}
