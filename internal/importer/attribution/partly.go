package attribution

import (
	"cmp"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// Words in marks may end a sentence that begins without any: "Ruiz added that the harbour “will stay open
// all winter”".

var (
	// partLead stands between a verb of saying and such words: what they are about, or a verb that has little meaning.
	partLead = pattern.New(`^(.*\S) (?:que |che |qu[’'])(?:` + aboutWhat + `|(?:es|era|será|fue|é|foi|è|fu|era|sarà|se trata de|` +
		`se trataba de|si tratta di|si trattava di|trata-se de|se trata d[eo]|il s[’']agit d[e’']|c[’']est))$`)
	// partView stands between whose view that is and such words.
	partView = pattern.New(`^(.*\S), ` + aboutWhat + `$`)
	// puttingSo names, in English, who has put something so.
	puttingSo = pattern.New(`^(?:\p{L}+,? )?(?:[Aa]s (\p{L}[^,.:;]*?) puts? it|[Aa]ccording to (\p{L}[^,.:;]*)),$`)
	// anothersWords leads to words that somebody else has used, or to something's name.
	anothersWords = pattern.New(`(?i)(?:^|[\s’'(-])(?:call(?:s|ed|ing)?|dub(?:s|bed)|known as|` +
		`(?:is|are|was|were|been|being) described as|titled|entitled|named|labell?ed|quot(?:es|ed|ing)|cit(?:es|ed|ing)|` +
		`reads?|reading|sings?|sang|accus\p{L}+|what|llam\p{L}+|denomin\p{L}+|titulad[oa]s?|conocid[oa]s? como|appel\p{L}+|` +
		`intitulée?s?|surnomm\p{L}+|chiam\p{L}+|intitolat[oa]|definit[oa]|chama\p{L}*|intitulad[oa]|` +
		`nenn\p{L}+|nann\p{L}+|genannt\p{L}*|bezeichn\p{L}+|betitelt\p{L}*|noem\p{L}+|genoemd\p{L}*|getiteld)(?:[\s’',.:;)]|$)`)
	// ownWords is something right before words that has words of its own.
	ownWords = pattern.New(`(?:^|[\s’'(-])(?i:(?:` +
		`claim|promise|pledge|vow|statement|letter|decision|ruling|finding|commitment|offer|comment|remark|response|answer|` +
		`view|argument|assertion|phrase|slogan|motto|word|sign|banner|poster|song|poem|book|film|article|report|paper|essay|theme|` +
		`headline|clause|chapter|verse|speech|law)s?|lema|frase|palabras?|promesas?|carta|informe|sentencia|ley|` +
		`libro|canción|promesses?|lettre|rapport|loi|livre|chanson|mots?|lettera|rapporto|legge|canzone|parol[ae]|` +
		`promessas?|relatório|lei|livro|canção|palavras?|Titel|Motto|Worte?n?|Versprechen|Brief|Bericht|Gesetz|` +
		`Buch|Lied|Satz|Urteil|woorden|belofte|wet|boek|zin)(?: \p{Ll}+){0,3}$`)
)

// aboutWhat is a thing with its article, and up to two words more, or a name.
const aboutWhat = `(?:(?:el|la|los|las|il|lo|gli|le|i|o|a|os|as|les|este|esta|questo|questa) |l[’'])` +
	`(?:\p{Ll}+(?: \p{Ll}+){0,2}|\p{L}[\p{L}-]*(?: (?:de|del|de l[ao]s?|da|do|dos|das|y|e|\p{Lu}[\p{L}-]*)){0,4})`

// partly finds who says words with which such a sentence ends.
func (d *Copy) partly(gap, words, after string) (from int, who Speaker, ok bool) {
	if prose.WordsIn(words) <= fewWords || titled(words) || !d.endsOrGoesOn(words, after) {
		return 0, Speaker{}, false
	}
	text := prose.TrimEnd(gap)
	from = prose.LastSentence(text, d.Cat)
	s := text[from:]
	if len(s) > 400 || prose.HasOpening(calledByOthers.ReplaceAllString(s, "$1")) || strings.HasSuffix(s, ":") {
		return 0, Speaker{}, false
	}
	for _, read := range []func(string) Speaker{
		d.partOfView, d.partOfAside, d.partOfClause, d.partOfSaying, d.partOfNaming, d.partOfNoting, d.partOfTelling, d.partOfAny,
		d.partOfCalling, d.partAsTold, d.partAside,
	} {
		if who = read(s); who.Ok {
			return from, who, true
		}
	}
	return 0, Speaker{}, false
}

// calledByOthers is what somebody is called by others, in marks within the name.
var calledByOthers = pattern.New(`["“](\p{Lu}\p{L}+)["”] \p{Lu}`)

// meantBefore is whom a pronoun means in a sentence that has just begun: somebody before it.
func (d *Copy) meantBefore(sentence string) Speaker {
	since := d.since
	if at := strings.LastIndex(since, sentence); at >= 0 && sentence != "" {
		d.since = since[:at]
	}
	who := d.meant()
	d.since = since
	return who
}

// asSubject are pronouns behind "according to", and what they are as subjects.
var asSubject = map[string]string{"him": "he", "her": "she", "them": "they"}

// Titled tells words that begin as a sentence or a title does. The name of a place may begin what is neither.
func titled(words string) bool {
	toks := prose.Tokens(words)
	return prose.StartsUpper(words) && (len(toks) < 8 || toks[1].Capital || toks[2].Capital || prose.Leading[strings.ToLower(toks[0].Text)])
}

// partOfView is in whose view that is what the words say, or who has put it so.
func (d *Copy) partOfView(s string) Speaker {
	if m := puttingSo.FindStringSubmatch(s); m != nil && d.English() {
		return d.subject(cmp.Or(asSubject[m[2]], m[1]+m[2]))
	}
	if m := partView.FindStringSubmatch(s); m != nil && !d.English() && !d.german() {
		return d.inView(m[1])
	}
	return Speaker{}
}

// partOfSaying is who says what the words go on with: "añade que el puerto".
func (d *Copy) partOfSaying(s string) Speaker {
	m := partLead.FindStringSubmatch(s)
	if m == nil || d.English() || d.german() {
		return Speaker{}
	}
	for _, at := range d.verbPlaces(m[1] + " ") {
		if tail := strings.Trim(m[1][min(at[1], len(m[1])):], " ,"); tail != "" && !alsoWords[tail] {
			continue
		}
		if who := d.subject(m[1][:at[0]]); who.Ok {
			return who
		}
	}
	return Speaker{}
}

// partOfTelling is of whom a sentence tells, where it leads to nobody else's words.
func (d *Copy) partOfTelling(s string) Speaker {
	at, verb := d.firstTelling(s)
	if at < 0 {
		return Speaker{}
	}
	rest := inWriting.ReplaceAllString(s[at+verb:], " ")
	if anothersWords.MatchString(rest) || ownWords.MatchString(rest) {
		return Speaker{}
	}
	for _, v := range d.verbPlaces(rest) {
		if before := strings.ToLower(prose.LastWord(strings.TrimSpace(rest[:v[0]]))); !joins[before] {
			return Speaker{} // another may say it
		}
	}
	who := Speaker{}
	subject := strings.TrimSpace(s[:at])
	switch {
	case subject == "" && !d.English() && !d.german() || d.isPronoun(subject) && prose.WordsIn(subject) < 3 || d.mereIntro(subject):
		who = d.meantBefore(s)
	default:
		who, _ = d.telling(s)
	}
	if who.Name == "" || itsOwner.MatchString(rest) {
		return Speaker{}
	}
	return who
}

// inWriting is where somebody says something, which has no words of its own.
var inWriting = pattern.New(` (?:in|via) (?:a|an|his|her|their|its|the) (?:\p{Ll}+ ){0,2}` +
	`(?:statement|letter|post|release|email|comment|report|speech) `)

// itsOwner is whose words follow: "recalled Reed’s".
var itsOwner = pattern.New(`[’']s?(?: \p{Ll}+){0,2}$`)

// joins stand before a second verb of the same subject.
var joins = prose.WordSet("and but y e pero et mais ed ma mas und aber en maar")

// firstTelling is the place and length of the first verb in a sentence that tells what somebody says or feels; -1
// without one.
func (d *Copy) firstTelling(s string) (at, length int) {
	if !d.English() && !d.german() {
		if v := d.phrasing(`(?i)^(?:{verb})[\s,]`).FindStringIndex(s); v != nil {
			return 0, v[1] - 1
		}
	}
	places := d.tellingPlaces(s)
	if len(places) == 0 {
		return -1, 0
	}
	at = places[0]
	return at, len(prose.FirstWord(s[at:]))
}
