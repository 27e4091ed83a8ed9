package importer

import (
	"strings"
	"testing"
)

// A list within a list is one in the file too, whatever it is read from.
func TestListsWithinLists(t *testing.T) {
	kept := heldBy(t)
	item := func(level, words string) string {
		return `<w:p><w:pPr><w:numPr>` + level + `<w:numId w:val="1"/></w:numPr></w:pPr>` + run("", words) + "</w:p>"
	}
	at := func(level string) string { return `<w:ilvl w:val="` + level + `"/>` }
	paragraph := func(words string) string { return "<w:p>" + run("", words) + "</w:p>" }
	for _, c := range []struct{ name, file, source, want string }{
		{"Markdown", "a.md", "# Boats for all\n\nThe city lends boats.\n\n- at the piers\n  - North Pier\n    1. red ones\n    2. blue ones\n  - South Pier\n- at the lock\n\nBring a card.\n", "\n\n- at the piers\n   - North Pier\n      1. red ones\n      1. blue ones\n   - South Pier\n- at the lock\n\nBring a card."},
		{"a page", "a.html", "<h1>Boats for all</h1><p>The city lends boats.</p><ol><li>Fold<ul><li>the hull<br>and the keel</li></ul></li><li>Sail</li></ol><p>Bring a card.</p>", "\n\n1. Fold\n   - the hull\\\n      and the keel\n1. Sail\n\nBring a card."},
		{"a list that begins within another", "a.html", "<h1>Boats for all</h1><p>The city lends boats.</p><ul><ul><li>North</li><li>South<ul><ul><li>Lock</li></ul></ul></li></ul></ul>", "\n\n- North\n- South\n   - Lock\n"},
		{"two lists", "a.html", "<h1>Boats for all</h1><p>The city lends boats.</p><ul><li>North<ul><li>Pier</li></ul></li></ul><p>And:</p><ul><ul><li>South</li></ul></ul>", "\n\n- North\n   - Pier\n\nAnd:\n\n- South\n"},
		{"another kind of list behind one", "a.html", "<h1>Boats for all</h1><p>The city lends boats.</p><ul><li>North</li></ul><ol><li>South</li></ol>", "\n\n- North\n\n1. South\n"},
		{"notes", "a.html", "<h1>Boats for all</h1><p>The city lends boats.</p><p>###</p><ul><li>North<ul><li>Pier</li></ul></li><li>South</li></ul>", "- North\n   - Pier\n- South\n"},
		{"Word", "a.docx", paragraph("Boats for all") + paragraph("The city lends boats to all who have a card of it, for an hour or for a day.") + item(at("0"), "North") + item(at("1"), "Pier") + item(at("x"), "South") + item("", "Lock"), "\n\n- North\n   - Pier\n- South\n- Lock\n"},
	} {
		data := []byte(c.source)
		if strings.HasSuffix(c.file, ".docx") {
			data = wordFile(t, map[string]string{"word/document.xml": wordOpen + c.source + "</w:body></w:document>"})
		}
		r, err := kept.Import(c.file, data, Options{Today: today, Email: "press@office.example"})
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if md := string(r.Markdown); !strings.Contains(md, c.want) {
			t.Errorf("%s: the file lacks %q:\n%s", c.name, c.want, md)
		}
	}
}
