package compile

import (
	"strings"

	"pressroom/internal/contacts"
	"pressroom/internal/language"
	"pressroom/internal/mail"
	"pressroom/internal/release"
	"pressroom/internal/render/email"
	"pressroom/internal/workspace"
)

// Post is what the settings of a workspace have its mails say and carry.
type Post struct {
	Mail                        workspace.Mail
	Address, Privacy, PublicURL string // as in mail.Sender
}

// postOf is that of a workspace.
func postOf(s workspace.Settings) Post {
	return Post{Mail: s.Mail, Address: s.Organization.Address, Privacy: s.Privacy, PublicURL: s.Server.PublicURL}
}

// foot are the words under the mail of a variant to look at, as HTML and as text.
func (in *Input) foot(v release.Variant, to mail.Recipient) email.Foot {
	cat := in.Release.Version(v.Language).Catalogue()
	page := ""
	if v.Phase == release.PhaseAdvance {
		page = cat.Embargo(language.CopyPageLink)
	}
	sender := mail.Sender{
		Name: in.Release.Issuer.Name, Address: in.Post.Address, Privacy: in.Post.Privacy, PublicURL: in.Post.PublicURL,
	}
	f := sender.Foot(cat, page)
	to.LeaveToken, to.DetailsToken, to.PageToken = ownLink, ownLink, ownLink
	return email.Foot{HTML: f.To(to, true), Text: f.To(to, false)}
}

// ownLink stands in a mail to look at where a link has what only its journalist knows.
const ownLink = "each-journalists-own"

// anybody stands for all in a mail to nobody in particular, which has every line that anybody's
// may have.
var anybody = mail.Recipient{Address: "journalist@paper.example", Source: "…", First: true}

// look is the mail of a variant to nobody in particular: as whoever asked for nothing else
// gets it, with all that is a journalist's own marked.
func (in *Input) look(v release.Variant) ([]byte, error) {
	foot := in.foot(v, anybody)
	foot.HTML = strings.NewReplacer(
		anybody.Address, "<mark>"+anybody.Address+"</mark>", anybody.Source, "<mark>"+anybody.Source+"</mark>",
	).Replace(foot.HTML)
	attach := in.Post.Mail.Attaches(&contacts.Journalist{}, v.Phase)
	above := email.Above{
		Covers: in.Release.CoverIDs(v.Phase), Choice: in.Choice,
		Enclosed: in.MailEnclosures(v, in.Post.PublicURL, attach, false),
	}
	return email.Preview(in.Release, in.Release.Version(v.Language), v.Phase, above, foot, in.Assets,
		in.Hyphens[v.Language].Divide, in.mailTemplates())
}
