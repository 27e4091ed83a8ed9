package importer

import (
	"strings"
	"testing"
)

// tongueWords are the words that are quoted in each language, and the marks about them.
var tongueWords = map[string][3]string{
	"de": {"Die Boote sind alt, und der Winter an diesem Fluss ist lang", "„", "“"},
	"fr": {"Les bateaux sont vieux, et l’hiver est long sur cette rivière", "« ", " »"},
	"es": {"Los barcos son viejos, y el invierno es largo en este río", "“", "”"},
	"it": {"Le barche sono vecchie, e l’inverno è lungo su questo fiume", "“", "”"},
	"nl": {"De boten zijn oud, en de winter is lang aan deze rivier", "“", "”"},
	"pt": {"Os barcos são velhos, e o inverno é longo neste rio", "“", "”"},
}

// TestSpeakersInOtherTongues reads one sentence about words in marks: Q is the whole of them with
// their stop, q without, and r goes on with a sentence.
func TestSpeakersInOtherTongues(t *testing.T) {
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
	} {
		w := tongueWords[c[0]]
		small := strings.ToLower(w[0][:1]) + w[0][1:]
		body := strings.NewReplacer("{q}", w[1]+w[0]+w[2], "{Q}", w[1]+w[0]+"."+w[2], "{r}", w[1]+small+w[2]+".").Replace(c[1])
		if got := speakersIn(t, c[0], "Marlow\n\n"+strings.Repeat(w[0]+" ", 3)+".\n\n"+body+"\n"); got != c[2] {
			t.Errorf("%s %s:\n%s, want %s", c[0], c[1], got, c[2])
		}
	}
}
