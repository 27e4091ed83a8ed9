package attribution

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// Spanish, Portuguese and Italian leave out who says something where the text has just told of them: "Además, señaló que
// “…”". And they put the verb first: "Sobre los plazos, precisó la directora Ana Ruiz que “…”".

// leavesOut tells a draft in one of those languages.
func (d *Copy) leavesOut() bool { return d.iberian() || d.Base() == "it" }

// leadsUp are words with which something begins that stands before a verb, and is nobody who speaks: "En ese sentido",
// "Consultada por los plazos", "Questionado sobre o prazo".
const leadsUp = `(?:Además|Asimismo|Así|Acto|Adicionalmente|Al|A|Ante|Con|De|Del|Desde|Durante|En|Entre|Igualmente|Luego|Más|` +
	`Para|Por|Respecto|Sin|Sobre|También|Tras|Ya|Acerca|Consultad[oa]|Preguntad[oa]|Cuestionad[oa]|Interrogad[oa]|Referente|` +
	`Después|Incluso|Ademais|Além|Ainda|Aos?|Às?|Após|Com|Da|Do|Depois|Em|Na|Nas|No|Nos|Ness[ea]|Nest[ea]|N?isso|Quanto|Perguntad[oa]|` +
	`Questionad[oa]|Sem|Também|Inoltre|Infine|Nel|Nella|Sul|Sulla|In|Poi|Per|Interpellat[oa]|\p{Lu}\p{Ll}+mente)`

// introOnly is all that stands before a verb, up to its comma.
var introOnly = pattern.New(`^` + leadsUp + `(?: [^,.:;“”"«»]{1,100})?,?$`)

// leadOnly is what stands before the subject of a sentence: "Durante a cerimônia, o prefeito Ana Ruiz lembrou", "Já o prefeito".
var leadOnly = pattern.New(`^(?:` + leadsUp + `(?: [^,.:;“”"«»]{1,100})?, |Já )`)

// withoutLead is a sentence without that.
func (d *Copy) withoutLead(sentence string) string {
	if !d.iberian() || d.Base() == "pt" && femaleAndComma.MatchString(sentence) {
		return sentence
	}
	return sentence[len(leadOnly.FindString(sentence)):]
}

// verbAlone is a sentence with a verb of saying and nobody who says it, before words.
const verbAlone = `^(?:\p{Lu}[^,“”"«»:]{3,40}, |` + leadsUp + `(?: [^,.:;“”"«»]{1,100})?, )?` +
	`(?i:(?:y |e |pero |mas )?(?:también |además |asimismo |igualmente |finalmente |luego |por último |anche |inoltre |poi |infine |` +
	`também |ainda |por fim )?({verb})` +
	`(?: también| además| asimismo| igualmente| también| ainda| anche| inoltre)?),?$`

// pluralVerb ends a verb of which the subject is several people.
var pluralVerb = pattern.New(`(?i)^(?:han|hanno) |(?:[aeo]n|[aeo]m|no)$`)

// saysAlone tells such a sentence of one person.
func (d *Copy) saysAlone(s string) bool {
	if !d.leavesOut() {
		return false
	}
	m := d.phrasing(verbAlone).FindStringSubmatch(s)
	intro, _, _ := strings.Cut(s, ", ")
	return m != nil && !pluralVerb.MatchString(m[1]) && !subjectAndComma.MatchString(intro) && !prose.LooksLikeName(intro) &&
		!(d.Base() == "pt" && femaleAndComma.MatchString(intro)) && !forTheirPart.MatchString(intro)
}

var (
	// subjectAndComma is a subject with a comma too much behind it: "El director de Ríos Vivos, señaló que".
	subjectAndComma = pattern.New(`^(?:El|La|Los|Las|O|Os|As|Il|Lo|Gli|Le|Una?|Uma?) \p{L}`)
	// femaleAndComma is one in Portuguese, where other things begin alike.
	femaleAndComma = pattern.New(`^A \p{Ll}*(?:a|e|z|i|l|r)(?: |$)`)
)

// unsaidLead is who is meant by one that leads on to words with a colon.
func (d *Copy) unsaidLead(s string) (Speaker, bool) {
	if !d.saysAlone(s) {
		return Speaker{}, false
	}
	who := d.meantBefore(s)
	return who, who.Ok && who.Name != ""
}

// unsaidSubject is who is meant by one that goes on with "that".
func (d *Copy) unsaidSubject(s string) Speaker {
	if !d.saysAlone(s) {
		return Speaker{}
	}
	return d.meantBefore(s)
}

// mereIntro tells that nobody is named before a verb of telling, and nothing but what leads up to it stands there.
func (d *Copy) mereIntro(s string) bool {
	return s != "" && !d.English() && !d.german() && introOnly.MatchString(s) &&
		!(d.Base() == "pt" && femaleAndComma.MatchString(s))
}

// withoutThat is a sentence without the "that" before a colon: "dijo que: “…”".
func (d *Copy) withoutThat(s string) string {
	if d.English() || d.german() {
		return s
	}
	return s[:len(s)-len(that.FindString(s))]
}

// verbThenWho reads a verb with who says it behind: "manifestó la directora Ruiz".
func (d *Copy) verbThenWho(s string) (Speaker, bool) {
	if !d.leavesOut() {
		return Speaker{}, false
	}
	first, size := utf8.DecodeRuneInString(s)
	for _, m := range d.verbPlaces(" " + string(unicode.ToLower(first)) + s[size:]) {
		intro, rest := strings.TrimSpace(s[:m[0]-1]), strings.Trim(s[m[1]-1:], " ,")
		if rest == "" || intro != "" && !d.mereIntro(intro) {
			continue
		}
		if who := d.Parse(rest); who.Ok && who.Name != "" {
			return who, true
		}
	}
	return Speaker{}, false
}

// leadsOnByAny is who is the subject of a sentence that leads on to words with a colon, by another verb: "La alcaldesa de Marlow,
// Ana Ruiz, ha puesto cifras al problema: “…”".
func (d *Copy) leadsOnByAny(text, words string) (from int, who Speaker, ok bool) {
	sentence, colon := strings.CutSuffix(text, ":")
	if !colon || !d.iberian() || prose.WordsIn(words) <= fewWords || !prose.StartsUpper(strings.TrimLeft(words, "¿¡")) {
		return 0, Speaker{}, false
	}
	from = prose.LastSentence(sentence, d.Cat)
	sentence = forTheirPart.ReplaceAllString(sentence[from:], "")
	if len(sentence) > 400 || prose.HasOpening(sentence) || anothersWords.MatchString(sentence) || ownWords.MatchString(sentence) {
		return 0, Speaker{}, false
	}
	who = d.subjectOf(strings.TrimLeft(sentence, ", "))
	return from, who, who.Ok && who.Name != "" && (who.Title != "" || d.isKnown(who.Name))
}

// fromOwnBody leads to somebody with the body for which they speak: "Desde Ríos Vivos, su directora Ana Ruiz".
var fromOwnBody = pattern.New(`^(?:Desde|Por parte d[eo]|Pel[ao]) (?:(?:el|la|los|las) )?(\p{Lu}[^,.:;“”"«»]{1,80}), (?:su|` +
	`[oa] seu|[oa] sua|seu|sua) (\p{L}.*)$`)

// fromBody reads that.
func (d *Copy) fromBody(s string) (Speaker, bool) {
	m := fromOwnBody.FindStringSubmatch(s)
	if m == nil || !d.iberian() {
		return Speaker{}, false
	}
	who := d.Parse(m[2])
	org, _ := d.OrgRun(m[1])
	if !who.Ok || who.Name == "" || org != m[1] {
		return Speaker{}, false
	}
	who.Org, who.Unsure = org, ""
	return who, true
}

// forTheirPart says that another has spoken before.
var forTheirPart = pattern.New(`(?i),? (?:pour (?:sa|leur) part|de (?:son|leur) côté|à (?:son|leur) tour|por (?:su|` +
	`sua) (?:parte|vez)|` +
	`dal canto (?:suo|loro)|da parte (?:sua|loro)|a (?:sua|loro) volta|seinerseits|ihrerseits|for (?:his|her|their) part|` +
	`in (?:his|her|their) turn|op (?:zijn|haar|hun) beurt),?\b`)

// inTurn begins a sentence in which another speaks than before, with no comma behind it.
var inTurn = pattern.New(`^(?:Por (?:su|sua) (?:parte|vez)|A su vez|Asimismo|Igualmente|Pour sa part|De son côté|À son tour|` +
	`Da parte sua|Dal canto suo|A sua volta) `)

// thenSays ends what stands before a verb with whom another sentence has named, of whom it goes on: "También intervino la
// directora, Ana Ruiz, quien".
var thenSays = pattern.New(`(?:^|[\s,])(((?:[Ee]l|[Ll]a|[Ii]l|[OoAa]) \p{L}[^,.:;“”"«»]{3,100}(?:, |` +
	` ))?` + wholeName + `(?:, [^,.:;“”"«»]{3,100})?), ` +
	`(?:quien|quem|que|che|qui)(?: (?:también|además|también|ainda))?$`)

// wholeName is somebody's, with the small words that Spanish and Portuguese have in it.
const wholeName = `(?:\p{Lu}[\p{L}’'-]+(?: (?:(?:de|del|da|do|dos|das|la|y|e) ){0,2}\p{Lu}[\p{L}’'-]+){1,3})`

// whoThen reads that: who is named at the end says what follows.
func (d *Copy) whoThen(s string) (Speaker, bool) {
	if d.English() || d.german() {
		return Speaker{}, false
	}
	m := thenSays.FindStringSubmatch(s)
	if m == nil {
		return Speaker{}, false
	}
	who := d.Parse(m[1])
	return who, who.Ok && who.Name != "" && strings.Contains(m[1], who.Name) && (m[2] != "" || who.Title != "" || d.isKnown(who.Name)) &&
		!prose.IsOrganisation(who.Name)
}

// withinRelative tells that a name stands in a relative clause of the text.
func withinRelative(text, name string) bool {
	before, _, ok := strings.Cut(text, name)
	return ok && name != "" && relativeWithin.MatchString(before[strings.LastIndexByte(before, ',')+1:])
}

var relativeWithin = pattern.New(`(?:^|\s)(?:que|cual|cuyo|cuya|qual|cujo|cuja|donde|onde) `)
