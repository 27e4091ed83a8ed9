package attribution

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// TestWhatAStatementWithoutMarksTakes reads a line in English that leads to somebody's words, and how many paragraphs are theirs.
func TestWhatAStatementWithoutMarksTakes(t *testing.T) {
	t.Parallel()
	const lead, words = "Ana Ruiz, director of Rivers Trust, said:", "We light all the lamps on the quays."
	for _, c := range []struct {
		lang string
		list []prose.Para
		want int
	}{
		{"en", []prose.Para{{Text: lead}, {Text: words}}, 2},
		{"en", []prose.Para{{Text: lead, Level: 2}, {Text: words}}, 2},
		{"en", []prose.Para{{Text: lead}}, 0},
		{"de", []prose.Para{{Text: lead}, {Text: words}}, 0},
		{"en", []prose.Para{{Text: lead, Bullet: "-"}, {Text: words}}, 0},
		{"en", []prose.Para{{Text: strings.TrimSuffix(lead, ":")}, {Text: words}}, 0},
		{"en", []prose.Para{{Text: "Ana Ruiz, director of “Rivers Trust”, said:"}, {Text: words}}, 0},
		{"en", []prose.Para{{Text: "Ana Ruiz said:"}, {Text: words}}, 0},
		{"en", []prose.Para{{Text: "Rivers Trust said:"}, {Text: words}}, 0},
		{"en", []prose.Para{{Text: "Ana Ruiz of Rivers Trust said:"}, {Text: words}}, 2},
		{"en", []prose.Para{{Text: lead}, {Text: words, Level: 1}}, 0},
		{"en", []prose.Para{{Text: lead}, {Text: words, Table: "| a |"}}, 0},
		{"en", []prose.Para{{Text: lead}, {Text: words, Bullet: "-"}}, 0},
		{"en", []prose.Para{{Text: lead}, {Text: "We light lamps at night."}}, 0}, // five words
		{"en", []prose.Para{{Text: lead}, {Text: "We light all lamps at night."}}, 2},
		{"en", []prose.Para{{Text: lead}, {Text: "We light all the lamps on the quays:"}}, 0},
		{"en", []prose.Para{{Text: lead}, {Text: "we light all the lamps on the quays."}}, 0},
		{"en", []prose.Para{{Text: lead}, {Text: "We light all the lamps on the quays"}}, 0},
		{"en", []prose.Para{{Text: lead}, {Text: "We light “all” the lamps on the quays."}}, 0},
		{"en", []prose.Para{{Text: lead}, {Text: "We light all the lamps on the quays.”"}}, 2},
		{"en", []prose.Para{{Text: lead}, {Text: "We light all the lamps on the quays!"}}, 2},
		{"en", []prose.Para{{Text: lead}, {Text: "Who lights all the lamps on the quays?"}}, 2},
		{"en", []prose.Para{{Text: lead}, {Text: strings.TrimSpace(manyLamps)}}, 0},
		{"en", []prose.Para{{Text: lead}, {Text: words}, {Text: "I pay for the oil myself today."}}, 3},
		{"en", []prose.Para{{Text: lead}, {Text: words}, {Text: "Marlow pays for the oil of the lamps."}}, 2},
		{"en", []prose.Para{{Text: lead}, {Text: "We light all the lamps on the quays.”"}, {Text: "I pay for the oil myself today."}}, 2},
		{"en", []prose.Para{{Text: "Statement from Ana Ruiz, director of Rivers Trust:"}, {Text: words}, {Text: "Marlow pays for all the oil."}}, 3},
		{"en", []prose.Para{{Text: "Ana Ruiz, director of Rivers Trust:"}, {Text: words}}, 2},
		{"en", []prose.Para{{Text: "Ana Ruiz, director:"}, {Text: words}}, 0},
		{"en", []prose.Para{{Text: "Ana Ruiz, director of Rivers Trust:"}, {Text: "All the lamps on the quays are lit."}}, 0},
	} {
		if got := drafted(c.lang).unmarked(c.list); got != c.want {
			t.Errorf("%s %+v, %.60q: %d, want %d", c.lang, c.list[0], c.list[len(c.list)-1].Text, got, c.want)
		}
	}
	d := drafted("en")
	d.unmarked([]prose.Para{{Text: "It rains. " + lead}, {Text: words}})
	if len(d.Pieces) != 2 || d.Pieces[0].Para.Text != "It rains." || d.Quotes[0].Attribution != strings.TrimSuffix(lead, ":")+":" ||
		d.Quotes[0].Unsure != noMarks {
		t.Errorf("%d pieces, %+v", len(d.Pieces), d.Quotes)
	}
	d = drafted("en")
	if d.unmarked([]prose.Para{{Text: lead}, {Text: words + "”"}}); len(d.Pieces) != 1 || strings.Contains(d.Quotes[0].Unsure, noMarks) {
		t.Errorf("%d pieces, %+v", len(d.Pieces), d.Quotes)
	}
}

// TestWordsBehindADash writes marks about words that begin with a dash, where a clause says whose they are.
func TestWordsBehindADash(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		lang string
		p    prose.Para
		want string
	}{
		{"sv", prose.Para{Text: "– Lamporna på kajen lyser, säger Anna Ruiz."}, "“Lamporna på kajen lyser”, säger Anna Ruiz."},
		{"sv", prose.Para{Text: "— Lamporna på kajen lyser, säger Anna Ruiz."}, "“Lamporna på kajen lyser”, säger Anna Ruiz."},
		{"sv", prose.Para{Text: "-- Lamporna på kajen lyser, säger Anna Ruiz."}, "“Lamporna på kajen lyser”, säger Anna Ruiz."},
		{"sv", prose.Para{Text: "– Lamporna på kajen lyser! säger Anna Ruiz."}, "“Lamporna på kajen lyser!” säger Anna Ruiz."},
		{"sv", prose.Para{Text: "– Lamporna på kajen lyser? säger Anna Ruiz."}, "“Lamporna på kajen lyser?” säger Anna Ruiz."},
		{"sv", prose.Para{Text: "Lamporna på kajen lyser, säger Anna Ruiz.", Bullet: "-"}, "“Lamporna på kajen lyser”, säger Anna Ruiz."},
		{"sv", prose.Para{Text: "Lamporna på kajen lyser, säger Anna Ruiz."}, ""},
		{"sv", prose.Para{Text: "Lamporna på kajen lyser, säger Anna Ruiz.", Bullet: "1."}, ""},
		{"sv", prose.Para{Text: "– Lamporna på kajen lyser, säger Anna Ruiz.", Bullet: "1."}, ""},
		{"sv", prose.Para{Text: "– Lamporna på kajen lyser, säger Anna Ruiz.", Bullet: "-"}, ""},
		{"sv", prose.Para{Text: "– Lamporna på kajen lyser, säger Anna Ruiz.", Level: 1}, ""},
		{"sv", prose.Para{Text: "– Lamporna på kajen lyser, säger Anna Ruiz.", Table: "| a |"}, ""},
		{"sv", prose.Para{Text: "– Lamporna på kajen lyser, säger Anna Ruiz. " + manyLamps}, ""},
		{"sv", prose.Para{Text: "– Lamporna på “kajen” lyser, säger Anna Ruiz."}, ""},
		{"sv", prose.Para{Text: "– Lamporna lyser, säger Anna Ruiz."}, ""}, // two words
		{"sv", prose.Para{Text: "– Alla lamporna lyser, säger Anna Ruiz."}, "“Alla lamporna lyser”, säger Anna Ruiz."},
		{"sv", prose.Para{Text: "– Alla lamporna lyser, säger 40 personer."}, ""},
		{"sv", prose.Para{Text: "– Alla lamporna lyser, säger hon."}, "“Alla lamporna lyser”, säger hon."},
		{"sv", prose.Para{Text: "– Alla lamporna lyser, säger Anna Ruiz. Vi tar oljan."}, "“Alla lamporna lyser”, säger Anna Ruiz. “Vi tar oljan.”"},
		{"sv", prose.Para{Text: "– Alla lamporna lyser, säger Anna Ruiz. Hon tar oljan."}, "“Alla lamporna lyser”, säger Anna Ruiz. Hon tar oljan."},
		{
			"sv",
			prose.Para{Text: "– Alla lamporna lyser, säger Anna Ruiz. Marlow betalar, säger Jan Osten."},
			"“Alla lamporna lyser”, säger Anna Ruiz. Marlow betalar, säger Jan Osten.",
		},
		{
			"es",
			prose.Para{Text: "– Las lámparas siguen encendidas – dijo Ana Ruiz. Llueve en Marlow."},
			"“Las lámparas siguen encendidas” – dijo Ana Ruiz. Llueve en Marlow.",
		},
		{
			"es",
			prose.Para{Text: "– Las lámparas siguen encendidas – dijo Ana Ruiz –. Llueve en Marlow."},
			"“Las lámparas siguen encendidas” – dijo Ana Ruiz. “Llueve en Marlow.”",
		},
		{"pl", prose.Para{Text: "– Lampy wszędzie świecą – mówi Anna Ruiz. – Wszędzie"}, "“Lampy wszędzie świecą” – mówi Anna Ruiz. “Wszędzie”"},
		{
			"pl",
			prose.Para{Text: "Anna się cieszy. – Lampy wszędzie świecą – mówi Anna Ruiz."},
			"Anna się cieszy. “Lampy wszędzie świecą” – mówi Anna Ruiz.",
		},
		{
			"pl", prose.Para{Text: "Anna się cieszy. – Lampy wszędzie świecą – mówi Anna Ruiz.", Bullet: "-"}, // the item's bullet is the dash
			"“Anna się cieszy. – Lampy wszędzie świecą” – mówi Anna Ruiz.",
		},
		{"sv", prose.Para{Text: "Anna är glad. – Alla lamporna lyser, säger Anna Ruiz."}, "Anna är glad. “Alla lamporna lyser”, säger Anna Ruiz."},
		{"es", prose.Para{Text: "Ana sonríe. – Las lámparas siguen encendidas – dijo Ana Ruiz."}, ""},
		{"en", prose.Para{Text: "– All the lamps are lit, says Ana Ruiz."}, ""},
	} {
		list := []prose.Para{c.p}
		drafted(c.lang).dialogue(list)
		got := list[0].Text
		if got == c.p.Text {
			got = ""
		}
		if got != c.want {
			t.Errorf("%s %+v:\n%.100q, want\n%q", c.lang, c.p, got, c.want)
		}
	}
}
