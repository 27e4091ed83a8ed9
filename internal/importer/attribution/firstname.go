package attribution

import (
	"regexp"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// Releases of charities call people by their first name: "Ana adds".

// byFirstName finds the only one whose name begins with a word, where the copy in English goes on from that word
// with a pronoun for people.
func (d *Copy) byFirstName(first string) (Speaker, bool) {
	if !d.English() || !firstName(first) || prose.IsOrganisation(first) || prose.Opening[strings.ToLower(first)] {
		return Speaker{}, false
	}
	if !d.hasBefore(first) {
		return Speaker{}, false
	}
	quoted := regexp.QuoteMeta(first)
	whole := regexp.MustCompile(`(?:^|[^\p{L}-])(` + quoted + `(?: \p{Lu}\.)? \p{Lu}\p{L}*\p{Ll}[\p{L}-]*)`)
	somebody := regexp.MustCompile(`(?:^|[^\p{L}-])` + quoted + `(?:[’']s)? [^.!?]*[\s“"](?:she|her|he|his|him)[^\p{L}]|` +
		`(?:Mr|Mrs|Ms|Dr|Sir|Dame)\.? ` + quoted + ` \p{Lu}|` + quoted + ` \p{Lu}[\p{L}-]+(?: \([^()]*\))?(?:,| \() ?\d\d[,)]|` +
		`\b(?:resident|mother|father|owner|volunteer|farmer|teacher|student|pupil|patient|neighbou?r|worker|driver|pensioner|nurse|` +
		`caretaker|carer) ` + quoted + ` \p{Lu}|` +
		`(?:^|[^\p{L}-])` + quoted + `(?: \p{Lu}[\p{L}-]+)?, who(?:se)? `)
	found, person := "", d.apposedTo(quoted)
	for _, p := range append([]prose.Para{sentenceCase(d.Headline)}, d.Body...) {
		if prose.LongPara(p.Text) {
			continue
		}
		person = person || somebody.MatchString(p.Text)
		for _, m := range whole.FindAllStringSubmatch(p.Text, prose.MostFound) {
			if found != "" && found != m[1] {
				return Speaker{}, false
			}
			found = m[1]
		}
	}
	if found == "" || !person || prose.IsOrganisation(found) || d.IsTitle(found) {
		return Speaker{}, false
	}
	return d.recall(Speaker{Name: found, Ok: true}), true
}

// hasBefore tells that the copy has a word with a capital right behind it.
func (d *Copy) hasBefore(word string) bool {
	for text := range d.texts() {
		for at := strings.Index(text, word+" "); at >= 0; at = strings.Index(text, word+" ") {
			if text = text[at+len(word)+1:]; prose.StartsUpper(text) {
				return true
			}
		}
	}
	return false
}

// apposedTo tells that the copy says what office somebody has, behind a first name and another, or behind the first
// name and "is".
func (d *Copy) apposedTo(first string) bool {
	office := regexp.MustCompile(`(?:^|[^\p{L}-])` + first + `(?: \p{Lu}[\p{L}-]+,| (?:has been|is|was)) (?:the |an? )?` +
		`(\p{L}[^,.;:“”"]{3,80})`)
	for _, p := range d.Body {
		m := office.FindStringSubmatch(p.Text)
		if m == nil || prose.LongPara(p.Text) {
			continue
		}
		if title, _ := d.TitleOrg(m[1]); d.IsTitle(title) {
			return true
		}
	}
	return false
}

// firstNamed begins a sentence that tells of somebody by the first name alone.
var firstNamed = pattern.New(`^(\p{Lu}\p{Ll}+),? (?:also |now |still |then |who |has |had |have |is |was |will |\p{Ll}{2,}(?:ed|s) )`)

// calledByFirst is whom the sentence right before words calls by the first name alone, where that is another than
// who spoke last: "she" is meant to be that one.
func (d *Copy) calledByFirst(last string) (Speaker, bool) {
	text := strings.TrimSpace(strings.ReplaceAll(d.since, "\n", " "))
	from := prose.LastSentence(text, d.Cat)
	if d.isPronoun(text[from:]) { // "She said:"
		text = strings.TrimSpace(text[:from])
		from = prose.LastSentence(text, d.Cat)
	}
	m := firstNamed.FindStringSubmatch(text[from:])
	if m == nil || prose.FirstWord(last) == m[1] {
		return Speaker{}, false
	}
	return d.byFirstName(m[1])
}

// inOwnMarks is what somebody is called by others, between the first name and the surname.
var inOwnMarks = pattern.New(`^\p{Lu}\p{L}+["”]$`)

// firstOfSurnames tells the first of two surnames, behind a first name, in the languages that have them.
func (d *Copy) firstOfSurnames(toks []prose.Token, i int) bool {
	return d.iberian() && i+1 < len(toks) && toks[i+1].Capital && firstName(toks[i-1].Text) && (i < 2 || !toks[i-2].Capital) &&
		!strings.ContainsAny(toks[i].Text, ".,;:)”")
}

// firstSurname is the first of two surnames, with a capital within it: "O’Farrell", "McRuiz".
var firstSurname = pattern.New(`^(?:[OD][’']|Ma?c)\p{Lu}\p{Ll}+$`)

// withFirst puts the first name before a surname, with an initial or another name between
// them.
func withFirst(before []prose.Token, surname string) (string, bool) {
	n := len(before)
	if n > 1 && prose.Initial.MatchString(before[n-1].Text) && firstName(before[n-2].Text) {
		return before[n-2].Text + " " + before[n-1].Text + " " + surname, true
	}
	if n > 1 && firstSurname.MatchString(before[n-1].Text) && firstName(before[n-2].Text) {
		return before[n-2].Text + " " + before[n-1].Text + " " + surname, true
	}
	if n > 2 && firstName(before[n-1].Text) && firstName(before[n-2].Text) && within(before[n-3].Text, before[n-2].Text) {
		return before[n-2].Text + " " + before[n-1].Text + " " + surname, true
	}
	if n > 1 && inOwnMarks.MatchString(before[n-1].Text) &&
		(firstName(before[n-2].Text) || n > 2 && prose.Initial.MatchString(before[n-2].Text)) {
		first, called := before[n-2].Text, before[n-1].Text
		if prose.Initial.MatchString(first) {
			first = before[n-3].Text + " " + first
		}
		if strings.HasSuffix(called, `"`) {
			called = `"` + called
		} else {
			called = "“" + called
		}
		return first + " " + called + " " + surname, firstName(prose.FirstWord(first))
	}
	return before[n-1].Text + " " + surname, firstName(before[n-1].Text)
}

// twoFirst tells that two first names stand at the beginning of a sentence, in languages in which what somebody
// is has an article there.
func (d *Copy) twoFirst(before []prose.Token) bool {
	n := len(before)
	switch d.Base() {
	case "es", "pt", "ca", "it", "fr":
	case "en": // "Sr. Maria Luz Abren"
		if n < 3 || !prose.Honorifics[strings.ToLower(before[n-3].Text)] {
			return false
		}
	default:
		return false
	}
	if n < 2 || !firstName(before[n-1].Text) || !firstName(before[n-2].Text) || n > 2 && !strings.HasSuffix(before[n-3].Text, ".") {
		return false
	}
	lower := strings.ToLower(before[n-2].Text)
	return !prose.Opening[lower] && !prose.SentenceOpening[lower]
}
