package heading

import (
	"strings"
	"testing"
)

func TestOf(t *testing.T) {
	for heading, want := range map[string]Field{
		"E-Mail": Email, "e mail": Email, "EMAIL ADDRESS": Email, "Dirección de correo electrónico": Email, "Adresse de messagerie": Email,
		"First Name": FirstName, "FIRSTNAME": FirstName, "Prénom": FirstName, "prenom": FirstName, "Vorname": FirstName,
		"Nachname": LastName, "Apellidos": LastName, "tussenvoegsel": MiddleName,
		"Topics": Beats, "Ressort": Beats, "Média": Outlet, "Agreed to embargo?": Embargo, "Sperrfrist": Embargo,
		"tier": "", "": "", strings.Repeat("email", 100): "",
	} {
		if got := Of(heading); got != want {
			t.Errorf("%q is %q, not %q", heading, got, want)
		}
	}
}

func TestColumn(t *testing.T) {
	for field, want := range map[Field]string{Email: "email", FirstName: "name", LastName: "name", Beats: "beats", Phone: "", Left: "", "": ""} {
		if got := field.Column(); got != want {
			t.Errorf("%q belongs in %q, not %q", field, got, want)
		}
	}
}

// TestEachHeadingMeansOneThing: a word that stands under two fields would mean
// whichever comes last.
func TestEachHeadingMeansOneThing(t *testing.T) {
	seen := map[string]string{}
	for _, line := range strings.Split(headings, "\n") {
		field, names, ok := strings.Cut(line, ":")
		if !ok || line[0] == '#' {
			continue
		}
		for _, name := range strings.Split(names, ",") {
			key := fold(name)
			if other, twice := seen[key]; twice && other != field {
				t.Errorf("%q is %s and %s", strings.TrimSpace(name), other, field)
			}
			if key == "" {
				t.Errorf("%s has an empty heading", field)
			}
			seen[key] = field
		}
	}
}
