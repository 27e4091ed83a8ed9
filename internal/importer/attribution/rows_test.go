package attribution

import (
	"testing"
)

func TestWhoLeadsABodyOfInitialsIsMet(t *testing.T) {
	for text, title := range map[string]string{
		"It is opened by HBT Director General, Dr. Tom Reed, on Monday.":   "Director General",
		"It is opened by HBT Director General, Dr Tom Reed, on Monday.":    "Director General",
		"It is opened by HBT Secretary-General Mr. Tom Reed on Monday.":    "Secretary-General",
		"It is opened by HBT Secretary General Mrs Tom Reed on Monday.":    "Secretary General",
		"It is opened by HBT Director-General Ms Tom Reed on Monday.":      "Director-General",
		"It is opened by HBT Director-General, Prof. Tom Reed, on Monday.": "Director-General",
	} {
		d := draftIn("en", text)
		d.meet(text)
		if len(d.Known) != 1 || d.Known[0].Name != "Tom Reed" || d.Known[0].Title != title || d.Known[0].Org != "HBT" {
			t.Errorf("%s: %+v", text, d.Known)
		}
	}
}
