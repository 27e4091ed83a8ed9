package mail

import (
	"fmt"
	"html"
	"strings"

	"pressroom/internal/language"
)

// Foot are the words under a mail: to whom it was sent and by whom, what law has it say,
// and the ways to leave.
type Foot struct {
	SentTo string // with one %s for the address
	Legal  Legal
	Links  Links
}

// Legal is what law has a mail say of the address that it goes to.
type Legal struct {
	Address              string // of the organisation, by post
	Origin               string // with one %s for the source; printed where there is one
	Object               string // how to object; in the first mail to somebody
	Privacy, PrivacyText string // address and words of the link to the privacy notice
}

// Links are where a recipient leaves the list and asks for a change of details.
// Without an address the words say how to leave by mail.
type Links struct {
	Leave, LeaveText     string // the address without the token at its end; the words of the link
	Details, DetailsText string
	// Page is the recipient's page of an advance copy, or of the offer of one; it stands
	// before all else that is theirs. "" for none.
	Page     string `json:",omitempty"`
	PageText string `json:",omitempty"`
}

// Where the links under a mail lead, below the public address and each before its token.
const (
	LeavePath   = "/leave/"
	DetailsPath = "/details/"
	PagePath    = "/advance/"
)

// Sender is whoever mails, as the settings name it.
type Sender struct {
	Name      string
	Address   string // by post
	Privacy   string // where its privacy notice is
	PublicURL string // of its newsroom; "" where there is none
}

// Foot are the words under its mails. page are those of the link to a page that is the
// recipient's own, as an advance copy has it; "" for none.
func (s Sender) Foot(cat *language.Catalogue, page string) Foot {
	once := func(text string) string { return strings.ReplaceAll(strings.ReplaceAll(text, "%", "%%"), "\x00", "%s") }
	f := Foot{
		SentTo: once(cat.Say(language.SentTo, "\x00", s.Name)),
		Legal: Legal{
			Address: s.Address, Origin: once(cat.Page(language.OriginLine, "\x00")), Object: cat.Page(language.ObjectLine),
		},
	}
	if s.Privacy != "" {
		f.Legal.Privacy, f.Legal.PrivacyText = s.Privacy, cat.Page(language.PrivacyLink)
	}
	if s.PublicURL == "" {
		f.Links.LeaveText = cat.Say(language.LeaveList)
		return f
	}
	f.Links = Links{
		Leave: s.PublicURL + LeavePath, LeaveText: cat.Say(language.LeaveLink),
		Details: s.PublicURL + DetailsPath, DetailsText: cat.Say(language.DetailsLink),
	}
	if page != "" {
		f.Links.Page, f.Links.PageText = s.PublicURL+PagePath, page
	}
	return f
}

// foot is that of a template.
func (t *Template) foot() Foot { return Foot{t.SentTo, t.Legal, t.Links} }

// To are the words under the mail to somebody, as HTML or as lines of text.
func (f Foot) To(r Recipient, asHTML bool) string {
	lines := []string{fmt.Sprintf(f.SentTo, r.Address)}
	if f.Legal.Address != "" {
		lines = append(lines, f.Legal.Address)
	}
	if f.Legal.Origin != "" && r.Source != "" {
		lines = append(lines, fmt.Sprintf(f.Legal.Origin, r.Source))
	}
	if f.Legal.Object != "" && r.First {
		lines = append(lines, f.Legal.Object)
	}
	if asHTML {
		for i, l := range lines {
			lines[i] = html.EscapeString(l)
		}
	}
	if page := f.page(r, asHTML); page != "" {
		lines = append([]string{page, ""}, lines...)
	}
	for _, l := range []struct{ text, url, token string }{
		{f.Legal.PrivacyText, f.Legal.Privacy, ""},
		{f.Links.LeaveText, f.Links.Leave, r.LeaveToken},
		{f.Links.DetailsText, f.Links.Details, r.DetailsToken},
	} {
		switch {
		case l.text == "":
		case l.url == "" && asHTML:
			lines = append(lines, html.EscapeString(l.text))
		case l.url == "":
			lines = append(lines, l.text)
		case asHTML:
			lines = append(lines, `<a href="`+html.EscapeString(l.url+l.token)+`" style="color: inherit">`+html.EscapeString(l.text)+`</a>`)
		default:
			lines = append(lines, l.text+": "+l.url+l.token)
		}
	}
	if asHTML {
		return strings.Join(lines, "<br>")
	}
	return strings.Join(lines, "\n") // the encoder ends lines with CRLF
}

// page is the link to the recipient's own page, "" where there is none.
func (f Foot) page(r Recipient, asHTML bool) string {
	address := f.Links.Page + r.PageToken
	switch {
	case f.Links.Page == "":
		return ""
	case asHTML:
		return `<a href="` + html.EscapeString(address) + `" style="color: inherit">` + html.EscapeString(f.Links.PageText) + `</a>`
	}
	return f.Links.PageText + ": " + address
}
