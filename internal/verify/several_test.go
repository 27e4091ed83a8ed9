package verify

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// What is found where several things were done to a text at once: what is left out, stands
// twice, is another's or runs on every page, beside words that the text itself repeats.
func TestWhatIsFoundOfSeveralSlips(t *testing.T) {
	letters := []string{
		"alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar", "one two three four five six seven eight nine ten",
		"The port answers", "red orange yellow green blue indigo violet black white grey brown pink", "Yes",
	}
	again := []string{"a b a b c d", "b a", "a b c a b c a", "d", "c d c d, a b", "a b a b c d e f g h i j k l m n o p"}
	numbers := []string{
		"one two three four five six seven eight nine ten eleven twelve, thirteen 14 fifteen", "9 of ten said no", "one two three",
		"four five six seven eight nine ten eleven twelve. Thirteen",
	}
	one, yes := []string{"The port answers today"}, []string{"Yes", "one two three four five six seven eight nine ten eleven twelve"}
	boats := []string{letters[0], "Boats sail", "Yes"}
	pages := []string{"Page " + Any + " of 2", "harbor desk"}
	marks := []string{"p." + Any + "/9", "c d", "three"}
	var b strings.Builder
	for _, c := range []struct {
		ref, running []string
		text         string
	}{
		{letters, pages, "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar | one two three four five six seven eight nine ten | The port answers | red orange yellow green blue indigo violet black white grey brown pink | harbor desk | zulu zulu zulu zulu zulu zulu zulu zulu zulu zulu zulu zulu"},
		{again, pages, "b a | a b c a b c a | d | c d c d, a b | harbor desk"},
		{letters, pages, "delta echo foxtrot golf hotel india juliet kilo lima mike november oscar | one two three four five six seven eight nine ten | Page 1 of 2 | The port answers | To: Bo"},
		{again, nil, "a ! | b a | a b c a b c a | c d c d, a b | a b a b c d e f g h i j k l m n o p"},
		{again, nil, "zulu zulu zulu | b | a b c a b c a | d | c d c d, a b | a b a b c d e f g h i j k l m n o p | p.3/9"},
		{letters, nil, "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar | zulu zulu zulu | The port zulu | red orange yellow green ! indigo violet black white grey brown pink | Yes"},
		{numbers, pages, "one two three four five six seven eight nine ten eleven twelve, thirteen 14 fifteen | 9 of p.3/9 ten said no | zulu two three | 2"},
		{letters, marks, "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar | one two three four five six seven eight nine ten | The port answers | red orange yellow green blue indigo violet black white grey brown pink | three Yes"},
		{again, marks, "a b a b c d | 9. | b a | zulu a b a b c d | c d c d, a b | a b a b c d e f g h i j k l m n o p"},
		{again, marks, "a b a b c d | b a | c a | a b a b c d | d | ! | a b a b c d e f g h i j k l m n o p"},
		{again, pages, "a b a b c d | 9. | three b a | a b c a Subject: b c a | d | c d c d, a b | a b a b c d e f g h i j k l m n o p"},
		{numbers, nil, "9. one two three four five six seven eight nine ten eleven twelve, thirteen 14 fifteen | 9 of ten said no | one two three | four five six seven eight nine ten eleven twelve. Thirteen"},
		{numbers, nil, "9 of ten said no | one two three | three"},
		{again, nil, "Subject: | a b a b c d | b a | a b c a b c a | zulu c d c d, a b | c d c d, a b"},
		{letters, marks, "red orange yellow zulu zulu zulu zulu zulu zulu zulu zulu zulu zulu zulu zulu blue indigo violet black white grey brown pink | Yes"},
		{numbers, marks, "one two three four five six seven eight nine ten eleven twelve, thirteen 14 fifteen | 9 of ten said no | one two three | four five six seven eight nine ten ! eleven twelve. Thirteen"},
		{one, nil, "The port answers today"},
		{one, pages, "The port answers today | harbor desk"},
		{yes, nil, "Yes | not | one two three four five six seven eight nine ten eleven twelve"},
		{letters, nil, "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar | one two three four five six seven eight nine ten | no 9 | The port answers | red orange yellow green blue indigo violet black white grey brown pink | Yes"},
		{letters, nil, "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar | one two three four five six seven eight nine ten | answers zulu port zulu zulu | red orange yellow green blue indigo violet black white grey brown pink | Yes"},
		{letters, nil, "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar | one two three four five six seven eight nine ten | answers zulu port zulu zulu zulu | red orange yellow green blue indigo violet black white grey brown pink | Yes"},
		{letters, nil, "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar | one two three four five six seven eight nine ten | ten nine eight | The port answers | red orange yellow green blue indigo violet black white grey brown pink | Yes"},
		{letters, nil, "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar | one two three four five six seven eight nine ten | pink Yes | The port answers | red orange yellow green blue indigo violet black white grey brown pink | Yes"},
		{letters, nil, "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar | one two three four five six seven eight nine ten | brown pink Yes | The port answers | red orange yellow green blue indigo violet black white grey brown pink | Yes"},
		{numbers, nil, "one two three four five six seven eight nine ten eleven twelve, thirteen 14 fifteen | twelve. Thirteen | 9 of ten said no | one two three | four five six seven eight nine ten eleven twelve. Thirteen"},
		{letters, nil, "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar | one two three four five six seven eight nine ten | Yes!"},
		{boats, nil, "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar | sail Boats"},
		{boats, nil, "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar | sail Boats zulu"},
		{letters, nil, "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar | six five four three two one zulu zulu zulu zulu"},
		{letters, nil, "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar | seven six five four three two one zulu zulu zulu"},
		{letters, nil, "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar | one two three four five six seven eight nine ten | answers zulu port zulu"},
		{letters, nil, "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar | one two three four five six seven eight nine ten | answers port zulu"},
		{letters, nil, "a b c d e: one two three four five six seven eight nine ten | alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar"},
		{letters, nil, "a b c d e f: one two three four five six seven eight nine ten | alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar"},
		{letters, nil, "a b c d e f g: one two three four five six seven eight nine ten | alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar"},
		{letters, nil, "Dear Bo | bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike"},
		{letters, nil, "Dear Bo | bravo charlie delta echo foxtrot golf hotel india juliet kilo lima"},
		{letters, nil, "bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november | zulu"},
		{letters, nil, "zulu | bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november"},
		{letters, nil, "bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november"},
	} {
		fmt.Fprintf(&b, "%s\n    %s\n", c.text, all(Compare(&Reference{Doc: Split(c.ref), Running: c.running}, Plain(strings.ReplaceAll(c.text, " | ", "\n\n")))))
	}
	expect.File(t, "several.golden.txt", b.String())
	for text, want := range map[string]int{"One, two.": 2, "¡Sí! – no": 2, "\u65e5\u672c\u3001": 2, "": 0} {
		if got := Plain(text).Words(); got != want {
			t.Errorf("%q has %d words, want %d", text, got, want)
		}
	}
	for r, want := range map[rune]bool{'\u3000': false, '\u3001': true, '\u303d': true, '\uff01': true, '\uff00': false, '\uff65': true, '\u30fb': false, '!': false, '\u2014': false} {
		if alone(r) != want {
			t.Errorf("%U is a word by itself: %t", r, !want)
		}
	}
}
