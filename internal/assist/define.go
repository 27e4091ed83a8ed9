package assist

import (
	"slices"
	"strings"
	"unicode/utf8"

	"pressroom/internal/diagnostic"
	"pressroom/internal/frontmatter"
)

// Define is where what stands at an offset is set: the rule of a segment, the first row
// of a list, a quote. ok is false where that is nowhere.
func Define(t Text, f Facts, offset int) (p Place, ok bool) {
	s := scan(t.Src)
	if id, _ := marked(t, &s, offset); id != "" {
		return quoteAt(t, &s, id)
	}
	st := s.at(offset)
	if st == nil || st.header || offset >= s.front.End {
		return p, false
	}
	sp, inside := st.within(offset)
	if !inside {
		return p, false
	}
	name := s.text(sp)
	switch key := s.text(st.key); st.table + "." + key {
	case ".to", ".advance", "cover.to":
		return audienceAt(f, name)
	case "quote.id":
		if t.Translation {
			main := scan(t.Main)
			return quoteAt(Text{Name: mainOf(t.Name), Src: t.Main}, &main, name)
		}
	}
	return p, false
}

// mainOf is the release's own file, by that of a translation.
func mainOf(name string) string {
	dir, file, _ := strings.Cut(name, "/")
	slug, _, _ := strings.Cut(file, ".")
	return dir + "/" + slug + ".md"
}

func quoteAt(t Text, s *sketch, id string) (Place, bool) {
	q, ok := find(s, id)
	if !ok {
		return Place{}, false
	}
	return place(diagnostic.At(t.Name, t.Src, s.statements[q.header].Start)), true
}

func place(p diagnostic.Position) Place { return Place{p.File, p.Line, p.Column} }

func audienceAt(f Facts, name string) (Place, bool) {
	if f.Book == nil || !f.Book.Has(name) {
		return Place{}, false
	}
	for _, s := range f.Book.Segments() {
		if s.Name == name {
			return place(s.At), true
		}
	}
	if picked, err := f.Book.Pick(name); err == nil {
		for _, j := range picked { // one of several lists' rows may stand in another's file
			if slices.Contains(j.Lists, name) && strings.HasPrefix(j.At().File, "contacts/"+name+".") {
				return place(j.At()), true
			}
		}
	}
	return Place{}, false
}

// Outline are the parts of a file: the keys and tables of its front matter, and the headings
// of its text.
func Outline(t Text) []Symbol {
	s := scan(t.Src)
	front := Symbol{Name: "Front matter", Span: frontmatter.Span{End: s.front.End}, At: frontmatter.Span{End: 3}}
	for i, st := range s.statements {
		switch {
		case st.header:
			end := s.front.End
			for _, next := range s.statements[i+1:] {
				if next.header {
					end = next.Start
					break
				}
			}
			front.Within = append(front.Within, Symbol{
				Name: s.text(frontmatter.Span{Start: indent(t.Src, st.Start), End: trimmed(t.Src, st.Span)}), Detail: s.named(i),
				Span: frontmatter.Span{Start: st.Start, End: end}, At: st.Span,
			})
		case s.tableAt(st.Start) < 0 && st.key.End > st.key.Start:
			front.Within = append(front.Within, Symbol{Name: s.text(st.key), Detail: s.short(st), Span: st.Span, At: st.key})
		}
	}
	var out []Symbol
	if s.front.End > 0 {
		out = append(out, front)
	}
	return append(out, headings(t.Src, s.front.End)...)
}

// named is what a table is called: by the first of these keys that it has.
func (s *sketch) named(header int) string {
	for _, key := range []string{"id", "name", "speaker", "org", "file", "title", "email"} {
		if v := s.value(header, key); v != "" {
			return v
		}
	}
	return ""
}

func (s *sketch) short(st statement) string {
	if len(st.strings) == 1 {
		return diagnostic.Word(strings.Join(strings.Fields(s.text(st.strings[0])), " "))
	}
	if st.value.Start < 0 {
		return ""
	}
	return diagnostic.Word(strings.Join(strings.Fields(s.text(st.value)), " "))
}

// headings are those of the text, each with the lines up to the next.
func headings(src []byte, from int) []Symbol {
	var out []Symbol
	for at := from; at < len(src); {
		end := lineEnd(src, at)
		line := strings.TrimRight(string(src[at:end]), " \t\r")
		if signs := len(line) - len(strings.TrimLeft(line, "#")); signs > 0 && signs < 7 && strings.HasPrefix(line[signs:], " ") {
			if n := len(out); n > 0 {
				out[n-1].Span.End = at
			}
			out = append(out, Symbol{
				Name: strings.TrimSpace(line[signs:]), Heading: true,
				Span: frontmatter.Span{Start: at, End: len(src)}, At: frontmatter.Span{Start: at, End: end},
			})
		}
		at = end + 1
	}
	return out
}

// Offset is the byte at a place of a text, of line and column from 1 in characters: the
// nearest that there is.
func Offset(src []byte, line, column int) int {
	at := 0
	for ; line > 1; line-- {
		end := lineEnd(src, at)
		if end >= len(src) {
			return len(src)
		}
		at = end + 1
	}
	for ; column > 1 && at < len(src) && src[at] != '\n'; column-- {
		_, n := utf8.DecodeRune(src[at:])
		at += n
	}
	return at
}
