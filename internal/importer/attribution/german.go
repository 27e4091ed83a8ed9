package attribution

import (
	"iter"
	"regexp"
	"strings"
	"unicode/utf8"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// germanPublic are offices of those who speak for no issuer: elected, or of a body that is named
// with them.
var germanPublic = pattern.New(`(?i)(?:minister|bürgermeister|senator|dezernent|abgeordnete|betriebsr[aä]t|landr[aä]t|stadtr[aä]t|` +
	`ratsmitglied|pfarrer|kanzler|landesr[aä]t|gemeindepräsident|stadtpräsident|landeshauptfrau|landeshauptmann|` +
	`präsident des landtags)(?:in|r)?$`)

// germanOccasion is at what somebody says something, behind an office alone: "die Ministerin bei der
// Übergabe der Bescheide".
var germanOccasion = pattern.New(` (?:bei der|beim|auf der|auf dem|zur|zum|nach der|nach dem|vor der|vor dem|` +
	`in der|im|am) \p{Lu}\p{L}+` +
	`(?: (?:der|des|von|am|in) \p{L}+)*$`)

// compoundOffice is an office joined to whom it is of, with a surname behind: "Tidewerk-Sprecher Osten".
var compoundOffice = pattern.New(`^\p{Lu}[\p{L}\d-]*-(\p{L}+) (\p{Lu}[\p{L}’'-]+)$`)

// behindCompound is somebody who is known, named by the surname with such an office before it.
func (d *Copy) behindCompound(phrase string) (Speaker, bool) {
	m := compoundOffice.FindStringSubmatch(phrase)
	if b := d.Base(); m == nil || b != "de" && b != "nl" {
		return Speaker{}, false
	}
	if office := strings.ToLower(m[1]); !prose.TitleWords[office] && !prose.GermanOffices.MatchString("x"+office) {
		return Speaker{}, false
	}
	who, ok := d.surnameOf(m[2])
	if found, named := d.elsewhere(m[2]); !ok && named && !germanPublic.MatchString(m[1]) {
		who, ok = found, true
		who.Org, who.Title = strings.TrimSuffix(phrase, "-"+m[1]+" "+m[2]), m[1]
	}
	who.Ok = ok
	return who, ok
}

// germanTitleOf is the office or trade that stands right before a name in German, "" where none does or two do.
func (d *Copy) germanTitleOf(name string) string {
	if !d.german() {
		return ""
	}
	re := regexp.MustCompile(`(\p{Lu}[\p{L}-]+) (?:(?:Dr|Prof|Mag|med|rer|nat|phil|jur)\. )*` + regexp.QuoteMeta(name))
	found := ""
	for text := range d.texts() {
		for _, m := range re.FindAllStringSubmatch(text, prose.MostFound) {
			if lower := strings.ToLower(m[1]); !prose.TitleWords[lower] && !d.officeNoun(lower) && !germanTrades.MatchString(m[1]) || m[1] == found {
				continue
			}
			if found != "" {
				return ""
			}
			found = m[1]
		}
	}
	return found
}

// germanApposed is an office with its article and an adjective behind a name, and no relative clause: of that
// the verb stands last.
var germanApposed = pattern.New(`^(?:der|die) ((?:\p{Ll}+e )?\p{Lu}\p{L}+(?: (?:der|des|von|vom|für|im|am|beim?|in) .*\p{Lu}\S*)?)$`)

// behindVon is a first name and a surname with "von" or "van" behind them, which is of no name
// then: "Ana Ruiz von Flussbund Marlow".
var behindVon = pattern.New(`^(\p{Lu}\S+ \p{Lu}\S+) (?:von|van) (\p{Lu}[^,]+)$`)

func (d *Copy) behindVon(head string) (Speaker, bool) {
	m := behindVon.FindStringSubmatch(head)
	if b := d.Base(); m == nil || b != "de" && b != "nl" || prose.IsOrganisation(m[1]) {
		return Speaker{}, false
	}
	org, ok := d.OrgRun(m[2])
	who := Speaker{Name: m[1], Org: org, Ok: true}
	if first := prose.FirstWord(m[1]); prose.TitleWords[strings.ToLower(first)] || d.officeNoun(strings.ToLower(first)) {
		who.Title, who.Name = first, prose.LastWord(m[1]) // "Sprecherin Ruiz von Flussbund", and no "Präsident Karl von Osten"
		ok = prose.IsOrganisation(org)
	}
	return who, ok
}

// behindElided is a full name in French with whose somebody is behind it, joined to the preposition: "Ana Ruiz d’XR Marlow".
var behindElided = pattern.New(`^(\p{Lu}[\p{L}-]+ \p{Lu}[\p{L}-]+) d[’'](\p{Lu}[^,]*)$`)

func (d *Copy) behindElided(head string) (Speaker, bool) {
	m := behindElided.FindStringSubmatch(head)
	if m == nil || d.Base() != "fr" || prose.IsOrganisation(m[1]) || d.IsTitle(m[1]) {
		return Speaker{}, false
	}
	org, _ := d.OrgRun(m[2])
	return Speaker{Name: m[1], Org: org, Ok: true}, org == m[2]
}

// forField is what an office is over, and whose it is: "für Naturschutz der Landtagsfraktion".
var forField = pattern.New(`^[\s,]+(für \p{Lu}\p{Ll}+(?:(?:,| und| &) \p{Lu}\p{Ll}+){0,3}) (der|des|beim|vom|im) (\p{Lu}[^,]*)$`)

// overFieldOf divides that behind an office.
func (d *Copy) overFieldOf(office, s string) (title, org string, ok bool) {
	m := forField.FindStringSubmatch(s)
	if m == nil || !d.german() || isBodyNoun(prose.LastWord(m[1])) {
		return "", "", false
	}
	whole, _ := d.OrgRun(m[3])
	return office + " " + m[1], d.nominative(m[2], whole), true
}

// ofOtherGender tells a pronoun that does not mean whoever has an office: "er" no "Ministerin", and "sie" no "Minister".
func ofOtherGender(pronoun, office string) bool {
	noun := strings.ToLower(prose.LastWord(office))
	if !gendersNoun(noun) || strings.HasSuffix(noun, "e") {
		return false
	}
	return strings.HasSuffix(noun, "in") == (pronoun == "er")
}

// isBodyNoun tells a noun for an organisation.
func isBodyNoun(w string) bool { return prose.IsOrganisation(w) }

// occasions end nouns for what somebody speaks at, and not for.
var occasions = pattern.New(`^(?:\p{Lu}\p{Ll}*)?(?i:eröffnung|verleihung|einweihung|begrüßung|übergabe|feier|fest|` +
	`konferenz|treffen|gespräch|` +
	`empfang|tagung|sitzung|versammlung|veranstaltung|auftakt|besuch|termin|rundgang|vorstellung|unterzeichnung|kundgebung)s?$`)

// A German name behind an article is often in another case than the one in which it is
// printed: "Sprecherin des Uferbunds", "Sprecher der Deutschen Ruderhilfe", "von den
// Grünen". What it is called can be told of some, and of others where the text has the
// name itself; of the rest it is not sure.

// germanAdjective are adjectives as they stand at the beginning of names, in another case.
var germanAdjective = pattern.New(`^(?:\p{Lu}\p{L}*(?:isch|lich|ig|iv|al|är)en|(?:Deutsch|Grün|Frei|Neu|Alt|Offen|Jung|Rot|` +
	`Blau|Weiß|Schwarz|Klein|Groß|Erst|Nächst|Bunt|Lokal|Vereinigt|Vereint|Vernetzt)en)$`)

// capitalAdjective is one in capitals, as parties write theirs.
var capitalAdjective = pattern.New(`^\p{Lu}{3,}EN$`)

// nominative is a name as it is printed, of one that stands behind an article; "?" where
// that is not sure.
func (d *Copy) nominative(article, org string) string {
	words := strings.Fields(org)
	if d.Base() == "pl" && polishGenitive.MatchString(org) {
		return release.Unknown
	}
	if d.german() && strings.EqualFold(article, "der") && len(words) > 1 && capitalAdjective.MatchString(words[0]) {
		return strings.TrimSuffix(words[0], "N") + org[len(words[0]):] // "der GRÜNEN Landtagsfraktion"
	}
	if !d.german() || len(words) == 0 || words[0] == strings.ToUpper(words[0]) {
		return org
	}
	adjective := germanAdjective.MatchString(words[0])
	if article = strings.ToLower(article); article == "vom" || article == "beim" {
		article = "dem"
	}
	switch {
	case article == "der" && adjective && len(words) > 1:
		plain := strings.TrimSuffix(words[0], "n") + org[len(words[0]):]
		if bare := strings.TrimSuffix(plain, "n"); d.has(bare) {
			return bare
		}
		return plain
	case article == "des" && genitive(words[0]):
		return d.writtenAs(org, without(words[0], "es")+org[len(words[0]):], without(words[0], "s")+org[len(words[0]):])
	case article == "des" && !adjective && len(words) > 1 && genitive(words[len(words)-1]) && !germanHead(words[0]):
		return d.writtenAs(org, strings.TrimSuffix(org, "es"), strings.TrimSuffix(org, "s"))
	case (article == "den" || article == "der") && len(words) == 1 && strings.HasSuffix(org, "n") && (article == "den" || adjective):
		return d.writtenAs(org, strings.TrimSuffix(org, "n"))
	case adjective && (article == "des" || article == "dem" || article == "den"):
		stem, rest := strings.TrimSuffix(words[0], "n"), strings.TrimSpace(org[len(words[0]):])
		bare := strings.TrimSuffix(rest, "s")
		if way := d.writtenAs(org, stem+"r "+bare, stem+"s "+bare, stem+"r "+strings.TrimSuffix(bare, "e"), stem+" "+rest); way !=
			release.Unknown || article == "den" {
			return way
		}
		return gendered(stem, rest)
	}
	return org
}

// articleOf is the article behind a preposition, which may be its last word or the first
// behind it: "von der", "von" and "den".
func articleOf(preposition, rest string) string {
	if first := prose.FirstWord(rest); prose.Leading[strings.ToLower(first)] {
		return first
	}
	return strings.Trim(prose.LastWord(preposition), " ,")
}

// genitive tells a noun that may have the ending of that case.
func genitive(w string) bool {
	return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && utf8.RuneCountInString(w) > 4 && w[1:] == strings.ToLower(w[1:])
}

func without(w, ending string) string { return strings.TrimSuffix(w, ending) }

// bodyNouns are nouns that are an organisation, alone and at the end of a compound, each with
// the ending that its genitive has.
const bodyNouns = `verein|s verband|s verband|es bund|s bund|es bündnis|ses institut|s netzwerk|s netzwerk|es ministerium|s zentrum|s
	museum|s werk|es dienst|es klinikum|s`

// germanHeads are nouns with which the names of organisations begin, compoundHeads those that
// end compounds: "Hafenvereins".
var (
	germanHeads = genitives(bodyNouns + ` vorstand|s amt|s amt|es rat|s rat|es klub|s club|s fonds| kreis|es
	departement|s präsidium|s dezernat|s referat|s referat|es`)
	compoundHeads = genitives(bodyNouns)
)

// genitives are the genitives of such a list, and how much of each is its nominative.
func genitives(list string) map[string]int {
	out := make(map[string]int)
	for _, w := range strings.Fields(list) {
		bare, ending, _ := strings.Cut(w, "|")
		out[bare+ending] = len(bare)
	}
	return out
}

func germanHead(w string) bool { return germanHeads[strings.ToLower(w)] > 0 }

// polishGenitive begins names that stand in that case: "z Fundacji Rzeka".
var polishGenitive = pattern.New(`^(?:Fundacji|Stowarzyszenia|Instytutu|Uniwersytetu|Związku|Ministerstwa|Urzędu|Towarzystwa|Akademii|` +
	`Politechniki|Komitetu|Ligi|Federacji|Grupy|Spółki|Rady|Izby|Szkoły|Biblioteki|Muzeum \p{L}+ego)(?: |$)`)

// masculine and neuter end nouns of bodies, each with the ending that its genitive may have.
var (
	masculine = pattern.New(`(?i)^(\p{L}*(?:verein|verband|bund|dienst|klub|club))(?:e?s)?$`)
	neuter    = pattern.New(`(?i)^(\p{L}*(?:bündnis|institut|netzwerk|zentrum|museum|werk|klinikum))(?:s?e?s)?$`)
)

// gendered is an adjective with a noun whose gender is known, as the name is printed: "Deutscher Ruderverband".
func gendered(stem, rest string) string {
	noun, tail, _ := strings.Cut(rest, " ")
	if m := masculine.FindStringSubmatch(noun); m != nil {
		return strings.TrimSpace(stem + "r " + m[1] + " " + tail)
	}
	if m := neuter.FindStringSubmatch(noun); m != nil {
		return strings.TrimSpace(stem + "s " + m[1] + " " + tail)
	}
	return release.Unknown
}

// germanTown is the adjective of a town before a noun, which has the same ending in every case.
var germanTown = pattern.New(`^\p{Lu}\p{Ll}+er `)

// writtenAs is the first of the ways to write a name that the text has, or a name that is
// sure without: one that begins with a noun whose ending is known.
func (d *Copy) writtenAs(org string, ways ...string) string {
	for _, way := range ways {
		if way != org && d.has(way) {
			return way
		}
	}
	town := germanTown.FindString(org)
	first, rest, _ := strings.Cut(org[len(town):], " ")
	if bare := germanHeads[strings.ToLower(first)]; bare > 0 && rest != "" {
		return town + first[:bare] + " " + rest
	}
	for ending, bare := range compoundHeads {
		if stem := strings.TrimSuffix(first, ending); stem != first && len(stem) > 2 {
			return town + strings.TrimSpace(stem+ending[:bare]+" "+rest)
		}
	}
	return release.Unknown
}

// has tells whether the text has a name, as whole words.
func (d *Copy) has(name string) bool {
	if name == "" {
		return false
	}
	for text := range d.texts() {
		if prose.WordIn(text, name) {
			return true
		}
	}
	return false
}

// texts are the paragraphs in which names are looked for, the boilerplates last.
func (d *Copy) texts() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, list := range [][]prose.Para{{d.Headline, d.Subhead}, d.Body, d.Boilerplate} {
			for _, p := range list {
				if !prose.LongPara(p.Text) && !yield(p.Text) {
					return
				}
			}
		}
	}
}
