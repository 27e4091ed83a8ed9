package importer

import (
	"strings"
	"testing"
)

// Initials before an office are an organisation's or a field's, and an office with a hyphen is one.
func TestInitialsBeforeAnOffice(t *testing.T) {
	kept := heldBy(t)
	for _, c := range []struct{ clause, copy, want string }{
		{"said Secretary-General Whitlock", "HN Secretary-General Dana Whitlock was there.", "Dana Whitlock | Secretary-General | HN"},
		{"said Director-General Whitlock", "HBTQX Director-General Dana Moss Whitlock was there.", "Dana Moss Whitlock | Director-General | HBTQX"},
		{"said Secretary-General Whitlock", "The panel met Secretary-General Dana Whitlock there.", "Dana Whitlock | Secretary-General | ?"},
		{"said Secretary-General Whitlock", "The panel met H Secretary-General Dana Whitlock there.", "Dana Whitlock | Secretary-General | ?"},
		{"said Secretary-General Whitlock", "Ana Ruiz of HBT, Secretary-General Dana Whitlock and others came.", "Dana Whitlock | Secretary-General | ?"},
		{
			"said Secretary-General Whitlock", "HN Secretary-General Dana Whitlock was there. XT Secretary-General Dana Whitlock was too.",
			"Dana Whitlock | Secretary-General | HN",
		},
		{"said Whitlock", "General Dana Whitlock was there.", "Dana Whitlock | General | ?"},
		{"said Whitlock", "The panel met General Dana Whitlock there.", "Dana Whitlock | General | ?"},
		{"said HR Director Ana Ruiz", "", "Ana Ruiz | HR Director | ?"},
		{"said Lampworks HR Director Ana Ruiz", "", "Ana Ruiz | HR Director | Lampworks"},
		{"said HBT Director Ana Ruiz", "", "Ana Ruiz | Director | HBT"},
		{"said Ana Ruiz, GIS Manager", "The GIS is here.", "Ana Ruiz | GIS Manager | ?"},
		{"said Ana Ruiz, HBT Manager", "The HBT is here.", "Ana Ruiz | Manager | HBT"},
	} {
		text := head + c.copy + "\n\n“Bring your own oars, and dry them before you go,” " + c.clause + "."
		r, err := kept.Import("release.txt", []byte(text), Options{Today: today, Language: "en", Email: "press@office.example"})
		if err != nil {
			t.Fatal(err)
		}
		t.Run(c.clause+" "+c.copy, func(t *testing.T) { compare(t, r, []string{c.want}) })
	}
	for _, field := range strings.Fields("HR IT AI PR QA SEO GIS CRM CSR ESG EDI DEI HIV STEM HSE LGBT LGBTQ LGBTQ+") {
		d := drafted("en")
		if who := d.Parse(field + " Director Ana Ruiz"); who.Title != field+" Director" || who.Name != "Ana Ruiz" {
			t.Errorf("%s: %+v", field, who)
		}
	}
}

// A page as code, and signs that stand for others in front matter.
func TestAPageAsCodeAndSignsThatStandForOthers(t *testing.T) {
	kept := heldBy(t)
	const page = "\n\n<p>MARLOW, Mass. — The quay opens on Monday.</p>\n\n    <p>“It has a door,” said Inés Ruiz, director of Quay Trust.</p>\n"
	for _, c := range []struct{ name, source, want string }{
		{"a page alone", "```html\n" + page + "```", `speaker = "Inés Ruiz"`},
		{"a page below front matter", "---\ntitle: The quay opens\n---\n\n```html" + page + "```\n\n", `speaker = "Inés Ruiz"`},
		{"words around it", "# The quay opens\n\nLook at this:\n\n```html\n" + page + "```\n", `\<p\>`},
		{"words below it", "```html\n" + page + "```\n\nThat was the page of Harwell.\n", `That was the page`},
		{
			"a title over two lines", "---\ntitle: \"The quay of \\\n  Harwell\\\n  \\ opens\\_now\"\n---\n\nMARLOW – It opens.\n",
			`headline = "The quay of Harwell opens now"`,
		},
		{
			"a title without marks over two lines", "---\ntitle: The quay\\\n  opens now\n---\n\nMARLOW – It opens.\n",
			`headline = "The quay\\ opens now"`,
		},
		{
			"signs by their numbers", "---\ntitle: \"Caf\\xe9 \\u201cQuay\\u201D \\U0001F6A2\\ud83d a\\\\b \\\"c\\\"\"\n---\n\nMARLOW – It opens.\n",
			`headline = "Café “Quay” 🚢 a\\b \"c\""`,
		},
		{"no marks", "---\ntitle: Caf\\xe9\n---\n\nMARLOW – It opens.\n", `headline = "Caf\\xe9"`},
		{"a mark at the beginning alone", "---\ntitle: \"Caf\\xe9 opens\n---\n\nMARLOW – It opens.\n", `headline = "Caf\\xe9 opens"`},
	} {
		r, err := kept.Import("quay.md", []byte(c.source), Options{Today: today})
		if err != nil {
			t.Fatal(err)
		}
		if got := written(r); !strings.Contains(got, c.want) {
			t.Errorf("%s has no %s:\n%s", c.name, c.want, got)
		}
	}
}
