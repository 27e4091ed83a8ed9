package importer

import (
	"strings"

	"pressroom/internal/pattern"
)

// Words in marks may end a sentence that begins without any: "Ruiz añade que el puerto “seguirá abierto
// todo el invierno”".

var (
	// partLead stands between a verb of saying and such words: what they are about, or a verb that has little meaning.
	partLead = pattern.New(`^(.*\S) (?:que |che |qu[’'])(?:` + aboutWhat + `|(?:es|era|será|fue|é|foi|è|fu|era|sarà|se trata de|` +
		`se trataba de|si tratta di|si trattava di|trata-se de|se trata d[eo]|il s[’']agit d[e’']|c[’']est))$`)
	// partView stands between whose view that is and such words.
	partView = pattern.New(`^(.*\S), ` + aboutWhat + `$`)
)

// aboutWhat is a thing with its article, and up to two words more.
const aboutWhat = `(?:(?:el|la|los|las|il|lo|gli|le|i|o|a|os|as|les|este|esta|questo|questa) |l[’'])\p{Ll}+(?: \p{Ll}+){0,2}`

// partly finds who says words with which such a sentence ends.
func (d *draft) partly(gap, words, after string) (from int, who speaker, ok bool) {
	if d.english() || d.german() || wordsIn(words) <= fewWords || startsUpper(words) || !endsSentence(words, after) {
		return 0, speaker{}, false
	}
	text := trimEnd(gap)
	from = lastSentence(text, d.cat)
	s := text[from:]
	if len(s) > 400 || hasOpening(s) {
		return 0, speaker{}, false
	}
	if m := partView.FindStringSubmatch(s); m != nil {
		who = d.inView(m[1])
		return from, who, who.ok
	}
	m := partLead.FindStringSubmatch(s)
	if m == nil {
		return 0, speaker{}, false
	}
	for _, at := range d.verbPlaces(m[1] + " ") {
		if strings.Trim(m[1][min(at[1], len(m[1])):], " ,") != "" {
			continue
		}
		if who = d.subject(m[1][:at[0]]); who.ok {
			return from, who, true
		}
	}
	return 0, speaker{}, false
}
