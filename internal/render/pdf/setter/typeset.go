package setter

// Glyph is a glyph at its place in a line: X from the line's left end and Y above
// its baseline.
type Glyph struct {
	Face Face
	ID   uint16
	X, Y Length
}

// Line is a line of text, from left to right.
type Line struct {
	Glyphs []Glyph
	Width  Length
}

// Typeset shapes one paragraph of a style and breaks it into lines of at most
// width, of like length. The error names a character that no font has.
func Typeset(lib *Library, text, lang string, style Style, width Length, rtl bool, leader func(string) bool) ([]Line, error) {
	d := &Document{Library: lib, Language: lang}
	d.library, d.leader = lib, leader
	lines, err := d.set([]Span{{Text: text, Style: style}}, fit{width: width, balanced: true, rtl: rtl})
	if err != nil {
		return nil, err
	}
	out := make([]Line, len(lines))
	for i := range lines {
		l := &lines[i]
		out[i].Width = l.width
		for _, s := range l.segments() {
			x := s.x
			for _, g := range l.visual(s) {
				if !g.space {
					out[i].Glyphs = append(out[i].Glyphs, Glyph{g.face, g.id, x + g.dx, g.dy})
				}
				x += g.advance
			}
		}
	}
	return out, nil
}
