package importer

import (
	"strings"
	"testing"
)

// TestSpeakersWithMoreBesideThem reads clauses with words between verb and name, offices over a field of a body, names
// that are said for short, and sentences before words that name who says them: Q is the words with their stop, q without.
func TestSpeakersWithMoreBesideThem(t *testing.T) {
	t.Parallel()
	kept := heldBy(t)
	for _, c := range [][3]string{
		{"de", "{q}, erklärt Jan Osten, BUFU Landesvorsitzender.", "Jan Osten | Landesvorsitzender | BUFU"},
		{"de", "{q}, erklärt Sänger Jan Osten.", "Jan Osten | Sänger | ?"},
		{"de", "Der Gymnasiast Felix Osten baut Boote. {q}, erklärt Felix.", "Felix Osten | Gymnasiast | ?"},
		{"de", "{q}, erklärt Jan Osten, Sprecher für Naturschutz der GRÜNEN Landtagsfraktion.", "Jan Osten | Sprecher für Naturschutz | GRÜNE Landtagsfraktion"},
		{"de", "{q}, erklärt die Kita-Leiterin Ana Ruiz.", "Ana Ruiz | Kita-Leiterin | ?"},
		{"de", "Jan Osten, der Vorsitzende des Uferbunds Nord bei der Eröffnung, war da. {q}, sagt Jan Osten.", "Jan Osten | Vorsitzende | Uferbund Nord"},
		{"de", "Die Präsidentin Ursula von der Marsch hat gewarnt. {q}, erklärt von der Marsch. „Der Wind ist kalt, und der Deich ist flach“, betonte sie.", "Ursula von der Marsch | Präsidentin | ?; Ursula von der Marsch | Präsidentin | ?"},
		{"de", "{q}, ist Jan Osten überzeugt.", "Jan Osten |  | ?"},
		{"de", "{q}, sagt Ana Ruiz an ihrem ersten Tag in der Werft.", "Ana Ruiz |  | ?"},
		{"de", "{q}, betont die Informatikerin.", " | Informatikerin | ?"},
		{"fr", "{q}, souligne Dr. Ousmane Bah, chercheur en éthique de l'IA.", "Dr. Ousmane Bah | chercheur en éthique | ?"},
		{"fr", "{q}, souligne Ana Ruiz, directrice associée du cabinet Rive Conseil.", "Ana Ruiz | directrice associée | Rive Conseil"},
		{"fr", "{q}, a déclaré, à cette occasion, Ana Ruiz, directrice de Tidal, citée par le communiqué.", "Ana Ruiz | directrice | Tidal"},
		{"fr", "{q}, a déclaré à TKM Ana Ruiz, associée du cabinet Rive Conseil, qui rappelle que le port est vieux.", "Ana Ruiz | associée | Rive Conseil"},
		{"fr", "{q}, a, en effet, réagi Paul Morel, président de la Ligue des marins.", "Paul Morel | président | Ligue des marins"},
		{"fr", "Paul Morel a expliqué son grand projet pour le port. {q}, a-t-il déclaré.", "Paul Morel |  | ?"},
		{"fr", "Le port est vieux, affirme Paul Morel.\n\n{q}, déplore-t-il.", "Paul Morel |  | ?"},
		{"fr", "{q}, a-t-il déclaré.", " |  | ?"},
		{"fr", "{q}, a déclaré Ana Ruiz, également maire de Marne-le-Bac, sur Radioport.", "Ana Ruiz | maire de Marne-le-Bac | ?"},
		{"fr", "{q}, a déclaré Ana Ruiz la présidente de la Ligue des marins.", "Ana Ruiz | présidente | Ligue des marins"},
		{"fr", "{q}, a déclaré un employé de la Ligue des marins à Radioport.", " | employé | Ligue des marins"},
		{"fr", "Pour Ana Ruiz, Président Directeur-Général de Tidal Rive, {q}.", "Ana Ruiz | Président Directeur-Général | Tidal Rive"},
		{"fr", "Ana Ruiz, Président - directeur général de Tidal Rive, déclare : {Q}", "Ana Ruiz | Président - directeur général | Tidal Rive"},
		{"fr", "{q}, tranche Ana Ruiz, présidente de la Ligue des marins.", "Ana Ruiz | présidente | Ligue des marins"},
		{"fr", "{q}, pose d’emblée Ana Ruiz, présidente de la Ligue des marins.", "Ana Ruiz | présidente | Ligue des marins"},
		{"es", "El entrenador del Deportivo Marlow, Juan Vidal, ha señalado hoy que queda mucho. El inglés ha recordado el partido. {q}, ha insistido.", "Juan Vidal | entrenador | Deportivo Marlow"},
		{"es", "El concejal de Fiestas, Juan Ignacio Vidal, respondió ayer a las críticas. {q}, indicó.", "Juan Ignacio Vidal | concejal de Fiestas | ?"},
		{"es", "El vicesecretario de Sectorial del PTM, Juan Vidal, ha respondido hoy a las críticas. {q}, ha señalado.", "Juan Vidal | vicesecretario de Sectorial | PTM"},
		{"es", "{q}, dijo Juan Vidal, jefe de Ventas & Marketing de GMK.", "Juan Vidal | jefe de Ventas & Marketing | GMK"},
		{"es", "{q}, dijo Juan Vidal, Director de Relaciones Externas, R&T de Monteverde.", "Juan Vidal | Director de Relaciones Externas | R&T de Monteverde"},
		{"es", "Juan Vidal, Presidente de Tidal S.A. a través de una carta dirigida al rector de la Universidad de Marlow, agradeció la labor. {q}, dijo Vidal.", "Juan Vidal | Presidente | Tidal S.A."},
		{"es", "{q}, agregó Pardo Vidal. El acto fue de Luis Pardo Vidal, gobernador electo de Monteverde.", "Luis Pardo Vidal | gobernador electo de Monteverde | ?"},
		{"it", "{q}, ha commentato il presidente della Regione Marco Riva.", "Marco Riva | presidente della Regione | ?"},
		{"it", "{q}. Con queste parole il presidente dell’associazione Tidale, Marco Riva, annuncia il premio.", "Marco Riva | presidente | Tidale"},
		{"nl", "{q}, zegt projectwethouder Jan de Wit.", "Jan de Wit | projectwethouder | ?"},
		{"nl", "{q}, vindt het Marlowse OLR-raadslid Anna Kamp.", "Anna Kamp | raadslid | OLR"},
		{"pt", "{q}, afirma o diretor-presidente da TPMK, João Vale.", "João Vale | diretor-presidente | TPMK"},
		{"pt", "{q}, afirma o Diretor de Operações da TK2, João Vale.", "João Vale | Diretor de Operações | TK2"},
		{"pt", "{q}, afirma o diretor executivo de Habitação da instituição, João Vale.", "João Vale | diretor executivo de Habitação da instituição | ?"},
		{"sv", "{q}, säger sjukvårdsregionrådet Karin Lind (S).", "Karin Lind | sjukvårdsregionrådet | ?"},
		{"es", "El concejal de Fiestas, Juan Vidal, respondió ayer a las críticas. El edil replicó que el “fundamento” es dar impulso. {q}, indicó.", "Juan Vidal | concejal de Fiestas | ?"},
		{"es", "El concejal de Fiestas, Juan Vidal, respondió ayer a las críticas. La asociación pide barcos. {q}, indicó.", " |  | ?"},
		{"es", "El concejal de Fiestas, Juan Vidal, respondió ayer a las críticas. La médica Ana Ruiz estuvo allí. La obra es nueva. {q}, indicó.", "Ana Ruiz | médica | ?"},
		{"fr", "Le port est vieux, affirme Paul Morel.\n\n{q}, déplore-t-elle.", " |  | ?"},
		{"fr", "Tidal Rive a annoncé son projet. {q}, a-t-elle déclaré.", " |  | ?"},
		{"fr", "{q}, a déclaré, à Marne, Ana Ruiz, directrice de Tidal.", "Ana Ruiz | directrice | Tidal"},
		{"es", "{q}, dijo Juan Vidal, director de Amigos de la UTK.", "Juan Vidal | director | Amigos de la UTK"},
		{"es", "{q}, dijo Juan Vidal, presidente de Mujeres del PTM.", "Juan Vidal | presidente | Mujeres del PTM"},
		{"it", "{q}, spiega Lea Voss, direttrice dell'Alleanza del FIUME.", "Lea Voss | direttrice | Alleanza del FIUME"},
		{"it", "{q}, ha commentato il presidente della Regione Alta Romagna.", " | presidente | Regione Alta Romagna"},
		{"de", "{q}, erklärt Ana Ruiz, Sprecherin für Uferbund Nord der Freunde.", "Ana Ruiz | Sprecherin | Uferbund Nord der Freunde"},
		{"de", "{q}, erklärt Ana Ruiz, Referentin bei der Verwaltung Nord.", "Ana Ruiz | Referentin | Verwaltung Nord"},
		{"de", "{q}, zeigt sich die Geschäftsführerin Ana Ruiz zufrieden.", "Ana Ruiz | Geschäftsführerin | ?"},
		{"de", "{q}, erklärt Peter Osten. Gast ist Hans Peter Osten.", "Peter Osten |  | ?"},
		{"es", "Según Juan Vidal, hay peces nuevos. {Q}", "Juan Vidal |  | ?"},
		{"de", "Zum Hafen erklärt Jan Osten, Sprecher der Initiative Marschland:\n\n„Die Boote sind alt, und der Winter ist lang.\n\nWir bauen neue, und zwar bald.“\n\nEs geht weiter.", "Jan Osten | Sprecher | Initiative Marschland"},
		{"fr", "{q}, a déclaré un salarié de la Ligue des marins.", " | salarié | Ligue des marins"},
		{"de", "{q}, erklärt der Klinik-Sprecher Jan Osten.", "Jan Osten | Klinik-Sprecher | ?"},
		{"es", "{q}, dijo Ana Ruiz, la alcaldesa de Monteverde.", "Ana Ruiz | alcaldesa de Monteverde | ?"},
		{"fr", "{q}, a indiqué Paul Morel, le préfet de l’Ourne lors de sa venue.", "Paul Morel | préfet de l’Ourne | ?"},
		{"de", "Ein Sprecher der Initiative Marschland sagte dazu am Wochenende: {Q}", " | Sprecher | Initiative Marschland"},
		{"de", "{q}, sagte die Ministerin Ana Ruiz. Auch der frühere und heutige Hafenminister Jan Osten lobte den Verband. „Der Wind ist kalt, und der Deich ist flach“, erklärte er.", "Ana Ruiz | Ministerin | ?"},
		{"es", "{q}, dijo la alcaldesa Ana Ruiz. Agradeció al presidente Luis Pardo su apoyo. “El viento es frío, y el muelle es largo”, agregó.", "Ana Ruiz | alcaldesa | ?;  |  | ?"},
		{"es", "La gobernadora Ana Ruiz entregó los barcos. {q}, afirmó la mandataria marlovense.", "Ana Ruiz | gobernadora | ?"},
		{"es", "{q}, dijo Juan Vidal, responsable de campaña de Muelles de Marea. Marea y los suyos abren el lunes.", "Juan Vidal | responsable de campaña de Muelles | Marea"},
		{"es", "{q}, dijo Juan Vidal, responsable de prensa de Aguas de Salobre. El agua llega a Salobre el lunes.", "Juan Vidal | responsable de prensa | Aguas de Salobre"},
		{"pt", "{q}, disse o vereador João Vale. No discurso, Renata falou sobre o legado da mãe. “O vento é frio, e o cais é longo”, comentou.", "João Vale | vereador | ?;  |  | ?"},
		{"pt", "O presidente da Câmara de Vereadores João de Oliveira foi ao porto. {q}, apontou o presidente João.", "João | presidente | ?"},
		{"fr", "{q}, dit Paul Morel, président de la Ligue des marins. Le chef d’exploitation a affirmé, chiffres à l’appui, que le port est vieux. « Le vent est froid, et le quai est long », considère-t-il.", "Paul Morel | président | Ligue des marins;  |  | ?"},
		{"de", "{q}, sagte Jan Osten von Uferbund Nord laut Mitteilung.", "Jan Osten |  | Uferbund Nord"},
		{"pt", "Também o vice-prefeito João Vale parabenizou a direção. {Q}", "João Vale | vice-prefeito | ?"},
	} {
		w := tongueWords[c[0]]
		body := strings.NewReplacer("{q}", w[1]+w[0]+w[2], "{Q}", w[1]+w[0]+"."+w[2]).Replace(c[1])
		if got := kept.speakersIn(t, c[0], "Marlow\n\n"+strings.Repeat(w[0]+" ", 3)+".\n\n"+body+"\n"); got != c[2] {
			t.Errorf("%s %s:\n%s, want %s", c[0], c[1], got, c[2])
		}
	}
}
