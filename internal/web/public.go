package web

import (
	"embed"
	"errors"
	"fmt"
	"html/template"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"pressroom/internal/coalition"
	"pressroom/internal/contacts"
	"pressroom/internal/language"
	"pressroom/internal/mail"
	"pressroom/internal/people"
)

//go:embed public
var publicFiles embed.FS

var personPage = template.Must(template.ParseFS(publicFiles, "public/person.html", "public/head.html"))

// Public is what the world may see.
type Public struct {
	People       *people.Desk
	Organization string
	Language     string // of pages that belong to nobody
	// Lookup finds what press lists say of an address, by its key; nil if none is
	// to be asked.
	Lookup func(key string) (*contacts.Journalist, error)
	// Coalition is where partners hand in their quotes; nil where nobody can.
	Coalition *coalition.Desk
	Log       *slog.Logger
	limits    limits
	posts     queue // what changes or mails something, so many at once
}

// postsAtWork is how many posts are worked on at once: the database takes one at a
// time, and has delivery to serve.
const postsAtWork = 16

// Handler serves the pages on which journalists leave the list and change their
// details. A GET changes nothing: programs open links before people do.
func (p *Public) Handler() http.Handler {
	p.posts = newQueue(postsAtWork)
	mux := http.NewServeMux()
	mux.HandleFunc("GET /style.css", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "max-age=3600")
		http.ServeFileFS(w, r, publicFiles, "public/public.css")
	})
	mux.HandleFunc("GET "+people.LeavePath+"{token}", p.leavePage)
	mux.HandleFunc("POST "+people.LeavePath+"{token}", p.limited(p.leave))
	mux.HandleFunc("GET "+people.UndoPath+"{token}", p.undoPage)
	mux.HandleFunc("POST "+people.UndoPath+"{token}", p.limited(p.undo))
	mux.HandleFunc("GET "+people.DetailsPath+"{token}", p.detailsPage)
	mux.HandleFunc("POST "+people.DetailsPath+"{token}", p.limited(p.details))
	mux.HandleFunc("GET "+people.MePath+"{secret}", p.mePage)
	mux.HandleFunc("POST "+people.MePath+"{secret}", p.limited(p.me))
	p.portal(mux)
	mux.HandleFunc("GET /robots.txt", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "User-agent: *\nDisallow: /\n") })
	mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { p.fail(w, people.ErrUnknown) })
	// Mail providers post without an Origin; a page of another site has one.
	return http.NewCrossOriginProtection().Handler(p.headers(mux))
}

const maxForm = 16 << 10

func (p *Public) headers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer") // the address of the page is the key to it
		h.Set("Cache-Control", "no-store")
		h.Set("X-Robots-Tag", "noindex")
		if !strings.HasPrefix(r.URL.Path, coalition.Path) { // which has bounds of its own
			r.Body = http.MaxBytesReader(w, r.Body, maxForm)
		}
		next.ServeHTTP(w, r)
	})
}

// view is what the page shows.
type view struct {
	Language, Organization, Title, Text, Button string
	Form                                        *form
	Say                                         labels
}

type labels struct {
	Name, Outlet, Beats, Language, Format, HTML, Text, Attach, AsIs, Attached, Links, Embargo, EmbargoNote string
}

type form struct {
	Name, Outlet, Beats, Attachments string
	TextOnly, Embargo                bool
	Languages                        []choice
}

type choice struct {
	Tag, Name string
	Chosen    bool
}

func (p *Public) show(w http.ResponseWriter, status int, v view) {
	if v.Language == "" {
		v.Language = p.Language
	}
	v.Organization = p.Organization
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	if err := personPage.Execute(w, v); err != nil && p.Log != nil {
		p.Log.Warn("writing a page", "error", err)
	}
}

// say shows a page of fixed phrases in a reader's language.
func (p *Public) say(w http.ResponseWriter, status int, tag string, title, text, button language.PagePhrase, masked string) {
	if tag == "" {
		tag = p.Language
	}
	cat := language.ForReader(tag)
	v := view{Language: cat.Tag, Title: cat.Page(title), Text: cat.Page(text)}
	if strings.Contains(v.Text, "%s") {
		v.Text = fmt.Sprintf(v.Text, masked)
	}
	if button != noButton {
		v.Button = cat.Page(button)
	}
	p.show(w, status, v)
}

const noButton language.PagePhrase = -1

// fail says that a link is not valid. It does not say why: that would help only
// those who guess.
func (p *Public) fail(w http.ResponseWriter, err error) {
	if errors.Is(err, people.ErrUnknown) || errors.Is(err, people.ErrErased) || errors.Is(err, coalition.ErrUnknown) {
		p.say(w, http.StatusNotFound, "", language.BadLinkTitle, language.BadLinkText, noButton, "")
		return
	}
	if p.Log != nil {
		p.Log.Error("serving a page", "error", err)
	}
	http.Error(w, "Something went wrong here. Please try again in a few minutes.", http.StatusInternalServerError)
}

// visited shows a page for whoever a link belongs to, or what is wrong with it.
func (p *Public) visited(w http.ResponseWriter, v *people.Visitor, err error, title, text, button language.PagePhrase) {
	switch {
	case err != nil:
		p.fail(w, err)
	case v.Test:
		p.say(w, http.StatusOK, v.Language, language.TestTitle, language.TestText, noButton, "")
	default:
		p.say(w, http.StatusOK, v.Language, title, text, button, v.Masked())
	}
}

func (p *Public) leavePage(w http.ResponseWriter, r *http.Request) {
	v, err := p.People.Visit(r.Context(), mail.ForLeaving, r.PathValue("token"))
	p.visited(w, v, err, language.LeaveTitle, language.LeaveAsk, language.LeaveButton)
}

// leave is the button, and the one-click request of a mail program (RFC 8058).
func (p *Public) leave(w http.ResponseWriter, r *http.Request) {
	v, err := p.People.Leave(r.Context(), r.PathValue("token"))
	p.visited(w, v, err, language.LeftTitle, language.LeftText, noButton)
}

func (p *Public) undoPage(w http.ResponseWriter, r *http.Request) {
	v, err := p.People.MayUndo(r.Context(), r.PathValue("token"))
	p.visited(w, v, err, language.UndoTitle, language.UndoAsk, language.UndoButton)
}

func (p *Public) undo(w http.ResponseWriter, r *http.Request) {
	v, err := p.People.Undo(r.Context(), r.PathValue("token"))
	p.visited(w, v, err, language.BackTitle, language.BackText, noButton)
}

func (p *Public) detailsPage(w http.ResponseWriter, r *http.Request) {
	v, err := p.People.Visit(r.Context(), mail.ForDetails, r.PathValue("token"))
	p.visited(w, v, err, language.DetailsTitle, language.DetailsAsk, language.DetailsButton)
}

func (p *Public) details(w http.ResponseWriter, r *http.Request) {
	v, err := p.People.AskForLink(r.Context(), r.PathValue("token"))
	p.visited(w, v, err, language.LinkSentTitle, language.LinkSentText, noButton)
}

func (p *Public) mePage(w http.ResponseWriter, r *http.Request) {
	own, err := p.People.OpenLink(r.Context(), r.PathValue("secret"))
	if err != nil {
		p.fail(w, err)
		return
	}
	j := &contacts.Journalist{Email: own.Address, Key: own.Key}
	if p.Lookup != nil {
		found, err := p.Lookup(own.Key)
		if err != nil {
			p.fail(w, err)
			return
		}
		if found != nil {
			j = found
		}
	}
	cat := language.ForReader(own.Language)
	p.show(w, http.StatusOK, view{Language: cat.Tag, Title: cat.Page(language.MeTitle), Text: own.Address, Button: cat.Page(language.MeSave), Form: newForm(j), Say: say(cat)})
}

func say(c *language.Catalogue) labels {
	return labels{
		Name: c.Page(language.MeName), Outlet: c.Page(language.MeOutlet), Beats: c.Page(language.MeBeats), Language: c.Page(language.MeLanguage),
		Format: c.Page(language.MeFormat), HTML: c.Page(language.MeHTML), Text: c.Page(language.MeText), Attach: c.Page(language.MeAttach),
		AsIs: c.Page(language.MeAsIs), Attached: c.Page(language.MeAttached), Links: c.Page(language.MeLinks),
		Embargo: c.Page(language.MeEmbargo), EmbargoNote: c.Page(language.MeEmbargoNote),
	}
}

func newForm(j *contacts.Journalist) *form {
	f := &form{Name: j.Name, Outlet: j.Outlet, Beats: strings.Join(j.Beats, ", "), TextOnly: j.Format == "text", Embargo: j.Embargo}
	if j.Attachments != nil {
		f.Attachments = map[bool]string{true: "yes", false: "no"}[*j.Attachments]
	}
	for _, tag := range language.Known() {
		c := language.ForReader(tag)
		f.Languages = append(f.Languages, choice{tag, c.Name, j.Language == tag})
	}
	return f
}

func (p *Public) me(w http.ResponseWriter, r *http.Request) {
	own, err := p.People.Save(r.Context(), r.PathValue("secret"), readForm(r.PostForm.Get))
	if err != nil {
		p.fail(w, err)
		return
	}
	p.say(w, http.StatusOK, own.Language, language.SavedTitle, language.SavedText, noButton, "")
}

// readForm takes a form as a stranger may have filled it in: one line each,
// bounded, and only words that are offered.
func readForm(get func(string) string) contacts.Change {
	name, outlet := clean(get("name"), 200), clean(get("outlet"), 200)
	format, lang := "html", ""
	if get("format") == "text" {
		format = "text"
	}
	for _, tag := range language.Known() {
		if get("language") == tag {
			lang = tag
		}
	}
	beats := []string{}
	for _, b := range strings.FieldsFunc(clean(get("beats"), 500), func(r rune) bool { return r == ',' || r == ';' }) {
		if b = strings.TrimSpace(b); b != "" && len(beats) < 20 {
			beats = append(beats, b)
		}
	}
	embargo := get("embargo") == "yes"
	c := contacts.Change{Name: &name, Outlet: &outlet, Format: &format, Language: &lang, Beats: &beats, Embargo: &embargo}
	if v := get("attachments"); v == "yes" || v == "no" {
		yes := v == "yes"
		c.Attachments = &yes
	}
	return c
}

func clean(s string, most int) string {
	var b strings.Builder
	n := 0
	for _, r := range strings.ToValidUTF8(s, "") {
		if r < 0x20 || r == 0x7f || r >= 0x80 && r < 0xa0 || r == 0x2028 || r == 0x2029 {
			r = ' '
		}
		if n++; n > most {
			break
		}
		b.WriteRune(r)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// limits bounds how often one address may post.
type limits struct {
	mu    sync.Mutex
	byIP  map[string]*rate.Limiter
	since time.Time
}

const (
	postsPerMinute = 20
	postsAtOnce    = 30
	forgetAfter    = 10 * time.Minute
)

func (l *limits) allow(ip string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.byIP == nil || len(l.byIP) > 10_000 || time.Since(l.since) > forgetAfter {
		l.byIP, l.since = make(map[string]*rate.Limiter), time.Now()
	}
	if l.byIP[ip] == nil {
		l.byIP[ip] = rate.NewLimiter(rate.Every(time.Minute/postsPerMinute), postsAtOnce)
	}
	return l.byIP[ip].Allow()
}

func (p *Public) tooMany(w http.ResponseWriter) {
	w.Header().Set("Retry-After", "60")
	p.say(w, http.StatusTooManyRequests, "", language.TooManyTitle, language.TooManyText, noButton, "")
}

// limited bounds a handler that changes or mails something. One-click requests
// come in numbers from a mail provider's machines, and are let through.
func (p *Public) limited(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		leaves := strings.HasPrefix(r.URL.Path, people.LeavePath)
		if !leaves && !p.limits.allow(host(r)) {
			p.tooMany(w)
			return
		}
		// The form is read before its turn, so that who sends slowly keeps nobody
		// waiting. Leaving asks for none.
		if err := r.ParseForm(); err != nil && !leaves {
			http.Error(w, "The form could not be read.", http.StatusBadRequest)
			return
		}
		if p.posts.enter(r.Context()) {
			defer p.posts.leave()
			next(w, r)
		}
	}
}

// host is the address that a request came from.
func host(r *http.Request) string {
	if h, _, err := net.SplitHostPort(r.RemoteAddr); err == nil {
		return h
	}
	return r.RemoteAddr
}
