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
		return nil, at, errors.New("an INDEX is cut short")
	}
	n := int(be.Uint16(data[at:]))
	if n == 0 {
		return nil, at + 2, nil
	}
	if at+3 > len(data) {
		return nil, at, errors.New("an INDEX is cut short")
	}
	size := int(data[at+2])
	if size < 1 || size > 4 || at+3+(n+1)*size > len(data) {
		return nil, at, errors.New("an INDEX is cut short")
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
		if a > b || a < 0 || b > len(data) { // negative where int has 32 bits
			return nil, at, errors.New("an INDEX is damaged")
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
	return v, n, false
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
