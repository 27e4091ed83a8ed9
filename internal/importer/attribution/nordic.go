package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Swedish, Danish and Norwegian call an organisation that is known by a noun with its article at the end: "vid
// högskolan", "i landsforeningen", "forbundets advokat", and by the first part of an office: "forbundsleder".

// nordic tells a draft in one of those.
func (d *Copy) nordic() bool {
	switch d.Base() {
	case "sv", "da", "nb":
		return true
	}
	return false
}

var (
	// atNoun leads to such a noun.
	atNoun = pattern.New(` (?:vid|på|i|ved|for|för|hos|av|af|fra|från) (\p{Ll}{4,})(?:$|[ ,.])`)
	// nordicNoun are nouns for organisations, without the article.
	nordicNoun = pattern.New(`^\p{L}*(?:högskola|högskole|universitet|förbund|forbund|förening|forening|bolag|selskab|selskap|sjukhus|` +
		`sygehus|sykehus|museum|museet|museé|teater|institut|institutt|stiftelse|fond|kommun|kommune|bibliotek|klubb|klub|lag|` +
		`organisation|organisasjon|laug|råd|verk|samband|parti)$`)
	// ofNounWithin is the noun with which an office begins: "forbunds" of "forbundsleder".
	ofNounWithin = pattern.New(`^(\p{Ll}+?)s?(?:leder|lederen|leiar|leiaren|ordförande|formand|forkvinde|chef|sjef|direktör|direktør|` +
		`sekreterare|sekretær|talesperson|advokat|styrelse)n?$`)
	// theirNordic is an office of such a noun’s, with a name between commas.
	theirNordic = pattern.New(`(\p{Ll}{4,})s (?:(?:egen|nye|nya|egna) )?(\p{Ll}+), ` +
		`(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,2}),`)
	// publicNordic are offices of those who are elected, who speak for no firm.
	publicNordic = pattern.New(`(?i)^(?:(?:oppositions|kommunal|region|borgar|statssekretær|stats)?råd(?:et)?|borgmästaren?|` +
		`borgmestere?n?|` +
		`ordførere?n?|fylkesordførere?n?|(?:fylkes|läns|by)råd(?:et)?|rådmand(?:en)?|kommunstyrelsens|fullmäktiges|\p{L}*ministere?n?|` +
		`riksdagsleda\p{L}+|stortingsrep\p{L}+|folketingsmed\p{L}+)$`)
	// nordicTown is how a town is called that acts.
	nordicTown = pattern.New(`(\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?) (?:fylkes)?kommune?(?:[^\p{L}]|$)`)
)

// qualityFirst is of an office, though a sentence begins with it.
var qualityFirst = pattern.New(`^(?:Daglig|Administrerende|Tillförordnad|Konstituert|Fungerende|Avgående|Avtroppende) `)

// atNordic stand before the name of a body, or a place.
var atNordic = prose.WordSet("i på ved vid hos fra från for för")

// withoutDefinite are the forms of a noun without its article.
func withoutDefinite(noun string) []string {
	out := []string{noun}
	for _, end := range []string{"en", "et", "n", "t"} {
		if stem, ok := strings.CutSuffix(noun, end); ok {
			out = append(out, stem)
		}
	}
	return out
}

// nordicBody is the one organisation in the text of whose name such a noun is the last word, or ends that; "" for
// none, or two.
func (d *Copy) nordicBody(noun string) string {
	found := ""
	for _, n := range withoutDefinite(strings.ToLower(noun)) {
		if !nordicNoun.MatchString(n) {
			continue
		}
		for text := range d.texts() {
			toks := prose.Tokens(text)
			for i, t := range toks {
				word := strings.TrimRight(t.Text, ".,:;!?)")
				if !strings.HasSuffix(strings.ToLower(word), n) {
					continue
				}
				org := endsIn(toks, i, word)
				if org == "" || org == found {
					continue
				}
				if found != "" {
					return ""
				}
				found = org
			}
		}
	}
	return found
}

// endsIn is a name that ends with a word: it begins with one that says whose it is, "Marlows tekniska högskola", or
// with a capital right before a word that has one, "Rederiernes Landsforening".
func endsIn(toks []prose.Token, last int, word string) string {
	for i := last - 1; i >= 0 && i >= last-3; i-- {
		t := toks[i].Text
		if strings.ContainsAny(t[len(t)-1:], ".,:;!?") {
			return ""
		}
		if !toks[i].Capital {
			continue
		}
		if !strings.HasSuffix(t, "s") && (i < last-1 || !prose.StartsUpper(word)) {
			return ""
		}
		parts := []string{}
		for _, w := range toks[i:last] {
			parts = append(parts, w.Text)
		}
		return strings.Join(append(parts, word), " ")
	}
	return ""
}

// ofNordicBody fills in the organisation that is called so with somebody's office, and the town for which those speak
// who lead it.
func (d *Copy) ofNordicBody(who Speaker, phrase string) Speaker {
	if !who.Ok || who.Name == "" || who.Org != "" && who.Org != release.Unknown {
		return who
	}
	var nouns []string
	for _, m := range atNoun.FindAllStringSubmatch(phrase, 6) {
		nouns = append(nouns, m[1])
	}
	if m := ofNounWithin.FindStringSubmatch(strings.ToLower(who.Title)); m != nil {
		nouns = append(nouns, m[1])
	}
	for _, noun := range nouns {
		if org := d.nordicBody(noun); org != "" {
			who.Org, who.Unsure = org, ""
			return who
		}
	}
	if publicNordic.MatchString(prose.FirstWord(who.Title)) || nordicMinister.MatchString(who.Title) {
		who.Org = release.Unknown
		who.Unsure = "the text names no organisation for this speaker; write it instead of the ?"
		if m := nordicMinister.FindString(who.Title); m != "" {
			if who.Org = d.nordicGovernment(); who.Org != release.Unknown {
				who.Unsure = ""
			}
			return who
		}
		if town := d.onlyNordicTown(); town != "" {
			who.Org = town
			who.Unsure = takenToBe(town, "of which it tells")
		}
	}
	return who
}

// nordicMinister is the office of a member of a government.
var nordicMinister = pattern.New(`(?i)^(?:\p{L}+- og |\p{L}+- och )?\p{L}*minister(?:en)?$`)

// nordicGovernment is the ministry that stands above the release, or the government of which the text tells.
func (d *Copy) nordicGovernment() string {
	for _, l := range d.Letterhead {
		if nordicMinistry.MatchString(l) {
			return l
		}
	}
	for text := range d.texts() {
		if m := theGovernment.FindStringSubmatch(text); m != nil {
			return m[1]
		}
	}
	return release.Unknown
}

var (
	// nordicMinistry is a line that is the name of a ministry.
	nordicMinistry = pattern.New(`^(?:\p{Lu}[\p{L}-]*,? (?:(?:og|och) )?)*[\p{L}-]*(?:departementet|ministeriet)$`)
	// theGovernment begins a sentence with the government.
	theGovernment = pattern.New(`(?:^|[.!?] )(Regj?eringen)s? `)
)

// onlyNordicTown is the one municipality that the text names; "" for none, or two.
func (d *Copy) onlyNordicTown() string {
	found := ""
	for _, text := range d.nearTexts() {
		for _, m := range nordicTown.FindAllStringSubmatch(text, prose.MostFound) {
			town := strings.TrimRight(m[0], " .,:;!?)")
			if found != "" && found != town {
				return ""
			}
			found = town
		}
	}
	return found
}

// meetNordic notes whom a text names with an office of such a noun's: "Det er forbundets advokat, Anna Ruiz, som …".
func (d *Copy) meetNordic(text string) {
	if !d.nordic() {
		return
	}
	for _, m := range theirNordic.FindAllStringSubmatch(text, prose.MostFound) {
		org := d.nordicBody(m[1])
		if org == "" || !d.IsTitle(m[2]) && m[2] != "advokat" || prose.IsOrganisation(m[3]) {
			continue
		}
		d.Known = append([]Speaker{{Name: m[3], Title: m[2], Org: org}}, d.Known...)
	}
}

// atNounBehind is such a noun right behind a name, in the sentence that names somebody.
var atNounBehind = pattern.New(`^ (?:vid|på|i|ved|hos) \p{Ll}{4,}`)
