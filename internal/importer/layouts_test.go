package importer

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"pressroom/internal/importer/prose"
	"pressroom/internal/release"
	"pressroom/internal/render/docx"
	"pressroom/internal/render/text"
)

var today = time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)

// layout is a source and who is quoted in it: "speaker | title | org", in order.
// An empty title is not looked at.
type layout struct {
	name, lang string
	source     string
	quotes     []string
	check      func(t *testing.T, md string)
}

func has(parts ...string) func(*testing.T, string) {
	return func(t *testing.T, md string) {
		t.Helper()
		for _, p := range parts {
			if !strings.Contains(md, p) {
				t.Errorf("the file lacks %q:\n%s", p, md)
			}
		}
	}
}

const head = "FOR IMMEDIATE RELEASE: November 20, 2026\nContact: Dana Whitlock, 555-010-0142, dana@harbor.example\n\nHarbor groups ask the port for its water tests\n\nMARLOW, Mass. — Eleven groups along the Marlow waterfront asked the port today to publish its water tests, and gave it a month to do so.\n\n"

var layouts = []layout{
	{"after the words", "en", head + "“We have waited long enough,” said Ana Ruiz, campaign director at River Alliance.", []string{"Ana Ruiz | campaign director | River Alliance"}, has("date = 2026-11-20", `name = "Dana Whitlock"`, `dateline = "MARLOW, Mass."`, `{said}`)},
	{"in the middle", "en", head + "“We have waited,” said Ana Ruiz, campaign director of the River Alliance. “We will not wait another year.”", []string{"Ana Ruiz | campaign director | River Alliance"}, nil},
	{"before the words", "en", head + "Ana Ruiz of River Alliance says, “We have waited long enough for these numbers.”", []string{"Ana Ruiz |  | River Alliance"}, has(`style = "lead-in"`)},
	{"before, with a colon", "en", head + "In a statement, Ana Ruiz, campaign director at River Alliance, said: “We have waited long enough.”", []string{"Ana Ruiz | campaign director | River Alliance"}, nil},
	{"a dash", "en", head + "“We have waited long enough for these numbers.” – Ana Ruiz, Campaign Director, River Alliance", []string{"Ana Ruiz | Campaign Director | River Alliance"}, has(`style = "dash"`)},
	{"a dash on a line of its own", "en", head + "“We have waited long enough for these numbers.”\n\n— Ana Ruiz, Campaign Director, Center for Clean Harbors", []string{"Ana Ruiz | Campaign Director | Center for Clean Harbors"}, has(`style = "block"`)},
	{"the name on a line under the words", "en", head + "“We have waited long enough for these numbers.”\n\nDr. Ana Ruiz, MD, MPH, President and CEO, Harbor Health Network", []string{"Dr. Ana Ruiz | President and CEO | Harbor Health Network"}, nil},
	{"the name on a line above", "en", head + "Ana Ruiz, campaign director, River Alliance:\n\n“We have waited long enough for these numbers.”", []string{"Ana Ruiz | campaign director | River Alliance"}, nil},
	{"the name, the office and the body on lines of their own", "en", head + "“We have waited long enough for these numbers.”\nAna Ruiz\nCampaign Director\nRiver Alliance", []string{"Ana Ruiz | Campaign Director | River Alliance"}, nil},
	{"the name on a line, office and body on the next", "en", head + "“We have waited long enough for these numbers.”\n\nDr. Ana Ruiz\nCampaign Director, River Alliance", []string{"Dr. Ana Ruiz | Campaign Director | River Alliance"}, nil},
	{"a name behind a dash, and no more", "en", head + "“We have waited long enough for these numbers.”\n— Ana Ruiz", []string{"Ana Ruiz |  | ?"}, nil},
	{"a wave for the dash", "en", head + "“We have waited long enough for these numbers.” ~ Ana Ruiz, Campaign Director, River Alliance", []string{"Ana Ruiz | Campaign Director | River Alliance"}, nil},
	{"somebody to be asked, with body and office behind the name", "en", head + "Dana Whitlock North Branch Deputy Secretary says “We have waited long enough for these numbers”.", []string{"Dana Whitlock | Deputy Secretary | North Branch"}, nil},
	{"title before the name", "en", head + "“We have waited long enough,” said River Alliance Campaign Director Ana Ruiz. “Enough.”", []string{"Ana Ruiz | Campaign Director | River Alliance"}, nil},
	{"possessive and title", "en", head + "“We have waited long enough,” said River Alliance’s campaign director Ana Ruiz.", []string{"Ana Ruiz | campaign director | River Alliance"}, nil},
	{"name, then verb", "en", head + "“We have waited long enough,” Ana Ruiz, campaign director for River Alliance, said in a statement.", []string{"Ana Ruiz | campaign director | River Alliance"}, nil},
	{"unnamed", "en", head + "“My son asked me whether he could eat what we caught,” said a member of the Bay Anglers Union who has fished here for thirty years.", []string{" | member | Bay Anglers Union"}, nil},
	{"letters after the name", "en", head + "“There is no safe amount,” said Helen Abara, RN, MPH, a clinic director with Tidewater Nurses.", []string{"Helen Abara | clinic director | Tidewater Nurses"}, nil},
	{"surname only, and she", "en", head + "“We have waited,” said Ana Ruiz, campaign director at River Alliance.\n\n“Nine piers out of fourteen is a pattern,” Ruiz added.\n\nShe continued, “And a pattern has a cause.”", []string{"Ana Ruiz | campaign director | River Alliance", "Ana Ruiz |  | River Alliance", "Ana Ruiz |  | River Alliance"}, nil},
	{"two organisations for one speaker", "en", head + "“We have waited long enough,” said Ana Ruiz, director of River Alliance and co-chair of the Harbor Table.", []string{"Ana Ruiz | director | River Alliance"}, nil},
	{"marks reopened at each paragraph", "en", head + "“We scrape and paint those piers every day.\n\n“Nobody told us what is in the water,” said Ruth Delacroix, president of Coastal Workers Local 88.\n\nThe port did not answer.", []string{"Ruth Delacroix | president | Coastal Workers Local 88"}, has("every day.\n\nNobody told us")},
	{"a closing mark forgotten", "en", head + "“We have waited long enough, said Ana Ruiz, campaign director at River Alliance. “We will go to court.”", []string{"Ana Ruiz | campaign director | River Alliance"}, has("closing quotation mark is missing")},
	{"a closing mark turned the wrong way", "en", head + "“We have waited long enough,“ said Ana Ruiz, campaign director at River Alliance. “We will go to court.“", []string{"Ana Ruiz | campaign director | River Alliance"}, nil},
	{"straight marks", "en", head + "\"We have waited long enough,\" said Ana Ruiz, campaign director at River Alliance. \"It's a 'pattern,' and it has a cause.\"", []string{"Ana Ruiz | campaign director | River Alliance"}, nil},
	{
		"what leads to points is no subhead", "en", "Eleven groups ask the port for its water tests\n\nHighlights:\n\n- The port has known since 2022.\n- Nine piers of fourteen leak.\n\nMARLOW, Mass. — Eleven groups asked the port today to publish its water tests.", nil,
		func(t *testing.T, md string) {
			has("\n\nHighlights:\n\n- The port")(t, md)
			if strings.Contains(md, "subhead") {
				t.Errorf("the file has a subhead:\n%s", md)
			}
		},
	},
	{"no quotation at all", "en", head + "The port called its own tests “commercially sensitive” in a letter of May 3.\n\nThe report, “Dirty Water,” says the port has known since 2022. It is the “first of its kind,” the port’s own board noted in the minutes.", nil, has("“commercially sensitive”", "“Dirty Water,”")},
	{"narrative on both sides", "en", head + "The groups met on Monday. Ana Ruiz, campaign director at River Alliance, said: “We have waited long enough.” The port’s office closes at five.", []string{"Ana Ruiz | campaign director | River Alliance"}, has("The groups met on Monday.\n", "The port’s office closes at five.")},
	{"descriptor before the organisation", "en", head + "“We have waited long enough,” said Ana Ruiz, a lawyer with the nonprofit legal group Water Justice Project.", []string{"Ana Ruiz | lawyer | Water Justice Project"}, nil},
	{"hard-wrapped, as pdftotext leaves it", "en", "NEWS RELEASE\n\nFOR IMMEDIATE RELEASE                                   November 20, 2026\n\nHarbor groups ask the port for its water tests\n\nMARLOW, Mass. (November 20, 2026) – Eleven groups along the Marlow waterfront asked\nthe port today to publish its water tests, and gave it a month to do so before they go\nto court with their own record.\n\n“We have waited long enough for these numbers, and we will not wait for another year to\npass,” said Ana Ruiz, campaign director at River Alliance. “We will go to court if the\nport leaves us no other\n\f\nHarbor groups – page 2\n\nway.”\n\nAbout River Alliance\n\nRiver Alliance works for clean rivers.\n\nMedia contact:\nDana Whitlock\n555-010-0142\ndana@harbor.example\n\n###\n", []string{"Ana Ruiz | campaign director | River Alliance"}, has("no other way.", `boilerplate = """**About River Alliance**`, "2026-11-20")},
	{"embargo in two zones, below the headline", "en", "Harbor groups ask the port for its water tests\n\nEMBARGOED UNTIL 9:00 a.m. ET / 14:00 GMT, Tuesday, December 1, 2026\n\nContact: Dana Whitlock, dana@harbor.example\n\nMARLOW, Mass. — Eleven groups along the Marlow waterfront asked the port today to publish its water tests.\n\n“We have waited long enough,” said Ana Ruiz, campaign director at River Alliance.\n\n-30-", []string{"Ana Ruiz | campaign director | River Alliance"}, has("embargo = 2026-12-01T09:00:00", `timezone = "America/New_York"`)},
	{"verbs and marks of Spanish", "es", "PARA PUBLICACIÓN INMEDIATA\nMarlow, 20 de noviembre de 2026\n\nContacto de prensa: Inés Carballo, ines@riberas.example\n\nOnce grupos piden al puerto que publique sus análisis\n\nMARLOW, 20 de noviembre de 2026.– Once organizaciones de la ribera han pedido hoy al puerto que publique los análisis del agua que hace desde 2022.\n\n«Llevamos demasiado tiempo esperando», dijo Ana Ruiz, directora de campañas de Ríos Vivos. «No vamos a esperar otro año».\n\nPor su parte, Tomás Iriarte, portavoz de la Plataforma por el Agua, señaló: «Nueve muelles de catorce no es mala suerte».\n\n“Queremos los datos”, ha añadido.\n\nFIN", []string{"Ana Ruiz | directora de campañas | Ríos Vivos", "Tomás Iriarte | portavoz | Plataforma por el Agua", "Tomás Iriarte |  | Plataforma por el Agua"}, has("date = 2026-11-20", `language = "es"`)},
	{"Spanish, title and organisation before the name", "es", "Once grupos piden al puerto que publique sus análisis\n\nMARLOW, 20 de noviembre de 2026 – Once organizaciones de la ribera han pedido hoy al puerto que publique los análisis del agua.\n\n“Los datos existen y son públicos”, afirma la directora de Ríos Vivos, Ana Ruiz. “Que los enseñen”.", []string{"Ana Ruiz | directora | Ríos Vivos"}, nil},
	{"verbs and marks of French", "fr", "COMMUNIQUÉ DE PRESSE\n\nPour diffusion immédiate – le 20 novembre 2026\n\nOnze groupes demandent au port de publier ses analyses\n\nMARLOW, le 20 novembre 2026 – Onze associations du littoral ont demandé aujourd’hui au port de publier les analyses de l’eau qu’il fait depuis 2022.\n\n« Nous avons assez attendu », a déclaré Ana Ruiz, directrice des campagnes de Rivières Libres. « Nous n’attendrons pas une année de plus. »\n\n« Neuf quais sur quatorze, ce n’est pas de la malchance », explique Paul Morel, porte-parole de l’association Eau Claire.\n\n« Il faut une cause », poursuit-il.\n\nContact presse : Inès Carle, ines@eau.example", []string{"Ana Ruiz | directrice des campagnes | Rivières Libres", "Paul Morel | porte-parole | Eau Claire", "Paul Morel |  | Eau Claire"}, has("date = 2026-11-20", "ines@eau.example")},
	{"verbs and marks of German", "de", "Pressemitteilung\n\nElf Gruppen fordern vom Hafen die Wasserproben\n\nMarlow, 20. November 2026 – Elf Gruppen haben heute vom Hafen verlangt, die Ergebnisse der Proben zu veröffentlichen, die er seit 2022 nimmt.\n\n„Wir haben lange genug gewartet“, sagte Ana Ruiz, Kampagnenleiterin bei Flussbund. „Noch ein Jahr warten wir nicht.“\n\n„Neun von vierzehn Stegen sind kein Zufall“, so Jonas Lindner, Sprecher der Initiative Hafenwasser.\n\nDazu erklärt Miriam Vogt, Geschäftsführerin vom Verband Marlower Fischer: „Wir wollen die Zahlen sehen.“\n\n„Der Hafen hat sie“, fügte Vogt hinzu.\n\nPressekontakt:\nKlara Stein\nTelefon: +49 30 5550142\nklara@flussbund.example", []string{"Ana Ruiz | Kampagnenleiterin | Flussbund", "Jonas Lindner | Sprecher | Initiative Hafenwasser", "Miriam Vogt | Geschäftsführerin | Verband Marlower Fischer", "Miriam Vogt |  | Verband Marlower Fischer"}, has("date = 2026-11-20", "klara@flussbund.example", "+49 30 5550142")},
	{"organisation by boilerplate", "en", head + "“We have waited long enough,” said Ana Ruiz, executive director.\n\nAbout Harbor Trust\nHarbor Trust keeps the harbor clean.", []string{"Ana Ruiz | executive director | Harbor Trust"}, has("taken to be the one that issues")},
	{"HTML with links and a blockquote", "en", "<html><body><nav>Home</nav><article><h1>Harbor groups ask the port for its water tests</h1><p><strong>FOR IMMEDIATE RELEASE</strong><br>November 20, 2026</p><p>MARLOW, Mass. &mdash; Eleven groups asked the <a href=\"https://port.example/\">port</a> today to publish its water tests, at last, and gave it a month.</p><blockquote><p>&ldquo;We have waited long enough for these numbers.&rdquo;</p><p>&mdash; Ana Ruiz, campaign director, River Alliance</p></blockquote><ul><li>One test a month</li><li>Published within ten days</li></ul><p>Contact: Dana Whitlock, dana@harbor.example</p></article></body></html>", []string{"Ana Ruiz | campaign director | River Alliance"}, has("[port](https://port.example/)", "- One test a month\n- Published", "date = 2026-11-20")},
	{"a mail, quoted-printable", "en", "From: Press <press@harbor.example>\r\nTo: desk@paper.example\r\nSubject: Harbor groups ask the port for its water tests\r\nDate: Fri, 20 Nov 2026 09:00:00 -0500\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nFOR IMMEDIATE RELEASE: November 20, 2026\r\n\r\nMARLOW, Mass. =E2=80=94 Eleven groups along the Marlow waterfront asked the p=\r\nort today to publish its water tests.\r\n\r\n=E2=80=9CWe have waited long enough,=E2=80=9D said Ana Ruiz, campaign direct=\r\nor at River Alliance.\r\n", []string{"Ana Ruiz | campaign director | River Alliance"}, has(`headline = "Harbor groups ask the port for its water tests"`)},
	{"lower-case titles, two in a row, one paragraph", "en", head + "“We have waited,” said Ana Ruiz, campaign director at River Alliance. Owen Farrell, coordinator of School Gardens of Marlow, said: “We water from the canal because the city told us to.”", []string{"Ana Ruiz | campaign director | River Alliance", "Owen Farrell | coordinator | School Gardens of Marlow"}, nil},
	{"a chief executive", "en", head + "“We have nothing to hide,” said Port of Marlow CEO Frank Ott.\n\n“That is not true,” replied Sen. Maria Lopez.", []string{"Frank Ott | CEO | Port of Marlow", "Maria Lopez | Sen. | ?"}, nil},
	{"indirect and partial words", "en", head + "Ruiz said the plan was “a disaster” for the harbor. The mayor called the letter “very long” and said that “nothing is decided.”", nil, has("“a disaster”", "“nothing is decided.”")},
	{"prepositions in titles and names", "en", head + "“We have waited,” said Ana Ruiz, vice president of policy and advocacy at the Center for Clean Harbors, which wrote the letter.\n\n“So have we,” said Joon-ho Bae, director of communications for Piers for People.\n\n“And we,” said Priya Raman of the Marlow Tenants Council.", []string{"Ana Ruiz | vice president of policy and advocacy | Center for Clean Harbors", "Joon-ho Bae | director of communications | Piers for People", "Priya Raman |  | Marlow Tenants Council"}, nil},
	{"contacts in a block of lines", "en", "FOR IMMEDIATE RELEASE\nNovember 20, 2026\n\nMEDIA CONTACTS:\nDana Whitlock, Open Harbor\n(555) 010-0142 | dana@harbor.example\n\nInés Carballo, River Alliance\n555.010.0187\nines@river.example\n\nHarbor groups ask the port for its water tests\n\nMARLOW, Mass. — Eleven groups along the Marlow waterfront asked the port today to publish its water tests.\n", nil, has(`name = "Dana Whitlock"`, `org = "Open Harbor"`, `phone = "(555) 010-0142"`, `name = "Inés Carballo"`, `phone = "555.010.0187"`, "date = 2026-11-20")},
}

func TestLayouts(t *testing.T) {
	languages := make(map[string]bool)
	for _, l := range layouts {
		languages[l.lang] = true
		t.Run(l.name, func(t *testing.T) {
			r, err := Import("release.txt", []byte(l.source), Options{Today: today, Email: "press@office.example"})
			if err != nil {
				t.Fatal(err)
			}
			compare(t, r, l.quotes)
			if l.check != nil {
				l.check(t, string(r.Markdown))
			}
			if r.Language != l.lang {
				t.Errorf("language %s, want %s", r.Language, l.lang)
			}
			nothingLost(t, l.source, r)
		})
	}
	if len(layouts) < 24 || len(languages) < 4 {
		t.Errorf("%d layouts in %d languages", len(layouts), len(languages))
	}
}

// TestTheWordDocumentOfAReleaseComesBack imports what docx renders.
func TestTheWordDocumentOfAReleaseComesBack(t *testing.T) {
	for _, l := range layouts[:8] {
		first, err := Import("release.txt", []byte(l.source), Options{Today: today})
		if err != nil {
			t.Fatal(err)
		}
		rel, diags := release.Read(first.Slug, []release.Source{{Name: "x.md", Data: first.Markdown}}, release.Settings{Organization: release.Organization{Name: "Press office", Layout: release.LayoutUS}})
		if rel == nil {
			t.Fatal(diags)
		}
		data, err := docx.Render(rel, rel.Main(), release.PhaseRelease, nil)
		if err != nil {
			t.Fatal(err)
		}
		again, err := Import("release.docx", data, Options{Today: today})
		if err != nil {
			t.Fatal(err)
		}
		if len(l.quotes) > 0 {
			compare(t, again, l.quotes)
		}
	}
}

func compare(t *testing.T, r *Result, want []string) {
	t.Helper()
	var got []string
	for i, q := range r.Quotes {
		title := q.Title
		if i < len(want) && strings.TrimSpace(strings.Split(want[i], "|")[1]) == "" {
			title = ""
		}
		got = append(got, fmt.Sprintf("%s | %s | %s", q.Speaker, title, q.Org))
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("quotes:\n%s\nwant:\n%s\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"), r.Markdown)
	}
}

var word = regexp.MustCompile(`[\p{L}\p{N}][\p{L}\p{N}’'-]*`)

// nothingLost builds what was imported and looks for every word of the source, but
// for those that a release writes itself: its release line, labels and end mark.
func nothingLost(t *testing.T, source string, r *Result) {
	t.Helper()
	rel, diags := release.Read(r.Slug, []release.Source{{Name: r.Slug + ".md", Data: r.Markdown}}, release.Settings{Organization: release.Organization{Name: "Press office", Language: "en", Layout: release.LayoutUS}})
	if rel == nil {
		t.Fatalf("what was imported cannot be read:\n%v\n%s", diags, r.Markdown)
	}
	built := make(map[string]int)
	for _, w := range word.FindAllString(string(text.Render(rel, rel.Main(), release.PhaseRelease, &release.Enclosures{})), -1) {
		built[strings.TrimRight(w, "’'")]++ // a quotation mark
	}
	paras, _, err := read("release.txt", []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range paras {
		s := p.Text
		if p.Table != "" {
			s = p.Table
		}
		if prose.ImmediateLine.MatchString(s) || prose.IsTimeLine(s) || prose.LabelLine.MatchString(s) || prose.IsEndMark(s) || isDateLine(s, r.Language) {
			continue
		}
		if loc := prose.ContactLine.FindStringIndex(s); loc != nil && len(s) < 300 {
			s = s[loc[1]:]
		}
		s = contactLabel.ReplaceAllString(strings.ReplaceAll(s, "Telefon:", ""), "")
		for _, w := range word.FindAllString(s, -1) {
			w = strings.TrimRight(w, "’'")
			if built[w]--; built[w] < 0 {
				t.Errorf("%q is lost, of: %s", w, s)
			}
		}
	}
}
