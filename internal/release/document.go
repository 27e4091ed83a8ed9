package release

import "strings"

// Block is a part of a text: a paragraph, a heading, a list, a quotation …
type Block interface{ isBlock() }

// Paragraph is running text.
type Paragraph struct{ Inlines []Inline }

// Heading is a heading within the body; Level counts from 2, the headline is 1.
type Heading struct {
	Level   int
	Inlines []Inline
}

// Outline closes the gaps in the levels of headings as readers walk them: none is more
// than one level below the one before it. The zero Outline stands below the headline.
type Outline struct{ level int }

// Level is that of the next heading.
func (o *Outline) Level(h *Heading) int {
	o.level = max(2, min(h.Level, o.level+1))
	return o.level
}

// List is a bulleted or numbered list.
type List struct {
	Ordered bool
	Start   int
	Items   [][]Block
}

// BlockQuote is a passage set off by the author with >.
type BlockQuote struct{ Blocks []Block }

// Code is preformatted text.
type Code struct{ Text string }

// Rule is a break between sections.
type Rule struct{}

// Align is how a table's column is set.
type Align int

// The alignments.
const (
	AlignNone Align = iota
	AlignLeft
	AlignCentre
	AlignRight
)

// Table is a table with one row of header cells.
type Table struct {
	Align []Align
	Head  [][]Inline
	Rows  [][][]Inline
}

// Picture is a medium placed in the text.
type Picture struct{ Medium Medium }

// Quotation is a quote as it reads: marks, clause and punctuation are in the
// paragraphs. Attribution is set apart in the block style only.
type Quotation struct {
	ID, Org     string
	Style       Style
	Language    string
	Paragraphs  [][]Inline
	Attribution []Inline
}

func (*Paragraph) isBlock()  {}
func (*Heading) isBlock()    {}
func (*List) isBlock()       {}
func (*BlockQuote) isBlock() {}
func (*Code) isBlock()       {}
func (*Rule) isBlock()       {}
func (*Table) isBlock()      {}
func (*Picture) isBlock()    {}
func (*Quotation) isBlock()  {}
func (*quotePlace) isBlock() {}

// quotePlace stands for {{quote "id"}}, or {{quotes}} with an empty id, until
// Read puts the quotations there.
type quotePlace struct {
	id     string
	offset int
}

// Inline is a part of running text.
type Inline interface{ isInline() }

// Text is characters.
type Text struct{ S string }

// Emphasis is emphasised or, with Strong, strongly emphasised text; with Changed it is
// marked, as words that were others before.
type Emphasis struct {
	Strong   bool
	Changed  bool
	Children []Inline
}

// Link is a link to an absolute address.
type Link struct {
	Href     string
	Children []Inline
}

// CodeSpan is preformatted text in a line.
type CodeSpan struct{ S string }

// Break is a line break that the author wants.
type Break struct{}

func (*Text) isInline()     {}
func (*Emphasis) isInline() {}
func (*Link) isInline()     {}
func (*CodeSpan) isInline() {}
func (*Break) isInline()    {}

// PlainText is the characters of inlines without their markup.
func PlainText(inlines []Inline) string {
	var b strings.Builder
	writePlain(&b, inlines)
	return b.String()
}

func writePlain(b *strings.Builder, inlines []Inline) {
	for _, in := range inlines {
		switch in := in.(type) {
		case *Text:
			b.WriteString(in.S)
		case *Emphasis:
			writePlain(b, in.Children)
		case *Link:
			writePlain(b, in.Children)
		case *CodeSpan:
			b.WriteString(in.S)
		case *Break:
			b.WriteByte('\n')
		}
	}
}

// Summary is the plain text of the first paragraph, cut at a word to at most n
// characters: what a feed, a preview line or a search result shows.
func Summary(blocks []Block, n int) string {
	for _, b := range blocks {
		p, ok := b.(*Paragraph)
		if !ok {
			continue
		}
		text := []rune(strings.Join(strings.Fields(PlainText(p.Inlines)), " "))
		if len(text) <= n {
			return string(text)
		}
		cut := n - 1
		for cut > 0 && text[cut] != ' ' {
			cut--
		}
		if cut == 0 {
			cut = n - 1
		}
		return strings.TrimRight(string(text[:cut]), " ,;:") + "…"
	}
	return ""
}
