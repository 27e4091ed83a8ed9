package dispatch

import (
	"context"
	"errors"
	"strings"

	"pressroom/internal/compile"
	"pressroom/internal/embargo"
	"pressroom/internal/ledger"
	"pressroom/internal/mail"
	"pressroom/internal/publication"
	"pressroom/internal/release"
	"pressroom/internal/render/email"
	"pressroom/internal/render/ninjs"
)

// public compiles what everybody can have from the instant on: the page of every
// version and its other forms, the files, and what lists say of the release. The PDF
// and the text are there already.
func (c *composer) public(ctx context.Context, out map[string][]byte) error {
	docx := make(map[string]release.Variant)
	for _, l := range c.in.Release.Languages() {
		docx[l] = release.Variant{Phase: release.PhaseRelease, Language: l}
	}
	err := each(ctx, docx, func(l string, v release.Variant) error {
		forms, err := c.publicForms(l, v, out)
		c.mu.Lock()
		defer c.mu.Unlock()
		for f, data := range forms {
			out[formName(f, l)] = data
		}
		return err
	})
	if err != nil {
		return err
	}
	for _, f := range c.in.PublicFiles() {
		out[fileName(f)] = f.Data()
	}
	data, err := c.listing(c.in.Forms()).Marshal()
	out[publication.ListingName] = data
	return err
}

// earlyForms are the forms in which an advance copy can be had from its page.
var earlyForms = []compile.Format{compile.Web, compile.PDF, compile.DOCX, compile.Text}

// early compiles what the page of an advance copy has beside what its mails do: the
// document for Word, the files, and what the page says. The rest is there already.
func (c *composer) early(ctx context.Context, out map[string][]byte) error {
	if c.embargo.Reference { // a template of the workspace's own has to print it
		sample := c.in.Referenced(release.NewReference([8]byte{}))
		if _, err := sample.One(compile.Web, release.Variant{Phase: c.phase, Language: c.in.Release.Main().Language}); err != nil {
			return err
		}
	}
	docx := make(map[string]release.Variant)
	for _, l := range c.in.Release.Languages() {
		docx[l] = release.Variant{Phase: c.phase, Language: l}
	}
	err := each(ctx, docx, func(l string, v release.Variant) error {
		data, err := c.in.One(compile.DOCX, v)
		page, perr := c.in.EarlyPage(l)
		c.mu.Lock()
		defer c.mu.Unlock()
		out[formName(compile.DOCX, l)], out[formName(compile.Web, l)] = data, page
		return errors.Join(err, perr)
	})
	if err != nil {
		return err
	}
	for _, f := range c.in.PublicFiles() {
		out[fileName(f)] = f.Data()
	}
	data, err := c.listing(earlyForms).Marshal()
	out[publication.ListingName] = data
	return err
}

// Fresh compiles a form of a dispatch anew, by its name among the artefacts: without the
// quotes that were taken back of it, with its instant as it is now, and with the reference
// of whom it is for, "" for none.
func Fresh(ctx context.Context, l *ledger.Ledger, id, artefact, reference string) ([]byte, error) {
	s, _, err := toSend(ctx, l, id)
	if err != nil {
		return nil, err
	}
	format, lang, _ := strings.Cut(artefact, "/")
	if s.Input.Release.Version(lang) == nil {
		return nil, ledger.ErrNoArtefact
	}
	in := s.Input.Referenced(reference)
	if compile.Format(format) == compile.Web && s.Phase == release.PhaseAdvance {
		return in.EarlyPage(lang)
	}
	return in.One(compile.Format(format), release.Variant{Phase: s.Phase, Language: lang})
}

// formName and fileName are what a public form and a file are called among the
// artefacts.
func formName(f compile.Format, lang string) string { return string(f) + "/" + lang }

func fileName(f compile.PublicFile) string { return "public/" + f.Address }

// publicForms compiles what out does not hold yet of a version.
func (c *composer) publicForms(l string, v release.Variant, out map[string][]byte) (forms map[compile.Format][]byte, err error) {
	forms = make(map[compile.Format][]byte)
	if forms[compile.Web], err = c.in.PublicPage(l); err != nil {
		return nil, err
	}
	if forms[compile.DOCX], err = c.in.One(compile.DOCX, v); err != nil {
		return nil, err
	}
	r := c.in.Release
	at := ninjs.Addresses{URI: c.below() + c.in.Address(compile.Web, l), Versions: make(map[string]string)}
	for _, o := range r.Languages() {
		at.Versions[o] = c.below() + c.in.Address(compile.Web, o)
	}
	linked := c.in.Enclosures(false, true)
	c.in.Link(&linked, c.below())
	for i, f := range c.in.PublicFiles() {
		at.Files = append(at.Files, ninjs.File{Enclosure: linked.Files[i], Type: f.Type})
	}
	if forms[compile.NINJS], err = ninjs.Render(r, r.Version(l), at); err != nil {
		return nil, err
	}
	c.mu.Lock()
	document := out[formName(compile.PDF, l)]
	c.mu.Unlock()
	if c.kind == embargo.Withdrawal { // nobody is to send it on
		return forms, nil
	}
	forms[compile.EML], err = c.letter(l, v, document)
	return forms, err
}

// letter is the release as a mail without sender and recipient: whoever opens it sends
// it on. Its files are linked where they have an address, and in it where not.
func (c *composer) letter(l string, v release.Variant, document []byte) ([]byte, error) {
	linked := compile.Linked(c.mail.PublicURL, c.phase)
	enclosed := c.in.MailEnclosures(v, c.mail.PublicURL, !linked, false)
	var attached []mail.Attachment
	if !linked {
		attached = c.in.Attachments(l, document, false)
	}
	above := email.Above{Enclosed: enclosed}
	if s := c.in.Release.Statement(c.in.Release.Version(l), false); s != nil {
		above.Note, above.Framed = s.Lines(), true
	}
	bodies, err := c.in.Bodies(v, above)
	if err != nil {
		return nil, err
	}
	return mail.Draft(bodies, l, attached, c.in.Release.Timing.At)
}

// address is the root of the addresses that a mail names; "" where the world does not see the
// newsroom, and of what was taken back: it is not there any more, or never was.
func (c *composer) address() string {
	if c.kind == embargo.Withdrawal {
		return ""
	}
	return c.mail.PublicURL
}

// below is the address under which the newsroom is; "" where the world does not see it.
func (c *composer) below() string {
	if c.mail.PublicURL == "" {
		return ""
	}
	return c.mail.PublicURL + "/"
}

// listing is what lists and feeds say of the release, with these of its forms.
func (c *composer) listing(forms []compile.Format) publication.Listing {
	r := c.in.Release
	out := publication.Listing{At: r.Timing.At, Zone: r.Zone.String(), Organization: r.Issuer.Name, Topics: r.Topics}
	for _, z := range r.Zones {
		out.Zones = append(out.Zones, z.String())
	}
	for _, v := range r.Versions {
		cat := v.Catalogue()
		version := publication.Version{
			Language: v.Language, Headline: v.Headline, Subhead: v.Subhead, Summary: release.Summary(v.Body, 200),
			Day: cat.Date(r.Timing.At.In(r.Zone)), Contacts: contactsOf(r, v.Language),
		}
		for _, f := range forms {
			version.Forms = append(version.Forms, publication.Form{
				Address: c.in.Address(f, v.Language), Artefact: formName(f, v.Language), Type: f.MediaType(), Page: f == compile.Web,
			})
		}
		out.Versions = append(out.Versions, version)
	}
	for _, f := range c.in.PublicFiles() {
		out.Files = append(out.Files, publication.File{Address: f.Address, Artefact: fileName(f), Type: f.Type})
	}
	if c.prior != nil {
		out.First, out.Earlier = c.prior.First, c.prior.Earlier
	}
	if a := r.Amended; a != nil {
		out.Amended = a.All
	}
	return out
}

// contactsOf are the press contacts that stand wherever the release is read in a
// language.
func contactsOf(r *release.Release, lang string) []publication.Contact {
	var out []publication.Contact
	for _, p := range r.PublicContacts(false, lang) {
		out = append(out, publication.Contact{
			Name: p.Name, Role: p.Role, Org: p.Org, Phone: p.Phone, Dial: p.Dial(), Email: p.Email, Hours: p.Hours,
		})
	}
	return out
}
