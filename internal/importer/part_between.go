package importer

import (
	"fmt"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// An office may stand between an organisation and somebody's name, with only spaces between
// them: "Harbour Union communications officer Owen Farrell".

func hasOfficeBefore(s string) bool {
	office, _ := officeBeforeName(s)
	return office != ""
}

// officeBeforeName divides an office from the name behind it: "Executive Publicist Dana Whitlock". How somebody
// is addressed belongs to the name.
func officeBeforeName(s string) (office, name string) {
	words := strings.Fields(s)
	n := 0
	if len(words) > 2 && pressOfficer.MatchString(words[0]) && prose.LooksLikeName(strings.Join(words[1:], " ")) {
		return words[0], strings.Join(words[1:], " ")
	}
	if len(words) > 2 && shortModifiers[prose.PlainWord(words[0])] && prose.TitleModifiers[prose.PlainWord(words[1])] {
		n++ // "Sr. Press Officer Dana Whitlock"
	}
	for n < len(words) && (prose.TitleWords[strings.ToLower(words[n])] || prose.TitleModifiers[strings.ToLower(words[n])]) &&
		!prose.Ranks[strings.ToLower(words[n])] && !prose.Honorifics[strings.ToLower(words[n])] {
		n++
	}
	if name = strings.Join(words[n:], " "); n == 0 || len(words)-n < 2 || len(words)-n > 4 || !prose.LooksLikeName(name) ||
		prose.IsOrganisation(name) ||
		!prose.TitleWords[strings.ToLower(words[n-1])] {
		return "", ""
	}
	return strings.Join(words[:n], " "), name
}

// pressOfficer is one word for who answers journalists, in languages that write such words together: "Pressesprecherin".
var pressOfficer = pattern.New(`(?i)^(?:presse?|medien?|kommunikations?|kommunikasjons|informations?|informasjons|pers|communicatie)` +
	`(?:rådgiver|rådgivare|sjef|chef(?:in|en)?|ansvarlig|ansvarig|sprecher(?:in)?|referent(?:in)?|leder|medarbeider|` +
	`konsulent|sekret[eæ]r|talsmand|voorlichter|woordvoerder|adviseur)$`)

// shortModifiers are how words before an office are written for short.
var shortModifiers = prose.WordSet("sr asst assoc exec dep")

// officeWithinWords divides such words into name, office and organisation; it is nil where they are others.
func (d *draft) officeWithinWords(words []string, hosts string) []string {
	for from := 1; from < len(words)-2; from++ {
		to := d.OfficeEnd(words, from)
		if to == 0 || len(words)-to < 2 || len(words)-to > 4 || !prose.StartsUpper(words[to]) {
			continue
		}
		name, before := strings.Join(words[to:], " "), words[:from]
		if !d.Somebody(name) || d.IsTitle(strings.Join(before, " ")) {
			return nil
		}
		office := strings.Join(words[from:to], " ")
		last := before[from-1]
		// "our press officer", whatever led on to it
		if ownersWord.MatchString(last) || !prose.StartsUpper(last) && prose.Ownerless(last) != last {
			return []string{name, office}
		}
		if len(before) > 1 && articles[strings.ToLower(before[0])] {
			before = before[1:]
		}
		org := prose.Ownerless(strings.Join(before, " "))
		switch {
		case len(before) == 1 && prose.General[strings.ToLower(org)]:
			return []string{name, org + " " + office} // "Fire Chief"
		case prose.StartsUpper(office) && d.Somebody(org) && !d.tells(org, hosts):
			return nil // the name may be the first of them
		case sentenceLike(before) || !prose.StartsUpper(org) || prose.Honorifics[strings.ToLower(before[len(before)-1])]:
			return nil
		}
		return []string{name, office, org}
	}
	return nil
}

// ownersWord stands before an office of whoever writes.
var ownersWord = pattern.New(`^(?i:our|its|their|the|unsere?[rmn]?|notre|nuestr[oa]|nostr[oa]|noss[oa]|onze|vår|vores)$`)

// articles may stand before an organisation's name.
var articles = prose.WordSet("the der die das le la les el il lo de het o a our")

// surnameFirst turns a name of which the surname stands first, before a comma, where an address of these
// lines, an office on the next one or the text says that both are one name; where nothing does, it is told.
func (d *draft) surnameFirst(line string, lines []string, n int) string {
	m := commaWithin.FindStringSubmatch(line)
	if m == nil || prose.IsOrganisation(m[1]) || prose.IsOrganisation(m[2]) || d.IsTitle(m[1]) || d.IsTitle(m[2]) ||
		d.tells(m[1], hostsIn(lines)) ||
		d.tells(m[2], hostsIn(lines)) {
		return line
	}
	name := m[2] + " " + m[1]
	first := prose.PlainLetters(prose.FirstWord(m[2]))
	for _, mail := range prose.EmailPattern.FindAllString(strings.Join(lines, "\n"), prose.MostFound) {
		local := prose.PlainLetters(mail[:strings.IndexByte(mail, '@')])
		if strings.HasPrefix(local, first) || local == first[:min(len(first), 1)]+prose.PlainLetters(m[1]) {
			return name + line[len(m[1])+2+len(m[2]):]
		}
	}
	office := len(m[0]) == len(line) && n+1 < len(lines) && d.IsTitle(lines[n+1]) && !prose.HasReach(lines[n+1:n+2])
	if office || prose.WordIn(d.Source, name) {
		return name + line[len(m[1])+2+len(m[2]):]
	}
	d.Unsure = append(d.Unsure, fmt.Sprintf("%s, %s may be one name, with the surname first: look whether the contact is right", m[1], m[2]))
	return line
}

// commaWithin is a word and one or two more behind a comma, of which nothing says what they are.
var commaWithin = pattern.New(`^(\p{Lu}\p{Ll}[\p{L}’'-]*), (\p{Lu}\p{Ll}[\p{L}-]*(?: \p{Lu}[\p{L}-]*\.?)?)(?:$|,|\s[–—(|-])`)

// officerAsked is somebody whom a sentence names behind their office: "contact our press officer Ana Ruiz on …".
func (d *draft) officerAsked(text string) (prose.Contact, bool) {
	m := askedPhrase.FindStringSubmatchIndex(text)
	if m == nil {
		return prose.Contact{}, false
	}
	phrase := text[m[2]:m[3]]
	c := reachedIn(prose.Contact{}, text[m[3]:])
	if c.Role, c.Name = officeBeforeName(phrase); c.Role == "" {
		parts := d.officeWithinWords(strings.Fields(phrase), "")
		if parts == nil {
			return prose.Contact{}, false
		}
		c.Name, c.Role = parts[0], parts[1]
		c.Org = strings.Join(parts[2:], "")
	}
	return c, c.Email != "" || c.Phone != ""
}

// askedPhrase is whom a sentence asks to contact, up to how.
var askedPhrase = pattern.New(`\b(?i:contact(?:ing)?|reach(?: out to)?|call|e-?mail|write to|(?:directed|addressed|sent) to|contacter|` +
	`contactez|contactar(?: con)?|contattare|rivolgersi a|contact op(?:nemen)? met|joindre|wenden sie sich (?:bitte )?an|erreichen sie) ` +
	`([^.,;:@\d()]{8,120}?),? (?:on|at|via|by|or|unter|per|au|aux|en|em|op|al|par|pelo) `)
