package web

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"strings"

	"pressroom/internal/coalition"
	"pressroom/internal/language"
	"pressroom/internal/release"
	"pressroom/internal/render/text"
	"pressroom/internal/submission"
	"pressroom/internal/wording"
)

var quotePage = template.Must(template.New("quote.html").Funcs(template.FuncMap{"diff": wording.Words}).ParseFS(publicFiles, "public/quote.html", "public/head.html", "public/part.html"))

// portal is the pages of partners: each handler calls one function of the
// coalition and shows what came of it. Everything works without script.
type portal struct {
	*Public
	desk *coalition.Desk
}

// limitedByLink bounds how often one link may post; behind a proxy all partners
// come from one address. What is no link of ours is bounded by its address.
func (q *portal) limitedByLink(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		v, err := q.desk.Visit(r.Context(), r.PathValue("secret"))
		if err != nil {
			q.limited(next)(w, r)
			return
		}
		if !q.limits.allow("quote " + v.Link()) {
			q.tooMany(w)
			return
		}
		next(w, r)
	}
}

// maxPortal is the largest form that is read: words and one photo.
const maxPortal = 13 << 20

func (p *Public) portal(mux *http.ServeMux) {
	if p.Coalition == nil {
		return
	}
	q := &portal{p, p.Coalition}
	mux.HandleFunc("GET "+coalition.Path+"{secret}", q.page)
	mux.HandleFunc("POST "+coalition.Path+"{secret}", q.limitedByLink(q.act))
	mux.HandleFunc("POST "+coalition.Path+"{secret}/live", q.live)
	mux.HandleFunc("GET "+coalition.Path+"{secret}/draft", q.draft)
	mux.HandleFunc("GET "+coalition.Path+"{secret}/photo", q.photo)
	mux.HandleFunc("GET "+coalition.Path+"{secret}/edition/{file}", q.edition)
	mux.HandleFunc("GET /quote.js", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "max-age=3600")
		http.ServeFileFS(w, r, publicFiles, "public/quote.js")
	})
}

// portalPolicy lets the page load its own script, pictures and frame, and nothing
// from elsewhere.
const portalPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"

// quoteView is what the page shows.
type quoteView struct {
	*coalition.Visit
	Organization, Title, Language string
	Secret                        string
	Headline, Subhead             string
	Soft, Hard                    string
	Late                          bool
	Order                         string
	Words                         submission.Words
	Styles                        []styleChoice
	Problems                      []submission.Problem
	Advice                        []submission.Problem
	Count                         int
	Reading                       []string
	Text                          string
	Digest                        string
	Whole                         bool // the words can be signed
	CanSign, CanWithdraw, CanEdit bool
	Printed                       []string // what was signed, as it is printed
	SignedAt, SignedBy            string
	Proposal, Mine                string
	Translations                  []translation
	Editions                      []editionLink
	Notice                        string
	Bad                           string // what went wrong with the last act
	Lost                          string // words that were not kept
}

type styleChoice struct {
	Value, Name, Example string
	Chosen               bool
}

type translation struct {
	Tag, Name, Digest string
	Reading           []string
	Signed            bool
}

type editionLink struct{ File, Name string }

var styleNames = map[submission.Style][2]string{
	submission.AfterFirst: {"Attribution after the first sentence", "“…,” said Ana Ruiz. “…”"},
	submission.AtEnd:      {"Attribution at the end", "“…,” said Ana Ruiz."},
	submission.Dash:       {"With a dash", "“…” – Ana Ruiz, director"},
	submission.LeadIn:     {"Name first", "Ana Ruiz of … says “…”"},
	submission.Block:      {"Set apart, the name below", "“…” – Ana Ruiz, director"},
}

func (q *portal) view(r *http.Request, v *coalition.Visit) *quoteView {
	req := v.Request
	zone := v.LocalZone()
	cat := language.ForReader(v.Language())
	out := &quoteView{Visit: v, Organization: q.Organization, Language: "en", Secret: r.PathValue("secret"), Title: "A quote from " + v.Org.Name, Headline: req.Slug}
	out.Soft, out.Hard = coalition.Stamp(req.Soft, zone), coalition.Stamp(req.Hard, zone)
	out.Words = v.Words()
	if v.Release != nil {
		out.Headline, out.Subhead = v.Release.Main().Headline, v.Release.Main().Subhead
		out.Order = orderSentence(v)
	}
	for _, s := range submission.Styles {
		out.Styles = append(out.Styles, styleChoice{string(s), styleNames[s][0], styleNames[s][1], s == out.Words.Style || out.Words.Style == "" && s == submission.AfterFirst})
	}
	out.CanEdit = v.Closed == nil && req.State != coalition.Declined
	q.preview(out, cat)
	out.CanSign = out.CanEdit && out.Whole && v.Release != nil && !(req.State == coalition.Signed && req.Proposal == nil)
	if a := v.Approval; a != nil && a.What == coalition.WasSigned || a != nil && a.What == coalition.WasRecorded {
		if got, _ := a.Words.Quote(req.Quote).Reads(a.Language); got != nil {
			out.Printed = got.Plain()
		}
		out.SignedAt, out.SignedBy = coalition.Stamp(a.At, zone), a.Actor
		if a.What == coalition.WasRecorded {
			out.SignedBy = "the lead, who wrote down: " + a.Detail
		}
		out.CanWithdraw = true
	}
	if req.Proposal != nil && req.Draft.Text != "" && req.Draft.Text != req.Proposal.Text {
		out.Proposal, out.Mine = req.Proposal.Text, req.Draft.Text
	}
	out.Translations = translations(v)
	if v.Lifted {
		out.Editions = q.editions(r, v)
	}
	return out
}

// preview is the quote as it will stand.
func (q *portal) preview(out *quoteView, cat *language.Catalogue) {
	w, problems := submission.Clean(out.Words, cat)
	w.Source = out.Words.Source
	out.Count = w.Count()
	for _, p := range problems {
		if p.Advice {
			out.Advice = append(out.Advice, p)
		} else if out.Words.Text != "" || out.Words.Speaker != "" || out.Words.Attribution != "" {
			out.Problems = append(out.Problems, p)
		}
	}
	whole := true
	for _, p := range problems {
		whole = whole && p.Advice
	}
	if out.Words.Text != "" {
		out.Advice = append(out.Advice, w.Advice(out.Request.Words)...)
	}
	if !whole {
		return
	}
	got, _ := out.Words.Quote(out.Request.Quote).Reads(out.Visit.Language())
	if got == nil {
		return
	}
	out.Whole, out.Reading = true, got.Plain()
	out.Text = strings.Join(text.Wrap(strings.Join(out.Reading, "\n\n"), "", ""), "\n")
	out.Digest = out.Visit.Digest(out.Words)
}

func orderSentence(v *coalition.Visit) string {
	if v.Position == 0 {
		return ""
	}
	how := map[release.Order]string{
		release.OrderPlaced: "as the lead places them", release.OrderAlphabetical: "in alphabetical order of the organizations",
		release.OrderLot: "in an order that was drawn by lot (" + v.Release.Lot + ")",
	}[v.Release.Order]
	if v.Release.Order == release.OrderPlaced {
		return fmt.Sprintf("%d organizations were asked. The quotes stand %s.", v.Among, how)
	}
	return fmt.Sprintf("The quotes stand %s; yours is number %d of %d.", how, v.Position, v.Among)
}

func translations(v *coalition.Visit) []translation {
	if v.Release == nil {
		return nil
	}
	var out []translation
	for _, other := range v.Release.Versions[1:] {
		_, t := v.Translation(other.Language)
		if t == nil || t.Reading == nil {
			continue
		}
		digest := release.SignoffDigest(v.Request.Slug, other.Language, t)
		out = append(out, translation{
			Tag: other.Language, Name: other.Catalogue().Name, Digest: digest, Reading: t.Reading.Plain(), Signed: t.Signoff != nil && t.Signoff.Digest == digest,
		})
	}
	return out
}

func (q *portal) page(w http.ResponseWriter, r *http.Request) {
	v, err := q.desk.Visit(r.Context(), r.PathValue("secret"))
	if err != nil || v.Request.State == coalition.Revoked {
		q.refuse(w, r, err)
		return
	}
	view := q.view(r, v)
	view.Notice = notices[r.URL.Query().Get("done")]
	q.render(w, http.StatusOK, view)
}

// notices say what an act has done.
var notices = map[string]string{
	"saved":     "Saved. Nothing is printed before it is signed off.",
	"submitted": "Handed in, without a sign-off. Whoever signs for your organization finds it on their link.",
	"signed":    "Signed off. The words stand in the release, and a receipt is on its way to you by mail.",
	"kept":      "Your own words stand. The lead has been told.",
	"declined":  "Thank you for the answer. No quote of yours is printed.",
	"handed-on": "Your colleague gets a mail with a link of their own.",
	"withdrawn": "Withdrawn. The lead has been told.",
	"signed-on": "Your organization is among the signatories.",
	"photo":     "The photo is kept. Place and device were taken out of it; caption, credit and rights were written in.",
}

func (q *portal) render(w http.ResponseWriter, status int, v *quoteView) {
	w.Header().Set("Content-Security-Policy", portalPolicy)
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	if err := quotePage.Execute(w, v); err != nil && q.Log != nil {
		q.Log.Warn("writing a page", "error", err)
	}
}

// words reads the form of the quote.
func words(get func(string) string) submission.Words {
	return submission.Words{
		Speaker: get("speaker"), Title: get("title"), Org: get("org"), Text: get("text"), Attribution: get("attribution"), Style: submission.Style(get("style")),
		MayEdit: get("may_edit") == "yes", Link: get("link"),
	}
}

// act does what a button says.
func (q *portal) act(w http.ResponseWriter, r *http.Request) {
	secret := r.PathValue("secret")
	if err := parseForm(w, r); err != nil {
		q.tooLarge(w, r)
		return
	}
	get := r.PostForm.Get
	var version int64
	fmt.Sscan(get("version"), &version)
	ctx := r.Context()
	var err error
	done := get("action")
	switch done {
	case "save", "submit":
		visit, verr := q.desk.Visit(ctx, secret)
		if verr != nil {
			q.refuse(w, r, verr)
			return
		}
		cleaned, problems := submission.Clean(words(get), language.ForReader(visit.Language()))
		for _, p := range problems {
			if !p.Advice && done == "submit" {
				done = "save" // it is kept, and the page says what is missing
			}
		}
		if done == "submit" {
			_, err = q.desk.Submit(ctx, secret, version, cleaned)
		} else {
			_, err = q.desk.Save(ctx, secret, version, cleaned)
		}
		done = map[string]string{"save": "saved", "submit": "submitted"}[done]
	case "sign":
		_, err = q.desk.Sign(ctx, secret, version, get("digest"))
		done = "signed"
	case "keep":
		_, err = q.desk.Keep(ctx, secret, version)
		done = "kept"
	case "sign-translation":
		_, err = q.desk.SignTranslation(ctx, secret, get("language"), get("digest"))
		done = "signed"
	case "decline":
		_, err = q.desk.Decline(ctx, secret, version, clean(get("why"), 500))
		done = "declined"
	case "hand-on":
		_, err = q.desk.HandOn(ctx, secret, clean(get("to"), 200))
		done = "handed-on"
	case "withdraw":
		if get("sure") != "yes" {
			err = fmt.Errorf("%w: tick the box first, so that nothing is withdrawn by mistake", coalition.ErrState)
			break
		}
		_, err = q.desk.Withdraw(ctx, secret, clean(get("why"), 500))
		done = "withdrawn"
	case "sign-on":
		if get("sure") != "yes" {
			err = fmt.Errorf("%w: tick the box first: it says that you may sign for your organization", coalition.ErrState)
			break
		}
		_, err = q.desk.SignOn(ctx, secret)
		done = "signed-on"
	case "photo":
		_, err = q.takePhoto(r, secret)
		done = "photo"
	default:
		err = fmt.Errorf("%w: this page does not know what to do", coalition.ErrState)
	}
	if err != nil {
		q.refuse(w, r, err)
		return
	}
	place := "#status"
	if done == "saved" {
		place = "#preview" // what comes next is to look at it, and to sign
	}
	http.Redirect(w, r, coalition.Path+secret+"?done="+url.QueryEscape(done)+place, http.StatusSeeOther)
}

// parseForm reads a form with or without a file, within bounds.
func parseForm(w http.ResponseWriter, r *http.Request) error {
	if strings.HasPrefix(r.Header.Get("Content-Type"), "multipart/form-data") {
		return r.ParseMultipartForm(1 << 20)
	}
	return r.ParseForm()
}

// refuse says why an act was not done. What was typed is shown, so that it is not
// lost.
func (q *portal) refuse(w http.ResponseWriter, r *http.Request, err error) {
	if err == nil || errors.Is(err, coalition.ErrUnknown) {
		q.say(w, http.StatusNotFound, "", language.BadLinkTitle, language.BadLinkText, noButton, "")
		return
	}
	status, why := http.StatusConflict, ""
	var conflict *coalition.ConflictError
	switch {
	case errors.As(err, &conflict):
		why = "The words in the release were changed meanwhile, so nothing was written. They are shown below: sign those, or write others."
	case errors.Is(err, coalition.ErrChanged):
		why = "Somebody else changed this quote while you had the page open. What stands here now is theirs; nothing of it was written over."
	case errors.Is(err, coalition.ErrWords) && strings.Contains(err.Error(), ": "):
		_, why, _ = strings.Cut(err.Error(), ": ")
		why = strings.ToUpper(why[:1]) + why[1:] + "."
	case errors.Is(err, coalition.ErrWords):
		why = "The words changed after they were shown to you, so nothing was signed. Please look at them again."
	case errors.Is(err, coalition.ErrClosed):
		status, why = http.StatusForbidden, "The deadline has passed, so nothing was changed. Ask whoever wrote to you to open the link again."
	case errors.Is(err, coalition.ErrSent):
		status, why = http.StatusForbidden, "The release has gone out, so nothing can be handed in any more."
	case errors.Is(err, coalition.ErrState):
		_, why, _ = strings.Cut(err.Error(), ": ")
		if why == "" {
			why = "that is not possible now"
		}
		why = strings.ToUpper(why[:1]) + why[1:] + "."
	default:
		q.fail(w, err)
		return
	}
	now, verr := q.desk.Visit(r.Context(), r.PathValue("secret"))
	if verr != nil {
		q.fail(w, verr)
		return
	}
	view := q.view(r, now)
	view.Bad = why
	if typed := r.PostForm.Get("text"); typed != "" && len(typed) < 1<<16 {
		view.Lost = typed
	}
	q.render(w, status, view)
}

// tooLarge answers a form that goes over what is read.
func (q *portal) tooLarge(w http.ResponseWriter, r *http.Request) {
	v, err := q.desk.Visit(r.Context(), r.PathValue("secret"))
	if err != nil {
		q.refuse(w, r, err)
		return
	}
	view := q.view(r, v)
	view.Bad = "That was more than this page takes, so nothing was changed: a quote has at most 4,000 characters, a photo at most 12 MB."
	q.render(w, http.StatusRequestEntityTooLarge, view)
}

// live is the preview while somebody types: it keeps nothing.
func (q *portal) live(w http.ResponseWriter, r *http.Request) {
	v, err := q.desk.Visit(r.Context(), r.PathValue("secret"))
	if err == nil {
		err = parseForm(w, r)
	}
	if err != nil {
		http.Error(w, "", http.StatusNotFound)
		return
	}
	cat := language.ForReader(v.Language())
	view := &quoteView{Visit: v}
	cleaned, _ := submission.Clean(words(r.PostForm.Get), cat)
	view.Words = cleaned
	q.preview(view, cat)
	var b bytes.Buffer
	if err := quotePage.ExecuteTemplate(&b, "preview", view); err != nil {
		http.Error(w, "", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Write(b.Bytes())
}

// draft is the release as far as the lead shows it.
func (q *portal) draft(w http.ResponseWriter, r *http.Request) {
	page, err := q.desk.Draft(r.Context(), r.PathValue("secret"))
	if err != nil {
		q.refuse(w, r, coalition.ErrUnknown)
		return
	}
	w.Header().Set("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'")
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Write(page)
}
