package proof

import (
	"html/template"
	"strings"

	"pressroom/internal/language"
	"pressroom/internal/release"
)

// scheme has a page look as it does on a light or a dark screen, whatever the screen is on
// which it is looked at; its links lead nowhere from the frame in which it stands.
func scheme(page string, dark bool) []byte {
	head, rest, found := strings.Cut(page, "</head>")
	if !found {
		return []byte(page)
	}
	asked, only := "(max-width: 0)", "light" // which nothing is
	if dark {
		asked, only = "(min-width: 0)", "dark"
	}
	head = strings.NewReplacer("(prefers-color-scheme: dark)", asked, "(prefers-color-scheme:dark)", asked,
		`content="light dark"`, `content="`+only+`"`).Replace(head)
	return []byte(head + `<base target="_blank"></head>` + rest)
}

const textStyle = `
html { background: #ffffff; color: #1b1b1d; }
body { margin: 0; padding: 12px; }
pre { margin: 0 auto; max-width: 46rem; white-space: pre-wrap; overflow-wrap: anywhere;
  font: clamp(10px, calc((100vw - 28px) / 44), 14px)/1.5 ui-monospace, "DejaVu Sans Mono", monospace; }
@media (prefers-color-scheme: dark) { html { background: #16171a; color: #ececee; } }
`

// asPage is plain text as a page to look at.
func asPage(text []byte, v *release.Version, lang string) []byte {
	direction := "ltr"
	if language.RightToLeft(lang) {
		direction = "rtl"
	}
	return []byte(`<!DOCTYPE html><html lang="` + template.HTMLEscapeString(lang) + `" dir="` + direction + `"><head><meta charset="utf-8">` +
		`<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>` +
		template.HTMLEscapeString(v.Headline) + `</title><style>` + textStyle + `</style></head><body><pre>` +
		template.HTMLEscapeString(string(text)) + `</pre></body></html>`)
}
