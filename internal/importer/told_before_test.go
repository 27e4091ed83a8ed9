package importer

import "testing"

// TestWhoIsToldOfBefore reads words of whom the sentence before them tells, or the beginning of their own sentence.
func TestWhoIsToldOfBefore(t *testing.T) {
	kept := heldBy(t)
	t.Parallel()
	for _, c := range [][3]string{
		{"it", "Alla festa interverrà il presidente della Lega dei Marinai, Marco Riva. {q}, ha dichiarato.", "Marco Riva | presidente | Lega dei Marinai"},
		{"it", "Alla festa era presente anche il presidente della Lega dei Marinai, Marco Riva, che ha premiato Anna Serra. {q}, ha dichiarato.", "Marco Riva | presidente | Lega dei Marinai"},
		{"it", "Alla festa di Anna Serra interverrà il presidente della Lega dei Marinai, Marco Riva. {q}, ha dichiarato.", " |  | ?"},
		{"it", "Alla festa interverrà il presidente della Lega dei Marinai, Marco Riva, con il sindaco Paolo Neri. {q}, ha dichiarato.", " |  | ?"},
		{"it", "Alla festa interverrà la banda di Marco Riva. {q}, ha dichiarato.", " |  | ?"},
		{"es", "En la fiesta estuvo presente la presidenta de la Liga del Mar, Ana Ruiz, quien premió al Dr. Luis Vidal Roca. {q}, expresó la activista.", "Ana Ruiz | presidenta | Liga del Mar"},
		{"es", "En la fiesta cantó la presidenta de la Liga del Mar, Ana Ruiz. {q}, expresó la farera.", ""},
		{"es", "{q}, señaló Ana Ruiz, gerente general de Ríos Vivos. “El viento es frío, y el dique es bajo”, agregó la ejecutiva.", "Ana Ruiz | gerente general | Ríos Vivos; Ana Ruiz | gerente general | Ríos Vivos"},
		{"es", "{q}, señaló Ana Ruiz, bióloga de Ríos Vivos. “El viento es frío, y el dique es bajo”, agregó la ejecutiva.", "Ana Ruiz | bióloga | Ríos Vivos;  | ejecutiva | ?"},
		{"es", "{q}, señaló Ana Ruiz, directora de servicios jurídicos de Ríos Vivos. “El viento es frío, y el dique es bajo”, agregó la letrada.", "Ana Ruiz | directora de servicios jurídicos | Ríos Vivos; Ana Ruiz | directora de servicios jurídicos | Ríos Vivos"},
		{"es", "{q}, señaló el delegado del Instituto del Mar, Juan Vidal. “El viento es frío, y el dique es bajo”, agregó la autoridad regional, que visitará el puerto junto al presidente de Ríos Vivos, Luis Roca.", "Juan Vidal | delegado | Instituto del Mar; Juan Vidal | delegado | Instituto del Mar"},
		{"it", "{q}, spiega Anna Serra, consigliera di Italia Marina. “Il vento è freddo, e la diga è bassa”, prosegue l’esponente dem.", "Anna Serra | consigliera | Italia Marina; Anna Serra | consigliera | Italia Marina"},
		{"pt", "O presidente da Junta de Freguesia de Marlow, João Vale, visitou o porto. {q}, disse o autarca.", "João Vale | presidente | Junta de Freguesia de Marlow"},
		{"pt", "{q}, afirmou a deputada Ana Vale.\n\nA deputada, que visitou o porto com o presidente da Rios Vivos, João Lima, relata: “O vento é frio, e o dique é baixo.”", "Ana Vale | deputada | ?; Ana Vale | deputada | ?"},
		{"nl", "{q}, zegt Jan de Wit, voorzitter van Stichting Oever.\n\nDe voorzitter, die met Piet Kamp door de haven liep, zegt: “De wind is koud, en de dijk is laag.”", "Jan de Wit | voorzitter | Stichting Oever; Jan de Wit | voorzitter | Stichting Oever"},
		{"es", "En palabras del director de Ríos Vivos, Juan Vidal, {r}", "Juan Vidal | director | Ríos Vivos"},
		{"es", "{q}, señaló Ana Ruiz, presidenta de Ríos Vivos.\n\nY agregó: “El viento es frío, y el dique es bajo.”", "Ana Ruiz | presidenta | Ríos Vivos; Ana Ruiz | presidenta | Ríos Vivos"},
		{"es", "Y agregó: “El viento es frío, y el dique es bajo.”", ""},
		{"es", "Ana Ruiz, presidenta de Ríos Vivos, añade que el puerto “seguirá abierto hasta que acabe el invierno”.", "Ana Ruiz | presidenta | Ríos Vivos"},
		{"es", "Ana Ruiz, presidenta de Ríos Vivos, añade que se trata de “la mayor obra en la historia del puerto”.", "Ana Ruiz | presidenta | Ríos Vivos"},
		{"es", "Ana Ruiz, presidenta de Ríos Vivos, añade que el puerto “seguirá abierto hasta que acabe el invierno” y cierra.", "Ana Ruiz | presidenta | Ríos Vivos"},
		{"es", "Ana Ruiz, presidenta de Ríos Vivos, añade que el puerto “seguirá abierto”.", ""},
		{"es", "Ana Ruiz, presidenta de Ríos Vivos, pinta cuadros que el puerto “guarda en una casa junto al mar”.", ""},
		{"es", "De acuerdo con la presidenta de Ríos Vivos, Ana Ruiz, el nuevo puerto “es la mayor obra en la historia de la ciudad”.", "Ana Ruiz | presidenta | Ríos Vivos"},
		{"it", "Anna Serra, presidente di Fiumi Vivi, ricorda che il porto “resterà aperto fino alla fine dell’inverno”.", "Anna Serra | presidente | Fiumi Vivi"},
		{"pt", "João Vale, diretor da Rios Vivos, lembra que trata-se de “a maior obra na história do nosso porto”.", "João Vale | diretor | Rios Vivos"},
	} {
		kept.saidAround(t, c)
	}
}

// TestOfficesOfOtherBodies reads offices that are of no firm that issues the release, and names of organisations that
// read as something else.
func TestOfficesOfOtherBodies(t *testing.T) {
	kept := heldBy(t)
	t.Parallel()
	for _, c := range [][3]string{
		{"it", "{q}, afferma Karim Serra della Lega Marinai.", "Karim Serra |  | Lega Marinai"},
		{"it", "{q}, afferma Karim Serra della Lmc.", "Karim Serra |  | Lmc"},
		{"it", "{q}, afferma Gian Maria della Torre.", "Gian Maria della Torre |  | ?"},
		{"it", "{q}, spiega il socio Paolo Neri, presidente di Fiumi Vivi.", "Paolo Neri | socio | Fiumi Vivi"},
		{"it", "{q}, spiega il direttore Paolo Neri, consigliere di Fiumi Vivi.", "Paolo Neri | direttore | ?"},
		{"it", "{q}, spiega Paolo Neri, consigliere di Fiumi Vivi.", "Paolo Neri | consigliere | Fiumi Vivi"},
		{"it", "{q}, afferma Paolo Neri, commissario per l’attuazione dell’Agenda Mare.", "Paolo Neri | commissario per l’attuazione dell’Agenda Mare | ?"},
		{"it", "{q}, afferma Paolo Neri, commissario per l’attuazione dell’Istituto Mare.", "Paolo Neri | commissario per l’attuazione | Istituto Mare"},
		{"it", "{q}, ha spiegato la presidente del circolo Anna Serra.\n\nContatti per la stampa: Marta Conti, Fiumi Vivi, stampa@fiumi.example", "Anna Serra | presidente del circolo | ?"},
		{"it", "{q}, ha spiegato la presidente del circolo Anna Serra.\n\nContatti per la stampa: Marta Conti, Circolo Fiumi, stampa@fiumi.example", "Anna Serra | presidente del circolo | Circolo Fiumi"},
		{"it", "A lavorare è la cooperativa sociale Vento Largo, con sei persone. Secondo la coordinatrice Anna Serra {r}\n\nContatti per la stampa: Marta Conti, Fiumi Vivi, stampa@fiumi.example", "Anna Serra | coordinatrice | ?"},
		{"it", "A lavorare è la sartoria sociale Vento Largo, con sei persone. Secondo la coordinatrice Anna Serra {r}\n\nContatti per la stampa: Marta Conti, Fiumi Vivi, stampa@fiumi.example", "Anna Serra | coordinatrice | Fiumi Vivi"},
		{"es", "{q}, dijo Juan Vidal, director de Los Faroles.", "Juan Vidal | director | Los Faroles"},
		{"es", "Los Faroles abren hoy.\n\n{q}, dijo Juan Vidal, director de los Faroles.", "Juan Vidal | director | Faroles"},
		{"es", "{q}, dijo Juan Vidal, director de Ríos Vivos, asociación que abrió el puerto en 1998.", "Juan Vidal | director | Ríos Vivos"},
		{"es", "El Ayuntamiento de Marlow abre el puerto. {q}, dijo el concejal de Comercio, Juan Vidal.", "Juan Vidal | concejal de Comercio | Ayuntamiento de Marlow"},
		{"es", "{q}, dijo el concejal de Comercio, Juan Vidal.\n\nContacto de prensa:\nAyuntamiento de Marlow\nprensa@marlow.example", "Juan Vidal | concejal de Comercio | Ayuntamiento de Marlow"},
		{"es", "El diputado provincial Juan Vidal Roca (Partido del Puerto) visitó el muelle. {q}, dijo Vidal Roca.", "Juan Vidal Roca | diputado provincial | Partido del Puerto"},
		{"pt", "O deputado João Vale Lima (PMV-SP) visitou o porto. {q}, disse João Vale Lima.", "João Vale Lima | deputado | PMV"},
		{"es", "El pintor Juan Vidal Roca (Partido del Puerto) visitó el muelle. {q}, dijo Vidal Roca.", "Juan Vidal Roca |  | ?"},
		{"es", "El diputado Juan Vidal Roca (Marlow, 1970) visitó el muelle. {q}, dijo Vidal Roca.", "Juan Vidal Roca | diputado | ?"},
		{"nl", "Wethouder Sport Anna Kamp reageert: {Q}", "Anna Kamp | Wethouder Sport | ?"},
		{"nl", "Wethouder Anna Zorg Kamp reageert: {Q}", "Anna Zorg Kamp | Wethouder | ?"},
	} {
		kept.saidAround(t, c)
	}
}

// TestNordicNouns reads organisations that are called by a noun with its article at the end.
func TestNordicNouns(t *testing.T) {
	kept := heldBy(t)
	t.Parallel()
	for _, c := range [][3]string{
		{"sv", "Tekniken kommer från Marlows tekniska högskola. {q}, säger projektledaren Anna Berg vid högskolan.", "Anna Berg | projektledaren | Marlows tekniska högskola"},
		{"sv", "Tekniken kommer från Marlows tekniska högskola. Projektledaren Anna Berg vid högskolan har sett det förr. {q}, säger hon.", "Anna Berg | Projektledaren | Marlows tekniska högskola"},
		{"sv", "Tekniken kommer från Marlows högskola och Ostens högskola. {q}, säger projektledaren Anna Berg vid högskolan.", "Anna Berg | projektledaren | ?"},
		{"sv", "Tekniken kommer från en ny högskola. {q}, säger projektledaren Anna Berg vid högskolan.", "Anna Berg | projektledaren | ?"},
		{"sv", "Marlows kommun bygger. {q}, säger kommunalrådet Anna Berg.", "Anna Berg | kommunalrådet | Marlows kommun"},
		{"sv", "Marlows kommun och Ostens kommun bygger. {q}, säger kommunalrådet Anna Berg.", "Anna Berg | kommunalrådet | ?"},
		{"sv", "{q}, säger kommunalrådet Anna Berg.\n\nPresskontakt: Marta Conti, Bryggan AB, press@bryggan.example", "Anna Berg | kommunalrådet | ?"},
		{"sv", "{q}, säger projektledaren Anna Berg.\n\nPresskontakt: Marta Conti, Bryggan AB, press@bryggan.example", "Anna Berg | projektledaren | Bryggan AB"},
		{"nb", "Fiskernes Havneforbund klager. {q}, sier forbundsleder Anna Berg.", "Anna Berg | forbundsleder | Fiskernes Havneforbund"},
		{"nb", "Rederienes Landsforening klager. {q}, sier direktør Anna Berg i landsforeningen.", "Anna Berg | direktør | Rederienes Landsforening"},
		{"nb", "Fiskernes Havneforbund klager. Det er forbundets egen advokat, Anna Berg, som taler.\n\n{q}, sier Berg.", "Anna Berg | advokat | Fiskernes Havneforbund"},
		{"nb", "Fiskernes Havneforbund klager. Det er havnas egen advokat, Anna Berg, som taler.\n\n{q}, sier Berg.", "Anna Berg |  | ?"},
	} {
		kept.saidAround(t, c)
	}
}

// TestNamesRightBehind reads names with nothing between them and what an office is of, or whom somebody speaks for.
func TestNamesRightBehind(t *testing.T) {
	kept := heldBy(t)
	t.Parallel()
	for _, c := range [][3]string{
		{"it", "Italia Marina scrive. {q}, dice la consigliera regionale di Italia Marina Anna Serra, vicepresidente della Commissione Porti.", "Anna Serra | consigliera regionale | Italia Marina"},
		{"it", "{q}, dice la consigliera regionale di Italia Marina Anna Serra, vicepresidente della Commissione Porti.", ""},
		{"it", "Italia Marina scrive. {q}. Così la consigliera di Italia Marina Anna Serra interviene sulla nuova diga che chiude il porto.", "Anna Serra | consigliera | Italia Marina"},
		{"it", "(Arv) Marlow 8 ott. 2021 – {q}. Così il presidente della Lega dei Marinai, Marco Riva.", "Marco Riva | presidente | Lega dei Marinai"},
		{"es", "El catedrático de Derecho Civil de la Universidad de Marlow Juan Vidal-Roca cree que habrá más: {Q}", "Juan Vidal-Roca | catedrático de Derecho Civil | Universidad de Marlow"},
		{"es", "El catedrático de la Universidad de Marlow Juan Vidal-Roca cree que habrá más: {Q}", "Juan Vidal-Roca | catedrático | Universidad de Marlow"},
		{"es", "El pintor de la Universidad de Marlow Juan Vidal-Roca cree que habrá más: {Q}", ""},
		{"es", "Desde Ríos Vivos, su presidenta Ana Ruiz fue contundente: {Q}", "Ana Ruiz | presidenta | Ríos Vivos"},
		{"es", "Desde el puerto de Marlow, su presidenta Ana Ruiz fue contundente: {Q}", "Ana Ruiz | presidenta | ?"},
		{"es", "Desde Ríos Vivos, su secretario general Juan «el Faro» Vidal fue contundente: {Q}", "Juan Vidal | secretario general | Ríos Vivos"},
		{"es", "La titular de Ríos Vivos, Ana Ruiz, sostuvo: {Q}", "Ana Ruiz | titular | Ríos Vivos"},
		{"es", "El seremi de Energía, Juan Vidal, visitó el puerto. {q}, dijo la autoridad regional.", "Juan Vidal | seremi de Energía | ?"},
		{"pt", "Já para o presidente da Rios Vivos, João Vale, a obra é útil: {Q}", "João Vale | presidente | Rios Vivos"},
		{"pt", "A presidente da Colônia de Pescadores, dona Ana Vale, visitou o porto. {q}, reclama.", "Ana Vale | presidente | Colônia de Pescadores"},
		{"pt", "Em nota, a Companhia das Águas Altas (Aguasa) informou que “recebeu o estudo e vai avaliar a obra no porto”.", " |  | Companhia das Águas Altas"},
		{"pt", "{q}, informou a Fundação das Águas Altas.", " |  | Fundação das Águas Altas"},
		{"it", "Sulla stessa linea anche il presidente della Lega dei Marinai, Marco Riva: {Q}", "Marco Riva | presidente | Lega dei Marinai"},
		{"nl", "Voor Jan de Wit, voorzitter van Stichting Oever, komt de prijs de leden toe. {Q}", "Jan de Wit | voorzitter | Stichting Oever"},
		{"nl", "Voor de leden komt de prijs van Jan de Wit op tijd. {Q}", ""},
		{"nl", "De algemeen directeur Jan Kamp komt morgen.\n\nJan Kamp: {Q}", "Jan Kamp | algemeen directeur | ?"},
		{"nb", "Også Rederienes Landsforening klager. – Båtene er gamle, og vinteren er lang ved denne elva, sier direktør Anna Berg i landsforeningen.", "Anna Berg | direktør | Rederienes Landsforening"},
		{"pl", "– Łodzie są stare, a zima nad tą rzeką jest bardzo długa – mówi dr n. med. Anna Berg, ordynator oddziału. – Od dziś to się zmienia.", "Anna Berg | ordynator oddziału | ?"},
		{"pl", "Przyszedł prezydent Jan Kowal. Jak dodał Kowal, {q}.", "Jan Kowal |  | ?"},
	} {
		kept.saidAround(t, c)
	}
}
