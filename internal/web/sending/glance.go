package sending

import (
	"net/http"
	"slices"
	"time"

	"pressroom/internal/draft"
	"pressroom/internal/status"
	"pressroom/internal/today"
	"pressroom/internal/web/room"
)

// glanceView is what viewers see of a release: how it stands and when, and its words where
// they are public, or its file names the viewer. Nobody's address stands there.
type glanceView struct {
	view
	Headline string // "" where it is not for them
	Public   bool
	Reads    bool // may look at its forms
	Mailings []status.Mailing
	Forms    []string
}

// Instants are that of a mailing in its zone and in UTC; none for one that waits for a word.
func (v glanceView) Instants(m status.Mailing) []time.Time {
	if m.ReleaseAt.IsZero() {
		return nil
	}
	return both(m.At())
}

// reads tells whether whoever asks may read the release before it is public.
func (h *Pages) reads(r *http.Request) bool {
	return room.Of(r.Context()).Reads(draft.New(h.Workspace).Access(r.PathValue("slug")))
}

// closed says that words are not for who asks.
func (h *Pages) closed(w http.ResponseWriter, r *http.Request) {
	h.room.Say(w, r, http.StatusForbidden, "This is not for you to read yet",
		"Leads and approvers read a release before it is public, and whom its file names. Ask one of them.")
}

func (h *Pages) glance(w http.ResponseWriter, r *http.Request) {
	v := glanceView{view: h.view(r), Reads: h.reads(r)}
	if err := h.readGlance(r, &v); err != nil {
		h.refuse(w, r, v.Slug, err)
		return
	}
	title := v.Headline
	if title == "" {
		title = v.Slug
	}
	h.show(w, r, http.StatusOK, title, "glance.html", v)
}

func (h *Pages) readGlance(r *http.Request, v *glanceView) error {
	all, err := h.Ledger.Dispatches(r.Context(), v.Slug)
	if err != nil {
		return err
	}
	written, err := h.Workspace.Releases()
	if err != nil {
		return err
	}
	here := slices.Contains(written, v.Slug)
	if len(all) == 0 && !here {
		return errNothing
	}
	for _, d := range all {
		if v.Public = v.Public || today.Public(d); v.Reads || today.Public(d) {
			v.Headline = d.Headline
		}
	}
	if v.Reads && here {
		v.Forms = forms
		if rel, _, err := draft.New(h.Workspace).Release(v.Slug); err == nil && rel != nil && v.Headline == "" {
			v.Headline = rel.Main().Headline
		}
	}
	v.Mailings, err = status.Of(r.Context(), h.Ledger, all)
	slices.Reverse(v.Mailings)
	return err
}
