package svg

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"github.com/srwiley/rasterx"
)

// rect is a box in the drawing's units.
type rect struct{ x, y, w, h float64 }

func diagonal(w, h float64) float64 { return math.Sqrt((w*w + h*h) / 2) }

// units are how many of the drawing's own a unit is (CSS 2.1, 4.3.2).
var units = map[string]float64{
	"": 1, "px": 1, "pt": 96.0 / 72, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4,
	"em": 16, "rem": 16, "ex": 8,
}

var measure = regexp.MustCompile(`^([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)\s*([a-z]*|%)$`)

// length reads a length; hundredths are of whole.
func length(s string, whole float64) (n float64, err error) {
	m := measure.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return n, fmt.Errorf("“%.40s” is no length", s)
	}
	n, _ = strconv.ParseFloat(m[1], 64) // beyond measure it is infinite
	if math.Abs(n) > 1e7 {
		return n, fmt.Errorf("“%.40s” is too long a length", s)
	}
	if m[2] == "%" {
		return n / 100 * whole, nil
	}
	of, ok := units[m[2]]
	if !ok {
		return n, fmt.Errorf("“%.40s” is no length", s)
	}
	return n * of, nil
}

var number = regexp.MustCompile(`[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?`)

// numbers reads numbers that are parted in any way, or not at all.
func numbers(s string) ([]float64, error) {
	found := number.FindAllString(s, -1)
	if strings.Trim(number.ReplaceAllString(s, ""), ", \t\r\n") != "" {
		return nil, fmt.Errorf("“%.40s” are no numbers", strings.TrimSpace(s))
	}
	list := make([]float64, len(found))
	for i, f := range found {
		n, _ := strconv.ParseFloat(f, 64)
		if math.Abs(n) > 1e7 {
			return nil, fmt.Errorf("“%.40s” is too large a number", f)
		}
		list[i] = n
	}
	return list, nil
}

var transformation = regexp.MustCompile(`^[\s,]*([a-zA-Z]+)\s*\(([^()]*)\)`)

// readTransform reads transformations, the outermost first (SVG 1.1, 7.6), and as CSS
// writes them: lengths in px, angles in deg.
func readTransform(s string) (rasterx.Matrix2D, error) {
	m := rasterx.Identity
	whole := s
	for strings.Trim(s, " \t\r\n,") != "" && strings.TrimSpace(s) != "none" {
		found := transformation.FindStringSubmatch(s)
		if found == nil {
			return m, fmt.Errorf("the transformation “%.60s” cannot be read", whole)
		}
		s = s[len(found[0]):]
		n, err := numbers(strings.NewReplacer("px", "", "deg", "").Replace(found[2]))
		if err != nil {
			return m, err
		}
		at := func(i int, otherwise float64) float64 {
			if i < len(n) {
				return n[i]
			}
			return otherwise
		}
		const degree = math.Pi / 180
		switch name := strings.ToLower(found[1]); {
		case name == "translate" && (len(n) == 1 || len(n) == 2):
			m = m.Translate(n[0], at(1, 0))
		case name == "translatex" && len(n) == 1:
			m = m.Translate(n[0], 0)
		case name == "translatey" && len(n) == 1:
			m = m.Translate(0, n[0])
		case name == "scale" && (len(n) == 1 || len(n) == 2):
			m = m.Scale(n[0], at(1, n[0]))
		case name == "rotate" && (len(n) == 1 || len(n) == 3):
			m = m.Translate(at(1, 0), at(2, 0)).Rotate(n[0]*degree).Translate(-at(1, 0), -at(2, 0))
		case name == "skewx" && len(n) == 1:
			m = m.SkewX(n[0] * degree)
		case name == "skewy" && len(n) == 1:
			m = m.SkewY(n[0] * degree)
		case name == "matrix" && len(n) == 6:
			m = m.Mult(rasterx.Matrix2D{A: n[0], B: n[1], C: n[2], D: n[3], E: n[4], F: n[5]})
		default:
			return m, fmt.Errorf("the transformation “%.60s” cannot be read", strings.TrimSpace(found[0]))
		}
	}
	return m, nil
}

// takes are how many numbers a command of a path takes (SVG 1.1, 8.3).
var takes = map[byte]int{'m': 2, 'l': 2, 'h': 1, 'v': 1, 'c': 6, 's': 4, 'q': 4, 't': 2, 'a': 7, 'z': 0}

// spaced writes the data of a path with each number and each command by itself, the numbers
// times k: programs run them together, the flags of arcs too.
func spaced(d string, k float64) (string, error) {
	var out strings.Builder
	var command byte
	var n int // how many numbers it has
	for {
		if d = strings.TrimLeft(d, " \t\r\n,"); d == "" {
			break
		}
		c := d[0]
		if _, known := takes[c|0x20]; known {
			if !complete(command, n) {
				return "", fmt.Errorf("the path ends within “%c”", command)
			}
			if command == 0 && c|0x20 != 'm' {
				return "", fmt.Errorf("the path begins with “%c” and not with “M”", c)
			}
			command, n, d = c, 0, d[1:]
			out.WriteByte(c)
			continue
		}
		kind := command | 0x20
		want := takes[kind]
		if want == 0 {
			return "", fmt.Errorf("“%.20s” is no part of a path", d)
		}
		if n > 0 && n%want == 0 { // each by itself; further points of a move are lines
			if kind == 'm' {
				command -= 'm' - 'l'
			}
			out.WriteByte(command)
		}
		if at := n % want; kind == 'a' && (at == 3 || at == 4) {
			if c != '0' && c != '1' {
				return "", fmt.Errorf("“%.20s” is no flag of an arc", d)
			}
			out.WriteByte(' ')
			out.WriteByte(c)
			d, n = d[1:], n+1
			continue
		}
		span := number.FindStringIndex(d)
		if span == nil || span[0] != 0 {
			return "", fmt.Errorf("“%.20s” is no part of a path", d)
		}
		v, _ := strconv.ParseFloat(d[:span[1]], 64)
		if math.Abs(v) > 1e7 {
			return "", fmt.Errorf("“%.20s” is too large a number", d)
		}
		if kind != 'a' || n%want != 2 { // the angle of an arc is no length
			v *= k
		}
		out.WriteByte(' ')
		out.WriteString(strconv.FormatFloat(v, 'f', -1, 64))
		d, n = d[span[1]:], n+1
	}
	if !complete(command, n) {
		return "", fmt.Errorf("the path ends within “%c”", command)
	}
	return out.String(), nil
}

func complete(command byte, n int) bool {
	want := takes[command|0x20]
	return want == 0 || n > 0 && n%want == 0
}
