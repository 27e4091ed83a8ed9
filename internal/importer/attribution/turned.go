package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Whom somebody speaks for stands before the office, and the name before both or behind: "Ana Ruiz, Bank of Marlow chief economist",
// "Bank of Marlow chief economist Ana Ruiz". In English the body's name has capitals and the office small letters, and where
// these begin the two are divided.

// bodyAndOffice are the words for a body and an office there, and the name.
func bodyAndOffice(phrase string) (words, name string, ok bool) {
	phrase = strings.TrimRight(phrase, "., ")
	if m := nameThenBoth.FindStringSubmatch(phrase); m != nil {
		return m[2], m[1], true
	}
	m := bothThenName.FindStringSubmatch(phrase)
	if m == nil {
		return "", "", false
	}
	return m[1], m[2], true
}

var (
	nameThenBoth = pattern.New(`^(?:[Cc]o-author |[Ff]ellow )?([^,]+), (?:an? |the )?(\p{Lu}[^,;:“”"()]*\p{Ll})$`)
	bothThenName = pattern.New(`^(?:[Tt]he )?(\p{Lu}[^,;:“”"()]* \p{Ll}[\p{L}-]*) ((?:(?:Dr|Prof|Mr|Mrs|Ms)\.? )?\p{Lu}[\p{L}’'-]*\.?` +
		`(?: \p{Lu}[\p{L}’'-]*\.?){1,3})$`)
)

// whereSmallBegins divides such words; ok is false where they do not end with an office in small letters.
func (d *Copy) whereSmallBegins(words string) (body, office string, ok bool) {
	toks, last := prose.Tokens(words), -1
	for i, t := range toks {
		if t.Capital && !officeLetters.MatchString(t.Text) || strings.EqualFold(t.Text, "plc") {
			last = i
		}
	}
	if last < 0 || last+1 == len(toks) {
		return "", "", false
	}
	office = words[toks[last+1].From:]
	first := strings.ToLower(toks[last+1].Text)
	if isPreposition(first, "en") || prose.OrgConnectors[first] || smallWithin[first] || !d.IsTitle(office) {
		return "", "", false
	}
	return trimPossessive(words[:toks[last].To]), office, true
}

// turnedRound reads a name with both behind it as the same words are read before the name, where by themselves they name no
// body; it holds only if body and office are all of them.
func (d *Copy) turnedRound(who Speaker, phrase string) Speaker {
	if !d.English() || !who.Ok || who.Name == "" || !mayBeHeld(who) {
		return who
	}
	words, name, ok := bodyAndOffice(phrase)
	if !ok || !strings.HasPrefix(phrase, name) || !strings.HasSuffix(name, who.Name) && name != prose.LastWord(who.Name) {
		return who
	}
	turned := d.nothingAmiss(d.one(words + " " + who.Name))
	if turned.Name != who.Name || turned.Org == "" || turned.Org == release.Unknown || turned.Title == "" ||
		noTitle.MatchString(turned.Title+" ") {
		return who
	}
	if len(turned.Org) < shortestLetters && turned.Org == strings.ToUpper(turned.Org) {
		return who // "NSW President", "UN official"
	}
	if !d.ofOneBody(turned.Org) || !d.wholeName(turned.Org) || !d.standsBefore(turned.Org, turned.Title) {
		return who // a place, perhaps, or an event
	}
	rest, ok := strings.CutPrefix(words, turned.Org)
	if rest = trimmedFront(rest); !ok || rest != turned.Title {
		return who
	}
	return turned
}

// contactThenAll reads somebody who is to be asked, and whose body and office stand behind the name with no comma:
// "Ana Ruiz North Branch Deputy Secretary".
func (d *Copy) contactThenAll(s string) Speaker {
	for _, c := range d.Contacts {
		rest, ok := strings.CutPrefix(s, c.Name+" ")
		if !ok || !d.English() || !strings.Contains(c.Name, " ") || !prose.StartsUpper(rest) || !d.IsTitle(prose.LastWord(rest)) ||
			strings.ContainsAny(rest, ",;:") {
			continue
		}
		if who := d.Parse(rest + " " + c.Name); who.Name == c.Name {
			return who
		}
	}
	return Speaker{}
}

// standsBefore tells that words before an office are the name of a body: by its nouns, or by how the text writes it. Where the office
// has capitals too, they do not tell where it begins.
func (d *Copy) standsBefore(org, office string) bool {
	if prose.IsOrganisation(org) {
		return true
	}
	small := !prose.StartsUpper(office) || officeLetters.MatchString(prose.FirstWord(office))
	return d.evident(org) && (small || spelledAsFirm.MatchString(org) && d.namedTwice(org))
}

// shortestLetters is how many letters a body in initials has, before an office: fewer are a state's or a nation's as well.
const shortestLetters = 4

// trimmedFront is what stands behind the name of an owner.
func trimmedFront(s string) string {
	for _, own := range []string{"’s ", "'s ", "’ ", "' "} {
		if rest, ok := strings.CutPrefix(s, own); ok {
			return strings.TrimSpace(rest)
		}
	}
	return strings.TrimSpace(s)
}

// wholeAhead gives a body its whole name, of which a part was read as the office, or that has a part of the office.
func (d *Copy) wholeAhead(who Speaker, phrase string) Speaker {
	words, name, ok := bodyAndOffice(phrase)
	if !ok || !d.English() || who.Ok && (who.Name == "" || !strings.Contains(name, prose.LastWord(who.Name))) {
		return who
	}
	body, office, ok := d.whereSmallBegins(words)
	if !ok || prose.General[strings.ToLower(body)] || !d.wholeName(body) {
		return who
	}
	switch {
	case !who.Ok:
		if !prose.LooksLikeName(name) || !prose.IsOrganisation(body) || prose.IsOrganisation(name) {
			return who
		}
		who = Speaker{Name: name, Ok: true}
	case who.Org == body || who.Org == "":
		return who
	case who.Org == release.Unknown:
		if who.Unsure != endNotSure || !prose.IsOrganisation(body) {
			return who
		}
	case !partOfWhole(body, who.Org) && !d.goesOnIntoOffice(who.Org, body):
		return who
	}
	who.Org, who.Title, who.Unsure = body, office, ""
	return who
}

// endNotSure is why an organisation is "?" where its name may go on.
const endNotSure = "where the name of this speaker's organisation ends is not sure; write it instead of the ?"

// goesOnIntoOffice tells that what was read as the name of a body goes on into the office: "Bank of Marlow project", of a manager.
func (d *Copy) goesOnIntoOffice(org, body string) bool {
	rest, ok := strings.CutPrefix(org, body+" ")
	return ok && (rest == "project" || !unions[prose.FirstWord(rest)])
}

// partOfWhole tells that a name goes on in the whole with a small word, with whose it is, or with a noun that only organisations have.
func partOfWhole(whole, part string) bool {
	_, rest, ok := strings.Cut(whole, part)
	if !ok {
		return false
	}
	before := whole[:len(whole)-len(part)-len(rest)]
	rest = trimmedFront(rest)
	first := prose.FirstWord(rest)
	return prose.OrgConnectors[first] || smallWithin[first] || prose.IsOrganisation(rest) || prose.OrgConnectors[prose.LastWord(part)] ||
		before != "" && prose.OrgConnectors[prose.LastWord(before)]
}
