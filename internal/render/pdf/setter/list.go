package setter

// Mark is the mark of a list's item: a bullet, or the item's number.
type Mark struct {
	Spans  []Span
	Indent Length // of the item's text
	Width  Length // the mark begins so far before the text
	Gap    Length // above 0 it ends so far before the text instead
}

// setMark is a mark that waits for a line of text to stand beside.
type setMark struct {
	line  *setLine
	x     Length
	label *element
}

// BeginList opens a list: numbered, or with marks (ISO 32000-1, table 347).
func (d *Document) BeginList(numbered bool) {
	d.Begin("L", "")
	d.current().attr = "/O /List /ListNumbering /Disc"
	if numbered {
		d.current().attr = "/O /List /ListNumbering /Decimal"
	}
}

// BeginItem opens an item of a list, with a label for its mark and one body for all of
// its blocks. The mark stands beside the first line of text that follows, whatever that
// is of. EndItem closes both. An item may have no mark.
func (d *Document) BeginItem(m *Mark) error {
	d.Begin("LI", "")
	var err error
	if m != nil {
		err = d.await(m)
	}
	d.Begin("LBody", "")
	return err
}

func (d *Document) await(m *Mark) error {
	lines, err := d.set(m.Spans, fit{width: 1 << 40, rtl: d.RightToLeft})
	if err != nil {
		return err
	}
	d.marks = append(d.marks, setMark{&lines[0], d.markX(m, lines[0].width), d.add("Lbl")})
	return nil
}

// EndItem closes what BeginItem opened.
func (d *Document) EndItem() {
	d.End()
	d.End()
}

// Waiting tells whether the item that was begun last has had no text yet.
func (d *Document) Waiting() bool { return len(d.marks) > 0 }

// markBeside draws the marks that wait beside a line.
func (d *Document) markBeside(v *vline) {
	marks, base, draw := d.marks, v.base, v.draw
	d.marks = nil
	v.draw = func(p *page, y, height Length) {
		for _, m := range marks {
			p.text(m.line, d.aside(p)+m.x, y-base, m.label, nil)
		}
		draw(p, y, height)
	}
}

// markX is where a list's mark begins: beside the text, on the page's own side.
func (d *Document) markX(m *Mark, width Length) Length {
	if d.RightToLeft {
		right := d.Geometry.Left + d.Geometry.Column - m.Indent
		if m.Gap > 0 {
			return right + m.Gap
		}
		return right + m.Width - width
	}
	if m.Gap > 0 {
		return d.Geometry.Left + m.Indent - m.Gap - width
	}
	return d.Geometry.Left + m.Indent - m.Width
}
