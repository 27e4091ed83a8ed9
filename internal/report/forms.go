package report

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"html/template"
	"strings"

	"pressroom/internal/language"
	"pressroom/internal/release"
	"pressroom/internal/render/html"
	"pressroom/internal/render/pdf"
	"pressroom/internal/render/text"
)

// document is the report as the renderers take it.
func (r *Report) document(cat *language.Catalogue) *release.Release {
	return release.NewDocument(release.Paperwork{
		Name: r.Slug + ".report", Issuer: r.issuer, Print: r.print, At: r.At, Headline: r.Title(cat),
		Subhead: cat.Report(language.ReportAsOf, r.issuer.Name, cat.Instant(r.At)), Body: r.Body(cat),
	}, cat)
}

// Text is the report as plain text.
func (r *Report) Text(cat *language.Catalogue) []byte {
	d := r.document(cat)
	return text.Render(d, d.Main(), release.PhaseRelease, nil)
}

// PDF is the report as a tagged PDF, set as releases are. fonts finds fonts for characters
// that the built-in ones lack; nil where there are no others.
func (r *Report) PDF(cat *language.Catalogue, fonts func(lacking []rune, language string) []pdf.Font) ([]byte, error) {
	d := r.document(cat)
	lacking, err := pdf.Lacking(string(r.Text(cat)) + cat.Characters() + r.issuer.Name + r.issuer.URL)
	if err != nil {
		return nil, err
	}
	var others []pdf.Font
	if len(lacking) > 0 && fonts != nil {
		others = fonts(lacking, cat.Tag)
	}
	return pdf.Render(d, d.Main(), release.PhaseRelease, r.assets, others, nil)
}

//go:embed report.html
var source string

var page = template.Must(template.New("report.html").Parse(source))

// HTML is the report as a page that is complete in itself. style is the style sheet of the
// pages of releases.
func (r *Report) HTML(cat *language.Catalogue, style string) ([]byte, error) {
	d := r.document(cat)
	v := d.Main()
	view := map[string]any{
		"Language": v.Language, "Direction": "ltr", "Style": template.CSS(style + "\n" + html.Brand(r.issuer.Color)),
		"Mark": html.Mark(r.issuer, r.assets), "Title": v.Headline, "Subhead": v.Subhead, "Body": html.Blocks(v, v.Body),
	}
	if language.RightToLeft(v.Language) {
		view["Direction"] = "rtl"
	}
	var b bytes.Buffer
	if err := page.Execute(&b, view); err != nil {
		return nil, fmt.Errorf("writing the report on %s: %w", r.Slug, err)
	}
	return b.Bytes(), nil
}

// Part is the report as a part of another page: its headline, what stands below that, and
// the rest as HTML, whose headings begin at the second level.
func (r *Report) Part(cat *language.Catalogue) (headline, subhead string, body template.HTML) {
	v := r.document(cat).Main()
	return v.Headline, v.Subhead, html.Blocks(v, v.Body)
}

// JSON is the report for scripts.
func (r *Report) JSON() ([]byte, error) {
	whole := *r
	whole.Mailings, whole.Causes, whole.Forms, whole.Days = full(r.Mailings), full(r.Causes), full(r.Forms), full(r.Days)
	whole.Corrections, whole.Quoted, whole.Coverage = full(r.Corrections), full(r.Quoted), full(r.Coverage)
	whole.Out, whole.At = r.Out.UTC(), r.At.UTC()
	out, err := json.MarshalIndent(whole, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("writing the report on %s: %w", r.Slug, err)
	}
	return append(out, '\n'), nil
}

// full is a list that is there even where nothing is in it.
func full[T any](list []T) []T { return append([]T{}, list...) }

// Forms are the endings of files that a report can be written to.
var Forms = []string{".html", ".pdf", ".txt", ".json"}

// Form is the report in the form that the ending of a file's name asks for.
func (r *Report) Form(ending string, cat *language.Catalogue, style string, fonts func([]rune, string) []pdf.Font) ([]byte, error) {
	switch strings.ToLower(ending) {
	case ".html":
		return r.HTML(cat, style)
	case ".pdf":
		return r.PDF(cat, fonts)
	case ".txt":
		return r.Text(cat), nil
	case ".json":
		return r.JSON()
	}
	return nil, fmt.Errorf("a report is written to a file that ends in %s, not in %q", strings.Join(Forms, ", "), ending)
}
