package importer

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// Beside what somebody can be reached by stands what it is: a number, which number, an address.
// Such words are nobody's name and no office.

// reachWords are what a number, an address or a page is called, and which of several it is.
var reachWords = prose.WordSet(`phone phones ph telephone telephones tel mobile mob cell cellphone handy landline switchboard
	whatsapp did hp
	gsm t m p c w o h d e dw direct office desk work main newsroom number numbers no nr line address mail mails email e-mail
	web website site url internet page homepage
	telefon telefonnummer mobil mobiltelefon mobilnummer festnetz durchwahl fon büro mailadresse e-mail-adresse adresse webseite
	teléfono telefono teléfonos telf tlf móvil movil celular fijo oficina número correo electrónico courriel téléphone téléphones tél mob
	portable fixe standard bureau numéro telefoni cellulare cell ufficio numero posta elettronica telefone telefones telemóvel tm
	pager e-post epost tlf telefoon telefoonnummer mobiel mailadres e-mailadres número electrónica`)

// isReachLabel tells words that say only what a number or an address beside them is.
func isReachLabel(s string) bool {
	if outOfHours.MatchString(strings.Trim(s, " :()")) {
		return true
	}
	words := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ':' || r == '/' || r == '\u00a0' })
	for _, w := range words {
		if !reachWords[strings.ToLower(strings.Trim(w, ".,;:()[]–—-"))] {
			return false
		}
	}
	return len(words) > 0 && len(words) < 5
}

// mailTo says of a link to an address what it does: "Email Ana".
var mailTo = pattern.New(`(?i)^(?:e-?mail|write to|contact|mail|call|schreiben sie|écrire à|escribir a|scrivi a)\s`)

// onWay leads on to a number or an address in a sentence: ", by e-mail at", "or on", "or email Ana at".
var onWay = pattern.New(`(?i),?(?:(?:\s+|\b)(?:or|oder|ou|o|of|and|und|et|y|e|en)(?:\s+(?:e-?mail|call|text|phone|write(?:\s+to)?)` +
	`(?:\s+\p{L}+)?)?)?\s+` + byWay + `(?:\s+(?:` + byWay + `|el|il|the|le|lo|o|` +
	`(?:e-?mail|phone|tel|telephone|telefono|teléfono|telefone|telefoon|telefon|mail|correo|courriel)[.:]?))*[\s:]+` +
	`(\+?\(?\d[\d\s()./–-]{6,}|[\p{L}\p{N}._%+-]+@)`)

const byWay = `(?:by|via|per|par|por|on|at|unter|au|en|al|op|no|pelo)`

// outOfHours says of a number that it is the one for nights and weekends.
var outOfHours = pattern.New(`(?i)^(?:(?:out[ -]of|after|outside)[ -](?:office |working |business )?hours|(?:evenings?|nights?|weekends?)` +
	`(?: (?:and|&|or) (?:evenings?|nights?|weekends?))?|emergenc(?:y|ies)|außerhalb der (?:büro|geschäfts|dienst)zeiten|` +
	`(?:le )?week-ends?|fuori orario|fuera de horario|buiten kantoor(?:uren|tijden)|fora d[eo] (?:horário|expediente))$`)

// whomLabel says that a contact follows, and which one: "Alternative contact", "Contact person".
var whomLabel = pattern.New(`(?i)^(?:(?:alternative|alternate|second|secondary|primary|main|other|additional|local|press|media|agency|` +
	`company|` +
	`corporate|investor|technical|general|client|on-site|day-of) )*(?:contacts?(?: (?:person|name|details|info|information))?)` +
	`(?: \d)?$|^(?:name|role|(?:job )?title|position|organi[sz]ation|company|funktion|` +
	`fonction|cargo|nombre|nom|nome|naam|kontaktperson|ansprechpartner(?:in)?|personne à contacter|persona de contacto|` +
	`persona di contatto|contactpersoon|` +
	`pessoa de contacto|attn|attention|z\. ?hd\.|` + pressAlone + `)\.?$`)

// pressAlone says with one word that whom journalists ask follows.
const pressAlone = `(?:for )?(?:the )?(?:media|press)|(?:für die )?(?:presse|medien)|(?:pour la )?presse|(?:para )?(?:los )?medios|` +
	`prensa|` +
	`comunicación|comunicação|comunicazione|imprensa|stampa|(?:voor de )?pers`

// pressBefore is such a word with a colon, before somebody and what they can be reached by.
var pressBefore = pattern.New(`^\W*(?i:` + pressAlone + `)\s?:\s`)

// addressedAs says behind a name how somebody is addressed.
var addressedAs = pattern.New(`(\p{L}) \((?:M[rsx]|Mrs|Miss|Mme|Herr|Frau|Sra?|she/her|he/him|they/them)\.?\)`)

// linksBelow leads on to pages.
var linksBelow = pattern.New(`(?i)^\W*(?:(?:related|useful|further|weiterführende|liens?|enlaces?|link) ` +
	`(?:links?|utiles?|relacionados|utili|correlati)|` +
	`view (?:source|original) .*|links?|liens|enlaces|original-?content von\s?:.*|originalversion\s?:.*|source version .*|` +
	`(?:consultez|voir|lire) la version (?:source|originale) .*|(?:vea|ver) la versión (?:original|fuente) .*)\W*$`)

// toWhose stands before the name of who opens a letter: "t.a.v. Ana Ruiz".
var toWhose = pattern.New(`^\W*(?i:t\.?\s?a\.?\s?v\.?|z\. ?hd\.(?: v(?:on|\.))?|attn\.?|c/o|a/c)[:\s]\s*(\p{Lu})`)

// network is what somebody is called in one, with the network's name or without.
var network = pattern.New(`(?i)^(?:(?:facebook|twitter|instagram|linkedin|youtube|tiktok|telegram|mastodon|bluesky|threads|x|skype|` +
	`signal|` +
	`follow us(?: on)?|folgen sie uns(?: auf)?|suivez-nous(?: sur)?|síguenos(?: en)?|seguici(?: su)?)\s?[:@/].*|` +
	`(?:(?:facebook|twitter|instagram|linkedin|youtube|tiktok|telegram|mastodon|bluesky|threads|and|und|et|y|e|en)[\s,/|]*)+|` +
	`@[\w.]{2,30}(?:@[\w.-]+)?(?:\s?\((?:facebook|twitter|instagram|[\w, ]{1,30})\))?)$`)

// twoNumbers are two whole numbers with a stroke between them.
var twoNumbers = pattern.New(`((?:\d[\s().–-]{0,2}){6,}\d)\s?/\s?((?:\+|\()?(?:\d[\s().–-]{0,2}){6,}\d)`)

// numbersApart puts a comma between such numbers.
func numbersApart(line string) string { return twoNumbers.ReplaceAllString(line, "$1, $2") }

var dashedContact = pattern.New(`(?i)` + prose.ContactAndDash)
