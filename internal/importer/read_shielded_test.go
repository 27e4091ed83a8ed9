package importer

import (
	"encoding/hex"
	"strings"
	"testing"
)

// inFigures is an address as sites that shield it have it.
func inFigures(mail string) string {
	raw := []byte{0x2a}
	for _, b := range []byte(mail) {
		raw = append(raw, b^0x2a)
	}
	return hex.EncodeToString(raw)
}

// Copies of pages: what was hidden, what stands beside the release, and people beside each other.
var copiedPages = []struct{ name, file, source, want, lacks string }{
	{"an address in figures", "a.html", copiedPage(`<p>Contact: Ana Ruiz, <a href="/x/email-protection" data-cfemail="` + inFigures("ana@tidewell.example") + `">[email&#160;protected]</a></p>`), "name = \"Ana Ruiz\"\nemail = \"ana@tidewell.example\"", "protected"},
	{"an address in the figures of a link", "a.html", copiedPage(`<p>Contact: <a href="/x/l/email-protection#` + inFigures("ana@tidewell.example?subject=x") + `">Ana Ruiz</a>, 617-555-0148</p>`), "name = \"Ana Ruiz\"\nphone = \"617-555-0148\"\nemail = \"ana@tidewell.example\"", "protected"},
	{"figures that are no address", "a.html", copiedPage(`<p>Contact: Ana Ruiz, 617-555-0148, <span data-cfemail="2a">[email&#160;protected]</span></p>`), "hid the e-mail address of Ana Ruiz ([email", "hidden.invalid"},
	{"figures that are other words", "a.html", copiedPage(`<p>Contact: Ana Ruiz, 617-555-0148, <span data-cfemail="` + inFigures("no address") + `">[email&#160;protected]</span></p>`), "hid the e-mail address of Ana Ruiz ([email", "no address"},
	{"hidden addresses of two", "a.txt", copiedText("Contact: Ana Ruiz [email protected] 202-555-0138\nOwen Farrell [email protected] 202-555-0142"), "name = \"Ana Ruiz\"\nphone = \"202-555-0138\"\n\n[[contact]]\nname = \"Owen Farrell\"\nphone = \"202-555-0142\"", "hidden.invalid"},
	{"a hidden address of nobody", "a.txt", copiedText("Contact: [email protected]"), "hid the e-mail address of a contact ([email", "hidden.invalid"},
	{"people in the cells of a table", "a.html", copiedPage(`<h2>Press Contacts</h2><table><tr><td><b>Africa</b><br>Ana Ruiz<br>Box 30955<br>Windhoek<br>Namibia<br>Phone: +264 61 555 014<br>ana@tidewell.example</td><td><b>North America</b><br>Owen Farrell<br>889 Bay St. #205<br>Toronto, ON, M5S 3K5<br>Canada<br>Phone: (+1)416 555 0142<br>owen@tidewell.example</td></tr><tr><td><b>Europe</b><br>Dana Whitlock<br>Phone: +46 563 555 014</td><td></td></tr></table>`), "name = \"Owen Farrell\"\nrole = \"North America\"\nphone = \"(+1)416 555 0142\"\nemail = \"owen@tidewell.example\"", "org = "},
	{"an address on paper with its country", "a.txt", copiedText("Contact:\nAna Ruiz\nTidewell Trust\nC-324 Defence Colony\nNew Delhi\nIndia 110024\nPhone: +91 98180 55514"), "name = \"Ana Ruiz\"\norg = \"Tidewell Trust\"\nphone = \"+91 98180 55514\"", "role = "},
	{"a country without an address", "a.txt", copiedText("Contact:\nAna Ruiz\nTidewell Trust\nNorway\nPhone: +47 21 55 55 14"), "org = \"Tidewell Trust\"\nphone = \"+47 21 55 55 14\"", "Trust, Norway\"\n"},
	{"an address with its sign as a word", "a.txt", copiedText("Contact:\nAna Ruiz\nTidewell Trust\nana.ruiz at tidewell.example\n617-555-0148"), "email = \"ana.ruiz@tidewell.example\"", " at tidewell"},
	{"a name for a heading, in Markdown", "a.md", "# A pier for all {#a-pier-for-all}\n\nMARLOW, June 2, 2026 – The pier is open to all.\n\n## The rope {.wide}\n\nIt is old.\n", "headline = \"A pier for all\"", "{"},
	{"lines that end in Markdown already", "a.md", "# A pier for all\n\nMARLOW, June 2, 2026 – The pier is open to all.\n\n## Contact\n\nAna Ruiz\\\nTidewell Trust\\\n617-555-0148\n", "name = \"Ana Ruiz\"\norg = \"Tidewell Trust\"\nphone = \"617-555-0148\"", "\\"},
	{"an advertisement within a quotation", "a.txt", "A pier for all\n\nMARLOW, June 2, 2026 – The pier is open.\n\n“The pier is open to all from today,” said Ana Ruiz of the Tidewell Trust.\n\n“The rope is old.\n\nAdvertisement - scroll to continue reading\n\n“The rope is long.”\n", "lines of the page that are none of the release were left out; the first is “Advertisement", "\n\nAdvertisement"},
	{"a headline on advertisements", "a.txt", "Advertisement: new rules for the pier\n\nMARLOW, June 2, 2026 – The pier has rules for posters from today on.\n", "headline = \"Advertisement: new rules for the pier\"", "left out"},
	{"what a page says to browsers", "a.txt", "A pier for all\n\nMARLOW, June 2, 2026 – The pier is open.\n\nENDS\n\na.supporter:hover {background:#EC4438;}\n", "left out; the first is “a.supporter", "notes"},
	{"the day and whose release it is", "a.md", "---\ntitle: A pier for all\n---\n\n**Tuesday, 2 June 2026, 8:41 am**  \n**Press Release: [Tidewell](https://tidewell.example)**\n\nA pier for all\n\nThe pier is open to all from today on, said the trust that keeps it.\n", "headline = \"A pier for all\"\ndate = 2026-06-02", "subhead"},
	{"a way through a site", "a.md", "# A pier for all\n\n[Home](https://tidewell.example) | [News](https://tidewell.example/news)\n\nMARLOW, June 2, 2026 – The pier is open to all.\n", "# Letterhead of the source: Home | News", "subhead"},
	{"a heading below a line", "a.html", "<html><body><p>FIRST DRAFT, NOT FOR USE</p><h2>A pier for all of Marlow</h2><p>MARLOW, June 2, 2026 – The pier is open to all.</p></body></html>", "headline = \"A pier for all of Marlow\"", "subhead"},
	{"a short heading below a line", "a.html", "<html><body><p>The pier is open to all</p><h2>The rope</h2><p>MARLOW, June 2, 2026 – The pier is open to all.</p></body></html>", "headline = \"The pier is open to all\"", ""},
	{"a day in a file's name, with underlines", "2026_06_02_pier.txt", copiedText(""), "date = 2026-06-02", ""},
	{"a day in a file's name, with nothing between", "20260602-pier.txt", copiedText(""), "date = 2026-06-02", ""},
	{"a day in a file's name, in letters", "2Jun2026pier.txt", copiedText(""), "date = 2026-06-02", ""},
	{"a number in a file's name", "120260602-pier.txt", copiedText(""), "date = 2026-11-24", ""},
	{"no day in a file's name", "2026-0602-pier.txt", copiedText(""), "date = 2026-11-24", ""},
	{"no month in a file's name", "2026-13-02-pier.txt", copiedText(""), "date = 2026-11-24", ""},
	{"a day before a place in brackets", "a.html", "<html><body><h1>A pier for all</h1><p><b>And a rope.</b></p><p>June 2, 2026 (On the pier). The pier is open to all.</p></body></html>", "date = 2026-06-02", ""},
	{"a place and a day behind a headline", "a.txt", "A pier for all\n\nThe pier opens on March 18th Marlow, Mass. —June 2, 2026 —The pier is open to all who come on foot, it was said.\n", "date = 2026-06-02", ""},
}

func copiedPage(block string) string {
	return "<html><body><h1>A pier for all</h1><p>MARLOW, June 2, 2026 – The pier is open to all.</p>" + block + "</body></html>"
}

func copiedText(block string) string {
	return strings.TrimSpace("A pier for all\n\nMARLOW – The pier is open to all.\n\n"+block) + "\n"
}

func TestCopiedPages(t *testing.T) {
	t.Parallel()
	for _, c := range copiedPages {
		r, err := Import(c.file, []byte(c.source), Options{Today: today, Email: "press@office.example"})
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		holds(t, c.name, string(r.Markdown), c.want, c.lacks)
	}
}
