package attribution

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// TestWhatSomebodyFeelsOrDoes reads a sentence without marks that tells of somebody: each verb, right behind the name.
func TestWhatSomebodyFeelsOrDoes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ language, before, behind, verbs string }{
		{"en", "Ana Ruiz, director of Rivers Trust, ", " keepers", `shared, shares, paid tribute, pays tribute, praised, praises, expressed,
			expresses, welcomed, welcomes, thanked, thanks, emphasised, emphasized, emphasises, emphasizes, highlighted, highlights, stressed,
			stresses, underscored, underscores, underlined, underlines, reflected, reflects, responded, responds, reacted, reacts, commented,
			comments, spoke, speaks, believe, believes, believed, agreed, agrees, applauded, applauds, congratulated, congratulates, hopes,
			hoped, expects, expected, wants, wanted, thinks, thought, sees, saw, feels, felt, finds, remembers, remembered, insists, insisted,
			acknowledges, acknowledged, admits, admitted, argues, argued, invites, invited, credits, credited, promises, promised, commended,
			commends, celebrated, celebrates, recalled, recalls, pointed, points, described, describes, urged, urges, warned, warns,
			criticized, criticised, condemned, condemns, echoed, echoes, reiterated, reiterates, voiced, voices,
			also praised, then praised, has praised, have praised, had praised, further praised, later praised, today praised,
			recently praised, quickly praised, warmly praised, is expected, was expected, has also praised,
			is excited, was excited, are excited, is very excited, is so excited, is also excited, is deeply excited, is proud, is pleased,
			is optimistic, is hopeful, is thrilled, is delighted, is confident, is happy, is honored, is honoured, is grateful, is worried,
			is concerned, is convinced`},
		{"de", "Anna Kamp, Vorsitzende der Flussliga, ", "", `ist erleichtert, zeigt sich erleichtert, zeigte sich erleichtert,
			war erleichtert, ist sehr erleichtert, ist über erleichtert, ist auch erleichtert, ist nicht erleichtert, ist äußerst erleichtert,
			ist besonders erleichtert, ist mehr als erleichtert, ist auch sehr erleichtert, ist zufrieden, ist stolz, ist überzeugt,
			ist besorgt, ist enttäuscht, ist erfreut, ist begeistert, ist dankbar`},
		{"de", "Anna Kamp, Vorsitzende der Flussliga, ", " auf Marlow", "ist stolz"},
		{"de", "Anna Kamp, Vorsitzende der Flussliga, ", "", "freut sich"},
		{"fr", "Anne Roche, présidente de Rives Vives, ", "", "s’est réjouie"},
		{"es", "Ana Ruiz, presidenta de Ríos Vivos, ", "", "se mostró"},
		{"it", "Anna Serra, presidente di Fiumi Vivi, ", "", "ringrazia, si è detta"},
		{"nl", "Anna Kamp, voorzitter van Stichting Oever, ", " op Marlow", "is trots"},
		{"nl", "Anna Kamp, voorzitter van Stichting Oever, ", "", "bedankte"},
		{"pt", "Ana Vale, presidente da Liga dos Portos, ", "", "agradeceu"},
		{"de", "Anna Kamp, Vorsitzende der Flussliga, ", " Marlow", `dankt, dankte, lobt, lobte, würdigt, würdigte, begrüßt, begrüßte,
			kritisiert, kritisierte, freut sich, freute sich, bedankt sich, bedankte sich, betont, betonte, unterstrich, unterstreicht,
			appelliert, appellierte`},
		{"fr", "Anne Roche, présidente de Rives Vives, ", " Marlow", `a salué, a également salué, a aussi salué, a remercié, a souligné,
			a rappelé, a félicité, a dénoncé, a regretté, a insisté, s’est félicité, s’est félicitée, s’est réjouie, s’est réjoui,
			s’est inquiétée, s’est inquiété, s’est indignée, s’est indigné, se félicite, se réjouit, se dit, salue, remercie, souligne,
			rappelle, regrette, dénonce, est fière, est très fière, est ravie, est ravi, est satisfaite, est satisfait,
			est heureux, est heureuse, est convaincue, est convaincu`},
		{"es", "Ana Ruiz, presidenta de Ríos Vivos, ", " Marlow", `ha destacado, también destacó, destacó, destaca, agradeció, agradece,
			ha agradecido, celebró, celebra, ha celebrado, subrayó, subraya, ha subrayado, valoró, valora, ha valorado, resaltó, resalta,
			ha resaltado, felicitó, ha felicitado, lamentó, lamenta, ha lamentado, criticó, critica, ha criticado, recordó, recuerda,
			ha recordado, reconoció, ha reconocido, se mostró, se ha mostrado, llamó a, llama a, instó a, insta a, urgió a, exhortó a,
			exhorta a, invitó a, invita a, reiteró, reitera, se sumó, se pronunció, hizo un llamado, hace un llamado`},
		{"it", "Anna Serra, presidente di Fiumi Vivi, ", " Marlow", `ha ringraziato, ringrazia, ha sottolineato, sottolinea, ha ricordato,
			ricorda, ha espresso, esprime, ha commentato, commenta, ha elogiato, ha lodato, ha criticato, ha evidenziato, evidenzia,
			si dice, si è detto, si è detta`},
		{"nl", "Anna Kamp, voorzitter van Stichting Oever, ", "", `is blij, was blij, toont zich blij, is erg blij, is zeer blij,
			is heel blij, is niet blij, is ook blij, is bijzonder blij, is ook heel blij, is tevreden, is trots, is verheugd,
			is teleurgesteld, is bezorgd, is opgelucht, is enthousiast`},
		{"nl", "Anna Kamp, voorzitter van Stichting Oever, ", " Marlow", `benadrukt, benadrukte, prijst, prees, verwelkomde,
			hekelde, bedankt, bedankte, onderstreept, onderstreepte`},
		{"pt", "Ana Vale, presidente da Liga dos Portos, ", " Marlow", `também destacou, destacou, destaca, agradeceu, agradece, ressaltou,
			ressalta, comemorou, comemora, elogiou, elogia, enfatizou, enfatiza, celebrou, celebra, salientou, salienta, sublinhou, sublinha,
			lamentou, lamenta, criticou, lembrou, lembra, reforçou, reforça, parabenizou, parabeniza, enalteceu, enaltece, se disse`},
	} {
		name, _, _ := strings.Cut(c.before, ",")
		for _, verb := range strings.Split(c.verbs, ",") {
			verb = strings.Join(strings.Fields(verb), " ")
			if who, ok := drafted(c.language).telling(c.before + verb + c.behind + "."); !ok || who.Name != name {
				t.Errorf("%s: %q (%t) is not told of in %q", c.language, who.Name, ok, c.before+verb+c.behind+".")
			}
		}
		for _, neighbour := range []string{"paints", "malt", "verft", "peint", "pinta"} {
			if who, ok := drafted(c.language).telling(c.before + neighbour + " Marlow."); ok {
				t.Errorf("%s: %q is told of by %q", c.language, who.Name, neighbour)
			}
		}
	}
}

// TestWhatStandsBeforeSuchAVerb reads a surname of somebody known, with small words between it and the verb.
func TestWhatStandsBeforeSuchAVerb(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"Ruiz praised keepers", "Ruiz also praised keepers", "Ruiz then praised keepers", "Ruiz has praised keepers", "Ruiz have praised keepers",
		"Ruiz had praised keepers", "Ruiz further praised keepers", "Ruiz later praised keepers", "Ruiz today praised keepers",
		"Ruiz recently praised keepers", "Ruiz quickly praised keepers", "Ruiz warmly praised keepers", "Ruiz is expected in Marlow",
		"Ruiz was expected in Marlow",
	} {
		d := drafted("en")
		d.Body = []prose.Para{{Text: "Marlow: Ana Ruiz 2026."}} // who has no office there
		if who, ok := d.telling(s + "."); !ok || who.Name != "Ana Ruiz" {
			t.Errorf("%q (%t) is not told of in %q", who.Name, ok, s)
		}
	}
}
