package importer

import (
	"strings"
	"testing"
	"time"
)

// What kind of text it is, with its number and its day, is no headline.
func TestKindsOfTextsAreNoHeadlines(t *testing.T) {
	kept := heldBy(t)
	days := "\n\nFerries run\n\n"
	english := "\n\nFerries run\n\nHARWICK – The ferries run again from Monday on, and the pier stays open until dusk, the harbour master said.\n"
	french := "\n\nLes bateaux reprennent\n\nHARWICK – Les bateaux reprennent la mer lundi, et le quai reste ouvert jusqu’au soir.\n"
	spanish := "\n\nVuelven los barcos\n\nHARWICK – Los barcos vuelven a salir desde el lunes, y el muelle queda abierto hasta la noche.\n"
	italian := "\n\nRipartono i traghetti\n\nHARWICK – I traghetti ripartono da lunedì, e il molo resta aperto fino a sera.\n"
	portuguese := "\n\nBarcos voltam\n\nHARWICK – Os barcos voltam a sair na segunda-feira, e o cais fica aberto até a noite.\n"
	for head, rest := range map[string]string{
		"Press Release No. 12/2026\nHarwick, 4 May 2026": english,
		"NEWS RELEASE NUMBER 26-014\nMay 4, 2026":        english,
		"Communiqué de presse n° 12\n4 mai 2026":         french,
		"COMMUNIQUÉ DE PRESSE – 4 mai 2026":              french,
		"Nota de prensa nº 12/2026\n4 de mayo de 2026":   spanish,
		"Comunicato stampa n. 12 del 4 maggio 2026":      italian,
		"Nota à imprensa nº 12\n4 de maio de 2026":       portuguese,
		"News release":                          days + "(Harwick, May 4rd, 2026) - The ferries run again from Monday on, and the pier stays open until dusk.\n",
		"Media release":                         days + "[Harwick, 4 May 2026] The ferries run again from Monday on, and the pier stays open until dusk.\n",
		"Title: Ferries run\nDate: May 4, 2026": strings.TrimPrefix(english, "\n\nFerries run"),
		"Ferries run\nPosted on May 4, 2026 by Press Office": strings.TrimPrefix(english, "\n\nFerries run"),
	} {
		r, err := kept.Import("ferries.txt", []byte(head+rest), Options{Today: today, Email: "press@office.example"})
		if err != nil {
			t.Fatal(err)
		}
		want := strings.Split(strings.TrimSpace(rest), "\n")[0]
		if strings.HasPrefix(want, "HARWICK") {
			want = "Ferries run"
		}
		file := string(r.Markdown)
		day := "\ndate = " + time.Date(2026, 5, 4, 0, 0, 0, 0, time.UTC).Format(time.DateOnly) + "\n"
		if !strings.Contains(file, "headline = \""+want+"\"\n") || !strings.Contains(file, day) || strings.Contains(file, "subhead") {
			t.Errorf("%q gives\n%s", head, file)
		}
	}
}

// A file with front matter is read as any other: its paragraphs' numbers, what a site sets
// above what it posts, and what a template has around a page.
func TestFilesOfSitesAreReadAsOthers(t *testing.T) {
	kept := heldBy(t)
	matter := "---\ntitle: The centre opens\nlayout: post\n---\n\n"
	for name, c := range map[string]struct{ file, source, has, not string }{
		"the day above what was posted": {"a.md", matter + "28 Jul 2021 Posted in [Press releases](/x)\n\nThe centre opens on Monday, and the pier stays open until dusk.\n\nLast updated on 26 Nov 2022\n", "\ndate = 2021-07-28\n", "2021-07-28\"\""},
		"a page that was altered":       {"a.md", matter + "The centre opens on Monday, and the pier stays open until dusk.\n\nLast updated on 26 Nov 2022\n", "the source names no day of release", "date = 2022-11-26"},
		"numbered paragraphs": {
			"a.md", matter + "1. An agreement signed by Ana Ruiz, director of the Kestrel Trust, has paved the way for the centre.\n\n2. It opens in the old ropeworks in June of this year.\n\n3. Ms Ruiz said: “The boats are old, and the winter is long.”\n",
			"speaker = \"Ana Ruiz\"", "1. ",
		},
		"a page of a template": {
			"a.html", "{% extends \"a/base.html\" %}\n{% block content %}\n<h1>The centre opens</h1><p>Marlow, 4 May 2026 - The centre opens on Monday, and the pier stays open until dusk.</p>{% endblock %}\n",
			"headline = \"The centre opens\"\n", "endblock",
		},
	} {
		r, err := kept.Import(c.file, []byte(c.source), Options{Today: today, Email: "press@office.example"})
		if err != nil {
			t.Fatal(name, err)
		}
		if got := string(r.Markdown); !strings.Contains(got, c.has) || strings.Contains(got, c.not) {
			t.Errorf("%s:\n%s", name, got)
		}
	}
}
