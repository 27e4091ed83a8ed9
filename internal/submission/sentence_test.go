package submission

import (
	"strings"
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

// TestWordsThatAreShortened end no sentence, but for those that are shortened before a number alone.
func TestWordsThatAreShortened(t *testing.T) {
	t.Parallel()
	for _, w := range strings.Fields(`mr mrs ms dr prof st sr sra srta jr gov sen rep gen maj capt sgt lt hon rev mt jan feb apr aug sept oct nov dec dra
		ud uds dott avda profa mme mlle bzw evtl ggf inkl vgl z.b u.a d.h`) {
		if ends("It is for "+w+".", "Then", &language.Catalogue{Tag: "en"}) {
			t.Errorf("%s ends a sentence", w)
		}
	}
	for _, w := range strings.Fields("no nr núm n p pp vol fig art s pág pag cap abs") {
		cat := &language.Catalogue{Tag: "en", Abbreviations: []string{w + "."}}
		if !ends("It is for "+w+".", "Then", cat) || ends("It is for "+w+".", "5 lamps", cat) {
			t.Errorf("%s is not told from words before a number", w)
		}
	}
}

// TestWordsThatEndASentence tells them before what follows.
func TestWordsThatEndASentence(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		tag, before, rest string
		want              bool
	}{
		{"en", "It is for A!", "Then", true},
		{"en", "It is for A.", "Then", false},
		{"en", "It is for us.", "Then", true},
		{"en", "It is for us .", "Then", true},
		{"en", "It is for –A.", "Then", false},
		{"en", "The answer is NO.", "Then", true},
		{"en", "It is for DRA.", "Then", false},
		{"en", "It is for dra.", "Then", false},
		{"en", "Es ist d.h.", "Then", false},
		{"en", "Es ist Dr.h.", "Then", true},
		{"de", "Es steht im Abs.", "Dann", true},
		{"de", "Es steht im Abs.", "5", false},
		{"de", "Es ist am 9.", "Dann", false},
		{"de", "Es war 1999.", "Dann", true},
		{"en", "It is on 9.", "Then", true},
		{"en", "It is for us.", "then", false},
		{"en", "It is for us.", "…", false},
	} {
		if got := ends(c.before, c.rest, language.Of(c.tag)); got != c.want {
			t.Errorf("%s, %s %s: %t", c.tag, c.before, c.rest, got)
		}
	}
}
