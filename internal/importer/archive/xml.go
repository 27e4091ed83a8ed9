package archive

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html/charset"

	"pressroom/internal/importer"
	"pressroom/internal/language"
	"pressroom/internal/pattern"
)

var feedRoot = pattern.New(`(?i)<(?:rss|feed|rdf:RDF)[\s>]`)

// node is an element of a feed or export, or, without a name, text within one.
type node struct {
	name  xml.Name
	attrs []xml.Attr
	text  string // of its own, not of those within it
	nodes []*node
}

// child is the first child of a name, in a space whose address holds words; an empty
// node if there is none.
func (n *node) child(space, local string) *node {
	for _, c := range n.nodes {
		if c.name.Local == local && strings.Contains(c.name.Space, space) {
			return c
		}
	}
	return &node{}
}

func (n *node) value(space, local string) string {
	return strings.TrimSpace(n.child(space, local).text)
}

func (n *node) attr(local string) string {
	for _, a := range n.attrs {
		if a.Name.Local == local {
			return strings.TrimSpace(a.Value)
		}
	}
	return ""
}

// plain is the value of an element without a space of its own.
func (n *node) plain(local string) string {
	for _, c := range n.nodes {
		rdf := strings.Contains(c.name.Space, "purl.org/rss/1.0/") && !strings.Contains(c.name.Space, "modules")
		if c.name.Local == local && (c.name.Space == "" || rdf) {
			return strings.TrimSpace(c.text)
		}
	}
	return ""
}

// readXML reads an export of WordPress, or a feed. What declares entities of its own is
// refused: no export does.
func readXML(data []byte) (items []item, left counts, err error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = charset.NewReaderLabel
	d.Strict = true
	d.Entity = xml.HTMLEntity
	r := &reader{pictures: make(map[string]importer.Picture)}
	depth := 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, left, fmt.Errorf("it is no feed and no export: %w", err)
		}
		switch t := token.(type) {
		case xml.Directive:
			if bytes.Contains(bytes.ToUpper(t), []byte("ENTITY")) {
				return nil, left, errors.New("it declares entities of its own, which no feed and no export does")
			}
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return nil, left, errTooDeep
			}
			if depth == 1 {
				r.language = tagOf(attrOf(t.Attr, "lang"))
			}
			switch t.Name.Local {
			case "item", "entry", "language":
				n, err := tree(d, t, depth)
				if err != nil {
					return nil, left, err
				}
				depth--
				if t.Name.Local == "language" {
					r.language = cmp.Or(r.language, tagOf(n.text))
					continue
				}
				if r.count++; r.count > 10*maxReleases {
					return nil, left, fmt.Errorf("it holds more than %d entries", 10*maxReleases)
				}
				r.take(n)
			}
		case xml.EndElement:
			depth--
		}
	}
	r.finish()
	return r.items, r.left, nil
}

var errTooDeep = fmt.Errorf("its elements are nested more than %d deep", maxDepth)

func attrOf(attrs []xml.Attr, local string) string { return (&node{attrs: attrs}).attr(local) }

// tree reads an element whole.
func tree(d *xml.Decoder, start xml.StartElement, depth int) (*node, error) {
	root := &node{name: start.Name, attrs: start.Copy().Attr}
	open := []*node{root}
	texts := []*strings.Builder{{}}
	for len(open) > 0 {
		token, err := d.Token()
		if err != nil {
			return nil, fmt.Errorf("it is damaged: %w", err)
		}
		top := len(open) - 1
		switch t := token.(type) {
		case xml.StartElement:
			if depth+len(open) > maxDepth {
				return nil, errTooDeep
			}
			n := &node{name: t.Name, attrs: t.Copy().Attr}
			open[top].nodes = append(open[top].nodes, n)
			open, texts = append(open, n), append(texts, &strings.Builder{})
		case xml.CharData:
			texts[top].Write(t)
			open[top].nodes = append(open[top].nodes, &node{text: string(t)})
		case xml.EndElement:
			open[top].text = texts[top].String()
			open, texts = open[:top], texts[:top]
		case xml.Directive:
			return nil, errors.New("it has a declaration in the middle")
		}
	}
	return root, nil
}

// reader gathers the items of a feed or export.
type reader struct {
	language string
	items    []item
	left     counts
	count    int
	pictures map[string]importer.Picture // attachments of WordPress, by number
	thumbs   map[int][]string            // the numbers of pictures that belong to an item
}

func (r *reader) take(n *node) {
	var it item
	if strings.Contains(n.name.Space, "Atom") {
		it = atomItem(n)
	} else {
		var ok bool
		if it, ok = r.rssItem(n); !ok {
			return
		}
	}
	it.Language = cmp.Or(it.Language, tongue(it, r.language))
	it.Pictures = append(it.Pictures, mediaOf(n)...)
	it.Name = fmt.Sprintf("entry %d", r.count)
	it.self = append(it.self, it.Addresses...)
	r.items = append(r.items, it)
}

// finish gives items the pictures that stand elsewhere in the export.
func (r *reader) finish() {
	for i, ids := range r.thumbs {
		for _, id := range ids {
			if p, ok := r.pictures[id]; ok {
				r.items[i].Pictures = append([]importer.Picture{p}, r.items[i].Pictures...)
			}
		}
	}
}

// aliens are the kinds of WordPress's entries that are no texts of their own.
var aliens = map[string]bool{
	"nav_menu_item": true, "revision": true, "custom_css": true, "customize_changeset": true, "wp_global_styles": true,
	"wp_navigation": true, "wp_template": true, "wp_block": true, "oembed_cache": true, "acf-field": true, "acf-field-group": true,
}

// rssItem reads an item of RSS, which may be one of WordPress's export.
func (r *reader) rssItem(n *node) (item, bool) {
	const wp, excerpt = "wordpress.org/export", "excerpt"
	kind := n.value(wp, "post_type")
	meta := make(map[string]string)
	for _, c := range n.nodes {
		if c.name.Local == "postmeta" {
			meta[c.value(wp, "meta_key")] = c.value(wp, "meta_value")
		}
	}
	switch status := n.value(wp, "status"); {
	case kind == "attachment":
		p := importer.Picture{URL: n.value(wp, "attachment_url"), Alt: meta["_wp_attachment_image_alt"]}
		p.Caption, p.Credit = importer.Credited(n.value(excerpt, "encoded"))
		if isPicture(p.URL) {
			r.pictures[n.value(wp, "post_id")] = p
		}
		return item{}, false
	case kind == "page":
		r.left.add("page")
		return item{}, false
	case aliens[kind]:
		return item{}, false
	case status != "" && status != "publish":
		if status == "draft" || status == "auto-draft" {
			status = "draft"
		} else {
			status += " entry"
		}
		r.left.add(status)
		return item{}, false
	}
	var it item
	it.Headline, it.Form = n.plain("title"), importer.HTML
	it.Slug = n.value(wp, "post_name")
	it.Body = cmp.Or(n.value("modules/content", "encoded"), n.plain("description"))
	if s := n.value(excerpt, "encoded"); s != "" && len(s) < 300 && !strings.Contains(s, "<") {
		it.Subhead = s
	}
	it.Day = cmp.Or(dayOf(n.value(wp, "post_date")), dayOf(n.plain("pubDate")), dayOf(n.value("dc/elements", "date")))
	it.Language = tagOf(cmp.Or(n.value("dc/elements", "language"), meta["_locale"]))
	for _, l := range []string{n.plain("link"), n.value("Atom", "link")} {
		if l != "" {
			it.Addresses = append(it.Addresses, l)
		}
	}
	r.categories(n, &it)
	for _, c := range n.nodes {
		if c.name.Local == "link" && c.attr("rel") == "alternate" && c.attr("hreflang") != "" {
			it.links = append(it.links, c.attr("href"))
		}
	}
	if id := meta["_thumbnail_id"]; id != "" {
		if r.thumbs == nil {
			r.thumbs = make(map[int][]string)
		}
		r.thumbs[len(r.items)] = []string{id}
	}
	return it, true
}

// categories are topics; plugins keep languages among them.
func (r *reader) categories(n *node, it *item) {
	for _, c := range n.nodes {
		if c.name.Local != "category" {
			continue
		}
		text := strings.TrimSpace(c.text)
		switch c.attr("domain") {
		case "language":
			it.Language = cmp.Or(tagOf(c.attr("nicename")), it.Language)
		case "post_translations":
			it.group = c.attr("nicename")
		case "", "category", "post_tag":
			if text != "" && !strings.EqualFold(text, "uncategorized") && len(it.Topics) < 20 {
				it.Topics = append(it.Topics, text)
			}
		}
	}
}

// atomItem reads an entry of a feed in Atom (RFC 4287).
func atomItem(n *node) item {
	var it item
	const atom = "Atom"
	it.Headline, it.Form = n.value(atom, "title"), importer.HTML
	it.Day = cmp.Or(dayOf(n.value(atom, "published")), dayOf(n.value(atom, "updated")))
	it.Language = tagOf(n.attr("lang"))
	body := n.child(atom, "content")
	if body.text == "" && len(body.nodes) == 0 {
		body = n.child(atom, "summary")
	}
	switch body.attr("type") {
	case "text", "":
		it.Form = importer.Text
		it.Body = strings.TrimSpace(body.text)
	case "xhtml":
		it.Body = markup(body)
	default:
		it.Body = strings.TrimSpace(body.text)
	}
	for _, c := range n.nodes {
		switch rel := c.attr("rel"); {
		case c.name.Local == "link" && rel == "alternate" && c.attr("hreflang") != "":
			it.links = append(it.links, c.attr("href"))
		case c.name.Local == "link" && (rel == "" || rel == "alternate"):
			it.Addresses = append(it.Addresses, c.attr("href"))
		case c.name.Local == "category" && c.attr("term") != "" && len(it.Topics) < 20:
			it.Topics = append(it.Topics, c.attr("term"))
		}
	}
	return it
}

// markup writes an element's content as HTML again.
func markup(n *node) string {
	var b strings.Builder
	for _, c := range n.nodes {
		if c.name.Local == "" {
			xml.EscapeText(&b, []byte(c.text))
			continue
		}
		b.WriteString("<" + c.name.Local)
		for _, a := range c.attrs {
			if a.Name.Local == "href" || a.Name.Local == "src" || a.Name.Local == "alt" {
				b.WriteString(" " + a.Name.Local + `="`)
				xml.EscapeText(&b, []byte(a.Value))
				b.WriteString(`"`)
			}
		}
		b.WriteString(">" + markup(c) + "</" + c.name.Local + ">")
	}
	return b.String()
}

// mediaOf are the pictures that an entry names beside its text.
func mediaOf(n *node) []importer.Picture {
	var out []importer.Picture
	var walk func(n *node)
	walk = func(n *node) {
		for _, c := range n.nodes {
			url := c.attr("url")
			switch {
			case c.name.Local == "group":
				walk(c)
			case c.name.Local == "content" && strings.Contains(c.name.Space, "mrss") && (c.attr("medium") == "image" || isPicture(url)):
				p := importer.Picture{URL: url, Alt: c.value("mrss", "description"), Credit: c.value("mrss", "credit")}
				p.Caption = c.value("mrss", "title")
				out = append(out, p)
			case c.name.Local == "enclosure" && strings.HasPrefix(c.attr("type"), "image/"):
				out = append(out, importer.Picture{URL: url})
			}
		}
	}
	walk(n)
	return out
}

// isPicture tells the address of a picture by its ending.
func isPicture(url string) bool {
	url, _, _ = strings.Cut(strings.ToLower(url), "?")
	for _, ext := range []string{".jpg", ".jpeg", ".png", ".gif", ".webp"} {
		if strings.HasSuffix(url, ext) {
			return true
		}
	}
	return false
}

// dayOf is the day that an export gives, in the zone in which it gives it; zero if it
// gives none.
func dayOf(s string) time.Time {
	for _, layout := range []string{
		time.RFC1123Z, time.RFC1123, time.DateOnly, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST", "2 Jan 2006 15:04:05 -0700",
		"2 Jan 2006 15:04:05 MST", "Mon, 2 Jan 2006", "January 2, 2006", "January 2 2006", "2 January 2006", "2 Jan 2006", "Jan 2, 2006",
	} {
		if t, err := time.Parse(layout, strings.TrimSpace(s)); err == nil && t.Year() > 1900 && t.Year() < 2200 {
			return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
		}
	}
	// Whatever hour stands behind it, in however many ways that is written, the day is this.
	if day, _, _ := strings.Cut(strings.ReplaceAll(strings.TrimSpace(s), "T", " "), " "); day != strings.TrimSpace(s) && len(day) == 10 {
		return dayOf(day)
	}
	return time.Time{}
}

// tongue is the language of an item that names none: "" where its export names none either.
func tongue(it item, all string) string {
	if all == "" {
		return ""
	}
	return it.Tongue(all)
}

// tagOf is a language of an export as a release names it: that without a region where
// the region is the one that goes without saying.
func tagOf(s string) string {
	s = strings.TrimSpace(s)
	if s == "" {
		return ""
	}
	tag, err := language.Canonical(s) // which takes es_ES too
	if err != nil {
		return ""
	}
	if slices.Contains(language.Known(), tag) {
		return tag
	}
	base, _, _ := strings.Cut(tag, "-")
	return base
}

// turnedDay is a day whose month stands behind it, "2020-31-07", where it can be no other; zero for any other text.
func turnedDay(s string) time.Time {
	s, _, _ = strings.Cut(strings.ReplaceAll(strings.TrimSpace(s), "T", " "), " ")
	parts := strings.Split(s, "-")
	if len(parts) != 3 {
		return time.Time{}
	}
	day, err := time.Parse(time.DateOnly, parts[0]+"-"+parts[2]+"-"+parts[1])
	if err != nil || day.Day() <= 12 || day.Year() <= 1900 || day.Year() >= 2200 {
		return time.Time{}
	}
	return day
}
