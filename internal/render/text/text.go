// Package text renders a release as plain text: 72 columns of display width,
// links as numbered notes at the end, ready to be read on a phone or pasted
// into an editor.
package text

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"pressroom/internal/language"
	"pressroom/internal/release"
)

// Columns is the longest line, in columns of display width.
const Columns = 72

// Render returns a release in one variant as UTF-8 with line feeds. For a mail,
// enclosed is what goes with it, and the contacts who are not public are named too;
// it is nil for all else.
func Render(r *release.Release, v *release.Version, phase release.Phase, enclosed *release.Enclosures) []byte {
	return []byte(RenderLines(r, v, phase, enclosed).String())
}

// parts writes the parts of a release.
func (w *writer) parts(phase release.Phase) {
	r, v, enclosed := w.release, w.version, w.enclosed
	for _, part := range r.Parts() {
		switch part {
		case release.PartStatement:
			w.statement()
		case release.PartReleaseLine:
			w.para(w.release.ReleaseLines(w.cat, phase))
		case release.PartContacts:
			w.contacts(enclosed != nil)
		case release.PartHeadline:
			w.headline(w.inlines(v.Line(v.Headline)))
			if v.Subhead != "" {
				w.para(w.inlines(v.Line(v.Subhead)))
			}
		case release.PartBody:
			w.blocks(v.Copy(), "")
		case release.PartMedia:
			w.media()
		case release.PartSignatories:
			w.signatories()
		case release.PartBoilerplate:
			w.blocks(v.Boilerplate, "")
		case release.PartNotes:
			if len(v.Notes) > 0 {
				w.para(w.cat.Upper(w.cat.Say(language.NotesLabel)))
				w.blocks(v.Notes, "")
			}
		case release.PartEndMark:
			if r.Issuer.Layout != release.LayoutUK {
				w.links()
			}
			w.para(r.EndMark(w.cat))
		case release.PartReference:
			if line := r.ReferenceLine(w.cat); line != "" {
				w.para(line)
			}
		}
	}
}

// Blocks renders blocks alone, as for a cover note, with their links under them.
func Blocks(v *release.Version, blocks []release.Block) string { return BlockLines(v, blocks).String() }

type writer struct {
	b       strings.Builder
	cat     *language.Catalogue
	release *release.Release
	version *release.Version
	notes   []string
	soft    map[int]end // of lines that go on, by where the next one begins

	enclosed *release.Enclosures // of a mail
}

// headline sets the headline off with a line under it.
func (w *writer) headline(s string) {
	longest := 0
	for _, line := range Wrap(s, "", "") {
		w.b.WriteString(line + "\n")
		longest = max(longest, width(line))
	}
	w.b.WriteString(strings.Repeat("=", min(longest, Columns)) + "\n\n")
}

// para writes a paragraph and the blank line after it.
func (w *writer) para(s string) { w.wrapped(s, "", "") }

func (w *writer) wrapped(s, first, rest string) {
	for _, line := range wrap(s, first, rest) {
		w.b.WriteString(strings.TrimRight(line.Text, " "))
		w.b.WriteByte('\n')
		if line.end != hardEnd && rest == "" { // what stands in does so on each line
			if w.soft == nil {
				w.soft = make(map[int]end)
			}
			w.soft[w.b.Len()] = line.end
		}
	}
	w.b.WriteByte('\n')
}

func (w *writer) contacts(mail bool) {
	contacts := w.release.PublicContacts(mail, w.version.Language)
	if len(contacts) == 0 {
		return
	}
	label := language.ContactLabel
	if len(contacts) > 1 {
		label = language.ContactsLabel
	}
	w.b.WriteString(w.cat.Headed(w.cat.Say(label)) + "\n")
	for _, c := range contacts {
		for _, line := range Wrap(w.inlines(w.version.Line(c.Line(w.cat))), "", "  ") {
			w.b.WriteString(line + "\n")
		}
	}
	w.b.WriteByte('\n')
}

func (w *writer) media() {
	if e := w.enclosed; e != nil && e.Page != "" {
		w.b.WriteString(w.cat.Headed(w.cat.Enclosed(language.OnTheWeb)) + "\n" + e.Page + "\n")
		if e.PDF != "" {
			w.b.WriteString(e.PDF + "\n")
		}
		w.b.WriteByte('\n')
	}
	videos := w.version.Videos()
	if len(videos) > 0 {
		w.b.WriteString(w.cat.Headed(w.cat.Say(language.MediaLabel)) + "\n")
		for _, m := range videos {
			title := m.Caption
			if title == "" {
				title = w.cat.Say(language.WatchVideo)
			}
			address := cmp.Or(m.URL, w.enclosed.Address(release.VideoFile, m.File))
			w.item(w.inlines(w.version.Line(title)), address, w.enclosed.Attachment(w.cat, release.VideoFile, m.File))
		}
		w.b.WriteByte('\n')
	}
	if len(w.release.Documents) > 0 {
		w.b.WriteString(w.cat.Headed(w.cat.Say(language.Documents)) + "\n")
		for _, d := range w.release.Documents {
			address := cmp.Or(d.URL, w.enclosed.Address(release.DocumentFile, d.File))
			w.item(w.inlines(w.version.Line(d.Title)), address, w.enclosed.Attachment(w.cat, release.DocumentFile, d.File))
		}
		w.b.WriteByte('\n')
	}
	w.pictures(language.Originals, release.OriginalFile)
	w.pictures(language.TextPictures, release.PictureFile)
	if ask := w.enclosed.Ask(w.release, w.version); ask != "" {
		w.para(ask)
	}
}

// pictures lists the pictures of which the mail encloses a file of a kind.
func (w *writer) pictures(label language.EnclosedPhrase, kind release.EnclosureKind) {
	list := w.enclosed.Pictures(w.version, kind)
	if len(list) == 0 {
		return
	}
	w.b.WriteString(w.cat.Headed(w.cat.Enclosed(label)) + "\n")
	for _, m := range list {
		w.item(w.listed(m), w.enclosed.Address(kind, m.File), w.enclosed.Attachment(w.cat, kind, m.File))
	}
	w.b.WriteByte('\n')
}

// listed is a picture in a list of files: its caption, or what it shows, and whose it is.
func (w *writer) listed(m release.Medium) string {
	if m.Caption == "" {
		return w.described(m)
	}
	s := w.inlines(w.version.Line(m.Caption))
	if credits := m.Credits(w.cat); credits != "" {
		s += " (" + w.inlines(w.version.Line(credits)) + ")"
	}
	return s
}

// item is an entry of a list: what it is, where, and under which name it is attached.
func (w *writer) item(title, address, attached string) {
	if strings.Contains(address, "://") {
		title += w.note(address)
	}
	if attached != "" {
		title += " – " + attached
	}
	for _, line := range Wrap(title, "- ", "  ") {
		w.b.WriteString(line + "\n")
	}
}

func (w *writer) signatories() {
	names := w.release.SignatoryNames(w.cat)
	if len(names) == 0 {
		return
	}
	w.b.WriteString(w.cat.Headed(w.cat.Say(language.Signatories)) + "\n")
	for _, s := range names {
		for _, line := range Wrap(w.inlines(w.version.Line(s)), "- ", "  ") {
			w.b.WriteString(line + "\n")
		}
	}
	w.b.WriteByte('\n')
}

// links writes the notes gathered so far, once.
func (w *writer) links() {
	if len(w.notes) == 0 {
		return
	}
	w.b.WriteString(w.cat.Headed(w.cat.Say(language.LinksLabel)) + "\n")
	for i, href := range w.notes {
		fmt.Fprintf(&w.b, "[%d] %s\n", i+1, href)
	}
	w.b.WriteByte('\n')
	w.notes = nil
}

// note returns the number of an address among the notes, as " [3]".
func (w *writer) note(href string) string {
	for i, h := range w.notes {
		if h == href {
			return fmt.Sprintf(" [%d]", i+1)
		}
	}
	w.notes = append(w.notes, href)
	return fmt.Sprintf(" [%d]", len(w.notes))
}

func (w *writer) blocks(blocks []release.Block, indent string) {
	for _, b := range blocks {
		w.block(b, indent)
	}
}

func (w *writer) block(b release.Block, indent string) {
	switch b := b.(type) {
	case *release.Paragraph:
		w.wrapped(w.inlines(b.Inlines), indent, indent)
	case *release.Heading:
		w.wrapped(w.inlines(b.Inlines), indent, indent)
	case *release.Quotation:
		if b.Style == release.StyleBlock {
			indent += "    "
		}
		for _, p := range b.Paragraphs {
			w.wrapped(w.inlines(p), indent, indent)
		}
		if len(b.Attribution) > 0 {
			w.wrapped("– "+w.inlines(b.Attribution), indent, indent+"  ")
		}
	case *release.BlockQuote:
		w.blocks(b.Blocks, indent+"    ")
	case *release.List:
		w.list(b, indent)
	case *release.Code:
		for _, line := range strings.Split(b.Text, "\n") {
			w.b.WriteString(strings.TrimRight(indent+"    "+line, " ") + "\n")
		}
		w.b.WriteByte('\n')
	case *release.Rule:
		w.wrapped("* * *", indent, indent)
	case *release.Table:
		w.table(b, indent)
	case *release.Picture:
		w.picture(b.Medium, indent)
	}
}

func (w *writer) picture(m release.Medium, indent string) {
	w.wrapped(w.described(m), indent, indent)
}

// described is a picture in words: what it shows, its caption, whose it is.
func (w *writer) described(m release.Medium) string {
	s := "[" + w.cat.Say(language.PictureLabel) + w.cat.Colon() + w.inlines(w.version.Line(m.Alt)) + "]"
	if m.Caption != "" {
		s += " " + w.inlines(w.version.Line(m.Caption))
	}
	if m.URL != "" {
		s += w.note(m.URL)
	}
	if credits := m.Credits(w.cat); credits != "" {
		s += " (" + w.inlines(w.version.Line(credits)) + ")"
	}
	return s
}

// list writes a list; where a point holds more than its sentence, an empty line stands
// between all of them.
func (w *writer) list(l *release.List, indent string) {
	apart := slices.ContainsFunc(l.Items, func(item []release.Block) bool { return len(item) > 1 && !endsInList(item) })
	for i, item := range l.Items {
		if apart && i > 0 {
			w.b.WriteByte('\n')
		}
		mark := "- "
		if l.Ordered {
			mark = fmt.Sprintf("%d. ", l.Start+i)
		}
		inner := &writer{cat: w.cat, release: w.release, version: w.version, notes: w.notes}
		hang := indent + strings.Repeat(" ", len(mark))
		inner.blocks(item, hang)
		w.notes = inner.notes
		text := strings.TrimRight(inner.b.String(), "\n")
		switch {
		case text == "":
			text = strings.TrimRight(indent+mark, " ")
		case strings.HasPrefix(text, hang):
			text = indent + mark + text[len(hang):]
		}
		w.b.WriteString(text + "\n")
	}
	w.b.WriteByte('\n')
}

// endsInList tells a point that is a sentence and a list below it.
func endsInList(item []release.Block) bool {
	if len(item) != 2 {
		return false
	}
	_, is := item[1].(*release.List)
	return is
}

func (w *writer) inlines(in []release.Inline) string {
	var b strings.Builder
	for _, i := range in {
		switch i := i.(type) {
		case *release.Text:
			b.WriteString(i.S)
		case *release.Emphasis:
			if i.Changed {
				b.WriteString(markedOpen + w.inlines(i.Children) + markedClose)
			} else {
				b.WriteString(w.inlines(i.Children))
			}
		case *release.CodeSpan:
			b.WriteString(i.S)
		case *release.Break:
			b.WriteByte('\n')
		case *release.Link:
			label := w.inlines(i.Children)
			b.WriteString(label)
			if !i.Bare() {
				b.WriteString(w.note(i.Href))
			}
		}
	}
	return b.String()
}

// Wrap breaks text into lines of at most Columns columns. The first line begins
// with first, the others with rest. Lines break at spaces, and within a word
// only where it is too long for a line and its script allows it.
func Wrap(s, first, rest string) []string {
	var out []string
	for _, line := range wrap(s, first, rest) {
		out = append(out, line.Text)
	}
	return out
}

func wrap(s, first, rest string) Lines {
	var out Lines
	prefix := first
	for _, hard := range strings.Split(s, "\n") {
		line, used := prefix, width(prefix)
		empty := true
		for _, word := range words(hard) {
			for _, piece := range pieces(word, Columns-width(rest)) {
				n := width(piece.text)
				space := 1
				if empty || piece.joined {
					space = 0
				}
				if !empty && used+space+n > Columns {
					goesOn := spaceEnd
					if piece.joined {
						goesOn = joinedEnd
					}
					out = append(out, Line{line, goesOn})
					line, used, space = rest, width(rest), 0
				}
				line += strings.Repeat(" ", space) + piece.text
				used += space + n
				empty = false
			}
		}
		out = append(out, Line{line, hardEnd})
		prefix = rest
	}
	return out
}

// words are what stands between spaces. The groups of a telephone number are one, and so is
// what no line may part.
func words(line string) []string {
	const most = 24 // columns of a number
	list := strings.FieldsFunc(line, func(r rune) bool { return r == ' ' || r == '\t' || r == '\r' })
	var out []string
	for i := 0; i < len(list); i++ {
		word := list[i]
		if strings.HasPrefix(word, "+") || strings.HasPrefix(word, "(") || strings.HasPrefix(word, "0") {
			for isGroup(word) && i+1 < len(list) && isGroup(strings.TrimRight(list[i+1], ",;:")) && len(word)+len(list[i+1]) < most {
				i++
				word += " " + list[i]
			}
		}
		for i+1 < len(list) && language.Inseparable(list[i], list[i+1]) {
			i++
			word += " " + list[i]
		}
		out = append(out, word)
	}
	return out
}

// isGroup tells what a telephone number is made of.
func isGroup(s string) bool {
	return strings.ContainsAny(s, "0123456789") && strings.Trim(s, "0123456789+-()/. ") == ""
}

type piece struct {
	text   string
	joined bool // no space before it
}

// pieces divides a word that is too long for a line where Unicode allows a line
// to break (UAX 14), so that scripts without spaces wrap.
func pieces(word string, limit int) []piece {
	if width(word) <= limit || isASCII(word) {
		return []piece{{word, false}}
	}
	var out []piece
	state := -1
	for word != "" {
		var seg string
		seg, word, _, state = uniseg.FirstLineSegmentInString(word, state)
		if n := len(out); n > 0 && max(out[n-1].text[len(out[n-1].text)-1], seg[0]) < utf8.RuneSelf {
			out[n-1].text += seg // of an address, which is read as two where a line parts it
			continue
		}
		out = append(out, piece{seg, len(out) > 0})
	}
	return out
}

// isASCII tells texts that have as many characters as bytes.
func isASCII(s string) bool { return utf8.RuneCountInString(s) == len(s) }

func width(s string) int {
	if isASCII(s) {
		return len(s)
	}
	return uniseg.StringWidth(s)
}
