package importer

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// Where a contact's line breaks were lost, name, office, organisation, number and address
// stand in one line with a space between them.

var (
	// partLabel stands before one part of a contact, wherever that begins.
	partLabel = pattern.New(`(?i)(?:^|[\s(,;/])((?:(?:e-?)?mails?(?: address)?|phone(?: number)?|ph|` +
		`telephone|tel|telefon|mobile|cell(?:ulare|phone)?` +
		`|` +
		`handy|mobil|móvil|teléfono|téléphone|tél|telefone|telefoon|portable|gsm|telefono|` +
		`fax|telefax|e-?post|tlf|correo(?: electrónico)?|courriel|m[ée]l|courrier électronique|` +
		`name|nombre|nom|nome|naam|job title|title|position|role|function|funktion|cargo|fonction|functie|` +
		`organi[sz]ation|company|unternehmen|empresa|société|office|direct|web(?:site)?|internet|site)\s?(?:\.\s?:|[.:])` +
		`(?:\s|$)|[mtepocdfw]\s?:(?:\s|$))`)
	// oneLetter is a label of one letter without a stop, before a number or an address.
	oneLetter = pattern.New(`(?i)(^|\s)[mtepochw][.:]? (\+?\(?\d[\d\s()./–-]{6,}|[\p{L}\p{N}._%+-]+@)`)
	// spelt is an address that is written so that no program takes it for one.
	spelt = pattern.New(`(?i)\b([\p{L}\p{N}._%+-]+)\s?[\[({]\s?(?:at|ät|arroba|arobase)\s?[\])}]\s?` +
		`([\p{L}\p{N}-]+(?:(?:\s?[\[({](?:dot|punkt|punto|point)[\])}]\s?|\.)[\p{L}\p{N}-]+)+)`)
	speltDot = pattern.New(`(?i)\s?[\[({](?:dot|punkt|punto|point)[\])}]\s?`)
)

// speltOut is an address of which the words stand alone: "dana at ropewalk dot example".
var speltOut = pattern.New(`(?i)\b([\p{L}\p{N}._%+-]+) at ([\p{L}\p{N}-]+(?: dot [\p{L}\p{N}-]+)+)`)

// speltAlone is an address with its sign as a word, and nothing else: "dana at ropewalk.example".
var speltAlone = pattern.New(`(?m)^[ \t]*([\p{Ll}\d._%+-]+) at ([\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{Ll}{2,})[ \t]*$`)

// speltBehind is such an address behind somebody's name, or behind initials: "Dana Whitlock  dana at ropewalk.example".
var speltBehind = pattern.New(`(?m)^[ \t]*((?:\p{Lu}[\p{L}.’'-]+[ \t]+){2,4}|\p{Lu}{3,8}[ \t]+)([\p{Ll}\d._%+-]+) at ` +
	`([\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{Ll}{2,})[ \t]*$`)

// speltLines writes the addresses that lines spell with a word as they are written.
func speltLines(s string) string {
	if !strings.Contains(s, " at ") || len(s) > reachable {
		return s
	}
	return speltBehind.ReplaceAllString(speltAlone.ReplaceAllString(s, "$1@$2"), "$1$2@$3")
}

// despelt writes addresses that were spelt as addresses are written.
func despelt(s string) string {
	s = speltLines(s)
	for _, m := range spelt.FindAllStringSubmatch(s, prose.MostFound) {
		s = strings.Replace(s, m[0], m[1]+"@"+speltDot.ReplaceAllString(m[2], "."), 1)
	}
	for _, m := range speltOut.FindAllStringSubmatch(s, prose.MostFound) {
		s = strings.Replace(s, m[0], m[1]+"@"+strings.NewReplacer(" dot ", ".", " DOT ", ".").Replace(m[2]), 1)
	}
	return s
}

// fusedLetter is a label of one letter that runs into the bracket of a number: "h(06) 356 1100".
var fusedLetter = pattern.New(`(?i)(^|\s)([hmtwp])\(`)

// fusedSite is a label that runs into the address of a page.
var fusedSite = pattern.New(`(?i)(website|site)(https?://|www\.)`)

// pageAddress is the address of a page, within a part or alone.
var pageAddress = pattern.New(`(?i)https?://|\bwww\.|^[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{Ll}{2,}(?:/\S*)?$`)

// unrun divides a line before each label of a part, and around what somebody can be
// reached by.
func unrun(line string) []string {
	line = withoutLetters(fusedSite.ReplaceAllString(numbersApart(despelt(line)), "$1 $2"))
	var out []string
	for _, piece := range atLabels(line) {
		out = append(out, atReach(piece)...)
	}
	return out
}

// withoutLetters takes labels of one letter off the numbers and addresses behind them.
func withoutLetters(line string) string {
	return oneLetter.ReplaceAllString(fusedLetter.ReplaceAllString(line, "$1$2 ("), "$1$2")
}

// atLabels divides a line before each label.
func atLabels(line string) []string {
	var out []string
	from := 0
	for _, m := range partLabel.FindAllStringSubmatchIndex(line, prose.MostFound) {
		if at := m[2]; strings.TrimSpace(line[from:at]) != "" && !openBracket(line[from:at]) && !officeOfPress(line[from:m[3]]) {
			out = append(out, line[from:at])
			from = at
		}
	}
	return append(out, line[from:])
}

// officeOfPress tells words that end in what an office for the press is called, and in no label of a number:
// "Harwell Council Press Office:".
func officeOfPress(s string) bool { return pressOfficeEnd.MatchString(s) }

var pressOfficeEnd = pattern.New(`(?i)\b(?:press|media|news|communications?|pr|public relations) office\s?[.:]+\s*$`)

func openBracket(s string) bool { return strings.Count(s, "(") > strings.Count(s, ")") }

// atReach divides a piece around its numbers and addresses. What says which number it is
// stays with it.
func atReach(piece string) []string {
	var out []string
	for {
		m := prose.EmailPattern.FindStringIndex(piece)
		if n := prose.PhonePattern.FindStringIndex(piece); n != nil && (m == nil || n[0] < m[0]) {
			m = n
		}
		if m == nil {
			break
		}
		if before := piece[:m[0]]; isWords(before) {
			out = append(out, strings.TrimRight(before, " <(["))
			piece, m = piece[m[0]:], []int{0, m[1] - m[0]}
		}
		rest := piece[m[1]:]
		if tail := strings.TrimLeft(rest, " >)],;"); !isWords(tail) && !prose.EmailPattern.MatchString(tail) &&
			!prose.PhonePattern.MatchString(tail) {
			return append(out, piece)
		}
		if note := numberNote.FindString(rest); note != "" {
			m[1] += len(note)
			rest = piece[m[1]:]
		}
		out = append(out, piece[:m[1]])
		piece = strings.TrimLeft(rest, " >)],;")
	}
	if strings.TrimSpace(piece) != "" {
		out = append(out, piece)
	}
	return out
}

// numberNote says behind a number which one it is.
var numberNote = pattern.New(`(?i)^\s*[\[(]?(?:office|direct|desk|cell|mobile|work|main|phone|newsroom|oficina|móvil|bureau|portable|` +
	`büro|mobil|` +
	`ufficio|cellulare|o|c|m|d|w)[\])](?:\s|$)`)

// isWords tells words that are more than a label of what stands behind them.
func isWords(s string) bool {
	s = cleanPart(s)
	return s != "" && !isReachLabel(s) && prose.HasLetter(s)
}

// apart divides a name, an office and an organisation that only spaces part. hosts are the
// addresses of the same contacts: they tell an organisation that has no word that does. Beside
// somebody's name an organisation is not divided, nor is one that the source does not have
// without the words before it: "Mara Quill, Lantern Bay Lifeboat Society".
func (d *draft) apart(s, hosts string, beside bool) []string {
	words := strings.Fields(s)
	if parts := d.officeWithinWords(words, hosts); parts != nil {
		return parts
	}
	if len(words) < 3 || len(words) > 16 || strings.ContainsAny(s, "(/") || len(eitherName(s)) > 1 || sentenceLike(words) ||
		len(words) == 3 && prose.LooksLikeName(s) && !d.tells(words[2], hosts) && !prose.TitleWords[strings.ToLower(words[2])] {
		return []string{s}
	}
	if at := orgBefore(words); at > 0 {
		return []string{strings.Join(words[:at], " "), strings.Join(words[at:], " ")}
	}
	name := nameLength(words)
	if name == 0 || prose.IsOrganisation(strings.Join(words[:name], " ")) || d.IsTitle(strings.Join(words[:name], " ")) {
		return []string{s}
	}
	from, to, ok := d.officeIn(words, name)
	if !ok {
		rest := strings.Join(words[name:], " ")
		if !d.tells(rest, hosts) && (beside || strings.Count(d.Source, rest) <= strings.Count(d.Source, s)) {
			return []string{s}
		}
		several := d.Base() == "es" || d.Base() == "pt" // have names of four words
		if !prose.IsOrganisation(rest) && !d.tells(rest, hosts) && (several && prose.LooksLikeName(s) || len(words)-name < 2) {
			return []string{s}
		}
		if generic(words[name:]) {
			return []string{s} // "Page Nine Public Relations" is one name
		}
		return []string{strings.Join(words[:name], " "), rest}
	}
	out := []string{strings.Join(words[:name], " ")}
	for _, part := range [][]string{words[name:from], words[from:to], words[to:]} {
		if len(part) > 0 && ofOrg[strings.ToLower(part[0])] {
			part = part[1:]
		}
		if len(part) > 0 {
			out = append(out, strings.Trim(strings.Join(part, " "), ",;"))
		}
	}
	return out
}

// generic tells words that are nobody's own.
func generic(words []string) bool {
	for _, w := range words {
		w = strings.ToLower(strings.Trim(w, ".,&"))
		if w != "" && !prose.TitleModifiers[w] && !prose.Departments[w] && !prose.CompanyWords[w] && !prose.DeskWords[w] && w != "and" {
			return false
		}
	}
	return true
}

// dayTail is a day in figures that a number runs into.
var dayTail = pattern.New(`\s\d{1,2}/\d{1,2}/\d{2,4}$`)

var ofOrg = prose.WordSet(`of for at with de del da des du von bei van bij presso chez`)

// sentenceLike tells words of which most are small: they are told, and are no list.
func sentenceLike(words []string) bool {
	small := 0
	for _, w := range words {
		if !prose.StartsUpper(w) && !prose.OfWord[w] && w != "and" && w != "&" && !hasDigit(w) {
			small++
		}
	}
	return small*3 > len(words)
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// tells whether an organisation's name begins the host of an address.
func (d *draft) tells(org, hosts string) bool {
	for _, w := range strings.Fields(org) {
		if w = prose.PlainLetters(w); len(w) > 3 && strings.Contains(hosts, "@"+w) {
			return true
		}
	}
	return false
}

// orgBefore is where a name begins behind the organisation's; 0 for nowhere.
func orgBefore(words []string) int {
	last := -1
	for i, w := range words {
		if prose.IsOrganisation(w) {
			last = i
		}
	}
	if last < 1 || last+1 >= len(words) {
		return 0
	}
	if n := len(words) - last - 1; n < 2 || n > 3 || !prose.LooksLikeName(strings.Join(words[last+1:], " ")) {
		return 0
	}
	for _, w := range words {
		if w = strings.ToLower(w); prose.TitleWords[w] || prose.TitleModifiers[w] || prose.GermanOffices.MatchString(w) {
			return 0
		}
	}
	return last + 1
}

// nameLength is how many words a name at the beginning has; 0 where there is none.
func nameLength(words []string) int {
	n := 0
	for n < len(words) && prose.Honorifics[strings.ToLower(words[n])] {
		n++
	}
	full := 0
	for n < len(words) && full < 2 {
		w := words[n]
		lower := prose.PlainWord(w)
		switch {
		case prose.TitleModifiers[lower], prose.Departments[lower], prose.CompanyWords[lower], prose.OrgTails[lower], prose.DeskWords[lower]:
			return 0
		case prose.Particles[strings.ToLower(w)] && full > 0:
		case prose.Initial.MatchString(w):
		case prose.StartsUpper(w) && !hasDigit(w) && !strings.ContainsAny(w, "@/:"):
			full++
		default:
			return 0
		}
		n++
		if strings.HasSuffix(w, ",") {
			break
		}
	}
	if full < 2 {
		return 0
	}
	if n < len(words) && prose.Letters.MatchString(words[n]) && nameSuffix[strings.Trim(words[n], ".,")] {
		n++
	}
	return n
}

var nameSuffix = prose.WordSet(`Jr Sr II III IV PhD`)

// officeIn is where an office stands behind a name, at once or at the end.
func (d *draft) officeIn(words []string, name int) (from, to int, ok bool) {
	for i := name; i < len(words); i++ {
		if end := d.OfficeEnd(words, i); end > 0 && (i == name || end == len(words)) {
			return i, end, true
		}
	}
	return 0, 0, false
}

// regionLabel says for where somebody is to be asked, before the name.
var regionLabel = pattern.New(`^\p{Lu}[^@\d:]{2,40}:$`)
