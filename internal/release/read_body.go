package release

import (
	"strings"

	"pressroom/internal/diagnostic"
	"pressroom/internal/frontmatter"
	"pressroom/internal/language"
	"pressroom/internal/pattern"
)

// loneReturn is how old programs for Mac end lines. Markdown of today knows no such end.
var loneReturn = pattern.New(`\r+[^\r\n]`)

// body parses the text below the front matter and puts quotations in place.
func (r *reader) body(doc *frontmatter.Document, v *Version) {
	media := make(map[string]Medium)
	for _, m := range v.Media {
		media[m.Key()] = m
	}
	lacking := func(name string, at Position) { r.use(reference{name: name, at: at, list: doc.Report(), main: true}) }
	src := &textSource{
		src: string(doc.Src[doc.Body.Start:doc.Body.End]), diags: doc.Report(), what: "the body", media: media, picture: lacking, top: true,
		rtl: language.RightToLeft(v.Language),
		at:  func(offset int) Position { return doc.At(doc.Body.Start + offset) },
	}
	if m := loneReturn.FindStringIndex(src.src); m != nil {
		src.errorf(m[0], "encoding", "a carriage return alone ends no line; save the file with the line ends of Unix (LF) or of Windows (CRLF)")
	}
	blocks := withoutEndMark(parseMarkdown(src))
	if len(blocks) == 0 && !src.diags.HasErrors() {
		src.errorf(0, "body", "the release has no text below the front matter")
	}
	v.Body = placeQuotes(blocks, v, src, func(id string) bool {
		return r.without[id] || r.leftIn(id, v.Language) || r.isBroken(id)
	})
	placeMedia(v)
}

// placeQuotes puts each quotation where its marker stands. Markers of those that are
// left out are passed over.
func placeQuotes(blocks []Block, v *Version, src *textSource, gone func(id string) bool) []Block {
	placed := make(map[string]bool)
	byID := make(map[string]*Quote)
	for _, q := range v.Quotes {
		byID[q.ID] = q
	}
	rest := false
	for _, b := range blocks {
		p, ok := b.(*quotePlace)
		if !ok {
			continue
		}
		switch {
		case p.id == "" && rest:
			src.errorf(p.offset, "marker", "{{quotes}} stands twice")
		case p.id == "":
			rest = true
		case byID[p.id] == nil && gone(p.id):
		case byID[p.id] == nil:
			advice := "the quotes: " + quoteIDs(v)
			if len(v.Quotes) == 0 {
				advice = "the release has no [[quote]] yet"
			}
			if near := diagnostic.Nearest(p.id, strings.Split(quoteIDs(v), ", ")); near != "" {
				advice = "did you mean " + near + "?"
			}
			src.errorf(p.offset, "marker", "no quote has the id %q; %s", diagnostic.Word(p.id), advice)
		case placed[p.id]:
			src.errorf(p.offset, "marker", "the quote %q is placed twice", p.id)
		default:
			placed[p.id] = true
		}
	}
	var remaining []Block
	for _, q := range v.Quotes {
		if !placed[q.ID] && q.Reading != nil {
			remaining = append(remaining, q.Reading)
		}
	}
	if len(placed) > 0 && !rest && len(remaining) > 0 {
		src.diags.Warnf(src.at(0), "marker", "%d quotes have no place of their own and follow the body; add {{quotes}} where they belong",
			len(remaining))
	}
	var out []Block
	for _, b := range blocks {
		p, ok := b.(*quotePlace)
		switch {
		case !ok:
			out = append(out, b)
		case p.id == "":
			out = append(out, remaining...)
			remaining = nil
		case byID[p.id] != nil && byID[p.id].Reading != nil:
			out = append(out, byID[p.id].Reading)
		}
	}
	return append(out, remaining...)
}

// placeMedia puts pictures that the body does not place after it.
func placeMedia(v *Version) {
	placed := make(map[string]bool)
	for _, b := range v.Body {
		if p, ok := b.(*Picture); ok {
			placed[p.Medium.Key()] = true
		}
	}
	for _, m := range v.Media {
		if !placed[m.Key()] && m.IsPicture() {
			v.Body = append(v.Body, &Picture{m})
		}
	}
}
