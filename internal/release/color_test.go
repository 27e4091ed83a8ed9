package release

import (
	"math"
	"testing"
)

// ratio is the contrast of WCAG 2.1, as it is defined.
func ratio(t *testing.T, a, b string) float64 {
	t.Helper()
	l := func(s string) float64 {
		r, g, b, ok := ParseColor(s)
		if !ok {
			t.Fatalf("%s is no colour", s)
		}
		lin := func(v uint8) float64 {
			x := float64(v) / 255
			if x <= 0.04045 {
				return x / 12.92
			}
			return math.Pow((x+0.055)/1.055, 2.4)
		}
		return 0.2126*lin(r) + 0.7152*lin(g) + 0.0722*lin(b)
	}
	x, y := l(a), l(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestColoursAreMadeReadable(t *testing.T) {
	for _, c := range []string{"#0b5a76", "#ffffff", "#000000", "#ffcc00", "#2b8a3e", "#ff0000", "#0000ff", "#888888", "#7f7f00", "#00ffff", "#c0ffee"} {
		if got := Readable(c); ratio(t, got, "#ffffff") < 4.5 {
			t.Errorf("%s becomes %s: %.2f on white", c, got, ratio(t, got, "#ffffff"))
		}
		if got := ReadableOnDark(c); ratio(t, got, "#16171a") < 4.5 {
			t.Errorf("%s becomes %s: %.2f on dark", c, got, ratio(t, got, "#16171a"))
		}
	}
	if Readable("#0b5a76") != "#0b5a76" {
		t.Error("a readable colour was changed")
	}
	for _, s := range []string{"", "red", "#12345", "#12345g", "123456"} {
		if _, _, _, ok := ParseColor(s); ok {
			t.Errorf("%q is a colour", s)
		}
	}
}
