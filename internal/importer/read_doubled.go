package importer

import (
	"strings"

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
func withoutDoubled(list []para) {
	for i := range list {
		p := &list[i]
		if longPara(p.text) || p.table != "" {
			continue
		}
		if strings.Count(p.text, `"`)%2 == 1 && strings.HasPrefix(p.text, `"`) {
			p.replace(doubledClose, func(string) string { return `"` }) // "So,'' she said
		}
		if !doubledOpen.MatchString(p.text) {
			continue
		}
		p.replace(doubledOpen, func(sign string) string {
			if sign == ",," || sign == "‚‚" {
				return "„"
			}
			return "“"
		})
		p.replace(doubledClose, func(string) string { return "”" })
	}
}

// replace writes what an expression finds between its first and its third group otherwise; links and
// emphasis stay on their words.
func (p *para) replace(re *pattern.Pattern, with func(string) string) {
	var b strings.Builder
	at := 0
	marks := append([]mark(nil), p.marks...)
	for _, m := range re.FindAllStringSubmatchIndex(p.text, allFound) {
		b.WriteString(p.text[at:m[4]])
		sign := with(p.text[m[4]:m[5]])
		b.WriteString(sign)
		at = m[5]
		change := len(sign) - (m[5] - m[4])
		for j, was := range p.marks {
			if was.from >= m[5] {
				marks[j].from += change
			}
			if was.to >= m[5] {
				marks[j].to += change
			}
		}
	}
	b.WriteString(p.text[at:])
	p.text, p.marks = b.String(), marks
}
