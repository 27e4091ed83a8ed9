package importer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/pattern"
)

// What a part of a contact is, its words tell: an organisation, an office, a name.

// firm tells the name of one, though it has words that titles have too: "Tidewell
// Communications".
func firm(s string) bool {
	words := strings.Fields(strings.ToLower(s))
	if len(words) < 2 || !startsUpper(s) || !isOrganisation(s) || desks[words[0]] {
		return false
	}
	for _, w := range words {
		if titleWords[strings.Trim(w, ".,()")] {
			return false
		}
	}
	return true
}

// desks begin what offices within an organisation are called: "Media Relations".
var desks = wordSet("media press public corporate external communications news investor")

// isOrganisation tells a name whose words say that it is nobody's own.
func isOrganisation(name string) bool {
	if landLast.MatchString(name) {
		return true
	}
	for _, w := range strings.Fields(strings.ToLower(name)) {
		w = strings.Trim(w, ".,()")
		if orgTails[w] || descriptors[w] || companyWords[w] || bodies[w] || germanBody.MatchString(w) {
			return true
		}
	}
	return false
}

// landLast ends the name of a part of something by where it is: no surname is written so.
var landLast = pattern.New(`\p{Ll} (?:UK|USA|US|NZ|EU|Europe|International|Worldwide|Deutschland|Österreich|Schweiz|Nederland|Brasil)$`)

// germanBody are German and Dutch nouns that are an organisation by their last part.
var germanBody = pattern.New(`[\p{L}-](?:verband|verein|bund|bündnis|stiftung|ministerium|universität|hochschule|gewerkschaft|` +
	`genossenschaft|` +
	`netzwerk|gesellschaft|kammer|behörde|landesamt|bundesamt|zentrum|werke|klinikum|agentur|initiative|föderation|` +
	`kommission|zeitung|anzeiger|tageblatt|kurier|rundschau|nachrichten|bond|vereniging|federatie)s?$|-(?:institut|museum|` +
	`theater|gruppe|fonds)s?$`)

// companyWords stand in the names of companies.
var companyWords = wordSet(`agency communications inc llc ltd limited plc gmbh ag kg se sa sarl bv nv spa srl partners associates ` +
	`consulting relations pr media press service services authority trust port agentur agence agencia agenzia gruppe groupe grupo gruppo ` +
	`group holding works gazette bote`)

// forThePress are words of offices that have to do with the press.
var forThePress = wordSet("press media communications prensa presse pressestelle comunicación")

// isTitle tells words with a title among them.
func (d *draft) isTitle(s string) bool {
	for _, w := range strings.Fields(strings.ToLower(s)) {
		w = strings.Trim(w, ".,()")
		if titleWords[w] || twoInOne(w) || forThePress[w] || strings.HasSuffix(w, "ologist") || d.officeNoun(w) {
			return true
		}
		first, second, ok := strings.Cut(w, "-")
		if ok && titleWords[first] && (titleWords[second] || behindOffice[second]) { // "diretor-presidente", "diretor-executivo"
			return true
		}
	}
	return false
}

// noName are words that stand in nobody's name.
var noName = wordSet("inc llc ltd gmbh the and &")

// orgOnly tells a run that is an organisation's name.
func orgOnly(run []token) bool {
	for _, t := range run {
		w := plainWord(t.text)
		if orgTails[w] || noName[w] {
			return true
		}
	}
	return false
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// looksLikeName tells two to five words that begin with capitals.
func looksLikeName(s string) bool {
	words := strings.Fields(strings.Trim(s, " ,:"))
	if len(words) < 2 || len(words) > 5 {
		return false
	}
	caps := 0
	for _, w := range words {
		lower := strings.ToLower(w)
		switch {
		case startsUpper(strings.TrimLeft(w, "’'(\"“")):
			caps++
		case particles[lower]:
		default:
			return false
		}
		if strings.ContainsAny(w, "0123456789@/:") {
			return false
		}
	}
	return caps >= 2
}

// twoInOne tells two offices with a stroke between: "President/CEO".
func twoInOne(w string) bool {
	first, second, ok := strings.Cut(w, "/")
	return ok && titleWords[first] && titleWords[second]
}
