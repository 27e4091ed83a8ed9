package importer

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/pattern"
)

// Whom to ask may be an address alone. Whose that is, its host says where the text names an
// organisation that is called so.

// nameContacts names those of whom the source gives an address alone.
func (d *draft) nameContacts() {
	for i := range d.contacts {
		c := &d.contacts[i]
		if c.name != "" || c.org != "" || c.email == "" || c.role != "" && !pageAddress.MatchString(c.role) {
			continue
		}
		if c.name = d.deskThatIssued(); c.name != "" {
			continue
		}
		if c.name = d.ofAddress(c.email); c.name != "" {
			d.unsure = append(d.unsure, fmt.Sprintf("the name of the contact %s is the one that stands in the address %s: "+
				"look whether that is right",
				c.name, c.email))
			continue
		}
		if c.name = d.ofHost(c.email); c.name != "" {
			continue
		}
		if org := d.issuer(); org != "" {
			c.name = org
			d.unsure = append(d.unsure, fmt.Sprintf("the source does not say whose address %s is; the contact has the name of %s, "+
				"who issues the release: look whether that is right", c.email, org))
		}
	}
}

// ofAddress is the name of somebody that stands in an address, where it is written as names are,
// or the text names that person: "Ana.Ruiz@river.example".
func (d *draft) ofAddress(mail string) string {
	m := nameInAddress.FindStringSubmatch(mail)
	if m == nil {
		return ""
	}
	for _, w := range m[1:] {
		if w = strings.ToLower(w); reachWords[w] || titleModifiers[w] || departments[w] || deskWords[w] {
			return ""
		}
	}
	name := capitalised(m[1]) + " " + capitalised(m[2])
	if isOrganisation(name) || !d.somebody(name) || !(startsUpper(m[1]) && startsUpper(m[2])) && !wordIn(d.source, name) {
		return ""
	}
	return name
}

// nameInAddress is an address with a first and a last name before its sign.
var nameInAddress = pattern.New(`^(\p{L}{2,20})[._](\p{L}{2,25})@`)

// capitalised is a word of an address as a name has it.
func capitalised(w string) string {
	if w == strings.ToUpper(w) || w == strings.ToLower(w) {
		first, size := utf8.DecodeRuneInString(w)
		return string(unicode.ToUpper(first)) + strings.ToLower(w[size:])
	}
	return w
}

// mailboxes are hosts at which anybody may have an address.
var mailboxes = wordSet(`gmail googlemail outlook hotmail live yahoo icloud proton protonmail gmx web posteo mailbox orange ` +
	`free laposte libero`)

// ofHost is what the text calls the organisation whose name is the host of an address: the
// first that does, of boilerplates, headline, letterhead and copy.
func (d *draft) ofHost(mail string) string {
	labels := strings.Split(strings.ToLower(mail[strings.IndexByte(mail, '@')+1:]), ".")
	var texts []string
	for _, list := range [][]para{d.boilerplate, {d.headline, d.subhead}, d.body, d.notes} {
		for _, p := range list {
			texts = append(texts, p.text)
		}
	}
	texts = append(texts, d.letterhead...)
	for _, label := range labels[:len(labels)-1] {
		if label = plainLetters(label); len(label) < 4 || mailboxes[label] {
			continue
		}
		for _, text := range texts {
			if name := calledSo(text, label); name != "" {
				return name
			}
		}
	}
	return ""
}

// longestCalled is how many words a name may have that a host is called by.
const longestCalled = 6

// calledSo finds the words of a text, with capitals, that are a host's letters without the
// spaces; "" where there are none.
func calledSo(text, host string) string {
	words := strings.Fields(text[:min(len(text), 20_000)])
	for i, w := range words {
		if !startsUpper(strings.TrimLeft(w, "“\"«(’'")) {
			continue
		}
		letters := ""
		for n := i; n < len(words) && n < i+longestCalled; n++ {
			letters += plainLetters(ownerless(words[n]))
			if letters == host && !(n == 0 && len(words) > 1) && !partOfName(words, i, n) {
				return strings.Trim(ownerless(strings.Join(words[i:n+1], " ")), " .,:;!?()“”\"«»")
			}
			if !strings.HasPrefix(host, letters) || strings.ContainsAny(words[n][len(words[n])-1:], ".,:;!?") {
				break
			}
		}
	}
	return ""
}

// partOfName tells words beside which a longer name goes on.
func partOfName(words []string, first, last int) bool {
	if last+1 < len(words) && startsUpper(words[last+1]) && !strings.ContainsAny(words[last][len(words[last])-1:], ".,:;!?") {
		return true
	}
	if first == 0 {
		return false
	}
	before := words[first-1]
	return startsUpper(before) && !beforeName[strings.ToLower(before)] && !strings.ContainsAny(before[len(before)-1:], ".,:;!?")
}

// beforeName are words that stand with a capital before a name and are none of it.
var beforeName = wordSet(`the about über sobre over propos der die das le la les el il lo de het o a at in for`)

// ownerless is a word without the ending that says whose something is.
func ownerless(word string) string {
	word = strings.TrimRight(word, ".,:;!?()”\"»")
	return strings.TrimSuffix(strings.TrimSuffix(word, "’s"), "'s")
}
