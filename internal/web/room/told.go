package room

import (
	"errors"
	"fmt"
	"html"
	"html/template"
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/diagnostic"
	"pressroom/internal/saying"
)

// Own is what a page says itself of something that was not done: in its language.
type Own string

// Error is the text in English.
func (o Own) Error() string { return string(o) }

// Told is what a service says. A sentence is said in the language of the page, by its code;
// what that has no words for, and what was never a sentence, is English and marked as such.
func (w Words) Told(said any) template.HTML {
	if s, ok := said.(saying.Said); ok {
		if text, ok := w.sentence(s.Said()); ok {
			return text
		}
	}
	text := template.HTMLEscapeString(fmt.Sprint(said))
	if text == "" || !w.foreign() {
		return template.HTML(text)
	}
	return template.HTML(english + text + "</span>")
}

// english is what marks English on a page in another language.
const english = `<span lang="en">`

// foreign tells whether the words are of another language than English.
func (w Words) foreign() bool { return w["Today"] != "" }

// Opening is Told with a capital letter, as it stands at the beginning of a line.
func (w Words) Opening(said any) template.HTML {
	text := w.Told(said)
	if s, ok := said.(saying.Said); ok && strings.HasPrefix(s.Said().Code, "%s") {
		return text // a name stands as it is
	}
	rest, marked := strings.CutPrefix(string(text), english)
	if rest = capital(rest); marked {
		rest = english + rest
	}
	return template.HTML(rest)
}

// Whole is Opening with its full stop.
func (w Words) Whole(said any) template.HTML {
	text := w.Opening(said)
	end := strings.TrimRight(strings.TrimSuffix(string(text), "</span>"), " ")
	if end == "" || strings.ContainsAny(end[len(end)-1:], ".?!:;") {
		return text
	}
	return text + "."
}

// Line is Told as mere text.
func (w Words) Line(said saying.Said) string {
	return html.UnescapeString(strings.NewReplacer(english, "", "</span>", "").Replace(string(w.Told(said))))
}

// sentence says one in the language; false where it has no words for it. What is put in is
// escaped before, so that what of it is English can be marked.
func (w Words) sentence(s saying.Sentence) (template.HTML, bool) {
	code, known := w[s.Code]
	if !known && wordless(s.Code) {
		code, known = s.Code, true
	}
	if !known {
		return "", false
	}
	if !strings.Contains(code, "%") {
		return template.HTML(template.HTMLEscapeString(code)), true
	}
	args := make([]any, len(s.Args))
	for i, a := range s.Args {
		args[i] = w.place(a)
	}
	return template.HTML(fmt.Sprintf(template.HTMLEscapeString(code), args...)), true
}

// wordless tells whether a sentence is only of what stands in its places, and signs between.
func wordless(code string) bool {
	code = strings.NewReplacer("%v", "", "%s", "", "%d", "").Replace(code)
	return strings.IndexFunc(code, unicode.IsLetter) < 0
}

// place is what stands in a place of a sentence: another sentence, an instant, a word that
// the program has a list of, as a state; else what somebody wrote, or a number.
func (w Words) place(a any) any {
	switch a := a.(type) {
	case saying.Said:
		return w.Told(a)
	case saying.Moment:
		return w.Say(a.Format("Monday")) + a.Format(" "+saying.Clock)
	case error:
		return w.Told(a)
	case string:
		return template.HTMLEscapeString(a)
	}
	if v := reflect.ValueOf(a); v.Kind() == reflect.String {
		return template.HTMLEscapeString(w.Say(v.String()))
	}
	if s, ok := a.(fmt.Stringer); ok {
		return template.HTMLEscapeString(s.String())
	}
	return a
}

// Fault is why something was not done, as a sentence of a page.
func (w Words) Fault(err error) template.HTML {
	var own Own
	if errors.As(err, &own) {
		return w.Whole(saying.Word(own))
	}
	if s, ok := err.(saying.Said); ok {
		return w.Whole(s)
	}
	var found diagnostic.List
	if errors.As(err, &found) && len(found) > 0 {
		return w.found(found)
	}
	return w.Whole(err.Error())
}

// found is what is wrong with something, and where.
func (w Words) found(list diagnostic.List) template.HTML {
	var all saying.Lines
	for _, d := range list {
		if said := d.Said(); d.Line > 0 {
			all.Add("%v (%s)", said, d.Position)
		} else {
			all = append(all, said)
		}
	}
	return w.Whole(all.Join("; "))
}

func capital(text string) string {
	if text == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}
