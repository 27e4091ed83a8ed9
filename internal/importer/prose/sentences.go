package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/pattern"
)

// Openers and Closers are the quotation marks of all languages that open and that close words; some do both.
const Openers, Closers = "“„«\"", "”“»\""

// HasOpening tells whether there is a quotation mark at all.
func HasOpening(s string) bool { return strings.ContainsAny(s, "“„«\"»”") }

// StartsWithQuote tells a text that begins with a quotation mark of any language.
func StartsWithQuote(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune(Openers+"»”", r)
}

// ClosedUp takes the space from before a closing mark. A straight mark opens words where those before it on
// the line come in pairs.
func ClosedUp(text string) string {
	text = spacedPoint.ReplaceAllString(spacedOpen.ReplaceAllString(text, "${1}“${2}"), "$1$2")
	text = pairedUp(text)
	if !spacedClose.MatchString(text) {
		return text
	}
	lines := strings.SplitAfter(text, "\n")
	for i, line := range lines {
		at := 0
		for _, m := range spacedClose.FindAllStringSubmatchIndex(line, AllFound) {
			if line[m[4]] == '"' && strings.Count(line[:m[4]], `"`)%2 == 0 {
				continue
			}
			lines[i] = lines[i][:m[3]-at] + lines[i][m[4]-at:]
			at += m[4] - m[3]
		}
	}
	return strings.Join(lines, "")
}

var (
	// spacedOpen is an opening mark with a space behind it, of words that are closed on their line.
	spacedOpen = pattern.New(`(^|[\s(])“[ \x{a0}]+(\p{Lu}[^“”\n]*”)`)
	// spacedPoint is a space between a closing mark and the comma or stop behind it.
	spacedPoint = pattern.New(`([”»"]) ([,.](?:\s|$))`)
	// spacedStop is a space between the last word and its stop, before a closing mark.
	spacedStop = pattern.New(`(\p{L}) ([.,!?][”"])`)
)

// pairedUp takes the space from behind opening straight marks, on lines on which all come in pairs and each has a space
// on both sides or stands at an end.
func pairedUp(text string) string {
	text = spacedStop.ReplaceAllString(text, "$1$2")
	if !strings.Contains(text, `" `) {
		return text
	}
	lines := strings.SplitAfter(text, "\n")
	for i, line := range lines {
		parts := strings.Split(line, `"`)
		if len(parts)%2 == 0 || len(parts) < 3 {
			continue
		}
		spaced := true
		for n := 1; n < len(parts); n += 2 {
			before, words := parts[n-1], parts[n]
			spaced = spaced && (before == "" || strings.HasSuffix(before, " ")) && strings.HasPrefix(words, " ") && WordsIn(words) > 1
		}
		for n := 1; n < len(parts) && spaced; n += 2 {
			parts[n] = strings.TrimLeft(parts[n], " ")
		}
		lines[i] = strings.Join(parts, `"`)
	}
	return strings.Join(lines, "")
}

// TrimEnd is a text without the spaces at its end, whichever they are.
func TrimEnd(s string) string { return strings.TrimRightFunc(s, unicode.IsSpace) }

// FirstSentence is a text up to the end of its first sentence.
func FirstSentence(s string, cat Abbreviations) string {
	for i, r := range s {
		if r != '.' && r != '!' && r != '?' {
			continue
		}
		rest := s[i+utf8.RuneLen(r):]
		if Reopens(rest) {
			return s[:i+utf8.RuneLen(r)]
		}
		rest = strings.TrimLeft(rest, Footnote)
		marks := len(s) - i - utf8.RuneLen(r) - len(rest)
		trimmed := strings.TrimLeft(rest, "”“»\"’)")
		next := strings.TrimLeftFunc(trimmed, unicode.IsSpace)
		if next == "" {
			return s
		}
		if next == trimmed { // no space: a stop within a word
			continue
		}
		first, _ := utf8.DecodeRuneInString(next)
		if r == '.' && (cat.EndsInAbbreviation(s[:i+1]) || seatOpen.MatchString(s[:i]) && seatClose.MatchString(rest) ||
			!unicode.IsUpper(first) && !strings.ContainsRune("“„«\"¿¡—–", first) && !opensTurned.MatchString(next)) {
			continue
		}
		return s[:i+utf8.RuneLen(r)+marks]
	}
	return s
}

// seatOpen and seatClose stand around the stop behind a party that is written short: "(Lab. Marlow)".
var (
	seatOpen  = pattern.New(`\(\p{Lu}\p{L}{1,5}$`)
	seatClose = pattern.New(`^ \p{Lu}[\p{L} ’'-]{2,40}\)`)
)

// opensTurned are marks that close words in most languages, before words that they open.
var opensTurned = pattern.New(`^[”»]\p{Lu}`)

// Footnote are the marks of notes, behind a sentence's stop.
const Footnote = "*†‡⁰¹²³⁴⁵⁶⁷⁸⁹"

// Reopens tells words in marks that follow a stop without a space between.
func Reopens(rest string) bool {
	mark, size := utf8.DecodeRuneInString(rest)
	after, _ := utf8.DecodeRuneInString(rest[size:])
	return strings.ContainsRune("\"“„", mark) && unicode.IsUpper(after)
}

// LastSentence is where the last sentence of a text begins.
func LastSentence(s string, cat Abbreviations) int {
	at := 0
	for at < len(s) {
		first := FirstSentence(s[at:], cat)
		next := at + len(first)
		next += len(s[next:]) - len(strings.TrimLeftFunc(s[next:], unicode.IsSpace))
		if next >= len(s) {
			return at
		}
		at = next
	}
	return at
}

// Abbreviations tells a text that ends with one, which ends no sentence.
type Abbreviations interface{ EndsInAbbreviation(string) bool }

// EndsOpen tells a gap that leads on to the words: by a colon, comma or verb.
func EndsOpen(s string) bool {
	t := TrimEnd(s)
	return strings.HasSuffix(t, ":") || strings.HasSuffix(t, ",") || !strings.HasSuffix(t, ".")
}
