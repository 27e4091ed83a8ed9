package submission

import (
	"strings"
	"testing"

	"pressroom/internal/language"
	"pressroom/internal/release"
)

// TestMarksInWordsThatWereHandedIn writes apostrophes, feet, inches and quotations inside as the language has them.
func TestMarksInWordsThatWereHandedIn(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ tag, text, want string }{
		{"af", "'s avonds is dit 'goed' hier.", "’s avonds is dit ‘goed’ hier."},
		{"nl", "'s avonds is dit 'goed' hier.", "’s avonds is dit ‘goed’ hier."},
		{"en", "5\" x", "5″ x"},
		{"en", "5\"x", "5\"x"},
		{"en", "5' x", "5′ x"},
		{"en", "the '90s' x", "the ’90s’ x"},
		{"en", "the '90' x", "the ‘90’ x"},
		{"en", "a \"b\" c", "a ‘b’ c"},
		{"en", "a \"b \"c\" d\" e", "a ‘b “c” d’ e"},
		{"en", "a \"b\"5", "a \"b\"5"},
		{"en", "a \"b", "a \"b"},
		{"en", "a \" b\"", "a \" b\""},
		{"en", "it's", "it’s"},
		{"en", "don't 'go'", "don’t ‘go’"},
		{"en", "So 'tis", "So ’tis"},
	} {
		cat := *language.Of("en")
		cat.Tag = c.tag
		text, told := cleaned(c.text, &cat)
		if text != c.want {
			t.Errorf("%s %q: %q %v", c.tag, c.text, text, told)
		}
	}
	if got := quotations("a \"b\" c", &language.Catalogue{Open: "x"}); got != "a ‘b’ c" {
		t.Errorf("in a language with other marks: %q", got)
	}
	for _, c := range []struct {
		before string
		after  rune
		want   bool
	}{{"5", ' ', true}, {"199", ' ', true}, {"1999", ' ', false}, {"", ' ', false}, {"x", ' ', false}, {"5", 'x', false}, {
		"5", '6',
		false,
	}, {"x5", '.', true}} {
		if feet([]rune(c.before), c.after) != c.want {
			t.Errorf("%s before %q", c.before, c.after)
		}
	}
	for _, c := range []struct {
		rest string
		want bool
	}{
		{"a\" b", true},
		{"a\"", true},
		{"a\"b", false},
		{"a\"5", false},
		{"\" b", false},
		{"a \" b", false},
		{"a \"b\" c", true},
		{"a", false},
		{strings.Repeat("a", longestInner-1) + "\"", true},
		{strings.Repeat("a", longestInner) + "\"", false},
	} {
		if got := enders('"', []rune(c.rest)); (got != "") != c.want {
			t.Errorf("%.20q: %q", c.rest, got)
		}
	}
	for s, want := range map[string]string{
		"'90' x": "'90' x", "'90’ x": "'90’ x", "'90 x": string(apostrophe) + "90 x",
		"'90s' x": string(apostrophe) + "90s' x",
	} {
		if got := unclipped(s); got != want {
			t.Errorf("%q: %q", s, got)
		}
	}
}

// TestMarksRoundTheWhole are taken off where they stand around all of it, each paragraph or the beginning of each.
func TestMarksRoundTheWhole(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"\"Oars.\"": "Oars.", "\"Oars.\"|Sails.|Quays.\"": "Oars.|Sails.|Quays.", "\"Oars.|\"Sails.\"": "Oars.|Sails.",
		"“Oars.|Sails.”": "Oars.|Sails.", "\"Oars.|Sails.": "no",
		"Oars.": "no", "\"\"": "no", "'Oars,' he said": "no", "'Oars.'": "Oars.", "“‘Oars.’”": "Oars.", "\"Oars.|Sails.\"": "no",
	} {
		got, ok := unwrap(strings.Split(text, "|"))
		if s := strings.Join(got, "|"); ok != (want != "no") || ok && s != want {
			t.Errorf("%s: %s %t", text, s, ok)
		}
	}
	for s, want := range map[string]bool{
		"'Oars,' he said": true, "'Oars' he said": false, "'Oars.'": false, "'Oars,' he said,'": false,
		"'Oars!' x": true, "'Oars…' x": true,
	} {
		if endsWithin(s, "'’") != want {
			t.Errorf("%s: %t", s, !want)
		}
	}
}

// TestWhoSaysItOnceIsEnough takes out who goes on saying it, and nobody else.
func TestWhoSaysItOnceIsEnough(t *testing.T) {
	t.Parallel()
	de := language.Of("de")
	for text, want := range map[string]string{
		"„Oars“, sagt Ruiz. „Sails“, so Ruiz weiter. „Quays“":   "„Oars“, sagt Ruiz. „Sails.“ „Quays“",
		"„Oars“, sagt Ruiz. „Sails“, sagt Ruiz weiter. „Quays“": "„Oars“, sagt Ruiz. „Sails.“ „Quays“",
		"„Oars“, sagt Ruiz. „Sails“, so Osten weiter. „Quays“":  "„Oars“, sagt Ruiz. „Sails“, so Osten weiter. „Quays“",
		"„Oars“, sagt Ruiz. „Sails“, und weiter hier. „Quays“":  "„Oars“, sagt Ruiz. „Sails“, und weiter hier. „Quays“",
		"„Oars“, sagt Ruiz. „Sails?“, so Ruiz weiter. „Quays“":  "„Oars“, sagt Ruiz. „Sails?“ „Quays“",
		"„Oars“, sagt Ruiz. „Sails“, also Ruiz weiter. „Quays“": "„Oars“, sagt Ruiz. „Sails“, also Ruiz weiter. „Quays“",
		"„Oars“, sagt Ruiz. „Sails,“ so Ruiz weiter. „Quays.“":  "„Oars“, sagt Ruiz. „Sails.“ „Quays.“",
	} {
		if got := attributedOnce(text, "Ana Ruiz", de); got != want {
			t.Errorf("%s:\n%s", text, got)
		}
	}
	for text, want := range map[string]string{
		"“Oars”, said Ruiz. “Sails”, so Ruiz then. “Quays”": "“Oars”, said Ruiz. “Sails.” “Quays”",
		"“Oars”, said Ruiz. “Sails”, as Ruiz then. “Quays”": "“Oars”, said Ruiz. “Sails”, as Ruiz then. “Quays”",
	} {
		if got := attributedOnce(text, "Ana Ruiz", language.Of("en")); got != want {
			t.Errorf("%s:\n%s", text, got)
		}
	}
	cat := *language.Of("en")
	for verbs, want := range map[string]bool{"said|say": true, "(": true, "wrote": false, "": true} {
		cat.Speech.Verbs = strings.FieldsFunc(verbs, func(c rune) bool { return c == '|' })
		if says("said Ana", &cat) != want {
			t.Errorf("%s: %t", verbs, !want)
		}
	}
	for s, want := range map[string]bool{
		"https://a.example": true, "http://a.example/b": true, "ftp://a.example": false, "https://": false, "http://[::1": false,
		"https://a.example/b c": false,
		"https://a.example/<b":  false, "https://a.example/\"": false, "a.example": false, "https://a.example/>": false,
	} {
		if webAddress(s) != want {
			t.Errorf("%s: %t", s, !want)
		}
	}
	for _, c := range []struct {
		source string
		style  Style
		want   string
		is     release.Style
	}{
		{"*Oars* {said} sails.", "said", "*Oars* {said} sails.", release.StyleSaid},
		{"*Oars* {said} sails.", "dash", "Oars.", release.StyleDash},
		{"*Oars*.", "dash", "*Oars*.", release.StyleDash},
		{"", "dash", "Oars.", release.StyleDash},
		{"*Oars*.", "", "*Oars*.", release.StyleSaid},
		{"*Oars*.", AfterFirst, "*Oars*.", release.StyleSaid},
	} {
		if q := (Words{Text: "Oars.", Source: c.source, Style: c.style}).Quote("x"); q.Text != c.want || q.Style != c.is {
			t.Errorf("%+v: %q %s", c, q.Text, q.Style)
		}
	}
}
