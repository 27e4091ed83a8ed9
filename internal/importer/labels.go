package importer

import (
	"strings"

	"pressroom/internal/pattern"
)

// Beside what somebody can be reached by stands what it is: a number, which number, an address.
// Such words are nobody's name and no office.

// reachWords are what a number, an address or a page is called, and which of several it is.
var reachWords = wordSet(`phone phones ph telephone telephones tel mobile mob cell cellphone handy landline switchboard whatsapp did hp
	gsm t m p c w o h d e dw direct office desk work main newsroom number numbers no nr line address mail mails email e-mail
	web website site url internet page homepage
	telefon telefonnummer mobil mobiltelefon mobilnummer festnetz durchwahl fon büro mailadresse e-mail-adresse adresse webseite
	teléfono telefono teléfonos telf tlf móvil movil celular fijo oficina número correo electrónico courriel téléphone téléphones tél mob
	portable fixe standard bureau numéro telefoni cellulare cell ufficio numero posta elettronica telefone telefones telemóvel tm
	telefoon telefoonnummer mobiel mailadres e-mailadres número electrónica`)

// isReachLabel tells words that say only what a number or an address beside them is.
func isReachLabel(s string) bool {
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

// whomLabel says that a contact follows, and which one: "Alternative contact", "Contact person".
var whomLabel = pattern.New(`(?i)^(?:(?:alternative|alternate|second|secondary|primary|main|other|additional|local|press|media|agency|` +
	`company|` +
	`corporate|investor|technical|general|client|on-site|day-of) )*(?:contacts?(?: (?:person|name|details|info|information))?)` +
	`(?: \d)?$|^(?:kontaktperson|ansprechpartner(?:in)?|personne à contacter|persona de contacto|persona di contatto|contactpersoon|` +
	`pessoa de contacto|attn|attention|z\. ?hd\.)\.?$`)

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
