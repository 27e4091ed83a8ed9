package pdftext

import (
	"fmt"
	"testing"
)

// TestWhatAFileSaysOfItselfIsBounded follows references that lead to themselves or to nothing, and streams that are too long.
func TestWhatAFileSaysOfItselfIsBounded(t *testing.T) {
	t.Parallel()
	index := &stream{dict{"First": 8.0}, []byte("5 0 6 2 7 8 ")}
	f := &file{objects: map[ref]any{1: index}, open: map[ref]bool{9: true}}
	f.places = [][3]int{0: {}, 5: {2, 1, 0}, 6: {2, 1, 1}, 7: {2, 1, 2}, 8: {2, 1, -1}, 10: {3, 0, 0}}
	for r, want := range map[ref]string{
		-1: "<nil>", 5: "7", 6: "8", 7: "<nil>", 8: "<nil>", 9: "<nil>", 10: "<nil>", 11: "<nil>",
		100: "<nil>", 0: "<nil>",
	} {
		if got := fmt.Sprint(f.get(r)); got != want {
			t.Errorf("%d: %s", r, got)
		}
	}
	if got := f.get(3.0); got != 3.0 {
		t.Errorf("what is no reference: %v", got)
	}
	for src, want := range map[string]bool{
		"1 0 obj\n<</Length 4>>\nstream\noars\nendstream": true, "1 0 obj\n<</Length 5>>\nstream\noars\nendstream": false,
		"1 0 obj\n<</Length 4>>\nstream\noars\nendstreak":   false,
		"1 0 obj\n<</Length 900>>\nstream\noars\nendstream": false,
		"1 0 obj\n<</Length -1>>\nstream\noars\nendstream":  false, "1 0 obj\n<</L 4>>\nstream\noars\nendstream": false, "1 0 obj\n5": true,
		"1 0 odj\n5": false, "1": false, "": false,
	} {
		f := &file{src: []byte(src)}
		if _, err := f.indirect(0); (err == nil) != want {
			t.Errorf("%q: %v", src, err)
		}
	}
	for at, want := range map[int]bool{-1: false, 0: true, 9: false} {
		f := &file{src: []byte("1 0 obj\n5")}
		if _, err := f.indirect(at); (err == nil) != want {
			t.Errorf("at %d: %v", at, err)
		}
	}
	packed := []byte(deflated(t, "oars"))
	for before, want := range map[int]bool{0: true, mostInflated - 4: true, mostInflated - 3: false, mostInflated: false} {
		f := &file{inflated: before}
		if out, err := f.inflate(packed); (err == nil) != want || want && string(out) != "oars" {
			t.Errorf("behind %d: %q %v", before, out, err)
		}
	}
	r := &reader{file: &file{objects: map[ref]any{1: dict{"K": array{ref(1)}}}, open: map[ref]bool{}}}
	if got := r.run(array{ref(1)}, 0); got != "" || r.steps > mostDeep+2 {
		t.Errorf("%q in %d steps", got, r.steps)
	}
	told := func(steps int) string {
		r := &reader{file: &file{}, texts: map[mark]string{{0, 0}: "oars"}, steps: steps}
		return r.run(array{dict{"Type": name("MCR"), "MCID": 0.0, "Pg": ref(0)}}, 0)
	}
	if told(mostSteps-1) != "" {
		t.Error("more steps than there may be")
	}
}
