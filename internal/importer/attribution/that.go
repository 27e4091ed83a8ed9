package attribution

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Words that are told with "that" or without marks.

// that leads from a verb of saying to words that go on with its sentence.
var that = pattern.New(`(?i)\s(?:that|dass|que|qu[’']|che|come|dat),?$`)

// thatBefore finds who says words in marks that end the sentence in which they stand: "Ana
// Ruiz said that “the lamps are lit.”"
func (d *Copy) thatBefore(gap, words, after string) (from int, who Speaker, ok bool) {
	text := prose.TrimEnd(gap)
	lead := that.FindString(text)
	if lead == "" || prose.WordsIn(words) <= fewWords || !d.endsOrGoesOn(words, after) {
		return 0, Speaker{}, false
	}
	text = text[:len(text)-len(lead)]
	from = prose.LastSentence(text, d.Cat)
	s := text[from:]
	if len(s) > 400 || d.ofAThird(s) {
		return 0, Speaker{}, false
	}
	if who = d.unsaidSubject(s); who.Ok {
		return from, who, true
	}
	for _, m := range d.verbPlaces(s + " ") {
		if tail := strings.Trim(s[min(m[1], len(s)):], " ,"); tail != "" && !alsoWords[tail] &&
			!d.toWhomOrWhere(s[m[0]:min(m[1], len(s))], tail) {
			continue
		}
		if who = d.subject(s[:m[0]]); who.Ok {
			return from, who, true
		}
		if who = d.nameless(strings.Trim(s[:m[0]], " ,")); who.Ok {
			return from, who, true
		}
	}
	who, ok = d.verbThenWho(s)
	return from, who, ok
}

// toldBefore finds who says words in marks of which the sentence before tells without marks:
// "The lamps are lit, said Ana Ruiz, director of River Alliance. “We pay for the oil.”"
func (d *Copy) toldBefore(gap, words, after string) (from int, who Speaker, ok bool) {
	text := prose.TrimEnd(gap)
	if !strings.HasSuffix(text, ".") || prose.WordsIn(words) <= fewWords || !endsSentence(words, after) {
		return 0, Speaker{}, false
	}
	from = prose.LastSentence(text, d.Cat)
	if !d.English() && !d.german() && inTheirView.MatchString(text[from:]) { // "Voor Anna Kamp, voorzitter van Oever, …"
		if who = d.subjectOf(strings.TrimRight(text[from:], ".")); who.Ok && who.Title != "" && who.Org != "" {
			return from, who, true
		}
	}
	sentence := withoutFewWords(text[from:])
	if who, ok = d.tellsBefore(sentence); !ok && d.English() && d.isPronoun(sentence) && len(d.tellingPlaces(sentence)) > 0 {
		who = d.meant() // "She thanked the keepers. “…”"
		ok = who.Ok
	}
	if !ok {
		who, ok = d.oneTold(sentence, words)
	}
	if !ok {
		return d.actingBefore(text)
	}
	return from, who, ok
}

// fewInMarks are a word or a few that a sentence holds at arm's length.
var fewInMarks = pattern.New(`([\p{L}\d,] )“([^“”.!?]{2,40})”`)

// withoutFewWords is a sentence without the marks around such words.
func withoutFewWords(sentence string) string {
	return fewInMarks.ReplaceAllStringFunc(sentence, func(words string) string {
		if prose.WordsIn(words) > fewWords+1 {
			return words
		}
		return strings.NewReplacer("“", "", "”", "").Replace(words)
	})
}

// tellsBefore finds of whom a sentence tells without marks, by a clause or by the whole of it.
func (d *Copy) tellsBefore(sentence string) (Speaker, bool) {
	if m := accordingAtEnd.FindStringSubmatch(strings.TrimRight(sentence, ". ")); m != nil && d.English() {
		who := d.Parse(m[1])
		return who, who.Ok && who.Name != "" && (who.Title != "" || who.Org != "")
	}
	if m := d.overhearing().FindStringSubmatch(sentence); m != nil && !prose.HasOpening(sentence) {
		if who, ok := d.Said(m[1]); ok && who.Name != "" && (who.Title != "" || who.Org != "") {
			return who, true
		}
	}
	for _, read := range []func(string) (Speaker, bool){d.sayAtEnd, d.toldJustBefore} {
		if who, ok := read(sentence); ok {
			return who, true
		}
	}
	return d.telling(sentence)
}

// sayAtEnd finds who has said what a sentence tells, where that stands at its end: "The lamps are lit, the
// Harbor Party’s spokesman Owen Farrell says."
func (d *Copy) sayAtEnd(sentence string) (Speaker, bool) {
	m := d.phrasing(`[,”"’] ([^,.!?;:“”"«»]{2,120}) (?:{verb})(?: today| on \p{Lu}\p{L}+day)?[. ]*$`).FindStringSubmatch(sentence)
	if m == nil || !d.English() || d.ofAThird(sentence) || aboutWho.MatchString(m[1]) {
		return Speaker{}, false
	}
	who := d.subject(m[1])
	surname := strings.Contains(who.Name, " ") && prose.LastWord(who.Name) == m[1]
	known := d.isPronoun(m[1]) || d.isKnown(who.Name) || surname
	return who, who.Ok && who.Name != "" && (known || who.Title != "" || who.Org != "" && who.Org != release.Unknown)
}

// overhearing is the clause of a sentence that tells without marks what somebody said.
func (d *Copy) overhearing() *regexp.Regexp {
	return d.phrasing(`, ((?:{verb}) [^.!?;:“”"«»]*\p{Lu}[^!?;:“”"«»]{3,200})$`)
}

// reportsOn tells words that end with a stop, and a sentence behind them that is no clause of theirs: it tells without
// marks what another said.
func (d *Copy) reportsOn(words, after string) bool {
	s := strings.TrimSpace(prose.FirstSentence(strings.TrimSpace(after), d.Cat))
	if !d.English() || !strings.HasSuffix(words, ".") || !prose.StartsUpper(s) {
		return false
	}
	for _, at := range d.verbPlaces(s) {
		if reported.MatchString(s[at[0]:]) {
			return true
		}
	}
	return false
}

// reported is a verb of saying with what is said behind it.
var reported = pattern.New(`^\p{L}+ (?:that|how|he|she|they|it|the|this|these|those|there|an?|his|her|their|its|we|if|` +
	`whether)\s.*\s\p{L}`)

// endsSentence tells words in marks with which a sentence ends.
func endsSentence(words, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(words)
	rest := strings.TrimLeftFunc(after, unicode.IsSpace)
	if rest == "" || strings.HasPrefix(rest, ".") {
		return true
	}
	first, _ := utf8.DecodeRuneInString(rest)
	return strings.ContainsRune(".!?…", last) && rest != after && unicode.IsUpper(first)
}

// overheard notes who said what a text tells without marks: "she" is that person, from there
// on.
func (d *Copy) overheard(text string) {
	if prose.LongPara(text) {
		return
	}
	re := d.phrasing(`[,”"»“–—] (?:{verb}) ((?:(?:der|die|de|het|le|la|el|il|lo|o|a) )?\p{Lu}[^.!?;:“”"«»]{3,200})`)
	rest := ""
	for at := 0; at < len(text); {
		sentence := prose.FirstSentence(text[at:], d.Cat)
		at += len(sentence)
		if who, ok := d.telling(sentence); ok {
			d.know(who)
			d.since = soDid.FindString(text[at:])
			continue // "Ana Ruiz, director of River Alliance, praised Tom Reed"
		}
		rest += sentence
	}
	for _, m := range re.FindAllStringSubmatch(rest, prose.MostFound) {
		who := d.Parse(m[1])
		if !who.Ok || who.Name == "" || who.Title == "" && who.Org == "" || who.Unsure != "" {
			continue
		}
		d.know(who)
		d.since = ""
	}
}

// theirs is an office of an organisation’s with a name behind a comma, in a sentence.
var theirs = pattern.New(`(\p{Lu}[^,.:;“”"«»]{1,60}(?:’s|'s|s’|s') \p{Ll}[^,.:;“”"«»]{3,60}), ` +
	`(\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+){1,2}),`)

// openingTime is the day with which a sentence begins: "On Monday", "In March 2026".
var openingTime = pattern.New(`^(?:(?:\p{Lu}\p{Ll}+day|January|February|March|April|May|June|July|August|September|October|November|` +
	`December|\d{4}) )+`)

// officeFirst is an office with what it is over at the beginning of a sentence, and a name behind a comma: "Dean of Law
// at Tidewell College, Professor Ana Ruiz, sees".
var officeFirst = pattern.New(`(?:^|[.!?] )(?:The )?(\p{Lu}\p{L}+(?: \p{L}+)? (?:of|at|for) [^,.:;“”"«»]{3,100}), ` +
	`(?:(?:(?:Associate |Assistant )?Professor|Dr|Mr|Mrs|Ms) )?(\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+){1,2}),`)

// meetTheirs notes whom a text names so.
func (d *Copy) meetTheirs(text string) {
	if !d.English() {
		return
	}
	for _, m := range officeFirst.FindAllStringSubmatch(text, prose.MostFound) {
		who := d.titleThenName(m[1], " "+m[2])
		if !who.Ok || who.Name != m[2] || who.Org == "" || prose.IsOrganisation(who.Name) || d.isKnown(who.Name) {
			continue
		}
		who = d.doubt(who, m[1]+", "+m[2])
		who.Ok = false
		d.Known = append([]Speaker{who}, d.Known...)
	}
	for _, m := range theirs.FindAllStringSubmatch(text, prose.MostFound) {
		head := m[1]
		if first, rest, _ := strings.Cut(head, " "); prose.SentenceOpening[strings.ToLower(first)] {
			head = rest[len(openingTime.FindString(rest)):]
		}
		who := d.owned(head, m[2])
		if !who.Ok || who.Org == "" || d.isKnown(who.Name) {
			continue
		}
		who = d.doubt(who, head+", "+m[2])
		who.Ok = false
		d.Known = append([]Speaker{who}, d.Known...)
	}
}

// inside finds a clause between dashes within the marks: “Dal 2015 la lampada è accesa – spiega
// il direttore Paolo Neri – e tutti lo sanno”. The words before and behind it are segments.
func (d *Copy) inside(text string, s segment) (parts []segment, clause [2]int, who Speaker, ok bool) {
	m := d.betweenDashesSays(text[s.from:s.to])
	few := 1
	if m == nil && !d.English() {
		few, m = fewWords, d.betweenCommas(text[s.from:s.to])
	}
	if m == nil || d.English() {
		return nil, clause, Speaker{}, false
	}
	clause = [2]int{s.from + m[2], s.from + m[3]}
	who, ok = d.Said(text[clause[0]:clause[1]])
	sure := few > 1 && d.romance() && (who.Title != "" || d.isKnown(who.Name))
	if prose.WordsIn(text[s.from:s.from+m[0]]) <= few && !sure {
		return nil, clause, Speaker{}, false
	}
	parts = []segment{
		{start: s.start, from: s.from, to: s.from + m[0], end: clause[0]},
		{start: clause[1], from: s.from + m[1], to: s.to, end: s.end},
	}
	return parts, clause, who, ok && (who.Name != "" || who.Org != "" && who.Org != release.Unknown)
}

// betweenDashesSays is the place of a clause that says whose the words are and stands between dashes within them.
func (d *Copy) betweenDashesSays(words string) []int {
	return d.phrasing(`\s[-–—]\s?((?:{verb})(?:\s[^-–—“”"«»]{3,140}?)?|` + nounOfSaying + `[^-–—“”"«»]{3,140}?)\s?[-–—](?:[.,;:]\s?|\s)`).
		FindStringSubmatchIndex(words)
}

// saysItself tells words that have such a clause within them, whoever is meant by it.
func (d *Copy) saysItself(words string) bool {
	return !d.English() && d.betweenDashesSays(words) != nil
}

// betweenCommas is the place of a clause with a name that stands between a comma and a stop within the marks:
// « Le port est à nous, explique Ana Ruiz, de la Ligue des marins. Nous y restons. »
func (d *Copy) betweenCommas(words string) []int {
	for _, end := range []string{`(\.)\s+\p{Lu}`, `(,)\s\p{Ll}`} {
		re := d.phrasing(`,\s((?:{verb})\s[^.!?;:“”"«»]{3,140}?)` + end)
		m := re.FindStringSubmatchIndex(words)
		if m == nil {
			continue
		}
		who, ok := d.Said(words[m[2]:m[3]])
		if !ok || who.Name == "" || !strings.Contains(words[m[2]:m[3]], who.Name) || who.Title != "" && !d.IsTitle(who.Title) {
			continue
		}
		return []int{m[0], m[5], m[2], m[3]}
	}
	return nil
}

// ledOn tells words with which a sentence ends that a colon leads on to: they are of whom the
// sentence names.
func ledOn(gap, words string) bool {
	last, _ := utf8.DecodeLastRuneInString(words)
	return strings.HasSuffix(prose.TrimEnd(gap), ":") && strings.ContainsRune(".!?", last)
}

// goesOnBehindClause tells words that are not closed in their paragraph and go on behind a clause within them, in the
// languages in which one stands within the marks: « Le port est à nous, dit Ana Ruiz. Nous y restons.
func (d *Copy) goesOnBehindClause(text string, s segment) bool {
	return !d.English() && !d.german() && !prose.HasOpening(text[s.from:]) && d.betweenCommas(text[s.from:]) != nil
}
