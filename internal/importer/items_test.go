package importer

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pressroom/internal/expect"
)

// itemBody is a text as WordPress keeps it: lines, short codes, captions, what it shows
// to nobody.
const itemBody = `FOR IMMEDIATE RELEASE

<h1>Harbor groups ask the port</h1>
MARLOW, Mass. — Eleven groups asked the port for its tests,
and gave it a month.

“We have waited long enough,” said Ana Ruiz, director of River Alliance.

[caption id="a_1" width="300"]<a href="https://old.harbor.example/jar"><img src="https://old.harbor.example/jar.jpg" alt="A jar" /></a> A jar of water (Photo by: Tom Reed)[/caption]

[gallery ids="1,2"]

<figure><img src="https://old.harbor.example/one.jpg"><img src="https://old.harbor.example/two.jpg" alt="Two"><figcaption>Both piers. Credit: Pia Roy</figcaption></figure>

<figure><figcaption>Words without a picture</figcaption></figure>

<div><img src="https://old.harbor.example/dot.gif" width="1" height="1"><img src="/relative.jpg" alt="x"><img src="https://old.harbor.example/titled.jpg" title="Low tide / Foto: Tom Reed">
<img src="https://old.harbor.example/bare.jpg"></div>

Press contact: Dana Whitlock, dana@harbor.example

About River Alliance
It has kept the river since 1988.

<a href="https://list.example/out">Unsubscribe</a> | View in browser
`

// items are releases out of exports, with what the export knows of each.
func items() map[string]Item {
	day := time.Date(2020, 5, 4, 0, 0, 0, 0, time.UTC)
	pictures := []Picture{
		{URL: "https://old.harbor.example/jar.jpg", Credit: "Ana Ruiz", Caption: "Known already"},
		{URL: "ftp://old.harbor.example/x.jpg"},
		{URL: "https://old.harbor.example/cover.jpg", Alt: "The cover"},
	}
	return map[string]Item{
		"1 HTML with all that is known of it": {
			Name: "item 1", Headline: "Harbor groups  ask the port", Subhead: " And give it\na month ", Language: "en", Day: day, Form: HTML,
			Body: itemBody, Topics: []string{"Water", `The "port"`}, Pictures: pictures,
			Contacts: []Contact{
				{Name: "Dana Whitlock", Role: "officer", Email: "DANA@harbor.example"},
				{Name: "Tom Reed", Org: "Harbor Table", Phone: "555-010-0177"},
			},
		},
		"2 without a headline of its own": {Name: "item 2", Day: day, Form: HTML, Body: "<h1>Elf Gruppen fordern vom Hafen die Proben</h1>" +
			"<p>MARLOW – Elf Gruppen haben vom Hafen die Ergebnisse der Proben verlangt, und sie wollen nicht warten.</p>"},
		"3 Markdown": {
			Name: "item 3", Headline: "Harbor groups ask", Language: "en", Day: day, Form: Markdown,
			Body: "Eleven groups **asked** the port.\n\n![A pier](https://old.harbor.example/pier.jpg \"Low tide\")\n\n> Set off.\n",
		},
		"4 text": {
			Name: "item 4", Headline: "Harbor groups ask", Language: "en", Day: day, Form: Text,
			Body: "Eleven groups asked the port.\r\n\r\nIt has a <b>month</b>.\r\n",
		},
		"5 HTML that is paragraphs already": {
			Name: "item 5", Headline: "Harbor groups ask", Language: "en", Day: day, Form: HTML,
			Body: "<p>Eleven groups\nasked the port.</p>\n\n<p>It has a month.</p>",
		},
		"6 an embargo that ended long ago": {
			Name: "item 6", Headline: "Harbor groups ask", Language: "en", Day: day, Form: HTML,
			Body: "EMBARGOED UNTIL 9:00 a.m. ET, May 4, 2020\n\nEleven groups asked the port for all of its tests, and gave it a month.",
		},
		"7 an embargo that lies ahead": {
			Name: "item 7", Headline: "Harbor groups ask", Language: "en", Day: today.AddDate(0, 0, 9), Form: HTML,
			Body: "EMBARGOED UNTIL 9:00 a.m. ET, December 8, 2026\n\nEleven groups asked the port for all of its tests, and gave it a month.",
		},
		"8 no day": {Name: "item 8", Headline: "Harbor groups ask", Form: HTML, Body: "Eleven groups asked the port for its tests."},
		"14 lines beside what is no paragraph": {
			Name: "item 14", Headline: "Harbor groups ask", Language: "en", Day: day, Form: HTML,
			Body: "Eleven groups asked the port.\n\n<pre>as\ntyped</pre>\n\nIt has a month.",
		},
		"9 a headline alone": {Name: "item 9", Headline: "Harbor groups ask the port", Day: day, Form: HTML},
		"10 nothing":         {Name: "item 10", Form: HTML},
		"11 too much":        {Name: "item 11", Headline: "x", Form: HTML, Body: strings.Repeat("words ", maxText/6+1)},
		"12 too many marks":  {Name: "item 12", Headline: "x", Form: Markdown, Body: strings.Repeat("|", 20_001)},
		"13 as many marks as are read": {
			Name: "item 13", Headline: "x", Day: day, Language: "en", Form: Markdown,
			Body: "Words. " + strings.Repeat("x[", 10) + strings.Repeat("y|", 10),
		},
	}
}

func TestItemsOfExportsWhole(t *testing.T) {
	var b strings.Builder
	all := items()
	for i := 1; i <= len(all); i++ {
		for name, it := range all {
			if !strings.HasPrefix(name, fmt.Sprintf("%d ", i)) {
				continue
			}
			r, err := ImportItem(it, Options{Today: today, Email: "press@office.example"}, nil)
			if err != nil {
				fmt.Fprintf(&b, "=== %s\n%v\n\n", name, err)
				continue
			}
			fmt.Fprintf(&b, "=== %s\n%s\n", name, written(r))
		}
	}
	expect.File(t, "items.golden.txt", b.String())
}

// What a language's own file must not say stands in the main one alone; its quotes have
// the main one's ids where they are the same ones.
func TestItemsInASecondLanguageWhole(t *testing.T) {
	o := Options{Today: today, Email: "press@office.example"}
	main, err := ImportItem(items()["1 HTML with all that is known of it"], o, nil)
	if err != nil {
		t.Fatal(err)
	}
	none, err := ImportItem(items()["4 text"], o, nil)
	if err != nil {
		t.Fatal(err)
	}
	const quote = "<p>MARLOW – Once grupos pidieron al puerto los análisis.</p><p>«Hemos esperado bastante», dijo Ana Ruiz, directora de River Alliance.</p>"
	var b strings.Builder
	for _, c := range []struct {
		name, body string
		of         *Result
	}{
		{"the same quotes", quote + `<p><img src="https://old.harbor.example/jar.jpg" alt="Un frasco"><img src="https://old.harbor.example/otra.jpg" alt="Otra"></p>`, main},
		{"another speaker", strings.ReplaceAll(quote, "Ana Ruiz", "Tomás Iriarte"), main},
		{"one quote more", quote + "<p>«El puerto lo sabe todo», dijo Tomás Iriarte, portavoz de la Plataforma.</p>", main},
		{"the main one has none", quote, none},
		{"neither has any", "<p>MARLOW – Once grupos pidieron al puerto los análisis.</p>", none},
	} {
		it := Item{
			Name: "item es", Headline: "Los grupos piden", Subhead: "Y le dan un mes", Language: "es", Form: HTML, Body: c.body, Topics: []string{"Agua"},
			Contacts: []Contact{{Name: "Inés Carballo", Email: "ines@river.example"}},
		}
		r, err := ImportItem(it, o, c.of)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "=== %s\n%s\n", c.name, written(r))
	}
	expect.File(t, "languages.golden.txt", b.String())
}

func TestCaptionsEndInTheirCredit(t *testing.T) {
	for text, want := range map[string][2]string{
		"The third pier. Photo: Pia Roy":          {"The third pier.", "Pia Roy"},
		"The third pier (Photo by: Pia Roy)":      {"The third pier", "Pia Roy"},
		"The third pier – Foto: Pia Roy.":         {"The third pier", "Pia Roy"},
		"The third pier [Crédit : Pia Roy]":       {"The third pier", "Pia Roy"},
		"The third pier Image © Pia Roy / Agency": {"The third pier", "Pia Roy / Agency"},
		"Photo: PR":                                      {"", "PR"},
		"The third\n  pier":                              {"The third pier", ""},
		"A photograph of the pier":                       {"A photograph of the pier", ""},
		"Bild: Pia Roy (at the pier)":                    {"Bild: Pia Roy (at the pier)", ""},
		"Two piers. Photos: " + strings.Repeat("x", 120): {"Two piers.", strings.Repeat("x", 120)},
		"Two piers. Photos: " + strings.Repeat("x", 121): {"Two piers. Photos: " + strings.Repeat("x", 121), ""},
		"": {"", ""},
	} {
		if caption, credit := Credited(text); caption != want[0] || credit != want[1] {
			t.Errorf("%q: %q, %q, want %q", text, caption, credit, want)
		}
	}
}
