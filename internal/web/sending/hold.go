package sending

import (
	"html/template"
	"net/http"

	"pressroom/internal/dispatch"
	"pressroom/internal/saying"
	"pressroom/internal/status"
)

// holdForm asks whether a release is put on hold: before it is out, so that nothing of it
// leaves, and afterwards, so that those who have it wait while it is checked.
func (h *Pages) holdForm(w http.ResponseWriter, r *http.Request) {
	r.ParseForm()
	h.showHold(w, r, http.StatusOK, "")
}

func (h *Pages) showHold(w http.ResponseWriter, r *http.Request, code int, bad template.HTML) {
	v := askView{view: h.view(r), Title: "Put it on hold", Post: ofRelease(r) + "/hold", Button: "Put it on hold"}
	v.Bad = bad
	out, err := h.Press.PlanHold(r.Context(), v.Slug, false, sentences(r))
	if err != nil {
		h.refuse(w, r, v.Title, err)
		return
	}
	if out != nil {
		h.showChecking(w, r, code, v, out)
		return
	}
	held, err := status.Holders(r.Context(), h.Ledger, v.Slug)
	if err != nil {
		h.refuse(w, r, v.Title, err)
		return
	}
	v.Headline, v.Reason = v.Slug, "Why, for the record (may be left empty)"
	if d, err := h.Ledger.Current(r.Context(), v.Slug); err == nil && d != nil {
		v.Headline = d.Headline
	}
	v.Said, v.Lines = "Nothing of it leaves until you go on with it.", saying.Lines{status.Asked(held)}
	h.show(w, r, code, v.Title, "ask.html", v)
}

// showChecking asks about a release that is out: who is asked to wait, or told that they
// need not.
func (h *Pages) showChecking(w http.ResponseWriter, r *http.Request, code int, v askView, c *dispatch.Checking) {
	v.Headline, v.Lines, v.Sight = c.Input.Release.Main().Headline, c.Concerned(), c.Sight().String()
	given := sentences(r)
	for _, lang := range c.Input.Release.Languages() {
		v.Sentences = append(v.Sentences, sentenceView{Name: "sentence-" + lang, Language: lang, Text: given[lang]})
	}
	h.show(w, r, code, v.Title, "ask.html", v)
}

func (h *Pages) hold(w http.ResponseWriter, r *http.Request) {
	ctx, slug := r.Context(), r.PathValue("slug")
	err := h.Press.ReadyToSend(ctx)
	var out *dispatch.Checking
	if err == nil {
		out, err = h.Press.PlanHold(ctx, slug, false, sentences(r))
	}
	switch {
	case err != nil:
	case out != nil:
		if news := seen(r, out.Sight()); news != nil {
			h.showHold(w, r, http.StatusConflict, h.another(news))
			return
		}
		out.By = h.by(r)
		_, err = out.Schedule(ctx)
	default:
		if _, err = h.Ledger.PutOnHold(ctx, slug, line(r, "reason")); err == nil {
			err = h.Embargo.FinishNow(ctx, slug, func(string) {})
		}
	}
	if err != nil {
		h.refuse(w, r, "Nothing was changed", err)
		return
	}
	h.there(w, r, ofRelease(r), "held")
}

// holdEndForm asks whether those who were asked to wait are told that it stands as it was.
func (h *Pages) holdEndForm(w http.ResponseWriter, r *http.Request) {
	r.ParseForm()
	h.showHoldEnd(w, r, http.StatusOK, "")
}

func (h *Pages) showHoldEnd(w http.ResponseWriter, r *http.Request, code int, bad template.HTML) {
	v := askView{view: h.view(r), Title: "End the hold", Post: ofRelease(r) + "/hold-end", Button: "End the hold, and tell them, now"}
	v.Bad = bad
	c, err := h.Press.PlanHold(r.Context(), v.Slug, true, sentences(r))
	if err == nil && c == nil {
		err = errNothing
	}
	if err != nil {
		h.refuse(w, r, v.Title, err)
		return
	}
	h.showChecking(w, r, code, v, c)
}

func (h *Pages) holdEnd(w http.ResponseWriter, r *http.Request) {
	ctx := r.Context()
	err := h.Press.ReadyToSend(ctx)
	var c *dispatch.Checking
	if err == nil {
		c, err = h.Press.PlanHold(ctx, r.PathValue("slug"), true, sentences(r))
	}
	if err == nil && c == nil {
		err = errNothing
	}
	if err == nil {
		if news := seen(r, c.Sight()); news != nil {
			h.showHoldEnd(w, r, http.StatusConflict, h.another(news))
			return
		}
		c.By = h.by(r)
		_, err = c.Schedule(ctx)
	}
	if err != nil {
		h.refuse(w, r, "Nothing was changed", err)
		return
	}
	h.there(w, r, ofRelease(r), "checked")
}
