package importer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/importer/prose"
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
func copyFirst(out []prose.Para, line string) bool {
	if len(out) == 0 || !dashFirst.MatchString(line) || out[len(out)-1].Bullet != "" {
		return false
	}
	before := out[len(out)-1].Text
	return prose.StartsUpper(before) && shortDay.MatchString(before)
}

// officeLine tells a line that is an office in capitals and no name yet, as in "Marlow
// County Sheriff".
func officeLine(line string) bool {
	words := strings.Fields(line)
	if len(words) < 2 || len(words) > 8 {
		return false
	}
	for _, w := range words {
		if !prose.StartsUpper(w) && !prose.OrgConnectors[strings.ToLower(w)] {
			return false
		}
	}
	last := strings.ToLower(words[len(words)-1])
	return prose.PublicOffices[last] || prose.TitleWords[last]
}

// hidden is what a page shows programs in place of an address.
var hidden = pattern.New(`(?i),?\s*(?:\b(?:or|and|at|oder|ou)\s+)?\[?e-?mail[\s\x{a0}]protected\]?`)
