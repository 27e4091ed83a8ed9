package release

import "testing"

func TestLevelsThatWereSkippedAreClosed(t *testing.T) {
	var o Outline
	for i, step := range [][2]int{{5, 2}, {6, 3}, {2, 2}, {3, 3}, {6, 4}, {6, 5}, {6, 6}, {6, 6}, {4, 4}, {2, 2}} {
		if got := o.Level(&Heading{Level: step[0]}); got != step[1] {
			t.Errorf("heading %d, of level %d, has level %d", i+1, step[0], got)
		}
	}
}
