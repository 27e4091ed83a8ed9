// Package html renders a release as a web page that is complete in itself: nothing
// is fetched from elsewhere, and its one script, which copies text, can be done
// without.
package html

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"html"
	"html/template"
	"slices"
	"strings"
	"time"

	"pressroom/internal/language"
	"pressroom/internal/release"
)

// Divide puts soft hyphens into the words of a text that have at least so many letters.
// A nil one leaves them as they are.
type Divide func(text string, least int) string

// Templates are the sources of a page.
type Templates struct{ Page, Style, Script string }

// Newsroom is what a page that everybody can read has around it. Addresses are relative
// to the page's own.
type Newsroom struct {
	Home, HomeLabel string // the list of releases
	Feed, RSS       string // of the releases in the page's language
	FormsLabel      string
	Forms           []Link // of this version
	TopicsLabel     string
	Topics          []Link // to other releases of the same
	// Pages are the addresses of the release by language.
	Pages map[string]string
	// Files are where the files of the release are.
	Files release.Enclosures
}

// Link is a link with its words.
type Link struct{ Name, Href string }

// Render returns the page of one variant, by itself. divide knows where the long words
// of its language can be divided.
func Render(
	r *release.Release, v *release.Version, phase release.Phase, assets release.Assets, divide Divide, tpl Templates,
) ([]byte, error) {
	return write(r, v, phase, assets, divide, tpl, nil, nil)
}

// RenderEarly returns the page of an advance copy, whose other languages are at the
// addresses of pages, by language.
func RenderEarly(
	r *release.Release, v *release.Version, assets release.Assets, divide Divide, tpl Templates, pages map[string]string,
) ([]byte, error) {
	return write(r, v, release.PhaseAdvance, assets, divide, tpl, nil, pages)
}

// RenderPublic returns the page on which everybody reads a release, in a newsroom.
func RenderPublic(
	r *release.Release, v *release.Version, assets release.Assets, divide Divide, tpl Templates, n Newsroom,
) ([]byte, error) {
	return write(r, v, release.PhaseRelease, assets, divide, tpl, &n, n.Pages)
}

func write(
	r *release.Release, v *release.Version, phase release.Phase, assets release.Assets, divide Divide, tpl Templates, n *Newsroom,
	pages map[string]string,
) ([]byte, error) {
	t, err := template.New("page.html").Parse(tpl.Page)
	if err != nil {
		return nil, fmt.Errorf("template web/page.html: %w", err)
	}
	f := &Fragment{
		web: true, assets: assets, divide: divide,
		picture: func(m release.Medium) string { return dataAddress(assets[m.File]) },
	}
	if n != nil {
		f.enclosed = &n.Files
	}
	page := newPage(r, v, phase, f, false)
	page.Newsroom = n
	page.Style = template.CSS(tpl.Style + Brand(r.Issuer.Color))
	page.Script = template.JS(tpl.Script)
	sum := sha256.Sum256([]byte(tpl.Script))
	page.ScriptHash = "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
	page.Mark = Mark(r.Issuer, assets)
	page.alternates(r, v, phase, pages)
	var b bytes.Buffer
	if err := t.Execute(&b, page); err != nil {
		return nil, fmt.Errorf("template web/page.html: %w", err)
	}
	if line := r.ReferenceLine(v.Catalogue()); !strings.Contains(b.String(), template.HTMLEscapeString(line)) {
		return nil, errors.New(`template web/page.html: it must print the part "reference", its .Label, below the release`)
	}
	if s := r.Statement(v, false); s != nil && !strings.Contains(b.String(), template.HTMLEscapeString(s.Head)) {
		return nil, errors.New(`template web/page.html: it must print the part "statement", its .Names, above the release`)
	}
	return b.Bytes(), nil
}

// Page is what a template sees.
type Page struct {
	Language, Direction string
	Style               template.CSS
	Organization        release.Organization
	ReleaseLine         string
	Comma               string // between the parts of a line
	Embargoed           bool
	Earlier             bool // a revision that holds no longer
	Headline, Subhead   string
	// The same with soft hyphens in words that a telephone's lines have no room for, and
	// with marks around what was changed after the release went out.
	DividedHeadline, DividedSubhead template.HTML
	Summary                         string
	Subject                         string
	Instant                         string // RFC 3339
	Script                          template.JS
	ScriptHash                      string        // for the page's Content-Security-Policy
	Mark                            template.HTML // the logo, or the name
	Alternates                      []Alternate
	Parts                           []PartView
	Structured                      map[string]any
	EndMark                         string
	Say                             map[string]string
	Newsroom                        *Newsroom // nil for a page by itself
	Reference                       string    // whose copy it is, "" for what is nobody's own
}

// Alternate is the same release in another language.
type Alternate struct{ Language, Name, Href string }

// alternates lists the other languages: their pages lie beside this one, as build
// writes them, or where pages has them.
func (p *Page) alternates(r *release.Release, v *release.Version, phase release.Phase, pages map[string]string) {
	for _, o := range r.Versions {
		if o == v {
			continue
		}
		href := r.FileName(release.Variant{Phase: phase, Language: o.Language}) + ".html"
		if pages != nil {
			href = pages[o.Language]
		}
		p.Alternates = append(p.Alternates, Alternate{o.Language, o.Catalogue().Name, href})
	}
}

// Brand is a style sheet with the issuer's colour, made readable on light and on dark; ""
// where it has none.
func Brand(color string) string {
	if color == "" {
		return ""
	}
	return "\n:root { --accent: " + release.Readable(color) + "; }\n@media (prefers-color-scheme: dark) { :root { --accent: " +
		release.ReadableOnDark(color) + "; } }\n"
}

// Mark is the issuer's logo, or its name where there is none.
func Mark(o release.Organization, assets release.Assets) template.HTML {
	if src := dataAddress(assets[release.LogoKey(o.Logo)]); src != "" && o.Logo != "" {
		return template.HTML(`<span class="logo"><img src="` + html.EscapeString(src) + `" alt="` + html.EscapeString(o.Name) + `"></span>`)
	}
	return template.HTML(html.EscapeString(o.Name))
}

// partners is the logos of those who take part: in a mail as parts of it, small.
func (f *Fragment) partners(list []release.Org) template.HTML {
	var b strings.Builder
	for _, o := range list {
		if o.Logo == "" {
			continue
		}
		name := html.EscapeString(o.Name)
		if f.web {
			if src := dataAddress(f.assets[release.LogoKey(o.Logo)]); src != "" {
				b.WriteString(`<li class="logo"><img src="` + html.EscapeString(src) + `" alt="` + name + `"></li>`)
			}
		} else if a := f.assets[release.LogoSmall(o.Logo)]; f.logo != nil && len(a.Data) > 0 {
			w, h := max(1, a.Width/2), max(1, a.Height/2)
			fmt.Fprintf(&b, `<img class="partner" src="%s" alt="%s" width="%d" height="%d" style="width:%dpx;height:%dpx"> `,
				html.EscapeString(f.logo(a)), name, w, h, w, h)
		}
	}
	switch {
	case b.Len() == 0:
		return ""
	case f.web:
		return template.HTML(`<ul class="partners">` + b.String() + `</ul>`)
	}
	return template.HTML(`<p class="partners">` + strings.TrimSuffix(b.String(), " ") + `</p>`)
}

// PartView is one part of the release, in order.
type PartView struct {
	Name     string // statement, release-line, contacts, headline, body, media, signatories, partners, boilerplate, notes, end-mark, reference
	HTML     template.HTML
	Contacts []ContactView
	Label    string
	Names    []template.HTML
}

// InColumns tells whether the names are so many that they stand in columns.
func (p PartView) InColumns() bool { return len(p.Names) >= release.NamesInColumns }

// Pairs are the names as rows of two.
func (p PartView) Pairs() [][]template.HTML { return slices.Collect(slices.Chunk(p.Names, 2)) }

// ContactView is a press contact with links. What is shown of it is marked where it was
// changed after the release went out.
type ContactView struct {
	Line                          string
	Name, Role, Org, Phone, Hours template.HTML
	Address                       template.HTML // of mail, as it is shown
	Email                         string        // the same, for a link
	PhoneHref                     template.URL
}

// NewMail gathers what a mail shows. picture gives the address of a picture's bytes,
// "" if there are none, and logo that of a logo's; enclosed is what goes with the mail;
// divide knows where long words can be divided.
func NewMail(
	r *release.Release, v *release.Version, phase release.Phase, assets release.Assets, picture func(release.Medium) string,
	logo func(release.Asset) string, enclosed *release.Enclosures, divide Divide,
) *Page {
	return newPage(r, v, phase, &Fragment{assets: assets, picture: picture, logo: logo, enclosed: enclosed, divide: divide}, true)
}

func newPage(r *release.Release, v *release.Version, phase release.Phase, f *Fragment, mail bool) *Page {
	cat := v.Catalogue()
	f.v, f.cat, f.rtl = v, cat, language.RightToLeft(v.Language)
	p := &Page{
		Language: v.Language, Direction: "ltr", Organization: r.Issuer, ReleaseLine: r.ReleaseLines(cat, phase), Comma: cat.ListComma(),
		Embargoed: phase == release.PhaseAdvance, Earlier: r.Amended != nil && r.Amended.Earlier, Headline: v.Headline, Subhead: v.Subhead,
		Summary: release.Summary(v.Body, 200), Subject: r.SubjectLine(cat, v, phase), EndMark: r.EndMark(cat),
		Instant: r.Timing.At.Format(time.RFC3339), Reference: r.Reference,
		Say: map[string]string{
			"contact": cat.Say(language.ContactLabel), "notes": cat.Say(language.NotesLabel),
			"pressoffice": cat.Say(language.PressOffice, r.Issuer.Name),
			"copytext":    cat.Say(language.CopyText), "copied": cat.Say(language.Copied), "also": cat.Say(language.AvailableIn),
		},
	}
	if language.RightToLeft(v.Language) {
		p.Direction = "rtl"
	}
	p.DividedHeadline, p.DividedSubhead = f.line(v.Headline, NarrowWord), f.line(v.Subhead, NarrowWord)
	if mail { // a page has its style sheet for that
		p.DividedHeadline, p.DividedSubhead = unwidowed(p.DividedHeadline), unwidowed(p.DividedSubhead)
	}
	p.DividedHeadline, p.DividedSubhead = f.placed(v.Headline, p.DividedHeadline), f.placed(v.Subhead, p.DividedSubhead)
	for _, part := range r.Parts() {
		p.Parts = append(p.Parts, f.part(r, v, part, mail)...)
	}
	p.Structured = structured(r, v, p)
	return p
}

// structured is the page's JSON-LD (schema.org NewsArticle).
func structured(r *release.Release, v *release.Version, p *Page) map[string]any {
	org := map[string]any{"@type": "Organization", "name": r.Issuer.Name}
	if r.Issuer.URL != "" {
		org["url"] = r.Issuer.URL
	}
	out := map[string]any{
		"@context": "https://schema.org", "@type": "NewsArticle", "headline": v.Headline, "inLanguage": v.Language,
		"datePublished": p.Instant, "description": p.Summary, "author": org, "publisher": org,
		"articleSection": "Press release", "keywords": strings.Join(r.Topics, ", "),
	}
	if r.Revision != "" {
		out["version"] = r.Revision
	}
	if r.Amended == nil {
		return out
	}
	out["dateModified"] = r.Amended.Last().At.In(r.Zone).Format(time.RFC3339)
	var corrections []map[string]any
	for _, m := range r.Amended.All {
		if s := m.Sentences[v.Language]; s != "" && m.Grade == release.GradeCorrection {
			corrections = append(corrections, map[string]any{
				"@type": "CorrectionComment", "text": s, "datePublished": m.At.In(r.Zone).Format(time.RFC3339),
			})
		}
	}
	if corrections != nil {
		out["correction"] = corrections
	}
	return out
}

// Fragment renders blocks.
type Fragment struct {
	v       *release.Version
	cat     *language.Catalogue
	picture func(release.Medium) string
	logo    func(release.Asset) string // of a mail; nil where it shows none
	assets  release.Assets
	web     bool // a page, with buttons and downloads; not a mail
	rtl     bool
	inset   int  // by how many pixels what is written stands in, in lists and quotations
	narrow  bool // what is written stands in large type or in a cell
	outline release.Outline
	divide  Divide
	b       strings.Builder

	enclosed *release.Enclosures // of a mail
}

// Blocks renders blocks alone, as for a cover note.
func Blocks(v *release.Version, blocks []release.Block) template.HTML {
	f := &Fragment{v: v, cat: v.Catalogue(), picture: func(release.Medium) string { return "" }}
	return f.html(blocks)
}

func (f *Fragment) html(blocks []release.Block) template.HTML {
	f.b.Reset()
	f.outline = release.Outline{}
	f.blocks(blocks)
	return template.HTML(f.b.String())
}

func (f *Fragment) part(r *release.Release, v *release.Version, part release.Part, mail bool) []PartView {
	switch part {
	case release.PartStatement:
		if s := r.Statement(v, mail); s != nil && !mail {
			part := PartView{Name: "statement"}
			for _, line := range s.Lines() {
				part.Names = append(part.Names, template.HTML(template.HTMLEscapeString(line)))
			}
			return []PartView{part}
		}
	case release.PartReleaseLine:
		return []PartView{{Name: "release-line"}}
	case release.PartContacts:
		return f.contacts(r, v, mail)
	case release.PartHeadline:
		return []PartView{{Name: "headline"}}
	case release.PartBody:
		return []PartView{{Name: "body", HTML: f.html(v.Copy())}}
	case release.PartMedia:
		return f.media(r, v)
	case release.PartSignatories:
		logos := f.partners(r.Partners)
		if names := r.SignatoryNames(f.cat); len(names) > 0 {
			part := PartView{Name: "signatories", Label: f.cat.Say(language.Signatories), HTML: logos}
			for _, name := range names {
				part.Names = append(part.Names, f.line(name, 0))
			}
			return []PartView{part}
		}
		if logos != "" { // of those who are quoted, where nobody has signed
			return []PartView{{Name: "partners", HTML: logos}}
		}
	case release.PartBoilerplate:
		if len(v.Boilerplate) > 0 {
			return []PartView{{Name: "boilerplate", HTML: f.html(v.Boilerplate)}}
		}
	case release.PartNotes:
		if len(v.Notes) > 0 {
			return []PartView{{Name: "notes", Label: f.cat.Say(language.NotesLabel), HTML: f.html(v.Notes)}}
		}
	case release.PartEndMark:
		return []PartView{{Name: "end-mark"}}
	case release.PartReference:
		if line := r.ReferenceLine(f.cat); line != "" {
			return []PartView{{Name: "reference", Label: line}}
		}
	}
	return nil
}

func (f *Fragment) contacts(r *release.Release, v *release.Version, mail bool) []PartView {
	list := r.PublicContacts(mail, v.Language)
	if len(list) == 0 {
		return nil
	}
	p := PartView{Name: "contacts", Label: f.cat.Say(language.ContactLabel)}
	if len(list) > 1 {
		p.Label = f.cat.Say(language.ContactsLabel)
	}
	for _, c := range list {
		p.Contacts = append(p.Contacts, f.contact(v, c))
	}
	return []PartView{p}
}

func (f *Fragment) contact(v *release.Version, c release.PressContact) ContactView {
	line, hours := c.Line(f.cat), c.HoursLine(f.cat)
	shown := v.Parts(line, []string{c.Name, c.Role, c.Org, c.Phone, c.Email, hours})
	part := func(i int) template.HTML { return f.marked(shown[i], 0) }
	return ContactView{
		Line: line, Name: part(0), Role: part(1), Org: part(2), Phone: part(3), Address: part(4), Hours: part(5),
		Email: c.Email, PhoneHref: template.URL(c.Dial()),
	}
}

func (f *Fragment) media(r *release.Release, v *release.Version) []PartView {
	var out []PartView
	list := func(label string, items []listed) {
		if len(items) > 0 {
			out = append(out, PartView{Name: "media", Label: label, HTML: f.listed(items)})
		}
	}
	var items []listed
	if e := f.enclosed; e != nil && e.Page != "" {
		items = append(items, listed{escaped(f.cat.Enclosed(language.ThisRelease)), e.Page, ""})
		if e.PDF != "" {
			items = append(items, listed{escaped(f.cat.Enclosed(language.AsPDF)), e.PDF, ""})
		}
	}
	list(f.cat.Enclosed(language.OnTheWeb), items)
	items = nil
	for _, m := range v.Videos() {
		title := m.Caption
		if title == "" {
			title = f.cat.Say(language.WatchVideo)
		}
		items = append(items, listed{
			f.line(title, 0), cmp.Or(m.URL, f.enclosed.Address(release.VideoFile, m.File)), f.enclosed.Attachment(f.cat, release.VideoFile, m.File),
		})
	}
	list(f.cat.Say(language.MediaLabel), items)
	items = nil
	for _, d := range r.Documents {
		items = append(items, listed{
			f.line(d.Title, 0), cmp.Or(d.URL, f.enclosed.Address(release.DocumentFile, d.File)),
			f.enclosed.Attachment(f.cat, release.DocumentFile, d.File),
		})
	}
	list(f.cat.Say(language.Documents), items)
	items = nil
	if !f.web { // a page links each under the picture
		for _, m := range f.enclosed.Pictures(v, release.OriginalFile) {
			items = append(items, listed{
				f.described(m), f.enclosed.Address(release.OriginalFile, m.File), f.enclosed.Attachment(f.cat, release.OriginalFile, m.File),
			})
		}
	}
	list(f.cat.Enclosed(language.Originals), items)
	if ask := f.enclosed.Ask(r, v); ask != "" && len(out) > 0 {
		out[len(out)-1].HTML += template.HTML("<p>" + html.EscapeString(ask) + "</p>")
	}
	return out
}

// listed is an entry of a list of files and links.
type listed struct {
	title             template.HTML
	address, attached string
}

// escaped is text of ours, which is never marked.
func escaped(text string) template.HTML { return template.HTML(html.EscapeString(text)) }

func (f *Fragment) listed(items []listed) template.HTML {
	f.b.Reset()
	f.b.WriteString("<ul>")
	for _, it := range items {
		f.b.WriteString("<li>")
		if it.address != "" {
			f.link(it.address, func() { f.b.WriteString(string(it.title)) })
		} else {
			f.b.WriteString(string(it.title))
		}
		if it.attached != "" {
			f.b.WriteString(html.EscapeString(" – " + it.attached))
		}
		f.b.WriteString("</li>")
	}
	f.b.WriteString("</ul>")
	return template.HTML(f.b.String())
}

// described is a picture in a list of files: its caption, or what it shows, and whose it is.
func (f *Fragment) described(m release.Medium) template.HTML {
	s := f.line(m.Caption, 0)
	if m.Caption == "" {
		s = "[" + escaped(f.cat.Say(language.PictureLabel)+f.cat.Colon()) + f.line(m.Alt, 0) + "]"
	}
	if credits := m.Credits(f.cat); credits != "" {
		s += " (" + f.line(credits, 0) + ")"
	}
	return s
}
