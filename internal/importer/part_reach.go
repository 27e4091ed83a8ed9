package importer

import (
	"slices"
	"strings"
	"unicode/utf8"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// Whom to ask is told in many ways: under a heading that says so in other words, in a
// sentence, or within the boilerplate.

var (

	// asking is what leads on from there to whom to ask.
	asking = pattern.New(`(?i)^[\s,:–—-]*(?:(?:please|kindly|bitte|veuillez|por favor|si prega di|merci de|neem|contact)\b[\s,]*)*` +
		`(?:(?:contacter|contactez|contactar(?: con)?|contattare|contacte(?: con)?|contact opnemen met|` +
		`contact op met|contact|call|phone|telephone|ring|` +
		`e-?mail|write to|` +
		`reach(?: out to)?|(?:steht|stehen)(?: ihnen)?(?: gerne?)?(?: (?:die|der|das|unsere))?|` +
		`wenden sie sich (?:bitte )?an|an|journalists (?:can|may) contact|póngase en contacto con)\b)?[\s:]*`)
	// leadsTo is what leads on to a name, wherever in the sentence it stands.
	leadsTo = pattern.New(`(?:^|[\s,])(?i:contact(?:er|ez|ar(?: con| a)?|e(?: con)?)?|contattare|` +
		`call(?:ing)?|phone|telephone|ring|reach(?: out to)?|(?:directed|addressed|` +
		`sent) to|e-?mail(?:ing)?|write to|melden sie sich (?:\p{L}+ )?bei|` +
		`wenden sie sich (?:bitte )?an|kontaktieren sie(?: bitte)?|contact op(?:nemen)? met|contacto con|` +
		`s[’']adresser à|joindre|rivolgersi a|dirigirse a|entrar em contacto com)[\s:,]+(\p{Lu})`)
	// reachWord joins what somebody can be reached by to the rest.
	reachWord = pattern.New(`(?i)(?:,?\s+)(?:(?:or|oder|ou|o|of|and|und|et|y|e|en)\s+)?(?:(?:call|write|par|scrivere|escribir|écrire|` +
		`telefonisch|per)\s+)?(?:by\s+)?(?:(?:on|at|via|by|unter|aux?|al|em|en|à|op|a|do|da|no|pelo|através d[oe]|in)\s+)?` +
		`(?:el |il |the |le |lo |o )?(?:` +
		`(?:e-?mail|phone|tel|telephone|telefono|teléfono|telefone|telefoon|telefon|per e-mail|mail|correo|courriel|` +
		`(?:phone )?number|numero|número|numéro)\.?\s*)*(?:(?:at|on|unter|a)\s+)?[\s:]*(\+?\(?\d[\d\s()./–-]{6,}\d|[\p{L}\p{N}._%+-]+@)`)
	// atHand ends a sentence that says who answers.
	atHand = pattern.New(`(?i)(?:\s(?:gerne?|jederzeit|auch))*\szur verfügung\W*$`)
	// extLine is an extension on a line of its own.
	extLine = pattern.New(`(?i)^\W*(ext(?:ension)?|x|durchwahl|dw|poste|extensión|interno|ramal|toestel)\.?\s*[:.]?\s*(\d{1,6})\W*$`)
	// askSentence is a sentence within a text that says whom to ask.
	askSentence = pattern.New(`(?:(?i:contact|kontakt(?:ieren Sie)?(?: bitte)?:?|call|email|wenden sie sich (?:bitte )?an|contacter|` +
		`melden sie sich (?:\p{L}+ )?bei:?|arranged? (?:through|via|with)|contactez|contactar(?: con| a)?|` +
		`contacte(?: con)?|contact?o con|contattare|(?:directed|addressed|sent) to|reach(?: out to)?|write to|` +
		`contact op(?:nemen)? met|rivolgersi a|joindre))` +
		`:?\s+((?:(?:Dr|Mr|Mrs|Ms|Frau|Herrn?|M|Mme|Prof)\.? )?\p{Lu}[\p{L}’'.-]+(?: (?:\p{Lu}[\p{L}’'.-]+|de|da|von|van|der)){1,3})\b`)
)

// reaches tells whether a line says whom to ask, and it or the lines under it how.
func (d *draft) reaches(list []prose.Para) bool {
	text := writtenOut(list[:1])[0].Text
	if list[0].Table == "" && (d.pressLine(text) || d.ofPressDesk(text) != "" || d.deskAbove(list)) {
		return true
	}
	if !prose.ReachLine.MatchString(text) || utf8.RuneCountInString(text) > 300 || list[0].Table != "" || len(leadOf(text)) > longestLead {
		return false
	}
	if list[0].Level > 0 && len(strings.Fields(reachedBehind(text))) > 3 && !prose.HasReach([]string{text}) {
		return false // a heading that says more
	}
	if words := strings.Fields(reachedBehind(firstLine(text))); len(words) > 8 && !prose.StartsUpper(words[0]) && sentenceLike(words) {
		return false // a sentence of its own
	}
	leads := strings.HasSuffix(text, ":")
	short := len(strings.Fields(text)) < 14
	return prose.EmailPattern.MatchString(text) || prose.PhonePattern.MatchString(text) && !webAddress.MatchString(text) ||
		short && !webAddress.MatchString(text) &&
			(d.reachFollows(list, 0) || len(list) > 1 && leads && reachRow(list[1].Text) || leadsToList(list) && d.reachWithin(list, 0, 6))
}

// pressLine tells a word that says whom journalists ask, before somebody with what they can be reached by.
func (d *draft) pressLine(text string) bool {
	label := pressBefore.FindString(text)
	if label == "" || utf8.RuneCountInString(text) > 160 || !prose.HasReach([]string{text}) {
		return false
	}
	return d.Somebody(cleanPart(contactParts(withoutLetters(text[len(label):]))[0]))
}

// leadsToList tells a line that leads on to lines of somebody below it.
func leadsToList(list []prose.Para) bool {
	return len(list) > 1 && (list[0].Level > 0 || strings.HasSuffix(list[0].Text, ":")) && prose.LooksLikeName(list[1].Text)
}

// nameAndReach tells a line that is a name with a number and an address and nothing else:
// nobody stands so in a text but who is to be asked.
func nameAndReach(p prose.Para) bool {
	text := writtenOut([]prose.Para{p})[0].Text
	if p.Table != "" || utf8.RuneCountInString(text) > 160 || !prose.EmailPattern.MatchString(text) {
		return false
	}
	if besidePictures(text) {
		return true
	}
	text = prose.EmailPattern.ReplaceAllString(text, " ")
	number := prose.PhonePattern.FindString(text)
	name := strings.Trim(strings.Join(strings.Fields(strings.Replace(text, number, " ", 1)), " "), " ,;:|/·–—-<>()")
	return number != "" && prose.LooksLikeName(name) && !prose.IsOrganisation(name)
}

// reachSign is the picture of a telephone or a letter, before a number or an address.
var reachSign = pattern.New(`[☎✆✉📞📱📧📩]\x{FE0F}?\s*(?:\+?\(?\d|[\p{L}\p{N}._%+-]+@)`)

// besidePictures tells a text with an address, and such a picture before it or a number, which is not the one of
// something else.
func besidePictures(text string) bool {
	return reachSign.MatchString(text) && prose.EmailPattern.MatchString(text) && !asksElse.MatchString(text)
}

// signsOfReach stand between the parts of a contact, and of where it has its page and house.
var signsOfReach = pattern.New(`[☎✆✉📞📱📧📩🌐📍]\x{FE0F}?`)

// longestLead is how many words may stand between what is asked for and the name: a
// sentence with more says something of its own, and stays.
const longestLead = 3

// leadOf is what stands between them.
func leadOf(text string) []string {
	text = text[len(prose.ReachLine.FindString(text)):]
	if m := leadsTo.FindStringSubmatchIndex(text); m != nil {
		return strings.Fields(strings.ReplaceAll(text[:m[0]], ",", " "))
	}
	return nil
}

// reachedBehind is what such a line has behind its first words, divided by commas.
func reachedBehind(text string) string {
	if pressOfficeOf.MatchString(text) {
		return reachWord.ReplaceAllString(text, ", $1")
	}
	text = strings.TrimLeft(text[len(prose.ReachLine.FindString(text)):], "?!")
	if at := strings.IndexByte(text, ':'); at >= 0 && at < 60 && !prose.EmailPattern.MatchString(text[:at]) &&
		!strings.Contains(text[:at], "\n") {
		text = text[at+1:]
	}
	if m := leadsTo.FindStringSubmatchIndex(text); m != nil && len(strings.Fields(strings.ReplaceAll(text[:m[0]], ",", " "))) <= longestLead {
		text = text[m[2]:]
	}
	text = " " + text[len(asking.FindString(text)):] // a number may be the first of it
	text = reachWord.ReplaceAllString(onWay.ReplaceAllString(withoutLetters(text), ", $1"), ", $1")
	return strings.Trim(atHand.ReplaceAllString(text, ""), " .,")
}

// pressOfficeOf begins with an office for the press and whose it is: "Pressestelle der Stadt Marlau".
var pressOfficeOf = pattern.New(`^(?i:pressestelle|service (?:de )?presse|ufficio stampa|gabinete de (?:prensa|imprensa|comunicación)|` +
	`assessoria de (?:imprensa|comunicação)|persvoorlichting|press office) (?:der|des|vom|de la|de l[’']|du|del|della|dell[’']|di|da|do|` +
	`van de|van het|of|of the) ?\p{Lu}`)

// withoutAsking takes off a line of a contact what asks for questions before an address or number.
func withoutAsking(line string) string {
	if !prose.ReachLine.MatchString(line) || !prose.HasReach([]string{line}) {
		return line
	}
	behind := reachedBehind(line)
	if m := prose.EmailPattern.FindStringIndex(behind); m != nil && m[0] == 0 {
		return behind
	}
	if m := prose.PhonePattern.FindStringIndex(behind); m != nil && m[0] == 0 {
		return behind
	}
	return line
}

// extensionOf writes an extension as it stands behind a number.
func extensionOf(line string) string {
	m := extLine.FindStringSubmatch(line)
	switch word := strings.ToLower(m[1]); word {
	case "ext", "extension", "x":
		return " ext. " + m[2]
	default:
		return " " + m[1] + " " + m[2]
	}
}

// withoutDay takes the day of release off a line of a contact, beside which it stands.
func (d *draft) withoutDay(line string) string {
	words := strings.Fields(line)
	for n := 3; n <= 5 && n <= len(words); n++ {
		tail := strings.Join(words[len(words)-n:], " ")
		if shortDay.MatchString(tail) && isDateLine(tail, d.Lang) && !prose.PhonePattern.MatchString(tail) {
			d.noteDay(tail)
			return strings.TrimRight(strings.TrimSuffix(strings.Join(words, " "), tail), " ,|–—-")
		}
		day := strings.Trim(strings.Join(words[:n], " "), ",|–—-")
		if rest := strings.Join(words[n:], " "); prose.HasReach([]string{rest}) && shortDay.MatchString(day) && isDateLine(day, d.Lang) {
			d.noteDay(day)
			return rest
		}
	}
	return line
}

// contactInText finds whom to ask in the sentences of the boilerplate, the notes and the
// end of the copy, where no other contact is. The sentences stay where they are.
func (d *draft) contactInText() {
	if len(d.Contacts) > 0 {
		return
	}
	texts := append(append([]prose.Para{}, d.Boilerplate...), d.notes...)
	texts = append(texts, lastWithWords(d.Body, 3)...)
	for _, line := range d.Letterhead {
		if besidePictures(line) {
			texts = append(texts, prose.Para{Text: line})
		}
	}
	// Somebody who is named comes first.
	for _, p := range texts {
		if two := d.eitherAsked(despelt(writtenOut([]prose.Para{p})[0].Text)); two != nil && !prose.LongPara(p.Text) {
			d.addContact(two[0])
			d.addContact(two[1])
			return
		}
	}
	for _, read := range []func(string) (prose.Contact, bool){
		d.nameAsked, d.answers, pressOffice, d.officeAsked, d.mailForQuestions,
		d.signed,
	} {
		for _, p := range texts {
			if prose.LongPara(p.Text) {
				continue
			}
			text := despelt(writtenOut([]prose.Para{p})[0].Text)
			c, ok := read(text)
			if !ok {
				continue
			}
			if c.Name == "" && c.Org == "" {
				c.Name = d.calledByFirstName(text)
			}
			d.addContact(c)
			for _, other := range d.forOthers(text) {
				d.addContact(other)
			}
			return
		}
	}
}

// signed is the contact of a line whose number or address stands behind its picture.
func (d *draft) signed(text string) (prose.Contact, bool) {
	if !besidePictures(text) {
		return prose.Contact{}, false
	}
	return d.contactsOf(contactLines(text))[0], true
}

// lastWithWords are the last paragraphs that are more than a link.
func lastWithWords(list []prose.Para, n int) (out []prose.Para) {
	list = writtenOut(list)
	for i, p := range slices.Backward(list) {
		if i+1 < len(list) && strings.HasSuffix(p.Text, ":") && prose.EmailPattern.FindString(list[i+1].Text) == list[i+1].Text {
			p.Text += " " + list[i+1].Text // "… or by e-mail:", with the address on the next line
		}
		if len(out) < n && (len(strings.Fields(p.Text)) > crumbWords || prose.HasReach([]string{p.Text})) {
			out = append(out, p)
		}
	}
	slices.Reverse(out)
	return out
}

// nameAsked is whom a sentence names to be asked.
func (d *draft) nameAsked(text string) (prose.Contact, bool) {
	if c, ok := d.officerAsked(text); ok {
		return c, true
	}
	m := askSentence.FindStringSubmatchIndex(text)
	if m == nil && forTheMedia.MatchString(text) {
		m = rsvpTo.FindStringSubmatchIndex(text)
	}
	if m == nil {
		return prose.Contact{}, false
	}
	return d.asked(text[m[2]:m[3]], text[m[3]:min(len(text), m[3]+200)])
}

// inTouch is a sentence that says at which address an office can be reached, and perhaps which.
var inTouch = pattern.New(`(?i:get(?:ting)? in touch with|contact(?:ing)?|reach(?:ing)?) (?:us|the ` +
	`(?-i:(\p{Lu}[\p{L}’'&-]*(?: (?:(?:of|for|and|the) )*\p{Lu}[\p{L}’'&-]*)*)))\b` +
	`[^.;@]{0,80}?\b(?:at|via|through|by|to)\b[^.;@]{0,30}?([\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,})`)

// officeAsked is the office of such a sentence: the one that it names, or who issues the release.
func (d *draft) officeAsked(text string) (prose.Contact, bool) {
	if m := inTouch.FindStringSubmatch(text); m != nil {
		return prose.Contact{Name: m[1], Email: m[2]}, true
	}
	if m := mailAsked.FindStringSubmatch(text); m != nil {
		return prose.Contact{Email: m[1]}, true
	}
	return prose.Contact{}, false
}

// mailAsked is a sentence that says to which address one may write, and not whose it is.
var mailAsked = pattern.New(`(?i)(?:\b(?:contact|e-?mail|write to|reach us at|contact us at|` +
	`(?:questions|inquiries|enquiries|requests) (?:can|may|should|must) be (?:directed|addressed|sent|made) to):? )` +
	`([\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,})`)

// asksInSentence reads a sentence below a label that says whom to ask. It stays where it is.
func (d *draft) asksInSentence(text string) (prose.Contact, bool) {
	words := strings.Fields(text)
	if len(words) <= crumbWords || !sentenceLike(words) || strings.Contains(text, "\n") || !prose.HasReach([]string{text}) {
		return prose.Contact{}, false
	}
	if c, ok := d.nameAsked(text); ok || askSentence.MatchString(text) {
		return c, ok
	}
	return d.officeAsked(text)
}

// asked is somebody to ask, with what a sentence says behind the name.
func (d *draft) asked(name, rest string) (prose.Contact, bool) {
	if first := prose.FirstSentence(name, d.Cat); first != name { // "contact Ana Ruiz. The number is …"
		name, rest = first, name[len(first):]+rest
	}
	c := prose.Contact{Name: strings.TrimRight(name, "."), Email: prose.EmailPattern.FindString(rest)}
	if !webAddress.MatchString(rest) || c.Email == "" {
		c.Phone = prose.PhonePattern.FindString(prose.EmailPattern.ReplaceAllString(rest, " "))
	}
	if c.Email == "" && c.Phone == "" || !prose.LooksLikeName(name) {
		return c, false
	}
	if d.IsTitle(name) {
		if turned := d.officeFirst(name + rest); turned != name+rest {
			return d.contactsOf([]string{turned})[0], true
		}
	}
	if prose.IsOrganisation(name) || d.IsTitle(name) {
		c.Name, c.Org = "", name
		return c, true
	}
	if m := listBehind.FindString(rest); m != "" && c.Org == "" {
		for _, one := range d.contactsOf([]string{c.Name + strings.TrimRight(m, ", ")}) {
			c.Role, c.Org = one.Role, one.Org
		}
	}
	if m := bodyAfter.FindStringSubmatch(rest); m != nil {
		if org, _ := d.OrgRun(m[1]); org == m[1] {
			c.Org = org
		}
	}
	if m := officeAfter.FindStringSubmatch(rest); m != nil {
		for _, one := range d.contactsOf([]string{c.Name + ", " + inOffice.ReplaceAllString(m[1], "$1, $2")}) {
			c.Role, c.Org = one.Role, one.Org
		}
	}
	return c, true
}

// officeFirst puts a name before the office that stands in front of it, with a comma between.
func (d *draft) officeFirst(text string) string {
	before := beforeReach.FindString(text)
	office, name, ok := strings.Cut(strings.Trim(leadsToReach.ReplaceAllString(before, ""), " ,"), ", ")
	if !ok || !prose.LooksLikeName(name) || prose.IsOrganisation(name) || d.IsTitle(name) || !d.IsTitle(office) ||
		!prose.StartsUpper(office) ||
		len(strings.Fields(office)) < 3 {
		return text
	}
	return name + ", " + office + ", " + strings.TrimPrefix(text[len(before):], "(")
}

// leadsToReach ends what stands there, in a sentence.
var leadsToReach = pattern.New(`,? (?:at|on|by|via)\s*$`)

// beforeReach is what stands between a name and what somebody can be reached by.
var beforeReach = pattern.New(`^[^(@:;\d]{0,120}`)

var (
	// officeAfter is the office that follows a name between commas.
	officeAfter = pattern.New(`^, ([^.;:@\d]{3,90}),? (?:at|on|by|via|unter|au|en|em|al|op|or)\s`)
	// bodyAfter is whose somebody is, behind the name: "Ana Ruiz of the River Alliance on".
	bodyAfter = pattern.New(`^,? (?:of|from|at|with|\() ?(?:the )?(\p{Lu}[^,.;:@\d()]{2,60}?)\)?,? (?:at|on|by|via|or)\s`)
	// listBehind is what stands behind a name between commas, and no word that leads on to a number.
	listBehind = pattern.New(`^(?:, \p{Lu}[^,.;:@\d()]{2,60}){1,2}, `)
	inOffice   = pattern.New(`(\p{Ll}) (?:at|of|for|with) (?:the )?(\p{Lu})`)
)

// asksBelow tells the last line of a paragraph that says whom to ask and leads on to it.
func asksBelow(lines []string) bool {
	last := lines[len(lines)-1]
	if prose.ReachLine.MatchString(lines[0]) && strings.HasSuffix(lines[0], ":") && len(lines) > 1 && prose.HasReach(lines[1:2]) {
		return true // the first one does, and the next say how
	}
	return strings.HasSuffix(last, ":") && len(strings.Fields(last)) < 8 && prose.ReachLine.MatchString(last)
}
