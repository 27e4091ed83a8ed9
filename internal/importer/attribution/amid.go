package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// In English words in marks may stand in the middle of a sentence that says whose they are: before them, behind them, or
// at its end.

// goesOnMidway tells words that go on with a sentence which begins without marks, and have a clause behind them:
// Workers “deserve to be heard,” she says.
func (d *Copy) goesOnMidway(gap, words, after string, who Speaker) bool {
	if !d.English() || who.Name == "" || prose.WordsIn(words) < 4 ||
		prose.StartsUpper(words) && !ofMyself.MatchString(words) && !strings.HasSuffix(prose.TrimEnd(gap), ",") {
		return false
	}
	return strings.HasSuffix(words, ",") || prose.WordsIn(words) > fewWords && strings.HasPrefix(after, ",")
}

// behindWords finds the clause behind words. A pronoun in it means nobody in the sentence which the words go on with.
func (d *Copy) behindWords(begins bool, after string, last bool) (clause, bool) {
	if begins {
		return d.clauseAfter(after, last)
	}
	since := d.since
	d.since = since[:prose.LastSentence(since, d.Cat)]
	c, ok := d.clauseAfter(after, last)
	d.since = since
	return c, ok
}

// ofMyself begins words within a sentence with a capital.
var ofMyself = pattern.New(`^I(?:[’'](?:m|ve|ll|d))? `)

// endsClause tells words in marks behind which their sentence goes on with another clause: “…,” but added.
func (d *Copy) endsClause(words, after string) bool {
	return d.English() && (strings.HasSuffix(words, ",") || furtherClause.MatchString(after))
}

// furtherClause begins what a sentence goes on with behind words that are not its own.
var furtherClause = pattern.New(`^(?:, (?:\p{Ll}+ing\b|and|but|while|as|which|so|because|though|although)|` +
	` (?:while|but|because|although) ` +
	`|,? [–—] )`)

// saysAtEnd finds who says words in the middle of a sentence, by a clause at its end: It is “a difference” to many, Ruiz said.
func (d *Copy) saysAtEnd(gap, words, after string) (from int, who Speaker, ok bool) {
	text := prose.TrimEnd(gap)
	if !d.English() || prose.WordsIn(words) <= fewWords || titled(words) || !d.namedOnwards(text) {
		return 0, Speaker{}, false
	}
	sentence := strings.TrimRight(prose.FirstSentence(after, d.Cat), " ")
	if prose.HasOpening(sentence) || !strings.Contains(sentence, ", ") || strings.HasPrefix(sentence, ",") {
		return 0, Speaker{}, false
	}
	from = prose.LastSentence(text, d.Cat)
	who, ok = d.sayAtEnd(sentence)
	return from, who, ok && !anothersWords.MatchString(text[from:]) && !ownWords.MatchString(text[from:])
}

// namedOnwards tells a gap that begins a sentence and leads on to words.
func (d *Copy) namedOnwards(gap string) bool {
	return gap != "" && !strings.ContainsAny(gap[len(gap)-1:], ".!?:,") && !prose.HasOpening(gap[prose.LastSentence(gap, d.Cat):])
}

// betweenClause is a clause between commas right before words with which a sentence ends: The study has, says Ana Ruiz,
// “…”
const betweenClause = `(?:^|\S), ((?:{verb}) \p{Lu}[^,.;:“”"]{2,60}|(?:\p{Lu}[^,.;:“”"]{2,60}|{pronoun}) (?:{verb})),$`

// partOfClause is who speaks by such a clause.
func (d *Copy) partOfClause(s string) Speaker {
	m := d.phrasing(betweenClause).FindStringSubmatch(s)
	if m == nil || !d.English() {
		return Speaker{}
	}
	who, ok := d.Said(m[1])
	who.Ok = ok && who.Name != ""
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
func (d *Copy) partOfNaming(s string) Speaker {
	m := callsIt.FindStringSubmatch(s)
	if m == nil || !d.English() || beingCalled.MatchString(m[1]) || len(d.verbPlaces(m[1]+" ")) > 0 {
		return Speaker{}
	}
	if d.isPronoun(m[1]) && prose.WordsIn(m[1]) < 3 {
		return d.meantBefore(s)
	}
	_, subject, ok := withoutIntro(m[1])
	who := d.subject(subject)
	if !ok || !who.Ok || who.Name == "" || !d.tellsWhole(subject, who) {
		return Speaker{}
	}
	return who
}

// partOfNoting is of whom a sentence tells that goes on with what they note, in words that it ends with: Ana Ruiz
// thanked the keepers, noting that the lamps “…”
func (d *Copy) partOfNoting(s string) Speaker {
	at := notingThat.FindStringIndex(s)
	if at == nil || !d.English() {
		return Speaker{}
	}
	head := s[:at[0]]
	if who, ok := d.actsOrIs(head); ok && who.Name != "" {
		return who
	}
	if d.isPronoun(head) {
		return d.meantBefore(s)
	}
	m := bySurnameAlone.FindStringSubmatch(head)
	if m == nil {
		return Speaker{}
	}
	who, ok := d.bySurname(m[1])
	who.Ok = ok && strings.Contains(who.Name, " ")
	return who
}

// notingThat begins what somebody notes besides.
var notingThat = pattern.New(`, (?:while |by |and )?(?:noting|adding|saying|explaining|stating|stressing|warning|insisting|arguing|` +
	`claiming|complaining|joking|admitting|pointing out|emphasi[sz]ing|predicting|promising)` +
	`(?: (?:that|how|the|it|they|he|she|there)\b[^“”".;:]{0,90})?$`)

// colonAfterDoing finds who speaks behind a colon where the sentence before it has another verb, by the pronoun or the
// name that it begins with: He cautioned the public against delay: “…”
func (d *Copy) colonAfterDoing(gap, words string) (from int, who Speaker, ok bool) {
	text := prose.TrimEnd(gap)
	if !d.English() || !strings.HasSuffix(text, ":") || prose.WordsIn(words) < 4 || !prose.StartsUpper(words) {
		return 0, Speaker{}, false
	}
	from = prose.LastSentence(text, d.Cat)
	s := strings.TrimRight(text[from:], ":")
	if prose.HasOpening(s) || len(s) > 300 || d.ofAThird(s) || anothersWords.MatchString(s) || ownWords.MatchString(s) {
		return 0, Speaker{}, false
	}
	if m := accordingAtEnd.FindStringSubmatch(s); m != nil {
		who = d.Parse(m[1])
		return from, who, who.Ok && who.Name != ""
	}
	if d.isPronoun(s) && doesBehindPronoun.MatchString(s) {
		who = d.meantBefore(text[from:])
		return from, who, who.Ok && who.Name != ""
	}
	if len(d.verbPlaces(s+" ")) > 0 {
		return 0, Speaker{}, false // and it is not sure who says it
	}
	if who, ok = d.actsOrIs(s); ok && who.Name != "" && who.Title != "" {
		return from, who, true
	}
	if m := bySurnameAlone.FindStringSubmatch(s); m != nil {
		who, ok = d.bySurname(m[1])
		return from, who, ok && strings.Contains(who.Name, " ")
	}
	return 0, Speaker{}, false
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
func (d *Copy) ofAntecedent(s string) Speaker {
	m := ofWhomBefore.FindStringSubmatch(s)
	if m == nil || !d.English() {
		return Speaker{}
	}
	who := d.one(m[2])
	toks := prose.Tokens(m[1])
	at := len(toks) - 1
	for at > 0 && (toks[at-1].Capital || prose.OrgConnectors[toks[at-1].Text] && at > 1 && toks[at-2].Capital) &&
		!strings.HasSuffix(toks[at-1].Text, ",") {
		at--
	}
	if !who.Ok || who.Name == "" || who.Title == "" || !toks[at].Capital {
		return Speaker{}
	}
	org, ok := d.OrgRun(m[1][toks[at].From:])
	if who.Org = org; !ok || !strings.HasSuffix(m[1], org) || !d.evident(org) {
		return Speaker{}
	}
	return who
}
