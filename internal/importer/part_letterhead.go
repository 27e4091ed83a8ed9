package importer

import (
	"slices"
	"strings"
	"unicode/utf8"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// The name of the organisation that issues a release may stand above all, in lines of which none says
// what it is.

// withInitials is a name with its initials in brackets.
var withInitials = pattern.New(`^(\p{Lu}[^()]{5,80}) \((\p{Lu}{2,8})\)$`)

// initialsOf are the first letters of a name's words with capitals.
func initialsOf(name string) string {
	out := ""
	for _, w := range strings.Fields(name) {
		if prose.StartsUpper(w) && !prose.OrgConnectors[strings.ToLower(w)] {
			r, _ := utf8.DecodeRuneInString(w)
			out += string(r)
		}
	}
	return out
}

// nameAboveAll tells the first line of several, outside English, that is an organisation's name and
// no sentence: a letterhead.
func (d *draft) nameAboveAll(head []prose.Para, i int) bool {
	longer := func(p prose.Para) bool { return len(strings.Fields(p.Text)) > 3 }
	if i > 0 || d.English() || head[0].Level > 0 || !slices.ContainsFunc(head[1:], longer) {
		return false
	}
	name := strings.TrimSpace(head[0].Text)
	if m := withInitials.FindStringSubmatch(name); m != nil && initialsOf(m[1]) == m[2] {
		return true
	}
	if name != strings.ToUpper(name) && !prose.LikeAName(name) || !prose.IsOrganisation(name) || strings.ContainsAny(name, ".:!?") {
		return false
	}
	return len(strings.Fields(name)) < 7
}

// headingAbove is where the heading of the page stands before the copy, -1 for nowhere: one of a lower level too,
// where the lines above it are few, but for addresses, and it is no short one.
func headingAbove(head []prose.Para) int {
	if best := slices.IndexFunc(head, func(p prose.Para) bool { return p.Level == 1 }); best >= 0 {
		return best
	}
	best := slices.IndexFunc(head, func(p prose.Para) bool { return p.Level > 0 })
	above := 0
	for _, p := range head[:max(best, 0)] {
		if !noHeadline(p.Text) {
			above++
		}
	}
	if best < 1 || above > 2 || len(strings.Fields(head[best].Text)) < menuWords || noHeadline(head[best].Text) {
		return -1
	}
	return best
}
