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

func TestColumnName(t *testing.T) {
	for head, want := range map[string]string{
		"Email": "email", "first name": "first_name", "  First   name ": "first_name", "e-mail": "e_mail", "Tel./Fax": "tel_fax",
		"Prénom": "prenom", "Straße": "strasse", "Données clés": "donnees_cles", "2024": "_2024", "2nd desk": "_2nd_desk", "_own": "_own", "own_": "own_",
		"a_b": "a_b", "a__b": "a__b", "(beat)": "beat", "メール": "", "-": "", "": "", "naïve’s": "naives", "I\u0307zmir": "izmir",
	} {
		if got := ColumnName(head); got != want {
			t.Errorf("%q is called %q, want %q", head, got, want)
		}
	}
}

func TestNear(t *testing.T) {
	for head, want := range map[string]Field{
		"Oulet": Outlet, "Outllet": Outlet, "Otulet": Outlet, "0utlet": Outlet, "Emial": Email, "langauge": Language, "Sprasche": Language,
		"Outlet": "", "rating": "", "tier": "", "x": "", "tel2": "", "naem": Name, "": "", strings.Repeat("email", 20): "",
	} {
		if got := Near(head); got != want {
			t.Errorf("%q is like a heading of %q, not %q", head, got, want)
		}
	}
}
