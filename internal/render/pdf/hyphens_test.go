package pdf

import (
	"strings"
	"testing"

	"pressroom/internal/release"
)

const dictionary = "UTF-8\nLEFTHYPHENMIN 2\nRIGHTHYPHENMIN 3\n% a remark\n1ter\n1nes\nNEXTLEVEL\n"

func TestHyphens(t *testing.T) {
	h, err := ParseHyphens([]byte(dictionary))
	if err != nil {
		t.Fatal(err)
	}
	const soft = "\u00ad"
	for in, want := range map[string]string{
		"The waters of business": "The waters of busi" + soft + "ness", // two letters are not left alone
		"Business":               "Busi" + soft + "ness",
		"WATERS":                 "WATERS", // capitals stay whole
		"ters":                   "ters",   // too short
		"":                       "",
	} {
		if got := h.divide(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	in := strings.Repeat("waters", 5)
	if got, want := h.divideApart(in), "waterswaterswa-terswa-terswaters"; strings.ReplaceAll(got, soft, "-") != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := h.divideApart(in[3:]); got != in[3:] {
		t.Errorf("a word of 27 letters: %q", got)
	}
	c := &composer{r: &release.Release{Issuer: release.Organization{Name: strings.Repeat("waters", 5)}}, v: &release.Version{Language: "en"}}
	if c, err = set(c, nil, h); err != nil || !strings.Contains(c.head.name.Text, "WATERSWA"+soft+"TERS") {
		t.Errorf("the letterhead: %q, %v", c.head.name.Text, err)
	}
	for _, bad := range []string{"", "KOI8-R\na1b\n"} {
		if _, err := ParseHyphens([]byte(bad)); err == nil {
			t.Errorf("%q was taken", bad)
		}
	}
	if h, err := ParseHyphens([]byte("ISO8859-1\n1\xe4nder\n")); err != nil || h.divide("Verländern") != "Verl"+soft+"ändern" {
		t.Errorf("%v", err)
	}
}

func FuzzHyphens(f *testing.F) {
	f.Add([]byte(dictionary), "The waters of business")
	f.Fuzz(func(t *testing.T, data []byte, text string) {
		h, err := ParseHyphens(data)
		if err != nil {
			return
		}
		got := h.divide(text)
		if strings.ReplaceAll(got, "\u00ad", "") != strings.ReplaceAll(text, "\u00ad", "") {
			t.Fatalf("%q became %q", text, got)
		}
	})
}
