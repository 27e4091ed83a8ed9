package svg

import (
	"fmt"
	"image/color"
	"regexp"
	"strconv"
	"strings"

	"github.com/fyne-io/oksvg"
)

// paint is what an area or a line is painted with: one colour or a gradient, or nothing.
type paint struct {
	color    color.Color // nil where it is a gradient, or nothing
	gradient *gradient
	opacity  float64
}

func (p paint) nothing() bool { return p.color == nil && p.gradient == nil }

var colorCall = regexp.MustCompile(`^(rgba?|hsla?)\(\s*([^()]*?)\s*\)$`)

// readColor reads a colour as CSS writes it, with how much of it is opaque; nil is none.
// CSS Color 4, 4 to 7.
func readColor(text string, current string) (color.Color, float64, error) {
	s := strings.ToLower(text)
	switch s {
	case "transparent":
		return nil, 1, nil
	case "currentcolor":
		s = strings.ToLower(current)
	case "rebeccapurple": // the one name that SVG 1.1 lacks
		s = "#663399"
	}
	opaque := 1.0
	if digits, ok := strings.CutPrefix(s, "#"); ok && (len(digits) == 4 || len(digits) == 8) {
		n := len(digits) / 4
		alpha := strings.Repeat(digits[3*n:], 3-n)
		v, err := strconv.ParseUint(alpha, 16, 8)
		if err != nil {
			return nil, opaque, fmt.Errorf("“%s” is no colour", text)
		}
		s, opaque = s[:1+3*n], float64(v)/0xff
	}
	if m := colorCall.FindStringSubmatch(s); m != nil {
		parts := strings.Fields(strings.NewReplacer(",", " ", "/", " ").Replace(m[2]))
		if len(parts) == 4 {
			var err error
			if opaque, err = share(parts[3]); err != nil {
				return nil, opaque, err
			}
			parts = parts[:3]
		}
		s = strings.TrimSuffix(m[1], "a") + "(" + strings.Join(parts, ",") + ")"
	}
	c, err := oksvg.ParseSVGColor(s)
	if err != nil || strings.HasPrefix(s, "url") {
		return nil, opaque, fmt.Errorf("“%s” is no colour that is read here; write it as in #0b5a76", text)
	}
	return c, opaque, nil
}

// share is a part of one, written as such or in hundredths.
func share(s string) (float64, error) {
	of := 1.0
	digits, hundredths := strings.CutSuffix(s, "%")
	if hundredths {
		of = 100
	}
	n, err := strconv.ParseFloat(digits, 64)
	if err != nil || n != n {
		return n, fmt.Errorf("“%s” is no share of one", s)
	}
	return min(max(n/of, 0), 1), nil
}

var fromURL = regexp.MustCompile(`(?s)^url\(\s*["']?#([^"')]+?)["']?\s*\)\s*(.*)`)

// paintOf is what stands for "fill" or "stroke".
func (r *reader) paintOf(s style, what string) (paint, error) {
	p := paint{}
	var err error
	if p.opacity, err = share(s[what+"-opacity"]); err != nil {
		return p, err
	}
	text := s[what]
	if m := fromURL.FindStringSubmatch(text); m != nil {
		switch e := r.ids[m[1]]; {
		case e != nil && (e.name() == "linearGradient" || e.name() == "radialGradient"):
			p.gradient, err = r.gradient(e)
			return p, err
		case m[2] == "":
			return p, fmt.Errorf("an area is filled with “%s”, which is a pattern or not there; give it one colour or a gradient", m[1])
		}
		text = m[2]
	}
	c, opaque, err := readColor(text, s["color"])
	p.color, p.opacity = c, p.opacity*opaque
	return p, err
}
