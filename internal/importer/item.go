package importer

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"pressroom/internal/importer/attribution"
	"pressroom/internal/importer/prose"
	"pressroom/internal/language"
	"pressroom/internal/pattern"
)

// Form is how the text of an Item is written.
type Form string

// The forms.
const (
	HTML     Form = "html"
	Markdown Form = "markdown"
	Text     Form = "text"
)

// Item is a release out of another system's export: what that knows of it, and its
// text.
type Item struct {
	Name              string   // for messages, as in "item 12"
	Addresses         []string // under which it stood, the newest first
	Slug              string   // there
	Headline, Subhead string
	Language          string // BCP 47, "" to tell it by the words
	Day               time.Time
	Form              Form
	Body              string
	Topics            []string
	Pictures          []Picture
	Contacts          []Contact
	Told              []string                    // what was left out of it already
	Beside            func(address string) string // as in Options, "" and nil to take that one
}

// Contact is a press contact as another system has it.
type Contact struct{ Name, Role, Org, Phone, Email string }

// ImportItem makes a release of an item. of is the same release in its main language,
// nil where this is that: what a language's own file must not say is left out then.
func ImportItem(it Item, o Options, of *Result) (*Result, error) {
	list, found, told, err := it.read()
	if err != nil {
		return nil, fmt.Errorf("importing %s: %w", it.Name, err)
	}
	headline := strings.Join(strings.Fields(clean(it.Headline)), " ")
	if headline == "" && len(list) == 0 {
		return nil, fmt.Errorf("importing %s: there is no text in it", it.Name)
	}
	lang, tag := o.tongue(it.Language, append([]prose.Para{{Text: headline}}, list...))
	prose.Placed(list)
	withoutDoubled(list)
	if it.Beside != nil {
		o.Beside = it.Beside
	}
	pictures, left := o.taken(append(given(it.Pictures), found...), false)
	d := &draft{
		Copy: attribution.Copy{
			Cat: language.Of(tag), Lang: lang, Today: o.Today, Unsure: slices.Concat(it.Told, told, left), By: o.Issuer, House: o.House,
		},
		tag: tag, email: o.Email, of: of, day: it.Day, pageDay: true, topics: it.Topics, pictures: merged(pictures),
	}
	if headline != "" {
		d.Headline = prose.Para{Text: headline, Level: 1}
		d.Subhead = prose.Para{Text: strings.Join(strings.Fields(clean(it.Subhead)), " ")}
	}
	d.sortItem(slices.DeleteFunc(list, func(p prose.Para) bool {
		return p.Level == 1 && prose.Fold(p.Text) == prose.Fold(headline)
	}))
	for _, c := range it.Contacts {
		d.addContact(prose.Contact{Name: c.Name, Role: c.Role, Org: c.Org, Phone: c.Phone, Email: c.Email})
	}
	d.Speech()
	d.sameQuotes()
	return d.write(), nil
}

// Tongue is the language of an item whose export names one for all that it holds: that,
// unless the words of this one are plainly another's.
func (it Item) Tongue(all string) string {
	return prose.PlainLanguage(all, []prose.Para{{Text: it.Headline}, {Text: inTags.ReplaceAllString(it.Body, " ")}})
}

// inTags is what stands within the marks of HTML.
var inTags = pattern.New(`<[^<>]*>`)

// read gives the paragraphs of an item's text, and its pictures.
func (it Item) read() (list []prose.Para, pictures []prose.PagePicture, told []string, err error) {
	if len(it.Body) > maxText {
		return nil, nil, nil, errTooLong
	}
	page := it.Body
	switch it.Form {
	case Text:
		text, told := uncut(clean(it.Body))
		text, broken := unbroken(text)
		text, around := unquoted(text)
		list, err = readText(text)
		list, above := fromPasted(list)
		return list, nil, slices.Concat(told, broken, around, above), err
	case Markdown:
		text, cut := uncut(clean(it.Body))
		page, told, err = markdownBody(text)
		if err != nil {
			return nil, nil, nil, err
		}
		told = slices.Concat(cut, told)
	default:
		page, told = templated(page)
		page = "<html><head><meta charset=\"utf-8\"></head><body>" + paragraphed(page)
	}
	w := &walker{keep: true}
	if list, err = w.page([]byte(page)); err != nil {
		return nil, nil, nil, err
	}
	list, footer := withoutFooter(typedItems(list))
	return list, w.pictures, slices.Concat(told, w.told, footer), nil
}

// sortItem puts the paragraphs into the parts of a release of which the headline is
// known: what stands before the copy and is no part of its own belongs to the copy.
func (d *draft) sortItem(list []prose.Para) {
	if d.Headline.Text == "" {
		d.sort(list)
		return
	}
	list = d.lines(list)
	kept, rest := d.head(list)
	kept = d.headlineBelow(kept)
	body, tail := cutTail(append(slices.Clone(kept), rest...))
	d.takeParts(body, tail)
	if d.timed && !d.day.IsZero() && d.day.Before(d.Today) {
		d.timed = false // it has ended long ago: the other system has the day on which it came out
	}
	d.findDay()
}

// sameQuotes gives the quotes of a language's file the ids that they have in the main
// one. Where they are not the same, one by one, they stay text.
func (d *draft) sameQuotes() {
	if d.of == nil {
		return
	}
	same := len(d.Quotes) == len(d.of.Quotes)
	for i := 0; same && i < len(d.Quotes); i++ {
		same = d.Quotes[i].Speaker == d.of.Quotes[i].Speaker
	}
	if same {
		return
	}
	if len(d.of.Quotes) > 0 {
		d.Unsure = append(d.Unsure, "the quotes here and in the main language's file are not the same ones; here they stand in the text")
	}
	d.Quotes, d.Pieces = nil, nil
	for _, p := range d.Body {
		d.Pieces = append(d.Pieces, attribution.Piece{Para: p, Quote: -1})
	}
}

// merged are pictures, each once: what one list says of it completes the other.
func merged(lists ...[]Picture) []prose.Picture {
	var out []Picture
	for _, p := range slices.Concat(lists...) {
		if p.File == "" && (address(p.URL) == "" || !strings.HasPrefix(strings.ToLower(p.URL), "http")) {
			continue
		}
		i := slices.IndexFunc(out, func(q prose.Picture) bool { return q.URL == p.URL && q.File == p.File })
		if i < 0 {
			out = append(out, p)
			continue
		}
		for _, f := range []struct{ have, more *string }{
			{&out[i].Alt, &p.Alt},
			{&out[i].Caption, &p.Caption},
			{&out[i].Credit, &p.Credit},
		} {
			if *f.have == "" {
				*f.have = *f.more
			}
		}
	}
	return out
}

var (
	shortCaption = pattern.New(`(?s)\[caption[^\]]*\](.*?<img[^>]*>(?:\s*</a>)?)(.*?)\[/caption\]`)
	shortCode    = pattern.New(`\[/?(?:gallery|embed|audio|video|vc_\w+|et_pb_\w+)[^\]]*\]`)
	inParagraphs = pattern.New(`(?i)<p[\s>]`)
	blankLines   = pattern.New(`\n\s*\n`)
	blockStart   = pattern.New(`(?i)^<(?:h[1-6]|ul|ol|table|blockquote|div|figure|pre|section|p|hr|!--)\b`)
	// creditTail is the credit at the end of a caption.
	creditTail = pattern.New(`(?i)[\s(\[–—/|-]*\b(?:photo(?:graph)?s?|fotos?|credits?|crédits?|créditos?|bild|image|` +
		`picture)(?:\s+(?:by|credit|von|de|par|di))?` +
		`\s*[:/©]\s*([^()\[\]]{2,120}?)[)\].]*\s*$`)
)

// paragraphed writes out what WordPress makes of a text when it shows it: paragraphs
// between blank lines, and captions.
func paragraphed(s string) string {
	s = shortCaption.ReplaceAllString(s, "\n\n<figure>$1<figcaption>$2</figcaption></figure>\n\n")
	s = shortCode.ReplaceAllString(s, "")
	s = strings.ReplaceAll(s, "\r\n", "\n")
	if inParagraphs.MatchString(s) || !strings.Contains(s, "\n") {
		return s
	}
	var b bytes.Buffer
	for _, block := range blankLines.Split(s, prose.AllFound) {
		if block = strings.TrimSpace(block); block == "" {
			continue
		}
		if blockStart.MatchString(block) {
			b.WriteString(block + "\n")
			continue
		}
		b.WriteString("<p>" + strings.ReplaceAll(block, "\n", "<br>\n") + "</p>\n")
	}
	return b.String()
}

// Credited divides a caption and the credit at its end.
func Credited(text string) (caption, credit string) {
	text = strings.Join(strings.Fields(text), " ")
	m := creditTail.FindStringSubmatchIndex(text)
	if m == nil {
		return text, ""
	}
	return text[:m[0]], strings.TrimSpace(text[m[2]:m[3]])
}

// writeFacts writes what another system knew of a release: topics and pictures.
func (d *draft) writeFacts(b *strings.Builder, out *Result) {
	if len(d.topics) > 0 && d.of == nil {
		quoted := make([]string, len(d.topics))
		for i, t := range d.topics {
			quoted[i] = basic(t)
		}
		fmt.Fprintf(b, "topics = [%s]\n", strings.Join(quoted, ", "))
	}
	out.pictures = make(map[string]bool)
	for _, p := range d.pictures {
		out.pictures[p.URL+p.File] = true
	}
}

func (d *draft) writePictures(b *strings.Builder, out *Result) {
	for _, p := range d.pictures {
		where := cmp.Or(p.URL, p.File)
		if d.of != nil && !d.of.pictures[where] {
			out.Unsure = append(out.Unsure, "a picture stands in this language alone, and is left out: "+where)
			continue
		}
		b.WriteString("\n")
		if p.Alt == "" {
			if p.Alt = p.Caption; p.Alt == "" {
				p.Alt = "?"
			}
			u := "the source says nothing of what is to be seen in " + where + "; write it in alt"
			out.Unsure = append(out.Unsure, u)
			b.WriteString(comment("Please look: " + u + "."))
		}
		key, value := "url", p.URL
		if p.File != "" {
			key, value = "file", mediaName(p.File)
			out.Media = append(out.Media, Media{From: p.File, To: value})
		}
		fmt.Fprintf(b, "[[media]]\n%s = %s\nalt = %s\n", key, basic(value), basic(p.Alt))
		if p.Caption != "" {
			fmt.Fprintf(b, "caption = %s\n", basic(p.Caption))
		}
		if p.Credit != "" {
			fmt.Fprintf(b, "credit = %s\n", basic(p.Credit))
		}
	}
}
