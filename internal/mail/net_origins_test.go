package mail

import "testing"

// TestOriginsOfAddresses finds the source that a code names, and none where there are not so many.
func TestOriginsOfAddresses(t *testing.T) {
	t.Parallel()
	for rest, want := range map[int]struct {
		source string
		first  bool
	}{0: {"", false}, 1: {"", true}, 2: {"a", false}, 3: {"a", true}, 4: {"b", false}, 5: {"b", true}, 6: {"", false}, 7: {"", true}} {
		o := &Origins{Rest: rest, Sources: []string{"a", "b"}}
		if source, first := o.Find(nil, "ana@b.example"); source != want.source || first != want.first {
			t.Errorf("%d: %q %t", rest, source, first)
		}
	}
	if source, first := (*Origins)(nil).Find(nil, "ana@b.example"); source != "" || first {
		t.Error("where nothing was noted")
	}
}
