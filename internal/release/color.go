package release

import "fmt"

// ParseColor reads a colour written as #rrggbb.
func ParseColor(s string) (r, g, b uint8, ok bool) {
	if len(s) != 7 || s[0] != '#' {
		return 0, 0, 0, false
	}
	n, err := fmt.Sscanf(s[1:], "%02x%02x%02x", &r, &g, &b)
	return r, g, b, err == nil && n == 3
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
	for i := 0; i <= 20; i++ {
		mix := func(v uint8) int { return int(v) + (end-int(v))*i/20 }
		nr, ng, nb := mix(r), mix(g), mix(b)
		if contrast(luminance(nr, ng, nb), paper) >= 4.5*1000 {
			return fmt.Sprintf("#%02x%02x%02x", nr, ng, nb)
		}
	}
	return fmt.Sprintf("#%02x%02x%02x", end, end, end)
}

// luminance is the relative luminance of WCAG 2.1 in millionths, with the curve of
// sRGB taken as a power of 2.2 between whole numbers.
func luminance(r, g, b int) int {
	lin := func(v int) int { // 0…255 to millionths: (v/255)^2.2 ≈ 0.8·x² + 0.2·x³
		x := v * 1000 / 255
		return (800*x*x + 200*x*x*x/1000) / 1000
	}
	return (2126*lin(r) + 7152*lin(g) + 722*lin(b)) / 10_000
}

// contrast is the ratio of WCAG 2.1 in thousandths.
func contrast(a, b int) int {
	if a < b {
		a, b = b, a
	}
	return (a + 50_000) * 1000 / (b + 50_000)
}
