package advance

import (
	"bytes"
	"errors"
	"html/template"
	"mime"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"
	"time"

	"pressroom/internal/agreement"
	"pressroom/internal/language"
	"pressroom/internal/people"
	"pressroom/internal/publication"
	"pressroom/internal/web/page"
)

var copyPage = page.Parse(files, "pages/copy.html")

// guest is whoever holds the link in an advance copy.
func (a *Advance) guest(r *http.Request, v *agreement.Visit) page.Guest {
	cat, masked := a.catalogue(v), people.Mask(v.Address)
	ask := cat.Embargo(language.CopyPageAsk, masked, cat.Instant(v.Until, v.Zones...))
	if a.desk.Records() {
		ask += " " + cat.Embargo(language.CopyPageRecord)
	}
	if a.desk.References() {
		ask += " " + cat.Embargo(language.TermsReference)
	}
	return page.Guest{
		Link: v.MailedLink(r.PathValue("token")), Language: v.Language, Masked: masked, Title: cat.Embargo(language.AgreeTitle), Ask: ask,
	}
}

// catalogue has the phrases for whom a link belongs to: English, where their language
// has none about embargoes.
func (a *Advance) catalogue(v *agreement.Visit) *language.Catalogue {
	cat := a.Languages.ForReader(v.Language)
	if !cat.SpeaksOfEmbargoes() {
		cat = a.Languages.Of("en")
	}
	return cat
}

// enter shows the page to a browser that was let in, and the button to others.
func (a *Advance) enter(w http.ResponseWriter, r *http.Request, v *agreement.Visit) {
	g := a.guest(r, v)
	pass, err := a.door.Pass(r, g, r.URL.Query().Get("ticket"))
	switch {
	case err != nil:
		a.Broken(w, err)
	case pass.In():
		a.read(w, r, v, g, !pass.Cookie)
	default:
		a.door.Ask(w, g, nil)
	}
}

// open is the button before the page.
func (a *Advance) open(w http.ResponseWriter, r *http.Request, v *agreement.Visit) {
	g := a.guest(r, v)
	if _, ok := a.door.Admit(w, r, g, r.PostForm); ok {
		a.read(w, r, v, g, true)
	}
}

// copyView is what the page of an advance copy shows.
type copyView struct {
	page.View
	Embargo, Headline, Subhead       string
	Changed                          []string
	ChangedTitle                     string
	Read                             link
	Forms, Files, Others             []link
	FilesTitle, OthersTitle, Contact string
	Contacts                         []contact
}

type link struct {
	URL        template.URL
	Text, Kind string
	Language   string
}

type contact struct {
	publication.Contact
	Tel template.URL
}

// read shows the page. With ticket its links let in a browser that keeps no cookie.
func (a *Advance) read(w http.ResponseWriter, r *http.Request, v *agreement.Visit, g page.Guest, ticket bool) {
	c, err := a.desk.Read(r.Context(), v)
	if errors.Is(err, agreement.ErrNoPage) {
		v.Stage = agreement.Closed
		a.answer(w, v, nil)
		return
	}
	query := ""
	if err == nil && ticket {
		var secret string
		secret, err = a.door.Ticket(r.Context(), g)
		query = "?ticket=" + url.QueryEscape(secret)
	}
	if err != nil {
		a.Broken(w, err)
		return
	}
	below := a.Base() + agreement.Path + url.PathEscape(r.PathValue("token")) + "/"
	at := func(address string) template.URL {
		return template.URL(below + (&url.URL{Path: address}).EscapedPath() + query)
	}
	cat := a.catalogue(v)
	out := copyView{
		View: page.View{Site: a.Site, Language: cat.Tag, Title: c.Headline}, Headline: c.Headline, Subhead: c.Subhead,
		Embargo: cat.Say(language.AdvanceCopy, cat.Instant(c.Until, v.Zones...)),
		Changed: c.Changed, ChangedTitle: cat.Embargo(language.CopyPageChanged),
		FilesTitle: cat.Say(language.Documents), OthersTitle: cat.Say(language.AvailableIn),
	}
	out.Contact = cat.Say(language.ContactLabel)
	if len(c.Contacts) > 1 {
		out.Contact = cat.Say(language.ContactsLabel)
	}
	for _, p := range c.Contacts {
		out.Contacts = append(out.Contacts, contact{p, template.URL(p.Dial)})
	}
	for _, f := range c.Forms {
		if f.Page {
			out.Read = link{URL: at(f.Address), Text: cat.Embargo(language.IsOutLink), Language: c.Language}
			continue
		}
		out.Forms = append(out.Forms, link{URL: at(f.Address), Text: path.Base(f.Address), Language: c.Language})
	}
	for _, f := range c.Files {
		out.Files = append(out.Files, link{URL: at(f.Address), Text: path.Base(f.Address)})
	}
	for _, o := range c.Others {
		for _, f := range o.Forms {
			if f.Page {
				out.Others = append(out.Others, link{URL: at(f.Address), Text: a.Languages.Of(o.Language).Name, Language: o.Language})
			}
		}
	}
	a.Show(w, http.StatusOK, copyPage, out)
}

// file hands out a form or a file of an advance copy to those who were let in. Once the
// embargo has ended it leads to where everybody has it.
func (a *Advance) file(w http.ResponseWriter, r *http.Request) {
	v, err := a.desk.Visit(r.Context(), r.PathValue("token"))
	if errors.Is(err, agreement.ErrUnknown) {
		a.Unknown(w)
		return
	}
	if err != nil {
		a.Broken(w, err)
		return
	}
	address := r.PathValue("file")
	if v.Stage == agreement.IsPublic {
		if _, ok := a.public.Index().At(address); ok {
			http.Redirect(w, r, a.Base()+"/"+(&url.URL{Path: address}).EscapedPath(), http.StatusSeeOther)
			return
		}
	}
	if v.Stage != agreement.Reading {
		a.answer(w, v, nil)
		return
	}
	pass, err := a.door.Pass(r, a.guest(r, v), r.URL.Query().Get("ticket"))
	if err != nil {
		a.Broken(w, err)
		return
	}
	if !pass.In() {
		http.Redirect(w, r, a.Base()+agreement.Path+url.PathEscape(r.PathValue("token")), http.StatusSeeOther)
		return
	}
	f, err := a.desk.Download(r.Context(), v, address)
	if errors.Is(err, agreement.ErrNoPage) {
		a.Unknown(w)
		return
	}
	if err != nil {
		a.Broken(w, err)
		return
	}
	hand(w, r, f)
}

// policy is that of what is downloaded: a page brings its styles with it, a file nothing,
// and neither runs anything of another site.
const policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src 'self' data:; media-src 'self'; " +
	"object-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

// hand hands a file out. It is kept nowhere on the way, so that each download is seen.
func hand(w http.ResponseWriter, r *http.Request, f *agreement.File) {
	h := w.Header()
	h.Set("Content-Security-Policy", policy)
	if !f.Page {
		h.Set("Content-Security-Policy", strings.Replace(policy, "script-src 'unsafe-inline'; ", "", 1))
	}
	h.Set("Content-Type", f.Type)
	if !f.Page && !shown(f.Type) {
		h.Set("Content-Disposition", "attachment")
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(f.Data))
}

// shown tells whether browsers show a file of a type and run nothing in it.
func shown(kind string) bool {
	base, _, err := mime.ParseMediaType(kind)
	return err == nil && slices.Contains([]string{"text/plain", "application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp"}, base)
}
