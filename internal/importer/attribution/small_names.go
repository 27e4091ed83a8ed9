package attribution

import (
	"fmt"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Some organisations write their names small: "directeur général de reedit", "Geschäftsführer von reedit".

var (
	// smallNameLast is an office with a word in small letters behind it.
	smallNameLast = pattern.New(`^(.*\p{L}) (?:de|von|bei|van|bij|di|da|do|chez|en|em) ([\p{Ll}\d][\p{Ll}\d.-]{2,})$`)
	// headsAll is an office of who leads all of a body, which has no field behind it.
	headsAll = pattern.New(`(?i)^(?:co-?)?(?:président-|présidente-)?(?:directeur général|directrice générale|fondat(?:eur|rice)|` +
		`pdg|dg|ceo|gérante?|` +
		`fundador[a]?|director[a]? general|gerente general|consejer[oa] delegad[oa]|presidente? ejecutiv[oa]|` +
		`fondat(?:ore|rice)|amministrat(?:ore|rice) delegat[oa]|direttore generale|direttrice generale|` +
		`diretor[a]?[- ](?:geral|executiv[oa])|oprichter|oprichtster)(?: et (?:directeur général|directrice générale)|` +
		` y (?:director[a]? general|ceo))?$`)
	// smallNouns are no names, in the languages that write nouns small.
	smallNouns = pattern.New(`(?:[sx]|ción|sión|dad|tion|sion|ité|ment|zione|ção|mento|miento)$|^(?:société|entreprise|banque|` +
		`hôpital|mairie|service|` +
		`groupe|presse|séance|startup|chaîne|marque|maison|école|théâtre|laboratoire|agence|club|cabinet|usine|filiale|empresa|banco|hospital|` +
		`escuela|marca|grupo|radio|teatro|cadena|agencia|fábrica|casa|museo|azienda|banca|scuola|marchio|gruppo|agenzia|jornal|escola|zone|` +
		`campagne|projet|programme|recherche|vente|campaña|proyecto|programa|ventas|carrière|zona|turno|ofício|honor|honneur|facto)$`)
)

// ofSmallName gives somebody the organisation whose name stands so behind the office. German writes every noun with a
// capital; elsewhere it is told.
func (d *Copy) ofSmallName(who Speaker) Speaker {
	m := smallNameLast.FindStringSubmatch(who.Title)
	if m == nil || d.English() || who.Name == "" || who.Org != "" && who.Org != release.Unknown {
		return who
	}
	name := strings.TrimRight(m[2], ".")
	switch {
	case d.german():
		if !d.IsTitle(m[1]) || noGermanName[name] {
			return who
		}
		who.Unsure = ""
	case !headsAll.MatchString(m[1]) || smallNouns.MatchString(name):
		return who
	default:
		who.Unsure = fmt.Sprintf("%q is written in small letters; it is taken to be the name of this speaker's organisation", name)
	}
	who.Title, who.Org = m[1], name
	return who
}

// noGermanName are words in small letters that may stand behind an office in German.
var noGermanName = prose.WordSet("nebenan heute morgen gestern hier dort damals jetzt hinten vorne außen drüben")
