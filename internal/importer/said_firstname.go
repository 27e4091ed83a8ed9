package importer

import (
	"regexp"
	"strings"

	"pressroom/internal/pattern"
)

// Releases of charities call people by their first name: "Ana adds".

// byFirstName finds the only one whose name begins with a word, where the copy in English goes on from that word
// with a pronoun for people.
func (d *draft) byFirstName(first string) (speaker, bool) {
	if !d.english() || !firstName(first) || isOrganisation(first) || opening[strings.ToLower(first)] {
		return speaker{}, false
	}
	if !d.hasBefore(first) {
		return speaker{}, false
	}
	quoted := regexp.QuoteMeta(first)
	whole := regexp.MustCompile(`(?:^|[^\p{L}-])(` + quoted + `(?: \p{Lu}\.)? \p{Lu}\p{L}*\p{Ll}[\p{L}-]*)`)
	somebody := regexp.MustCompile(`(?:^|[^\p{L}-])` + quoted + `(?:[’']s)? [^.!?]*[\s“"](?:she|her|he|his|him)[^\p{L}]|` +
		`(?:Mr|Mrs|Ms|Dr|Sir|Dame)\.? ` + quoted + ` \p{Lu}|` + quoted + ` \p{Lu}[\p{L}-]+(?: \([^()]*\))?(?:,| \() ?\d\d[,)]|` +
		`\b(?:resident|mother|father|owner|volunteer|farmer|teacher|student|pupil|patient|neighbou?r|worker|driver|pensioner|nurse|` +
		`caretaker|carer) ` + quoted + ` \p{Lu}|` +
		`(?:^|[^\p{L}-])` + quoted + `(?: \p{Lu}[\p{L}-]+)?, who(?:se)? `)
	found, person := "", d.apposedTo(quoted)
	for _, p := range append([]para{sentenceCase(d.headline)}, d.body...) {
		if longPara(p.text) {
			continue
		}
		person = person || somebody.MatchString(p.text)
		for _, m := range whole.FindAllStringSubmatch(p.text, mostFound) {
			if found != "" && found != m[1] {
				return speaker{}, false
			}
			found = m[1]
		}
	}
	if found == "" || !person || isOrganisation(found) || d.isTitle(found) {
		return speaker{}, false
	}
	return d.recall(speaker{name: found, ok: true}), true
}

// hasBefore tells that the copy has a word with a capital right behind it.
func (d *draft) hasBefore(word string) bool {
	for text := range d.texts() {
		for at := strings.Index(text, word+" "); at >= 0; at = strings.Index(text, word+" ") {
			if text = text[at+len(word)+1:]; startsUpper(text) {
				return true
			}
		}
	}
	return false
}

// apposedTo tells that the copy says what office somebody has, behind a first name and another, or behind the first
// name and "is".
func (d *draft) apposedTo(first string) bool {
	office := regexp.MustCompile(`(?:^|[^\p{L}-])` + first + `(?: \p{Lu}[\p{L}-]+,| (?:has been|is|was)) (?:the |an? )?` +
		`(\p{L}[^,.;:“”"]{3,80})`)
	for _, p := range d.body {
		m := office.FindStringSubmatch(p.text)
		if m == nil || longPara(p.text) {
			continue
		}
		if title, _ := d.titleOrg(m[1]); d.isTitle(title) {
			return true
		}
	}
	return false
}

// firstNamed begins a sentence that tells of somebody by the first name alone.
var firstNamed = pattern.New(`^(\p{Lu}\p{Ll}+),? (?:also |now |still |then |who |has |had |have |is |was |will |\p{Ll}{2,}(?:ed|s) )`)

// calledByFirst is whom the sentence right before words calls by the first name alone, where that is another than
// who spoke last: "she" is meant to be that one.
func (d *draft) calledByFirst(last string) (speaker, bool) {
	text := strings.TrimSpace(strings.ReplaceAll(d.since, "\n", " "))
	from := lastSentence(text, d.cat)
	if d.isPronoun(text[from:]) { // "She said:"
		text = strings.TrimSpace(text[:from])
		from = lastSentence(text, d.cat)
	}
	m := firstNamed.FindStringSubmatch(text[from:])
	if m == nil || firstWord(last) == m[1] {
		return speaker{}, false
	}
	return d.byFirstName(m[1])
}

// inOwnMarks is what somebody is called by others, between the first name and the surname.
var inOwnMarks = pattern.New(`^\p{Lu}\p{L}+["”]$`)

// firstOfSurnames tells the first of two surnames, behind a first name, in the languages that have them.
func (d *draft) firstOfSurnames(toks []token, i int) bool {
	return d.iberian() && i+1 < len(toks) && toks[i+1].capital && firstName(toks[i-1].text) && (i < 2 || !toks[i-2].capital) &&
		!strings.ContainsAny(toks[i].text, ".,;:)”")
}

// firstSurname is the first of two surnames, with a capital within it: "O’Farrell", "McRuiz".
var firstSurname = pattern.New(`^(?:[OD][’']|Ma?c)\p{Lu}\p{Ll}+$`)

// withFirst puts the first name before a surname, with an initial or another name between
// them.
func withFirst(before []token, surname string) (string, bool) {
	n := len(before)
	if n > 1 && initial.MatchString(before[n-1].text) && firstName(before[n-2].text) {
		return before[n-2].text + " " + before[n-1].text + " " + surname, true
	}
	if n > 1 && firstSurname.MatchString(before[n-1].text) && firstName(before[n-2].text) {
		return before[n-2].text + " " + before[n-1].text + " " + surname, true
	}
	if n > 2 && firstName(before[n-1].text) && firstName(before[n-2].text) && within(before[n-3].text, before[n-2].text) {
		return before[n-2].text + " " + before[n-1].text + " " + surname, true
	}
	if n > 1 && inOwnMarks.MatchString(before[n-1].text) && (firstName(before[n-2].text) || n > 2 && initial.MatchString(before[n-2].text)) {
		first, called := before[n-2].text, before[n-1].text
		if initial.MatchString(first) {
			first = before[n-3].text + " " + first
		}
		if strings.HasSuffix(called, `"`) {
			called = `"` + called
		} else {
			called = "“" + called
		}
		return first + " " + called + " " + surname, firstName(firstWord(first))
	}
	return before[n-1].text + " " + surname, firstName(before[n-1].text)
}

// twoFirst tells that two first names stand at the beginning of a sentence, in languages in which what somebody
// is has an article there.
func (d *draft) twoFirst(before []token) bool {
	n := len(before)
	switch d.base() {
	case "es", "pt", "ca", "it", "fr":
	case "en": // "Sr. Maria Luz Abren"
		if n < 3 || !honorifics[strings.ToLower(before[n-3].text)] {
			return false
		}
	default:
		return false
	}
	if n < 2 || !firstName(before[n-1].text) || !firstName(before[n-2].text) || n > 2 && !strings.HasSuffix(before[n-3].text, ".") {
		return false
	}
	lower := strings.ToLower(before[n-2].text)
	return !opening[lower] && !sentenceOpening[lower]
}
