package sfnt

import (
	"fmt"
	"testing"
)

// An INDEX has as many objects as it says, each between its offsets, or it is refused
// (Adobe Technical Note 5176, section 5).
func TestWhereAnIndexEnds(t *testing.T) {
	for data, want := range map[string]string{
		"":                              "an INDEX is cut short",
		"\x00":                          "an INDEX is cut short",
		"\x00\x00":                      "[] and 0 more",
		"\x00\x00x":                     "[] and 1 more",
		"\x00\x01":                      "an INDEX is cut short",
		"\x00\x01\x01":                  "an INDEX is cut short",
		"\x00\x01\x01\x01":              "an INDEX is cut short",
		"\x00\x01\x01\x01\x01":          "[] and 0 more",
		"\x00\x01\x01\x01\x02":          "an INDEX is damaged",
		"\x00\x01\x01\x01\x02a":         "[a] and 0 more",
		"\x00\x01\x01\x02\x01a":         "an INDEX is damaged",
		"\x00\x02\x01\x01\x02\x04abc":   "[a bc] and 0 more",
		"\x00\x02\x01\x01\x02\x04abcd":  "[a bc] and 1 more",
		"\x00\x01\x00\x01\x02a":         "an INDEX is cut short",
		"\x00\x01\x02\x00\x01\x00\x02a": "[a] and 0 more",
		"\x00\x01\x04\x00\x00\x00\x01\x00\x00\x00\x02a":         "[a] and 0 more",
		"\x00\x01\x05\x00\x00\x00\x00\x01\x00\x00\x00\x00\x02a": "an INDEX is cut short",
	} {
		x, at, err := readIndex([]byte("--"+data), 2)
		got := fmt.Sprintf("%s and %d more", [][]byte(x), len(data)+2-at)
		if err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%q: %s, want %s", data, got, want)
		}
	}
	if _, _, err := readIndex([]byte("\x00\x00"), -1); err == nil {
		t.Error("an INDEX begins before the font")
	}
}

// Outlines are in thousandths: another matrix is another font.
func TestTheMatrixOfAFont(t *testing.T) {
	for _, c := range []struct {
		matrix []float64
		want   string
	}{
		{nil, "true true"},
		{[]float64{0.001, 0, 0, 0.001, 0, 0}, "true true"},
		{[]float64{1, 0, 0, 1, 0, 0}, "false true"},
		{[]float64{0.001}, "false false"},
		{[]float64{0.0005, 0, 0, 0.0005, 0, 0}, "false false"},
		{[]float64{0.002, 0, 0, 0.002, 0, 0}, "false false"},
		{[]float64{0.5, 0, 0, 0.5, 0, 0}, "false false"},
		{[]float64{0.0010000009, 0, 0, 0.001, 0, 0}, "true true"},
		{[]float64{0.0010000012, 0, 0, 0.001, 0, 0}, "false false"},
		{[]float64{-0.001, 0, 0, 0.001, 0, 0}, "false false"},
	} {
		d := dict{opFontMatrix: c.matrix}
		if got := fmt.Sprint(d.scaled(0.001), d.scaled(1, 0.001)); got != c.want {
			t.Errorf("%v: %s, want %s", c.matrix, got, c.want)
		}
	}
}
