package bounce

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
)

// plain is the text of an HTML body. What a block quotation holds is marked as mail
// programs mark it in plain text, and a rule stays one.
func plain(src []byte) string {
	w := plainWriter{}
	z := html.NewTokenizer(bytes.NewReader(src))
	for w.b.Len() < maxText {
		switch z.Next() {
		case html.ErrorToken:
			return w.b.String()
		case html.TextToken:
			w.text(string(z.Text()))
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			w.open(string(name))
		case html.EndTagToken:
			name, _ := z.TagName()
			w.close(string(name))
		}
	}
	return w.b.String()
}

type plainWriter struct {
	b     strings.Builder
	skip  bool // what is not shown; a page has no tags within it
	quote int  // depth of block quotations
	fresh bool
}

func (w *plainWriter) text(s string) {
	words := strings.Join(strings.Fields(s), " ")
	if w.skip || words == "" {
		return
	}
	if w.quote > 0 && w.fresh {
		w.b.WriteString("> ")
	}
	w.fresh = false
	w.b.WriteString(words + " ")
}

func (w *plainWriter) line() {
	w.b.WriteByte('\n')
	w.fresh = true
}

func (w *plainWriter) open(name string) {
	switch name {
	case "style", "script", "title":
		w.skip = true
	case "hr":
		w.line()
		w.b.WriteString(strings.Repeat("_", 20))
		w.line()
	case "blockquote":
		w.quote++
		w.line()
	case "br", "p", "div", "tr", "li", "h1", "h2", "h3":
		w.line()
	}
}

func (w *plainWriter) close(name string) {
	switch name {
	case "style", "script", "title":
		w.skip = false
	case "blockquote":
		w.quote = max(0, w.quote-1)
		w.line()
	case "p", "div", "tr":
		w.line()
	}
}
