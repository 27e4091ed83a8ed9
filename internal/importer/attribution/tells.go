package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// A sentence may tell of somebody without quoting them ("Ana Ruiz praised the keepers."), and
// words in marks behind it be theirs.

// feels is what somebody does who then speaks, in English: right behind the name.
var feels = pattern.New(`^(?:(?:also|then|has|have|had|further|later|today|recently|quickly|warmly|is|was) ){0,2}` +
	`(?:shared|shares|(?:paid|pays) tribute|` +
	`praised|praises|expressed|expresses|welcomed|welcomes|thanked|thanks|emphasi[sz]ed|emphasi[sz]es|` +
	`highlighted|highlights|stressed|stresses|underscored|underscores|underlined|underlines|reflected|reflects|responded|responds|` +
	`reacted|reacts|commented|comments|spoke|speaks|believes?|believed|agreed|agrees|applauded|applauds|congratulated|congratulates|` +
	`worries|fears|feared|doubts|doubted|regrets|regretted|hopes|hoped|expects|expected|wants|wanted|` +
	`(?:can[’']t|cannot) wait|(?:is |are )?look(?:s|ing)? forward|hailed|hails|lauded|lauds|slammed|slams|blasted|defended|defends|` +
	`dismissed|thinks|thought|sees|saw|feels|felt|finds|remembers|remembered|insists|insisted|` +
	`acknowledges|acknowledged|admits|admitted|argues|argued|invites|invited|credits|credited|promises|promised|` +
	`commended|commends|celebrated|celebrates|recalled|recalls|pointed|points|described|describes|urged|urges|warned|warns|` +
	`criticized|criticised|condemned|condemns|echoed|echoes|reiterated|reiterates|voiced|voices|` +
	`(?:is|was|are) (?:very |so |also |deeply )?(?:excited|proud|pleased|optimistic|hopeful|thrilled|delighted|confident|happy|honou?red|` +
	`grateful|worried|concerned|convinced))\b`)

// subordinate begin a clause before another.
var subordinate = prose.WordSet("while although though because if once until unless despite with without given instead for by to from")

// tellsOf begins sentences that go on with what was told: "Still, Ruiz says …".
var tellsOf = pattern.New(`^(?:Still|But|And|Now|Today|However|Yet|Meanwhile|Nevertheless|Overall|Finally),? (\p{Lu})`)

// telling reads a sentence that says what somebody said or felt, without marks.
func (d *Copy) telling(s string) (Speaker, bool) {
	s = strings.TrimRight(strings.TrimSpace(s), " .")
	if len(s) > 500 || prose.HasOpening(s) || d.ofAThird(s) {
		return Speaker{}, false
	}
	if m := tellsOf.FindStringSubmatchIndex(s); m != nil {
		s = s[m[2]:]
	}
	for _, at := range d.tellingPlaces(s) {
		intro, subject, ok := withoutIntro(s[:at])
		if !ok {
			return Speaker{}, false
		}
		subject = relativeClosed.ReplaceAllString(subject, " ")
		who := d.whereTheyAre(d.subject(subject), intro)
		if withAge.MatchString(subject) {
			who.Org, who.Unsure = "", "" // where they come from
		}
		if !who.Ok || who.Name == "" || who.Unsure != "" && (who.Title == "" || !d.English()) {
			continue
		}
		if aboutWho.MatchString(subject) {
			continue
		}
		if d.tellsWhole(subject, who) {
			if name := prose.TrimLetters(who.Name); name != who.Name && d.isKnown(name) {
				who.Name = name
			}
			return who, true
		}
		break
	}
	return Speaker{}, false
}

// withoutIntro takes what stands before the subject of a sentence off it: "While the lamps are lit, "; not ok for one that
// has nothing behind that.
func withoutIntro(s string) (intro, subject string, ok bool) {
	for first := strings.ToLower(prose.FirstWord(s)); prose.SentenceOpening[first] ||
		subordinate[first]; first = strings.ToLower(prose.FirstWord(s)) {
		before, rest, ok := strings.Cut(s, ", ")
		if !ok {
			return "", "", false
		}
		intro, s = before, rest
	}
	return intro, s, true
}

// tellsWhole tells a subject that names somebody surely: by a full name with office or
// organisation, or one that is known, and not at the end of another's clause.
func (d *Copy) tellsWhole(subject string, who Speaker) bool {
	last := strings.Trim(prose.LastWord(who.Name), ".")
	if !strings.Contains(subject, last) && !strings.Contains(subject, prose.FirstWord(who.Name)) {
		return false // by a pronoun or an office alone
	}
	subject = strings.TrimSpace(subject)
	first, rest, _ := strings.Cut(subject, " ")
	titled := rest == last && prose.Honorifics[strings.ToLower(first)] && who.Name != subject
	surname := strings.Contains(who.Name, " ") && (subject == last || titled) // and a first name stands elsewhere
	return who.Title != "" || who.Org != "" || surname || d.isKnown(who.Name) || withAge.MatchString(subject)
}

// relativeClosed is a relative clause between commas, right before the verb: "Ana Ruiz, who is in Tidewell, says", "Ana Ruiz,
// que ha visitado el puerto, ha dicho".
var relativeClosed = pattern.New(`, (?:who|que|quien|quem|qui|che) [^,]{3,80}, $`)

// withAge is a name with somebody's years behind it.
var withAge = pattern.New(`^\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)+(?: \([^()]*\))?(?:, \d\d(?:,|$)| \(\d\d\))`)

// aboutWho is a relative clause, within which another office may stand.
var aboutWho = pattern.New(`\b(?:who|which|qui|que|quien|che)\b|, (?:die|der|das|dat) `)

// tellingPlaces are where a sentence may have such a verb.
func (d *Copy) tellingPlaces(s string) []int {
	var out []int
	for _, m := range d.verbPlaces(s) {
		if next := s[m[0]:]; tellsThat(next) {
			out = append(out, m[0])
		}
	}
	feels := feelings[d.Base()]
	if feels == nil {
		return out
	}
	for i := range s {
		if i > 0 && s[i-1] == ' ' && feels.MatchString(s[i:]) {
			return append(out, i)
		}
	}
	return out
}

// leadsToThat is a verb of saying with what is said behind it, told without marks.
var leadsToThat = pattern.New(`^(?:\p{Ll}+ ){0,2}?\p{Ll}+ (?:that|how|he|she|they|it|the|Mr|Mrs|Ms|Dr|` +
	`this|these|those|there|a|an|his|her|their|its|our|no|such|all|many|more|we|` +
	`people|some|students|members|dass|que|qu[’']|che|dat|cómo|come|\p{Lu}\p{L}+[’']s) ?|` +
	`^(?:said|says|added|adds|stated|states) (?:\p{Lu}[\p{L}’'-]* ){1,4}(?:\p{Ll}{2,}ed|is|are|was|were|has|have|had|will|would|could|can|` +
	`should|must|may|needs|offers|remains|became|gave|made) `)

// saysWhat is such a verb with a noun behind it, of which somebody says something: "said works could use".
var saysWhat = pattern.New(`^(?:said|says|explained|explains|stated|states|noted|notes|added|adds|warned|warns|argued|argues) ` +
	`(?:on \p{Lu}\p{Ll}+ )?(?:\p{Ll}+ ){3}`)

// saysIndirectly is a German verb of saying with what is said behind a comma: "sagte, der Hafen sei".
var saysIndirectly = pattern.New(`^\p{Ll}+, (?:dass|der|die|das|es|er|sie|man|wir|ein\p{Ll}*|kein\p{Ll}*|` +
	`dies\p{Ll}*|ihr\p{Ll}*|sein\p{Ll}*) `)

// tellsWhomThat is a verb with whom somebody tells what.
var tellsWhomThat = pattern.New(`^(?:told|tells|reminded|reminds|informed|assured|assures|advised|warned) (?:[\p{L}\d’'-]+ ){1,8}?that `)

func tellsThat(s string) bool {
	return tellsWhomThat.MatchString(s) || leadsToThat.MatchString(s) || saysWhat.MatchString(s) || saysIndirectly.MatchString(s)
}

// leadsOn finds who speaks in a sentence that names somebody with an office at its beginning
// and leads on to the words, with another verb: "Ana Ruiz, president of River Alliance, laid out
// what comes next: “…”"
func (d *Copy) leadsOn(gap, words string) (from int, who Speaker, ok bool) {
	text := prose.TrimEnd(gap)
	if from, who, ok = d.leadsOnByAny(text, words); ok {
		return from, who, true
	}
	if !strings.HasSuffix(text, ",") && !strings.HasSuffix(text, ":") || prose.WordsIn(words) < 8 || !prose.StartsUpper(words) {
		return 0, Speaker{}, false
	}
	from = prose.LastSentence(text, d.Cat)
	sentence := strings.TrimRight(text[from:], ",:")
	m := namedWithOffice.FindStringSubmatch(sentence)
	if m == nil || prose.HasOpening(sentence) || d.ofAThird(sentence) {
		return 0, Speaker{}, false
	}
	name := classYear.ReplaceAllString(m[2], "")
	who = d.Parse(name + ", " + m[3])
	return from, who, who.Name == name && d.IsTitle(m[3]) && !prose.IsOrganisation(name) &&
		(d.English() || !towards.MatchString(prose.FirstWord(name)))
}

var (
	// namedWithOffice is a sentence with a name and an office between commas at its beginning,
	// perhaps behind when or where that is.
	namedWithOffice = pattern.New(`^((?:At|In|On|During|After|Before) [^,.:;]{3,60}, )?` +
		`(\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+){1,3}(?: [’']\d\d)?), ([^,;:]{5,100}), \p{Ll}[^;:“”"]{5,200}$`)
	// classYear is the year in which somebody leaves a school: "Ana Ruiz ’20".
	classYear = pattern.New(` [’']\d\d$`)
)

// toldOfThem says that nothing but the sentence before words says whose they are.
const toldOfThem = "the text does not say whose words these are; they are taken to be those of whom the sentence before them tells"

// behindTelling takes a paragraph that is all in marks to be the words of whom the sentence
// before it, at the end of another paragraph, tells without marks.
func (d *Copy) behindTelling(list []prose.Para, i int) bool {
	p := list[i]
	words, ok := d.inMarks(p.Text)
	if i == 0 || !ok || prose.WordsIn(p.Text) < 8 || d.standsTwice(p.Text[words.from:words.to]) {
		return false
	}
	before := list[i-1]
	if _, _, _, said := d.inside(p.Text, words); said {
		return false
	}
	if before.Level > 0 || before.Table != "" || before.Bullet != "" || prose.LongPara(before.Text) || prose.HasOpening(before.Text) {
		return false
	}
	text := before.Text
	from := prose.LastSentence(text, d.Cat)
	who, ok := d.tellsOfWhom(text[from:])
	if !ok {
		who, ok = d.oneTold(text[from:], p.Text[words.from:words.to])
	}
	if rest := text[from:]; !ok && d.English() && len(rest) < 400 && !d.isPronoun(rest) && !d.severalNamed("– "+rest, "") {
		from = prose.LastSentence(text[:from], d.Cat) // the last one names nobody
		who, ok = d.tellsOfWhom(prose.FirstSentence(text[from:], d.Cat))
	}
	if !ok || !d.takesBack(before.Text[from:]) {
		return false
	}
	who.Unsure = strings.TrimPrefix(who.Unsure+"; "+toldOfThem, "; ")
	d.addQuote(quoted{para: p, segs: []segment{words}, style: "lead-in", clause: before.Part(from, len(text)), who: who})
	d.running = Running{quote: len(d.Quotes), closed: true}
	return true
}

// tellsOfWhom is of whom a sentence tells, or who reacts or goes on in it.
func (d *Copy) tellsOfWhom(sentence string) (Speaker, bool) {
	if who, ok := d.makes(strings.TrimRight(sentence, " .")); ok {
		return who, true
	}
	for _, read := range []func(string) (Speaker, bool){d.tellsBefore, d.reacts, d.theySay} {
		if who, ok := read(sentence); ok {
			return who, true
		}
	}
	return Speaker{}, false
}

// takesBack takes a sentence off the end of what was written last: it becomes a quote's clause.
func (d *Copy) takesBack(sentence string) bool {
	last := &d.Pieces[len(d.Pieces)-1]
	rest, ok := strings.CutSuffix(last.Para.Text, sentence)
	if !ok {
		return false // a quote, of which it is the clause already
	}
	if last.Para = last.Para.Part(0, len(rest)); last.Para.Text == "" {
		d.Pieces = d.Pieces[:len(d.Pieces)-1]
	}
	return true
}

// reacting ends a sentence behind which somebody's words stand.
var reacting = pattern.New(`(?i)^(.+?),? (?:réagit|reacts|reacted|responds|reagiert|reacciona|reagisce|reage|reageert)` +
	`(?: [^.]{0,60})?[.:]?$`)

// reacts reads "our president Ana Ruiz reacts."
func (d *Copy) reacts(s string) (Speaker, bool) {
	m := reacting.FindStringSubmatch(s)
	if m == nil {
		return Speaker{}, false
	}
	who := d.subject(m[1])
	return who, who.Name != ""
}
