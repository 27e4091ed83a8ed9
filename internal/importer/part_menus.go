package importer

import (
	"slices"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// The menus of copied pages have lines that read as labels of a release: "Contact", "Media".

const (
	menuWords = 4  // an entry of a menu has no more
	farBelow  = 60 // paragraphs in which a release is looked for below a menu
)

// menuEntry tells a line that asks for contact in a menu: alone, without a colon, and with
// nothing below it by which somebody could be reached.
func menuEntry(list []prose.Para) bool {
	p := list[0]
	if p.Level > 0 || p.Table != "" || strings.Contains(p.Text, ":") || len(strings.Fields(p.Text)) > menuWords ||
		!prose.ContactLine.MatchString(p.Text) && !prose.SkipLink.MatchString(p.Text) {
		return false
	}
	if p.Bullet != "" {
		return listed(list)
	}
	for n, next := range writtenOut(list[1:min(len(list), menuWords+1)]) {
		if prose.HasReach([]string{next.Text}) || tableOfContacts(next.Table) != nil {
			return false
		}
		words := len(strings.Fields(next.Text))
		if n == 0 && (!next.Tight || next.Bullet != "" || words > menuWords) {
			return false
		}
		if words > 2*menuWords { // the copy
			break
		}
	}
	return len(list) > 1
}

// listed tells a short item of a list whose next item, if it has one, is short too, and of which
// neither says how somebody can be reached.
func listed(list []prose.Para) bool {
	for _, p := range list[:min(len(list), 2)] {
		if p.Bullet == "" {
			break
		}
		if len(strings.Fields(p.Text)) > 2*menuWords || prose.HasReach([]string{linkedReach(p)}) {
			return false
		}
	}
	return list[0].Bullet != "" && len(strings.Fields(list[0].Text)) <= menuWords && !strings.ContainsAny(list[0].Text, ".:;!?")
}

// navigation tells an item of a list of short items above a release that has a line of release
// below.
func navigation(list []prose.Para) bool {
	if !listed(list) {
		return false
	}
	for n, below := range list[1:min(len(list), farBelow)] {
		if n == 0 && below.Bullet == "" && below.Level == 0 {
			return false
		}
		if prose.ImmediateLine.MatchString(below.Text) {
			return true
		}
	}
	return false
}

// linksAlone tells a line of several links with nothing but signs between them: a way through a site.
func linksAlone(p prose.Para) bool {
	if len(p.Marks) < 2 || p.Level > 0 || len(strings.Fields(p.Text)) > 4*menuWords {
		return false
	}
	rest := p.Text
	for i := len(p.Marks) - 1; i >= 0; i-- {
		m := p.Marks[i]
		if !strings.HasPrefix(m.Href, "http") {
			return false
		}
		rest = rest[:m.From] + rest[m.To:]
	}
	return !prose.HasLetter(rest) && !hasDigit(rest)
}

// issuedBy tells a line below the heading that says whose release it is: "Press Release: Tidewell Trust".
func issuedBy(kept []prose.Para, p prose.Para) bool {
	m := issuedAs.FindStringSubmatch(p.Text)
	headed := slices.ContainsFunc(kept, func(k prose.Para) bool { return k.Level == 1 })
	return p.Level == 0 && len(kept) > 0 && m != nil && (headed || prose.IsOrganisation(m[1]))
}

// kindOf tells a line that says what kind of text this is and whose, above its headline: "Pressemitteilung der Hafenliste".
func (d *draft) kindOf(list []prose.Para) bool {
	return list[0].Level == 0 && len(strings.Fields(list[0].Text)) < 8 && kindAndWhose.MatchString(list[0].Text) &&
		headlineFollows(list[1:], d.Lang)
}

var kindAndWhose = pattern.New(`^(?i:pressemitteilung|presseinformation|medienmitteilung|communiqué de presse|nota de prensa|` +
	`comunicato stampa|persbericht|(?:press|news) release) (?:der|des|von|vom|de la|de l[’']|du|del|de|della|dell[’']|di|van|of|of the|` +
	`from|from the) ?\p{Lu}[^.!?:]{2,60}$`)

// issuedAs is such a line.
var issuedAs = pattern.New(`(?i)^\W*(?:(?:press|news|media) (?:release|statement)|statement)\s?:\s+((?-i:\p{Lu})[^.!?]{2,80})$`)

// nameOfSite tells what stood before a line of release, where a heading follows that: the name of
// a site, in a word or two, as a page has it at its top.
func nameOfSite(kept, behind []prose.Para) bool {
	if len(kept) == 0 || len(behind) == 0 || behind[0].Level == 0 {
		return false
	}
	for _, p := range kept {
		if len(strings.Fields(p.Text)) > 2 && !wayThere.MatchString(p.Text) {
			return false
		}
	}
	return len(strings.Fields(behind[0].Text)) > 2
}

// wayThere is the way to a page, from the first one of its site.
var wayThere = pattern.New(`^\p{L}+ [»>›/] `)

// signedAbove tells whom to ask in lines of their own without a label, above the headline: a name
// on the first, and an address on one of the next.
func (d *draft) signedAbove(list []prose.Para) bool {
	lines := strings.Split(list[0].Text, "\n")
	for n := 1; n < len(list) && n < menuWords && len(lines) < menuWords && list[n].Tight; n++ {
		lines = append(lines, list[n].Text)
	}
	name := lines[0]
	if list[0].Level > 0 || list[0].Table != "" || len(lines) < 2 || !prose.LooksLikeName(name) || d.IsTitle(name) ||
		prose.IsOrganisation(name) ||
		!prose.EmailPattern.MatchString(strings.Join(lines, "\n")) && !slices.ContainsFunc(lines, labelledNumber) {
		return false
	}
	for _, l := range lines {
		if len(strings.Fields(l)) > 2*menuWords {
			return false
		}
	}
	return true
}

// labelledNumber tells a line that is a number with a label and nothing else.
func labelledNumber(line string) bool {
	label := contactLabel.FindString(line)
	number := prose.PhonePattern.FindString(line)
	return label != "" && number != "" && label+number == line
}

// openHours are the hours at which an office can be reached, in brackets behind its number.
var openHours = pattern.New(`(?i)\s?\(((?:mon|mo|tues?|di|dienstag|montag|lun|lu|lunes|lundi|lunedì|ma|maandag|seg|weekdays|werktags|` +
	`täglich|daily)(?:day|s)?\b[^()]*\d[^()]*|` +
	`(?:[A-Z]{2,5} )?(?:business|office|working) hours(?: only)?|(?:büro|dienst|geschäfts)zeiten|heures (?:de bureau|ouvrables)|` +
	`horario de oficina|orario? d[’']ufficio|kantooruren|` +
	`24(?:/7|[ -]?(?:hours?|hrs?|h|stunden|std\.?|heures|horas|ore|uur))|` +
	`(?:(?:erreichbar|joignable|reachable|available|raggiungibile|bereikbaar|disponible)(?: (?:von|de|from|tussen))? )?` +
	hourOfDay + `?\s?(?:to|until|and|bis|à|a|alle|tot|às|[–-])\s?` + hourOfDay + `)\)`)

// hourOfDay is an hour, with the minutes or without.
const hourOfDay = `\d{1,2}(?:[:.h]\d{2})?(?:\s?(?:[ap]\.?m\.?|uhr|h|heures|horas|ore|uur)(?:\s\(?[A-Z]{2,4})?)`
