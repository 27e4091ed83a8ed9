package when

import "testing"

// Signs that look alike are one, and a place in the text that is read is one in what was written.
func TestSignsThatLookAlike(t *testing.T) {
	for written, read := range map[string]string{
		"–—−‐‑‒-":               "-------",
		"’‘´`ʼ'":                "''''''",
		"Straße":                "Strasse",
		"{a} （b） [c]":           "(a) (b) [c]",
		"1º 1ª":                 "1o 1a",
		"a\tb\u00a0c\u2009d\ne": "a b c d\ne",
		"Décembre":              "Decembre",
		"de\u0301c":             "dec",
		"|~":                    "|~",
		"９：30":                  "9:30",
		"٩٪ ۹ۺ ९॰ ９؛ ٠۰०０":      "9٪ 9ۺ 9॰ 9؛ 0000",
	} {
		f := fold(written)
		if f.text != read {
			t.Errorf("%q is read as %q, want %q", written, f.text, read)
		}
		if all := f.written(0, len(f.text)); all != written {
			t.Errorf("all of %q was written as %q", written, all)
		}
	}
	f := fold("Straße 9º – Zürich")
	for _, c := range []struct {
		from, to int
		want     string
	}{{4, 6, "ß"}, {4, 5, ""}, {8, 10, "9º"}, {11, 12, "–"}, {13, 19, "Zürich"}, {14, 15, "ü"}} {
		if got := f.written(c.from, c.to); got != c.want {
			t.Errorf("%d to %d was written as %q, want %q", c.from, c.to, got, c.want)
		}
	}
}
