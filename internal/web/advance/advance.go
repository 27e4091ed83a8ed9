// Package advance is the pages behind the links in notices and advance copies: whoever
// is asked agrees to the embargo there, or says no; whoever has a copy finds its forms
// and files there.
package advance

import (
	"embed"
	"errors"
	"html/template"
	"net/http"

	"pressroom/internal/agreement"
	"pressroom/internal/language"
	"pressroom/internal/people"
	"pressroom/internal/publication"
	"pressroom/internal/web/page"
)

//go:embed pages
var files embed.FS

var askPage = page.Parse(files, "pages/ask.html")

// Advance is these pages.
type Advance struct {
	*page.Site
	door   *page.Door
	desk   *agreement.Desk
	public *publication.Reader
}

// New returns the pages. public knows which releases are out by now.
func New(site *page.Site, door *page.Door, desk *agreement.Desk, public *publication.Reader) *Advance {
	return &Advance{Site: site, door: door, desk: desk, public: public}
}

// Routes adds their addresses.
func (a *Advance) Routes(mux *http.ServeMux) {
	mux.HandleFunc("GET "+agreement.Path+"{token}", a.show)
	mux.HandleFunc("POST "+agreement.Path+"{token}", a.act)
	mux.HandleFunc("GET "+agreement.Path+"{token}/{file...}", a.file)
}

const maxForm = 4 << 10

// view is what the page of an offer shows.
type view struct {
	page.View
	Texts, Terms []string
	Buttons      []button
	Link         template.URL // of the one thing to do, where that is no button; "" for none
	LinkText     string
}

// button sends one answer.
type button struct {
	Action, Text string
	Second       bool
}

// show is what a link shows: to programs as to people who the press office is, the terms,
// and buttons.
func (a *Advance) show(w http.ResponseWriter, r *http.Request) {
	v, err := a.desk.Visit(r.Context(), r.PathValue("token"))
	if err == nil && v.Stage == agreement.Reading {
		a.enter(w, r, v)
		return
	}
	a.answer(w, v, err)
}

// act is a button. It works in any browser, and pressed twice it is pressed once.
func (a *Advance) act(w http.ResponseWriter, r *http.Request) {
	if a.From(r) == page.Foreign {
		a.Elsewhere(w, a.Language)
		return
	}
	token := r.PathValue("token")
	v, err := a.desk.Visit(r.Context(), token)
	if err != nil {
		a.answer(w, nil, err)
		return
	}
	if !a.Limits.Allow(agreement.Path + token) {
		a.TooMany(w)
		return
	}
	r.Body = http.MaxBytesReader(w, r.Body, maxForm)
	if err := r.ParseForm(); err != nil {
		http.Error(w, "The form could not be read.", http.StatusBadRequest)
		return
	}
	if v.Stage == agreement.Reading {
		a.open(w, r, v)
		return
	}
	if !a.Posts.Enter(r.Context()) {
		return
	}
	defer a.Posts.Leave()
	from := agreement.Sender{Remote: a.Host(r), Browser: page.Line(r.UserAgent(), 300)}
	switch r.PostForm.Get("action") {
	case "agree":
		v, err = a.desk.Agree(r.Context(), token, false, from)
	case "all":
		v, err = a.desk.Agree(r.Context(), token, true, from)
	case "decline":
		v, err = a.desk.Decline(r.Context(), token, from)
	}
	a.answer(w, v, err)
}

// answer shows how things stand with a link.
func (a *Advance) answer(w http.ResponseWriter, v *agreement.Visit, err error) {
	if errors.Is(err, agreement.ErrUnknown) {
		a.Unknown(w)
		return
	}
	if err != nil {
		a.Broken(w, err)
		return
	}
	if v.Stage == agreement.IsTest {
		a.Say(w, http.StatusOK, v.Language, language.TestTitle, language.TestText, page.NoButton, "")
		return
	}
	a.Show(w, http.StatusOK, askPage, a.view(v))
}

// view says how things stand, in the language of whom the link belongs to.
func (a *Advance) view(v *agreement.Visit) view {
	cat := a.catalogue(v)
	out := view{View: page.View{Site: a.Site, Language: cat.Tag}}
	until, masked := "", people.Mask(v.Address)
	if !v.Until.IsZero() {
		until = cat.Instant(v.Until, v.Zones...)
	}
	say := func(title language.EmbargoPhrase, texts ...string) { out.Title, out.Texts = cat.Embargo(title), texts }
	switch v.Stage {
	case agreement.Asking:
		say(language.AgreeTitle, cat.Embargo(language.AgreeAsk, v.Organization, masked, until))
		out.Terms = v.Terms.Lines()
		out.Buttons = append(a.agreeing(cat, v), button{"decline", cat.Embargo(language.DeclineButton), true})
	case agreement.HasSaid:
		say(language.AgreedTitle, cat.Embargo(language.AgreedText, masked, until))
		if v.Standing {
			out.Texts = append(out.Texts, cat.Embargo(language.AgreedAll, v.Organization))
		}
		out.Terms = v.Terms.Lines()
	case agreement.HasNot:
		say(language.DeclinedTitle, cat.Embargo(language.DeclinedText))
		out.Terms, out.Buttons = v.Terms.Lines(), a.agreeing(cat, v)
	case agreement.IsPublic:
		say(language.IsOutTitle, cat.Embargo(language.IsOutText))
		if address := v.Published(a.public.Index()); address != "" {
			out.Link, out.LinkText = template.URL(a.Base()+"/"+address), cat.Embargo(language.IsOutLink)
		}
	default:
		say(language.NoCopyTitle, cat.Embargo(language.NoCopyText))
	}
	return out
}

// agreeing are the buttons that agree.
func (a *Advance) agreeing(cat *language.Catalogue, v *agreement.Visit) []button {
	out := []button{{"agree", cat.Embargo(language.AgreeOne), false}}
	if v.All {
		out = append(out, button{"all", cat.Embargo(language.AgreeAll), true})
	}
	return out
}
