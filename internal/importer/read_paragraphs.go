package importer

import (
	"slices"
	"strings"

	"pressroom/internal/importer/prose"
)

// unnumber makes paragraphs of a numbered list of which an item quotes somebody: ministries
// and courts number the paragraphs of a release. That the numbers are gone is told.
func (d *draft) unnumber(list []prose.Para) []prose.Para {
	out := slices.Clone(list)
	for from := 0; from < len(out); {
		to := from
		for to < len(out) && out[to].Bullet != "" && isDigit(out[to].Bullet[0]) {
			to++
		}
		if numberedCopy(out[from:to]) {
			for i := from; i < to; i++ {
				out[i].Bullet, out[i].Tight = "", false
			}
			d.Unsure = append(d.Unsure, "the paragraphs of the source are numbered; the numbers were left out")
		}
		from = max(to, from+1)
	}
	return out
}

// numberedCopy tells paragraphs with numbers from a list: most are sentences, and somebody is
// quoted.
func numberedCopy(items []prose.Para) bool {
	sentences, quoted := 0, false
	for _, p := range items {
		if words := len(strings.Fields(p.Text)); words > 6 && strings.ContainsAny(p.Text[len(p.Text)-1:], ".!?\"") ||
			words > 6 && prose.HasOpening(p.Text) {
			sentences++
		}
		quoted = quoted || prose.HasOpening(p.Text) && !prose.LongPara(p.Text)
	}
	return len(items) > 2 && quoted && sentences*4 >= len(items)*3
}
