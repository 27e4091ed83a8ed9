package lists

import (
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"net/http"
	"strings"
	"time"

	"pressroom/internal/contacts"
	"pressroom/internal/ledger"
	"pressroom/internal/lists"
	"pressroom/internal/people"
	"pressroom/internal/saying"
	"pressroom/internal/web/room"
)

// personView is all that is known of an address.
type personView struct {
	view
	Key      string
	Entry    *contacts.Journalist // as the lists have it with their own changes; nil for none
	Listings []contacts.Listing
	Change   *contacts.Change
	History  []people.Happened
	Barred   *ledger.Suppression
	Known    bool
	zone     *time.Location
}

// When is an instant in the press office's zone.
func (v personView) When(t time.Time) string {
	if t.IsZero() {
		return "–"
	}
	return t.In(v.zone).Format("2 January 2006, 15:04 MST")
}

// TheirWord tells whether they have said themselves that they want no mail.
func (v personView) TheirWord() bool {
	return v.Barred != nil && v.Barred.Reason == ledger.Unsubscribed
}

// address is the key of the address that is asked for.
func address(r *http.Request) (typed, key string, err error) {
	typed = strings.TrimSpace(line(r, "address"))
	key, err = contacts.AddressKey(typed)
	return typed, key, err
}

func (h *Pages) person(w http.ResponseWriter, r *http.Request) {
	if line(r, "address") == "" {
		h.show(w, r, http.StatusOK, "Find somebody", "find.html", h.view(r))
		return
	}
	_, key, err := address(r)
	if err != nil {
		h.stop(w, r, "Find somebody", err)
		return
	}
	h.showPerson(w, r, http.StatusOK, key, "")
}

func (h *Pages) showPerson(w http.ResponseWriter, r *http.Request, code int, key string, bad template.HTML) {
	ctx := r.Context()
	v := personView{view: h.view(r), Key: key, zone: h.Press.Zone()}
	v.Bad = bad
	history, err := h.People.History(ctx, key)
	if err != nil {
		h.room.Broken(w, r, err)
		return
	}
	files, err := h.Workspace.ContactFiles()
	if err != nil {
		h.stop(w, r, "Find somebody", err)
		return
	}
	book, _, err := h.Press.Book(ctx)
	if err != nil {
		h.stop(w, r, "Find somebody", err)
		return
	}
	changes, err := h.People.Changes(ctx)
	if err != nil {
		h.room.Broken(w, r, err)
		return
	}
	v.History, v.Barred, v.Listings = history.Lines, history.Suppressed, contacts.Listings(files, key)
	if c, ok := changes[key]; ok {
		v.Change = &c
	}
	for _, j := range book.Journalists {
		if j.Key == key {
			v.Entry = j
		}
	}
	v.Known = !history.Never || v.Barred != nil || v.Change != nil || len(v.Listings) > 0
	h.show(w, r, code, key, "person.html", v)
}

// changePerson does what a button of a person's page says.
func (h *Pages) changePerson(w http.ResponseWriter, r *http.Request) {
	ctx := r.Context()
	typed, key, err := address(r)
	if err != nil {
		h.stop(w, r, "Nothing was done", err)
		return
	}
	act := line(r, "act")
	switch act {
	case "replace":
		err = h.People.Replace(ctx, key, strings.TrimSpace(line(r, "instead")))
		if errors.Is(err, people.ErrNoAddress) {
			err = errors.New("write the address that is mailed instead")
		}
	case "back":
		var listed func(string) bool
		if listed, err = h.listed(); err == nil {
			_, err = h.People.TakeBack(ctx, key, 0, listed)
		}
	case "allow":
		var found bool
		if found, err = h.Ledger.Unsuppress(ctx, key); err == nil && !found {
			err = errors.New(key + " is mailed already")
		}
	case "invite":
		err = h.People.Invite(ctx, key, typed)
	case "stop":
		err = h.stopPerson(r, key)
	default:
		err = saying.Errorf("this page does not know what to do")
	}
	if err != nil {
		h.showPerson(w, r, http.StatusConflict, key, h.fault(err))
		return
	}
	h.there(w, r, "/person", act, "address", key)
}

// stopPerson mails somebody no more, for a reason that is kept with who gave it.
func (h *Pages) stopPerson(r *http.Request, key string) error {
	why := line(r, "why")
	if why == "" {
		return errors.New("say why, as in: asked for it on the phone; it is kept")
	}
	reason := ledger.ByHand
	if line(r, "theirs") != "" {
		reason = ledger.Unsubscribed
	}
	if who := room.Of(r.Context()).Email; who != "" {
		why += " (" + who + ")"
	}
	return h.Ledger.Suppress(r.Context(), key, reason, why)
}

// disclose gives all that is known of somebody, for them to have.
func (h *Pages) disclose(w http.ResponseWriter, r *http.Request) {
	_, key, err := address(r)
	var files []contacts.File
	if err == nil {
		files, err = lists.Everywhere(h.Workspace)
	}
	var data *people.Data
	if err == nil {
		data, err = h.People.Export(r.Context(), key, files)
	}
	if err != nil {
		h.stop(w, r, "Nothing to disclose", err)
		return
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Content-Disposition", `attachment; filename="disclosure.json"`)
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	enc.Encode(data)
}

// eraseView asks whether somebody is to be erased, and says what goes.
type eraseView struct {
	view
	Key        string
	Mailings   int
	Replies    int
	Agreements int
	Changed    bool
	Places     []string // in files, as file:line
}

func (h *Pages) eraseForm(w http.ResponseWriter, r *http.Request) {
	_, key, err := address(r)
	if err != nil {
		h.stop(w, r, "Erase somebody", err)
		return
	}
	v := eraseView{view: h.view(r), Key: key}
	files, err := h.Workspace.ContactFiles()
	if err != nil {
		h.stop(w, r, "Erase somebody", err)
		return
	}
	data, err := h.People.Export(r.Context(), key, files)
	if err != nil {
		h.room.Broken(w, r, err)
		return
	}
	v.Mailings, v.Replies, v.Agreements, v.Changed = len(data.Mailings), len(data.Replies), len(data.Agreements), data.Changes != nil
	named, err := lists.Erase(h.Workspace, key, false)
	if err != nil {
		v.Bad = h.fault(err)
	}
	for _, n := range named {
		for _, at := range n.Left {
			v.Places = append(v.Places, fmt.Sprintf("%s:%d", n.Name, at))
		}
	}
	h.show(w, r, http.StatusOK, "Erase somebody", "erase.html", v)
}

// erase takes somebody out for good.
func (h *Pages) erase(w http.ResponseWriter, r *http.Request) {
	_, key, err := address(r)
	if err != nil {
		h.stop(w, r, "Nobody was erased", err)
		return
	}
	if _, err := h.People.Erase(r.Context(), key); err != nil {
		h.room.Broken(w, r, err)
		return
	}
	h.Lists.ForgetAll()
	named, err := lists.Erase(h.Workspace, key, line(r, "files") != "")
	left := 0
	for _, n := range named {
		left += len(n.Left)
	}
	v := struct {
		view
		Left int
	}{h.view(r), left}
	if err != nil {
		v.Bad = h.fault(err)
	}
	h.show(w, r, http.StatusOK, "Erased", "erased.html", v)
}

// suppressionsView is who is not mailed.
type suppressionsView struct {
	view
	Find string
	Rows []barredView
	More int
	In   int
}

type barredView struct {
	ledger.Suppression
	Erased bool
	When   time.Time
}

func (h *Pages) suppressions(w http.ResponseWriter, r *http.Request) {
	h.showSuppressions(w, r, http.StatusOK, "")
}

func (h *Pages) showSuppressions(w http.ResponseWriter, r *http.Request, code int, bad template.HTML) {
	all, err := h.Ledger.Suppressions(r.Context())
	if err != nil {
		h.room.Broken(w, r, err)
		return
	}
	v := suppressionsView{view: h.view(r), Find: strings.ToLower(strings.TrimSpace(r.URL.Query().Get("q"))), In: len(all)}
	v.Bad = bad
	for _, s := range all {
		if v.Find != "" && !strings.Contains(strings.ToLower(s.Key+" "+s.Reason+" "+s.Detail), v.Find) {
			continue
		}
		if len(v.Rows) == 5*shownRows {
			v.More++
			continue
		}
		v.Rows = append(v.Rows, barredView{s, !strings.Contains(s.Key, "@"), s.At.In(h.Press.Zone())})
	}
	h.show(w, r, code, "Who is not mailed", "suppressions.html", v)
}

func (h *Pages) suppress(w http.ResponseWriter, r *http.Request) {
	_, key, err := address(r)
	if err == nil {
		err = h.stopPerson(r, key)
	}
	if err != nil {
		h.showSuppressions(w, r, http.StatusUnprocessableEntity, h.fault(err))
		return
	}
	h.there(w, r, "/suppressions", "stop", "q", key)
}
