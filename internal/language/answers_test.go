package language

import (
	"strings"
	"testing"
)

func TestEveryLanguageSaysHowPeopleLeaveAList(t *testing.T) {
	all := AllAnswers()
	for _, tag := range Known() {
		base := tag
		if _, ok := builtin()[parentOf(tag)]; ok {
			base = parentOf(tag)
		}
		a, ok := all[base]
		if !ok {
			t.Errorf("%s has no answers", tag)
			continue
		}
		for name, list := range map[string][]string{
			"leave": a.Leave, "polite": a.Polite, "filler": a.Filler, "greetings": a.Greetings, "closings": a.Closings,
			"wrote": a.Wrote, "original": a.Original, "from": a.From, "sent": a.Sent, "device": a.Device,
		} {
			if len(list) == 0 {
				t.Errorf("%s has no words for %s", tag, name)
			}
			for _, w := range list {
				if w == "" || Fold(w) != w {
					t.Errorf("%s, %s: %q is not folded", tag, name, w)
				}
			}
		}
		c, _ := For(tag)
		word := Fold(c.Say(LeaveSubject))
		if !strings.Contains(Fold(c.Say(LeaveList)), word) {
			t.Errorf("%s: the foot of a mail does not ask for %q", tag, word)
		}
		found := false
		for _, w := range a.Leave {
			found = found || w == word
		}
		if !found {
			t.Errorf("%s: the word that the foot asks for is not among those that leave", tag)
		}
		for _, w := range a.Filler {
			for _, l := range append(a.Leave, a.Alone...) {
				if w == l {
					t.Errorf("%s: %q stands for leaving and for nothing", tag, w)
				}
			}
		}
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"  Désabonner-moi ! ": "desabonner moi", "GRÜẞE, Grüße": "grusse grusse", "«unsubscribe»": "unsubscribe", "l’e-mail 'x'": "l'e mail x",
		"ｕｎｓｕｂ": "unsub", "إلغـاء الاشتراك": "الغاء الاشتراك", "\u200funsubscribe\u200e": "unsubscribe", "": "", "…": "",
	} {
		if got := Fold(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
