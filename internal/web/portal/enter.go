package portal

import (
	"cmp"
	"context"
	"errors"
	"net/http"
	netmail "net/mail"

	"pressroom/internal/coalition"
	"pressroom/internal/language"
	"pressroom/internal/links"
	"pressroom/internal/people"
	"pressroom/internal/web/page"
)

// stranger is whoever holds a link to the portal.
func (q *Portal) stranger(r *http.Request, v *coalition.Visit) page.Guest {
	masked := v.Person
	if a, err := netmail.ParseAddress(v.Person); err == nil {
		masked = people.Mask(a.Address)
	}
	cat, _ := q.reads(r, v)
	ask, _ := links.Say(q.Languages, cat.Tag, links.AskQuote, v.Asker(cat), masked)
	return page.Guest{
		Link: v.MailedLink(r.PathValue("secret")), Language: cat.Tag, Masked: masked, Ask: ask, Tongues: q.tongues(r, cat.Tag),
	}
}

// guest is stranger, with the way for colleagues.
func (q *Portal) guest(r *http.Request, v *coalition.Visit) page.Guest {
	g := q.stranger(r, v)
	g.Colleague = func(ctx context.Context, address string) error {
		return q.desk.Colleague(ctx, r.PathValue("secret"), address)
	}
	return g
}

// address is that of the page.
func (q *Portal) address(r *http.Request) string {
	return q.Base() + coalition.Path + r.PathValue("secret")
}

// enter looks whose link was opened, and whether they were let in.
func (q *Portal) enter(r *http.Request) (*coalition.Visit, page.Pass, error) {
	v, err := q.desk.Visit(r.Context(), r.PathValue("secret"))
	if err != nil {
		return nil, page.Pass{}, err
	}
	pass, err := q.door.Pass(r, q.stranger(r, v), r.FormValue("ticket"))
	return v, pass, err
}

// fail says that a link opens nothing, and whom to write to, or that something went wrong.
func (q *Portal) fail(w http.ResponseWriter, r *http.Request, err error) {
	if !errors.Is(err, coalition.ErrUnknown) {
		q.Broken(w, err)
		return
	}
	gone := &coalition.GoneError{Reads: q.Language}
	status, taken := http.StatusNotFound, errors.As(err, &gone)
	wishes := append(wishesOf(r), gone.Reads)
	cat, _ := q.Languages.ForPartner(false, wishes...)
	said := q.Languages.ForReader(cat.Tag).Page(language.BadLinkText)
	if taken {
		status, said = http.StatusGone, cat.Portal("gone_text")
	}
	name, address := q.Organization, q.WriteTo
	if a, err := netmail.ParseAddress(gone.Asker); err == nil {
		name, address = cmp.Or(a.Name, q.Organization), a.Address
	}
	said += q.WriteUs(cat, name, address)
	q.Show(w, status, page.SayPage, page.View{
		Site: q.Site, Language: cat.Tag, Title: q.Languages.ForReader(cat.Tag).Page(language.BadLinkTitle), Text: said,
	})
}

// tooMany says that somebody posts too often, in the language that they read.
func (q *Portal) tooMany(w http.ResponseWriter, r *http.Request, reads string) {
	cat, _ := q.Languages.ForPartner(false, append(wishesOf(r), reads, q.Language)...)
	q.TooManyIn(w, cat.Tag)
}

// inside serves what only those see who were let in; others are led to the page.
func (q *Portal) inside(next func(w http.ResponseWriter, r *http.Request, v *coalition.Visit)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		v, pass, err := q.enter(r)
		switch {
		case err != nil:
			q.fail(w, r, err)
		case pass.In():
			next(w, r, v)
		default:
			http.Redirect(w, r, q.address(r), http.StatusSeeOther)
		}
	}
}
