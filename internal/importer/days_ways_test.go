package importer

import "testing"

// TestDaysWhereTheyStand reads days on lines that have more than a day.
func TestDaysWhereTheyStand(t *testing.T) {
	t.Parallel()
	const (
		head  = "Harbor groups ask the port for its tests\n\n"
		first = "Eleven groups along the waterfront have asked the port to publish its water tests, and the port said no."
		more  = "\n\nThe port has tested the water of its piers since 2022 and has not said what it found."
		today = "this is today"
	)
	for name, c := range map[string]struct {
		text        string
		want, lacks []string
	}{
		"behind the kind of text":           {"Press Release May 4, 2026 Marlow, Mass.\n\n" + head + first + more, []string{"date = 2026-05-04", "Press Release May 4, 2026 Marlow, Mass."}, []string{today}},
		"behind its German name":            {"Pressemitteilung 4. Mai 2026 Marlau\n\n" + head + first + more, []string{"date = 2026-05-04"}, []string{today}},
		"of an event behind another word":   {"Harbor days May 4, 2026 Marlow\n\n" + head + first + more, []string{today}, nil},
		"today, below a standfirst":         {head + "The harbor groups have asked the port for years to say what its people found in the water of its piers.\n\nThe tests that are out today (4 May 2026) say little. " + first + more, []string{"date = 2026-05-04"}, []string{today}},
		"published, with who wrote it":      {"Veröffentlicht: 4. Mai 2026 | Autoren: Ana Ruiz und Owen Farrell für die Hafengruppe\n\n" + head + first + more, []string{"date = 2026-05-04", "Autoren: Ana Ruiz und Owen Farrell für die Hafengruppe"}, []string{today}},
		"posted, by whom":                   {"Posted May 4, 2026 | By Ana Ruiz\n\n" + head + first + more, []string{"date = 2026-05-04", "By Ana Ruiz"}, []string{today}},
		"with hyphens, before the headline": {"4-May-2026\n\n" + head + first + more, []string{"date = 2026-05-04"}, []string{today}},
		"opening a text of one paragraph":   {head + "4-May-2026 Harbor groups ask the port. " + first + more, []string{"date = 2026-05-04", "\n4-May-2026 Harbor groups"}, []string{today}},
		"opening a sentence":                {head + "4 May 2026 is the day of the vote. " + first + more, []string{today}, nil},
		"of the page, and of the text":      {"Admin | May 11, 2026\n\n" + head + "Marlow, May 4, 2026\n\n" + first + more, []string{"date = 2026-05-04", "two days of release, 11 May 2026 and"}, nil},
		"of the issuer, and of the text":    {"May 11, 2026 | Harbor Aid\n\n" + head + "Marlow, May 4, 2026\n\n" + first + more, []string{"date = 2026-05-11"}, nil},
		"of a place with its province":      {"COMUNICATO STAMPA\n\nVal di Rovo (RV), 4 maggio 2026\n\nI gruppi del porto chiedono le analisi dell’acqua dei moli\n\nUndici gruppi della riva hanno chiesto al porto le analisi dell’acqua, e il porto non ha risposto a nessuno.", []string{"date = 2026-05-04", `headline = "I gruppi del porto chiedono`, `dateline = "Val di Rovo (RV), 4 maggio 2026"`}, nil},
		"labels without one":                {"PRESS RELEASE — FOR IMMEDIATE RELEASE\n\n" + head + first + more, []string{`headline = "Harbor groups`, "source: PRESS RELEASE — FOR IMMEDIATE RELEASE"}, nil},
		"German labels without one":         {"Pressemitteilung — Sofort veröffentlichen\n\n" + head + first + more, []string{`headline = "Harbor groups`, "source: Pressemitteilung — Sofort veröffentlichen"}, nil},
		"a label and a headline":            {"Press release — Harbor groups ask\n\n" + first + more, []string{`headline = "Press release — Harbor groups ask"`}, nil},
		"of a wire's stamp":                 {head + first + more + "\n\nOTS0006 2026-05-04/08:00\n\n210800 Jän 23\n", []string{"date = 2026-05-04", "OTS0006 2026-05-04/08:00", "210800 Jän 23"}, []string{today}},
		"of two stamps":                     {head + first + more + "\n\nOTS0006 2026-05-04/08:00\n\nOTS0007 2026-05-05/08:00\n\n210800 Jän 23\n", []string{today}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			importedHas(t, "release.txt", c.text, c.want, c.lacks)
		})
	}
	item := "<item><title>Piers – what the port found and what it did not say – and why</title><link>https://harbor.example/a</link><pubDate>Mon, 04 May 2026 14:17:23 +0000</pubDate>" +
		"<p><strong>The groups wait for an answer of the port.</strong></p><p>" + first + "</p><p>" + more + "</p></item>"
	importedHas(t, "item.html", item, []string{`headline = "Piers – what the port found and what it did not say – and why"`, "date = 2026-05-04", "The groups wait for an answer"}, []string{"harbor.example/a"})
}
