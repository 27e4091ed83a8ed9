package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
)

// lined are paragraphs of lines with signs between; "#" begins a heading, "|" a table, "-" an item of a list, "^" a line right below the
// one before.
func lined(text string) (out []prose.Para) {
	for _, s := range strings.Split(text, "¶") {
		p := prose.Para{Text: s}
		switch {
		case strings.HasPrefix(s, "#"):
			p = prose.Para{Text: s[1:], Level: 1}
		case strings.HasPrefix(s, "|"):
			p = prose.Para{Table: s}
		case strings.HasPrefix(s, "- "):
			p = prose.Para{Text: s[2:], Bullet: "-"}
		case strings.HasPrefix(s, "^"):
			p = prose.Para{Text: s[1:], Tight: true}
		}
		out = append(out, p)
	}
	return out
}
