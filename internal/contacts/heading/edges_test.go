package heading

import (
	"strings"
	"testing"
)

// Headings at the edge of what is known, and what they are called in a list.
func TestHeadingsAtTheEdge(t *testing.T) {
	for h, want := range map[string]Field{
		"E-MAIL  (required)": Email, "E-Mail [Pflicht]": Email, "Out(x)let": Outlet, "Outlet/Publication": Outlet, "Outlet  or  Publication": Outlet,
		"Outlet or   Publication": Outlet, "Outlet / Email": "", "Outlet / x": "", "x / Outlet": "", "É-mail": Email, "": "", "/": "",
		"email" + strings.Repeat(" ", 195): Email, "email" + strings.Repeat(" ", 196): "",
	} {
		if got := Of(h); got != want {
			t.Errorf("%q is %q", h, got)
		}
	}
	for h, want := range map[string]Field{
		"Oulet": Outlet, "Outlett": Outlet, "Outlte": Outlet, "Outlat": Outlet, "Putlet": Outlet, "Otulte": "", "Outlets!": "", "Out": "", "Outl": "",
		strings.Repeat("x", 61): "", "Outlet": "",
	} {
		if got := Near(h); got != want {
			t.Errorf("%q is near %q", h, got)
		}
	}
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"ab", "abc", true},
		{"abc", "ab", true},
		{"bc", "abc", true},
		{"ac", "abc", true},
		{"ab", "abcd", false},
		{"abcd", "ab", false},
		{"abc", "acb", true},
		{"abc", "bac", true},
		{"abc", "abd", true},
		{"abc", "cba", false},
		{"abcd", "badc", false},
		{"abc", "xbc", true},
		{"", "a", true},
		{"ab", "ba", true},
		{"ab", "cd", false},
	} {
		if got := slip(c.a, c.b); got != c.want {
			t.Errorf("%s and %s: %v", c.a, c.b, got)
		}
	}
	for h, want := range map[string]string{
		"9 to 5": "_9_to_5", "0": "_0", ":": "", " Ort ": "ort", "-Ort-x-": "ort_x", "Größe": "grosse", "a.b/c d_e": "a_b_c_d_e", "Straße 9": "strasse_9", "a:b": "ab", "`{": "",
	} {
		if got := ColumnName(h); got != want {
			t.Errorf("%q is called %q, not %q", h, got, want)
		}
	}
}

// What a heading says as a whole counts before its parts do, and what stands in brackets
// only where nothing else is known.
func TestHeadingsInBracketsAndOfTwoNames(t *testing.T) {
	for h, want := range map[string]Field{
		"(E-Mail)": Email, "[E-MAIL]": Email, "(é-mail) x": "", "X/Twitter [handle]": Twitter, "X / TWITTER": Twitter, "City, OR": "", "OUTLET OF PUBLICATION": Outlet,
		"EMAIL_OPT_OUT_2": Left, "No_Mail_Please": Left, "Unsub": Left, "UNSUBSCRIBE LINK": "", "Unsubscribe URL": "", "Opt-out count": "", "Opted out rate": "",
		"No email attachments": "", "Unsubscribed from pdf": "", "Unsubscribed linked": Left, "Keine E-Mails": Left, "Keine Bilder": "",
		"No mail picture": "", "No mail pictur": Left, "Outlet or": "", "Email (x) address": Email,
		"Unsubscribe link / Email": "", "Email / Do not mail": Left,
	} {
		if got := Of(h); got != want {
			t.Errorf("%q is %q, not %q", h, got, want)
		}
	}
	for h, want := range map[string]Field{
		"mobil3": Mobile, "Ema": "", "nam": "", "naMw": Name, "E-mial": Email, strings.Repeat("x", 59) + "email": "",
	} {
		if got := Near(h); got != want {
			t.Errorf("%q is near %q, not %q", h, got, want)
		}
	}
}

// What programs write of somebody who is not mailed, and what they write of others. Each
// word of it counts whole: a letter less is none.
func TestAStatusOfSomebodyWhoIsNotMailed(t *testing.T) {
	words := "unsub,non-subscribed,not subscribed,never subscribed,opted out,opted-out,opt-out,opt out,bounce,cleaned,blocked,complain,suppressed,removed," +
		"do not,withdrawn,revoked,undeliverable,not opted in,no consent,abgemeldet,gesperrt,widerruf,ausgetragen,unerwünscht,unzustellbar," +
		"désabonn,désinscri,bloqué,baja,cancelad,bloquead,cancellat,disiscritt,bloccat,afgemeld,uitgeschreven,geblokkeerd," +
		"rebot,devuelt,devolvid,rimbalz,npai"
	for _, w := range strings.Split(words, ",") {
		short := []rune(w)
		short = short[:len(short)-1]
		if !Gone("is "+strings.ToUpper(w)+".") || Gone(string(short)) {
			t.Errorf("%q: %t, and %q: %t", w, Gone(w), string(short), Gone(string(short)))
		}
	}
	for _, w := range []string{"", "subscribed", "active", "confirmed", "pending", "opted in", "angemeldet", "abonné", "suscrito"} {
		if Gone(w) {
			t.Errorf("%q is mailed", w)
		}
	}
}

// A cell that says that somebody wants no mail, and nothing else.
func TestACellThatAsksForNoMail(t *testing.T) {
	for text, want := range map[string]bool{
		"unsub": true, "UNSUBSCRIBED": true, "Opted-out!": true, "Do not contact": true, "Don’t email": true, "No mail": true, "nomail": true, "Bounced": true,
		"hard bounced": true, "Abgemeldet": true, "Keine Mails": true, "Désabonnée": true, "Ne plus contacter": true, "Dado de baja": true,
		"Não contactar": true, "Disiscritta": true, "AFGEMELD": true, "Uitgeschreven": true, "niet contacteren": true, "nicht mailen": true, "Don't mail": true, "ne pas contacter": true, "niet mailen": true,
		"unsu": false, "": false, "Opt": false, "Opt out of calls": false, "He opted out": false, "nicht anrufen": false, "(opted out)": false, " no mail": false,
		"no mail" + strings.Repeat(" ", 32): true, "no mail" + strings.Repeat(" ", 33): false, "no  ": false, "unsub.": true, "Ópt out": true, "Éva": false, "Zoe Example": false, "12345": false,
	} {
		if got := Says(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
	for text, want := range map[string]bool{
		"NE PAS ÉCRIRE": true, "DÉSABONNÉ": true, "NÃO CONTATAR": true, "please STOP mailing me": true, "no longer wants mail": true, "nothing": false, "no mailbox": false,
		"Uitgeschreven op verzoek": true, "optional": false, "dada de baja": true, "non scrivere": true, "keine Mail": true, "abgemeldet im Mai": true,
		"disiscritto": true, "on the blacklist": true, "hard bounce": true, "niet mailen": true, "ne plus envoyer": true, "nao enviar": true,
		"uitgeschreve": false, "abmel": false, "désinscr": false, "disiscrit": false, "blacklis": false,
	} {
		if got := Leaving(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}
