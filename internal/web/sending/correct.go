package sending

import (
	"html/template"
	"net/http"
	"strings"

	"pressroom/internal/dispatch"
	"pressroom/internal/language"
	"pressroom/internal/ledger"
	"pressroom/internal/saying"
	"pressroom/internal/wording"
)

// correctView is what putting a release right would do.
type correctView struct {
	view
	Title, Headline string
	Grade           string // note, update or correction; "" before it is chosen
	Mail, NoRepeat  bool
	Differences     []differenceView
	Lines           saying.Lines
	Sentences       []sentenceView
	Sight           string
	Post            string
	Ready           bool
	Holders         int
	Mailed          bool
	Button          string
	Instead         string
	Withdrawing     bool
	// Approvers have to have approved the words, 0 where nobody has to; Approved have.
	Approvers int
	Revision  string
	Approved  []ledger.Approval
}

type differenceView struct {
	Language string
	New      bool
	Passages []passageView
	Remains  []remainsView
}

// remainsView are words that were replaced, and where they stand all the same.
type remainsView struct{ Words, Places string }

type passageView struct {
	Place     string
	Stretches []wording.Stretch
}

// sentenceView is the sentence of a language: what was wrong and what is right.
type sentenceView struct {
	Name, Language, Text, Begins string
	Needed                       bool
}

// wish is what the form asks for.
func wish(r *http.Request) dispatch.Wish {
	grade := r.FormValue("grade")
	return dispatch.Wish{
		Note: grade == "note", Update: grade == "update", Correction: grade == "correction",
		Mail: grade == "update" && r.FormValue("mail") != "", NoRepeat: r.FormValue("no-repeat") != "",
	}
}

// sentences are those that the form holds, by language.
func sentences(r *http.Request) map[string]string {
	out := make(map[string]string)
	for _, tag := range language.Known() {
		if s := line(r, "sentence-"+tag); s != "" {
			out[tag] = s
		}
	}
	return out
}

func (h *Pages) correctForm(w http.ResponseWriter, r *http.Request) {
	r.ParseForm()
	h.showCorrection(w, r, http.StatusOK, "")
}

// showCorrection shows what changed and, once it is said what it is, who is written to.
func (h *Pages) showCorrection(w http.ResponseWriter, r *http.Request, code int, bad template.HTML) {
	v := correctView{view: h.view(r), Title: "Put it right", Post: ofRelease(r) + "/correct", Grade: r.FormValue("grade")}
	v.Bad = bad
	as := wish(r)
	if v.Ready = v.Grade != ""; !v.Ready {
		as = dispatch.Wish{Correction: true} // who has other words is the same whatever it is
	}
	if err := as.Check(); err != nil {
		h.refuse(w, r, v.Title, err)
		return
	}
	a, err := h.Press.PlanAmendment(r.Context(), v.Slug, as)
	if err != nil {
		h.refuse(w, r, v.Title, err)
		return
	}
	a.By = h.by(r)
	if err := h.approvalsOf(r, &v, a); err != nil {
		h.refuse(w, r, v.Title, err)
		return
	}
	v.Mail, v.NoRepeat, v.Sight = as.Mail, as.NoRepeat, a.Sight().String()
	v.Headline, v.Holders = a.Input.Release.Main().Headline, len(a.Holders)
	for _, d := range a.Differences {
		one := differenceView{Language: d.Language, New: d.New}
		ver := a.Input.Release.Version(d.Language)
		for _, c := range d.Changed {
			one.Passages = append(one.Passages, passageView{c.Place.Name(ver.Catalogue(), a.Input.Release.Issuer.Name), c.Stretches})
		}
		for _, rest := range d.Remaining {
			one.Remains = append(one.Remains, remainsView{rest.Words, strings.Join(a.Places(d.Language, rest.Places), ", ")})
		}
		v.Differences = append(v.Differences, one)
		v.Sentences = append(v.Sentences, sentenceView{
			"sentence-" + d.Language, d.Language, line(r, "sentence-"+d.Language), a.Proposed(d.Language), v.Ready && a.NeedsSentence(d.Language),
		})
	}
	if v.Ready {
		v.Lines = a.People()
		v.Mailed = as.Correction || as.Mail
	}
	v.Button = "Put it right, now"
	if v.Mailed {
		v.Button = h.words().Count(v.Holders, "Put it right and mail %d journalist, now", "Put it right and mail %d journalists, now")
	}
	h.show(w, r, code, v.Title, "correct.html", v)
}

// approvalsOf tells who has approved the words that put a release right.
func (h *Pages) approvalsOf(r *http.Request, v *correctView, a *dispatch.Amendment) (err error) {
	n := h.Workspace.Settings.Dispatch.Approvers
	if n == 0 {
		return nil
	}
	v.Approvers, v.Revision = n, a.Input.Revision
	v.Approved, err = h.Ledger.CorrectionApprovals(r.Context(), v.Slug, v.Revision, "")
	return err
}

// approveWords writes down that whoever asks approves the words that are to put it right.
func (h *Pages) approveWords(w http.ResponseWriter, r *http.Request) {
	slug := r.PathValue("slug")
	a, err := h.Press.PlanAmendment(r.Context(), slug, dispatch.Wish{Correction: true})
	if err == nil && a.Input.Revision != r.PostForm.Get("revision") {
		err = ledger.ErrOtherWords
	}
	if err == nil {
		err = h.Ledger.ApproveCorrection(r.Context(), slug, a.Input.Revision, h.by(r))
	}
	if err != nil {
		h.refuse(w, r, "Not approved", err)
		return
	}
	h.there(w, r, ofRelease(r)+"/correct", "approved")
}

func (h *Pages) correct(w http.ResponseWriter, r *http.Request) {
	ctx := r.Context()
	as := wish(r)
	err := as.Check()
	if err == nil {
		err = h.Press.ReadyToSend(ctx)
	}
	var a *dispatch.Amendment
	if err == nil {
		a, err = h.Press.PlanAmendment(ctx, r.PathValue("slug"), as)
	}
	if err != nil {
		h.refuse(w, r, "Nothing was changed", err)
		return
	}
	a.By = h.by(r)
	if news := seen(r, a.Sight()); news != nil {
		h.showCorrection(w, r, http.StatusConflict, h.another(news))
		return
	}
	said := sentences(r)
	for lang, s := range said { // the page has shown how it begins
		said[lang] = a.Begun(lang, s)
	}
	if err := a.Say(said); err != nil {
		h.showCorrection(w, r, http.StatusUnprocessableEntity, h.fault(err))
		return
	}
	if _, err := a.Schedule(ctx); err != nil {
		h.refuse(w, r, "Nothing was changed", err)
		return
	}
	h.there(w, r, ofRelease(r), "corrected")
}

// withdrawForm asks why and, once that is said, whether.
func (h *Pages) withdrawForm(w http.ResponseWriter, r *http.Request) {
	r.ParseForm()
	h.showWithdrawal(w, r, http.StatusOK, "")
}

func (h *Pages) showWithdrawal(w http.ResponseWriter, r *http.Request, code int, bad template.HTML) {
	v := correctView{
		view: h.view(r), Title: "Withdraw it", Post: ofRelease(r) + "/withdraw", Withdrawing: true, Instead: line(r, "instead"),
	}
	v.Bad = bad
	given := sentences(r)
	v.Ready = len(given) > 0
	looked := given
	if !v.Ready {
		looked = map[string]string{"": "…"} // who has it is the same whatever the reason
	}
	a, err := h.Press.PlanWithdrawal(r.Context(), v.Slug, v.Instead, looked)
	if err != nil {
		h.refuse(w, r, v.Title, err)
		return
	}
	v.Headline, v.Holders, v.Sight = a.Input.Release.Main().Headline, len(a.Holders), a.Sight().String()
	for i, lang := range a.Input.Release.Languages() {
		v.Sentences = append(v.Sentences, sentenceView{"sentence-" + lang, lang, given[lang], "", i == 0})
	}
	if v.Lines = a.Concerned(); v.Ready {
		v.Lines = append(v.Lines, a.Unexplained()...)
	}
	v.Button = h.words().Count(v.Holders, "Withdraw it, and tell %d journalist, now", "Withdraw it, and tell %d journalists, now")
	h.show(w, r, code, v.Title, "withdraw.html", v)
}

func (h *Pages) withdraw(w http.ResponseWriter, r *http.Request) {
	ctx := r.Context()
	err := h.Press.ReadyToSend(ctx)
	var a *dispatch.Withdrawal
	if err == nil {
		a, err = h.Press.PlanWithdrawal(ctx, r.PathValue("slug"), line(r, "instead"), sentences(r))
	}
	if err != nil {
		h.refuse(w, r, "Nothing was changed", err)
		return
	}
	if news := seen(r, a.Sight()); news != nil {
		h.showWithdrawal(w, r, http.StatusConflict, h.another(news))
		return
	}
	if _, err := a.Schedule(ctx); err != nil {
		h.refuse(w, r, "Nothing was changed", err)
		return
	}
	h.there(w, r, ofRelease(r), "withdrawn")
}
