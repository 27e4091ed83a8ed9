package compile

import (
	"fmt"

	"pressroom/internal/mail"
	"pressroom/internal/release"
	"pressroom/internal/render/email"
	"pressroom/internal/render/pdf"
	"pressroom/internal/render/pdf/setter"
)

// Sheets are the pages of the PDF of a variant, drawn to be looked at. picture gives the
// address at which an asset is found; nil has the pictures in the drawings.
func (in *Input) Sheets(variant release.Variant, picture func(release.Asset) string) ([]setter.Sheet, error) {
	v := in.Release.Version(variant.Language)
	if v == nil {
		return nil, fmt.Errorf("%s is not written in %s", in.Release.Slug, variant.Language)
	}
	out, err := pdf.Sheets(in.Release, v, variant.Phase, in.Assets, in.Fonts, in.Hyphens[variant.Language], picture)
	return out, in.place(err)
}

// MailTo is the mail to somebody to look at, as a page and as text, with these of the cover
// notes above the release. attach and textOnly are what they asked for.
func (in *Input) MailTo(
	to mail.Recipient, variant release.Variant, covers []string, attach, textOnly bool,
) (page, text []byte, err error) {
	v := in.Release.Version(variant.Language)
	if v == nil {
		return nil, nil, fmt.Errorf("%s is not written in %s", in.Release.Slug, variant.Language)
	}
	above := email.Above{Covers: covers, Enclosed: in.MailEnclosures(variant, in.Post.PublicURL, attach, textOnly)}
	return email.PreviewTo(in.Release, v, variant.Phase, above, in.foot(variant, to), in.Assets,
		in.Hyphens[variant.Language].Divide, in.mailTemplates())
}

// Showing is the input with other bytes for its pictures, as a page shows them that is only
// looked at. Its artefacts are nothing to be sent.
func (in *Input) Showing(bytes func(release.Asset) []byte) *Input {
	out := *in
	out.Assets = make(release.Assets, len(in.Assets))
	for key, a := range in.Assets {
		a.Data = bytes(a)
		out.Assets[key] = a
	}
	return &out
}
