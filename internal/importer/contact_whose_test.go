package importer

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// Whose a contact is, where the person stands below the organisation, the desk or both, or the
// organisation behind the office.
func TestPeopleBelowTheirOrganisationOrDesk(t *testing.T) {
	kept := heldBy(t)
	t.Parallel()
	var b strings.Builder
	for _, asked := range []string{
		"Pressekontakt:\nPolizeipräsidium Uferland\nMona Kiel\nPressestelle\nTelefon: 0555 100 4021\nmona@ufer.example",
		"Pressekontakt:\nStadtwerke Norden\nMona Kiel\nTelefon: 0555 100 4021",
		"Pressekontakt:\nUferwerk GmbH\nMarketing & Kommunikation\nMona Kiel\nT +49 555 100 318",
		"Pressekontakt:\nUferklinikum Norden\nStabsstelle Kommunikation\nDr. Mona Kiel\nTelefon: 0555 100 4021",
		"Pressekontakt:\nUferwerk GmbH\nPresse und Öffentlichkeitsarbeit\nMona Karla Kiel\nTelefon: 0555 100 4021",
		"Pressekontakt:\nUferwerk GmbH\nMarketing & Kommunikation\nBurg, Berg & Tal\nTelefon: 0555 100 4021",
		"Pressekontakt:\nUferwerk GmbH\nMarketing & Kommunikation\nMona\nTelefon: 0555 100 4021",
		"Pressekontakt:\nUferwerk GmbH\nMarketing & Kommunikation\nUferwerk Stiftung\nTelefon: 0555 100 4021",
		"Pressekontakt:\nMona Kiel\nUlf Kaden\nTelefon: 0555 100 4021",
		"Pressekontakt:\nUFW - Mona Kiel - 0555 100 4021 - mona@ufer.example",
		"Pressekontakt:\nUFW - UFERWERK NORD - 0555 100 4021 - mona@ufer.example",
		"Pressekontakt:\nUFW - Presse Medien - 0555 100 4021 - mona@ufer.example",
		"Contact presse :\nINUM\nService de presse\npresse@inum.example",
		"Contact presse :\nINUM\nService de la communication\npresse@inum.example",
		"Contatti:\nINUM\nUfficio stampa\nstampa@inum.example",
		"Pressekontakt:\nUferwerk\nMedienstelle\nmedien@ufer.example",
		"Auskünfte erteilen:\nMona Kiel, Präsidentin FC Norden, 079 555 12 80\nUlf Kaden, VRP Uferwerk Norden AG, ulf@ufer.example",
		"Weitere Auskünfte:\nMona Kiel, Präsidentin VfB Norden, 079 555 12 80\nUlf Kaden, Sprecher Uferwerk GmbH, ulf@ufer.example",
		"Auskunft erteilt:\nMona Kiel, Präsidentin Norden Süd, 079 555 12 80 (erreichbar 14–16 Uhr)",
		"Auskünfte gibt die Gemeinde im Rathaus zu jeder Zeit.\n\nMona Kiel, 079 555 12 80",
		"Medienauskünfte für die Presse:\nMona Kiel, Kassierin FC Norden, 079 555 12 80 (erreichbar von 9 bis 11 Uhr)",
	} {
		src := "Die Fähre fährt wieder\n\nNorden, 3. März 2026 – Die Fähre von Norden fährt seit Montag wieder über den Fluss, und alle sind froh.\n\n" + asked + "\n"
		fmt.Fprintf(&b, "=== %s\n", asked)
		for _, line := range linesWith(kept.imported(t, "a.txt", src), "name =", "role =", "org =", "phone =", "email =", "hours =", "# Please look", "Auskünfte") {
			b.WriteString(line + "\n")
		}
	}
	expect.File(t, "contact_whose.golden.txt", b.String())
}

// Who speaks without an organisation has the one of the contact of the same name; where those to be asked are of
// several, none of them issues the release by being the first.
func TestSpeakersHaveTheOrganisationOfTheirContact(t *testing.T) {
	kept := heldBy(t)
	t.Parallel()
	head := "Die Fähre fährt wieder\n\nNorden, 3. März 2026 – Die Fähre fährt seit Montag wieder über den Fluss, und alle sind froh.\n\n"
	for _, c := range [][3]string{
		{"Präsidentin Mona Kiel", "Mona Kiel, Fährbund Norden, 0555 100 1280\nUlf Kaden, Uferwerk GmbH, 0555 100 1281", "Mona Kiel | Präsidentin | Fährbund Norden"},
		{"Präsidentin Dr. Mona Kiel", "Mona Kiel, Fährbund Norden, 0555 100 1280\nUlf Kaden, Uferwerk GmbH, 0555 100 1281", "Dr. Mona Kiel | Präsidentin | Fährbund Norden"},
		{"Präsidentin Ina Kiel", "Mona Kiel, Fährbund Norden, 0555 100 1280\nUlf Kaden, Uferwerk GmbH, 0555 100 1281", "Ina Kiel | Präsidentin | ?"},
		{"Präsidentin Ina Kiel", "Mona Kiel, Fährbund Norden, 0555 100 1280\nUlf Kaden, Fährbund Norden e.V., 0555 100 1281", "Ina Kiel | Präsidentin | Fährbund Norden"},
		{"Präsidentin Ina Kiel", "Mona Kiel, Fährbund Norden e.V., 0555 100 1280\nUlf Kaden, Fährbund Norden, 0555 100 1281", "Ina Kiel | Präsidentin | Fährbund Norden e.V."},
		{"Präsidentin Ina Kiel", "Mona Kiel, 0555 100 1280\nUlf Kaden, Fährbund Norden, 0555 100 1281", "Ina Kiel | Präsidentin | Fährbund Norden"},
		{"Mona Kiel, Präsidentin von Ruderring,", "Mona Kiel, Fährbund Norden, 0555 100 1280", "Mona Kiel | Präsidentin | Ruderring"},
	} {
		if got := kept.speakersIn(t, "de", head+"„Der Fluss ist heute wieder schön“, sagte "+c[0]+".\n\nPressekontakt:\n"+c[1]+"\n"); got != c[2] {
			t.Errorf("%s, %s:\n%s, want %s", c[0], c[1], got, c[2])
		}
	}
}
