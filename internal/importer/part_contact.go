package importer

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// contactBlock takes a label and the lines under it and returns how many
// paragraphs that were.
func (d *draft) contactBlock(list []prose.Para) int {
	list = writtenOut(list)
	if list[0].Table != "" {
		d.otherRows(list[0].Table)
		d.addContacts(tableOfContacts(list[0].Table))
		return 1
	}
	first, whole := d.withoutLabel(list[0])
	if whole {
		return 1
	}
	lines := contactLines(first.Text)
	n := 1
	if len(lines) == 0 && n < len(list) && list[n].Level == 0 && !d.nameFirst(list[n].Text) {
		if c, ok := d.asksInSentence(list[n].Text); ok {
			d.addContact(c)
			return n
		}
	}
	for n < len(list) && n < 40 {
		text := list[n].Text
		if rows := tableOfContacts(list[n].Table); rows != nil && !prose.HasReach(lines) {
			d.otherRows(list[n].Table)
			lines = append(lines, rows...)
			n++
			continue
		}
		// The hours behind a number are none of a release, and "Contact: Ana Ruiz" below "Company: …" is no other contact.
		numbered := contactLabel.MatchString(text) && prose.PhonePattern.MatchString(text) && !prose.ContactLine.MatchString(text) ||
			len(lines) > 0 && !prose.HasReach(lines) && contactLabel.MatchString(lines[len(lines)-1]) && plainContact.MatchString(text)
		if list[n].Level > 0 || prose.IsPartLine(text) && !numbered || isAbout(list[n]) || isLabel(list[n], notesLine) || isBodyStart(list[n]) &&
			!numbered && !prose.EmailPattern.MatchString(text) && !nameAndNumber(text) && !d.rowOf(text) {
			break
		}
		if linksBelow.MatchString(text) {
			break
		}
		if webAddress.MatchString(text) && !prose.EmailPattern.MatchString(text) && len(strings.Fields(text)) > 2 {
			break // what stands at an address is no number
		}
		reach := prose.EmailPattern.MatchString(text) || prose.PhonePattern.MatchString(text) || contactLabel.MatchString(text) &&
			len(text) < 80 ||
			extLine.MatchString(text) || len(lines) > 0 && fieldOnPaper.MatchString(text)
		follows := d.reachFollows(list, n) || (!prose.HasReach(lines) && prose.LooksLikeName(text) || forWhom(text) != "") &&
			d.reachWithin(list, n, 5)
		who := prose.LooksLikeName(text) || forWhom(text) != "" && follows ||
			(d.IsTitle(text) || list[n].Tight || prose.StartsUpper(text)) && follows
		if !reach && list[n].Tight && prose.Firm(text) && prose.LooksLikeName(text) && len(contactLines(text)) == 1 {
			// whose they are, under what they can be reached by
			lines = append(lines, text)
			n++
			continue
		}
		below := list[n].Tight && prose.HasReach(lines) && d.nobodyIn(lines) && d.Somebody(cleanPart(divided(text)[0]))
		if !reach && !below && (len(lines) > 0 && (!who || prose.HasReach(lines) && !follows) || len(strings.Fields(text)) > 8 && !follows) {
			break
		}
		if !list[n].Tight {
			lines = append(lines, "") // a blank line may stand between two people
		}
		lines = append(lines, contactLines(text)...)
		n++
	}
	// The address of the organisation's page below it stays where it is.
	for n > 1 && pageAlone(list[n-1].Text) {
		own := len(contactLines(list[n-1].Text))
		if lines = lines[:len(lines)-own]; len(lines) > 0 && lines[len(lines)-1] == "" {
			lines = lines[:len(lines)-1]
		}
		n--
	}
	d.addContacts(lines)
	return n
}

// withoutLabel is the first paragraph of a block without what says that whom to ask follows. whole tells
// that it was a sentence that says all.
func (d *draft) withoutLabel(first prose.Para) (rest prose.Para, whole bool) {
	loc := prose.ContactLine.FindStringIndex(first.Text)
	switch {
	// "For more information contact Ana Ruiz on 555 0142"
	case loc != nil && loc[1] == len(first.Text) && prose.HasReach([]string{first.Text}):
		first.Text = d.officeFirst(reachedBehind(first.Text))
	case loc != nil:
		loc[1] = d.labelEnd(first.Text, loc[1])
		d.dropped = append(d.dropped, strings.TrimSpace(first.Text[:loc[1]]))
		first = first.Part(loc[1], len(first.Text))
	case first.Level > 0 && prose.ReachLine.MatchString(first.Text) && !prose.HasReach([]string{first.Text}):
		d.dropped = append(d.dropped, first.Text)
		first.Text = ""
	case d.ofPressDesk(first.Text) != "":
		first.Text = d.ofPressDesk(first.Text)
	case first.Level == 0 && d.deskWithWhose(firstLine(first.Text)):
	case d.pressLine(first.Text):
		first.Text = first.Text[len(pressBefore.FindString(first.Text)):]
	case prose.ReachLine.MatchString(first.Text):
		if c, ok := d.answers(first.Text); ok {
			d.addContact(c)
			return first, true
		}
		first.Text = d.officeFirst(reachedBehind(first.Text))
	}
	return first, false
}

// nameFirst tells a line that begins with somebody's name, perhaps with brackets behind it, and a sign that parts it from
// the rest.
func (d *draft) nameFirst(text string) bool {
	first := divided(text)
	name, _, _ := strings.Cut(first[0], " (")
	return len(first) > 1 && d.Somebody(name)
}

// nobodyIn tells lines of which none begins with somebody's name.
func (d *draft) nobodyIn(lines []string) bool {
	return !slices.ContainsFunc(lines, func(l string) bool { return d.Somebody(cleanPart(divided(l)[0])) || prose.IsOrganisation(l) })
}

// plainContact is a label of one contact among others: "Contact: Ana Ruiz".
var plainContact = pattern.New(`^(?i:contact(?: (?:person|name))?|kontakt|contacto|contatto|contato)\s?:\s+\p{Lu}`)

// labelEnd is where the label of a contact ends: before a name that stands behind it without a colon.
func (d *draft) labelEnd(text string, end int) int {
	m := labelThenName.FindStringSubmatchIndex(text[:end])
	if m == nil || !d.Somebody(text[m[2]:m[3]]) {
		return end
	}
	return m[2]
}

// labelThenName is such a label with what may be a name.
var labelThenName = pattern.New(`(?i:contacts?|kontakt|contacto|contatto|contato) (\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}.’'-]+){1,3})$`)

// nameAndNumber tells a paragraph that begins with a line that is a name with a number.
func nameAndNumber(text string) bool {
	line, _, more := strings.Cut(text, "\n")
	number := prose.PhonePattern.FindString(line)
	return more && number != "" && prose.LooksLikeName(strings.Trim(strings.Replace(line, number, "", 1), " ,:;()–—-"))
}

// reachFollows tells whether a mail address or number follows within three lines.
func (d *draft) reachFollows(list []prose.Para, n int) bool { return d.reachWithin(list, n, 3) }

// reachWithin tells whether they follow within so many lines.
func (d *draft) reachWithin(list []prose.Para, n, lines int) bool {
	for i := n + 1; i < len(list) && i <= n+lines; i++ {
		if isPostal(list[i].Text) {
			lines++
			continue
		}
		if len(strings.Fields(firstLine(list[i].Text))) > 12 || list[i].Level > 0 {
			return false
		}
		if prose.EmailPattern.MatchString(list[i].Text) || prose.PhonePattern.MatchString(list[i].Text) {
			return len(strings.Fields(list[n].Text)) <= 8 || d.nameFirst(list[n].Text)
		}
	}
	return false
}

// reachInBrackets is a name with an address or a whole number in brackets behind it, perhaps beside other ways.
var reachInBrackets = pattern.New(`(\pL) \(([^()\n]*[\p{L}\d]@[^()\n]+|(?:\p{L}+[.:]{0,2}\s?){0,2}\+?\d[\d\s/.–-]{5,20}\d)\)`)

func contactLines(text string) []string {
	var out []string
	text = whoToAsk.ReplaceAllString(text, "$2|$1")
	text = signsOfReach.ReplaceAllString(reachInBrackets.ReplaceAllString(text, "$1, $2"), "|")
	for _, l := range strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '|' || r == ';' || r == '•' || r == '·' }) {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}

// whoToAsk leads from an organisation to whom one asks there: "Rivers Trust, contact: Ana Ruiz".
var whoToAsk = pattern.New(`(?m)^([^\n|:;]{3,80}),[ \x{00a0}]+(?i:kontakt|contact(?: person)?|contatto|contacto|` +
	`ansprechpartner(?:in)?|contato|contactpersoon):[ \x{00a0}]+([^\n|,;]+)`)

var contactLabel = pattern.New(`(?i)^(?:(?:mailto|(?:e-?)?mail|phone|ph|telephone|tel|mobile|cell|handy|telefon|teléfono|téléphone|tél|` +
	`correo(?: electrónico)?|courriel|m[ée]l|m|t|e|p|name|nombre|nome|naam|nom|title|position|role|` +
	`function|cargo|puesto|fonction|funktion|functie|` +
	`função|ruolo|(?:organi[sz]ation|company)(?: name)?|contact(?: (?:person|name))?|direct|office|web(?:site)?|url|e-?post|tlf|` +
	`f|(?:tele)?fax)\s*[.:]+\s*)+`)

// numberWord says which number a number is, beside it.
var numberWord = pattern.New(`(?i)^(?:office|direct|desk|cell|mobile|work|main|phone|tel|telephone|newsroom|oficina|móvil|bureau|` +
	`portable|büro|mobil|handy|ufficio|cellulare|telefon|teléfono|telefono|telefone|telefoon|téléphone|tél)\.?$`)

// parts divides a line into the parts of a contact; beside tells that somebody's name stands
// right before or behind it.
func (d *draft) parts(line, hosts string, beside bool) []string {
	var list []string
	if network.MatchString(strings.Trim(line, " ,;–—-")) {
		return []string{line}
	}
	for _, piece := range unrun(line) {
		piece = d.twoNames(piece, hosts)
		if m := labelBefore.FindStringSubmatch(piece); m != nil && d.Somebody(cleanPart(contactParts(m[2])[0])) {
			list = append(list, m[1]+":") // "United Kingdom: Ana Ruiz", "River Alliance: Ana Ruiz"
			piece = m[2]
		}
		list = append(list, contactParts(piece)...)
	}
	var out []string
	for i, part := range list {
		if prose.EmailPattern.MatchString(part) || prose.PhonePattern.MatchString(part) || regionLabel.MatchString(part) {
			out = append(out, part)
			continue
		}
		if part = cleanPart(part); d.deskThenWhose(part) {
			out = append(out, part)
			continue
		}
		m := nameThenBrackets.FindStringSubmatch(part)
		if m != nil && d.Somebody(m[1]) && (prose.IsOrganisation(m[2]) || d.IsTitle(m[2]) || d.tells(m[2], hosts) ||
			prose.DeskWords[strings.ToLower(m[2])]) {
			out, beside = append(append(out, m[1]), divided(m[2])...), true
			continue
		}
		if m != nil && d.Somebody(m[1]) && besideName.MatchString(m[2]) { // for whom, or where
			out, beside = append(out, m[1], "("+m[2]+")"), true
			continue
		}
		out = append(out, d.apart(part, hosts, beside || i+1 < len(list) && d.Somebody(cleanPart(list[i+1])))...)
		beside = beside || d.Somebody(part)
	}
	return out
}

// twoNames joins two people between whom a stroke stands: they can be reached in the same way.
func (d *draft) twoNames(piece, hosts string) string {
	m := strokeBetween.FindStringSubmatchIndex(piece)
	if m == nil {
		return piece
	}
	for _, name := range []string{piece[m[2]:m[3]], piece[m[4]:m[5]]} {
		if !d.Somebody(name) || d.tells(name, hosts) {
			return piece
		}
	}
	return piece[:m[3]] + " & " + piece[m[4]:]
}

// strokeBetween is a stroke between what may be two names.
var strokeBetween = pattern.New(`^\s*(\p{Lu}[\p{L}.’' -]*[\p{L}.]) / (\p{Lu}[\p{L}.’' -]*[\p{L}.])\s*(?:,|$|[(+\d–|-])`)

// labelBefore says before somebody's name for where they are to be asked, or for whom.
var labelBefore = pattern.New(`^\s*(\p{Lu}[^@\d:,|]{2,40}?)\s?:\s+(\p{Lu}.*)`)

// quarters begin what countries and parts of them are called: "Northern Ireland".
var quarters = prose.WordSet("united north south east west northern southern eastern western central latin great greater middle new")

// bracketsFirst is a label in brackets, before a name.
var bracketsFirst = pattern.New(`^\s*\([\pL .]{2,20}\)\s+`)

// nameThenBrackets is somebody with who they are behind the name: "Ana Ruiz (River Alliance)".
var nameThenBrackets = pattern.New(`^([^()]+) \(([^()\d@]+)\)$`)

// hostsIn are the addresses of lines, from their sign on, without what is no letter.
func hostsIn(lines []string) string {
	var b strings.Builder
	for _, mail := range prose.EmailPattern.FindAllString(despelt(strings.Join(lines, "\n")), prose.MostFound) {
		b.WriteString("@" + prose.PlainLetters(mail[strings.IndexByte(mail, '@')+1:]))
	}
	return b.String()
}

// ofAnother tells whether the lines up to the next blank one are somebody's own: there is
// more than one, and one is what they can be reached by.
func ofAnother(lines []string) bool {
	n := slices.Index(lines, "")
	if n < 0 {
		n = len(lines)
	}
	group := lines[:n]
	return len(group) > 1 && prose.HasReach(group) && !prose.EmailPattern.MatchString(group[0]) && !prose.PhonePattern.MatchString(group[0])
}

var orName = pattern.New(`\s+(?:or|oder|ou|o|and|und|et|y|e|en|&)\s+|\s*/\s*`)

// eitherName divides "Ana Ruiz or Owen Farrell", who can be reached in the same way.
func eitherName(name string) []string {
	names := orName.Split(name, prose.AllFound)
	for _, n := range names {
		if !prose.LooksLikeName(n) || prose.IsOrganisation(n) {
			return []string{name}
		}
	}
	return names
}

// addContact keeps a contact, once: who stands there already, with the same address
// or number, is the same person.
func (d *draft) addContact(c prose.Contact) {
	if c.Email == shieldedMail {
		c.Email = ""
		who := cmp.Or(c.Name, c.Org, "a contact")
		d.Unsure = append(d.Unsure, fmt.Sprintf("the page hid the e-mail address of %s (%s); write it", who,
			cmp.Or(strings.Trim(hidden.FindString(d.Source), ", "), "email protected")))
		if c == (prose.Contact{}) {
			return
		}
	}
	if words := strings.Fields(c.Name); c.Email == "" && c.Phone == "" && c.Org == "" && len(words) > 3 && sentenceLike(words) {
		d.Unsure = append(d.Unsure, fmt.Sprintf("where a press contact should stand, the source says %q", c.Name))
		d.notes = append(d.notes, prose.Para{Text: c.Name})
		return
	}
	c = d.officeApart(c)
	for i := range d.Contacts {
		old := &d.Contacts[i]
		email := c.Email != "" && strings.EqualFold(c.Email, old.Email)
		if c.Name == "" && c.Org == "" && c.Role == "" && email {
			return
		}
		if c.Name == "" || !strings.EqualFold(c.Name, old.Name) || !email && (c.Phone == "" || digitsOf(c.Phone) != digitsOf(old.Phone)) {
			continue
		}
		for _, f := range []struct{ have, more *string }{
			{&old.Role, &c.Role},
			{&old.Org, &c.Org},
			{&old.Phone, &c.Phone},
			{&old.Email, &c.Email},
		} {
			switch {
			case *f.have == "":
				*f.have = *f.more
			case *f.more == "" || strings.EqualFold(*f.have, *f.more) || digitsOf(*f.more) != "" && digitsOf(*f.have) == digitsOf(*f.more):
			default:
				d.Unsure = append(d.Unsure, fmt.Sprintf("the contact %s stands in the source twice; the second time with %q", c.Name, *f.more))
			}
		}
		return
	}
	d.Contacts = append(d.Contacts, c)
}

// emptyBrackets are left where a number stood in them.
var emptyBrackets = pattern.New(`\(\s*\)`)

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

func cleanPart(s string) string {
	if label := bracketsFirst.FindString(s); prose.LooksLikeName(s[len(label):]) {
		s = s[len(label):] // "(Media) Ana Ruiz"
	}
	s = strings.TrimLeft(strings.TrimSpace(s), " ,:;<>()[]-–—/?!")
	if first, _, _ := strings.Cut(s, " "); !prose.Initial.MatchString(first) || !prose.LooksLikeName(s) { // "F. Owen Farrell" is no number
		s = contactLabel.ReplaceAllString(s+" ", "")
	}
	s = strings.TrimSuffix(strings.TrimSpace(s), " /")
	s = strings.TrimSpace(emptyBrackets.ReplaceAllString(s, ""))
	if t := strings.TrimRight(s, " ,:;<>[]-–—?!"); strings.HasSuffix(t, ")") && strings.Count(t, "(") == strings.Count(t, ")") {
		return strings.TrimLeft(t, " ,:;<>[]-–—/?!")
	}
	return strings.TrimRight(strings.TrimLeft(s, " ,:;<>()[]-–—/?!"), " ,:;<>()[]-–—?!")
}

func (d *draft) contactWord(c *prose.Contact, extra *[]string, word string) {
	word = strings.TrimLeft(word, "/ ")
	if page := orVisit.ReplaceAllString(word, ""); pageAddress.MatchString(page) {
		word = page
	}
	switch {
	case !prose.HasLetter(word) && !hasDigit(word), joinsReach(word), c.Org != "" && c.Name != "" && word == c.Org:
	case numberWord.MatchString(word) && c.Phone != "":
		if n := len(*extra); n > 0 && prose.PhonePattern.MatchString((*extra)[n-1]) {
			(*extra)[n-1] += " " + word
		}
	case pageAddress.MatchString(word):
		*extra = append(*extra, word)
	case c.Name != "" && postNominals[strings.ReplaceAll(word, ".", "")]:
		*extra = append(*extra, word)
	case c.Name != "" && c.Org == "" && forWhom(word) != "":
		c.Org = forWhom(word)
	case c.Name == "" && c.Org == "" && c.Role == "" && forWhom(word) != "":
		c.Org = forWhom(word)
	case c.Name == "" && c.Role == "" && hasOfficeBefore(word):
		c.Role, c.Name = officeBeforeName(word)
	case c.Name == "" && prose.LooksLikeName(word) && chief.MatchString(word):
		at := strings.LastIndexByte(word, ' ')
		c.Name, c.Role = word[:at], word[at+1:]
	case c.Name == "" && prose.LooksLikeName(word) && !d.IsTitle(word):
		c.Name = withoutStop(word)
	case c.Org == "" && c.Name != "" && prose.IsOrganisation(c.Name) && prose.LooksLikeName(eitherName(word)[0]) &&
		!prose.IsOrganisation(word) &&
		!d.IsTitle(word):
		c.Org, c.Name = c.Name, word
	case c.Name == "" && c.Email == "" && c.Phone == "":
		c.Name = word
	case c.Org == "" && prose.Firm(word):
		c.Org = word
	case (d.IsTitle(word) || prose.DeskWords[strings.ToLower(word)]) && c.Role == "":
		c.Role = word
	case c.Org == "" && prose.StartsUpper(word) && !d.IsTitle(word):
		c.Org = word
	default:
		*extra = append(*extra, word)
	}
}

// withoutStop is a name without the stop of the sentence at whose end it stands.
func withoutStop(name string) string {
	bare := strings.TrimSuffix(name, ".")
	if len(prose.LastWord(bare)) > 3 {
		return bare
	}
	return name
}

// orVisit leads on to the address of a page, behind what somebody can be reached by.
var orVisit = pattern.New(`(?i)^(?:(?:or|and) )?(?:please )?visit(?: us)?(?:(?: online)? at)? `)

// chief ends with an office of those who lead a company, as it is written for short.
var chief = pattern.New(`^\S+ (?:\S+ )+C[A-Z]{1,2}O$`)

// forWhom is the organisation that somebody answers for, on a line under their name: "for
// Ropewalk Foundation".
func forWhom(line string) string {
	if m := answersFor.FindStringSubmatch(line); m != nil && len(strings.Fields(m[1])) < 8 {
		return m[1]
	}
	return ""
}

var answersFor = pattern.New(`^(?i:for|at|on behalf of|para|pour|für|per|voor|i\. ?a\.|im auftrag (?:von|der|des)|namens|per conto di|` +
	`em nome de|en nombre de) (?:the )?(\p{Lu}[^@:\d]{2,60})$`)

// joinsReach tells words that only lead from one way to reach somebody to another: "or call".
func joinsReach(words string) bool {
	first, rest, _ := strings.Cut(strings.ToLower(words), " ")
	return betweenReach[first] && (rest == "" || waysToReach.MatchString(rest))
}

var waysToReach = pattern.New(`^(?:please )?(?:call|text|phone|telephone|ring|e-?mail|write(?: to)?|(?:by|via|per|par|por) \S+)$`)

// betweenReach stands between two ways to reach somebody.
var betweenReach = prose.WordSet("or and oder und ou et o y e en of")

// postNominals follow a name and are no organisation.
var postNominals = prose.WordSet("APR PhD MD MBA MPA MPH JD Esq RN CFA MA MSc BA OBE CBE MBE DVM DDS CAE IOM PMP PIO")
