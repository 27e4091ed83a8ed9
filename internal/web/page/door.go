package page

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/url"
	"strings"
	"unicode/utf8"

	"pressroom/internal/links"
)

// Door lets browsers in by mailed links. What a link shows before its button was
// pressed is who asks, and that button.
type Door struct {
	*Site
	links *links.Desk
}

// NewDoor returns the door of a site.
func NewDoor(site *Site, desk *links.Desk) *Door { return &Door{site, desk} }

// Guest is a mailed link that somebody has opened.
type Guest struct {
	links.Link
	Language string // of whom it belongs to
	Masked   string // whose address it belongs to, as a page may show it
	Ask      string // who asks for what
	Tongues  Tongues
	// Title and Button are those of the page before the door, SentTitle and Sent what
	// it says once a mail is on its way; "" for the usual ones.
	Title, Button, SentTitle, Sent string
	// Colleague mails a link to another address, if that may have one; nil where
	// there are no colleagues.
	Colleague func(ctx context.Context, address string) error
}

// Pass is how somebody was let in.
type Pass struct {
	Cookie bool // their browser keeps one
	Ticket bool // the form had a ticket
	Opened bool // the button was pressed, or the code typed, just now
	// Kept is what they had typed before they were let in.
	Kept    url.Values
	browser string // its cookie
}

// In tells whether they were.
func (p Pass) In() bool { return p.Cookie || p.Ticket || p.Opened }

func cookieName(subject string) string {
	sum := sha256.Sum256([]byte(subject))
	return "pressroom_" + hex.EncodeToString(sum[:8])
}

// Pass looks whether somebody was let in before, by cookie, or by the ticket in a
// form or an address.
func (d *Door) Pass(r *http.Request, g Guest, ticket string) (p Pass, err error) {
	for _, c := range r.CookiesNamed(cookieName(g.Subject)) {
		if p.Cookie, err = d.links.Knows(r.Context(), g.Subject, c.Value); err != nil {
			return p, err
		}
		if p.Cookie {
			p.browser = c.Value
			break
		}
	}
	if ticket != "" {
		p.Ticket, err = d.links.Holds(r.Context(), g.Subject, ticket)
	}
	return p, err
}

// Whose is whom a request counts for: a browser that was let in has its own, and
// strangers who hold the same link share what is left by where they come from.
func (d *Door) Whose(r *http.Request, g Guest) (string, error) {
	p, err := d.Pass(r, g, "")
	if p.Cookie {
		return "in " + g.Subject + " " + p.browser, err
	}
	return "door " + g.Subject + " " + d.Host(r), err
}

// Ticket is what the forms of a page carry.
func (d *Door) Ticket(ctx context.Context, g Guest) (string, error) {
	return d.links.Ticket(ctx, g.Subject)
}

// doorView is what the pages before a door show.
type doorView struct {
	View
	Visit, Asked    string
	Texts           []string
	Bad             string
	Open            string // the button; "" for none
	Code, CodeOpen  string // label and button
	Colleague       string
	ColleagueText   string
	ColleagueLabel  string
	ColleagueButton string
	Kept            map[string]string // what was typed
	KeptTitle       string
	Again           string // the button that sends what was typed once more
	Ticket          string
}

var doorPage = Parse(files, "pages/door.html")

func (d *Door) view(g Guest, title links.Phrase, texts ...string) *doorView {
	said, tag := links.Say(d.Languages, g.Language, title)
	v := &doorView{View: View{Site: d.Site, Language: tag, Title: said, Tongues: g.Tongues}, Texts: texts}
	v.KeptTitle, _ = links.Say(d.Languages, g.Language, links.TypedTitle)
	return v
}

func (d *Door) say(g Guest, p links.Phrase, args ...any) string {
	s, _ := links.Say(d.Languages, g.Language, p, args...)
	return s
}

// keep holds what somebody typed, so that they need not do so again.
func (v *doorView) keep(kept url.Values) {
	v.Kept = make(map[string]string)
	for name := range kept {
		if value := kept.Get(name); value != "" && len(value) <= maxKept && utf8.ValidString(value) {
			v.Kept[name] = value
		}
	}
	v.Text = v.Kept["text"]
}

const (
	maxKept   = 64 << 10
	keptField = "kept."
)

// typed is what a form has of what people type; kept is what an earlier one had.
func typed(form url.Values) url.Values {
	kept := make(url.Values)
	for name, values := range form {
		if old, ok := strings.CutPrefix(name, keptField); ok {
			kept[old] = values
		}
	}
	if len(kept) > 0 || form.Get("text") == "" {
		return kept
	}
	for _, name := range []string{"speaker", "title", "org", "text", "attribution", "link", "style", "may_edit"} {
		if v := form.Get(name); v != "" {
			kept.Set(name, v)
		}
	}
	return kept
}

// Ask shows who asks, and one button.
func (d *Door) Ask(w http.ResponseWriter, g Guest, form url.Values) {
	v := d.view(g, links.AskTitle, g.Ask)
	v.Title = cmp.Or(g.Title, v.Title)
	v.Visit, v.Open = links.Secret(), cmp.Or(g.Button, d.say(g, links.OpenButton))
	v.keep(typed(form))
	d.Show(w, http.StatusOK, doorPage, v)
}

// Elsewhere says that a form came from another site.
func (s *Site) Elsewhere(w http.ResponseWriter, tag string) {
	title, of := links.Say(s.Languages, tag, links.AgainTitle)
	text, _ := links.Say(s.Languages, tag, links.ForeignText)
	s.Show(w, http.StatusForbidden, SayPage, View{Site: s, Language: of, Title: title, Text: text})
}

// Admit looks who has sent a form, and tells whether it may be done what it says.
// If not, it has answered: with the button, with a mail, or with what was typed and
// the way to send it.
func (d *Door) Admit(w http.ResponseWriter, r *http.Request, g Guest, form url.Values) (Pass, bool) {
	pass, err := d.Pass(r, g, form.Get("ticket"))
	if err != nil {
		d.Broken(w, err)
		return pass, false
	}
	from := d.From(r)
	switch action := form.Get("action"); {
	case from == Foreign && !pass.Ticket:
		d.Elsewhere(w, g.Language)
	case action == "open" || action == "code" || action == "" && !pass.In():
		return d.knock(w, r, g, form, from)
	case action == "colleague" && g.Colleague != nil && !pass.In():
		d.colleague(w, r, g, form)
	case !pass.In():
		d.Ask(w, g, form)
	case from != Ours && !pass.Ticket:
		d.again(w, r, g, form)
	default:
		return pass, true
	}
	return pass, false
}

// knock is the button, or a code.
func (d *Door) knock(w http.ResponseWriter, r *http.Request, g Guest, form url.Values, from Origin) (Pass, bool) {
	visit := form.Get("visit")
	if from != Ours || len(visit) > 100 {
		visit = ""
	}
	if !d.Posts.Enter(r.Context()) {
		return Pass{}, false
	}
	defer d.Posts.Leave()
	var e *links.Entry
	var err error
	if form.Get("action") == "code" {
		e, err = d.links.Enter(r.Context(), g.Link, form.Get("asked"), form.Get("code"), visit)
	} else {
		e, err = d.links.Open(r.Context(), g.Link, visit)
	}
	if err != nil {
		d.Broken(w, err)
		return Pass{}, false
	}
	if e.In() {
		http.SetCookie(w, &http.Cookie{
			Name: cookieName(g.Subject), Value: e.Browser, Path: d.Base() + "/", MaxAge: int(links.BrowserFor.Seconds()),
			HttpOnly: true, SameSite: http.SameSiteLaxMode, Secure: d.Secure(r),
		})
		return Pass{Opened: true, Kept: typed(form)}, true
	}
	d.mailed(w, g, form, e)
	return Pass{}, false
}

// mailed says that a fresh link is on its way, and takes the code beside it.
func (d *Door) mailed(w http.ResponseWriter, g Guest, form url.Values, e *links.Entry) {
	v := d.view(g, links.SentTitle, cmp.Or(g.Sent, d.say(g, links.SentText, g.Masked)), d.say(g, links.SentCode))
	v.Title = cmp.Or(g.SentTitle, v.Title)
	if e.Asked == "" {
		v = d.view(g, links.ManyTitle, d.say(g, links.ManyText, g.Masked))
	} else {
		v.Asked, v.Code, v.CodeOpen = e.Asked, d.say(g, links.CodeLabel), d.say(g, links.OpenButton)
	}
	if form.Get("action") == "code" {
		if v.Bad = d.say(g, links.WrongCode); e.Tries == 0 {
			v.Bad, v.Code, v.Open = d.say(g, links.DeadCode), "", d.say(g, links.OpenButton)
		}
	}
	v.Visit = form.Get("visit")
	v.keep(typed(form))
	if g.Colleague != nil {
		v.Colleague, v.ColleagueText = d.say(g, links.ColleagueTitle), d.say(g, links.ColleagueText)
		v.ColleagueLabel, v.ColleagueButton = d.say(g, links.ColleagueLabel), d.say(g, links.ColleagueButton)
	}
	d.Show(w, http.StatusOK, doorPage, v)
}

// colleague mails somebody else there a link of their own. What it says does not
// tell who is known.
func (d *Door) colleague(w http.ResponseWriter, r *http.Request, g Guest, form url.Values) {
	address := Line(form.Get("to"), 200)
	v := d.view(g, links.SentTitle, d.say(g, links.ColleagueSent))
	if at := strings.IndexByte(address, '@'); at < 1 || at == len(address)-1 || strings.ContainsAny(address, " ,;<>") {
		v = d.view(g, links.ColleagueTitle, d.say(g, links.ColleagueRefused))
	} else if err := g.Colleague(r.Context(), address); err != nil {
		d.Broken(w, err)
		return
	}
	d.Show(w, http.StatusOK, doorPage, v)
}

// again gives back what was sent by somebody of whom their browser did not say
// where they filled it in, with a button that sends it.
func (d *Door) again(w http.ResponseWriter, r *http.Request, g Guest, form url.Values) {
	v := d.view(g, links.AgainTitle, d.say(g, links.AgainText))
	ticket, err := d.Ticket(r.Context(), g)
	if err != nil {
		d.Broken(w, err)
		return
	}
	v.keep(form)
	delete(v.Kept, "ticket")
	v.Again, v.Ticket = d.say(g, links.AgainButton), ticket
	d.Show(w, http.StatusForbidden, doorPage, v)
}
