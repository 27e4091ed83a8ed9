package release

import (
	"fmt"
	"math"
	"strconv"
)

// ParseColor reads a colour written as #rrggbb.
func ParseColor(s string) (r, g, b uint8, ok bool) {
	if len(s) != 7 || s[0] != '#' {
		return 0, 0, 0, false
	}
	n, err := strconv.ParseUint(s[1:], 16, 32)
	return uint8(n >> 16), uint8(n >> 8), uint8(n), err == nil
}

// Readable is a colour darkened, where it must be, until text in it has a contrast
// of 4.5 with white (WCAG 2.1, 1.4.3).
func Readable(color string) string { return adjusted(color, 255, 0) }

// ReadableOnDark is a colour lightened until it has that contrast with the dark
// pages' #16171a.
func ReadableOnDark(color string) string { return adjusted(color, 0x17, 255) }

// adjusted moves a colour towards end until its contrast with a grey is enough.
func adjusted(color string, grey, end int) string {
	r, g, b, ok := ParseColor(color)
	if !ok {
		return color
	}
	paper := luminance(grey, grey, grey)
	for i := 0; ; i++ { // the end itself is enough
		mix := func(v uint8) int { return int(v) + (end-int(v))*i/20 }
		nr, ng, nb := mix(r), mix(g), mix(b)
		if contrast(luminance(nr, ng, nb), paper) >= 4.55 {
			return fmt.Sprintf("#%02x%02x%02x", nr, ng, nb)
		}
	}
}

// luminance is the relative luminance of WCAG 2.1.
func luminance(r, g, b int) float64 {
	lin := func(v int) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(r) + 0.7152*lin(g) + 0.0722*lin(b)
}

// contrast is the ratio of WCAG 2.1.
func contrast(a, b float64) float64 { return (max(a, b) + 0.05) / (min(a, b) + 0.05) }
