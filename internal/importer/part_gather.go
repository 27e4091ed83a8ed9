package importer

import (
	"cmp"
	"slices"
	"strings"

	"pressroom/internal/contacts/intake"
	"pressroom/internal/pattern"
)

// addContacts keeps the contacts of the lines of a block.
func (d *draft) addContacts(lines []string) {
	for _, c := range d.contactsOf(d.withoutCustomers(d.withoutSentences(lines))) {
		c.name = d.inFull(c.name)
		d.addContact(c)
	}
}

// gathering is a contact on its way, and those before it.
type gathering struct {
	d     *draft
	c     contact
	extra []string // what is none of its parts
	done  []contact
	ahead bool     // a number or an address follows
	fax   string   // its label, where the number that follows is one of a fax
	paper []string // lines of an address on paper
	nets  []string // what somebody is called in a network
	pages []string // of whom they answer for
	// within tells that the part stands behind another of its line.
	within bool
}

// contactsOf makes contacts of lines: a new one begins where a name follows what one can
// be reached by.
func (d *draft) contactsOf(lines []string) []contact {
	g := &gathering{d: d}
	hosts, paper := hostsIn(lines), aboveCountry(lines)
	for n, line := range lines {
		line = extensionBehind.ReplaceAllString(d.withoutDay(line), "$1 $2")
		if extLine.MatchString(line) && g.c.phone != "" && len(g.extra) == 0 {
			g.c.phone += extensionOf(line)
			continue
		}
		line = d.withoutRemark(line)
		if g.onPaper(line, paper[n]) {
			continue
		}
		if desk, reach, ok := g.deskBelow(line); ok {
			g.flush()
			line = desk + ", " + reach
		} else {
			line = withoutAsking(d.surnameFirst(addressedAs.ReplaceAllString(line, "$1"), lines, n))
		}
		line = toWhose.ReplaceAllString(onWay.ReplaceAllString(line, ", $1"), "$1")
		hours := ""
		if m := openHours.FindStringSubmatch(line); m != nil && phonePattern.MatchString(line) {
			line, hours = strings.Replace(line, m[0], "", 1), m[1]
		}
		if line == "" && g.c.name != "" && (g.c.email != "" || g.c.phone != "") && ofAnother(lines[n+1:]) {
			g.flush()
		}
		under := slices.IndexFunc(lines[n+1:], func(l string) bool { return l != "" })
		behind := ""
		if under >= 0 {
			behind = lines[n+1+under]
		}
		parts := d.parts(line, hosts, g.beside(line, lines[n+1:]) || !hasReach([]string{line}) && d.somebody(cleanPart(behind)))
		if g.another(parts) || g.ofDesk(parts) {
			g.flush()
		}
		for i, part := range parts {
			g.within = i > 0
			switch {
			case emailPattern.MatchString(part):
				g.mail(part)
			case phonePattern.MatchString(part):
				g.phone(part)
			case faxAlone.MatchString(part):
				g.fax = cleanPart(part)
			default:
				next := ""
				if i+1 < len(parts) {
					next = parts[i+1]
				} else if behind != "" {
					next = behind
					if ahead := d.parts(next, hosts, g.c.name != "" || d.somebody(part)); len(ahead) > 0 {
						next = ahead[0]
					}
				}
				g.ahead = hasReach(parts[i+1:]) || hasReach(lines[n+1:])
				g.words(part, next)
			}
		}
		if hours != "" {
			g.c.hours = hours
		}
	}
	g.flush()
	return g.done
}

// another tells the parts of a line that is a contact of its own, below an address: a name, or the initials of
// an organisation, and another address.
func (g *gathering) another(parts []string) bool {
	if g.c.email == "" || len(parts) < 2 || !emailPattern.MatchString(parts[len(parts)-1]) {
		return false
	}
	first := strings.TrimSpace(parts[0])
	return g.d.somebody(first) || initialsAlone.MatchString(first) && !isReachLabel(first)
}

// initialsAlone are those of an organisation, and nothing else.
var initialsAlone = pattern.New(`^\p{Lu}{3,8}$`)

// beside tells that a line is more of somebody who stands above it, and not another with
// their own number or address.
func (g *gathering) beside(line string, below []string) bool {
	reached := g.c.phone != "" || g.c.email != ""
	return g.d.somebody(g.c.name) && (!reached || !hasReach([]string{line}) && !hasReach(below))
}

func (g *gathering) flush() {
	if g.c == (contact{}) && len(g.extra) == 0 {
		g.tellNets()
		return
	}
	g.tellPaper()
	g.tellNets()
	if len(g.extra) > 0 {
		g.c.role = strings.Join(append([]string{g.c.role}, g.extra...), ", ")
		g.c.role = strings.Trim(g.c.role, ", ")
	}
	if rest, ok := strings.CutPrefix(g.c.name, "the "); ok && startsUpper(rest) {
		g.c.name = rest
	} else if ok && forThePress[strings.ToLower(lastWord(strings.TrimSuffix(rest, " office")))] {
		g.c.name = "" // "the council's press office", of whoever issues the release
	}
	g.turn()
	g.personBelow()
	g.ofWhom()
	if m := nameForWhom.FindStringSubmatch(g.c.name); m != nil && g.somebody(m[1]) && g.c.role == "" {
		if g.c.name = m[1]; g.c.org == "" {
			g.c.org = m[3]
		} else {
			g.c.role = m[2]
		}
	}
	if office, ok := strings.CutPrefix(g.c.role, g.c.org+" "); ok && g.c.org != "" && g.d.isTitle(office) {
		g.c.role = office // "River Alliance Press Officer", with the organisation on a line of its own
	}
	g.done = append(g.done, sharedOut(eitherName(g.c.name), g.c)...)
	g.c, g.extra = contact{}, nil
}

// nameForWhom is a name with whom somebody answers for on the same line: "Ana Ruiz for Ropewalk".
var nameForWhom = pattern.New(`^(\S+ .*?) (for (?:the )?(\p{Lu}.*))`)

// turn changes name and organisation where the address tells which is which: its first part
// has a person's name, its second the organisation's.
func (g *gathering) turn() {
	person := func(s string) (n int) {
		local, host, _ := strings.Cut(g.c.email, "@")
		for i, w := range strings.Fields(s) {
			w = plainLetters(w)
			switch {
			case len(w) < 3:
			case i == 0 && strings.HasPrefix(plainLetters(host), w):
				n--
			case strings.Contains(plainLetters(local), w):
				n++
			}
		}
		return n
	}
	if g.c.email != "" && g.c.name != "" && !officeWithin.MatchString(g.c.org) && !isOrganisation(g.c.org) &&
		person(g.c.org) > person(g.c.name) &&
		strings.Count(g.d.source, g.c.org) <= strings.Count(g.d.source, g.c.name) { // an organisation is named more often
		g.c.name, g.c.org = g.c.org, g.c.name
	}
	if intake.IsCountry(g.c.name) && g.d.somebody(g.c.org) { // for where they are to be asked
		g.c.name, g.c.role, g.c.org = g.c.org, strings.Trim(g.c.name+", "+g.c.role, ", "), ""
	}
}

// officeWithin has an office of an organisation in it, whose address begins as that: "stampa@…".
var officeWithin = pattern.New(`(?i)\b(?:ufficio|oficina|bureau|büro|gabinete|assessoria|service|office|pressestelle|servicio) `)

// ofWhom divides an office and the organisation behind it, where that is surely one: "woordvoerder
// Stichting Oever".
func (g *gathering) ofWhom() {
	if g.c.role == "" || g.c.org != "" || g.c.name == "" || hasDigit(g.c.role) || strings.Contains(g.c.role, ", ") {
		return
	}
	if title, org := g.d.titleOrg(g.c.role); title != "" && org != "" && strings.HasSuffix(g.c.role, org) && isOrganisation(org) &&
		!deskWords[strings.ToLower(firstWord(org))] {
		g.c.role, g.c.org = title, org
		return
	}
	if g.d.english() {
		return
	}
	words := strings.Fields(g.c.role)
	for i := 1; i+1 < len(words); i++ {
		office, w := strings.Join(words[:i], " "), strings.ToLower(words[i])
		if startsUpper(words[i]) && (bodies[w] || descriptors[w]) && !companyWords[w] && startsUpper(words[i+1]) && g.d.isTitle(office) {
			g.c.role, g.c.org = office, strings.Join(words[i:], " ")
			return
		}
	}
}

// somebody tells the name of a person.
func (g *gathering) somebody(s string) bool { return looksLikeName(s) && !g.d.isTitle(s) }

func (g *gathering) mail(part string) {
	mail := emailPattern.FindString(part)
	rest := cleanPart(strings.Replace(part, mail, " ", 1))
	if isReachLabel(rest) || mailTo.MatchString(rest) && g.c.name != "" {
		rest = ""
	}
	if g.c.email != "" && g.c.name != "" && rest == "" { // a second one of the same person
		if mail != shieldedMail {
			g.extra = append(g.extra, mail)
		}
		return
	}
	if g.c.email != "" {
		g.flush()
	}
	g.c.email = mail
	if rest != "" {
		g.d.contactWord(&g.c, &g.extra, rest)
	}
}

func (g *gathering) phone(part string) {
	number := phonePattern.FindString(part)
	if m := dayTail.FindStringIndex(number); m != nil {
		number = number[:m[0]]
	}
	rest := cleanPart(strings.Replace(part, number, " ", 1))
	if !strings.Contains(number, ")") {
		number = strings.TrimPrefix(number, "(") // the whole of it stood in brackets
	}
	if isReachLabel(rest) {
		if g.c.phone != "" { // which of them it is
			number += " (" + strings.ToLower(strings.TrimRight(rest, ".")) + ")"
		}
		rest = ""
	}
	if g.fax != "" || faxLabel.MatchString(part) { // nobody calls it
		g.extra = append(g.extra, cmp.Or(g.fax, "fax")+" "+number)
		g.fax = ""
		return
	}
	if g.c.phone == "" {
		g.c.phone = number
	} else {
		g.extra = append(g.extra, number)
	}
	if rest != "" {
		g.d.contactWord(&g.c, &g.extra, rest)
	}
}

// faxAlone is such a label with the number behind it in a part of its own.
var faxAlone = pattern.New(`(?i)^\W*(?:tele)?fax\W*$`)

// faxLabel stands before the number of a fax.
var faxLabel = pattern.New(`(?i)^\W*(?:(?:tele)?fax(?:[ -]?(?:number|nr|no))?(?:\s|[.:])|f\s?[.:])`)

// words takes a part without number and address; next is the one behind it, which tells a
// region from a name: "United Kingdom: Dana Whitlock".
func (g *gathering) words(part, next string) {
	if m := besideAlone.FindStringSubmatch(part); m != nil && g.c.name != "" {
		g.extra = append(g.extra, m[1])
		return
	}
	if called := strings.Trim(part, " ,;–—-"); network.MatchString(called) {
		g.nets = append(g.nets, called)
		return
	}
	if pageAlone(part) && g.c.name != "" && g.c.org != "" && g.c.email != "" {
		g.pages = append(g.pages, part)
		return
	}
	if label := strings.Trim(part, " ,:;–—-"); whomLabel.MatchString(label) || isReachLabel(label) &&
		(g.c.phone == "" || !numberWord.MatchString(label)) {
		return
	}
	if g.c == (contact{}) && titleWords[strings.ToLower(strings.Trim(part, " :"))] && g.somebody(next) {
		g.c.role = strings.Trim(part, " :")
		return
	}
	if first, rest, _ := strings.Cut(part, " "); betweenReach[strings.ToLower(first)] && g.somebody(rest) {
		if g.c.name == "" && g.c.email != "" && g.ahead {
			g.flush() // an address for all, or somebody who has their own
		}
		part = rest
	}
	if g.c.name != "" && g.c.org != "" && (g.c.email != "" || g.c.phone != "") && g.somebody(next) && startsUpper(part) &&
		!g.d.isTitle(part) && !hasDigit(part) && !pageAddress.MatchString(part) {
		g.flush() // what stands between the address of one and the name of another is the other's
	}
	region := regionLabel.MatchString(part) && (!looksLikeName(part) || g.somebody(next)) || g.regionAbove(part, next)
	whose := g.c.org == "" && len(g.extra) == 0 && firm(part) &&
		(g.within || next == "" || streetLine.MatchString(next) || g.somebody(next) && !isOrganisation(next))
	if !g.ahead && g.c.org != "" && len(strings.Fields(part)) > 3 && g.c.phone+g.c.email != "" {
		whose = true // with what nobody could reach it by, it is no other contact
	}
	if !region && !whose && (g.c.email != "" || g.c.phone != "") && g.c.name != "" && g.somebody(part) {
		g.flush()
	}
	if region {
		if g.c.name != "" && (g.c.email != "" || g.c.phone != "") {
			g.flush()
		}
		if label := cleanPart(contactLine.ReplaceAllString(part, "")); g.c.org == "" && (isOrganisation(label) || ofSomebody(label)) {
			g.c.org = label
		} else if label != "" {
			g.extra = append(g.extra, label)
		}
	} else if part = cleanPart(part); part != "" {
		g.d.contactWord(&g.c, &g.extra, part)
	}
}

// regionAbove tells the first line of a contact that says for where, above somebody's name: "Africa", "North America".
func (g *gathering) regionAbove(part, next string) bool {
	words := strings.Fields(strings.ToLower(part))
	return g.c == (contact{}) && !g.within && g.d.somebody(next) && len(words) > 0 && continents[words[len(words)-1]] &&
		(len(words) == 1 || len(words) == 2 && quarters[words[0]])
}

// continents are parts of the world for which somebody may answer.
var continents = wordSet("africa america americas asia australasia europe oceania")

// ofSomebody tells a label that has the form of a name, and is longer than what countries and towns
// are called: "Ligue des Marins".
func ofSomebody(label string) bool {
	return looksLikeName(label) && len(strings.Fields(label)) > 2 && !quarters[strings.ToLower(firstWord(label))]
}

// streetLine begins an address on paper: "12 Quay Street".
var streetLine = pattern.New(`^\d{1,5}[a-z]? \p{Lu}|(?i)^(?:p\.? ?o\.? box|postfach|apartado|boîte postale) \d`)
