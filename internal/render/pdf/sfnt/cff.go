package sfnt

import (
	"errors"
	"fmt"
	"math"
	"slices"
)

// cffFont is a CFF taken apart. A name-keyed one has one part, a CID-keyed one
// has a part for each of its font DICTs.
type cffFont struct {
	global      cffIndex
	charStrings cffIndex
	parts       []cffPart
	partOf      []byte // of each glyph; nil if there is one part
}

// cffPart is a Private DICT, without its Subrs operator, and its subroutines.
type cffPart struct {
	private []byte
	local   cffIndex
}

func (f *cffFont) part(glyph uint16) int {
	if f.partOf == nil {
		return 0
	}
	return int(f.partOf[glyph])
}

func parseCFF(data []byte) (*cffFont, error) {
	if len(data) < 4 || data[0] != 1 {
		return nil, errors.New("not a CFF of version 1")
	}
	_, at, err := readIndex(data, int(data[2]))
	if err != nil {
		return nil, err
	}
	tops, at, err := readIndex(data, at)
	if err != nil || len(tops) != 1 {
		return nil, errors.New("not one font")
	}
	if _, at, err = readIndex(data, at); err != nil { // strings
		return nil, err
	}
	f := &cffFont{}
	if f.global, _, err = readIndex(data, at); err != nil {
		return nil, err
	}
	top, err := readDict(tops[0])
	if err != nil {
		return nil, err
	}
	if !top.scaled(0.001) {
		return nil, errors.New("the font's matrix is not a thousandth")
	}
	if len(top[opCharStrings]) != 1 {
		return nil, errors.New("the Top DICT lacks CharStrings")
	}
	if f.charStrings, _, err = readIndex(data, int(top[opCharStrings][0])); err != nil {
		return nil, err
	}
	if top[opROS] != nil {
		return f, f.readParts(data, top)
	}
	return f, f.addPart(data, top)
}

// scaled tells whether a DICT has no matrix, or one that scales by one of those.
func (d dict) scaled(by ...float64) bool {
	m := d[opFontMatrix]
	return m == nil || len(m) == 6 && slices.ContainsFunc(by, func(k float64) bool { return math.Abs(m[0]-k) <= 1e-9 })
}

// readParts reads the font DICTs of a CID-keyed font, and which glyph is in which.
func (f *cffFont) readParts(data []byte, top dict) error {
	if len(top[opFDArray]) != 1 || len(top[opFDSelect]) != 1 {
		return errors.New("the Top DICT lacks FDArray or FDSelect")
	}
	dicts, _, err := readIndex(data, int(top[opFDArray][0]))
	if err != nil {
		return err
	}
	for _, raw := range dicts {
		d, err := readDict(raw)
		if err != nil {
			return err
		}
		if !d.scaled(1, 0.001) {
			return errors.New("a font DICT has a matrix of its own")
		}
		if err := f.addPart(data, d); err != nil {
			return err
		}
	}
	f.partOf, err = readSelect(data, int(top[opFDSelect][0]), f.charStrings.len(), len(f.parts))
	return err
}

// readSelect reads an FDSelect of format 0 or 3.
func readSelect(data []byte, at, glyphs, parts int) ([]byte, error) {
	short := errors.New("the FDSelect is cut short")
	if at < 0 || at+5 > len(data) {
		return nil, short
	}
	out := make([]byte, glyphs)
	switch data[at] {
	case 0:
		if at+1+glyphs > len(data) {
			return nil, short
		}
		copy(out, data[at+1:])
	case 3:
		n := int(be.Uint16(data[at+1:]))
		if at+3+3*n+2 > len(data) {
			return nil, short
		}
		for i := range n {
			r := data[at+3+3*i:]
			for g := int(be.Uint16(r)); g < min(int(be.Uint16(r[3:])), glyphs); g++ {
				out[g] = r[2]
			}
		}
	default:
		return nil, errors.New("an FDSelect of another format than 0 or 3")
	}
	for _, p := range out {
		if int(p) >= parts {
			return nil, errors.New("the FDSelect names no font DICT")
		}
	}
	return out, nil
}

// addPart reads the Private DICT that a Top or font DICT points to.
func (f *cffFont) addPart(data []byte, d dict) error {
	place := d[opPrivate]
	if len(place) != 2 {
		return errors.New("a DICT lacks Private")
	}
	size, at := int(place[0]), int(place[1])
	if at < 0 || size < 0 || at+size > len(data) {
		return errors.New("the Private DICT is cut short")
	}
	raw := data[at : at+size]
	private, err := readDict(raw)
	if err != nil {
		return err
	}
	part := cffPart{private: withoutSubrs(raw)}
	if s := private[opSubrs]; len(s) == 1 {
		if part.local, _, err = readIndex(data, at+int(s[0])); err != nil {
			return err
		}
	}
	f.parts = append(f.parts, part)
	return nil
}

// withoutSubrs copies a Private DICT and leaves Subrs out.
func withoutSubrs(raw []byte) []byte {
	var out []byte
	start := 0
	for i := 0; i < len(raw); {
		b := int(raw[i])
		switch {
		case b == opSubrs:
			i++
			start = i
		case b <= 21:
			i++
			if b == 12 {
				i++
			}
			out = append(out, raw[start:min(i, len(raw))]...)
			start = i
		case b == 30:
			_, n := realNumber(raw[i+1:])
			i += 1 + n
		default:
			_, n, ok := number(raw[i:])
			if !ok {
				return out
			}
			i += n
		}
	}
	return out
}

// subset writes a CID-keyed CFF in which CID i is glyphs[i]. Subroutines that no
// glyph calls are emptied, so that the numbers of the others stay.
func (f *cffFont) subset(name string, glyphs []uint16) ([]byte, error) {
	use := newUsage(f)
	chars := make(cffIndex, len(glyphs))
	selected := make([]byte, len(glyphs)) // of each glyph, its part among those in use
	var used []int
	place := make(map[int]byte)
	for i, g := range glyphs {
		p := f.part(g)
		if _, ok := place[p]; !ok {
			place[p] = byte(len(used))
			used = append(used, p)
		}
		selected[i] = place[p]
		chars[i] = f.charStrings[g]
		if err := use.glyph(chars[i], p); err != nil {
			return nil, fmt.Errorf("glyph %d: %w", g, err)
		}
	}
	header := []byte{1, 0, 4, 4}
	names := cffIndex{[]byte(name)}.append(nil)
	strings := cffIndex{[]byte("Adobe"), []byte("Identity")}.append(nil)
	globals := prune(f.global, use.global).append(nil)
	charset := []byte{2, 0, 1, byte((len(glyphs) - 2) >> 8), byte(len(glyphs) - 2)}
	if len(glyphs) < 2 {
		charset = []byte{0}
	}
	fdSelect := append([]byte{0}, selected...)
	charStrings := chars.append(nil)
	// The lengths of everything are known but for the offsets, whose form has a
	// fixed length: lay it out once with zeros, then with the places.
	top := f.top(len(glyphs), 0, 0, 0, 0)
	charsetAt := len(header) + len(names) + len(cffIndex{top}.append(nil)) + len(strings) + len(globals)
	fdSelectAt := charsetAt + len(charset)
	charStringsAt := fdSelectAt + len(fdSelect)
	privateAt := charStringsAt + len(charStrings)
	var privates []byte
	var fds cffIndex
	for _, p := range used {
		private, subrs := f.parts[p].write(use.local[p])
		fds = append(fds, appendOperator(appendLong(appendLong(nil, len(private)), privateAt+len(privates)), opPrivate))
		privates = append(append(privates, private...), subrs...)
	}
	top = f.top(len(glyphs), charsetAt, fdSelectAt, charStringsAt, privateAt+len(privates))
	out := append([]byte{}, header...)
	for _, part := range [][]byte{
		names, cffIndex{top}.append(nil), strings, globals, charset, fdSelect, charStrings, privates,
		fds.append(nil),
	} {
		out = append(out, part...)
	}
	return out, nil
}

// write returns the Private DICT with its subroutines behind it.
func (p *cffPart) write(used []bool) (private, subrs []byte) {
	private = append([]byte{}, p.private...)
	if len(p.local) == 0 {
		return private, nil
	}
	at := len(private) + 4 // of the subroutines: behind this operator
	private = appendOperator(append(private, 28, byte(at>>8), byte(at)), opSubrs)
	return private, prune(p.local, used).append(nil)
}

// top is the Top DICT of a subset; "Adobe" and "Identity" are strings 391, 392.
func (f *cffFont) top(n, charset, fdSelect, charStrings, fdArray int) []byte {
	out := appendOperator(appendNumber(appendNumber(appendNumber(nil, 391), 392), 0), opROS)
	out = appendOperator(appendNumber(out, n), opCIDCount)
	out = appendOperator(appendLong(out, charset), opCharset)
	out = appendOperator(appendLong(out, fdSelect), opFDSelect)
	out = appendOperator(appendLong(out, charStrings), opCharStrings)
	return appendOperator(appendLong(out, fdArray), opFDArray)
}

func prune(x cffIndex, used []bool) cffIndex {
	out := make(cffIndex, len(x))
	for i := range x {
		if used[i] {
			out[i] = x[i]
		}
	}
	return out
}
