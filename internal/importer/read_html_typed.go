package importer

import (
	"cmp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// typed reads what a page shows as it was typed: its lines are those of a text, in which a
// contact stands one part to a line. false where other elements are in it.
func (w *walker) typed(n *html.Node, st state) bool {
	text, ok := w.typedText(n)
	if !ok || st.gone != "" || w.lookOf(n) != (look{}) || strings.Count(strings.TrimSpace(text), "\n") == 0 {
		return false
	}
	w.end()
	if w.sum += len(text); w.sum > maxText {
		w.err = errTooLong
		return true
	}
	list, err := readText(clean(text))
	if err != nil {
		w.err = err
		return true
	}
	for _, p := range list {
		p.Place, p.Quoted = "", st.quoted
		w.out = append(w.out, p)
	}
	w.end()
	return true
}

// typedText is the text of an element that has no more in it than text and marks of type, as the page shows all of it.
func (w *walker) typedText(n *html.Node) (string, bool) {
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			b.WriteString(c.Data)
		case c.Type == html.ElementNode && (c.DataAtom == atom.Code || c.DataAtom == atom.Span || c.DataAtom == atom.Font) &&
			w.lookOf(c) == (look{}):
			inner, ok := w.typedText(c)
			if !ok {
				return "", false
			}
			b.WriteString(inner)
		case c.Type != html.CommentNode:
			return "", false
		}
	}
	return b.String(), true
}

// typedItem is the sign before an item that was typed, in a paragraph of its own.
var typedItem = pattern.New(`^[•◦▪‣]\s+`)

// typedItems makes items of such paragraphs.
func typedItems(list []prose.Para) []prose.Para {
	for i, p := range list {
		sign := typedItem.FindString(p.Text)
		if sign == "" || p.Level > 0 {
			continue
		}
		list[i] = p.Part(len(sign), len(p.Text))
		list[i].Bullet = cmp.Or(p.Bullet, "-")
	}
	return list
}
