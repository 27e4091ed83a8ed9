package importer

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// readHTML gives the paragraphs of a web page: of its article or main part where
// it has one. Nothing it points to is fetched.
func readHTML(data []byte) (list []prose.Para, told []string, err error) {
	w := &walker{keep: true}
	if list, err = w.page(data); err != nil {
		return nil, nil, err
	}
	list, footer := withoutFooter(typedItems(list))
	if w.item && w.title != "" {
		list = append([]prose.Para{{Text: w.title, Level: 1}}, list...)
	} else if w.title != "" {
		list = append(list, prose.Para{Titled: w.title, Aside: true, Place: "the page's head"})
	}
	if len(w.whose) > 0 {
		list = append(list, prose.Para{Whose: w.whose, Aside: true, Place: "the page's head"})
	}
	if len(w.stated) > 0 {
		list = append(list, prose.Para{Stated: w.stated, Aside: true, Place: "the page's head"})
	}
	return withPictures(list, w.pictures), append(w.told, footer...), nil
}

// feedLink is the address of an item of a feed, which is none of its words; pages have no such element.
var feedLink = pattern.New(`(?i)<(?:link|guid|comments)(?: [^<>]*)?>\s*https?://[^<>\s]*\s*</(?:link|guid|comments)>`)

func (w *walker) page(data []byte) ([]prose.Para, error) {
	data, encoding := feedLink.ReplaceAllFunc(w.withoutPrograms(data), func([]byte) []byte { return nil }), ""
	if len(data) == 0 {
		return nil, nil // there is no text in it, and no encoding to be told
	}
	if utf8.Valid(data) { // whatever it says of itself, or says nothing within its first thousand bytes
		encoding = "text/html; charset=utf-8"
	}
	r, err := charset.NewReader(bytes.NewReader(data), encoding)
	if err != nil {
		return nil, err
	}
	if err := shallow(data); err != nil {
		return nil, err
	}
	root, err := html.Parse(r)
	if err != nil {
		return nil, err
	}
	w.looks, w.stated = classLooks(root), programDays(root)
	w.title, w.item = titleOf(root)
	w.whose = sitesOf(root)
	top := root
	if !w.entire {
		top = article(root)
	}
	w.walk(top, state{})
	if w.err != nil {
		return nil, w.err
	}
	if top == root {
		w.tellPassed()
		return w.out, nil
	}
	around, out := besides(root, top, w.sum)
	w.outside, w.passed = out.outside, append(w.passed, out.passed...)
	w.tellPassed()
	return append(around, w.out...), nil
}

// besides are the lines of a page outside its article that speak of an embargo: a
// banner above it; and what else was passed over.
func besides(root, article *html.Node, sum int) (out []prose.Para, w *walker) {
	w = &walker{without: article, sum: sum} // what is hidden may speak of an embargo too
	w.walk(root, state{})
	for _, p := range w.out {
		if p.Table == "" && prose.IsTimeLine(p.Text) {
			p.Aside, p.Place = true, "the page, outside its article,"
			out = append(out, p)
			continue
		}
		w.outside++
	}
	return out, w
}

// shallow refuses pages whose elements are nested deeper than any release needs,
// before the parser, whose time grows with depth, sees them.
func shallow(data []byte) error {
	if len(data) > 4*maxText {
		return errTooLong
	}
	depth, deepest := 0, 0
	z := html.NewTokenizer(bytes.NewReader(data))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if deepest > maxNesting {
				return fmt.Errorf("its elements are nested %d deep; save the release alone, as text or HTML", deepest)
			}
			return nil
		case html.StartTagToken:
			name, _ := z.TagName()
			switch atom.Lookup(name) {
			case atom.Br, atom.Img, atom.Meta, atom.Link, atom.Input, atom.Hr, atom.P, atom.Li, atom.Td, atom.Tr, atom.Th, atom.Option, atom.Dd,
				atom.Dt, atom.Source, atom.Wbr, atom.Col:
			default:
				depth++
				deepest = max(deepest, depth)
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if a := atom.Lookup(name); a != atom.P && a != atom.Li && a != atom.Td && a != atom.Tr && a != atom.Th {
				depth = max(0, depth-1)
			}
		}
	}
}

// article is the one part of a page that it calls its article or its main part, or all of it
// where that part is no more than a card beside the text.
func article(root *html.Node) *html.Node {
	for _, tag := range []atom.Atom{atom.Article, atom.Main} {
		if found := all(root, tag); len(found) == 1 && 3*lengthOf(found[0]) >= lengthOf(root) {
			return found[0]
		}
	}
	return root
}

// lengthOf is how many words stand in a part of a page, but for what goes around every page.
func lengthOf(n *html.Node) int {
	count := 0
	switch n.Type {
	case html.TextNode:
		return len(strings.Fields(n.Data))
	case html.ElementNode:
		switch n.DataAtom {
		case atom.Script, atom.Style, atom.Nav, atom.Header, atom.Footer, atom.Aside, atom.Form, atom.Noscript, atom.Template, atom.Head:
			return 0
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		count += lengthOf(c)
	}
	return count
}

func all(n *html.Node, tag atom.Atom) (out []*html.Node) {
	if n.DataAtom == tag {
		out = append(out, n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		out = append(out, all(c, tag)...)
	}
	return out
}

// state is what holds around a node.
type state struct {
	mark   prose.Mark
	quoted bool
	level  int
	bullet string
	lists  int    // that it stands in
	gone   string // what the words are that are left out: "struck", "hidden"; "" for those that stay
	shift  int    // 1 raised, -1 lowered
}

// walker gathers paragraphs.
type walker struct {
	entire bool // not only the article of a page
	out    []prose.Para
	cur    prose.Para
	err    error
	sum    int

	without   *html.Node // is passed over
	mail      bool       // of a mail: its signature is passed over
	signature bool       // there was one
	keep      bool       // pictures, with their captions
	pictures  []prose.PagePicture
	figure    int             // how many of them there were where the figure began, from 1 on; 0 outside
	looks     map[string]look // of the classes that the page's own style has
	gone      []gone          // of this paragraph, left out
	elements  int             // that begin to take words back, so far: each is told by itself
	told      []string        // what was left out
	passed    []string        // parts of the page that were, in short
	outside   int             // lines outside its article
	stated    []time.Time     // days that the page gives programs
	title     string          // of the page
	whose     []string        // is the page, by name
	item      bool            // it is an item of a feed
}

func (w *walker) end() {
	w.tell()
	w.cur.Trim()
	if w.cur.Text != "" {
		w.out = append(w.out, w.cur)
	}
	w.cur = prose.Para{}
	if len(w.out) > maxParas {
		w.err = errTooLong
	}
}

// labelRunsOn tells that the paragraph so far is a label in bold that says whom to ask: a link
// right behind it is not its last word.
func (w *walker) labelRunsOn() bool {
	n := len(w.cur.Marks)
	return n > 0 && w.cur.Marks[n-1].Strong && w.cur.Marks[n-1].To == len(w.cur.Text) && prose.ContactLine.MatchString(w.cur.Text)
}

func (w *walker) add(s string, st state) {
	s = clean(s)
	if s == "" || w.err != nil {
		return
	}
	if st.gone != "" {
		w.leaveOut(st.gone, s)
		return
	}
	if st.shift != 0 {
		s = w.shifted(s, st.shift)
	}
	if w.sum += len(s); w.sum > maxText {
		w.err = errTooLong
		return
	}
	from := len(w.cur.Text)
	w.cur.Text += s
	w.cur.Level, w.cur.Quoted = st.level, st.quoted
	if w.cur.Bullet == "" {
		w.cur.Bullet, w.cur.Depth = st.bullet, max(0, st.lists-1)
	}
	if m := st.mark; m.Href != "" || m.Strong || m.Em {
		m.From, m.To = from, len(w.cur.Text)
		if n := len(w.cur.Marks); n > 0 && w.cur.Marks[n-1].To == from && w.cur.Marks[n-1].Href == m.Href &&
			w.cur.Marks[n-1].Strong == m.Strong && w.cur.Marks[n-1].Em == m.Em {
			w.cur.Marks[n-1].To = m.To
			return
		}
		w.cur.Marks = append(w.cur.Marks, m)
	}
}

func (w *walker) walk(n *html.Node, st state) {
	if w.err != nil || n == w.without {
		return
	}
	switch n.Type {
	case html.TextNode:
		w.words(n.Data, st)
		return
	case html.CommentNode:
		return
	}
	if w.mail && isSignature(n) {
		w.signature = true
		return
	}
	if mail := shielded(n); mail != "" && hidden.MatchString(wordsOf(n)) {
		w.words(mail, st)
		return
	}
	if _, ok := feedDay(n); !ok { // what cannot be read stays to be seen
		w.element(n, st)
	}
}

// element walks an element and what is in it.
func (w *walker) element(n *html.Node, st state) {
	block := false
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Head, atom.Noscript, atom.Template, atom.Svg, atom.Button, atom.Select, atom.Title:
		return
	case atom.Iframe, atom.Object, atom.Embed, atom.Video, atom.Audio, atom.Form:
		w.passOver(n)
		return
	case atom.Nav:
		if !w.entire {
			w.passOver(n)
			return
		}
		block = true
	case atom.Img:
		w.picture(n)
		return
	case atom.Br:
		w.lineBreak(st)
		return
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		block, st.level = true, int(n.Data[1]-'0')
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.Header, atom.Footer, atom.Aside, atom.Figure, atom.Figcaption,
		atom.Address, atom.Dt, atom.Dd, atom.Center, atom.Body, atom.Hr:
		block = true
	case atom.Ul, atom.Ol:
		block = true
		st.lists++
	case atom.Blockquote:
		block, st.quoted = true, true
	case atom.Li:
		block, st.bullet = true, "-"
		if n.Parent != nil && n.Parent.DataAtom == atom.Ol {
			st.bullet = "1."
		}
	case atom.Table:
		w.tableOf(n, st)
		return
	case atom.Pre:
		if block = !w.typed(n, st); !block {
			return
		}
	case atom.A:
		st.mark.Href = linkOf(n)
		if w.labelRunsOn() {
			w.add("\n", state{})
		}
	case atom.B, atom.Strong:
		st.mark.Strong = st.level == 0
	case atom.I, atom.Em, atom.Cite:
		block = w.signs(n, st)
		st.mark.Em = st.level == 0 && !block
	case atom.Del, atom.S, atom.Strike:
		st.gone = "struck"
		w.elements++
	case atom.Sup:
		st.shift = 1
	case atom.Sub:
		st.shift = -1
	case atom.Q:
		w.add("“", st)
		defer w.add("”", st)
	}
	w.lookOf(n).change(&st)
	if w.keep && n.DataAtom == atom.Figure {
		w.end()
		defer func(before int) { w.figure = before }(w.figure)
		w.figure = len(w.pictures) + 1
	}
	if n.DataAtom == atom.Figcaption && w.caption(n) {
		return
	}
	if block {
		w.end()
		defer w.end()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c, st)
	}
}

// sentenceOver is the end of a sentence, perhaps with the mark behind it.
var sentenceOver = pattern.New(`[.!?…]["”’»)]*$|["”»]$`)

// signs tells a <cite> that says whose words are set off: it stands at their end, behind a sentence.
func (w *walker) signs(n *html.Node, st state) bool {
	before := strings.TrimRight(w.cur.Text, " \n")
	if n.DataAtom != atom.Cite || !st.quoted || before != "" && !sentenceOver.MatchString(before) {
		return false
	}
	for ; n != nil && n.DataAtom != atom.Blockquote; n = n.Parent {
		for next := n.NextSibling; next != nil; next = next.NextSibling {
			if next.Type != html.CommentNode && strings.TrimSpace(next.Data) != "" {
				return false
			}
		}
	}
	return true
}

// lineBreak ends a line within a paragraph.
func (w *walker) lineBreak(st state) {
	w.cur.Text = strings.TrimRight(w.cur.Text, " ")
	w.add("\n", st)
}

// words adds text, its spaces as browsers show them.
func (w *walker) words(data string, st state) {
	text := collapse(data)
	if strings.HasSuffix(w.cur.Text, " ") || strings.HasSuffix(w.cur.Text, "\n") || w.cur.Text == "" {
		text = strings.TrimLeft(text, " ")
	}
	w.add(text, st)
}

// linkOf is where a link leads, as far as a release can carry it.
func linkOf(n *html.Node) string {
	if mail := shielded(n); mail != "" {
		return "mailto:" + mail
	}
	for _, a := range n.Attr {
		if a.Key == "href" {
			return address(a.Val)
		}
	}
	return ""
}

// collapse makes runs of spaces one, as browsers do; no-break spaces stay.
func collapse(s string) string {
	var b strings.Builder
	space := false
	for _, r := range s {
		if r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f' {
			if !space {
				b.WriteByte(' ')
			}
			space = true
			continue
		}
		space = false
		b.WriteRune(r)
	}
	return b.String()
}

// address is a link that a release can carry, "" for others.
func address(href string) string {
	href = bare.Replace(strings.TrimSpace(href))
	u, err := url.Parse(href)
	if err != nil || strings.ContainsAny(href, "<>\"\\") || len(href) > 2000 {
		return ""
	}
	switch u.Scheme { // in small letters, however it is written
	case "http", "https":
		if u.Host != "" {
			return href
		}
	case "mailto", "tel":
		if u.Opaque != "" {
			return href
		}
	}
	return ""
}

// bare writes what would end an address in Markdown as addresses have it.
var bare = strings.NewReplacer(" ", "%20", "(", "%28", ")", "%29")
