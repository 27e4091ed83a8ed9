package room

import (
	"errors"
	"html/template"
	"unicode"
	"unicode/utf8"
)

// Own is what a page says itself of something that was not done: in its language, where a
// service's words are English.
type Own string

// Error is the text in English.
func (o Own) Error() string { return string(o) }

// Fault is why something was not done, as a sentence of a page.
func (w Words) Fault(err error) template.HTML {
	var own Own
	if errors.As(err, &own) {
		return template.HTML(template.HTMLEscapeString(sentence(w.Say(string(own)))))
	}
	return w.English(sentence(err.Error()))
}

func sentence(text string) string {
	if text == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:] + "."
}
