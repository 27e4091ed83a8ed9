package attribution

import (
	"testing"

	"pressroom/internal/importer/prose"
)

// A few words tell Spanish from Catalan and Portuguese from Galician spellings by their signs.
func TestFewWordsTellTheirLanguage(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Multa a un transportista\n\nUn transportista fue multado el lunes. «El agua está limpia», dijo la fiscal.":          "es",
		"Científicos filman la cebada\n\n«Esta imagen se la debo a un tejado con goteras», dice la catedrática de Botánica.": "es",
		"Obren la sala\n\nL’associació presenta els resultats de la seva acció amb les escoles.":                             "ca",
		"Situação do porto\n\nA direção da associação apresenta as ações.":                                                   "pt",
	} {
		if got := prose.GuessLanguage([]prose.Para{{Text: text}}); got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
}
