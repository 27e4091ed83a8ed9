package attribution

import (
	"iter"
	"regexp"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Whoever was named with an office is called by that alone further down: "the Lord Mayor said". And whoever a sentence
// was about is called by what they are: "the midfielder said".

// somebodysName is a name, perhaps with how one is addressed before it.
const somebodysName = `((?:(?:Dr|Mr|Mrs|Ms|Prof|Cr|Cllr|Hon|Rev|Sir|Dame|Chief|Barr|Engr|Alhaji)\.? )*` +
	`\p{Lu}[\p{L}’'-]+(?: \p{Lu}\.)?(?: \p{Lu}[\p{L}’'-]+){1,2})`

// seatsLetters are of what somebody is a member, behind the name.
const seatsLetters = `TD|MP|MEP|MSP|MLA|MHA|MLC|MPP|MPL|OBE|KC`

var behindSeat = pattern.New(` (?:` + seatsLetters + `)$`)

// calledByOffice reads an office with its article that the text gives to one person, and to nobody else.
func (d *Copy) calledByOffice(phrase string) (Speaker, bool) {
	office, ok := strings.CutPrefix(strings.TrimPrefix(strings.Trim(phrase, ".,"), "The "), "the ")
	if !d.English() || !ok && !strings.HasPrefix(phrase, "The ") || !officesAlone(office) {
		return Speaker{}, false
	}
	quoted := `\b(?i:` + regexp.QuoteMeta(office) + `)`
	over := `((?: (?:of|for) (?:the )?[^,.;:“”"()]{2,60}?)?)`
	found := Speaker{}
	for i, re := range []*regexp.Regexp{ // "Minister of State" is another office than "the Minister"
		regexp.MustCompile(quoted + over + `, ` + somebodysName + `(?: (?:` + seatsLetters + `))?(?:[,.;:]| \p{Ll}|$)`),
		regexp.MustCompile(quoted + `() ` + somebodysName + `(?:[,.;:]| \p{Ll}|$)`),
		regexp.MustCompile(somebodysName + `, (?:the )?(?:[\p{L}-]+ ){0,3}?` + quoted + over + `(?:[,.;:]| (?:and|who|has|is|was|said) |$)`),
	} {
		for text := range d.texts() {
			text = addressedTwice.ReplaceAllString(styled.ReplaceAllString(inIndia.ReplaceAllString(text, ""), ""), "$1 ")
			for _, m := range re.FindAllStringSubmatch(text, prose.MostFound) {
				name, of := m[2], m[1]
				if i == 2 { // the office is behind the name
					name, of = m[1], m[2]
				}
				if name = trimHonours(behindSeat.ReplaceAllString(name, "")); !d.aPerson(name, m[0]) || strings.HasPrefix(of, " of State ") {
					continue
				}
				if found.Name != "" && found.Name != name {
					return Speaker{}, false
				}
				found = Speaker{Name: name, Title: office + of, Ok: true}
			}
		}
	}
	if found.Name == "" {
		return Speaker{}, false
	}
	for _, k := range d.Known {
		if k.Name == found.Name && k.Title != "" {
			k.Ok = true
			return k, true
		}
	}
	return d.doubt(d.recall(found), found.Name+", "+found.Title), true
}

// officesAlone tells words of an office, and no other: "Lord Mayor", "Deputy Minister".
func officesAlone(s string) bool {
	for _, w := range strings.Fields(strings.ToLower(s)) {
		if !prose.TitleWords[w] && !prose.TitleModifiers[w] && w != "lord" && w != "prime" {
			return false
		}
	}
	return prose.TitleWords[strings.ToLower(prose.LastWord(s))]
}

// trimHonours is a name without how one is addressed before it.
func trimHonours(name string) string {
	for {
		first, rest, ok := strings.Cut(name, " ")
		if !ok || !prose.Honorifics[strings.ToLower(first)] && !prose.Ranks[prose.PlainWord(first)] && first != "Chief" {
			return name
		}
		name = rest
	}
}

// callsSomebody are nouns for people by which a text goes on about whom it was about.
var callsSomebody = pattern.New(`^(?:[Tt]he |[Tt]he \p{L}+-based |[Tt]he (?:former|retired|veteran|young) )` +
	`(?:\d\d-year-old|midfielder|striker|defender|goalkeeper|winger|forward|captain|batsman|bowler|cyclist|runner|swimmer|boxer|` +
	`prelate|bishop|cardinal|archbishop|cleric|pastor|priest|rabbi|imam|don|academic|scholar|scientist|researcher|professor|` +
	`historian|economist|biologist|lawmaker|legislator|senator|congressman|congresswoman|councillor|politician|singer|songwriter|` +
	`actor|actress|author|writer|novelist|poet|artist|painter|sculptor|filmmaker|photographer|composer|executive|entrepreneur|` +
	`Swede|Dane|Finn|Scot|Pole|Spaniard|Irishman|Irishwoman|Welshman|Welshwoman|Englishman|Englishwoman|Frenchman|Frenchwoman|` +
	`Dutchman|Dutchwoman|German|Italian|Norwegian|Belgian|Brazilian|Austrian|Canadian|American|Nigerian|Jamaican|` +
	`founder|teenager|pensioner|grandmother|grandfather|farmer|fisherman|lawyer|barrister|solicitor|unionist|labou?r leader)$`)

// calledByKind reads such a noun: whom the sentence before is about, or who spoke last.
func (d *Copy) calledByKind(phrase string) (Speaker, bool) {
	if !d.English() || !callsSomebody.MatchString(strings.Trim(phrase, " .,")) {
		return Speaker{}, false
	}
	if who, ok := d.newSubject(); ok {
		return who, true
	}
	since := d.since
	text := strings.ReplaceAll(since, "\n", " ")
	from := prose.LastSentence(text, d.Cat)
	d.since = since[:from] // such a noun may stand in that sentence too, and means whom the one before it is about
	who, ok := d.telling(text[from:])
	d.since = since
	if ok {
		return who, true
	}
	who = d.meant()
	return who, who.Ok && who.Name != ""
}

// toldElsewhere fills in for somebody without an organisation what the text tells elsewhere with the same name, where
// that is one organisation and it is sure.
func (d *Copy) toldElsewhere(who Speaker) Speaker {
	if !d.English() || who.Org != "" && who.Org != release.Unknown || who.Unsure != "" && who.Unsure != namesNoOrg ||
		!strings.Contains(who.Name, " ") || past.MatchString(who.Title) || elected[prose.PlainWord(prose.LastWord(who.Title))] {
		return who
	}
	name := trimHonours(who.Name)
	found := Speaker{}
	for text := range d.texts() {
		for at := range placesOf(text, name) {
			for _, told := range d.toldAt(text, at, name) {
				if found.Org != "" && found.Org != told.Org {
					return who
				}
				found = told
			}
		}
	}
	if found.Org == "" {
		return who
	}
	who.Org, who.Unsure = found.Org, ""
	if who.Title == "" {
		who.Title = found.Title
	}
	return who
}

// toldAt is what a text says with a name at a place, as an office or organisation behind it or before it.
func (d *Copy) toldAt(text string, at int, name string) []Speaker {
	var out []Speaker
	before := d.titledBefore(text[:at])
	_, last, row := cutLast(before, " and ")
	phrases := []string{name + behindNamed.FindString(text[at+len(name):]), before + name}
	if row { // "Director Ana Ruiz and Dean Tom Reed"
		phrases = append(phrases, last+name)
	}
	for _, phrase := range phrases {
		told := d.doubt(d.Parse(strings.TrimRight(phrase, " ,")), phrase)
		if kind := prose.FirstWord(told.Title); told.Org == "" && oneKind.MatchString(kind) {
			told.Org, told.Title = d.onlyCalled(kind), strings.TrimPrefix(told.Title, kind+" ")
		}
		if !d.isOf(told, name, phrase) {
			continue
		}
		if first, other, ok := strings.Cut(told.Org, " and "); ok && d.aPerson(other) && d.evident(first) && !prose.IsOrganisation(told.Org) {
			told.Org = first // "produced by Ana Ruiz of Rope & Tide and Tom Reed"
		}
		out = append(out, told)
	}
	return out
}

// cutLast cuts a text at the last place of what is between.
func cutLast(s, between string) (before, behind string, ok bool) {
	at := strings.LastIndex(s, between)
	if at < 0 {
		return s, "", false
	}
	return s[:at], s[at+len(between):], true
}

// isOf tells somebody as a phrase reads, with the name, an office or none, and an organisation that is sure.
func (d *Copy) isOf(who Speaker, name, phrase string) bool {
	noun, _, _ := strings.Cut(phrase, " ") // "Museum Director Ana Ruiz", of the only museum
	stands := strings.Contains(phrase, who.Org) || noun == prose.FirstWord(who.Org) || noun == prose.LastWord(who.Org)
	if !who.Ok || trimHonours(who.Name) != name || len(who.Org) < 3 || !stands || !d.evident(who.Org) {
		return false
	}
	if d.isPronoun(who.Org) || publicOffice(who.Title) || collective.MatchString(who.Title) {
		return false
	}
	return who.Title == "" || d.IsTitle(who.Title)
}

// behindNamed is what may say behind a name whom somebody speaks for.
var behindNamed = pattern.New(`^(?:, [^.;:“”"()]{3,140}| (?:of|from|at|with) [^.,;:“”"()]{3,80})`)

// placesOf are where a text has a name.
func placesOf(text, name string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for from, n := 0, 0; n < prose.MostFound; n++ {
			at := strings.Index(text[from:], name)
			if at < 0 || !yield(from+at) {
				return
			}
			from += at + len(name)
		}
	}
}

// collective are several people behind somebody in a list, and no office: "Ana Ruiz, youth from Marlow".
var collective = pattern.New(`(?i)^(?:\p{L}+ )?(?:youth|students?|pupils|volunteers|members|staff|residents|children|parents|teachers|` +
	`families|players|fans|workers|neighbou?rs|friends|representatives|leaders|officials|experts)$`)

// titledBefore is what stands before a name of its office and organisation: the words from the last small word on that
// leads to them.
func (d *Copy) titledBefore(s string) string {
	toks := prose.Tokens(s)
	from := len(toks)
	for from > 0 && len(toks)-from < 10 {
		t := toks[from-1]
		w := strings.ToLower(t.Text)
		small := !t.Capital && !prose.TitleWords[w] && !prose.TitleModifiers[w] && !prose.OrgConnectors[w] && !prose.BehindOffice[w]
		if small || from < len(toks) && strings.ContainsAny(t.Text, ",.;:()“”\"") && !prose.Honorifics[w] {
			break
		}
		from--
	}
	for from < len(toks) && (prose.OrgConnectors[strings.ToLower(toks[from].Text)] || prose.Leading[strings.ToLower(toks[from].Text)] ||
		prose.SentenceOpening[strings.ToLower(toks[from].Text)]) {
		from++
	}
	if from == len(toks) {
		return ""
	}
	return s[toks[from].From:]
}
