package attribution

import "pressroom/internal/pattern"

// Whoever holds a public office, sits on a bench or is somebody's counsel speaks for no association or firm that quotes them:
// "a déclaré Ana Ruiz, sénatrice" in the release of a league of sailors.

// officials are such offices by their language. An office of a town, a court or a diocese may be of whoever issues the release
// where that is one.
var officials = map[string]*pattern.Pattern{
	"fr": pattern.New(`(?i)^(?:(?:ancienne?|vice-|première?|sous-|euro) ?)*(?:sénat(?:eur|rice)|députée?|préf[eè]te?|` +
		`conseill(?:er|ère) (?:municipale?|départementale?|régionale?|générale?|communautaire|métropolitaine?|d[’']arrondissement|` +
		`d[’']état)|` +
		`procureure?|(?:premi(?:er|ère) )?adjointe?(?: au maire| à la maire)?$|ambassad(?:eur|rice)|garde des sceaux|élue?\b|` +
		`rapporteure?\b|` +
		`bâtonni(?:er|ère)|(?:arch)?évêque|avocate?\b|magistrate?|commissaire (?:divisionnaire|européenne?)|` +
		`présidente? (?:du|de la|de l[’']) ?(?:région|département|métropole|agglomération|république|sénat|assemblée|` +
		`conseil (?:régional|départemental|` +
		`général)|communauté (?:de communes|d[’']agglomération|urbaine)))`),
	"es": pattern.New(`(?i)^(?:(?:ex|vice|primer[ao]?|teniente de|euro)[ -]?)*(?:diputad[oa]|senador[a]?|concejal[a]?\b|` +
		`edil[a]?\b|gobernador[a]?|fiscal\b|` +
		`juez[a]?\b|magistrad[oa]|intendent[ea]|legislador[a]?|procurador[a]?\b|president[ea] municipal|síndic[oa]\b|regidor[a]?|` +
		`abogad[oa]\b|` +
		`letrad[oa]\b|(?:arz)?obispo|embajador[a]?|alcalde(?:sa)?|parlamentari[oa]|asambleísta|prefect[oa])`),
	"it": pattern.New(`(?i)^(?:(?:ex|vice|euro) ?)*(?:senat(?:ore|rice)|deputat[oa]|sindac[oa]|assessor[ea]\b|` +
		`consiglier[ea] (?:comunale|regionale|provinciale|metropolitan[oa]|municipale)|governat(?:ore|rice)|ministr[oa]|sottosegretari[oa]|` +
		`procurat(?:ore|rice)|` +
		`questore|questrice|prefett[oa]|capogruppo|(?:arci)?vescovo|avvocat[oa]|onorevole|parlamentare|ambasciat(?:ore|rice)|` +
		`giudice|magistrat[oa])`),
	"pt": pattern.New(`(?i)^(?:(?:ex|vice|euro)-?)*(?:deputad[oa]|senador[a]?|vereador[a]?|prefeit[oa]|governador[a]?|autarca|` +
		`procurador[a]?\b|promotor[a]? de justiça|` +
		`promotor[a]?$|ju[ií]z[a]?\b|delegad[oa] d[eao] polícia|delegad[oa]$|desembargador[a]?|(?:arce)?bispo|embaixador[a]?|` +
		`advogad[oa]|` +
		`president[ea] da (?:câmara|junta)|secretári[oa] (?:municipal|estadual))`),
	"de": pattern.New(`(?i)(?:staatssekretär|staatsr[aä]t|gemeinder[aä]t|kreisr[aä]t|nationalr[aä]t|ständer[aä]t|` +
		`regierungsr[aä]t|bezirksr[aä]t|` +
		`regierungspräsident|botschafter|anw[aä]lt|richter|bischof|bischöf|ortsvorsteher|stadtverordnete|landtagspräsident|` +
		`parlamentarier)(?:in|r)?$`),
	"nl": pattern.New(`(?i)^(?:oud-|vice-|loco)?(?:burgemeester|wethouder|gedeputeerde|minister|staatssecretaris|(?:tweede |` +
		`eerste )?kamerlid|raadslid|` +
		`senator|europarlementariër|officier van justitie|rechter|commissaris van de koning|gouverneur|statenlid|fractievoorzitter|` +
		`schepen|bisschop|advocaat|dijkgraaf|parlementslid)`),
	"en": pattern.New(`(?i)\b(?:police chief|chief of police|fire chief|alder(?:man|woman|person)|(?:party|opposition) leader|` +
		`chief justice|` +
		`(?:solicitor|attorney|advocate|surgeon) general|(?:lawyer|attorney|barrister|solicitor|counsel) (?:for|representing) .*)$`),
}

// ofPublicIssuer are words in the names of bodies whose own such an office may be.
var ofPublicIssuer = pattern.New(`(?i)(?:^|[\s’'-])(?:ville|mairie|commune|préfecture|région|département|métropole|communauté|` +
	`conseil|parlement|sénat|` +
	`assemblée|ministère|gouvernement|tribunal|cour|parquet|barreau|ordre|diocèse|évêché|ayuntamiento|municip\p{L}*|alcaldía|` +
	`diputación|gobierno|` +
	`junta|intendencia|legislatura|congreso|senado|parlamento|fiscalía|juzgado|obispado|arzobispado|arzobispad[oa]|diócesis|` +
	`concejo|concello|` +
	`cabildo|colegio|comune|regione|provincia|città|consiglio|ministero|camera|senato|questura|prefettura|procura|diocesi|ordine|` +
	`prefeitura|` +
	`câmara|governo|secretaria|assembleia|ministério|ordem|stadt|gemeinde|landkreis|kreis|kanton|land|landtag|bundestag|` +
	`nationalrat|senat|` +
	`\p{L}*ministerium|regierung\p{L}*|staatsanwaltschaft|\p{L}*gericht|bistum|erzbistum|\p{L}*fraktion|fractie|gemeente|` +
	`provincie|bisdom|ministerie|` +
	`city|town|county|council|government|department|ministry|office|court|courts|police|fire|parliament|assembly|senate|house|` +
	`district|state|` +
	`province|village|borough|diocese|archdiocese|chambers|law|legal|advocates|avocats|abogados|avvocati|advogados|anwälte|` +
	`rechtsanwälte|advocaten|` +
	`part(?:i|y|ei|ido|ito|ij|it)|socialistes?|verts|verdi|verdes|grüne|grünen|linke|linken|spd|cdu|csu|fdp|afd|psoe|pp|ps|pd|pt|` +
	`psd|vvd|d66|` +
	`groenlinks|écologistes?|républicains|democrats|labour|greens|conservatives|liberals)(?:$|[\s,.’'-])`)

// anOfficial tells an office of those who speak for no issuer of this kind.
func (d *Copy) anOfficial(title string) bool {
	offices := officials[d.Base()]
	return offices != nil && offices.MatchString(title) && !ofPublicIssuer.MatchString(d.Issuer())
}
