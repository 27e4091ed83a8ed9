package diagnostic

import (
	"encoding/json"
	"strings"
	"testing"
)

// What a script reads of findings, and what is counted.
func TestFindingsInJSON(t *testing.T) {
	var l List
	l.Write(Instead{Old: "x"}) // of no finding: nothing happens
	if l.Errors() != 0 || l.HasErrors() {
		t.Error("nothing has errors")
	}
	if data, err := json.Marshal(l.Rows()); err != nil || string(data) != "[]" {
		t.Errorf("%s, %v", data, err)
	}
	l.Warnf(Position{"a.md", 2, 3}, "slip", "so %d", 1)
	if l.HasErrors() || l.Errors() != 0 {
		t.Error("a warning is an error")
	}
	l.Errorf(Position{File: "a.md"}, "", "no")
	l.Write(Instead{Old: "x", New: "y", Or: "z"})
	if !l.HasErrors() || l.Errors() != 1 || l[0].Instead != (Instead{}) || l[1].Instead != (Instead{"x", "y", "z"}) {
		t.Errorf("%+v", l)
	}
	const want = `[{"file":"a.md","line":2,"column":3,"severity":"warning","message":"so 1","rule":"slip"},` +
		`{"file":"a.md","line":0,"column":0,"severity":"error","message":"no","rule":""}]`
	if data, err := json.Marshal(l.Rows()); err != nil || string(data) != want {
		t.Errorf("%s, %v, want %s", data, err, want)
	}
	if got, want := l.Error(), "a.md:2:3: warning: so 1 [slip]\na.md: error: no"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if long := strings.Repeat("é", 60); Word(long) != long || Word(long+"é") != long+"…" {
		t.Errorf("%q", Word(long+"é"))
	}
}

func TestFindingsStandInTheOrderOfTheirPlaces(t *testing.T) {
	l := List{
		{Position: Position{"b.md", 1, 1}, Message: "5"},
		{Position: Position{"a.md", 2, 1}, Message: "4"},
		{Position: Position{"a.md", 1, 9}, Message: "2"},
		{Position: Position{"a.md", 1, 9}, Message: "2"},
		{Position: Position{"a.md", 1, 9}, Message: "3"},
		{Position: Position{"a.md", 1, 2}, Message: "1"},
	}
	got := ""
	for _, d := range l.Sort() {
		got += d.Message
	}
	if got != "12345" {
		t.Errorf("they stand as %s", got)
	}
}

func TestAPlaceIsThatOfTheCharacter(t *testing.T) {
	src := []byte("ab\néx\n")
	for offset, want := range map[int]string{-1: "f:1:1", 0: "f:1:1", 2: "f:1:3", 3: "f:2:1", 5: "f:2:2", 6: "f:2:3", 7: "f:3:1", 99: "f:3:1"} {
		if got := At("f", src, offset).String(); got != want {
			t.Errorf("byte %d is at %s, want %s", offset, got, want)
		}
	}
}
