package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// leadership are nouns for those who lead an organisation together, and who speak for it.
var leadership = prose.WordSet(`direction direzione dirección direção directie geschäftsführung geschäftsleitung leitung
	management leadership
	gérant gérante equipo équipe team equipe squadra
	organisation organizzazione organización organização organisatie présidence presidencia presidenza`)

// overWhat is an office with what it is over.
var overWhat = pattern.New(`^\p{L}[\p{L}-]*(?: \p{Ll}[\p{L}’'-]*\S*.*)?$`)

// ofFirms are offices that only organisations have.
var ofFirms = pattern.New(`^(?:(?:co-)?(?:ceo|cfo|coo|cto|founder|gründer(?:in)?)|(?:haupt)?geschäftsführer(?:in)?|gérante?)$`)

// overPart is an office that is over a part of an organisation, whose name stands behind it.
var overPart = pattern.New(`^(?:vice-?présidente?|vicepresident[ea]|director[a]?|directeur|directrice|direttore|direttrice|` +
	`diretor[a]?|` +
	`responsable|responsabile) (?:de|du|des|d’|d'|di|da|do|del|della) ?(?:la |l’)?\p{Ll}\S+$`)

// itself is an organisation that speaks and that the sentence does not name.
var itself = pattern.New(`^(?i:the (?:company|organi[sz]ation|agency|nonprofit|charity|firm|` +
	`university|museum|hospital|school|library|council|ministry|department|church|diocese|college|board|committee|commission|` +
	`authority|theatre|theater|gallery|zoo|centre|center|district|city|county|` +
	`association|alliance|federation|society|institute|trust|club|festival|campaign|network|group|` +
	`union|foundation|coalition)|das unternehmen|` +
	`der (?:verband|verein)|die (?:stiftung|organisation)|l[’'](?:entreprise|association|organisation)|` +
	`la (?:société|fondation|mairie|municipalité|préfecture)|l[’']amministrazione(?: comunale| regionale)?|` +
	`el (?:ayuntamiento|consistorio)|a prefeitura(?: municipal)?|het gemeentebestuur|die (?:stadtverwaltung|gemeindeverwaltung)|` +
	`le (?:ministère|collectif|syndicat|musée)|el (?:ministerio|sindicato|colectivo|museo)|il (?:ministero|sindacato|comitato|museo)|` +
	`o (?:ministério|sindicato|museu)|het (?:ministerie|museum)|das (?:ministerium|museum)|die (?:gewerkschaft|initiative)|` +
	`la (?:empresa|organización|asociación|fundación)|l[’'](?:azienda|associazione|organizzazione)|` +
	`a (?:empresa|organização|associação|fundação)|het bedrijf|de (?:organisatie|stichting|vereniging))$`)

// inItsName is what an organisation has said something in, behind it: "the hospital statement", "the trust's report".
var inItsName = pattern.New(`(?:’s|'s)? (?:statement|press release|release|report|announcement|website|letter)$`)

// firms are what companies call themselves.
var firms = prose.WordSet("company firm unternehmen entreprise société empresa azienda bedrijf")

// kindsSpokesman is somebody without a name of whose organisation the text says here only what it is.
var kindsSpokesman = pattern.New(`^(?:[Aa]|[Tt]he) (company|firm|` + ownKinds + `) ` +
	`(spokesman|spokeswoman|spokesperson|official|representative)$`)

// issuerAs is the organisation that issues the release, if it can be called so: a company is
// no union, and an agency that speaks may be another.
func (d *Copy) issuerAs(phrase string) string {
	org := d.Issuer()
	noun := strings.ToLower(prose.Elided(prose.LastWord(phrase)))
	named := strings.Contains(strings.ToLower(org), noun)
	if !named {
		if first := d.firstCalled(noun); first != "" {
			return first
		}
	}
	if org == "" || prose.Leading[strings.ToLower(prose.FirstWord(org))] ||
		!named && !(firms[noun] && (!prose.IsOrganisation(org) || prose.Lettered.MatchString(org))) {
		return release.Unknown
	}
	return org
}

// nameless reads somebody whom the text names by an office alone, of which it does not say
// more: “…”, a déclaré la direction générale.
func (d *Copy) nameless(phrase string) Speaker {
	phrase = strings.Trim(d.aloneNamed(d.withoutAdverbs(phrase)), " .,")
	if who := d.initialsSpeak(phrase); who.Ok {
		return who
	}
	if d.English() {
		phrase = inItsName.ReplaceAllString(phrase, "")
	}
	if itself.MatchString(phrase) {
		who := Speaker{Org: d.issuerAs(phrase), Ok: true}
		if who.Org == release.Unknown {
			who.Unsure = "the text does not name here the organisation that says this; write it instead of the ?"
		}
		return who
	}
	if m := kindsSpokesman.FindStringSubmatch(phrase); m != nil && d.English() {
		who := Speaker{Title: m[2], Org: d.issuerAs("the " + m[1]), Ok: true}
		if who.Org == release.Unknown {
			who.Unsure = "the text does not name here the organisation of this speaker; write it instead of the ?"
		}
		return who
	}
	if head, rest, _ := strings.Cut(phrase, ","); rest == strings.ToLower(rest) {
		phrase = head // what is told of them
	}
	m := definiteOffice.FindStringSubmatch(phrase)
	if who := d.oneOrAll(phrase); who.Ok {
		return who
	}
	if who := d.peopleAlone(phrase); who.Ok || m == nil {
		return who
	}
	office := m[1] + m[2]
	first := strings.ToLower(prose.FirstWord(office))
	if !d.English() && calls(strings.ToLower(office)) {
		return Speaker{Title: office, Org: release.Unknown, Ok: true, Unsure: byOfficeAlone}
	}
	lead := leadership[first]
	if !overWhat.MatchString(withoutQualities(office)) || !lead && !prose.TitleWords[first] && !d.officeNoun(first) || privateTitles[first] ||
		len(strings.Fields(office)) > 10 {
		return Speaker{}
	}
	for _, k := range d.Known {
		if k.Ok && k.Name != "" && hasWords(k.Title, office) {
			return Speaker{} // one of those who were named with it
		}
	}
	title, org := d.TitleOrg(office)
	who := Speaker{Title: office, Ok: true}
	switch {
	case lead && len(strings.Fields(office)) < 3:
		return who
	case lead && org != "" && strings.HasSuffix(office, org):
		return Speaker{Org: org, Ok: true}
	case len(strings.Fields(org)) == 1 && !prose.IsOrganisation(org) && !d.knownOrg(org) && !ofFirms.MatchString(first) &&
		!overPart.MatchString(title):
	case org != "" && title != "" && !overFields.MatchString(title) && strings.HasSuffix(office, org):
		who.Title, who.Org = title, org
		return d.doubt(who, phrase)
	}
	who.Org = release.Unknown
	who.Unsure = byOfficeAlone
	return who
}

const byOfficeAlone = "the text names this speaker by an office alone; write who it is, and of which organisation"

// withoutQualities is an office without the adjectives that stand behind it with a capital:
// "Directeur Général".
func withoutQualities(office string) string {
	words := strings.Fields(office)
	for len(words) > 1 && (prose.BehindOffice[strings.ToLower(words[1])] || len(words[1]) < 4 && words[1] == strings.ToUpper(words[1])) {
		words = append(words[:1], words[2:]...)
	}
	return strings.Join(words, " ")
}

// wrote reads "the authors of the report": nobody has a name, and the words are
// theirs.
func (d *Copy) wrote(phrase string) Speaker {
	if m := spokesmanOfKind.FindStringSubmatch(phrase); m != nil && d.English() {
		if org := d.issuerAs("the " + m[1]); org != release.Unknown {
			return Speaker{Org: org, Ok: true}
		}
	}
	if d.English() && authors.MatchString(phrase) || authorsElsewhere.MatchString(phrase) {
		return Speaker{Ok: true}
	}
	return Speaker{}
}

// spokesmanOfKind is somebody who speaks for a body that the sentence calls by what it is: "a spokesperson for the company".
var spokesmanOfKind = pattern.New(`(?i)^(?:an? |the )(?:spokes(?:person|man|woman)|representative|official) (?:for|of|from|with) the ` +
	`(company|firm|organi[sz]ation|group|agency|association|charity|university|museum|hospital|union|foundation|council|ministry|department)$`)

// authorsElsewhere are those of a text in other languages: "los autores del informe".
var authorsElsewhere = pattern.New(`(?i)^(?:(?:l[oa]s|die|les|gli|le|[oa]s|de) )?(?:autor[ae]s|autor(?:inn)?en|` +
	`verfasser(?:innen)?|auteur(?:e?s|ices)|` +
	`autrices|autori|autrici|forscher(?:innen)?|chercheur(?:euse)?s|investigador[ae]s|onderzoekers) ` +
	`(?:del? |du |de l[’'a] ?|des |der |dell[’'aeo] ?|do |da |van (?:het|de) )\p{L}+$`)
