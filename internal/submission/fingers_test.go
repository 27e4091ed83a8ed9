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
	for _, c := range []struct{ tag, text string }{
		{"en", "“We asked twice,” he said. \"Yes.\" (No. 3!) 'Ok?'"},
		{"en", "Mr. Reed -- at 5 p.m. -- won't... see www.a.example/b?"},
		{"de", "„Am 3. Mai z. B. kam keiner“, sagte Ana. Nie!"},
		{"fr", "« Non ! » dit M. Reed : « Rien. »"},
		{"es", "¿Qué? «Nada», dijo. ¡Ya!"},
		{"en", "“We wait,” said Ana Ruiz, chair of River Alliance. “No more.”"},
		{"en", "First line\nsecond line\n\n* a list\n1. two {said}"},
	} {
		fmt.Fprintf(&b, "=== %s %q\n%s", c.tag, c.text, expect.Slips(c.text, expect.Letters, func(s string) string {
			w, problems := Clean(Words{Org: "River Alliance", Speaker: "Ana Ruiz", Title: "chair", Text: s}, catalogue(t, c.tag))
			out := fmt.Sprintf("%q %d", w.Quote("q").Text, w.Count())
			for _, p := range append(problems, w.Advice(5)...) {
				out += fmt.Sprintf(" / %s: %s", p.Field, p.Message)
			}
			if w.Speaker != "Ana Ruiz" || w.Title != "chair" || w.Org != "River Alliance" || w.Attribution != "" {
				out += fmt.Sprintf(" / %s, %s, %s, %s", w.Speaker, w.Title, w.Org, w.Attribution)
			}
			return strings.ReplaceAll(out, "\n", "⏎")
		}))
	}
	expect.File(t, "fingers.golden.txt", b.String())
}
