// Package portal is the pages of partners: each handler calls one function of the
// coalition and shows what came of it. Everything works without script.
package portal

import (
	"bytes"
	"cmp"
	"context"
	"embed"
	"net/http"
	netmail "net/mail"
	"net/url"
	"runtime"
	"strings"

	"pressroom/internal/coalition"
	"pressroom/internal/language"
	"pressroom/internal/photo"
	"pressroom/internal/render/text"
	"pressroom/internal/submission"
	"pressroom/internal/web/page"
)

//go:embed pages
var files embed.FS

var quotePage = page.Parse(files, "pages/quote.html", "pages/part.html")

// Portal is the pages of partners.
type Portal struct {
	*page.Site
	desk *coalition.Desk
	door *page.Door
	// forms and uploads are read from so many at once.
	forms, uploads *page.Places
	light, heavy   page.Queue // what takes the processor, and what takes memory too
}

// New returns the pages of those who are asked for quotes.
func New(site *page.Site, door *page.Door, desk *coalition.Desk) *Portal {
	// What partners ask for leaves half of the processors to delivery.
	return &Portal{
		Site: site, door: door, desk: desk, forms: page.NewPlaces(formsAtOnce, formsOfALink), uploads: page.NewPlaces(uploadsAtOnce,
			uploadsOfALink),
		light: page.NewQueue(runtime.GOMAXPROCS(0) / 2), heavy: page.NewQueue(1),
	}
}

// Routes adds the addresses of the portal.
func (q *Portal) Routes(mux *http.ServeMux) {
	mux.HandleFunc("GET "+coalition.Path+"{secret}", q.page)
	mux.HandleFunc("POST "+coalition.Path+"{secret}", q.byLink(false, q.act))
	mux.HandleFunc("POST "+coalition.Path+"{secret}/live", q.byLink(true, q.live))
	mux.HandleFunc("GET "+coalition.Path+"{secret}/draft", q.inside(q.draft))
	mux.HandleFunc("GET "+coalition.Path+"{secret}/photo", q.inside(q.photo))
	mux.HandleFunc("GET "+coalition.Path+"{secret}/edition/{file}", q.inside(q.edition))
	mux.HandleFunc("GET /quote.js", func(w http.ResponseWriter, r *http.Request) {
		page.Static(w, r, files, "pages/quote.js")
	})
}

// byLink bounds how often, and how many times at once, somebody may post who holds a
// link. What is no link of ours is not read.
func (q *Portal) byLink(often bool, next func(w http.ResponseWriter, r *http.Request, v *coalition.Visit, who string)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		v, who, err := q.holder(r)
		switch {
		case err != nil && !q.Limits.Allow(q.Host(r)):
			q.tooMany(w, r, "")
			return
		case err != nil:
			q.fail(w, r, err)
			return
		case !often && !q.Limits.Allow(who), !q.forms.Take(who):
			q.tooMany(w, r, v.Reads())
			return
		}
		defer q.forms.Free(who)
		next(w, r, v, who)
	}
}

// holder looks whose link a form was sent to, and whom that counts for.
func (q *Portal) holder(r *http.Request) (v *coalition.Visit, who string, err error) {
	v, err = q.desk.Visit(r.Context(), r.PathValue("secret"))
	if err != nil {
		return nil, "", err
	}
	who, err = q.door.Whose(r, q.stranger(r, v))
	return v, who, err
}

// portalPolicy lets the page load its own script, pictures and frame, and nothing
// from elsewhere.
const portalPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; " +
	"frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"

// quoteView is what the page shows.
type quoteView struct {
	*coalition.Visit
	page.View
	cat                           *language.Catalogue
	Spoken                        string // the language of the words, where it is not the page's
	NotYet                        string // that the page is not in the language it should be in
	Live                          string // where the preview comes from
	Address                       string // of the page
	Ticket, Query                 string // what lets its forms in, and what it loads
	Headline, Subhead             string
	Soft, Hard                    string
	Late                          bool
	Order                         string
	Words                         submission.Words
	Styles                        []page.Style
	Problems                      []submission.Problem
	Advice                        []submission.Problem
	Count                         int
	Reading                       []string
	Text                          string
	Digest                        string
	Whole                         bool // the words can be signed
	CanSign, CanWithdraw, CanEdit bool
	CanAnswer                     bool     // also after the release went out, where other words are proposed
	Signed                        []string // what was signed, as it reads
	SignedAt, SignedBy            string
	Differences                   []coalition.Difference // between the lead's words and the partner's
	Approve                       bool                   // others wrote the words: all there is to do is to sign
	Translations                  []translation
	Editions                      []editionLink
	PhotoTyped                    coalition.PhotoText // with a photo that was not taken
	Notice                        string
	Told                          []string // what was done with the words on the way
	Bad                           string   // what went wrong with the last act
	Lost                          string   // words that were not kept
}

// translation is the quote in another language, beside the words as they stand.
type translation struct {
	coalition.Rendition
	Reading, Beside []string
	Changed         []coalition.Difference // in the words since they were translated
}

type editionLink struct{ File, Name string }

func (q *Portal) view(r *http.Request, v *coalition.Visit, pass page.Pass) (*quoteView, error) {
	req := v.Request
	out := q.blank(r, v)
	cat := out.cat
	out.Title, out.Address, out.Headline = out.T("title"), q.address(r), req.Slug
	out.Tongues, out.Live = q.tongues(r, cat.Tag), out.Address+"/live"+languageQuery(r, "?")
	var err error
	if q.door != nil { // who looks at a preview came by no link
		if out.Ticket, err = q.door.Ticket(r.Context(), q.stranger(r, v)); err != nil {
			return nil, err
		}
	}
	if !pass.Cookie {
		out.Query = "?ticket=" + url.QueryEscape(out.Ticket)
	}
	out.Soft, out.Hard = v.When(cat, req.Soft), v.When(cat, req.Hard)
	out.Words = v.Words()
	if pass.Kept.Get("text") != "" {
		out.Words, out.Notice = page.Words(pass.Kept.Get), out.T("done_kept_words")
	}
	if v.Release != nil {
		out.Headline, out.Subhead = v.Release.Main().Headline, v.Release.Main().Subhead
		out.Order = out.order()
	}
	out.CanEdit = v.Closed == nil && req.State != coalition.Declined
	q.preview(out)
	out.Styles = out.styles(cmp.Or(out.Words.Style, submission.AfterFirst))
	out.CanAnswer = out.CanEdit || v.Reopened()
	out.CanSign = out.CanAnswer && out.Whole && len(pass.Kept) == 0 && v.Release != nil && !(req.State == coalition.Signed &&
		req.Proposal == nil)
	if a := v.Approval; a != nil && a.What == coalition.WasSigned || a != nil && a.What == coalition.WasRecorded {
		if got, _ := a.Words.Quote(req.Quote).Reads(a.Language); got != nil {
			out.Signed = got.Plain()
		}
		out.SignedAt, out.SignedBy = v.When(cat, a.At), a.Actor
		if a.What == coalition.WasRecorded {
			out.SignedBy = out.T("recorded_by", "note", a.Detail)
		}
		out.CanWithdraw = true
	}
	out.Differences = v.Proposed()
	out.Approve = out.CanSign && (req.Proposal != nil || req.State == coalition.Submitted)
	if out.Translations, err = q.translations(r.Context(), v); err != nil {
		return nil, err
	}
	if v.Lifted {
		out.Editions = q.editions(r, out)
	}
	return out, nil
}

// preview is the quote as it will stand.
func (q *Portal) preview(out *quoteView) {
	w, problems := submission.Clean(out.Words, language.Of(out.Visit.Language()))
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

func (q *Portal) translations(ctx context.Context, v *coalition.Visit) ([]translation, error) {
	all, err := q.desk.Renditions(ctx, v)
	var out []translation
	for _, t := range all {
		if t.Words.Reading == nil {
			continue
		}
		shown := translation{Rendition: t, Reading: t.Words.Reading.Plain()}
		if t.Beside.Reading != nil {
			shown.Beside = t.Beside.Reading.Plain()
		}
		if t.Was != nil {
			shown.Changed = coalition.Differences(*t.Was, submission.FromQuote(t.Beside))
		}
		out = append(out, shown)
	}
	return out, err
}

func (q *Portal) page(w http.ResponseWriter, r *http.Request) {
	v, pass, err := q.enter(r)
	q.remember(w, r)
	switch {
	case err != nil:
		q.fail(w, r, err)
	case pass.In():
		q.show(w, r, http.StatusOK, v, pass, doneIn(r, v))
	default:
		q.door.Ask(w, q.stranger(r, v), nil)
	}
}

// show is the page, with what was done.
func (q *Portal) show(w http.ResponseWriter, r *http.Request, status int, v *coalition.Visit, pass page.Pass, done string) {
	view, err := q.view(r, v, pass)
	if err != nil {
		q.fail(w, r, err)
		return
	}
	notice, rest, _ := strings.Cut(done, ",")
	if notice == "photo-small" {
		view.Notice = view.T("done_photo") + view.cat.Gap() + view.T("done_photo_small", "n", photo.Wanted)
	}
	if notices[notice] {
		view.Notice = view.T(language.PortalPhrase("done_" + strings.ReplaceAll(notice, "-", "_")))
	}
	switch {
	case notice == "submitted":
		others, err := q.desk.Others(r.Context(), v)
		if err != nil {
			q.fail(w, r, err)
			return
		}
		if len(others) == 0 {
			view.Notice = view.T("done_submitted_alone")
			break
		}
		view.Notice += view.cat.Gap() + view.T("done_submitted_to", "people", strings.Join(named(others), ", "))
	case notice == "saved":
		view.Notice += view.cat.Gap() + view.Put(v.Promise())
	case notice == "signed" && v.Standing.Waits():
		view.Notice = view.T("done_signed_late") + view.cat.Gap() + view.Put(v.Signing(v.Latest))
	case notice == "kept" && v.Request.Draft.Text == "":
		view.Notice = view.T("done_turned_down") + view.cat.Gap() + view.Put(v.Promise())
	case notice == "kept" && !v.SignedDraft():
		view.Notice = view.T("done_kept_unsigned") + view.cat.Gap() + view.Put(v.Promise())
	case notice == "withdrawn" || notice == "declined":
		view.Notice += view.cat.Gap() + view.Put(v.Will().Or(v.Was()).Or(language.Line("done_unprinted")))
	}
	for d := range strings.SplitSeq(rest, ",") {
		if said := view.Put(submission.Done(d).Say()); said != "" {
			view.Told = append(view.Told, said)
		}
	}
	q.render(w, status, view)
}

// named are people as they are called: by name, else by address.
func named(people []string) []string {
	out := make([]string, len(people))
	for i, p := range people {
		out[i] = p
		if a, err := netmail.ParseAddress(p); err == nil {
			out[i] = cmp.Or(a.Name, a.Address)
		}
	}
	return out
}

// notices are the names of what an act has done; each has a phrase that begins with
// done_.
var notices = map[string]bool{
	"saved": true, "submitted": true, "signed": true, "kept": true, "declined": true, "handed-on": true, "withdrawn": true,
	"signed-on": true, "photo": true, "photo-away": true,
}

func (q *Portal) render(w http.ResponseWriter, status int, v *quoteView) {
	w.Header().Set("Content-Security-Policy", portalPolicy)
	q.Show(w, status, quotePage, v)
}

// live is the preview while somebody types: it keeps nothing.
func (q *Portal) live(w http.ResponseWriter, r *http.Request, _ *coalition.Visit, _ string) {
	r.Body = http.MaxBytesReader(w, r.Body, maxLive)
	if err := formError(r.ParseForm()); err != nil {
		status, _ := because(err)
		http.Error(w, "", status)
		return
	}
	if !q.light.Enter(r.Context()) {
		return
	}
	defer q.light.Leave()
	v, pass, err := q.enter(r)
	if err != nil {
		q.fail(w, r, err)
		return
	}
	if !pass.In() {
		http.Error(w, "", http.StatusForbidden)
		return
	}
	view := q.blank(r, v)
	cleaned, problems := submission.Clean(page.Words(r.PostForm.Get), language.Of(v.Language()))
	view.Words = cleaned
	q.preview(view)
	for _, p := range problems {
		if p.Done != "" {
			view.Told = append(view.Told, view.Put(p.Say))
		}
	}
	var b bytes.Buffer
	if err := quotePage.ExecuteTemplate(&b, "preview", view); err != nil {
		q.fail(w, r, err)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Write(b.Bytes())
}
