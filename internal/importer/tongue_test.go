package importer

import (
	"strings"
	"testing"

	"pressroom/internal/importer/attribution"
)

const (
	englishWords = "The ferry is back\n\nThe harbour office said on Monday that the ferry is back, and that it will run as it did before.\n"
	germanWords  = "Die Fähre fährt wieder\n\n" +
		"„Wir sind froh, dass sie wieder fährt“, sagt Ute Brand, Geschäftsführerin der Hafen Nord GmbH. »Es war ein Jahr lang still«, so Brand weiter.\n"
)

// What the words tell has the region of who imports, where it is the same language; a
// language that is named stays as it was named.
func TestTheLanguageOfASourceHasTheRegionOfWhoImportsIt(t *testing.T) {
	for _, c := range []struct{ text, named, own, want string }{
		{englishWords, "", "", "en"},
		{englishWords, "", "en", "en"},
		{englishWords, "", "en-GB", "en-GB"},
		{englishWords, "", "de-AT", "en"},
		{germanWords, "", "en-GB", "de"},
		{germanWords, "", "de-AT", "de-AT"},
		{englishWords, "en", "en-GB", "en"},
		{englishWords, "en-US", "en-GB", "en-US"},
	} {
		o := Options{Today: today, Language: c.named, Own: c.own}
		r, err := Import("x.txt", []byte(c.text), o)
		if err != nil {
			t.Fatal(err)
		}
		if r.Language != c.want || !strings.Contains(string(r.Markdown), "\nlanguage = \""+c.want+"\"\n") {
			t.Errorf("named %q, imported by %q: %q, want %q\n%s", c.named, c.own, r.Language, c.want, r.Markdown)
		}
		o.Language = "fr"
		item, err := ImportItem(Item{Headline: "A day", Body: c.text, Form: Text, Language: c.named}, o, nil)
		if err != nil {
			t.Fatal(err)
		}
		if want := c.named; want != "" && item.Language != want || want == "" && item.Language != "fr" {
			t.Errorf("an entry named %q where all others are fr: %q", want, item.Language)
		}
	}
}

// A region changes nothing of how the words are read.
func TestWordsAreReadAlikeInEveryCountryOfALanguage(t *testing.T) {
	want := quotesOf(t, germanWords, "de")
	if len(want) != 2 || want[0].Org != "Hafen Nord GmbH" || want[1].Speaker != "Ute Brand" {
		t.Fatalf("%+v", want)
	}
	for _, tag := range []string{"de-DE", "de-AT", "DE-de", "de_CH"} {
		got := quotesOf(t, germanWords, tag)
		if len(got) != len(want) {
			t.Fatalf("%s: %+v, want %+v", tag, got, want)
		}
		for i := range got {
			if got[i] != want[i] {
				t.Errorf("%s: %+v, want %+v", tag, got[i], want[i])
			}
		}
		q, ok := attribution.Spoken("„Es fährt“, sagt Ute Brand, Geschäftsführerin der Hafen Nord GmbH.", tag)
		if !ok || q.Speaker != "Ute Brand" {
			t.Errorf("%s: %+v, %v", tag, q, ok)
		}
	}
}

func quotesOf(t *testing.T, text, tag string) []Quote {
	t.Helper()
	r, err := Import("x.txt", []byte(text), Options{Today: today, Language: tag})
	if err != nil {
		t.Fatal(err)
	}
	return r.Quotes
}
