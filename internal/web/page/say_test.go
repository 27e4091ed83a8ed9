package page

import (
	"net/http/httptest"
	"strings"
	"testing"

	"pressroom/internal/language"
)

func TestPagesAreInTheReadersLanguageAndItsDirection(t *testing.T) {
	own, diags := language.NewSet([]language.File{{Name: "es.toml", Data: []byte("[pages]\nsaved_title = \"Listo\"\n")}}, "he")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	site := New("Harbor", "de", nil)
	site.Languages = own
	for tag, want := range map[string][]string{
		"ar":    {`lang="ar" dir="rtl"`, "تم الحفظ"},
		"he":    {`lang="he" dir="rtl"`, "נשמר"},  // listed by the workspace
		"pl":    {`lang="en" dir="ltr"`, "Saved"}, // read by no speaker, and not listed
		"es-MX": {`lang="es" dir="ltr"`, "<h1>Listo</h1>"},
		"":      {`lang="de" dir="ltr"`, "Gespeichert"},
	} {
		w := httptest.NewRecorder()
		site.Say(w, 200, tag, language.SavedTitle, language.SavedText, NoButton, "")
		for _, s := range want {
			if !strings.Contains(w.Body.String(), s) {
				t.Errorf("%q: no %s in %s", tag, s, w.Body)
			}
		}
	}
}
