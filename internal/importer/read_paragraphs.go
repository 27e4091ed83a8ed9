package importer

import (
	"slices"
	"strings"
)

// unnumber makes paragraphs of a numbered list of which an item quotes somebody: ministries
// and courts number the paragraphs of a release. That the numbers are gone is told.
func (d *draft) unnumber(list []para) []para {
	out := slices.Clone(list)
	for from := 0; from < len(out); {
		to := from
		for to < len(out) && out[to].bullet != "" && isDigit(out[to].bullet[0]) {
			to++
		}
		if numberedCopy(out[from:to]) {
			for i := from; i < to; i++ {
				out[i].bullet, out[i].tight = "", false
			}
			d.unsure = append(d.unsure, "the paragraphs of the source are numbered; the numbers were left out")
		}
		from = max(to, from+1)
	}
	return out
}

// numberedCopy tells paragraphs with numbers from a list: most are sentences, and somebody is
// quoted.
func numberedCopy(items []para) bool {
	sentences, quoted := 0, false
	for _, p := range items {
		if words := len(strings.Fields(p.text)); words > 6 && strings.ContainsAny(p.text[len(p.text)-1:], ".!?\"") ||
			words > 6 && hasOpening(p.text) {
			sentences++
		}
		quoted = quoted || hasOpening(p.text) && !longPara(p.text)
	}
	return len(items) > 2 && quoted && sentences*4 >= len(items)*3
}
