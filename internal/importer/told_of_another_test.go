package importer

import (
	"fmt"
	"strings"
	"testing"
)

// speakersOf lists who says what in a paragraph behind a headline, in a language.
func speakersOf(t *testing.T, lang, text string) string {
	t.Helper()
	var out []string
	for _, q := range quotesOf(t, "Quays\n\nMARLOW, 4.5.2026 – 12.\n\n"+text+"\n", lang) {
		out = append(out, fmt.Sprintf("%s / %s / %s", q.Speaker, q.Title, q.Org))
	}
	return strings.Join(out, "; ")
}

// Where a sentence tells what somebody says of another, who then speaks, the words are the other's.
func TestWordsOfWhomASentenceTellsAreNotThoseOfWhoTellsIt(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ lang, text string }{
		{"en", "Sheriff Tobin Frey said the woman shouted at a clerk, “Open the till or I come over the counter,” and ran toward Mill Street."},
		{"en", "Sheriff Tobin Frey told reporters that the woman then said to the clerk: “Open the till or I come over the counter.”"},
		{"en", "According to Sheriff Tobin Frey, the woman shouted, “Open the till or I come over the counter,” and ran."},
		{"en", "Sheriff Tobin Frey said Ines Hallow wrote in a note, “Open the till or I come over the counter.”"},
		{"fr", "Selon la procureure Mara Quill, l’homme aurait lancé à une passante : « Ce sac est à moi à partir d’aujourd’hui. »"},
		{"fr", "La procureure Mara Quill a indiqué que l’homme avait crié à une passante : « Ce sac est à moi à partir d’aujourd’hui. »"},
		{"es", "La fiscal Mara Quill explicó que el hombre gritó a la mujer: «Este bolso es mío desde hoy mismo»."},
		{"es", "Según la fiscal Mara Quill, el hombre le dijo a la mujer: «Este bolso es mío desde hoy mismo»."},
		{"de", "Staatsanwältin Mara Quill sagte, der Mann habe der Frau zugerufen: „Diese Tasche gehört ab heute mir.“"},
		{"de", "Laut Hafenmeister Tobin Frey rief der Mann der Frau zu: „Diese Tasche gehört ab heute mir.“"},
		{"it", "La procuratrice Mara Quill ha detto che l’uomo aveva gridato a una passante: «Questa borsa è mia da oggi in poi»."},
		{"pt", "A procuradora Mara Quill afirmou que o homem gritou para a mulher: «Esta bolsa é minha a partir de hoje»."},
		{"nl", "Volgens officier Mara Quill heeft de man, zei zij, dat de vrouw riep: “Deze tas is vanaf vandaag van mij.”"},
	} {
		if got := speakersOf(t, c.lang, c.text); got != "" {
			t.Errorf("%s\nis said by %s", c.text, got)
		}
	}
	for _, c := range []struct{ lang, text, want string }{
		{"en", "Captain Tobin Frey told the meeting, “The gates are open from today, and boats may come.”", "Tobin Frey / Captain / ?"},
		{"en", "Mara Quill, director of Tidewell, said the city was right and added: “We pay for the lamps and for the oil.”", "Mara Quill / director / Tidewell"},
		{"fr", "Selon Mara Quill, directrice de Tidewell, « le port est à nous et nous y restons tout l’hiver ».", "Mara Quill / directrice / Tidewell"},
	} {
		if got := speakersOf(t, c.lang, c.text); got != c.want {
			t.Errorf("%s\nis said by %s, want %s", c.text, got, c.want)
		}
	}
}

// What is told of speakers in ways that differ from English.
func TestSpeakersAreReadAsOtherLanguagesNameThem(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ lang, text, want string }{
		{"es", "«La mitad viene por la música del martes», dijo Mara Quill, directora de Mercadeo de Tidewater.", "Mara Quill / directora de Mercadeo / Tidewater"},
		{"es", "«La mitad viene por la música del martes», dijo Mara Quill Directora de Mercadeo de Tidewater.", "Mara Quill / Directora de Mercadeo / Tidewater"},
		{"es", "«Hay sitio para todos en el muelle», explica Ines Vela, directora de Recursos Humanos y Talento en Faro Norte.", "Ines Vela / directora de Recursos Humanos y Talento / Faro Norte"},
		{"fr", "« L’autre moitié veut le silence ici », dit Tobin Frey, directeur du Développement de Lampes Frey.", "Tobin Frey / directeur du Développement / Lampes Frey"},
		{"fr", "« Apportez votre scie et balayez », a déclaré Tobin Frey, directeur général de reedit.", "Tobin Frey / directeur général / reedit"},
		{"fr", "« Apportez votre scie et balayez », a déclaré Tobin Frey, directeur général de transition.", "Tobin Frey / directeur général de transition / ?"},
		{"de", "„Bringen Sie Ihre Säge mit und fegen Sie“, sagt Tobin Frey, Geschäftsführer von reedit.", "Tobin Frey / Geschäftsführer / reedit"},
		{"de", "„Ich weiß, wo die Kisten stehen“, sagte die Archivarin Mara Quill.", "Mara Quill / Archivarin / ?"},
		{"de", "„Ich weiß, wo die Kisten stehen“, sagte die Kartografin Mara Quill.", "Mara Quill / Kartografin / ?"},
		{"fr", "La Gazette de Corbigny rapporte : « Les employés sortent par la cuisine, et les ascenseurs sont arrêtés. »", " /  / Gazette de Corbigny"},
		{"de", "Der Marlauer Bote schreibt: „Die Angestellten gehen durch die Küche, und die Aufzüge stehen still.“", " /  / Marlauer Bote"},
		{"es", "Según la revista Muelle Norte, «los funcionarios salen por la cocina y los ascensores están parados».", " /  / Muelle Norte"},
		{"de", "„Eine Woche daheim kostet weniger als ein Tag auf Wache“, schreiben die Verfasser des Berichts.", " /  / ?"},
		{"es", "«Una semana en casa cuesta menos que un día de guardia», escriben los autores del informe.", " / autores del informe / ?"},
		{"en", "“We were not asked at any point,” said an official who was not authorized to speak.", " /  / ?"},
		{"en", "“Half our customers come for the music,” said Tidewater Phones’ Mara Quill (Director of Marketing).", "Mara Quill / Director of Marketing / Tidewater Phones"},
		{"en", "“A tide table is as good as its reader”. President of the Harbour Union Mara Quill said.", "Mara Quill / President / Harbour Union"},
		{"fr", "La Guilde des Gardes (GDG) soutient la loi. « Pas une main ne s’est levée contre », indique un porte-parole de la GDG.", " / porte-parole / Guilde des Gardes"},
		{"es", "La línea llega a la cofundadora y presidenta ejecutiva de Tidewell, Mara Quill, que contesta.\n\n«Tengo dos teléfonos y una tetera aquí», dijo Quill.", "Mara Quill / cofundadora y presidenta ejecutiva / Tidewell"},
		{"es", "La senadora Mara Quill Ortega presentó una ley.\n\n«Un granjero no puede dejar su rebaño», afirmó Quill.", "Mara Quill Ortega / senadora / ?"},
		{"en", `" We went from door to door with a notebook, " said Mara Quill, Director of Road Union. " The marks go up. "`, "Mara Quill / Director / Road Union"},
		{"en", "“ The gravel is ready for the road ” , said Tobin Frey, Director of Road Union .", "Tobin Frey / Director / Road Union"},
	} {
		if got := speakersOf(t, c.lang, c.text); got != c.want {
			t.Errorf("%s\nis said by %s, want %s", c.text, got, c.want)
		}
	}
}

// Words that go on in the next paragraph belong to whom a clause within the marks names.
func TestWordsGoOnBehindAClauseWithinTheMarks(t *testing.T) {
	t.Parallel()
	list := quotesOf(t, "Le thé\n\n« Deux théières étaient sur le feu, a déclaré Mara Quill, directrice de Tidewell. L’une était verte.\n\n« Pour le lait, il faut plus d’hivers. »\n", "fr")
	if len(list) != 1 || list[0].Speaker != "Mara Quill" || !strings.Contains(list[0].Text, "verte.\n\nPour le lait") {
		t.Errorf("%+v", list)
	}
}
