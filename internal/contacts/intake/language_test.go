package intake

import "testing"

func TestOfSeveralLanguagesTheFirstCounts(t *testing.T) {
	for typed, want := range map[string]string{
		"en, es": "en", "en;es": "en", "en/es": "en", "en|es": "en", "Spanish (Mexico)": "es", "German": "de", "castellano": "es",
		"Mandarin": "zh", "Flemish": "nl", "pt_BR": "pt-BR", "español": "es", "ES": "es", "DEU": "de", "de_AT": "de-AT", "uk": "uk", "fra": "fr",
	} {
		if got, ok := languageTag(typed); !ok || got != want {
			t.Errorf("%q is %q, %v", typed, got, ok)
		}
	}
	for _, typed := range []string{"", " ", ",", "/", "(;", "und", "Klingonish", "12", "UK", "BR", "US"} {
		if got, ok := languageTag(typed); ok || got != typed {
			t.Errorf("%q is %q, %v", typed, got, ok)
		}
	}
}
