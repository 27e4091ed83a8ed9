// Package person is a journalist's own pages: leaving the list, undoing that, and
// changing what is known of them.
package person

import (
	"context"
	"embed"
	"errors"
	"net/http"
	"slices"
	"strings"

	"pressroom/internal/contacts"
	"pressroom/internal/language"
	"pressroom/internal/links"
	"pressroom/internal/mail"
	"pressroom/internal/people"
	"pressroom/internal/web/page"
)

//go:embed pages
var files embed.FS

var (
	detailsPage = page.Parse(files, "pages/person.html")
	sayPage     = page.SayPage
)

// Person is a journalist's own pages.
type Person struct {
	*page.Site
	people *people.Desk
	// lookup finds what press lists say of an address, by its key; nil if none is
	// to be asked.
	lookup func(ctx context.Context, key string) (*contacts.Journalist, error)
	door   *page.Door
}

// New returns the pages of a journalist. Lookup finds what press lists say of an
// address, by its key, or nil if they say nothing; it may itself be nil.
func New(site *page.Site, door *page.Door, desk *people.Desk, lookup func(ctx context.Context, key string) (*contacts.Journalist,
	error),
) *Person {
	return &Person{Site: site, people: desk, lookup: lookup, door: door}
}

// Routes adds the addresses of a journalist's pages.
func (p *Person) Routes(mux *http.ServeMux) {
	mux.HandleFunc("GET "+people.LeavePath+"{token}", p.leavePage)
	mux.HandleFunc("POST "+people.LeavePath+"{token}", p.here(p.inTurn(p.leave)))
	mux.HandleFunc("GET "+people.UndoPath+"{token}", p.undoPage)
	mux.HandleFunc("POST "+people.UndoPath+"{token}", p.here(p.limited(p.inTurn(p.undo))))
	mux.HandleFunc("GET "+people.BackPath+"{token}", p.backPage)
	mux.HandleFunc("POST "+people.BackPath+"{token}", p.here(p.limited(p.inTurn(p.back))))
	mux.HandleFunc("GET "+people.DetailsPath+"{token}", p.detailsPage)
	mux.HandleFunc("POST "+people.DetailsPath+"{token}", p.limited(p.details))
	mux.HandleFunc("GET "+people.MePath+"{secret}", p.mePage)
	mux.HandleFunc("POST "+people.MePath+"{secret}", p.limited(p.me))
}

const maxForm = 16 << 10

// limited bounds how often one address may ask for what changes or mails something.
// The form is read before its turn, so that who sends slowly keeps nobody waiting.
func (p *Person) limited(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if !p.Limits.Allow(p.whose(r)) {
			p.TooMany(w)
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, maxForm)
		if err := r.ParseForm(); err != nil {
			http.Error(w, "The form could not be read.", http.StatusBadRequest)
			return
		}
		next(w, r)
	}
}

// whose is whom a request counts for: whose link it is, so that strangers take
// nothing from them, and where it is no link of ours who sends it.
func (p *Person) whose(r *http.Request) string {
	for purpose, path := range map[mail.Purpose]string{mail.ForUndo: people.UndoPath, mail.ForDetails: people.DetailsPath} {
		if strings.HasPrefix(r.URL.Path, path) {
			if v, err := p.people.Visit(r.Context(), purpose, r.PathValue("token")); err == nil {
				return string(purpose) + " " + v.Key
			}
		}
	}
	if own, err := p.people.OpenLink(r.Context(), r.PathValue("secret")); err == nil {
		return people.MePath + own.Key
	}
	return p.Host(r)
}

// here refuses what was sent by a page of another site. Who holds the link may do
// what it is for, so that a browser which says nothing of where it was is no reason
// to refuse; nor are mail providers, who post without an Origin.
func (p *Person) here(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if p.From(r) == page.Foreign {
			p.Elsewhere(w, p.Language)
			return
		}
		next(w, r)
	}
}

// inTurn lets so many at once change something. One-click requests come in numbers
// from a mail provider's machines: they wait for nothing else, and no form of theirs
// is asked for.
func (p *Person) inTurn(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if p.Posts.Enter(r.Context()) {
			defer p.Posts.Leave()
			next(w, r)
		}
	}
}

// view is what the page of details shows.
type view struct {
	page.View
	Form   *form
	Say    labels
	Ticket string
}

type labels struct {
	Name, Outlet, Beats, Language, Format, HTML, Text, Attach, AsIs, Attached, Links, Embargo, EmbargoNote string
}

type form struct {
	Name, Outlet, Beats, Attachments string
	TextOnly, Embargo                bool
	Unsaid                           bool // nothing was said of embargoes
	Languages                        []choice
}

type choice struct {
	Tag, Name string
	Chosen    bool
}

func (p *Person) fail(w http.ResponseWriter, err error) {
	if errors.Is(err, people.ErrUnknown) || errors.Is(err, people.ErrErased) {
		p.Unknown(w)
		return
	}
	p.Broken(w, err)
}

// visited shows a page for whoever a link belongs to, or what is wrong with it.
func (p *Person) visited(w http.ResponseWriter, v *people.Visitor, err error, title, text, button language.PagePhrase) {
	switch {
	case err != nil:
		p.fail(w, err)
	case v.Test:
		p.Say(w, http.StatusOK, v.Language, language.TestTitle, language.TestText, page.NoButton, "")
	default:
		p.Say(w, http.StatusOK, v.Language, title, text, button, v.Masked())
	}
}

// noLink answers whoever wants to leave by a link that is none, as where a mail program
// added a sign to it: they are told to whom to write.
func (p *Person) noLink(w http.ResponseWriter, err error) bool {
	if !errors.Is(err, people.ErrUnknown) || p.WriteTo == "" {
		return false
	}
	cat := p.Languages.ForReader(p.Language)
	p.Show(w, http.StatusNotFound, sayPage, page.View{
		Site: p.Site, Language: cat.Tag, Title: cat.Page(language.BadLinkTitle), Text: cat.Page(language.BadLinkWrite, p.WriteTo),
	})
	return true
}

func (p *Person) leavePage(w http.ResponseWriter, r *http.Request) {
	v, err := p.people.Visit(r.Context(), mail.ForLeaving, r.PathValue("token"))
	if p.noLink(w, err) {
		return
	}
	p.visited(w, v, err, language.LeaveTitle, language.LeaveAsk, language.LeaveButton)
}

// leave is the button, and the one-click request of a mail program (RFC 8058).
func (p *Person) leave(w http.ResponseWriter, r *http.Request) {
	v, err := p.people.Leave(r.Context(), r.PathValue("token"))
	if p.noLink(w, err) {
		return
	}
	p.visited(w, v, err, language.LeftTitle, language.LeftText, page.NoButton)
}

func (p *Person) undoPage(w http.ResponseWriter, r *http.Request) {
	v, err := p.people.MayUndo(r.Context(), r.PathValue("token"))
	p.visited(w, v, err, language.UndoTitle, language.UndoAsk, language.UndoButton)
}

func (p *Person) undo(w http.ResponseWriter, r *http.Request) {
	v, err := p.people.Undo(r.Context(), r.PathValue("token"))
	p.visited(w, v, err, language.BackTitle, language.BackText, page.NoButton)
}

// backPage is the page of an invitation: a button, and nothing happens without it.
func (p *Person) backPage(w http.ResponseWriter, r *http.Request) {
	i, err := p.people.MayComeBack(r.Context(), r.PathValue("token"))
	if err != nil {
		p.fail(w, err)
		return
	}
	p.Say(w, http.StatusOK, i.Language, language.UndoTitle, language.UndoAsk, language.UndoButton, i.Masked())
}

func (p *Person) back(w http.ResponseWriter, r *http.Request) {
	i, err := p.people.ComeBack(r.Context(), r.PathValue("token"))
	if err != nil {
		p.fail(w, err)
		return
	}
	p.Say(w, http.StatusOK, i.Language, language.BackTitle, language.BackText, page.NoButton, i.Masked())
}

// guest is whoever holds the link to details that stands in every release.
func (p *Person) guest(v *people.Visitor, token string) page.Guest {
	cat := p.Languages.ForReader(v.Language)
	return page.Guest{
		Link: v.MailedLink(token), Language: v.Language, Masked: v.Masked(),
		Title: cat.Page(language.DetailsTitle), Ask: cat.Page(language.DetailsAsk, v.Masked()), Button: cat.Page(language.DetailsButton),
		SentTitle: cat.Page(language.LinkSentTitle), Sent: cat.Page(language.LinkSentText, v.Masked()),
	}
}

// ownGuest is whoever holds a link that was mailed for their details.
func (p *Person) ownGuest(own *people.Own, secret string) page.Guest {
	masked := people.Mask(own.Address)
	ask, _ := links.Say(p.Languages, own.Language, links.AskDetails, masked)
	return page.Guest{
		Link: own.MailedLink(secret), Language: own.Language, Masked: masked, Ask: ask,
		Title: p.Languages.ForReader(own.Language).Page(language.MeTitle),
	}
}

func (p *Person) detailsPage(w http.ResponseWriter, r *http.Request) {
	v, err := p.people.Visit(r.Context(), mail.ForDetails, r.PathValue("token"))
	if err != nil || v.Test {
		p.visited(w, v, err, language.DetailsTitle, language.DetailsAsk, language.DetailsButton)
		return
	}
	p.enter(w, r, p.guest(v, r.PathValue("token")), v.Key, v.Address)
}

// details mails a link, or takes the form of somebody who was let in.
func (p *Person) details(w http.ResponseWriter, r *http.Request) {
	v, err := p.people.Visit(r.Context(), mail.ForDetails, r.PathValue("token"))
	if err != nil || v.Test {
		p.visited(w, v, err, language.LinkSentTitle, language.LinkSentText, page.NoButton)
		return
	}
	g := p.guest(v, r.PathValue("token"))
	pass, ok := p.door.Admit(w, r, g, r.PostForm)
	switch {
	case !ok:
	case pass.Opened:
		p.form(w, r, g, v.Key, v.Address)
	default:
		p.save(w, r, v.Language, func(ctx context.Context, c contacts.Change) error { return p.people.Change(ctx, v.Key, c) })
	}
}

func (p *Person) mePage(w http.ResponseWriter, r *http.Request) {
	own, err := p.people.OpenLink(r.Context(), r.PathValue("secret"))
	if err != nil {
		p.fail(w, err)
		return
	}
	p.enter(w, r, p.ownGuest(own, r.PathValue("secret")), own.Key, own.Address)
}

func (p *Person) me(w http.ResponseWriter, r *http.Request) {
	secret := r.PathValue("secret")
	own, err := p.people.OpenLink(r.Context(), secret)
	if err != nil {
		p.fail(w, err)
		return
	}
	g := p.ownGuest(own, secret)
	pass, ok := p.door.Admit(w, r, g, r.PostForm)
	switch {
	case !ok:
	case pass.Opened:
		p.form(w, r, g, own.Key, own.Address)
	default:
		p.save(w, r, own.Language, func(ctx context.Context, c contacts.Change) error {
			_, err := p.people.Save(ctx, secret, c)
			return err
		})
	}
}

// enter shows the form to a browser that was let in, and the button to others.
func (p *Person) enter(w http.ResponseWriter, r *http.Request, g page.Guest, key, address string) {
	pass, err := p.door.Pass(r, g, "")
	switch {
	case err != nil:
		p.fail(w, err)
	case pass.In():
		p.form(w, r, g, key, address)
	default:
		p.door.Ask(w, g, nil)
	}
}

// form shows the details of an address.
func (p *Person) form(w http.ResponseWriter, r *http.Request, g page.Guest, key, address string) {
	j := &contacts.Journalist{Email: address, Key: key}
	ticket, err := p.door.Ticket(r.Context(), g)
	if err == nil && p.lookup != nil {
		var found *contacts.Journalist
		if found, err = p.lookup(r.Context(), key); found != nil {
			j = found
		}
	}
	if err != nil {
		p.fail(w, err)
		return
	}
	cat := p.Languages.ForReader(g.Language)
	p.Show(w, http.StatusOK, detailsPage, view{
		View: page.View{Site: p.Site, Language: cat.Tag, Title: cat.Page(language.MeTitle), Text: address, Button: cat.Page(language.MeSave)},
		Form: newForm(j, p.Languages), Say: say(cat), Ticket: ticket,
	})
}

// save keeps what a form says.
func (p *Person) save(w http.ResponseWriter, r *http.Request, tag string, keep func(context.Context, contacts.Change) error) {
	if !p.Posts.Enter(r.Context()) {
		return
	}
	defer p.Posts.Leave()
	if err := keep(r.Context(), readForm(r.PostForm.Get, p.Languages)); err != nil {
		p.fail(w, err)
		return
	}
	p.Say(w, http.StatusOK, tag, language.SavedTitle, language.SavedText, page.NoButton, "")
}

func say(c *language.Catalogue) labels {
	return labels{
		Name: c.Page(language.MeName), Outlet: c.Page(language.MeOutlet), Beats: c.Page(language.MeBeats), Language: c.Page(language.MeLanguage),
		Format: c.Page(language.MeFormat), HTML: c.Page(language.MeHTML), Text: c.Page(language.MeText), Attach: c.Page(language.MeAttach),
		AsIs: c.Page(language.MeAsIs), Attached: c.Page(language.MeAttached), Links: c.Page(language.MeLinks),
		Embargo: c.Page(language.MeEmbargo), EmbargoNote: c.Page(language.MeEmbargoNote),
	}
}

func newForm(j *contacts.Journalist, languages *language.Set) *form {
	f := &form{Name: j.Name, Outlet: j.Outlet, Beats: strings.Join(j.Beats, ", "), TextOnly: j.Format == "text", Embargo: j.Embargo}
	f.Unsaid = !j.Embargo && !j.NoEmbargo
	if j.Attachments != nil {
		f.Attachments = map[bool]string{true: "yes", false: "no"}[*j.Attachments]
	}
	tags := languages.Known()
	if j.Language != "" && !slices.Contains(tags, j.Language) {
		tags = append(tags, j.Language) // what their list says stays, though nothing is offered in it
	}
	named := make(map[string]bool)
	for _, tag := range tags {
		name := tag
		if c, ok := languages.For(tag); ok {
			name = c.Name
		}
		if named[name] {
			name += " (" + tag + ")"
		}
		named[name] = true
		f.Languages = append(f.Languages, choice{tag, name, j.Language == tag})
	}
	return f
}

// chosenLanguage is the language that a form says: "" is none, and nil stays as it is.
func chosenLanguage(tag string, languages *language.Set) *string {
	tag = page.Line(tag, 40)
	if tag == "" || slices.Contains(languages.Known(), tag) {
		return &tag
	}
	if canonical, err := language.Canonical(tag); err == nil {
		if _, ok := languages.For(canonical); ok {
			return &tag // a region of one that is offered, as its list writes it
		}
	}
	return nil
}

// readForm takes a form as a stranger may have filled it in: one line each,
// bounded, and only words that are offered.
func readForm(get func(string) string, languages *language.Set) contacts.Change {
	name, outlet := page.Line(get("name"), 200), page.Line(get("outlet"), 200)
	format := "html"
	if get("format") == "text" {
		format = "text"
	}
	beats := []string{}
	for _, b := range strings.FieldsFunc(page.Line(get("beats"), 500), func(r rune) bool { return r == ',' || r == ';' }) {
		if b = strings.TrimSpace(b); b != "" && len(beats) < 20 {
			beats = append(beats, b)
		}
	}
	var embargo *bool // a box that was empty before and is empty still says nothing
	if yes := get("embargo") == "yes"; yes || get("embargo_was") != "unsaid" {
		embargo = &yes
	}
	lang := chosenLanguage(get("language"), languages)
	c := contacts.Change{Name: &name, Outlet: &outlet, Format: &format, Language: lang, Beats: &beats, Embargo: embargo}
	if v := get("attachments"); v == "yes" || v == "no" {
		yes := v == "yes"
		c.Attachments = &yes
	}
	return c
}
