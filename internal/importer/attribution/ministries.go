package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Ministers speak for the ministry over their field, which a text in Romance languages or Dutch names elsewhere, as it
// names the field once and calls them only ministers further down.

// fieldOfMinister is what stands between a minister's office and the field, and the field with what else is behind.
const fieldOfMinister = ` (?:de la |de las |de los |de l[’']|dell[’']|della |dello |del |degli |dei |delle |du |des |` +
	`de |d[’']|do |da |dos |das |` +
	`per l[’']|per la |per i |per il |per lo |per gli |per le |van |voor )`

var (
	// ministerOver is the office at the beginning of a title; ministerIn is one within a text.
	ministerOver = pattern.New(`^(?i:ministr[oa]|ministre|minister)(?:` + fieldOfMinister + `(.+))?$`)
	ministerIn   = pattern.New(`(?:^|[\s(“"«„’'])(?i:ministr[oa]|ministre|minister)` + fieldOfMinister)
	// ministryIn is the public body within a text.
	ministryIn = pattern.New(`(?:^|[\s(“"«„’'])` +
		`((?:[Mm]inisterio|[Mm]inist[èe]re|[Mm]inistero|[Mm]inistério|[Mm]inisterie)` + fieldOfMinister + `)`)
	// fieldsOver are words of a field, with what parts them.
	fieldsOver = pattern.New(`^(\p{L}[\p{L}-]*)((?:,| (?:y|e|et|en|de|del|della|la|el|l[’'])\b)*)`)
	// wasMinister stands before the office of somebody who has it no longer, or has another's.
	wasMinister = pattern.New(`(?i)(?:\b(?:ex|vice|oud|ancien|ancienne|exministr\p{L}*|fue|era|antiguo|antigua)[ -])$`)
	// ofWhichLand is of what a minister or ministry is, behind the field.
	ofWhichLand = pattern.New(`^ (?:de la|del|de|di|della|du|da|do|van) \p{Lu}`)
	// ofOwnLand is that where the land is the text's own.
	ofOwnLand = pattern.New(`^ (?:de la|del|della|da|do) (?:Provincia|Nación|Estado|Regione|Generalitat|Repubblica)\b`)
)

// ofOwnMinistry gives such a minister the one ministry over the same field that the text names.
func (d *Copy) ofOwnMinistry(who Speaker) Speaker {
	m := ministerOver.FindStringSubmatch(who.Title)
	if m == nil || d.English() || d.german() || !strings.Contains(who.Name, " ") || who.Org != "" && who.Org != release.Unknown {
		return who
	}
	field := m[1]
	if field == "" {
		if field = d.fieldOf(who.Name); field == "" {
			return who
		}
	}
	found := ""
	for text := range d.texts() {
		for _, at := range ministryIn.FindAllStringSubmatchIndex(text, prose.MostFound) {
			n := sameField(field, text[at[1]:])
			if n == 0 {
				continue
			}
			body := text[at[2] : at[1]+n]
			switch {
			case strings.EqualFold(found, body):
			case found != "":
				return who
			default:
				found = body
			}
		}
	}
	if found == "" {
		return d.ofFieldAlone(who, field)
	}
	who.Org, who.Unsure = found, ""
	return who
}

// fieldOf is what the text says somebody is minister of, right before or behind the name; "" for what is said twice
// with different fields, or not at all.
func (d *Copy) fieldOf(name string) (field string) {
	for text := range d.texts() {
		for _, at := range ministerIn.FindAllStringIndex(text, prose.MostFound) {
			rest := text[at[1]:]
			end := strings.Index(rest, name)
			over := strings.TrimRight(rest[:max(end, 0)], " ,")
			if strings.ContainsAny(over, ".;:()“”«»\"") || len(over) > 100 || secondName.MatchString(over) ||
				strings.Contains(over, ", ") && ministerIn.MatchString(" "+over) || wasMinister.MatchString(text[:at[0]+1]) {
				over = ""
			}
			if before := text[:at[0]+1]; over == "" && nameAndComma(before, name) {
				over = fieldUpTo.FindString(rest)
			}
			switch {
			case over == "" || over == field:
			case field != "":
				return ""
			default:
				field = over
			}
		}
	}
	return field
}

// fieldUpTo is a field up to the sign behind it.
var fieldUpTo = pattern.New(`^[^,.;:()“”«»"]{3,60}`)

// nameAndComma tells that a text ends with a name and the comma and article of an office behind it.
func nameAndComma(text, name string) bool {
	i := strings.LastIndex(text, name+",")
	return i >= 0 && articleAlone.MatchString(text[i+len(name)+1:])
}

// articleAlone is what stands between that comma and the office.
var articleAlone = pattern.New(`^ (?:(?:el|la|il|le|o|a|de|lo) |l[’'])?$`)

// sameField is how much of a text that begins with a field is the one of a minister: up to where both go the same way, if
// neither goes on there with what makes another field of it; 0 for another.
func sameField(field, text string) int {
	n, last := 0, 0
	for {
		a, b := fieldsOver.FindStringSubmatch(field[n:]), fieldsOver.FindStringSubmatch(text[n:])
		if a == nil || b == nil || len(a[1]) != len(b[1]) || !strings.EqualFold(a[1], b[1]) {
			break
		}
		last = n + len(a[1])
		if a[2] != b[2] || !strings.HasPrefix(field[n+len(a[0]):], " ") || !strings.HasPrefix(text[n+len(b[0]):], " ") {
			break
		}
		n += len(a[0]) + 1
	}
	if last == 0 {
		return 0
	}
	mine, theirs := field[last:], text[last:]
	if parted := partedFrom.MatchString(mine) || ofOwnLand.MatchString(mine); !parted ||
		capitalNext.MatchString(theirs) || ofWhichLand.MatchString(theirs) && !ofOwnLand.MatchString(theirs) {
		return 0
	}
	if more := andOneMore.FindStringSubmatch(theirs); more != nil && mine == "" {
		last += len(more[1])
	}
	return last
}

var (
	// partedFrom is the end of a field, or what parts it from the next.
	partedFrom = pattern.New(`^(?:$|,| (?:y|e|et|en)\b)`)
	// capitalNext goes on with a word that makes another field: "Educación" Superior.
	capitalNext = pattern.New(`^ \p{Lu}`)
	// andOneMore is a second field of a body: "Sanidad" y Consumo.
	andOneMore = pattern.New(`^( (?:y|e|et|en) \p{Lu}\p{Ll}+)(?:[^ \p{L}]| \p{Ll}|$)`)
)

// overFirm tells a field that has a word of firms in it, of a minister or of whoever is over several: "ministre de la Culture et
// des Communications", "directeur des Initiatives stratégiques et Communications".
func overFirm(office, field string) bool {
	return prose.IsOrganisation(field) && !prose.IsOrganisation(prose.FirstWord(field)) &&
		(ministerOver.MatchString(office) || severalFields.MatchString(field))
}

// severalFields is a field with another behind it that firms are called after, and nothing more.
var severalFields = pattern.New(`^\p{L}[\p{L} -]* (?:et|y|e|en) (?:(?:des|de la|de las|los|las|delle|dei|das) )?` +
	`(?i:communications?|relations|services|media|médias|medios|press|presse|comunicaciones|relazioni|relaciones)$`)

// ofFieldAlone gives such a minister the field, where a Spanish text uses its name as that of the ministry.
func (d *Copy) ofFieldAlone(who Speaker, field string) Speaker {
	if loc := ofOwnLandBehind.FindStringIndex(field); loc != nil {
		field = field[:loc[0]]
	}
	if d.Base() != "es" || !prose.StartsUpper(field) {
		return who
	}
	for text := range d.texts() {
		for _, at := range usedAsBody.FindAllStringIndex(text, prose.MostFound) {
			if rest := text[at[1]:]; strings.HasPrefix(rest, field) && !continues(rest[len(field):]) && !capitalNext.MatchString(rest[len(field):]) {
				who.Org = field
				who.Unsure = takenToBe(field, "as it calls the ministry")
				return who
			}
		}
	}
	return who
}

var (
	// usedAsBody stands before a field that is called as its ministry is: "fuentes de" Sanidad.
	usedAsBody = pattern.New(`(?i:\btitular de|\bfuentes de|\bdesde|\bportavoz de) `)
	// ofOwnLandBehind is ofOwnLand at the end of a field.
	ofOwnLandBehind = pattern.New(` (?:de la|del) (?:Provincia|Nación|Estado|Generalitat)$`)
)
