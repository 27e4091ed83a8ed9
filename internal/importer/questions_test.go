package importer

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/importer/attribution"
	"pressroom/internal/importer/prose"

	"pressroom/internal/expect"
)

// settled is a draft that has read whom a text names before anybody is quoted.
func settled(tag string) *draft {
	d := drafted(tag)
	d.Headline = prose.Para{Text: "Harbor groups ask the port for its water tests"}
	d.Body = []prose.Para{
		{Text: "MARLOW – The Enlisted Guild of Ohio (EGO) and the River Alliance wrote to Marlow Port Authority today. Bo Otter opened the letter."},
		{Text: "Ana Ruiz, who chairs Dock Choir, read it aloud. Lena Quill was named director of the Tide Museum in May."},
	}
	d.Known = append(d.Known, attribution.Speaker{Name: "Bo Lind", Title: "chair", Org: "Dock Choir", Ok: true})
	return d
}

// What each of the small questions that an import asks of a line answers, with one word of
// the line otherwise.
func TestQuestionsThatAreAskedOfALine(t *testing.T) {
	type question struct {
		name string
		ask  func(d *draft, s string) any
	}
	questions := []question{
		{"generic", func(_ *draft, s string) any { return generic(strings.Fields(s)) }},
		{"sentence", func(_ *draft, s string) any { return sentenceLike(strings.Fields(s)) }},
		{"words", func(_ *draft, s string) any { return isWords(s) }},
		{"org before", func(_ *draft, s string) any { return orgBefore(strings.Fields(s)) }},
		{"name of", func(_ *draft, s string) any { return nameLength(strings.Fields(s)) }},
		{"another", func(_ *draft, s string) any { return ofAnother([]string{s, "x"}) }},
		{"headline behind", func(_ *draft, s string) any { return headlineBehind(s, min(9, len(s))) }},
		{"about", func(_ *draft, s string) any { return isAbout(prose.Para{Text: s}) }},
		{"about twice", func(_ *draft, s string) any { return aboutTwice(s) }},
		{"place", func(_ *draft, s string) any { return placeWithin(s) }},
		{"behind reach", func(_ *draft, s string) any { return behindReach(s) }},
		{"goes on within", func(_ *draft, s string) any { return goesOnWithin(s) }},
		{"clause", func(_ *draft, s string) any { return clauseLine("“One.”", s) }},
		{"begins field", func(_ *draft, s string) any { return startsField(s) }},
		{"office line", func(_ *draft, s string) any { return officeLine(s) }},
		{"number", func(_ *draft, s string) any { return nameAndNumber(s) }},
		{"page", func(_ *draft, s string) any { return pageAlone(s) }},
		{"reaches", func(_ *draft, s string) any { return nameAndReach(prose.Para{Text: s}) }},
		{"hangs", func(_ *draft, s string) any { return hangs("Dana Whitlock, press officer and", s) }},
		{"label", func(_ *draft, s string) any { return isLabel(prose.Para{Text: s}, prose.LabelLine) }},
		{"asks", func(_ *draft, s string) any { return asksBelow([]string{s, "dana@harbor.example"}) }},
	}
	inWords := []question{ // answered in the line's own words: of the line as it is alone
		{"reached", func(_ *draft, s string) any { return reachedBehind(s) }},
		{"lead", func(_ *draft, s string) any { return strings.Join(leadOf(s), "|") }},
		{"parted", func(_ *draft, s string) any { return parted(s) }},
		{"seams", func(_ *draft, s string) any { return seams(s) }},
		{"head seams", func(_ *draft, s string) any { return headSeams(s) }},
		{"clean", func(_ *draft, s string) any { return cleanPart(s) }},
		{"contact", func(_ *draft, s string) any { return strings.Join(contactParts(s), "|") }},
		{"divided", func(_ *draft, s string) any { return strings.Join(divided(s), "|") }},
		{"digits", func(_ *draft, s string) any { return digitsOf(s) }},
		{"for whom", func(_ *draft, s string) any { return forWhom(s) }},
		{"excerpt", func(_ *draft, s string) any { return excerpt(s + " " + s + " " + s) }},
		{"credited", func(_ *draft, s string) any {
			caption, credit := Credited(s)
			return caption + "|" + credit
		}},
		{"despelt", func(_ *draft, s string) any { return despelt(s) }},
		{"unrun", func(_ *draft, s string) any { return strings.Join(unrun(s), "|") }},
		{"either", func(_ *draft, s string) any { return strings.Join(eitherName(s), "|") }},
	}
	answers := func(list []question, s string) string {
		d, s := settled("en"), strings.TrimSpace(s)
		if s == "" {
			return ""
		}
		var out []string
		for _, q := range list {
			switch a := q.ask(d, s).(type) {
			case bool:
				if a {
					out = append(out, q.name)
				}
			default:
				if said := fmt.Sprint(a); said != "" && said != s && said != "[]" && said != "0" && said != "|" && said != "-1" {
					out = append(out, q.name+" "+said)
				}
			}
		}
		return strings.Join(out, "; ")
	}
	var b strings.Builder
	for _, line := range []string{
		"– Ends –", "Notes to editors", "(ends) 412 words", "About the Harbor Museum of New Marlow: The museum", "Press contact: Dana Whitlock, Open Harbor, 555-010-0142 ext. 5",
		"Dana Whitlock | Press Officer | Open Harbor | (555) 010-0142 x12 | dana@harbor.example", "E: dana@harbor.example, T +1 555 010 0142 or 555.010.0143", "For interviews with Ana Ruiz, please contact Bo Lind at bo@river.example or call 555-010-0144.",
		"Media Relations, Tide Holdings, Inc.", "Chief executive and chair of ports, fish and tides", "vice president / head of press", "Ana Ruiz, MD, is the director of Harbor Health & Co. She wrote it.", "Ana Ruiz or Bo Lind, spokespeople of the River Alliance",
		"EMBARGOED UNTIL 9:00 a.m. on Friday, November 20, 2026 Groups ask the port", "MARLOW, Mass. – Eleven groups wrote. “It is late,” said Dr. Ana Ruiz at the port.", "The pier at low tide. Photo: Tom Reed / Open Harbor", "Image credit: © Tom Reed (used with permission)", "https://harbor.example/press | www.harbor.example",
		"CONTACT Dana Whitlock Tel 555-010-0142 Fax 555-010-0199 Web harbor.example", "November 20, 2026 Contact: Dana Whitlock", "said Ana Ruiz, director of River Alliance. “We wait.”", "-- \nDana Whitlock\nOpen Harbor", "A T T E N T I O N  editors and news desks", "H a r b o r groups ask", "1. The tests are of 2022; 2) the letter is public.",
		"Pressekontakt: Klara Stein, Telefon 030 5550142", "Contacto de prensa: Luis Paz, jefe de prensa, 555 010 0145", "Contact presse : Paul Morel, Eau Claire, 01 55 50 10 01", "River Alliance and Dock Choir", "the port’s office in Marlow, Ohio",
	} {
		b.WriteString(inOneWord(line, line, func(s string) string { return answers(questions, s) }))
		for _, way := range []func(string) string{
			func(s string) string { return s }, strings.ToUpper, strings.ToLower,
			func(s string) string { return s + ", " + s },
			func(s string) string { return s + "\n" + s },
			func(s string) string { return "(" + s + ")" },
			func(s string) string { return strings.ReplaceAll(s, " ", "  ") },
			func(s string) string { return strings.ReplaceAll(strings.ReplaceAll(s, ", ", " – "), ": ", " - ") },
		} {
			fmt.Fprintf(&b, "%q: %s\n", way(line), strings.ReplaceAll(answers(inWords, way(line)), "\n", "⏎"))
		}
	}
	expect.File(t, "questions.golden.txt", b.String())
}
