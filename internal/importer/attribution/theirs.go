package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// An office may be of the organisation of which the sentence before tells: "Deren Sprecherin Ana Ruiz", "son avocat".

// bodyBefore is the one organisation that the sentence names before the one in which somebody
// stands; "" for none, or more. theirs is the word that means it.
func (d *Copy) bodyBefore(name, theirs string) string {
	sentence := d.sentenceBefore(name)
	if sentence == "" {
		return ""
	}
	if org, ok := d.theirBody(sentence, theirs); ok {
		return org
	}
	found := ""
	toks := prose.Tokens(sentence)
	for i := 0; i < len(toks); i++ {
		t := toks[i]
		bare := prose.Elided(t.Text)
		if !prose.StartsUpper(bare) || prose.Leading[strings.ToLower(bare)] || prose.SentenceOpening[strings.ToLower(bare)] {
			continue
		}
		org, ok := d.OrgRun(sentence[t.To-len(bare):])
		if !ok || org == release.Unknown {
			continue
		}
		if run := capitalsFrom(sentence, toks, i); !prose.Lettered.MatchString(org) && strings.Contains(run, " ") {
			org = run + d.fieldsBehind(run, behind(sentence[t.From:], run)) // what follows in small letters may be of the sentence
		}
		behindArticle := bare != t.Text || i > 0 && prose.Leading[strings.ToLower(toks[i-1].Text)]
		sure := prose.IsOrganisation(org) || prose.Lettered.MatchString(org) || behindArticle && !d.german()
		if strings.Contains(org, " ") && sure && !d.IsTitle(prose.FirstWord(org)) {
			if found != "" && found != org {
				return ""
			}
			found = org
		}
		for end := t.To - len(bare) + len(org); i+1 < len(toks) && toks[i+1].From < end; {
			i++
		}
	}
	return found
}

// theirOwn is the organisation that such a word means; of somebody of whom it was told before, the one that it meant there.
func (d *Copy) theirOwn(name, theirs string) string {
	if org := d.bodyBefore(name, theirs); org != "" {
		return org
	}
	for _, k := range d.Known {
		if k.Name == name && k.Org != release.Unknown {
			return k.Org
		}
	}
	return ""
}

// sentenceBefore is the sentence before the one in which somebody stands, since the last quote.
func (d *Copy) sentenceBefore(name string) string {
	text := strings.TrimSpace(d.since)
	if at := strings.LastIndex(text, name); at >= 0 {
		text = strings.TrimSpace(text[:prose.LastSentence(text[:at], d.Cat)])
	}
	if prose.LongPara(text) {
		return ""
	}
	return text[prose.LastSentence(text, d.Cat):]
}

// noneWith says that a word means an organisation which the text does not name surely.
func noneWith(theirs string) string {
	return "the text says “" + theirs + "” and no name with this office; write the organisation instead of the ?"
}

// ofThemBehind is a name with such an office behind it: "Ana Ruiz, son avocate".
var ofThemBehind = pattern.New(`^(\p{Lu}[^,]+), ((?:deren|dessen|ihre?|seine?|son|sa|leur|su|suo|sua|il suo|` +
	`la sua|seu|o seu|a sua|zijn|haar|hun) (\p{Ll}[^,]*|\p{Lu}\p{L}+))$`)

// ofThemAfter reads somebody with that.
func (d *Copy) ofThemAfter(phrase string) (Speaker, bool) {
	m := ofThemBehind.FindStringSubmatch(phrase)
	if m == nil || d.English() || !d.IsTitle(m[3]) || !prose.LooksLikeName(m[1]) || prose.IsOrganisation(m[1]) {
		return Speaker{}, false
	}
	who := Speaker{Name: m[1], Title: m[3], Ok: true}
	theirs := strings.TrimSpace(strings.TrimSuffix(m[2], m[3]))
	if who.Org = d.theirOwn(who.Name, theirs); who.Org == "" {
		who.Org, who.Unsure = release.Unknown, noneWith(theirs)
	}
	return who, true
}

// theirBody is the organisation of a sentence that such a word can mean, where its noun tells: ok is false where none
// of the sentence has one. It is "" for two.
func (d *Copy) theirBody(sentence, theirs string) (org string, ok bool) {
	switch d.Base() {
	case "de":
		return d.theirGermanBody(sentence, strings.ToLower(theirs))
	case "fr":
		return d.theirFrenchBody(sentence)
	}
	return "", false
}

var (
	// articleAndBody is a noun behind its article, with a name in marks or in capitals behind it: "der Stiftung „Ufer“".
	articleAndBody = pattern.New(`(?:^|[\s(])((?i:der|die|das|dem|den|des|vom|beim|zum|zur)) (\p{Lu}[\p{L}-]+)` +
		`( [„»“"]\p{L}[^„“”"»«]{1,60}[“«”"]|(?: (?:&|und (?:Söhne|Partner|Co)|\p{Lu}[\p{L}\d’.-]*[\p{L}\d])){1,4}\.?)?`)
	// soleBody ends the noun of a body that has no other name in a text: "Verkehrswacht".
	soleBody = pattern.New(`(?i)[\p{L}-]{3}(?:verband|verein|bund|bündnis|stiftung|gewerkschaft|genossenschaft|netzwerk|gesellschaft|` +
		`kammer|wacht|klinikum|institut|initiative|museum|theater|klub|club|werk)e?s?$`)
	// feminine are nouns of bodies of that gender.
	feminine = pattern.New(`(?i)(?:schaft|ung|ion|ei|heit|initiative|wacht|wehr|kammer|agentur|universität|schule|bank|gruppe|liga|firma|` +
		`stadt|gemeinde|akademie|klinik|kasse|behörde|allianz)$`)
	// tradeOfFirm are nouns for what a firm is, before its name.
	tradeOfFirm = pattern.New(`(?i)(?:spedition|firma|reederei|werft|brauerei|bäckerei|druckerei|kanzlei|agentur|molkerei|gärtnerei|bank|` +
		`klinik|schule|hochschule|universität|akademie)$`)
)

// theirGermanBody tells by the article and the noun which of the bodies a word can mean: "deren" none of masculine or
// neuter gender, and "dessen" none of the other.
func (d *Copy) theirGermanBody(sentence, theirs string) (string, bool) {
	hers := strings.HasPrefix(theirs, "der") || strings.HasPrefix(theirs, "ihr")
	found := ""
	for _, m := range articleAndBody.FindAllStringSubmatch(sentence, prose.MostFound) {
		article, noun, name := strings.ToLower(m[1]), m[2], strings.TrimRight(m[3], " ")
		firm := strings.Contains(name, "&") && tradeOfFirm.MatchString(noun) || tradeOfFirm.MatchString(noun) && prose.Lettered.MatchString(name)
		body := isBodyNoun(noun) || soleBody.MatchString(noun)
		if !body && !firm || name == "" && !soleBody.MatchString(noun) {
			continue
		}
		if !firm {
			name = strings.TrimRight(name, ".")
		}
		if noun = d.nominative(m[1], noun); noun == release.Unknown {
			noun = without(m[2], "s")
		}
		neuter := strings.HasSuffix(article, "m") || article == "des" || article == "das"
		if fem := feminine.MatchString(noun); hers != fem || hers && neuter {
			continue
		}
		if org := noun + name; found != "" && found != org {
			return "", true
		} else {
			found = org
		}
	}
	return found, found != ""
}

// frenchBody is a noun with its article, what it is of in small letters and the name behind it.
var frenchBody = pattern.New(`(?i:(^|[\s(])(?:le |la |du |au |l[’']))(\p{Ll}+)(` +
	`(?: \p{Ll}+(?:ale|aux|al|ique|aire|elle|el|if|ive)| d[eu’'] ?` +
	`(?:consommateurs|locataires|parents|riverains|usagers|producteurs|commerçants|quartier|défense))?)` +
	`( ?« ?\p{L}[^«»]{1,50} ?»|(?: (?:(?:de|des|du|et|pour|la|le|les) ){0,2}\p{Lu}[\p{L}\d’'-]*){1,6})`)

// theirFrenchBody is the first of a sentence if it begins with it, and the only one else.
func (d *Copy) theirFrenchBody(sentence string) (string, bool) {
	found := ""
	for _, m := range frenchBody.FindAllStringSubmatch(strings.ReplaceAll(sentence, "\u00a0", " "), prose.MostFound) {
		noun := m[2]
		if !prose.Bodies[noun] && !otherBodies[noun] && !prose.Descriptors[noun] && !frenchNouns[noun] {
			continue
		}
		org := noun + m[3] + m[4]
		if m[1] == "" {
			return org, true
		}
		if found != "" && found != org {
			return "", true
		}
		found = org
	}
	return found, found != ""
}

// frenchNouns are further nouns for an organisation.
var frenchNouns = prose.WordSet("union office club ligue groupement confédération groupe société coordination")
