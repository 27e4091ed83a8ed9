package attribution

import (
	"fmt"
	"strings"
	"testing"
)

// readers are the rules that read one phrase, or sentence, or what a text says elsewhere.
var readers = map[string]func(*Copy, string) (Speaker, bool){
	"addressed": (*Copy).addressedBehind, "related": (*Copy).related, "alongside": (*Copy).alongsideKnown, "two": (*Copy).twoOffices,
	"acts": (*Copy).actsOrIs, "office": (*Copy).calledByOffice, "kind": (*Copy).calledByKind, "surname": (*Copy).calledBySurname,
	"parse":     func(d *Copy, s string) (Speaker, bool) { who := d.Parse(s); return who, who.Ok },
	"elsewhere": func(d *Copy, s string) (Speaker, bool) { return d.toldElsewhere(Speaker{Name: s}), true },
	"advises": func(d *Copy, s string) (Speaker, bool) {
		title, org, ok := d.advises(s)
		return Speaker{Title: title, Org: org}, ok
	},
	"now": func(d *Copy, s string) (Speaker, bool) { what := d.asWhat(s); return Speaker{Title: what}, what != s },
}

// reads is what a rule makes of a phrase: "no" where it does not read it.
func reads(d *Copy, rule, phrase string) string {
	who, ok := readers[rule](d, phrase)
	if !ok || rule == "office" && !who.Ok {
		return "no"
	}
	return who.Name + " | " + who.Title + " | " + who.Org
}

const aboutQuays = "Marlow Council met. Quays for All and the Reef and Coast Fund came. The Cod Institute did so too. Save the Quay Alliance as well."

func quays() *Copy {
	d := draftIn("en", aboutQuays)
	d.Known = []Speaker{{Name: "Bea Hart", Title: "founder", Org: "Rota", Ok: true}}
	return d
}

// How somebody is addressed stands behind whose office it is.
func TestHowSomebodyIsAddressedBehindTheOffice(t *testing.T) {
	t.Parallel()
	const ofCouncil = " | Chair | Marlow Council"
	for phrase, want := range map[string]string{
		"Chair of Marlow Council Dr Jay Hale":              "Dr Jay Hale" + ofCouncil,
		"the Chair of Marlow Council Dr. Jay Hale":         "Dr. Jay Hale" + ofCouncil,
		"The Chair of Marlow Council Prof Dr Jay Hale":     "Prof Dr Jay Hale" + ofCouncil,
		"Secretary of Marlow Council Dr Jay Hale":          "Dr Jay Hale | Secretary | Marlow Council",
		"Chair for Marlow Council Mr Jay Hale":             "Mr Jay Hale" + ofCouncil,
		"Chair at Marlow Council Mrs Jay Hale":             "Mrs Jay Hale" + ofCouncil,
		"Chair in Marlow Council Dr Jay Hale":              "Dr Jay Hale | Chair in Marlow Council | ",
		"Chair by Marlow Council Dr Jay Hale":              "no",
		"Chair of Marlow Council Jay Hale":                 "no",
		"Chair of Marlow Council Dr Hale":                  "no",
		"Chair of Marlow Council Dr Jay O’Hale":            "Dr Jay O’Hale" + ofCouncil,
		"Chair of Marlow Council Dr Jay O'Hale":            "Dr Jay O'Hale" + ofCouncil,
		"Chair of Marlow Council Dr Jo-Ann Hale-Reed":      "Dr Jo-Ann Hale-Reed" + ofCouncil,
		"Chair of Marlow Council Dr Jay D. Hale":           "Dr Jay D. Hale" + ofCouncil,
		"Chair of Marlow Council Dr Jay D Hale":            "Dr Jay D Hale" + ofCouncil,
		"Chair of Marlow Council Dr Jay Ann Bea Hale":      "Dr Jay Ann Bea Hale" + ofCouncil,
		"Chair of Marlow Council Dr Jay Ann Bea Hale Reed": "no",
		"Chair of Marlow Council Dr Jay Hale who came":     "no",
		"Chair of Marlow Council and Dr Jay Hale":          "no",
		"Friend of Marlow Council Dr Jay Hale":             "no",
		"Chair of Marlow Council Dr Hale Trust":            "no",
		"Mayor of Marlow Cr Jay Hale":                      "Cr Jay Hale | Mayor of Marlow | ?",
		"West Coast MEC for Health Dr Jay Hale":            "Dr Jay Hale | West Coast MEC for Health | ?",
		"Head of Lights Dr Jay Hale":                       "Dr Jay Hale | Head of Lights | ?",
	} {
		if got := reads(quays(), "addressed", phrase); got != want {
			t.Errorf("%s: %q, want %q", phrase, got, want)
		}
	}
	for _, how := range strings.Fields("Dr Mr Mrs Ms Miss Prof Cr Cllr Barr Engr Rev Revd Fr Sir Dame") {
		if got, want := reads(quays(), "addressed", "Chair of Marlow Council "+how+" Jay Hale"), how+" Jay Hale"+ofCouncil; got != want {
			t.Errorf("%s: %q, want %q", how, got, want)
		}
	}
	if got := reads(draftIn("de", aboutQuays), "addressed", "Chair of Marlow Council Dr Jay Hale"); got != "no" {
		t.Errorf("in German: %q", got)
	}
}

// Whose relative or colleague somebody is, whom they advise, what they are now, and two offices of one person.
func TestWhoseSomebodyIs(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"related", "Maureen’s son Jay Hale", "Jay Hale | Maureen’s son | ?"},
		{"related", "Maureen's son, Jay Hale", "Jay Hale | Maureen's son | ?"},
		{"related", "Mary-Ann D. Reed’s eldest son, Jo-Ann O’Hale Reed", "Jo-Ann O’Hale Reed | Mary-Ann D. Reed’s eldest son | ?"},
		{"related", "Maureen’s son D'Arcy D. O'Hale", "D'Arcy D. O'Hale | Maureen’s son | ?"},
		{"related", "Maureen’s son D’Arcy Hale-Reed", "D’Arcy Hale-Reed | Maureen’s son | ?"},
		{"related", "Maureen’s son Hale", "no"},
		{"related", "Maureen’s son Jay Ann Bea Hale", "no"},
		{"related", "Maureen’s son Jay Hale of Rota", "no"},
		{"related", "the Maureen’s son Jay Hale", "no"},
		{"related", "Maureen’s two eldest sons Jay Hale", "no"},
		{"related", "Maureen’s friend Jay Hale", "no"},
		{"related", "Cod Institute’s father Jay Hale", "no"},
		{"related", "Maureen’s mother Cod Institute", "no"},
		{"alongside", "Hart’s co-founder, engineer Jay Hale", "Jay Hale | engineer | Rota"},
		{"alongside", "Hart's co-founder engineer Jay Hale", "Jay Hale | engineer | Rota"},
		{"alongside", "Bea Hart’s co-founder, engineer Jay Hale", "Jay Hale | engineer | Rota"},
		{"alongside", "D’Arcy Hart’s co-founder, engineer Jay Hale", "no"},
		{"alongside", "Reed’s co-founder, engineer Jay Hale", "no"},
		{"alongside", "Hart’s friend, engineer Jay Hale", "no"},
		{"alongside", "Hart’s co-founder, engineer", "no"},
		{"alongside", "with Hart’s co-founder, engineer Jay Hale", "no"},
		{"alongside", "Hart’s co-founder, engineer Jay Hale of Cod Institute", "Jay Hale | engineer | Cod Institute"},
		{"advises", "medical adviser to the Cod Institute", " | medical adviser | Cod Institute"},
		{"advises", "actor, head adviser to the Cod Institute", "no"},
		{"alongside", "Hart’s co-founder, Marlow Council", "no"},
		{"alongside", "Hart’s co-founder, engineer of Marlow", "no"},
		{"advises", "adviser to the Cod Institute", "no"},
		{"advises", "Medical Advisor to Cod Institute", " | Medical Advisor | Cod Institute"},
		{"advises", "head adviser to the institute", "no"},
		{"advises", "head adviser to Orrin", "no"},
		{"advises", "head adviser to Director Institute", "no"},
		{"advises", "former adviser to the Cod Institute", "no"},
		{"advises", "actor, adviser to the Cod Institute", "no"},
		{"advises", "head exadviser to the Cod Institute", "no"},
		{"advises", "actor and friend to the Cod Institute", "no"},
		{"now", "who drew it and is now an engineer at Rota", " | engineer at Rota | "},
		{"now", "who drew it but has been today as a director of Rota", " | director of Rota | "},
		{"now", "who drew it and works currently as the director of Rota", " | director of Rota | "},
		{"now", "who drew it and is since then director of Rota", " | director of Rota | "},
		{"now", "who drew it or is now an engineer at Rota", "no"},
		{"now", "who drew it and was now an engineer at Rota", "no"},
		{"now", "who drew it and is an engineer at Rota", "no"},
		{"now", "who drew it and is now at home", "no"},
		{"now", "all who drew it and is now an engineer at Rota", "no"},
		{"now", "who drew it, too, and is now an engineer at Rota", "no"},
		{"now", "who drew it; and is now an engineer at Rota", "no"},
		{"now", "who drew it and is now an engineer at Rota, too", "no"},
		{"now", "who drew it and is now an engineer at Rota; he swims", "no"},
		{"two", "Chair of the Cod Institute and former minister Jay Hale", "Jay Hale | Chair | Cod Institute"},
		{"two", "the Chair of the Cod Institute and retired minister Jay Hale", "Jay Hale | Chair | Cod Institute"},
		{"two", "The Vice-Chair at our Fund and ex-minister Jo-Ann O’Hale", "Jo-Ann O’Hale | Vice-Chair | Reef and Coast Fund"},
		{"two", "Chair for the Fund and now swimmer D’Arcy Hale-Reed", "D’Arcy Hale-Reed | Chair | Reef and Coast Fund"},
		{"two", "Chair of Fund and former minister Jay Hale", "Jay Hale | Chair | Fund"},
		{"two", "Chair of the Cod Institute and former minister D'Arcy O'Hale", "D'Arcy O'Hale | Chair | Cod Institute"},
		{"two", "Chair of the Cod Institute and former minister Hale", "no"},
		{"two", "Chair of the Cod Institute and former minister Jay Hale came", "no"},
		{"two", "Chair by the Cod Institute and former minister Jay Hale", "no"},
		{"two", "Friend of the Cod Institute and former minister Jay Hale", "no"},
		{"two", "Chair of the Cod Institute and former minister Cod Guild", "no"},
		{"two", "Chair of Orrin and former minister Jay Hale", "no"},
		{"two", "Chair of the Trust and former minister Jay Hale", "no"},
		{"parse", "Jay Hale of the Department of Ropes, Orrin", "Jay Hale |  | Department of Ropes"},
		{"parse", "Jay Hale, chair of the Alliance of Cooks", "Jay Hale | chair | Alliance of Cooks"},
		{"parse", "Prof. Jay Hale of the Department of Ropes, Marlow University", "Prof. Jay Hale |  | Marlow University"},
	} {
		if got := reads(quays(), c[0], c[1]); got != c[2] {
			t.Errorf("%s: %s: %q, want %q", c[0], c[1], got, c[2])
		}
		german := draftIn("de", aboutQuays)
		german.Known = quays().Known
		if got := reads(german, c[0], c[1]); got != "no" && c[0] != "parse" && c[0] != "now" {
			t.Errorf("%s in German: %s: %q", c[0], c[1], got)
		}
	}
	for rule, words := range map[string]string{
		"Maureen’s %s Jay Hale": "related daughter son wife husband widow widower mother father mum dad sister brother granddaughter grandson " +
			"grandmother grandfather aunt uncle niece nephew cousin fiancé fiancée neighbor neighbour carer",
		"Hart’s %s, engineer Jay Hale": "alongside co-founder co-director co-chair co-owner co-president co-leader co-organiser co-organizer " +
			"co-host co-author colleague deputy",
		"head %s to the Cod Institute":                "advises adviser advisor ambassador delegate secretary chaplain liaison",
		"who was at sea and is %s an engineer at Cod": "now now today currently",
	} {
		for _, w := range strings.Fields(words)[1:] {
			if got := reads(quays(), strings.Fields(words)[0], fmt.Sprintf(rule, w)); got == "no" {
				t.Errorf("%s is not read", fmt.Sprintf(rule, w))
			}
		}
	}
}

// What is in marks or behind a comma, or longer than a name or an office is, is no part of either.
func TestHowLongNamesAndOfficesAre(t *testing.T) {
	t.Parallel()
	long := func(n int) string { return strings.Repeat("a", n) }
	for _, c := range []struct {
		rule, phrase string
		least, most  int
	}{
		{"addressed", "Chair of C~ Council Dr Jay Hale", 0, 71},
		{"addressed", "Chair ~ of Marlow Council Dr Jay Hale", 0, 95},
		{"two", "Chair ~ of the Cod Institute and former minister Jay Hale", 0, 55},
		{"two", "Chair of the C~ Institute and former minister Jay Hale", 0, 70},
	} {
		for n, want := range map[int]bool{c.least: true, c.most: true, c.most + 1: false} {
			if got := reads(quays(), c.rule, strings.Replace(c.phrase, "~", long(n), 1)); (got != "no") != want {
				t.Errorf("%s with %d letters: %q", c.phrase, n, got)
			}
		}
	}
	for _, c := range [][2]string{
		{"addressed", "Chair ~of Marlow Council Dr Jay Hale"},
		{"addressed", "Chair of Marlow~ Council Dr Jay Hale"},
		{"two", "Chair of the Cod~ Institute and former minister Jay Hale"},
		{"two", "Chair of the Cod Institute and former minister~ Jay Hale"},
	} {
		for _, mark := range strings.Split(`,;:“”"()`, "") {
			if got := reads(quays(), c[0], strings.Replace(c[1], "~", mark, 1)); got != "no" {
				t.Errorf("%s with %s: %q", c[1], mark, got)
			}
		}
	}
}
