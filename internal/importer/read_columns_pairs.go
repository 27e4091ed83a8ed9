package importer

import (
	"slices"
	"strings"
	"unicode/utf8"

	"pressroom/internal/importer/prose"
)

// pairedColumns are the columns of lines in which two contacts stand beside each other, whatever stands above their names: the
// right one begins at the same place in each line, one line has a number or an address in both, and both name a person. right is
// nil where that is not so.
func pairedColumns(lines []string) (left, right []string) {
	at, alike := 0, false
	for _, l := range lines {
		m := besideGap.FindStringSubmatchIndex(l)
		if m == nil || besideGap.MatchString(l[m[4]:m[5]]) {
			break
		}
		begins := utf8.RuneCountInString(l[:m[4]])
		if at == 0 {
			at = begins
		}
		if begins != at {
			break
		}
		l, r := l[m[2]:m[3]], l[m[4]:m[5]]
		left, right = append(left, l), append(right, r)
		alike = alike || prose.EmailPattern.MatchString(l) && prose.EmailPattern.MatchString(r) || prose.PhonePattern.MatchString(l) &&
			prose.PhonePattern.MatchString(r)
	}
	if !alike || !slices.ContainsFunc(left, personAlone) || !slices.ContainsFunc(right, personAlone) {
		return nil, nil
	}
	return left, right
}

// personAlone tells a line that is a person's name and has no word of an office, a desk or an organisation.
func personAlone(line string) bool {
	return prose.LooksLikeName(line) && !prose.IsOrganisation(line) && !prose.ContactLine.MatchString(line) &&
		!slices.ContainsFunc(strings.Fields(strings.ToLower(line)), func(w string) bool { return prose.TitleWords[w] || prose.DeskWords[w] })
}
