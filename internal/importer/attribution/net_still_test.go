package attribution

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// TestBodiesOfThoseWhoSpokeBefore gives somebody the organisation for which they have spoken in the same office.
func TestBodiesOfThoseWhoSpokeBefore(t *testing.T) {
	t.Parallel()
	before := Speaker{Name: "Ana Vale", Title: "presidenta", Org: "Ríos Vivos", Ok: true}
	for _, c := range []struct {
		language    string
		before, who Speaker
		want        string
	}{
		{"es", before, Speaker{Name: "Ana Vale", Title: "presidenta", Org: "?"}, "Ríos Vivos"},
		{"es", Speaker{Name: "Ana Vale", Title: "presidenta", Org: "Ríos Vivos", Unsure: "perhaps"}, Speaker{Name: "Ana Vale", Title: "presidenta", Org: "?"}, "Ríos Vivos"},
		{"es", Speaker{Name: "Ana Vale", Title: "presidenta", Org: "Ríos Vivos"}, Speaker{Name: "Ana Vale", Title: "presidenta", Org: "?"}, "?"},
		{"es", Speaker{Name: "Ana Vale", Title: "alcaldesa de Marlow"}, Speaker{Name: "Ana Vale", Title: "alcaldesa", Org: "?"}, "Marlow"},
		{"es", Speaker{Name: "Ana Vale", Title: "presidenta", Ok: true}, Speaker{Name: "Ana Vale", Title: "presidenta", Org: "?"}, "?"},
		{"es", Speaker{Name: "Ana Vale", Title: "", Org: "Ríos Vivos", Ok: true}, Speaker{Name: "Ana Vale", Org: "?"}, "?"},
		{"es", before, Speaker{Name: "Ana Vale", Title: "pintora", Org: "?"}, "?"},
		{"es", before, Speaker{Name: "Ana Ruiz", Title: "presidenta", Org: "?"}, "?"},
		{"es", before, Speaker{Name: "Ana Vale", Title: "presidenta", Org: "Faros"}, "Faros"},
		{"es", before, Speaker{Name: "Ana Vale", Title: "presidenta"}, ""},
		{"en", before, Speaker{Name: "Ana Vale", Title: "presidenta", Org: "?"}, "?"},
	} {
		d := drafted(c.language)
		d.Known = []Speaker{c.before}
		if got := d.asBefore(c.who); got.Org != c.want {
			t.Errorf("%v behind %v: %q", c.who, c.before, got.Org)
		}
	}
}

// TestTownsOfMayorsElsewhere reads each office of whoever leads a town, with the town.
func TestTownsOfMayorsElsewhere(t *testing.T) {
	t.Parallel()
	for title, want := range map[string][2]string{
		"maire de Osval": {"maire", "Osval"}, "alcaldesa de Osval": {"alcaldesa", "Osval"}, "alcalde de Osval": {"alcalde", "Osval"},
		"sindaco di Osval": {"sindaco", "Osval"}, "sindaca di Osval": {"sindaca", "Osval"}, "prefeito do Osval": {"prefeito", "Osval"},
		"prefeita da Osval": {"prefeita", "Osval"}, "burgemeester van Osval": {"burgemeester", "Osval"}, "bürgermeister von Osval": {"bürgermeister", "Osval"},
		"Bürgermeisterin von Osval": {"Bürgermeisterin", "Osval"}, "Oberbürgermeister von Osval": {"Oberbürgermeister", "Osval"},
		"maire d’Osval": {"maire", "Osval"}, "maire d'Osval": {"maire", "Osval"}, "alcalde del Osval": {"alcalde", "Osval"},
		"maire de Osval de Rive": {"maire", "Osval de Rive"}, "maire de Osval la Rive": {"maire", "Osval la Rive"}, "maire de Osval le Vieux": {"maire", "Osval le Vieux"},
		"maire de Osval les Rives": {"maire", "Osval les Rives"}, "alcalde de Osval los Ríos": {"alcalde", "Osval los Ríos"},
		"alcalde de Osval de las Rías": {"alcalde", "Osval de las Rías"}, "alcalde de Osval del Río": {"alcalde", "Osval del Río"},
		"sindaco di Osval di Riva": {"sindaco", "Osval di Riva"}, "prefeito de Osval do Rio": {"prefeito", "Osval do Rio"},
		"prefeito de Osval da Ria": {"prefeito", "Osval da Ria"}, "prefeito de Osval dos Rios": {"prefeito", "Osval dos Rios"},
		"Bürgermeister von Osval in Westen": {"Bürgermeister", "Osval in Westen"}, "Bürgermeister von Osval am See": {"Bürgermeister", "Osval am See"},
		"Bürgermeister von Osval an der Au": {"Bürgermeister", "Osval an der Au"}, "Bürgermeister von Osval bei Kiel": {"Bürgermeister", "Osval bei Kiel"},
		"Bürgermeister von Osval im Tal": {"Bürgermeister", "Osval im Tal"}, "maire de Osval sur Rive": {"maire", "Osval sur Rive"},
		"maire de Osval en Rive": {"maire", "Osval en Rive"}, "maire de Saint-Val": {"maire", "Saint-Val"},
		"maire de la rive": {"maire de la rive", ""}, "adjoint au maire de Osval": {"adjoint au maire de Osval", ""}, "maire à Osval": {"maire à Osval", ""},
		"prefeita de Turismo": {"prefeita de Turismo", ""}, "alcalde de Universidad Osval": {"alcalde de Universidad Osval", ""},
	} {
		if who := drafted("es").ofOwnTown(Speaker{Title: title}); who.Title != want[0] || who.Org != want[1] {
			t.Errorf("%s: %q of %q", title, who.Title, who.Org)
		}
	}
}

// TestPartsThatLeadAnOrganisation gives somebody in each such part of a German organisation the organisation.
func TestPartsThatLeadAnOrganisation(t *testing.T) {
	t.Parallel()
	for _, part := range strings.Split("des Vorstands, im Vorstand, des Aufsichtsrats, des Verwaltungsrats, des Präsidiums, des Beirats, des Kuratoriums, "+
		"der Geschäftsleitung, der Geschäftsführung", ", ") {
		for article, body := range map[string]string{"der": "Flussliga", "des": "Uferbunds", "von": "Flussliga", "vom": "Uferbund"} {
			want := strings.TrimSuffix(body, "s")
			who := drafted("de").inGermanOrgan(Speaker{Name: "Jan Osten"}, "Jan Osten, Mitglied "+part+" "+article+" "+body)
			if who.Org != want {
				t.Errorf("%s %s %s: %q", part, article, body, who.Org)
			}
		}
	}
	for _, c := range []struct {
		language, name, phrase string
	}{
		{"nl", "Jan Osten", "Jan Osten, Mitglied des Vorstands der Flussliga"},
		{"de", "", "Mitglied des Vorstands der Flussliga"},
		{"de", "Jan Osten", "Mitglied des Vorstands der Flussliga Jan Osten"},
		{"de", "Jan Osten", "Jan Osten, Mitglied des Rats der Flussliga"},
		{"de", "Jan Osten", "Jan Osten, Mitglied des Vorstands der Flussliga, Marlow"},
	} {
		if who := drafted(c.language).inGermanOrgan(Speaker{Name: c.name, Org: "?"}, c.phrase); who.Org != "?" {
			t.Errorf("%s: %q", c.phrase, who.Org)
		}
	}
}

// TestOfficesOfAFaction gives whoever has each such office the one faction that a text names.
func TestOfficesOfAFaction(t *testing.T) {
	t.Parallel()
	for title, want := range map[string]string{
		"Fraktionsvorsitzende": "ABC-Fraktion", "Fraktionsvorsitzender": "ABC-Fraktion", "Fraktionschefin": "ABC-Fraktion", "Fraktionschef": "ABC-Fraktion",
		"Fraktionssprecherin": "ABC-Fraktion", "Fraktionsvize": "ABC-Fraktion", "Fraktionsgeschäftsführerin": "ABC-Fraktion",
		"hafenpolitische Sprecherin": "ABC-Fraktion", "hafenpolitischer Sprecher": "ABC-Fraktion", "Landtagsabgeordneter": "ABC-Fraktion",
		"Abgeordnete": "ABC-Fraktion", "der hafenpolitischen Sprecher": "ABC-Fraktion", "Sprecherin": "?", "neue Abgeordnete": "?", "Fraktionsvizes": "?",
	} {
		d := drafted("de")
		d.Body = []prose.Para{{Text: "Die ABC-Fraktion tagt."}}
		if who := d.ofFaction(Speaker{Name: "Jan Osten", Title: title, Org: "?"}); who.Org != want {
			t.Errorf("%s: %q", title, who.Org)
		}
	}
}

// TestMinistersWhoAreNoMore finds no field of somebody who has such an office no longer, or has another's, and the name of
// a field as that of its ministry.
func TestMinistersWhoAreNoMore(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Vino el ministro de Puertos, Luis Pardo.": "Puertos", "Vino el ex ministro de Puertos, Luis Pardo.": "", "Vino el Ex ministro de Puertos, Luis Pardo.": "",
		"Vino el vice ministro de Puertos, Luis Pardo.": "", "Kwam oud minister van Puertos, Luis Pardo.": "", "L’ancien ministre des Puertos, Luis Pardo.": "",
		"L’ancienne ministre des Puertos, Luis Pardo.": "", "Luis Pardo, que fue ministro de Puertos.": "", "Entonces era ministro de Puertos Luis Pardo.": "",
		"El antiguo ministro de Puertos, Luis Pardo.": "", "La antigua ministra de Puertos, Luis Pardo.": "", "Fue ministro de Puertos Luis Pardo.": "",
		"El sex ministro de Puertos, Luis Pardo.": "Puertos",
	} {
		d := drafted("es")
		d.Body = []prose.Para{{Text: text}}
		if got := d.fieldOf("Luis Pardo"); got != want {
			t.Errorf("%s: %q", text, got)
		}
	}
	for text, want := range map[string]string{
		"El titular de Puertos llegó.": "Puertos", "Titular de Puertos.": "Puertos", "Según fuentes de Puertos.": "Puertos", "Lo dicen desde Puertos.": "Puertos",
		"Desde Puertos lo dicen.": "Puertos", "Una portavoz de Puertos llegó.": "Puertos", "El piloto de Puertos llegó.": "", "Una subportavoz de Puertos llegó.": "",
		"El titular de Puertos Altos llegó.": "", "El titular de Puertosa llegó.": "",
	} {
		for language, want := range map[string]string{"es": want, "pt": ""} {
			d := drafted(language)
			d.Body = []prose.Para{{Text: text}}
			if got := d.ofFieldAlone(Speaker{Name: "Luis Pardo", Title: "ministro"}, "Puertos").Org; got != want {
				t.Errorf("%s %s: %q", language, text, got)
			}
		}
	}
	for _, field := range []string{"Puertos de la Provincia", "Puertos del Estado", "Puertos de la Nación", "Puertos de la Generalitat"} {
		d := drafted("es")
		d.Body = []prose.Para{{Text: "El titular de Puertos llegó."}}
		if got := d.ofFieldAlone(Speaker{}, field).Org; got != "Puertos" {
			t.Errorf("%s: %q", field, got)
		}
	}
}
