package sending

import (
	"errors"
	"net/http"

	"pressroom/internal/dispatch"
	"pressroom/internal/ledger"
	"pressroom/internal/release"
	"pressroom/internal/saying"
)

// moveForm asks for the instant and, once there is one, whether it is to hold.
func (h *Pages) moveForm(w http.ResponseWriter, r *http.Request) {
	v := askView{view: h.view(r), Title: "Move the embargo", Post: ofRelease(r) + "/move"}
	when := chosen(line(r, "when"), line(r, "reading"))
	d, err := h.Ledger.Current(r.Context(), v.Slug)
	if err == nil && d == nil {
		err = &dispatch.NotScheduledError{Slug: v.Slug}
	}
	if err != nil {
		h.refuse(w, r, "Nothing to move", err)
		return
	}
	v.Headline = d.Headline
	v.Address = d.ReleaseAt.In(d.Location()).Format(release.FormInstant)
	v.Hidden = map[string]string{"zone": d.Location().String()}
	if when != "" {
		v.Address, v.Readings = when, readingsOf(when, d.Location())
	}
	if when != "" && unsettled(when, d.Location()) {
		v.Bad = h.fault(errTwice)
	} else if when != "" {
		m, err := h.Embargo.PrepareMove(r.Context(), v.Slug, when)
		if err != nil {
			v.Bad = h.fault(err)
		} else {
			v.Sight, v.Button = m.Sight().String(), "Move it"
			v.Lines = m.Lines()
		}
	}
	h.show(w, r, http.StatusOK, v.Title, "move.html", v)
}

func (h *Pages) move(w http.ResponseWriter, r *http.Request) {
	m, err := h.Embargo.PrepareMove(r.Context(), r.PathValue("slug"), line(r, "when"))
	h.doMove(w, r, m, err, "moved")
}

// doMove does what was shown of a move, or of a lift.
func (h *Pages) doMove(w http.ResponseWriter, r *http.Request, m *dispatch.Move, err error, what string) {
	if err == nil {
		err = h.Press.ReadyToSend(r.Context())
	}
	if err == nil {
		if news := seen(r, m.Sight()); news != nil {
			err = saying.Errorf("since you looked, %v changed; look at it again", news.Join("; "))
		}
	}
	if err == nil {
		_, err = m.Do(r.Context())
	}
	if err != nil && !errors.Is(err, ledger.ErrInFlight) {
		h.refuse(w, r, "Nothing was changed", err)
		return
	}
	h.there(w, r, ofRelease(r), what)
}

func (h *Pages) liftForm(w http.ResponseWriter, r *http.Request) {
	m, err := h.Embargo.PrepareLift(r.Context(), r.PathValue("slug"), "")
	if err != nil {
		h.refuse(w, r, "Nothing to lift", err)
		return
	}
	h.show(w, r, http.StatusOK, "Lift the embargo", "ask.html", askView{
		view: h.view(r), Title: "Lift the embargo", Headline: m.Of.Headline, Lines: m.Lines(),
		Post: ofRelease(r) + "/lift", Button: "Let everything go now", Sight: m.Sight().String(),
		Reason: "Why, for the record; nobody outside reads it",
	})
}

func (h *Pages) lift(w http.ResponseWriter, r *http.Request) {
	reason := line(r, "reason")
	if reason == "" {
		h.refuse(w, r, "Nothing was changed", said("say why the embargo is lifted, as in: published by a newspaper at 14:02; it is kept"))
		return
	}
	m, err := h.Embargo.PrepareLift(r.Context(), r.PathValue("slug"), reason)
	h.doMove(w, r, m, err, "lifted")
}
