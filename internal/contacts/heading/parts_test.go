package heading

import (
	"strings"
	"testing"
)

// What says that somebody is no longer there, or does not care, is looked at by people, in each language and by its whole words.
func TestWhatSaysThatSomebodyIsNoLongerThere(t *testing.T) {
	t.Parallel()
	phrases := "retired|no longer works|no longer at|no longer with|no longer there|no longer here|no longer employed|left the paper|" +
		"left the company|left the title|left the outlet|left the magazine|left the station|left the job|not interested|im Ruhestand|" +
		"nicht mehr dort|nicht mehr da|nicht mehr bei|nicht mehr tätig|nicht mehr beschäftigt|kein Interesse|à la retraite|plus en poste|" +
		"n'y travaille plus|n’y travaille plus|pas intéressé|jubilado|jubilada|ya no trabaja|no le interesa|in pensione|non lavora più|" +
		"non interessato|met pensioen|werkt er niet meer|werkt daar niet meer|werkt hier niet meer|geen interesse|aposentado|aposentada|" +
		"não trabalha mais|não interessado"
	words := map[string]bool{ // as they are, in another form or language
		"retire": true, "no longer work": true, "non interessat": true, "não interessad": true, "aposentad": true,
	}
	for _, phrase := range strings.Split(phrases, "|") {
		if !Doubtful("Ana: " + phrase + " (2025)") {
			t.Errorf("%q is nothing to look at", phrase)
		}
		whole := []rune(phrase)
		if short := string(whole[:len(whole)-1]); Doubtful("Ana: "+short+" (2025)") != words[short] {
			t.Errorf("%q is something to look at: %t", short, !words[short])
		}
	}
}

// Words that say that no mail reaches somebody, or that they want none, count as they begin, and none that is shorter.
func TestGroundsCountByTheBeginningsOfWords(t *testing.T) {
	t.Parallel()
	for word, want := range map[string]Ground{
		"bounc": Unreachable, "boun": Refused, "hard-bounce": Unreachable, "hard_bounce": Unreachable, "hardbounce": Unreachable,
		"hardbounc": Refused, "undeliver": Unreachable, "undelive": Refused, "cleaned": Unreachable, "cleane": Refused,
		"unzustell": Unreachable, "unzustel": Refused, "invalid": Unreachable, "invali": Refused,
	} {
		if got := GroundOf("Remark", word); got != want {
			t.Errorf("%q: %s, want %s", word, got, want)
		}
	}
	for word, want := range map[string]Ground{
		"unsub": Refused, "unsu": Unreachable, "opt out": Refused, "opts out": Refused, "opted-out": Refused, "opt_ou": Unreachable,
		"complain": Refused, "complai": Unreachable, "do not": Refused, "do no": Unreachable, "don't": Refused, "dont": Refused,
		"don": Unreachable,
	} {
		if got := GroundOf("Remark", word+", invalid"); got != want {
			t.Errorf("%q: %s, want %s", word, got, want)
		}
	}
	for text, want := range map[string]bool{
		"no more: our blacklist": true, "no more: our blacklis": false, "no more: block list": false, "no more: blocklists": true,
		"não enviar": true, "nao enviar": true, "nao envia": false,
	} {
		if got := Leaving(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

// What stands in brackets parts what stands around it, and so do words of either and or, with as many blanks as there are.
func TestBracketsAndBlanksInHeadings(t *testing.T) {
	t.Parallel()
	for h, want := range map[string]Field{
		"Outlet(a)or Publication": Outlet, "Outlet or(a)Publication": Outlet, "Outlet   or   Publication": Outlet,
		"Outlet\tof\tPublication": Outlet, "Outlet  /  Publication": Outlet, "Outletor Publication": "", "Outlet orPublication": "",
		"Outlet oder Publication": Outlet, "Outlet OU Publication": Outlet, "Outlet o Publication": Outlet,
		"Outlet od Publication": "", "Outlet / Email": "",
	} {
		if got := Of(h); got != want {
			t.Errorf("%q is %q, not %q", h, got, want)
		}
	}
}

// A text is put into words as people compare them: without capitals, accents and signs, and with each word that is elided by itself.
func TestPlainWords(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Rivers Trust": "rivers trust", "  Marlow — Harbour/Union ": "marlow harbour union", "Größe, ÉVA!": "grosse eva", "E-Mail": "email",
		"L'Équipe": "equipe", "puis'qu'on écrit": "puis on ecrit", "opt-out of it": "optout of it", "": "", "—": "",
	} {
		if got := Plain(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]bool{
		"plus de mails": true, "plus d'envois": true, "plus jamais de mails": true, "ne veut plus de mails": true,
		"il ne veut plus recevoir de mails": true, "plus mails": false, "mails plus": false, "plus": false,
	} {
		if got := Refuses(text); got != want {
			t.Errorf("%q refuses: %t", text, got)
		}
	}
}
