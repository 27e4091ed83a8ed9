package importer

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

const lede = "MARLOW, Mass. — Eleven groups along the Marlow waterfront asked the port today to publish its water tests, and gave it a month to do so.\n\n"

// moreSources are sources of other makes; what becomes of each stands in the golden file.
var moreSources = []struct{ name, file, source string }{
	{"words between a name and its verb", "a.txt", head + "Ana Ruiz, director of River Alliance, also said: “We have waited long enough for this.”\n\n" +
		"Tom Reed, chair of Harbor Table, later added: “The port has all of these numbers.”\n\nPia Roy, president of Dock Choir, then said: “We will sing until they come.”\n\n" +
		"Max Otter, captain of Sound Riders, has said: “The last boat left us on the pier.”\n\nLia Storm, clerk of Bay Post, had said: “There is no letter from the port.”"},
	{"the same in Spanish", "a.txt", "PARA PUBLICACIÓN INMEDIATA\n20 de noviembre de 2026\n\nOnce grupos piden al puerto sus análisis\n\nMARLOW, 20 de noviembre de 2026.– Once organizaciones de la ribera han pedido hoy al puerto que publique los análisis del agua.\n\n" +
		"Ana Ruiz, directora de Ríos Vivos, también señaló: «Llevamos demasiado tiempo esperando».\n\nTomás Iriarte, portavoz de la Plataforma, ha dicho: «El puerto tiene todos los datos».\n\n«Nos vamos», dijo Pía Rojo, presidenta del Coro del Muelle.\n\nSobre Ríos Vivos\n\nRíos Vivos cuida los ríos."},
	{"the same in German", "a.txt", "Pressemitteilung\n\nElf Gruppen fordern vom Hafen die Proben\n\nMarlow, 20. November 2026 – Elf Gruppen haben heute vom Hafen verlangt, die Ergebnisse der Proben zu veröffentlichen.\n\n" +
		"Ana Ruiz, Leiterin von Flussbund, sagte auch: „Wir haben lange genug gewartet.“\n\n„Der Hafen hat alle Zahlen“, hat Jonas Lindner, Sprecher der Initiative Hafenwasser, gesagt.\n\n„Wir gehen“, fügte Lindner hinzu.\n\nÜber Flussbund\n\nFlussbund pflegt Flüsse."},
	{"a copy that begins without a dateline", "a.txt", "FOR IMMEDIATE RELEASE: November 20, 2026\n\nHarbor groups ask the port\n\nIt is time for the port to publish all of its water tests of these years, and today!\n\nWhat the groups found is this.\n"},
	{"one that begins with a question", "a.txt", "FOR IMMEDIATE RELEASE: November 20, 2026\n\nHarbor groups ask the port\n\nWhy does the port not publish the water tests that it has made in all of these years?\n\nThe groups ask it.\n"},
	{"one that begins with a list", "a.txt", "FOR IMMEDIATE RELEASE: November 20, 2026\n\nHarbor groups ask the port\n\nEleven groups along the waterfront have today asked the port of Marlow for these three things:\n\n* tests\n* dates\n* names\n"},
	{"a headline behind the line of release", "a.txt", "FOR IMMEDIATE RELEASE – Harbor groups ask the port for tests\n\nContact: Dana Whitlock, dana@harbor.example\n\n" + lede},
	{"one behind a bullet", "a.txt", "FOR IMMEDIATE RELEASE • Harbor groups ask the port for tests\n\nContact: Dana Whitlock, dana@harbor.example\n\n" + lede},
	{"a short one behind it", "a.txt", "FOR IMMEDIATE RELEASE – Harbor groups ask\n\nHarbor groups ask the port for tests\n\n" + lede},
	{"a table with its time in bold", "a.html", "<article><h1>Harbor groups ask the port for tests</h1><table><tr><td><b>Embargoed until</b></td><td><b>9:00 a.m. ET, December 8, 2026</b></td></tr></table><p>" + lede + "</p></article>"},
	{"tables that are laid out and that are tables", "a.html", "<article><h1>Harbor groups ask the port for tests</h1><p>" + lede + "</p><table><tr><th>Pier</th><th>Lead</th></tr><tr><td>One</td><td>15</td></tr><tr><td>Two | three</td><td>16</td></tr></table>" +
		"<table><tr><td><p>First of two paragraphs.</p><p>Second of them.</p></td><td>Beside.</td></tr></table><table><tr><td>" + strings.Repeat("Long words. ", 30) + "</td></tr></table></article>"},
	{"marks forgotten in two places", "a.txt", head + "“We have waited long enough, said Ana Ruiz, director of River Alliance. “We will go to court.”\n\n“The port has the numbers,” said Tom Reed, chair of Harbor Table. “It shows them to nobody.\n\nIt closes at five.\n\n“Enough is enough for all of us here."},
	{"a quotation without organisation and without a mark", "a.txt", head + "“We have waited long enough, said Ana Ruiz, executive director. “We will go to court."},
	{"titles on both sides of the name", "a.txt", head + "“We have waited,” said Professor Ana Ruiz, chair of River Alliance, director of research at Harbor Lab.\n\n“So have we,” said Captain Max Otter, Sound Riders.\n\n“And we,” said Lia Storm, Ph.D., editor, Bay Post."},
	{"a clause that is too long", "a.txt", head + "“We have waited,” said Ana Ruiz, " + strings.Repeat("who has also worked at the docks and at sea and ", 12) + "is chair of River Alliance."},
	{"a clause in brackets", "a.txt", head + "“We have waited long enough for all of these numbers.” (Ana Ruiz, River Alliance)\n\n“So have we, and for longer than they.” (Tom Reed, chair, Harbor Table)"},
	{"a dash and a verb", "a.txt", head + "“We have waited long enough for all of these numbers” – said Ana Ruiz, director of River Alliance."},
	{"stops inside quotations", "a.txt", head + "“Is it time?” asked Ana Ruiz, director of River Alliance. “Yes! It is (at last).” The port, on St. John Street, closes at 5 p.m. on Fridays. “Go,” said Tom Reed, chair of Harbor Table."},
	{"notes to editors with their label", "a.txt", head + "The groups met on Monday.\n\n###\n\nNotes to editors: * The tests are of 2022.\n\nThe limit is fifteen.\n\nAbout River Alliance\n\nRiver Alliance works for clean rivers."},
	{"notes before the end mark", "a.txt", head + "The groups met on Monday.\n\nNotes to editors\n\n1. The tests are of 2022.\n\n2. The limit is fifteen.\n\n   ###   \n\nContact: Dana Whitlock, 555-010-0142"},
	{"a line that is a day", "a.txt", "PRESS RELEASE\n\nNovember 20, 2026\n\nHarbor groups ask the port for its water tests\n\n" + lede},
	{"a line that is an embargo's day", "a.txt", "PRESS RELEASE\n\nEmbargo: December 8, 2026\n\nHarbor groups ask the port for its water tests\n\n" + lede},
	{"lists, links and pictures", "a.html", `<article><h1>Harbor groups ask the port</h1><p>` + lede + `</p><ol start="3"><li>One <b>bold</b> thing<ul><li>inside</li></ul></li><li>Two <i>things</i></li></ol><p><img src="a.png" alt="A pier"> See <a href="https://a.example/x?y=1&amp;z=2">the record</a>, <a href="mailto:a@b.example">write</a> or <a href="/here">look</a>.</p><h2>More</h2><pre>code &lt;here&gt;</pre><hr><blockquote><p>Set off.</p></blockquote></article>`},
	{"special signs", "a.txt", head + "Use *stars*, _lines_, `ticks`, [brackets] and <angles> at 5 < 6 & 7 > 2. # Not a heading. {said} {{quotes}} \\ | ~\n\n1. First\n2) Second\n+ plus\n- minus\n"},
	{"a French release", "a.txt", "COMMUNIQUÉ DE PRESSE\n\nSous embargo jusqu’au mardi 8 décembre 2026 à 9 h 00 (heure de Paris)\n\nOnze groupes demandent au port ses analyses\n\nMARLOW, le 20 novembre 2026 – Onze associations du littoral ont demandé aujourd’hui au port de publier les analyses de l’eau.\n\n« Nous avons attendu », a déclaré Ana Ruiz, directrice de Rivières Libres. « Et nous attendons. »\n\n« Il faut agir », a-t-elle ajouté.\n\nSelon Paul Morel, président de l’association Eau Claire, « le port sait tout ».\n\nÀ propos de Rivières Libres\n\nRivières Libres protège les rivières.\n\nContact presse : Inès Carle, ines@eau.example, 01 55 55 01 42"},
	{"an Italian release", "a.txt", "COMUNICATO STAMPA\n\nUndici gruppi chiedono al porto le analisi\n\nMARLOW, 20 novembre 2026 – Undici associazioni della costa hanno chiesto oggi al porto di pubblicare le analisi dell’acqua.\n\n«Abbiamo aspettato abbastanza», ha detto Ana Ruiz, direttrice di Fiumi Vivi. «Ora basta».\n\nPaolo Neri, presidente dell’associazione Acqua Chiara, ha aggiunto: «Il porto sa tutto».\n\nContatti stampa: Ines Carli, ines@acqua.example"},
	{"a Portuguese release", "a.txt", "COMUNICADO DE IMPRENSA\n\nOnze grupos pedem ao porto as análises\n\nMARLOW, 20 de novembro de 2026 – Onze organizações da costa pediram hoje ao porto que publique as análises da água.\n\n“Esperámos demasiado”, disse Ana Ruiz, diretora da Rios Vivos. “Não vamos esperar mais.”\n\nContacto: Inês Carvalho, ines@rios.example, +351 21 555 0142"},
	{"a Dutch release", "a.txt", "PERSBERICHT\n\nElf groepen vragen de haven om haar proeven\n\nMARLOW, 20 november 2026 – Elf groepen langs het water hebben de haven vandaag gevraagd om haar waterproeven te publiceren.\n\n‘Wij hebben lang genoeg gewacht’, zegt Ana Ruiz, directeur van Rivierbond. ‘Nu is het tijd.’\n\nPerscontact: Ines Kaarl, ines@rivier.example, 020 555 0142"},
}

func TestMoreSourcesWhole(t *testing.T) {
	var b strings.Builder
	for _, s := range moreSources {
		r, err := Import(s.file, []byte(s.source), Options{Today: today, Email: "press@office.example"})
		if err != nil {
			t.Fatalf("%s: %v", s.name, err)
		}
		fmt.Fprintf(&b, "=== %s\n%s\n", s.name, written(r))
	}
	expect.File(t, "more.golden.txt", b.String())
}
