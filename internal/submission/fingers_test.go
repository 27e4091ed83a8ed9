package submission

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// What becomes of a partner's words, and what is said of them, when one letter is
// missing or stands twice.
func TestWordsInWhichAFingerSlips(t *testing.T) {
	var b strings.Builder
	for _, c := range typed {
		fmt.Fprintf(&b, "=== %s %q\n%s", c.tag, c.text, expect.Slips(c.text, expect.Letters, func(s string) string { return ofWords(t, c.tag, s) }))
	}
	expect.File(t, "fingers.golden.txt", b.String())
}

// The same of words that are written otherwise.
func TestWordsWrittenOtherwise(t *testing.T) {
	var b strings.Builder
	for _, c := range append(typed, letters...) {
		fmt.Fprintf(&b, "=== %s %q\n%s", c.tag, c.text, expect.Turns(c.text, expect.Words, func(s string) string { return ofWords(t, c.tag, s) }))
	}
	expect.File(t, "turned.golden.txt", b.String())
}

// typed are words as partners type them, and letters bring more with them.
var (
	typed = []struct{ tag, text string }{
		{"en", "“We asked twice,” he said. \"Yes.\" (No. 3!) 'Ok?'"},
		{"en", "Mr. Reed -- at 5 p.m. -- won't... see www.a.example/b?"},
		{"de", "„Am 3. Mai z. B. kam keiner“, sagte Ana. Nie!"},
		{"fr", "« Non ! » dit M. Reed : « Rien. »"},
		{"es", "¿Qué? «Nada», dijo. ¡Ya!"},
		{"en", "“We wait,” said Ana Ruiz, chair of River Alliance. “No more.”"},
		{"en", "First line\nsecond line\n\n* a list\n1. two {said}"},
	}
	letters = []struct{ tag, text string }{
		{"en", "Hi Dana, here is our quote:\n\n“We have waited for the port’s tests since May 3.”\n\nBest regards,\nAna Ruiz\nDirector, River Alliance\n555-010-0142"},
		{"en", "Quote from River Alliance: \"We have waited 3 years. The port knows it, and we know it too.\" – Ana Ruiz, director"},
		{"en", "> [10:30, 20/11/2026] Ana: *We* have _waited_ so long <b>now</b> & more…"},
		{"de", "Zitat von Ana Ruiz: „Wir warten seit dem 3. Mai. Noch ein Jahr warten wir nicht.“ Viele Grüße"},
		{"fr", "Citation de Ana Ruiz : « Nous attendons depuis 3 ans. Le port le sait. » Cordialement"},
	}
)

// ofWords is what becomes of a partner's words, and what is said of them.
func ofWords(t *testing.T, tag, text string) string {
	w, problems := Clean(Words{Org: "River Alliance", Speaker: "Ana Ruiz", Title: "chair", Text: text}, catalogue(t, tag))
	out := fmt.Sprintf("%q %d", w.Quote("q").Text, w.Count())
	for _, p := range append(problems, w.Advice(5)...) {
		out += fmt.Sprintf(" / %s: %s", p.Field, p.Message)
	}
	if w.Speaker != "Ana Ruiz" || w.Title != "chair" || w.Org != "River Alliance" || w.Attribution != "" {
		out += fmt.Sprintf(" / %s, %s, %s, %s", w.Speaker, w.Title, w.Org, w.Attribution)
	}
	return strings.ReplaceAll(out, "\n", "⏎")
}
