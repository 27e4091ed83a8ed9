package prose

import (
	"strings"
	"unicode/utf8"

	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// PublicOffices are titles of which the words before say what they are over.
var PublicOffices = WordSet(`attorney prosecutor commissioner master minister secretary superintendent sheriff marshal warden ` +
	`ombudsman controller comptroller auditor coroner registrar constable magistrate mayor treasurer mec`)

// Ranks stand before a name and are a title of their own.
var Ranks = WordSet(`professor senator representative governor premier mayor judge rabbi bishop pastor reverend imam councillor ` +
	`councilmember councilman councilwoman cllr assemblymember assemblyman assemblywoman ` +
	`congresswoman congressman minister ambassador archbishop cardinal archdeacon artist filmmaker captain sergeant colonel ` +
	`general detective inspector constable lieutenant commander admiral brigadier major corporal justice supervisor alderman ` +
	`sen rep gov lt col maj gen brig capt cpt sgt cpl det insp supt cmdr adm trooper`)

// OfWord are the words that lead from an office or an organisation to whose it is.
var OfWord = WordSet(`of for de del des du della der van di`)

// spacedClose is a closing mark behind a space.
var spacedClose = pattern.New(`([,.!?…])[ \x{00a0}]+([”"](?:[\s,.;:)]|$)|”[-–—])`)

// GermanOffices are offices by their last part: "Hafenministerin".
var GermanOffices = pattern.New(`^(?:(?:co|ko|ex|alt|vize)-\p{L}*|\p{L}+)` +
	`(?:(?:minister|präsident|sprecher|direktor|bürgermeister|referent|geschäftsführer|` +
	`koordinator|dezernent|führer|referatsleiter|trainer|forscher|leiter|manager|redakteur|kanzler|sekretär|` +
	`berater|inhaber|gründer|beauftragte|abgeordnete|beigeordnete|senator|` +
	`betreiber|veranstalter|organisator|moderator|kurator|vertreter|mitarbeiter|mitglied|kapitän|` +
	`vorsitzende|meister|anwalt|anwält|bischof|bischöf|botschafter|richter)(?:in|r)?|vorstand|vorständin|chef|chefin|` +
	`expertin|experte|rätin|(?:ober|haupt|kriminal|polizei|medizinal|forst|regierungs|ministerial|studien)rat|kommissar(?:in)?|` +
	`(?:sen|ort|end|eug)wart(?:in)?|assierer(?:in)?)$|^(?:kapitän|kurator|dezernent|intendant)(?:in)?$|` +
	`^(?:beigeordnete|abgeordnete|beauftragte)r?$|^(?:bischof|bischöfin|richterin)$|` +
	`^\p{L}*(?:land|stadt|gemeinde|kreis|kirchen|bezirks|landes|bundes|regierungs)r(?:at|ätin)$`)

// WordIn tells that a text has a name that is no part of another word; no text has one of nothing.
func WordIn(text, name string) bool {
	for at := 0; name != ""; {
		i := strings.Index(text[at:], name)
		if i < 0 {
			return false
		}
		from, to := at+i, at+i+len(name)
		before, _ := utf8.DecodeLastRuneInString(text[:from])
		after, _ := utf8.DecodeRuneInString(text[to:])
		if !isLetter(before) && !isLetter(after) {
			return true
		}
		at = to
	}
	return false
}

func isLetter(r rune) bool { return r != utf8.RuneError && letterOrDigit.MatchString(string(r)) }

var letterOrDigit = pattern.New(`[\p{L}\p{N}-]`)

// people are so called: "Riders for Clean Water".
var people = pattern.New(`^(?:the )?((?:\p{Lu}\p{Ll}+ )?(?:\p{Lu}\p{Ll}+(?:ers|ists|\p{L}ans)|` +
	`Students|Parents|Residents|Doctors|Friends|Families|Neighbou?rs|` +
	`Citizens|Veterans|Nurses|Artists|Women|Men|People|Kids|Voices|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days) ` +
	`(?:for|against|without) \p{Lu}[\p{L}’'-]*(?: (?:(?:and|&|the|a|in|of) )?\p{Lu}[\p{L}’'-]*){0,4})$`)

// whoFounded is what somebody has to do with those.
var whoFounded = pattern.New(`^(?:who )?(?:(?:co-?)?founded|set up|started|leads|runs|chairs|heads) `)

// PeopleFor reads that.
func PeopleFor(s string) (title, org string, ok bool) {
	m := people.FindStringSubmatch(whoFounded.ReplaceAllString(s, ""))
	if m == nil {
		return "", "", false
	}
	return "", m[1], true
}

// DutchOffice are offices before a name that may go on with "de" or "van".
var DutchOffice = WordSet(`wethouder burgemeester minister staatssecretaris voorzitter woordvoerder directeur gedeputeerde hoogleraar
	onderzoeker bestuurder fractievoorzitter raadslid dijkgraaf projectleider lector`)

// Leading are the articles before a title.
var Leading = WordSet(`the el la los las le les l’ l' der die das den dem il lo i gli o a os as de het un una une ein eine`)

// SentenceOpening are words that begin a sentence, and no name.
var SentenceOpening = WordSet(`in on at after before when while as since during according last this that both im am nach vor seit bei ` +
	`als en le après selon para según il dopo secondo na no após segundo op na volgens enligt ifølge`)

// HasLetter tells a text with a letter in it.
func HasLetter(s string) bool { return letterSign.MatchString(s) }

var letterSign = pattern.New(`\pL`)

// PlainLetters are the letters and digits of a text, small and without accents.
func PlainLetters(s string) string {
	return strings.ReplaceAll(release.Slugify(strings.ReplaceAll(s, "ß", "ss")), "-", "")
}

var (
	// JoinsOffice are words between two offices, or between an office and what it is over.
	JoinsOffice = WordSet(`of for and & und et y e en de del della di da des du für the la le voor to do`)
	// DeskWords stand in offices that have to do with the press.
	DeskWords = WordSet(`relations affairs press prensa presse pers imprensa stampa media medien kommunikation comunicazione comunicação ` +
		`comunicación communicatie communications
		communication office information marketing pr public external corporate unternehmenskommunikation ` +
		`öffentlichkeitsarbeit presse- und relaciones relazioni relações services web editorial`)
)
