package diagnostic

import (
	"slices"
	"testing"
)

func TestPlacesCountFromOneInCharacters(t *testing.T) {
	const src = "één\nzwei\n\n終"
	for offset, want := range map[int]string{
		0: "f:1:1", 2: "f:1:2", 5: "f:1:4", 6: "f:2:1", 10: "f:2:5", 11: "f:3:1", 12: "f:4:1", 15: "f:4:2", 99: "f:4:2", -5: "f:1:1",
	} {
		if got := At("f", []byte(src), offset).String(); got != want {
			t.Errorf("byte %d is at %s, not %s", offset, got, want)
		}
	}
	if got := (Position{File: "f"}).String(); got != "f" {
		t.Errorf("a file as a whole is called %s", got)
	}
}

func TestFindingsAreSortedAndSaidOnce(t *testing.T) {
	var l List
	l.Warnf(Position{"b", 1, 1}, "", "later %s", "file")
	l.Errorf(Position{"a", 2, 1}, "rule", "later line")
	l.Errorf(Position{"a", 1, 9}, "", "later column")
	l.Errorf(Position{"a", 1, 2}, "", "first")
	l.Errorf(Position{"a", 2, 1}, "rule", "later line")
	const want = "a:1:2: error: first\na:1:9: error: later column\na:2:1: error: later line [rule]\nb:1:1: warning: later file"
	if got := l.Sort().Error(); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

func TestWarningsDoNotStop(t *testing.T) {
	var l List
	if l.HasErrors() || l.Err() != nil {
		t.Error("nothing found is an error")
	}
	l.Warnf(Position{}, "", "w")
	if l.HasErrors() || l.Err() != nil {
		t.Error("a warning is an error")
	}
	l.Errorf(Position{}, "", "e")
	if !l.HasErrors() || l.Err() == nil {
		t.Error("an error is none")
	}
}

func TestTheNearestWordIsNear(t *testing.T) {
	keys := []string{"headline", "subhead", "subject", "dateline"}
	for word, want := range map[string]string{
		"headlin": "headline", "haedline": "headline", "subjetc": "subject", "datelin": "dateline", "boilerplate": "", "x": "", "": "",
	} {
		if got := Nearest(word, keys); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
	if Nearest("a", nil) != "" || slices.Contains(keys, Nearest("headline subhead subject dateline headline subhead subject dateline", keys)) {
		t.Error("a word is near to nothing")
	}
}
