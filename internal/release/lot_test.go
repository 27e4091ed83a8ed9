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
