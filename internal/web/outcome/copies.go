package outcome

import (
	"net/http"
	"net/url"
	"strconv"
	"time"

	"pressroom/internal/archive"
	"pressroom/internal/ledger"
	"pressroom/internal/sandbox"
	"pressroom/internal/web/room"
)

// copiesView is whose copies of a mailing there are.
type copiesView struct {
	view
	ID, Path string
	Copies   []ledger.KeptMessage
	More     int
	zone     *time.Location
}

// At is an instant in the zone of the release.
func (v copiesView) At(t time.Time) time.Time { return t.In(v.zone) }

// shownCopies is how many copies are listed, as long as nobody asks for all.
const shownCopies = 200

// of is a mailing by its name, and the zone of its release.
func (h *Pages) of(r *http.Request) (id string, zone *time.Location, err error) {
	d, err := h.Ledger.Dispatch(r.Context(), r.PathValue("slug")+"/"+r.PathValue("name"))
	if err != nil {
		return "", nil, err
	}
	return d.ID, d.Location(), nil
}

func ofMailing(r *http.Request) string {
	return "/dispatches/" + url.PathEscape(r.PathValue("slug")) + "/" + url.PathEscape(r.PathValue("name"))
}

func (h *Pages) copies(w http.ResponseWriter, r *http.Request) {
	v := copiesView{view: h.view(r), Path: ofMailing(r)}
	var err error
	if v.ID, v.zone, err = h.of(r); err == nil {
		v.Copies, err = h.Archive.Copies(r.Context(), v.ID)
	}
	if err != nil {
		h.failed(w, r, err)
		return
	}
	if v.More = max(0, len(v.Copies)-shownCopies); v.More > 0 && r.URL.Query().Get("all") == "" {
		v.Copies = v.Copies[:shownCopies]
	} else {
		v.More = 0
	}
	h.room.Page(w, r, http.StatusOK, "The exact copies", templates, "copies.html", v)
}

// copyView is what one journalist got, byte for byte.
type copyView struct {
	view
	ID, Path string
	*sandbox.Message
	Copy ledger.KeptMessage
	At   time.Time
	Note string
}

// shown makes a copy again.
func (h *Pages) shown(r *http.Request) (*archive.Shown, *sandbox.Message, error) {
	id, _, err := h.of(r)
	if err != nil {
		return nil, nil, err
	}
	if _, err := strconv.ParseInt(r.PathValue("copy"), 10, 64); err != nil {
		return nil, nil, ledger.ErrNobody
	}
	shown, err := h.Archive.Show(r.Context(), id, "#"+r.PathValue("copy"))
	if err != nil {
		return nil, nil, err
	}
	apart, err := sandbox.Apart(shown.Message)
	return shown, apart, err
}

func (h *Pages) copy(w http.ResponseWriter, r *http.Request) {
	shown, apart, err := h.shown(r)
	if err != nil {
		h.failed(w, r, err)
		return
	}
	v := copyView{view: h.view(r), Message: apart, Copy: shown.Copy, Note: shown.Note()}
	v.Path = ofMailing(r)
	id, zone, err := h.of(r)
	if err != nil {
		h.failed(w, r, err)
		return
	}
	v.ID, v.At = id, shown.Copy.At.In(zone)
	h.room.Page(w, r, http.StatusOK, "An exact copy", templates, "copy.html", v)
}

// copyHTML is the copy's HTML, for its frame.
func (h *Pages) copyHTML(w http.ResponseWriter, r *http.Request) {
	_, apart, err := h.shown(r)
	if err != nil {
		h.failed(w, r, err)
		return
	}
	base := h.room.Base + ofMailing(r) + "/copies/" + url.PathEscape(r.PathValue("copy")) + "/inline/"
	room.ShowMail(w, apart.Shown(func(cid string) string { return base + url.PathEscape(cid) }))
}

// copyFile is the message as it was sent.
func (h *Pages) copyFile(w http.ResponseWriter, r *http.Request) {
	shown, _, err := h.shown(r)
	if err != nil {
		h.failed(w, r, err)
		return
	}
	w.Header().Set("Content-Type", "message/rfc822")
	w.Header().Set("Content-Disposition", `attachment; filename="`+r.PathValue("slug")+"-"+r.PathValue("name")+"-"+r.PathValue("copy")+`.eml"`)
	w.Write(shown.Message)
}

func (h *Pages) copyPart(w http.ResponseWriter, r *http.Request) {
	_, apart, err := h.shown(r)
	n, bad := strconv.Atoi(r.PathValue("n"))
	switch {
	case err != nil:
		h.failed(w, r, err)
	case bad != nil || n < 0 || n >= len(apart.Parts):
		h.missing(w, r)
	default:
		room.HandOut(w, apart.Parts[n].Type, apart.Parts[n].Data)
	}
}

func (h *Pages) copyPicture(w http.ResponseWriter, r *http.Request) {
	_, apart, err := h.shown(r)
	if err != nil {
		h.failed(w, r, err)
		return
	}
	part, there := apart.Inline[r.PathValue("cid")]
	if !there {
		h.missing(w, r)
		return
	}
	room.HandOut(w, part.Type, part.Data)
}
