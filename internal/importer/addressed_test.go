package importer

import (
	"strings"
	"testing"
)

// A noun for organisations is the issuer's where the text has several of the kind and one of them issues the release.
func TestANounAloneIsTheIssuer(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Tidewell Trust opened its ropewalk. The Cod Trust came.":                      "Tidewell Trust",
		"Tidewell Works opened its ropewalk. The Cod Trust came. The Rota Trust came.": "?",
	} {
		issuer := strings.Join(strings.Fields(text)[:2], " ")
		r, err := Import("release.txt", []byte("Ropewalk opens\n\nMARLOW, 3 March 2024 – "+text+"\n\n“We back whoever makes rope,” said Jay Hale, chair of the Trust."+
			"\n\nAbout "+issuer+"\n\n"+issuer+" makes rope."), Options{Today: today, Email: "press@office.example"})
		if err != nil {
			t.Fatal(err)
		}
		compare(t, r, []string{"Jay Hale | chair | " + want})
	}
}
