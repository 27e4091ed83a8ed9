package app

import (
	"strings"
	"testing"
)

func TestInitAsksUntilItIsAnsweredRight(t *testing.T) {
	var out strings.Builder
	who := Identity{Name: "Reeds & Co"}
	if err := who.Ask(strings.NewReader("Moon/Crater\nEurope/Berlin\nKlingon\nde\nnobody\nPress <press@reeds.example>\n"), &out); err != nil {
		t.Fatal(err)
	}
	if want := (Identity{Name: "Reeds & Co", Zone: "Europe/Berlin", Language: "de", From: "Press <press@reeds.example>"}); who != want {
		t.Errorf("%+v", who)
	}
	for _, want := range []string{`"Moon/Crater" is no time zone`, `"Klingon" is no language`, `"nobody" is no address`} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%s is not in\n%s", want, out.String())
		}
	}
	if strings.Contains(out.String(), "printed:") || strings.Contains(out.String(), "name,") {
		t.Errorf("it asks for what a flag said:\n%s", out.String())
	}
	later := Identity{}
	if err := later.Ask(strings.NewReader("\n\n\n"), &out); err != nil || later != (Identity{}) {
		t.Errorf("%+v, %v", later, err)
	}
}
