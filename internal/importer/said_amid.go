package importer

import (
	"strings"

	"pressroom/internal/pattern"
)

// In English words in marks may stand in the middle of a sentence that says whose they are: before them, behind them, or
// at its end.

// goesOnMidway tells words that go on with a sentence which begins without marks, and have a clause behind them:
// Workers “deserve to be heard,” she says.
func (d *draft) goesOnMidway(gap, words, after string, who speaker) bool {
	if !d.english() || who.name == "" || wordsIn(words) < 4 ||
		startsUpper(words) && !ofMyself.MatchString(words) && !strings.HasSuffix(trimEnd(gap), ",") {
		return false
	}
	return strings.HasSuffix(words, ",") || wordsIn(words) > fewWords && strings.HasPrefix(after, ",")
}

// behindWords finds the clause behind words. A pronoun in it means nobody in the sentence which the words go on with.
func (d *draft) behindWords(begins bool, after string, last bool) (clause, bool) {
	if begins {
		return d.clauseAfter(after, last)
	}
	since := d.since
	d.since = since[:lastSentence(since, d.cat)]
	c, ok := d.clauseAfter(after, last)
	d.since = since
	return c, ok
}

// ofMyself begins words within a sentence with a capital.
var ofMyself = pattern.New(`^I(?:[’'](?:m|ve|ll|d))? `)

// endsClause tells words in marks behind which their sentence goes on with another clause: “…,” but added.
func (d *draft) endsClause(words, after string) bool {
	return d.english() && (strings.HasSuffix(words, ",") || furtherClause.MatchString(after))
}

// furtherClause begins what a sentence goes on with behind words that are not its own.
var furtherClause = pattern.New(`^(?:, (?:\p{Ll}+ing\b|and|but|while|as|which|so|because|though|although)|` +
	` (?:while|but|because|although) ` +
	`|,? [–—] )`)

// saysAtEnd finds who says words in the middle of a sentence, by a clause at its end: It is “a difference” to many, Ruiz said.
func (d *draft) saysAtEnd(gap, words, after string) (from int, who speaker, ok bool) {
	text := trimEnd(gap)
	if !d.english() || wordsIn(words) <= fewWords || titled(words) || !d.namedOnwards(text) {
		return 0, speaker{}, false
	}
	sentence := strings.TrimRight(firstSentence(after, d.cat), " ")
	if hasOpening(sentence) || !strings.Contains(sentence, ", ") || strings.HasPrefix(sentence, ",") {
		return 0, speaker{}, false
	}
	from = lastSentence(text, d.cat)
	who, ok = d.sayAtEnd(sentence)
	return from, who, ok && !anothersWords.MatchString(text[from:]) && !ownWords.MatchString(text[from:])
}

// namedOnwards tells a gap that begins a sentence and leads on to words.
func (d *draft) namedOnwards(gap string) bool {
	return gap != "" && !strings.ContainsAny(gap[len(gap)-1:], ".!?:,") && !hasOpening(gap[lastSentence(gap, d.cat):])
}

// betweenClause is a clause between commas right before words with which a sentence ends: The study has, says Ana Ruiz,
// “…”
const betweenClause = `(?:^|\S), ((?:{verb}) \p{Lu}[^,.;:“”"]{2,60}|(?:\p{Lu}[^,.;:“”"]{2,60}|{pronoun}) (?:{verb})),$`

// partOfClause is who speaks by such a clause.
func (d *draft) partOfClause(s string) speaker {
	m := d.phrasing(betweenClause).FindStringSubmatch(s)
	if m == nil || !d.english() {
		return speaker{}
	}
	who, ok := d.said(m[1])
	who.ok = ok && who.name != ""
	return who
}

// callsIt is somebody’s sentence that says what they call something, right before the words.
var callsIt = pattern.New(`^(.{2,200}?),? (?:(?:has|have|had|also|later|then) ){0,2}` +
	`(?:call(?:ed|s)|describe[ds]|brand(?:ed|s)|label(?:led|ed|s)|` +
	`hail(?:ed|s)|lauded|slammed|dismissed|likened|criticised|criticized|praised) ` +
	`(?:(?:it|this|that|them|him|her)|(?:the|this|that|his|her|their|its|a) [^,.;:“”"]{2,90}|\p{Lu}[^,.;:“”"]{1,80}?)(?: as| to| for)?$`)

// beingCalled is in a sentence where others call something so.
var beingCalled = pattern.New(`\b(?:that|which|who|what|is|are|was|were|been|being|be)$|\b(?:that|which|what|whether|how) `)

// partOfNaming is who calls something so.
func (d *draft) partOfNaming(s string) speaker {
	m := callsIt.FindStringSubmatch(s)
	if m == nil || !d.english() || beingCalled.MatchString(m[1]) || len(d.verbPlaces(m[1]+" ")) > 0 {
		return speaker{}
	}
	if d.isPronoun(m[1]) && wordsIn(m[1]) < 3 {
		return d.meantBefore(s)
	}
	_, subject, ok := withoutIntro(m[1])
	who := d.subject(subject)
	if !ok || !who.ok || who.name == "" || !d.tellsWhole(subject, who) {
		return speaker{}
	}
	return who
}

// partOfNoting is of whom a sentence tells that goes on with what they note, in words that it ends with: Ana Ruiz
// thanked the keepers, noting that the lamps “…”
func (d *draft) partOfNoting(s string) speaker {
	at := notingThat.FindStringIndex(s)
	if at == nil || !d.english() {
		return speaker{}
	}
	head := s[:at[0]]
	if who, ok := d.actsOrIs(head); ok && who.name != "" {
		return who
	}
	if d.isPronoun(head) {
		return d.meantBefore(s)
	}
	m := bySurnameAlone.FindStringSubmatch(head)
	if m == nil {
		return speaker{}
	}
	who, ok := d.bySurname(m[1])
	who.ok = ok && strings.Contains(who.name, " ")
	return who
}

// notingThat begins what somebody notes besides.
var notingThat = pattern.New(`, (?:while |by |and )?(?:noting|adding|saying|explaining|stating|stressing|warning|insisting|arguing|` +
	`claiming|complaining|joking|admitting|pointing out|emphasi[sz]ing|predicting|promising)` +
	`(?: (?:that|how|the|it|they|he|she|there)\b[^“”".;:]{0,90})?$`)

// colonAfterDoing finds who speaks behind a colon where the sentence before it has another verb, by the pronoun or the
// name that it begins with: He cautioned the public against delay: “…”
func (d *draft) colonAfterDoing(gap, words string) (from int, who speaker, ok bool) {
	text := trimEnd(gap)
	if !d.english() || !strings.HasSuffix(text, ":") || wordsIn(words) < 4 || !startsUpper(words) {
		return 0, speaker{}, false
	}
	from = lastSentence(text, d.cat)
	s := strings.TrimRight(text[from:], ":")
	if hasOpening(s) || len(s) > 300 || d.ofAThird(s) || anothersWords.MatchString(s) || ownWords.MatchString(s) {
		return 0, speaker{}, false
	}
	if m := accordingAtEnd.FindStringSubmatch(s); m != nil {
		who = d.parse(m[1])
		return from, who, who.ok && who.name != ""
	}
	if d.isPronoun(s) && doesBehindPronoun.MatchString(s) {
		who = d.meantBefore(text[from:])
		return from, who, who.ok && who.name != ""
	}
	if len(d.verbPlaces(s+" ")) > 0 {
		return 0, speaker{}, false // and it is not sure who says it
	}
	if who, ok = d.actsOrIs(s); ok && who.name != "" && who.title != "" {
		return from, who, true
	}
	if m := bySurnameAlone.FindStringSubmatch(s); m != nil {
		who, ok = d.bySurname(m[1])
		return from, who, ok && strings.Contains(who.name, " ")
	}
	return 0, speaker{}, false
}

var (
	// accordingAtEnd is who says what a sentence tells, at its end.
	accordingAtEnd = pattern.New(`, according to (\p{L}[^:;“”"]{3,160})$`)
	// doesBehindPronoun is what somebody does, behind a pronoun.
	doesBehindPronoun = pattern.New(`^\p{L}+ (?:(?:also|then|now|later|further|has|had) )?\p{Ll}{3,}`)
)

// ofWhomBefore ends a sentence's beginning with somebody who has an office in the organisation named right before:
// "the Harbor Council, whose director Ana Ruiz".
var ofWhomBefore = pattern.New(`^(.*\p{L}), whose (\p{Ll}[\p{Ll} -]{3,60} (?:(?:Dr|Prof|Mr|Mrs|Ms)\.? )?\p{Lu}[^,.;:“”"]{3,60})$`)

// ofAntecedent reads that.
func (d *draft) ofAntecedent(s string) speaker {
	m := ofWhomBefore.FindStringSubmatch(s)
	if m == nil || !d.english() {
		return speaker{}
	}
	who := d.one(m[2])
	toks := tokens(m[1])
	at := len(toks) - 1
	for at > 0 && (toks[at-1].capital || orgConnectors[toks[at-1].text] && at > 1 && toks[at-2].capital) &&
		!strings.HasSuffix(toks[at-1].text, ",") {
		at--
	}
	if !who.ok || who.name == "" || who.title == "" || !toks[at].capital {
		return speaker{}
	}
	org, ok := d.orgRun(m[1][toks[at].from:])
	if who.org = org; !ok || !strings.HasSuffix(m[1], org) || !d.evident(org) {
		return speaker{}
	}
	return who
}
