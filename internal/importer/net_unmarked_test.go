package importer

import (
	"strings"
	"testing"
)

// TestWhatAStatementWithoutMarksTakes reads a line in English that leads to somebody's words, and how many paragraphs are theirs.
func TestWhatAStatementWithoutMarksTakes(t *testing.T) {
	t.Parallel()
	const lead, words = "Ana Ruiz, director of Rivers Trust, said:", "We light all the lamps on the quays."
	for _, c := range []struct {
		lang string
		list []para
		want int
	}{
		{"en", []para{{text: lead}, {text: words}}, 2},
		{"en", []para{{text: lead, level: 2}, {text: words}}, 2},
		{"en", []para{{text: lead}}, 0},
		{"de", []para{{text: lead}, {text: words}}, 0},
		{"en", []para{{text: lead, bullet: "-"}, {text: words}}, 0},
		{"en", []para{{text: strings.TrimSuffix(lead, ":")}, {text: words}}, 0},
		{"en", []para{{text: "Ana Ruiz, director of “Rivers Trust”, said:"}, {text: words}}, 0},
		{"en", []para{{text: "Ana Ruiz said:"}, {text: words}}, 0},
		{"en", []para{{text: "Rivers Trust said:"}, {text: words}}, 0},
		{"en", []para{{text: "Ana Ruiz of Rivers Trust said:"}, {text: words}}, 2},
		{"en", []para{{text: lead}, {text: words, level: 1}}, 0},
		{"en", []para{{text: lead}, {text: words, table: "| a |"}}, 0},
		{"en", []para{{text: lead}, {text: words, bullet: "-"}}, 0},
		{"en", []para{{text: lead}, {text: "We light lamps at night."}}, 0}, // five words
		{"en", []para{{text: lead}, {text: "We light all lamps at night."}}, 2},
		{"en", []para{{text: lead}, {text: "We light all the lamps on the quays:"}}, 0},
		{"en", []para{{text: lead}, {text: "we light all the lamps on the quays."}}, 0},
		{"en", []para{{text: lead}, {text: "We light all the lamps on the quays"}}, 0},
		{"en", []para{{text: lead}, {text: "We light “all” the lamps on the quays."}}, 0},
		{"en", []para{{text: lead}, {text: "We light all the lamps on the quays.”"}}, 2},
		{"en", []para{{text: lead}, {text: "We light all the lamps on the quays!"}}, 2},
		{"en", []para{{text: lead}, {text: "Who lights all the lamps on the quays?"}}, 2},
		{"en", []para{{text: lead}, {text: strings.TrimSpace(manyLamps)}}, 0},
		{"en", []para{{text: lead}, {text: words}, {text: "I pay for the oil myself today."}}, 3},
		{"en", []para{{text: lead}, {text: words}, {text: "Marlow pays for the oil of the lamps."}}, 2},
		{"en", []para{{text: lead}, {text: "We light all the lamps on the quays.”"}, {text: "I pay for the oil myself today."}}, 2},
		{"en", []para{{text: "Statement from Ana Ruiz, director of Rivers Trust:"}, {text: words}, {text: "Marlow pays for all the oil."}}, 3},
		{"en", []para{{text: "Ana Ruiz, director of Rivers Trust:"}, {text: words}}, 2},
		{"en", []para{{text: "Ana Ruiz, director:"}, {text: words}}, 0},
		{"en", []para{{text: "Ana Ruiz, director of Rivers Trust:"}, {text: "All the lamps on the quays are lit."}}, 0},
	} {
		if got := drafted(c.lang).unmarked(c.list); got != c.want {
			t.Errorf("%s %+v, %.60q: %d, want %d", c.lang, c.list[0], c.list[len(c.list)-1].text, got, c.want)
		}
	}
	d := drafted("en")
	d.unmarked([]para{{text: "It rains. " + lead}, {text: words}})
	if len(d.pieces) != 2 || d.pieces[0].para.text != "It rains." || d.quotes[0].Attribution != strings.TrimSuffix(lead, ":")+":" ||
		d.quotes[0].Unsure != noMarks {
		t.Errorf("%d pieces, %+v", len(d.pieces), d.quotes)
	}
	d = drafted("en")
	if d.unmarked([]para{{text: lead}, {text: words + "”"}}); len(d.pieces) != 1 || strings.Contains(d.quotes[0].Unsure, noMarks) {
		t.Errorf("%d pieces, %+v", len(d.pieces), d.quotes)
	}
}

// TestWordsBehindADash writes marks about words that begin with a dash, where a clause says whose they are.
func TestWordsBehindADash(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		lang string
		p    para
		want string
	}{
		{"sv", para{text: "– Lamporna på kajen lyser, säger Anna Ruiz."}, "“Lamporna på kajen lyser”, säger Anna Ruiz."},
		{"sv", para{text: "— Lamporna på kajen lyser, säger Anna Ruiz."}, "“Lamporna på kajen lyser”, säger Anna Ruiz."},
		{"sv", para{text: "-- Lamporna på kajen lyser, säger Anna Ruiz."}, "“Lamporna på kajen lyser”, säger Anna Ruiz."},
		{"sv", para{text: "– Lamporna på kajen lyser! säger Anna Ruiz."}, "“Lamporna på kajen lyser!” säger Anna Ruiz."},
		{"sv", para{text: "– Lamporna på kajen lyser? säger Anna Ruiz."}, "“Lamporna på kajen lyser?” säger Anna Ruiz."},
		{"sv", para{text: "Lamporna på kajen lyser, säger Anna Ruiz.", bullet: "-"}, "“Lamporna på kajen lyser”, säger Anna Ruiz."},
		{"sv", para{text: "Lamporna på kajen lyser, säger Anna Ruiz."}, ""},
		{"sv", para{text: "Lamporna på kajen lyser, säger Anna Ruiz.", bullet: "1."}, ""},
		{"sv", para{text: "– Lamporna på kajen lyser, säger Anna Ruiz.", bullet: "1."}, ""},
		{"sv", para{text: "– Lamporna på kajen lyser, säger Anna Ruiz.", bullet: "-"}, ""},
		{"sv", para{text: "– Lamporna på kajen lyser, säger Anna Ruiz.", level: 1}, ""},
		{"sv", para{text: "– Lamporna på kajen lyser, säger Anna Ruiz.", table: "| a |"}, ""},
		{"sv", para{text: "– Lamporna på kajen lyser, säger Anna Ruiz. " + manyLamps}, ""},
		{"sv", para{text: "– Lamporna på “kajen” lyser, säger Anna Ruiz."}, ""},
		{"sv", para{text: "– Lamporna lyser, säger Anna Ruiz."}, ""}, // two words
		{"sv", para{text: "– Alla lamporna lyser, säger Anna Ruiz."}, "“Alla lamporna lyser”, säger Anna Ruiz."},
		{"sv", para{text: "– Alla lamporna lyser, säger 40 personer."}, ""},
		{"sv", para{text: "– Alla lamporna lyser, säger hon."}, "“Alla lamporna lyser”, säger hon."},
		{"sv", para{text: "– Alla lamporna lyser, säger Anna Ruiz. Vi tar oljan."}, "“Alla lamporna lyser”, säger Anna Ruiz. “Vi tar oljan.”"},
		{"sv", para{text: "– Alla lamporna lyser, säger Anna Ruiz. Hon tar oljan."}, "“Alla lamporna lyser”, säger Anna Ruiz. Hon tar oljan."},
		{
			"sv",
			para{text: "– Alla lamporna lyser, säger Anna Ruiz. Marlow betalar, säger Jan Osten."},
			"“Alla lamporna lyser”, säger Anna Ruiz. Marlow betalar, säger Jan Osten.",
		},
		{
			"es",
			para{text: "– Las lámparas siguen encendidas – dijo Ana Ruiz. Llueve en Marlow."},
			"“Las lámparas siguen encendidas” – dijo Ana Ruiz. Llueve en Marlow.",
		},
		{
			"es",
			para{text: "– Las lámparas siguen encendidas – dijo Ana Ruiz –. Llueve en Marlow."},
			"“Las lámparas siguen encendidas” – dijo Ana Ruiz. “Llueve en Marlow.”",
		},
		{"pl", para{text: "– Lampy wszędzie świecą – mówi Anna Ruiz. – Wszędzie"}, "“Lampy wszędzie świecą” – mówi Anna Ruiz. “Wszędzie”"},
		{
			"pl",
			para{text: "Anna się cieszy. – Lampy wszędzie świecą – mówi Anna Ruiz."},
			"Anna się cieszy. “Lampy wszędzie świecą” – mówi Anna Ruiz.",
		},
		{
			"pl", para{text: "Anna się cieszy. – Lampy wszędzie świecą – mówi Anna Ruiz.", bullet: "-"}, // the item's bullet is the dash
			"“Anna się cieszy. – Lampy wszędzie świecą” – mówi Anna Ruiz.",
		},
		{"sv", para{text: "Anna är glad. – Alla lamporna lyser, säger Anna Ruiz."}, "Anna är glad. “Alla lamporna lyser”, säger Anna Ruiz."},
		{"es", para{text: "Ana sonríe. – Las lámparas siguen encendidas – dijo Ana Ruiz."}, ""},
		{"en", para{text: "– All the lamps are lit, says Ana Ruiz."}, ""},
	} {
		list := []para{c.p}
		drafted(c.lang).dialogue(list)
		got := list[0].text
		if got == c.p.text {
			got = ""
		}
		if got != c.want {
			t.Errorf("%s %+v:\n%.100q, want\n%q", c.lang, c.p, got, c.want)
		}
	}
}
