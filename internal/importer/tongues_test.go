package importer

import (
	"strings"
	"testing"
	"time"
)

// tongueWords are the words that are quoted in each language, and the marks about them.
var tongueWords = map[string][3]string{
	"en": {"The boats are old, and the winter on this river is long", "“", "”"},
	"de": {"Die Boote sind alt, und der Winter an diesem Fluss ist lang", "„", "“"},
	"fr": {"Les bateaux sont vieux, et l’hiver est long sur cette rivière", "« ", " »"},
	"es": {"Los barcos son viejos, y el invierno es largo en este río", "“", "”"},
	"it": {"Le barche sono vecchie, e l’inverno è lungo su questo fiume", "“", "”"},
	"nl": {"De boten zijn oud, en de winter is lang aan deze rivier", "“", "”"},
	"pt": {"Os barcos são velhos, e o inverno é longo neste rio", "“", "”"},
	"sv": {"Båtarna är gamla, och vintern är lång vid den här floden", "”", "”"},
	"da": {"Bådene er gamle, og vinteren er lang ved den her flod", "”", "”"},
	"nb": {"Båtene er gamle, og vinteren er lang ved denne elva", "«", "»"},
	"pl": {"Łodzie są stare, a zima nad tą rzeką jest bardzo długa", "„", "”"},
	"ca": {"Les barques són velles, i l’hivern és llarg en aquest riu", "“", "”"},
}

// TestSpeakersInOtherTongues reads one sentence about words in marks: Q is the whole of them with
// their stop, q without, and r goes on with a sentence.
func TestSpeakersInOtherTongues(t *testing.T) {
	kept := heldBy(t)
	t.Parallel()
	for _, c := range [][3]string{
		{"de", "{Q} Das sagte Jan Osten, Geschäftsführer der Tidewerk GmbH.", "Jan Osten | Geschäftsführer | Tidewerk GmbH"},
		{"de", "Für Jan Osten, Geschäftsführer der Tidewerk GmbH, ist klar: {Q}", "Jan Osten | Geschäftsführer | Tidewerk GmbH"},
		{"de", "Jan Osten, Sprecher der Initiative Marschland, ist erleichtert. {Q}", "Jan Osten | Sprecher | Initiative Marschland"},
		{"de", "Jan Osten, Sprecher der Initiative Marschland, ist erkältet. {Q}", ""},
		{"fr", "Ana Ruiz, présidente de la Ligue des marins, s’est félicitée de cette décision. {Q}", "Ana Ruiz | présidente | Ligue des marins"},
		{"fr", "La déléguée générale de la Ligue des marins, Ana Ruiz, a salué l’accord. {Q}", "Ana Ruiz | déléguée générale | Ligue des marins"},
		{"fr", "La déléguée générale de la Ligue des marins, Ana Ruiz, a signé l’accord. {Q}", ""},
		{"fr", "Comme le rappelle Paul Morel, secrétaire général du Syndicat des dockers, {r}", "Paul Morel | secrétaire général | Syndicat des dockers"},
		{"fr", "Comme Paul Morel, secrétaire général du Syndicat des dockers, {r}", ""},
		{"fr", "Et Paul Morel, secrétaire général du Syndicat des dockers, d’ajouter : {Q}", "Paul Morel | secrétaire général | Syndicat des dockers"},
		{"fr", "D’après Ana Ruiz, présidente de la Ligue des marins : {Q}", "Ana Ruiz | présidente | Ligue des marins"},
		{"fr", "{q}, explique Ana Ruiz, professeure à l’Université de Marlow et co-autrice de l’étude.", "Ana Ruiz | professeure | Université de Marlow"},
		{"es", "Según ha explicado Ana Ruiz, directora de Ríos Vivos, {r}", "Ana Ruiz | directora | Ríos Vivos"},
		{"es", "Tal y como señala Ana Ruiz, presidenta de Ríos Vivos, {r}", "Ana Ruiz | presidenta | Ríos Vivos"},
		{"es", "Por su parte, la presidenta de Ríos Vivos, Ana Ruiz, destacó el apoyo de la ciudad. {Q}", "Ana Ruiz | presidenta | Ríos Vivos"},
		{"es", "Por su parte, la presidenta de Ríos Vivos, Ana Ruiz, recorrió el puerto. {Q}", ""},
		{"es", "La secretaria general del Sindicato del Mar, Ana Ruiz, viajó ayer.\n\n{q}, sostuvo Ruiz.", "Ana Ruiz | secretaria general | Sindicato del Mar"},
		{"es", "{q}, han denunciado desde Ríos Vivos.", " |  | Ríos Vivos"},
		{"es", "{q}, explica Ana Ruiz, investigadora del Instituto del Agua y autora principal del estudio.", "Ana Ruiz | investigadora | Instituto del Agua"},
		{"it", "Per Marco Riva, direttore generale di Tidale, {r}", "Marco Riva | direttore generale | Tidale"},
		{"it", "Soddisfatto Marco Riva, direttore generale di Tidale: {Q}", "Marco Riva | direttore generale | Tidale"},
		{"it", "La segretaria generale del Sindacato del Mare, Anna Serra, ha ringraziato i volontari. {Q}", "Anna Serra | segretaria generale | Sindacato del Mare"},
		{"it", "L’amministratrice delegata di Tidale, Anna Serra, ha affermato che {r}", "Anna Serra | amministratrice delegata | Tidale"},
		{"nl", "Voorzitter Jan de Wit van de Bond van Vissers: {Q}", "Jan de Wit | Voorzitter | Bond van Vissers"},
		{"nl", "Woordvoerder Jan de Wit van Stichting Oever zegt: {Q}", "Jan de Wit | Woordvoerder | Stichting Oever"},
		{"nl", "Jan de Wit, algemeen directeur van Tidal, is tevreden. {Q}", "Jan de Wit | algemeen directeur | Tidal"},
		{"nl", "{Q} Dat zegt Jan de Wit, woordvoerder van Stichting Oever.", "Jan de Wit | woordvoerder | Stichting Oever"},
		{"pt", "De acordo com João Vale, diretor da Rios Vivos, {r}", "João Vale | diretor | Rios Vivos"},
		{"pt", "Nas palavras de João Vale, diretor da Rios Vivos, {r}", "João Vale | diretor | Rios Vivos"},
		{"pt", "O diretor da Rios Vivos, João Vale, destacou a importância da obra. {Q}", "João Vale | diretor | Rios Vivos"},
		{"pt", "O diretor da Rios Vivos, João Vale, pintou a importância da obra. {Q}", ""},
		{"de", "Der Uferverband Marlow klagt.\n\n{q}, so die Vorsitzende des Verbandes, Ana Ruiz.", "Ana Ruiz | Vorsitzende | Uferverband Marlow"},
		{"de", "Der Uferverband Marlow und der Uferverband Osten klagen. Der Uferverband Osten zahlt.\n\n{q}, so die Vorsitzende des Verbandes, Ana Ruiz.", "Ana Ruiz | Vorsitzende | ?"},
		{"de", "Dass der Verband Forderungen stellt, ist neu.\n\n{q}, so die Vorsitzende des Verbandes, Ana Ruiz.", "Ana Ruiz | Vorsitzende | ?"},
		{"de", "Erste Boote liegen bei der Flusswerft Nord eG in Marlow. {q}, so deren Vorstand Jan Osten.", "Jan Osten | Vorstand | Flusswerft Nord eG"},
		{"de", "Die Boote liegen in Marlow. {q}, so deren Vorstand Jan Osten.", "Jan Osten | Vorstand | ?"},
		{"de", "{q}, kritisierte Jan Osten, Sprecher der Flusswerft Nord eG, auf der Kundgebung am Markt.", "Jan Osten | Sprecher | Flusswerft Nord eG"},
		{"de", "Verkehrsministerin Ana Ruiz kam nach Marlow.\n\n{q}, sagte Ana Ruiz, Verkehrsministerin. „Der Wind ist kalt, und der Deich ist niedrig“, sagte die Ministerin bei der Übergabe der Boote.", "Ana Ruiz | Verkehrsministerin | ?; Ana Ruiz | Verkehrsministerin | ?"},
		{"de", "Die MFW klagt, die Marlower Flusswehr (MFW). {q}, kritisierte MFW-Verhandlungsführer Jan Osten auf der Kundgebung am Markt.", "Jan Osten | Verhandlungsführer | MFW"},
		{"de", "{q}, sagte Landrat Jan Osten.", "Jan Osten | Landrat | ?"},
		{"de", "{q}, sagt Anwohnerin Ana Ruiz.", "Ana Ruiz | Anwohnerin | ?"},
		{"de", "{q}, sagt Severin Karl Osten.", "Severin Karl Osten |  | ?"},
		{"de", "Gebaut hat sie Ana Ruiz vom Institut für Bootsbau der Hochschule Marlow.\n\n{q}, sagt Ruiz.", "Ana Ruiz |  | Institut für Bootsbau der Hochschule Marlow"},
		{"de", "Die Stadt Marlow baut. {q}, sagt Bürgermeisterin Ana Ruiz.", "Ana Ruiz | Bürgermeisterin | Stadt Marlow"},
		{"de", "Die Stadt Marlow und die Stadt Ostheim bauen. {q}, sagt Bürgermeisterin Ana Ruiz.", "Ana Ruiz | Bürgermeisterin | ?"},
		{"fr", "{q}, explique Ana Ruiz, directrice de recherche à l’Institut des marées. « Le vent est froid, et la digue est basse », poursuit la chercheuse.", "Ana Ruiz | directrice de recherche | Institut des marées; Ana Ruiz | directrice de recherche | Institut des marées"},
		{"fr", "{q}, explique Ana Ruiz, maire de Marlow. « Le vent est froid, et la digue est basse », poursuit la chercheuse.", "Ana Ruiz | maire | Marlow;  | chercheuse | ?"},
		{"fr", "{q}, explique Ana Ruiz, présidente de la Ligue des marins. Le maire, Paul Morel, les soutient. « Le vent est froid, et la digue est basse », dit-il.", "Ana Ruiz | présidente | Ligue des marins; Paul Morel | maire | ?"},
		{"fr", "{q}, explique Ana Ruiz, présidente de la Ligue des marins. Paul Morel, maire, et le skipper Luc Delmas, pilote, les soutiennent. « Le vent est froid, et la digue est basse », dit-il.", "Ana Ruiz | présidente | Ligue des marins;  |  | ?"},
		{"fr", "{q}, explique Ana Ruiz, présidente de la Ligue des marins. Et d’ajouter : « Le vent est froid, et la digue est basse. »", "Ana Ruiz | présidente | Ligue des marins; Ana Ruiz | présidente | Ligue des marins"},
		{"fr", "Même constat pour Ana Ruiz, présidente de la Ligue des marins : {Q}", "Ana Ruiz | présidente | Ligue des marins"},
		{"fr", "{q}, témoigne Paul Morel, directeur de l’association La Passerelle à Marlow.", "Paul Morel | directeur | La Passerelle"},
		{"fr", "{q}, raconte la restauratrice en chef, Ana Ruiz.", "Ana Ruiz | restauratrice en chef | ?"},
		{"fr", "La Ville de Marlow construit.\n\n{q}, souligne Ana Ruiz, maire de Marlow.", "Ana Ruiz | maire de Marlow | Ville de Marlow"},
		{"fr", "La Ville de Marlow construit.\n\n{q}, souligne Ana Ruiz, maire de Harwell.", "Ana Ruiz | maire de Harwell | ?"},
		{"es", "La huelga la convoca el Colegio de Marineros. {q}, sostuvo su vocero, Juan Vidal.", "Juan Vidal | vocero | Colegio de Marineros"},
		{"es", "La alcaldesa de Marlow, Ana Ruiz, presentó el plan. {q}, afirmó la regidora.", "Ana Ruiz | alcaldesa | Marlow"},
		{"es", "Ana Ruiz, presidenta de la asociación Muelle Abierto, celebra la medida: {Q}", "Ana Ruiz | presidenta | Muelle Abierto"},
		{"it", "Presenti il direttore Marco Riva, il primario Piero Neri e la presidente del Sindacato del Mare, Anna Serra.\n\n{q}, ha detto Marco Riva.", "Marco Riva | direttore | ?"},
		{"it", "La Lega dei Marinai ha scritto al porto.\n\n{q}, ricorda Anna Serra della lega.", "Anna Serra |  | Lega dei Marinai"},
		{"it", "{q}, spiega Anna Serra, docente all’Università di Marlow. “Il vento è freddo, e la diga è bassa”, conclude la professoressa.", "Anna Serra | docente | Università di Marlow; Anna Serra | docente | Università di Marlow"},
		{"nl", "{q}, zegt schilder Jan de Wit van Stichting Oever.", "Jan de Wit | schilder | Stichting Oever"},
		{"nl", "{q}, zegt hoogleraar Neurologie Anna de Wit.", "Anna de Wit | hoogleraar Neurologie | ?"},
		{"nl", "Vereniging Oeverlicht eist licht.\n\n{q}, zegt Jan de Wit, voorzitter van de vereniging.", "Jan de Wit | voorzitter | Vereniging Oeverlicht"},
		{"nl", "De gemeente Marlow bouwt.\n\n{q}, zegt wethouder Jan de Wit.", "Jan de Wit | wethouder | gemeente Marlow"},
		{"pt", "A marinheira Maria do Vale, de 46 anos, chorou. {q}, contou.", "Maria do Vale | marinheira | ?"},
		{"pt", "Para o biólogo João Vale, do Instituto do Mar, a obra é útil. {q}, avalia.", "João Vale | biólogo | Instituto do Mar"},
		{"it", "{q}, ha assicurato l’assessora regionale all’Agricoltura, Anna Serra.", "Anna Serra | assessora regionale all’Agricoltura | ?"},
		{"it", "{q}. Lo afferma il presidente della Lega dei Marinai, Marco Riva, a margine dell’assemblea.", "Marco Riva | presidente | Lega dei Marinai"},
		{"nl", "{q}, verklaart schilder dr. Anna Kamp van Stichting Oever.", "dr. Anna Kamp | schilder | Stichting Oever"},
		{"de", "Regisseur Jan Osten lacht: {Q}", "Jan Osten | Regisseur | ?"},
		{"fr", "La Ligue des marins a écrit au port. {q}, s’alarme son président, Paul Morel.", "Paul Morel | président | Ligue des marins"},
		{"pt", "{q}, disse ainda a presidente Lea Vale, da Rios Vivos.", "Lea Vale | presidente | Rios Vivos"},
		{"pt", "{q}, garante, por seu lado, João Vale, diretor do Instituto do Mar.", "João Vale | diretor | Instituto do Mar"},
		{"pt", "O MSP e a cidade.\n\n{q}, afirma Rosivan, da direção nacional do MSP.", "Rosivan | direção nacional | MSP"},
		{"pt", "O MSP e a cidade.\n\nPara Adriana, da direção nacional do MSP, {r}", "Adriana | direção nacional | MSP"},
		{"pt", "{q}, afirma Rosivan, da cidade de Marlow.", ""},
		{"fr", "{q}, confie Julie, mère de deux enfants.", "Julie | mère de deux enfants | ?"},
		{"pt", "O Museu do Mar Alto abriu.\n\n{q}, diz a diretora do museu, Ana Vale.", "Ana Vale | diretora | Museu do Mar Alto"},
	} {
		kept.saidAround(t, c)
	}
}

// TestLetterheadsInOtherTongues reads lines above a release, of which the first is the name of the
// organisation that issues it.
func TestLetterheadsInOtherTongues(t *testing.T) {
	kept := heldBy(t)
	t.Parallel()
	for _, c := range [][3]string{
		{"it", "Azienda Ospedaliera Marlow\nComunicato stampa n. 34 del 20 ottobre 2026\n\nNuovo reparto per i marinai", "Nuovo reparto per i marinai|2026-10-20"},
		{"es", "CENTRAL OBRERA DEL MAR (COM)\nGabinete de comunicación\n\n20 de octubre de 2026\n\nCOM denuncia la falta de barcos", "COM denuncia la falta de barcos|2026-10-20"},
		{"es", "CENTRAL OBRERA DEL MAR (ABC)\nEl puerto de Marlow no tiene barcos", "CENTRAL OBRERA DEL MAR (ABC)|2026-12-03"},
		{"de", "Ministerium für Verkehr und Häfen\nNr. 012/2026 – Marlow, den 20.10.2026\n\nLand fördert Boote mit zwei Millionen", "Land fördert Boote mit zwei Millionen|2026-10-20"},
		{"de", "Land fördert Boote mit zwei Millionen\n\nPresseinformation Nr. 47/2026 der Universität Marlow vom 20. Oktober 2026", "Land fördert Boote mit zwei Millionen|2026-10-20"},
		{"de", "Verein klagt gegen das Land\n\nMarlow, 20. Oktober 2026\n\nDer Uferverein nennt vier Gründe", "Verein klagt gegen das Land|2026-10-20"},
		{"nl", "Boten voor de haven van Marlow\n\nMarlow, 20 oktober 2026\n\nNoot voor de redactie (niet voor publicatie)\nVoor meer informatie: Jan de Wit, 020 555 0142", "Boten voor de haven van Marlow|2026-10-20"},
	} {
		w := tongueWords[c[0]]
		r, err := kept.Import("in.txt", []byte(c[1]+"\n\n"+strings.Repeat(w[0]+". ", 3)+"\n"), Options{
			Today: time.Date(2026, 12, 3, 0, 0, 0, 0, time.UTC), Email: "press@lead.example", Language: c[0],
		})
		if err != nil {
			t.Fatal(err)
		}
		headline, day := "", ""
		for _, line := range strings.Split(string(r.Markdown), "\n") {
			if v, ok := strings.CutPrefix(line, "headline = "); ok {
				headline = strings.Trim(v, `"`)
			}
			if v, ok := strings.CutPrefix(line, "date = "); ok {
				day = v
			}
		}
		if got := headline + "|" + day; got != c[2] {
			t.Errorf("%s %s:\n%s, want %s", c[0], c[1], got, c[2])
		}
	}
}
