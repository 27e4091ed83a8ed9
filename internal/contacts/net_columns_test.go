package contacts

import "testing"

// TestEveryColumnCanBeInARule picks somebody by each of the columns that have a meaning of their own.
func TestEveryColumnCanBeInARule(t *testing.T) {
	t.Parallel()
	book, diags := Read([]File{{Name: "contacts/a.csv", Data: []byte("email,name,outlet,region,language,timezone,format,source,basis,added,beats,tags,tier\n" +
		"ana@a.example,Ana Ruiz,Harbour Post,west,es,Europe/Madrid,text,fair,consent,2026-03-03,tech,first,gold\n" +
		"bo@b.example,,,,,,,,,,,,\n")}})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	for _, rule := range []string{
		`email == "ana@a.example"`, `name == "Ana Ruiz"`, `outlet == "Harbour Post"`, `region == "west"`, `language == "es"`,
		`timezone == "Europe/Madrid"`, `format == "text"`, `source == "fair"`, `basis == "consent"`, `added == "2026-03-03"`,
		`"TECH" in beats`, `"First" in tags`, `"a" in lists and tier == "gold"`,
	} {
		list, err := book.Try(rule)
		if err != nil || len(list) != 1 || list[0].Name != "Ana Ruiz" {
			t.Errorf("%s picks %d, %v", rule, len(list), err)
		}
	}
}
