package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/language"
)

// Spoken reads a text that is one quotation with its attribution, as a newspaper
// prints it, in a language (BCP 47). ok is false for anything else.
func Spoken(text, tag string) (q Quote, ok bool) {
	var paras []prose.Para
	for _, p := range strings.Split(text, "\n\n") {
		paras = append(paras, prose.Para{Text: strings.TrimSpace(p)})
	}
	prose.Placed(paras)
	d := &Copy{Cat: language.Of(tag), Lang: prose.Base(tag), Body: paras}
	d.Speech()
	for _, p := range d.Pieces {
		if p.Quote < 0 {
			return q, false
		}
	}
	if len(d.Quotes) != 1 {
		return q, false
	}
	return d.Quotes[0], true
}
