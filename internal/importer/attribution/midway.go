package attribution

import (
	"strings"
	"unicode/utf8"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// Words in marks may stand in the middle of a sentence, of which the rest says more: "señaló que “…” y que …", "pidió “…” y
// añadió que “…”".

// endsOrGoesOn tells words with which a sentence ends, or behind which it says more of what was said.
func (d *Copy) endsOrGoesOn(words, after string) bool {
	return endsSentence(words, after) || d.andSays(after) || d.goesOnBehind(after) || d.endsClause(words, after)
}

// andSays tells what stands between words and leads from the first to the others: “…” y añadió “…”, “…” y que “…”.
func (d *Copy) andSays(between string) bool {
	return !d.English() && !d.german() &&
		d.phrasing(`(?i)^\s*,?\s*(?:y|e|et|ed) (?:(?:también |además |também |ainda )?(?:{verb})(?: (?:que|che))?|que|che)[:,]?\s*$`).
			MatchString(between)
}

// addsMore begins what a sentence says behind words in marks.
var addsMore = pattern.New(`^,? (?:y|e|ed) \p{Ll}|^, (?:pero|mas|ma|aunque|embora|por lo que|pelo que|mientras|` +
	`al tiempo que|a la vez que|` +
	`ao mesmo tempo|enquanto|así como|tras|após) `)

// goesOnBehind tells that a sentence goes on so behind words, in Spanish and Portuguese.
func (d *Copy) goesOnBehind(after string) bool { return d.iberian() && addsMore.MatchString(after) }

// noteRest says of the last quote that more of its sentence stands in the copy, before it or behind.
func (d *Copy) noteRest() {
	q := &d.Quotes[len(d.Quotes)-1]
	q.Unsure = strings.TrimPrefix(q.Unsure+"; more of the sentence stands in the copy around these words; see that it reads right", "; ")
}

// sentenceSoFar is what stands before words in marks and where it begins: the text behind the last ones, or from the
// beginning of their sentence on, without the marks, where nobody says them and the sentence goes on.
func (d *Copy) sentenceSoFar(text string, done, before, start int) (from int, gap string) {
	gap = text[before:start]
	if before == done || !d.iberian() || start-done > 400 || !d.andSays(gap) && !goesOnSmall.MatchString(gap) {
		return before, gap
	}
	if strings.ContainsAny(prose.LastWord(gap), ".!?") {
		return before, gap
	}
	whole := []byte(text[done:start])
	for i, r := range text[done:start] {
		if strings.ContainsRune(prose.Openers+prose.Closers, r) {
			copy(whole[i:], strings.Repeat(" ", utf8.RuneLen(r)))
		}
	}
	if at := prose.LastSentence(string(whole), d.Cat); done+at < before {
		return done, string(whole)
	}
	return before, gap
}

// partOfAny is who says something by the first verb of a sentence that has somebody before it as its subject: "Ana Ruiz
// pidió calma y recordó que".
func (d *Copy) partOfAny(s string) Speaker {
	if !d.iberian() {
		return Speaker{}
	}
	for _, m := range d.verbPlaces(s) {
		rest := s[m[1]-1:]
		_, subject, ok := withoutIntro(s[:m[0]])
		if !ok || anothersWords.MatchString(rest) || ownWords.MatchString(rest) {
			return Speaker{}
		}
		if d.mereIntro(strings.TrimSpace(s[:m[0]])) {
			return d.sameSubject(rest, d.meantBefore(s))
		}
		if who, ok := d.whoThen(strings.TrimSpace(s[:m[0]])); ok {
			return d.sameSubject(rest, who)
		}
		subject = clitic.ReplaceAllString(relativeClosed.ReplaceAllString(subject, " "), "")
		who := d.subject(subject)
		if who.Ok && who.Name != "" && (who.Unsure == "" || who.Title != "") && !aboutWho.MatchString(subject) && d.tellsWhole(subject, who) {
			return d.sameSubject(rest, who)
		}
	}
	return Speaker{}
}

// asideSaid is a thing with its article, and behind a comma who says what follows of it: "La técnica, añade el cirujano,".
const asideSaid = `^(?:El|La|Los|Las|Lo|O|A|Os|As|Est[ae]|Ess[ae]) \p{L}[^,.:;“”"«»]{2,60}, ((?i:{verb}) [^,:;]{3,100}),$`

// partOfAside is who says that.
func (d *Copy) partOfAside(s string) Speaker {
	m := d.phrasing(asideSaid).FindStringSubmatch(s)
	if m == nil || !d.iberian() {
		return Speaker{}
	}
	who, ok := d.Said(m[1])
	who.Ok = ok && who.Name != ""
	return who
}

// clitic is a pronoun right before a verb.
var clitic = pattern.New(`(?:,| )(?:lo|la|le|les|los|las|se|os|as|o|a|lhe|lhes) $`)

// sameSubject is somebody, unless another verb of the sentence may have another subject.
func (d *Copy) sameSubject(rest string, who Speaker) Speaker {
	for _, v := range d.verbPlaces(rest) {
		if before := strings.ToLower(prose.LastWord(strings.TrimSpace(rest[:v[0]]))); !joins[before] && !alsoWords[before] {
			return Speaker{}
		}
	}
	return who
}

// alsoWords stand between such a word and the verb.
var alsoWords = prose.WordSet("también además asimismo también ainda")
