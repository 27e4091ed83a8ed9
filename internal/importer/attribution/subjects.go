package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// Who speaks may be told by a sentence with its verb first, or by an office alone with more about it.

// officeRelative is an office or another noun for somebody alone, with its article, and a clause about them.
var officeRelative = pattern.New(`^((?:(?i:el|la|il|lo|le|o|a|de|het) |(?i:l[’']))\p{Ll}[\p{L}-]+(?: \p{Ll}[\p{L}-]+){0,2}), ` +
	`(?:que|quien|che|qui|quem|die|dat) `)

// officeOnly is that office, without the clause, in which others may be named; "" for something else.
func (d *Copy) officeOnly(phrase string) string {
	m := officeRelative.FindStringSubmatch(phrase)
	if m == nil || d.English() || d.german() {
		return ""
	}
	office := strings.ToLower(prose.Elided(m[1]))
	if office == strings.ToLower(m[1]) {
		_, office, _ = strings.Cut(office, " ")
	}
	if first := prose.FirstWord(office); !prose.TitleWords[first] && !d.officeNoun(first) && !calls(office) && !calls(first) {
		return ""
	}
	return strings.ToLower(m[1][:1]) + m[1][1:]
}

// takesPart is a sentence that tells, with its verb first, who was somewhere or took the floor: "Alla festa interverrà
// il presidente della Lega, Paolo Neri".
var takesPart = pattern.New(`(?:^|[ ,])(?:interverrà|interviene|è intervenut[oa]|parteciperà|ha partecipato|era presente|sarà presente|` +
	`ha preso la parola|estuvo presente|estará presente|asistió|participó|intervino|acudió|compareció|tomó la palabra|` +
	`esteve presente|estará presente|participou|compareceu|interveio|tomou a palavra|` +
	`était présente?|est intervenue?|a pris la parole|^Presente|^Présente?) ` +
	`(?:(?:anche|pure|también|también|igualmente|também|aussi|également) )?` +
	`((?:(?:el|la|il|lo|le|o|a) |l[’'])\p{Ll}[^.:;“”"«»]*?)` +
	`(?:, (?:que|quien|quem|che|qui|il quale|la quale|o qual|a qual) [^“”"«»]*)?$`)

// takingPart is whom such a sentence names with an office, if it names nobody else before or with them.
func (d *Copy) takingPart(sentence string) (Speaker, bool) {
	sentence = strings.TrimRight(sentence, ". ")
	m := takesPart.FindStringSubmatchIndex(sentence)
	if m == nil || d.English() || d.severalNamed("– "+sentence[:m[2]], "") {
		return Speaker{}, false
	}
	phrase := sentence[m[2]:m[3]]
	who := d.one(phrase)
	return who, who.Ok && who.Name != "" && who.Title != "" && strings.HasSuffix(phrase, who.Name) &&
		!d.severalNamed("– "+phrase, who.Name)
}

// hasArticleOf tells an article that is a part of a name: the copy writes it with a capital within a sentence, as in
// "el muelle de Los Faroles".
func (d *Copy) hasArticleOf(article, name string) bool {
	switch d.Base() {
	case "es", "it", "pt", "ca":
		return prose.StartsUpper(article) && d.hasLike(`\p{L} `, article+" "+strings.TrimRight(name, ",.;:)"), `(?:[^\p{L}]|$)`)
	}
	return false
}
