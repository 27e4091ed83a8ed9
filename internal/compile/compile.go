// Package compile turns a release and its assets into its artefacts. It is the
// one way for build, send and whatever shows a release.
package compile

import (
	"context"
	"fmt"
	"strings"

	"pressroom/internal/release"
	"pressroom/internal/render/docx"
	"pressroom/internal/render/email"
	"pressroom/internal/render/html"
	"pressroom/internal/render/pdf"
	"pressroom/internal/render/text"
	"pressroom/internal/spread"
)

// Edition is the input of a partner's own edition. org is an id or printed name of
// the settings.
func (in *Input) Edition(org string) (*Input, error) {
	for _, o := range in.Settings.Orgs {
		if o.ID != org && o.Name != org {
			continue
		}
		if !in.Release.Takes(o) {
			return nil, fmt.Errorf("%s is not quoted in %s and has not signed it, so that there is no edition of its own", o.Name, in.Release.Slug)
		}
		e := *in
		e.Release = in.Release.Edition(o)
		return &e, nil
	}
	return nil, fmt.Errorf("no organization has the id %q; pressroom.toml has %s", org, strings.Join(in.Settings.OrgIDs(), ", "))
}

// WithEdition are the organizations of the settings that have an edition of their own.
func (in *Input) WithEdition() []release.Org {
	var out []release.Org
	for _, o := range in.Settings.Orgs {
		if o.ID != in.Release.Issuer.ID && in.Release.Takes(o) {
			out = append(out, o)
		}
	}
	return out
}

// Local is the input with the quote of an organization first, for the journalists
// of its region. org is an id of the settings.
func (in *Input) Local(org string) *Input {
	o, ok := in.Settings.Org(org)
	if !ok {
		return in
	}
	e := *in
	e.Release = in.Release.LocalTo(o)
	return &e
}

// Referenced is the input of the copy that a reference stands for; "" is nobody's own.
func (in *Input) Referenced(reference string) *Input {
	e := *in
	e.Release = in.Release.Referenced(reference)
	return &e
}

// Artefact is one revision compiled in one form and variant.
type Artefact struct {
	Format  Format
	Variant release.Variant
	Data    []byte
}

// Format is one of the forms a release is compiled to.
type Format string

// The formats.
const (
	Web   Format = "web"
	Email Format = "email"
	Text  Format = "text"
	PDF   Format = "pdf"
	DOCX  Format = "docx"
	Card  Format = "card"
)

// Ending is that of a format's files.
func (f Format) Ending() string {
	switch f {
	case Web:
		return ".html"
	case Email:
		return ".email.html"
	case Text:
		return ".txt"
	case Card:
		return ".card.png"
	}
	return "." + string(f)
}

// FileName is what the artefact is called as a file of a release.
func (a Artefact) FileName(r *release.Release) string {
	return r.FileName(a.Variant) + a.Format.Ending()
}

// Variants are all that the release is told in: every language as it goes out and,
// with an embargo, as an advance copy.
func (in *Input) Variants() []release.Variant {
	var out []release.Variant
	for _, l := range in.Release.Languages() {
		out = append(out, release.Variant{Phase: release.PhaseRelease, Language: l})
		if in.Release.Timing.Kind == release.Embargoed {
			out = append(out, release.Variant{Phase: release.PhaseAdvance, Language: l})
		}
	}
	return out
}

// Formats lists the formats that are built unasked, in that order.
var Formats = []Format{PDF, Email, Web, Text}

// AllFormats lists those that can be asked for too.
var AllFormats = []Format{PDF, Email, Web, Text, DOCX, Card}

// One compiles a single artefact.
func (in *Input) One(f Format, variant release.Variant) ([]byte, error) {
	v := in.Release.Version(variant.Language)
	if v == nil {
		return nil, fmt.Errorf("%s is not written in %s", in.Release.Slug, variant.Language)
	}
	switch f {
	case Web:
		return html.Render(in.Release, v, variant.Phase, in.Assets, in.Hyphens[variant.Language].Divide, in.pageTemplates())
	case Email:
		return in.look(variant)
	case Text:
		return text.Render(in.Release, v, variant.Phase, nil), nil
	case PDF:
		data, err := pdf.Render(in.Release, v, variant.Phase, in.Assets, in.Fonts, in.Hyphens[variant.Language])
		return data, in.place(err)
	case Card:
		data, err := pdf.Card(in.Release, v, variant.Phase, in.Assets, in.Fonts, in.Hyphens[variant.Language])
		return data, in.place(err)
	case DOCX:
		return docx.Render(in.Release, v, variant.Phase, in.Assets)
	}
	return nil, fmt.Errorf("no format is called %q; there are web, email, text, pdf, docx and card", f)
}

// Bodies compiles the bodies of a mail, with what stands above the release.
func (in *Input) Bodies(variant release.Variant, above email.Above) (*email.Bodies, error) {
	v := in.Release.Version(variant.Language)
	if v == nil {
		return nil, fmt.Errorf("%s is not written in %s", in.Release.Slug, variant.Language)
	}
	return email.Render(in.Release, v, variant.Phase, above, in.Assets, in.Hyphens[variant.Language].Divide, in.mailTemplates())
}

// longWord is from how many letters on a word is divided in some form.
const longWord = min(pdf.LongWord, html.NarrowWord)

func (in *Input) pageTemplates() html.Templates {
	return html.Templates{
		Page:  in.Templates["web/page.html"],
		Style: in.Templates["web/page.css"], Script: in.Templates["web/page.js"],
	}
}

func (in *Input) mailTemplates() email.Templates {
	return email.Templates{Mail: in.Templates["email/mail.html"], Style: in.Templates["email/mail.css"]}
}

// AtOnce is how many documents are compiled at once at most, however many processors
// there are: each has its pages and its pictures in memory. A release in four languages
// with pictures and the fonts of two more scripts was at most 136 MiB with one at a
// time, 168 with four and 187 with eight.
const AtOnce = 4

// All compiles every format in every variant, as many at once as there are
// processors but no more than AtOnce, and returns the artefacts in a fixed order.
func (in *Input) All(ctx context.Context, formats []Format, variants []release.Variant) ([]Artefact, error) {
	var out []Artefact
	for _, f := range formats {
		for _, v := range variants {
			out = append(out, Artefact{Format: f, Variant: v})
		}
	}
	err := spread.Over(ctx, len(out), AtOnce, func(i int) (err error) {
		out[i].Data, err = in.One(out[i].Format, out[i].Variant)
		return err
	})
	return out, err
}
