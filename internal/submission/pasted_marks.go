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
	if paired, ok := unsingled(text); ok {
		return paired
	}
	if !strings.ContainsAny(text, `"“”„«»`) {
		return undashed(text, cat)
	}
	return uninserted(text, speaker, cat)
}

var texMarks = strings.NewReplacer("``", "“", "''", "”")

// unsingled has double marks where a text has pairs of single ones, at its beginning or behind a
// colon, and single ones where it has double ones within them. A mark ends a quotation behind a
// stop, or as German has it; within one, others are apostrophes.
func unsingled(text string) (string, bool) {
	var b strings.Builder
	runes := []rune(text)
	low, open, within, pairs := false, false, false, 0
	for i, r := range runes {
		before, after := ' ', ' '
		if i > 0 {
			before = runes[i-1]
		}
		if i+1 < len(runes) {
			after = runes[i+1]
		}
		switch {
		case strings.ContainsRune("'‘‚", r) && !open && unicode.IsSpace(before) && !unicode.IsSpace(after):
			open, low, r = true, r == '‚', '“'
		case open && !within && closesSingle(r, before, after, low):
			open, r = false, '”'
			pairs++
		case strings.ContainsRune(`"“”„«»`, r) && !open:
			return text, false
		case strings.ContainsRune(`"“”„«»`, r):
			within = !within
			if r = '’'; within {
				r = '‘'
			}
		}
		b.WriteRune(r)
	}
	paired := b.String()
	return paired, (strings.HasPrefix(paired, "“") || strings.Contains(paired, ": “")) && !open && pairs > 0
}

// closesSingle tells whether a single mark ends what one began.
func closesSingle(r, before, after rune, low bool) bool {
	if low {
		return r == '‘'
	}
	return (r == '\'' || r == '’') && strings.ContainsRune(",.!?…", before) && !unicode.IsLetter(after)
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
			rest := text[from+len(m[0]):]
			office, ok := officeBehind(m[2], rest)
			if !ok {
				return text
			}
			who += office
			rest = strings.TrimLeft(strings.TrimPrefix(rest, strings.TrimLeft(office, ", ")), ", ")
			return text[:from] + last + ", " + who + m[2] + " " + string(first) + rest
		}
		at = from + len(m[0]) - len(m[2]) - 1 // the next may begin with the comma that ends this one
	}
}

// officeBehind is the office that follows who speaks: between two commas, where the words go on as
// they can only behind a comma. ok is false where it may be either.
func officeBehind(stop, rest string) (office string, ok bool) {
	next, behind, divided := strings.Cut(rest, ", ")
	switch {
	case stop != "," || !divided || strings.ContainsAny(next, ".!?;:") || parted.MatchString(rest):
		return "", true
	case parted.MatchString(behind):
		return ", " + next, true
	}
	return "", false
}
