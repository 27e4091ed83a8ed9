package sfnt

import (
	"errors"
)

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
