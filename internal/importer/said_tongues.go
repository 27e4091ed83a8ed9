package importer

import (
	"strings"

	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// What introduces speakers in German, French, Spanish, Italian, Dutch and Portuguese beside the
// verbs of saying.

// feelings are what somebody does who then speaks, by the language: right behind the name.
var feelings = map[string]*pattern.Pattern{
	"en": feels,
	"de": pattern.New(`^(?:ist|zeigt sich|zeigte sich|war) (?:sehr |über |auch |nicht |äußerst |besonders |` +
		`mehr als ){0,2}(?:erleichtert|zufrieden|stolz|überzeugt|` +
		`besorgt|enttäuscht|` +
		`erfreut|begeistert|dankbar)(?:[\s,.:]|$)|^(?:dankte?|lobte?|würdigte?|begrüßte?|kritisierte?|freute? sich|bedankte? sich|betonte?|` +
		`unterstrich|unterstreicht|appellierte?)(?:[\s,.:]|$)`),
	"fr": pattern.New(`^(?:a (?:également |aussi )?(?:salué|remercié|souligné|rappelé|félicité|dénoncé|regretté|insisté)|s[’']est ` +
		`(?:félicitée?|réjouie?|inquiétée?|indignée?)|se (?:félicite|réjouit|dit)|salue|remercie|souligne|rappelle|regrette|dénonce|` +
		`est (?:très )?(?:fière?|ravie?|satisfaite?|heureux|heureuse|convaincue?))(?:[\s,.:]|$)`),
	"es": pattern.New(`^(?:ha |también )?(?:destacó|destaca|destacado|agradeció|agradece|agradecido|celebró|celebra|` +
		`celebrado|subrayó|subraya|` +
		`subrayado|valoró|valora|valorado|resaltó|resalta|resaltado|felicitó|felicitado|lamentó|lamenta|lamentado|criticó|critica|` +
		`criticado|recordó|recuerda|recordado|reconoció|reconocido|se mostró|se ha mostrado)(?:[\s,.:]|$)`),
	"it": pattern.New(`^(?:ha )?(?:ringraziato|ringrazia|sottolineato|sottolinea|ricordato|ricorda|espresso|esprime|commentato|commenta|` +
		`elogiato|lodato|criticato|evidenziato|evidenzia)(?:[\s,.:]|$)|^si (?:dice|è detto|è detta)(?:[\s,.:]|$)`),
	"nl": pattern.New(`^(?:is|was|toont zich) (?:erg |zeer |heel |niet |ook |bijzonder ){0,2}(?:blij|tevreden|trots|verheugd|` +
		`teleurgesteld|bezorgd|opgelucht|` +
		`enthousiast)(?:[\s,.:]|$)|` +
		`^(?:benadrukte?|prijst|prees|verwelkomde?|hekelde?|bedankte?|onderstreepte?)(?:[\s,.:]|$)`),
	"pt": pattern.New(`^(?:também )?(?:destacou|destaca|agradeceu|agradece|ressaltou|ressalta|comemorou|comemora|elogiou|` +
		`elogia|enfatizou|` +
		`enfatiza|celebrou|celebra|salientou|salienta|sublinhou|sublinha|lamentou|lamenta|criticou|lembrou|lembra|reforçou|` +
		`reforça)(?:[\s,.:]|$)`),
}

// aheadOfName begins a sentence that leads on to words, before who says them: "Für Ana Ruiz, …, ist
// klar:", "Et Ana Ruiz, …, d’ajouter :".
var aheadOfName = pattern.New(`^(?:Für|Pour|Voor|Et|Und|Soddisfatt[oa]|Satisfaite?|Zufrieden) `)

// authorToo are what else somebody is who is quoted of a study.
var authorToo = wordSet(`autor autora coautor coautora auteur auteure autrice co-auteur co-auteure co-autrice coautrice coauteur autore
	coautore autorin mitautor mitautorin medeauteur`)

// dutchOffice are offices before a name that may go on with "de" or "van".
var dutchOffice = wordSet(`wethouder burgemeester minister staatssecretaris voorzitter woordvoerder directeur gedeputeerde hoogleraar
	onderzoeker bestuurder fractievoorzitter raadslid dijkgraaf projectleider lector`)

// asTheySay reads "Tal y como señala Ana Ruiz, presidenta de Ríos Vivos," before words in marks.
func (d *draft) asTheySay(s string) speaker {
	return d.phrased(s, `^(?i:tal y como|tal como|como|según|conforme|comme le|comme l[’']|ainsi que le|zoals|wie) ?(?i:{verb}) (\p{L}.*)`)
}

// fromTheBody leads to those who speak in Italian: "spiegano dalla Lega dei Marinai".
var fromTheBody = pattern.New(`^d(?:al |alla |all[’']|ai |agli |alle |allo )`)

// fromWithin reads "desde Ríos Vivos": the organisation speaks, and nobody is named.
func (d *draft) fromWithin(phrase string) (speaker, bool) {
	rest, ok := strings.CutPrefix(phrase, "desde ")
	if m := fromTheBody.FindString(phrase); m != "" && d.base() == "it" {
		rest, ok = phrase[len(m):], true
	} else if d.base() != "es" {
		ok = false
	}
	if !ok {
		return speaker{}, false
	}
	org, ok := d.orgRun(rest)
	return speaker{org: org, ok: true}, ok && org != release.Unknown && strings.HasSuffix(rest, org)
}

// officeAndComma is an office with its article and what it is over, with a name between commas
// behind: "La directora de Ríos Vivos, Ana Ruiz, visitó el puerto."
var officeAndComma = pattern.New(`(?:^|[\s(“"«„])((?:[EeLl][la]|[Ll]e|[Ii]l|[OoAa]|[Dd]er|[Dd]ie|[Dd]e) \p{L}[^,.:;“”"«»]{3,80}|` +
	`[Ll][’']\p{L}[^,.:;“”"«»]{3,80}), (\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+){1,2}),`)

// meetBehindOffice notes whom a text names so, outside English.
func (d *draft) meetBehindOffice(text string) {
	if d.base() == "en" {
		return
	}
	for _, m := range officeAndComma.FindAllStringSubmatch(text, mostFound) {
		who := d.titleThenName(m[1], " "+m[2])
		if !who.ok || who.name != m[2] || d.isKnown(who.name) {
			continue
		}
		who = d.doubt(who, m[1]+", "+m[2])
		who.ok = false
		d.known = append([]speaker{who}, d.known...)
	}
}
