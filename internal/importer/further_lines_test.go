package importer

import (
	"strings"
	"testing"
)

// Lines above and below a release that stand in further ways, and what the file has of them.
func TestFurtherLinesOfARelease(t *testing.T) {
	t.Parallel()
	const copied = "MARLOW – Dock workers lit two hundred lanterns on the quay.\n"
	for name, c := range map[string]struct {
		source     string
		has, lacks []string
	}{
		"fields of an advisory with dashes": {
			"PHOTO CALL - Tugs to dance off Mill Point\nMonday, May 4, 2026\nWHO – Tug crews\nWHEN – Tuesday, May 5, 2026, 11 a.m.\nWHERE – Mill Point\n",
			[]string{"\nWHO – Tug crews\n", "\nWHEN – Tuesday, May 5, 2026, 11 a.m.\n", "\ndate = 2026-05-04\n"},
			[]string{"\nembargo", "\nsubhead"},
		},
		"fields of an advisory below their labels": {
			"Tugs to dance off Mill Point\nMay 4, 2026\n\nWHAT\nA dance of tugs\n\nWHEN\nTuesday, May 5, 6:30 p.m.\n\nWHERE\nMill Point\n",
			[]string{"\nWHAT\n", "\nTuesday, May 5, 6:30 p.m.\n", "\ndate = 2026-05-04\n"},
			[]string{"\nembargo", "\nsubhead"},
		},
		"an event with its day, hour and place": {
			"NOTA DE PRENSA\n\nEl gremio contará gaviotas en el muelle\n\nFecha: martes 8 de diciembre de 2026\nHora: 7:00 h\nLugar: muelle norte\n",
			[]string{"\nFecha: martes 8 de diciembre de 2026\n", "\nHora: 7:00 h\n", "\nLugar: muelle norte\n"},
			[]string{"\nembargo", "date = 2026-12-08", "\nsubhead"},
		},
		"when first": {
			"Tugs to dance off Mill Point\nMay 4, 2026\n\nWHEN: Tuesday, May 5, 2026, 7 a.m.\nWHERE: North Pier\n",
			[]string{"\nWHEN: Tuesday, May 5, 2026, 7 a.m.\n", "\ndate = 2026-05-04\n"},
			[]string{"\nembargo"},
		},
		"the kind, the headline and the day between bars": {
			"Press Release | Harbour Union Opens a Second Hall | May 4, 2026\n\n" + copied,
			[]string{"\nheadline = \"Harbour Union Opens a Second Hall\"\n", "\ndate = 2026-05-04\n"},
			[]string{"Press Release"},
		},
		"the day and a contact with a dash": {
			"Le 4 mai 2026 – Contact presse : Mara Quill, 01 99 00 12 34\n\nLe port ouvre une deuxième halle\n\nMARLOW – Le port a ouvert lundi sa deuxième halle.\n",
			[]string{"\nheadline = \"Le port ouvre une deuxième halle\"\n", "\ndate = 2026-05-04\n", "\nname = \"Mara Quill\"\nphone = \"01 99 00 12 34\"\n"},
			nil,
		},
		"place and day up to a stop": {
			"Le port ouvre une halle\n\nMarlow, le 1er juin 2026. Le port a ouvert lundi sa deuxième halle.\n",
			[]string{"\ndate = 2026-06-01\n", "\n\nLe port a ouvert lundi"},
			nil,
		},
		"place and day in brackets with a bar": {
			"The port opens a hall\n\n(MARLOW, Ohio | May 4, 2026) The port opened its second hall.\n",
			[]string{"\ndate = 2026-05-04\n", "\n\nThe port opened its second hall."},
			nil,
		},
		"the source of a wire below a contact": {
			"Der Hafen öffnet\n\nMarlow, 4. Mai 2026 – Der Hafen öffnet heute wieder.\n\nPressekontakt:\nMara Quill\nTel. +49 30 5550142\n\n" +
				"Original-Content von: Hafen GmbH, übermittelt durch Draht\nOriginalversion: https://draht.example/pm/910271/4667120\n",
			[]string{"\nname = \"Mara Quill\"\n"},
			[]string{"phone = \"910271", "name = \"Original"},
		},
		"a contact with labels of a wire": {
			"The port opens\n\n" + copied + "\nMedia Contact\nCompany Name: Upline Agency\nContact Person: Mara Quill\nEmail: Send Email\nPhone: 555-014-2200\n" +
				"City: Marlow\nCountry: United States\n",
			[]string{"\nname = \"Mara Quill\"\norg = \"Upline Agency\"\nphone = \"555-014-2200\"\n"},
			[]string{"Send Email", "\nCity:"},
		},
		"numbers in brackets behind names": {
			"Der Hafen öffnet\n\nMarlow, 4. Mai 2026 – Der Hafen öffnet heute wieder.\n\nPressekontakt:\nMara Quill (Tel. 030 5550142)\nTobin Frey (Tel. 030 5550143)\n",
			[]string{"\nname = \"Mara Quill\"\nphone = \"030 5550142\"\n", "\nname = \"Tobin Frey\"\nphone = \"030 5550143\"\n"},
			nil,
		},
	} {
		r, err := Import("x.txt", []byte(c.source), Options{Today: today, Email: "press@office.example"})
		if err != nil {
			t.Fatal(err)
		}
		file := strings.ReplaceAll(string(r.Markdown), "\\\n", "\n")
		for _, s := range c.has {
			if !strings.Contains(file, s) {
				t.Errorf("%s: the file lacks %q:\n%s", name, s, file)
			}
		}
		for _, s := range c.lacks {
			if strings.Contains(file, s) {
				t.Errorf("%s: the file has %q:\n%s", name, s, file)
			}
		}
	}
}

// The foot of a newsletter says why somebody got it, and has links of their own.
func TestTheFootOfANewsletterIsLeftOut(t *testing.T) {
	t.Parallel()
	for _, foot := range []string{
		`<p>Copyright © 2026 Quay Alliance.<br>You are receiving this email because you opted in at our website or at one of our many events
		on the quays.<br>Our mailing address is:<br>4 Mill Street, Marlow<br><a href="https://m.example/u?e=1">unsubscribe from this list</a></p>`,
		`<p>Vous recevez ce message car vous êtes inscrit à la lettre du port.</p><p><a href="https://m.example/u">Se désinscrire</a></p>`,
		`<p>Recibe este correo porque se suscribió a nuestro boletín.</p><p><a href="https://m.example/u">Darme de baja</a></p>`,
		`<p>Sie erhalten diese E-Mail, weil Sie sich angemeldet haben.</p><p><a href="https://m.example/u">Newsletter abbestellen</a></p>`,
	} {
		r, err := Import("x.html", []byte("<h1>The port opens</h1><p>MARLOW, May 4, 2026 – The port opened.</p>"+foot), Options{Today: today})
		if err != nil {
			t.Fatal(err)
		}
		_, body, _ := strings.Cut(string(r.Markdown)[4:], "+++\n")
		if strings.TrimSpace(body) != "The port opened." || !strings.Contains(strings.Join(r.Unsure, "\n"), "newsletter") {
			t.Errorf("%s\n%s\n%s", foot, body, r.Unsure)
		}
	}
}
