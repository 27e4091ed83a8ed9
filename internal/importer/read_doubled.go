package importer

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// Quotation marks that are typed as two signs, as on a typewriter: ,,So", ``so'' or ‘‘so’’.

var (
	// doubledOpen are two such signs before a word, doubledClose two behind one.
	doubledOpen  = pattern.New(`(^|[\s(\[–—-])(,,|‚‚|‘‘|‘’|’’|''|´´|` + "``" + `)([\p{L}\d¿¡…])`)
	doubledClose = pattern.New(`([\p{L}.,!?…%)])(''|’’|‘‘|´´|` + "``" + `)($|[\s.,;:!?)–—-])`)
)

// withoutDoubled writes such marks as one sign in each paragraph that has them in pairs, or before words
// that another mark closes.
func withoutDoubled(list []prose.Para) {
	for i := range list {
		p := &list[i]
		if prose.LongPara(p.Text) || p.Table != "" {
			continue
		}
		if strings.Count(p.Text, `"`)%2 == 1 && strings.HasPrefix(p.Text, `"`) {
			p.Replace(doubledClose, func(string) string { return `"` }) // "So,'' she said
		}
		if !doubledOpen.MatchString(p.Text) {
			continue
		}
		p.Replace(doubledOpen, func(sign string) string {
			if sign == ",," || sign == "‚‚" {
				return "„"
			}
			return "“"
		})
		p.Replace(doubledClose, func(string) string { return "”" })
	}
}
