package submission

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/language"
	"pressroom/internal/pattern"
)

// doubled is a quotation in the marks that are looked for, where it was set in others: in
// single ones, as in Britain, in those of TeX, or in dashes, as dialogue is in Spanish. Where who
// speaks is named between two commas inside the marks, as in French, the marks end before it.
func doubled(text, speaker string, cat *language.Catalogue) string {
	text = strings.TrimSpace(text)
	if strings.HasPrefix(text, "``") && !strings.ContainsAny(text, `"“”„«»`) {
		return texMarks.Replace(text)
	}
	if !strings.ContainsAny(text, `"“”„«»`) {
		if paired, ok := unsingled(text); ok {
			return paired
		}
		return undashed(text, cat)
	}
	return uninserted(text, speaker, cat)
}

var texMarks = strings.NewReplacer("``", "“", "''", "”")

// unsingled has double marks where a text that begins with a single one has pairs of them. A mark
// ends a quotation behind a stop; within one, others are apostrophes.
func unsingled(text string) (string, bool) {
	var b strings.Builder
	runes := []rune(text)
	open, pairs := false, 0
	for i, r := range runes {
		before, after := ' ', ' '
		if i > 0 {
			before = runes[i-1]
		}
		if i+1 < len(runes) {
			after = runes[i+1]
		}
		switch {
		case strings.ContainsRune("'‘", r) && !open && unicode.IsSpace(before) && !unicode.IsSpace(after):
			open, r = true, '“'
		case strings.ContainsRune("'’", r) && open && strings.ContainsRune(",.!?…", before) && !unicode.IsLetter(after):
			open, r = false, '”'
			pairs++
		}
		b.WriteRune(r)
	}
	first, _ := utf8.DecodeRuneInString(b.String())
	return b.String(), first == '“' && !open && pairs > 0
}

// dashes are a dialogue of one line: words, who says them, and words again.
var dashes = pattern.New(`^[—―]\s*([^—―\n]+?)\s*[—―]\s*([^—―\n]{3,160}?)(?:\s*[—―]\s*([.,;:]?)\s*([^—―\n]*)|[.]?)$`)

// undashed has quotation marks where a text has the dashes of a dialogue.
func undashed(text string, cat *language.Catalogue) string {
	m := dashes.FindStringSubmatch(text)
	if m == nil || !says(m[2], cat) {
		return text
	}
	said := "«" + m[1] + "», " + m[2]
	switch {
	case m[4] == "":
		return said + "."
	case m[3] == "." || strings.ContainsAny(lastRune(m[1]), ".!?…"):
		return said + ". «" + m[4] + "»"
	}
	return said + ", «" + m[4] + "»"
}

// inserted is who speaks, between two commas or a comma and a full stop.
var inserted = pattern.New(`, ?([^,.;:!?«»"“”„]{3,80})([,.]) `)

// uninserted has the marks around the whole of a text end before who speaks, and begin again
// behind it.
func uninserted(text, speaker string, cat *language.Catalogue) string {
	first, n := utf8.DecodeRuneInString(text)
	last := lastRune(text)
	if speaker == "" || !inMarks(text) || strings.ContainsAny(text[n:len(text)-len(last)], `"“”„«»`) {
		return text
	}
	family := speaker[strings.LastIndexByte(speaker, ' ')+1:]
	for at := 0; ; {
		m := inserted.FindStringSubmatch(text[at:])
		if m == nil {
			return text
		}
		from := at + strings.Index(text[at:], m[0])
		if who := m[1]; strings.Contains(who, family) && nobodyElse(who, speaker) && says(who, cat) {
			return text[:from] + last + ", " + who + m[2] + " " + string(first) + text[from+len(m[0]):]
		}
		at = from + len(m[0]) - len(m[2]) - 1 // the next may begin with the comma that ends this one
	}
}
