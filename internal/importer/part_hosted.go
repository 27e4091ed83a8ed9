package importer

import (
	"cmp"
	"strings"

	"pressroom/internal/pattern"
)

// Whose release it is may be said nowhere, and yet be sure: headline or copy begin with a name, and the
// address of whoever is to be asked, or the page itself, has the same one.

// hosted is the organisation with whose name headline or copy begin, and that has the address of a
// contact or of a boilerplate, or whose page it is; "" for none, and for two.
func (d *draft) hosted() string {
	found, labels := "", d.hostLetters()
	for _, p := range []para{{text: d.headline.text, level: 1}, {text: d.firstCopy()}} {
		org := ""
		for _, label := range labels {
			name, alone := d.beginsWith(p, label)
			if name != "" && !alone {
				return ""
			}
			org = cmp.Or(org, name)
		}
		if org != "" && !strings.HasPrefix(org, found) {
			return ""
		}
		found = cmp.Or(org, found)
	}
	return found
}

// linkHost is the host of an address of a page.
var linkHost = pattern.New(`(?:://|\bwww\.)([\p{L}\d.-]+\.\p{L}{2,})`)

// hostLetters are the letters of the hosts of contacts and boilerplates, and of the names of those whose page it is.
func (d *draft) hostLetters() []string {
	var out []string
	host := func(name string) {
		out = append(out, plainLetters(name))
		labels := strings.Split(name, ".")
		for _, label := range labels[:len(labels)-1] {
			if label = plainLetters(label); len(label) > 3 && !mailboxes[label] {
				out = append(out, label)
			}
		}
	}
	for _, c := range d.contacts {
		if _, name, ok := strings.Cut(c.email, "@"); ok {
			host(name)
		}
	}
	for _, b := range d.boilerplate {
		for _, m := range linkHost.FindAllStringSubmatch(b.text, mostFound) {
			host(m[1])
		}
	}
	for _, name := range d.whose {
		if isOrganisation(name) {
			out = append(out, plainLetters(name))
		}
	}
	return out
}

// andAnother is how a second organisation stands behind a name.
var andAnother = pattern.New(`^(?:, \p{Lu}[^,.]+)*,? (?:and|&|und|et|y|e|en) `)

// beginsWith is the name with which a text begins and whose first letters are these, and whether no second
// stands with it.
func (d *draft) beginsWith(p para, label string) (name string, alone bool) {
	words := strings.Fields(p.text)
	if len(words) > 1 && d.article(words[0]) {
		words = words[1:]
	}
	letters := ""
	for i, w := range words {
		letters += plainLetters(ownerless(w))
		if !strings.HasPrefix(label, letters) || i == 0 && !startsUpper(strings.TrimLeft(w, "“„«\"")) {
			return "", false
		}
		if letters == label {
			n := i + 1
			if p.level > 0 && !d.hasLike(`(?:^|\PL)`, nameIn(words[:n]), `(?:$|[^ \pL]| [^\p{Lu}])`) {
				return "", false // where every word of a headline has a capital, the name may be longer
			}
			for p.level == 0 && n < len(words) && startsUpper(words[n]) && !strings.ContainsAny(words[n-1], ".,:)”") {
				n++
			}
			name = nameIn(words[:n])
			behind := strings.TrimPrefix(strings.Join(words[n-1:], " "), nameIn(words[n-1:n]))
			if d.noIssuer(name) {
				return "", false
			}
			return name, !andAnother.MatchString(behind)
		}
		if strings.ContainsAny(w[len(w)-1:], ",:") {
			return "", false
		}
	}
	return "", false
}

// nameIn is the name that stands in words, without the signs around it and the ending that says whose something is.
func nameIn(words []string) string {
	return strings.Trim(ownerless(strings.Join(words, " ")), " .,:()“”„\"®™")
}

// noIssuer tells a name that may be a place's or a person's.
func (d *draft) noIssuer(name string) bool {
	return !isOrganisation(name) && d.standsAsPlace(name) || general[strings.ToLower(name)] || d.isTitle(name) ||
		d.hasLike(`(?:^| )`, strings.ToLower(name), `[ ,]`) || d.calledByLast(name)
}

// calledByLast tells a name of which the copy has the last word alone, as it has those of people.
func (d *draft) calledByLast(name string) bool {
	return d.somebody(name) && d.hasLike(`(?:^| )`, lastWord(name), `[ ,’]`, name)
}
