package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// article tells one in front of a title or a name. In English "Los" and "La" with a
// capital belong to what follows.
func (d *Copy) article(w string) bool {
	lower := strings.ToLower(w)
	return prose.Leading[lower] && (!d.English() || !prose.StartsUpper(w) || lower == "the" || lower == "a")
}

// shortOffices are offices as they are written for short.
var shortOffices = map[string]bool{"DA": true, "AG": true, "ADA": true, "DDA": true, "SA": true, "MP": true, "MEP": true, "PM": true}

// shortened takes an office that is written for short from a name, and how somebody is
// to be addressed.
func shortened(plain, names []prose.Token, who Speaker) ([]prose.Token, []prose.Token, Speaker) {
	if len(plain) > 1 && shortOffices[plain[0].Text] {
		if who.Title == "" {
			who.Title = plain[0].Text
		}
		return plain[1:], plain[1:], who
	}
	if len(plain) > 3 && plain[1].Text == "Excellency" {
		return plain[2:], plain[2:], who
	}
	return plain, names, who
}

// shortAnd tells that behind a name of capitals alone, or a site's, stands what else somebody is, as in
// "membre de la FRLE et à l’origine de la campagne".
func shortAnd(toks []prose.Token, end int) bool {
	name := toks[end].Text
	if len(name) < 2 || name != strings.ToUpper(name) && !siteName.MatchString(name) || end+2 >= len(toks) || toks[end+2].Capital {
		return false
	}
	switch toks[end+1].Text {
	case "e", "et", "y", "und", "en", "and":
		return true
	}
	return false
}

// alsoElse takes from "Marlow Mayor and retired harbor pilot Ana Ruiz" what somebody is
// besides: it says nothing of the organisation.
func alsoElse(head string, toks []prose.Token, run int) (string, bool) {
	last := strings.ToLower(toks[run-1].Text)
	if toks[run].Text != "and" || !prose.Ranks[last] && !prose.PublicOffices[last] {
		return "", false
	}
	i := run + 1
	for i < len(toks) && !toks[i].Capital {
		i++
	}
	if i == run+1 || prose.CapitalRun(toks[i:], 0) < 2 {
		return "", false
	}
	return head[toks[0].From:toks[run-1].To] + " " + head[toks[i].From:], true
}

var siteName = pattern.New(`^[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{Ll}{2,}$`)
