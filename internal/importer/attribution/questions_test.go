package attribution

import (
	"testing"

	"pressroom/internal/expect"
	"pressroom/internal/importer/prose"
)

// settled is a draft that has read whom a text names before anybody is quoted.
func settled(tag string) *Copy {
	d := drafted(tag)
	d.Headline = prose.Para{Text: "Harbor groups ask the port for its water tests"}
	d.Body = []prose.Para{
		{Text: "MARLOW – The Enlisted Guild of Ohio (EGO) and the River Alliance wrote to Marlow Port Authority today. Bo Otter opened the letter."},
		{Text: "Ana Ruiz, who chairs Dock Choir, read it aloud. Lena Quill was named director of the Tide Museum in May."},
	}
	d.know(Speaker{Name: "Bo Lind", Title: "chair", Org: "Dock Choir", Ok: true})
	return d
}

// What each of the small questions that an import asks of a line answers, with one word of
// the line otherwise.
func TestQuestionsThatAreAskedOfALine(t *testing.T) {
	d := settled("en")
	questions := []expect.Question{
		{Name: "end", Ask: func(s string) any { return prose.IsEndMark(s) }},
		{Name: "part", Ask: func(s string) any { return prose.IsPartLine(s) }},
		{Name: "field", Ask: func(s string) any { return isField(s) }},
		{Name: "goes on", Ask: func(s string) any { return continues(s) }},
		{Name: "offices", Ask: func(s string) any { return officesOnly(s) }},
		{Name: "officer", Ask: func(s string) any { return isOfficer(s) }},
		{Name: "told", Ask: func(s string) any { return told(s) }},
		{Name: "time", Ask: func(s string) any { return prose.IsTimeLine(s) }},
		{Name: "like a name", Ask: func(s string) any { return prose.LikeAName(s) }},
		{Name: "reopens", Ask: func(s string) any { return prose.Reopens(s) }},
		{Name: "firm", Ask: func(s string) any { return prose.Firm(s) }},
		{Name: "organisation", Ask: func(s string) any { return prose.IsOrganisation(s) }},
		{Name: "title", Ask: func(s string) any { return d.IsTitle(s) }},
		{Name: "name", Ask: func(s string) any { return prose.LooksLikeName(s) }},
		{Name: "signature", Ask: func(s string) any { return prose.LooksLikeSignature(s) }},
		{Name: "endOpen", Ask: func(s string) any { return prose.EndsOpen(s) }},
	}
	inWords := []expect.Question{ // answered in the line's own words: of the line as it is alone
		{Name: "owner", Ask: func(s string) any { return ownerOf(s) }},
		{Name: "first", Ask: func(s string) any { return prose.FirstSentence(s, d.Cat) }},
		{Name: "last", Ask: func(s string) any { return prose.LastSentence(s, d.Cat) }},
		{Name: "capitals", Ask: func(s string) any { return prose.TrimLetters(s) }},
		{Name: "without qualities", Ask: func(s string) any { return withoutQualities(s) }},
	}
	expect.File(t, "questions.golden.txt", expect.Answers(questions, inWords))
}
