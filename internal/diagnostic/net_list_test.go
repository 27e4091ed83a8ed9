package diagnostic

import (
	"testing"

	"pressroom/internal/saying"
)

// TestFindingsStandInTheOrderOfTheFile are sorted by file, line and column, and none stands twice.
func TestFindingsStandInTheOrderOfTheFile(t *testing.T) {
	t.Parallel()
	at := func(file string, line, column int) Diagnostic {
		return Diagnostic{Position: Position{File: file, Line: line, Column: column}, Severity: Error, Message: "m"}
	}
	list := List{at("b", 1, 1), at("a", 2, 1), at("a", 1, 9), at("a", 10, 2), at("a", 1, 2), at("b", 1, 1)}
	want := List{at("a", 1, 2), at("a", 1, 9), at("a", 2, 1), at("a", 10, 2), at("b", 1, 1)}
	got := list.Sort()
	if len(got) != len(want) {
		t.Fatalf("%v", got)
	}
	for i := range want {
		if got[i].Position != want[i].Position {
			t.Errorf("%d: %v", i, got[i])
		}
	}
}

// TestAFindingIsSaidAsItsMessageIs says a sentence as long as the message is that of it.
func TestAFindingIsSaidAsItsMessageIs(t *testing.T) {
	t.Parallel()
	d := Diagnostic{Message: "oars"}
	if got := d.Said(); got.String() != "oars" {
		t.Errorf("%v", got)
	}
	d.Say(saying.Of("%d sails", 3))
	if got := d.Said(); d.Message != "3 sails" || got.String() != "3 sails" {
		t.Errorf("%v", got)
	}
	d.Message = "4 sails"
	if got := d.Said(); got.String() != "4 sails" {
		t.Errorf("%v", got)
	}
	for word, want := range map[string]string{"oar": "oars", "oras": "oars", "lamps": "", "quay": "quay", "quaz": "quay", "": ""} {
		if got := Nearest(word, []string{"sails", "oars", "quay", "quai"}); got != want {
			t.Errorf("%s: %q", word, got)
		}
	}
}
