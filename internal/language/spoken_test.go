package language

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pressroom/internal/expect"
)

type spoken string

func (s spoken) In(c *Catalogue) string { return string(s) + " in " + c.Tag }

// What partners' pages say is put together from phrases, numbers and what others say.
func TestWhatIsSaidIsPutTogether(t *testing.T) {
	c := *Of("en")
	c.portal = map[PortalPhrase]string{"a": "A {who}, {what}", "b": "B", "n_one": "one of {n} {who}", "n_other": "{n} of {who}", "m_other": "{n}"}
	then := Line("b")
	for want, s := range map[string]Said{
		"":                     {},
		"A Ana, port":          Line("a", "who", "Ana", "what", "port"),
		"A Ana, {what}":        Line("a", "who", "Ana", "what"),
		"A B, x in en":         Line("a", "who", Line("b"), "what", spoken("x")),
		"A 7, true":            Line("a", "who", 7, "what", true),
		"A \u2068אבג\u2069, B": Line("a", "who", "אבג", "what", Line("b")),
		"one of 1 us":          Counted("n", 1, "who", "us"),
		"2 of us":              Counted("n", 2, "who", "us"),
		"0 of us":              Counted("n", 0, "who", "us"),
		"1":                    Counted("m", 1),
		"2 of us B":            {Phrase: "n", Places: []any{"n", 2, "who", "us"}, Count: new(int), Then: &then},
		"B":                    Said{}.Or(Line("b")),
	} {
		if got := s.In(&c); got != want {
			t.Errorf("%+v: %q, want %q", s, got, want)
		}
	}
	if got := Line("b").Or(Line("a")); got.Phrase != "b" {
		t.Errorf("%+v", got)
	}
	arabic := *Of("ar")
	arabic.portal = c.portal
	if got := arabic.Portal("a", "who", "Ana", "what", "أبج"); got != "A \u2068Ana\u2069, أبج" {
		t.Errorf("%q", got)
	}
	for p, want := range map[PortalPhrase]bool{
		"mail_x": true, "promise_x": true, "short_x": true, "fate_x": true, "back_x": true, "signing_x": true, "press_office": true, "mail": true,
		"press": false, "mails_x": false, "shor_x": false, "x_mail": false, "form_x": false, "press_office_x": false,
	} {
		if got := ofMail(p); got != want {
			t.Errorf("%s stands in mails: %t", p, got)
		}
	}
}

// Words that stand together do so with marks around them, too.
func TestWordsThatStandTogether(t *testing.T) {
	c := Of("en")
	for _, r := range `.,;:!?)”“»’"'` {
		if got := c.Sticky("7", "million"+string(r)); got != -1 {
			t.Errorf("7 million%c: %d", r, got)
		}
	}
	for _, r := range "(“„«‘‚\"'" {
		if got := c.Sticky(string(r)+"Dr.", "Ruiz"); got != -1 {
			t.Errorf("%cDr. Ruiz: %d", r, got)
		}
	}
	for pair, want := range map[string]int{
		"0 percent": -1, "9 percent": -1, ": percent": 0, "/ percent": 0, "June 0": -1, "June x": 0, "9 June": -1, "9. June": 0, "9, June": 0, "9; June": 0, "9: June": 0, "9! June": 0, "9? June": 0,
		"A. Ruiz": 800, "É. Ruiz": 800, "A.B. Ruiz": 0, "A. x": 0, "– x": 800, "— x": 800, "Ana. Ruiz": 0, "Ana: Ruiz": 0, "Ana Ruiz": 250, "Éva Ödön": 250, "ana Ruiz": 0, "Ana ruiz": 0,
	} {
		before, after, _ := strings.Cut(pair, " ")
		if got := c.Sticky(before, after); got != want {
			t.Errorf("%s: %d, want %d", pair, got, want)
		}
	}
	for word := range beforeNumbers {
		for _, tag := range []string{"en", "de", "es"} {
			if Of(tag).EndsInOwnStop("it is " + strings.ToUpper(word)) {
				t.Errorf("%s ends a sentence in %s as an abbreviation", word, tag)
			}
		}
	}
	if got := fmt.Sprint(HasRight("abc"), HasRight("abc א"), HasRight("ا"), HasRight("12 !"), HasRight("")); got != "false true true false false" {
		t.Error(got)
	}
}

// Instants as subjects have them, and as somebody reads them whose own zone it is.
func TestInstantsThatAreShort(t *testing.T) {
	zone, err := time.LoadLocation("America/New_York")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, tag := range []string{"en", "en-GB", "es", "fr", "de", "it", "pt", "nl", "ja", "zh", "ar", "ru"} {
		c := Of(tag)
		for _, at := range []time.Time{
			time.Date(2027, 2, 3, 9, 0, 0, 0, zone), time.Date(2027, 7, 1, 12, 0, 0, 0, zone), time.Date(2027, 12, 31, 0, 0, 0, 0, zone), time.Date(2027, 5, 20, 13, 5, 0, 0, time.UTC),
			time.Date(2027, 5, 20, 21, 0, 30, 0, time.UTC), time.Date(2027, 5, 20, 12, 0, 1, 0, time.UTC), time.Date(2027, 5, 20, 0, 1, 0, 0, time.UTC),
		} {
			fmt.Fprintf(&b, "%s: %s | %s | %s\n", tag, c.ShortInstant(at), c.Local(at), c.Date(at))
		}
	}
	expect.File(t, "short.golden.txt", b.String())
}

// What no line may part, in every language.
func TestWordsThatNoLineParts(t *testing.T) {
	for pair, want := range map[string]bool{
		"9:00 a.m.": true, "a.m. EDT": true, "p.m. EDT,": true, "09.00 Uhr": true, "Uhr CEST": true, "9:00 GMT": true, "(08:00 UTC)": true,
		"9:00 UTC+5:30": true, "9:00 and": false, "9:000 GMT": false, "999:00 GMT": false, "a.m. Monday": false, "the GMT": false, "9:00 EVERYBODY": false,
		"EDT /": true, "/ 9:00": false, "/ /": false,
		"réponse ;": true, "réponse :": true, "réponse !": true, "réponse ?": true, "réponse »": true, "réponse ».": true, "réponse »,": true, "5 %": false,
		"« nous": true, "(« nous": true, "nous «": false, "» nous": false, "sagte »Wort": false, "sagte »Wort«": false, "réponse ;-)": false, "a ‹": false,
		"‹ a": true, "a ›": true, "a –": false, " ;": false, "a ": false,
	} {
		before, after, _ := strings.Cut(pair, " ")
		if got := Inseparable(before, after); got != want {
			t.Errorf("%q: %v, want %v", pair, got, want)
		}
	}
}
