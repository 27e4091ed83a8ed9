package text

import (
	"strings"

	"pressroom/internal/release"
)

// end is how a line ends.
type end int

const (
	hardEnd   end = iota
	spaceEnd      // its paragraph goes on, with a space between
	joinedEnd     // its paragraph goes on, without: within a text that has no spaces
)

// Line is one line of a text.
type Line struct {
	Text string
	end  end
}

// Lines is a text, line by line.
type Lines []Line

// String is the text with line feeds.
func (l Lines) String() string {
	var b strings.Builder
	for _, line := range l {
		b.WriteString(line.Text + "\n")
	}
	return b.String()
}

// Flowed is the text as mail programs put together again what was wrapped, so that a
// paragraph that is copied is one line: lines that go on end in a space (RFC 3676,
// section 4). params are those of its media type. What stands in, as lists, tables and
// code do, stays as it is.
func (l Lines) Flowed() (text, params string) {
	params = "; format=flowed"
	joined := false
	for _, line := range l {
		joined = joined || line.end == joinedEnd
	}
	if joined { // the space at a line's end is none of the text (section 4.2)
		params += "; delsp=yes"
	}
	var b strings.Builder
	for _, line := range l {
		s := strings.TrimRight(line.Text, " ")
		if strings.HasPrefix(s, " ") || strings.HasPrefix(s, ">") || strings.HasPrefix(s, "From ") { // section 4.4
			b.WriteByte(' ')
		}
		b.WriteString(s)
		switch {
		case line.end == hardEnd, s == "--": // which would be the mark of a signature
		case joined && line.end == spaceEnd:
			b.WriteString("  ")
		default:
			b.WriteByte(' ')
		}
		b.WriteByte('\n')
	}
	return b.String(), params
}

// Paragraph is a text of its own, wrapped.
func Paragraph(s string) Lines { return wrap(s, "", "") }

// Fixed is lines that stay as they are.
func Fixed(lines ...string) Lines {
	out := make(Lines, len(lines))
	for i, s := range lines {
		out[i].Text = s
	}
	return out
}

// RenderLines is Render, line by line.
func RenderLines(r *release.Release, v *release.Version, phase release.Phase, enclosed *release.Enclosures) Lines {
	w := &writer{cat: v.Catalogue(), release: r, version: v, enclosed: enclosed}
	w.parts(phase)
	w.links()
	return w.lines()
}

// BlockLines is Blocks, line by line.
func BlockLines(v *release.Version, blocks []release.Block) Lines {
	w := &writer{cat: v.Catalogue(), version: v}
	w.blocks(blocks, "")
	w.links()
	return w.lines()
}

// lines are what was written, without empty ones at the end.
func (w *writer) lines() Lines {
	var out Lines
	at := 0
	for s := range strings.Lines(w.b.String()) {
		at += len(s)
		out = append(out, Line{strings.TrimSuffix(s, "\n"), w.soft[at]})
	}
	for len(out) > 0 && out[len(out)-1].Text == "" {
		out = out[:len(out)-1]
	}
	return out
}
