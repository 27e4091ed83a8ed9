package importer

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// TestSectionsOfASite reads the headline below each.
func TestSectionsOfASite(t *testing.T) {
	t.Parallel()
	const below = "La barca vuelve a cruzar el río"
	for _, name := range strings.Split("actualidad, Actualidad, noticias, prensa, sala de prensa, aktuelles, neuigkeiten, presse, actualité, actualités, "+
		"communiqués, news, press, newsroom, notizie, comunicati, comunicati stampa, nieuws, notícias, imprensa, sala de imprensa", ", ") {
		if got := belowKind([]prose.Para{{Text: name}, {Text: below}}, 0); got != 1 {
			t.Errorf("%s: line %d", name, got)
		}
	}
	for _, kind := range strings.Split("Press release May 2026; news release, May 2026; Media release. May 2026; Pressemitteilung: Mai 2026; "+
		"Presseinformation – Mai 2026; Medienmitteilung — Mai 2026; Medieninformation | Mai 2026; Communiqué de presse - mai 2026; "+
		"Nota de prensa mayo de 2026; Comunicado de prensa Sept. 2026; Comunicato stampa maggio 2026; Persbericht mei 2026", "; ") {
		if got := belowKind([]prose.Para{{Text: kind}, {Text: below}}, 0); got != 1 {
			t.Errorf("%s: line %d", kind, got)
		}
	}
	for _, name := range []string{"barca", "noticias del río", "las noticias", "Press release 2026", "Press release May 26", "Press note May 2026"} {
		if got := belowKind([]prose.Para{{Text: name}, {Text: below}}, 0); got != 0 {
			t.Errorf("%s: line %d", name, got)
		}
	}
	if got := belowKind([]prose.Para{{Text: "Prensa"}, {Text: "La barca vuelve ya"}}, 0); got != 0 {
		t.Errorf("a line of four words is the headline")
	}
	if got := belowKind([]prose.Para{{Text: "Prensa"}, {Text: "La barca vuelve a cruzar."}}, 0); got != 0 {
		t.Errorf("a sentence is the headline")
	}
}
