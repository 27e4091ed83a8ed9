package importer

import (
	"testing"

	"pressroom/internal/importer/prose"
)

// TestSpeakersBesideOtherWords reads clauses of other languages that go on with what is told of somebody,
// sentences that lead to words, and words that begin with a dash: Q is the words with their stop, q without,
// and w the words without marks.
func TestSpeakersBesideOtherWords(t *testing.T) {
	t.Parallel()
	kept := heldBy(t)
	for _, c := range [][3]string{
		// What is told behind a name, or of a body.
		{"it", "{q}, commenta l’amministrazione comunale presieduta dal sindaco Marco Riva.", " |  | ?"},
		{"it", "{q}, commenta la Fondazione Marea guidata da Marco Riva.", " |  | Fondazione Marea"},
		{"it", "{q}, spiega l’assessora alla Cultura Anna Serra, presente al taglio del nastro.", "Anna Serra | assessora alla Cultura | ?"},
		{"it", "{q}, ha detto il presidente della Lega dei Marinai Marco Riva parlando dei pontili.", "Marco Riva | presidente | Lega dei Marinai"},
		{"it", "{q}, ha poi aggiunto Marco Riva, presidente della Lega dei Marinai.", "Marco Riva | presidente | Lega dei Marinai"},
		{"it", "{q}, ha detto il ministro degli Esteri Marco Riva. “Il vento è freddo, e la diga è bassa”, ha detto il ministro degli Esteri, secondo quanto riporta il portavoce del governo.", "Marco Riva | ministro degli Esteri | ?; Marco Riva | ministro degli Esteri | ?"},
		{"it", "{q}. Queste le parole di Marco Riva, presidente della Lega dei Marinai.", "Marco Riva | presidente | Lega dei Marinai"},
		{"it", "{q}. Sono le parole del presidente della Lega dei Marinai, Marco Riva.", "Marco Riva | presidente | Lega dei Marinai"},
		{"it", "{q}. A dirlo è Marco Riva, presidente della Lega dei Marinai.", "Marco Riva | presidente | Lega dei Marinai"},
		{"fr", "{q}, a également rappelé Ana Ruiz, présidente de la Ligue des marins.", "Ana Ruiz | présidente | Ligue des marins"},
		{"de", "{q}, sagt Jan Osten, Sprecher der Initiative Marschland. Ein Schritt, den man nicht gern tut. „Der Wind ist kalt, und der Deich ist flach“, erklärt er in seiner Rede.", "Jan Osten | Sprecher | Initiative Marschland; Jan Osten | Sprecher | Initiative Marschland"},
		{"pt", "{q}, disse a senhora Maria Vale, moradora do bairro.", "Maria Vale | moradora do bairro | ?"},
		{"es", "El puerto celebra, con la presencia del gobernador Juan Vidal. {q}, sostuvo el mandatario.", "Juan Vidal | gobernador | ?"},
		{"es", "El puerto celebra, con el alcalde Luis Pardo y la presencia del gobernador Juan Vidal. {q}, sostuvo el mandatario.", " | mandatario | ?"},
		{"nl", "De plannen zijn volgens OLRV-voorzitter Jaap Smet ondoordacht. {q}, benadrukt de vakbondsvoorman donderdag.", "Jaap Smet | voorzitter | OLRV"},
		// Offices that are joined to whom they are of.
		{"nl", "{q}, zo reageert OLRV-voorzitter Jan de Wit op het nieuws dat de haven sluit, waar hij van hoorde.", "Jan de Wit | voorzitter | OLRV"},
		{"nl", "{q}, zegt OLRV-bestuurslid Jan van Dijk.", "Jan van Dijk | bestuurslid | OLRV"},
		{"nl", "{q}, zegt Tidewell-directeur Jan van Dijk.", "Jan van Dijk | directeur | Tidewell"},
		{"nl", "Jan de Wit, OLRV-directeur: {Q}", "Jan de Wit | directeur | OLRV"},
		{"de", "Jan Osten, Tidewerk-Präsident und -CEO: {Q}", "Jan Osten | Präsident und CEO | Tidewerk"},
		{"nl", "Bestuurder Anna de Wit van Bond Oever is niet blij met de haven. {Q}", "Anna de Wit | Bestuurder | Bond Oever"},
		// Any verb between a pronoun and a colon.
		{"de", "Dies bestärkt Jan Osten, Leiter der Flusswerft Nord eG: {Q}", "Jan Osten | Leiter | Flusswerft Nord eG"},
		{"nl", "Dat bevestigt ook Jan de Wit, directeur van Stichting Oever: {Q}", "Jan de Wit | directeur | Stichting Oever"},
		{"de", "Dies ist keine Nachricht für Tage: {Q}", ""},
		// Words with a clause between dashes, or behind a dateline.
		{"es", "“Los barcos son muy viejos en este puerto -explica Ana Ruiz, directora de Ríos Vivos- y el invierno es largo en este río”.", "Ana Ruiz | directora | Ríos Vivos"},
		{"it", "«Le barche sono vecchie in ogni porto – spiega Anna Serra, direttrice di Tidale -. L’inverno è lungo su questo fiume».", "Anna Serra | direttrice | Tidale"},
		{"it", "Marlow, 28 feb. (Agenzia) – {q}, ha detto Anna Serra, direttrice di Tidale.", "Anna Serra | direttrice | Tidale"},
		{"it", "«Ci attende ora – aggiungono dalla Fondazione Marea – un lungo inverno, e su questo fiume è duro».", " |  | Fondazione Marea"},
		{"fr", "« Les bateaux sont vieux dans tous les ports, explique Ana Ruiz. L’hiver est long sur cette rivière. »", "Ana Ruiz |  | ?"},
		{"fr", "« Les bateaux sont vieux dans tous les ports, explique Ana Ruiz, présidente de la Ligue des marins, et l’hiver est long. »", "Ana Ruiz | présidente | Ligue des marins"},
		{"fr", "« Les bateaux sont vieux dans tous les ports, explique et répète la brochure. L’hiver est long sur cette rivière. »", ""},
		{"fr", "« Les bateaux, explique Ana Ruiz. L’hiver est long sur cette rivière. »", ""},
		// Who spoke last goes on.
		{"de", "{q}, sagt Jan Osten, Leiter der Flusswerft Nord eG.\n\nNach der Feier fuhr er fort: „Der Wind ist kalt, und der Deich ist flach.“", "Jan Osten | Leiter | Flusswerft Nord eG; Jan Osten | Leiter | Flusswerft Nord eG"},
		{"de", "Man brauche mehr Deiche, sagte der BUFU-Landesvorsitzende Jan Osten. {q}, so Osten weiter.", "Jan Osten | Landesvorsitzende | BUFU"},
		{"it", "{q}, spiega la direttrice Lea Voss di Fiumi Vivi.", "Lea Voss | direttrice | Fiumi Vivi"},
		{"it", "{q}, spiega Lea Voss di Fiumi Vivi.", "Lea Voss |  | Fiumi Vivi"},
		{"it", "{q}, spiega la direttrice Lea Voss della Fondazione Marea.", "Lea Voss | direttrice | Fondazione Marea"},
		{"it", "{q}, spiega Luca Conte di Monteverde, direttore di Tidale.", "Luca Conte di Monteverde | direttore | Tidale"},
		// Two first names at the beginning of a sentence.
		{"es", "{q}, ha expuesto Vidal. Luis María Vidal es alcalde.", "Luis María Vidal | alcalde | ?"},
		{"es", "{q}, ha expuesto Vidal. Según María Vidal es tarde.", "María Vidal |  | ?"},
		{"es", "{q}, ha expuesto Vidal. Hoy vino María Vidal.", "María Vidal |  | ?"},
		// Two who speak, one right behind the other.
		{"de", "Jan Osten, Leiter der Werft: „Die Boote sind alt, sehr alt“ „Der Winter an diesem Fluss ist lang“, sagt Ana Ruiz, Sprecherin der Initiative Marschland.", "Jan Osten | Leiter | Werft; Ana Ruiz | Sprecherin | Initiative Marschland"},
		// Marks of two signs.
		{"nl", ",,{w}'', zegt Jan de Wit, directeur van Stichting Oever.", "Jan de Wit | directeur | Stichting Oever"},
		{"nl", ",,{w}\", zegt Jan de Wit, directeur van Stichting Oever.", "Jan de Wit | directeur | Stichting Oever"},
		{"nl", "‘’{w}’’, zegt Jan de Wit, directeur van Stichting Oever.", "Jan de Wit | directeur | Stichting Oever"},
		{"de", "''{w}'', sagt Jan Osten, Sprecher der Initiative Marschland.", "Jan Osten | Sprecher | Initiative Marschland"},
		// The languages of the North, Polish and Catalan.
		{"sv", "{q}, säger Karin Lind, generalsekreterare på Strandföreningen.", "Karin Lind | generalsekreterare | Strandföreningen"},
		{"sv", "{q}, säger Karin Lind, pressansvarig för Strandföreningen. ”Vinden är kall här ute”, fortsätter hon.", "Karin Lind | pressansvarig | Strandföreningen; Karin Lind | pressansvarig | Strandföreningen"},
		{"sv", "– {w}, säger Karin Lind, kommundirektör. Vinden är kall.", "Karin Lind | kommundirektör | ?"},
		{"sv", "– {w}, säger Karin Lind, chef för Strandföreningen.\n\n– Vinden är kall, säger hon.", "Karin Lind | chef | Strandföreningen; Karin Lind | chef | Strandföreningen"},
		{"sv", "- {w}, säger Karin Lind, chef för Strandföreningen.", "Karin Lind | chef | Strandföreningen"},
		{"sv", "– {w}.", ""},
		{"da", "{q}, siger forperson for Strand Danmark, Søren Lund.", "Søren Lund | forperson | Strand Danmark"},
		{"da", "»Bådene er gamle, og vinteren er lang«, siger Mette Holm, direktør i Strandforeningen.", "Mette Holm | direktør | Strandforeningen"},
		{"da", "– {w}, siger Mette Holm, direktør i Strandforeningen.", "Mette Holm | direktør | Strandforeningen"},
		{"nb", "– {w}, sier generalsekretær Kari Nordli i Strandforbundet.", "Kari Nordli | generalsekretær | Strandforbundet"},
		{"nb", "– {w}, sier styreleder Kari Nordli i en pressemelding.", "Kari Nordli | styreleder | ?"},
		{"nb", "– {w}, sier generalsekretær i Strandforbundet, Kari Nordli.\n\n– Vinden er kald, sier Nordli.", "Kari Nordli | generalsekretær | Strandforbundet; Kari Nordli | generalsekretær | Strandforbundet"},
		{"nb", "– Det er en stor seier, og vinteren er lang, sier direktør Kari Nordli til Strandbladet.", "Kari Nordli | direktør | ?"},
		{"nb", "– Er båtene gamle, og er vinteren lang? sier Kari Nordli, direktør i Strandverket.", "Kari Nordli | direktør | Strandverket"},
		{"nb", "{q}, sier Kari Nordli, direktør i Strandverket.", "Kari Nordli | direktør | Strandverket"},
		{"pl", "– {w} – mówi Anna Nowak, prezes Tidewell. – Wiatr jest zimny.", "Anna Nowak | prezes Tidewell | ?"},
		{"pl", "Anna Nowak, prezydent Marlowa, cieszy się z łodzi. - {w} – powiedziała Nowak.", "Anna Nowak |  | ?"},
		{"pl", "- {w} – mówi prezydent Marlowa Anna Nowak.", "Anna Nowak | prezydent Marlowa | ?"},
		{"es", "—{w} —dijo Ana Ruiz, presidenta de Ríos Vivos—. El viento es frío.", "Ana Ruiz | presidenta | Ríos Vivos"},
		{"es", "—{w} —dijo Ana Ruiz, presidenta de Ríos Vivos.", "Ana Ruiz | presidenta | Ríos Vivos"},
		{"ca", "{q}, explica Anna Ruiz, presidenta de l’Associació del Riu.", "Anna Ruiz | presidenta | Associació del Riu"},
	} {
		kept.saidAround(t, c)
	}
}

// TestWordsThatBeginWithADash keeps what is around such words, and what goes on behind the clause.
func TestWordsThatBeginWithADash(t *testing.T) {
	t.Parallel()
	kept := heldBy(t)
	for _, c := range [][2]string{
		{"– Båtarna är gamla, säger Karin Lind, chef för Strandföreningen. Vintern är lång.", "Båtarna är gamla {said} Vintern är lång."},
		{"– Båtarna är gamla, säger Karin Lind, chef för Strandföreningen. Hon har sex båtar.", "Båtarna är gamla {said}"},
		{"– Båtarna är gamla, säger **Karin Lind**, chef för Strandföreningen.", "Båtarna är gamla {said}"},
	} {
		r, err := kept.Import("release.md", []byte("# Marlow\n\nDet här är en text om båtar och om vintern vid floden.\n\n"+c[0]+"\n"), Options{Today: today, Language: "sv"})
		if err != nil || len(r.Quotes) != 1 || r.Quotes[0].Text != c[1] {
			t.Errorf("%s: %v %+v", c[0], err, r.Quotes)
		}
	}
}

// TestMarksOfTwoSigns writes them as one, where they stand about words.
func TestMarksOfTwoSigns(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{",,Oud'', zegt hij", "„Oud”, zegt hij"},
		{"``Alt'' sagt", "“Alt” sagt"},
		{"‘‘Oud’’.", "“Oud”."},
		{"´´Oud´´", "“Oud”"},
		{"5'' breed", "5'' breed"},
		{"l''acqua", "l''acqua"},
		{"een,, twee", "een,, twee"},
		{"(,,Oud,'')", "(„Oud,”)"},
	} {
		list := []prose.Para{{Text: c[0]}, {Text: c[0], Table: "x"}}
		withoutDoubled(list)
		if list[0].Text != c[1] || list[1].Text != c[0] {
			t.Errorf("%q: %q, %q", c[0], list[0].Text, list[1].Text)
		}
	}
	p := prose.Para{Text: "een ,,Oud'' twee", Marks: []prose.Mark{{From: 0, To: 3}, {From: 6, To: 9}, {From: 12, To: 16}}}
	withoutDoubled([]prose.Para{p})
	list := []prose.Para{p}
	withoutDoubled(list)
	for i, want := range []string{"een", "Oud", "twee"} {
		if m := list[0].Marks[i]; list[0].Text[m.From:m.To] != want {
			t.Errorf("%q stands on %q", want, list[0].Text[m.From:m.To])
		}
	}
}
