package draft

import (
	"strings"
	"testing"
	"time"

	"pressroom/internal/contacts"
)

// What cannot be read whole is looked through all the same, so that all is said at once; of what
// could not be read itself nothing is said twice.
func TestWhatCannotBeReadWholeIsLookedThrough(t *testing.T) {
	_, f := folder(t, map[string]string{"releases/ferry.md": strings.NewReplacer(
		`to = []`, `to = ["nobody"]`, `date = 2026-07-26`, `date = "soon"`, "[[contact]]", "[[media]]\nfile = \"media/gone.png\"\n[[contact]]",
	).Replace(text)})
	read, err := f.Read("ferry")
	if err != nil || read.Input != nil {
		t.Fatalf("%v, %v", read, err)
	}
	said := make(map[string]int)
	for _, d := range read.Look(Look{Book: &contacts.Book{}, Now: time.Date(2026, 7, 26, 12, 0, 0, 0, time.UTC)}).Findings {
		said[d.Rule]++
	}
	for rule, want := range map[string]int{"alt": 1, "media": 1, "audience": 1, "type": 1, "time": 0} {
		if said[rule] != want {
			t.Errorf("%s is said %d times: %v", rule, said[rule], said)
		}
	}
}
