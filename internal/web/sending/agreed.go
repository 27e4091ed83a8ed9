package sending

import (
	"encoding/json"
	"net/http"
	"time"

	"pressroom/internal/agreement"
)

// agreedView is what was said of the embargo of a release, and who has opened its copy.
type agreedView struct {
	view
	Answers []answer
	Silent  []string
	Records bool
	Readers []opening
	Reason  string
	Looked  bool
	Post    string
	Off     string // somebody to be taken off, once that is asked
}

type answer struct {
	At        time.Time
	Who, What string
	Agreed    bool
}

type opening struct {
	At        time.Time
	Who, What string
}

func (h *Pages) agreed(w http.ResponseWriter, r *http.Request) { h.showAgreed(w, r, "", nil) }

// showAgreed shows the answers and, where somebody has said why, what was opened.
func (h *Pages) showAgreed(w http.ResponseWriter, r *http.Request, reason string, opened []agreement.Opened) {
	ctx := r.Context()
	v := agreedView{
		view: h.view(r), Post: ofRelease(r) + "/agreements", Records: h.Agreements.Records(), Reason: reason, Looked: reason != "",
		Off: line(r, "off"),
	}
	zone := time.UTC
	if d, err := h.Ledger.Current(ctx, v.Slug); err == nil && d != nil {
		zone = d.Location()
	}
	all, err := h.Agreements.All(ctx, v.Slug)
	if err == nil {
		v.Silent, err = h.Ledger.Unanswered(ctx, v.Slug)
	}
	if err != nil {
		h.refuse(w, r, "Agreements", err)
		return
	}
	for i := range all {
		s := &all[i]
		who := s.Person.Address
		if s.Person.Erased() {
			who = h.words().Say("somebody who was erased")
		}
		v.Answers = append(v.Answers, answer{s.At.In(zone), who, s.Line(), s.Answer == agreement.Agreed})
	}
	for _, o := range opened {
		v.Readers = append(v.Readers, opening{o.At.In(zone), o.Key, o.What})
	}
	h.show(w, r, http.StatusOK, "Agreements", "agreed.html", v)
}

// exportAgreed hands out what was agreed to, as anybody can check it.
func (h *Pages) exportAgreed(w http.ResponseWriter, r *http.Request) {
	slug := r.PathValue("slug")
	out, err := h.Agreements.Export(r.Context(), slug)
	var data []byte
	if err == nil {
		data, err = json.MarshalIndent(out, "", "  ")
	}
	if err != nil {
		h.refuse(w, r, "Agreements", err)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Content-Disposition", `attachment; filename="`+slug+`.agreements.json"`)
	w.Write(append(data, '\n'))
}

// agree writes down that somebody has agreed, as on the telephone.
func (h *Pages) agree(w http.ResponseWriter, r *http.Request) {
	how := line(r, "how")
	err := error(said("say how they have agreed, as in: phone, 16:10"))
	if how != "" {
		_, err = h.Press.AddAgreement(r.Context(), agreement.Given{
			Address: line(r, "address"), Slug: r.PathValue("slug"), How: agreement.ByHand, Note: how,
		})
	}
	if err != nil {
		h.refuse(w, r, "Nothing was written down", err)
		return
	}
	h.there(w, r, ofRelease(r)+"/agreements", "agreed")
}

// readers shows what was opened, once somebody has said why they look.
func (h *Pages) readers(w http.ResponseWriter, r *http.Request) {
	reason := line(r, "reason")
	opened, err := h.Agreements.Readers(r.Context(), r.PathValue("slug"), reason)
	if err != nil {
		h.refuse(w, r, "Readers", err)
		return
	}
	h.showAgreed(w, r, reason, opened)
}

// off takes somebody off the advance copies of the release.
func (h *Pages) off(w http.ResponseWriter, r *http.Request) {
	err := h.Press.ReadyToSend(r.Context())
	if err == nil {
		_, err = h.Embargo.TakeOff(r.Context(), r.PathValue("slug"), line(r, "address"))
	}
	if err != nil {
		h.refuse(w, r, "Nothing was changed", err)
		return
	}
	h.there(w, r, ofRelease(r)+"/agreements", "off")
}
