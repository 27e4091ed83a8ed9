package intake

import (
	"math"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"pressroom/internal/contacts/heading"
)

// value makes a cell what a press list writes in its column. ok is false if it is
// nothing that can stand there; the cell is left out then, and told.
func value(f heading.Field, v, country string) (out string, ok bool) {
	if f == heading.Phone || f == heading.Mobile {
		v = strings.Join(strings.FieldsFunc(v, func(c rune) bool { return c == '\n' || c == '\r' }), " / ")
	}
	if f == heading.Beats || f == heading.Tags {
		v = strings.Join(strings.FieldsFunc(v, func(c rune) bool { return c == '\n' || c == '\r' }), lineBetween(v))
	}
	v = oneLine(v)
	switch f {
	case heading.Beats, heading.Tags:
		return words(v), true
	case heading.Language:
		return languageTag(v)
	case heading.Embargo, heading.Attachments:
		yes, known := yesNo(v)
		return map[bool]string{true: "yes", false: "no"}[yes], known
	case heading.Format:
		return format(v)
	case heading.Timezone:
		_, err := time.LoadLocation(v)
		return v, err == nil && v != "Local"
	case heading.Phone, heading.Mobile:
		return phone(v, country), true
	case heading.Name:
		return turned(v), true
	case heading.Priority:
		n, err := strconv.ParseFloat(v, 64)
		return v, err == nil && math.Abs(n) <= 1e9
	}
	return v, true
}

// lineBetween is what stands between words for the end of a line: a comma, unless there are
// semicolons, or commas within the lines.
func lineBetween(v string) string {
	if strings.ContainsAny(v, ";,") {
		return ";"
	}
	return ","
}

// oneLine puts what stands on several lines on one.
func oneLine(v string) string {
	if isOneLine(v) {
		return v
	}
	return strings.Join(strings.FieldsFunc(strings.Map(func(c rune) rune {
		if unicode.IsControl(c) && c != '\n' && c != '\r' && c != '\t' {
			return -1
		}
		return c
	}, v), func(c rune) bool { return unicode.IsSpace(c) }), " ")
}

// unseen tells whether a sign shows nothing: of a cell with no other, nothing is read.
func unseen(c rune) bool { return unicode.IsControl(c) || unicode.IsSpace(c) }

// isOneLine tells whether a text is nothing but letters of ASCII, and single spaces
// between them.
func isOneLine(v string) bool {
	space := true
	for i := range len(v) {
		if c := v[i]; c < ' ' || c >= 0x7f || c == ' ' && space {
			return false
		}
		space = v[i] == ' '
	}
	return !space || v == ""
}

// words divides a cell that holds several words, as the systems do it: at
// semicolons, bars and line ends, and at commas where none of these is in it.
func words(v string) string {
	seps := ",|、،，"
	if strings.ContainsAny(v, ";；؛") {
		seps = ";|；؛"
	}
	var out []string
	for _, group := range strings.Split(v, ":::") { // Google's
		for _, w := range strings.FieldsFunc(group, func(c rune) bool { return strings.ContainsRune(seps, c) }) {
			w = strings.Trim(strings.TrimSpace(w), `"`)
			if w != "" && w != "* myContacts" && w != "* starred" {
				out = append(out, w)
			}
		}
	}
	return strings.Join(out, ";")
}

// turned makes "Ruiz, Ana" "Ana Ruiz"; titles behind a name stay there, and so does
// what stands in brackets.
func turned(name string) string {
	last, first, found := strings.Cut(name, ",")
	if open := strings.LastIndexByte(first, '('); open > 0 && strings.HasSuffix(first, ")") {
		if short := strings.TrimSpace(name[:len(name)-len(first)+open]); turned(short) != short {
			return turned(short) + " " + first[open:]
		}
		return name
	}
	first, last = strings.TrimSpace(first), strings.TrimSpace(last)
	if !found || first == "" || last == "" || strings.Contains(first, ",") || strings.Contains(first, ".") || strings.Contains(first, "@") {
		return name
	}
	if office(first) {
		return name
	}
	switch strings.ToUpper(first) {
	case "JR", "SR", "II", "III", "IV", "PHD", "MD", "MBA", "CBE", "OBE", "MBE", "MP", "QC", "KC", "ESQ", "RN", "MA", "BA":
		return name
	}
	return first + " " + last
}

// office tells whether what stands behind the comma of a name is the work of somebody, and
// no first name: "Ana Ruiz, Health Editor".
func office(s string) bool {
	for _, w := range strings.Fields(strings.ToLower(s)) {
		switch w {
		case "editor", "reporter", "journalist", "correspondent", "freelance", "freelancer", "producer", "columnist", "writer", "desk",
			"redakteur", "redakteurin", "journalistin", "freier", "freie", "rédacteur", "rédactrice", "journaliste", "pigiste", "periodista",
			"redactor", "redactora", "giornalista", "redattore", "redattrice", "jornalista", "redator", "redatora", "redacteur":
			return true
		}
	}
	return false
}

// yesNo reads yes and no in seven languages, and as tables mark it. What begins with no
// is no; a yes with something behind it may have a condition, and is none.
func yesNo(v string) (yes, ok bool) {
	v = strings.ToLower(strings.TrimSpace(strings.ReplaceAll(v, "\ufe0f", "")))
	if first, _, more := strings.Cut(v, ","); more {
		if yes, ok := yesNo(first); ok && !yes {
			return false, true
		}
	}
	switch strings.TrimRight(v, ".! ") {
	case "yes", "y", "true", "1", "x", "✓", "✔", "☑", "ok", "on", "agreed", "ja", "j", "oui", "o", "sí", "si", "s", "sim", "sì", "vrai",
		"✅", "checked", "verdadeiro", "wahr", "verdadero", "waar", "vero":
		return true, true
	case "no", "n", "false", "0", "-", "–", "✗", "✘", "✖", "❌", "☐", "unchecked", "off", "nein", "non", "não", "nao",
		"nee", "never", "faux", "falsch", "falso",
		"onwaar":
		return false, true
	}
	return false, false
}

func format(v string) (string, bool) {
	switch low := strings.ToLower(v); {
	case strings.Contains(low, "html"):
		return "html", true
	case strings.Contains(low, "text"), strings.Contains(low, "txt"), low == "plain", strings.Contains(low, "testo"):
		return "text", true
	}
	return v, false
}

// readers are the languages in which names of languages are known.
var readers = []language.Tag{
	language.English, language.Spanish, language.French, language.German, language.Portuguese, language.Italian,
	language.Dutch,
}

var languageNames = sync.OnceValue(func() map[string]string {
	names := make(map[string]string)
	for _, tag := range strings.Fields("en es fr de pt it nl ar ja pl uk ru tr el he hi zh ko sv da nb no fi cs sk hu ro bg hr ca eu vi " +
		"id gl lt lv et sl sr fa ur bn ta th") {
		t := language.MustParse(tag)
		for _, r := range readers {
			names[strings.ToLower(display.Languages(r).Name(t))] = tag
		}
		names[strings.ToLower(display.Self.Name(t))] = tag
	}
	for _, r := range readers {
		names[strings.ToLower(display.Languages(r).Name(language.BrazilianPortuguese))] = "pt"
	}
	names["castellano"], names["mandarin"], names["flemish"] = "es", "zh", "nl"
	return names
})

// languageTag reads a tag in any of its spellings, or the name of a language in
// seven languages and its own; of several the first.
func languageTag(v string) (string, bool) {
	parts := strings.FieldsFunc(v, func(c rune) bool { return strings.ContainsRune(",;/|(", c) })
	if len(parts) == 0 {
		return v, false
	}
	first := strings.TrimSpace(parts[0])
	if tag, ok := languageNames()[strings.ToLower(first)]; ok {
		return tag, true
	}
	if len(first) == 2 && first == strings.ToUpper(first) && (first == "UK" || !namedTags()[strings.ToLower(first)]) {
		return v, false // it is a country: that of Great Britain would be Ukrainian, of Brazil Breton
	}
	t, err := language.Parse(first)
	if err != nil || t == language.Und {
		return v, false
	}
	return t.String(), true
}

// namedTags are the tags of the languages that are known by their names.
var namedTags = sync.OnceValue(func() map[string]bool {
	tags := make(map[string]bool)
	for _, tag := range languageNames() {
		tags[tag] = true
	}
	return tags
})

// countryNames are the codes of countries by their names in seven languages.
var countryNames = sync.OnceValue(func() map[string]string {
	names := map[string]string{
		"usa": "US", "u.s.": "US", "u.s.a.": "US", "united states of america": "US", "england": "GB", "scotland": "GB", "wales": "GB",
		"great britain": "GB", "holland": "NL", "ee. uu.": "US", "czech republic": "CZ",
	}
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	for _, a := range letters {
		for _, b := range letters {
			region, err := language.ParseRegion(string([]rune{a, b}))
			if err != nil || !region.IsCountry() || region.Canonicalize().String() != string([]rune{a, b}) {
				continue
			}
			for _, r := range readers {
				if name := strings.ToLower(display.Regions(r).Name(region)); name != "" {
					names[name] = region.String()
				}
			}
		}
	}
	return names
})

// IsCountry tells whether a text is a country: its code, or its name in seven languages.
func IsCountry(v string) bool { return countryCode(v) != "" }

// countryCode is the ISO 3166 code of the country that a cell or a flag names, "" if it
// is none.
func countryCode(v string) string {
	v = strings.TrimSpace(v)
	if len(v) != 2 {
		return countryNames()[strings.ToLower(v)]
	}
	r, err := language.ParseRegion(v)
	if err != nil || !r.IsCountry() {
		return ""
	}
	return r.String()
}
