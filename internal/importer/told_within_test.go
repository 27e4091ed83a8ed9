package importer

import "testing"

// TestWordsThatEndASentence reads words in marks with which a sentence ends that begins without any.
func TestWordsThatEndASentence(t *testing.T) {
	kept := heldBy(t)
	t.Parallel()
	const ana = "Ana Ruiz | director | Rivers Trust"
	for _, c := range [][3]string{
		{"en", "Ana Ruiz, director of Rivers Trust, said the lamps would be “lit again by the first day of winter”.", ana},
		{"en", "Ana Ruiz, director of Rivers Trust, said the lamps would be “lit again by the first day of winter.”", ana},
		{"en", "Ana Ruiz of Rivers Trust, whose late mother kept the lamps, said she would be “there on the first night of winter”.", "Ana Ruiz |  | Rivers Trust"},
		{"en", "Ana Ruiz, director of Rivers Trust, thanked the council “for a light that no boat will forget”.", ana},
		{"en", "Ana Ruiz, director of Rivers Trust, warned that the harbour is “one winter away from the end of its lamps”.", ana},
		{"en", "{q}, said Ana Ruiz, director of Rivers Trust. She added that the lamps were “a light that no boat will forget”.", ana + "; " + ana},
		{"en", "{q}, said Ana Ruiz, director of Rivers Trust. But, as Ruiz put it, “no boat will ever forget a light”.", ana + "; " + ana},
		{"en", "{q}, said Ana Ruiz, director of Rivers Trust. According to her, “no boat will ever forget a light”.", ana + "; " + ana},
		// what is no statement of theirs
		{"en", "Ana Ruiz, director of Rivers Trust, said the lamps would be “lit again in winter”.", ""},
		{"en", "Ana Ruiz, director of Rivers Trust, said the lamps would be “lit again by the first day of winter” and left.", ""},
		{"en", "Ana Ruiz, director of Rivers Trust, said the council had called the lamps “a light that no boat will need”.", ""},
		{"en", "Ana Ruiz, director of Rivers Trust, said the council has told them to be “off by the first day of winter”.", ""},
		{"en", "Ana Ruiz, director of Rivers Trust, said the lamps are known as “the lights that no boat will need”.", ""},
		{"en", "Ana Ruiz, director of Rivers Trust, welcomed the council’s promise to “light the lamps by the first day of winter”.", ""},
		{"en", "Ana Ruiz, director of Rivers Trust, thanked Mayor Tom Reed “for a light that no boat will forget”.", ana},
		{"en", "Ana Ruiz, director of Rivers Trust, remembered Tom Reed’s “light that no boat will ever forget”.", ""},
		{"en", "Ana Ruiz, director of Rivers Trust, remembered the keepers’ own “light that no boat will ever forget”.", ""},
		{"en", "Ana Ruiz, director of Rivers Trust, said the song “Lamps Along the Old Harbour Wall in Winter”.", ""},
		{"en", "Ana Ruiz, director of Rivers Trust, paints the lamps “with a light that no boat will forget”.", ""},
		{"en", "The harbour said the lamps would be “lit again by the first day of winter”.", ""},
		{"es", "Ana Ruiz, presidenta de Ríos Vivos, señaló que en las noches sin luna “el puerto no puede quedarse sin faros”.", "Ana Ruiz | presidenta | Ríos Vivos"},
		{"es", "Ana Ruiz, presidenta de Ríos Vivos, agradeció a la ciudad “por una luz que ningún barco va a olvidar”.", "Ana Ruiz | presidenta | Ríos Vivos"},
		{"es", "Ana Ruiz, presidenta de Ríos Vivos, señaló que el puerto abrirá. Advirtió que sin dinero “los faros no van a durar otro invierno”.", "Ana Ruiz | presidenta | Ríos Vivos"},
		{"es", "Ana Ruiz, presidenta de Ríos Vivos, señaló que el puerto abrirá. Dijo que habrá pan. Advirtió que “los faros no van a durar otro invierno”.", "Ana Ruiz | presidenta | Ríos Vivos"},
		{"es", "Ana Ruiz, presidenta de Ríos Vivos, señaló que la ciudad llamó a los faros “una luz que ningún barco va a necesitar”.", ""},
		{"es", "Advirtió que sin dinero “los faros no van a durar otro invierno”.", ""},
		{"es", "Ana Ruiz, presidenta de Ríos Vivos, llamó a la ciudad a dar “una luz que ningún barco va a olvidar”.", "Ana Ruiz | presidenta | Ríos Vivos"},
		{"es", "Ana Ruiz, presidenta de Ríos Vivos, señaló que el puerto abrirá. Advirtió también que, “sin dinero los faros no van a durar otro invierno”.", "Ana Ruiz | presidenta | Ríos Vivos"},
		{"es", "Ana Ruiz, presidenta de Ríos Vivos, señaló que “los faros no van a durar otro invierno” y añadió {q}.", "Ana Ruiz | presidenta | Ríos Vivos; Ana Ruiz | presidenta | Ríos Vivos"},
		{"es", "Ana Ruiz, presidenta de Ríos Vivos, dijo que sin la Ley General de Faros “los barcos no van a durar otro invierno”.", "Ana Ruiz | presidenta | Ríos Vivos"},
		{"es", "Ana Ruiz, presidenta de Ríos Vivos, dijo que no acepta la promesa de que “los barcos van a durar otro invierno”.", ""},
		{"es", "Advirtió que “los faros no van a durar otro invierno”.", ""},
		{"fr", "Ana Ruiz, présidente de Rives Vives, a remercié la ville « pour une lumière que nul bateau n’oubliera ».", "Ana Ruiz | présidente | Rives Vives"},
		{"de", "Ana Ruiz, Vorsitzende der Flussliga, dankte der Stadt „für ein Licht, das kein Boot vergessen wird“.", "Ana Ruiz | Vorsitzende | Flussliga"},
		{"de", "Ana Ruiz, Vorsitzende der Flussliga, sagte, der Hafen sei „ein Licht, das kein Boot vergessen wird“.", "Ana Ruiz | Vorsitzende | Flussliga"},
		{"de", "Ana Ruiz, Vorsitzende der Flussliga, sagte, die Stadt nenne den Hafen „ein Licht, das kein Boot braucht“.", ""},
	} {
		kept.saidAround(t, c)
	}
}

// TestWhoIsToldOfWithoutAComma reads words of somebody of whom the sentence before tells.
func TestWhoIsToldOfWithoutAComma(t *testing.T) {
	kept := heldBy(t)
	t.Parallel()
	for _, c := range [][3]string{
		{"en", "Professor Ana Ruiz of the Rivers Trust said restoration works could use the lamps. {q}, she said.", "Ana Ruiz | Professor | Rivers Trust"},
		{"en", "The director of the Rivers Trust, Ana Ruiz, who told this to sailors in Marlow, described the lamps as a beginning. She said the trust would open ten more. {q}, she said.", "Ana Ruiz | director | Rivers Trust"},
		{"en", "Ana Ruiz, director of the Rivers Trust, explained that all lamps are insured. {q}, she assured.", "Ana Ruiz | director | Rivers Trust"},
		{"en", "Professor Ana Ruiz of the Rivers Trust said on Monday restoration works could use the lamps. {q}, she said.", "Ana Ruiz | Professor | Rivers Trust"},
		{"en", "Professor Ana Ruiz of the Rivers Trust paints lamps for boats. {q}, he said.", ""},
	} {
		kept.saidAround(t, c)
	}
}

// TestWhoSpeaksForWhom reads sentences that say first for whom somebody speaks.
func TestWhoSpeaksForWhom(t *testing.T) {
	kept := heldBy(t)
	t.Parallel()
	for _, c := range [][3]string{
		{"en", "On behalf of the Rivers Trust, Ana Ruiz said: {Q}", "Ana Ruiz |  | Rivers Trust"},
		{"en", "Speaking for the Rivers Trust, Ana Ruiz said: {Q}", "Ana Ruiz |  | Rivers Trust"},
		{"en", "Speaking on behalf of Rivers Trust, Ana Ruiz said: {Q}", "Ana Ruiz |  | Rivers Trust"},
		{"en", "On behalf of the boats, Ana Ruiz said: {Q}", "Ana Ruiz |  | ?"},
		{"es", "En representación de la Asociación de Faros, Luz y Puertos, Ana Ruiz dijo: {Q}", "Ana Ruiz |  | Asociación de Faros, Luz y Puertos"},
		{"es", "Por parte de Ríos Vivos, Ana de la Ruiz dijo: {Q}", "Ana de la Ruiz |  | Ríos Vivos"},
		{"es", "En nombre de los Marineros del Norte, Ana Ruiz dijo: {Q}", "Ana Ruiz |  | Marineros del Norte"},
		{"pt", "Em nome da Liga dos Portos, Ana Vale afirmou: {Q}", "Ana Vale |  | Liga dos Portos"},
		{"it", "A nome della Lega dei Marinai, Anna Serra ha detto: {Q}", "Anna Serra |  | Lega dei Marinai"},
		{"it", "Per conto dell’Istituto Mare, Anna Serra ha detto: {Q}", "Anna Serra |  | Istituto Mare"},
		{"fr", "Au nom de la Ligue des ports, Anne Roche a déclaré : {Q}", "Anne Roche |  | Ligue des ports"},
		{"fr", "Au nom de l’Institut des ports, Anne Roche a déclaré : {Q}", "Anne Roche |  | Institut des ports"},
		{"nl", "Namens de Stichting Oever, Anna Kamp zegt: {Q}", "Anna Kamp |  | Stichting Oever"},
	} {
		kept.saidAround(t, c)
	}
}

// TestBodiesNamedAfterSeveral reads names of organisations with all that they are for.
func TestBodiesNamedAfterSeveral(t *testing.T) {
	kept := heldBy(t)
	t.Parallel()
	for _, c := range [][3]string{
		{"en", "{q}, said Ana Ruiz, director of the Department of Harbours, Lights and Buoys.", "Ana Ruiz | director | Department of Harbours, Lights and Buoys"},
		{"en", "{q}, said Ana Ruiz, director of the Department of Harbours, Old Lights, and New Buoys, who lives in Marlow.", "Ana Ruiz | director | Department of Harbours, Old Lights, and New Buoys"},
		{"en", "{q}, said Ana Ruiz, director of the Marlow Office for Harbours, Lights & Buoys.", "Ana Ruiz | director | Marlow Office for Harbours, Lights & Buoys"},
		{"en", "{q}, said Ana Ruiz, director of the Department of Harbours, Marlow.", "Ana Ruiz | director | Department of Harbours"},
		{"en", "{q}, said Ana Ruiz, director of the Department of Harbours, Captain Tom Reed and Mayor Lena Quill.", "Ana Ruiz | director | Department of Harbours"},
		{"en", "{q}, said Tom Reed, president of Rivers Trust.\n\n{q}, said Ana Ruiz, director of the Department of Harbours, Tom Reed and Buoys.", "Tom Reed | president | Rivers Trust; Ana Ruiz | director | Department of Harbours"},
		{"es", "{q}, dijo Ana Ruiz, presidenta de la Asociación de Marineros, Pescadores y Fareros.", "Ana Ruiz | presidenta | Asociación de Marineros, Pescadores y Fareros"},
		{"de", "{q}, sagte Anna Kamp, Sprecherin des Ministeriums für Häfen, Lichter und Bojen.", "Anna Kamp | Sprecherin | Ministerium für Häfen, Lichter und Bojen"},
		{"es", "{q}, dijo Ana Ruiz, directora de Programas del Observatorio Nacional del Puerto.", "Ana Ruiz | directora de Programas | Observatorio Nacional del Puerto"},
		{"es", "{q}, dijo Ana Ruiz, directora del Instituto del Museo del Puerto.", "Ana Ruiz | directora | Instituto del Museo del Puerto"},
		{"es", "{q}, dijo Ana Ruiz, directora de Grandes Programas de Luz de Riovivo.\n\nSobre Riovivo\n\nRiovivo es una empresa del mar.", "Ana Ruiz | directora de Grandes Programas de Luz | Riovivo"},
		{"es", "{q}, dijo Ana Ruiz, coordinadora del programa de Faros y Luz de Marlow Vive.", "Ana Ruiz | coordinadora del programa de Faros y Luz | Marlow Vive"},
		{"es", "{q}, dijo Ana Ruiz, presidenta de la Comisión de Faros de la Liga del Mar.", "Ana Ruiz | presidenta de la Comisión de Faros | Liga del Mar"},
		{"es", "{q}, dijo Ana Ruiz, presidenta de la Comisión de Faros.", "Ana Ruiz | presidenta | Comisión de Faros"},
		{"es", "{q}, dijo Ana Ruiz, presidenta de la Comisión de Faros del Norte.", "Ana Ruiz | presidenta | Comisión de Faros del Norte"},
		{"es", "{q}, dijo Ana Ruiz, presidenta de Amigos del Faro de Marlow.", "Ana Ruiz | presidenta | Amigos del Faro de Marlow"},
		{"en", "U.S. Senator Ana Ruiz visited the boats. {q}, said Ruiz, a member of the Senate Harbours Committee.", "Ana Ruiz | Senator | U.S. Senate"},
		{"en", "{q}, said Ana Ruiz, a member of the Senate Harbours Committee.\n\nContact: Tom Reed, Rivers Trust, 555-0101", "Ana Ruiz | member of the Senate Harbours Committee | ?"},
		{"en", "{q}, said Ana Ruiz, Lantern’s creator and director of Rivers Trust.", "Ana Ruiz | creator and director | Rivers Trust"},
		{"en", "{q}, said Ana Ruiz, the creator of Lantern.", "Ana Ruiz | creator of Lantern | ?"},
		{"en", "{q}, said Ana Ruiz, founder of Lantern.", "Ana Ruiz | founder | Lantern"},
		{"en", "{q}, said Ana Ruiz, the editor of the Lantern Trust.", "Ana Ruiz | editor | Lantern Trust"},
	} {
		kept.saidAround(t, c)
	}
}
