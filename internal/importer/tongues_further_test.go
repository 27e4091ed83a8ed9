package importer

import (
	"strings"
	"testing"
)

// TestSpeakersInFurtherForms reads clauses of other languages: offices joined to whom they are of, what others
// said too, fields that an office is over, what is told behind a name, and those who speak together: Q is the
// words with their stop, q without.
func TestSpeakersInFurtherForms(t *testing.T) {
	t.Parallel()
	kept := heldBy(t)
	for _, c := range [][3]string{
		{"de", "{q}, sagte Sprecherin Ruiz von Flussbund.", "Ruiz | Sprecherin | Flussbund"},
		{"de", "{q}, sagte Sprecherin Ana Ruiz von Flussbund.", "Ana Ruiz | Sprecherin | Flussbund"},
		{"de", "{q}, sagte Tidewerk-Sprecher Osten.", "Osten | Sprecher | Tidewerk"},
		{"de", "{q}, so Tidewerk-Sprecherin Ruiz.", "Ruiz | Sprecherin | Tidewerk"},
		{"de", "{q}, sagt Tidewerk-Chef Jan Osten.", "Jan Osten | Chef | Tidewerk"},
		{"de", "Auch Jan Osten, der sportliche Leiter des SV Marlow, zeigt sich bewegt: {Q}", "Jan Osten | sportliche Leiter | SV Marlow"},
		{"de", "Auch Jan Osten, Leiter der Flusswerft Nord eG, betont: {Q}", "Jan Osten | Leiter | Flusswerft Nord eG"},
		{"de", "Und auch Jan Osten von der Flusswerft Nord eG freut sich: {Q}", "Jan Osten |  | Flusswerft Nord eG"},
		{"de", "Ebenso Jan Osten, Leiter der Flusswerft Nord eG: {Q}", "Jan Osten | Leiter | Flusswerft Nord eG"},
		{"de", "{q}, witzelt Trainer Osten gegenüber der Presse.", "Osten | Trainer | ?"},
		{"de", "Trainer Jan Osten kam früh.\n\n{q}, so der Trainer, der seit langem hier arbeitet.", "Jan Osten | Trainer | ?"},
		{"de", "{q}, sagte Jan Osten, Sprecher der Flusswerft Nord eG, am Montag gegenüber der Presse.", "Jan Osten | Sprecher | Flusswerft Nord eG"},
		{"de", "{q}, erklärten die Organisatoren.", " | Organisatoren | ?"},
		{"de", "{q}, erklärten die Organisatoren des Hafenfests.", " | Organisatoren des Hafenfests | ?"},
		{"de", "{q}, erklärt der Vorsitzende des Marlower Uferverbands, Jan Osten.", "Jan Osten | Vorsitzende | Marlower Uferverband"},
		{"de", "{q}, betont der Geschäftsführer der Flusswerft Nord eG Jan Osten.", "Jan Osten | Geschäftsführer | Flusswerft Nord eG"},
		{"de", "{q}, betont die neu gewählte Vorsitzende Ana Ruiz.", "Ana Ruiz | Vorsitzende | ?"},
		{"de", "{q}, unterstreicht die stellvertretende Vorsitzende des Uferbund e. V., Ana Ruiz.", "Ana Ruiz | stellvertretende Vorsitzende | Uferbund e. V."},
		{"fr", "{q}, déclare la présidente de l’association Rives Vives Ana Ruiz.", "Ana Ruiz | présidente | Rives Vives"},
		{"fr", "{q}, a déclaré la présidente de la fédération Ana Ruiz.", "Ana Ruiz | présidente de la fédération | ?"},
		{"fr", "{q}, explique le directeur de la Ligue des marins Paul Morel.", "Paul Morel | directeur | Ligue des marins"},
		{"fr", "{q}, déclare Ana Ruiz de l’association Rives Vives.", "Ana Ruiz |  | Rives Vives"},
		{"fr", "Paul Morel, lui aussi, se réjouit : {Q}", "Paul Morel |  | ?"},
		{"fr", "{q}, indiquent les organisateurs.", " | organisateurs | ?"},
		{"fr", "Selon Paul Morel, directeur de Tidal, le port « tiendra bon » cet hiver.", ""},
		{"fr", "{q}, a déclaré Paul Morel, directeur général de Tidal, lors de l’inauguration du port.", "Paul Morel | directeur général | Tidal"},
		{"fr", "{q}, s’est réjouie Ana Ruiz, adjointe au maire de Marlow.", "Ana Ruiz | adjointe au maire de Marlow | ?"},
		{"fr", "{q}, a souligné le ministre de l’Agriculture, Paul Morel.", "Paul Morel | ministre de l’Agriculture | ?"},
		{"fr", "{q}, a souligné la ministre de la Mer Ana Ruiz en présentant le plan.", "Ana Ruiz | ministre de la Mer | ?"},
		{"es", "{q}, ha declarado Ana Ruiz, directora de Ríos Vivos, durante la visita.", "Ana Ruiz | directora | Ríos Vivos"},
		{"es", "{q}, declaró Ana Ruiz, de Ríos Vivos.", "Ana Ruiz |  | Ríos Vivos"},
		{"es", "{q}, declaró Ana Ruiz, vocera de la organización Ríos Vivos.", "Ana Ruiz | vocera | Ríos Vivos"},
		{"es", "La alcaldesa de Marlow, Ana Ruiz, dio la bienvenida.\n\n{q}, dijo refiriéndose a los marineros, que llegaron ayer.", "Ana Ruiz | alcaldesa de Marlow | ?"},
		{"es", "{q}, ha explicado el ministro de Pesca Juan Vidal ilustrando el plan.", "Juan Vidal | ministro de Pesca | ?"},
		{"es", "{q}, explicaron los organizadores.", " | organizadores | ?"},
		{"es", "{q}, señaló el director regional de Salud, Juan Vidal.", "Juan Vidal | director regional de Salud | ?"},
		{"es", "{q}, señaló la directora del estudio, Ana Ruiz, quien añadió que hay más.", "Ana Ruiz | directora del estudio | ?"},
		{"es", "También Juan Vidal, director de Ríos Vivos, celebra: {Q}", "Juan Vidal | director | Ríos Vivos"},
		{"it", "{q}, ha dichiarato Anna Serra, presidente di Fiumi Vivi, nel corso della conferenza.", "Anna Serra | presidente | Fiumi Vivi"},
		{"it", "{q}, ha spiegato il ministro dell’Economia Marco Riva illustrando la manovra.", "Marco Riva | ministro dell’Economia | ?"},
		{"it", "{q}, ha spiegato Marco Riva, direttore di Tidale, presentando il progetto.", "Marco Riva | direttore | Tidale"},
		{"it", "{q}, ha spiegato il direttore Marco Riva presentando il progetto.", "Marco Riva | direttore | ?"},
		{"it", "{q}, ha detto la presidente dell’associazione Rive Vive Anna Serra.", "Anna Serra | presidente | Rive Vive"},
		{"it", "Anche Anna Serra, direttrice di Tidale, è soddisfatta: {Q}", "Anna Serra | direttrice | Tidale"},
		{"it", "{q}, spiegano gli organizzatori.", " | organizzatori | ?"},
		{"it", "{q}, ha commentato l’Assessore regionale alle Politiche Sociali.", " | Assessore regionale alle Politiche Sociali | ?"},
		{"it", "{q}, ha sottolineato l’assessore al Turismo del Comune di Marlow, Marco Riva.", "Marco Riva | assessore al Turismo | Comune di Marlow"},
		{"pt", "{q}, afirmou o Diretor Municipal de Saúde.", " | Diretor Municipal de Saúde | ?"},
		{"pt", "{q}, afirmou o Secretário Municipal de Educação, João Vale.", "João Vale | Secretário Municipal de Educação | ?"},
		{"pt", "{q}, destaca a advogada atuante na área de proteção de dados, Ana Vale.", "Ana Vale | advogada atuante na área de proteção de dados | ?"},
		{"pt", "{q}, disse a secretária de Cultura de Marlow, Ana Vale.", "Ana Vale | secretária de Cultura de Marlow | ?"},
		{"pt", "{q}, explicam os organizadores.", " | organizadores | ?"},
		{"pt", "{q}, disse o presidente da Rios Vivos João Vale durante a cerimônia.", "João Vale | presidente | Rios Vivos"},
		{"pt", "Também João Vale, diretor da Rios Vivos, comemora: {Q}", "João Vale | diretor | Rios Vivos"},
		{"pt", "{q}, destacou a ministra da Pesca, Ana Vale.", "Ana Vale | ministra da Pesca | ?"},
		{"nl", "{q}, zegt wethouder Haven Ana Ruiz.", "Ana Ruiz | wethouder Haven | ?"},
		{"nl", "{q}, aldus wethouder Haven Jan de Wit.", "Jan de Wit | wethouder Haven | ?"},
		{"nl", "{q}, aldus Jan de Wit, wethouder van Marlow.", "Jan de Wit | wethouder van Marlow | ?"},
		{"nl", "{q}, zegt wethouder Jan de Wit (Haven en Vervoer).", "Jan de Wit | wethouder | ?"},
		{"nl", "{q}, aldus de organisatie.", " |  | ?"},
		{"nl", "{q}, aldus de initiatiefnemers.", " | initiatiefnemers | ?"},
		{"nl", "Ook Jan de Wit, directeur van Stichting Oever, is blij: {Q}", "Jan de Wit | directeur | Stichting Oever"},
		{"nl", "{q}, zegt projectleider Anna Kamp van de gemeente Marlow.", "Anna Kamp | projectleider | gemeente Marlow"},
		{"nl", "Directeur Anna Kamp: {Q}", "Anna Kamp | Directeur | ?"},
		{"nl", "{q}, aldus directeur-bestuurder Anna Kamp van Stichting Oever.", "Anna Kamp | directeur-bestuurder | Stichting Oever"},
		{"nl", "{q}, zegt Anna Kamp, directeur bij Tidal BV.", "Anna Kamp | directeur | Tidal BV"},
		{"de", "{q}, sagte der Co-Vorsitzende der Schura, Jan Osten.", "Jan Osten | Co-Vorsitzende | Schura"},
		{"de", "Vier warteten, sagte der Co-Vorsitzende der Schura, Jan Osten. {q}, so Osten.", "Jan Osten | Co-Vorsitzende | Schura"},
		{"de", "Vier warteten, sagte der Vorsitzende des Flussbunds, Jan Osten. Zum Flussbund gehören 39 Häfen. {q}, so Osten.", "Jan Osten | Vorsitzende | Flussbund"},
		{"de", "{q}, erklärte der Rat der Häfen.", " |  | Rat der Häfen"},
		{"de", "{q}, so die Lehrerin Ana Ruiz.", "Ana Ruiz | Lehrerin | ?"},
		{"de", "{q}, sagt die Mittelrheinische Hafenwacht.", " |  | Mittelrheinische Hafenwacht"},
		{"nl", "{q}, aldus de Verenigde Havens.", " |  | Verenigde Havens"},
		{"nl", "{q}, aldus De Poorter.", ""},
		{"nl", "{q}, legt Anna Kamp, therapeute bij de dienst vrije tijd uit.", "Anna Kamp | therapeute bij de dienst vrije tijd | ?"},
		{"es", "{q}, destacó el gobernador de Marlow, Juan Vidal, durante su visita.", "Juan Vidal | gobernador de Marlow | ?"},
		{"nl", "Jan de Wit is directeur van Stichting Oever. {q}, aldus Jan.", "Jan de Wit | directeur | Stichting Oever"},
		{"fr", "La présidente Ana Ruiz est arrivée.\n\n{q}, a dit la présidente.", "Ana Ruiz | présidente | ?"},
		{"de", "{q}, sagt die Winzerin Ana Ruiz.", "Ana Ruiz | Winzerin | ?"},
		{"de", "{q}, sagt die Ana Ruiz.", "Ana Ruiz |  | ?"},
		{"de", "{q}, sagt der Fischer Jan Osten aus Marlow.", "Jan Osten | Fischer | ?"},
	} {
		w := tongueWords[c[0]]
		body := strings.NewReplacer("{q}", w[1]+w[0]+w[2], "{Q}", w[1]+w[0]+"."+w[2]).Replace(c[1])
		if got := kept.speakersIn(t, c[0], "Marlow\n\n"+strings.Repeat(w[0]+" ", 3)+".\n\n"+body+"\n"); got != c[2] {
			t.Errorf("%s %s:\n%s, want %s", c[0], c[1], got, c[2])
		}
	}
}
