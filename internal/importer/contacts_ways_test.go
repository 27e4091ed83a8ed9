package importer

import "testing"

// TestContactsWhereTheyStand reads whom to ask where the lines have more than a name and a number.
func TestContactsWhereTheyStand(t *testing.T) {
	t.Parallel()
	const (
		head = "Harbor groups ask the port for its tests\n\nMARLOW, 4 May 2026 – Eleven groups along the waterfront have asked the port to publish its water tests, and the port said no.\n\n"
		kopf = "Onze groupes demandent les analyses du port\n\nMARLOW, le 4 mai 2026 – Onze associations du littoral ont demandé au port de publier les analyses de l’eau, et le port n’a pas répondu.\n\n"
		none = "names no press contact"
	)
	for name, c := range map[string]struct {
		text        string
		want, lacks []string
	}{
		"a long office behind a dash": {
			head + "About Ropewalk\n\nRopewalk looks after the piers.\n\nFor more information please contact:\n\nAna Ruiz – Corporate Communications and Harbor Marketing Manager ROPEWALK\n\nE-Mail: ana@ropewalk.example\n",
			[]string{"name = \"Ana Ruiz\"\n", `email = "ana@ropewalk.example"`, "Corporate Communications and Harbor Marketing Manager"},
			[]string{none},
		},
		"a sentence below a label": {
			head + "For more information please contact:\n\nThe port has tested the water of its piers since 2022 and says little of it.\n\nE-Mail: ana@ropewalk.example\n",
			[]string{"\nThe port has tested the water"},
			[]string{"name = \"The port"},
		},
		"a label with a dash": {
			kopf + "Contact presse — Association « Quai 01 », Ana Ruiz, présidente\n01632 960 142 — ana@quai.example — www.quai.example\n",
			[]string{"name = \"Ana Ruiz\"\n", `phone = "01632 960 142"`, `email = "ana@quai.example"`},
			[]string{none, "\nContact presse —"},
		},
		"no label with a dash": {kopf + "Contact — c’est le mot que les groupes disent du port depuis l’an dernier, sans en dire plus à personne.\n", []string{none, "\nContact — c’est le mot"}, nil},
		"an office in brackets behind the name": {
			head + "Media contact: Ana Ruiz (CMO), ana@ropewalk.example\n", []string{"name = \"Ana Ruiz\"\n", `role = "CMO"`}, []string{"Ruiz ("},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			importedHas(t, "release.txt", c.text, c.want, c.lacks)
		})
	}
}
