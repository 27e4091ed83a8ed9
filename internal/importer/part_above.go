package importer

import (
	"slices"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// What stands above a release that was copied from a page, a wire or a mail, on one line each.

var (
	// youAreHere begins the way to a page.
	youAreHere = pattern.New(`(?i)^\W*(?:sie (?:sind|befinden sich) hier|vous êtes ici|you are here|usted está aquí|está aquí|ti trovi qui|` +
		`u bent hier|você está aqui)\s?:`)
	// firstPage is what the first page of a site is called.
	firstPage = prose.WordSet(`startseite start home homepage accueil inicio início forside etusivu hjem hem`)
	// wireHead is the first line of a release on the Austrian wire: "OTS0114 5 II 0598 …".
	wireHead = pattern.New(`^OTS\d{4} .*\d`)
	// wireTopics are the topics below it.
	wireTopics = pattern.New(`^\p{Lu}\p{L}+(?:/\p{Lu}\p{L}+){2,8}$`)
	// kindBehindName is whose a text is and behind that its kind: "TIDEWELL SA – COMMUNIQUÉ DE PRESSE".
	kindBehindName = pattern.New(`^(\p{Lu}[^–—|.!?:]{1,50}?)\s+[–—|-]\s+` +
		`(?i:communiqué de presse|(?:presse|medien)(?:mitteilung|information)|` +
		`(?:press|media) release|nota de prensa|comunicato stampa|persbericht)$`)
	// kindBehindDay is the kind of text behind place and day, on one line.
	kindBehindDay = pattern.New(`(?i)\.\s+(?:communiqué de presse|(?:presse|medien)(?:mitteilung|information)|comunicato stampa|` +
		`nota de prensa)\.?$`)
)

// jointKind is the kind of a text that several issue, alone on a line.
var jointKind = pattern.New(`(?i)^\W*(?:gemeinsame (?:presse|medien)(?:mitteilung|information)|` +
	`joint (?:press|media) (?:release|statement)|` +
	`communiqu[ée] de presse (?:commun|conjoint|inter-?(?:associatif|syndical|organisations))|comunicato stampa congiunto|` +
	`(?:nota de prensa|comunicado) conjunt[ao])\W*$`)

// jointTop is how many lines say what kind of text several issue, and who they are where strokes stand between them.
func jointTop(list []prose.Para) int {
	if !jointKind.MatchString(list[0].Text) {
		return 0
	}
	if len(list) > 2 && list[1].Level == 0 {
		parts := strings.Split(list[1].Text, " / ")
		if len(parts) > 1 && slices.ContainsFunc(parts, func(s string) bool { return prose.IsOrganisation(s) || prose.Lettered.MatchString(s) }) {
			return 2
		}
	}
	return 1
}

// menuBar tells a line that is the menu of a page, or the way to it.
func menuBar(p prose.Para) bool {
	if p.Level > 0 || p.Bullet != "" || p.Table != "" || strings.Contains(p.Text, "\n") {
		return false
	}
	if youAreHere.MatchString(p.Text) {
		return true
	}
	parts := strings.Split(p.Text, " | ")
	if len(parts) < 4 {
		if parts = strings.Split(p.Text, " / "); len(parts) < 3 || !firstPage[strings.ToLower(parts[0])] {
			return false
		}
	}
	return !slices.ContainsFunc(parts, func(s string) bool {
		return len(strings.Fields(s)) > 3 || hasDigit(s) || strings.ContainsAny(s, "@.!?")
	})
}

// wireTop is how many lines of a wire stand at the beginning of a list, above the headline.
func wireTop(list []prose.Para) int {
	if !wireHead.MatchString(list[0].Text) {
		return 0
	}
	if len(list) > 1 && wireTopics.MatchString(list[1].Text) {
		return 2
	}
	return 1
}

// dayThenKind is the line of place and day of a paragraph that has the kind of text behind it; without text for others.
func dayThenKind(p prose.Para, lang string) prose.Para {
	m := kindBehindDay.FindStringIndex(p.Text)
	if m == nil || !isDateLine(p.Text[:m[0]], lang) {
		return prose.Para{}
	}
	return p.Part(0, m[0])
}
