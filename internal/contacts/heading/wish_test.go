package heading

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// ofCell is what each question that is asked of a cell answers, the yeses by name.
func ofCell(text string) string {
	var out []string
	for _, q := range []struct {
		name string
		is   func(string) bool
	}{
		{"refuses", Refuses},
		{"doubtful", Doubtful},
		{"denied", Denied},
		{"open", Open},
		{"partly", Partly},
		{"rests", Rests},
		{"works", Works},
		{"triggered", triggered},
		{"gone", Gone},
		{"leaving", Leaving},
		{"says", Says},
	} {
		if q.is(text) {
			out = append(out, q.name)
		}
	}
	return strings.Join(out, ", ")
}

// What cells say of wanting mail, in all languages and at the edge of what counts.
func TestWhatCellsSayOfWantingMail(t *testing.T) {
	var b strings.Builder
	for _, text := range []string{
		"", "yes", "no", "No.", "n", "y", "0", "1", "?", "5?", "n/a", "N.A.", "k.A.", "n.v.", "k.a./n.v.", "tbc", "TBD 2026", "tba", "n.b.", "ba", "na na", "unknown", "unknown mail", "not yet", "not sure", "maybe", "pending", "to be confirmed", "to be asked by us", "to be seen", "closed", "noch offen",
		"Met in Lisbon. Please do not email.", "please don't write", "please don’t write to him", "doesn't want mail", "no mail please", "no mailbox", "no phone", "no calls", "No. of mailings 5", "wants no newsletter", "wants no newsletter and no calls", "likes newsletters", "stop sending", "stop the mailings", "stop", "do not stop sending mail",
		"remove from list", "remove", "please remove", "please remove him", "remove from our list by phone", "take off the list", "taken off the press list", "off the list", "off our mailing list", "off this list today", "off the wall list", "delete", "delete this record", "unsubscribed", "not unsubscribed", "unsubscribed by phone", "opted out", "opt-out", "opt out of calls", "opted in", "opt in",
		"asked not to be contacted", "asked not to be contacted by phone", "has not been contacted", "not contacted yet", "did not receive mail", "did not want mail", "would not receive mail", "has no mail", "has no wish for mail", "has been mailed", "never mailed", "not to be mailed", "without consent", "without mail", "refused", "refuses mail", "refused mail twice", "refused our bid", "blocked", "blocked mail", "objection",
		"may not want mail", "may not wish to be mailed", "may not like it", "No contact", "no contact!", "no contact by mail", "kein Kontakt", "keinen Kontakt", "pas de contact", "geen contact", "sin contacto", "nessun contatto", "retired", "Retired in May", "no longer works there", "no longer at the paper", "left the paper", "left the room", "not interested", "im Ruhestand", "nicht mehr dort", "nicht mehr im Haus", "kein Interesse",
		"à la retraite", "n'est plus en poste", "n’y travaille plus", "pas intéressé", "jubilado", "ya no trabaja aquí", "in pensione", "non lavora più", "met pensioen", "werkt hier niet meer", "geen interesse", "aposentada", "não trabalha mais", "não interessada",
		"bitte nicht anschreiben", "Bitte keine Newsletter mehr", "keine Newsletterzusendung", "aus dem Verteiler nehmen", "aus unserem Presseverteiler", "aus dem Haus", "Widerspruch", "Einwilligung verweigert", "Einwilligung liegt nicht vor", "telefonisch abgemeldet", "per Telefon abgemeldet", "ne veut plus de mails", "plus de mails", "plus jamais de mails", "plus tard", "ne souhaite pas recevoir", "n'a pas souhaité recevoir le communiqué", "l'envoi refusé", "d'accord", "qu'il arrête", "ne pas écrire",
		"no quiere recibir correos", "dado de baja", "quitar de la lista", "sin correo", "non vuole ricevere", "togliere dalla lista", "dell'invio non vuole", "wil geen mail", "geen nieuwsbrief", "van de lijst halen", "não quer receber", "tirar da lista", "sem contato",
		"active", "inactive", "not active", "not inactive", "inactive contact", "active account", "active and inactive record", "active subscriber account today here", "subscribed", "mailable", "subscribed yes", "contactable by all of us", "left", "not mailable",
		"5 not 6", "not 5", "-", "–", "!!!", "(no mail)", "neu plus mail", "une plus mail", "ne plus mail", strings.Repeat("no mail ", 124) + "no mail.", strings.Repeat("no mail ", 124) + "no mail. ", "tb", "tbd9", "tba9", "yes; no mail", "yes\nno mail", "yes, no mail", "yes: no mail", "yes:no mail", "yes - no mail", "yes-no mail", "yes/no mail", "yes|no mail", "E-Mail: nein", "e mail no", "Straße: nein", "strasse nein", "NO MAIL", "Nö", "ok", "okay mail", "ja", "nee",
		"left the jo", "left the job", "im Ruhestan", "in retrait", "aposenta", "jubila", "não interessa", "non interessa", "non interessato", "não trabalha mai", "n. interesse", "tba 9", "tbc9", "tbd 8 9", "subscribed active mailable", "subscribed active mailable active",
		"objection ok ok ok", "objection ok ok ok ok", "inactive contact contact contact contact", "inactive contact contact contact contact contact", "ne mail", "la neige plus mail", "il ne veut plus mail", "nu plus de mails", "une fois de plus mail", "sans plus jamais", strings.Repeat("no mail ", 625) + "x",
		strings.Repeat("no mail ", 125), strings.Repeat("no mail ", 126), strings.Repeat("no mail ", 625), strings.Repeat("no mail ", 626), "ünno", "önly no", "é", "a1no", "no1", "plu", "opte out", "nicht", "nic ht",
	} {
		fmt.Fprintf(&b, "%.60q: %s\n", text, ofCell(text))
	}
	for _, text := range []string{
		"Met in Lisbon, asked by phone not to be mailed any more", "please remove her from our press list", "would rather not get newsletters, calls are fine", "did not receive the last mail, wants it", "no longer wants to be contacted",
		"Bitte nicht mehr per Mail anschreiben", "möchte aus dem Verteiler gestrichen werden", "ne souhaite plus recevoir de communiqués", "no desea recibir más correos", "non desidera ricevere comunicati", "wil geen persberichten ontvangen", "não deseja receber comunicados", "status not active since May", "consent not given yet",
	} {
		fmt.Fprintf(&b, "=== %s\n%s%s", text, expect.Slips(text, expect.Words, ofCell), expect.Turns(text, expect.Words, ofCell))
	}
	expect.File(t, "cells.golden.txt", b.String())
}

// What headings ask that no list of headings has.
func TestWhatHeadingsAskOfWantingMail(t *testing.T) {
	var b strings.Builder
	said := func(text string) string {
		may, against := MayAsk(text)
		out := string(Of(text)) + "/" + string(asked(text))
		if may {
			out += ", may ask"
		}
		if against {
			out += ", against"
		}
		return out
	}
	for _, text := range []string{
		"", "No.", "No. of mails", "no of mails", "Nr. 5", "Nr", "n° mail", "nº mail", "# mail", "number of mails", "numbered", "not", "mail", "email ok", "email ok?", "mail allowed", "mail not allowed", "mail allowed yes/no", "Mail (y/n)", "Mail j/n", "Newsletter", "Newsletter erlaubt", "Newsletter ja/nein", "Newsletterempfang", "Newslettersperre", "Newsletterstatus", "Newsletterabo", "kein Newsletter", "Mailsperre", "Kontakterlaubnis", "sans newsletter", "newsletter oui/non",
		"inactive", "inactive contact", "contact inactive refused", "active", "active contact", "active status", "aktiv", "status", "mail status", "status of the mail list", "status of the mail list today", "permission status", "permission", "permission to mail", "permission denied", "permission refused by them all now", "refused", "refused list", "blocked", "blocked sender", "unsubscribed mail", "unsubscribed sender", "unsubscribed", "left", "left mail", "remove", "remove from list", "remove him", "deleted", "consent", "consent for phone", "gets pitches", "gets", "wants newsletter", "wants mail", "press releases",
		"one two three four five six seven eight nine mail", "one two three four five six seven eight nine ten mail", "mail mail mail mail mail mail mail mail mail mail no", "5 6 7", "mail 5", "refused refused list list", "refused refused list list list", "status of mail contact", "status of mail contact mail", strings.Repeat("mail ", 10), strings.Repeat("mail ", 11), "unsubscribed_from_mail", "press_mails_allowed", "dont mail", "don't mail", "does not want mail", "e-mail opt out 2", "Opt in", "opt-in mail", "subscribed to mail", "may we mail", "peut recevoir l'infolettre", "acepta correos", "vuole comunicati", "mag mailen", "aceita boletim", strings.Repeat("mail allowed ", 5), "mail " + strings.Repeat("mail allowed ", 5), "allowed", "allowed?", "list", "list?", "contact us?", "niet_aanschrijven", "do_not_send", "contact", "contact?", "Kontakt?", "left_the_paper", "no_longer_there", "works", "working",
	} {
		fmt.Fprintf(&b, "%q: %s\n", text, said(text))
	}
	for _, text := range []string{"May we send you our newsletter yes/no", "Please do not mail this contact", "Status of permission to mail", "Einwilligung zum Newsletterversand ja/nein", "Ne souhaite pas recevoir la newsletter", "Remove from mailing list"} {
		fmt.Fprintf(&b, "=== %s\n%s%s", text, expect.Slips(text, expect.Words, said), expect.Turns(text, expect.Words, said))
	}
	for _, c := range [][2]string{
		{"Status", "active"},
		{"Active", "yes"},
		{"Works here", "no"},
		{"Works", "x"},
		{"Phone", "works"},
		{"In use", "active contact"},
		{"left", "yes"},
		{"Unsubscribed", "bounced"},
		{"Status", "Unsubscribed"},
		{"Status", "UNDELIVERABLE"},
		{"Bounced at", "2026-01-02"},
		{"Status", "hard bounce"},
		{"Status", "cleaned"},
		{"Status", "invalid"},
		{"Status", "unzustellbar"},
		{"Status", "opted out"},
		{"Status", "complained"},
		{"Status", "do not mail"},
		{"Status", "don't mail"},
		{"Status", "inactive"},
		{"Active", "no"},
		{"Active", "yes"},
		{"Status", "active"},
		{"Inactive", "yes"},
		{"Inaktiv", "ja"},
		{"Note", "not active"},
		{"Note", ""},
		{"", ""},
		{"opt out", "invalid"},
		{"Invalid", "opt out"},
	} {
		fmt.Fprintf(&b, "%q says %q: %s\n", c[0], c[1], GroundOf(c[0], c[1]))
	}
	expect.File(t, "asked.golden.txt", b.String())
}

// A word that is made of two says what both say, and a text is divided into words as people
// write them.
func TestWordsOfWishes(t *testing.T) {
	for i, line := range strings.Split(wishes, "\n") {
		if name, _, _ := strings.Cut(line, ":"); line != "" && line[0] != '#' && kinds[name] == 0 {
			t.Errorf("wishes.txt:%d: %q is no kind of word", i+1, name)
		}
	}
	if kindOf("allowed") != kinds["permit"] || kindOf("nothing of it") != 0 || wishWords()[""] != 0 {
		t.Error("words are not read as they are written")
	}
	for word, want := range map[string]kind{
		"mail": kindOf("email"), "newsletterversand": kindOf("newsletter") | kindOf("versand"), "newslettersperre": kindOf("newsletter") | kindOf("sperre"),
		"mailsperre": kindOf("mail") | kindOf("sperre"), "mailssperre": kindOf("mail") | kindOf("sperre"), "kontaktssperre": kindOf("kontakt") | kindOf("sperre"), "mailing": kindOf("mailing"),
		"newsletterabo": kindOf("newsletter") | kindOf("abo"), "mailabo": kindOf("mail") | kindOf("abo"), "prabo": 0, "sperremail": 0, "mailxyz": 0, "mailok": 0, "": 0,
	} {
		if got := kindOf(word); got != want {
			t.Errorf("%q says %b, want %b", word, got, want)
		}
	}
	for text, want := range map[string]string{
		"E-Mail": "email", "e mail s": "email s", "the mail": "the mail", "opt-out": "optout", "opted in": "optin", "opt on": "opt on", "out in": "out in", "n'est": "ne est", "n’est": "ne est", "Don't": "dont", "don’t": "dont", "doesn't isn’t": "doesnt isnt",
		"(n'est pas) n’a": "ne est pas ne a", "opt outs": "optouts", "e main": "e main", "open out": "open out", "open in, e bay": "open in e bay",
		"d'accord d’un": "de accord de un", "il n'a n’y": "il ne a ne y", "l'envoi qu’il dell'invio": "envoi il invio", "Größe Éva": "grosse eva", "o'clock o’er": "oclock oer", "a-b/c": "a b c", "": "",
	} {
		if got := strings.Join(tokens(text), " "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	for f, want := range map[Field]bool{Left: true, Subscribed: true, Active: true, Inactive: true, Status: false, Consent: false, Email: false, "": false} {
		if f.Bars() != want {
			t.Errorf("%q bars: %t", f, !want)
		}
	}
	for _, c := range []byte("azAZ\x80\xff@[`{05-") {
		want := c >= 0x80 || strings.IndexByte("azAZ", c) >= 0
		if letter(c) != want {
			t.Errorf("%q is a letter: %t", c, !want)
		}
	}
}
