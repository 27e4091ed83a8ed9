package importer

import (
	"strings"
	"testing"

	"pressroom/internal/expect"
	"pressroom/internal/importer/prose"
)

// What each of the small questions that an import asks of a line answers, with one word of
// the line otherwise.
func TestQuestionsThatAreAskedOfALine(t *testing.T) {
	questions := []expect.Question{
		{Name: "generic", Ask: func(s string) any { return generic(strings.Fields(s)) }},
		{Name: "sentence", Ask: func(s string) any { return sentenceLike(strings.Fields(s)) }},
		{Name: "words", Ask: func(s string) any { return isWords(s) }},
		{Name: "org before", Ask: func(s string) any { return orgBefore(strings.Fields(s)) }},
		{Name: "name of", Ask: func(s string) any { return nameLength(strings.Fields(s)) }},
		{Name: "another", Ask: func(s string) any { return ofAnother([]string{s, "x"}) }},
		{Name: "headline behind", Ask: func(s string) any { return headlineBehind(s, min(9, len(s))) }},
		{Name: "about", Ask: func(s string) any { return isAbout(prose.Para{Text: s}) }},
		{Name: "about twice", Ask: func(s string) any { return aboutTwice(s) }},
		{Name: "place", Ask: func(s string) any { return placeWithin(s) }},
		{Name: "behind reach", Ask: func(s string) any { return behindReach(s) }},
		{Name: "goes on within", Ask: func(s string) any { return goesOnWithin(s) }},
		{Name: "clause", Ask: func(s string) any { return clauseLine("“One.”", s) }},
		{Name: "begins field", Ask: func(s string) any { return startsField(s) }},
		{Name: "office line", Ask: func(s string) any { return officeLine(s) }},
		{Name: "number", Ask: func(s string) any { return nameAndNumber(s) }},
		{Name: "page", Ask: func(s string) any { return pageAlone(s) }},
		{Name: "reaches", Ask: func(s string) any { return nameAndReach(prose.Para{Text: s}) }},
		{Name: "hangs", Ask: func(s string) any { return hangs("Dana Whitlock, press officer and", s) }},
		{Name: "label", Ask: func(s string) any { return isLabel(prose.Para{Text: s}, prose.LabelLine) }},
		{Name: "asks", Ask: func(s string) any { return asksBelow([]string{s, "dana@harbor.example"}) }},
	}
	inWords := []expect.Question{ // answered in the line's own words: of the line as it is alone
		{Name: "reached", Ask: func(s string) any { return reachedBehind(s) }},
		{Name: "lead", Ask: func(s string) any { return strings.Join(leadOf(s), "|") }},
		{Name: "parted", Ask: func(s string) any { return parted(s) }},
		{Name: "seams", Ask: func(s string) any { return seams(s) }},
		{Name: "head seams", Ask: func(s string) any { return headSeams(s) }},
		{Name: "clean", Ask: func(s string) any { return cleanPart(s) }},
		{Name: "contact", Ask: func(s string) any { return strings.Join(contactParts(s), "|") }},
		{Name: "divided", Ask: func(s string) any { return strings.Join(divided(s), "|") }},
		{Name: "digits", Ask: func(s string) any { return digitsOf(s) }},
		{Name: "for whom", Ask: func(s string) any { return forWhom(s) }},
		{Name: "excerpt", Ask: func(s string) any { return excerpt(s + " " + s + " " + s) }},
		{Name: "credited", Ask: func(s string) any {
			caption, credit := Credited(s)
			return caption + "|" + credit
		}},
		{Name: "despelt", Ask: func(s string) any { return despelt(s) }},
		{Name: "unrun", Ask: func(s string) any { return strings.Join(unrun(s), "|") }},
		{Name: "either", Ask: func(s string) any { return strings.Join(eitherName(s), "|") }},
	}
	expect.File(t, "questions.golden.txt", expect.Answers(questions, inWords))
}
