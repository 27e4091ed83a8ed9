package importer

import (
	"fmt"
	"slices"
	"strings"

	"pressroom/internal/contacts/intake"
	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// postal are the lines of an address on paper, which a contact has no place for: a street with its
// number, a box, a town with its code, a floor.
var postal = []*pattern.Pattern{
	pattern.New(`^\d{1,5}[A-Za-z]?(?:[-–]\d{1,5})? (?:[\p{Lu}\d][\p{L}\d.’'-]* ){1,4}` +
		`(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Boulevard|Blvd|` +
		`Way|Place|Pl|Square|Sq|Court|Ct|Parkway|Pkwy|Highway|Hwy|Plaza|Quay|Terrace|Broadway|Row|Hall)\b\.?` +
		`(?:,? (?:(?:N|S|E|W|NE|NW|SE|SW)\b\.?|(?:North|South)?(?:[Ee]ast|[Ww]est)|North|South))?` +
		`(?:,? (?:Suite|Ste\.?|Floor|Fl\.?|Room|Rm\.?|Unit|#)\s?\S+|, \d{1,2}(?:st|nd|rd|th) (?:Floor|Fl\.?))?$`),
	pattern.New(`(?i)^(?:p\. ?o\. ?|po |post office )box \d+$|^(?:suite|ste\.?|floor|room|unit) #?[\dA-Z-]+$|^\d{1,2}(?:st|nd|rd|th) floor$`),
	pattern.New(`^(?:\p{Lu}[\p{L}.’' -]{1,30},? )?(?:[A-Z]{2}|\p{Lu}\p{Ll}{3,}(?: \p{Lu}\p{Ll}{3,})?),? ` +
		`\d{5}(?:-\d{4})?(?:,? (?:USA?|U\.S\.A?\.?|United States))?$`),
	pattern.New(`^(?:\p{Lu}[\p{L}.’' -]{1,30},? )?[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?:,? (?:UK|United Kingdom|England|Scotland|Wales))?$`),
	pattern.New(`^(?:\p{Lu}[\p{L}.’' -]{0,30}?)?(?:straße|strasse|str\.|gasse|weg|platz|allee|ring|ufer|damm|kai|chaussee|` +
		`[Mm]arkt|graben|wall|hof|anger|pfad|stieg|zeile|straat|laan|plein|` +
		`gracht|kade|` +
		`(?i: street| straße| weg| platz| allee| ring| damm)) ?\d{1,4} ?[a-z]?(?:[-–/]\d{1,4})?$`),
	pattern.New(`^(?i:(?:\d{1,4}(?: ?bis| ?ter)?,? )?(?:rue|avenue|av\.|boulevard|bd|place|quai|allée|chemin|impasse|route|via|viale|` +
		`piazza|corso|largo|` +
		`calle|c/|avda\.|avenida|plaza|paseo|rambla|rua|praça|travessa)) [\p{Lu}\d][\p{L}\d .’'-]{1,40}(?:,? (?:n[.º°]* ?)?\d{1,4}[a-z]?)?$|` +
		`^\d{1,4}(?: ?bis)?,? (?:rue|avenue|boulevard|place|quai|allée|chemin|impasse|route) (?:de |du |des |d’|d'|la |le |l’|` +
		`l')*\p{Lu}[\p{L} .’'-]{1,40}$`),
	pattern.New(`^(?:[A-Z]{1,2}[- ])?\d{4,5}(?: [A-Z]{2})? \p{Lu}[\p{L}.’'/ -]{1,40}(?i: cedex(?: \d{1,2})?)?(?: \([\p{L} ]{2,20}\))?$|` +
		`^(?i:bp|cs|postfach|postbus|apartado(?: de correos)?|caixa postal|casella postale) ?\d[\d ]*$`),
}

// isPostal tells such a line, whole or cut by commas into such.
func isPostal(line string) bool {
	line = strings.Trim(line, " ,.")
	if slices.ContainsFunc(postal, func(p *pattern.Pattern) bool { return p.MatchString(line) }) {
		return true
	}
	street, town, ok := strings.Cut(line, ", ")
	return ok && isPostal(street) && isPostal(town)
}

// onPaper keeps such a line out of a contact, and tells of it.
func (g *gathering) onPaper(line string, above bool) bool {
	if askedByLink.MatchString(line) {
		return true
	}
	if !above && !isPostal(line) && !fieldOnPaper.MatchString(line) {
		return false
	}
	g.paper = append(g.paper, strings.Trim(line, " ,"))
	return true
}

// fieldOnPaper is a line of such an address that says with a label which.
var fieldOnPaper = pattern.New(`(?i)^(?:(?:street |mailing |postal )?address|street|city|state|province|country|(?:zip|postal)(?: code)?|` +
	`adresse|ville|pays|code postal|straße|ort|plz|land|dirección|ciudad|provincia|país|código postal|indirizzo|città|paese|endereço|cidade)` +
	`\s*:\s*[\p{L}\d][^@]{1,60}$`)

// askedByLink is what stands in the place of an address that a page has as a link: "Email: Send Email".
var askedByLink = pattern.New(`(?i)^e-?mail\s*:\s*(?:send (?:us )?(?:an )?e-?mail|click here|e-?mail us|contact us)\W*$`)

// longestAddress is how many lines of an address may stand above the one of its country.
const longestAddress = 3

// aboveCountry are the lines of addresses that end with a country on a line of its own: that one, and those above
// it from the one with the number of a house on.
func aboveCountry(lines []string) map[int]bool {
	paper := map[int]bool{}
	for i, line := range lines {
		country := strings.TrimRight(strings.Trim(line, " ,."), " 0123456789-")
		if i == 0 || len(country) < 3 || !intake.IsCountry(country) {
			continue
		}
		paper[i] = true
		for n := i - 1; n > 0 && n >= i-longestAddress && !isReachLabel(prose.FirstWord(lines[n])) && !prose.EmailPattern.MatchString(lines[n]) &&
			!strings.ContainsAny(lines[n], "+(") && lines[n] != ""; n-- {
			for at := n; hasDigit(lines[n]) && at < i; at++ {
				paper[at] = true
			}
		}
	}
	return paper
}

// tellNets says which names in networks were kept out of the contact that ends here.
func (g *gathering) tellNets() {
	if len(g.nets) > 0 {
		g.d.Unsure = append(g.d.Unsure, fmt.Sprintf("a contact has no place for what somebody is called in a network, and it is left out: %s",
			strings.Join(g.nets, ", ")))
	}
	g.nets = nil
	if len(g.pages) > 0 {
		g.d.Unsure = append(g.d.Unsure, fmt.Sprintf("a contact has no place for the address of a page, and it is left out: %s",
			strings.Join(g.pages, ", ")))
	}
	g.pages = nil
}

// tellPaper says what was kept out of the contact that ends here.
func (g *gathering) tellPaper() {
	if len(g.paper) > 0 {
		g.d.Unsure = append(g.d.Unsure, fmt.Sprintf("a contact has no place for an address on paper, and it is left out: %s",
			strings.Join(g.paper, ", ")))
	}
	g.paper = nil
}
