// Package importer turns an existing press release, as text, HTML, Word document
// or mail, into Markdown with front matter: its release or embargo line, press
// contacts, headline, dateline, body, boilerplate, and each quote with its
// speaker, title and organisation.
//
// Import goes one way, and the files are named after where they stand on it:
//
//   - read.go and read_*.go read a source, in the form it has, into paragraphs;
//   - part.go and part_*.go sort these into the parts of a release: headline, day,
//     embargo, whom to ask, boilerplate;
//   - its package attribution finds what was said in its copy, by whom, and for whom they speak;
//   - write.go writes the file.
//
// What it is not sure of is marked with a comment; words are never made up, and
// what is no part it knows stays in the body.
package importer

import (
	"fmt"
	"time"

	"pressroom/internal/importer/attribution"
	"pressroom/internal/importer/prose"
	"pressroom/internal/language"
)

// Importing says what an import does, to whoever does it.
const Importing = `Bring an existing release in: plain text, Markdown, HTML, a Word document (.docx), a mail
(.eml), the markup of a site or wiki (AsciiDoc, MediaWiki, reStructuredText, Textile, BBCode),
or the text that pdftotext takes out of a PDF; - reads from standard input.
It writes releases/<slug>.md with the release or embargo line, press contacts,
headline, dateline, body, boilerplates, and each quote with its speaker, title and
organisation. What is not sure is marked with a comment in the file and told here.
People of whom the text says no more than an office speak for whoever issues the release:
where that is not told either, --by says whose it is. In a release that begins with your own
organization's name, that is you.
An embargo or an hour of release of which no single instant is sure (no zone, two
readings, two that differ) is written as embargo = "?", which check, build and send
refuse until you write what is right.
An export of WordPress (WXR), a feed (RSS, Atom, JSON), the JSON of Prezly or Presspage,
or a folder of Markdown or pages with the front matter of Hugo, Jekyll or Eleventy (YAML, TOML
or JSON), of HTML, text and Word files brings all its releases at once: with their languages,
days, topics, contacts, and pictures with caption and credit, which stay where they are; those
that lie in the folder come along, into releases/media. The addresses that the releases had
stand in redirects.csv afterwards, and the newsroom leads from each to the release, once
it is public. Nothing is fetched from the network.
With --published they become part of the newsroom, under the days that they bear, and
nobody is mailed. What has errors, an instant, or a day that is not over stays a draft,
and is told. Nothing is written over.`

// Options is what the source cannot say.
type Options struct {
	Today    time.Time // for a release that names no day
	Language string    // BCP 47; "" to tell it by the words
	Own      string    // BCP 47, of who imports: what the words tell to be English is en-GB where theirs is
	Email    string    // of the press office, for a release that names no contact
	Issuer   string    // whose release it is, as whoever imports says; the only organisation that tells of itself in it goes before
	House    string    // who imports: whose release it is where it begins with that organisation, and nothing tells of another

	// Beside tells of the address of a picture, as the source has it, which file beside the
	// source it is: its path there, "" where there is none. Nil: there is nothing beside it.
	Beside func(address string) string
}

// Result is an imported release.
type Result struct {
	Slug     string   // from the headline
	Markdown []byte   // the file
	Language string   // BCP 47
	Quotes   []Quote  // as found, in order
	Unsure   []string // what to look at, as the file's comments say it
	Media    []Media  // pictures beside the source that the release has

	pictures map[string]bool // their addresses
}

// Media is a picture that lies beside the source, and where the release has it, from its
// own folder on.
type Media struct{ From, To string }

// Quote is what was found of one quote.
type Quote = attribution.Quote

// Picture is one of a release, with what its source says of it.
type Picture = prose.Picture

// Import reads a release. name is the file's name, whose ending tells the form
// where the content does not. The error says what the file is not.
func Import(name string, data []byte, o Options) (*Result, error) {
	paras, told, err := read(name, data)
	if err != nil {
		return nil, fmt.Errorf("importing %s: %w", name, err)
	}
	paras, beside := apartFrom(paras)
	if len(paras) == 0 {
		return nil, fmt.Errorf("importing %s: there is no text in it", name)
	}
	prose.Placed(paras)
	withoutDoubled(paras)
	lang, tag := o.tongue("", paras)
	d := &draft{
		Copy: attribution.Copy{
			Cat: language.Of(tag), Lang: lang, Today: o.Today, Unsure: told, By: o.Issuer, House: o.House, Whose: beside.whose,
		},
		tag: tag, email: o.Email, sent: beside.sent, stated: beside.stated.orOfName(name), pageTitle: beside.title,
	}
	kept, left := o.taken(beside.pictures, true)
	d.pictures, d.Unsure = merged(kept), append(d.Unsure, left...)
	d.sort(d.crumbs(paras))
	d.Speech()
	return d.write(), nil
}

// besideWords is what a source has that is no paragraph: when a mail was sent, and the
// pictures of a page and its days.
type besideWords struct {
	sent     time.Time
	stated   stated
	title    string
	pictures []prose.PagePicture
	whose    []string
}

// apartFrom takes that off a source's paragraphs.
func apartFrom(paras []prose.Para) (kept []prose.Para, beside besideWords) {
	for _, p := range paras {
		switch {
		case !p.Sent.IsZero():
			beside.sent = p.Sent
		case p.Stated != nil:
			beside.stated = stated{p.Stated, "the page gives programs"}
		case p.Titled != "":
			beside.title = p.Titled
		case p.Whose != nil:
			beside.whose = p.Whose
		case p.Pictures != nil:
			beside.pictures = append(beside.pictures, p.Pictures...)
		default:
			kept = append(kept, p)
		}
	}
	return kept, beside
}
