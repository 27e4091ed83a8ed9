// Package email renders a release as the two bodies of a mail: HTML with its
// styles inlined, and plain text. What is personal to a recipient is left as
// one line that internal/mail fills in.
package email

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"strings"

	"github.com/vanng822/go-premailer/premailer"

	"pressroom/internal/language"
	"pressroom/internal/release"
	"pressroom/internal/render/html"
	"pressroom/internal/render/text"
)

// PersonalLine stands, on a line of its own, where the recipient's own words go.
const PersonalLine = "PRESSROOMxPERSONALxLINE"

// Templates are the sources of a mail.
type Templates struct{ Mail, Style string }

// Picture is a part of the mail that the HTML refers to by its Content-ID.
type Picture struct {
	ID    string
	Asset release.Asset
}

// Bodies are the two bodies of a mail, and the pictures that the HTML shows.
type Bodies struct {
	Subject  string
	HTML     []byte
	Text     []byte
	Flow     string // parameters of the text's media type: how its lines belong together
	Pictures []Picture

	covers []string // ids of the cover notes that stand in it
}

// Above is what stands above a release in a mail.
type Above struct {
	Covers []string // ids of cover notes
	Note   []string // paragraphs about this copy, such as that it replaces another; they come first
	// Framed: the note is what became of the release, and stands in a frame as on its page.
	Framed bool
	// Enclosed are the files that go with the mail.
	Enclosed release.Enclosures
	// Choice is what the buttons of a preview say by which one of the notes is chosen.
	Choice Choice
}

// Choice is what the buttons of a preview say, of which one shows a cover note: "" is English.
type Choice struct {
	Without string
	With    string // has %s for the note's id
	WithTo  string // has %s for that, and for the lists and segments that get it
}

// English is what they say where nothing else is said.
var English = Choice{"Without a cover note", "With %s", "With %s (to %s)"}

// Render returns the bodies for one variant, with what stands above it. divide knows
// where the long words of its language can be divided.
func Render(
	r *release.Release, v *release.Version, phase release.Phase, above Above, assets release.Assets, divide html.Divide, tpl Templates,
) (*Bodies, error) {
	return compose(r, v, phase, above, assets, divide, tpl, func(_ int, cover template.HTML) template.HTML { return cover })
}

// compose is Render with something done to each cover note.
func compose(
	r *release.Release, v *release.Version, phase release.Phase, above Above, assets release.Assets,
	divide html.Divide, tpl Templates, note func(i int, cover template.HTML) template.HTML,
) (*Bodies, error) {
	out := &Bodies{Subject: r.SubjectLine(v.Catalogue(), v, phase)}
	t, err := template.New("mail.html").Parse(tpl.Mail)
	if err != nil {
		return nil, fmt.Errorf("template email/mail.html: %w", err)
	}
	cat := v.Catalogue()
	picture := func(m release.Medium) string { return out.picture(m, assets) }
	page := html.NewMail(r, v, phase, assets, picture, out.part, &above.Enclosed, divide)
	page.Style = template.CSS(tpl.Style + brand(r.Issuer.Color))
	page.Mark = out.logo(r.Issuer, assets)
	data := view{Page: page, Personal: PersonalLine, Note: above.Note, Framed: above.Framed}
	if phase == release.PhaseAdvance {
		data.Advance = cat.Say(language.AdvanceCopy, r.Until(cat))
	}
	var covers text.Lines
	for _, c := range v.Covers {
		if contains(above.Covers, c.ID) {
			data.Covers = append(data.Covers, note(len(out.covers), html.Blocks(v, c.Text)))
			out.covers = append(out.covers, c.ID)
			covers = append(append(covers, text.BlockLines(v, c.Text)...), text.Fixed("")...)
		}
	}
	if len(data.Covers) > 0 {
		data.CoverLabel = cat.Say(language.CoverNote, r.Issuer.Name)
	}
	var b bytes.Buffer
	if err := t.Execute(&b, data); err != nil {
		return nil, fmt.Errorf("template email/mail.html: %w", err)
	}
	if len(above.Note) > 0 && !strings.Contains(b.String(), template.HTMLEscapeString(above.Note[0])) {
		return nil, errors.New("template email/mail.html: it must print what {{.Note}} holds, above all else")
	}
	if out.HTML, err = inline(b.String()); err != nil {
		return nil, err
	}
	out.Text, out.Flow = textBody(r, v, phase, data, covers, &above.Enclosed)
	return out, nil
}

// view is what the template of a mail sees.
type view struct {
	*html.Page
	Note       []string
	Framed     bool
	Covers     []template.HTML
	CoverLabel string
	Advance    string
	Personal   string
}

// OutlookOpen and OutlookClose put the mail into a table of fixed width where
// Outlook for Windows, which knows no max-width, shows it. html/template drops
// comments, so they pass as HTML.
func (view) OutlookOpen() template.HTML {
	return `<!--[if mso]><table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0"><tr><td><![endif]-->`
}

// OutlookClose closes OutlookOpen.
func (view) OutlookClose() template.HTML { return `<!--[if mso]></td></tr></table><![endif]-->` }

// logo is the issuer's logo as a part of the mail, on white, so that it can be seen
// on dark ground too; or the name, where there is none.
func (b *Bodies) logo(o release.Organization, assets release.Assets) template.HTML {
	a, ok := assets[release.LogoPixels(o.Logo)]
	if o.Logo == "" || !ok || a.Width == 0 {
		return template.HTML(template.HTMLEscapeString(o.Name))
	}
	b.Pictures = append(b.Pictures, Picture{"logo", a})
	width := min(a.Width/2, 180)
	if height := width * a.Height / a.Width; height > 48 {
		width = 48 * a.Width / a.Height
	}
	return template.HTML(fmt.Sprintf(`<img class="logo" src="cid:logo" alt="%s" width="%d" style="background-color:#ffffff;`+
		`max-width:%dpx;width:%dpx;padding:4px 6px;">`,
		template.HTMLEscapeString(o.Name), max(1, width), max(1, width), max(1, width)))
}

// brand is the issuer's colour for links, made readable on light and on dark.
func brand(color string) string {
	if color == "" {
		return ""
	}
	return "\n.mail a { color: " + release.Readable(color) + "; }\n@media (prefers-color-scheme: dark) { .mail a { color: " +
		release.ReadableOnDark(color) + " !important; } }\n"
}

func contains(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return false
}

func (b *Bodies) picture(m release.Medium, assets release.Assets) string {
	a := assets[m.File]
	if len(a.Data) == 0 {
		return ""
	}
	return b.part(a)
}

// part makes a picture a part of the mail, and returns the address of that.
func (b *Bodies) part(a release.Asset) string {
	id := fmt.Sprintf("picture-%d", len(b.Pictures)+1)
	b.Pictures = append(b.Pictures, Picture{id, a})
	return "cid:" + id
}

// inline moves the rules of the style sheet onto the elements; media queries
// stay where they are.
func inline(src string) ([]byte, error) {
	opts := premailer.NewOptions()
	opts.CssToAttributes = false
	opts.KeepBangImportant = true
	p, err := premailer.NewPremailerFromString(src, opts)
	if err != nil {
		return nil, fmt.Errorf("inlining the styles of email/mail.html: %w", err)
	}
	out, err := p.Transform()
	if err != nil {
		return nil, fmt.Errorf("inlining the styles of email/mail.html: %w", err)
	}
	// The personal line must stand alone for internal/mail to find it whole.
	out = strings.Replace(out, PersonalLine, "\n"+PersonalLine+"\n", 1)
	return []byte(out), nil
}

const separator = "------------------------------------------------------------------------"

func textBody(
	r *release.Release, v *release.Version, phase release.Phase, data view, covers text.Lines, enclosed *release.Enclosures,
) (body []byte, flow string) {
	var all text.Lines
	add := func(lines text.Lines) { all = append(append(all, lines...), text.Fixed("")...) }
	for _, p := range data.Note {
		add(text.Paragraph(text.StatementLine(v.Catalogue(), p)))
	}
	if len(data.Note) > 0 {
		add(text.Fixed(separator))
	}
	if data.CoverLabel != "" {
		add(text.Fixed(v.Catalogue().Headed(data.CoverLabel)))
		all = append(all, covers...)
		add(text.Fixed(separator))
	}
	if data.Advance != "" {
		add(text.Paragraph(data.Advance))
	}
	add(text.RenderLines(r, v, phase, enclosed))
	all = append(all, text.Fixed(separator, PersonalLine)...)
	s, flow := all.Flowed()
	return []byte(s), flow
}
