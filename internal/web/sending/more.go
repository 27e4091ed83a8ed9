package sending

import (
	"net/http"
	"strconv"
	"strings"

	"pressroom/internal/dispatch"
	"pressroom/internal/embargo"
	"pressroom/internal/saying"
)

// given are the people whose addresses were typed, one in a line.
func given(r *http.Request) []dispatch.Given {
	var out []dispatch.Given
	for _, address := range strings.Fields(strings.ReplaceAll(r.FormValue("addresses"), ",", " ")) {
		out = append(out, dispatch.Given{Address: address, Name: line(r, "name"), Outlet: line(r, "outlet")})
	}
	if len(out) > 1 { // a name says who one address is
		for i := range out {
			out[i].Name, out[i].Outlet = "", ""
		}
	}
	return out
}

func (h *Pages) prepareMore(r *http.Request) (*dispatch.Plan, error) {
	p, err := h.Press.PlanMore(r.Context(), r.PathValue("slug"), given(r))
	if err != nil {
		return nil, err
	}
	return p, h.mine(r, p)
}

// more plans what has gone out for those who come to it later.
func (h *Pages) more(w http.ResponseWriter, r *http.Request) {
	r.ParseForm()
	h.showMore(w, r, http.StatusOK, nil)
}

func (h *Pages) showMore(w http.ResponseWriter, r *http.Request, code int, news saying.Lines) {
	v := planView{
		view: h.view(r), Title: "Send to more", Post: ofRelease(r) + "/more",
		Given: strings.TrimSpace(r.FormValue("addresses")), Name: line(r, "name"), Outlet: line(r, "outlet"),
	}
	if len(news) > 0 {
		v.Bad = h.another(news)
	}
	p, err := h.prepareMore(r)
	if err == nil {
		err = h.fill(r, &v, p)
	}
	switch {
	case err != nil:
		v.Why = h.fault(err)
	case p.Findings.HasErrors():
		v.Why = h.fault(errWrong)
	case p.Empty():
		v.Why = h.fault(p.Nobody())
	}
	h.show(w, r, code, v.Title, "plan.html", v)
}

func (h *Pages) sendMore(w http.ResponseWriter, r *http.Request) {
	p, err := h.prepareMore(r)
	if err != nil {
		h.refuse(w, r, "Nothing was scheduled", err)
		return
	}
	if news := seen(r, p.Sight()); news != nil {
		h.showMore(w, r, http.StatusConflict, news)
		return
	}
	h.carryOut(w, r, p, false, "more")
}

// askView asks once before something is done that cannot be undone.
type askView struct {
	view
	Title, Headline string
	Said            string // by the page itself
	Lines           saying.Lines
	Post, Button    string
	Sight           string
	Address         string    // whom it is about
	Readings        []reading // that the time can mean which is asked for
	Reason          string    // that is asked for, as its label says; "" for none
	Hidden          map[string]string
	Sentences       []sentenceView // that go to those who have it, and may be left empty
	Rehearse        bool
}

// again asks whose copy is to be repeated, and then whether it is.
func (h *Pages) again(w http.ResponseWriter, r *http.Request) {
	v := askView{view: h.view(r), Title: "Send one person’s copy again", Post: ofRelease(r) + "/again", Address: line(r, "address")}
	if v.Address != "" {
		a, sight, err := h.prepareAgain(r)
		if err != nil {
			v.Bad = h.fault(err)
		} else {
			line := "The release to %s once more, as in %s; it begins with: sent again at your request"
			if a.Of.Kind == embargo.Advance {
				line = "The advance copy, under embargo, to %s once more, as in %s; it begins with: sent again at your request"
			}
			v.Headline, v.Sight, v.Button = a.Snapshot.Input.Release.Main().Headline, sight, "Send it again, now"
			v.Lines = saying.Lines{saying.Of(line, v.Address, a.Of.Dispatch)}
		}
	}
	h.show(w, r, http.StatusOK, v.Title, "again.html", v)
}

// prepareAgain plans a repetition. What was seen of it counts the mailings there were: a
// form that is posted twice finds one more.
func (h *Pages) prepareAgain(r *http.Request) (*dispatch.Again, string, error) {
	slug := r.PathValue("slug")
	all, err := h.Ledger.Dispatches(r.Context(), slug)
	if err != nil {
		return nil, "", err
	}
	a, err := h.Press.PlanAgain(r.Context(), slug, line(r, "address"))
	if err != nil {
		return nil, "", err
	}
	a.By = h.by(r)
	return a, a.Of.Dispatch + "." + strconv.Itoa(len(all)), nil
}

func (h *Pages) sendAgain(w http.ResponseWriter, r *http.Request) {
	a, sight, err := h.prepareAgain(r)
	if err == nil {
		err = h.Press.ReadyToSend(r.Context())
	}
	if err == nil && sight != r.PostForm.Get("sight") {
		err = said("something was sent of it since you looked; look once more whether it is still wanted")
	}
	if err == nil {
		_, err = h.Press.SendAgain(r.Context(), a)
	}
	if err != nil {
		h.refuse(w, r, "Nothing was sent", err)
		return
	}
	h.there(w, r, ofRelease(r), "again")
}

// word asks once whether an armed release is to go.
func (h *Pages) word(w http.ResponseWriter, r *http.Request) { h.showWord(w, r, http.StatusOK, nil) }

func (h *Pages) showWord(w http.ResponseWriter, r *http.Request, code int, news saying.Lines) {
	word, err := h.Press.Word(r.Context(), r.PathValue("slug"))
	if err != nil {
		h.refuse(w, r, "Nothing goes", err)
		return
	}
	v := askView{
		view: h.view(r), Title: "Let it go", Headline: word.Of.Headline, Lines: word.Lines(), Post: ofRelease(r) + "/go",
		Sight: word.Sight().String(), Rehearse: true,
		Button: h.words().Count(word.Mailed(), "Let it go now, to %d journalist", "Let it go now, to %d journalists"),
	}
	if len(news) > 0 {
		v.Bad = h.another(news)
	}
	v.Address = v.Who.Email
	h.show(w, r, code, v.Title, "ask.html", v)
}

func (h *Pages) letGo(w http.ResponseWriter, r *http.Request) {
	ctx := r.Context()
	err := h.Press.ReadyToSend(ctx)
	var word *dispatch.Word
	if err == nil {
		word, err = h.Press.Word(ctx, r.PathValue("slug"))
	}
	if err != nil {
		h.refuse(w, r, "Nothing goes", err)
		return
	}
	if news := seen(r, word.Sight()); news != nil {
		h.showWord(w, r, http.StatusConflict, news)
		return
	}
	if _, _, err := word.Go(ctx); err != nil {
		h.refuse(w, r, "Nothing goes", err)
		return
	}
	h.there(w, r, ofRelease(r), "went")
}

// rehearse mails what would go to one address.
func (h *Pages) rehearse(w http.ResponseWriter, r *http.Request) {
	ctx := r.Context()
	err := h.Press.ReadyToSend(ctx)
	var word *dispatch.Word
	if err == nil {
		word, err = h.Press.Word(ctx, r.PathValue("slug"))
	}
	if err == nil {
		_, err = word.Rehearse(ctx, []string{line(r, "address")})
	}
	if err != nil {
		h.refuse(w, r, "No rehearsal was sent", err)
		return
	}
	h.there(w, r, ofRelease(r), "rehearsed")
}
