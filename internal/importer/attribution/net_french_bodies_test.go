package attribution

import "testing"

// TestFrenchBodiesOfASentence finds the first if a sentence begins with it, and the only one else.
func TestFrenchBodiesOfASentence(t *testing.T) {
	t.Parallel()
	for sentence, want := range map[string]string{
		"Le collectif Rives Vives peint.":                           "collectif Rives Vives",
		"la fédération Rives peint.":                                "fédération Rives",
		"Hier, le collectif Rives Vives peint.":                     "collectif Rives Vives",
		"Hier (le collectif Rives Vives) peint.":                    "collectif Rives Vives",
		"Hier du collectif Rives Vives.":                            "collectif Rives Vives",
		"Hier au collectif Rives Vives.":                            "collectif Rives Vives",
		"Hier l’union Rives Vives peint.":                           "union Rives Vives",
		"Hier l'union Rives Vives peint.":                           "union Rives Vives",
		"Hier un collectif Rives Vives peint.":                      "",
		"Hier mêle collectif Rives Vives.":                          "",
		"Hier le bateau Rives Vives peint.":                         "",
		"Hier le collectif peint.":                                  "",
		"Hier le collectif « rives vives » peint.":                  "collectif « rives vives »",
		"Hier le collectif «rives vives» peint.":                    "collectif «rives vives»",
		"Hier le collectif\u00a0Rives Vives peint.":                 "collectif Rives Vives",
		"Hier le collectif régional Rives peint.":                   "collectif régional Rives",
		"Hier le groupe industriel Rives peint.":                    "groupe industriel Rives",
		"Hier le collectif sportif Rives peint.":                    "collectif sportif Rives",
		"Hier le collectif peintre Rives peint.":                    "",
		"Hier le collectif de défense Rives peint.":                 "collectif de défense Rives",
		"Hier le collectif d’usagers Rives peint.":                  "collectif d’usagers Rives",
		"Hier le collectif du quartier Rives peint.":                "collectif du quartier Rives",
		"Hier le collectif de consommateurs Rives peint.":           "collectif de consommateurs Rives",
		"Hier le collectif de peintres Rives peint.":                "",
		"Hier le collectif pour la Rive peint.":                     "collectif pour la Rive",
		"Hier le collectif de la Rive et du Port peint.":            "collectif de la Rive et du Port",
		"Hier le collectif Rives et la ligue Port peignent.":        "",
		"Le collectif Rives et la ligue Port peignent.":             "collectif Rives",
		"Hier le collectif Rives peint, et le collectif Rives rit.": "collectif Rives",
	} {
		got, ok := drafted("fr").theirFrenchBody(sentence)
		if got != want || ok != (want != "" || sentence == "Hier le collectif Rives et la ligue Port peignent.") {
			t.Errorf("%s: %q, %t", sentence, got, ok)
		}
	}
	for _, noun := range []string{
		"union", "office", "club", "ligue", "groupement", "confédération", "groupe", "société", "coordination", "mouvement",
	} {
		if got, _ := drafted("fr").theirFrenchBody("Hier le " + noun + " Rives peint."); got != noun+" Rives" {
			t.Errorf("%s: %q", noun, got)
		}
	}
}
