package wording

import (
	"strings"

	"github.com/rivo/uniseg"
)

// Short is a text in one line, cut to a number of columns.
func Short(s string, most int) string {
	s = strings.Join(strings.Fields(s), " ")
	width, out := 0, ""
	g := uniseg.NewGraphemes(s)
	for g.Next() {
		if width += g.Width(); width > most {
			return out + "…"
		}
		out += g.Str()
	}
	return out
}
