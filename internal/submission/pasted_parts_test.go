package submission

import (
	"strings"
	"testing"

	"pressroom/internal/language"
)

// TestPastedQuotationsByWhoIsGiven takes the attribution off where it is of whom the fields name.
func TestPastedQuotationsByWhoIsGiven(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ tag, speaker, org, text, want string }{
		{"en", "Ana Ruiz", "", "We wait.» here\n\nAna Ruiz", ""},
		{"en", "", "", "Ana Ruiz: We wait.", ""},
		{"en", "", "", "We wait.\n\nAna Ruiz", ""},
		{"en", "", "", "<p>“We wait,” said <b>Ana Ruiz</b>.</p>", "We wait."},
		{"en", "<b>Ana Ruiz</b>", "", "Ana Ruiz: We wait.", "We wait."},
		{"en", "<b>Ana Ruiz</b>", "", "We wait.\n\nAna Ruiz", "We wait."},
		{"en", "<b>Ana Ruiz</b>", "", "“We wait,” said Ruiz.", "We wait."},
		{"en", "", "", "“We wait.”\nAna Ruiz, director", "We wait."},
		{"en", "", "", "“We wait.”\n– Ana Ruiz, director.", "We wait."},
		{"en", "", "", "“We wait.”\n–Ana Ruiz, director.", "We wait."},
		{"en", "", "", "  We wait,” said Ana Ruiz.", "We wait."},
		{"en", "", "River Alliance", "“We wait,” said the River Alliance.", ""},
		{"en", "Tom Reed", "", "“We wait,” said Ana Ruiz, director of River Alliance.", ""},
		{"en", "Tom Reed", "<b>River Alliance</b>", "“We wait,” said Ana Ruiz, director of River Alliance.", "We wait."},
		{
			"de", "<b>Ana Ruiz</b>", "", "„Wir wussten es“, sagt Ana Ruiz. „Er schwieg“, so Ruiz weiter. „Nun nicht.“",
			"Wir wussten es. Er schwieg. Nun nicht.",
		},
		{"en", "Ana Ruiz", "", "'It's no luck,' said Ana Ruiz, director. 'We wait.'", "It's no luck. We wait."},
		{"en", "Ana Ruiz", "", "‘The piers’ ends rot,’ said Ruiz. ‘We wait.’", "The piers’ ends rot. We wait."},
		{"en", "Ana Ruiz", "", "'No comment,' was all we heard.", ""},
		{"en", "Ana Ruiz", "", "'We heard \"no\" for years,' said Ana Ruiz. 'We wait.'", "We heard ‘no’ for years. We wait."},
		{"en", "Ana Ruiz", "", "Ana Ruiz said: 'The pier's no good. We wait.'", "The pier's no good. We wait."},
		{"en", "Ana Ruiz", "", "He said \"no\" and it's 'fine,' she thought.", ""},
		{"de", "Ana Ruiz", "", "‚Neun Piers verrotten‘, sagte Ana Ruiz. ‚Wir warten.‘", "Neun Piers verrotten. Wir warten."},
		{"en", "Ana Ruiz", "", "'Tis late, and 'twas so, said the 'boss' of it.", ""},
		{"en", "Ana Ruiz", "", "``It rots,'' said Ana Ruiz. ``We wait.''", "It rots. We wait."},
		{"es", "Ana Ruiz", "", "—Nueve muelles se hunden —dijo Ana Ruiz—. Es un patrón.", "Nueve muelles se hunden. Es un patrón."},
		{"es", "Ana Ruiz", "", "—Nueve muelles —dijo Ana Ruiz— son un patrón.", "Nueve muelles son un patrón."},
		{"es", "Ana Ruiz", "", "—¿Nueve muelles? —preguntó Ana Ruiz.", "¿Nueve muelles?"},
		{"es", "Ana Ruiz", "", "—¡Nueve muelles se hunden! —dijo Ana Ruiz— Es un patrón.", "¡Nueve muelles se hunden! Es un patrón."},
		{"es", "Ana Ruiz", "", "—Nueve muelles —dijo Tomás Iriarte— son un patrón.", ""},
		{"es", "Ana Ruiz", "", "—Nueve muelles— no son mala suerte.", ""},
		{"fr", "Ana Ruiz", "", "« Neuf quais, déclare Ana Ruiz, c’est trop. »", "Neuf quais, c’est trop."},
		{"fr", "Ana Ruiz", "", "« Neuf quais, c’est trop, explique Ana Ruiz. Nous le disons. »", "Neuf quais, c’est trop. Nous le disons."},
		{"fr", "Ana Ruiz", "", "« Neuf quais, souligne Ana Ruiz, directrice, c’est trop. »", "Neuf quais, c’est trop."},
		{"fr", "Ana Ruiz", "", "« Neuf quais, souligne Ana Ruiz, rouillés, tombent. »", ""},
		{"fr", "Ana Ruiz", "", "« Neuf quais, c’est trop », dit Ana Ruiz, avant d’ajouter : « Il faut agir. »", "Neuf quais, c’est trop. Il faut agir."},
		{"fr", "Ana Ruiz", "", "« Mon voisin, dit Bo Ek, attend, et je le dis. »", ""},
	} {
		got, told := pasted(Words{Speaker: c.speaker, Org: c.org, Text: c.text}, language.Of(c.tag))
		want := c.want
		if want == "" {
			want = c.text
		}
		if got.Text != want || (len(told) > 0) != (c.want != "") {
			t.Errorf("%q of %q: %q, %v", c.text, c.speaker, got.Text, told)
		}
	}
}

// TestWhoIsNobodyElse tells a few words that name nobody but the speaker.
func TestWhoIsNobodyElse(t *testing.T) {
	t.Parallel()
	for who, want := range map[string]bool{
		"so Ruiz weiter": true, "so Ruiz, weiter": true, "so Ruiz: weiter": true, "so Ruiz. weiter": true, "so Quill weiter": false, "so Ruiz; weiter": false,
		"so sie am Ende noch": false, "so sie ganz am ende": true, "so sie nun ganz am ende": false, "so Ana Ruiz": true, "so 5 weiter": false,
	} {
		if got := nobodyElse(who, "Ana Ruiz"); got != want {
			t.Errorf("%s: %t", who, got)
		}
	}
	cat := language.Of("de")
	for in, want := range map[string]string{
		"„A“, sagt Ruiz. „B“, sonst Ruiz weiter. „C“": "„A“, sagt Ruiz. „B“, sonst Ruiz weiter. „C“",
		"„A“, sagt Ruiz. „B?“, so Ruiz weiter. „C“":   "„A“, sagt Ruiz. „B?“ „C“",
		"„A“, sagt Ruiz. „B“, so Ruiz weiter. „C“":    "„A“, sagt Ruiz. „B.“ „C“",
		"„A“, sagt Ruiz. „B,“ so Ruiz weiter. „C“":    "„A“, sagt Ruiz. „B.“ „C“",
	} {
		if got := attributedOnce(in, "Ana Ruiz", cat); got != want {
			t.Errorf("%s\n got %s\nwant %s", in, got, want)
		}
	}
}

// TestNamesBeforeAColon takes the speaker's off, as in a play.
func TestNamesBeforeAColon(t *testing.T) {
	t.Parallel()
	office := func(n int) string { return "Ana Ruiz, " + strings.Repeat("x", n-len("Ana Ruiz, ")) }
	for _, c := range [][3]string{ // text, speaker and words
		{"Ana Ruiz: We wait.", "Ana Ruiz", "We wait."},
		{"\nAna Ruiz:\nWe wait.\n", "Ana Ruiz", "We wait."},
		{"ANA RUIZ: We wait.", "Ana Ruiz", "We wait."},
		{" *Ana Ruiz* : We wait.", "Ana Ruiz", "We wait."},
		{"__Ana Ruiz__: We wait.", "Ana Ruiz", "We wait."},
		{"Ana Ruiz , director: We wait.", "Ana Ruiz", "We wait."},
		{"Ana Ruiz: One: two.", "Ana Ruiz", "One: two."},
		{"Tom Reed: We wait.", "Ana Ruiz", ""},
		{"Ana Ruiz: ", "Ana Ruiz", ""},
		{"Ana Ruiz", "Ana Ruiz", ""},
		{": We wait.", "", ""},
		{"Ana Ruiz, “dir”: We wait.", "Ana Ruiz", ""},
		{"Ana Ruiz, dir. of lamps: We wait.", "Ana Ruiz", ""},
		{office(200) + ": We wait.", "Ana Ruiz", "We wait."},
		{office(201) + ": We wait.", "Ana Ruiz", ""},
	} {
		words, ok := cutName(c[0], c[1])
		if ok != (c[2] != "") || ok && words != c[2] {
			t.Errorf("%q of %q: %q, %t", c[0], c[1], words, ok)
		}
	}
	for _, c := range []struct {
		a, b string
		want bool
	}{{"?", "Ana", true}, {"", "Ana", false}, {"Tom", "", true}, {"ANA RUIZ", "Ana Vale", true}, {"Ana", "Anna", false}} {
		if got := sameName(c.a, c.b); got != c.want {
			t.Errorf("%q and %q: %t", c.a, c.b, got)
		}
	}
}

// TestNamesOutsideTheMarks writes the whole name where the family name or a pronoun stands.
func TestNamesOutsideTheMarks(t *testing.T) {
	t.Parallel()
	clause := func(n int) string { return "he said" + strings.Repeat("x", n-len("he said")) }
	for _, c := range [][2]string{
		{"“We wait,” said Ruiz.", "“We wait,” said Ana Ruiz."},
		{"\"We wait,\" said Ruiz.", "\"We wait,\" said Ana Ruiz."},
		{"«We wait», said Ruiz. «So.»", "«We wait», said Ana Ruiz. «So.»"},
		{"„We wait“, said Ruiz. „So.“", "„We wait“, said Ana Ruiz. „So.“"},
		{"“We wait,” he said. “So.”", "“We wait,” Ana Ruiz said. “So.”"},
		{"“We wait.”Ruiz said.", "“We wait.”Ana Ruiz said."},
		{"“We wait.”Ruiz, or Ana Ruiz, as he says.", ""},
		{"“We wait,” said Ana Ruiz.", ""},
		{"“Ruiz waits,” said she.", "“Ruiz waits,” said Ana Ruiz."},
		{"“Ruiz waits,” said Tom.", ""},
		{"Ruiz said: “We wait.”", ""},
		{"“We wait.”" + clause(40), "“We wait.”Ana Ruiz" + clause(40)[2:]},
		{"“We wait.”" + clause(41), ""},
	} {
		want := c[1]
		if want == "" {
			want = c[0]
		}
		if got := fullyNamed(c[0], "Ana Ruiz"); got != want {
			t.Errorf("%s: %s", c[0], got)
		}
	}
	if got := fullyNamed("“We wait,” he said.", "Ana"); got != "“We wait,” he said." {
		t.Errorf("for one name: %s", got)
	}
}

// TestLinesBelowWordsWithBlanks says whom they name.
func TestLinesBelowWordsWithBlanks(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"We wait.\nAna Ruiz\n\n\n\n\n", "We wait.", "Ana Ruiz"},
		{"We wait.\nAna Ruiz, dir. ", "We wait.\nAna Ruiz, dir. ", ""},
		{"We wait.\n – – Ana Ruiz ", "We wait.", "Ana Ruiz"},
		{"We wait.\n" + strings.Repeat(" ", 100) + "Ana Ruiz", "We wait.", "Ana Ruiz"},
		{"We wait.\nAna Ruiz\n- Director -", "We wait.", "Ana Ruiz, Director"},
		{"We wait.\nAna Ruiz , director", "We wait.", "Ana Ruiz , director"},
		{"We wait.\nSo it is.\nAna Ruiz\nDirector", "We wait.\nSo it is.", "Ana Ruiz, Director"},
	} {
		if words, by := cutByline(c[0], "Ana Ruiz"); words != c[1] || by != c[2] {
			t.Errorf("%q: %q, %q", c[0], words, by)
		}
	}
}

// TestCommasAndPhones end what an attribution parts, and what a mail is sent from.
func TestCommasAndPhones(t *testing.T) {
	t.Parallel()
	for _, w := range strings.Fields(`i we you they he she it there this that’s the our and but or so nor yet because which who dass weil wenn ob aber sondern
		denn damit obwohl`) {
		if got := unsaid("Lamps {said}, " + w + " burn"); got != "Lamps, "+w+" burn." {
			t.Errorf("%s: %q", w, got)
		}
		if got := unsaid("Lamps {said}, x" + w + " burn"); got != "Lamps x"+w+" burn." {
			t.Errorf("x%s: %q", w, got)
		}
	}
	if got := unsaid("The lamps {said} \n\nBurn."); got != "The lamps.\n\nBurn." {
		t.Errorf("a paragraph behind the attribution: %q", got)
	}
	if got := unsaid("Lamps {said},and burn"); got != "Lamps, and burn." {
		t.Errorf("no blank behind a comma: %q", got)
	}
	for _, of := range []string{
		"Sent from my", "Von meinem", "Envoyé depuis mon", "Envoyé de mon", "Enviado desde mi", "Enviado do meu", "Inviato dal mio",
		"Verstuurd vanaf mijn", "Verzonden vanaf mijn",
	} {
		if got, ok := cutSignature("Words.\n" + of + " Fairfon"); !ok || got != "Words." {
			t.Errorf("%s: %q, %t", of, got, ok)
		}
	}
	for _, text := range []string{
		"Words.\nSent from my Fairfon, as ever",
		"Words.\nThanks" + strings.Repeat("\nw w w w", 7) + "\nw w w",
	} {
		if got, ok := cutSignature(text); ok {
			t.Errorf("%q: %q", text, got)
		}
	}
}

// TestLabelsOfWords stand before words in marks, or on a line of their own.
func TestLabelsOfWords(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"Quote: « We wait »": "« We wait »", "Quote: „We wait“": "„We wait“", "Quote:“We wait.”": "“We wait.”", "Quote: ab \"c\"": "-", "Quote: We wait.": "-",
		"Quote:\nWe wait.": "We wait.", "Quote from Ana Ruiz:We wait.": "We wait.", "Here is the quote\n\n“We wait.”": "-",
		"Here is the quote:\n\n“We wait.”": "“We wait.”", "Here is the quote:\n\n“We wait.”\n\n“So.”\n\nBye": "“We wait.”\n\n“So.”",
		"Hello\n\nHere is the quote: \n\n“We wait.”": "“We wait.”", "Here is the lamp:\n\n“We wait.”": "-", "Here is the quote:\n\nWe wait.": "-",
	} {
		got, ok := unframed(in)
		if !ok {
			got = "-"
		}
		if got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	for s, want := range map[string]bool{
		"Ana von Ruiz": true, "Ana vonbis Ruiz": false, "Ana - Ruiz": true, "(River Alliance)": true, "Ana (Ruiz": true, "5 Lamps": true, "Ana lamps": false,
	} {
		if got := named(s); got != want {
			t.Errorf("%s: %t", s, got)
		}
	}
	if got := quotedLine.ReplaceAllString(">a\n> b\n>  c", ""); got != "a\nb\n c" {
		t.Errorf("lines that are quoted: %q", got)
	}
	for _, stamp := range []string{"[20/11/2026, 10:30] Ana: ", "[10:30, 20.11.26] Ana Ruiz: ", "20/11/2026 10:30:05 p.m. – Ana: "} {
		if got := chatStamp.FindString(stamp + "We wait: so."); got != stamp {
			t.Errorf("%s: %q", stamp, got)
		}
	}
	if !listed("- a\n- b\n- c") || listed("- a\nb") {
		t.Error("three points are no list, or one is")
	}
}
