package heading

import (
	"regexp"
	"strings"
)

// leaving matches what asks for no mail, in seven languages: as a heading, and within a note.
var leaving = regexp.MustCompile(`\bunsub(?:scri|_|\b)|\bopt(?:s|ed)?[ _-]?out\b` +
	`|\b(?:do not|don.?t|no longer|stop) ?(?:wants? )?(?:contact|e-?mail|mail|send|writ)` +
	`|\bno (?:more )?(?:e-?)?mails?\b|\bhard[ _-]?bounce|\b(?:e-?mail[ _-])?(?:block|black)list` +
	`|\bnicht (?:mehr )?(?:anschreiben|kontaktieren|mailen|angeschrieben|kontaktiert)|\bkeine? (?:e-?)?mails?\b|\babgemeldet|\babmeld` +
	`|\bne (?:pas|plus) (?:contacter|écrire|envoyer|solliciter)|\bdésabonn|\bdésinscri` +
	`|\bno (?:contactar|escribir|enviar)|\bdad[oa] de baja|\bnon (?:contattare|scrivere|inviare)|\bdisiscritt` +
	`|\bniet (?:meer )?(?:mailen|contacteren|benaderen|aanschrijven)|\bafgemeld|\buitgeschreven` +
	`|\bn[ãa]o (?:contatar|contactar|enviar)`)

// counted matches headings of what is beside that: where one leaves, how often, and what or
// when somebody does not want.
var counted = regexp.MustCompile(`(?:link|url|page|count|number|rate)\b` +
	`|\b(?:attach|before|after|pdf|calls?\b|phone|sms|fax|html|image|picture` +
	`|anh[aä]ng|pièce|adjunt|allegat|anexo|bijlage|bilder|telefon)`)

// stems are what at least one of stands in whatever leaving matches.
var stems = strings.Split("unsub,opt,not ,don,longer,stop,no ,bounce,list,nicht,kein,abgem,abmeld,pas ,plus ,désab,désin,baja,"+
	"non ,disis,niet,afgem,uitges,ão ,nao ", ",")

// Leaving tells whether a text asks for no mail to somebody, or says that it does not
// reach them. A text may say it of something else: somebody has to look.
func Leaving(text string) bool {
	text = strings.ToLower(text)
	for _, s := range stems {
		if strings.Contains(text, s) {
			return leaving.MatchString(text)
		}
	}
	return false
}

// Ground is why somebody is not mailed, as a table says it.
type Ground string

// The grounds: they said that they want no mail, which holds for good; or mail does not reach
// them, or they are no longer there, which may be otherwise another day.
const (
	Refused     Ground = "refused"
	Unreachable Ground = "unreachable"
	Resting     Ground = "resting"
)

// unreachable matches what says that mail does not reach somebody; refused what says beside it
// that they want none.
var (
	unreachable = regexp.MustCompile(`\bbounc|hard[ _-]?bounce|\bundeliver|\bcleaned|\bunzustell|\binvalid|` +
		`\brebot|\bdevuelt|\bdevolvid|\brimbalz|\bnpai\b`)
	refused = regexp.MustCompile(`\bunsub|\bopt(?:s|ed)?[ _-]?out|\bcomplain|\bdo not\b|\bdon.?t\b`)
)

// GroundOf is why somebody is not mailed of whom a column with a heading says what keeps
// them from it.
func GroundOf(head, says string) Ground {
	for _, text := range []string{strings.ToLower(head), strings.ToLower(says)} {
		switch {
		case refused.MatchString(text):
			return Refused
		case unreachable.MatchString(text):
			return Unreachable
		case Rests(text) || Works(text) && asked(text) == Active:
			return Resting
		}
	}
	return Refused
}

// says are the texts that say so and nothing else.
var says = func() map[string]bool {
	out := make(map[string]bool)
	for _, s := range strings.Split("unsubscribed,unsubscribe,unsub,opted out,opt out,do not contact,do not mail,do not email,don't email,"+
		"don't mail,no mail,no mails,no email,no emails,bounced,hard bounce,hard bounced,abgemeldet,nicht anschreiben,nicht mailen,"+
		"nicht kontaktieren,keine mails,keine mail,désabonné,désabonnée,désinscrit,désinscrite,ne pas contacter,ne plus contacter,"+
		"dado de baja,dada de baja,no contactar,no escribir,não contatar,não contactar,disiscritto,disiscritta,non contattare,afgemeld,"+
		"uitgeschreven,niet mailen,niet contacteren", ",") {
		out[fold(s)] = true
	}
	return out
}()

// Says tells whether a text says that somebody wants no mail, or that none reaches them,
// and nothing else.
func Says(text string) bool {
	return text != "" && len(text) < 40 && begins[text[0]|0x20] && says[fold(text)]
}

// begins are the letters with which one of them begins: most cells begin with another, or
// are numbers.
var begins = func() (out [256]bool) {
	for s := range says {
		out[s[0]] = true
	}
	out[0xc3|0x20] = true // a letter with an accent
	return out
}()

// Gone tells whether a status, as mailing programs have it, is one of somebody who is
// not mailed.
func Gone(v string) bool {
	v = strings.ToLower(v)
	for _, word := range []string{
		"unsub", "non-subscribed", "not subscribed", "never subscribed", "opted out", "opted-out", "opt-out", "opt out", "bounce", "cleaned",
		"blocked", "complain", "suppressed", "removed", "do not", "withdrawn", "revoked", "undeliverable", "not opted in", "no consent",
		"abgemeldet", "gesperrt", "widerruf", "ausgetragen", "unerwünscht", "unzustellbar",
		"désabonn", "désinscri", "bloqué", "baja", "cancelad", "bloquead", "cancellat", "disiscritt", "bloccat", "afgemeld", "uitgeschreven",
		"geblokkeerd", "rebot", "devuelt", "devolvid", "rimbalz", "npai",
	} {
		if strings.Contains(v, word) {
			return true
		}
	}
	return false
}
