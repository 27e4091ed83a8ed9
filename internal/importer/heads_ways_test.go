package importer

import (
	"strings"
	"testing"
)

// headsWays are ways in which releases begin, with what the file has, and what
// it must not have.
var headsWays = []struct{ name, file, source, want, lacks string }{
	{"a headline behind the day of release", "a.txt", "NEWS RELEASE\nFor release Thursday, March 12, 2026: Moorhaven Reopens Its Tram Line\n\nMOORHAVEN, Ore. – The city reopened its tram line on Thursday.\n", "headline = \"Moorhaven Reopens Its Tram Line\"\ndate = 2026-03-12\ndateline = \"MOORHAVEN, Ore.\"", ""},
	{"a place behind the day of release", "a.txt", "For release Thursday, March 12, 2026: Moorhaven\n\nThe Tram Line Reopens Today\n\nMOORHAVEN, Ore. – The city reopened its tram line on Thursday.\n", "headline = \"The Tram Line Reopens Today\"\ndate = 2026-03-12", ""},
	{"labels and the day between strokes", "a.txt", "PRESS RELEASE – 12 March 2026 – FOR IMMEDIATE USE\n\nWend ferry runs on Sundays again\n\nPassengers can cross the Wend on Sundays again from next week on, the ferry co-operative said at its meeting.\n", "headline = \"Wend ferry runs on Sundays again\"\ndate = 2026-03-12", ""},
	{"a label and words that are none", "a.txt", "Press release – the long night of the ropes – 12 March 2026\n\nPassengers can cross the Wend on Sundays again from next week on, the ferry co-operative said at its meeting.\n", "headline = \"Press release – the long night of the ropes – 12 March 2026\"", ""},
	{"for use", "a.txt", "For use in schools, a rope that does not burn\n\nMARLOW, March 12, 2026 – The mill makes a rope that does not burn.\n", "headline = \"For use in schools, a rope that does not burn\"", ""},
	{"the day before the place", "a.txt", "Mill turns its waste into heat\n\nJune 9, 2026 – MARLOW, Ore. – The mill said today that it heats forty homes.\n", "date = 2026-06-09\ndateline = \"MARLOW, Ore.\"", "June 9"},
	{"the day before no place", "a.txt", "Mill turns its waste into heat\n\nJune 9, 2026 – The mill said today that it heats forty homes with what used to go down the drain.\n", "date = 2026-06-09", "MARLOW"},
	{"a place in ordinary letters, in its state", "a.txt", "Union Calls for Heat in All Rooms\n\nMoorhaven, OR -- The union called on landlords today to heat all rooms, on all days of the year.\n", "dateline = \"Moorhaven, OR\"", "OR --"},
	{"a doctor before a dash", "a.txt", "Union Calls for Heat in All Rooms\n\nOwen, MD -- The union called on landlords today to heat all rooms, on all days of the year.\n", "Owen, MD", "dateline"},
	{"a copy of one sentence", "a.txt", "Medienmitteilung vom 12. März 2026\n\nNachtbusse fahren wieder\n\nDie Stadtwerke Moorhafen lassen ab April wieder Nachtbusse fahren.\n\nMedienkontakt\nOwen Tarrant\nT +41 44 555 01 32\n", "headline = \"Nachtbusse fahren wieder\"", ""},
	{"a copy of one sentence, under a long headline", "a.txt", "Nachtbusse fahren ab April wieder durch Moorhafen\n\nDas sagten die Stadtwerke.\n\nMedienkontakt\nOwen Tarrant\nT +41 44 555 01 32\n", "headline = \"Nachtbusse fahren ab April wieder durch Moorhafen\"", "subhead"},
	{"a headline that ends in a stop", "a.txt", "Moorhaven Trams\n\nThe night trams run again.\n\nMOORHAVEN, March 12, 2026 – Night trams run again from April on, the city said.\n", "headline = \"The night trams run again.\"", ""},
	{"a sentence alone", "a.txt", "The night trams run again.\n", "headline = \"The night trams run again.\"", ""},
	{"a short rule", "a.txt", "Library lends out seeds\n\nMOORHAVEN, March 12, 2026 – The library lends out seeds.\n\n===\n\nIt opened in 1888.\n", "It opened in 1888.", "==="},
	{"the address of a page above the headline", "a.txt", "https://trams.example/news/trams-run-again\n\nThe night trams run again\n\nMOORHAVEN, March 12, 2026 – Night trams run again from April on, the city said.\n", "headline = \"The night trams run again\"", "subhead"},
	{"who wrote it, above the headline", "a.txt", "Prepared by Owen Tarrant (owen@trams.example)\n\nThe night trams run again\n\nMOORHAVEN, March 12, 2026 – Night trams run again from April on, the city said.\n", "headline = \"The night trams run again\"", "subhead"},
	{"written by nobody", "a.txt", "Written by candle light and by hand, a chronicle goes to print\n\nMOORHAVEN, March 12, 2026 – A chronicle goes to print, the city said.\n", "headline = \"Written by candle", "Letterhead"},
	{"from one day to another", "a.txt", "The night trams run again\n\nJune 30 to July 1, 2026, Moorhaven\n\nNight trams run again for two days, from the old town to the harbor and back, the city said at its meeting.\n", "June 30 to July 1, 2026, Moorhaven", "date = 2026-06-30"},
	{"one day in two ways", "a.txt", "The night trams run again\n\n30 June 2026 / 2026-06-30\n\nNight trams run again for two days, from the old town to the harbor and back, the city said at its meeting.\n", "date = 2026-06-30", ""},
	{"a wire between place and day", "a.txt", "Mill turns its waste into heat\n\nMARLOW, Ore.--(EXAMPLE WIRE)--June 9, 2026--The mill said today that it heats forty homes.\n", "date = 2026-06-09\ndateline = \"MARLOW, Ore.\"", "--The mill"},
	{"no wire behind the place", "a.txt", "Mill turns its waste into heat\n\nMARLOW, Ore. – (Update) – The mill said today that it heats forty homes.\n", "(Update) – The mill", "Letterhead"},
	{"front matter above a page", "a.html", "---\nlayout: global\ntitle: Mill turns its waste into heat\ndate: 2026-06-09\n---\n<p>The mill said today that it heats forty homes with what used to go down the drain.</p>\n", "headline = \"Mill turns its waste into heat\"\ndate = 2026-06-09", "layout"},
	{"front matter on one line", "a.md", "--- layout: press title: \"Waste: turned into heat\" date: 2026-06-09 ---\n\nThe mill said today that it heats forty homes with what used to go down the drain.\n", "headline = \"Waste: turned into heat\"\ndate = 2026-06-09", "layout"},
	{"no front matter", "a.md", "--- and then: nothing\n\nThe mill said today that it heats forty homes with what used to go down the drain.\n", "and then: nothing", ""},
	{"a letterhead with its address", "a.txt", "Moorhaven Tenants Union\nP.O. Box 14, Moorhaven, OR 97000\nwww.tenants.example\n\nFOR IMMEDIATE RELEASE: March 12, 2026\nCONTACT: Owen Tarrant, President, 503.555.0135\n\nUnion Calls for Heat in All Rooms\n\nMoorhaven, OR -- The union called on landlords today to heat all rooms.\n", "headline = \"Union Calls for Heat in All Rooms\"", ""},
	{"an address on paper alone", "a.txt", "12 Quay Street\n\nUnion calls for heat\n\nMOORHAVEN, March 12, 2026 – The union called on landlords today to heat all rooms.\n", "headline = \"Union calls for heat\"", "subhead"},
	{"a table above the headline", "a.md", "| Union | Towers |\n|---|---|\n| Moorhaven | 4 |\n\nUnion calls for heat in all rooms\n\nMOORHAVEN, March 12, 2026 – The union called on landlords today to heat all rooms.\n", "headline = \"Union calls for heat in all rooms\"", ""},
	{"a letterhead on one line", "a.txt", "Brindle County Library * 4 Mill Lane * 01632 960 700\n\nLIBRARY VAN REACHES EVERY VILLAGE\n\nBRINDLE, 12 May 2026 – The county's library van now stops in every village.\n", "headline = \"LIBRARY VAN REACHES EVERY VILLAGE\"", "subhead"},
	{"a headline with a sign in it", "a.txt", "Brindle County Library | the van reaches every village\n\nBRINDLE, 12 May 2026 – The county's library van now stops in every village.\n", "headline = \"Brindle County Library | the van reaches every village\"", "subhead"},
	{"the day, then the place", "a.txt", "Library van reaches every village\n\n12 May 2026, Brindle: The county's library van now stops in every village of the county, and on the island in the river too.\n", "date = 2026-05-12", ""},
	{"the day, then a thing", "a.txt", "Library van reaches every village\n\n12 May 2011, that was long ago: The county's library van now stops in every village of the county, and on the island too.\n", "date = 2026-11-24", ""},
	{"a memorandum", "a.txt", "To: News desks\nFrom: Moorhaven Tenants Union\nDate: March 12, 2026\nRe: Tenants win a year without rises\n\nMOORHAVEN – Tenants of the four towers on Canal Street won a year without rises of the rent.\n", "# Letterhead of the source: From: Moorhaven Tenants Union\nheadline = \"Tenants win a year without rises\"\ndate = 2026-03-12", "subhead"},
	{"a memorandum above the headline that it names", "a.txt", "An: Redaktionen\nBetreff: Mieter gewinnen ein Jahr\nDatum: im März\n\nMieter gewinnen ein Jahr\n\nMOORHAFEN, 12. März 2026 – Die Mieter der vier Türme gewannen ein Jahr ohne Erhöhungen.\n", "# Letterhead of the source: Datum: im März\nheadline = \"Mieter gewinnen ein Jahr\"", "subhead"},
	{"one line as of a memorandum", "a.txt", "To: the lighthouse keepers, a word of thanks\n\nMOORHAVEN, March 12, 2026 – The city thanks the keepers of its lighthouse.\n", "headline = \"To: the lighthouse keepers, a word of thanks\"", ""},
	{"a letter above a release", "a.eml", mailOpening + "Dear all,\n\nplease find our press release below.\n\nSeals return to the Wend\n\nWEND – Seals have come back to the river, the trust counted.\n", "headline = \"Seals return to the Wend\"", "Dear all,\n"},
	{"a letter that sends none", "a.eml", mailOpening + "Dear all,\n\nplease come to the pier.\n\nSeals return to the Wend\n\nWEND – Seals have come back to the river, the trust counted.\n", "please come to the pier", ""},
	{"a letter above what is no headline", "a.eml", mailOpening + "Dear all,\n\nplease find our press release below.\n\nSeals return to the Wend.\n\nWEND – Seals have come back to the river, the trust counted.\n", "please find our press release", ""},
	{"a letter above a heading", "a.eml", strings.Replace(mailOpening, "plain", "html", 1) + "<p>Bonjour,</p><p>Voici notre communiqué.</p><h1>Les phoques reviennent</h1><p>Portmarais, le 12 mars 2026 – Les phoques reviennent.</p>", "headline = \"Les phoques reviennent\"", "<p>"},
	{"a letter that ends in a name and a number", "a.eml", strings.Replace(mailOpening, "plain", "html", 1) + "<h1>Les phoques reviennent</h1><p>Portmarais, le 12 mars 2026 – Les phoques reviennent.</p><p>Bien cordialement,</p><p>Hugo Tarrant<br>Responsable presse<br>01 99 00 14 17</p>", "name = \"Hugo Tarrant\"\nrole = \"Responsable presse\"\nphone = \"01 99 00 14 17\"", "cordialement"},
	{"a letter that ends in a name and a house", "a.eml", strings.Replace(mailOpening, "plain", "html", 1) + "<h1>Les phoques reviennent</h1><p>Portmarais, le 12 mars 2026 – Les phoques reviennent.</p><p>Bien cordialement,</p><p>Hugo Tarrant<br>Responsable presse<br>Maison des phoques</p>", "cordialement", "name = \"Hugo"},
	{"pages below a release, and no contact", "a.txt", "Guild opens its looms to visitors\n\nLOOMFORD, England, March 12, 2026 – The guild opens its looms to visitors.\n\nRelated Links\n\nhttps://looms.example\n\nCONTACT: Ines Okafor, +44 1632 960150, ines@looms.example\n", "name = \"Ines Okafor\"", "name = \"Related"},
	{"a label in a subject", "a.eml", "Subject: Pressemitteilung: Robben kehren zurück\n" + mailOpening + "Robben kehren zurück\n\nWEND, 12. März 2026 – Die Robben sind in den Fluss zurückgekehrt, zählte der Verein.\n", "headline = \"Robben kehren zurück\"", "Pressemitteilung: "},
	{"no rule", "a.txt", "Library lends out seeds\n\nMOORHAVEN, March 12, 2026 – The library lends out seeds.\n\n==\n\nIt opened in 1888.\n", "==", ""},
}

// mailOpening is the head of a mail.
const mailOpening = "From: petra@wend.example\nTo: news@paper.example\nDate: Thu, 12 Mar 2026 08:00:00 +0000\nMIME-Version: 1.0\n" +
	"Content-Type: text/plain; charset=utf-8\n\n"

func TestTheWaysInWhichReleasesBegin(t *testing.T) {
	kept := heldBy(t)
	for _, c := range headsWays {
		r, err := kept.Import(c.file, []byte(c.source), Options{Today: today, Email: "press@office.example"})
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		holds(t, c.name, string(r.Markdown), c.want, c.lacks)
	}
}

// holds tells where a file lacks something, or has what it must not have, "" for nothing.
func holds(t *testing.T, name, md, want, lacks string) {
	t.Helper()
	if !strings.Contains(md, want) {
		t.Errorf("%s: the file lacks %q:\n%s", name, want, md)
	}
	if lacks != "" && strings.Contains(md, lacks) {
		t.Errorf("%s: the file has %q:\n%s", name, lacks, md)
	}
}
