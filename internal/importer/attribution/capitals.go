package attribution

import (
	"slices"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Firms write offices with capitals, as they do the names of bodies: "Deep Blue Robotics Group Managing Director Mara Quill". Where
// the one ends and the other begins is told by the words alone: what an office is made of, and how bodies are called.

// officeInCapitals is a speaker whose office is written so, in one of the regular orders of name, office and body; whole tells that
// these are all the words. Where no word tells that the body is one, it is "?".
func (d *Copy) officeInCapitals(phrase string) (who namedSo, whole, ok bool) {
	if len(phrase) > longestRegular || strings.ContainsAny(phrase, "“”\"\n") {
		return who, false, false
	}
	phrase = strings.TrimRight(phrase, "., –—")
	if !d.English() {
		return d.officeInRomanceCapitals(phrase)
	}
	for i := range 3 {
		if m := leadsAway.FindStringSubmatch(phrase); m != nil {
			if who, ok := d.namedInCapitals(m[1]); ok {
				return who, false, true
			}
		}
		if who, ok := d.namedInCapitals(phrase); ok {
			return who, i == 0, true
		}
		tail := furtherWords.FindStringIndex(phrase)
		if tail == nil {
			break
		}
		phrase = phrase[:tail[0]]
	}
	return who, false, false
}

func (d *Copy) namedInCapitals(phrase string) (namedSo, bool) {
	p := capitalWords(phrase)
	if len(p) < 4 {
		return namedSo{}, false
	}
	for _, read := range []func(capitalPhrase) (namedSo, bool){d.capsNameFirst, d.capsNameLast, d.capsNameWithin} {
		if who, ok := read(p); ok && d.regularName(who.Name) && !isOver(strings.ToLower(prose.FirstWord(who.Name))) {
			who.Name = civility.ReplaceAllString(who.Name, "")
			return who, true
		}
	}
	return namedSo{}, false
}

// capsNameFirst reads "Mara Quill, Head of Sales at Brightwater", and "Mara Quill (Brightwater Head of Sales)".
func (d *Copy) capsNameFirst(p capitalPhrase) (namedSo, bool) {
	at := slices.IndexFunc(p, func(w string) bool { return w == "," || w == "–" || w == "—" || strings.HasPrefix(w, "(") })
	if at < 2 || at+1 >= len(p) || !capitalName.MatchString(p[:at].String()) {
		return namedSo{}, false
	}
	name, rest := p[:at].String(), p[at+1:]
	for len(rest) > 2 && rest[1] == "," && degreeAlone.MatchString(rest[0]) {
		rest = rest[2:]
	}
	if inner, ok := strings.CutPrefix(p[at], "("); ok {
		last := p[len(p)-1]
		if !strings.HasSuffix(last, ")") {
			return namedSo{}, false
		}
		rest = append(append(capitalPhrase{inner}, p[at+1:len(p)-1]...), strings.TrimSuffix(last, ")"))
	}
	return d.officeAndBody(name, rest.withoutThe())
}

// capsNameLast reads "the Head of Sales at Brightwater, Mara Quill", "Brightwater Head of Sales Mara Quill", and for whom somebody
// speaks.
func (d *Copy) capsNameLast(p capitalPhrase) (namedSo, bool) {
	if m := forBodyAhead.FindStringSubmatch(p.String()); m != nil {
		ahead := capitalWords(m[2]).withoutThe()
		for _, end := range ahead.officeEnds() {
			rest := ahead[end:]
			if len(rest) > 0 && rest[0] == "," {
				rest = rest[1:]
			}
			if capitalName.MatchString(rest.String()) {
				return d.inOffice(rest.String(), ahead[:end].String(), capitalWords(m[1]))
			}
		}
		return namedSo{}, false
	}
	at := len(p) - 1
	for at > 0 && p[at] != "," {
		at--
	}
	if at > 0 && len(p)-at > 2 && !isOver(strings.ToLower(p[at+1])) && capitalName.MatchString(p[at+1:].String()) {
		if who, ok := d.officeAndBody(p[at+1:].String(), p[:at].withoutThe()); ok {
			return who, true
		}
	}
	for n := 2; n <= 3 && len(p)-n >= 2; n++ {
		name, before := p[len(p)-n:], p[:len(p)-n]
		three := n == 3 && (strings.HasSuffix(name[1], ".") || prose.Particles[strings.ToLower(name[1])] || capitalTitle.MatchString(name[0]))
		if n == 3 && !three || n == 2 && len(before) > 0 && beforeSurname.MatchString(before[len(before)-1]+" "+name[0]) ||
			!capitalName.MatchString(name.String()) {
			continue
		}
		who, ok := d.officeAndBody(name.String(), before.withoutThe())
		if ok && (who.Org == release.Unknown || d.endsAsBody(who.Org, before)) {
			return who, true
		}
	}
	return namedSo{}, false
}

// endsAsBody tells that nothing of a name is at the end of a body which stands right before it.
func (d *Copy) endsAsBody(org string, before capitalPhrase) bool {
	if !strings.HasSuffix(before.String(), org) {
		return true // the office stands between
	}
	last := strings.ToLower(prose.LastWord(org))
	return firmLast[last] || prose.IsOrganisation(last) || spelledAsFirm.MatchString(org) || placeBehindOf.MatchString(org)
}

// capsNameWithin reads "Head of Sales Mara Quill of Brightwater".
func (d *Copy) capsNameWithin(p capitalPhrase) (namedSo, bool) {
	p = p.withoutThe()
	ends := p.officeEnds()
	for _, end := range slices.Backward(ends) {
		at := end
		if at < len(p) && p[at] == "," {
			at++
		}
		for n := 2; n <= 4 && at+n+1 < len(p); n++ {
			lead := p[at+n]
			if (lead == "of" || lead == "at" || lead == "from" || lead == "with") && capitalName.MatchString(p[at:at+n].String()) {
				return d.inOffice(p[at:at+n].String(), p[:end].String(), p[at+n+1:])
			}
		}
	}
	return namedSo{}, false
}

// officeAndBody reads the words that are left beside a name: the office and its body, or the body and its office.
func (d *Copy) officeAndBody(name string, p capitalPhrase) (namedSo, bool) {
	ends := p.officeEnds()
	if len(ends) > 0 && ends[len(ends)-1] == len(p) {
		return namedSo{}, false // no body
	}
	for _, end := range slices.Backward(ends) {
		if end+1 >= len(p) {
			continue
		}
		switch p[end] {
		case "of", "at", "for", "with", "from", "@", "|", "–", "—", ",":
			return d.inOffice(name, p[:end].String(), p[end+1:])
		}
	}
	var unsure, held namedSo
	for at := 1; at < len(p); at++ {
		rest := p[at:]
		if ends := rest.officeEnds(); len(ends) == 0 || ends[len(ends)-1] != len(rest) || rest.fieldBeforeRank() {
			continue
		}
		who, ok := d.inOffice(name, rest.String(), p[:at])
		last := strings.ToLower(trimPossessive(p[at-1]))
		owner := trimPossessive(p[at-1]) != p[at-1]
		switch {
		case !ok, p[:at].hasRank(), neverEndsBody[last], p[:at].goesOnBehindNoun():
		case who.Org == release.Unknown, !owner && (d.onlyHere(who) || d.onlyLetters(who)): // "NSW President", "STEM Director"
			who.Org, who.Unsure = release.Unknown, endNotSure
			if unsure.Name == "" {
				unsure = who
			}
		case !d.namedTwice(who.Org) && (held.Name != "" && mayBeginOffice[last] || d.ofOffice(p[:at], last)):
		default:
			held = who
		}
	}
	if held.Name != "" {
		return held, true
	}
	return unsure, unsure.Name != ""
}

// ofOffice tells a last word that is of the office which follows, and of no body's name.
func (d *Copy) ofOffice(p capitalPhrase, last string) bool {
	return (isOver(last) || officeQualifier[last]) && !firmLast[last] && !prose.IsOrganisation(last) &&
		!placeBehindOf.MatchString(p.String())
}

// onlyHere tells a body of one word that the text has nowhere else: before an office it may be a noun that others write small.
func (d *Copy) onlyHere(who namedSo) bool {
	return !strings.Contains(who.Org, " ") && !d.firstStandsAlone(who.Org) && !d.namedAsOrg(who.Org) &&
		!spelledAsFirm.MatchString(who.Org)
}

// onlyLetters tells a body in letters that may as well be where somebody holds the office, or what it is over.
func (d *Copy) onlyLetters(who namedSo) bool {
	if last := prose.LastWord(who.Org); last != who.Org {
		return lettersAlone.MatchString(last) && !d.namedTwice(who.Org) // "Marlow NSW President"
	}
	few := len(who.Org) < shortestLetters
	return who.Org == strings.ToUpper(who.Org) && (few || !firmOffice.MatchString(who.Title) && !d.namedTwice(who.Org))
}

// namedSo is a speaker with the words that stand in the place of their body.
type namedSo struct {
	Speaker
	body string
}

// inOffice is somebody in an office of a body; the body is "?" where no word tells that it is one.
func (d *Copy) inOffice(name, office string, body capitalPhrase) (namedSo, bool) {
	org := lettersBehind.ReplaceAllString(trimPossessive(body.withoutThe().String()), "")
	org = d.withoutBase(org)
	bare := legalFormBehind.ReplaceAllString(org, "")
	first := strings.ToLower(prose.FirstWord(bare))
	switch {
	case bare == "", onlyFields(body.withoutThe()), strings.ContainsAny(bare, ",;:|@()"), !d.wholeName(bare), degreeAlone.MatchString(bare),
		prose.Opening[first], prose.SentenceOpening[first], first == "today", first == "yesterday", stopAtWord.MatchString(bare):
		return namedSo{}, false
	}
	who := namedSo{Speaker{Name: name, Title: office, Org: org, Ok: true}, org}
	last := strings.ToLower(prose.LastWord(bare))
	named := strings.Contains(bare, " ") && firmLast[last] && d.ofOneBody(bare) && !d.IsTitle(prose.FirstWord(bare))
	firm := firmOffice.MatchString(office) && d.ofOneBody(bare) && !d.standsAsPlace(bare) && !d.IsTitle(bare) &&
		!prose.General[strings.ToLower(bare)] && len(strings.Fields(bare)) < 4
	if !named && !firm && !d.surelyBody(bare) {
		who.Org, who.Unsure = release.Unknown, endNotSure
	}
	return who, true
}

// heldAgainstCapitals is a speaker as such words have them, where something else was read. What was read for a reason stays where more
// was told of them.
func (d *Copy) heldAgainstCapitals(who Speaker, phrase string) Speaker {
	held, whole, ok := d.officeInCapitals(phrase)
	if !ok {
		return d.nobodyNamed(who, phrase)
	}
	if m := shortenedForm.FindString(held.Org); m != "" && strings.Contains(phrase, held.Org+".") {
		held.Org += "."
	}
	same := who.Ok && who.Name != "" && (who.Name == held.Name || strings.Contains(held.Name, who.Name))
	if same && who.Org == held.body && strings.Contains(who.Title, who.Org) {
		who.Title = held.Title
	}
	known := held.Org != release.Unknown
	part := strings.Contains(held.Title+" "+held.body, who.Name) && who.Name != held.body // of the office, or of the body
	longer := strings.HasSuffix(who.Name, " "+held.Name) && !strings.Contains(who.Name, ",") &&
		!isOver(strings.ToLower(prose.FirstWord(who.Name))) && !strings.HasPrefix(held.Title, prose.FirstWord(who.Name))
	switch {
	case same && who.Org == held.body && (!known || strings.HasPrefix(who.Title, held.Title)),
		same && who.Org == release.Unknown && (!known || !whole || !mayBeHeld(who)),
		who.Ok && longer, !known && !who.Ok, !known && who.Name != "" && !part:
		return who
	}
	return held.Speaker
}

// nobodyNamed is who holds an office, where nobody is named: "the Executive Director", "Managing Partner, Tidewell Capital".
func (d *Copy) nobodyNamed(who Speaker, phrase string) Speaker {
	p := capitalWords(strings.TrimRight(phrase, "., ")).withoutThe()
	ends := p.officeEnds()
	if len(ends) == 0 || !d.English() || len(p) < 2 || !who.Ok || who.Name == "" ||
		!strings.Contains(p.String(), who.Name) {
		return who
	}
	last := ends[len(ends)-1]
	if last == len(p) {
		return Speaker{Title: p.String(), Ok: true}
	}
	if lead := p[last]; last+1 == len(p) || lead != "," && lead != "of" && lead != "at" {
		return who
	}
	held, ok := d.inOffice("", p[:last].String(), p[last+1:])
	firm := nobodysName[strings.ToLower(prose.LastWord(held.Org))]
	other := who.Name != held.Org && who.Name != held.body
	if !ok || held.Org == release.Unknown || other || d.regularName(held.Org) && !d.surelyFirm(held.Org) && !firm {
		return who
	}
	return held.Speaker
}

// firmNamed gives a firm back that was read as somebody: by the last word of its name, which is nobody's.
func (d *Copy) firmNamed(who Speaker) Speaker {
	alone := who.Ok && who.Title == "" && mayBeHeld(who)
	last := strings.ToLower(prose.LastWord(who.Name))
	if !alone || !d.English() || !nobodysName[last] || !d.wholeName(who.Name) || !d.ofOneBody(who.Name) {
		return who
	}
	return Speaker{Org: who.Name, Ok: true}
}

// ofTwoBodies takes back a body that was read as two, with an office at the end of the first: "Marlow County Sheriff and Sheriffs’
// Association".
func (d *Copy) ofTwoBodies(who Speaker) Speaker {
	first, _, both := strings.Cut(who.Org, " and ")
	if both && d.English() && strings.Contains(first, " ") && prose.TitleWords[strings.ToLower(prose.LastWord(first))] {
		who.Org, who.Unsure = release.Unknown, endNotSure
	}
	return who
}

// nobodysName ends the names of firms alone.
var nobodysName = prose.WordSet(`insights analytics therapeutics robotics biosciences motors airlines airways industries
	enterprises logistics semiconductors financial insurance properties securities investments ventures healthcare
	diagnostics genomics aerospace telecom advisors restaurants brewing resorts petroleum biotech capital foods software
	networks technologies systems solutions holdings`)

var (
	// legalFormBehind ends the name of a firm behind a comma.
	legalFormBehind = pattern.New(`, (?:Inc|LLC|L\.L\.C|Ltd|LLP|L\.P|LP|Corp|Co|S\.A|PBC|PLC)\.?$`)
	// lettersBehind are the letters of a name in brackets behind it.
	lettersBehind = pattern.New(` \([\p{Lu}\d][\p{L}\d.&-]*\)$`)

	// firmLast ends the names of firms, and is a noun that others write small.
	firmLast = prose.WordSet(`foods therapeutics robotics ventures capital insights analytics biosciences biotech motors
		airlines airways energy software networks semiconductor semiconductors entertainment games interactive logistics
		industries enterprises bancorp financial insurance properties realty homes hotels resorts brewing brewery distillery
		restaurants wireless telecom aerospace aviation automotive shipping packaging plastics chemicals materials mining minerals
		resources petroleum oil gas solar power utilities diagnostics genomics oncology biopharma healthcare wellness fitness
		nutrition cosmetics apparel footwear jewelers furniture books publishing publishers records pictures films productions
		broadcasting magazine advisors advisory consultants strategies instruments devices electronics automation ai airline bank
		securities investments asset management realtors architects engineers engineering digital security technology data cloud
		mobility payments pharma steel rail railways ferries foundation trust express freight`)

	// firmOffice is an office that only firms and bodies like them have.
	firmOffice = pattern.New(`\b(?:C[A-Z]{1,2}O|[SE]?VP|MD|Founder|Co-Founder|Chief \p{Lu}[\p{L} ]* Officer|Chief Executive|` +
		`Managing (?:Director|Partner)|General Manager|Country Manager|Vice President of|Head of|` +
		`(?:Product|Sales|Marketing|Account|Brand) (?:Manager|Director))\b`)

	// capitalName is a person's name, with what it may have before.
	capitalName = pattern.New(`^(?:(?:Dr|Prof|Mr|Mrs|Ms|Mx|Sir|Dame)\.? )?\p{Lu}[\p{L}’'.-]*` +
		`(?: (?:\p{Lu}\.|\p{Lu}[\p{L}’'-]*|de|van|von|der|la|bin|al)){0,2} \p{Lu}[\p{L}’'-]*$`)
	civility = pattern.New(`^(?:Mr|Mrs|Ms|Mx)\.? `)

	// shortenedForm is a legal form that has a stop.
	shortenedForm = pattern.New(`\b(?:Inc|Corp|Ltd|Co|Bros|Cie)$`)
	// lettersAlone are those of a nation, a state or a body.
	lettersAlone = pattern.New(`^(?:\p{Lu}{3,}|U\.?S\.?|U\.?K\.?|E\.?U\.?)$`)
	// capitalTitle stands before a name.
	capitalTitle = pattern.New(`^(?:Dr|Prof|Mr|Mrs|Ms|Mx|Sir|Dame)\.?$`)
	// beforeSurname is what is no first name before a surname, or no end of a body before a first one.
	beforeSurname = pattern.New(`^(?:\p{Lu}\p{L}*\. |(?:Dr|Prof|Mr|Mrs|Ms|Mx) |` +
		`\S+ (?:\p{Lu}\.|Mac|Mc|Ní|Nic|Ó|Ui|De|Van|Von|Al|El|St\.?|San|La|Della|Di|Du|Bin)$)`)
	// placeBehindOf ends a name with where it is.
	placeBehindOf = pattern.New(` of \p{Lu}\p{L}+$`)

	// stopAtWord ends a sentence, or shortens a word that is none of a firm's.
	stopAtWord = pattern.New(`(?:[^C ]\p{L}{3,}|C[^o]\p{L}{2,})\.(?: |$)`)

	// leadsAway is what such a phrase may begin with: "In her remarks, the Chief Executive of …".
	leadsAway = pattern.New(`^(?:In|At|On|During|Speaking|Commenting|Announcing|Reacting|Responding|Welcoming|` +
		`Addressing|Explaining) [^,]{2,60}, (.+)$`)
	// forBodyAhead is for whom somebody with an office speaks.
	forBodyAhead = pattern.New(`^(?:[Oo]n behalf of|[Ff]or) (?:the |The )?([\p{Lu}\d][^:;]*?), (.+)$`)
)
