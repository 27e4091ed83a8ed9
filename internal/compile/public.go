package compile

import (
	"net/url"
	"slices"
	"time"

	"pressroom/internal/language"
	"pressroom/internal/release"
	"pressroom/internal/render/html"
)

// The forms that only what is public has.
const (
	NINJS Format = "ninjs" // News in JSON, https://iptc.org/standards/ninjs/
	EML   Format = "eml"   // a mail that whoever opens it sends on
)

// PublicForms are the forms in which everybody can have a release, the page first.
var PublicForms = []Format{Web, PDF, DOCX, Text, NINJS, EML}

// Forms are those of PublicForms that the release has: nobody is to send on what was
// withdrawn.
func (in *Input) Forms() []Format {
	a := in.Release.Amended
	if a == nil || a.Earlier || a.Last().Grade != release.GradeWithdrawal {
		return PublicForms
	}
	return slices.DeleteFunc(slices.Clone(PublicForms), func(f Format) bool { return f == EML })
}

// MediaType is that of a format's files.
func (f Format) MediaType() string {
	switch f {
	case Web, Email:
		return "text/html; charset=utf-8"
	case Text:
		return "text/plain; charset=utf-8"
	case PDF:
		return "application/pdf"
	case DOCX:
		return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	case NINJS:
		return "application/json"
	case EML:
		return "message/rfc822"
	case Card:
		return "image/png"
	}
	return "application/octet-stream"
}

// Address is where a form of a version is once it is public, below the newsroom: as
// harbor-report, harbor-report.es or harbor-report.es.pdf.
func (in *Input) Address(f Format, lang string) string {
	name := in.Release.FileName(release.Variant{Phase: release.PhaseRelease, Language: lang})
	switch f {
	case Web:
		return name
	case NINJS:
		return name + ".json"
	}
	return name + f.Ending()
}

// PublicFile is a file of a release with its address below the newsroom.
type PublicFile struct {
	Enclosed
	Address string // as harbor-report/media/bridge.jpg
}

// PublicFiles are the files that everybody can have once the release is public:
// documents, videos, and every picture as it was handed in.
func (in *Input) PublicFiles() []PublicFile {
	var out []PublicFile
	for _, e := range in.Enclosed(true) {
		folder := "media"
		if e.Kind == release.DocumentFile {
			folder = "files"
		}
		out = append(out, PublicFile{e, in.Release.Slug + "/" + folder + "/" + e.Name})
	}
	return out
}

// Link gives enclosures the addresses of what is public, below an address that ends in
// a slash; "" makes them relative to the release's own page.
func (in *Input) Link(e *release.Enclosures, below string) {
	at := make(map[string]string)
	for _, f := range in.PublicFiles() {
		at[f.Key] = below + (&url.URL{Path: f.Address}).EscapedPath()
	}
	for i := range e.Files {
		e.Files[i].Address = at[e.Files[i].Key]
	}
}

// names are what forms are called on a page, in every language.
var names = map[Format]string{PDF: "PDF", DOCX: "Word", Text: "TXT", NINJS: "JSON", EML: "EML"}

// PublicPage compiles the page of a version as it stands in the newsroom. It holds only
// relative addresses, so that it can stand anywhere.
func (in *Input) PublicPage(lang string) ([]byte, error) {
	v := in.Release.Version(lang)
	cat := v.Catalogue()
	n := html.Newsroom{
		Home: "./", HomeLabel: cat.Newsroom(language.AllReleases), Feed: feed(".atom", lang), RSS: feed(".rss", lang),
		TopicsLabel: cat.Search(language.TopicsLabel), Topics: in.topics(),
		FormsLabel: cat.Say(language.Download), Pages: make(map[string]string), Files: in.Enclosures(false, true),
	}
	in.Link(&n.Files, "")
	for _, f := range in.Forms() {
		if f != Web {
			n.Forms = append(n.Forms, html.Link{Name: names[f], Href: in.Address(f, lang)})
		}
	}
	for _, l := range in.Release.Languages() {
		n.Pages[l] = in.Address(Web, l)
	}
	return html.RenderPublic(in.Release, v, in.Assets, in.Hyphens[lang].Divide, in.pageTemplates(), n)
}

// feed is the address of the feed of the releases in a language, below the newsroom.
func feed(ending, lang string) string { return "feed" + ending + "?language=" + url.QueryEscape(lang) }

// topics lead from the page of a release to others of the same topics, each once.
func (in *Input) topics() []html.Link {
	var out []html.Link
	for _, t := range in.Release.Topics {
		link := html.Link{Name: t, Href: "topics/" + url.PathEscape(release.TopicSlug(t))}
		same := func(l html.Link) bool { return l.Href == link.Href }
		if release.TopicSlug(t) != "" && !slices.ContainsFunc(out, same) {
			out = append(out, link)
		}
	}
	return out
}

// EarlyPage compiles the page of a version as it stands behind the link in an advance copy.
func (in *Input) EarlyPage(lang string) ([]byte, error) {
	pages := make(map[string]string)
	for _, l := range in.Release.Languages() {
		pages[l] = in.Address(Web, l)
	}
	return html.RenderEarly(in.Release, in.Release.Version(lang), in.Assets, in.Hyphens[lang].Divide, in.pageTemplates(), pages)
}

// EarlierAddress is where the page of a version stands that holds no longer, below the
// newsroom: under that of the current one, and the moment since when it was so.
func (in *Input) EarlierAddress(lang string, since time.Time) string {
	return in.Address(Web, lang) + "/" + since.UTC().Format("2006-01-02-150405")
}

// EarlierPage compiles the page of a version that holds no longer. It leads to the current
// one, by its headline.
func (in *Input) EarlierPage(lang string, since time.Time, headline string) ([]byte, error) {
	n := html.Newsroom{
		Home: "../" + in.Address(Web, lang), HomeLabel: headline, Feed: "../" + feed(".atom", lang), RSS: "../" + feed(".rss", lang),
		Pages: make(map[string]string),
	}
	for _, l := range in.Release.Languages() {
		n.Pages[l] = "../" + in.EarlierAddress(l, since)
	}
	return html.RenderPublic(in.Release, in.Release.Version(lang), in.Assets, in.Hyphens[lang].Divide, in.pageTemplates(), n)
}
