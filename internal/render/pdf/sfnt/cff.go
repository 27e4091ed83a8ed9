package sfnt

import (
	"errors"
	"fmt"
	"math"
)

// cffIndex is an INDEX structure: its objects.
type cffIndex [][]byte

func (x cffIndex) len() int { return len(x) }

// readIndex reads an INDEX and returns what follows it.
func readIndex(data []byte, at int) (cffIndex, int, error) {
	if at < 0 || at+2 > len(data) {
		return nil, 0, errors.New("an INDEX is cut short")
	}
	n := int(be.Uint16(data[at:]))
	if n == 0 {
		return nil, at + 2, nil
	}
	if at+3 > len(data) {
		return nil, 0, errors.New("an INDEX is cut short")
	}
	size := int(data[at+2])
	if size < 1 || size > 4 || at+3+(n+1)*size > len(data) {
		return nil, 0, errors.New("an INDEX is cut short")
	}
	offset := func(i int) int {
		v := 0
		for _, b := range data[at+3+i*size : at+3+(i+1)*size] {
			v = v<<8 | int(b)
		}
		return v
	}
	base := at + 3 + (n+1)*size - 1
	out := make(cffIndex, n)
	for i := range out {
		a, b := base+offset(i), base+offset(i+1)
		if a > b || a < 0 || b > len(data) {
			return nil, 0, errors.New("an INDEX is damaged")
		}
		out[i] = data[a:b:b]
	}
	return out, base + offset(n), nil
}

func (x cffIndex) append(out []byte) []byte {
	out = be.AppendUint16(out, uint16(len(x)))
	if len(x) == 0 {
		return out
	}
	total := 1
	for _, o := range x {
		total += len(o)
	}
	size := 1
	for total >= 1<<(8*size) {
		size++
	}
	out = append(out, byte(size))
	offset := 1
	put := func(v int) {
		for s := size - 1; s >= 0; s-- {
			out = append(out, byte(v>>(8*s)))
		}
	}
	put(offset)
	for _, o := range x {
		offset += len(o)
		put(offset)
	}
	for _, o := range x {
		out = append(out, o...)
	}
	return out
}

// dict is a DICT: operators with their operands; escaped operators are 1200+.
type dict map[int][]float64

// Operators used here.
const (
	opCharset     = 15
	opCharStrings = 17
	opPrivate     = 18
	opSubrs       = 19
	opDefaultW    = 20
	opNominalW    = 21
	opFontMatrix  = 1207
	opROS         = 1230
	opCIDCount    = 1234
	opFDArray     = 1236
	opFDSelect    = 1237
)

func readDict(data []byte) (dict, error) {
	d := make(dict)
	var operands []float64
	for i := 0; i < len(data); {
		b := int(data[i])
		switch {
		case b <= 21:
			i++
			if b == 12 {
				if i >= len(data) {
					return nil, errors.New("a DICT is cut short")
				}
				b = 1200 + int(data[i])
				i++
			}
			d[b] = operands
			operands = nil
		case b == 30:
			v, n := realNumber(data[i+1:])
			operands = append(operands, v)
			i += 1 + n
		default:
			v, n, ok := number(data[i:])
			if !ok {
				return nil, errors.New("a DICT is damaged")
			}
			operands = append(operands, float64(v))
			i += n
		}
		if len(operands) > 513 {
			return nil, errors.New("a DICT is damaged")
		}
	}
	return d, nil
}

// number reads an integer operand of a DICT.
func number(b []byte) (v, n int, ok bool) {
	switch c := int(b[0]); {
	case c >= 32 && c <= 246:
		return c - 139, 1, true
	case c >= 247 && c <= 250 && len(b) > 1:
		return (c-247)*256 + int(b[1]) + 108, 2, true
	case c >= 251 && c <= 254 && len(b) > 1:
		return -(c-251)*256 - int(b[1]) - 108, 2, true
	case c == 28 && len(b) > 2:
		return int(int16(be.Uint16(b[1:]))), 3, true
	case c == 29 && len(b) > 4:
		return int(int32(be.Uint32(b[1:]))), 5, true
	}
	return 0, 0, false
}

func realNumber(b []byte) (float64, int) {
	s := ""
	for i, c := range b {
		for _, nibble := range []byte{c >> 4, c & 15} {
			switch {
			case nibble < 10:
				s += string('0' + rune(nibble))
			case nibble == 10:
				s += "."
			case nibble == 11:
				s += "E"
			case nibble == 12:
				s += "E-"
			case nibble == 14:
				s += "-"
			case nibble == 15:
				var v float64
				fmt.Sscanf(s, "%g", &v)
				return v, i + 1
			}
		}
	}
	return 0, len(b)
}

func appendNumber(out []byte, v int) []byte {
	switch {
	case v >= -107 && v <= 107:
		return append(out, byte(v+139))
	case v >= math.MinInt16 && v <= math.MaxInt16:
		return append(out, 28, byte(v>>8), byte(v))
	}
	return append(out, 29, byte(v>>24), byte(v>>16), byte(v>>8), byte(v))
}

// appendLong always takes five bytes, for offsets that are filled in later.
func appendLong(out []byte, v int) []byte {
	return append(out, 29, byte(v>>24), byte(v>>16), byte(v>>8), byte(v))
}

func appendOperator(out []byte, op int) []byte {
	if op >= 1200 {
		return append(out, 12, byte(op-1200))
	}
	return append(out, byte(op))
}

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
	if m := top[opFontMatrix]; m != nil && (len(m) != 6 || math.Abs(m[0]-0.001) > 1e-9) {
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
		if m := d[opFontMatrix]; m != nil && (len(m) != 6 || math.Abs(m[0]-1) > 1e-9 && math.Abs(m[0]-0.001) > 1e-9) {
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
	for _, part := range [][]byte{names, cffIndex{top}.append(nil), strings, globals, charset, fdSelect, charStrings, privates, fds.append(nil)} {
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

// usage walks charstrings to find the subroutines they call.
type usage struct {
	font   *cffFont
	global []bool
	local  [][]bool // of each part
	part   int      // of the glyph that is walked
	stack  []int
	stems  int
	ended  bool
	steps  int
}

func newUsage(f *cffFont) *usage {
	u := &usage{font: f, global: make([]bool, len(f.global)), local: make([][]bool, len(f.parts))}
	for i, p := range f.parts {
		u.local[i] = make([]bool, len(p.local))
	}
	return u
}

// glyph walks the charstring of one glyph.
func (u *usage) glyph(code []byte, part int) error {
	u.part, u.stems, u.stack = part, 0, u.stack[:0]
	return u.walk(code, 0)
}

func bias(n int) int {
	switch {
	case n < 1240:
		return 107
	case n < 33900:
		return 1131
	}
	return 32768
}

// walk reads one charstring or subroutine. It knows numbers, calls, and the
// hint operators, whose masks are data between the operators.
func (u *usage) walk(code []byte, depth int) error {
	if depth > 10 {
		return errors.New("subroutines nested too deep")
	}
	u.ended = false
	for i := 0; i < len(code); {
		if u.steps++; u.steps > 1<<22 {
			return errors.New("charstrings do not end")
		}
		b := code[i]
		switch {
		case b == 28:
			if i+3 > len(code) {
				return errors.New("a charstring is cut short")
			}
			u.push(int(int16(be.Uint16(code[i+1:]))))
			i += 3
		case b == 255:
			u.push(0) // a fraction never numbers a subroutine
			i += 5
		case b >= 32:
			v, n, ok := number(code[i:])
			if !ok {
				return errors.New("a charstring is cut short")
			}
			u.push(v)
			i += n
		case b == 10 || b == 29:
			i++
			index, used := u.font.parts[u.part].local, u.local[u.part]
			if b == 29 {
				index, used = u.font.global, u.global
			}
			if len(u.stack) == 0 {
				return errors.New("a call without its number")
			}
			n := u.stack[len(u.stack)-1] + bias(len(index))
			u.stack = u.stack[:len(u.stack)-1]
			if n < 0 || n >= len(index) {
				return errors.New("a call to no subroutine")
			}
			used[n] = true
			if err := u.walk(index[n], depth+1); err != nil || u.ended {
				return err
			}
		case b == 11: // return
			return nil
		case b == 14: // endchar
			if len(u.stack) >= 4 {
				return errors.New("a glyph composed by endchar")
			}
			u.ended = true
			return nil
		case b == 1 || b == 3 || b == 18 || b == 23: // stems
			u.stems += len(u.stack) / 2
			u.stack = u.stack[:0]
			i++
		case b == 19 || b == 20: // masks, with the vertical stems that may go unsaid
			u.stems += len(u.stack) / 2
			u.stack = u.stack[:0]
			i += 1 + (u.stems+7)/8
		case b == 12:
			u.stack = u.stack[:0]
			i += 2
		default:
			u.stack = u.stack[:0]
			i++
		}
	}
	return nil
}

func (u *usage) push(v int) {
	if len(u.stack) < 513 {
		u.stack = append(u.stack, v)
	}
}
