package importer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/pattern"
)

var (
	// verbFirst begins a line that is the middle of a sentence: the name or the link
	// before it stood on a line of its own.
	verbFirst = pattern.New(`^(?:said|says|added|adds|stated|explained|noted|continued|told|announced|announces|` +
		`was joined|or$|or\s+\S+@)`)
	// openEnd ends a line whose sentence goes on below: the verb behind words in marks,
	// or a small word that ends nothing.
	openEnd = pattern.New(`(?:[,?!]["”]\s(?:said|says|added|adds|stated|explained|noted|continued)|` +
		`\scontact\s.{4,80},?\s(?:at|on)|[\d)]\sor)$`)
	// dashFirst begins the copy behind its place and day.
	dashFirst = pattern.New(`^[–—]\s+["“\p{Lu}]`)
)

// hangs tells a line that goes on with the sentence of the one before: copied from a
// page, where a name or a number was a link.
func hangs(before, line string) bool {
	switch last, _ := utf8.DecodeLastRuneInString(before); {
	case openEnd.MatchString(before):
		return true
	case unicode.IsLetter(last) || unicode.IsDigit(last):
		return verbFirst.MatchString(line)
	}
	return false
}

// copyFirst tells the line on which the copy begins, with the dash behind the place and
// the day that stand on the one before.
func copyFirst(out []para, line string) bool {
	if len(out) == 0 || !dashFirst.MatchString(line) || out[len(out)-1].bullet != "" {
		return false
	}
	before := out[len(out)-1].text
	return startsUpper(before) && shortDay.MatchString(before)
}

// officeLine tells a line that is an office in capitals and no name yet, as in "Marlow
// County Sheriff".
func officeLine(line string) bool {
	words := strings.Fields(line)
	if len(words) < 2 || len(words) > 8 {
		return false
	}
	for _, w := range words {
		if !startsUpper(w) && !orgConnectors[strings.ToLower(w)] {
			return false
		}
	}
	last := strings.ToLower(words[len(words)-1])
	return publicOffices[last] || titleWords[last]
}

// article tells one in front of a title or a name. In English "Los" and "La" with a
// capital belong to what follows.
func (d *draft) article(w string) bool {
	lower := strings.ToLower(w)
	return leading[lower] && (!d.english() || !startsUpper(w) || lower == "the" || lower == "a")
}

// shortOffices are offices as they are written for short.
var shortOffices = map[string]bool{"DA": true, "AG": true, "ADA": true, "DDA": true, "SA": true, "MP": true, "MEP": true, "PM": true}

// shortened takes an office that is written for short from a name, and how somebody is
// to be addressed.
func shortened(plain, names []token, who speaker) ([]token, []token, speaker) {
	if len(plain) > 1 && shortOffices[plain[0].text] {
		if who.title == "" {
			who.title = plain[0].text
		}
		return plain[1:], plain[1:], who
	}
	if len(plain) > 3 && plain[1].text == "Excellency" {
		return plain[2:], plain[2:], who
	}
	return plain, names, who
}

// shortAnd tells that behind a name of capitals alone, or a site's, stands what else somebody is, as in
// "membre de la FRLE et à l’origine de la campagne".
func shortAnd(toks []token, end int) bool {
	name := toks[end].text
	if len(name) < 2 || name != strings.ToUpper(name) && !siteName.MatchString(name) || end+2 >= len(toks) || toks[end+2].capital {
		return false
	}
	switch toks[end+1].text {
	case "e", "et", "y", "und", "en", "and":
		return true
	}
	return false
}

// hidden is what a page shows programs in place of an address.
var hidden = pattern.New(`(?i),?\s*(?:\b(?:or|and|at|oder|ou)\s+)?\[?e-?mail[\s\x{a0}]protected\]?`)

// alsoElse takes from "Marlow Mayor and retired harbor pilot Ana Ruiz" what somebody is
// besides: it says nothing of the organisation.
func alsoElse(head string, toks []token, run int) (string, bool) {
	last := strings.ToLower(toks[run-1].text)
	if toks[run].text != "and" || !ranks[last] && !publicOffices[last] {
		return "", false
	}
	i := run + 1
	for i < len(toks) && !toks[i].capital {
		i++
	}
	if i == run+1 || capitalRun(toks[i:], 0) < 2 {
		return "", false
	}
	return head[toks[0].from:toks[run-1].to] + " " + head[toks[i].from:], true
}

var siteName = pattern.New(`^[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{Ll}{2,}$`)
