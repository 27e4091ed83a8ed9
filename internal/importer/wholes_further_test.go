package importer

import (
	"strings"
	"testing"
)

// TestWhereAnOrganisationEnds reads clauses in which the name of an organisation goes further than its
// capitals do, or less far: q is the words with their comma, Q with their stop.
func TestWhereAnOrganisationEnds(t *testing.T) {
	t.Parallel()
	kept := heldBy(t)
	for _, c := range [][3]string{
		{"en", "{q} said the Home office crime prevention minister Owen Farrell.", "Owen Farrell | crime prevention minister | Home office"},
		{"en", "{q} said Tidewell council leader Owen Farrell.", "Owen Farrell | leader | Tidewell council"},
		{"en", "{q} said Tidewell university lecturer Owen Farrell.", "Owen Farrell | lecturer | Tidewell university"},
		{"en", "{q} said Openwater office manager Owen Farrell.", "Owen Farrell | office manager | Openwater"},
		{"en", "{q} said Open Harbor council member Owen Farrell.", "Owen Farrell | council member | Open Harbor"},
		{"en", "{q} said Ana Ruiz, HRA’s Associate Director and Clinical Professor at the University of Tidewell.", "Ana Ruiz | Associate Director and Clinical Professor at the University of Tidewell | HRA"},
		{"en", "{q} said Ana Ruiz, Associate Director and Clinical Professor at the University of Tidewell.", "Ana Ruiz | Associate Director and Clinical Professor | University of Tidewell"},
		{"en", "{q} said Ana Ruiz, Vice President of Membership for Harbor Alliance.", "Ana Ruiz | Vice President of Membership | Harbor Alliance"},
		{"en", "{q} said Ana Ruiz, Vice President of Partners for Rivers.", "Ana Ruiz | Vice President | Partners for Rivers"},
		{"en", "{q} said Dr Mara Quill, HRA Doctor and media medic.", "Dr Mara Quill | HRA Doctor and media medic | ?"},
		{"en", "{q} said Dr Mara Quill, a GP at Harbor Clinic.", "Dr Mara Quill | GP | Harbor Clinic"},
		{"en", "Dr. Reed Holt of Harbor Alliance says the new method of counting is much better than the one of before which required to look at each of the many piers of all of the harbor: {Q}", "Dr. Reed Holt |  | Harbor Alliance"},
		{"es", "{q}, dijo Ana Ruiz, directora regional del Centro de Mapas en África Occidental y del Norte.", "Ana Ruiz | directora regional | Centro de Mapas en África Occidental y del Norte"},
		{"es", "{q}, dijo Ana Ruiz, directora de Mapas Vivos en Europa.", "Ana Ruiz | directora | Mapas Vivos en Europa"},
		{"es", "{q}, dijo Ana Ruiz, directora de campañas en Ríos Vivos.", "Ana Ruiz | directora de campañas | Ríos Vivos"},
		{"pt", "{q}, disse Ana Vale, diretora da Rios Vivos em América Latina.", "Ana Vale | diretora | Rios Vivos em América Latina"},
	} {
		w := tongueWords[c[0]]
		if c[0] == "en" {
			w = [3]string{"We have asked the port for its tests and were told nothing", "“", "”"}
		}
		stop := w[1] + w[0] + w[2]
		if c[0] == "en" {
			stop = w[1] + w[0] + "," + w[2]
		}
		body := strings.NewReplacer("{q}", stop, "{Q}", w[1]+w[0]+"."+w[2]).Replace(c[1])
		if got := kept.speakersIn(t, c[0], "Marlow\n\n"+strings.Repeat(w[0]+" ", 3)+".\n\n"+body+"\n"); got != c[2] {
			t.Errorf("%s %s:\n%s, want %s", c[0], c[1], got, c[2])
		}
	}
}
