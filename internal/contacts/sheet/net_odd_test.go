package sheet

import (
	"encoding/csv"
	"errors"
	"io"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"pressroom/internal/diagnostic"
)

// TestWordsThatNoLanguageHas reads signs between letters, beside them and alone, and letters beside ones that they do not stand beside.
func TestWordsThatNoLanguageHas(t *testing.T) {
	t.Parallel()
	r := &Reader{}
	for word, want := range map[string]bool{
		"oars": false, "l'été": false, "été": false, "aƒb": true, "ƒ": false, "é\u0081": true, "\u0081": true, "a¤": true, "¤": false,
		"a’é": false, "a–é": false, "a—é": false,
		"a·é": false, "a‘é": false, "a´é": false, "a…é": false, "a€é": true, "a€ é": false, "aªé": true, "aºé": true, "1ª": false, "éA": false,
		"éÀ": true, "aÀ": true, "ÀÀ": false,
		"àèï": true, "áéí": false, "àè": false, "àbèï": false, "жжжж": false, "aõ": true, "aõb": false, "õ": false, "õb": false, "aþ": true,
		"rþ": false, "yþ": true, "Aþ": true, "eþ": true, "iþ": true, "oþ": true, "uþ": true, "Eþ": true, "Iþ": true, "Oþ": true, "Uþ": true,
		"Yþ": true, "a’áéí": false, "baáéí": false, "a’áéò": true, "baáéò": true, "ò’áéí": false, "à’èï": false, "aàè": false, "\u0080": true, "a\u0080": true, "òaáéí": false,
		"øá": true, "áø": true, "øb": false, "åÝ": true, "ðò": true, "çþ": true, "ðá": false,
	} {
		if r.odd(word) != want {
			t.Errorf("%q is odd: %t", word, !want)
		}
	}
	for word, want := range map[string]string{"Ã©tÃ©": "été", "été": "", "ete": "", "Zoë": "", "日": "", "â€™": "’"} {
		if got := encodedTwice(word); got != want {
			t.Errorf("%q: %q", word, got)
		}
	}
	for data, want := range map[string]string{
		"oars": "", "ab \xe9t\xe9 x": "\xe9t\xe9", "\xe9t\xe9": "\xe9t\xe9", "\xbfx": "", "": "",
		"a\xc0": "\xc0",
	} {
		if got := firstForeign([]byte(data)); got != want {
			t.Errorf("%q: %q", data, got)
		}
	}
}

// TestOddWordsStandAnywhere finds a word that is none at the beginning of a table, at its end and within it, with each byte that it has.
func TestOddWordsStandAnywhere(t *testing.T) {
	t.Parallel()
	for data, want := range map[string]string{
		"J\x94rg": "J”rg", "J\x94rg,Ana": "J”rg", "Ana,J\x94rg": "J”rg", "Ana,J\x94rg,Jan": "J”rg", "\x94J": "", "a\x80b": "a€b",
		"a\x81": "a\ufffd", "Ana": "", "": "",
	} {
		r := &Reader{rest: []byte(data), charset: charmap.Windows1252}
		if word, meant := r.Odd(); word != want || meant != "" {
			t.Errorf("%q: %q %q, want %q", data, word, meant, want)
		}
	}
	for data, want := range map[string]string{ // of Hebrew, which has no capitals, and of Cyrillic
		"ana,\xe0\xf0\xe4 \xf0\xee\xec": "ард", "\xe0\xf0\xe4": "ард", "ana,\xc0\xf0\xe4": "", "ana": "",
	} {
		r := &Reader{rest: []byte(data), charset: charmap.Windows1251}
		if word, meant := r.Odd(); word != want || meant != "" {
			t.Errorf("%q: %q %q, want %q", data, word, meant, want)
		}
	}
	for data, want := range map[string]bool{
		"\xc0\xeb\xe0": true, "\xdf\xeb\xe0": true, "\xe0\xeb\xe0": false, "\xbf\xeb\xe0": false, "Ana": false, "\xeb\xc1": true,
	} {
		if got := (&Reader{rest: []byte(data)}).capitals(); got != want {
			t.Errorf("%q has capitals: %t", data, got)
		}
	}
}

// TestTablesThatAreMostlyUTF8 counts signs that are right and those that are not.
func TestTablesThatAreMostlyUTF8(t *testing.T) {
	t.Parallel()
	for data, want := range map[string]bool{
		"\ufffd": true, "\xff": false, "é\xff": true, "é\xff\xff": false, "oars": false, "": false, "éé\xff\xff": true, "\ufffd\xff\xff": false,
		"\ufffd\xff": true, "\u0080\xff": true, "\x7f\xff": false,
	} {
		if mostlyUTF8([]byte(data)) != want {
			t.Errorf("%q: %t", data, !want)
		}
	}
	for data, want := range map[string]bool{"email\nZo\xeb,x\n": false, "email\nZoë\n": true} {
		r, err := Open("x.csv", []byte(data))
		if err != nil || r.UTF8() != want {
			t.Errorf("%q: %v", data, err)
		}
	}
	r := &Reader{name: "x.csv", lines: 2, charset: charmap.Windows1252}
	if err := r.fault(io.ErrUnexpectedEOF); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Error(err)
	}
	var e *Error
	if err := r.fault(&csv.ParseError{Line: 3, Column: 4, Err: csv.ErrQuote}); !errors.As(err, &e) ||
		e.At != (diagnostic.Position{File: "x.csv", Line: 5, Column: 4}) {
		t.Error(err)
	}
}
