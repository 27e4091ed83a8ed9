package submission

import (
	"strings"
	"testing"

	"pressroom/internal/language"
)

// TestMarksOfWordsAtTheirEdges takes off those that stand around, and leaves those that belong to the words.
func TestMarksOfWordsAtTheirEdges(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"« Oars. »": "Oars.", "“ Oars. ”|“ Sails. ”": "Oars.|Sails.", "„Oars“.": "Oars.", "„Oars“ and sails.": "no",
		"``Oars''.": "Oars.", "'Oars'.": "Oars.", "«Oars».": "Oars.",
	} {
		got, ok := unwrap(strings.Split(text, "|"))
		if s := strings.Join(got, "|"); ok != (want != "no") || ok && s != want {
			t.Errorf("%s: %q %t", text, s, ok)
		}
	}
	for _, mark := range ",.!?…;" {
		if !endsWithin("'Oars"+string(mark)+"' he said", "'’") {
			t.Errorf("'Oars%c' he said goes on behind its mark", mark)
		}
	}
	for _, mark := range ":-)x" {
		if endsWithin("'Oars"+string(mark)+"' he said", "'’") {
			t.Errorf("'Oars%c' he said ends at its mark", mark)
		}
	}
	for text, want := range map[string]string{
		" Oars.” ": "Oars.", "Oars.\"": "Oars.", "Oars.»\n": "Oars.", "Oars.": "no", "Oars.””": "no", "It is 5\"": "no", "Oars.’": "no",
	} {
		got, ok := unopened(text)
		if ok != (want != "no") || ok && got != want || !ok && got != strings.TrimSpace(text) {
			t.Errorf("%q: %q %t", text, got, ok)
		}
	}
	for _, mark := range `"“”„«»` {
		for _, text := range []string{string(mark) + "Oars.”", "Oars " + string(mark) + "of wood.»", "Oars. " + string(mark) + " So.\""} {
			if got, ok := unopened(text); ok {
				t.Errorf("%s: %s", text, got)
			}
		}
	}
}

// TestWhereAQuotationInsideBegins is behind a space, a bracket, a dash or another mark, and not within a word.
func TestWhereAQuotationInsideBegins(t *testing.T) {
	t.Parallel()
	en := language.Of("en")
	for _, before := range "([–—-" {
		if got, want := marks("so "+string(before)+"\"b\" c", en), "so "+string(before)+"‘b’ c"; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for text, want := range map[string]string{
		"so “\"b\" c” d": "so ‘“b” c’ d", "so ‘\"b\" c’ d": "so ‘“b” c’ d", "so «\"b\" c» d": "so ‘“b” c’ d", "so „\"b\" c“ d": "so ‘“b” c’ d",
		"so ‚\"b\" c‘ d": "so ‘“b” c’ d", "so \"'b' c\" d": "so ‘“b” c’ d", "so '\"b\" c' d": "so ‘“b” c’ d",
		"so,\"b\" c": "so,\"b\" c", "so.\"b\" c": "so.\"b\" c", "x\"b\" c": "x\"b\" c",
	} {
		if got := marks(text, en); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// TestMarksInWordsOfOtherHabits writes those of Hebrew, of clipped words inside quotations and of guillemets.
func TestMarksInWordsOfOtherHabits(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ tag, text, want string }{
		{"en", "the 'rock 'n' roll' years", "the ‘rock ’n’ roll’ years"},
		{"en", "the 'rock ‘n’ roll' years", "the ‘rock ’n’ roll’ years"},
		{"en", "the 'rock ’n’ roll' years", "the ‘rock ’n’ roll’ years"},
		{"he", "אמר 'ב ה'5 במאי' כך", "אמר ’ב ה׳5 במאי’ כך"},
		{"he", "ג'ון צה\"ל", "ג׳ון צה״ל"},
		{"fr", "Il dit « non » hier", "Il dit “non” hier"},
		{"en", "He said ‹no› then", "He said ‘no’ then"},
		{"en", "O`Brien said", "O’Brien said"},
	} {
		if got := marks(c.text, language.Of(c.tag)); got != c.want {
			t.Errorf("%s %q: %q, want %q", c.tag, c.text, got, c.want)
		}
	}
}
