package language

import (
	"testing"
	"time"

	files "pressroom/templates/language"
)

func TestEveryFileOfTheProgramReads(t *testing.T) {
	for tag, get := range builtin() {
		data, err := files.Files.ReadFile(tag + ".toml")
		if err != nil {
			t.Fatal(err)
		}
		var under *Catalogue
		if parent, ok := builtin()[parentOf(tag)]; ok {
			under = parent()
		}
		var english *Catalogue
		if tag != "en" {
			english = Of("en")
		}
		c, diags := read(File{tag + ".toml", data}, under, nil, english)
		if c == nil || len(diags) > 0 {
			t.Fatalf("%s: %v", tag, diags)
		}
		if c.Tag != tag || c.Name == "" || get().Name != c.Name || c.English == "" {
			t.Errorf("%s is called %q, %q", tag, c.Name, c.English)
		}
		if tag, err := Canonical(tag); err != nil || tag != c.Tag {
			t.Errorf("%s is written %s: %v", c.Tag, tag, err)
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
		if got := zoneName(at.In(z)); got != want {
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
		if got := forReader("en").EndsInAbbreviation(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

func TestPagesAreEnglishWhereALanguageHasNone(t *testing.T) {
	for tag, want := range map[string]string{"es-MX": "Guardar", "en-GB": "Save", "": "Save", "eo": "Save"} {
		if got := forReader(tag).Page(MeSave); got != want {
			t.Errorf("%s: %s, want %s", tag, got, want)
		}
	}
}

func TestAnAbbreviationIsOneBehindEveryOpeningMark(t *testing.T) {
	for _, open := range []string{"", "(", "“", "‘", "«", "„", `"`, "'", "[", "([“"} {
		if !forReader("en").EndsInAbbreviation("It said " + open + "Inc.") {
			t.Errorf("not behind %q", open)
		}
	}
	if forReader("en").EndsInAbbreviation("It said *Inc.") {
		t.Error("behind what opens nothing")
	}
}

// forReader is Set.ForReader of the program's own languages.
func forReader(tag string) *Catalogue { return (*Set)(nil).ForReader(tag) }
