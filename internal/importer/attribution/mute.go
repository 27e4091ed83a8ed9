package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// In German, Dutch and the Nordic languages a sentence in marks may follow one that has somebody as its subject and no verb of
// saying: "Direktorin Ana Ruiz blickt nach vorn. „Wir haben noch viel vor.“"

// mostReported is how many sentences of reported speech may stand between.
const mostReported = 2

// reportedOn is a sentence that goes on with what somebody says: "Jahrelang sei nichts geschehen."
var reportedOn = pattern.New(`(?:^|[ ,])(?:sei|seien|habe|hätten|hätte|müsse|müssten|könne|könnten|dürfe|werde|würden|solle|wolle)[ ,.]`)

// soTheySay is a clause between commas within such a sentence: "Man könne, so der Chemiker, mehr tun."
var soTheySay = pattern.New(`, (so (?:\p{Lu}|der |die )[^,.“”„:;]{2,100}),`)

// soTheySayLast is such a clause right before words in marks: "Die Studie zeige, so Ruiz, „wie …“".
var soTheySayLast = pattern.New(`, (so (?:\p{Lu}|der |die )[^,.“”„:;]{2,100})$`)

// soAtEnd is who says so by one.
func (d *Copy) soAtEnd(s string) Speaker {
	m := soTheySayLast.FindStringSubmatch(s)
	if m == nil || !d.german() {
		return Speaker{}
	}
	who, ok := d.Said(m[1])
	who.Ok = ok && who.Name != ""
	return who
}

// tellsBeside tells the languages of which that holds.
func (d *Copy) tellsBeside() bool { return d.german() || d.Base() == "nl" || d.nordic() }

// actingBefore is whom the sentence before words in marks has as its subject, and nobody beside.
func (d *Copy) actingBefore(text string) (from int, who Speaker, ok bool) {
	if !d.tellsBeside() {
		return 0, Speaker{}, false
	}
	from = prose.LastSentence(text, d.Cat)
	for range mostReported + 1 {
		sentence := strings.TrimSpace(text[from:])
		if prose.HasOpening(sentence) || d.ofAThird(sentence) {
			return 0, Speaker{}, false
		}
		if who, ok = d.actsIn(sentence); ok {
			who.Unsure = strings.TrimPrefix(who.Unsure+"; "+toldOfThem, "; ")
			return from, who, true
		}
		if from == 0 || !d.german() || !reportedOn.MatchString(sentence) || d.severalNamed(sentence, "") {
			return 0, Speaker{}, false
		}
		text = strings.TrimSpace(text[:from])
		from = prose.LastSentence(text, d.Cat)
	}
	return 0, Speaker{}, false
}

// actsIn is whom such a sentence has as its subject.
func (d *Copy) actsIn(sentence string) (who Speaker, ok bool) {
	if m := soTheySay.FindStringSubmatch(sentence); m != nil && d.german() {
		who, ok = d.Said(m[1])
		return who, ok && who.Name != ""
	}
	if d.isPronoun(sentence) {
		who = d.meantBefore(sentence)
		return who, who.Ok && who.Name != "" && !d.severalNamed(sentence, who.Name)
	}
	if d.german() {
		who = d.germanSubject(sentence)
	} else if !prose.SentenceOpening[strings.ToLower(prose.FirstWord(sentence))] {
		who = d.subjectOf(alsoFirst.ReplaceAllString(sentence, ""))
	}
	if isOnly.MatchString(sentence) {
		return Speaker{}, false // it says what somebody is, and not what they do
	}
	return who, who.Ok && who.Name != "" && (who.Title != "" || d.isKnown(who.Name))
}

// isOnly is a sentence of which the verb is no other than "is".
var isOnly = pattern.New(`^[^.]*?(?:\p{Lu}[\p{L}’'-]+(?: \([^()]*\))?|,) (?:ist|war|is|was|är|er|var) `)

// alsoFirst begins a sentence about another than before.
var alsoFirst = pattern.New(`^(?:Auch|Ebenso|Und auch|Ook|Även|Också|Også) `)

var (
	// germanVerb is a word that may be the verb of a German sentence.
	germanVerb = pattern.New(`^\p{Ll}+(?:t|te|tete)$|^(?:ist|war|sieht|weiß|ging|stand|gab|kam|fand|hielt|bot|lud|sah|bekam|sprach|` +
		`trat|zog|` +
		`blieb|griff|schloss|begann|will|kann|muss|darf|soll|wird|ließ|rief|nahm|lag|freute|wies|stieg|ergriff)$`)
	// noGermanVerb are words that end as one does.
	noGermanVerb = prose.WordSet(`mit seit nicht erst jetzt damit somit fast dort weit oft laut samt statt selbst gut zuletzt zuerst zunächst
		bereits vielleicht meist längst insgesamt bekannt gesamt`)
)

// germanSubject is whom the words up to the verb of a sentence name, with an office before the name or behind it.
func (d *Copy) germanSubject(sentence string) Speaker {
	sentence = alsoFirst.ReplaceAllString(sentence, "")
	for _, t := range prose.Tokens(sentence) {
		if !germanVerb.MatchString(t.Text) || noGermanVerb[t.Text] {
			continue
		}
		phrase := strings.TrimSpace(sentence[:t.From])
		if relativeLast.MatchString(phrase) {
			continue // the verb of a relative clause, or what stands before it
		}
		if len(phrase) < 5 || len(phrase) > 200 || prose.SentenceOpening[strings.ToLower(prose.FirstWord(phrase))] ||
			strings.Contains(phrase, " und ") {
			return Speaker{}
		}
		who := d.subject(strings.TrimRight(phrase, ","))
		last := prose.LastWord(who.Name)
		behind, _ := strings.CutPrefix(sentence[t.To:], " ")
		if last == "" || who.Title == "" && !d.isKnown(who.Name) || noSubject.MatchString(phrase) ||
			!strings.HasSuffix(phrase, last) && !strings.HasSuffix(phrase, ",") && !strings.HasSuffix(phrase, ")") ||
			!prose.WordIn(phrase, last) || prose.IsOrganisation(who.Name) || d.severalNamed("– "+behind, who.Name) {
			return Speaker{}
		}
		return who
	}
	return Speaker{}
}

// noSubject begins what is done something to, and nobody.
var noSubject = pattern.New(`^(?:Eine[nmrs]?|Kein\p{Ll}*|Den|Dem|Des|Dies\p{Ll}*|Jede\p{Ll}*|Viele?|Mehr|So|Dort|Hier|Damit) `)

// relativeLast is a relative clause that is not closed.
var relativeLast = pattern.New(`, (?:der|die|das|dem|den|deren|dessen|in|mit|für|bei|zu|an|von|aus|auf)(?: [^,]*)?$`)

// otherGender tells that a German noun with its article cannot mean whoever has an office: "die" no "Minister".
func (d *Copy) otherGender(phrase, office string) bool {
	article, noun := strings.ToLower(prose.FirstWord(phrase)), strings.ToLower(prose.LastWord(office))
	if !d.german() || !gendersNoun(noun) || strings.HasSuffix(noun, "e") {
		return false
	}
	return strings.HasSuffix(noun, "in") == (article == "der")
}

// gendersNoun tells a German noun for somebody of whom its end tells whether they are a man or a woman.
func gendersNoun(noun string) bool {
	return prose.GermanOffices.MatchString(noun) || prose.GermanOffices.MatchString("x"+noun) ||
		germanTrades.MatchString(strings.ToUpper(noun[:min(1, len(noun))])+noun[min(1, len(noun)):])
}

// someone tells that the text tells of somebody without a name by such a noun: "Eine 79-Jährige".
func (d *Copy) someone(noun string) bool {
	for text := range d.texts() {
		for _, m := range nameless.FindAllStringSubmatch(text, prose.MostFound) {
			if strings.EqualFold(strings.TrimRight(m[1], "rn"), strings.TrimRight(noun, "rn")) {
				return true
			}
		}
	}
	return false
}

// nameless is somebody of whom a text tells without a name.
var nameless = pattern.New(`\b(?i:eine?[mnr]?|een|en|ett) ([\p{L}\d-]+)`)

// calledPart ends a sentence before words in marks with which somebody calls something, by the language.
var calledPart = map[string]*pattern.Pattern{
	"de": pattern.New(`^(.{3,160}?) (?:sprach|spricht|nannte|nennt|bezeichnete|bezeichnet|wertete|wertet|lobte|lobt|kritisierte|` +
		`kritisiert|` +
		`würdigte|würdigt|beschreibt|beschrieb|warnte|warnt|warb|wirbt|sieht|sah) (?:sich )?(?:[\p{L}-]+ ){0,9}?` +
		`(?:von|vor|für|auf|als|einen?|einem|einer|eine|darin|darin eine?n?|zu)$`),
	"nl": pattern.New(`^(.{3,160}?) (?:spreekt|sprak|noemt|noemde|omschrijft|omschreef|vindt|vond|ziet|zag) (?:[\p{L}-]+ ){0,8}?` +
		`(?:van|van een|een|als|als een|het|dat|dit)$`),
	"sv": pattern.New(`^(.{3,160}?) (?:talar|talade|kallar|kallade|beskriver|beskrev) (?:[\p{L}-]+ ){0,8}?(?:om|för|som|det|detta|en|ett)$`),
	"da": pattern.New(`^(.{3,160}?) (?:taler|talte|kalder|kaldte|beskriver|beskrev) (?:[\p{L}-]+ ){0,8}?(?:om|for|som|det|en|et)$`),
	"nb": pattern.New(`^(.{3,160}?) (?:snakker|snakket|kaller|kalte|beskriver|beskrev) (?:[\p{L}-]+ ){0,8}?(?:om|for|som|det|en|et)$`),
}

// partOfCalling is who calls something so.
func (d *Copy) partOfCalling(s string) Speaker {
	re := calledPart[d.Base()]
	if re == nil {
		return Speaker{}
	}
	m := re.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil || ownWords.MatchString(s) {
		return Speaker{}
	}
	who := Speaker{}
	if d.isPronoun(m[1]) {
		who = d.meantBefore(s)
	} else {
		who = d.subject(m[1])
	}
	if who.Name == "" || !strings.HasSuffix(m[1], prose.LastWord(who.Name)) && !d.isPronoun(m[1]) && !strings.HasSuffix(m[1], ",") &&
		!strings.Contains(m[1], ", ") || d.severalNamed("– "+strings.TrimPrefix(s, m[1]), who.Name) {
		return Speaker{}
	}
	return who
}
