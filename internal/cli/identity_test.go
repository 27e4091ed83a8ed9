package cli

import (
	"strings"
	"testing"

	"pressroom/internal/app"
)

func TestInitAsksUntilItIsAnsweredRight(t *testing.T) {
	var out strings.Builder
	who := identity{app.Identity{Name: "Reeds & Co"}}
	if err := who.ask(strings.NewReader("Moon/Crater\nEurope/Berlin\nnobody\nPress <press@reeds.example>\n"), &out); err != nil {
		t.Fatal(err)
	}
	if want := (identity{app.Identity{Name: "Reeds & Co", Zone: "Europe/Berlin", From: "Press <press@reeds.example>"}}); who != want {
		t.Errorf("%+v", who)
	}
	for _, want := range []string{`"Moon/Crater" is no time zone`, `"nobody" is no address`} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%s is not in\n%s", want, out.String())
		}
	}
	if strings.Contains(out.String(), "printed:") || strings.Contains(out.String(), "name,") {
		t.Errorf("it asks for what a flag said:\n%s", out.String())
	}
	later := identity{}
	if err := later.ask(strings.NewReader("\n\n"), &out); err != nil || later != (identity{}) {
		t.Errorf("%+v, %v", later, err)
	}
}
