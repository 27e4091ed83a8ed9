package release

import (
	"slices"
	"strings"

	"pressroom/internal/language"
)

// PlaceKind is where in a release something stands, as readers name it.
type PlaceKind int

// The places.
const (
	InHeadline PlaceKind = iota
	InSubhead
	InParagraph // of the body, which Place.Number counts from 1
	InPicture
	InSignatories
	InBoilerplate
	InNotes
	InContacts
	InVideos
	InDocuments
	InItem  // of a list in the body, which Place.Item counts as it is printed
	InTable // in the body
)

// Place is where a passage stands.
type Place struct {
	Kind   PlaceKind
	Number int // of a paragraph: of an item, the one above its list, or 0 where there is one list
	Item   int
	// Row and Column say of a cell what stands at the beginning of its row, and above it.
	Row, Column string
}

// Name is what readers call the place.
func (p Place) Name(cat *language.Catalogue, issuer string) string {
	switch p.Kind {
	case InHeadline:
		return cat.Correction(language.HeadlinePlace)
	case InSubhead:
		return cat.Correction(language.SubheadPlace)
	case InPicture:
		return cat.Say(language.PictureLabel)
	case InSignatories:
		return cat.Say(language.Signatories)
	case InBoilerplate:
		return cat.Say(language.AboutLabel, issuer)
	case InNotes:
		return cat.Say(language.NotesLabel)
	case InContacts:
		return cat.Say(language.ContactsLabel)
	case InVideos:
		return cat.Say(language.MediaLabel)
	case InDocuments:
		return cat.Say(language.Documents)
	case InItem:
		name := cat.Correction(language.ItemPlace, p.Item)
		if p.Number > 0 {
			name = cat.Correction(language.ParagraphPlace, p.Number) + cat.ListComma() + name
		}
		return name
	case InTable:
		names := []string{cat.Correction(language.TablePlace), p.Row, p.Column}
		return strings.Join(slices.DeleteFunc(names, func(s string) bool { return s == "" }), cat.ListComma())
	}
	return cat.Correction(language.ParagraphPlace, p.Number)
}

// Passage is a stretch of the words of a release in one language: what stands in one
// paragraph, one cell, one line.
type Passage struct {
	Place Place
	Text  string
}

// Passages are all words that readers of a version are given, in order: but for the
// release line, which is about time and not about what is said.
func (r *Release) Passages(v *Version) []Passage {
	w := &passages{}
	w.version(r, v)
	return w.out
}

// version walks through all of a version, and returns it as it is afterwards.
func (w *passages) version(r *Release, v *Version) *Version {
	out := *v
	w.cat = v.Catalogue()
	w.line(Place{Kind: InHeadline}, v.Headline)
	w.line(Place{Kind: InSubhead}, v.Subhead)
	w.line(Place{Kind: InParagraph, Number: 1}, v.Dateline)
	w.kind, w.lists = InParagraph, listsIn(v.Body)
	out.Body = w.walk(v.Body)
	w.kind = InSignatories
	for _, s := range r.SignatoryNames(w.cat) {
		w.line(Place{Kind: InSignatories}, s)
	}
	w.kind = InBoilerplate
	out.Boilerplate = w.walk(v.Boilerplate)
	w.kind = InNotes
	out.Notes = w.walk(v.Notes)
	for _, c := range r.PublicContacts(true, v.Language) {
		w.line(Place{Kind: InContacts}, c.Line(w.cat))
	}
	for _, m := range v.Videos() {
		w.line(Place{Kind: InVideos}, m.Caption)
	}
	for _, d := range r.Documents {
		w.line(Place{Kind: InDocuments}, d.Title)
	}
	return &out
}

// Joined is the passages as one, a line each.
func Joined(passages []Passage) string {
	var b strings.Builder
	for _, p := range passages {
		b.WriteString(p.Text + "\n")
	}
	return b.String()
}

// passages walks through blocks. Where change is set, the inlines of every passage are
// replaced by what it returns; where plain is, it is told every passage that is a line of
// plain text, and whether it is seen in every form: what a picture shows is read in some.
type passages struct {
	cat        *language.Catalogue
	kind       PlaceKind
	paragraphs int
	still      int // in a list, whose paragraphs are not counted
	lists      int // how many there are
	item       int // of the outermost list that it is in
	cell       *Place
	out        []Passage
	change     func(text string, in []Inline) []Inline
	plain      func(text string, seen bool)
}

func (w *passages) line(p Place, text string) { w.add(p, text, true) }

func (w *passages) add(p Place, text string, seen bool) {
	words := strings.Join(strings.Fields(text), " ")
	if words == "" {
		return
	}
	w.out = append(w.out, Passage{p, words})
	if w.plain != nil {
		w.plain(text, seen)
	}
}

func (w *passages) inlines(in []Inline) []Inline {
	text := PlainText(in)
	if strings.TrimSpace(text) == "" {
		return in
	}
	p := w.place()
	w.out = append(w.out, Passage{p, strings.Join(strings.Fields(text), " ")})
	if w.change != nil {
		return w.change(text, in)
	}
	return in
}

// place is where it is.
func (w *passages) place() Place {
	p := Place{Kind: w.kind}
	switch {
	case w.kind != InParagraph:
	case w.cell != nil:
		return *w.cell
	case w.item > 0:
		if p.Kind, p.Item = InItem, w.item; w.lists > 1 {
			p.Number = max(w.paragraphs, 1)
		}
	default:
		p.Number = max(w.paragraphs, 1)
	}
	return p
}

// walk goes through blocks, and returns them as they are afterwards.
func (w *passages) walk(blocks []Block) []Block {
	out := make([]Block, len(blocks))
	for i, b := range blocks {
		out[i] = w.block(b)
	}
	return out
}

func (w *passages) block(b Block) Block {
	switch b := b.(type) {
	case *Paragraph:
		if w.still == 0 {
			w.paragraphs++
		}
		return &Paragraph{w.inlines(b.Inlines)}
	case *Heading: // above the paragraph that follows it
		w.paragraphs++
		h := &Heading{b.Level, w.inlines(b.Inlines)}
		w.paragraphs--
		return h
	case *Quotation:
		q := *b
		q.Paragraphs = make([][]Inline, len(b.Paragraphs))
		for i, p := range b.Paragraphs {
			w.paragraphs++
			q.Paragraphs[i] = w.inlines(p)
		}
		q.Attribution = w.inlines(b.Attribution)
		return &q
	case *BlockQuote:
		return &BlockQuote{w.walk(b.Blocks)}
	case *List:
		return w.list(b)
	case *Table:
		return w.table(b)
	case *Code:
		w.inlines([]Inline{&Text{b.Text}})
	case *Picture:
		w.add(Place{Kind: InPicture}, b.Medium.Alt, false)
		w.line(Place{Kind: InPicture}, b.Medium.Caption)
		w.line(Place{Kind: InPicture}, b.Medium.Credits(w.cat))
	}
	return b
}

// list stands below a paragraph, and its items are counted as they are printed.
func (w *passages) list(l *List) *List {
	out := *l
	out.Items = make([][]Block, len(l.Items))
	w.still++
	for i, item := range l.Items {
		if w.still == 1 {
			if w.item = i + 1; l.Ordered {
				w.item = i + l.Start
			}
		}
		out.Items[i] = w.walk(item)
	}
	if w.still--; w.still == 0 {
		w.item = 0
	}
	return &out
}

// listsIn counts the lists that stand in no other.
func listsIn(blocks []Block) (n int) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *List:
			n++
		case *BlockQuote:
			n += listsIn(b.Blocks)
		}
	}
	return n
}

// table has its cells named by what stands at the beginning of their row, and above them.
func (w *passages) table(t *Table) *Table {
	out := *t
	out.Head = w.row(t.Head, nil)
	out.Rows = make([][][]Inline, len(t.Rows))
	for i, r := range t.Rows {
		out.Rows[i] = w.row(r, t.Head)
	}
	w.cell = nil
	return &out
}

// row is one below a head, or the head itself.
func (w *passages) row(cells, head [][]Inline) [][]Inline {
	out := make([][]Inline, len(cells))
	for i, c := range cells {
		w.cell = &Place{Kind: InTable}
		switch {
		case head == nil:
			w.cell.Column = heading(c)
		case i == 0:
			w.cell.Row = heading(c)
		default:
			w.cell.Row = heading(cells[0])
			if i < len(head) {
				w.cell.Column = heading(head[i])
			}
		}
		out[i] = w.inlines(c)
	}
	return out
}

// mostOfHeading is how many words of a cell name others.
const mostOfHeading = 6

// heading is what a cell says, as others are named by it.
func heading(cell []Inline) string {
	words := strings.Fields(PlainText(cell))
	if len(words) > mostOfHeading {
		return strings.Join(words[:mostOfHeading], " ") + " …"
	}
	return strings.Join(words, " ")
}
