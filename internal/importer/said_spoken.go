package importer

import (
	"strings"

	"pressroom/internal/language"
)

// Spoken reads a text that is one quotation with its attribution, as a newspaper
// prints it, in a language (BCP 47). ok is false for anything else.
func Spoken(text, tag string) (q Quote, ok bool) {
	var paras []para
	for _, p := range strings.Split(text, "\n\n") {
		paras = append(paras, para{text: strings.TrimSpace(p)})
	}
	placed(paras)
	d := &draft{cat: language.Of(tag), lang: base(tag), body: paras}
	d.speech()
	for _, p := range d.pieces {
		if p.quote < 0 {
			return q, false
		}
	}
	if len(d.quotes) != 1 {
		return q, false
	}
	return d.quotes[0], true
}
