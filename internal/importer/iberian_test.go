package importer

import "testing"

// TestSubjectsLeftOut reads sentences of Spanish, Portuguese and Italian that do not name whoever spoke last, or name who
// speaks behind the verb.
func TestSubjectsLeftOut(t *testing.T) {
	t.Parallel()
	kept := heldBy(t)
	const ana, vale = "Ana Ruiz | directora | Ríos Vivos", "Maria Vale | diretora | Rios Vivos"
	const twice, both = ana + "; " + ana, vale + "; " + vale
	for _, c := range [][3]string{
		{"es", "{q}, dijo Ana Ruiz, directora de Ríos Vivos.\n\nAdemás, adelantó que {r}", twice},
		{"es", "{q}, dijo Ana Ruiz, directora de Ríos Vivos.\n\nTambién apuntó que {r}", twice},
		{"es", "{q}, dijo Ana Ruiz, directora de Ríos Vivos.\n\nEn ese sentido, destacó que: {Q}", twice},
		{"es", "{q}, dijo Ana Ruiz, directora de Ríos Vivos.\n\nRespecto de las mareas de este mes, dijo que: {Q}", twice},
		{"es", "{q}, dijo Ana Ruiz, directora de Ríos Vivos.\n\nY completó: {Q}", twice},
		{"es", "{q}, dijo Ana Ruiz, directora de Ríos Vivos.\n\nFinalmente, pidió {r}", twice},
		{"es", "{q}, dijo Ana Ruiz, directora de Ríos Vivos.\n\nConsultada por las mareas, aseguró que {r}", twice},
		{"es", "{q}, dijo Ana Ruiz, directora de Ríos Vivos.\n\nSobre las mareas, manifestó la directora Ruiz que {r}", twice},
		{"es", "Dijo Ana Ruiz, directora de Ríos Vivos, que {r}", ana},
		{"es", "La directora de Ríos Vivos, Ana Ruiz, abrió el muelle.\n\nLa directora pidió calma a los vecinos:\n\n{q}, destacó.", ana},
		{"pt", "A diretora da Rios Vivos, Maria Vale, abriu o cais.\n\nA diretora pediu calma aos vizinhos: {q}, destacou.", vale},
		{"pt", "{q}, disse Maria Vale, diretora da Rios Vivos.\n\nAlém disso, adiantou que {r}", both},
		{"pt", "{q}, disse Maria Vale, diretora da Rios Vivos.\n\nQuestionada sobre as marés, garantiu que: {Q}", both},
		// Several people, whom nobody names, and somebody else, whose office has a comma too much behind it.
		{"es", "{q}, dijo Ana Ruiz, directora de Ríos Vivos.\n\nAdemás, adelantaron que {r}", ana},
		{"es", "{q}, dijo Ana Ruiz, directora de Ríos Vivos.\n\nEl vecino de Marlow, adelantó que {r}", ana + ";  |  | ?"},
		{"pt", "{q}, disse Maria Vale, diretora da Rios Vivos.\n\nAlém disso, adiantaram que {r}", vale},
		{"de", "{q}, sagt Jan Osten, Leiter der Flusswerft Nord eG.\n\nSagt dass {r}", "Jan Osten | Leiter | Flusswerft Nord eG"},
	} {
		kept.saidAround(t, c)
	}
}

// TestWordsWithinASentence reads words behind which their sentence goes on, and several of one sentence.
func TestWordsWithinASentence(t *testing.T) {
	t.Parallel()
	kept := heldBy(t)
	const ana, vale = "Ana Ruiz | directora | Ríos Vivos", "Maria Vale | diretora | Rios Vivos"
	const more = "“seguirá abierto hasta que acabe el invierno”"
	const mais = "“vai ficar aberto até que acabe o inverno”"
	for _, c := range [][3]string{
		{"es", "Ana Ruiz, directora de Ríos Vivos, ha explicado que " + more + " y que nadie lo cerrará.", ana},
		{"es", "Ana Ruiz, directora de Ríos Vivos, ha explicado que el puerto " + more + " y ha pedido calma.", ana},
		{"es", "Ana Ruiz, directora de Ríos Vivos, ha explicado que " + more + ", aunque lloverá.", ana},
		{"es", "Ana Ruiz, directora de Ríos Vivos, ha explicado que " + more + " y que “el invierno es largo en este río”.", ana + "; " + ana},
		{"es", "Ana Ruiz, directora de Ríos Vivos, pidió “calma a los barcos” y recordó que " + more + ".", ana},
		{"es", "Ana Ruiz, directora de Ríos Vivos, que ha visitado el muelle, ha asegurado que el Puerto Viejo " + more + ".", ana},
		{"es", "También ha intervenido la directora de Ríos Vivos, Ana Ruiz, quien ha agradecido al río " + more + ".", ana},
		{"pt", "Maria Vale, diretora da Rios Vivos, afirmou que " + mais + " e que ninguém o fechará.", vale},
		{"pt", "Maria Vale, diretora da Rios Vivos, pediu “calma aos barcos” e lembrou que " + mais + ".", vale},
		// Nothing says whose they are: another verb may have another subject, and a title is nobody's words.
		{"es", "El puerto que " + more + " y la lonja son nuevos.", ""},
		{"es", "Ana Ruiz, directora de Ríos Vivos, leyó el libro titulado " + more + " y se fue.", ""},
		{"es", "Los barcos piden “calma a los puertos” y recuerda que " + more + ".", ""},
		{"fr", "Ana Ruiz, présidente de la Ligue des marins, explique que « le port restera ouvert tout l’hiver » et que la pluie viendra.", ""},
	} {
		kept.saidAround(t, c)
	}
}

// TestWhoIsCalledByANoun reads nouns for somebody whom the text has named with an office, and has not quoted yet.
func TestWhoIsCalledByANoun(t *testing.T) {
	t.Parallel()
	kept := heldBy(t)
	for _, c := range [][3]string{
		{"es", "El intendente de Marlow, Juan Vidal, recorrió el muelle con la directora de Ríos Vivos, Ana Ruiz.\n\n{q}, dijo el jefe comunal.", "Juan Vidal | intendente de Marlow | ?"},
		{"es", "El gobernador de Marlow, Juan Vidal, llegó con la alcaldesa de Tidal, Ana Ruiz.\n\n{q}, dijo el mandatario departamental.", "Juan Vidal | gobernador de Marlow | ?"},
		{"es", "La ministra de Pesca, Ana Ruiz, llegó al muelle.\n\n{q}, dijo la titular de la cartera.", "Ana Ruiz | ministra de Pesca | ?"},
		{"es", "El obispo de Marlow, monseñor Juan Vidal, llegó al muelle.\n\n{q}, dijo el prelado.", "Juan Vidal | obispo de Marlow | ?"},
		{"pt", "Durante a cerimônia, o prefeito Juan Vidal lembrou a maré. {q}, afirmou.", "Juan Vidal | prefeito | ?"},
		{"es", "La portavoz del Grupo Muelle, Ana Ruiz, pidió luz. {q}, dijo Ruiz.\n\nLa edil ha recordado que {r}\n\nTambién habló el concejal Juan Vidal.", "Ana Ruiz | portavoz | Grupo Muelle; Ana Ruiz | portavoz | Grupo Muelle"},
		// One of two, or of the other gender.
		{"es", "El gobernador de Marlow, Juan Vidal, llegó con el alcalde de Tidal, Luis Pardo.\n\n{q}, dijo el mandatario.", " | mandatario | ?"},
		{"es", "La alcaldesa de Marlow, Ana Ruiz, llegó al muelle.\n\n{q}, dijo el mandatario.", " | mandatario | ?"},
		{"pt", "{q}, disse a promotora Maria Vale.\n\nNa decisão, o magistrado destacou que {r}", "Maria Vale | promotora | ?;  | magistrado | ?"},
	} {
		kept.saidAround(t, c)
	}
}

// TestBodiesCalledByTheirKind reads offices of a body of which the office has only the kind, and the text the name.
func TestBodiesCalledByTheirKind(t *testing.T) {
	t.Parallel()
	kept := heldBy(t)
	for _, c := range [][3]string{
		{"es", "El Hospital Comarcal de Marlow abrió en mayo.\n\n{q}, dijo la gerente del hospital, Ana Ruiz.", "Ana Ruiz | gerente | Hospital Comarcal de Marlow"},
		{"es", "El Club Remo Marlow ganó en mayo.\n\nLa presidenta del club, Ana Ruiz, viajó con ellos. {q}, dijo Ruiz.", "Ana Ruiz | presidenta | Club Remo Marlow"},
		{"es", "La cooperativa Redes Marlow abrió en mayo.\n\n{q}, dijo la gerente de la cooperativa, Ana Ruiz.", "Ana Ruiz | gerente | Redes Marlow"},
		{"es", "La startup vasca Redaria abrió en mayo.\n\n{q}, dijo la gerente de la startup, Ana Ruiz.", "Ana Ruiz | gerente | Redaria"},
		{"es", "{q}, dijo Juan Vidal, director de Ríos Vivos.\n\n{q}, dijo la secretaria de la entidad, Ana Ruiz.", "Juan Vidal | director | Ríos Vivos; Ana Ruiz | secretaria | Ríos Vivos"},
		{"pt", "O Hospital Santa Vale abriu em maio.\n\n{q}, disse a diretora do hospital, Maria Vale.", "Maria Vale | diretora | Hospital Santa Vale"},
		{"es", "La Gobernación de Marlow abrió el muelle.\n\n{q}, dijo el gobernador de Marlow, Juan Vidal.", "Juan Vidal | gobernador de Marlow | Gobernación de Marlow"},
		{"es", "El Ayuntamiento de Marlow abrió el muelle.\n\n{q}, dijo el concejal de Parques y Jardines, Juan Vidal.", "Juan Vidal | concejal de Parques y Jardines | Ayuntamiento de Marlow"},
		{"es", "La Gobernación de Tidal abrió el muelle.\n\n{q}, dijo el gobernador de Marlow, Juan Vidal.", "Juan Vidal | gobernador de Marlow | ?"},
		{"es", "La Gobernación de Marlow abrió el muelle.\n\n{q}, dijo la alcaldesa, Ana Ruiz.", "Ana Ruiz | alcaldesa | ?"},
		{"es", "La Cámara de Comercio, Industria y Servicios de Marlow abrió el muelle. {q}, dijo su presidenta, Ana Ruiz.", "Ana Ruiz | presidenta | Cámara de Comercio, Industria y Servicios de Marlow"},
		{"pt", "O porto foi doado pelo Instituto Folha Larga. {q}, disse Maria Vale, diretora-executiva do instituto.", "Maria Vale | diretora-executiva do instituto | Instituto Folha Larga"},
		// Two of the kind, or none.
		{"es", "El Hospital Comarcal de Marlow abrió con el Hospital Santa Ruth.\n\n{q}, dijo la gerente del hospital, Ana Ruiz.", "Ana Ruiz | gerente del hospital | ?"},
		{"es", "{q}, dijo Juan Vidal, director de Ríos Vivos.\n\n{q}, dijo Eva Sanz, directora de Muelle Abierto.\n\n{q}, dijo la secretaria de la entidad, Ana Ruiz.", "Juan Vidal | director | Ríos Vivos; Eva Sanz | directora | Muelle Abierto; Ana Ruiz | secretaria de la entidad | ?"},
		{"es", "{q}, dijo la gerente del hospital, Ana Ruiz.", "Ana Ruiz | gerente del hospital | ?"},
	} {
		kept.saidAround(t, c)
	}
}

// TestFurtherWaysToSayIt reads other sentences that lead to words, or stand behind them, in Spanish and Portuguese.
func TestFurtherWaysToSayIt(t *testing.T) {
	t.Parallel()
	kept := heldBy(t)
	const ana, vale = "Ana Ruiz | directora | Ríos Vivos", "Maria Vale | diretora | Rios Vivos"
	for _, c := range [][3]string{
		{"pt", "{q}, disse Maria Vale, diretora da Rios Vivos.\n\nAinda segundo ela, {r}", vale + "; " + vale},
		{"pt", "{q}, disse Maria Vale, diretora da Rios Vivos.\n\nNa avaliação de Vale, {r}", vale + "; " + vale},
		{"es", "{q}, dijo Ana Ruiz, directora de Ríos Vivos.\n\nA juicio de Ruiz, {r}", ana + "; " + ana},
		{"es", "{q}, dijo Ana Ruiz, directora de Ríos Vivos.\n\nEl puerto, añade la directora, {r}", ana + "; " + ana},
		{"es", "{q}, dijo Ana Ruiz, directora de Ríos Vivos.\n\nRuiz ha recordado también que {r}", ana + "; " + ana},
		{"es", "La directora de Ríos Vivos, Ana Ruiz, ha puesto cifras a la marea: {Q}", ana},
		{"pt", "A diretora da Rios Vivos, Maria Vale, mostrou-se satisfeita com a obra: {Q}", vale},
		{"es", "Sobre los plazos, Ana Ruiz, directora de Ríos Vivos, precisó: {Q}", ana},
		{"es", "Desde Ríos Vivos, su directora Ana Ruiz ha asegurado que {r}", ana},
		{"es", "{q}, dijo Ana Ruiz, presidenta de la Cámara de Comercio, Industria y Servicios de Marlow.", "Ana Ruiz | presidenta | Cámara de Comercio, Industria y Servicios de Marlow"},
		{"es", "{q}, dijo Ana Ruiz, presidenta de la Cámara de Comercio, abogada y vecina de Marlow.", "Ana Ruiz | presidenta | Cámara de Comercio"},
		// Of somebody else, of whom no name is told, or in words that are not theirs.
		{"es", "{q}, dijo Ana Ruiz, directora de Ríos Vivos.\n\nEl paciente, J. M., recibió el alta ayer. {q}, comenta.", ana + ";  |  | ?"},
		{"es", "La Sala, en una resolución de la que ha sido ponente la magistrada Ana Ruiz, considera que {r}", ""},
	} {
		kept.saidAround(t, c)
	}
}
