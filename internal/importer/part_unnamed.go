package importer

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// Whom to ask may be an address alone. Whose that is, its host says where the text names an
// organisation that is called so.

// nameContacts names those of whom the source gives an address alone.
func (d *draft) nameContacts() {
	for i := range d.Contacts {
		c := &d.Contacts[i]
		if c.Name != "" || c.Org != "" || c.Email == "" || c.Role != "" && !pageAddress.MatchString(c.Role) {
			continue
		}
		if c.Name = d.deskThatIssued(); c.Name != "" {
			continue
		}
		if c.Name = d.ofAddress(c.Email); c.Name != "" {
			d.Unsure = append(d.Unsure, fmt.Sprintf("the name of the contact %s is the one that stands in the address %s: "+
				"look whether that is right",
				c.Name, c.Email))
			continue
		}
		if c.Name = d.ofHost(c.Email); c.Name != "" {
			continue
		}
		if org := d.Issuer(); org != "" {
			c.Name = org
			d.Unsure = append(d.Unsure, fmt.Sprintf("the source does not say whose address %s is; the contact has the name of %s, "+
				"who issues the release: look whether that is right", c.Email, org))
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
		if w = strings.ToLower(w); reachWords[w] || prose.TitleModifiers[w] || prose.Departments[w] || prose.DeskWords[w] {
			return ""
		}
	}
	name := capitalised(m[1]) + " " + capitalised(m[2])
	if prose.IsOrganisation(name) || !d.Somebody(name) || !(prose.StartsUpper(m[1]) && prose.StartsUpper(m[2])) &&
		!prose.WordIn(d.Source, name) {
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

// ofHost is what the text calls the organisation whose name is the host of an address: the
// first that does, of boilerplates, headline, letterhead and copy.
func (d *draft) ofHost(mail string) string {
	labels := strings.Split(strings.ToLower(mail[strings.IndexByte(mail, '@')+1:]), ".")
	var texts []string
	for _, list := range [][]prose.Para{d.Boilerplate, {d.Headline, d.Subhead}, d.Body, d.notes} {
		for _, p := range list {
			texts = append(texts, p.Text)
		}
	}
	texts = append(texts, d.Letterhead...)
	for _, label := range labels[:len(labels)-1] {
		if label = prose.PlainLetters(label); len(label) < 4 || prose.Mailboxes[label] {
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
		if !prose.StartsUpper(strings.TrimLeft(w, "“\"«(’'")) {
			continue
		}
		letters := ""
		for n := i; n < len(words) && n < i+longestCalled; n++ {
			letters += prose.PlainLetters(prose.Ownerless(words[n]))
			if letters == host && !(n == 0 && len(words) > 1) && !partOfName(words, i, n) {
				return strings.Trim(prose.Ownerless(strings.Join(words[i:n+1], " ")), " .,:;!?()“”\"«»")
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
	if last+1 < len(words) && prose.StartsUpper(words[last+1]) && !strings.ContainsAny(words[last][len(words[last])-1:], ".,:;!?") {
		return true
	}
	if first == 0 {
		return false
	}
	before := words[first-1]
	return prose.StartsUpper(before) && !beforeName[strings.ToLower(before)] && !strings.ContainsAny(before[len(before)-1:], ".,:;!?")
}

// beforeName are words that stand with a capital before a name and are none of it.
var beforeName = prose.WordSet(`the about über sobre over propos der die das le la les el il lo de het o a at in for`)
