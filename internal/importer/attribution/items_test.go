package attribution

import (
	"strings"
	"testing"
)

// A partner's words with who says them are one quote; whatever else is not.
func TestSpokenWordsAreOneQuote(t *testing.T) {
	for text, want := range map[string]string{
		"“We have waited long enough,” said Ana Ruiz, director of River Alliance. “Enough.”":                                                       "Ana Ruiz | director | River Alliance | We have waited long enough, {said} Enough.",
		"Ana Ruiz, director of River Alliance, said:\n\n“We have waited long enough.”":                                                             "Ana Ruiz | director | River Alliance | We have waited long enough.",
		"“We have waited long enough,” said Ana Ruiz, director of River Alliance.\n\nThe port closes.":                                             "",
		"“We have waited long enough,” said Ana Ruiz, director of River Alliance.\n\n“So have we all here,” said Tom Reed, chair of Harbor Table.": "",
		"We have waited long enough.": "",
		"":                            "",
	} {
		q, ok := Spoken(text, "en")
		got := ""
		if ok {
			got = strings.Join([]string{q.Speaker, q.Title, q.Org, q.Text}, " | ")
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
