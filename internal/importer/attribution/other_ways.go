package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Further ways of German, Dutch and the Nordic languages to say whose words are, with no plain verb beside the name.

var (
	// verdictBehind calls words what they are, behind them: "So lautet das Fazit von Ana Ruiz".
	verdictBehind = pattern.New(`^(?:[Ss]o |[Dd]as )?(?:lautet|lautete|ist|war) (?:das|die|der) (?:\p{Ll}+ )?(?:Fazit|Urteil|` +
		`Resümee|Bilanz|` +
		`Appell|Forderung|Credo|Botschaft|Einschätzung|Überzeugung|Wunsch|Rat|Tipp|Kommentar|Antwort) ((?:von|des|der) .+)$`)
	// citedBehind says that a release quotes somebody: "wird Ana Ruiz in der Mitteilung zitiert".
	citedBehind = pattern.New(`^(?:wird|wurde|wordt|werd) (\p{L}[^“”„]{3,160}?),? (?:(?:in|von) (?:der|einer|dem|het|de|een) \p{L}+ )?` +
		`(?:zitiert|geciteerd|aangehaald)$`)
	// toThem is to whom somebody says something, right behind the verb.
	toThem = pattern.New(`^(\p{L}+) (?:ihr|ihm|ihnen|dem|hem|haar|hen) (?:auch |auch noch )?(\p{Lu}.*?)(?: bei)?$`)
	// wordsOn leads on to further words of who spoke last.
	wordsOn = pattern.New(`^(?:Und|und|En|en|Och|och|Og|og) (?:weiter|verder|vidare|videre)$`)
)

// saidOtherwise reads a clause behind words in one of those ways.
func (d *Copy) saidOtherwise(s string) (Speaker, bool) {
	if !d.tellsBeside() {
		return Speaker{}, false
	}
	if m := verdictBehind.FindStringSubmatch(s); m != nil && d.german() {
		who := d.Parse(strings.TrimPrefix(m[1], "von "))
		return who, who.Ok && who.Name != ""
	}
	if m := citedBehind.FindStringSubmatch(s); m != nil {
		who := d.Parse(m[1])
		return who, who.Ok && who.Name != ""
	}
	if m := toThem.FindStringSubmatch(s); m != nil && d.isVerb(strings.ToLower(m[1])) {
		who := d.Parse(m[2])
		return who, who.Ok && who.Name != ""
	}
	return Speaker{}, false
}

var (
	// thatSays is a sentence before words that says who says so: "Dat zegt Ana Ruiz van Oever."
	thatSays = `^(?:Das|Dies|Dat|Dit|Det) (?:{verb}) (\p{L}.*)$`
	// asTheyTell leads to words with which a sentence ends: "Wie Ana Ruiz mitteilte, „…“".
	asTheyTell = pattern.New(`^(?:Wie|Zoals|Som) (\p{L}[^“”„:;]{3,200}?),? (?:\p{Ll}+ ){0,3}?` +
		`(mitteilte?|erklärte?|sagte?|betonte?|berichtete?|erläuterte?|schreibt|schrieb|zegt|stelt|meldt|säger|siger|sier),?$`)
	// someoneAtEnd ends a sentence that leads to words with a colon: somebody with whom they are of.
	someoneAtEnd = pattern.New(`(?:^|[ ,])\p{Ll}+ ((?:(?:Dr|Prof|dr|prof)\. )*\p{Lu}[\p{L}’'-]+(?: (?:van|de|der|den|von|zu|ten|` +
		`ter)){0,2} ` +
		`\p{Lu}[\p{L}’'-]+(?: (?:vom|von|van|från|fra|på) [^,]+|, [^:]+))$`)
)

// toldJustBefore is who says so by the sentence right before words.
func (d *Copy) toldJustBefore(sentence string) (Speaker, bool) {
	if !d.tellsBeside() || prose.HasOpening(sentence) {
		return Speaker{}, false
	}
	m := d.phrasing(thatSays).FindStringSubmatch(strings.TrimRight(sentence, " ."))
	if m == nil {
		return Speaker{}, false
	}
	who := d.Parse(m[1])
	return who, who.Ok && who.Name != ""
}

// partAsTold is who tells what such a sentence ends with.
func (d *Copy) partAsTold(s string) Speaker {
	m := asTheyTell.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil || !d.tellsBeside() {
		return Speaker{}
	}
	return d.subject(strings.TrimRight(m[1], ","))
}

// leadsAtEnd is who is named at the end of a sentence that a colon closes, with an office or organisation, and nobody beside.
func (d *Copy) leadsAtEnd(s string) (Speaker, bool) {
	m := someoneAtEnd.FindStringSubmatchIndex(s)
	if m == nil || !d.tellsBeside() || prose.HasOpening(s) || d.ofAThird(s) {
		return Speaker{}, false
	}
	phrase := s[m[2]:m[3]]
	who := d.Parse(phrase)
	sure := who.Title != "" && d.IsTitle(who.Title) || prose.IsOrganisation(who.Org)
	if !who.Ok || who.Name == "" || !strings.HasPrefix(phrase, who.Name) || !sure || prose.IsOrganisation(who.Name) ||
		d.severalNamed("– "+s[:m[2]], who.Name) {
		return Speaker{}, false
	}
	return who, true
}

var (
	// worksFor tells at what body somebody works: "Ana Ruiz arbeitet seit 2010 beim Uferbund".
	worksFor = pattern.New(`(\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+) (?:arbeitet|forscht|lehrt|engagiert sich|leitet|werkt|arbetar|` +
		`arbejder|arbeider)` +
		`((?: [\p{Ll}\d]+){0,4}?) (beim|bei der|bei|am|an der|für die|für den|bij|voor|på|vid|ved|hos|i) (?:(?:de|het) )?(\p{Lu}[^.,;:“”„]*)`)
	// leadsBody tells what body somebody leads: "Mona Kiel leitet das Hafenmuseum Marlow".
	leadsBody = pattern.New(`(\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+) (?:leitet|führt)(?: seit \d{4})? (das|die|den) (\p{Lu}[^.,;:“”„]*)`)
	// bodyHasThem tells the same the other way round: "Beim Uferbund ist Ana Ruiz für die Lampen zuständig".
	bodyHasThem = pattern.New(`(?:^|[.!?] )(?:Beim|Bei der|Am|An der) (\p{Lu}[^.,;:“”„]*?) (?:ist|arbeitet|leitet|koordiniert|` +
		`forscht|betreut) ` +
		`(\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+)`)
	// isInNordic says what somebody is: "Anna Vik er leder i Marløy Lys".
	isInNordic = pattern.New(`(\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+) (?:är|er) ((?:\p{Ll}+ )?\p{L}+ (?:i|på|for|för|vid|ved|` +
		`hos) \p{Lu}[^.,;:“”„–]*)`)
)

// meetAtWork notes whom a text names with the body for which they work.
func (d *Copy) meetAtWork(text string) {
	if !d.tellsBeside() {
		return
	}
	note := func(name, title, article, org string) {
		whole, ok := d.OrgRun(org)
		if !ok || d.isKnown(name) || !prose.LooksLikeName(name) || prose.IsOrganisation(name) || !prose.IsOrganisation(whole) || d.IsTitle(name) {
			return
		}
		if whole = d.nominative(article, whole); whole != release.Unknown {
			d.Known = append([]Speaker{{Name: name, Title: title, Org: whole}}, d.Known...)
		}
	}
	for _, m := range worksFor.FindAllStringSubmatch(text, prose.MostFound) {
		note(m[1], "", prose.LastWord(m[3]), m[4])
	}
	for _, m := range bodyHasThem.FindAllStringSubmatch(text, prose.MostFound) {
		note(m[2], "", "dem", m[1])
	}
	if d.german() {
		for _, m := range leadsBody.FindAllStringSubmatch(text, prose.MostFound) {
			note(m[1], "", "", m[3])
		}
	}
	if !d.nordic() {
		return
	}
	for _, m := range isInNordic.FindAllStringSubmatch(text, prose.MostFound) {
		if who := d.Parse(m[1] + ", " + strings.TrimSpace(m[2])); who.Ok && who.Name == m[1] && d.IsTitle(who.Title) && !d.isKnown(who.Name) {
			who.Ok = false
			d.Known = append([]Speaker{who}, d.Known...)
		}
	}
}

var (
	// germanObject is what somebody comments on, behind the name: "Ana Ruiz den Beschluss".
	germanObject = pattern.New(`^(.*\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+) (?:den|das|dem|die|diese[nsr]?|einen|eine|ihren|` +
		`seinen) (\p{Lu}\p{L}+)` +
		`(?: (?:der|des|von|im|in der) \p{L}+)?$`)
	// germanQuality stands between an article and an office.
	germanQuality = pattern.New(`^((?:[Dd]er|[Dd]ie) )(?:zuständige|verantwortliche|neue|langjährige|amtierende|federführende|` +
		`betreuende|örtliche|(?:erst )?\d+-?[Jj]ährige) (\p{Lu})`)
	// someYears are somebody’s years behind the name, in brackets.
	someYears = pattern.New(`(\p{Lu}[\p{L}’'-]+) \(\d{1,3}\)`)
	// forBody is a party or association for which somebody speaks, before the verb: "Für die Fraktion".
	forBody = pattern.New(`^Für (?:die|den|das) (\p{Lu}[^,]*?) (?:sagte|sagt|erklärte|erklärt|betonte|betont|begrüßte|lobte|` +
		`ergänzte) (\p{Lu}.*)$`)
)

// plainPhrase is a phrase without those.
func (d *Copy) plainPhrase(phrase string) string {
	if d.English() {
		return phrase
	}
	phrase = someYears.ReplaceAllString(phrase, "$1")
	if !d.german() {
		return phrase
	}
	if m := germanObject.FindStringSubmatch(phrase); m != nil && !d.IsTitle(m[2]) && !strings.Contains(m[1], ",") {
		phrase = m[1]
	}
	return germanQuality.ReplaceAllString(phrase, "$1$2")
}

// spokeForBody is who speaks by a sentence that begins so, before a colon.
func (d *Copy) spokeForBody(s string) (Speaker, bool) {
	m := forBody.FindStringSubmatch(s)
	if m == nil || !d.german() {
		return Speaker{}, false
	}
	who := d.Parse(m[2])
	if org, _ := d.OrgRun(m[1]); org == m[1] && (who.Org == "" || who.Org == release.Unknown) && prose.IsOrganisation(org) {
		who.Org, who.Unsure = org, ""
	}
	return who, who.Ok && who.Name != ""
}

// leadsToAnother tells a sentence that begins with somebody and has another at the end of what they do, before a comma: "Ana
// Ruiz traf am Kai Jan Osten, Präsident der Kammer".
func leadsToAnother(s string, who Speaker) bool {
	rest, ok := strings.CutPrefix(upToComma(s), who.Name+" ")
	words := strings.Fields(rest)
	if n := len(words); !ok || n < 4 || prose.StartsUpper(rest) || !strings.Contains(s, ",") || strings.Contains(who.Org, words[n-1]) {
		return false
	}
	name := strings.Join(words[len(words)-2:], " ")
	return prose.LooksLikeName(name) && !prose.IsOrganisation(name)
}
