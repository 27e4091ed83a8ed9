package language

import (
	"strings"
	"testing"
	"time"
)

func TestEveryCatalogueHasEveryPhrase(t *testing.T) {
	for tag, c := range catalogues {
		for p, en := range englishPhrases {
			if c.Phrases[p] == "" {
				t.Errorf("%s lacks the phrase %s", tag, p)
			}
			if got, want := strings.Count(c.Phrases[p], "%"), strings.Count(en, "%"); got != want {
				t.Errorf("%s: %s takes %d arguments, in English %d", tag, p, got, want)
			}
		}
		if c.Open == "" || c.Close == "" || c.Reopen == "" || c.Said == "" || c.SaidNoTitle == "" || c.LeadIn == "" || c.Signature == "" || c.SignNoRole == "" {
			t.Errorf("%s: marks or clauses are missing", tag)
		}
		for _, m := range c.months {
			if m == "" {
				t.Errorf("%s lacks a month", tag)
			}
		}
	}
}

func TestInstantsAreWrittenAsTheLanguageDoes(t *testing.T) {
	zone, err := time.LoadLocation("America/Los_Angeles")
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 7, 26, 9, 0, 0, 0, zone)
	for tag, want := range map[string]string{
		"en":    "Sunday, July 26, 2026, 9:00 a.m. PDT (16:00 UTC)",
		"en-GB": "Sunday 26 July 2026, 09:00 PDT (16:00 UTC)",
		"es":    "domingo 26 de julio de 2026, 09:00 PDT (16:00 UTC)",
		"es-MX": "domingo 26 de julio de 2026, 09:00 PDT (16:00 UTC)",
		"fr":    "dimanche 26 juillet 2026, 09\u00a0h\u00a000 PDT (16:00 UTC)",
		"de":    "Sonntag, 26. Juli 2026, 09.00 Uhr PDT (16:00 UTC)",
	} {
		c, ok := For(tag)
		if !ok {
			t.Fatalf("no catalogue for %s", tag)
		}
		if got := c.Instant(at); got != want {
			t.Errorf("%s: %s\nwant %s", tag, got, want)
		}
	}
	for name, want := range map[string]string{"UTC": "UTC", "Asia/Kolkata": "IST", "America/Sao_Paulo": "UTC−3", "Asia/Kathmandu": "UTC+5:45"} {
		z, err := time.LoadLocation(name)
		if err != nil {
			t.Fatal(err)
		}
		if got := ZoneName(at.In(z)); got != want {
			t.Errorf("%s is written %s, want %s", name, got, want)
		}
	}
}

func TestLookupFollowsRFC4647(t *testing.T) {
	available := []string{"en", "es", "zh-Hant", "pt-BR"}
	for wish, want := range map[string]string{
		"es": "es", "es-MX": "es", "ES-mx": "es", "fr": "en", "": "en", "zh-Hant-TW": "zh-Hant", "zh": "en", "pt-BR-x-press": "pt-BR", "pt": "en",
	} {
		if got := Lookup(wish, available); got != want {
			t.Errorf("%q gets %s, want %s", wish, got, want)
		}
	}
	if got := Lookup("en", nil); got != "" {
		t.Errorf("of nothing: %q", got)
	}
}

func TestAbbreviations(t *testing.T) {
	for text, want := range map[string]bool{
		"in the U.S.": true, "at Acme Inc.": true, "by Ph.D.": true, "with J.": true, "it is over.": false, "": false, "at 9 a.m.": true, "(Inc.": true, "Zinc.": false,
	} {
		if got := english.EndsInAbbreviation(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

func TestPagesHaveEveryPhrase(t *testing.T) {
	for tag, set := range pages {
		for p, text := range set {
			if text == "" || strings.Count(text, "%s") != strings.Count(pages["en"][p], "%s") {
				t.Errorf("%s: phrase %d is %q", tag, p, text)
			}
		}
	}
	for tag, want := range map[string]string{"es-MX": "Guardar", "pt": "Save", "en-GB": "Save", "": "Save"} {
		if got := ForReader(tag).Page(MeSave); got != want {
			t.Errorf("%s: %s, want %s", tag, got, want)
		}
	}
}
