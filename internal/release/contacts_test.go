package release

import (
	"strings"
	"testing"
)

const contactsMain = "+++\nheadline = \"H\"\ndate = 2027-03-01\n[[contact]]\nname = \"Ana Ruiz\"\nrole = \"press officer\"\n" +
	"hours = \"9 a.m. to 5 p.m.\"\nemail = \"ana@harbor.example\"\n[[contact]]\nname = \"Bo Lind\"\nphone = \"+1 555 0100\"\n+++\nText.\n"

func TestRolesAndHoursOfContactsAreInTheReadersLanguage(t *testing.T) {
	es := "+++\nheadline = \"T\"\n[[contact]]\nemail = \"ana@harbor.example\"\nrole = \"jefa de prensa\"\nhours = \"de 9 a 17 h\"\n+++\nTexto.\n"
	r, diags := Read("x", []Source{{Name: "x.md", Data: []byte(contactsMain)}, {Name: "x.es.md", Language: "es", Data: []byte(es)}}, Settings{})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	for lang, want := range map[string]string{"es": "jefa de prensa, de 9 a 17 h", "en": "press officer, 9 a.m. to 5 p.m."} {
		list := r.PublicContacts(false, lang)
		if got := list[0].Role + ", " + list[0].Hours; len(list) != 2 || got != want || list[0].Name != "Ana Ruiz" {
			t.Errorf("%s: %+v", lang, list)
		}
	}
}

func TestAContactOfALanguageIsOneOfTheRelease(t *testing.T) {
	for contact, want := range map[string]string{
		"email = \"eva@harbor.example\"\nrole = \"x\"": `x.es.md:4:9: error: "eva@harbor.example" is the address of no [[contact]] in x.md; write ` +
			`ana@harbor.example`,
		"role = \"x\"": `"" is the address of no [[contact]] in x.md; write ana@harbor.example`,
		"email = \"ana@harbor.example\"\nphone = \"1\"":                               "unknown key phone; phone is the same in every language: set it in x.md",
		"email = \"ana@harbor.example\"\n[[contact]]\nemail = \"ana@harbor.example\"": "ana@harbor.example stands here twice",
	} {
		es := "+++\nheadline = \"T\"\n[[contact]]\n" + contact + "\n+++\nTexto.\n"
		_, diags := Read("x", []Source{{Name: "x.md", Data: []byte(contactsMain)}, {Name: "x.es.md", Language: "es", Data: []byte(es)}}, Settings{})
		var got strings.Builder
		for _, d := range diags {
			got.WriteString(d.String() + "\n")
		}
		if !strings.Contains(got.String(), want) {
			t.Errorf("%q: %s", contact, got.String())
		}
	}
}
