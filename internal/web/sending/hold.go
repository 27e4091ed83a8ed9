package sending

import (
	"context"
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
	v.Headline, v.Reason = h.headline(r.Context(), v.Slug), "Why, for the record (may be left empty)"
	v.Said, v.Lines = "Nothing of it leaves until you go on with it.", saying.Lines{status.Asked(held)}
	h.show(w, r, code, v.Title, "ask.html", v)
}

// headline is that of a release as it was sent, or its name.
func (h *Pages) headline(ctx context.Context, slug string) string {
	if d, err := h.Ledger.Basis(ctx, slug); err == nil && d != nil {
		return d.Headline
	}
	return slug
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
	if copies, err := h.Ledger.CopiesOnHold(r.Context(), v.Slug); err == nil && copies {
		held, err := status.Holders(r.Context(), h.Ledger, v.Slug)
		if err != nil {
			h.refuse(w, r, v.Title, err)
			return
		}
		v.Headline, v.Lines = h.headline(r.Context(), v.Slug), saying.Lines{status.Freed(held)}
		h.show(w, r, code, v.Title, "ask.html", v)
		return
	}
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
	ctx, slug := r.Context(), r.PathValue("slug")
	copies := false
	err := h.Press.ReadyToSend(ctx)
	if err == nil {
		copies, err = h.Ledger.CopiesOnHold(ctx, slug)
	}
	var c *dispatch.Checking
	switch {
	case err != nil:
	case copies:
		err = h.freeCopies(ctx, slug)
	default:
		if c, err = h.Press.PlanHold(ctx, slug, true, sentences(r)); err == nil && c == nil {
			err = errNothing
		}
	}
	if err == nil && c != nil {
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

// freeCopies tells those who have a copy of what was cancelled that they need not wait.
func (h *Pages) freeCopies(ctx context.Context, slug string) error {
	if err := h.Ledger.FreeCopies(ctx, slug); err != nil {
		return err
	}
	return h.Embargo.FinishNow(ctx, slug, func(string) {})
}
