package release

import "testing"

// Anybody can draw a lot again with a program of their own: what is summed is told.
func TestALotIsDrawnAgain(t *testing.T) {
	const want = "5183d5ccfe4dc6b12a6ae191db9d4b63246fd2f06166299ae85e21c5b773542c" // printf 'pressroom lot 1\n7\ntide' | sha256sum
	if got := Draw("7", "tide"); got != want {
		t.Errorf("the lot is %s, not %s", got, want)
	}
	for name, id := range map[string]string{"Pier 90 & 100": "pier-90-100", "Zoë’s 'Café'": "zoes-cafe", " – a  b – ": "a-b", "Éire": "eire"} {
		if got := Slugify(name); got != id {
			t.Errorf("%q makes the id %q, not %q", name, got, id)
		}
	}
}

// Who is left out of a sending is named by the quote or by the organisation, in any letters.
func TestWhoIsLeftOut(t *testing.T) {
	r := &Release{Without: []string{"tide", "Pier Trust"}}
	for _, c := range []struct {
		quote, org string
		want       bool
	}{{"tide", "Tide Watch", true}, {"pier-trust", "PIER TRUST", true}, {"TIDE", "Tide Watch", false}, {"wave", "Wave", false}, {"wave", "Tide", true}} {
		if got := r.LeavesOut(c.quote, c.org); got != c.want {
			t.Errorf("%s of %s: %v", c.quote, c.org, got)
		}
	}
	if got := withoutEndMark([]Block{&Paragraph{[]Inline{&Text{"ENDS"}}}}); len(got) != 0 {
		t.Errorf("of an end mark alone %v is left", got)
	}
}
