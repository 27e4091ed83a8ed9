package importer

import (
	"cmp"
	"slices"
	"strings"

	"pressroom/internal/contacts/intake"
	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// addContacts keeps the contacts of the lines of a block.
func (d *draft) addContacts(lines []string) {
	for _, c := range d.contactsOf(d.withoutCustomers(d.withoutSentences(lines))) {
		c.Name = d.inFull(c.Name)
		d.addContact(c)
	}
}

// gathering is a contact on its way, and those before it.
type gathering struct {
	d     *draft
	c     prose.Contact
	extra []string // what is none of its parts
	done  []prose.Contact
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
func (d *draft) contactsOf(lines []string) []prose.Contact {
	g := &gathering{d: d}
	hosts, paper := hostsIn(lines), aboveCountry(lines)
	for n, line := range lines {
		line = extensionBehind.ReplaceAllString(d.withoutDay(line), "$1 $2")
		if extLine.MatchString(line) && g.c.Phone != "" && len(g.extra) == 0 {
			g.c.Phone += extensionOf(line)
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
		if m := openHours.FindStringSubmatch(line); m != nil && prose.PhonePattern.MatchString(line) {
			line, hours = strings.Replace(line, m[0], "", 1), m[1]
		}
		if line == "" && g.c.Name != "" && (g.c.Email != "" || g.c.Phone != "") && ofAnother(lines[n+1:]) {
			g.flush()
		}
		under := slices.IndexFunc(lines[n+1:], func(l string) bool { return l != "" })
		behind := ""
		if under >= 0 {
			behind = lines[n+1+under]
		}
		parts := d.parts(line, hosts, g.beside(line, lines[n+1:]) || !prose.HasReach([]string{line}) && d.Somebody(cleanPart(behind)))
		if g.another(parts) || g.ofDesk(parts) {
			g.flush()
		}
		for i, part := range parts {
			g.within = i > 0
			switch {
			case prose.EmailPattern.MatchString(part):
				g.mail(part)
			case prose.PhonePattern.MatchString(part):
				g.phone(part)
			case faxAlone.MatchString(part):
				g.fax = cleanPart(part)
			default:
				next := ""
				if i+1 < len(parts) {
					next = parts[i+1]
				} else if behind != "" {
					next = behind
					if ahead := d.parts(next, hosts, g.c.Name != "" || d.Somebody(part)); len(ahead) > 0 {
						next = ahead[0]
					}
				}
				g.ahead = prose.HasReach(parts[i+1:]) || prose.HasReach(lines[n+1:])
				g.words(part, next)
			}
		}
		if hours != "" {
			g.c.Hours = hours
		}
	}
	g.flush()
	return g.done
}

// another tells the parts of a line that is a contact of its own, below an address: a name, or the initials of
// an organisation, and another address.
func (g *gathering) another(parts []string) bool {
	if g.c.Email == "" || len(parts) < 2 || !prose.EmailPattern.MatchString(parts[len(parts)-1]) {
		return false
	}
	first := strings.TrimSpace(parts[0])
	return g.d.Somebody(first) || initialsAlone.MatchString(first) && !isReachLabel(first)
}

// initialsAlone are those of an organisation, and nothing else.
var initialsAlone = pattern.New(`^\p{Lu}{3,8}$`)

// beside tells that a line is more of somebody who stands above it, and not another with
// their own number or address.
func (g *gathering) beside(line string, below []string) bool {
	reached := g.c.Phone != "" || g.c.Email != ""
	return g.d.Somebody(g.c.Name) && (!reached || !prose.HasReach([]string{line}) && !prose.HasReach(below))
}

func (g *gathering) flush() {
	if g.c == (prose.Contact{}) && len(g.extra) == 0 {
		g.tellNets()
		return
	}
	g.tellPaper()
	g.tellNets()
	if len(g.extra) > 0 {
		g.c.Role = strings.Join(append([]string{g.c.Role}, g.extra...), ", ")
		g.c.Role = strings.Trim(g.c.Role, ", ")
	}
	if rest, ok := strings.CutPrefix(g.c.Name, "the "); ok && prose.StartsUpper(rest) {
		g.c.Name = rest
	} else if ok && prose.ForThePress[strings.ToLower(prose.LastWord(strings.TrimSuffix(rest, " office")))] {
		g.c.Name = "" // "the council's press office", of whoever issues the release
	}
	g.turn()
	g.personBelow()
	g.ofWhom()
	if m := nameForWhom.FindStringSubmatch(g.c.Name); m != nil && g.somebody(m[1]) && g.c.Role == "" {
		if g.c.Name = m[1]; g.c.Org == "" {
			g.c.Org = m[3]
		} else {
			g.c.Role = m[2]
		}
	}
	if office, ok := strings.CutPrefix(g.c.Role, g.c.Org+" "); ok && g.c.Org != "" && g.d.IsTitle(office) {
		g.c.Role = office // "River Alliance Press Officer", with the organisation on a line of its own
	}
	g.done = append(g.done, sharedOut(eitherName(g.c.Name), g.c)...)
	g.c, g.extra = prose.Contact{}, nil
}

// nameForWhom is a name with whom somebody answers for on the same line: "Ana Ruiz for Ropewalk".
var nameForWhom = pattern.New(`^(\S+ .*?) (for (?:the )?(\p{Lu}.*))`)

// turn changes name and organisation where the address tells which is which: its first part
// has a person's name, its second the organisation's.
func (g *gathering) turn() {
	person := func(s string) (n int) {
		local, host, _ := strings.Cut(g.c.Email, "@")
		for i, w := range strings.Fields(s) {
			w = prose.PlainLetters(w)
			switch {
			case len(w) < 3:
			case i == 0 && strings.HasPrefix(prose.PlainLetters(host), w):
				n--
			case strings.Contains(prose.PlainLetters(local), w):
				n++
			}
		}
		return n
	}
	if g.c.Email != "" && g.c.Name != "" && !officeWithin.MatchString(g.c.Org) && !prose.IsOrganisation(g.c.Org) &&
		person(g.c.Org) > person(g.c.Name) &&
		strings.Count(g.d.Source, g.c.Org) <= strings.Count(g.d.Source, g.c.Name) { // an organisation is named more often
		g.c.Name, g.c.Org = g.c.Org, g.c.Name
	}
	if intake.IsCountry(g.c.Name) && g.d.Somebody(g.c.Org) { // for where they are to be asked
		g.c.Name, g.c.Role, g.c.Org = g.c.Org, strings.Trim(g.c.Name+", "+g.c.Role, ", "), ""
	}
}

// officeWithin has an office of an organisation in it, whose address begins as that: "stampa@…".
var officeWithin = pattern.New(`(?i)\b(?:ufficio|oficina|bureau|büro|gabinete|assessoria|service|office|pressestelle|servicio) `)

// ofWhom divides an office and the organisation behind it, where that is surely one: "woordvoerder
// Stichting Oever".
func (g *gathering) ofWhom() {
	if g.c.Role == "" || g.c.Org != "" || g.c.Name == "" || hasDigit(g.c.Role) || strings.Contains(g.c.Role, ", ") {
		return
	}
	if title, org := g.d.TitleOrg(g.c.Role); title != "" && org != "" && strings.HasSuffix(g.c.Role, org) && prose.IsOrganisation(org) &&
		!prose.DeskWords[strings.ToLower(prose.FirstWord(org))] {
		g.c.Role, g.c.Org = title, org
		return
	}
	if g.d.English() {
		return
	}
	words := strings.Fields(g.c.Role)
	for i := 1; i+1 < len(words); i++ {
		office, w := strings.Join(words[:i], " "), strings.ToLower(words[i])
		if prose.StartsUpper(words[i]) && (prose.Bodies[w] || prose.Descriptors[w]) && !prose.CompanyWords[w] &&
			prose.StartsUpper(words[i+1]) && g.d.IsTitle(office) {
			g.c.Role, g.c.Org = office, strings.Join(words[i:], " ")
			return
		}
	}
}

// somebody tells the name of a person.
func (g *gathering) somebody(s string) bool { return prose.LooksLikeName(s) && !g.d.IsTitle(s) }

func (g *gathering) mail(part string) {
	mail := prose.EmailPattern.FindString(part)
	rest := cleanPart(strings.Replace(part, mail, " ", 1))
	if isReachLabel(rest) || mailTo.MatchString(rest) && g.c.Name != "" {
		rest = ""
	}
	if g.c.Email != "" && g.c.Name != "" && rest == "" { // a second one of the same person
		if mail != shieldedMail {
			g.extra = append(g.extra, mail)
		}
		return
	}
	if g.c.Email != "" {
		g.flush()
	}
	g.c.Email = mail
	if rest != "" {
		g.d.contactWord(&g.c, &g.extra, rest)
	}
}

func (g *gathering) phone(part string) {
	number := prose.PhonePattern.FindString(part)
	if m := dayTail.FindStringIndex(number); m != nil {
		number = number[:m[0]]
	}
	rest := cleanPart(strings.Replace(part, number, " ", 1))
	if !strings.Contains(number, ")") {
		number = strings.TrimPrefix(number, "(") // the whole of it stood in brackets
	}
	if isReachLabel(rest) {
		if g.c.Phone != "" { // which of them it is
			number += " (" + strings.ToLower(strings.TrimRight(rest, ".")) + ")"
		}
		rest = ""
	}
	if g.fax != "" || faxLabel.MatchString(part) { // nobody calls it
		g.extra = append(g.extra, cmp.Or(g.fax, "fax")+" "+number)
		g.fax = ""
		return
	}
	if g.c.Phone == "" {
		g.c.Phone = number
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
	if m := besideAlone.FindStringSubmatch(part); m != nil && g.c.Name != "" {
		g.extra = append(g.extra, m[1])
		return
	}
	if called := strings.Trim(part, " ,;–—-"); network.MatchString(called) {
		g.nets = append(g.nets, called)
		return
	}
	if pageAlone(part) && g.c.Name != "" && g.c.Org != "" && g.c.Email != "" {
		g.pages = append(g.pages, part)
		return
	}
	if label := strings.Trim(part, " ,:;–—-"); whomLabel.MatchString(label) || isReachLabel(label) &&
		(g.c.Phone == "" || !numberWord.MatchString(label)) {
		return
	}
	if g.c == (prose.Contact{}) && prose.TitleWords[strings.ToLower(strings.Trim(part, " :"))] && g.somebody(next) {
		g.c.Role = strings.Trim(part, " :")
		return
	}
	if first, rest, _ := strings.Cut(part, " "); betweenReach[strings.ToLower(first)] && g.somebody(rest) {
		if g.c.Name == "" && g.c.Email != "" && g.ahead {
			g.flush() // an address for all, or somebody who has their own
		}
		part = rest
	}
	if g.c.Name != "" && g.c.Org != "" && (g.c.Email != "" || g.c.Phone != "") && g.somebody(next) && prose.StartsUpper(part) &&
		!g.d.IsTitle(part) && !hasDigit(part) && !pageAddress.MatchString(part) {
		g.flush() // what stands between the address of one and the name of another is the other's
	}
	region := regionLabel.MatchString(part) && (!prose.LooksLikeName(part) || g.somebody(next)) || g.regionAbove(part, next)
	whose := g.c.Org == "" && len(g.extra) == 0 && prose.Firm(part) &&
		(g.within || next == "" || streetLine.MatchString(next) || g.somebody(next) && !prose.IsOrganisation(next))
	if !g.ahead && g.c.Org != "" && len(strings.Fields(part)) > 3 && g.c.Phone+g.c.Email != "" {
		whose = true // with what nobody could reach it by, it is no other contact
	}
	if !region && !whose && (g.c.Email != "" || g.c.Phone != "") && g.c.Name != "" && g.somebody(part) {
		g.flush()
	}
	if region {
		if g.c.Name != "" && (g.c.Email != "" || g.c.Phone != "") {
			g.flush()
		}
		if label := cleanPart(prose.ContactLine.ReplaceAllString(part, "")); g.c.Org == "" && (prose.IsOrganisation(label) || ofSomebody(label)) {
			g.c.Org = label
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
	return g.c == (prose.Contact{}) && !g.within && g.d.Somebody(next) && len(words) > 0 && continents[words[len(words)-1]] &&
		(len(words) == 1 || len(words) == 2 && quarters[words[0]])
}

// continents are parts of the world for which somebody may answer.
var continents = prose.WordSet("africa america americas asia australasia europe oceania")

// ofSomebody tells a label that has the form of a name, and is longer than what countries and towns
// are called: "Ligue des Marins".
func ofSomebody(label string) bool {
	return prose.LooksLikeName(label) && len(strings.Fields(label)) > 2 && !quarters[strings.ToLower(prose.FirstWord(label))]
}

// streetLine begins an address on paper: "12 Quay Street".
var streetLine = pattern.New(`^\d{1,5}[a-z]? \p{Lu}|(?i)^(?:p\.? ?o\.? box|postfach|apartado|boîte postale) \d`)
