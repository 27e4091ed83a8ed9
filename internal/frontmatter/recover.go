package frontmatter

import (
	"bytes"
	"sort"
	"unicode/utf8"

	"pressroom/internal/diagnostic"
)

// Recover reads a release file as Split does, and one with slips in it as far as
// it can be read, so that all that is wrong with it is said in one pass. A
// document with slips has them among its Diagnostics; it can be walked but not
// edited. It is nil, with errors, only if nothing of the file can be read.
func Recover(name string, src []byte) (*Document, diagnostic.List) {
	return recoverFile(name, src, true)
}

func recoverFile(name string, src []byte, fences bool) (*Document, diagnostic.List) {
	clean, diags := checkEncoding(name, src)
	if clean == nil {
		return nil, diags
	}
	doc, faults := strict(name, clean, fences)
	if doc != nil && len(diags) == 0 {
		return doc, nil
	}
	if doc == nil && tooMuch(faults) {
		return nil, append(diags, faults...)
	}
	if doc == nil {
		doc, faults = mended(name, clean, fences)
	}
	diags = append(diags, faults...)
	if doc == nil {
		return nil, diags
	}
	doc.slips = true
	*doc.diags = append(diags, *doc.diags...)
	return doc, nil
}

// tooMuch tells that a file is larger or deeper than one may be.
func tooMuch(faults diagnostic.List) bool { return len(faults) > 0 && faults[0].Rule == "limit" }

// maxRounds is how often a mended file is read again without a statement that the
// parsers refuse.
const maxRounds = 8

// mended is a file as the mender writes it, with the slips that it found.
func mended(name string, src []byte, fences bool) (*Document, diagnostic.List) {
	m := newMender(name, src, fences)
	m.mend()
	front := Span{0, len(m.out)}
	body := Span{len(m.out), len(m.out)}
	if fences {
		first := bytes.IndexByte(m.out, '\n') + 1
		front, body = Span{first, max(first, m.closing.Start)}, Span{m.closing.End, len(m.out)}
	}
	var faults diagnostic.List
	for range maxRounds {
		d := &Document{Name: name, Src: m.out, Front: front, Body: body, original: m.doc, pieces: m.pieces}
		doc, found := parse(d, boundedKeys(fences))
		if doc != nil {
			doc.spaced = m.spaced
			doc.spoil(m.spoilt)
			return doc, append(m.faults, faults...)
		}
		at := d.refused
		if tooMuch(found) || !m.blankOut(at) {
			return nil, append(append(append(m.faults, m.spaced...), faults...), found...)
		}
		if !covers(m.spoilt, at) {
			faults = append(faults, found...)
		}
	}
	return nil, append(append(m.faults, m.spaced...), faults...)
}

func boundedKeys(fences bool) int {
	if fences {
		return maxKeys
	}
	return 0
}

// blankOut takes the statement at an offset of what was written out of it.
func (m *mender) blankOut(at int) bool {
	i := sort.Search(len(m.whole), func(i int) bool { return m.whole[i].End > at })
	if i == len(m.whole) || m.whole[i].Start > at {
		return false
	}
	touched := false
	for j := m.whole[i].Start; j < m.whole[i].End; j++ {
		if m.out[j] != '\n' && m.out[j] != ' ' {
			m.out[j], touched = ' ', true
		}
	}
	return touched
}

func covers(spans []Span, at int) bool {
	i := sort.Search(len(spans), func(i int) bool { return spans[i].End > at })
	return i < len(spans) && spans[i].Start <= at
}

// spoil marks the keys that stand in statements with a slip: nothing further is
// said about their values.
func (d *Document) spoil(spans []Span) {
	for path, e := range d.entries {
		if covers(spans, e.Key.Start) {
			d.bad[path] = true
		}
	}
}

// origin is where a byte of a mended file stands in the file that was read.
func (d *Document) origin(offset int) int {
	i := sort.Search(len(d.pieces), func(i int) bool { return d.pieces[i].out > offset }) - 1
	if i < 0 {
		return 0
	}
	p := d.pieces[i]
	return p.src + min(offset-p.out, p.n)
}

// checkEncoding returns the file with what is no character replaced, and what is
// wrong with it; nil if it cannot be read.
func checkEncoding(name string, src []byte) ([]byte, diagnostic.List) {
	var diags diagnostic.List
	top := diagnostic.Position{File: name, Line: 1, Column: 1}
	if len(src) > maxSize {
		diags.Errorf(top, "size", "the file is larger than %d KiB; move pictures and documents into files of their own", maxSize>>10)
		return nil, diags
	}
	if bytes.HasPrefix(src, []byte("\xff\xfe")) || bytes.HasPrefix(src, []byte("\xfe\xff")) {
		diags.Errorf(top, "encoding", "the file is in UTF-16; save it as UTF-8")
		return nil, diags
	}
	if i := bytes.IndexByte(src, '\r'); i >= 0 && !bytes.Contains(src, []byte("\n")) && len(bytes.TrimRight(src, "\r")) > i {
		diags.Errorf(top, "encoding",
			"the lines end in carriage returns alone; save the file with the line ends of Unix (LF) or of Windows (CRLF)")
		return nil, diags
	}
	clean := src
	for i := 0; i < len(src); {
		r, n := utf8.DecodeRune(src[i:])
		wrong := r == utf8.RuneError && n == 1
		none := r == 0 || r >= 0xFDD0 && r <= 0xFDEF || r&0xFFFE == 0xFFFE
		if wrong || none {
			if len(diags) == 0 {
				clean = bytes.Clone(src)
				if wrong {
					diags.Errorf(diagnostic.At(name, src, i), "encoding", "not UTF-8 (byte 0x%02x); save the file as UTF-8", src[i])
				} else {
					diags.Errorf(diagnostic.At(name, src, i), "encoding", "U+%04X is not a character; delete it", r)
				}
			}
			copy(clean[i:i+n], "????")
		}
		i += n
	}
	if clean == nil {
		clean = []byte{}
	}
	return clean, diags
}
