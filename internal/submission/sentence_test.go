package submission

import (
	"testing"

	"pressroom/internal/language"
)

// TestSentencesWithinMarks end none of what the marks stand in.
func TestSentencesWithinMarks(t *testing.T) {
	t.Parallel()
	for _, marks := range []string{"“”", "‘’", "„“", "‚‘", "«»", "()", "[]"} {
		m := []rune(marks)
		within := string(m[0]) + "We wait here for the lamps. So it is" + string(m[1]) + " all night."
		for _, before := range []string{"", "Well, "} {
			first, gap, rest := firstSentence(before+within+" Then.", language.Of("en"))
			if first != before+within || gap != " " || rest != "Then." {
				t.Errorf("%s%s: %q, %q, %q", before, within, first, gap, rest)
			}
		}
		inWord := "It is x" + string(m[0]) + "y we wait for. So it is all night."
		if first, _, _ := firstSentence(inWord, language.Of("en")); first != "It is x"+string(m[0])+"y we wait for." {
			t.Errorf("%s: %q", inWord, first)
		}
	}
	for text, want := range map[string]string{
		"‘It’s here for the lamps. So it is’ all night. Then.": "‘It’s here for the lamps. So it is’ all night.",
		"हम यहाँ दीपों के लिए रुकते हैं। और भी।":               "हम यहाँ दीपों के लिए रुकते हैं।",
	} {
		if first, _, _ := firstSentence(text, language.Of("en")); first != want {
			t.Errorf("%s: %q", text, first)
		}
	}
}
