package portal

import (
	"net/http"
	"strings"
	"testing"
)

// The page is in the partner's language, and switched by a link that needs no script:
// the address remembers it, and a cookie where there is one.
func TestThePageIsSwitchedToAnotherLanguage(t *testing.T) {
	s := newStage(t)
	link := s.link["x/river"]
	has := func(query, lang, text string) {
		t.Helper()
		code, page := s.get(t, link+query)
		if code != http.StatusOK || !strings.Contains(page, `<html lang="`+lang+`" dir="`) || !strings.Contains(page, text) {
			t.Errorf("%q: %d, not %s with %q: %.300s", query, code, lang, text, page)
		}
	}
	has("", "en", "Asked by")
	has("?language=tlh", "en", "Asked by")
	has("?language=eu", "en", "Asked by") // nobody has read it, so it is off
	has("?language=ar", "ar", `dir="rtl"`)
	has("?language=de", "de", "Angefragt von")
	has("?language=de", "de", `hreflang="ja"`)
	has("?language=de&done=saved&after=1", "de", "Gespeichert.")
	has("?language=pt-BR", "pt", "Solicitada por")
	has("", "pt", "Solicitada por")
}
