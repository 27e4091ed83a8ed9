package importer

import (
	"strings"
	"testing"
)

// whoseHead begins the releases of these tables, by language.
var whoseHead = map[string]string{
	"de": "Die Fähre fährt wieder\n\nOsten, 3. März 2026 – Die Fähre von Osten fährt wieder über den Fluss, und alle freut das sehr.\n\n",
	"fr": "Le bac revient\n\nValbrac, le 3 mars 2026 – Le bac de Valbrac passe de nouveau la rivière, et tout le monde en est heureux.\n\n",
	"es": "Vuelve la barca\n\nMarlán, 3 de marzo de 2026 – La barca de Marlán vuelve a cruzar el río, y a todos les alegra mucho.\n\n",
	"it": "Torna il battello\n\nValmola, 3 marzo 2026 – Il battello di Valmola attraversa di nuovo il fiume, e tutti ne sono molto lieti.\n\n",
	"pt": "A balsa volta\n\nRio Molhe, 3 de março de 2026 – A balsa de Rio Molhe volta a cruzar o rio, e todos ficam muito contentes.\n\n",
	"nl": "De pont vaart weer\n\nOeverdam, 3 maart 2026 – De pont van Oeverdam vaart weer over de rivier, en iedereen is er blij mee.\n\n",
}

// whoseOffice holds who speaks and for whom in texts of a language; {Q} are their words.
func whoseOffice(t *testing.T, language string, cases [][2]string) {
	t.Helper()
	kept := heldBy(t)
	t.Parallel()
	words := map[string]string{
		"de": "„Der Fluss ist in diesem Jahr wieder sehr schön geworden“",
		"fr": "« La rivière est redevenue très belle cette année pour tous »",
		"es": "«El río ha vuelto a estar muy bonito este año para todos»",
		"it": "«Il fiume è tornato molto bello quest’anno per tutti noi»",
		"pt": "“O rio voltou a ficar muito bonito este ano para todos”",
		"nl": "“De rivier is dit jaar weer heel mooi geworden voor iedereen”",
	}[language]
	for _, c := range cases {
		if got := kept.speakersIn(t, language, whoseHead[language]+strings.ReplaceAll(c[0], "{Q}", words)+"\n"); got != c[1] {
			t.Errorf("%s:\n%s, want %s", c[0], got, c[1])
		}
	}
}

// An office of whom the sentence before tells: the article and the noun tell which of two is meant.
func TestGermanOfficesOfThoseToldOfBefore(t *testing.T) {
	whoseOffice(t, "de", [][2]string{
		{"Am Ufer stand ein Zelt der Wasserwacht bereit. Deren Vorsitzende Mona Kiel war zufrieden: {Q}", "Mona Kiel | Vorsitzende | Wasserwacht"},
		{"Dabei war auch die Reederei Burg & Tal aus Norden, die vier Boote hat. Deren Leiterin Mona Kiel hatte Zweifel: {Q}", "Mona Kiel | Leiterin | Reederei Burg & Tal"},
		{"Dabei war auch die Reederei Burg & Cie. aus Norden, die vier Boote hat. Deren Leiterin Mona Kiel hatte Zweifel: {Q}", "Mona Kiel | Leiterin | Reederei Burg & Cie."},
		{"Dabei war auch die Familie Burg & Tal aus Norden, die vier Boote hat. Deren Leiterin Mona Kiel hatte Zweifel: {Q}", "Mona Kiel | Leiterin | ?"},
		{"Die Klage trägt das Bündnis Freie Ufer und die Hafeninitiative „Kein Beton“. Deren Sprecherin Mona Kiel wohnt dort. {Q}, sagt sie.", "Mona Kiel | Sprecherin | Hafeninitiative „Kein Beton“"},
		{"Die Klage trägt der Ruderverband Osten und die Hafeninitiative „Kein Beton“. Dessen Sprecherin Mona Kiel wohnt dort. {Q}, sagt sie.", "Mona Kiel | Sprecherin | Ruderverband Osten"},
		{"Die Klage trägt die Stiftung „Ufer“ und die Hafeninitiative „Kein Beton“. Deren Sprecherin Mona Kiel wohnt dort. {Q}, sagt sie.", "Mona Kiel | Sprecherin | ?"},
		{"Die Arbeit macht der Uferverein. Dessen Sprecherin Mona Kiel wohnt dort. {Q}, sagt sie.", "Mona Kiel | Sprecherin | Uferverein"},
		{"Die Arbeit macht der Chor. Dessen Sprecherin Mona Kiel wohnt dort. {Q}, sagt sie.", "Mona Kiel | Sprecherin | ?"},
		{"Gebaut hat die Stiftung Freie Ufer. {Q}, sagt Mona Kiel, ihre Sprecherin.", "Mona Kiel | Sprecherin | Stiftung Freie Ufer"},
		{"Gebaut hat das ganze Dorf. {Q}, sagt Mona Kiel, ihre Sprecherin.", "Mona Kiel | Sprecherin | ?"},
		{"Rückhalt kommt von der Ruderkammer Osten. Präsidentin Mona Kiel: {Q}", "Mona Kiel | Präsidentin | Ruderkammer Osten"},
		{"Rückhalt kommt vom Ruderverband Osten. Präsidentin Mona Kiel: {Q}", "Mona Kiel | Präsidentin | Ruderverband Osten"},
		{"Rückhalt kommt seitens der Ruderkammer Osten. Präsidentin Mona Kiel: {Q}", "Mona Kiel | Präsidentin | Ruderkammer Osten"},
		{"Rückhalt kommt von der Ruderkammer Osten, und das oft. Präsidentin Mona Kiel: {Q}", "Mona Kiel | Präsidentin | ?"},
		{"Rückhalt kommt von der Ruderkammer Osten. {Q}, sagt die Präsidentin Mona Kiel.", "Mona Kiel | Präsidentin | Ruderkammer Osten"},
		{"Rückhalt kommt von der Nichte Osten. Präsidentin Mona Kiel: {Q}", "Mona Kiel | Präsidentin | ?"},
		{"Für die Hafeninitiative sprach Mona Kiel, die am Ufer wohnt. {Q}, berichtete sie.", "Mona Kiel |  | Hafeninitiative"},
		{"Für den Ruderverein Osten ergriff Mona Kiel das Wort. {Q}, berichtete sie.", "Mona Kiel |  | Ruderverein Osten"},
		{"Für die Enkel sprach Mona Kiel. {Q}, berichtete sie.", "Mona Kiel |  | ?"},
	})
}

// An office, or a clause behind the name, says whose it is.
func TestGermanOfficesThatSayWhose(t *testing.T) {
	about := "\n\nÜber Uferwerk\n\nDie Uferwerk GmbH baut Boote."
	whoseOffice(t, "de", [][2]string{
		{"{Q}, so Institutsleiterin Mona Kiel. Das Institut für Hafenkunde der Hochschule Norden forscht dazu.", "Mona Kiel | Institutsleiterin | Institut für Hafenkunde der Hochschule Norden"},
		{"{Q}, so Vereinspräsidentin Mona Kiel. Der Verein Ruderfreunde Osten baut ein Haus.", "Mona Kiel | Vereinspräsidentin | Verein Ruderfreunde Osten"},
		{"{Q}, so Institutsleiterin Mona Kiel. Das Institut ist neu.", "Mona Kiel | Institutsleiterin | ?"},
		{"{Q}, so Institutskundin Mona Kiel. Das Institut für Hafenkunde der Hochschule Norden forscht dazu.", "Institutskundin Mona Kiel |  | ?"},
		{"{Q}, sagt Mona Kiel, die das Unternehmen seit 2021 in dritter Generation führt." + about, "Mona Kiel |  | Uferwerk"},
		{"{Q}, sagt Mona Kiel, die das Orchester seit 2021 führt." + about, "Mona Kiel |  | ?"},
		{"{Q}, sagt Mona Kiel, die das Unternehmen kennt." + about, "Mona Kiel |  | ?"},
		{"{Q}, sagt Mona Kiel, die den Ruderverein Osten leitet.", "Mona Kiel |  | Ruderverein Osten"},
		{"{Q}, sagte Direktorin Mona Kiel bei der Begrüßung.", "Mona Kiel | Direktorin | ?"},
		{"{Q}, sagte der Ärztliche Direktor des UKO, Prof. Dr. Ulf Kaden, bei der Begrüßung.", "Prof. Dr. Ulf Kaden | Ärztliche Direktor | UKO"},
		{"{Q}, sagte die Direktorin und Vorstandsvorsitzende des UKO, Mona Kiel.", "Mona Kiel | Direktorin und Vorstandsvorsitzende | UKO"},
		{"{Q}, sagte die Direktorin und Mutter Kaden, Mona Kiel.", ""},
		{"{Q}, so Polizeioberrat Ulf Kaden, Leiter der Direktion Verkehr.", "Ulf Kaden | Polizeioberrat | Direktion Verkehr"},
		{"{Q}, sagt Kriminalkommissarin Mona Kiel vom Polizeipräsidium Osten.", "Mona Kiel | Kriminalkommissarin | Polizeipräsidium Osten"},
		{"{Q}, so Kurator Prof. Dr.-Ing. Ulf Kaden.", "Prof. Dr.-Ing. Ulf Kaden | Kurator | ?"},
		{"Kurator Ing. Ulf Kaden: {Q}", "Ing. Ulf Kaden | Kurator | ?"},
		{"{Q}, sagt Mona Kiel, Leiterin des Departements Bildung und Sport.", "Mona Kiel | Leiterin | Departement Bildung und Sport"},
		{"{Q}, sagt Mona Kiel, Vorsitzende der RBO im Land.", "Mona Kiel | Vorsitzende | RBO"},
		{"{Q}, sagt Mona Kiel, Vorsitzende der RBO vor Ort.", "Mona Kiel | Vorsitzende | RBO"},
	})
}

// Several who say something jointly have one organisation where their offices are of one kind.
func TestGermanSpeakersWhoSpeakJointly(t *testing.T) {
	both := "\n\nMona Kiel: {Q}\n\nUlf Kaden: {Q}"
	whoseOffice(t, "de", [][2]string{
		{
			"Dazu erklären die umweltpolitische Sprecherin der UFP-Fraktion, Mona Kiel, und der verkehrspolitische Sprecher Ulf Kaden:" + both,
			"Mona Kiel | umweltpolitische Sprecherin | UFP-Fraktion; Ulf Kaden | Sprecher | UFP-Fraktion",
		},
		{
			"Dazu sagen die Sprecherin der UFP-Fraktion, Mona Kiel, sowie der Kassenwart Ulf Kaden:" + both,
			"Mona Kiel | Sprecherin | UFP-Fraktion; Ulf Kaden | Kassenwart | ?",
		},
		{"Dazu erklären die Sprecherin Mona Kiel und der Sprecher Ulf Kaden:" + both, "Ulf Kaden | Sprecher | ?"},
	})
}

// The same in French.
func TestFrenchOfficesOfThoseToldOfBefore(t *testing.T) {
	whoseOffice(t, "fr", [][2]string{
		{"Le collectif « Rive libre », qui réunit des voisins, ira au tribunal. Pour sa porte-parole, Ana Vasel, {Q}", "Ana Vasel | porte-parole | collectif « Rive libre »"},
		{"L’union départementale FDR-Rive appelle à la grève. {Q}, prévient son secrétaire général, Paul Vasel.", "Paul Vasel | secrétaire général | union départementale FDR-Rive"},
		{"Le projet est salué par l’union de consommateurs Bon Prix, qui a agi en justice. {Q}, estime Paul Vasel, son avocat.", "Paul Vasel | avocat | union de consommateurs Bon Prix"},
		{"Le projet est salué par la société Rive et le syndicat Berge. {Q}, estime Paul Vasel, son avocat.", "Paul Vasel | avocat | ?"},
		{"Le projet est salué par tous. {Q}, estime Paul Vasel, son avocat.", "Paul Vasel | avocat | ?"},
		{"Le musée Rive est fermé par la société Berge. {Q}, estime Paul Vasel, son directeur.", "Paul Vasel | directeur | musée Rive"},
		{"{Q}, avertit Paul Vasel, qui dirige l’office HLM Val-Rive Habitat (900 logements).", "Paul Vasel |  | office HLM Val-Rive Habitat"},
		{"{Q}, dit Paul Vasel, dont la famille vit ici et qui préside le Syndicat des bateliers de la Rive, partenaire du projet.", "Paul Vasel |  | Syndicat des bateliers de la Rive"},
		{"Le conseil d’administration du Théâtre de la Rive a voté. {Q}, dit le président du conseil d’administration, Paul Vasel.", "Paul Vasel | président du conseil d’administration | Théâtre de la Rive"},
		{"Le conseil d’administration du Théâtre Rive et le conseil d’administration du Théâtre Berge ont voté. {Q}, dit le président du conseil d’administration, Paul Vasel.", "Paul Vasel | président du conseil d’administration | ?"},
		{"Selon la vice-présidente du conseil régional chargée de la culture, Ana Vasel, {Q}.", "Ana Vasel | vice-présidente | conseil régional"},
		{"Le conseil municipal de Valbrac a voté. {Q}, dit la maire, Ana Vasel.", "Ana Vasel | maire | Ville de Valbrac"},
		{"Le conseil municipal de Valbrac et le conseil municipal de Norbrac ont voté. {Q}, dit la maire, Ana Vasel.", "Ana Vasel | maire | ?"},
		{"Un avis partagé par Ana Vasel, conseillère d’État et présidente des Forces de la Rive, qui ajoute : {Q}", "Ana Vasel | conseillère d’État et présidente | Forces de la Rive"},
		{"{Q}, dit Mme Ana Vasel, directrice de la Ligue Rive.", "Ana Vasel | directrice | Ligue Rive"},
		{"{Q}, dit M. Paul Vasel, directeur de la Ligue Rive. {Q}, dit M. Vasel.", "Paul Vasel | directeur | Ligue Rive; Paul Vasel | directeur | Ligue Rive"},
		{"{Q}, dit Maître Vasel, avocat de la Ligue Rive.", "Maître Vasel | avocat | Ligue Rive"},
		{"{Q}, dit Ana Vasel, conseillère d’État.", "Ana Vasel | conseillère d’État | ?"},
	})
}
